//! `crosscheck accept MARKS.json`: what was dismissed on the report's page goes into the baseline, or is written as the
//! comments that say why.

use super::accept::{accepted, baseline_entry};
use super::cache::Cache;
use super::cli::AcceptMarks;
use super::gather::{Gate, Gathered, TROUBLE, gather};
use super::open::read;
use super::print::{print, say};
use crate::policy::{Baseline, Entry};
use crate::report::allowing::allowing;
use crate::report::spot::spot;
use crate::report::{MARKS_VERSION, Report, visible};
use crate::rules::{Finding, Rule};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// A reason is a sentence: a longer one would not fit into a comment that is read again.
const LONGEST: usize = 400;
/// So many ids of findings that are not there are told one by one.
const TOLD: usize = 3;
const ANEW: &str = "save it anew with “Save marks” on the page of `crosscheck check --format html`";

/// What the page saves.
#[derive(Debug, Deserialize)]
struct Marks {
    /// Of the crosscheck that wrote the page.
    version: String,
    marks: Vec<Mark>,
}

/// What must be known before the rest is read.
#[derive(Debug, Deserialize)]
struct Head {
    crosscheck_marks: u64,
}

#[derive(Debug, Deserialize)]
struct Mark {
    id: String,
    rule: String,
    mark: Judgement,
    #[serde(default)]
    reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Judgement {
    Checked,
    Dismissed,
    ToFix,
}

pub fn accept(rules: &[Rule], options: &AcceptMarks) -> Result<u8, String> {
    let file = visible(&options.marks.to_string_lossy());
    let marks = marks(&options.marks).map_err(|fault| format!("{file}: {fault}"))?;
    let gathered =
        gather(rules, &options.corpus, &Gate { baseline: true, cache: Cache::of(&options.cache), ..Gate::default() })?;
    let dismissed = dismissed(&marks, &gathered.report).map_err(|fault| format!("{file}: {fault}"))?;
    if dismissed.is_empty() {
        print(&format!("{file}: nothing in it is dismissed and still told, so nothing was accepted\n"))?;
        return Ok(if gathered.trouble { TROUBLE } else { 0 });
    }
    if options.inline { comments(&gathered, &dismissed) } else { take_in(&gathered, &dismissed) }
}

/// The error is the end of a sentence that begins with the file's name.
fn marks(file: &Path) -> Result<Marks, String> {
    let bytes = read(file)?;
    let faulty = |fault: serde_json::Error| format!("holds no marks: {fault}; {ANEW}");
    let Head { crosscheck_marks } = serde_json::from_slice(&bytes).map_err(faulty)?;
    if crosscheck_marks != u64::from(MARKS_VERSION) {
        let own = env!("CARGO_PKG_VERSION");
        return Err(format!(
            "holds marks of version {crosscheck_marks}, and crosscheck {own} reads those of version {MARKS_VERSION}; \
             write the page with this crosscheck and save them anew"
        ));
    }
    let marks: Marks = serde_json::from_slice(&bytes).map_err(faulty)?;
    for (index, mark) in marks.marks.iter().enumerate().filter(|(_, mark)| mark.mark == Judgement::Dismissed) {
        let fault = match mark.reason.trim() {
            "" => "is dismissed without a reason; write why on the page".to_owned(),
            reason if reason.len() > LONGEST => format!("gives a reason of more than {LONGEST} bytes; say it shorter"),
            _ => continue,
        };
        return Err(format!("marks[{index}] ({}) {fault}", mark.id));
    }
    Ok(marks)
}

/// The findings that are dismissed, each by its number in the report and with the reason. One that is silenced already
/// needs nothing; one that nobody knows is a fault, and then nothing is done.
fn dismissed<'a>(marks: &'a Marks, report: &Report) -> Result<Vec<(usize, &'a str)>, String> {
    let mut known = Vec::new();
    let mut unknown = Vec::new();
    for (index, mark) in marks.marks.iter().enumerate().filter(|(_, mark)| mark.mark == Judgement::Dismissed) {
        if let Some(at) = report.ids.iter().position(|id| *id == mark.id) {
            known.push((at, mark.reason.trim()));
        } else if !report.silenced.iter().any(|silenced| silenced.identity.id == mark.id) {
            unknown.push(format!("marks[{index}] ({} {})", mark.rule, mark.id));
        }
    }
    if unknown.is_empty() {
        return Ok(known);
    }
    let more = unknown.len().saturating_sub(TOLD);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let told = unknown.iter().take(TOLD).map(String::as_str).collect::<Vec<_>>().join(", ");
    let own = env!("CARGO_PKG_VERSION");
    let by = match marks.version.as_str() {
        version if version == own => String::new(),
        version => format!(" The page was written by crosscheck {version}, and this is {own}."),
    };
    Err(format!(
        "no finding is told any more for {told}{more}, so nothing was accepted: give the paths and options that the page \
         was written with, or write the page and save the marks anew if the documents have changed.{by}"
    ))
}

/// Into the baseline, beside what it accepts.
fn take_in(gathered: &Gathered, dismissed: &[(usize, &str)]) -> Result<u8, String> {
    let Gathered { project, policy, report, trouble, .. } = gathered;
    let file = project.baseline_file();
    if *trouble {
        return Err(format!("{}: not written, since not everything could be read", file.display()));
    }
    let new = dismissed.iter().filter_map(|(index, _)| baseline_entry(report, policy, *index));
    let known = policy.baseline.iter().flat_map(Baseline::entries).cloned();
    let baseline = Baseline::new(known.chain(new.collect::<Vec<Entry>>()));
    fs::write(&file, baseline.write()).map_err(|error| format!("{}: cannot be written: {error}", file.display()))?;
    let told = dismissed.iter().filter_map(|(index, reason)| {
        let finding = report.findings.get(*index)?;
        Some(format!("accepted: [{}] {}: {}\n", finding.rule, place(report, finding), visible(reason)))
    });
    print(&format!("{}{}\n", told.collect::<String>(), accepted(&file, &baseline)))?;
    Ok(0)
}

/// Prints each comment with its place. The documents are their writers' to change.
fn comments(gathered: &Gathered, dismissed: &[(usize, &str)]) -> Result<u8, String> {
    let report = &gathered.report;
    let (mut text, mut trouble) = (String::new(), gathered.trouble);
    for (index, reason) in dismissed {
        let Some(finding) = report.findings.get(*index) else { continue };
        let comment = finding.labels.iter().find_map(|label| {
            let document = &report.ledgers.get(label.document)?.document;
            Some((document, allowing(document, label.span, finding.rule, reason)?))
        });
        match comment {
            Some((document, found)) => {
                let side = if found.is_above { "above, on a line of its own" } else { "at the end of the line" };
                let path = visible(&document.path);
                text.push_str(&format!("{path}:{}: {side}: {}\n", found.line, found.comment));
            }
            None => {
                trouble = true;
                let place = place(report, finding);
                say(&format!(
                    "{place}: no comment can stand at a place of this [{}]; accept it without --inline",
                    finding.rule
                ));
            }
        }
    }
    print(&text)?;
    Ok(if trouble { TROUBLE } else { 0 })
}

fn place(report: &Report, finding: &Finding) -> String {
    finding.labels.first().and_then(|label| spot(report, label)).map_or_else(String::new, |spot| spot.name())
}
