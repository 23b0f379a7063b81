//! Does the clause around a time speak of what was or of what will be? Decides which
//! Friday, or which March, is meant.

use super::line::{Line, Tag};
use super::shape::{Found, Open};
use crate::lexicon::en::time_words::TimeWord as W;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    /// "ended March 31": the last one.
    Over,
    Unknown,
}

/// How many tokens before and behind a time are looked at.
const BEFORE: usize = 14;
const BEHIND: usize = 8;

/// The tense of the clause around a time.
pub fn of(line: &Line, found: &Found) -> Tense {
    let before = found.from.checked_sub(1).map_or("", |i| line.text(i));
    match before {
        "ended" => return Tense::Over,
        "ending" | "beginning" => return Tense::Future,
        _ if found.open == Some(Open::Until) => return Tense::Future,
        _ => {}
    }
    around(line, found.from, found.to)
}

/// The tense of the cue nearest to tokens `from` to `to`; one before counts before one behind.
fn around(line: &Line, from: usize, to: usize) -> Tense {
    let before = (from.saturating_sub(BEFORE)..from).rev().map(|i| cue(line, i)).find(|t| *t != Tense::Unknown);
    let behind = || (to..(to + BEHIND).min(line.len())).map(|i| cue(line, i)).find(|t| *t != Tense::Unknown);
    before.or_else(behind).unwrap_or(Tense::Unknown)
}

fn cue(line: &Line, i: usize) -> Tense {
    // Names are no verbs ("United").
    if line.capital(i) && i > 0 {
        return Tense::Unknown;
    }
    match (line.at(i), line.text(i)) {
        (Tag::Word(W::Future), _) => Tense::Future,
        (Tag::Word(W::To), _) if line.text(i + 1) == "be" => Tense::Future,
        (Tag::Other | Tag::Word(_), word) => of_word(word, line.is(i + 1, W::To)),
        _ => Tense::Unknown,
    }
}

fn of_word(word: &str, to_follows: bool) -> Tense {
    match word {
        "will" | "'ll" | "’ll" | "shall" | "scheduled" | "expected" | "due" | "expires" | "would" | "hopes" | "wo"
        | "won't" | "won’t" | "intends" | "upcoming" | "could" | "may" | "going" | "likely" => Tense::Future,
        "plans" | "set" | "planned" | "ready" if to_follows => Tense::Future,
        "was" | "were" | "had" | "said" | "did" | "told" | "made" | "took" | "came" | "went" | "began" | "met"
        | "won" | "lost" | "fell" | "rose" | "held" | "sent" | "left" | "found" | "saw" | "got" | "gave" | "died"
        | "says" => Tense::Past,
        word if word.len() > 4 && word.ends_with("ed") => Tense::Past,
        _ => Tense::Unknown,
    }
}
