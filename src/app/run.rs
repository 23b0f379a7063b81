//! Runs a command and turns its outcome into an exit status: 0 nothing at or above
//! `--fail-on`, 1 something, 2 could not check.

use super::accept;
use super::cache::Cache;
use super::cli::{Check, Claims, ClaimsFormat, Command, Explain, FailOn, Part, Read, ReadFormat};
use super::diff;
use super::gather::{Gate, Gathered, TROUBLE, gather, gather_from};
use super::guard;
use super::init;
use super::input::Input;
use super::lsp;
use super::man;
use super::marks;
use super::open::Opened;
use super::print::{Stream, colour, deliver, deliver_coloured, say};
use super::store::Store;
use super::tell;
use super::watch;
use super::words::command_line;
use crate::align::linked;
use crate::claim::Ledger;
use crate::document::Document;
use crate::policy::Choice;
use crate::report::{self, OUTPUTS, View};
use crate::rules::{RULES, Rule, Settings};
use crate::story::Stories;
use rayon::prelude::*;
use std::path::PathBuf;
use std::process::ExitCode;

pub fn main() -> ExitCode {
    main_by(RULES)
}

/// The same by these rules.
pub fn main_by(rules: &[Rule]) -> ExitCode {
    let cli = match command_line(std::env::args_os().collect()) {
        Ok(cli) => cli,
        Err(message) => {
            say(&message);
            return ExitCode::from(TROUBLE);
        }
    };
    guard::install();
    let outcome = guard::guard(|| match cli.command {
        Command::Check(options) => check(rules, &options),
        Command::Diff(options) => diff::diff(&options),
        Command::Claims(options) => claims(&options),
        Command::Read(options) => read(&options),
        Command::Rule(options) => tell::rule(&options).map(|()| 0),
        Command::Explain(options) => explain(rules, &options),
        Command::Schema(options) => tell::schema(&options).map(|()| 0),
        Command::Init => init::init().map(|()| 0),
        Command::Baseline(options) => accept::baseline(rules, &options),
        Command::Accept(options) => marks::accept(rules, &options),
        Command::Lsp(conversion) => lsp::serve(rules, conversion),
        Command::Completions { shell } => tell::completions(shell).map(|()| 0),
        Command::Man => man::man().map(|()| 0),
    });
    match outcome.and_then(|inner| inner) {
        Ok(status) => ExitCode::from(status),
        Err(message) => {
            say(&message);
            ExitCode::from(TROUBLE)
        }
    }
}

fn check(rules: &[Rule], options: &Check) -> Result<u8, String> {
    if options.watch {
        let mut store = Store::keeping();
        return watch::watch(&options.corpus, || check_once(&mut store, rules, options).map(|(_, read)| read));
    }
    let mut store = Store::default();
    let status = check_once(&mut store, rules, options).map(|(status, _)| status);
    // The process ends here; taking the ledgers apart first would cost time for nothing.
    std::mem::forget(store);
    status
}

/// The exit status, and the documents that were read.
fn check_once(store: &mut Store, rules: &[Rule], options: &Check) -> Result<(u8, Vec<PathBuf>), String> {
    colour(&options.colour);
    if options.format != "text" {
        let holds =
            format!("`--format {}` holds each finding with its rule and the weights of its reasons", options.format);
        if options.statistics || options.explain {
            return Err(format!("--statistics and --explain are for people; {holds}"));
        }
    }
    let choice = Choice { select: options.select.clone(), ignore: options.ignore.clone() };
    let cache = match &options.cache.cache_dir {
        _ if options.cache.no_cache => Cache::Off,
        Some(folder) => Cache::In(folder.clone()),
        None => Cache::On,
    };
    let gate = Gate { baseline: !options.no_baseline, since: options.since.as_deref(), choice, cache };
    let Gathered { project, report, trouble, .. } = gather_from(store, rules, &options.corpus, &gate)?;
    if !options.quiet || options.out.output.is_some() {
        let output = OUTPUTS.iter().find(|o| o.name == options.format).ok_or("no such format")?;
        let view = view(&options.show);
        let text = if options.statistics {
            report::statistics::write(&report)
        } else if options.explain && view.findings {
            report::explain::all(&report) + &(output.write)(&report, &View { findings: false, ..view })?
        } else {
            (output.write)(&report, &view)?
        };
        let deliver = if output.coloured { deliver_coloured } else { deliver };
        deliver(&options.out, &text, &report.ledgers.iter().map(|l| l.document.path.as_str()).collect::<Vec<_>>())?;
    }
    let fail_on = options.fail_on.or(project.fail_on).unwrap_or(FailOn::Warning);
    let fail_on = if options.exit_zero { FailOn::Never } else { fail_on };
    let failed = fail_on.level().is_some_and(|level| report.findings.iter().any(|f| f.severity >= level));
    let read = report.ledgers.iter().map(|ledger| PathBuf::from(&ledger.document.path)).collect();
    store.take_back(report.ledgers);
    store.save();
    Ok((if trouble { TROUBLE } else { u8::from(failed) }, read))
}

