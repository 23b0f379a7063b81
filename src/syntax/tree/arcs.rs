//! How one parser goes through a sentence (arc-hybrid): it looks at the words that wait for their heads and at those to come, and
//! takes the next one up, or hangs the last that waits on the next or on the one that waits before it. The same code reads a
//! sentence from its end.

use crate::syntax::look::{Look, NOTHING};
use crate::syntax::table::{Buckets, feature};
use crate::syntax::tag::{TAGS, Tag, Upos};

/// What a parser may do, as numbers of its labels.
pub const TAKE: usize = 0;
pub const HANG_ON_NEXT: usize = 1;
pub const HANG_ON_BEFORE: usize = 2;

/// No token.
const NONE: usize = usize::MAX;
const NO_TAG: u32 = TAGS.len() as u32;

/// One token as the parsers see it.
#[derive(Debug, Clone, Copy)]
struct Item {
    word: u32,
    suffix: u32,
    shape: u32,
    tag: u32,
    /// Small words stand for themselves, others for their tag.
    key: u32,
    /// How many marks and verbs stand before it.
    marks: u32,
    verbs: u32,
}

/// A sentence in the order in which a parser reads it.
#[derive(Debug)]
pub struct Line {
    /// The tokens, between nothing on either side; behind the last stands what the sentence's own head hangs on.
    items: Vec<Item>,
    length: usize,
}

impl Line {
    pub fn new(looks: &[Look], tags: &[Tag], backwards: bool) -> Line {
        let length = looks.len().min(tags.len());
        let mut items = Vec::with_capacity(length + 4);
        items.push(nothing(1));
        let of = looks.iter().zip(tags).map(|(look, tag)| item(look, *tag));
        if backwards {
            items.extend(of.rev())
        } else {
            items.extend(of)
        }
        items.extend([nothing(2), nothing(1), nothing(1)]);
        let (mut marks, mut verbs) = (0, 0);
        for item in items.iter_mut().skip(1).take(length + 1) {
            (item.marks, item.verbs) = (marks, verbs);
            let upos = Tag::of(item.tag as usize).upos;
            marks += u32::from(upos == Upos::Punct);
            verbs += u32::from(upos == Upos::Verb);
        }
        Line { items, length }
    }

    pub fn len(&self) -> usize {
        self.length
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// `NONE` is the first.
    fn item(&self, at: usize) -> &Item {
        self.items.get(at.wrapping_add(1)).unwrap_or(&NO_ITEM)
    }
}

const NO_ITEM: Item = nothing(1);

fn item(look: &Look, tag: Tag) -> Item {
    use Upos::{Adp, Aux, Cconj, Det, Part, Pron, Punct, Sconj, Sym};
    let number = tag.number() as u32;
    let small = matches!(tag.upos, Adp | Aux | Cconj | Det | Part | Pron | Punct | Sconj | Sym);
    let key = if small { look.word } else { number };
    Item { word: look.word, suffix: look.suffix3, shape: look.shape, tag: number, key, marks: 0, verbs: 0 }
}

const fn nothing(sign: u32) -> Item {
    Item { word: sign, suffix: sign, shape: NOTHING.shape, tag: NO_TAG + sign, key: NO_TAG + sign, marks: 0, verbs: 0 }
}

/// How far a parser has come.
#[derive(Debug, Clone)]
pub struct State {
    waiting: Vec<usize>,
    next: usize,
    /// By token: what it hangs on; the number of tokens for the sentence's own head.
    heads: Vec<usize>,
    /// By token: the last that was hung on it from before and from behind, and how many.
    before: Vec<(usize, u32)>,
    behind: Vec<(usize, u32)>,
}

impl State {
    pub fn new(length: usize) -> State {
        State {
            waiting: Vec::with_capacity(16),
            next: 0,
            heads: vec![NONE; length],
            before: vec![(NONE, 0); length + 1],
            behind: vec![(NONE, 0); length + 1],
        }
    }

