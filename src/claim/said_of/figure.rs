//! What one figure or date of a sentence is said of: a label before it, the noun that it stands with, or the subject of
//! the verb that it hangs on as far as two parsers agree.

use crate::lexicon::en::numerals::NUMERALS;
use crate::lexicon::en::statements::MOMENTS;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::syntax::{Counted, Form, Head, Relation, Syntax, Tense, Tree, Upos, lemma};
use std::ops::Range;

/// So many steps up a tree.
const STEPS: usize = 12;
/// A label before a figure has no more words.
const LABEL: usize = 7;
/// So far behind its verb a figure may stand where nobody knows on what it hangs.
const REACH: usize = 8;

/// A figure or date in its sentence. Tokens are counted from the start of it.
#[derive(Debug)]
pub struct Figure<'s, 'd> {
    pub syntax: &'s Syntax<'d>,
    pub own: Range<usize>,
    pub is_date: bool,
    /// A number without a unit.
    pub is_count: bool,
}

impl Figure<'_, '_> {
    fn upos(&self, i: usize) -> Upos {
        self.syntax.tags.get(i).map_or(Upos::X, |t| t.upos)
    }

    fn word(&self, i: usize) -> &str {
        self.syntax.words.get(i).copied().unwrap_or_default()
    }

    fn is_noun(&self, i: usize) -> bool {
        matches!(self.upos(i), Upos::Noun | Upos::Propn)
    }

    /// "Quarter", "May", "end": of what it tells is asked further up.
    fn is_time(&self, i: usize) -> bool {
        let base = self.syntax.tags.get(i).map_or_else(String::new, |t| lemma(self.word(i), *t));
        let part = matches!(base.as_str(), "end" | "beginning" | "start" | "middle");
        part || CALENDAR.contains(self.word(i))
            || MOMENTS.contains(base.as_str())
            || NUMERALS.contains_key(self.word(i))
    }

    fn is_own(&self, i: usize) -> bool {
        self.own.contains(&i)
    }

    /// "Elevation 1,812 m", "Base camp, 3,120 m": what stands before the figure where the sentence opens with a noun and no
    /// verb comes before it.
    pub fn label(&self) -> Option<impl Iterator<Item = usize>> {
        let before = 0..self.own.start;
        let word = |i: &usize| !matches!(self.upos(*i), Upos::Punct | Upos::Sym);
        let nominal = |i: usize| {
            matches!(self.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Det | Upos::Punct)
        };
        let first = before.clone().find(word)?;
        let last = before.clone().rev().find(word)?;
        let short = before.clone().filter(word).count() <= LABEL;
        let fits = short && before.clone().all(nominal) && self.is_noun(last) && !matches!(self.upos(first), Upos::Adp);
        let told = before.clone().any(|i| self.is_noun(i) && !self.is_time(i));
        let ends = self.own.end >= self.syntax.words.len() || self.upos(self.own.end) == Upos::Punct;
        (fits && told && ends).then(|| before.filter(move |i| word(i) && self.upos(*i) != Upos::Det))
    }

    /// What it is said of where its own noun phrase tells.
    pub fn at_hand(&self) -> Option<usize> {
        let counted = self.counted();
        let of = counted.of.filter(|i| self.may_be(*i) && *i >= self.own.end);
        let noun = || counted.noun.filter(|i| self.may_be(*i) && self.is_count);
        of.or_else(noun).or_else(|| self.in_brackets()).or_else(|| self.worth())
    }

    /// What it is said of where the tree of its sentence tells.
    pub fn by(&self, tree: &Tree) -> Option<usize> {
        match self.climb(tree) {
            Climbed::To(found) => Some(found).filter(|f| self.may_be(*f) && !self.is_time(*f)),
            Climbed::Astray => None,
            Climbed::Open => self.beside_verb(tree).or(self.counted().of).filter(|f| self.may_be(*f)),
        }
    }

    fn may_be(&self, i: usize) -> bool {
        !self.is_own(i) && (self.is_noun(i) || self.upos(i) == Upos::Pron)
    }

    /// "Peter the Great (1672-1725)".
    fn in_brackets(&self) -> Option<usize> {
        let bracket = self.own.start.checked_sub(1).filter(|i| self.is_date && self.word(*i) == "(")?;
        let closed = self.word(self.own.end) == ")";
        bracket.checked_sub(1).filter(|i| closed && self.is_noun(*i) && !self.is_time(*i))
    }

    /// "A deal worth about $9 million", "coins, worth $2 million": the one adjective that has an object.
    fn worth(&self) -> Option<usize> {
        let passed = |i: &usize| matches!(self.upos(*i), Upos::Adv | Upos::Det | Upos::Adj) && self.word(*i) != "worth";
        let at = (0..self.own.start).rev().find(|i| !passed(i)).filter(|i| self.word(*i) == "worth")?;
        let before = (0..at).rev().find(|i| self.word(*i) != ",")?;
        self.syntax.phrase(before).map(|_| before)
    }

