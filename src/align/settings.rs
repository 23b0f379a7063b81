//! Which places tell of one setting. A name alone says little: `timeout` is an option of many things. What says that
//! two places mean one is the row or item they share, the neighbours that two lists have in common, or a name that
//! nothing else would have.

use super::Addend;
use crate::claim::{Aspect, Form, Given, Ledger, Setting, are_units_of_one, is_of_the_whole};
use crate::compare::{Verdict, amount};
use crate::document::{BlockKind, Format};
use crate::story::are_apart;
use crate::value::Amount;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// More places of one name are not held against each other.
const MOST: usize = 200;
/// Two lists with so many names in common list the same.
const SHARED: usize = 3;

/// A setting of a run: its document's and its own index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SettingRef {
    pub document: usize,
    pub setting: usize,
}

impl SettingRef {
    pub fn of(self, ledgers: &[Ledger]) -> Option<&Setting> {
        ledgers.get(self.document)?.settings().told.get(self.setting)
    }
}

/// Two places that tell of one setting.
#[derive(Debug)]
pub struct Pair {
    pub a: SettingRef,
    pub b: SettingRef,
    pub verdict: Verdict,
    pub why: Addend,
}

/// The names on each sheet, and what each gives.
type Sheets<'a> = BTreeMap<(usize, u32), BTreeMap<(&'a str, Aspect), &'a Given>>;

struct Run<'a> {
    ledgers: &'a [Ledger],
    keys: BTreeMap<&'a str, Vec<(SettingRef, &'a Setting)>>,
    sheets: Sheets<'a>,
    /// How many rows, items or headings of a document bear a name.
    entries: BTreeMap<(usize, &'a str), BTreeSet<u32>>,
}

/// All pairs of places that tell the same aspect of one setting.
pub fn settings(ledgers: &[Ledger], meet: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    let run = Run::of(ledgers);
    let mut pairs = Vec::new();
    for (key, places) in run.keys.iter().filter(|(_, places)| places.len() <= MOST) {
        for (index, (a, x)) in places.iter().enumerate() {
            for (b, y) in places.iter().skip(index + 1) {
                let path = |at: &SettingRef| run.path(at.document).unwrap_or_default();
                let alone = x.span == y.span && a.document == b.document || are_apart(path(a), path(b));
                if x.aspect != y.aspect || alone || !meet(a.document, b.document) {
                    continue;
                }
                let verdict = match (&x.given, &y.given) {
                    // `--disable-sails` is true where a sentence has the sails disabled by default.
                    (Given::Switch(_), Given::Switch(_))
                        if is_denying(key) && [(a, x), (b, y)].iter().any(|(at, s)| run.is_state(**at, s)) =>
                    {
                        continue;
                    }
                    // A unit of time and one of data are of two quantities.
                    (Given::Word(a), Given::Word(b)) if x.aspect == Aspect::Unit && !are_units_of_one(a, b) => continue,
                    (a, b) => verdict(a, b),
                };
                if let Some(why) = run.kin(key, (*a, x), (*b, y)).filter(|_| verdict != Verdict::Unknown) {
                    pairs.push(Pair { a: *a, b: *b, verdict, why });
                }
            }
        }
    }
    settled(ledgers, &mut pairs);
    pairs
}

/// A sentence that agrees with one place is not held against another: it speaks of that one.
fn settled(ledgers: &[Ledger], pairs: &mut Vec<Pair>) {
    let is_sentence = |at: SettingRef| at.of(ledgers).is_some_and(|s| s.form != Form::Entry);
    let agreeing = pairs.iter().filter(|p| p.verdict == Verdict::Agree && p.a.document != p.b.document);
    let agreeing: BTreeSet<SettingRef> = agreeing.flat_map(|p| [p.a, p.b]).filter(|at| is_sentence(*at)).collect();
    pairs.retain(|p| {
        p.verdict != Verdict::Conflict
            || p.a.document == p.b.document
            || ![p.a, p.b].iter().any(|at| agreeing.contains(at))
    });
}

impl<'a> Run<'a> {
    fn of(ledgers: &'a [Ledger]) -> Run<'a> {
        let mut run = Run { ledgers, keys: BTreeMap::new(), sheets: BTreeMap::new(), entries: BTreeMap::new() };
        let own = own_words(ledgers);
        for (document, ledger) in ledgers.iter().enumerate() {
            for (setting, told) in ledger.settings().told.iter().enumerate() {
                let key = key(told, &own);
                run.keys.entry(key).or_default().push((SettingRef { document, setting }, told));
                if told.form == Form::Entry {
                    run.sheets.entry((document, told.sheet)).or_default().insert((key, told.aspect), &told.given);
                    run.entries.entry((document, key)).or_default().insert(told.entry);
                }
            }
        }
        run
    }

    /// Is the value the state of a thing, "disabled", and no value of the option?
    fn is_state(&self, at: SettingRef, setting: &Setting) -> bool {
        let words = self.ledgers.get(at.document).map_or("", |l| l.document.slice_lower(setting.span));
        matches!(words, "disabled" | "enabled" | "off" | "on")
    }

    fn path(&self, document: usize) -> Option<&'a str> {
        self.ledgers.get(document).map(|l| l.document.path.as_str())
    }

