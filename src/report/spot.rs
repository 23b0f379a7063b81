//! A label's place as other tools ask for it: file, lines and columns of both ends.

use super::Report;
use super::located::written;
use super::visible::visible;
use crate::rules::{Finding, Label};
use crate::text::{Place, Position};
use std::borrow::Cow;

#[derive(Debug)]
pub struct Spot<'a> {
    pub label: &'a Label,
    pub path: &'a str,
    /// The words as a person reads them.
    pub words: Cow<'a, str>,
    pub start: Position,
    /// One past the last character.
    pub end: Position,
    /// Columns in bytes of the line, from 1.
    pub byte_columns: (usize, usize),
    /// The part of the file that it is known by.
    pub part: Option<&'a str>,
}

impl Spot<'_> {
    /// `path:line:column` and the part of the file, fit for one line.
    pub fn name(&self) -> String {
        format!("{}:{}", visible(self.path), written(self.start, self.part))
    }
}

pub fn spot<'a>(report: &'a Report, label: &'a Label) -> Option<Spot<'a>> {
    let document = report.ledgers.get(label.document).map(|l| &l.document)?;
    let place = document.place(label.span);
    let position = |at: usize| document.position(Place { start: at, end: at });
    let (start, end) = (position(place.start), position(place.end));
    let column =
        |at: usize, line: usize| at.saturating_sub(document.lines().line_range(&document.bytes, line).start) + 1;
    Some(Spot {
        label,
        path: document.path.strip_prefix("./").unwrap_or(&document.path),
        words: document.printed(label.span),
        start,
        end,
        byte_columns: (column(place.start, start.line), column(place.end, end.line)),
        part: document.part(place),
    })
}

/// A finding's spots, the primary ones first.
pub fn spots<'a>(report: &'a Report, finding: &'a Finding) -> Vec<Spot<'a>> {
    finding.labels.iter().filter_map(|label| spot(report, label)).collect()
}

/// Why the places were aligned, in one sentence; empty where nothing was.
pub fn because(finding: &Finding) -> String {
    let reasons: Vec<String> = finding.evidence.iter().map(|a| format!("{} ({:+.1})", a.reason, a.weight)).collect();
    if reasons.is_empty() { String::new() } else { format!("aligned because {}", reasons.join(", ")) }
}

/// What a label says: its note, and the words it stands at.
pub fn said(spot: &Spot) -> String {
    let words = format!("“{}”", spot.words);
    if spot.label.note.is_empty() { words } else { format!("{words}: {}", spot.label.note) }
}
