//! What two figures of two documents have in common, whatever they say. Whole numbers in thousandths, so
//! that every machine judges alike.

#![allow(clippy::arithmetic_side_effects, reason = "sums over one sentence, far from the ends of 64 bits")]

use super::context::{Beside, Context, Word};
use super::subject::Subject;
use crate::claim::Stem;
use crate::story::log2;

pub const FEATURES: [&str; 30] = [
    "words around both, log2(1 + nats)",
    "words around both, of all around either",
    "words close to both, log2(1 + nats)",
    "words of both sentences, of all of either",
    "words of the sentences beside, of all of either",
    "one head",
    "different heads",
    "both count or measure one thing",
    "they count or measure different things",
    "both are of one thing",
    "they are of different things",
    "one verb",
    "the word before is the same",
    "the word behind is the same",
    "both words before are the same",
    "names in one sentence only, both ways, log2(1 + n)",
    "other figures that both sentences give, up to 2",
    "how far apart in the texts",
    "both lead",
    "one unit as printed",
    "both stand in a field or cell of one label",
    "dates of different verbs",
    "dates: words close to both, log2(1 + nats)",
    "one subject",
    "their subjects are two names",
    "their subjects are two nouns",
    "words close to both evoke one frame",
    "words close to them evoke different frames",
    "dates of different things",
    "ages of one name",
];

pub type Features = [i64; FEATURES.len()];

/// What the words are worth that stand in the sentences beside both.
pub fn beside(a: &Beside, b: &Beside) -> i64 {
    let both = a.words.iter().filter(|(stem, _)| b.words.binary_search_by(|(other, _)| other.cmp(stem)).is_ok());
    both.map(|(_, worth)| worth).sum()
}

/// `companions` is how many other figures of both sentences agree; `beside` is told by the function of that name.
pub fn features(a: &Context, b: &Context, beside: i64, companions: i64) -> Features {
    let (mut shared, mut close, mut plain) = (0, 0, 0);
    for word in &a.words {
        let Ok(at) = b.words.binary_search_by(|other| other.stem.cmp(&word.stem)) else { continue };
        let Some(other) = b.words.get(at) else { continue };
        let near = word.near.min(other.near);
        shared += word.worth * near / 1000;
        plain += word.worth;
        if near >= CLOSE {
            close += word.worth;
        }
    }
    let lone = |x: &Context, y: &Context| {
        let has = |s| {
            y.words.binary_search_by(|o| o.stem.cmp(s)).is_ok()
                || y.beside.words.binary_search_by(|(o, _)| o.cmp(s)).is_ok()
        };
        x.words.iter().filter(|w| w.is_name && w.worth >= RARE && !has(&w.stem)).count() as u64
    };
    let frames = |c: &Context| -> Vec<Stem> {
        c.words.iter().filter(|w| w.is_frame && w.near >= CLOSE).map(|w| w.stem).collect()
    };
    let (own, others) = (frames(a), frames(b));
    let one_frame = own.iter().any(|frame| others.contains(frame));
    let things = |c: &Context| [c.noun, c.of, c.head];
    let one_of = things(a).iter().flatten().any(|s| things(b).iter().flatten().any(|o| o == s));
    let before = (a.left, a.before_left) == (b.left, b.before_left);
    [
        log2_of_nats(shared),
        share(shared, a.around + b.around - shared),
        log2_of_nats(close),
        share(plain, a.all + b.all - plain),
        share(beside, a.beside.all + b.beside.all - beside),
        same(a.head, b.head),
        differ(a.head, b.head),
        same(a.noun, b.noun),
        differ(a.noun, b.noun),
        flag(one_of),
        differ(a.of, b.of),
        same(a.verb, b.verb),
        same(a.left, b.left),
        same(a.right, b.right),
        flag(before && a.before_left.is_some()),
        log2(1 + lone(a, b).min(lone(b, a))),
        companions.min(2) * 1000,
        (a.position - b.position).abs(),
        flag(a.leads && b.leads),
        flag(a.unit == b.unit),
        same(a.label, b.label),
        if a.is_date { differ(a.verb, b.verb) } else { 0 },
        if a.is_date { log2_of_nats(close) } else { 0 },
        same(a.subject, b.subject),
        differ(a.subject.and_then(Subject::name), b.subject.and_then(Subject::name)),
        differ(a.subject.and_then(Subject::noun), b.subject.and_then(Subject::noun)),
        flag(one_frame),
        flag(!one_frame && !own.is_empty() && !others.is_empty()),
        differ(a.dated, b.dated),
        same(a.whose, b.whose),
    ]
}

/// Sentences that are alike but for their figures and a noun behind one word tell of two things: "the fee for the harbour
/// rose to $9" and "the fee for the museum rose to $7".
pub fn alike_but_for_nouns(a: &Context, b: &Context) -> bool {
    let has = |x: &Context, w: &Word| x.words.binary_search_by(|o| o.stem.cmp(&w.stem)).is_ok();
    let shared: i64 = a.words.iter().filter(|w| has(b, w)).map(|w| w.worth).sum();
    let own = |x: &Context, y: &Context| -> Vec<Stem> {
        x.words.iter().filter(|w| w.near >= AT_HAND && !has(y, w)).filter_map(|w| w.noun_behind).collect()
    };
    let others = own(b, a);
    share(shared, a.all + b.all - shared) >= ALIKE && own(a, b).iter().any(|before| others.contains(before))
}

/// Of all words of both, so much is in common of what is alike, in thousandths.
const ALIKE: i64 = 400;
/// Nearer words are at hand.
const AT_HAND: i64 = 500;

/// A thousand where it holds.
pub fn flag(held: bool) -> i64 {
    i64::from(held) * 1000
}

fn same<T: PartialEq>(x: Option<T>, y: Option<T>) -> i64 {
    flag(x.is_some() && x == y)
}

fn differ<T: PartialEq>(x: Option<T>, y: Option<T>) -> i64 {
    flag(x.is_some() && y.is_some() && x != y)
}

/// Only words as near as this are close, in thousandths.
const CLOSE: i64 = 700;
/// A name of this worth is rare.
const RARE: i64 = 4000;

fn share(part: i64, whole: i64) -> i64 {
    part * 1000 / whole.max(1)
}

/// log2(1 + n) of thousandths.
fn log2_of_nats(thousandths: i64) -> i64 {
    log2(1000 + thousandths.max(0) as u64) - log2(1000)
}
