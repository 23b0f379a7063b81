//! What is read of workbooks, and which cell it is found in.

use super::*;
use crate::document::format::archive::packed;
use crate::document::format::shown::shown;
use crate::document::{Document, Role};

const RELS: &str = "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>";
const BOOK: &str = "<workbook><sheets><sheet name='Old &amp; new' sheetId='1' r:id='r1'/>\
    <sheet name='Sheet2' sheetId='2' state='hidden' r:id='r2'/></sheets></workbook>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='d\\ mmmm\\ yyyy'/></numFmts>\
    <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='3'/></cellXfs></styleSheet>";
const TEXTS: &str = "<sst><si><t>Boat</t></si><si><r><t>Ca</t></r><r><t>rs</t></r><rPh><t>x</t></rPh></si><si/><si><t>Arrow</t></si></sst>";

fn workbook(sheet: &str) -> Vec<u8> {
    packed(&[
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", TEXTS),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>")),
        ("xl/worksheets/sheet2.xml", "<sheetData><row r='1'><c r='A1'><v>1999</v></c></row></sheetData>"),
    ])
}

fn document(sheet: &str) -> Document {
    Document::open("a.xlsx", Role::Source, workbook(sheet)).unwrap()
}

fn text(reference: &str, words: &str) -> String {
    format!("<c r='{reference}' t='inlineStr'><is><t>{words}</t></is></c>")
}

fn number(reference: &str, style: u8, value: &str) -> String {
    format!("<c r='{reference}' s='{style}'><v>{value}</v></c>")
}

fn row(number: u32, cells: &[String]) -> String {
    format!("<row r='{number}'>{}</row>", cells.concat())
}

#[test]
fn a_table_with_a_title_and_heads() {
    let shared = |reference: &str, text: u8| format!("<c r='{reference}' t='s'><v>{text}</v></c>");
    let rows = [
        row(1, &[text("B1", "Boats of Skarn")]),
        row(2, &[shared("B2", 0), shared("C2", 1), text("D2", "Built")]),
        row(3, &[shared("B3", 3), number("C3", 2, "1204"), number("D3", 1, "45569")]),
        row(4, &[text("B4", "Heron"), "<c r='C4' t='e'><v>#REF!</v></c>".to_owned(), number("D4", 1, "45570")]),
        "<row r='5' hidden='1'><c r='B5'><v>1998</v></c></row>".to_owned(),
        row(7, &[text("B7", "Counted twice.")]),
    ];
    let document =
        document(&format!("<cols><col min='5' max='6' hidden='1'/></cols><sheetData>{}</sheetData>", rows.concat()));
    assert_eq!(document.fault(), None);
    assert_eq!(
        shown(&document),
        [
            "h2 Old & new",
            "h3 Boats of Skarn",
            "head Boat",
            "head Cars",
            "head Built",
            "[Boat] Arrow",
            "[Cars] 1,204",
            "[Built] 2024-10-04",
            "[Boat] Heron",
            "[Built] 2024-10-05",
            "p Counted twice."
        ]
    );
    let token = document.tokens.iter().find(|t| document.slice(t.span) == "1,204").unwrap();
    let place = document.place(token.span);
    assert_eq!((document.position(place).line, document.part(place)), (7, Some("'Old & new'!C3")));
    let seats: Vec<(u32, u16)> = document.blocks.iter().filter_map(|b| b.seat).map(|s| (s.row, s.column)).collect();
    assert_eq!(seats.last(), Some(&(2, 2)));
}

#[test]
fn two_columns_are_facts() {
    let facts = |head: &str| {
        let rows = [
            row(1, &[text("A1", "Fact"), text("B1", head)]),
            row(2, &[text("A2", "Length"), number("B2", 0, "38")]),
            row(3, &[text("A3", "Captain"), text("B3", "Ida Holm")]),
        ];
        shown(&document(&format!("<sheetData>{}</sheetData>", rows.concat()))).split_off(1)
    };
    assert_eq!(facts("value"), ["[Length] 38", "[Captain] Ida Holm"]);
    assert_eq!(facts("Ann Lee"), ["[Fact] Ann Lee", "[Length] 38", "[Captain] Ida Holm"]);
    let measured = [
        row(1, &[text("A1", "Boat"), text("B1", "cars")]),
        row(2, &[text("A2", "Arrow"), number("B2", 0, "40")]),
        row(3, &[text("A3", "Heron"), number("B3", 0, "36")]),
    ];
    let page = document(&format!("<sheetData>{}</sheetData>", measured.concat()));
    assert_eq!(shown(&page).split_off(1), ["[Arrow cars] 40", "[Heron cars] 36"]);
    let words =
        [row(1, &[text("A1", "Captain:"), text("B1", "Ida Holm")]), row(2, &[text("A2", "Port"), text("B2", "Skarn")])];
    let page = document(&format!("<sheetData>{}</sheetData>", words.concat()));
    assert_eq!(shown(&page).split_off(1), ["[Captain] Ida Holm", "[Port] Skarn"]);
}

#[test]
fn heads_over_several_columns() {
    let rows = [
        row(1, &[text("A1", "Boat"), text("B1", "Cars"), text("D1", "Men")]),
        row(2, &[text("A2", "Arrow"), number("B2", 0, "40"), number("C2", 0, "41"), number("D2", 0, "12")]),
    ];
    let page =
        document(&format!("<sheetData>{}</sheetData><mergeCells><mergeCell ref='B1:C1'/></mergeCells>", rows.concat()));
    assert_eq!(shown(&page).split_off(4), ["[Boat] Arrow", "[Cars] 40", "[Cars] 41", "[Men] 12"]);
}

#[test]
fn what_cannot_be_read() {
    let whole = workbook("<sheetData/>");
    assert!(read(&whole).unwrap().0.is_empty());
    assert_eq!(read(&whole[..whole.len() - 40]).unwrap_err(), DAMAGED);
    assert_eq!(read(&packed(&[("xl/workbook.xml", "It rained.")])).unwrap_err(), DAMAGED);
    assert_eq!(read(&packed(&[("xl/worksheets/sheet1.xml", "")])).unwrap_err(), DAMAGED);
    // A long text that many cells share.
    let long = format!("<sst><si><t>{}</t></si></sst>", "word ".repeat(100_000));
    let cells = "<c t='s'><v>0</v></c>".repeat(100);
    let bomb = packed(&[
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/sharedStrings.xml", &long),
        ("xl/worksheets/sheet1.xml", &format!("<sheetData><row>{cells}</row></sheetData>")),
    ]);
    assert_eq!(read(&bomb).unwrap_err(), "holds more than 32 MiB of text; split it into parts");
    // References to nothing, far away or the wrong way round.
    let odd = "<sheetData><row r='99999999999'><c r='ZZZZZZ1' t='s'><v>77</v></c><c r='' s='99'><v>5</v></c></row>\
        <row r='4294967295'><c><v>6</v></c></row></sheetData><mergeCells><mergeCell ref='C9:A1'/><mergeCell ref=':'/></mergeCells>";
    assert_eq!(shown(&document(odd)).split_off(1), ["- 5", "- 6"]);
}
