//! The cells of a document as tables again: each where it stands in its row, below the heads of its columns.

use super::text::BlockOut;
use crate::document::{Block, BlockKind, Document, Seat};
use serde::Serialize;

/// So many rows are laid out as one table.
const ROWS: usize = 200;

/// A block of text, or the rows of a table.
#[derive(Debug, Serialize)]
pub struct Piece {
    block: Option<BlockOut>,
    rows: Vec<Row>,
}

#[derive(Debug, Default, Serialize)]
struct Row {
    #[serde(skip)]
    number: u32,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    is_head: bool,
    /// How many columns it fills.
    columns: u16,
    /// Of one that no block is: a head that its column has no cell for.
    words: String,
    blocks: Vec<BlockOut>,
    #[serde(skip)]
    column: u16,
    #[serde(skip)]
    label: Option<String>,
}

impl Cell {
    fn of(block: BlockOut, seat: Seat, is_head: bool) -> Cell {
        let label = block.label.clone();
        let (column, columns) = (seat.column, seat.columns.max(1));
        Cell { is_head, columns, words: String::new(), blocks: vec![block], column, label }
    }

    fn empty(column: u16, columns: u16) -> Cell {
        Cell { is_head: false, columns, words: String::new(), blocks: Vec::new(), column, label: None }
    }
}

/// `blocks` are those of the document, in their order.
pub fn pieces(document: &Document, blocks: Vec<BlockOut>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(blocks.len());
    let mut open: Option<u32> = None;
    for (source, block) in document.blocks.iter().zip(blocks) {
        let Some(seat) = seat(source) else {
            open = None;
            pieces.push(Piece { block: Some(block), rows: Vec::new() });
            continue;
        };
        let last = pieces.last_mut().filter(|last| open == Some(seat.table) && fits(&last.rows, seat));
        let cell = Cell::of(block, seat, seat.is_head || source.level == 0);
        match last {
            Some(table) => put(&mut table.rows, seat, cell),
            None => {
                let mut rows = Vec::new();
                put(&mut rows, seat, cell);
                pieces.push(Piece { block: None, rows });
            }
        }
        open = Some(seat.table);
    }
    pieces.iter_mut().for_each(|piece| head(&mut piece.rows));
    pieces
}

fn seat(block: &Block) -> Option<Seat> {
    block.seat.filter(|_| block.kind == BlockKind::Cell)
}

/// Does the cell stand in the last row, or open the next one?
fn fits(rows: &[Row], seat: Seat) -> bool {
    rows.last().is_none_or(|row| seat.row == row.number || seat.row > row.number && rows.len() < ROWS)
}

fn put(rows: &mut Vec<Row>, seat: Seat, cell: Cell) {
    if rows.last().is_none_or(|row| row.number != seat.row) {
        rows.push(Row { number: seat.row, cells: Vec::new() });
    }
    let Some(row) = rows.last_mut() else { return };
    let next = match row.cells.last_mut() {
        // A further paragraph of the same cell.
        Some(last) if last.column == cell.column && !last.blocks.is_empty() => {
            last.blocks.extend(cell.blocks);
            return;
        }
        Some(last) => last.column.saturating_add(last.columns),
        None => 0,
    };
    if cell.column > next {
        row.cells.push(Cell::empty(next, cell.column - next));
    }
    row.cells.push(cell);
}

/// Where the heads are no cells, they are what the cells are called by.
fn head(rows: &mut Vec<Row>) {
    let Some(first) = rows.first() else { return };
    if first.cells.iter().any(|cell| cell.is_head) || rows.iter().all(|row| row.cells.iter().all(|c| c.label.is_none()))
    {
        return;
    }
    let mut heads: Vec<Cell> = Vec::new();
    let width = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column.saturating_add(cell.columns)).max();
    for column in 0..width.unwrap_or_default() {
        let mut cells = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.column == column);
        let words = cells.find_map(|cell| cell.label.clone()).unwrap_or_default();
        heads.push(Cell { is_head: !words.is_empty(), words, ..Cell::empty(column, 1) });
    }
    rows.insert(0, Row { number: 0, cells: heads });
}

#[cfg(test)]
mod tests {
    use super::super::text::blocks;
    use super::*;
    use crate::document::Role;

    /// Each piece: `text`, or its rows, cells between bars, heads in capitals, as many `<` as columns are filled.
    fn shape(name: &str, text: &str) -> Vec<String> {
        let document = Document::open(name, Role::Peer, text.as_bytes().to_vec()).expect("a text");
        let cell = |cell: &Cell| {
            let words: Vec<String> = cell.blocks.iter().map(BlockOut::words).chain([cell.words.clone()]).collect();
            let words = words.join("");
            format!(
                "{}{}",
                if cell.is_head { words.to_uppercase() } else { words },
                "<".repeat(usize::from(cell.columns) - 1)
            )
        };
        let row = |row: &Row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|");
        let piece = |piece: &Piece| match &piece.block {
            Some(block) => block.words(),
            None => piece.rows.iter().map(row).collect::<Vec<_>>().join(" / "),
        };
        pieces(&document, blocks(&document, &mut [])).iter().map(piece).collect()
    }

    #[test]
    fn a_table_is_one() {
        let text =
            "Before.\n\n| plan | price | seats |\n|---|---|---|\n| Basic | 10 euros | 3 |\n| Team | | 12 |\n\nAfter.\n";
        assert_eq!(shape("a.md", text), ["Before.", "PLAN|PRICE|SEATS / Basic|10 euros|3 / Team||12", "After."]);
        let text = "<table><tr><th colspan=2>a<th>b<tr><td>1<td>2<td>3</table><table><tr><td>4</table>";
        assert_eq!(shape("a.html", text), ["A<|B / 1|2|3", "4"]);
    }

    #[test]
    fn heads_that_are_no_cells_stand_above() {
        assert_eq!(
            shape("a.csv", "plan,price,seats\nBasic,10,3\nTeam,25,12\n"),
            ["PLAN|PRICE|SEATS / Basic|10|3 / Team|25|12"]
        );
    }

    #[test]
    fn a_long_table_is_laid_out_in_parts() {
        let rows: String = (0..450).map(|i| format!("town {i},{i},lake\n")).collect();
        let parts = shape("a.csv", &format!("town,people,by\n{rows}"));
        assert_eq!(parts.len(), 3);
        assert!(parts.iter().all(|part| part.starts_with("TOWN|PEOPLE|BY / ")));
    }
}
