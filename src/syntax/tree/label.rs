//! What a token is to the one it hangs on: the relations of Universal Dependencies, some of them joined.

use crate::syntax::look::{Look, NOTHING};
use crate::syntax::table::{Table, best, feature};
use crate::syntax::tag::{TAGS, Tag};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    Root,
    Nsubj,
    NsubjPass,
    Obj,
    Obl,
    Nmod,
    /// Possessors.
    Poss,
    Nummod,
    Amod,
    Det,
    Case,
    /// Compounds and the further words of a name.
    Compound,
    Appos,
    Advmod,
    Aux,
    AuxPass,
    Cop,
    Conj,
    Cc,
    Mark,
    /// Clauses under another word, whichever.
    Clause,
    /// Clauses about a noun.
    Acl,
    Punct,
    /// Further tokens of one word, and whatever else.
    Dep,
}

pub const RELATIONS: [Relation; 24] = [
    Relation::Root,
    Relation::Nsubj,
    Relation::NsubjPass,
    Relation::Obj,
    Relation::Obl,
    Relation::Nmod,
    Relation::Poss,
    Relation::Nummod,
    Relation::Amod,
    Relation::Det,
    Relation::Case,
    Relation::Compound,
    Relation::Appos,
    Relation::Advmod,
    Relation::Aux,
    Relation::AuxPass,
    Relation::Cop,
    Relation::Conj,
    Relation::Cc,
    Relation::Mark,
    Relation::Clause,
    Relation::Acl,
    Relation::Punct,
    Relation::Dep,
];

pub const LABELS: usize = RELATIONS.len();

/// The places of the table: as many as a 17-bit hash tells apart.
pub const PLACES: usize = 1 << 17;

impl Relation {
    /// The relation of the treebank's name for it.
    pub fn named(name: &str) -> Relation {
        match name {
            "root" => Relation::Root,
            "nsubj:pass" | "csubj:pass" => Relation::NsubjPass,
            "nmod:poss" => Relation::Poss,
            "aux:pass" => Relation::AuxPass,
            "acl" | "acl:relcl" => Relation::Acl,
            _ => match name.split(':').next().unwrap_or_default() {
                "nsubj" | "csubj" => Relation::Nsubj,
                "obj" | "iobj" => Relation::Obj,
                "obl" => Relation::Obl,
                "nmod" => Relation::Nmod,
                "nummod" => Relation::Nummod,
                "amod" => Relation::Amod,
                "det" => Relation::Det,
                "case" => Relation::Case,
                "compound" | "flat" => Relation::Compound,
                "appos" => Relation::Appos,
                "advmod" => Relation::Advmod,
                "aux" => Relation::Aux,
                "cop" => Relation::Cop,
                "conj" => Relation::Conj,
                "cc" => Relation::Cc,
                "mark" => Relation::Mark,
                "ccomp" | "xcomp" | "advcl" | "parataxis" => Relation::Clause,
                "punct" => Relation::Punct,
                _ => Relation::Dep,
            },
        }
    }

    pub fn number(self) -> usize {
        RELATIONS.iter().position(|r| *r == self).unwrap_or_default()
    }

    pub fn of(number: usize) -> Relation {
        RELATIONS.get(number).copied().unwrap_or(Relation::Dep)
    }

    pub fn is_subject(self) -> bool {
        matches!(self, Relation::Nsubj | Relation::NsubjPass)
    }
}

/// What token `at` is to `head`, in a sentence whose tokens hang on `heads`.
pub fn label(table: &Table<'_, LABELS>, sentence: &Labelled<'_>, at: usize, found: &mut Vec<u32>) -> Relation {
    features(sentence, at, found);
    Relation::of(best(&table.score(found)))
}

/// A sentence with its heads: the number of tokens for its own.
#[derive(Debug)]
pub struct Labelled<'a> {
    looks: &'a [Look],
    tags: &'a [Tag],
    heads: &'a [usize],
    /// By token: the first and the last that hang on it.
    children: Vec<Option<(usize, usize)>>,
}

impl<'a> Labelled<'a> {
    pub fn new(looks: &'a [Look], tags: &'a [Tag], heads: &'a [usize]) -> Labelled<'a> {
        let mut children: Vec<Option<(usize, usize)>> = vec![None; tags.len()];
        for (at, head) in heads.iter().enumerate() {
            if let Some(slot) = children.get_mut(*head) {
                *slot = Some(slot.map_or((at, at), |(first, _)| (first, at)));
            }
        }
        Labelled { looks, tags, heads, children }
    }

    fn look(&self, at: usize) -> Look {
        self.looks.get(at).copied().unwrap_or(NOTHING)
    }

    fn tag(&self, at: usize) -> u32 {
        self.tags.get(at).map_or(TAGS.len() as u32, |t| t.number() as u32)
    }
}

pub const TEMPLATES: usize = 24;

/// What speaks for one relation or another.
pub fn features(sentence: &Labelled<'_>, at: usize, out: &mut Vec<u32>) {
    let head = sentence.heads.get(at).copied().unwrap_or(usize::MAX);
    let behind = u32::from(at > head);
    let near = (at.abs_diff(head).min(5) as u32) << 1 | behind;
    let (own, top) = (sentence.look(at), sentence.look(head));
    let (tag, top_tag) = (sentence.tag(at), sentence.tag(head));
    let children = |of: usize| sentence.children.get(of).copied().flatten();
    let (first, last) = children(at).unwrap_or((usize::MAX, usize::MAX));
    let (sibling, end) = children(head).unwrap_or((usize::MAX, usize::MAX));
    let pair = tag << 6 | top_tag;
    let way = pair << 1 | behind;
    let grand = sentence.heads.get(head).copied().unwrap_or(usize::MAX);
    let beside = |i: Option<usize>| i.map_or(TAGS.len() as u32, |i| sentence.tag(i));
    let (before, next) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
    // The token right on the inner side of a child tells where among its siblings it stands.
    let inner = if behind == 1 { at.wrapping_sub(1) } else { at + 1 };
    out.clear();
    out.extend([
        feature(301, way, 0),
        feature(302, way, near),
        feature(303, own.word, top_tag << 1 | behind),
        feature(304, top.word, tag << 1 | behind),
        feature(305, own.word, top.word),
        feature(306, sentence.look(first).word, way),
        feature(307, sentence.tag(first) << 6 | sentence.tag(last), way),
        feature(308, sentence.look(first).word, own.word),
        feature(309, sentence.look(first).word, top.word ^ behind),
        feature(310, sentence.look(sibling).word, way),
        feature(311, sentence.tag(sibling) << 6 | sentence.tag(end), way),
        feature(312, own.suffix3, way),
        feature(313, top.suffix3, way),
        feature(314, sentence.tag(grand), way),
        feature(315, before << 6 | next, way),
        feature(316, sentence.look(inner).word, way),
        feature(317, own.shape, way),
        feature(318, own.classes, way),
        feature(319, top.classes, way),
        feature(320, sentence.look(end).word, way),
        feature(321, u32::from(sibling == at) << 1 | u32::from(end == at), way),
        feature(322, sentence.look(last).word, way),
        feature(323, sentence.look(head.wrapping_sub(1)).word, way),
    ]);
}
