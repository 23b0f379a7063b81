//! What is read of each fixture in `tests/formats/`, as `crosscheck read` shows it.
//! Each fixture shows what its format is known to break. `libreoffice.docx` was saved by LibreOffice 7 (from
//! a text with a deleted and an inserted revision, a footnote, merged cells, links, struck and hidden words),
//! `python-docx.docx` by python-docx 1.2; `libreoffice.odt` is the first of these saved as ODT, `pandoc.odt` and `pandoc.epub`
//! were written by pandoc 2.17, `openpyxl.xlsx` by openpyxl 3.1, and `libreoffice.xlsx` is that one saved by LibreOffice 7.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use crosscheck::document::{Document, Format, Role};
use crosscheck::report::read_text;

#[test]
fn every_fixture_reads_as_its_snapshot_says() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        insta::glob!("formats", "*.*", |path| {
            if Format::of(path).is_none() {
                return;
            }
            let name = path.file_name().unwrap().to_string_lossy();
            let bytes = std::fs::read(path).expect("a readable fixture");
            let document = Document::open(&name, Role::Peer, bytes).expect("a fixture that can be read");
            insta::assert_snapshot!("read", read_text::write(&[document]));
        });
    });
}
