//! The figures of a text (an amount, a length of time, a date, an hour) as far as they can be held against others.

use super::aged::{age, whose};
use super::norms::{Limit, limit};
use super::numbering::{is_key, is_numbering, is_stopped_number};
use super::share::spoken_share;
use super::side_by_side::stand_in_two_rows;
use super::version::{names_by_number, version};
use crate::claim::{Claim, Ledger, Stem, Subject, is_content, stem};
use crate::compare::amount::{comparable, other_unit};
use crate::compare::lasting::{amount_of, interval_of};
use crate::document::{Document, Role};
use crate::lexicon::en::classes::class_of;
use crate::lexicon::en::frames::{Taken, frame};
use crate::lexicon::en::hedges::BEFORE;
use crate::lexicon::en::time_words::{TIME_WORDS, TimeWord};
use crate::lexicon::unit::{Dimension, WORKING_DAY};
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Hedge, Modifier, Precision, Stretch, Time, TimeKind, Unit, Value, Version};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::borrow::Cow;
use std::ops::Range;

/// What a figure says, as far as two can be held against each other.
#[derive(Debug, Clone)]
pub enum Reading<'a> {
    Amount(Cow<'a, Amount>),
    /// A year, a decade, a century, or the years that "around 1650" may mean.
    Date(Stretch),
    /// A month, of a year that may not be printed.
    Month {
        year: Option<i16>,
        month: i8,
    },
    /// A day, of a year that may not be printed.
    Day {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    /// Minutes of the day, and how many more or less it may be; whether the half of the day is told.
    Clock(u16, u16, bool),
    /// A weekday without its date.
    Weekday(Weekday),
    /// From the one to the other: two years or two days.
    Range(Box<[Reading<'static>; 2]>),
    /// Of a program.
    Version(Version),
}

/// Figures of different kinds never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Number,
    Ordinal,
    Percent,
    Money,
    Measure,
    /// What lies between one time and the next: "every two weeks".
    Often,
    Age,
    Year,
    /// The year or day since which, or until which, something holds.
    Since,
    Until,
    Month,
    Day,
    Clock,
    Weekday,
    Range,
    Version,
}

#[derive(Debug)]
pub struct Figure<'a> {
    /// Index of the document in the run.
    pub document: usize,
    /// Index of its mention.
    pub mention: usize,
    pub ledger: &'a Ledger,
    pub sentence: usize,
    pub kind: Kind,
    pub taken: Taken,
    pub reading: Reading<'a>,
    /// What is counted or measured, where the noun phrase tells.
    pub head: Option<Stem>,
    /// What is said to have happened to the people whom it counts.
    pub happened: Option<Stem>,
    /// Of an age, the name beside it: the first part, where there are several, and the last.
    pub whose: Option<(Option<Stem>, Stem)>,
    /// "all but five": said of those that are left out.
    pub excepted: bool,
    /// Only a piece of what its mention says: the day of "8:20 a.m. Tuesday".
    pub is_piece: bool,
    /// The weekday that is printed with a day: two such days are compared as days.
    pub is_of_day: bool,
    /// It is the limit that a rule sets.
    pub limit: Option<Limit>,
}

/// The figures of a document that can be held against others.
pub fn figures(document: usize, ledger: &Ledger) -> Vec<Figure<'_>> {
    let claims: Vec<&Claim> = ledger.claims.iter().filter(|c| c.mention.is_some()).collect();
    let mut claims = claims.into_iter().peekable();
    let mut found: Vec<Figure> = Vec::new();
    for (mention, m) in ledger.mentions.iter().enumerate() {
        while claims.next_if(|c| c.span.start < m.span.start).is_some() {}
        let claim = claims.peek().filter(|c| c.mention == Some(mention));
        let text = &ledger.document;
        if text.is_own(m.span) || is_rough(text, m.span) || is_key(text, m.span) || is_numbering(text, m.span) {
            continue;
        }
        if text.role == Role::Peer
            && version(text, m).is_none()
            && (names_by_number(text, m.span) || is_stopped_number(text, m.span))
        {
            continue;
        }
        let pieces = day_of_hour(m).into_iter().chain(weekday_of_day(m));
        let parts = read(text, m).into_iter().map(|whole| (whole, false)).chain(pieces.map(|piece| (piece, true)));
        for ((kind, reading), is_piece) in parts {
            if kind == Kind::Number
                && claim.is_none_or(|c| c.subject.head.is_empty())
                && looks_like_a_year(text.slice(m.span))
            {
                continue;
            }
            let taken = taken(kind, &reading);
            let set = if let Reading::Amount(amount) = &reading { limit(text, m.span, amount) } else { None };
            let subject = claim.map(|c| &*c.subject).filter(|s| !s.head.is_empty());
            let happened = if kind == Kind::Number { happened(text, m.span, subject) } else { None };
            let limit = set.as_ref().map(|(limit, _)| *limit);
            let reading = set.map_or(reading, |(_, amount)| Reading::Amount(Cow::Owned(amount)));
            found.push(Figure {
                document,
                mention,
                ledger,
                sentence: text.sentence_at(m.span.start),
                kind,
                taken,
                reading,
                head: happened.or_else(|| head(text, m.span, kind, taken, subject)),
                happened,
                whose: if kind == Kind::Age { whose(ledger, mention) } else { None },
                excepted: is_excepted(text, m.span),
                is_piece: is_piece || !is_whole(m),
                is_of_day: is_piece && kind == Kind::Weekday && weekday_of_day(m).is_some(),
                limit,
            });
        }
    }
    found
}

