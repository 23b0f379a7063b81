//! Digits that are no quantity: parts of identifiers, phone numbers, versions, web
//! addresses, scores, clock times; and numbers that only name something.

use super::figure::{Figure, Form};
use super::words::Words;
use crate::lexicon::en::hedges::BEFORE;
use crate::lexicon::en::nouns::IRREGULAR_PLURALS;
use crate::lexicon::en::stop_words::STOP_WORDS;

/// Is the digit token at `at` part of something that is not read as a number?
pub fn foreign(words: &Words, at: usize) -> bool {
    glued_before(words, at)
        || glued_after(words, at)
        || phone(words, at)
        || dialled(words, at)
        || clock(words, at)
        || torn(words, at)
}

/// "12. 34 inches": the second half of a decimal that a blank tore apart.
fn torn(words: &Words, at: usize) -> bool {
    at >= 2
        && words.lower_before(at, 1) == "."
        && !words.joined(at)
        && words.joined(at - 1)
        && words.is_number(at - 2)
        && words.written(at).len() <= 2
        && words.written(at - 2).len() <= 2
        && words.token(at + 1).is_some_and(|t| t.is_word() && !t.capital)
}

/// "SCP-173", "F-16", "#5", "a/5", "x_1", "page.5", "@4".
fn glued_before(words: &Words, at: usize) -> bool {
    if !words.joined(at) {
        return false;
    }
    let before = words.lower_before(at, 1);
    if words.token_before(at).is_some_and(|t| t.is_word()) {
        // "US$5" never comes here: the sign stands between. "USD115" is one word.
        return true;
    }
    let mark = at - 1;
    match before {
        "⁄" | "#" | "@" | "_" | "=" | "&" | "\\" | "%" | "?" => true,
        "/" | "." | ":" => words.joined(mark) && !words.token_before(mark).is_some_and(|t| t.is_number()),
        "-" | "‑" => {
            words.joined(mark) && words.token_before(mark).is_some_and(|t| t.is_word()) && {
                // "mid-20", "F-16"; but "six-7" and "5k-20k" are ranges, and "magnitude-6.8" measures.
                let small = words.written(mark - 1).bytes().all(|b| b.is_ascii_lowercase());
                !(small && words.written(at).contains('.'))
                    && words.numeral(mark - 1).is_none()
                    && !ends_figure(words, mark - 1)
            }
        }
        _ => false,
    }
}

/// The word at `at` closes a figure ("k" of "5k", "m" of "$5m", "ft").
fn ends_figure(words: &Words, at: usize) -> bool {
    words.joined(at) && words.token_before(at).is_some_and(|t| t.is_number())
}

/// "24703L202", "5/a", "3.x", "3_4".
fn glued_after(words: &Words, at: usize) -> bool {
    if !words.joined(at + 1) {
        return false;
    }
    match words.lower(at + 1) {
        "_" | "@" | "\\" | "=" => true,
        "." => words.joined(at + 2) && words.is_word(at + 2) && !words.token(at + 2).is_some_and(|t| t.capital),
        _ => false,
    }
}

/// "020 7946 0958": groups of digits with blanks between, the first of which opens with a nought.
fn dialled(words: &Words, at: usize) -> bool {
    let group = |i: usize| {
        words.is_number(i) && words.written(i).len() >= 3 && words.written(i).bytes().all(|b| b.is_ascii_digit())
    };
    let mut from = at;
    while from > words.from && at - from < 4 && group(from - 1) {
        from -= 1;
    }
    from < at && group(at) && words.written(from).starts_with('0')
}

/// Three groups of digits joined by marks, or a plus sign before them.
fn phone(words: &Words, at: usize) -> bool {
    let mut from = at;
    let linked = |i: usize| matches!(words.lower(i), "-" | "." | "/" | "–") && words.joined(i) && words.joined(i + 1);
    while from >= 2 && linked(from - 1) && words.is_number(from - 2) {
        from -= 2;
    }
    let mut groups = 1;
    let mut last = from;
    while linked(last + 1) && words.is_number(last + 2) && groups < 8 {
        last += 2;
        groups += 1;
    }
    let plus = words.lower_before(from, 1) == "+" && words.joined(from);
    groups >= 3 || (plus && (words.is_number(from + 1) || groups > 1 || words.lower(from + 1) == "("))
}