fn explain(rules: &[Rule], options: &Explain) -> Result<u8, String> {
    colour(&options.colour);
    let gathered = gather(rules, &options.corpus, &Gate::default())?;
    tell::explain(options, &gathered.report)?;
    Ok(if gathered.trouble { TROUBLE } else { 0 })
}

fn view(show: &[Part]) -> View {
    let shown = |part: Part| show.contains(&part) || show.contains(&Part::All);
    View {
        findings: shown(Part::Findings),
        agreements: shown(Part::Agreements) || show.contains(&Part::Verbatim),
        verbatim: show.contains(&Part::Verbatim),
        unverified: shown(Part::Unverified),
        claims: shown(Part::Claims),
    }
}

fn claims(options: &Claims) -> Result<u8, String> {
    let input = Input::of(&options.paths, &options.stdin, &options.conversion);
    let settings = Settings { reference_date: options.reference_date, ..Settings::default() };
    let read = |document| crate::read(document, &settings);
    let write: fn(&[Ledger]) -> Result<String, String> = match options.format {
        ClaimsFormat::Table => |ledgers| Ok(report::claims_table::write(ledgers)),
        ClaimsFormat::Csv => report::claims_csv::write,
        ClaimsFormat::Json => |ledgers| {
            // What each claim is said of takes longest, and is told by its document alone.
            ledgers.par_iter().for_each(|ledger| _ = ledger.read_subjects());
            report::claims_json::write(ledgers, &linked(ledgers, &Stories::of(ledgers)))
        },
        ClaimsFormat::Jsonl => return stream_claims(options, input, read),
    };
    let opened = input.open(read);
    let trouble = complain(&opened);
    let ledgers = opened.documents;
    ledgers.iter().filter_map(report::not_understood).for_each(|sentence| say(&sentence));
    let text = write(&ledgers)?;
    deliver(&options.out, &text, &ledgers.iter().map(|l| l.document.path.as_str()).collect::<Vec<_>>())?;
    // The process ends here; taking the ledgers apart first would be a tenth of its time.
    std::mem::forget(ledgers);
    Ok(if trouble { TROUBLE } else { 0 })
}

/// The same document by document, none of which is kept.
fn stream_claims(options: &Claims, input: Input, read: impl Fn(Document) -> Ledger + Sync) -> Result<u8, String> {
    let mut out = Stream::to(&options.out, input.paths())?;
    let mut foreign = Vec::new();
    let mut fault = None;
    let lines = |document| {
        let ledger = read(document);
        (report::claims_jsonl::write(&ledger), report::not_understood(&ledger))
    };
    let opened = input.stream(lines, |(lines, not_understood)| {
        foreign.extend(not_understood);
        lines.map_or_else(
            |sentence| {
                fault = Some(sentence);
                false
            },
            |lines| out.write(&lines),
        )
    });
    let trouble = complain(&opened);
    foreign.iter().for_each(|sentence| say(sentence));
    out.end().and(fault.map_or(Ok(()), Err))?;
    Ok(if trouble { TROUBLE } else { 0 })
}

fn read(options: &Read) -> Result<u8, String> {
    let input = Input::of(&options.paths, &options.stdin, &options.conversion);
    let opened = input.open(|document| document);
    let trouble = complain(&opened);
    let text = match options.format {
        ReadFormat::Text => report::read_text::write(&opened.documents),
        ReadFormat::Json => report::read_json::write(&opened.documents)?,
    };
    let paths: Vec<&str> = opened.documents.iter().map(|document| document.path.as_str()).collect();
    deliver(&options.out, &text, &paths)?;
    Ok(if trouble { TROUBLE } else { 0 })
}

/// Says each problem, and each remark, on standard error. Were there problems?
fn complain<T>(opened: &Opened<T>) -> bool {
    opened.problems.iter().chain(&opened.remarks).for_each(|sentence| say(sentence));
    !opened.problems.is_empty()
}