/// What is counted or measured.
fn head(document: &Document, span: Span, kind: Kind, taken: Taken, subject: Option<&Subject>) -> Option<Stem> {
    match kind {
        Kind::Ordinal => ranked(document, document.token_at(span.end)),
        Kind::Number => subject.map(|s| sense(&s.head, taken)),
        _ => {
            let head = subject.map(|s| s.head.as_str());
            head.or_else(|| governor(document, span)).map(|word| sense(word, taken))
        }
    }
}

/// "thirty boats or so": the noun keeps the hedge from its figure.
fn is_rough(document: &Document, span: Span) -> bool {
    const REACH: usize = 4;
    let behind = document.token_at(span.end);
    (behind..behind + REACH).any(|i| document.word(i) == "or" && document.word(i + 1) == "so")
}

/// "all but five were saved", "everyone except two".
fn is_excepted(document: &Document, span: Span) -> bool {
    let first = document.token_at(span.start);
    let before = |back: usize| first.checked_sub(back).map_or("", |i| document.word(i));
    match before(1) {
        "but" => matches!(before(2), "all" | "everyone" | "everybody" | "none" | "nobody" | "nothing" | "everything"),
        "for" => before(2) == "except",
        word => word == "except",
    }
}

/// "the charter of 1327 names": a year that the grammar of times could not tell from a count is neither.
fn looks_like_a_year(printed: &str) -> bool {
    printed.len() == 4 && printed.parse::<u16>().is_ok_and(|n| (1000..2100).contains(&n))
}

/// Things that are ranked again and again: the first and the second time are two occasions.
const RANKED_AGAIN: [&str; 14] = [
    "time", "times", "day", "week", "month", "quarter", "half", "round", "set", "game", "match", "season", "degree",
    "place",
];

/// Every building has a first floor and every city a Third Street: the ordinal tells which part, not which rank.
const PARTS: [&str; 17] = [
    "floor",
    "floors",
    "storey",
    "storeys",
    "deck",
    "level",
    "chapter",
    "section",
    "paragraph",
    "page",
    "row",
    "column",
    "street",
    "avenue",
    "precinct",
    "ward",
    "grade",
];

/// What is said to have happened to the people whom a number counts: "killed 321", "312 people were killed".
fn happened(document: &Document, span: Span, subject: Option<&Subject>) -> Option<Stem> {
    if subject.is_some_and(|s| class_of(&s.head) != Some("person")) {
        return None;
    }
    let first = document.token_at(span.start);
    let behind = document.token_at(subject.map_or(span.end, |s| s.span.end));
    let passive = |i: usize| matches!(document.word(i), "were" | "was" | "had" | "been" | "have" | "are" | "others");
    let after = (behind..behind + 4).find(|i| !passive(*i)).map(|i| document.word(i));
    let before = first.checked_sub(1).map(|i| document.word(i));
    let frame = [before, after].into_iter().flatten().find_map(|word| frame(word, Some(Taken::Count)))?;
    Some(stem(frame.name))
}

