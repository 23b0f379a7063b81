//! The part-of-speech tagger: from left to right, each token by its letters, its
//! neighbours, the classes of the dictionary and the tags already given.

use super::look::{Look, NOTHING};
use super::table::{Table, best, feature};
use super::tag::{TAGS, Tag};

pub const LABELS: usize = TAGS.len();

/// The places of the table: as many as a 18-bit hash tells apart.
pub const PLACES: usize = 1 << 18;

static WEIGHTS: &[u8] = include_bytes!("data/tagger.bin");

/// Tags the tokens of one sentence.
pub fn tag(looks: &[Look]) -> Vec<Tag> {
    tags(looks).collect()
}

/// The same one after the other, for as long as somebody asks.
pub fn tags(looks: &[Look]) -> impl Iterator<Item = Tag> {
    tags_by(Table::new(WEIGHTS), looks)
}

/// The same by the weights of `table`.
pub fn tags_by(table: Table<'_, LABELS>, looks: &[Look]) -> impl Iterator<Item = Tag> {
    let mut given: [u32; 2] = START;
    let mut found = Vec::with_capacity(40);
    (0..looks.len()).map(move |i| {
        features(looks, i, given, &mut found);
        let label = best(&table.score(&found));
        given = next(given, label);
        Tag::of(label)
    })
}

/// Before the first token.
pub const START: [u32; 2] = [LABELS as u32, LABELS as u32];

/// The last two tags, the nearer one first, after one more.
pub fn next(given: [u32; 2], label: usize) -> [u32; 2] {
    let [nearer, _] = given;
    [label as u32, nearer]
}

/// What speaks for one tag or another of token `i`, after the tags `given`.
pub fn features(looks: &[Look], i: usize, given: [u32; 2], out: &mut Vec<u32>) {
    let at = |offset: usize| (i + offset).checked_sub(2).and_then(|k| looks.get(k)).copied().unwrap_or(NOTHING);
    let (before2, before, own, next, next2) = (at(0), at(1), at(2), at(3), at(4));
    let [last, last2] = given;
    let both = last << 8 | last2;
    let start = u32::from(i == 0);
    out.clear();
    out.extend([
        feature(1, own.word, 0),
        feature(2, own.word, last),
        feature(3, own.word, next.word),
        feature(4, own.word, before.word),
        feature(5, own.suffix3, 0),
        feature(6, own.suffix2, 0),
        feature(7, own.suffix1, own.shape),
        feature(8, own.prefix, 0),
        feature(9, own.shape, start),
        feature(10, own.shape, last),
        feature(11, own.classes, 0),
        feature(12, own.classes, last),
        feature(13, own.classes, both),
        feature(14, own.classes, next.classes),
        feature(15, own.classes, own.suffix2),
        feature(16, own.classes, own.shape ^ start),
        feature(17, last, 0),
        feature(18, both, 0),
        feature(19, before.word, 0),
        feature(20, before2.word, 0),
        feature(21, next.word, 0),
        feature(22, next2.word, 0),
        feature(23, before.suffix3, last),
        feature(24, next.suffix3, 0),
        feature(25, next.classes, last),
        feature(26, next.shape, own.shape),
        feature(27, before.shape, own.shape),
        feature(28, next.word, last),
        feature(29, next.classes, next2.classes),
        feature(30, own.suffix3, last),
        feature(31, own.writing, start),
        feature(32, own.writing, own.classes),
        feature(33, own.writing, last),
        feature(34, own.writing << 8 | before.writing << 16 | next.writing, start),
        feature(35, before.suffix2, own.suffix2),
        feature(36, own.prefix, own.suffix2),
    ]);
}
