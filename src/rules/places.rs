//! What the rules on figures at the same place of two documents share: pairs whose values
//! cannot both be right, where nothing tells them apart.

use super::{Context, Finding, FindingVerdict, Label, LabelRole, Outcome, Rule};
use crate::align::{Addend, Counterparts, Kind, MentionRef, Reading, is_slip, is_slip_of_day, is_slip_of_year, read};
use crate::claim::{ClaimKind, Ledger};
use crate::compare::Verdict;
use crate::compare::amount::{amounts, in_base_units};
use crate::compare::printed::power_of_ten;
use crate::compare::slips::{in_another_order, is_misprint};
use crate::lexicon::en::growing::{GROWING, MOVES, PRICED};
use crate::lexicon::en::measured::{MEASURING, SHIFTED};
use crate::lexicon::unit::Dimension;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, Hedge, Precision, Stretch, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a pair must weigh.
const SURE: f64 = 3.5;
/// The year of days without one.
const LEAP: i16 = 2000;
/// That one slip of the pen makes one figure of the other.
const SLIP: f64 = 1.0;
/// So many places are shown at the most.
const LABELS: usize = 12;
/// How many words around a figure may tell of another moment, case or part.
const NEAR: usize = 6;
/// A count up to this may be of anything: elsewhere it says nothing of this figure.
const SMALL: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
/// Sentences with so many words in common may speak of the same thing.
const IN_COMMON: usize = 2;

/// A figure of one of two documents.
pub struct Place<'a> {
    pub document: usize,
    pub ledger: &'a Ledger,
    pub mention: &'a Mention,
    pub kind: Kind,
    pub reading: Reading<'a>,
}

/// Two figures at the same place that cannot both be right.
pub struct Apart<'a> {
    pub pair: &'a Counterparts,
    pub first: Place<'a>,
    pub second: Place<'a>,
}

/// The pairs of the wanted kinds of which the rule has not spoken yet, those that have a place in common together, the
/// heaviest first.
pub fn apart<'a>(context: &Context<'a>, outcome: &Outcome, wanted: impl Fn(&Apart) -> bool) -> Vec<Vec<Apart<'a>>> {
    let mut partial: BTreeMap<usize, bool> = BTreeMap::new();
    let mut gathered: Vec<Vec<Apart>> = Vec::new();
    for pair in &context.alignment.counterparts {
        let Some((first, second)) = Place::of(context, pair.a).zip(Place::of(context, pair.b)) else { continue };
        let apart = Apart { pair, first, second };
        let told = [&apart.first, &apart.second].iter().any(|p| outcome.has_told(p.document, p.mention.span));
        if told || !differ(&apart.first, &apart.second) || !apart.is_sure() || !wanted(&apart) {
            continue;
        }
        let mut early = |place: &Place<'a>| {
            *partial.entry(place.document).or_insert_with(|| is_partial(place.ledger)) && place.kind != Kind::Money
        };
        if early(&apart.first) != early(&apart.second) || scope(&apart).is_some() {
            continue;
        }
        let shares = |other: &Apart| [other.pair.a, other.pair.b].iter().any(|at| *at == pair.a || *at == pair.b);
        let (with, without): (Vec<_>, Vec<_>) = gathered.into_iter().partition(|group| group.iter().any(shares));
        gathered = without;
        gathered.push(with.into_iter().flatten().chain([apart]).collect());
    }
    for group in &mut gathered {
        group.sort_by(|x, y| y.weight().total_cmp(&x.weight()).then((x.pair.a, x.pair.b).cmp(&(y.pair.a, y.pair.b))));
    }
    gathered.sort_by_key(|group| group.first().map(|apart| (apart.pair.a, apart.pair.b)));
    gathered
}

/// Pairs that have places in common as one finding of `rule`.
pub fn report(rule: &Rule, group: &[Apart], message: impl Fn(&Apart) -> String) -> Option<Finding> {
    let heaviest = group.first()?;
    let (first, second) = (heaviest.first.words(), heaviest.second.words());
    let mut finding = Finding::new(rule, FindingVerdict::Conflict, message(heaviest));
    let mut told: BTreeSet<MentionRef> = BTreeSet::new();
    for apart in group {
        for (at, place) in [(apart.pair.a, &apart.first), (apart.pair.b, &apart.second)] {
            if told.len() < LABELS && told.insert(at) {
                let role = if told.len() == 1 { LabelRole::Primary } else { LabelRole::Related };
                finding = finding.label(Label { role, ..place.label() });
            }
        }
    }
    Some(
        finding
            .evidence(heaviest.pair.evidence.addends.iter().cloned().chain(heaviest.slip()))
            .as_sure_as_aligned()
            .help(format!("if {first} is right, correct “{second}”"))
            .help(format!("if {second} is right, correct “{first}”"))
            .help("if both are right, say of what or of when each is"),
    )
}

