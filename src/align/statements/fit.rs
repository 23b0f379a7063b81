//! How well two statements fit, whatever they say: the verb or its opposite, who, whom, when, and the other words.

use super::super::strangers::strangers;
use crate::claim::{Ledger, Modality, Moment, Party, Said, Speaker, Statement, Stem, is_content, stem};
use crate::lexicon::en::opposites::{are_one_deed, are_opposite, lead_opposite};
use crate::lexicon::en::people::is_person;
use crate::lexicon::en::statements::{ANSWERED, MUTUAL, OPINIONS, STANCES, Share};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::story::{name_information, word_information};
use crate::text::Span;
use std::borrow::Cow;

/// What two statements must share, in thousandths of nats, and of all that the shorter and the longer say, in thousandths.
const LEAST: i64 = 6000;
const LEAST_OF_BOTH: i64 = 4500;
const OF_SHORTER: i64 = 450;
const OF_LONGER: i64 = 200;
/// What they must share beside their subject.
const BEYOND: i64 = 2500;
/// A role that both name is worth this at least.
const NAMED: i64 = 2000;

#[derive(Debug, Clone, Copy)]
pub struct Fit {
    pub weight: i64,
    /// Who does it in the one has it done to him in the other.
    pub swapped: bool,
    /// Nothing tells the one from the other in time.
    pub at_once: bool,
}

/// What comes of holding two roles against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meet {
    Same,
    Open,
    Apart,
}

/// The two in one shape: where only one says how a thing is by an adjective, the other's participle does so too, and where only one
/// says who brought it about, it is left out.
pub fn in_one_shape<'a>(a: &'a Statement, b: &'a Statement) -> (Cow<'a, Statement>, Cow<'a, Statement>) {
    let state = |s: &'a Statement, other: &Statement| match as_other_says(s, other) {
        Some(state) => Cow::Owned(state),
        None => Cow::Borrowed(s),
    };
    (state(a, b), state(b, a))
}

fn as_other_says(statement: &Statement, other: &Statement) -> Option<Statement> {
    statement.as_state(other).or_else(|| statement.as_brought_about(other)).or_else(|| statement.as_converse(other))
}

pub fn fit(ledgers: &[Ledger], (document, a): (usize, &Statement), (other, b): (usize, &Statement)) -> Option<Fit> {
    // Two people with names may each have their view.
    let views = [a, b].map(|s| &s.speaker);
    let of_two = matches!(views, [Speaker::Named(x), Speaker::Named(y)] if x != y);
    if !one_predicate(a, b) || views.contains(&&Speaker::Opinion) || of_two {
        return None;
    }
    // "When the crane fell" and "when the bus overturned", "guilty of fraud" and "cleared of perjury".
    let of_two_occasions = a.occasion.zip(b.occasion).is_some_and(|(x, y)| x.is_another_than(&y));
    if of_two_occasions || of_two_matters(a, b) {
        return None;
    }
    let (shared, own, others) = words(a, b);
    let agents = meet(a.agent.as_ref(), b.agent.as_ref());
    let patients = meet(a.patient.as_ref(), b.patient.as_ref());
    let (x, y) = (ledgers.get(document)?, ledgers.get(other)?);
    let crossed = [meet(a.agent.as_ref(), b.patient.as_ref()), meet(a.patient.as_ref(), b.agent.as_ref())];
    let swapped = crossed == [Meet::Same; 2]
        && agents == Meet::Apart
        && patients == Meet::Apart
        && a.deed.map_or(are_one_deed(&a.lemma, &b.lemma), |_| a.deed == b.deed)
        && !MUTUAL.contains(a.lemma.as_str());
    let matter = if swapped { matter((x, a), (y, b)) } else { 0 };
    if swapped && ANSWERED.contains(a.lemma.as_str()) && matter < BEYOND {
        return None;
    }
    let least = if agents == Meet::Same && patients == Meet::Same { LEAST_OF_BOTH } else { LEAST };
    // "A beat B" and "B beat A", both by their names: what else is told of the match is each text's own.
    let named =
        |s: &Statement| [&s.agent, &s.patient].into_iter().flatten().filter(|r| !r.names.is_empty()).count() == 2;
    let told_by_names = swapped && a.deed.is_some() && named(a) && named(b);
    let too_little =
        !told_by_names && (shared * 1000 < own.min(others) * OF_SHORTER || shared * 1000 < own.max(others) * OF_LONGER);
    if shared + matter < least || too_little {
        return None;
    }
    let straight = agents != Meet::Apart && patients != Meet::Apart && (agents == Meet::Same || patients == Meet::Same);
    if !swapped && !straight {
        return None;
    }
    // "We use the cache" and "we don't use the cache of icons": with nobody named, the one must say no more than the other.
    if nobody_named(a, b) && shared < own.min(others) || of_others(a, b) {
        return None;
    }
    if a.moment == Moment::Present && b.moment == Moment::Present && (under_its_own(a, y) || under_its_own(b, x)) {
        return None;
    }
    if strangers((x, a.sentence), (y, b.sentence)).is_some() {
        return None;
    }
    // Who it is said of is not enough: something else must be the same too, or it must be a thing that several words tell.
    if patients != Meet::Same && !swapped && beyond(a, b).max(of_thing(a, b)) < BEYOND {
        return None;
    }
    // Pages of one kind say of their own thing, in the same words, what they do not name again.
    let one_name = a.words.iter().any(|w| w.is_name && b.words.iter().any(|o| o.is_name && o.stem == w.stem));
    if !one_name && opens_elsewhere(x, y, None) && opens_elsewhere(y, x, None) {
        return None;
    }
    // A text tells how things change and differ; only who denies and confirms one thing in it contradicts himself.
    let stances = [a, b].map(|s| STANCES.contains(s.lemma.as_str()));
    if document == other && (stances != [true; 2] || [agents, patients] != [Meet::Same; 2] || a.moments != b.moments) {
        return None;
    }
    let drifts = a.modality != b.modality && a.polarity == b.polarity;
    if drifts && agents != Meet::Same && !(a.agent.is_none() || b.agent.is_none()) {
        return None;
    }
    if drifts && views[0] != views[1] {
        return None;
    }
    // Two occasions, where each tells more of its own.
    if swapped && only_own(a, b) && only_own(b, a) {
        return None;
    }
    Some(Fit { weight: shared, swapped, at_once: one_moment(a, b) })
}

