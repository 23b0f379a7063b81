//! The grammar of a time stamp: a day, an hour with its zone, a weekday, and words that say
//! what the text went through ("Posted: Sep 27, 2013 5:50 PM CDT | Updated 6:02 PM"); nothing else.

use super::months::month_number;
use crate::text::{WordSet, word_set};
use jiff::civil::Date;
use std::ops::Range;

/// What stands before a stamp and says that the text has it, not what the text tells of.
const SURELY_OF_THE_TEXT: WordSet = word_set! {
    "published", "posted", "updated", "edited", "modified", "uploaded", "revised",
};

/// The same, of other things as well: films are released, stamps issued.
const OF_THE_TEXT: WordSet = word_set! { "date", "dated", "issued", "released", "created", "submitted", "by" };

/// Words that stand between the parts of a stamp.
const BETWEEN: WordSet =
    word_set! { "on", "at", "the", "of", "time", "first", "last", "originally", "local", "publication" };

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// How far apart its words may stand, in bytes.
const GAP: usize = 5;

/// How many words a stamp has at the most.
const WORDS: usize = 40;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Its bytes, without the marks behind it.
    pub range: Range<usize>,
    /// The first day that is printed with its year and can be read in one way only.
    pub date: Option<Date>,
    /// A day is printed, with its year and an hour of the day.
    pub has_day: bool,
    pub has_year: bool,
    pub has_clock: bool,
    pub label: Label,
}

/// Does a word say that the stamp is the text's?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    None,
    Maybe,
    Surely,
}

/// Hours that are told without a figure.
const HOURS: [&str; 2] = ["noon", "midnight"];

/// Is there anything in the text that a stamp cannot do without: a figure, or such an hour?
pub fn may_stand_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has = |hour: &str| bytes.windows(hour.len()).any(|words| words.eq_ignore_ascii_case(hour.as_bytes()));
    bytes.iter().any(u8::is_ascii_digit) || HOURS.into_iter().any(has)
}

/// Can the word at byte `at` be the first of a stamp?
pub fn may_begin(text: &str, at: usize) -> bool {
    let word = text.get(at..).unwrap_or_default();
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let Some(first) = word.get(..end).filter(|w| !w.is_empty()) else {
        return word.starts_with(|c: char| c.is_ascii_digit());
    };
    let lower = first.to_ascii_lowercase();
    let between = BETWEEN.contains(&lower) || HOURS.contains(&lower.as_str());
    label_of(&lower).is_some() || between || is_weekday(first, &lower) || month_number(first).is_some()
}

/// The longest stamp that begins at byte `at`.
pub fn read(text: &str, at: usize) -> Option<Stamp> {
    let words = words(text, at);
    let mut stamp =
        Stamp { range: at..at, date: None, has_day: false, has_year: false, has_clock: false, label: Label::None };
    let mut label = Label::None;
    let mut i = 0;
    while i < words.len() {
        let rest = words.get(i..)?;
        let counted = if let Some((taken, day)) = day(rest) {
            stamp.has_day = true;
            stamp.has_year |= day != Day::WithoutYear;
            if let (Day::Of(date), None) = (day, stamp.date) {
                stamp.date = Some(date);
            }
            taken
        } else if let Some(taken) = clock(rest) {
            stamp.has_clock = true;
            taken
        } else if stamp.range.end > at && zone(rest) > 0 {
            zone(rest)
        } else if let Some(named) = rest.first().filter(|w| is_weekday(w.words, &w.lower())) {
            // "3 May (Monday)"; one that nothing follows is the text's.
            if stamp.has_day && named.gap.ends_with('(') {
                stamp.range.end = named.range.end;
            }
            i += 1;
            continue;
        } else if let Some(said) = rest.first().and_then(|w| label_of(&w.lower())) {
            label = label.max(said);
            i += 1;
            continue;
        } else if rest.first().is_some_and(|w| BETWEEN.contains(w.lower().as_str())) {
            i += 1;
            continue;
        } else {
            break;
        };
        i += counted;
        stamp.range.end = words.get(i - 1)?.range.end;
        stamp.label = label;
    }
    (stamp.has_day || stamp.has_clock).then_some(stamp)
}

/// Does a word of `label` and nothing else say that a stamp is the text's?
pub fn says_of_the_text(label: &str) -> Label {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let mut said = Label::None;
    for word in words.map(str::to_ascii_lowercase) {
        said = match word.as_str() {
            word if SURELY_OF_THE_TEXT.contains(word) => Label::Surely,
            word if OF_THE_TEXT.contains(word) => said.max(Label::Maybe),
            word if BETWEEN.contains(word) => said,
            _ => return Label::None,
        };
    }
    said
}

/// Digits in a row, or letters.
#[derive(Debug)]
struct Word<'t> {
    words: &'t str,
    range: Range<usize>,
    /// What stands between it and the word before.
    gap: &'t str,
}

