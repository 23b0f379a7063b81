//! Changes as a table for the comment on a pull request.

use super::told::{Line, heading, lines, summary};
use crate::change::Changes;
use crate::report::markdown::{LONGEST, code, text};
use crate::report::terminal::around;
use crate::report::visible::shortened;

/// How many columns of the text around are shown on either side, and of the words themselves.
const CONTEXT: usize = 28;
const WORDS: usize = 60;

pub fn write(changes: &Changes, unchanged: usize) -> Result<String, String> {
    let mut out = format!("## Facts: {}\n", summary(changes));
    let count = changes.all().count();
    let mut told = 0;
    for pair in changes.pairs.iter().filter(|pair| !pair.changes.is_empty()) {
        let (path, state) = heading(changes, pair);
        let state = if state.is_empty() { String::new() } else { format!(" ({state})") };
        let was = pair.renamed_from.as_ref().map(|name| format!(" (was {})", code(name))).unwrap_or_default();
        out.push_str(&format!("\n### {}{state}{was}\n\n| | fact | | where |\n|---|---|---|---|\n", code(&path)));
        for line in lines(changes, pair) {
            let row = row(&line);
            if out.len() + row.len() > LONGEST {
                out.push_str(&format!("\n{} more changes do not fit here.\n", count - told));
                return Ok(out);
            }
            out.push_str(&row);
            told += line.places.len();
        }
    }
    if unchanged > 0 {
        let documents = if unchanged == 1 { "document is" } else { "documents are" };
        out.push_str(&format!("\n{unchanged} {documents} the same.\n"));
    }
    Ok(out)
}

fn row(line: &Line) -> String {
    let Line { nature, about, difference, places } = line;
    let mut lines: Vec<usize> = places.iter().map(|(ledger, span)| ledger.document.lines_of(*span).0).collect();
    lines.dedup();
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    let words = places.first().map(|(ledger, span)| {
        let (before, after) = around(&ledger.document, *span, CONTEXT);
        let words = shortened(ledger.document.slice(*span), WORDS);
        format!(": {}<b>{}</b>{}", text(&before), text(&words), text(&after))
    });
    let place = format!("{}{}", lines.join(", "), words.unwrap_or_default());
    format!("| {} | {} | {} | {place} |\n", nature.name(), text(about), text(difference))
}