/// One verb, or one and its opposite; of what only says how something is, what it says.
fn one_predicate(a: &Statement, b: &Statement) -> bool {
    let complements = match (&a.complement, &b.complement) {
        (Some((x, _)), Some((y, _))) => x == y || are_opposite(x, y),
        (None, None) => !a.is_copula && !b.is_copula,
        _ => !a.is_copula && !b.is_copula,
    };
    let deeds = a.deed.is_some() && a.deed == b.deed;
    // "Lost at home to Brevik" and "Brevik won": the verbs are opposite because their subjects are.
    let one_side = a.deed == b.deed || !a.turned && !b.turned;
    let opposite = || one_side && are_opposite(&a.lemma, &b.lemma);
    let copulas = a.is_copula && b.is_copula;
    complements && (deeds || copulas || are_one_deed(&a.lemma, &b.lemma) || opposite())
}

/// Nothing tells the one from the other in time. What had happened before or after another thing happened as well.
fn one_moment(a: &Statement, b: &Statement) -> bool {
    let only = |x: &[Stem], y: &[Stem]| x.iter().any(|s| !y.contains(s));
    let shifted = a.shifts != b.shifts;
    let apart = only(&a.moments, &b.moments) && only(&b.moments, &a.moments);
    // "Denies" and "denied", "accuses" and "accused" are of one moment: that of the report.
    let told = |lemma: &str| STANCES.contains(lemma) || OPINIONS.contains(lemma);
    let reported =
        [a, b].iter().all(|s| told(s.lemma.as_str()) && s.modality == Modality::Fact && s.moment != Moment::Earlier);
    let open = |m: Modality| !matches!(m, Modality::Fact);
    let past = |s: &Statement| matches!(s.moment, Moment::Past | Moment::Earlier);
    let moments = a.moment == b.moment
        || past(a) && past(b) && led(a, b).is_some()
        || reported
        || open(a.modality) && open(b.modality) && a.moment != Moment::Past && b.moment != Moment::Past;
    !shifted && !apart && moments
}

/// What both lead with small words that are the opposite of each other: "before the strike", "after the strike".
pub fn led(a: &Statement, b: &Statement) -> Option<(Span, Span)> {
    a.beside.iter().find_map(|(small, role)| {
        let other = b.beside.iter().find(|(other, there)| lead_opposite(small, other) && there.head == role.head)?;
        Some((role.led, other.1.led))
    })
}

/// "We", "they", "it" on both sides.
fn nobody_named(a: &Statement, b: &Statement) -> bool {
    [a, b].iter().all(|s| s.agent.as_ref().is_some_and(|r| r.is_pronoun))
}

/// "In strict mode the parser rejects it": what holds under something that the other text does not know, need not hold there.
fn under_its_own(statement: &Statement, other: &Ledger) -> bool {
    statement.under.is_some_and(|stem| !other.knows(stem))
}

