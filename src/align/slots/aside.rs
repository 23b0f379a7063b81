//! Why two figures that fit are of two things all the same, as the documents and sentences around them tell: an example,
//! what a text says of itself, another rank's holder, the world and one of its countries, days of which each text tells its own.

use super::scope::Scope;
use crate::align::figures::{Figure, Kind, Reading};
use crate::align::side_by_side::are_ranks_of_two;
use crate::claim::{is_example, is_of_itself, option_above, supposes};
use crate::document::{Document, is_licence};
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::time_words::{TIME_WORDS, TimeWord};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Texts written more than so many days apart each tell of their own days, where no date says of which.
const DAYS: i64 = 3;

pub fn are_of_other_days(a: Date, b: Date) -> bool {
    (a.duration_until(b).as_hours() / 24).abs() > DAYS
}

/// Are two figures of two peers of two things? `of_two` asks whether the titles of their texts name two.
pub fn are_apart((x, a): (&Figure, &Scope), (y, b): (&Figure, &Scope), of_two: impl Fn() -> bool) -> bool {
    let both = |tells: fn(&Document, usize) -> bool| [x, y].map(|f| tells(&f.ledger.document, f.sentence));
    let any = |tells| both(tells).contains(&true);
    let all = |tells| !both(tells).contains(&false);
    any(supposes)
        || all(is_example)
        || any(is_of_itself)
        || x.kind == Kind::Ordinal && (x.head.is_some() != y.head.is_some() || are_ranks_of_two(told(x), told(y)))
        || all_and_one(x, y)
        || are_of_two_options(x, y)
        || any_is_own(x, y)
        || are_of_other_cases(x, y)
        || are_of_other_rounds(x, y)
        || tell_of_their_days((x, a), (y, b)) && of_two()
}

/// The figure's place, as its sentence and first token.
fn told<'a>(figure: &Figure<'a>) -> (&'a crate::claim::Ledger, (usize, usize)) {
    let at = figure.ledger.mentions.get(figure.mention).map_or(0, |m| m.span.start);
    (figure.ledger, (figure.sentence, figure.ledger.document.token_at(at)))
}

/// "Report of 28 April" in a file that is named by that day, and what a licence says.
fn any_is_own(x: &Figure, y: &Figure) -> bool {
    let is_own = |f: &Figure| {
        let document = &f.ledger.document;
        let named = document.meta.dates.name;
        // "2011/04/20 - The options" opens the page.
        let opens = || {
            let first = document.blocks.first().map(|b| b.span.start);
            f.kind != Kind::Year && f.ledger.mentions.get(f.mention).map(|m| m.span.start) == first
        };
        let dated = || matches!(f.reading, Reading::Day { .. }) && opens();
        is_licence(&document.path) || dated() || named.is_some_and(|day| day_of(f, day) == Some(day))
    };
    is_own(x) && is_own(y)
}

/// Under the headings of two options.
pub fn are_of_two_options(x: &Figure, y: &Figure) -> bool {
    let option = |f: &Figure| option_above(&f.ledger.document, f.ledger.mentions.get(f.mention)?.span.start);
    option(x).is_some_and(|one| option(y).is_some_and(|other| one != other))
}

/// "Worldwide" near the one figure, and one country in the sentence of the other.
fn all_and_one(x: &Figure, y: &Figure) -> bool {
    const NEAR: usize = 8;
    let tokens = |f: &Figure| {
        let (_, (sentence, at)) = told(f);
        let all = f.ledger.document.sentence_tokens(sentence);
        at.saturating_sub(NEAR).max(all.start)..(at + NEAR).min(all.end)
    };
    let world =
        |f: &Figure| tokens(f).any(|i| matches!(f.ledger.document.word(i), "worldwide" | "globally" | "global"));
    let countries = |f: &Figure| -> BTreeSet<&str> {
        let sentence = f.ledger.document.sentence_tokens(f.sentence);
        let found = sentence.filter_map(|i| countries::find(&f.ledger.document, i));
        found.filter(|c| c.form == Form::Name).map(|c| c.country.code).collect()
    };
    let one = |a: &Figure, b: &Figure| world(a) && countries(a).is_empty() && countries(b).len() == 1 && !world(b);
    one(x, y) || one(y, x)
}

/// "If the file is there, 2 is returned" and "0 is returned if the file is not there".
fn are_of_other_cases(x: &Figure, y: &Figure) -> bool {
    let words = |f: &Figure| f.ledger.document.sentence_tokens(f.sentence);
    let has = |f: &Figure, wanted: fn(&str) -> bool| words(f).any(|i| wanted(f.ledger.document.word(i)));
    let not = |w: &str| matches!(w, "not" | "no" | "never" | "cannot") || w.ends_with("n't") || w.ends_with("n’t");
    has(x, |w| w == "if") && has(y, |w| w == "if") && has(x, not) != has(y, not)
}

/// "This season's dues are 30 crowns" and "last season's were 35".
fn are_of_other_rounds(x: &Figure, y: &Figure) -> bool {
    let (one, other) = (rounds(x), rounds(y));
    !one.is_empty() && !other.is_empty() && one.is_disjoint(&other)
}

/// The words of the sentence that count rounds: "this" year, "last" season.
fn rounds<'a>(figure: &Figure<'a>) -> BTreeSet<&'a str> {
    let document = &figure.ledger.document;
    let counts = |i: &usize| {
        let word = document.word(i + 1);
        let unit = TIME_WORDS.get(word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word));
        matches!(document.word(*i), "this" | "last" | "next" | "previous" | "coming")
            && matches!(unit, Some(TimeWord::Unit(_) | TimeWord::Season(_)))
    };
    document.sentence_tokens(figure.sentence).filter(counts).map(|i| document.word(i)).collect()
}

/// Texts of other days, and nothing says that both speak of one; or each names a day that is still to come for it, and the
/// first of these is over when the second text is written.
fn tell_of_their_days((x, a): (&Figure, &Scope), (y, b): (&Figure, &Scope)) -> bool {
    let Some((first, second)) = a.day.zip(b.day).filter(|(first, second)| are_of_other_days(*first, *second)) else {
        return false;
    };
    if let (Reading::Day { .. }, Reading::Day { .. }) = (&x.reading, &y.reading) {
        let to_come = |f: &Figure, day: Date| day_of(f, day).filter(|d| *d > day);
        let (Some(one), Some(other)) = (to_come(x, first), to_come(y, second)) else { return false };
        return if first < second { one < second } else { other < first };
    }
    let one_time = a.dates.iter().any(|d| b.dates.iter().any(|e| d.overlaps(e)));
    matches!(x.reading, Reading::Amount(_)) && x.kind != Kind::Age && !one_time
}

/// The day that a figure names, in the year of its text.
fn day_of(figure: &Figure, written: Date) -> Option<Date> {
    let Reading::Day { year, month, day } = &figure.reading else { return None };
    Date::new(year.unwrap_or(written.year()), *month, *day).ok()
}
