//! How likely a value of prose is that of a cell: the row's name, the property, the unit, the year, and what speaks
//! against it.

use super::index::{Datum, Entry, Setting};
use super::likeness::Likeness;
use super::sentence::{About, Hit, Said, Sentence};
use crate::align::Evidence;
use crate::claim::{Stated, is_content, is_version_number, sense, stem};
use crate::lexicon::en::measured::ATTRIBUTED;
use crate::lexicon::en::properties::{COPULAS, TOTALS};
use crate::value::{AmountKind, Unit, Value};

const NAMED: f64 = 1.5;
const NAMED_BY_A_WORD: f64 = 0.8;
const NAMED_BY_VERSION: f64 = 1.8;
const KIND: f64 = 1.2;
const BEHIND_NAME: f64 = 0.4;
const OTHER_ROW: f64 = -1.2;
const OTHER_NAME: f64 = -0.7;
const SUBJECT: f64 = 1.2;
const OPENING: f64 = 0.8;
const SUMMED_UP: f64 = 1.0;
const PROPERTY: f64 = 2.0;
const PROPERTY_NEAR: f64 = 1.5;
const TITLE: f64 = 1.0;
const OTHER_THING: f64 = -2.5;
const UNTOLD: f64 = -1.0;
const UNIT: f64 = 0.7;
const ONLY_UNIT: f64 = 0.8;
const YEAR: f64 = 1.2;
const OTHER_YEAR: f64 = -2.0;
const UNDATED: f64 = -0.6;
const SPEAKER: f64 = -0.6;
const SLIP: f64 = 1.0;
const FAR: f64 = -2.5;
const COMPANION: f64 = 1.0;
/// A row's name of so many words says what its date is of.
const LONG_NAME: usize = 2;

/// Behind "of" so many words say of whom a share is.
const OF_WHOM: usize = 6;

/// One cell of a row and one value of a sentence that may be of the same thing.
pub struct Meeting<'a> {
    pub sentence: &'a Sentence<'a>,
    pub hit: &'a Hit,
    pub entry: &'a Entry,
    pub setting: Option<&'a Setting>,
    pub datum: &'a Datum,
    pub value: &'a Said,
    /// The token behind the nearest row's name before the value.
    pub nearest: Option<usize>,
}

/// What the figures themselves say.
pub fn figures(evidence: &mut Evidence, likeness: Likeness) {
    match likeness {
        Likeness::Slip => evidence.add(SLIP, "a slip makes one figure of the other"),
        Likeness::Far => evidence.add(FAR, "the figures lie far apart"),
        Likeness::Same | Likeness::Near => {}
    }
}

pub fn companion(evidence: &mut Evidence) {
    evidence.add(COMPANION, "another figure of the sentence stands in the table, too");
}

