//! One deed to one thing, of which two statements name another doer, place, cause, matter or receiver.
//!
//! Two fillers exclude each other only where the deed has one of them (`lexicon::en::deeds`), where both are of one class,
//! and where neither may be the other under a wider, fuller or other name.

use super::Contrast;
use super::rank;
use crate::claim::{Ledger, Modality, Moment, Party, Polarity, Said, Speaker, Statement, Stem, stem};
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::deeds::{Part, decide_apart, deed, is_single};
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::kinds::{self, Sort};
use crate::lexicon::en::people::is_person;
use crate::story::{is_rare_name, word_information};
use crate::text::Span;
use crate::value::{NameKind, Value};

/// One deed to one thing, in thousandths of nats.
const ONE_DEED: i64 = 4000;

/// What comes of holding the parts of two statements of one deed against each other.
#[derive(Debug, Clone, Copy)]
pub enum Held {
    Same,
    Apart(Contrast, Span, Span),
}

/// A statement with whom it is about, where it says only "it" or "she".
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    pub ledger: &'a Ledger,
    pub statement: &'a Statement,
    pub theme: &'a Party,
}

/// To whom or what it happens.
pub fn theme(statement: &Statement) -> Option<&Party> {
    statement.patient.as_ref().or(statement.agent.as_ref())
}

/// The deed that the statement tells of, if it has parts that only one can have.
pub fn deed_of(statement: &Statement) -> Option<&'static str> {
    deed(&statement.lemma)
}

pub fn held(a: About, b: About) -> Option<Held> {
    let (x, y) = (a.statement, b.statement);
    if x.is_copula && y.is_copula {
        return rank::held(a, b);
    }
    if let Some(((often, first), (other, second))) = x.often.zip(y.often) {
        let one = x.lemma == y.lemma && told_alike(x, y) && one_thing(a, b);
        let apart = Held::Apart(Contrast::Often, first, second);
        return one.then_some(if often == other { Held::Same } else { apart });
    }
    if deed_of(x)? != deed_of(y)? || !told_alike(x, y) || !one_thing(a, b) {
        return None;
    }
    let mut same = false;
    let mut apart = None;
    for part in Part::ALL.into_iter().filter(|part| is_single(&x.lemma, *part) && is_single(&y.lemma, *part)) {
        match meet(part, a, b) {
            Meet::Same => same = true,
            Meet::Open => {}
            // Two parts of it differ: two deeds.
            Meet::Apart(..) if apart.is_some() => return None,
            Meet::Apart(first, second) => apart = Some(Held::Apart(Contrast::Filler(part), first, second)),
        }
    }
    let apart = apart.filter(|_| !known_apart(a, b));
    apart.or(same.then_some(Held::Same))
}

/// What both say, in thousandths of nats.
pub fn weight(a: About, b: About) -> i64 {
    let shared = a.statement.words.iter().filter(|w| b.statement.words.iter().any(|o| o.stem == w.stem));
    shared.map(|w| i64::from(word_information(w.stem)) * 100).sum::<i64>() + ONE_DEED
}

/// Both affirm it as a fact or plan of one time, in the text's own voice.
pub fn told_alike(a: &Statement, b: &Statement) -> bool {
    let views = [&a.speaker, &b.speaker];
    let only = |x: &[Stem], y: &[Stem]| x.iter().any(|s| !y.contains(s));
    let moments = only(&a.moments, &b.moments) && only(&b.moments, &a.moments);
    let past = |m: Moment| matches!(m, Moment::Past | Moment::Earlier);
    let plain = |s: &Statement| matches!(s.modality, Modality::Fact | Modality::Will);
    !views.contains(&&Speaker::Opinion)
        && [a, b].iter().all(|s| s.polarity == Polarity::Affirmed && plain(s))
        && (a.moment == b.moment || past(a.moment) && past(b.moment))
        && !moments
        && a.shifts == b.shifts
}

