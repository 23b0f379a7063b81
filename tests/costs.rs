//! What each stage costs, as the memory that it asks for: how often and how much. On one input and one thread that is the
//! same on every machine, as no clock is. No stage may cost a tenth more than `tests/costs.tsv` says, and none may cost much
//! more than twice as much for twice the text.
//!
//! `UPDATE_COSTS=1 cargo test --test costs` writes the table anew, which belongs into the change that made it so.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

#[path = "support/prose.rs"]
mod prose;

use allocation_counter::{AllocationInfo, measure};
use crosscheck::align::{Alignment, align};
use crosscheck::claim::Ledger;
use crosscheck::document::{Document, Format, Role};
use crosscheck::mention;
use crosscheck::policy::Policy;
use crosscheck::report::{OUTPUTS, Report, View, claims_json};
use crosscheck::rules::{Context, Mode, Outcome, RULES, Settings};
use crosscheck::story::Stories;
use crosscheck::syntax::Reader;
use prose::prose;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Of a hundred parts, so many more are a fault.
const MORE: u64 = 10;
/// What twice the text may cost, in hundredths.
const TWICE: u64 = 230;

/// How often and how much memory was asked for.
type Cost = (u64, u64);

/// The stages by name, with what each costs.
type Costs = Vec<(&'static str, Cost)>;

/// Does `work` on one thread, whatever it would have others do.
fn cost<T: Send>(work: impl FnOnce() -> T + Send) -> (T, Cost) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let mut done = None;
    let counted = pool.install(|| {
        let AllocationInfo { count_total, bytes_total, .. } = measure(|| done = Some(work()));
        (count_total, bytes_total)
    });
    (done.unwrap(), counted)
}

fn document(name: &str, text: &str) -> Document {
    Document::read(name, Role::Peer, Format::Text, text.as_bytes().to_vec())
}

/// What the stages of reading cost for one document, and what follows for it alone.
fn of_one(text: &str) -> Costs {
    let settings = Settings::default();
    let mut costs = Costs::new();
    let (read, of_document) = cost(|| document("a.txt", text));
    costs.push(("document", of_document));
    let (_, of_syntax) = cost(|| {
        let reader = Reader::new(&read);
        read.sentences.iter().map(|s| reader.sentence(s).tags.len()).sum::<usize>()
    });
    costs.push(("syntax", of_syntax));
    let (mentions, of_mentions) = cost(|| mention::extract(&read, None, &settings.aliases));
    costs.push(("mentions", of_mentions));
    let (ledger, of_claims) = cost(|| Ledger::new(read, mentions));
    costs.push(("claims", of_claims));
    costs.push(("claims as JSON", cost(|| claims_json::write(std::slice::from_ref(&ledger), &Alignment::default())).1));
    costs.push(("a document", cost(|| reconciled(vec![ledger])).1));
    costs
}

fn reconciled(ledgers: Vec<Ledger>) -> Report {
    crosscheck::reconcile(vec![ledgers], &Settings::default(), &Policy::default())
}

/// Reports of so many events, four of each, of which the last gives one figure otherwise.
fn reports(events: usize) -> Vec<Ledger> {
    let of = |event: usize, report: usize| {
        let names = ["Kest", "Torvik", "Lunde", "Brask", "Ferrow", "Orme", "Selvik"];
        let name = |n: usize| names.get((event * 3 + n) % 7).copied().unwrap_or_default();
        let (one, other) = (format!("{}{}", name(0), event), format!("{}{}", name(1), event * 7 % 101));
        let wounded = if report == 3 { 17 + event } else { 14 + event };
        let text = format!(
            "Ferry hits the pier at {one}\n\nA ferry of the {other} line hit the pier at {one} on 3 May 2021, and {wounded} \
             people were hurt, the harbour master said. The {other} line has {} ships. “We saw the lights go out,” said Ada \
             {other}, who stood on the pier of {one}. The ferry came from {} and had {} people aboard. Repairs of the pier \
             will cost ${}.5 million and take {} weeks.\n",
            event % 9 + 3,
            name(2),
            120 + event,
            event % 5 + 2,
            event % 7 + 3,
        );
        let settings = Settings::default();
        crosscheck::read(document(&format!("{event:03}-{report}.txt"), &text), &settings)
    };
    (0..events).flat_map(|event| (0..4).map(move |report| of(event, report))).collect()
}

