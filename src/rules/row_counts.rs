//! Counts in the title of a table, and how many rows the table has: "The four schools" over a table with a column
//! "School".

use crate::align::{count_of, subset_word};
use crate::claim::{Columns, Ledger, Row, Stem, stem, tables};
use crate::document::{BlockKind, Document};
use crate::text::Span;

/// Longer tables are not counted by their readers.
const MOST_ROWS: usize = 60;

/// A count over a table, and the rows under it.
#[derive(Debug)]
pub struct RowCount {
    /// The words that count.
    pub span: Span,
    pub count: u32,
    /// The names of the rows.
    pub rows: Vec<Span>,
}

pub fn row_counts(ledger: &Ledger) -> Vec<RowCount> {
    let document = &ledger.document;
    let mut out = Vec::new();
    for table in tables(document, &mut Columns::default()) {
        let Some(rows) = names(document, &table.rows) else { continue };
        let Some(label) = rows.first().and_then(|(_, label)| *label) else { continue };
        let first = table.rows.first().and_then(|r| r.cells.first()).copied().unwrap_or_default();
        let announcing = first_head(document, first).checked_sub(1).filter(|above| !table.titles.contains(above));
        let announcing = announcing.filter(|above| is_announcement(document, *above));
        for title in table.titles.iter().copied().chain(announcing).filter(|t| is_over(document, *t, first)) {
            let title = &title;
            let Some(block) = document.blocks.get(*title) else { continue };
            // A paragraph announces the table in its last sentence.
            let last = document.sentence_at(block.span.end.saturating_sub(1));
            let start = document.sentences.get(last).map_or(block.span.start, |s| s.span.start.max(block.span.start));
            let start = if announcing == Some(*title) { start } else { block.span.start };
            let from = ledger.claims.partition_point(|c| c.span.start < start);
            let inside = ledger.claims.iter().skip(from).take_while(|c| c.span.start < block.span.end);
            let mut counts = inside.filter_map(|c| Some((c, count_of(ledger, c)?)));
            let (Some((claim, count)), None) = (counts.next(), counts.next()) else { continue };
            // "The reader knows six formats." counts what a column "Format" then lists; "two formats are new" does not.
            let whole = !ends_sentence(document, *title)
                || subset_word(ledger, claim).is_none() && ends(document, claim.span, ".");
            if whole && stem(&claim.subject.head) == label || announces(document, claim.span) {
                let rows = rows.iter().map(|(span, _)| *span).collect();
                out.push(RowCount { span: claim.span, count, rows });
                break;
            }
        }
    }
    out
}

/// The names of all rows but totals, with the stem of their column's head; none where a row has no name of its own.
fn names(document: &Document, rows: &[Row]) -> Option<Vec<(Span, Option<Stem>)>> {
    let mut found: Vec<(Span, Option<Stem>)> = Vec::new();
    for row in rows.iter().filter(|r| !r.is_total) {
        let block = document.blocks.get(row.name?)?;
        let seat = block.seat.filter(|s| s.columns == 1 && s.rows == 1 && block.kind == BlockKind::Cell)?;
        let label = block.label.as_deref().unwrap_or_default().to_lowercase();
        let last = label.split_whitespace().last().map(stem);
        let fits = found.first().is_none_or(|(_, first)| *first == last) && seat.column <= 1;
        fits.then(|| found.push((block.span, last)))?;
    }
    (2..=MOST_ROWS).contains(&found.len()).then_some(found)
}

/// The head of the first column, or the first cell where there is none.
fn first_head(document: &Document, first: usize) -> usize {
    let above = document.blocks.get(..first).unwrap_or_default();
    first - above.iter().rev().take_while(|b| b.kind == BlockKind::Cell).count()
}

/// "… has three parts:" ends in what the table then lists.
fn announces(document: &Document, span: Span) -> bool {
    ends(document, span, ":")
}

/// Is a mark all that stands behind the words in their paragraph?
fn ends(document: &Document, span: Span, mark: &str) -> bool {
    let block = document.block_of(document.sentence_at(span.start));
    block.is_some_and(|b| {
        b.kind == BlockKind::Paragraph && document.slice(Span { start: span.end, end: b.span.end }).trim() == mark
    })
}

fn is_announcement(document: &Document, block: usize) -> bool {
    let paragraph = document.blocks.get(block).filter(|b| b.kind == BlockKind::Paragraph);
    paragraph.is_some_and(|b| document.slice(b.span).ends_with([':', '.']))
}

fn ends_sentence(document: &Document, block: usize) -> bool {
    document.blocks.get(block).is_some_and(|b| document.slice(b.span).ends_with('.'))
}

/// A caption, or a heading or line right above the table's first row (the heads of its columns between).
fn is_over(document: &Document, title: usize, first: usize) -> bool {
    let between = document.blocks.get(title + 1..first).unwrap_or_default();
    between.iter().all(|b| b.kind == BlockKind::Cell || b.kind == BlockKind::Caption)
}