/// What has or does the amount: "turnout was 67.3%", "the kettles hold 1.7 litres".
fn governor(document: &Document, span: Span) -> Option<&str> {
    const REACH: usize = 4;
    let start = document.sentence_tokens(document.sentence_at(span.start)).start;
    let first = document.token_at(span.start);
    let skipped = |word: &str| {
        BEFORE.contains_key(word) || matches!(word, "a" | "an" | "the" | "than" | "more" | "at" | "to" | "of")
    };
    let mut back = (first.saturating_sub(REACH).max(start)..first).rev().skip_while(|i| skipped(document.word(*i)));
    let at = back.next()?;
    if !matches!(
        document.word(at),
        "was" | "is" | "were" | "are" | "stood" | "reached" | "totalled" | "totaled" | "came"
    ) {
        return Some(document.word(at)).filter(|w| is_content(w) && document.token(at).is_some_and(|t| t.is_word()));
    }
    at.checked_sub(1).filter(|i| *i >= start).map(|i| document.word(i)).filter(|w| is_content(w))
}

/// What an ordinal ranks: "the first woman", "their eighth straight win".
fn ranked(document: &Document, behind: usize) -> Option<Stem> {
    const REACH: usize = 4;
    let phrase = (behind..behind + REACH)
        .take_while(|i| document.token(*i).is_some_and(|t| t.is_word()) && is_content(document.word(*i)));
    phrase
        .last()
        .map(|i| document.word(i))
        .filter(|w| !(RANKED_AGAIN.contains(w) || PARTS.contains(w)))
        .map(|word| sense(word, Taken::Rank))
}

/// What a mention says, as far as it can be held against another.
pub fn read<'a>(document: &Document, mention: &'a Mention) -> Option<(Kind, Reading<'a>)> {
    match &mention.value {
        Value::Amount(amount) if amount.hedge != Some(Hedge::Vague) => {
            if let Some(age) = age(document, mention.span, amount) {
                return Some((Kind::Age, Reading::Amount(Cow::Owned(age))));
            }
            if let Some(share) = spoken_share(document, mention.span, amount) {
                return Some((Kind::Percent, Reading::Amount(Cow::Owned(share))));
            }
            let kind = match amount.kind {
                AmountKind::Number => Kind::Number,
                AmountKind::Ordinal => Kind::Ordinal,
                AmountKind::Percent => Kind::Percent,
                AmountKind::Money => Kind::Money,
                AmountKind::Measure => Kind::Measure,
                AmountKind::Age => Kind::Age,
                AmountKind::Label => return None,
            };
            Some((kind, Reading::Amount(Cow::Borrowed(amount))))
        }
        Value::Time(time) => match time.kind {
            TimeKind::Duration => {
                let mut amount = amount_of(time)?;
                // "Five business days" are no five days.
                let words = document.slice_lower(mention.span);
                if ["business", "working", "trading"].iter().any(|kind| words.split(' ').any(|w| w == *kind)) {
                    amount.unit = Some(Unit::Measure(&WORKING_DAY));
                }
                Some((Kind::Measure, Reading::Amount(Cow::Owned(amount))))
            }
            TimeKind::Time => hour(document, mention, time).or_else(|| day(time)),
            TimeKind::Date => date(time),
            TimeKind::Set => Some((Kind::Often, Reading::Amount(Cow::Owned(interval_of(time)?)))),
        },
        _ => None,
    }
}

/// The version of a program that stands behind its name.
pub fn read_version(document: &Document, mention: &Mention) -> Option<(Kind, Reading<'static>)> {
    version(document, mention).map(|version| (Kind::Version, Reading::Version(version)))
}

/// The same as `read`, of a number behind a name too: "Lind 195" gives a count where it stands in a row, and is a label elsewhere.
pub fn read_label<'a>(document: &Document, mention: &'a Mention) -> Option<(Kind, Reading<'a>)> {
    match &mention.value {
        Value::Amount(amount) if amount.kind == AmountKind::Label => {
            let count = Amount { kind: AmountKind::Number, ..(**amount).clone() };
            Some((Kind::Number, Reading::Amount(Cow::Owned(count))))
        }
        _ => read(document, mention),
    }
}