    fn counted(&self) -> Counted {
        if self.is_date {
            return Counted::default();
        }
        let told = |c: &Counted| c.noun.is_some() || c.of.is_some();
        self.own.clone().map(|i| self.syntax.counted(i)).find(told).unwrap_or_default()
    }

    /// From the figure up to a noun that it stands with, or a verb whose subject is told.
    fn climb(&self, tree: &Tree) -> Climbed {
        let top = |i: &usize| match tree.head(*i) {
            Head::Of(head) => !self.is_own(head),
            Head::Top => true,
            Head::Open => false,
        };
        let Some(mut at) = self.own.clone().rev().find(top) else { return Climbed::Open };
        // Nothing but times and numbers was passed.
        let mut own = true;
        for _ in 0..STEPS {
            // "The toll was 14": what is said of the subject heads the clause.
            if let Some(subject) = tree.child(at, Relation::is_subject) {
                return if self.is_own(subject) { Climbed::Astray } else { Climbed::To(subject) };
            }
            let Some((head, relation)) = tree.arc(at) else { return Climbed::Open };
            if relation.is_subject() || relation == Relation::Punct {
                return Climbed::Astray;
            }
            if own && self.stands_with(tree, at, head, relation) {
                return Climbed::To(head);
            }
            if matches!(self.upos(head), Upos::Verb | Upos::Aux) {
                // A verb between is likelier its own.
                let between = self.syntax.verbs.iter().any(|v| head < v.tokens.start && v.main < self.own.start);
                return match self.of_verb(tree, head) {
                    Some(subject) if !between => Climbed::To(subject),
                    _ if between => Climbed::Open,
                    _ => Climbed::Astray,
                };
            }
            own &= self.is_time(head) || self.upos(head) == Upos::Num;
            at = head;
        }
        Climbed::Astray
    }

    /// "The 1884 bridge", "the edition of 1962", "the toll for 2024": is the noun above what it is said of? Other
    /// small words hang on the verb more often than parsers see.
    fn stands_with(&self, tree: &Tree, at: usize, head: usize, relation: Relation) -> bool {
        if !self.is_noun(head) || self.is_time(head) || self.is_own(head) {
            return false;
        }
        match relation {
            Relation::Nummod | Relation::Amod | Relation::Compound | Relation::Poss => head > at,
            Relation::Nmod => {
                let case = tree.child(at, |r| r == Relation::Case).map_or("", |i| self.word(i));
                matches!(case, "of" | "for" | "with") || case.is_empty() && head > at
            }
            _ => false,
        }
    }

    /// Where nobody knows on what it hangs: the subject of the verb right before it, with nothing between that could be
    /// another clause; before all verbs, that of the first.
    fn beside_verb(&self, tree: &Tree) -> Option<usize> {
        let before = self.syntax.verbs.partition_point(|v| v.main < self.own.start);
        let nearest = match before.checked_sub(1) {
            Some(last) => self.syntax.verbs.get(last)?,
            None => self.syntax.verbs.first().filter(|_| self.is_date)?,
        };
        let between = if nearest.main < self.own.start { nearest.main..self.own.start } else { 0..0 };
        let broken = between.clone().any(|i| {
            self.upos(i) == Upos::Punct && self.word(i) != "-" || matches!(self.upos(i), Upos::Sconj | Upos::Cconj)
        });
        if broken || between.len() > REACH { None } else { self.of_verb(tree, nearest.main) }
    }

    /// Who does what a verb tells, or has it done.
    fn of_verb(&self, tree: &Tree, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..STEPS {
            if let Some(subject) = tree.child(at, Relation::is_subject) {
                if !matches!(self.word(subject), "who" | "which" | "that") {
                    return Some(subject).filter(|s| !self.is_own(*s));
                }
                return tree.arc(at).filter(|(head, r)| *r == Relation::Acl && self.is_noun(*head)).map(|(h, _)| h);
            }
            // A verb that says when has a subject of its own, though the parsers may not see it.
            let group = self.syntax.verbs.iter().find(|v| v.main == at);
            if let Some(group) = group.filter(|g| g.tense != Tense::NotFinite) {
                let beside = self.syntax.subject(group).filter(|s| !self.is_own(*s) && self.is_noun(*s));
                if beside.is_some() || !matches!(tree.arc(at), Some((_, Relation::Conj))) {
                    return beside;
                }
            }
            let form = self.syntax.tags.get(at).and_then(|t| t.form);
            match tree.arc(at) {
                Some((head, Relation::Acl)) if self.is_noun(head) && form != Some(Form::Base) => return Some(head),
                Some((head, Relation::Conj | Relation::Clause)) => at = head,
                _ => break,
            }
        }
        None
    }
}

/// Where a climb up the tree ended.
enum Climbed {
    To(usize),
    /// The parsers do not agree.
    Open,
    /// At something of which nothing is known.
    Astray,
}
