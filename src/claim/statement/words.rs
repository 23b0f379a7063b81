//! What a statement says beside its verb: its words, when it holds, and on what occasion.

#![allow(clippy::arithmetic_side_effects, reason = "places within one sentence")]

use super::{Occasion, OneSentence, Said, THIN};
use crate::claim::{Stem, is_content, stem};
use crate::lexicon::en::statements::{SHARES, SHIFTS};
use crate::syntax::Clause;
use std::ops::Range;

impl OneSentence<'_> {
    pub(super) fn words(&self, clause: &Clause, verb: Range<usize>, lead: Option<Range<usize>>) -> Vec<Said> {
        let mut found = self.said(clause.tokens.clone(), &verb, lead.as_ref());
        // "Three people were hurt when the crane fell": on what occasion tells more than the clause.
        if found.len() <= THIN
            && let Some(occasion) = self.occasion(clause)
        {
            found.extend(self.said(occasion.tokens.clone(), &verb, lead.as_ref()));
        }
        found.sort_unstable();
        found.dedup_by_key(|w| w.stem);
        found
    }

    /// The clause behind that tells when.
    pub(super) fn occasion(&self, clause: &Clause) -> Option<&Clause> {
        let opens = |i: usize| matches!(self.word(i), "when" | "as" | "after" | "while");
        let next = self.clauses.iter().find(|c| c.tokens.start >= clause.tokens.end)?;
        let between = (clause.tokens.end..next.tokens.start).any(opens);
        between.then_some(next)
    }

    pub(super) fn what_happens(&self, clause: &Clause) -> Option<Occasion> {
        let subject = clause.agent.as_ref().or(clause.patient.as_ref())?;
        Some(Occasion { deed: stem(&clause.lemma), of: self.stem(subject.head), is_another: self.is_another(subject) })
    }

    pub(super) fn said(&self, tokens: Range<usize>, verb: &Range<usize>, lead: Option<&Range<usize>>) -> Vec<Said> {
        let mut found: Vec<Said> = Vec::new();
        for i in tokens {
            let word = self.word(i);
            let inside = verb.contains(&i) || lead.is_some_and(|l| l.contains(&i));
            let Some(token) = self.document.token(self.first + i).filter(|_| !inside) else { continue };
            if token.is_number() {
                found.push(Said { stem: stem(word), is_name: false, is_figure: true });
            } else if token.is_word() && is_content(word) {
                found.push(Said { stem: self.stem(i), is_name: token.capital && i > 0, is_figure: false });
            }
        }
        found
    }

    /// Of what is reported, when it was said tells as well: "at first they said".
    pub(super) fn stems_in(&self, clause: &Clause, reported: bool, wanted: impl Fn(&str) -> bool) -> Vec<Stem> {
        let whole = 0..self.syntax.words.len();
        let behind = self.occasion(clause).map_or(clause.tokens.end, |next| next.tokens.end);
        let tokens = if self.clauses.len() == 1 || reported { whole } else { clause.tokens.start..behind };
        // "Only half of", "only a few": of how many, not since when.
        let of_share =
            |i: usize| self.word(i) == "only" && (SHARES.contains_key(self.word(i + 1)) || self.word(i + 1) == "a");
        // "This spring" is another one than "last spring".
        let this = |i: usize| self.word(i) == "this" && wanted(self.word(i + 1));
        let told = |i: &usize| wanted(self.word(*i)) && !of_share(*i) || this(*i);
        let mut found: Vec<Stem> = tokens.filter(told).map(|i| stem(self.word(i))).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Words that put it at another moment; "yet" that opens the sentence says "but".
    pub(super) fn shifts(&self, clause: &Clause, reported: bool) -> Vec<Stem> {
        let found = self.stems_in(clause, reported, |w| SHIFTS.contains(w));
        let opens = self.word(0) == "yet" && !(1..self.syntax.words.len()).any(|i| self.word(i) == "yet");
        found.into_iter().filter(|s| !opens || *s != stem("yet")).collect()
    }
}
