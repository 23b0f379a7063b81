//! Who or what a statement is about: a noun phrase with what it is known by, of how many it is said, and whom it is of.

#![allow(clippy::arithmetic_side_effects, reason = "places within one sentence")]

use super::{OneSentence, Role};
use crate::claim::{Stem, is_content};
use crate::lexicon::en::forms::{Inflection, regular};
use crate::lexicon::en::kinds::{Sort, sort};
use crate::lexicon::en::names::TITLES;
use crate::lexicon::en::people::is_person;
use crate::lexicon::en::statements::{MEANT_BY, SHARES, Share};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::syntax::{Clause, Part, Upos};

impl Role {
    /// Can this be "he", "she" or "it"?
    pub fn can_be(&self, pronoun: &str) -> bool {
        let named = self.names.contains(&self.head);
        let person = is_person(&self.word) && sort(&self.word).is_none_or(|s| s == Sort::Person);
        match pronoun {
            "he" | "she" => named || person,
            "it" => !person && !self.is_plural,
            _ => false,
        }
    }
}

impl OneSentence<'_> {
    pub(super) fn role(&self, part: &Part) -> Option<Role> {
        let content = |i: &usize| {
            is_content(self.word(*i))
                && !CALENDAR.contains(self.word(*i))
                && self.document.token(self.first + i).is_some_and(|t| t.is_word())
        };
        let mut words: Vec<Stem> = part.tokens.clone().filter(&content).map(|i| self.stem(i)).collect();
        words.sort_unstable();
        words.dedup();
        let name = |i: &usize| content(i) && self.capital(*i) && (*i > 0 || self.is(*i, Upos::Propn));
        let told: Vec<usize> = part.tokens.clone().filter(|i| name(i) && !TITLES.contains(self.word(*i))).collect();
        let given = told.first().map(|i| self.stem(*i));
        let names = part.tokens.clone().filter(&name).map(|i| self.stem(i)).collect();
        let (share, from) = self.share(part);
        Some(Role {
            span: self.span(part.tokens.clone())?,
            led: self.span(part.tokens.clone())?,
            head: self.stem(part.head),
            word: self.base(part.head),
            place: self.span(part.head..part.head + 1)?,
            is_pronoun: self.is(part.head, Upos::Pron) || words.is_empty(),
            words,
            names,
            share,
            counted: self.span(from..part.head.max(from) + 1)?,
            is_definite: self.is_definite(part),
            given: given.filter(|_| told.len() > 1),
            is_possessed: (part.tokens.start..part.head).any(|i| matches!(self.word(i), "'s" | "’s" | "'" | "’")),
            is_plural: self.is(part.head, Upos::Noun) && self.base(part.head) != self.word(part.head),
            is_another: self.is_another(part),
            is_several: part
                .tokens
                .clone()
                .take_while(|i| !self.is(*i, Upos::Adp))
                .any(|i| matches!(self.word(i), "and" | "or" | "&")),
        })
    }

    /// What stands beside the verb, each with its small word; "in the wake of the strike" is after it.
    pub(super) fn roles_beside(&self, clause: &Clause) -> Vec<(String, Role)> {
        let beside = |(at, part): &(usize, Part)| {
            let meant = MEANT_BY.get(self.word(part.head)).filter(|_| matches!(self.word(*at), "in" | "on"));
            let (small, role) = match meant.zip(self.hanging(part)) {
                Some((small, of)) => ((*small).to_owned(), of),
                None => (self.small(*at), self.role(part)?),
            };
            // "Prior to the strike" is shown with both its words.
            let first = at.checked_sub(1).filter(|i| self.word(*i) == "prior").unwrap_or(*at);
            Some((small, Role { led: self.span(first..part.tokens.end)?, ..role }))
        };
        let receiver = clause.receiver.as_ref().and_then(|p| Some(("to".to_owned(), self.role(p)?)));
        clause.beside.iter().filter_map(beside).chain(receiver).collect()
    }

    /// Does a word before its noun tell it from others of its kind?
    pub(super) fn is_another(&self, part: &Part) -> bool {
        let compared =
            |i: usize| self.is(i, Upos::Adj) && regular(self.word(i)).any(|(what, _)| what == Inflection::Comparative);
        let told = |i: usize| {
            matches!(
                self.word(i),
                "another" | "other" | "second" | "third" | "former" | "previous" | "earlier" | "later"
            )
        };
        (part.tokens.start..part.head).any(|i| told(i) || compared(i))
    }

    /// "The", "its", "Torp's", or a name by itself.
    fn is_definite(&self, part: &Part) -> bool {
        let first = self.word(part.tokens.start);
        let possessed = part.tokens.clone().any(|i| matches!(self.word(i), "'s" | "’s"));
        let article =
            matches!(first, "the" | "this" | "that" | "its" | "his" | "her" | "their" | "our" | "these" | "those");
        article || possessed || self.is(part.head, Upos::Propn) && !matches!(first, "a" | "an")
    }

    /// Of how many it is said, and from which word on: "all", "most of the", "no"; not "all but two".
    pub(super) fn share(&self, part: &Part) -> (Option<Share>, usize) {
        let start = part.tokens.start;
        let of = start.checked_sub(1).filter(|i| self.word(*i) == "of").unwrap_or(start);
        let opens = (of.saturating_sub(1)..(start + 3).min(part.tokens.end))
            .find_map(|i| Some((i, SHARES.get(self.word(i)).copied()?)));
        let but = (start..part.tokens.end + 4).any(|i| matches!(self.word(i), "but" | "except"));
        let Some((at, share)) = opens.filter(|_| !but) else { return (None, start) };
        let before = |i: usize| i.checked_sub(1).map_or("", |b| self.word(b));
        let from = if before(at) == "a" { at - 1 } else { at };
        let only = matches!(before(from), "only" | "just");
        // "A few" are some, "few" and "only a few" are hardly any; "some 40" are about 40.
        let share = if share == Share::Few && from < at && !only { Share::Some } else { share };
        if share == Share::Some && self.is(at + 1, Upos::Num) {
            return (None, start);
        }
        (Some(share), if only { from - 1 } else { from })
    }
}