    pub fn is_done(&self) -> bool {
        self.waiting.is_empty() && self.next >= self.heads.len()
    }

    /// The last that waits, and the one before it.
    pub fn last(&self) -> Option<usize> {
        self.waiting.last().copied()
    }

    fn nth(&self, back: usize) -> usize {
        self.waiting.len().checked_sub(back + 1).and_then(|i| self.waiting.get(i)).copied().unwrap_or(NONE)
    }

    pub fn waiting(&self) -> &[usize] {
        &self.waiting
    }

    pub fn next(&self) -> usize {
        self.next
    }

    pub fn heads(self) -> Vec<usize> {
        self.heads
    }

    /// Which of the three may be done.
    pub fn allowed(&self) -> [bool; 3] {
        [self.next < self.heads.len(), !self.waiting.is_empty(), self.waiting.len() > 1]
    }

    pub fn act(&mut self, what: usize) {
        if what == TAKE {
            self.waiting.push(self.next);
            self.next += 1;
            return;
        }
        let Some(last) = self.waiting.pop() else { return };
        let head = if what == HANG_ON_NEXT { self.next } else { self.last().unwrap_or(NONE) };
        if let Some(slot) = self.heads.get_mut(last) {
            *slot = head;
        }
        let of = if what == HANG_ON_NEXT { &mut self.before } else { &mut self.behind };
        if let Some((child, count)) = of.get_mut(head) {
            (*child, *count) = (last, *count + 1);
        }
    }
}

/// The allowed one with the highest sum; of equals the first.
pub fn choice(sums: &[i32; 3], allowed: [bool; 3]) -> usize {
    let mut best = (NONE, i32::MIN);
    for (what, (sum, may)) in sums.iter().zip(allowed).enumerate() {
        if may && (best.0 == NONE || *sum > best.1) {
            best = (what, *sum);
        }
    }
    best.0
}

/// The head of each token in the order of the line.
pub fn parse(table: &Buckets<'_>, line: &Line) -> Vec<usize> {
    let mut state = State::new(line.len());
    let mut found = Vec::with_capacity(TEMPLATES);
    while !state.is_done() {
        let what = match state.allowed() {
            // What cannot be done otherwise need not be weighed.
            [true, false, false] => TAKE,
            [false, true, false] => HANG_ON_NEXT,
            allowed => {
                features(line, &state, &mut found);
                choice(&table.score(&found), allowed)
            }
        };
        state.act(what);
    }
    state.heads()
}

const TEMPLATES: usize = 64;

/// What speaks for one or another of the three.
pub fn features(line: &Line, state: &State, out: &mut Vec<u32>) {
    let child = |of: &[(usize, u32)], at: usize| of.get(at).copied().unwrap_or((NONE, 0));
    let (i0, i1, i2, in0) = (state.nth(0), state.nth(1), state.nth(2), state.next);
    let (s0, s1, s2) = (line.item(i0), line.item(i1), line.item(i2));
    let (b0, b1, b2) = (line.item(in0), line.item(in0 + 1), line.item(in0 + 2));
    let (left0, lefts0) = child(&state.before, i0);
    let (right0, rights0) = child(&state.behind, i0);
    let (left1, lefts1) = child(&state.before, i1);
    let (right1, rights1) = child(&state.behind, i1);
    let (next_left, next_lefts) = child(&state.before, in0);
    let (l0, r0, lb) = (line.item(left0), line.item(right0), line.item(next_left));
    let (l1, r1) = (line.item(left1), line.item(right1));
    let tags2 = |a: &Item, b: &Item| a.tag << 6 | b.tag;
    let tags3 = |a: &Item, b: &Item, c: &Item| a.tag << 12 | b.tag << 6 | c.tag;
    let keys = |a: &Item, b: &Item| a.key ^ b.key.rotate_left(11);
    let near = in0.saturating_sub(i0).min(6) as u32;
    let apart = if i1 == NONE { 0 } else { i0.saturating_sub(i1).min(8) as u32 };
    let (marks, verbs) = (b0.marks.saturating_sub(s0.marks).min(3), b0.verbs.saturating_sub(s0.verbs).min(2));
    let between = s0.marks.saturating_sub(s1.marks).min(3) << 2 | s0.verbs.saturating_sub(s1.verbs).min(2);
    out.clear();
    out.extend([
        feature(201, s0.word, s0.tag),
        feature(202, s0.tag, 0),
        feature(203, s1.word, s1.tag),
        feature(204, s1.tag, 0),
        feature(205, b0.word, b0.tag),
        feature(206, b0.tag, 0),
        feature(207, b1.word, b1.tag),
        feature(208, b1.tag, 0),
        feature(209, b2.tag, tags2(b0, b1)),
        feature(210, s2.tag, tags2(s1, s0)),
        feature(211, s0.word, b0.word),
        feature(212, s0.word, tags2(s0, b0)),
        feature(213, b0.word, tags2(s0, b0)),
        feature(214, tags2(s0, b0), 0),
        feature(215, keys(s0, b0), 0),
        feature(216, tags2(s1, s0), 0),
        feature(217, s1.word, s0.word),
        feature(218, s1.word, tags2(s1, s0)),
        feature(219, s0.word, tags2(s1, s0)),
        feature(220, keys(s1, s0), 0),
        feature(221, keys(b0, b1), 0),
        feature(222, tags2(s1, b0), 0),
        feature(223, tags3(s0, b0, b1), 0),
        feature(224, tags3(s1, s0, b0), 0),
        feature(225, keys(s1, s0), b0.key),
        feature(226, keys(s0, b0), b1.key),
        feature(227, tags3(s0, b0, l0), 1),
        feature(228, tags3(s0, b0, r0), 2),
        feature(229, tags3(s0, b0, lb), 3),
        feature(230, tags3(s1, s0, r1), 4),
        feature(231, tags3(s1, s0, l1), 5),
        feature(232, tags3(s1, s0, l0), 6),
        feature(233, tags3(s1, s0, r0), 7),
        feature(234, tags2(s0, b0), near),
        feature(235, tags2(s1, s0), apart),
        feature(236, keys(s0, b0), near),
        feature(237, keys(s1, s0), apart),
        feature(238, tags2(s0, b0), marks << 2 | verbs),
        feature(239, tags3(s1, s0, b0), between),
        feature(240, s0.tag, lefts0.min(4) << 3 | rights0.min(4)),
        feature(241, s1.tag, lefts1.min(4) << 3 | rights1.min(4)),
        feature(242, b0.tag, next_lefts.min(4)),
        feature(243, s0.word, rights0.min(3) << 6 | b0.tag),
        feature(244, s1.word, l0.key),
        feature(245, s1.word, r0.key),
        feature(246, s1.tag, l0.key ^ s0.word),
        feature(247, s1.tag, r0.key ^ s0.word),
        feature(248, s2.word, l0.key ^ s1.tag),
        feature(249, keys(s2, s1), keys(l0, b0)),
        feature(250, keys(s1, l0), keys(s0, b0)),
        feature(251, keys(s0, r0), keys(l0, b0)),
        feature(252, keys(s1, r1), keys(s0, b0)),
        feature(253, keys(b0, lb), keys(s0, b1)),
        feature(254, keys(s2, s1), keys(s0, b0)),
        feature(255, s0.suffix, b0.tag),
        feature(256, b0.suffix, s0.tag),
        feature(257, s1.suffix, s0.tag),
        feature(258, s0.shape, b0.shape ^ s0.tag),
        feature(259, s1.shape, s0.shape ^ s1.tag),
        feature(260, keys(b0, b1), keys(b2, s0)),
        feature(261, s0.suffix, s1.suffix ^ between),
    ]);
}
