//! Changes in a terminal: a line for each under its document, and where it stands.

use super::told::{Line, heading, lines, summary};
use crate::change::{Changes, Nature};
use crate::claim::Ledger;
use crate::report::located::line_and_column;
use crate::report::terminal::{BOLD, DIM, around, paint};
use crate::report::visible::{shortened, visible, width, wrap};
use crate::text::Span;
use anstyle::{AnsiColor, Style};

const COLUMNS: usize = 100;
/// How many columns of the text around are shown on either side.
const CONTEXT: usize = 28;
/// How many places of one change are named.
const PLACES: usize = 3;

pub fn write(changes: &Changes, unchanged: usize) -> Result<String, String> {
    let mut out = String::new();
    for pair in changes.pairs.iter().filter(|pair| !pair.changes.is_empty() || pair.renamed_from.is_some()) {
        let (path, state) = heading(changes, pair);
        out.push_str(&paint(BOLD, &path));
        if !state.is_empty() {
            out.push_str(&format!(" ({state})"));
        }
        if let Some(name) = &pair.renamed_from {
            out.push_str(&format!(" (was {})", visible(name)));
        }
        out.push('\n');
        lines(changes, pair).iter().for_each(|line| write_line(line, &mut out));
        out.push('\n');
    }
    let documents = |count: usize| if count == 1 { "1 document".to_owned() } else { format!("{count} documents") };
    let same = if unchanged > 0 { format!("; {} unchanged", documents(unchanged)) } else { String::new() };
    out.push_str(&format!("{}: {}{same}\n", paint(BOLD, &documents(changes.pairs.len())), summary(changes)));
    Ok(out)
}

fn write_line(line: &Line, out: &mut String) {
    let (sign, style) = match line.nature {
        Nature::Added => ("+", AnsiColor::Green.on_default()),
        Nature::Dropped => ("-", AnsiColor::Red.on_default()),
        Nature::Altered => ("~", AnsiColor::Yellow.on_default()),
    };
    let mut told = wrap(&format!("{}: {}", line.about, line.difference), COLUMNS - 6).into_iter();
    out.push_str(&format!("  {} {}\n", paint(style, sign), told.next().unwrap_or_default()));
    told.for_each(|more| out.push_str(&format!("      {more}\n")));
    let Some((ledger, span)) = line.places.first() else { return };
    let place = |(ledger, span): &(&Ledger, Span)| line_and_column(&ledger.document, *span);
    let places: Vec<String> = line.places.iter().take(PLACES).map(place).collect();
    let more = if line.places.len() > PLACES { ", …" } else { "" };
    let places = format!("{}{more}", places.join(", "));
    let (before, after) = around(&ledger.document, *span, CONTEXT);
    let room = COLUMNS.saturating_sub(8 + width(&places) + width(&before) + width(&after));
    let words = shortened(ledger.document.slice(*span), room.max(20));
    let words = paint(Style::new().underline(), &words);
    out.push_str(&format!("      {}  {before}{words}{after}\n", paint(DIM, &places)));
}
