//! Does the clause around a time speak of what was or of what will be? Decides which
//! Friday, or which March, is meant.

use super::line::{Line, Tag};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    Unknown,
}

/// How many tokens before and behind a time are looked at.
const BEFORE: usize = 14;
const BEHIND: usize = 8;

/// The tense of the cue nearest to tokens `from` to `to`; one before counts before one behind.
pub fn around(line: &Line, from: usize, to: usize) -> Tense {
    let before = (from.saturating_sub(BEFORE)..from).rev().map(|i| cue(line, i)).find(|t| *t != Tense::Unknown);
    let behind = || (to..(to + BEHIND).min(line.len())).map(|i| cue(line, i)).find(|t| *t != Tense::Unknown);
    before.or_else(behind).unwrap_or(Tense::Unknown)
}

fn cue(line: &Line, i: usize) -> Tense {
    if !matches!(line.at(i), Tag::Other | Tag::Word(_)) {
        return Tense::Unknown;
    }
    match line.text(i) {
        "will" | "'ll" | "’ll" | "shall" | "scheduled" | "expected" | "due" | "plans" | "planned" | "expires"
        | "would" | "hopes" | "wo" | "won't" | "won’t" | "intends" | "upcoming" | "could" | "may" | "going" => {
            Tense::Future
        }
        "was" | "were" | "had" | "said" | "did" | "told" | "made" | "took" | "came" | "went" | "began" | "met"
        | "won" | "lost" | "fell" | "rose" | "held" | "sent" | "left" | "found" | "saw" | "got" | "gave" | "died"
        | "says" => Tense::Past,
        word if word.len() > 4 && word.ends_with("ed") => Tense::Past,
        _ => Tense::Unknown,
    }
}
