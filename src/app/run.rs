//! Runs a command and turns its outcome into an exit status: 0 nothing at or above
//! `--fail-on`, 1 something, 2 could not check.

use super::accept;
use super::cache::Cache;
use super::claims::claims;
use super::cli::{Check, Command, Corpus, Explain, FailOn, Part, Read, ReadFormat, Reconcile, Reporting};
use super::diff;
use super::gather::{Gate, Gathered, TROUBLE, gather, gather_from};
use super::guard;
use super::init;
use super::input::Input;
use super::lsp;
use super::man;
use super::marks;
use super::print::{colour, complain, deliver, deliver_by, deliver_coloured, say};
use super::store::Store;
use super::tell;
use super::watch;
use super::words::command_line;
use crate::policy::Choice;
use crate::report::{self, OUTPUTS, Report, View};
use crate::rules::{RULES, Rule};
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
        Command::Reconcile(options) => reconcile(rules, &options),
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
    begin(&options.reporting)?;
    let (since, cache) = (options.since.as_deref(), Cache::of(&options.cache));
    let gate = Gate { since, cache, ..gate(&options.reporting) };
    let gathered = gather_from(store, rules, &options.corpus, &gate)?;
    let status = tell_of(&options.reporting, &gathered, &[])?;
    let ledgers = gathered.report.ledgers;
    let read = ledgers.iter().map(|ledger| PathBuf::from(&ledger.document.path)).collect();
    store.take_back(ledgers);
    store.save();
    Ok((status, read))
}

fn reconcile(rules: &[Rule], options: &Reconcile) -> Result<u8, String> {
    begin(&options.reporting)?;
    let Reconcile { from_claims, against, reference_date, config, conversion, .. } = options;
    let corpus = Corpus {
        from_claims: from_claims.clone(),
        against: against.clone(),
        reference_date: *reference_date,
        config: config.clone(),
        conversion: *conversion,
        ..Corpus::default()
    };
    let gathered = gather(rules, &corpus, &gate(&options.reporting))?;
    let status = tell_of(&options.reporting, &gathered, from_claims);
    // As above.
    std::mem::forget(gathered);
    status
}

/// Before anything is read.
fn begin(options: &Reporting) -> Result<(), String> {
    colour(&options.colour);
    if options.format != "text" {
        let holds =
            format!("`--format {}` holds each finding with its rule and the weights of its reasons", options.format);
        if options.statistics || options.explain {
            return Err(format!("--statistics and --explain are for people; {holds}"));
        }
    }
    Ok(())
}

fn gate(options: &Reporting) -> Gate<'_> {
    let choice = Choice { select: options.select.clone(), ignore: options.ignore.clone() };
    Gate { baseline: !options.no_baseline, choice, ..Gate::default() }
}

/// Writes the report, over none of the documents, nor over what else was read. The exit status.
fn tell_of(options: &Reporting, gathered: &Gathered, others: &[PathBuf]) -> Result<u8, String> {
    let Gathered { project, report, trouble, .. } = gathered;
    let fail_on = options.fail_on.or(project.fail_on).unwrap_or(FailOn::Warning);
    let fail_on = if options.exit_zero { FailOn::Never } else { fail_on };
    let failed = fail_on.level().is_some_and(|level| report.findings.iter().any(|f| f.severity >= level));
    let status = if *trouble { TROUBLE } else { u8::from(failed) };
    if !options.quiet || options.out.output.is_some() {
        let documents = report.ledgers.iter().map(|l| l.document.path.as_str());
        let read: Vec<&str> = documents.chain(others.iter().filter_map(|path| path.to_str())).collect();
        write(options, report, &read)?;
    }
    Ok(status)
}

fn write(options: &Reporting, report: &Report, read: &[&str]) -> Result<(), String> {
    let output = OUTPUTS.iter().find(|o| o.name == options.format).ok_or("no such format")?;
    if let Some(stream) = output.stream {
        return deliver_by(&options.out, read, |out| stream(report, out));
    }
    let view = view(&options.show);
    let text = if options.statistics {
        report::statistics::write(report)
    } else if options.explain && view.findings {
        report::explain::all(report) + &(output.write)(report, &View { findings: false, ..view })?
    } else {
        (output.write)(report, &view)?
    };
    let deliver = if output.coloured { deliver_coloured } else { deliver };
    deliver(&options.out, &text, read)
}

fn explain(rules: &[Rule], options: &Explain) -> Result<u8, String> {
    colour(&options.colour);
    let gathered = gather(rules, &options.corpus, &Gate { cache: Cache::of(&options.cache), ..Gate::default() })?;
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
