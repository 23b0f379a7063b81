//! The tree of a sentence, as far as two parsers agree on it: one reads from the start, the other from the end, and
//! what both hang on the same word is right far more often than what either says alone. Costs more than all else
//! of a sentence, so it is made for those only of which somebody asks.

pub mod arcs;
pub mod label;

pub use label::Relation;

use super::look::Look;
use super::table::{Buckets, Table};
use super::tag::{Tag, Upos};
use arcs::Line;
use label::Labelled;

static FORWARDS: &[u8] = include_bytes!("../data/forwards.bin");
static BACKWARDS: &[u8] = include_bytes!("../data/backwards.bin");
static RELATIONS: &[u8] = include_bytes!("../data/relations.bin");

/// What a token hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// The parsers do not agree.
    Open,
    /// Nothing: it is the head of its sentence.
    Top,
    Of(usize),
}

/// Tokens are counted from the start of the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    heads: Vec<Head>,
    relations: Vec<Relation>,
}

impl Tree {
    pub fn of(looks: &[Look], tags: &[Tag]) -> Tree {
        let models = Models {
            forwards: Buckets::new(FORWARDS),
            backwards: Buckets::new(BACKWARDS),
            relations: Table::new(RELATIONS),
        };
        models.tree(looks, tags)
    }

    pub fn head(&self, token: usize) -> Head {
        self.heads.get(token).copied().unwrap_or(Head::Open)
    }

    /// What a token is to what it hangs on; nothing where the parsers do not agree on that.
    pub fn relation(&self, token: usize) -> Option<Relation> {
        self.relations.get(token).copied().filter(|_| self.head(token) != Head::Open)
    }

    /// The token that this one hangs on, and as what.
    pub fn arc(&self, token: usize) -> Option<(usize, Relation)> {
        match self.head(token) {
            Head::Of(head) => self.relation(token).map(|relation| (head, relation)),
            Head::Open | Head::Top => None,
        }
    }

    /// The tokens that hang on this one, and as what.
    pub fn children(&self, token: usize) -> impl Iterator<Item = (usize, Relation)> {
        (0..self.heads.len()).filter_map(move |i| self.arc(i).filter(|(head, _)| *head == token).map(|(_, r)| (i, r)))
    }

    /// The first that hangs on this one as one of these.
    pub fn child(&self, token: usize, is: impl Fn(Relation) -> bool) -> Option<usize> {
        self.children(token).find(|(_, relation)| is(*relation)).map(|(child, _)| child)
    }
}

impl Tree {
    /// A subject is a noun or stands for one, and what it is the subject of is a verb, or is said to be so ("is ready"). It is
    /// a passive's where the verb has an auxiliary of the passive.
    fn with_plain_subjects(mut self, tags: &[Tag]) -> Tree {
        let subjects: Vec<usize> =
            (0..tags.len()).filter(|at| self.relation(*at).is_some_and(Relation::is_subject)).collect();
        for at in subjects {
            let plain = self.plain_subject(tags, at);
            if let Some(relation) = self.relations.get_mut(at) {
                *relation = plain;
            }
        }
        self
    }

    fn plain_subject(&self, tags: &[Tag], at: usize) -> Relation {
        use Upos::{Adj, Aux, Det, Noun, Num, Pron, Propn, Sym, Verb};
        let upos = |i: usize| tags.get(i).map_or(Upos::X, |t| t.upos);
        let nominal = matches!(upos(at), Noun | Propn | Pron | Num | Det | Sym | Adj);
        let Some((head, _)) = self.arc(at).filter(|_| nominal) else { return Relation::Dep };
        if self.child(head, |r| r == Relation::AuxPass).is_some() {
            Relation::NsubjPass
        } else if matches!(upos(head), Verb | Aux) || self.child(head, |r| r == Relation::Cop).is_some() {
            Relation::Nsubj
        } else {
            Relation::Dep
        }
    }
}

/// The tables of the parsers.
#[derive(Debug, Clone, Copy)]
pub struct Models<'a> {
    pub forwards: Buckets<'a>,
    pub backwards: Buckets<'a>,
    pub relations: Table<'a, { label::LABELS }>,
}

impl Models<'_> {
    pub fn tree(&self, looks: &[Look], tags: &[Tag]) -> Tree {
        let heads = arcs::parse(&self.forwards, &Line::new(looks, tags, false));
        let mirrored = arcs::parse(&self.backwards, &Line::new(looks, tags, true));
        let turned = turned(&mirrored);
        let labelled = Labelled::new(looks, tags, &heads);
        let mut found = Vec::with_capacity(label::TEMPLATES);
        let mut tree = Tree { heads: Vec::with_capacity(tags.len()), relations: Vec::with_capacity(tags.len()) };
        for (at, (one, other)) in heads.iter().zip(&turned).enumerate() {
            let (head, relation) = if one != other {
                (Head::Open, Relation::Dep)
            } else if *one == tags.len() {
                (Head::Top, Relation::Root)
            } else {
                (Head::Of(*one), label::label(&self.relations, &labelled, at, &mut found))
            };
            tree.heads.push(head);
            tree.relations.push(relation);
        }
        tree.with_plain_subjects(tags)
    }
}

/// The heads of a sentence that was read from its end, in the order of its tokens; and the other way round.
pub fn turned(heads: &[usize]) -> Vec<usize> {
    let length = heads.len();
    heads.iter().rev().map(|head| if *head < length { length - 1 - head } else { *head }).collect()
}
