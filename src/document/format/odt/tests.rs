//! What is read of ODT files.

use super::*;
use crate::document::format::archive::packed;
use crate::document::format::shown::shown;
use crate::document::{Document, Role};

const STYLES: &str = "<office:automatic-styles>\
    <style:style style:name='P1' style:family='paragraph' style:parent-style-name='Quotations'/>\
    <style:style style:name='P2' style:family='paragraph' style:parent-style-name='P3'/>\
    <style:style style:name='P3' style:family='paragraph' style:parent-style-name='P2'/>\
    <style:style style:name='T1' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>\
    <style:style style:name='T2' style:family='text'><style:text-properties text:display='none'/></style:style>\
    <style:style style:name='T3' style:family='text'><style:text-properties style:text-line-through-style='none'/></style:style>\
    </office:automatic-styles>";

fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content>{STYLES}<office:body><office:text>{body}</office:text></office:body>\
         </office:document-content>"
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn document(body: &str) -> Document {
    Document::open("a.odt", Role::Peer, odt(body)).unwrap()
}

fn blocks(body: &str) -> Vec<String> {
    shown(&document(body))
}

#[test]
fn headings_paragraphs_and_lists() {
    assert_eq!(
        blocks(
            "<text:sequence-decls/><text:p text:style-name='Title'>Ferries</text:p><text:h text:outline-level='2'>The\n Arrow</text:h>\
             <text:p>It carried<text:s text:c='3'/>40<text:tab/>cars &amp; <text:span text:style-name='T3'>12</text:span> men\
             <text:span text:style-name='T1'>, 41 <text:span>more</text:span></text:span><text:span text:style-name='T2'>42</text:span>.</text:p>\
             <text:p text:style-name='P1'>We counted.</text:p><text:p text:style-name='P2'>In a ring.</text:p>\
             <text:list><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item><text:p>two</text:p>\
             </text:list-item></text:list></text:list-item></text:list>"
        ),
        [
            "h1 Ferries",
            "h2 The Arrow",
            "p It carried 40 cars & 12 men.",
            "> We counted.",
            "p In a ring.",
            "- one",
            "-- more",
            "-- two"
        ]
    );
}

#[test]
fn what_is_not_seen() {
    assert_eq!(
        blocks(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>41 cars</text:p></text:deletion></text:changed-region>\
             </text:tracked-changes><text:table-of-content><text:index-body><text:p>Ferries 42</text:p></text:index-body></text:table-of-content>\
             <text:p>It sank<office:annotation><text:p>In 1999?</text:p></office:annotation> twice\
             <draw:frame><draw:image/><svg:title>43 cars</svg:title></draw:frame>.</text:p>\
             <text:section text:display='none'><text:p>44 cars</text:p></text:section><text:p>It rained.</text:p>"
        ),
        ["p It sank twice.", "p It rained."]
    );
}

#[test]
fn notes_and_boxes_stand_beside_their_paragraph() {
    let note = |words: &str| {
        format!(
            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
        )
    };
    assert_eq!(
        blocks(&format!(
            "<text:p>Twelve{} came.</text:p><text:p>Two{} left.</text:p>\
             <text:p>Before<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame> and after.</text:p>",
            note("Counted twice."),
            note("Ann Lee, A History of Piers, 1999, p. 3.")
        )),
        ["p Twelve came.", "p Counted twice.", "p Two left.", "p In a box.", "p Before and after."]
    );
}

#[test]
fn tables_and_their_cells() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let table = format!(
        "<table:table><table:table-header-rows><table:table-row>{}<table:table-cell table:number-columns-spanned='2'><text:p>Cars</text:p>\
         </table:table-cell><table:covered-table-cell/>{}</table:table-row></table:table-header-rows>\
         <table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>Arrow</text:p></table:table-cell>{}{}</table:table-row>\
         <table:table-row><table:covered-table-cell><text:p>Lost</text:p></table:covered-table-cell>{}<table:table-cell/></table:table-row></table:table>",
        cell("Boat"),
        cell("Men"),
        cell("40"),
        cell("41"),
        cell("1,204")
    );
    let document = document(&table);
    assert_eq!(
        shown(&document),
        ["head Boat", "head Cars", "head Men", "[Boat] Arrow", "[Cars] 40", "[Cars] 41", "[Cars] 1,204"]
    );
    let seats: Vec<(u32, u16)> = document.blocks.iter().filter_map(|b| b.seat).map(|s| (s.row, s.column)).collect();
    assert_eq!(seats, [(0, 0), (0, 1), (0, 3), (1, 0), (1, 1), (1, 2), (2, 1)]);
}

#[test]
fn links_to_bookmarks() {
    let document = document(
        "<text:p><text:bookmark text:name='fate'/>See <text:a xlink:href='#fate'>it</text:a>, <text:a xlink:href='#log'>the log</text:a>, \
         <text:a xlink:href='#1.Old|outline'>the old one</text:a>.</text:p>",
    );
    let lost: Vec<&str> = document.dangling.iter().map(|d| document.slice(d.span)).collect();
    assert_eq!(lost, ["the log"]);
}

#[test]
fn what_cannot_be_read() {
    let meta = "<office:document-meta><dc:title>Ferries</dc:title><meta:creation-date>2024-10-04T09:30:00</meta:creation-date></office:document-meta>";
    let content = "<office:text><text:p>It rained.</text:p></office:text>";
    let good = read(&packed(&[("content.xml", content), ("meta.xml", meta)])).unwrap().1;
    assert_eq!(
        (good.meta.title.as_deref(), good.meta.date.map(|d| d.to_string()).as_deref()),
        (Some("Ferries"), Some("2024-10-04"))
    );
    let locked = [("content.xml", "\u{1}\u{2}"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")];
    assert_eq!(read(&packed(&locked)).unwrap_err(), LOCKED);
    assert_eq!(read(&packed(&[("content.xml", "It rained.")])).unwrap_err(), DAMAGED);
    assert_eq!(read(&packed(&[("styles.xml", "")])).unwrap_err(), DAMAGED);
    let whole = odt("<text:p>It rained.</text:p>");
    assert_eq!(read(&whole[..whole.len() / 2]).unwrap_err(), DAMAGED);
    // No entity of the document's own is expanded, and elements may be nested without end.
    let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><office:text><text:p>It &b; rained.</text:p></office:text>";
    assert_eq!(read(&packed(&[("content.xml", bomb)])).unwrap().0, "It rained.\n");
    assert_eq!(blocks(&("<text:p>a<text:note><text:note-body>".repeat(20_000) + "It rained.")).len(), 20_000);
    let blanks = " ".repeat(65 << 20);
    assert_eq!(
        read(&packed(&[("content.xml", &blanks)])).unwrap_err(),
        "unpacks to more than 64 MiB; split it into parts"
    );
}