/// "In adults" and "in children": each is said with regard to people of its own.
fn of_others(a: &Statement, b: &Statement) -> bool {
    let people = |s: &Statement| -> Vec<Party> {
        s.beside.iter().map(|(_, r)| r).filter(|r| is_person(&r.word)).cloned().collect()
    };
    let (own, others) = (people(a), people(b));
    let unknown = |x: &[Party], s: &Statement| x.iter().all(|r| s.words.iter().all(|w| w.stem != r.head));
    !own.is_empty() && !others.is_empty() && unknown(&own, b) && unknown(&others, a)
}

fn worth(word: &Said) -> i64 {
    if word.is_figure {
        return 2000;
    }
    let tenths = if word.is_name { name_information(word.stem) } else { word_information(word.stem) };
    i64::from(tenths) * 100
}

/// The first words name what the other document does not have, beside what is held against it.
pub fn opens_elsewhere(ledger: &Ledger, other: &Ledger, but: Option<Stem>) -> bool {
    let document = &ledger.document;
    let named = |i: &usize| {
        let word = document.word(*i);
        document.token(*i).is_some_and(|t| t.is_word() && t.capital) && is_content(word) && !CALENDAR.contains(word)
    };
    let mut names = document.sentence_tokens(0).filter(named).map(|i| stem(document.word(i)));
    names.any(|name| Some(name) != but && !other.knows(name))
}

/// A name or figure beside its two sides that the other does not say.
fn only_own(a: &Statement, b: &Statement) -> bool {
    a.words.iter().any(|w| (w.is_name || w.is_figure) && b.words.iter().all(|o| o.stem != w.stem))
}

/// What both say beside their subjects.
fn beyond(a: &Statement, b: &Statement) -> i64 {
    let is_of = |s: &Statement, stem: Stem| s.agent.iter().any(|r| r.words.contains(&stem));
    let shared = a.words.iter().filter(|w| !is_of(a, w.stem) && !is_of(b, w.stem));
    let shared: i64 = shared.filter(|w| b.words.iter().any(|o| o.stem == w.stem)).map(worth).sum();
    let complements = a.complement.as_ref().zip(b.complement.as_ref());
    shared + if complements.is_some() { BEYOND } else { 0 }
}

/// What both say of who or what something came over, beside its first noun: "fares on the harbour ferry", "the master of the harbour,
/// Nils Aske". A name alone is not enough.
fn of_thing(a: &Statement, b: &Statement) -> i64 {
    let Some((x, y)) = a.agent.as_ref().zip(b.agent.as_ref()).filter(|(x, y)| x.head == y.head) else { return 0 };
    // What opens at nine may close at noon.
    let at_two_times = a.moments != b.moments && !are_one_deed(&a.lemma, &b.lemma);
    if at_two_times || a.patient.is_some() || b.patient.is_some() || a.is_copula || b.is_copula {
        return 0;
    }
    let is_thing = |r: &Party| !r.names.contains(&r.head) && !is_person(&r.word);
    let told = |w: &Said| w.stem != x.head && b.words.iter().any(|o| o.stem == w.stem);
    let shared: Vec<&Said> = a.words.iter().filter(|w| told(w)).collect();
    let apposed = shared.iter().any(|w| w.is_name) && shared.iter().any(|w| !w.is_name);
    let enough = is_thing(x) && is_thing(y) || apposed;
    if enough { shared.into_iter().map(worth).sum() } else { 0 }
}

/// What both sentences tell beside who does it to whom: what somebody is accused of may be a clause of its own.
fn matter((x, a): (&Ledger, &Statement), (y, b): (&Ledger, &Statement)) -> i64 {
    let of_sides = |s: &Statement, stem: Stem| {
        let mut sides = [&s.agent, &s.patient].into_iter().flatten();
        sides.any(|r| r.words.contains(&stem) || r.names.contains(&stem))
    };
    let others = y.sentence_stems(b.sentence);
    let shared = x.sentence_stems(a.sentence).iter().filter(|s| others.binary_search(s).is_ok());
    let verbs = [stem(&a.lemma), stem(&b.lemma)];
    let shared = shared.filter(|s| !verbs.contains(s) && !of_sides(a, **s) && !of_sides(b, **s));
    shared.map(|s| i64::from(word_information(*s)) * 100).sum()
}

/// What both say, what the one says and what the other; what is contrary counts for nothing.
fn words(a: &Statement, b: &Statement) -> (i64, i64, i64) {
    let has = |s: &Statement, stem: Stem| s.words.binary_search_by(|w| w.stem.cmp(&stem)).is_ok();
    let all = |s: &Statement| s.words.iter().map(worth).sum::<i64>();
    let shared: i64 = a.words.iter().filter(|w| has(b, w.stem)).map(worth).sum();
    (shared, all(a), all(b))
}

