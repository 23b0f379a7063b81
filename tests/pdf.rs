//! PDF: what is read of one with the feature `pdf`, and what is said of one that cannot be read, or without the
//! feature. The files are written here, byte for byte.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]
#![cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "a build without the feature only says so"))]

#[path = "support/pdf.rs"]
mod pages;
mod support;

use support::{Folder, MINUTES};

/// One line of a page: its place from the left and from the bottom, its size, its words.
type Line = (u32, u32, u32, &'static str);

const NOTICE: &[Line] = &[
    (72, 740, 20, "The Harbour Ferry"),
    (72, 700, 10, "The ferry opened on Monday, 3 March 2025, and the har-"),
    (72, 688, 10, "bour master counted twenty-"),
    (72, 676, 10, "five boats (all of them full)."),
    (72, 650, 10, "It carries 40 cars."),
    (300, 40, 10, "Page 1 of 2"),
];

const TIMES: &[Line] = &[(72, 740, 10, "It sails at nine."), (300, 40, 10, "Page 2 of 2")];

/// A PDF of these pages, with `more` entries in its trailer.
fn pdf(pages: &[&[Line]], more: &str) -> Vec<u8> {
    let owned = |(x, y, size, words): &Line| (*x, *y, *size, (*words).to_owned());
    pages::write(&pages.iter().map(|lines| lines.iter().map(owned).collect()).collect::<Vec<_>>(), more)
}

/// The good document is read, the bad one named, and the exit status is 2.
fn complains(name: &str, bytes: &[u8], sentence: &str) {
    let folder = Folder::new();
    folder.write(name, bytes).write("good.txt", MINUTES);
    let run = folder.run(&["check", "--format", "json", name, "good.txt"]);
    assert_eq!(run.err, format!("crosscheck: {name}: {sentence}\n"));
    assert_eq!(run.status, 2);
    assert!(run.out.contains("\"path\":\"good.txt\""));
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_the_feature_the_ways_out_are_named() {
    let sentence = "is a PDF, and this build does not read PDF; build crosscheck with `--features pdf`, or convert it to text first";
    complains("a.pdf", &pdf(&[NOTICE], ""), sentence);
    complains("A.PDF", b"cut off", sentence);
    complains("unnamed", &pdf(&[NOTICE], ""), sentence);
    let folder = Folder::new();
    folder.write("a/a.pdf", pdf(&[NOTICE], "")).write("a/good.txt", MINUTES);
    let run = folder.run(&["check", "a"]);
    assert_eq!(run.status, 0, "a PDF in a directory is passed over, and that is said");
    assert_eq!(run.err, "crosscheck: a: passed over 1 file of a format that is not read: 1 .pdf\n");
}

#[cfg(feature = "pdf")]
mod with_the_feature {
    use super::*;
    use crosscheck::document::{Document, Role};

    fn open(bytes: Vec<u8>) -> Result<Document, String> {
        let document = Document::open("a.pdf", Role::Peer, bytes)?;
        assert_eq!(document.fault(), None);
        Ok(document)
    }

    #[test]
    fn pages_are_lines_and_lines_are_joined() {
        let document = open(pdf(&[NOTICE, &[], TIMES], "")).unwrap();
        assert_eq!(
            String::from_utf8_lossy(&document.bytes),
            "The Harbour Ferry ¶ The ferry opened on Monday, 3 March 2025, and the harbour master counted twenty-five \
             boats (all of them full). ¶ It carries 40 cars.\n\nIt sails at nine.\n"
        );
        assert_eq!(document.blocks.len(), 4);
        let last = document.sentences.last().unwrap().span;
        assert_eq!((document.slice(last), document.lines_of(last)), ("It sails at nine.", (3, 3)));
        assert_eq!(document.meta.title.as_deref(), Some("The ferry’s notice"));
        assert_eq!(document.meta.date.unwrap().to_string(), "2025-03-01");
    }

    /// Under a running head, a sentence that goes on over the page, twice, and a word cut there.
    const LOG: [&[Line]; 3] = [
        &[(72, 800, 10, "Harbour Log"), (72, 700, 10, "On 3 March 2025 the har-"), (300, 40, 10, "1")],
        &[(72, 700, 10, "bour master counted twelve boats and"), (72, 800, 10, "Harbour Log"), (300, 40, 10, "2")],
        &[
            (72, 800, 10, "Harbour Log"),
            (72, 700, 10, "one aircraft."),
            (72, 660, 10, "It rained."),
            (300, 40, 10, "3"),
        ],
    ];

    #[test]
    fn a_paragraph_goes_on_over_the_page() {
        let document = open(pdf(&LOG, "")).unwrap();
        let blocks: Vec<&str> = document.blocks.iter().map(|b| document.slice(b.span)).collect();
        let whole = "On 3 March 2025 the harbour master counted twelve boats and one aircraft.";
        assert_eq!(blocks, [whole, "It rained."]);
        assert_eq!(document.lines_of(document.blocks[0].span), (1, 3));
    }

    #[test]
    fn a_lost_table_of_contents_is_made_anew() {
        let whole = pdf(&[NOTICE, TIMES], "");
        let text = String::from_utf8(whole.clone()).unwrap();
        let due = open(whole).unwrap().bytes;
        let (cut, _) = text.split_once("xref\n0 ").unwrap();
        let moved = text.replacen("%PDF-1.4\n", "%PDF-1.4\n%%%%%%%\n", 1);
        for file in [cut, &text.replace("startxref\n", "startxref\n9"), &moved] {
            let document = open(file.as_bytes().to_vec()).unwrap();
            assert_eq!(String::from_utf8_lossy(&document.bytes), String::from_utf8_lossy(&due));
        }
    }

    #[test]
    fn a_file_that_unpacks_without_end_is_refused() {
        let bomb = format!("9 0 obj\n<< /Filter /LZWDecode >>\nstream\n{}endstream\nendobj\n", "\0".repeat(200_000));
        let text = String::from_utf8(pdf(&[NOTICE], "")).unwrap();
        let sentence = "unpacks to more than 256 MiB, or one of its streams to more than 32 MiB; convert it to text first, \
                        or split it into parts";
        complains("a.pdf", (text + &bomb).as_bytes(), sentence);
    }

    #[test]
    fn a_finding_names_the_page() {
        let folder = Folder::new();
        let wrong: &[Line] = &[(72, 700, 10, "The ferry opened on Tuesday, 3 March"), (72, 688, 10, "2025.")];
        folder.write("a.pdf", pdf(&[TIMES, wrong], ""));
        let run = folder.run(&["check", "a.pdf"]);
        assert_eq!((run.status, run.err.as_str()), (1, ""));
        assert!(run.out.contains("a.pdf:2:21") && run.out.contains("Tuesday, 3 March 2025"), "{}", run.out);
        let folder = Folder::new();
        folder.write("a/a.pdf", pdf(&[wrong], ""));
        assert_eq!(folder.run(&["check", "a"]).status, 1, "a PDF in a directory is read");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let damaged = "is no PDF that can be read; print or save it as a PDF again, or convert it to text first";
        complains("a.pdf", b"%PDF-1.4\ncut off", damaged);
        complains("unnamed", b"%PDF-1.4\ncut off", damaged);
        // No page says its size: the crate that extracts panics.
        let text = String::from_utf8(pdf(&[NOTICE], "")).unwrap();
        complains("a.pdf", text.replace("/MediaBox", "/Mediabox").as_bytes(), damaged);
        // A page above itself.
        complains("a.pdf", text.replace("/Kids", "/Parent 2 0 R /Kids").as_bytes(), damaged);
        let key = "6B".repeat(32);
        let locked = format!("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>");
        complains(
            "a.pdf",
            &pdf(&[NOTICE], &locked),
            "is an encrypted PDF; save a copy that is not, or convert it to text first",
        );
        complains(
            "a.pdf",
            &pdf(&[&[]], ""),
            "is a PDF without text, perhaps of scanned pages; have its text recognised (OCR) first",
        );
    }

    /// Every file cut off at, or with a byte changed, somewhere: read or refused, with places that hold.
    #[test]
    fn damage_is_no_panic() {
        let whole = pdf(&[NOTICE, TIMES], "");
        for at in (0..whole.len()).step_by(7) {
            drop(open(whole[..at].to_vec()));
            let mut changed = whole.clone();
            changed[at] = changed[at].wrapping_add(1 + (at % 250) as u8);
            drop(open(changed));
        }
    }
}
