//! How old a person is said to be, beside the full name: "Ada Roth, 52, said", "34-year-old nurse
//! Ada Roth", "Ada Roth, who has died aged 92", "Ada Roth died on Monday. She was 91."

use crate::document::Document;
use crate::lexicon::en::kin::KIN;
use crate::text::Span;
use std::ops::Range;

#[derive(Debug, Clone, Copy)]
pub struct Age {
    pub years: u8,
    /// The number alone.
    pub span: Span,
    /// It will not change any more.
    pub at_death: bool,
}

/// How many words may stand between "34-year-old" and the name.
const BEFORE: usize = 4;
/// And where a comma stands before the name.
const BEFORE_COMMA: usize = 8;
/// A name so far from the start of its sentence is what the sentence is about.
const OPENING: usize = 3;

/// The ages given to whoever the full name at `name` names.
pub fn ages(document: &Document, name: Range<usize>) -> Vec<Age> {
    let reader = Reader { document };
    let beside = reader.behind(name.end).or_else(|| reader.before(name.start));
    let beside = beside.or_else(|| reader.at_so_many(&name)).map(|at| (at, false));
    let told = reader.at_death(&name).map(|at| (at, true)).or_else(|| reader.in_next_sentence(&name));
    beside.into_iter().chain(told).filter_map(|(at, at_death)| reader.age(at, at_death)).collect()
}

/// An age that stands apart from any full name, and whom the words right before it name: a surname, or nobody but "who", "he".
#[derive(Debug)]
pub struct Loose {
    pub age: Age,
    /// The token of the surname.
    pub surname: Option<usize>,
}

/// "Roth, 52, said", "Roth is 52.", "the nurse, who is 52, had", "She is 52 and lives in Delm."
pub fn loose(document: &Document) -> Vec<Loose> {
    let reader = Reader { document };
    let at = (0..document.tokens.len()).filter(|i| reader.number(*i));
    at.filter_map(|at| reader.loose(at)).collect()
}

struct Reader<'a> {
    document: &'a Document,
}

