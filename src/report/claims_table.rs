//! `crosscheck claims` for people: an aligned table for each document.

use super::claim_words::{qualifiers, subject, value};
use super::located::line_and_column;
use super::visible::{shortened, visible, width};
use crate::claim::{Claim, ClaimKind, Ledger};

const HEADS: [&str; 6] = ["place", "kind", "words", "subject", "value", "qualifiers"];
/// The most columns a cell takes, so that a row stays a line.
const WIDEST: [usize; 6] = [34, 9, 44, 24, 28, 40];

type Row = [String; 6];

pub fn write(ledgers: &[Ledger]) -> String {
    let mut out = String::new();
    for ledger in ledgers {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("{}\n", visible(&ledger.document.path)));
        let rows: Vec<Row> = ledger.claims.iter().map(|claim| row(ledger, claim)).collect();
        let widths: Vec<usize> = (0..HEADS.len())
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell));
                cells.chain(HEADS.get(column).map(|head| head.len())).max().unwrap_or(0)
            })
            .collect();
        line(&HEADS.map(str::to_owned), &widths, &mut out);
        for row in &rows {
            line(row, &widths, &mut out);
        }
    }
    out
}

fn row(ledger: &Ledger, claim: &Claim) -> Row {
    let document = &ledger.document;
    // The words of a statement or quotation are its value.
    let value = match claim.kind {
        ClaimKind::Statement | ClaimKind::Quote => String::new(),
        _ => value(ledger, claim),
    };
    let qualifiers: Vec<String> =
        qualifiers(ledger, claim).iter().map(|(name, words)| format!("{name}: {words}")).collect();
    let cells = [
        line_and_column(document, claim.span),
        claim.kind.name().to_owned(),
        ledger.words(claim).to_owned(),
        subject(ledger, claim),
        value,
        qualifiers.join(", "),
    ];
    let mut widest = WIDEST.iter();
    cells.map(|cell| shortened(&cell, widest.next().copied().unwrap_or(usize::MAX)))
}

fn line(cells: &Row, widths: &[usize], out: &mut String) {
    let mut line = String::new();
    for (cell, room) in cells.iter().zip(widths) {
        line.push_str("  ");
        line.push_str(cell);
        line.push_str(&" ".repeat(room.saturating_sub(width(cell))));
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
