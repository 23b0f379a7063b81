//! The words English times are made of, each with what it does in a time. Whether an
//! ambiguous one ("may", "second", "fall") is a time at all is decided by the extractor.
//! Own work: month and weekday names are common knowledge.

/// A unit of the calendar or of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A part of the year by its season.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayPart {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

/// The part of a longer stretch that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    Start,
    Middle,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    Month(i8),
    /// "Jan", "Sept": a date only beside a number or after a preposition.
    MonthShort(i8),
    /// 1 is Monday.
    Weekday(i8),
    WeekdayShort(i8),
    /// "Mondays": a set of days.
    Weekdays(i8),
    Unit(Unit),
    Units(Unit),
    /// "yr", "hrs".
    UnitShort(Unit),
    Season(Season),
    Part(DayPart),
    Parts(DayPart),
    /// Days from the reference date: yesterday is −1.
    Day(i8),
    Tonight,
    Present,
    Past,
    Future,
    Cardinal(u16),
    Hundred,
    Thousand,
    Dozen,
    Ordinal(u8),
    /// "st", "nd", "rd", "th" behind digits.
    Suffix,
    /// A number nobody counted: "several", "few".
    Vague,
    /// "last" is −1, "this" 0, "next" 1.
    Shift(i8),
    That,
    Same,
    Edge(Edge),
    /// "early", "late", "mid".
    Hint(Edge),
    Since,
    Until,
    Before,
    After,
    By,
    From,
    To,
    Between,
    In,
    On,
    At,
    Of,
    And,
    Or,
    During,
    For,
    Within,
    The,
    A,
    Whole,
    Ago,
    Earlier,
    Later,
    Hence,
    Every,
    Per,
    Frequency(Unit),
    Holiday(u8),
    About,
    Than,
    More,
    Less,
    Most,
    Least,
    Fiscal,
    /// Before Christ.
    Bc,
    /// Anno Domini.
    Ad,
    QuarterName(i8),
    HalfName(i8),
    Half,
    Am,
    Pm,
    Zone,
    OClock,
    /// "his", "her", "their": before "30s" it is an age.
    Possessive,
    Long,
    Old,
    Eve,
    /// "nineties", by the year it starts with.
    Decade(i32),
}

use crate::text::{WordMap, WordSet, word_map, word_set};
use DayPart::{Afternoon, Evening, Midnight, Morning, Night, Noon};
use TimeWord as W;