/// Are both about one thing, as far as the words go?
pub fn one_thing(a: About, b: About) -> bool {
    let (x, y) = (a.theme, b.theme);
    if x.is_pronoun || y.is_pronoun || x.share.is_some() || y.share.is_some() || !x.is_definite || !y.is_definite {
        return false;
    }
    // "The Unity Party" and "the Tea Party": each has a name of its own.
    let apart = x.names.iter().any(|n| !y.names.contains(n)) && y.names.iter().any(|n| !x.names.contains(n));
    if apart || x.is_plural != y.is_plural || x.is_several || y.is_several {
        return false;
    }
    let (named, other) = (x.names.contains(&x.head), y.names.contains(&y.head));
    if named || other {
        return x.names.iter().any(|n| y.names.contains(n));
    }
    let own = |x: &Party, y: &Party| x.words.iter().any(|w| *w != x.head && !y.words.contains(w));
    kinds::may_name_one(&x.word, &y.word) && !(own(x, y) && own(y, x))
}

enum Meet {
    Same,
    Open,
    Apart(Span, Span),
}

/// Those that a statement names for a part.
fn fillers(part: Part, statement: &Statement) -> Vec<&Party> {
    let doer = statement.agent.as_ref().filter(|_| statement.patient.is_some());
    let beside = |wanted: &[&str]| -> Vec<&Party> {
        statement.beside.iter().filter(|(small, _)| wanted.contains(&small.as_str())).map(|(_, role)| role).collect()
    };
    match part {
        Part::Agent => doer.into_iter().collect(),
        Part::Cause if deed_of(statement) == Some("causing") => doer.into_iter().collect(),
        Part::Cause => beside(&["because of", "due to", "owing to"]),
        Part::Place => beside(&["in", "at", "on", "inside"]),
        Part::Matter => beside(&["of", "from", "in"]),
        Part::Goal => beside(&["to"]),
        Part::Source => beside(&["from"]),
    }
}

fn meet(part: Part, a: About, b: About) -> Meet {
    let (own, others) = (fillers(part, a.statement), fillers(part, b.statement));
    let pairs = || own.iter().flat_map(|x| others.iter().map(move |y| (*x, *y)));
    let mut apart = None;
    for (x, y) in pairs().filter(|(x, y)| !x.is_pronoun && !y.is_pronoun && !x.is_several && !y.is_several) {
        let named = [x, y].map(|role| !role.names.is_empty());
        let one = if named == [true; 2] {
            one_name((a, x), (b, y))
        } else {
            x.head == y.head || kinds::may_name_one(&x.word, &y.word)
        };
        // "In a barn in Wexley": the name decides.
        if one && (named != [false; 2] || part != Part::Place) {
            return Meet::Same;
        }
        if !one && exclude(part, (a, x), (b, y)) {
            apart = apart.or(Some((x.span, y.span)));
        }
    }
    apart.map_or(Meet::Open, |(x, y)| Meet::Apart(x, y))
}

/// Are the two of one class, and no names for one?
fn exclude(part: Part, (a, x): (About, &Party), (b, y): (About, &Party)) -> bool {
    let named = [x, y].map(|role| !role.names.is_empty());
    // "The Torp Foundation" and "the Kessel Foundation" share what they are.
    if named != [true; 2] && x.words.iter().any(|w| y.words.contains(w)) {
        return false;
    }
    match named {
        [true, true] => {
            let kinds = [kind(a.ledger, x), kind(b.ledger, y)];
            let countries = [is_country(a.ledger, x), is_country(b.ledger, y)];
            let wanted = |kind: NameKind| match part {
                Part::Place => kind != NameKind::Person && kind != NameKind::Organisation,
                Part::Agent | Part::Goal | Part::Source => !matches!(kind, NameKind::Place | NameKind::Country),
                _ => false,
            };
            let plain = part != Part::Place || x.names.contains(&x.head) && y.names.contains(&y.head);
            if !plain || stand_together(a.ledger, x, y) || stand_together(b.ledger, x, y) {
                return false;
            }
            let alike = kinds[0] == kinds[1] || kinds.contains(&NameKind::Other) && part == Part::Place;
            alike && countries[0] == countries[1] && kinds.into_iter().all(wanted)
        }
        [false, false] => match part {
            Part::Matter => {
                [x, y].iter().all(|r| is_matter(&r.word)) && !metals(&x.word, &y.word) && !metals(&y.word, &x.word)
            }
            Part::Cause => true,
            Part::Agent | Part::Goal | Part::Source => decide_apart(&x.word, &y.word),
            Part::Place => ["room", "building", "vehicle", "street"]
                .iter()
                .any(|kind| kinds::is_kind_of(&x.word, kind) && kinds::is_kind_of(&y.word, kind)),
        },
        _ => part == Part::Cause,
    }
}