/// Two documents that say the same in another order, but for one figure.
fn pair(length: usize) -> Vec<Ledger> {
    let settings = Settings::default();
    let text = prose(length);
    let middle = text.match_indices("\n\n").nth(text.matches("\n\n").count() / 3).map_or(0, |(at, _)| at + 2);
    let (head, tail) = text.split_at(middle);
    let other = format!("{tail}{}", head.replacen("17 percent", "71 percent", 1));
    let read = |(name, text): (&str, &str)| crosscheck::read(document(name, text), &settings);
    [("a.txt", text.as_str()), ("b.txt", other.as_str())].map(read).into()
}

/// What the stages of comparing cost for these documents.
fn of_many(ledgers: Vec<Ledger>) -> Costs {
    let settings = Settings::default();
    let mut costs = Costs::new();
    let (stories, of_stories) = cost(|| Stories::of(&ledgers));
    costs.push(("stories", of_stories));
    let (alignment, of_alignment) = cost(|| align(&ledgers, &stories));
    costs.push(("alignment", of_alignment));
    let context =
        Context { ledgers: &ledgers, stories: &stories, alignment: &alignment, settings: &settings, mode: Mode::Peers };
    let (outcome, of_rules) = cost(|| {
        let mut outcome = Outcome::default();
        RULES.iter().for_each(|rule| (rule.check)(&context, &mut outcome));
        outcome
    });
    assert!(!outcome.findings.is_empty(), "there is something to be found");
    costs.push(("rules", of_rules));
    let (report, of_all) = cost(|| reconciled(ledgers));
    costs.push(("reports", of_all));
    let json = OUTPUTS.iter().find(|output| output.name == "json").unwrap();
    let view = View { findings: true, agreements: true, verbatim: false, unverified: false, claims: false };
    costs.push(("reports as JSON", cost(|| (json.write)(&report, &view).unwrap()).1));
    costs
}

fn table(costs: &Costs) -> String {
    let mut table = "stage\tallocations\tbytes\n".to_owned();
    costs.iter().for_each(|(stage, (times, bytes))| writeln!(table, "{stage}\t{times}\t{bytes}").unwrap());
    table
}

/// One test, so that nothing else runs beside it.
#[test]
fn no_stage_costs_more_than_it_did_or_grows_faster_than_the_text() {
    // What is made once for all runs is made now.
    let _ = (of_one(&prose(16 << 10)), of_many(reports(4)));
    let costs: Costs = of_one(&prose(64 << 10)).into_iter().chain(of_many(reports(16))).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/costs.tsv");
    if std::env::var_os("UPDATE_COSTS").is_some() {
        fs::write(&path, table(&costs)).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap();
    let known: Vec<Vec<&str>> = known.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let mut dearer = String::new();
    for (stage, now) in &costs {
        let row = known.iter().find(|row| row.first() == Some(stage)).unwrap_or_else(|| panic!("{stage} has no row"));
        let before = (row.get(1).unwrap().parse::<u64>().unwrap(), row.get(2).unwrap().parse::<u64>().unwrap());
        let is_dearer = |now: u64, before: u64| now * 100 > before * (100 + MORE);
        if is_dearer(now.0, before.0) || is_dearer(now.1, before.1) {
            writeln!(dearer, "{stage}: {before:?} allocations and bytes became {now:?}").unwrap();
        }
    }
    let once = of_one(&prose(64 << 10)).into_iter().chain(of_many(pair(64 << 10)));
    let twice = of_one(&prose(128 << 10)).into_iter().chain(of_many(pair(128 << 10)));
    for ((stage, (times, bytes)), (_, (more_times, more_bytes))) in once.zip(twice) {
        if more_times * 100 > times * TWICE || more_bytes * 100 > bytes * TWICE {
            writeln!(dearer, "{stage}: twice the text makes {times}, {bytes} into {more_times}, {more_bytes}").unwrap();
        }
    }
    assert!(dearer.is_empty(), "{dearer}\nnow:\n{}", table(&costs));
}