fn hour(document: &Document, mention: &Mention, time: &Time) -> Option<(Kind, Reading<'static>)> {
    // "Half past eight", "nine o'clock": in the morning or in the evening.
    let spoken = |word: &str| matches!(word, "past" | "to" | "o'clock" | "o’clock");
    let told = |word: &str| matches!(word, "morning" | "afternoon" | "evening" | "night");
    let words: Vec<&str> = document.slice_lower(mention.span).split(' ').collect();
    let half = !words.iter().any(|w| spoken(w)) || words.iter().any(|w| told(w));
    clock(time).map(|(minutes, slack)| (Kind::Clock, Reading::Clock(minutes, slack, half)))
}

/// The day of an hour or a part of a day: "8:20 a.m. Tuesday", "Tuesday night".
fn day(time: &Time) -> Option<(Kind, Reading<'static>)> {
    date(time).filter(|(kind, _)| matches!(kind, Kind::Day | Kind::Weekday))
}

/// The day of what `read` reads as an hour.
fn day_of_hour(mention: &Mention) -> Option<(Kind, Reading<'static>)> {
    let Value::Time(time) = &mention.value else { return None };
    clock(time).filter(|_| time.kind == TimeKind::Time).and_then(|_| day(time))
}

/// The weekday that is printed with a day: "Monday, 6 June".
fn weekday_of_day(mention: &Mention) -> Option<(Kind, Reading<'static>)> {
    let Value::Time(time) = &mention.value else { return None };
    let is_day = matches!(date(time), Some((Kind::Day, _)));
    time.weekday.filter(|_| is_day).map(|weekday| (Kind::Weekday, Reading::Weekday(weekday)))
}

/// Does `read` read all that the mention says? Of "Tuesday night" it reads the day.
fn is_whole(mention: &Mention) -> bool {
    !matches!(&mention.value, Value::Time(time) if time.kind == TimeKind::Time && clock(time).is_none())
}

/// A day, month or year, or a range of them; what is meant loosely is none.
fn date(time: &Time) -> Option<(Kind, Reading<'static>)> {
    if time.fault.is_some() {
        return None;
    }
    if time.timex.starts_with('(') {
        return range(time).map(|ends| (Kind::Range, Reading::Range(Box::new(ends))));
    }
    let (year, month, day) = fields(&time.timex);
    // A year that was worked out sets no two days apart. What is counted ("today", a bare weekday) is worked
    // out as a whole, and only as good as the day it is counted from.
    let printed = year.filter(|_| time.absolute);
    if let (Some(weekday), false, None) = (time.weekday, time.calendar, time.modifier) {
        return Some((Kind::Weekday, Reading::Weekday(weekday)));
    }
    let open = time.stretch.is_some_and(|s| s.start.is_none() || s.end.is_none());
    match (month, day) {
        (Some(_), Some(_)) if !time.calendar => return None,
        (Some(month), Some(day)) => {
            return Some((until(time, Kind::Day)?, Reading::Day { year: printed, month, day }));
        }
        (Some(month), None) if time.calendar => {
            let kind = until(time, Kind::Month)?;
            return (kind != Kind::Month || !open).then_some((kind, Reading::Month { year: printed, month }));
        }
        _ => {}
    }
    let stretch = time.stretch.filter(|_| time.absolute)?;
    let kind = match stretch.precision {
        Precision::Year | Precision::Decade | Precision::Century if time.modifier == Some(Modifier::Approx) => {
            Kind::Year
        }
        Precision::Decade | Precision::Century => until(time, Kind::Year)?,
        Precision::Year => until(time, if stretch.end.is_none() { Kind::Since } else { Kind::Year })?,
        _ => return None,
    };
    Some((kind, Reading::Date(years(stretch, time.modifier == Some(Modifier::Approx))?)))
}