/// "Metal" and "bronze": WordNet has alloys for no metals.
fn metals(wide: &str, narrow: &str) -> bool {
    wide == "metal" && kinds::is_kind_of(narrow, "alloy")
}

fn is_matter(noun: &str) -> bool {
    kinds::may_be(noun, Sort::Substance)
        || ["substance", "wood", "fabric", "ceramic", "alloy"].iter().any(|kind| kinds::is_kind_of(noun, kind))
}

/// Names of one: the one is a part of the other, or both have a word that tells more than what kind of body they are.
fn one_name((a, x): (About, &Party), (b, y): (About, &Party)) -> bool {
    let within = |x: &Party, y: &Party| x.names.iter().all(|n| y.names.contains(n));
    let kinds = [kind(a.ledger, x), kind(b.ledger, y)];
    let told = |at: About, role: &Party| -> Vec<Stem> {
        let document = &at.ledger.document;
        let tokens = document.token_at(role.span.start)..document.token_at(role.span.end);
        let own = tokens.map(|i| document.word(i)).filter(|w| !is_common(w)).map(stem);
        own.filter(|s| role.names.contains(s)).collect()
    };
    // "The Torp Foundation" and "the Kessel Foundation": what they are called by tells them apart.
    let (own, others) = (told(a, x), told(b, y));
    let of_words = kinds.contains(&NameKind::Person) || own.is_empty() || others.is_empty();
    let bodies = kinds == [NameKind::Organisation; 2] || !of_words;
    let telling: &[Stem] = if bodies { &own } else { &x.names };
    within(x, y) || within(y, x) || telling.iter().any(|s| y.names.contains(s))
}

/// Does a sentence have both names: "Torp, Kessel", "Torp in Kessel"?
fn stand_together(ledger: &Ledger, x: &Party, y: &Party) -> bool {
    // "The Torp Society" and "the Kessel Society" share what both are.
    let has = |sentence: usize, role: &Party, other: &Party| {
        let mut own = role.names.iter().filter(|n| is_rare_name(**n) && !other.names.contains(n));
        own.any(|n| ledger.sentence_stems(sentence).binary_search(n).is_ok())
    };
    (0..ledger.document.sentences.len()).any(|sentence| has(sentence, x, y) && has(sentence, y, x))
}

/// A country itself, not its capital or people.
fn is_country(ledger: &Ledger, role: &Party) -> bool {
    let found = countries::find(&ledger.document, ledger.document.token_at(role.place.start));
    found.is_some_and(|c| c.form == Form::Name)
}

pub fn kind(ledger: &Ledger, role: &Party) -> NameKind {
    let name = ledger.mentions.iter().filter(|m| m.span.overlaps(role.place)).find_map(|m| match &m.value {
        Value::Name(name) => Some(name.kind),
        _ => None,
    });
    match name {
        // "The painter Jon Lind"; not "Lind Partners".
        _ if is_person(&role.word) && !role.names.contains(&role.head) => NameKind::Person,
        Some(NameKind::Country) if !is_country(ledger, role) => NameKind::Place,
        name => name.unwrap_or(NameKind::Other),
    }
}

/// Does either text know the two as two, or bring them together: "Torp in Kessel"?
fn known_apart(a: About, b: About) -> bool {
    strangers(a, b) && strangers(b, a)
}

/// A name that stands with what is told here, which the other text has nowhere, beside the parts.
fn strangers(at: About, other: About) -> bool {
    let of_parts: Vec<Stem> =
        Part::ALL.iter().flat_map(|p| fillers(*p, at.statement)).flat_map(|r| r.words.iter().copied()).collect();
    let own = |w: &&Said| w.is_name && !of_parts.contains(&w.stem) && !at.statement.moments.contains(&w.stem);
    at.statement.words.iter().filter(own).any(|w| !other.ledger.knows(w.stem))
}