impl Apart<'_> {
    pub fn is_of_dates(&self) -> bool {
        matches!(self.first.kind, Kind::Year | Kind::Since | Kind::Until | Kind::Month | Kind::Day | Kind::Clock)
    }

    /// How many zeros lie between the same digits.
    pub fn zeros(&self) -> Option<usize> {
        match (&self.first.reading, &self.second.reading) {
            (Reading::Amount(a), Reading::Amount(b)) => power_of_ten(a, b),
            _ => None,
        }
    }

    fn weight(&self) -> f64 {
        self.pair.evidence.weight() + self.slip().map_or(0.0, |addend| addend.weight)
    }

    fn is_sure(&self) -> bool {
        self.weight() >= SURE
    }

    /// Figures of which one slip of the pen makes the other.
    fn slip(&self) -> Option<Addend> {
        let (a, b) = (&self.first, &self.second);
        let slip = match (&a.reading, &b.reading) {
            (Reading::Amount(x), Reading::Amount(y)) => {
                power_of_ten(x, y).is_some()
                    || is_misprint(&a.figures(), &b.figures())
                    || (x.value == y.value && x.unit != y.unit)
            }
            (Reading::Clock(_), Reading::Clock(_)) => is_misprint(&a.figures(), &b.figures()),
            (Reading::Date(_), Reading::Date(_)) | (Reading::Day { .. }, Reading::Day { .. }) => {
                in_another_order(&a.figures(), &b.figures())
            }
            _ => false,
        };
        slip.then(|| Addend { weight: SLIP, reason: "one slip makes one figure of the other".to_owned() })
    }
}

/// Does the document say of itself that its figures are not the last?
fn is_partial(ledger: &Ledger) -> bool {
    let document = &ledger.document;
    let says = |i: usize| match document.word(i) {
        "partial" | "preliminary" | "provisional" => {
            matches!(document.word(i + 1), "results" | "result" | "count" | "figures" | "data" | "tally" | "toll")
        }
        "exit" => matches!(document.word(i + 1), "poll" | "polls"),
        "votes" => document.word(i + 1) == "counted",
        _ => false,
    };
    (0..document.tokens.len()).any(says)
}

impl<'a> Place<'a> {
    fn of(context: &Context<'a>, at: MentionRef) -> Option<Place<'a>> {
        let ledger = context.ledgers.get(at.document)?;
        let mention = ledger.mentions.get(at.mention)?;
        let (kind, reading) = read(&ledger.document, mention)?;
        Some(Place { document: at.document, ledger, mention, kind, reading })
    }

    /// The figure with what it counts.
    fn span(&self) -> Span {
        let claims = &self.ledger.claims;
        let from = claims.partition_point(|c| c.span.start < self.mention.span.start);
        let here = claims.iter().skip(from).take_while(|c| c.span.start == self.mention.span.start);
        let mut counts = here.filter(|c| c.kind == ClaimKind::Count);
        counts.next().map_or(self.mention.span, |c| c.span)
    }

    pub fn words(&self) -> &'a str {
        self.ledger.document.slice(self.span())
    }

    /// The digits as printed.
    fn figures(&self) -> Vec<u8> {
        let words = self.ledger.document.slice(self.mention.span);
        let until = words
            .find([' ', '-', '\u{a0}'])
            .filter(|end| words.as_bytes().first().is_some_and(u8::is_ascii_digit) && *end > 0);
        words.get(..until.unwrap_or(words.len())).unwrap_or_default().bytes().filter(u8::is_ascii_digit).collect()
    }

    fn label(&self) -> Label {
        Label::primary(self.document, self.span(), "")
    }

    fn sentence(&self) -> usize {
        self.ledger.document.sentence_at(self.mention.span.start)
    }

