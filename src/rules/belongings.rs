//! What somebody belongs to, as a text says it beside the name: a country ("the Danish sailor Ada Roth", "Ada Roth, a sailor from
//! Denmark"), a party ("Ada Roth, a Labour member of the council", "Ada Roth (Conservative)"), a body ("Ada Roth of the University of
//! Torp", "Ada Roth, who teaches at the University of Torp").

use super::attributes::{Fact, folded};
use crate::claim::is_content;
use crate::document::Document;
use crate::lexicon::en::callings::calling;
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::parties::{BODIES, PARTIES, POLITICAL};
use crate::lexicon::en::people::is_person;
use crate::text::Span;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Belonging {
    Country,
    Party,
    /// A university, a hospital: by what it is.
    Body(&'static str),
}

impl Belonging {
    /// What two of them are called.
    pub fn plural(self) -> &'static str {
        match self {
            Belonging::Country => "nationalities",
            Belonging::Party => "parties",
            Belonging::Body(_) => "bodies of one kind",
        }
    }
}

/// How many words before a name and behind it may say what somebody is.
const BEFORE: usize = 4;
const BEHIND: usize = 14;

/// What is said right beside the name at `tokens`.
pub fn belongings(document: &Document, index: usize, name: Span, tokens: &Range<usize>) -> Vec<(Belonging, Fact)> {
    let reader = Reader { document, index, name };
    let mut found = Vec::new();
    if let Some(told) = reader.before(tokens.start) {
        reader.read(told, &mut found);
    }
    if let Some(told) = reader.behind(tokens.end) {
        reader.read(told, &mut found);
    }
    found
}

struct Reader<'a> {
    document: &'a Document,
    index: usize,
    name: Span,
}

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        self.document.word(i)
    }

    fn is_capital(&self, i: usize) -> bool {
        self.document.token(i).is_some_and(|t| t.is_word() && t.capital)
    }

    fn sentence(&self) -> Range<usize> {
        self.document.sentence_tokens(self.document.sentence_at(self.name.start))
    }

    /// "the Danish sailor": the words before the name that say what its bearer is, with a noun for a person as the last.
    fn before(&self, start: usize) -> Option<Range<usize>> {
        let floor = self.sentence().start;
        let noun = start.checked_sub(1).filter(|i| *i >= floor && self.names_a_person(*i))?;
        let first = (floor.max(noun.saturating_sub(BEFORE))..noun)
            .rev()
            .take_while(|i| self.document.token(*i).is_some_and(|t| t.is_word()) && is_content(self.word(*i)))
            .last();
        first.map(|first| first..start)
    }

    /// What stands behind a comma, in brackets, or behind "of", "from", "is a", "works at".
    fn behind(&self, next: usize) -> Option<Range<usize>> {
        let end = self.sentence().end.min(next + BEHIND);
        let until = |from: usize, stops: &dyn Fn(usize) -> bool| (from..end).find(|i| stops(*i)).unwrap_or(end);
        let mark = |i: usize| {
            matches!(self.word(i), "," | ";" | "." | "(" | ")" | "“" | "\"" | "who" | "which" | "and" | "said")
        };
        match self.word(next) {
            "(" => {
                let close = until(next + 1, &|i| self.word(i) == ")");
                (close <= next + BEFORE && close < end).then_some(next..close)
            }
            "of" | "from" => {
                Some(next..until(next, &|i| i > next && !self.is_capital(i) && !matches!(self.word(i), "the" | "of")))
            }
            "is" | "was" if matches!(self.word(next + 1), "a" | "an") => Some(next + 2..until(next, &mark)),
            "," => {
                // "Ada Roth, 34, a sailor from Denmark,", "Ada Roth, 34, of the Liberals,".
                let aged = self.document.token(next + 1).is_some_and(|t| t.is_number()) && self.word(next + 2) == ",";
                let from = if aged { next + 3 } else { next + 1 };
                let works = self.word(from) == "who" && self.works(from + 1);
                let led = matches!(self.word(from), "a" | "an" | "the" | "of" | "from");
                let told = works || led || self.names_a_person(from);
                told.then(|| from..until(from + usize::from(works), &mark))
            }
            _ if self.works(next) => Some(next..until(next, &mark)),
            _ => None,
        }
    }

    /// "Of Green Lane" names a place: behind a party's name only "Party" or another of its words has a capital.
    fn ends_a_party(&self, i: usize) -> bool {
        let next = self.word(i + 1);
        !self.is_capital(i + 1) || next == "party" || POLITICAL.contains(next) || PARTIES.contains_key(next)
    }

    fn works(&self, i: usize) -> bool {
        matches!(self.word(i), "works" | "worked" | "teaches" | "taught" | "lectures" | "is" | "was")
            && matches!(self.word(i + 1), "at" | "for" | "with")
    }

    fn names_a_person(&self, i: usize) -> bool {
        let word = self.word(i);
        !self.is_capital(i) && (calling(word).is_some() || is_person(word))
    }

    fn read(&self, told: Range<usize>, found: &mut Vec<(Belonging, Fact)>) {
        let is_political = told.clone().any(|i| POLITICAL.contains(self.word(i)));
        for i in told.clone() {
            let before = i.checked_sub(1).map_or("", |b| if b >= told.start { self.word(b) } else { "" });
            let before = if before == "the" { i.checked_sub(2).map_or("", |b| self.word(b)) } else { before };
            let led = matches!(before, "of" | "from" | "(");
            if let Some(country) = countries::find(self.document, i) {
                let whole = self.word(i + country.tokens) != "-" && before != "-";
                let alone = !self.is_capital(i + country.tokens)
                    && !i.checked_sub(1).is_some_and(|b| self.is_capital(b) && told.contains(&b));
                if whole && alone && (country.form == Form::Demonym && !led || country.form == Form::Name && led) {
                    self.add(Belonging::Country, i..i + country.tokens, vec![country.country.code.to_owned()], found);
                }
            } else if let Some(party) = PARTIES.get(self.word(i)).filter(|_| self.is_capital(i) && self.ends_a_party(i))
            {
                if is_political || led {
                    self.add(Belonging::Party, i..i + 1, vec![(*party).to_owned()], found);
                }
            } else if let Some(kind) = BODIES.get(self.word(i)).filter(|_| self.is_capital(i)) {
                let part = |i: usize| self.is_capital(i) || self.word(i) == "of";
                let first = (told.start..i).rev().take_while(|i| self.is_capital(*i)).last().unwrap_or(i);
                let last = (i + 1..told.end).take_while(|i| part(*i)).last().unwrap_or(i);
                let own: Vec<String> = (first..=last)
                    .filter(|n| *n != i && self.is_capital(*n))
                    .map(|n| self.word(n).to_owned())
                    .collect();
                if !own.is_empty() {
                    self.add(Belonging::Body(kind), first..last + 1, own, found);
                }
            }
        }
    }

    fn add(&self, what: Belonging, tokens: Range<usize>, values: Vec<String>, found: &mut Vec<(Belonging, Fact)>) {
        let place = |i: usize| self.document.token(i).map(|t| t.span);
        let Some((first, last)) = place(tokens.start).zip(tokens.end.checked_sub(1).and_then(place)) else { return };
        let name = folded(self.document, self.name);
        found.push((what, Fact { document: self.index, span: first.cover(last).cover(self.name), name, values }));
    }
}