impl Word<'_> {
    fn lower(&self) -> String {
        self.words.to_ascii_lowercase()
    }

    fn number(&self, digits: usize) -> Option<i16> {
        let fits = self.words.len() <= digits && self.words.bytes().all(|b| b.is_ascii_digit());
        if fits { self.words.parse().ok() } else { None }
    }

    fn year(&self) -> Option<i16> {
        self.number(4).filter(|year| self.words.len() == 4 && (1000..2200).contains(year))
    }

    fn joined_by(&self, mark: char) -> bool {
        self.gap.trim_matches(' ').chars().eq([mark])
    }

    /// Only blanks and the marks of an abbreviation or a list before it.
    fn follows(&self) -> bool {
        self.gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.'))
    }
}

fn words(text: &str, at: usize) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut from = at;
    while found.len() < WORDS {
        let rest = text.get(from..).unwrap_or_default();
        let Some(start) = rest.find(char::is_alphanumeric).map(|start| from + start) else { break };
        let gap = text.get(from..start).unwrap_or_default();
        let may_stand = |c: char| c.is_whitespace() || ",.:|/-–—()[]•·+*_−".contains(c);
        if gap.len() > GAP || !gap.chars().all(may_stand) {
            break;
        }
        let word = text.get(start..).unwrap_or_default();
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        let inside = |c: char| c.is_alphanumeric() && c.is_ascii_digit() == digits;
        let end = start + word.find(|c| !inside(c)).unwrap_or(word.len());
        found.push(Word { words: text.get(start..end).unwrap_or_default(), range: start..end, gap });
        from = end;
    }
    found
}

fn label_of(lower: &str) -> Option<Label> {
    if SURELY_OF_THE_TEXT.contains(lower) {
        return Some(Label::Surely);
    }
    OF_THE_TEXT.contains(lower).then_some(Label::Maybe)
}

/// `lower` is the word in lower case.
fn is_weekday(word: &str, lower: &str) -> bool {
    let names = |day: &&str| day.starts_with(lower) && (lower.len() <= 5 || lower.len() == day.len());
    lower.len() >= 3 && word.starts_with(char::is_uppercase) && WEEKDAYS.iter().any(names)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Of(Date),
    /// "05/04/07" may be April or May.
    Ambiguous,
    WithoutYear,
}

/// A day and how many words it takes.
fn day(words: &[Word]) -> Option<(usize, Day)> {
    in_words(words).or_else(|| in_figures(words))
}

/// "Sep. 27, 2013", "27th September 2013", "27 Sep".
fn in_words(words: &[Word]) -> Option<(usize, Day)> {
    let month = |at: usize| {
        let word = words.get(at)?;
        // "may" is a verb.
        word.words.starts_with(char::is_uppercase).then(|| month_number(word.words))?
    };
    let number = |at: usize| words.get(at)?.number(2).filter(|day| (1..=31).contains(day));
    let suffix = |at: usize| {
        let glued = words.get(at).filter(|w| w.gap.is_empty());
        usize::from(glued.is_some_and(|w| matches!(w.lower().as_str(), "st" | "nd" | "rd" | "th")))
    };
    let (month, day, mut taken) = if let Some(month) = month(0) {
        (month, number(1).filter(|_| words.get(1).is_some_and(Word::follows))?, 2 + suffix(2))
    } else {
        let day = number(0)?;
        let mut at = 1 + suffix(1);
        at += usize::from(words.get(at).is_some_and(|w| w.words == "of"));
        let between = words.get(at).is_some_and(|w| w.follows() || w.joined_by('-'));
        (month(at).filter(|_| between)?, day, at + 1)
    };
    // "5:30" behind a month is no day.
    if words.get(taken).is_some_and(|w| w.gap == ":" && w.number(2).is_some()) {
        return None;
    }
    let between = words.get(taken).is_some_and(|w| w.follows() || w.joined_by('-'));
    let Some(year) = words.get(taken).and_then(Word::year).filter(|_| between) else {
        return Some((taken, Day::WithoutYear));
    };
    taken += 1;
    let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
    Some((taken, Day::Of(date)))
}

/// "2013-09-27", "27.9.2013", "09 / 27 / 13".
fn in_figures(words: &[Word]) -> Option<(usize, Day)> {
    let [a, b, c, ..] = words else { return None };
    let mark = ['/', '-', '.'].into_iter().find(|mark| b.joined_by(*mark) && c.joined_by(*mark))?;
    let small = |word: &Word| i8::try_from(word.number(2)?).ok();
    let date = |year: i16, month: Option<i8>, day: Option<i8>| Date::new(year, month?, day?).ok();
    if let Some(year) = a.year() {
        return Some((3, Day::Of(date(year, small(b), small(c))?)));
    }
    let year = match (c.year(), c.number(2)) {
        (Some(year), _) => year,
        // "1.2.13" is a version.
        (None, Some(short)) if c.words.len() == 2 && mark == '/' => {
            if short < 70 {
                2000 + short
            } else {
                1900 + short
            }
        }
        _ => return None,
    };
    let (first, second) = (date(year, small(a), small(b)), date(year, small(b), small(a)));
    let day = match (first, second) {
        (Some(one), Some(other)) if one != other => Day::Ambiguous,
        (one, other) => Day::Of(one.or(other)?),
    };
    Some((3, day))
}