    /// The lower-case words within reach, without those of the figure.
    fn near(&self) -> impl Iterator<Item = &'a str> {
        let document = &self.ledger.document;
        let tokens = document.sentence_tokens(self.sentence());
        let (first, behind) = (document.token_at(self.mention.span.start), document.token_at(self.mention.span.end));
        let before = first.saturating_sub(NEAR).max(tokens.start)..first;
        before.chain(behind..(behind + NEAR).min(tokens.end)).map(move |i| document.word(i))
    }

    fn has(&self, words: &phf::Set<&str>) -> bool {
        self.near().any(|w| words.contains(w))
    }

    /// Whose measurement or estimate the document says it is, here or where it gives the figure again, by the
    /// names beside the word that says so.
    fn source(&self) -> Option<Vec<&'a str>> {
        let alike = self.ledger.mentions.iter().filter(|m| {
            let said = read(&self.ledger.document, m);
            said.is_some_and(|(kind, reading)| kind == self.kind && can_be_one(&reading, &self.reading))
        });
        alike.filter_map(|m| self.source_at(m.span)).reduce(|mut all, more| {
            all.extend(more);
            all
        })
    }

    fn source_at(&self, span: Span) -> Option<Vec<&'a str>> {
        const REACH: usize = 8;
        let document = &self.ledger.document;
        let tokens = document.sentence_tokens(document.sentence_at(span.start));
        let near = document.token_at(span.start);
        let at = tokens.clone().find(|i| {
            let word = document.word(*i);
            word == "according" || (MEASURING.contains(word) && i.abs_diff(near) <= NEAR)
        })?;
        let around = at.saturating_sub(REACH).max(tokens.start)..(at + REACH).min(tokens.end);
        Some(around.filter(|i| document.token(*i).is_some_and(|t| t.capital)).map(|i| document.word(i)).collect())
    }

    fn is_bound(&self) -> bool {
        match &self.reading {
            Reading::Amount(a) => matches!(a.hedge, Some(Hedge::AtLeast | Hedge::AtMost)),
            _ => false,
        }
    }

    /// The word right before the figure.
    fn before(&self) -> &'a str {
        let document = &self.ledger.document;
        document.token_at(self.mention.span.start).checked_sub(1).map_or("", |i| document.word(i))
    }

    /// "another 20", "20 more"
    fn is_part(&self) -> bool {
        const BEFORE: [&str; 9] =
            ["another", "other", "first", "last", "remaining", "additional", "further", "extra", "next"];
        const BEHIND: [&str; 8] = ["other", "others", "more", "additional", "further", "extra", "remaining", "fewer"];
        let document = &self.ledger.document;
        let behind = document.token_at(self.mention.span.end);
        BEFORE.contains(&self.before()) || BEHIND.contains(&document.word(behind))
    }

    /// The definite dates of its sentence.
    fn dates(&self) -> Vec<Stretch> {
        let document = &self.ledger.document;
        let sentence = document.sentences.get(self.sentence()).map(|s| s.span);
        let inside = self.ledger.mentions.iter().filter(|m| sentence.is_some_and(|s| s.contains(m.span)));
        let others = inside.filter(|m| m.span != self.mention.span);
        others.filter_map(|m| if let Value::Time(t) = &m.value { t.stretch } else { None }).collect()
    }

    /// Does the sentence of another figure of the document have words in common with that of `other`?
    fn speaks_like(&self, mention: &Mention, other: &Place) -> bool {
        let here = self.ledger.sentence_stems(self.ledger.document.sentence_at(mention.span.start));
        let there = other.ledger.sentence_stems(other.sentence());
        here.iter().filter(|stem| there.binary_search(stem).is_ok()).count() >= IN_COMMON
    }

    /// Does the document give what `other` says, of anything that it could be of?
    fn says(&self, other: &Place) -> bool {
        self.ledger.mentions.iter().filter(|m| m.span != self.mention.span).any(|m| {
            let Some((kind, reading)) = read(&self.ledger.document, m) else { return false };
            let small = matches!(&reading, Reading::Amount(a) if a.value <= SMALL && a.value.is_integer());
            let strange =
                small && matches!(kind, Kind::Number | Kind::Ordinal | Kind::Measure) && !self.speaks_like(m, other);
            // "700 million" of a sentence that leaves the currency out says "700 million euros".
            let bare = matches!((&reading, &other.reading), (Reading::Amount(a), Reading::Amount(b))
                if kind == Kind::Number && a.value == b.value && a.value > SMALL);
            bare || (kind == other.kind && !strange && can_be_one(&reading, &other.reading))
        })
    }
}