impl Reader<'_> {
    fn loose(&self, at: usize) -> Option<Loose> {
        let word = |i: usize| self.document.word(i);
        let (verb, before) = (at.checked_sub(1)?, at.checked_sub(2)?);
        let ends = matches!(word(at + 1), "," | "." | ";");
        let capital = self.document.token(before).is_some_and(|t| t.is_word() && t.capital);
        let told = match word(verb) {
            "is" | "was" if word(before) == "who" => ends.then_some(None),
            "is" if matches!(word(before), "he" | "she") => (ends || word(at + 1) == "and").then_some(None),
            "is" | "," if capital => ends.then_some(Some(before)),
            // "Ada Roth, a nurse from Delm, is 52."
            "is" if word(before) == "," => ends.then_some(None),
            _ => None,
        };
        Some(Loose { surname: told?, age: self.age(at, false)? })
    }

    fn age(&self, at: usize, at_death: bool) -> Option<Age> {
        let token = self.document.token(at).filter(|t| t.is_number())?;
        let years = self.document.slice(token.span).parse::<u8>().ok().filter(|n| (1..=115).contains(n))?;
        Some(Age { years, span: token.span, at_death })
    }

    fn number(&self, at: usize) -> bool {
        self.document.token(at).is_some_and(|t| t.is_number())
    }

    /// "Ada Roth, 52," "Ada Roth (52)", "Ada Roth, aged 52", "Ada Roth, a 52-year-old nurse".
    fn behind(&self, next: usize) -> Option<usize> {
        let word = |i: usize| self.document.word(i);
        if !matches!(word(next), "," | "(") {
            return None;
        }
        let aged = next + 1 + usize::from(matches!(word(next + 1), "aged" | "age"));
        if self.number(aged) && (matches!(word(aged + 1), "," | "." | ")" | ";") || aged > next + 1) {
            return Some(aged);
        }
        let at = next + 1 + usize::from(matches!(word(next + 1), "a" | "an" | "the"));
        (self.number(at) && self.year_old(at + 1).is_some()).then_some(at)
    }

    /// "At 52, Ada Roth is the oldest", "Ada Roth will retire at the age of 52": told of now or of what is to come; whoever "married at
    /// the age of 22" was so old then.
    fn at_so_many(&self, name: &Range<usize>) -> Option<usize> {
        const REACH: usize = 12;
        let word = |i: usize| self.document.word(i);
        let start = self.document.token(name.start)?.span.start;
        let sentence = self.document.sentence_tokens(self.document.sentence_at(start));
        let behind = name.end..(name.end + REACH).min(sentence.end);
        let to_come = behind.clone().any(|i| word(i) == "will");
        let is_now = to_come || behind.clone().take(2).any(|i| matches!(word(i), "is" | "has" | "remains" | "becomes"));
        let before = sentence.start + 1;
        let opens =
            word(sentence.start) == "at" && self.number(before) && word(before + 1) == "," && name.start == before + 2;
        let aged = |i: &usize| word(*i) == "age" && word(i + 1) == "of" && self.number(i + 2) && word(i - 1) == "the";
        let of_kin = behind.clone().any(|i| KIN.contains(word(i)));
        match () {
            () if opens && is_now => Some(before),
            () if to_come && !of_kin => behind.into_iter().find(aged).map(|i| i + 2),
            () => None,
        }
    }

    /// "52-year-old nurse Ada Roth", "the 52-year-old head of the clinic, Ada Roth,".
    fn before(&self, name: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        let comma = name.checked_sub(1).filter(|i| self.document.word(*i) == ",");
        let (name, reach) = comma.map_or((name, BEFORE), |comma| (comma, BEFORE_COMMA));
        let from = name.saturating_sub(reach + LONGEST);
        let at = (from..name).rev().find(|i| self.number(*i))?;
        let end = self.year_old(at + 1)?;
        let between = (end..name).all(|i| self.document.token(i).is_some_and(|t| t.is_word()));
        let led = comma.is_none()
            || at.checked_sub(1).is_some_and(|i| matches!(self.document.word(i), "the" | "its" | "their"));
        (between && led && end <= name && name - end <= reach).then_some(at)
    }

    /// Where "-year-old" ends that starts at `at`.
    fn year_old(&self, at: usize) -> Option<usize> {
        let word = |i: usize| self.document.word(i);
        let skip = |i: usize| i + usize::from(matches!(word(i), "-" | "‑"));
        let year = skip(at);
        let old = skip(year + 1);
        (matches!(word(year), "year" | "years") && word(old) == "old").then_some(old + 1)
    }

    /// "Ada Roth, who has died aged 92", "Ada Roth dies at 92", "Ada Roth died at the age of 92".
    fn at_death(&self, name: &Range<usize>) -> Option<usize> {
        let sentence = self.subject_of(name)?;
        let rest = name.end..sentence.end;
        let death = rest.clone().find(|i| matches!(self.document.word(*i), "died" | "dies"))?;
        let at = (death + 1..sentence.end).find(|i| self.number(*i) && self.is_aged(*i, death))?;
        let of_another = (name.end..at).any(|i| KIN.contains(self.document.word(i)));
        (!of_another).then_some(at)
    }

    fn is_aged(&self, at: usize, death: usize) -> bool {
        let word = |back: usize| at.checked_sub(back).map_or("", |i| self.document.word(i));
        word(1) == "aged" || word(1) == "at" && at == death + 2 || word(1) == "of" && word(2) == "age"
    }

    /// "Ada Roth died on Monday. She was 91."
    fn in_next_sentence(&self, name: &Range<usize>) -> Option<(usize, bool)> {
        const LONGEST: usize = 4;
        let sentence = self.subject_of(name)?;
        let document = self.document;
        let next = document.sentence_tokens(document.sentence_at(document.token(name.start)?.span.start) + 1);
        let word = |i: usize| document.word(next.start + i);
        let plain = matches!(word(0), "he" | "she") && matches!(word(1), "was" | "is") && next.len() <= LONGEST;
        let died = sentence.into_iter().any(|i| matches!(document.word(i), "died" | "dies" | "dead" | "killed"));
        plain.then_some((next.start + 2, died && word(1) == "was"))
    }

    /// The sentence that the name opens.
    fn subject_of(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let sentence = document.sentence_tokens(document.sentence_at(document.token(name.start)?.span.start));
        (name.start < sentence.start + OPENING).then_some(sentence)
    }
}