/// "5:50 PM", "5.50 p. m.", "17:50:12", "5pm", "noon": how many words it takes.
fn clock(words: &[Word]) -> Option<usize> {
    let first = words.first()?;
    if HOURS.contains(&first.lower().as_str()) {
        return Some(1);
    }
    // "2013-09-28T05:08:35Z"
    let start = usize::from(first.words == "T" && first.gap.is_empty());
    let hour = words.get(start)?.number(2).filter(|h| (0..=24).contains(h));
    hour?;
    let minute = |at: usize, mark: &str| {
        let word = words.get(at).filter(|w| w.gap.trim() == mark && w.words.len() == 2);
        word.and_then(|w| w.number(2)).is_some_and(|m| m < 60)
    };
    let mut taken = start + 1;
    let colon = minute(taken, ":");
    let stop = minute(taken, ".");
    taken += usize::from(colon || stop);
    taken += usize::from(colon && minute(taken, ":"));
    let half = half_of_day(words.get(taken..).unwrap_or_default());
    (colon || half > 0).then_some(taken + half)
}

/// "PM", "p.m.", "p. m.", "hrs".
fn half_of_day(words: &[Word]) -> usize {
    let Some(first) = words.first().filter(|w| w.gap.trim().is_empty()) else { return 0 };
    match first.lower().as_str() {
        "am" | "pm" | "hrs" | "noon" => 1,
        "a" | "p" if words.get(1).is_some_and(|w| w.lower() == "m" && w.gap.starts_with('.')) => 2,
        _ => 0,
    }
}

/// "EDT", "GMT+05:00", "+0200".
fn zone(words: &[Word]) -> usize {
    let Some(first) = words.first() else { return 0 };
    let shouted = first.words.bytes().all(|b| b.is_ascii_uppercase());
    let named =
        shouted && (first.words == "Z" || first.words == "UTC" || first.words.len() <= 5 && first.words.ends_with('T'));
    let offset = |at: usize| {
        let ahead =
            |w: &Word| w.gap.ends_with(['+', '-', '−']) && matches!(w.words.len(), 2 | 4) && w.number(4).is_some();
        match words.get(at) {
            Some(w) if ahead(w) => {
                1 + usize::from(words.get(at + 1).is_some_and(|m| m.gap == ":" && m.words.len() == 2))
            }
            _ => 0,
        }
    };
    if named {
        1 + offset(1)
    } else if first.gap.ends_with('+') {
        offset(0)
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_and_what_follows_them() {
        for (text, rest, date) in [
            ("Sep 27, 2013 5:50 PM A jury met.", " A jury met.", Some("2013-09-27")),
            ("Posted: Sep 27, 2013 5:50 PM Updated: Sep 28, 2013 10:50AM CDT A jury", " A jury", Some("2013-09-27")),
            (
                "Posted on January 5, 2011 at 3:39 PM Updated Wednesday, Jan 5 at 5:53 PM The",
                " The",
                Some("2011-01-05"),
            ),
            ("05 / 02 / 07, 9:00 PM PDT | A court", " | A court", None),
            ("12 / 16 / 08 1:30 AM EST Though", " Though", Some("2008-12-16")),
            ("26 September 2013, 10:00 (GMT+05:00) Elections", ") Elections", Some("2013-09-26")),
            ("Released 2013-09-28 05:08:35 GMT A jury", " A jury", Some("2013-09-28")),
            ("2013-09-28T05:08:35Z", "", Some("2013-09-28")),
            ("10:24 AM, MON 22 JUL 2013", "", Some("2013-07-22")),
            ("12:52 p. m. EDT May 2, 2013 She", " She", Some("2013-05-02")),
            ("June 11th, 2012 at 1:23 PM Apple", " Apple", Some("2012-06-11")),
            ("Mar .8, 2011 at 7:21 AM Ferry", " Ferry", Some("2011-03-08")),
            ("31/07/2025", "", Some("2025-07-31")),
            ("December 15, 2008 46 people", " 46 people", Some("2008-12-15")),
            ("31 July 2025 (Thursday)", ")", Some("2025-07-31")),
            ("Last updated at 4:42 p.m. The", ". The", None),
            ("4 p.m.", ".", None),
        ] {
            let stamp = read(text, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(&text[stamp.range.end..], rest, "{text}");
            assert_eq!(stamp.date.map(|d| d.to_string()).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn no_stamps() {
        for text in [
            "July 2025",
            "May",
            "2025",
            "Monday",
            "Updated figures",
            "46 people",
            "1.2.13",
            "5.12",
            "may 5",
            "Posted by Ann",
            "",
        ] {
            assert_eq!(read(text, 0), None, "{text}");
        }
    }
}
