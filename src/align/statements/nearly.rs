//! Two statements that say the same in the same words but for one part, which two things of one kind fill: what neither text
//! has of the other.

use super::Contrast;
use super::roles::{kind, told_alike};
use crate::claim::{Ledger, Modality, Moment, Party, Said, Statement, Stem, stem};
use crate::lexicon::en::kinds::are_siblings;
use crate::lexicon::en::opposites::{are_one_deed, are_opposite};
use crate::lexicon::en::statements::{ANSWERED, MUTUAL};
use crate::story::{is_rare_name, name_information, word_information};
use crate::text::Span;
use crate::value::NameKind;

/// What both must say, in thousandths of nats.
pub const LEAST: i64 = 9000;

pub fn nearly(
    ledgers: &[Ledger],
    (document, a): (usize, &Statement),
    (other, b): (usize, &Statement),
) -> Option<(Contrast, Span, Span)> {
    // What is so at all times is said of many things in the same words.
    let told = |s: &Statement| s.moment != Moment::Present || s.modality == Modality::Will;
    let known = |s: &Statement| super::roles::theme(s).is_some_and(|theme| theme.is_definite);
    if !known(a)
        || !known(b)
        || !told(a)
        || !told(b)
        || a.is_copula
        || b.is_copula
        || !are_one_deed(&a.lemma, &b.lemma)
        || MUTUAL.contains(a.lemma.as_str())
        || ANSWERED.contains(a.lemma.as_str())
        || !told_alike(a, b)
    {
        return None;
    }
    let only = |x: &Statement, y: &Statement| -> Vec<Said> {
        x.words.iter().filter(|w| y.words.iter().all(|o| o.stem != w.stem)).copied().collect()
    };
    let (own, others) = (only(a, b), only(b, a));
    let shared: i64 = a.words.iter().filter(|w| own.iter().all(|o| o.stem != w.stem)).map(worth).sum();
    if own.is_empty() || others.is_empty() || shared < LEAST || own.iter().chain(&others).any(|w| w.is_figure) {
        return None;
    }
    let (x, y) = (ledgers.get(document)?, ledgers.get(other)?);
    if own.iter().any(|w| y.knows(w.stem)) || others.iter().any(|w| x.knows(w.stem)) {
        return None;
    }
    // Two texts on two things of one kind say the same of both; a name tells that it is one.
    let named = |w: &&Said| w.is_name && is_rare_name(w.stem);
    if !a.words.iter().filter(named).any(|w| b.words.iter().any(|o| o.stem == w.stem)) {
        return None;
    }
    let within = |words: &[Said], role: &Party| words.iter().all(|w| role.words.contains(&w.stem));
    let theme = |role: &Party| super::roles::theme(a).is_some_and(|theme| theme.span == role.span);
    let (one, two) =
        parts(a, b).into_iter().filter(|(r, _)| !theme(r)).find(|(r, s)| within(&own, r) && within(&others, s))?;
    // Whom it is about is the same, and one thing more.
    let same = parts(a, b).iter().filter(|(r, s)| r.head == s.head && r.words == s.words).count();
    if same == 0 || one.is_several || two.is_several || one.is_pronoun || two.is_pronoun {
        return None;
    }
    let named = |role: &Party, words: &[Said]| words.iter().all(|w| role.names.contains(&w.stem));
    let contrast = match (named(one, &own), named(two, &others)) {
        (true, true) => {
            let (k, l) = (kind(x, one), kind(y, two));
            let persons = k == NameKind::Person && l == NameKind::Person;
            match k == l {
                true if persons && one.head == two.head => Contrast::Name,
                true => Contrast::Other,
                false => return None,
            }
        }
        (false, false) => {
            let ([own], [other]) = (&own[..], &others[..]) else { return None };
            // "The oak door", "the pine door".
            let (left, right) = match one.head == two.head {
                true => (written(x, one, own.stem)?, written(y, two, other.stem)?),
                false => (one.word.as_str(), two.word.as_str()),
            };
            if !are_siblings(left, right) || are_opposite(left, right) {
                return None;
            }
            Contrast::Other
        }
        _ => return None,
    };
    Some((contrast, one.span, two.span))
}

/// How a word of a part is written.
fn written<'a>(ledger: &'a Ledger, role: &Party, word: Stem) -> Option<&'a str> {
    let document = &ledger.document;
    let tokens = document.token_at(role.span.start)..document.token_at(role.span.end);
    tokens.map(|i| document.word(i)).find(|w| stem(w) == word)
}

fn worth(word: &Said) -> i64 {
    let tenths = if word.is_name { name_information(word.stem) } else { word_information(word.stem) };
    i64::from(tenths) * 100
}

/// The parts that stand in one place of both.
fn parts<'a>(a: &'a Statement, b: &'a Statement) -> Vec<(&'a Party, &'a Party)> {
    let mut found: Vec<(&Party, &Party)> = Vec::new();
    found.extend(a.agent.as_ref().zip(b.agent.as_ref()));
    found.extend(a.patient.as_ref().zip(b.patient.as_ref()));
    for (small, role) in &a.beside {
        found.extend(b.beside.iter().filter(|(other, _)| other == small).map(|(_, other)| (role, other)));
    }
    found
}