/// Looked up by the word in lower case.
pub static TIME_WORDS: WordMap<TimeWord> = word_map! {
    "january" => W::Month(1), "february" => W::Month(2), "march" => W::Month(3), "april" => W::Month(4), "may" => W::Month(5),
    "june" => W::Month(6), "july" => W::Month(7), "august" => W::Month(8), "september" => W::Month(9), "october" => W::Month(10),
    "november" => W::Month(11), "december" => W::Month(12),
    "jan" => W::MonthShort(1), "feb" => W::MonthShort(2), "febr" => W::MonthShort(2), "mar" => W::MonthShort(3),
    "apr" => W::MonthShort(4), "jun" => W::MonthShort(6), "jul" => W::MonthShort(7), "aug" => W::MonthShort(8),
    "sep" => W::MonthShort(9), "sept" => W::MonthShort(9), "oct" => W::MonthShort(10), "nov" => W::MonthShort(11),
    "dec" => W::MonthShort(12),
    "monday" => W::Weekday(1), "tuesday" => W::Weekday(2), "wednesday" => W::Weekday(3), "thursday" => W::Weekday(4),
    "friday" => W::Weekday(5), "saturday" => W::Weekday(6), "sunday" => W::Weekday(7),
    "mon" => W::WeekdayShort(1), "tue" => W::WeekdayShort(2), "tues" => W::WeekdayShort(2), "wed" => W::WeekdayShort(3),
    "weds" => W::WeekdayShort(3), "thu" => W::WeekdayShort(4), "thur" => W::WeekdayShort(4), "thurs" => W::WeekdayShort(4),
    "fri" => W::WeekdayShort(5), "sat" => W::WeekdayShort(6), "sun" => W::WeekdayShort(7),
    "mondays" => W::Weekdays(1), "tuesdays" => W::Weekdays(2), "wednesdays" => W::Weekdays(3), "thursdays" => W::Weekdays(4),
    "fridays" => W::Weekdays(5), "saturdays" => W::Weekdays(6), "sundays" => W::Weekdays(7),
    "second" => W::Unit(Unit::Second), "minute" => W::Unit(Unit::Minute), "hour" => W::Unit(Unit::Hour), "day" => W::Unit(Unit::Day),
    "weekend" => W::Unit(Unit::Weekend), "week" => W::Unit(Unit::Week), "fortnight" => W::Unit(Unit::Fortnight),
    "month" => W::Unit(Unit::Month), "quarter" => W::Unit(Unit::Quarter), "year" => W::Unit(Unit::Year),
    "decade" => W::Unit(Unit::Decade), "century" => W::Unit(Unit::Century), "millennium" => W::Unit(Unit::Millennium),
    "seconds" => W::Units(Unit::Second), "minutes" => W::Units(Unit::Minute), "hours" => W::Units(Unit::Hour),
    "days" => W::Units(Unit::Day), "weekends" => W::Units(Unit::Weekend), "weeks" => W::Units(Unit::Week),
    "fortnights" => W::Units(Unit::Fortnight), "months" => W::Units(Unit::Month), "quarters" => W::Units(Unit::Quarter),
    "years" => W::Units(Unit::Year), "decades" => W::Units(Unit::Decade), "centuries" => W::Units(Unit::Century),
    "millennia" => W::Units(Unit::Millennium), "seasons" => W::Units(Unit::Season),
    "sec" => W::UnitShort(Unit::Second), "secs" => W::UnitShort(Unit::Second), "min" => W::UnitShort(Unit::Minute),
    "mins" => W::UnitShort(Unit::Minute), "hr" => W::UnitShort(Unit::Hour), "hrs" => W::UnitShort(Unit::Hour),
    "wk" => W::UnitShort(Unit::Week), "wks" => W::UnitShort(Unit::Week), "yr" => W::UnitShort(Unit::Year),
    "yrs" => W::UnitShort(Unit::Year),
    "spring" => W::Season(Season::Spring), "summer" => W::Season(Season::Summer), "autumn" => W::Season(Season::Autumn),
    "fall" => W::Season(Season::Autumn), "winter" => W::Season(Season::Winter),
    "morning" => W::Part(Morning), "noon" => W::Part(Noon), "midday" => W::Part(Noon), "afternoon" => W::Part(Afternoon),
    "evening" => W::Part(Evening), "night" => W::Part(Night), "overnight" => W::Part(Night), "midnight" => W::Part(Midnight),
    "mornings" => W::Parts(Morning), "afternoons" => W::Parts(Afternoon), "evenings" => W::Parts(Evening), "nights" => W::Parts(Night),
    "yesterday" => W::Day(-1), "today" => W::Day(0), "tomorrow" => W::Day(1), "tmrw" => W::Day(1), "tonight" => W::Tonight,
    "now" => W::Present, "currently" => W::Present, "nowadays" => W::Present, "presently" => W::Present,
    "recently" => W::Past, "lately" => W::Past, "recent" => W::Past, "future" => W::Future,
    "one" => W::Cardinal(1), "two" => W::Cardinal(2), "three" => W::Cardinal(3), "four" => W::Cardinal(4), "five" => W::Cardinal(5),
    "six" => W::Cardinal(6), "seven" => W::Cardinal(7), "eight" => W::Cardinal(8), "nine" => W::Cardinal(9), "ten" => W::Cardinal(10),
    "eleven" => W::Cardinal(11), "twelve" => W::Cardinal(12), "thirteen" => W::Cardinal(13), "fourteen" => W::Cardinal(14),
    "fifteen" => W::Cardinal(15), "sixteen" => W::Cardinal(16), "seventeen" => W::Cardinal(17), "eighteen" => W::Cardinal(18),
    "nineteen" => W::Cardinal(19), "twenty" => W::Cardinal(20), "thirty" => W::Cardinal(30), "forty" => W::Cardinal(40),
    "fifty" => W::Cardinal(50), "sixty" => W::Cardinal(60), "seventy" => W::Cardinal(70), "eighty" => W::Cardinal(80),
    "ninety" => W::Cardinal(90), "hundred" => W::Hundred, "thousand" => W::Thousand, "dozen" => W::Dozen,
    "first" => W::Ordinal(1), "third" => W::Ordinal(3), "fourth" => W::Ordinal(4), "fifth" => W::Ordinal(5), "sixth" => W::Ordinal(6),
    "seventh" => W::Ordinal(7), "eighth" => W::Ordinal(8), "ninth" => W::Ordinal(9), "tenth" => W::Ordinal(10),
    "eleventh" => W::Ordinal(11), "twelfth" => W::Ordinal(12), "thirteenth" => W::Ordinal(13), "fourteenth" => W::Ordinal(14),
    "fifteenth" => W::Ordinal(15), "sixteenth" => W::Ordinal(16), "seventeenth" => W::Ordinal(17), "eighteenth" => W::Ordinal(18),
    "nineteenth" => W::Ordinal(19), "twentieth" => W::Ordinal(20), "thirtieth" => W::Ordinal(30),
    "st" => W::Suffix, "nd" => W::Suffix, "rd" => W::Suffix, "th" => W::Suffix,
    "several" => W::Vague, "few" => W::Vague, "some" => W::Vague, "many" => W::Vague, "couple" => W::Vague, "dozens" => W::Vague,
    "last" => W::Shift(-1), "past" => W::Shift(-1), "previous" => W::Shift(-1), "preceding" => W::Shift(-1), "prior" => W::Shift(-1),
    "this" => W::Shift(0), "current" => W::Shift(0), "latest" => W::Shift(0), "next" => W::Shift(1), "coming" => W::Shift(1),
    "following" => W::Shift(1), "upcoming" => W::Shift(1), "that" => W::That, "same" => W::Same,
    "beginning" => W::Edge(Edge::Start), "start" => W::Edge(Edge::Start), "middle" => W::Edge(Edge::Middle), "end" => W::Edge(Edge::End),
    "close" => W::Edge(Edge::End),
    "early" => W::Hint(Edge::Start), "mid" => W::Hint(Edge::Middle), "late" => W::Hint(Edge::End),
    "since" => W::Since, "until" => W::Until, "till" => W::Until, "before" => W::Before, "after" => W::After, "by" => W::By,
    "from" => W::From, "to" => W::To, "through" => W::To, "between" => W::Between, "in" => W::In, "on" => W::On, "at" => W::At,
    "of" => W::Of, "and" => W::And, "or" => W::Or, "during" => W::During, "for" => W::For, "within" => W::Within, "the" => W::The,
    "a" => W::A, "an" => W::A, "another" => W::A, "all" => W::Whole, "whole" => W::Whole, "entire" => W::Whole, "full" => W::Whole,
    "ago" => W::Ago, "earlier" => W::Earlier, "later" => W::Later, "hence" => W::Hence, "afterward" => W::Later, "afterwards" => W::Later,
    "every" => W::Every, "each" => W::Every, "per" => W::Per,
    "daily" => W::Frequency(Unit::Day), "nightly" => W::Frequency(Unit::Day), "weekly" => W::Frequency(Unit::Week),
    "monthly" => W::Frequency(Unit::Month), "quarterly" => W::Frequency(Unit::Quarter), "annually" => W::Frequency(Unit::Year),
    "annual" => W::Frequency(Unit::Year), "yearly" => W::Frequency(Unit::Year), "hourly" => W::Frequency(Unit::Hour),
    "christmas" => W::Holiday(0), "xmas" => W::Holiday(0), "thanksgiving" => W::Holiday(1), "halloween" => W::Holiday(2),
    "easter" => W::Holiday(3),
    "twenties" => W::Decade(1920), "thirties" => W::Decade(1930), "forties" => W::Decade(1940), "fifties" => W::Decade(1950),
    "sixties" => W::Decade(1960), "seventies" => W::Decade(1970), "eighties" => W::Decade(1980), "nineties" => W::Decade(1990),
    "about" => W::About, "around" => W::About, "roughly" => W::About, "approximately" => W::About, "circa" => W::About,
    "c" => W::About, "ca" => W::About, "nearly" => W::Less, "almost" => W::Less, "under" => W::Less, "less" => W::Less, "fewer" => W::Less,
    "more" => W::More, "over" => W::More, "than" => W::Than, "least" => W::Least, "most" => W::Most,
    "fiscal" => W::Fiscal, "fy" => W::Fiscal,
    "bc" => W::Bc, "bce" => W::Bc, "ad" => W::Ad, "ce" => W::Ad,
    "q1" => W::QuarterName(1), "q2" => W::QuarterName(2), "q3" => W::QuarterName(3), "q4" => W::QuarterName(4),
    "h1" => W::HalfName(1), "h2" => W::HalfName(2), "half" => W::Half,
    "am" => W::Am, "pm" => W::Pm, "gmt" => W::Zone, "utc" => W::Zone, "est" => W::Zone, "edt" => W::Zone, "cst" => W::Zone,
    "cdt" => W::Zone, "mst" => W::Zone, "mdt" => W::Zone, "pst" => W::Zone, "pdt" => W::Zone, "et" => W::Zone, "bst" => W::Zone,
    "cet" => W::Zone, "cest" => W::Zone, "ist" => W::Zone,
    "o'clock" => W::OClock, "o’clock" => W::OClock,
    "his" => W::Possessive, "her" => W::Possessive, "their" => W::Possessive, "my" => W::Possessive, "our" => W::Possessive,
    "your" => W::Possessive, "long" => W::Long, "old" => W::Old, "eve" => W::Eve,
};

/// In a sentence that speaks of a day which the calendar does not have.
pub static IMPOSSIBLE: WordSet = word_set! {
    "rejected", "rejects", "reject", "invalid", "impossible", "nonexistent", "exist", "exists", "error", "raises", "fails", "never", "overflow",
};
