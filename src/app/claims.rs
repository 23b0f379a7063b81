//! `crosscheck claims`: what was read out of each document, for people, as tables, and as the ledgers that `reconcile` reads.

use super::cli::{Claims, ClaimsFormat, Corpus};
use super::gather::{TROUBLE, inputs, project_of};
use super::input::Input;
use super::ledgers::{self, Writer};
use super::open::Opened;
use super::print::{Stream, complain, deliver, say};
use crate::align::linked;
use crate::claim::Ledger;
use crate::document::Document;
use crate::report;
use crate::rules::Settings;
use crate::story::Stories;
use rayon::prelude::*;

pub fn claims(options: &Claims) -> Result<u8, String> {
    if matches!(options.format, ClaimsFormat::Ledger) {
        return write_ledgers(options);
    }
    let input = Input::of(&options.paths, &options.stdin, &options.conversion);
    let settings = match options.config {
        Some(_) => project_of(&corpus(options))?.1,
        None => Settings { reference_date: options.reference_date, ..Settings::default() },
    };
    let read = |document| crate::read(document, &settings);
    let write: fn(&[Ledger]) -> Result<String, String> = match options.format {
        ClaimsFormat::Table => |ledgers| Ok(report::claims_table::write(ledgers)),
        ClaimsFormat::Csv => report::claims_csv::write,
        ClaimsFormat::Json => |ledgers| {
            // What each claim is said of takes longest, and is told by its document alone.
            ledgers.par_iter().for_each(|ledger| _ = ledger.read_subjects());
            report::claims_json::write(ledgers, &linked(ledgers, &Stories::of(ledgers)))
        },
        ClaimsFormat::Jsonl | ClaimsFormat::Ledger => return write_lines(options, input, read),
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

/// Line after line, the documents' one after the other, none of which is kept.
fn write_lines(options: &Claims, input: Input, read: impl Fn(Document) -> Ledger + Sync) -> Result<u8, String> {
    let mut out = Stream::to(&options.out, input.paths())?;
    let (opened, fault) = streamed(input, read, report::claims_jsonl::write, |lines| out.write(lines));
    out.end().and(fault.map_or(Ok(()), Err))?;
    Ok(if opened.problems.is_empty() { 0 } else { TROUBLE })
}

/// What `check` of these paths would read, as it would.
fn write_ledgers(options: &Claims) -> Result<u8, String> {
    let corpus = corpus(options);
    let (project, settings) = project_of(&corpus)?;
    // What the configuration lacks is for `reconcile` to say.
    let inputs = inputs(&corpus, &project, &mut Vec::new())?;
    let mut input = inputs.into_iter().next().unwrap_or_default();
    input.leave_out_sources();
    let mut out = Writer::new(Stream::to(&options.out, input.paths())?, &settings)?;
    let read = |document| crate::read(document, &settings);
    let (opened, fault) = streamed(input, read, ledgers::line, |line| out.add(line));
    fault.map_or(Ok(()), Err)?;
    out.end(&opened)?;
    Ok(if opened.problems.is_empty() { 0 } else { TROUBLE })
}

/// What is written of a document, and that it is not understood.
type Made = (Result<String, String>, Option<String>);

/// Hands on what is made of each ledger, in the order of the documents, and says what there is to say; with what went wrong
/// in the making.
fn streamed(
    input: Input,
    read: impl Fn(Document) -> Ledger + Sync,
    text: fn(&Ledger) -> Result<String, String>,
    mut take: impl FnMut(&str) -> bool,
) -> (Opened<Made>, Option<String>) {
    let mut foreign = Vec::new();
    let mut fault = None;
    let made = |document| {
        let ledger = read(document);
        (text(&ledger), report::not_understood(&ledger))
    };
    let opened = input.stream(made, |(text, not_understood)| {
        foreign.extend(not_understood);
        text.map_or_else(
            |sentence| {
                fault = Some(sentence);
                false
            },
            |text| take(&text),
        )
    });
    complain(&opened);
    foreign.iter().for_each(|sentence| say(sentence));
    (opened, fault)
}

fn corpus(options: &Claims) -> Corpus {
    let Claims { paths, stdin, conversion, reference_date, config, .. } = options;
    Corpus {
        paths: paths.clone(),
        reference_date: *reference_date,
        config: config.clone(),
        stdin: stdin.clone(),
        conversion: *conversion,
        ..Corpus::default()
    }
}