    /// The function or class under whose heading a place stands: each has options of its own, whatever they are called.
    fn owner(&self, at: SettingRef, setting: &Setting) -> Option<&'a str> {
        let document = &self.ledgers.get(at.document)?.document;
        let until = document.blocks.partition_point(|b| b.span.start < setting.span.start);
        let headings = document.blocks.iter().take(until).rev().filter(|b| b.kind == BlockKind::Heading);
        let call = |words: &'a str| words.split_once('(').map(|(name, _)| name).filter(|name| is_call(name));
        headings.take(1).find_map(|b| call(document.source_text(document.place(b.span)).trim_matches(['`', ' '])))
    }

    fn is_cell(&self, at: SettingRef, setting: &Setting) -> bool {
        let document = self.ledgers.get(at.document).map(|l| &l.document);
        let block = document.zip(self.block(at, setting)).and_then(|(d, b)| d.blocks.get(b as usize));
        block.is_some_and(|b| b.kind == BlockKind::Cell)
    }

    fn block(&self, at: SettingRef, setting: &Setting) -> Option<u32> {
        let document = &self.ledgers.get(at.document)?.document;
        document.sentences.get(document.sentence_at(setting.span.start)).map(|s| s.block)
    }

    /// Is it a README, a page on installing, a manifest or a file of settings, rather than the page of one part?
    fn speaks_for_all(&self, document: usize) -> bool {
        let document = self.ledgers.get(document).map(|l| &l.document);
        document.is_some_and(|d| d.format == Format::Manifest || !d.format.is_prose() || is_of_the_whole(&d.path))
    }

    /// Why the two are one setting, if they are.
    fn kin(&self, key: &str, (a, x): (SettingRef, &Setting), (b, y): (SettingRef, &Setting)) -> Option<Addend> {
        let telling = x.name.is_telling() && y.name.is_telling();
        let once = |at: SettingRef| self.entries.get(&(at.document, key)).is_none_or(|e| e.len() == 1);
        let one_document = a.document == b.document;
        if one_document && x.entry == y.entry {
            // One cell that gives two values gives those of two things, and the paragraphs under a heading go through cases.
            let of_name = [x, y].iter().any(|s| s.span == s.named) || x.aspect == Aspect::Port;
            if !of_name && (self.block(a, x) == self.block(b, y) || !self.is_cell(a, x) || !self.is_cell(b, y)) {
                return None;
            }
            return Some(Addend { weight: 5.0, reason: "both stand with the same name".to_owned() });
        }
        if x.aspect == Aspect::Least {
            let reason = format!("both say which version of “{key}” is needed");
            let nested = self.path(a.document).zip(self.path(b.document)).is_some_and(|(a, b)| are_nested(a, b));
            let whole = self.speaks_for_all(a.document) || self.speaks_for_all(b.document);
            return (!one_document && nested && whole).then_some(Addend { weight: 3.0, reason });
        }
        if self.owner(a, x).zip(self.owner(b, y)).is_some_and(|(one, other)| one != other) {
            return None;
        }
        let named = || Addend { weight: 3.0, reason: format!("both are told of “{}”", key.replace('_', "-")) };
        match (x.form, y.form) {
            (Form::Entry, Form::Entry) => {
                let differ = x.kind_of_sheet() != y.kind_of_sheet();
                // Two pages that list options go through those of two commands, parts or kinds, whatever these are called;
                // what speaks for the whole program repeats one of them.
                let whole = || {
                    self.speaks_for_all(a.document)
                        || self.speaks_for_all(b.document)
                        || x.is_of_help()
                        || y.is_of_help()
                };
                let may_meet = if one_document { differ } else { once(a) && once(b) && whole() };
                if !may_meet {
                    return None;
                }
                let (shared, alike, unlike) = self.in_common((a.document, x.sheet), (b.document, y.sheet))?;
                let same_list = shared >= SHARED && alike >= unlike || shared >= 2 && alike >= 1 && alike >= unlike;
                let reason = format!("both lists have {shared} names in common");
                if same_list {
                    return Some(Addend { weight: 4.0, reason });
                }
                let aspect = matches!(x.aspect, Aspect::Default | Aspect::Most);
                (telling && aspect && alike + 2 >= unlike).then(named)
            }
            (Form::Entry, Form::Sentence) | (Form::Sentence, Form::Entry) => {
                (once(a) && once(b) && (one_document || telling)).then(named)
            }
            (Form::Sentence, Form::Sentence) => telling.then(named),
            // The words of the sentence are a second sign, where one document alone has the option.
            (Form::Entry, Form::Plain) | (Form::Plain, Form::Entry) => {
                let entries =
                    self.entries.iter().filter(|((_, other), _)| *other == key).map(|(_, e)| e.len()).sum::<usize>();
                (entries == 1).then(named)
            }
            (Form::Plain, _) | (_, Form::Plain) => None,
        }
    }