/// "The council" and "the councillors", "the senate" and "the senators": who is called after the body decides as it does.
fn are_body_and_members(a: &Party, b: &Party) -> bool {
    /// So many letters at least begin both words, and so few end the body's.
    const BEGIN: usize = 5;
    const END: usize = 2;
    let called_after = |members: &Party, body: &Party| {
        let begin = members.word.chars().zip(body.word.chars()).take_while(|(x, y)| x == y).count();
        let letters = body.word.chars().count();
        members.is_plural
            && is_person(&members.word)
            && !is_person(&body.word)
            && begin >= BEGIN
            && begin + END >= letters
    };
    called_after(a, b) || called_after(b, a)
}

/// Of whom both name by a name, each says it with regard to a matter of its own: what is said behind "of"; or what hangs on what both
/// name is each one's own: "the ban on trawling", "the ban on fishing".
fn of_two_matters(a: &Statement, b: &Statement) -> bool {
    let hanging = |s: &'_ Statement| -> Option<(String, Vec<Stem>)> {
        let patient = s.patient.as_ref()?;
        let (small, role) = s.beside.iter().find(|(small, role)| {
            let behind =
                role.span.start.checked_sub(patient.span.end).is_some_and(|gap| gap as usize <= small.len() + 2);
            behind && !role.words.is_empty()
        })?;
        Some((small.clone(), role.words.clone()))
    };
    if let (Some((small, x)), Some((other, y))) = (hanging(a), hanging(b))
        && small == other
        && matches!(small.as_str(), "on" | "for" | "about" | "over" | "against")
        && !x.iter().any(|s| y.contains(s))
    {
        return true;
    }
    let matters = |s: &Statement| -> Option<Vec<Stem>> {
        let of = s.patient.as_ref().filter(|p| p.names.contains(&p.head))?;
        let beside = s.beside.iter().filter(|(small, _)| small == "of").flat_map(|(_, role)| role.words.iter());
        let hanging = of.words.iter().filter(|w| !of.names.contains(w));
        Some(beside.chain(hanging).copied().collect())
    };
    let Some((x, y)) = matters(a).zip(matters(b)) else { return false };
    !x.is_empty() && !y.is_empty() && !x.iter().any(|s| y.contains(s))
}

/// "Nobody" and "three people".
fn are_none_and_some(none: &Party, some: &Party) -> bool {
    let nobody = none.share == Some(Share::None) && (none.is_pronoun || none.word == "nobody");
    // "No one on the ground" is a part of those that there were.
    let all = none.words.iter().all(|w| *w == none.head || some.words.contains(w));
    nobody
        && all
        && some.share.is_none()
        && (matches!(some.word.as_str(), "people" | "person") || some.is_plural && is_person(&some.word))
}

fn meet(a: Option<&Party>, b: Option<&Party>) -> Meet {
    let (Some(a), Some(b)) = (a, b) else { return Meet::Open };
    if are_none_and_some(a, b) || are_none_and_some(b, a) {
        return Meet::Same;
    }
    if a.is_pronoun || b.is_pronoun {
        return Meet::Open;
    }
    let only = |x: &Party, y: &Party| x.words.iter().any(|s| !y.words.contains(s));
    let both_only = only(a, b) && only(b, a);
    let two_people = a.given.zip(b.given).is_some_and(|(x, y)| x != y) && a.head == b.head;
    let belongs = |x: &Party, y: &Party| {
        x.is_possessed && y.names.contains(&y.head) && x.head != y.head && x.names.contains(&y.head)
    };
    let another = a.head == b.head && a.is_another != b.is_another;
    if two_people || another || belongs(a, b) || belongs(b, a) {
        return Meet::Apart;
    }
    let named = |x: &Party| x.names.contains(&x.head);
    if a.head == b.head || are_opposite(&a.word, &b.word) || are_body_and_members(a, b) {
        let rest = |x: &Party, y: &Party| x.words.iter().any(|s| *s != x.head && !y.words.contains(s));
        let both_only = rest(a, b) && rest(b, a);
        return if both_only && !named(a) { Meet::Apart } else { Meet::Same };
    }
    let shared: i64 =
        a.words.iter().filter(|s| b.words.contains(s)).map(|s| i64::from(word_information(*s)) * 100).sum();
    // "Orme" and "Orme, a welder"; not "the mayor of Lunden" and "the bishop of Lunden".
    if !both_only && shared >= NAMED {
        return if named(a) || named(b) { Meet::Same } else { Meet::Open };
    }
    Meet::Apart
}
