//! Digits that are no quantity: parts of identifiers, phone numbers, versions, web
//! addresses, scores, clock times; and numbers that only name something.

use super::figure::{Figure, Form};
use super::words::Words;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::hedges::BEFORE;
use crate::lexicon::en::nouns::IRREGULAR_PLURALS;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::text::{WordSet, word_set};

/// Is the digit token at `at` part of something that is not read as a number?
pub fn foreign(words: &Words, at: usize) -> bool {
    glued_before(words, at)
        || glued_after(words, at)
        || phone(words, at)
        || dialled(words, at)
        || clock(words, at)
        || torn(words, at)
        || language(words, at)
        || manual(words, at)
}

/// "crontab(5)": a section of the manual.
fn manual(words: &Words, at: usize) -> bool {
    at >= 2
        && words.written(at).len() == 1
        && words.lower_before(at, 1) == "("
        && words.lower(at + 1) == ")"
        && (at - 1..=at + 1).all(|i| words.joined(i))
        && words.token_before(at - 1).is_some_and(|t| t.is_word())
}

/// "C++11": the edition of a language.
fn language(words: &Words, at: usize) -> bool {
    at >= 3
        && (1..=3).all(|back| words.joined(at + 1 - back))
        && (1..=2).all(|back| words.lower_before(at, back) == "+")
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
        // Two before this one are enough.
        if at - from == 4 {
            return true;
        }
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

/// "3-D", "5-HT", "2-butoxyethanol": a hyphen joins the digits to what nobody counts or measures by.
pub fn compound(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at + 1).filter(|t| t.is_word() && words.hyphen(at)) else { return false };
    let word = words.lower(at + 1);
    let part = || word.len() > 4 && word.is_ascii();
    match word {
        "odd" | "ish" | "plus" | "fold" => false,
        _ if word.len() == 1 => true,
        _ => !is_common(word) && words.numeral(at + 1).is_none() && (token.capital || part()),
    }
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
static OPEN_BEFORE_ONE: WordSet = word_set! {
    "and", "or", "to", "with", "killed", "injured", "wounded", "killing", "injuring", "wounding", "least", "than", "only", "just", "in", "of",
    "had", "has", "have", "was", "is", "including", "at", "about", "for", "from", "left", "lost",
};

/// Does the number name what stands before it: "Boeing 777", "page 14", "No. 3", "version two"? Or what it stands
/// before, "1100 Main Street"; or who bears it, "a 1102"?
pub fn label(words: &Words, figure: &Figure) -> bool {
    if figure.scaled || figure.form == Form::Ordinal || figure.form == Form::Fraction || figure.rounded {
        return version(words, figure);
    }
    if figure.form == Form::Digits && (addressed(words, figure.to) || borne(words, figure)) {
        return true;
    }
    let Some(before) = words.token_before(figure.from).filter(|t| t.is_word() && !words.joined(figure.from)) else {
        return numbered(words, figure) || second(words, figure);
    };
    let word = words.lower_before(figure.from, 1);
    let at = figure.from - 1;
    if LABELLED.contains(word) {
        return !counted(words, figure.to) || before.capital || led(words, at);
    }
    if word == "number" || word == "no" {
        return word == "number"
            && !matches!(words.lower_before(figure.from, 2), "a" | "the")
            && !counts(words, figure.to);
    }
    if !before.capital || figure.form != Form::Digits || STOP_WORDS.contains(word) || BEFORE.contains_key(word) {
        return false;
    }
    if shouted(words, at) && !shouted(words, figure.to) {
        // "RFC 2043", "BIP 32 wallets"; but "in the US 50 people".
        let place = matches!(words.lower_before(at, 1), "in" | "across" | "the");
        return !(place && counts(words, figure.to));
    }
    if at > words.from {
        return !counted(words, figure.to);
    }
    // "Play 7 Case Studies", but not "Fixed 3 Bugs", "Top 10 Songs".
    let noun = !(word.ends_with('s') || word.ends_with("ed") || word.ends_with("ly") || word.ends_with("ing"));
    let ranks = word.ends_with("st") || word == "top";
    noun && !ranks
        && words.token(figure.to).is_some_and(|t| t.is_word() && t.capital)
        && words.token(figure.to + 1).is_some_and(|t| t.is_word() && t.capital)
}

/// "RFC", "BIP".
fn shouted(words: &Words, at: usize) -> bool {
    let word = words.written(at);
    word.len() >= 2 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Nothing that belongs to a noun stands before the one at `at`: "in chapter 2", but not "last week 2".
fn led(words: &Words, at: usize) -> bool {
    !words.token_before(at).is_some_and(|t| t.is_word()) || LEADING.contains(words.lower_before(at, 1))
}

static LEADING: WordSet = word_set! {
    "in", "on", "from", "to", "of", "at", "by", "for", "with", "see", "under", "after", "before", "until", "since", "between", "and", "or",
    "through", "into", "via", "about", "against", "as",
};

/// "1100 Main Street", "12 Old Mill Rd": the number of a house.
fn addressed(words: &Words, to: usize) -> bool {
    const LONGEST: usize = 4;
    let name = (to..to + LONGEST).take_while(|i| words.token(*i).is_some_and(|t| t.capital || t.is_number()));
    name.skip(1).any(|i| STREETS.contains(words.lower(i)))
}

static STREETS: WordSet = word_set! {
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "square", "drive", "dr", "boulevard", "blvd", "terrace", "parkway", "pkwy",
    "highway", "hwy", "crescent", "plaza", "quay",
};

/// "as a 1102": one who, or that, bears the number. Nothing is counted behind it.
fn borne(words: &Words, figure: &Figure) -> bool {
    matches!(words.lower_before(figure.from, 1), "a" | "an")
        && words.written(figure.from).bytes().all(|b| b.is_ascii_digit())
        && (!words.is_word(figure.to) || STOP_WORDS.contains(words.lower(figure.to)))
        && !matches!(words.lower(figure.to), "-" | "–" | "/" | "%" | "$" | "in" | "out" | "to" | "of" | "or")
}

/// "SLOTS 1 5": the second of two numbers that a name has.
fn second(words: &Words, figure: &Figure) -> bool {
    let name =
        |at: usize| words.token(at).is_some_and(|t| t.is_word() && t.capital) && !STOP_WORDS.contains(words.lower(at));
    let plain = |at: usize| words.written(at).len() <= 2 && words.is_number(at);
    // "Pier Studio 8 2005 files", "Kit 2 & 3 differ".
    let beside = figure.from >= 2 && plain(figure.from - 1) && name(figure.from - 2) && figure.form == Form::Digits;
    let joined = figure.from >= 3
        && words.lower_before(figure.from, 1) == "&"
        && plain(figure.from - 2)
        && name(figure.from - 3);
    let of_name = figure.from >= 2
        && words.is_number(figure.from - 1)
        && !words.joined(figure.from)
        && shouted(words, figure.from - 2)
        && !shouted(words, figure.to);
    of_name || joined || beside && figure.from - 2 > words.from && !words.joined(figure.from)
}

/// "No. 3", "nr. 5"
fn numbered(words: &Words, figure: &Figure) -> bool {
    words.lower_before(figure.from, 1) == "."
        && matches!(words.lower_before(figure.from, 2), "no" | "nos" | "nr" | "art" | "fig" | "vol" | "pp" | "p" | "ch")
}

/// "version 2.5", "since Python 3.8"
fn version(words: &Words, figure: &Figure) -> bool {
    if figure.scaled {
        return false;
    }
    matches!(words.lower_before(figure.from, 1), "version" | "release" | "v") || named_version(words, figure)
}

/// "Since Python 3.8", "as of Perl 5.36", "added in Go 1.22": a decimal right behind a name, of which nothing is counted,
/// says from which of its releases on something holds.
fn named_version(words: &Words, figure: &Figure) -> bool {
    let digits = words.written(figure.from);
    let plain = digits.contains('.') && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let name = words.token_before(figure.from).filter(|t| t.is_word() && t.capital && !words.joined(figure.from));
    let word = words.lower_before(figure.from, 1);
    if !plain || figure.form != Form::Digits || name.is_none() || STOP_WORDS.contains(word) || BEFORE.contains_key(word)
    {
        return false;
    }
    let open =
        matches!(words.lower(figure.to), "" | "." | "," | ")" | ";" | ":" | "+" | "and" | "or" | "the" | "instance");
    let since = match (words.lower_before(figure.from, 3), words.lower_before(figure.from, 2)) {
        (_, "since" | "in" | "from" | "starting") | ("as", "of") => true,
        (before, "with") => matches!(before, "starting" | "beginning"),
        _ => false,
    };
    since && (open || !counted(words, figure.to))
}

/// Something countable follows, and it is no verb with its object ("Redis 7 introduces functions").
fn counted(words: &Words, at: usize) -> bool {
    let object =
        matches!(words.lower(at + 1), "the" | "a" | "an" | "how" | "what" | "its" | "these") || counts(words, at + 1);
    counts(words, at) && (!object || IRREGULAR_PLURALS.contains(words.lower(at)))
}

/// Something countable follows.
pub fn counts(words: &Words, at: usize) -> bool {
    let word = words.lower(at);
    words.token(at).is_some_and(|t| t.is_word() && !t.capital)
        && (IRREGULAR_PLURALS.contains(word)
            || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && word != "this"))
}

static LABELLED: WordSet = word_set! {
    "page", "pages", "chapter", "chapters", "section", "sections", "article", "articles", "figure", "table", "version", "release", "phase",
    "step", "stage", "level", "grade", "class", "type", "category", "part", "volume", "verse", "line", "route", "highway", "flight",
    "room", "unit", "block", "gate", "channel", "episode", "season", "series", "round", "issue", "question", "item", "appendix",
    "rule", "paragraph", "clause", "schedule", "resolution", "directive", "bill", "act", "proposition", "amendment", "tier",
    "group", "zone", "ward", "district", "junction", "exit", "platform", "terminal", "runway", "week", "day", "game", "match",
    "lane", "box", "lot", "plot", "track", "hole", "pier", "apartment", "suite", "division", "model", "nrs", "nos",
};