    /// How many names two sheets have in common, and of their values how many are alike and how many are not.
    fn in_common(&self, a: (usize, u32), b: (usize, u32)) -> Option<(usize, usize, usize)> {
        let (a, b) = (self.sheets.get(&a)?, self.sheets.get(&b)?);
        let names: BTreeSet<&str> = a.keys().map(|(name, _)| *name).collect();
        let shared = b.keys().map(|(name, _)| *name).collect::<BTreeSet<_>>().intersection(&names).count();
        let both = a.iter().filter_map(|(key, given)| Some(verdict(given, b.get(key)?)));
        let verdicts: Vec<Verdict> = both.collect();
        let of = |wanted: Verdict| verdicts.iter().filter(|v| **v == wanted).count();
        Some((shared, of(Verdict::Agree), of(Verdict::Conflict)))
    }
}

/// "disable_sails", "no_sails"
fn is_denying(key: &str) -> bool {
    key.split('_').any(|part| matches!(part, "disable" | "disabled" | "no" | "skip" | "without" | "ignore"))
}

/// "net.createServer", "new stream.Duplex", "`fs.open": what stands before the bracket of a call.
fn is_call(name: &str) -> bool {
    let name = name.trim_matches('`').trim_start_matches("new ");
    let part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | ':' | '#');
    name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.chars().all(part)
}

/// Does one of two files lie in the other's folder, or below it? What stands side by side may be of two programs.
pub fn are_nested(a: &str, b: &str) -> bool {
    let folder = |path: &str| path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or_default().to_owned();
    let (a, b) = (folder(a), folder(b));
    a.starts_with(&b) || b.starts_with(&a)
}

/// The words by which programs call their own variables.
fn own_words(ledgers: &[Ledger]) -> BTreeSet<&str> {
    ledgers.iter().filter_map(own_word).collect()
}

/// The first word that most variables of a document have in common.
fn own_word(ledger: &Ledger) -> Option<&str> {
    let words = &ledger.settings().own_words;
    let all: usize = words.iter().map(|(_, variables)| variables).sum();
    words.iter().find(|(_, variables)| *variables > 1 && *variables > all / 2).map(|(word, _)| word.as_str())
}

/// The name, of a variable without the program's own word.
fn key<'a>(setting: &'a Setting, own: &BTreeSet<&str>) -> &'a str {
    let key = setting.name.key.as_str();
    let rest = key.split_once('_').filter(|(first, _)| setting.name.is_variable && own.contains(first));
    rest.map_or(key, |(_, rest)| rest)
}

/// What two values say to each other.
fn verdict(a: &Given, b: &Given) -> Verdict {
    let alike = |same: bool| if same { Verdict::Agree } else { Verdict::Conflict };
    match (a, b) {
        (Given::Switch(a), Given::Switch(b)) => alike(a == b),
        (Given::Amount(a), Given::Amount(b)) => amounts(a, b),
        // "./site" and "site", "conf.yml" and "/etc/conf.yml" may be one.
        (Given::Word(a), Given::Word(b)) if a != b && may_be_one(a, b) => Verdict::Unknown,
        (Given::Word(a), Given::Word(b)) => alike(a == b),
        (Given::Version(a), Given::Version(b)) => alike(a.covers(b)),
        _ => Verdict::Unknown,
    }
}

/// Is the one path the end of the other?
fn may_be_one(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    long.strip_suffix(short).is_some_and(|rest| rest.ends_with(['/', '.']))
        || long.strip_prefix(short).is_some_and(|rest| rest.starts_with("://"))
}

/// A bare figure may be in the other's unit, or in a smaller or larger one.
fn amounts(a: &Amount, b: &Amount) -> Verdict {
    match (a.unit, b.unit) {
        (None, None) => {
            if a.value == b.value {
                Verdict::Agree
            } else {
                Verdict::Conflict
            }
        }
        (Some(_), Some(_)) => match amount::amounts(a, b) {
            Verdict::Compatible | Verdict::Refines => Verdict::Agree,
            verdict => verdict,
        },
        _ if a.value == b.value => Verdict::Agree,
        _ => {
            let ratio = a.value.max(b.value).checked_div(a.value.min(b.value));
            let steps = [60, 3600, 24, 86_400, 1000, 1024, 1_000_000, 1_048_576, 1_000_000_000, 1_073_741_824, 100, 7];
            let other_unit = ratio.is_none_or(|r| steps.iter().any(|step| r == Decimal::from(*step)));
            if other_unit { Verdict::Unknown } else { Verdict::Conflict }
        }
    }
}