impl Meeting<'_> {
    /// None where the two are of different things.
    pub fn weigh(&self) -> Option<Evidence> {
        let mut evidence = Evidence::default();
        self.row(&mut evidence)?;
        self.property(&mut evidence)?;
        self.unit(&mut evidence);
        self.year(&mut evidence)?;
        let text = self.sentence.text();
        if text.sentence_tokens(self.sentence.number).any(|i| ATTRIBUTED.contains(text.word(i))) {
            evidence.add(SPEAKER, "the sentence has a speaker of its own");
        }
        Some(evidence)
    }

    fn row(&self, evidence: &mut Evidence) -> Option<()> {
        if self.entry.is_total {
            return self.total(evidence);
        }
        if self.entry.table.is_none() {
            match self.sentence.about {
                About::Named => evidence.add(SUBJECT, "the sentence names what the text is about"),
                About::Opening => evidence.add(OPENING, "the sentence opens the text"),
                About::Other => return None,
            }
            return Some(());
        }
        let text = self.sentence.text();
        let name = self.hit.tokens.clone();
        if name.is_empty() {
            return Some(());
        }
        let words: Vec<&str> = name.clone().map(|i| text.written(i)).collect();
        let telling = words.len() > 1 || name.clone().any(|i| text.token(i).is_some_and(|t| t.capital));
        let weight = match (self.is_version(), telling) {
            (true, _) => NAMED_BY_VERSION,
            (false, true) => NAMED,
            (false, false) => NAMED_BY_A_WORD,
        };
        evidence.add(weight, format!("the sentence names “{}”, whose row it is", words.join(" ")));
        if self.has_its_kind() {
            evidence.add(KIND, "with what the head of its column calls it");
        }
        let start = self.value.tokens.start;
        match self.nearest {
            Some(end) if end == name.end => {
                evidence.add(BEHIND_NAME, "the figure stands behind the name");
                let others = self.names_between(name.end, start);
                // What is not listed has no other name that the figure could be of.
                if others > 0 && !self.entry.is_rest {
                    evidence.add(OTHER_NAME * f64::from(others.min(2)), "another name stands between");
                }
            }
            Some(_) => evidence.add(OTHER_ROW, "another row's name is nearer"),
            None => {}
        }
        Some(())
    }

    /// Is the row's name a version, or a series of them ("4.x")?
    fn is_version(&self) -> bool {
        let text = self.sentence.text();
        let name = &self.hit.tokens;
        let ends = text.token(name.start).zip(name.end.checked_sub(1).and_then(|last| text.token(last)));
        let Some((first, last)) = ends.filter(|(first, _)| first.is_number() && self.entry.table.is_some()) else {
            return false;
        };
        is_version_number(text.slice(first.span.cover(last.span)))
    }

    /// Would no other thing bear the row's name: a version, a name with what its column is of ("the Team plan"), or many
    /// words and a value that they are said to be?
    pub fn is_named_in_full(&self) -> bool {
        let start = self.sentence.text().sentence_tokens(self.sentence.number).start;
        let opens = self.hit.tokens.start == start && self.hit.tokens.len() >= LONG_NAME;
        self.is_version() || self.has_its_kind() || (opens || self.hit.tokens.len() > LONG_NAME) && self.is_what_it_is()
    }

    /// "The Team plan" of the row "Team" under "Plan".
    fn has_its_kind(&self) -> bool {
        let text = self.sentence.text();
        let name = &self.hit.tokens;
        let Some(kind) = self.entry.kind.filter(|_| !name.is_empty()) else { return false };
        let beside = [name.start.checked_sub(1), Some(name.end)].into_iter().flatten();
        let capital = name.clone().all(|i| text.token(i).is_some_and(|t| t.capital));
        capital && beside.map(|i| text.word(i)).any(|word| is_content(word) && sense(word) == kind)
    }

    /// The sentence sums up, or its figure is of what the whole table is of ("a budget of").
    fn total(&self, evidence: &mut Evidence) -> Option<()> {
        let text = self.sentence.text();
        let opens = text.sentence_tokens(self.sentence.number).take(3).any(|i| TOTALS.contains(text.word(i)));
        let total = sense("total");
        if opens || self.value.near.iter().chain(&self.value.head).any(|s| *s == total) {
            evidence.add(SUMMED_UP, "both sum up");
            return Some(());
        }
        self.is_titled().then_some(())
    }

    fn is_titled(&self) -> bool {
        self.setting.is_some_and(|s| self.value.head.first().is_some_and(|h| s.words.contains(h)))
    }

    fn names_between(&self, from: usize, to: usize) -> u32 {
        let text = self.sentence.text();
        let (Some(first), Some(last)) = (text.token(from), text.token(to)) else { return 0 };
        let mentions = &self.sentence.ledger.mentions;
        let at = mentions.partition_point(|m| m.span.start < first.span.start);
        let between = mentions.iter().skip(at).take_while(|m| m.span.end <= last.span.start);
        between.filter(|m| matches!(m.value, Value::Name(_))).count() as u32
    }

    fn property(&self, evidence: &mut Evidence) -> Option<()> {
        let Meeting { entry, datum, value, .. } = self;
        let words = &datum.column.words;
        // A default is what holds where nothing is said: only a sentence on defaults speaks of it.
        let document = &self.sentence.ledger.document;
        let default = stem("default");
        let on_defaults = || document.sentence_tokens(self.sentence.number).any(|i| stem(document.word(i)) == default);
        if words.contains(&default) && !on_defaults() {
            return None;
        }
        if value.head.iter().any(|s| words.contains(s)) {
            evidence.add(PROPERTY, "the figure is of what the column is of");
            return Some(());
        }
        // "The Team plan costs $12": what such a thing costs is its price.
        let costs = || self.has_its_kind() && words.contains(&sense("price")) && value.near.contains(&sense("cost"));
        if value.near.iter().any(|s| words.contains(s)) || costs() {
            evidence.add(PROPERTY_NEAR, "what the column is of stands beside the figure");
            return Some(());
        }
        // A field says nothing but its property; a date is of what happened.
        entry.table?;
        if self.is_what_it_is() {
            evidence.add(PROPERTY, "the sentence says when, or how much, the row's name is");
            return Some(());
        }
        if let Stated::Time(_) = datum.stated {
            let bracketed = self.is_bracketed() && (datum.column.is_year || words.is_empty());
            return bracketed.then(|| evidence.add(PROPERTY, "the year stands in brackets behind the name"));
        }
        let people = sense("people");
        if self.is_share() {
            evidence.add(PROPERTY_NEAR, "the column gives shares, and the figure is one");
        } else if self.is_titled() && (words.is_empty() || datum.column.year.is_some()) {
            evidence.add(TITLE, "the table is of what the figure is of");
        } else if value.is_count && value.head.first().is_some_and(|h| *h != people) {
            evidence.add(OTHER_THING, "the figure counts something else");
        } else if !matches!(&datum.stated, Stated::Amount(a) if a.unit.is_some()) {
            evidence.add(UNTOLD, "nothing says what the figure is of");
        }
        Some(())
    }

    /// "61 percent came by bicycle" and a column of shares: of all that the table is of, not of some of them.
    fn is_share(&self) -> bool {
        let percent = |stated: &Stated| matches!(stated, Stated::Amount(a) if a.kind == AmountKind::Percent);
        let words = &self.datum.column.words;
        percent(&self.datum.stated)
            && percent(&self.value.stated)
            && words.iter().all(|w| *w == sense("share"))
            && !self.is_of_some()
    }

    /// "61 percent of the cooks", "of the women, 61 percent".
    fn is_of_some(&self) -> bool {
        let text = self.sentence.text();
        let own = &self.value.tokens;
        let start = text.sentence_tokens(self.sentence.number).start;
        let whole = |i: usize| {
            let sense = sense(text.word(i));
            sense == self::sense("people") || self.setting.is_some_and(|s| s.words.contains(&sense))
        };
        let some = |from: usize| {
            let all = |word: &str| matches!(word, "all" | "those" | "them" | "us");
            let named = (from + 1..from + OF_WHOM).take_while(|i| text.word(*i) != "," && !all(text.word(*i)));
            let mut nouns = named.filter(|i| is_content(text.word(*i)) && text.token(*i).is_some_and(|t| t.is_word()));
            text.word(from) == "of" && nouns.next().is_some_and(|noun| !whole(noun))
        };
        some(own.end) || start < own.start && some(start)
    }

    /// "The last day for entries is 7 April": the whole name of a row that has one date, and no more than a verb between.
    fn is_what_it_is(&self) -> bool {
        let text = self.sentence.text();
        let name = &self.hit.tokens;
        let between =
            text.sentence_tokens(self.sentence.number).filter(|i| (name.end..self.value.tokens.start).contains(i));
        let links = between.clone().all(|i| COPULAS.contains(text.word(i)));
        let dates = self.entry.data.iter().filter(|d| matches!(d.stated, Stated::Time(_))).count();
        let only = matches!(self.datum.stated, Stated::Time(_)) && dates == 1 && self.datum.column.words.is_empty();
        only && name.len() >= LONG_NAME && between.count() > 0 && links
    }

    /// "The Salt Road (1999)"
    fn is_bracketed(&self) -> bool {
        let text = self.sentence.text();
        let end = self.hit.tokens.end;
        let open = end + usize::from(matches!(text.word(end), "”" | "\"" | "’" | "'"));
        let behind = !self.hit.tokens.is_empty() && text.word(open) == "(" && open + 1 == self.value.tokens.start;
        behind && text.word(self.value.tokens.end) == ")"
    }

    fn unit(&self, evidence: &mut Evidence) {
        let unit = |d: &Datum| match &d.stated {
            Stated::Amount(a) => a.unit,
            Stated::Time(_) => None,
        };
        let Some(own) = unit(self.datum) else { return };
        evidence.add(UNIT, "both are in units of one kind");
        let alike = |other: &Unit| match (own, other) {
            (Unit::Money(_), Unit::Money(_)) => true,
            (a, b) => a.dimension() == b.dimension(),
        };
        let mut others = self.entry.data.iter().filter(|d| d.block != self.datum.block).filter_map(unit);
        if self.entry.table.is_some() && !others.any(|u| alike(&u)) {
            evidence.add(ONLY_UNIT, "no other column is in such units");
        }
    }

    fn year(&self, evidence: &mut Evidence) -> Option<()> {
        if matches!(self.datum.stated, Stated::Time(_)) {
            return Some(());
        }
        let years = &self.sentence.years;
        if let Some(year) = self.datum.year {
            if years.contains(&year) {
                evidence.add(YEAR, format!("both speak of {year}"));
                return Some(());
            }
            // A year in the head or the row is a part of what the cell says.
            return years.is_empty().then(|| evidence.add(UNDATED, format!("only the table speaks of {year}")));
        }
        let set: &[i16] = self.setting.map_or(&[], |s| &s.years);
        match (years.is_empty(), set.is_empty()) {
            (true, _) => {}
            (false, false) if set.iter().any(|y| years.contains(y)) => evidence.add(YEAR, "both speak of one year"),
            (false, false) => evidence.add(OTHER_YEAR, "the sentence speaks of another year"),
            (false, true) => evidence.add(UNDATED, "only the sentence speaks of a year"),
        }
        Some(())
    }
}