/// "10:30", "3:1".
fn clock(words: &Words, at: usize) -> bool {
    let after = words.lower(at + 1) == ":" && words.joined(at + 1) && words.joined(at + 2) && words.is_number(at + 2);
    let before = words.lower_before(at, 1) == ":" && words.joined(at) && at >= 2 && {
        words.joined(at - 1) && words.is_number(at - 2)
    };
    after || before
}

/// "one person", but not "the one", "that one is", "one another", "one day".
pub fn counts_one(words: &Words, at: usize) -> bool {
    let before = words.token_before(at).filter(|t| t.is_word());
    let free = before.is_none() || OPEN_BEFORE_ONE.contains(words.lower_before(at, 1));
    let next = words.token(at + 1).filter(|t| t.is_word() && !t.capital);
    free && next.is_some_and(|t| t.span.len() > 2) && {
        let word = words.lower(at + 1);
        !STOP_WORDS.contains(word) && !matches!(word, "day" | "time" | "thing" | "way" | "hand" | "side" | "reason")
    }
}

/// Words after which "one" still counts.
static OPEN_BEFORE_ONE: phf::Set<&str> = phf::phf_set! {
    "and", "or", "to", "with", "killed", "injured", "wounded", "killing", "injuring", "wounding", "least", "than", "only", "just", "in", "of",
    "had", "has", "have", "was", "is", "including", "at", "about", "for", "from", "left", "lost",
};

/// Does the number name what stands before it: "Boeing 777", "page 14", "No. 3", "version two"?
pub fn label(words: &Words, figure: &Figure) -> bool {
    if figure.scaled || figure.form == Form::Ordinal || figure.form == Form::Fraction || figure.rounded {
        return version(words, figure);
    }
    let Some(before) = words.token_before(figure.from).filter(|t| t.is_word() && !words.joined(figure.from)) else {
        return numbered(words, figure);
    };
    let word = words.lower_before(figure.from, 1);
    if LABELLED.contains(word) {
        return !counts(words, figure.to);
    }
    if word == "number" || word == "no" {
        return word == "number"
            && !matches!(words.lower_before(figure.from, 2), "a" | "the")
            && !counts(words, figure.to);
    }
    let at = figure.from - 1;
    let named = before.capital && at > words.from && !STOP_WORDS.contains(word) && !BEFORE.contains_key(word);
    named && !counts(words, figure.to) && figure.form == Form::Digits
}

/// "No. 3", "nr. 5"
fn numbered(words: &Words, figure: &Figure) -> bool {
    words.lower_before(figure.from, 1) == "."
        && matches!(words.lower_before(figure.from, 2), "no" | "nos" | "nr" | "art" | "fig" | "vol" | "pp" | "p" | "ch")
}

/// "version 2.5", "Python 3.8"
fn version(words: &Words, figure: &Figure) -> bool {
    matches!(words.lower_before(figure.from, 1), "version" | "release" | "v") && !figure.scaled
}

/// Something countable follows.
pub fn counts(words: &Words, at: usize) -> bool {
    let word = words.lower(at);
    words.token(at).is_some_and(|t| t.is_word() && !t.capital)
        && (IRREGULAR_PLURALS.contains(word)
            || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && word != "this"))
}

static LABELLED: phf::Set<&str> = phf::phf_set! {
    "page", "pages", "chapter", "chapters", "section", "sections", "article", "articles", "figure", "table", "version", "release", "phase",
    "step", "stage", "level", "grade", "class", "type", "category", "part", "volume", "verse", "line", "route", "highway", "flight",
    "room", "unit", "block", "gate", "channel", "episode", "season", "series", "round", "issue", "question", "item", "appendix",
    "rule", "paragraph", "clause", "schedule", "resolution", "directive", "bill", "act", "proposition", "amendment", "tier",
    "group", "zone", "ward", "district", "junction", "exit", "platform", "terminal", "runway", "week", "day", "game", "match",
    "lane", "box", "lot", "plot", "track", "hole", "pier", "apartment", "suite", "division", "model", "nrs", "nos",
};