/// Can the two not both be right? Only what a slip or a near figure makes of each other is called so.
fn differ(a: &Place, b: &Place) -> bool {
    let near = match (&a.reading, &b.reading) {
        (Reading::Date(x), Reading::Date(y)) => is_slip_of_year(x, y),
        (Reading::Month { year: p, month: m }, Reading::Month { year: q, month: n }) => {
            // A month of any year may be of another thing.
            let Some(year) = p.or(*q) else { return false };
            let stretch =
                |year: i16, month: i8| Stretch { start: date(year, month, 1), end: None, precision: Precision::Month };
            is_slip_of_year(&stretch(p.unwrap_or(year), *m), &stretch(q.unwrap_or(year), *n))
        }
        (Reading::Amount(x), Reading::Amount(y)) => near(x, y) || is_misprint(&a.figures(), &b.figures()),
        (Reading::Day { year: p, month: m, day: d }, Reading::Day { year: q, month: n, day: e }) => {
            let year = p.or(*q).unwrap_or(LEAP);
            let is_slip: fn(Date, Date) -> bool = if p.is_some() || q.is_some() { is_slip } else { is_slip_of_day };
            matches!((date(p.unwrap_or(year), *m, *d), date(q.unwrap_or(year), *n, *e)), (Some(x), Some(y)) if is_slip(x, y))
        }
        _ => true,
    };
    near && differ_at_all(&a.reading, &b.reading)
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// What is several times as much is another thing, unless it is the same digits.
fn near(a: &Amount, b: &Amount) -> bool {
    const FACTOR: u64 = 4;
    let of = |amount: &Amount| in_base_units(amount).map(|v| v.abs());
    let Some((x, y)) = of(a).zip(of(b)) else { return false };
    let times = x.min(y).checked_mul(Decimal::from(FACTOR));
    times.is_some_and(|most| x.max(y) <= most) || power_of_ten(a, b).is_some()
}

fn differ_at_all(a: &Reading, b: &Reading) -> bool {
    match (a, b) {
        (Reading::Amount(x), Reading::Amount(y)) => amounts(x, y) == Verdict::Conflict,
        (Reading::Date(x), Reading::Date(y)) => !x.overlaps(y),
        (Reading::Month { year: p, month: m }, Reading::Month { year: q, month: n }) => {
            m != n || matches!((p, q), (Some(p), Some(q)) if p != q)
        }
        (Reading::Day { year: p, month: m, day: d }, Reading::Day { year: q, month: n, day: e }) => {
            (m, d) != (n, e) || matches!((p, q), (Some(p), Some(q)) if p != q)
        }
        (Reading::Clock(x), Reading::Clock(y)) => x != y,
        _ => false,
    }
}

/// Do the two say the same, as far as they can be compared?
fn can_be_one(a: &Reading, b: &Reading) -> bool {
    match (a, b) {
        (Reading::Amount(x), Reading::Amount(y)) => {
            let lengths = x.unit.is_some_and(|u| u.dimension() == Some(Dimension::TIME));
            (!lengths || x.unit == y.unit)
                && matches!(amounts(x, y), Verdict::Agree | Verdict::Refines | Verdict::Compatible)
        }
        _ => !differ_at_all(a, b),
    }
}

/// Why two different figures may both be right.
fn scope(apart: &Apart) -> Option<&'static str> {
    let (a, b) = (&apart.first, &apart.second);
    if a.is_bound() || b.is_bound() {
        return Some("at least one of them is a bound");
    }
    if a.is_part() != b.is_part() {
        return Some("one is of a part");
    }
    let (of_a, of_b) = (a.dates(), b.dates());
    let one_past_year = of_a.iter().any(|d| d.precision == Precision::Year && of_b.contains(d));
    if (moves(a) || moves(b)) && !one_past_year {
        return Some("it is counted anew all the time");
    }
    if shifts(a, b) || shifts(b, a) {
        return Some("they speak of another moment or case");
    }
    let (source_a, source_b) = (a.source(), b.source());
    let one_source = source_a.iter().flatten().any(|word| source_b.iter().flatten().any(|other| other == word));
    if (source_a.is_some() || source_b.is_some()) && !one_source {
        return Some("the figures have sources of their own");
    }
    let overlap = of_a.iter().any(|x| of_b.iter().any(|y| x.overlaps(y)));
    if !of_a.is_empty() && !of_b.is_empty() && !overlap {
        return Some("they are of different dates");
    }
    (a.says(b) || b.says(a)).then_some("the other document gives it as well")
}

/// Does it count what is counted anew while the event goes on, or give a price of the moment?
fn moves(place: &Place) -> bool {
    let counted = match (&place.kind, &place.reading) {
        (Kind::Number | Kind::Percent, _) => true,
        (Kind::Measure, Reading::Amount(a)) => a.unit.and_then(|u| u.dimension()) == Some(Dimension::AREA),
        _ => false,
    };
    let priced = matches!(place.kind, Kind::Percent | Kind::Money);
    (counted && place.has(&GROWING)) || (priced && place.has(&PRICED) && place.has(&MOVES))
}

/// Does a word beside the one tell of another moment or case, or of a rate, that stands nowhere beside the other?
fn shifts(a: &Place, b: &Place) -> bool {
    const DIRECTIONS: [&str; 4] = ["rose", "fell", "increased", "decreased"];
    // "They had started the day with 28 points."
    const OPENING: [&str; 6] = ["started", "starting", "began", "begun", "opened", "entered"];
    let from = |place: &Place| place.before() == "from";
    let rate = |w: &str| matches!(w, "each" | "per" | "every");
    let tells = |w: &str| rate(w) || (SHIFTED.contains(w) && !DIRECTIONS.contains(&w));
    let opening = |place: &Place| place.before() == "with" && place.near().any(|w| OPENING.contains(&w));
    (from(a) && !from(b)) || (opening(a) && !opening(b)) || a.near().any(|w| tells(w) && !b.near().any(|o| o == w))
}