/// From the first to the last of the years that are meant: "around 300 BC" is rounded to its last digit that is no nought.
fn years(stretch: Stretch, about: bool) -> Option<Stretch> {
    let start = stretch.start?;
    let end = stretch.end.filter(|_| stretch.precision != Precision::Year).or_else(|| year_from(start)?.end)?;
    let exact = Stretch { start: Some(start), end: Some(end), ..stretch };
    if !about {
        return Some(exact);
    }
    // 1 BC is the year nought.
    let year = i64::from(start.year());
    let printed = if year > 0 { year } else { 1_i64.saturating_sub(year) };
    let step = [1000, 100, 10].into_iter().find(|step| printed.checked_rem(*step) == Some(0)).unwrap_or(2);
    let (first, last) = (start.checked_sub((step / 2).years()).ok()?, end.checked_add((step / 2).years()).ok()?);
    Some(Stretch { start: Some(first), end: Some(last), ..stretch })
}

/// Year, month and day of a TIMEX3 value, as far as it has them.
fn fields(timex: &str) -> (Option<i16>, Option<i8>, Option<i8>) {
    let day = timex.split_once('T').map_or(timex, |(day, _)| day);
    let mut fields = day.split('-');
    let year = fields.next().and_then(|y| y.parse::<i16>().ok());
    let mut next = || fields.next().filter(|f| f.len() == 2).and_then(|f| f.parse::<i8>().ok());
    (year, next(), next())
}

fn year_from(start: Date) -> Option<Stretch> {
    let end = start.checked_add(1.year()).ok()?;
    Some(Stretch { start: Some(start), end: Some(end), precision: Precision::Year })
}

/// "Since", "until" or neither.
fn until(time: &Time, plain: Kind) -> Option<Kind> {
    match time.modifier {
        None => Some(plain),
        Some(Modifier::After | Modifier::OnOrAfter) => Some(Kind::Since),
        Some(Modifier::Before | Modifier::OnOrBefore) => Some(Kind::Until),
        _ => None,
    }
}

/// The ends of "from April 3 to May 8" and "1998–2004": `(XXXX-04-03,XXXX-05-08)`, `(1998-01-01,2004-01-01,P6Y)`.
fn range(time: &Time) -> Option<[Reading<'static>; 2]> {
    let mut parts = time.timex.strip_prefix('(')?.strip_suffix(')')?.split(',');
    let (from, to, length) = (parts.next()?, parts.next()?, parts.next());
    let of_years = length.is_some_and(|l| l.ends_with('Y'));
    if time.modifier.is_some() || length.is_some_and(|l| !l.ends_with(['Y', 'D'])) {
        return None;
    }
    let end = |timex: &str| {
        let (year, month, day) = fields(timex);
        match (of_years, year, month, day) {
            (true, Some(year), Some(1), Some(1)) => Date::new(year, 1, 1).ok().and_then(year_from).map(Reading::Date),
            (false, year, Some(month), Some(day)) => {
                Some(Reading::Day { year: year.filter(|_| time.absolute), month, day })
            }
            _ => None,
        }
    };
    Some([end(from)?, end(to)?])
}

/// `T03:52` as minutes after midnight, "about 9:30" with what that allows.
fn clock(time: &Time) -> Option<(u16, u16)> {
    /// Who rounds an hour rounds it to quarters.
    const ABOUT: u16 = 15;
    let (_, clock) = time.timex.split_once('T')?;
    let (hour, minute) = clock.split_once(':')?;
    let minutes = hour.parse::<u16>().ok()? * 60 + minute.get(..2)?.parse::<u16>().ok()?;
    Some((minutes, if time.modifier == Some(Modifier::Approx) { ABOUT } else { 0 }))
}

/// The stem of a word, or of the frame that it evokes beside a figure of the kind.
pub fn sense(word: &str, beside: Taken) -> Stem {
    stem(frame(word, Some(beside)).map_or(word, |frame| frame.name))
}

/// As which kind of figure a frame takes it.
fn taken(kind: Kind, reading: &Reading) -> Taken {
    match kind {
        Kind::Number | Kind::Version => Taken::Count,
        Kind::Ordinal => Taken::Rank,
        Kind::Percent => Taken::Share,
        Kind::Money => Taken::Money,
        Kind::Age => Taken::Age,
        Kind::Often => Taken::Duration,
        Kind::Clock => Taken::Hour,
        Kind::Year | Kind::Since | Kind::Until | Kind::Month | Kind::Day | Kind::Weekday | Kind::Range => Taken::Date,
        Kind::Measure => match reading {
            Reading::Amount(a) if a.unit.is_some_and(|u| u.dimension() == Some(Dimension::TIME)) => Taken::Duration,
            _ => Taken::Measure,
        },
    }
}

