//! Whether a statement is told as being so, and in whose voice.

#![allow(clippy::arithmetic_side_effects, reason = "places within one sentence")]

use super::{OneSentence, Role, Speaker, Stem, is_no};
use crate::lexicon::en::statements::{NOT_ONLY, OPINIONS, REPORTING, SUPPOSING};
use crate::syntax::{Clause, Part, Tense, Upos};
use std::ops::Range;

impl OneSentence<'_> {
    /// Is it told as a condition, a guess or with half a "not"?
    pub(super) fn is_supposed(&self, clause: &Clause, verb: Range<usize>) -> bool {
        let outside = |i: &usize| !verb.contains(i);
        let supposing = (0..self.syntax.words.len()).filter(outside).any(|i| SUPPOSING.contains(self.word(i)));
        let no = |i: usize| self.word(i) == "nor" || is_no(self.word(i));
        let end = self.syntax.words.len();
        let mut noes = clause.tokens.clone().filter(|i| no(*i));
        let half = noes.any(|at| {
            let near = (at + 1..(at + 3).min(end)).any(|i| NOT_ONLY.contains(self.word(i)));
            // "Not from Roth but from a friend" denies that it is from Roth.
            let corrects = |i: usize| self.word(i + 1) == self.word(at + 1) && self.is(at + 1, Upos::Adp);
            near || (at + 1..end).any(|i| self.word(i) == "but" && !corrects(i) || self.word(i) == "until")
        });
        let but = (clause.tokens.start..clause.tokens.end)
            .any(|i| matches!(self.word(i), "except" | "nor" | "neither") && self.word(i) != "neither");
        supposing || half || but
    }

    /// "when it holds", "every key that holds", "the claim that it holds": one case of several, or somebody's word.
    pub(super) fn tells_a_case(&self, clause: &Clause) -> bool {
        let Some(opener) = clause.opener else { return false };
        let before = opener.checked_sub(1);
        let verb = before.is_some_and(|b| self.syntax.verbs.iter().any(|v| v.tokens.end == b + 1));
        // "Said on Friday that it would close".
        let said = || {
            let before = self.clauses.iter().rev().find(|c| c.tokens.end <= opener);
            before.is_some_and(|c| REPORTING.contains(c.lemma.as_str()) && c.patient.is_none())
        };
        // "It was Roth who sold it".
        const LONGEST: usize = 6;
        let is_cleft = self.clauses.iter().any(|c| {
            let it = c.agent.as_ref().is_some_and(|a| self.word(a.head) == "it");
            let verb = self.syntax.verbs.get(c.verb).filter(|v| it && v.copula && !v.negated && v.tokens.end <= opener);
            verb.is_some_and(|v| opener - v.tokens.end <= LONGEST)
        });
        match self.word(opener) {
            "that" | "who" | "which" if is_cleft => false,
            "that" => !verb && !said(),
            "which" | "who" => before.is_none_or(|b| self.word(b) != ","),
            "because" | "and" | "but" | "although" | "though" | "whereas" => false,
            "while" => before.is_none_or(|b| self.word(b) != ","),
            _ => true,
        }
    }

    pub(super) fn speaker(&self, index: usize) -> Speaker {
        let own = self.clauses.get(index);
        let place = own.and_then(|c| self.span(c.tokens.clone()));
        if place.is_some_and(|span| self.ledger.is_quoted(span)) {
            return Speaker::Opinion;
        }
        let mut found = Speaker::Text;
        // "She accused him of having sold it": what hangs on the statement does not tell whose view it is.
        let hangs = |at: usize, c: &Clause| {
            at > index && self.syntax.verbs.get(c.verb).is_some_and(|v| v.tense == Tense::NotFinite)
        };
        let is_leading =
            |at: usize, c: &Clause| at != index && own.is_none_or(|o| o.lead != Some(c.verb)) && !hangs(at, c);
        for (at, clause) in self.clauses.iter().enumerate().filter(|(at, c)| is_leading(*at, c)) {
            let end = self.syntax.verbs.get(clause.verb).map_or(0, |v| v.tokens.end);
            let open = clause.patient.is_none() || self.word(end) == "that" || at > index;
            let vague =
                |part: &Part| matches!(self.word(part.head), "some" | "others" | "many" | "critics" | "opponents");
            if open && REPORTING.contains(clause.lemma.as_str()) && clause.agent.as_ref().is_some_and(vague) {
                return Speaker::Opinion;
            }
            if OPINIONS.contains(clause.lemma.as_str())
                && (self.word(end) == "that" || clause.patient.is_none() && clause.complement.is_none())
            {
                return Speaker::Opinion;
            }
            let mut sides = [&clause.agent, &clause.patient].into_iter().flatten();
            if open
                && REPORTING.contains(clause.lemma.as_str())
                && let Some(name) = sides.find_map(|part| self.person(part))
            {
                found = Speaker::Named(name);
            }
        }
        let according = (0..self.syntax.words.len()).find(|i| self.word(*i) == "according");
        if let Some(first) = according.map(|i| i + 2).filter(|i| self.capital(*i)) {
            let last = (first..self.syntax.words.len()).take_while(|i| self.capital(*i)).last().unwrap_or(first);
            found = Speaker::Named(self.stem(last));
        }
        found
    }

    /// "Had said that it would close": is it told in the words of somebody who spoke in the past?
    pub(super) fn is_reported(&self, index: usize) -> bool {
        let said = |c: &Clause| {
            let verb = self.syntax.verbs.get(c.verb);
            REPORTING.contains(c.lemma.as_str()) && verb.is_some_and(|v| v.tense == Tense::Past)
        };
        self.clauses.iter().enumerate().any(|(at, c)| at != index && c.patient.is_none() && said(c))
    }

    /// "The owner said that it would close the yard": whom a pronoun means that is the subject of what is reported.
    pub(super) fn reporter(&self, index: usize, pronoun: &Role) -> Option<Role> {
        let own = self.clauses.get(index)?;
        let said = self.clauses.get(..index)?.iter().rev().find(|c| c.tokens.end <= own.tokens.start)?;
        let is_saying = REPORTING.contains(said.lemma.as_str()) && said.patient.is_none();
        let who = self.role(said.agent.as_ref().filter(|_| is_saying)?)?;
        let is_meant = pronoun.is_pronoun && !who.is_pronoun && !who.is_several && who.can_be(&pronoun.word);
        is_meant.then_some(Role { span: pronoun.span, ..who })
    }

    /// The last part of a name without an article: of a person rather than an office.
    fn person(&self, part: &Part) -> Option<Stem> {
        let is_office = matches!(self.word(part.tokens.start), "the" | "a" | "an" | "its" | "their");
        let named = part.tokens.clone().rev().find(|i| self.is(*i, Upos::Propn));
        named.filter(|_| !is_office).map(|i| self.stem(i))
    }
}
