//! Noun phrases without what follows their head ("the old harbour", "14 people", "Northern Rail"): from left to right,
//! each token begins one, goes on with one, or stands outside.

use super::look::{Look, NOTHING};
use super::table::{Kept, best, feature};
use super::tag::{Form, TAGS, Tag, Upos};
use std::ops::Range;

pub const LABELS: usize = 3;

static WEIGHTS: &[u8] = include_bytes!("data/chunker.bin");

/// Beyond either end of a sentence.
const NO_TAG: u32 = TAGS.len() as u32;

pub const OUTSIDE: usize = 0;
pub const BEGINS: usize = 1;
pub const GOES_ON: usize = 2;

/// The noun phrases of one sentence, as ranges of its tokens.
pub fn chunk(looks: &[Look], tags: &[Tag]) -> Vec<Range<usize>> {
    chunk_by(&Kept::new(WEIGHTS), looks, tags)
}

/// The same by the weights of `table`.
pub fn chunk_by(table: &Kept<'_>, looks: &[Look], tags: &[Tag]) -> Vec<Range<usize>> {
    let mut labels = Vec::with_capacity(looks.len());
    let mut found = Vec::with_capacity(40);
    let numbers = numbers(tags);
    for i in 0..looks.len() {
        features(looks, &numbers, i, given(&labels), &mut found);
        labels.push(allowed(&table.score(&found), given(&labels)));
    }
    let phrases = ranges(&labels).into_iter().filter_map(|range| trimmed(range, tags)).collect();
    with_numbers(phrases, tags)
}

/// A sign of money stays with its amount. A number in no phrase belongs to the noun or number right before it ("Article 5"),
/// else it is a phrase of its own.
fn with_numbers(phrases: Vec<Range<usize>>, tags: &[Tag]) -> Vec<Range<usize>> {
    let is = |i: Option<usize>, wanted: &[Upos]| i.and_then(|i| tags.get(i)).is_some_and(|t| wanted.contains(&t.upos));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(phrases.len());
    let mut free = 0;
    for phrase in phrases.into_iter().chain(std::iter::once(tags.len()..tags.len())) {
        for i in (free..phrase.start).filter(|i| is(Some(*i), &[Upos::Num])) {
            let before = i.checked_sub(1);
            match out.last_mut() {
                Some(last) if last.end == i && is(before, &[Upos::Num, Upos::Noun, Upos::Propn]) => last.end = i + 1,
                last => {
                    let taken = last.map_or(0, |l| l.end);
                    let sign = before.filter(|b| *b >= taken && is(Some(*b), &[Upos::Sym]));
                    out.push(sign.unwrap_or(i)..i + 1);
                }
            }
        }
        free = phrase.end;
        if !phrase.is_empty() {
            let taken = out.last().map_or(0, |l| l.end);
            let sign = phrase.start.checked_sub(1).filter(|b| *b >= taken && is(Some(*b), &[Upos::Sym]));
            let start = sign.filter(|_| is(Some(phrase.start), &[Upos::Num])).unwrap_or(phrase.start);
            out.push(start..phrase.end);
        }
    }
    out
}

/// Without what no noun phrase ends in.
fn trimmed(range: Range<usize>, tags: &[Tag]) -> Option<Range<usize>> {
    use Upos::{Adj, Det, Noun, Num, Pron, Propn, Sym, Verb, X};
    let ends = |t: &Tag| match t.upos {
        Noun | Propn | Pron | Num | Sym | Det | Adj | X => true,
        Verb => t.form == Some(Form::Gerund),
        _ => false,
    };
    let inside = tags.get(range.clone()).unwrap_or_default();
    let last = inside.iter().rposition(ends)?;
    Some(range.start..range.start + last + 1)
}

/// The best label that may follow: nothing goes on that did not begin.
pub fn allowed(sums: &[i32; LABELS], given: [usize; 2]) -> usize {
    let [outside, begins, _] = *sums;
    if given.first() == Some(&OUTSIDE) { best(&[outside, begins]) } else { best(sums) }
}

/// The last two labels, the nearer one first.
pub fn given(labels: &[usize]) -> [usize; 2] {
    let mut back = labels.iter().rev().copied();
    [back.next().unwrap_or(OUTSIDE), back.next().unwrap_or(OUTSIDE)]
}

/// The numbers of the tags, as the features take them.
pub fn numbers(tags: &[Tag]) -> Vec<u32> {
    tags.iter().map(|t| t.number() as u32).collect()
}

/// The ranges that labels mark out.
pub fn ranges(labels: &[usize]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        match *label {
            BEGINS => out.push(i..i + 1),
            GOES_ON => {
                if let Some(last) = out.last_mut() {
                    last.end = i + 1;
                }
            }
            _ => {}
        }
    }
    out
}

/// What speaks for one label or another of token `i`, after the labels `given`.
pub fn features(looks: &[Look], tags: &[u32], i: usize, given: [usize; 2], out: &mut Vec<u32>) {
    let place = |offset: usize| (i + offset).checked_sub(3);
    let look = |offset: usize| place(offset).and_then(|k| looks.get(k)).copied().unwrap_or(NOTHING);
    let tag = |offset: usize| place(offset).and_then(|k| tags.get(k)).copied().unwrap_or(NO_TAG);
    // What small words do is their own; other words do what their tag does.
    let key = |offset: usize| if is_small(tag(offset)) { look(offset).word } else { tag(offset) };
    let (before, own, next) = (look(2), look(3), look(4));
    let (t3, t2, t1, t, n1, n2, n3) = (tag(0), tag(1), tag(2), tag(3), tag(4), tag(5), tag(6));
    let (k2, k1, k, m1, m2) = (key(1), key(2), key(3), key(4), key(5));
    let last = given.first().map_or(0, |l| *l as u32);
    let both = last << 2 | given.last().map_or(0, |l| *l as u32);
    out.clear();
    out.extend([
        feature(101, t, last),
        feature(102, t << 8 | t1, both),
        feature(103, t << 8 | n1, last),
        feature(104, t << 8 | n1 << 16 | n2, last),
        feature(105, t << 8 | t1 << 16 | n1, last),
        feature(106, t << 8 | t1 << 16 | t2, last),
        feature(107, k, last),
        feature(108, k1, k.rotate_left(9) ^ last),
        feature(109, k, m1.rotate_left(9) ^ last),
        feature(110, feature(1, k1, m1), k.rotate_left(9) ^ last),
        feature(111, feature(1, m2, m1), k.rotate_left(9) ^ last),
        feature(112, feature(1, k1, k2), k.rotate_left(9) ^ last),
        feature(113, own.shape, t << 8 | last),
        feature(114, own.writing << 8 | before.writing, t << 8 | t1),
        feature(115, n1 << 8 | n2 << 16 | n3, t << 8 | last),
        feature(116, t1 << 8 | t2 << 16 | t3, t << 8 | both),
        feature(117, next.shape, t << 8 | last),
        feature(118, t2 << 8 | t1 << 16 | t << 24 | n1, n2 << 8 | last),
    ]);
}

/// Is it the tag of words of which there are few?
fn is_small(tag: u32) -> bool {
    use Upos::{Adp, Aux, Cconj, Det, Part, Pron, Punct, Sconj, Sym};
    tag != NO_TAG && matches!(Tag::of(tag as usize).upos, Adp | Aux | Cconj | Det | Part | Pron | Punct | Sconj | Sym)
}
