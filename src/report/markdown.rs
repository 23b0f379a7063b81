//! Markdown for a comment or a step's summary: findings under their documents, with
//! the words of every side, and the agreements and unverified claims folded away.

use super::closing;
use super::spot::{Spot, because, spot, spots};
use super::verbatim::apart;
use super::visible::{shortened, visible};
use super::{Report, View};
use crate::rules::{Finding, Label};

/// GitHub cuts a comment at 65,536 characters and a summary at a mebibyte.
pub const LONGEST: usize = 60_000;
const WORDS: usize = 120;

pub fn write(report: &Report, view: &View) -> Result<String, String> {
    Ok(document(report, view, usize::MAX))
}

/// The same, cut to what a comment holds, and saying so.
pub fn write_short(report: &Report, view: &View) -> Result<String, String> {
    Ok(document(report, view, LONGEST))
}

fn document(report: &Report, view: &View, longest: usize) -> String {
    let mut out = format!("## crosscheck: {}\n", closing(report));
    let gaps: String = report.not_done().map(|(how, sentence)| format!("- **{how}** {}\n", text(sentence))).collect();
    if !gaps.is_empty() && gaps.len() < longest / 2 {
        out.push_str(&format!("\n{gaps}"));
    }
    let mut path = "";
    for (index, (finding, id)) in report.findings.iter().zip(&report.ids).enumerate() {
        let text = section(report, finding, id);
        if out.len() + text.len() > longest {
            out.push_str(&format!("\n{} more findings do not fit here.\n", report.findings.len() - index));
            return out;
        }
        let place = finding.labels.first().and_then(|l| report.ledgers.get(l.document));
        if let Some(ledger) = place.filter(|l| l.document.path != path) {
            path = &ledger.document.path;
            out.push_str(&format!("\n### {}\n", code(path)));
        }
        out.push_str(&text);
    }
    for (shown, text) in [(view.agreements, agreements(report, view.verbatim)), (view.unverified, unverified(report))] {
        if shown && !text.is_empty() && out.len() + text.len() <= longest {
            out.push_str(&text);
        }
    }
    out
}

fn closing(report: &Report) -> String {
    let (agree, alone) = (report.agreements.len(), report.unverified.len());
    let (documents, found) = (closing::documents(report), closing::found(report));
    format!("{documents}: {found}; {agree} that agree, {alone} compared with nothing")
}

fn section(report: &Report, finding: &Finding, id: &str) -> String {
    let mut out = format!("\n**{}** {}: {}\n\n", finding.severity.name(), code(finding.rule), text(&finding.message));
    for spot in spots(report, finding) {
        out.push_str(&item(&spot));
    }
    let because = because(finding);
    if !because.is_empty() {
        out.push_str(&format!("\n*{}*\n", text(&because)));
    }
    if !finding.help.is_empty() {
        out.push('\n');
    }
    for help in &finding.help {
        out.push_str(&format!("- help: {}\n", text(&help.words)));
    }
    out.push_str(&format!("\n<sub>{id}</sub>\n"));
    out
}

fn item(spot: &Spot) -> String {
    let note = if spot.label.note.is_empty() { String::new() } else { format!(": {}", text(&spot.label.note)) };
    format!("- {} {}{note}\n", code(&spot.name()), code(&shortened(&spot.words, WORDS)))
}

fn agreements(report: &Report, all: bool) -> String {
    let mut out = String::new();
    let (own, copied) = apart(report);
    if !all && !copied.is_empty() {
        out.push_str(&format!("\n{} facts stand in sentences that the documents share word for word.\n", copied.len()));
    }
    for agreement in own.into_iter().chain(copied.into_iter().filter(|_| all)) {
        out.push_str(&format!("\n{} {}\n\n", code(agreement.kind), text(&agreement.message)));
        agreement.labels.iter().filter_map(|l| spot(report, l)).for_each(|s| out.push_str(&item(&s)));
    }
    folded("What agrees", &out)
}

fn unverified(report: &Report) -> String {
    let items = report.unverified.iter().filter_map(|claim| {
        let label = Label::primary(claim.document, claim.span, claim.reason());
        spot(report, &label).map(|spot| item(&spot))
    });
    let list: String = items.collect();
    folded("What was compared with nothing", &if list.is_empty() { list } else { format!("\n{list}") })
}

fn folded(title: &str, body: &str) -> String {
    if body.is_empty() { String::new() } else { format!("\n<details><summary>{title}</summary>\n{body}\n</details>\n") }
}

/// Exact words, in which nothing is markup: a fence longer than any in them.
pub fn code(words: &str) -> String {
    let words = visible(words);
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{words}{pad}{fence}")
}

/// A sentence in which nothing is markup, and nobody is called upon (`@name`, `#1`).
pub fn text(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for c in visible(sentence).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("@\u{2060}"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
