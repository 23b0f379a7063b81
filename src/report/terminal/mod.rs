//! The report that people read in a terminal. It is written with colours; `app`
//! takes them out where they would not be seen.
//!
//! Drawn here rather than by a library of compilers' diagnostics: those show whole
//! lines of one narrow file, while a line of prose is a paragraph that must be cut
//! around the words with its true column kept, and notes are sentences that wrap.

mod diagnostic;
mod excerpt;
mod others;
mod style;

pub use excerpt::around;
pub use style::{BOLD, DIM, paint};

use super::closing::{self, counted};
use super::visible::{head, visible, width, wrap};
use super::{Report, View};
use crate::rules::{Finding, Severity};
use anstyle::Style;
use style::{GOOD, level};

/// The report is made to be read in this many columns.
const COLUMNS: usize = 100;

pub fn write(report: &Report, view: &View) -> Result<String, String> {
    let mut out = String::new();
    if view.findings {
        for (finding, id) in report.findings.iter().zip(&report.ids) {
            self::finding(report, finding, id, &mut out);
            out.push('\n');
        }
    }
    if view.agreements {
        others::agreements(report, view.verbatim, &mut out);
    }
    if view.unverified {
        others::unverified(report, &mut out);
    }
    if view.claims {
        others::claims(report, &mut out);
    }
    closing(report, view, &mut out);
    Ok(out)
}

/// One finding with its places.
pub fn finding(report: &Report, finding: &Finding, id: &str, out: &mut String) {
    diagnostic::diagnostic(&report.ledgers, finding, id, out);
}

/// `name: message`, the message's further lines set in.
fn heading(style: Style, name: &str, message: &str, out: &mut String) {
    let text = visible(message);
    // The first line shares its room with the name.
    let first = head(&text, COLUMNS.saturating_sub(width(name) + 2));
    let rest = text.get(first.len()..).unwrap_or_default().trim_start();
    out.push_str(&format!("{}{}\n", paint(style, name), paint(BOLD, &format!(": {first}"))));
    for part in wrap(rest, COLUMNS - 6).iter().filter(|part| !part.is_empty()) {
        out.push_str(&format!("      {}\n", paint(BOLD, part)));
    }
}

/// What was found and what was not looked at, in one line.
fn closing(report: &Report, view: &View, out: &mut String) {
    let counts: Vec<String> = closing::levels(report)
        .map(|(severity, count)| paint(level(severity), &counted(count, severity.name())))
        .collect();
    let found = match counts.as_slice() {
        [] if closing::is_good(report) => paint(GOOD, closing::nothing(report)),
        [] => paint(level(Severity::Warning), closing::nothing(report)),
        counts => counts.join(", "),
    };
    let documents = closing::documents(report);
    let style = if report.gaps().next().is_none() { BOLD } else { level(Severity::Error) };
    let unverified = match report.unverified.len() {
        1 => "1 claim compared with nothing".to_owned(),
        n => format!("{n} claims compared with nothing"),
    };
    let mut line = format!("{}: {found}", paint(style, &documents));
    let mut columns = width(&documents) + width(": ") + width(&closing::found(report));
    // How much stands in the sentences: sets of places here, marks of documents there.
    let uncompared = (!report.uncompared.is_empty()).then(|| "too much to compare it all".to_owned());
    let counted = [counted(report.agreements.len(), "agreement"), unverified].into_iter();
    let more = counted.chain(uncompared).chain(kept_back(report));
    for part in more {
        columns += width("; ") + width(&part);
        // With room for a semicolon behind it.
        if columns < COLUMNS {
            line.push_str(&format!("; {part}"));
        } else {
            columns = width("  ") + width(&part);
            line.push_str(&format!(";\n  {part}"));
        }
    }
    out.push_str(&line);
    out.push('\n');
    let hidden = [
        (!view.agreements && !report.agreements.is_empty(), "agreements"),
        (!view.unverified && !report.unverified.is_empty(), "unverified"),
    ];
    let hidden: Vec<&str> = hidden.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
    if !hidden.is_empty() {
        out.push_str(&paint(DIM, &format!("(--show findings,{} lists these too)", hidden.join(","))));
        out.push('\n');
    }
}

/// How many findings were kept back, by cause. Rules that are off are no news.
fn kept_back(report: &Report) -> impl Iterator<Item = String> {
    let causes = [("baseline", "in the baseline"), ("comment", "silenced by comments"), ("unchanged", "unchanged")];
    let count = |name| report.silenced.iter().filter(|s| s.cause.name() == name).count();
    let counts = causes.map(|(name, words)| (count(name), words)).into_iter().filter(|(count, _)| *count > 0);
    counts.map(|(count, words)| format!("{count} {words}"))
}