impl Figure<'_> {
    /// As printed, in lower case.
    pub fn words(&self) -> Option<&str> {
        self.ledger.mentions.get(self.mention).map(|m| self.ledger.document.slice_lower(m.span))
    }

    /// Its tokens.
    pub fn tokens(&self) -> Option<Range<usize>> {
        let (document, span) = (&self.ledger.document, self.ledger.mentions.get(self.mention)?.span);
        Some(document.token_at(span.start)..document.token_at(span.end))
    }

    /// The zone that an hour names. Hours are not converted, and one without a zone may be of any.
    fn zone(&self) -> Option<&str> {
        let last = self.words().filter(|_| self.kind == Kind::Clock)?.rsplit(' ').next()?;
        (TIME_WORDS.get(last) == Some(&TimeWord::Zone)).then_some(last)
    }

    /// The stems as the sentence writes them near the figure, in its order: “word”, “word”.
    pub fn spell(&self, stems: &[Stem]) -> String {
        const REACH: usize = 40;
        let document = &self.ledger.document;
        let tokens = document.sentence_tokens(self.sentence);
        let at = self.ledger.mentions.get(self.mention).map_or(tokens.start, |m| document.token_at(m.span.start));
        let mut left = stems.to_vec();
        let mut words: Vec<String> = Vec::new();
        for index in at.saturating_sub(REACH).max(tokens.start)..(at + REACH).min(tokens.end) {
            let of = sense(document.word(index), self.taken);
            if is_content(document.word(index))
                && let Some(at) = left.iter().position(|s| *s == of)
            {
                left.swap_remove(at);
                words.push(format!("“{}”", document.written(index)));
            }
        }
        words.join(", ")
    }

    /// What it is a measure of, for figures that may be held against each other.
    /// "Two weeks".
    pub fn is_length_of_time(&self) -> bool {
        let unit = if let Reading::Amount(amount) = &self.reading { amount.unit } else { None };
        self.kind == Kind::Measure && unit.and_then(|u| u.dimension()) == Some(Dimension::TIME)
    }

    pub fn meets(&self, other: &Figure) -> bool {
        // Brother and sister have one surname; who is told by the surname alone may be either.
        let two_people = self.whose.zip(other.whose).is_some_and(|((given, last), (other_given, other_last))| {
            last != other_last || given.zip(other_given).is_some_and(|(x, y)| x != y)
        });
        let two_ranks = self.kind == Kind::Ordinal && self.head.zip(other.head).is_some_and(|(x, y)| x != y);
        // "31 wounded", "13 detained".
        let two_deeds = self.happened.zip(other.happened).is_some_and(|(x, y)| x != y);
        let two_limits = self.limit.zip(other.limit).is_some_and(|(x, y)| x != y);
        let alike = self.kind == other.kind && self.excepted == other.excepted && self.zone() == other.zone();
        let two_rows = || {
            self.document == other.document && stand_in_two_rows(&self.ledger.document, self.sentence, other.sentence)
        };
        let two_days = self.is_of_day && other.is_of_day;
        if !alike || two_days || two_people || two_ranks || two_deeds || two_limits || two_rows() {
            return false;
        }
        match (&self.reading, &other.reading) {
            (Reading::Amount(a), Reading::Amount(b)) => match (a.unit, b.unit) {
                (Some(Unit::Money(_)), Some(Unit::Money(_))) => comparable(a, b) || other_unit(a, b),
                (Some(x), Some(y)) => x.dimension() == y.dimension() || other_unit(a, b),
                (None, None) => true,
                _ => false,
            },
            // "The 1970s" tells of an age, "in 1948" of a year.
            (Reading::Date(a), Reading::Date(b)) => {
                (a.precision == Precision::Decade) == (b.precision == Precision::Decade)
            }
            _ => true,
        }
    }
}
