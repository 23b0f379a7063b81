//! What makes two statements that fit contrary to each other, and where it stands.

use super::fit::led;
use crate::claim::{Modality, Party, Polarity, Statement, Stem, stem};
use crate::lexicon::en::deeds::Part;
use crate::lexicon::en::opposites::{are_one_deed, are_opposite};
use crate::lexicon::en::stances::ACCUSATION;
use crate::lexicon::en::statements::{STANCES, Share};
use crate::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contrast {
    /// One denies what the other says.
    Negated,
    /// A word of the one is the opposite of the other's.
    Opposite,
    /// Who did it and to whom have changed places.
    Swapped,
    /// Of all here, of a part or none there.
    Share,
    /// Certain or a duty here, possible there.
    Modality,
    /// Another has this part in what happened.
    Filler(Part),
    /// More often here than there.
    Often,
    /// Another rank among the same others.
    Rank,
    /// One person by another given name.
    Name,
    /// All is the same but for one thing of a kind, or one name.
    Other,
}

/// None where both say the same, or where too much differs to tell.
pub fn contrast(a: &Statement, b: &Statement, swapped: bool) -> Option<(Contrast, Span, Span)> {
    let verbs = !are_one_deed(&a.lemma, &b.lemma)
        && a.deed.is_none_or(|d| Some(d) != b.deed)
        && are_opposite(&a.lemma, &b.lemma);
    let complements = a.complement.as_ref().zip(b.complement.as_ref());
    let complements = complements.filter(|((x, _), (y, _))| x != y && are_opposite(x, y));
    let heads = |x: &Option<Party>, y: &Option<Party>| {
        let (x, y) = (x.as_ref()?, y.as_ref()?);
        (x.head != y.head && are_opposite(&x.word, &y.word)).then_some((x.place, y.place))
    };
    let led = led(a, b).or_else(|| heads(&a.patient, &b.patient)).or_else(|| heads(&a.agent, &b.agent));
    let opposites = usize::from(verbs) + usize::from(complements.is_some()) + usize::from(led.is_some());
    let denied = a.polarity != b.polarity;
    let turned = (opposites + usize::from(denied)) % 2 == 1;
    let shares = [(&a.agent, &b.agent), (&a.patient, &b.patient)]
        .into_iter()
        .find_map(|(x, y)| shares(x.as_ref()?, y.as_ref()?));
    if swapped {
        let plain = !turned && a.modality == b.modality;
        // "Won against" and "lost against": who is the same, what came of it is not.
        if a.lemma != b.lemma && are_opposite(&a.lemma, &b.lemma) {
            return plain.then_some((Contrast::Opposite, a.predicate, b.predicate));
        }
        return plain.then_some((Contrast::Swapped, a.span, b.span));
    }
    if let Some((x, y, none)) = shares {
        // "Few shops did not open" is no other thing than "most shops opened".
        let plain = opposites == 0 && a.modality == b.modality && denied == none;
        return plain.then_some((Contrast::Share, x, y));
    }
    // "No direct trains ran" says nothing of the others.
    let pairs = || {
        let roles = [(&a.agent, &b.agent), (&a.patient, &b.patient)];
        roles.into_iter().filter_map(|(x, y)| Some((x.as_ref()?, y.as_ref()?)))
    };
    let limited = pairs().any(|(x, y)| is_none_of_a_kind(x, y) || is_none_of_a_kind(y, x));
    let denied_of_another = denied && opposites == 0 && pairs().any(|(x, y)| is_narrower(x, y) || is_narrower(y, x));
    if limited || denied_of_another {
        return None;
    }
    if turned {
        // "Many commands take a key" beside one that does not.
        if a.modality != b.modality || [a, b].iter().any(|s| of_some(s)) {
            return None;
        }
        return Some(match (opposites, &complements) {
            (0, _) => (Contrast::Negated, a.span, b.span),
            // Who denies here and confirms there denies and says one thing.
            _ if verbs && stances(a, b) => (Contrast::Negated, a.span, b.span),
            (_, Some(((_, x), (_, y)))) => (Contrast::Opposite, *x, *y),
            _ if verbs => (Contrast::Opposite, a.predicate, b.predicate),
            _ => led.map(|(x, y)| (Contrast::Opposite, x, y))?,
        });
    }
    let sure = |m: Modality| matches!(m, Modality::Will | Modality::Must);
    let drifts = sure(a.modality) && b.modality == Modality::May || sure(b.modality) && a.modality == Modality::May;
    let affirmed = a.polarity == Polarity::Affirmed && b.polarity == Polarity::Affirmed;
    (drifts && affirmed && opposites == 0).then_some((Contrast::Modality, a.predicate, b.predicate))
}

/// Two shares of one thing that cannot both be meant, and whether one of them is none.
fn shares(a: &Party, b: &Party) -> Option<(Span, Span, bool)> {
    let (x, y) = (a.share?, b.share?);
    let apart = match (x.min(y), x.max(y)) {
        (Share::None, Share::None) | (Share::Some, Share::All) => false,
        (_, Share::All) => x != y,
        (Share::None, _) => true,
        (Share::Few | Share::Half, Share::Most) => true,
        _ => false,
    };
    apart.then_some((a.counted, b.counted, x == Share::None || y == Share::None))
}

/// Is it none of a kind that the other does not speak of?
fn is_none_of_a_kind(none: &Party, other: &Party) -> bool {
    none.share == Some(Share::None)
        && other.share != Some(Share::None)
        && none.head == other.head
        && none.words.iter().any(|word| *word != none.head && !other.words.contains(word))
}

/// "Sea mail" beside "mail", of which nothing says that it is the one known.
fn is_narrower(narrow: &Party, wide: &Party) -> bool {
    let lacks = |word: &Stem| !wide.words.contains(word);
    // No boat is no old boat either.
    wide.share != Some(Share::None)
        && narrow.head == wide.head
        && narrow.names.is_empty()
        && !wide.is_definite
        && !wide.is_pronoun
        && (wide.names.is_empty() || wide.is_plural)
        && wide.words.iter().all(|word| narrow.words.contains(word))
        && narrow.words.iter().any(lacks)
}

/// Is it said of an open part only?
fn of_some(statement: &Statement) -> bool {
    [&statement.agent, &statement.patient].into_iter().flatten().any(|r| r.share == Some(Share::Some))
}

/// Two stances on an accusation.
fn stances(a: &Statement, b: &Statement) -> bool {
    let accused = |s: &Statement| s.patient.as_ref().is_some_and(|r| r.head == stem(ACCUSATION));
    [a, b].iter().all(|s| STANCES.contains(s.lemma.as_str()) && accused(s))
}
