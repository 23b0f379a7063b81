//! Each of two sentences names what the other text names nowhere: they tell of two things of one kind,
//! two towns' censuses or two teams' seasons, however alike they read.

use super::Addend;
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::mention::quote::SAYING;
use crate::story::is_rare_name;
use std::ops::Range;

const WEIGHT: f64 = -2.0;

/// Evidence against two sentences of different documents, if each names a stranger to the other.
pub fn strangers(a: (&Ledger, usize), b: (&Ledger, usize)) -> Option<Addend> {
    strangers_beside(a, b, [&[]; 2])
}

/// The same of all names but those that are held against each other.
pub fn strangers_beside(a: (&Ledger, usize), b: (&Ledger, usize), but: [&[Stem]; 2]) -> Option<Addend> {
    let (first, second) = (stranger(a, b.0, but[0])?, stranger(b, a.0, but[1])?);
    Some(Addend {
        weight: WEIGHT, reason: format!("only one text names “{first}”, and only the other “{second}”")
    })
}

/// A name of the sentence that the other document does not have, not even as a word.
fn stranger<'a>((ledger, sentence): (&'a Ledger, usize), other: &Ledger, but: &[Stem]) -> Option<&'a str> {
    let document = &ledger.document;
    let sentence = document.sentence_tokens(sentence);
    let mut names = sentence.clone().skip(1).filter(|index| is_name(document, *index));
    let rare = |stem: Stem| !but.contains(&stem) && is_rare_name(stem) && !other.knows(stem);
    // "The Peruvians" are named where "Peru" is.
    let of_known_country = |index: usize| {
        countries::find(document, index)
            .is_some_and(|c| c.form != Form::Seat && other.countries().contains(c.country.code))
    };
    names
        .find(|index| {
            rare(stem(document.word(*index))) && !only_tells(document, &sentence, *index) && !of_known_country(*index)
        })
        .map(|index| document.written(index))
}

/// Whose word something is has no part in it: "Ada Moe said", "said Moe", "according to the Herald".
fn only_tells(document: &Document, tokens: &Range<usize>, index: usize) -> bool {
    let capital = |i: &usize| document.token(*i).is_some_and(|t| t.is_word() && t.capital);
    let first = (tokens.start..=index).rev().take_while(capital).last().unwrap_or(index);
    let behind = (index..tokens.end).find(|i| !capital(i)).unwrap_or(tokens.end);
    let tells = |i: Option<usize>| {
        i.is_some_and(|i| tokens.contains(&i) && (SAYING.contains(document.word(i)) || document.word(i) == "according"))
    };
    let leads = |i: usize| matches!(document.word(i), "to" | "the" | "by");
    let before = (tokens.start..first).rev().find(|i| !leads(*i));
    tells(Some(behind)) || tells(before)
}

fn is_name(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    document.token(index).is_some_and(|t| t.is_word() && t.capital) && is_content(word) && !CALENDAR.contains(word)
}
