//! Files that were made to do harm, in the formats that are written in a code or an archive: each is read, or refused in
//! a sentence, soon, and does nothing but that.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/packed.rs"]
mod packed;
mod support;

use packed::{Parts, archive, epub, odt, xlsx};
use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};
use support::{Folder, MINUTES, Run};

/// What a test's program may take on a busy machine; what grows with the square of these inputs takes far longer.
const SOON: Duration = Duration::from_secs(20);

fn read(folder: &Folder, name: &str) -> Run {
    let started = Instant::now();
    let run = folder.run(&["read", name]);
    assert!(started.elapsed() < SOON, "{name} took {:?}", started.elapsed());
    assert!(matches!(run.status, 0 | 2) && !run.err.contains("panicked"), "{name}: {} {}", run.status, run.err);
    run
}

/// A part is put in place of, or beside, those that are there.
fn with(mut parts: Parts, name: &'static str, content: impl Into<Vec<u8>>) -> Vec<u8> {
    parts.retain(|(known, _)| *known != name);
    parts.push((name, content.into()));
    archive(&parts)
}

fn whole() -> [(&'static str, Parts); 3] {
    [
        ("a.odt", odt("<text:p>It rained.</text:p>")),
        ("a.epub", epub(&["<p>It rained.</p>"])),
        ("a.xlsx", xlsx("Rain", &[&["It rained."]])),
    ]
}

#[test]
fn archives_that_unpack_without_end() {
    let folder = Folder::new();
    folder.write("good.txt", MINUTES);
    for (name, mut parts) in whole() {
        // No part alone is too large.
        parts.extend((name == "a.odt").then(|| ("styles.xml", Vec::new())));
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (part, _) in &parts {
            writer.start_file(*part, zip::write::SimpleFileOptions::default()).unwrap();
            for _ in 0..33 {
                writer.write_all(&vec![b' '; 1 << 20]).unwrap();
            }
            if !part.ends_with("mimetype") {
                writer.write_all(&parts.iter().find(|(known, _)| known == part).unwrap().1).unwrap();
            }
        }
        let bomb = writer.finish().unwrap().into_inner();
        assert!(bomb.len() < 1 << 20);
        folder.write(name, bomb);
        let run = folder.run(&["check", name, "good.txt"]);
        let refused = ["unpacks to more than 64 MiB; split it into parts", "can be read; open it in"];
        assert!(run.status == 2 && refused.iter().any(|told| run.err.contains(told)), "{name}: {}", run.err);
    }
}

#[test]
fn every_cut_is_read_or_refused() {
    let folder = Folder::new();
    for (name, parts) in whole() {
        let bytes = archive(&parts);
        for cut in (1..bytes.len()).step_by(97) {
            folder.write(name, &bytes[..cut]);
            assert_eq!(read(&folder, name).status, 2, "{name} cut at {cut}");
        }
    }
}

#[test]
fn elements_and_parts_in_each_other_without_end() {
    let deep = |open: &str| open.repeat(100_000);
    let folder = Folder::new();
    folder.write("a.odt", archive(&odt(&deep("<text:span text:style-name='T1'>a"))));
    folder.write("b.odt", archive(&odt(&deep("<table:table><table:table-row><table:table-cell><text:p>a"))));
    folder.write("c.odt", archive(&odt(&deep("<text:list><text:list-item><text:p>a<text:note><text:note-body>"))));
    folder.write("a.epub", archive(&epub(&[&deep("<div><b>a")])));
    folder.write("a.xlsx", with(xlsx("a", &[]), "xl/worksheets/sheet1.xml", deep("<sheetData><row><c><is><t>a")));
    folder.write("a.ipynb", format!("{{\"nbformat\": 4, \"cells\": {}", deep("[")));
    folder.write("a.eml", format!("Subject: a\n{}", deep("Content-Type: multipart/mixed; boundary=b\n\n--b\n")));
    for name in ["a.odt", "b.odt", "c.odt", "a.epub", "a.xlsx", "a.ipynb", "a.eml"] {
        read(&folder, name);
    }
}

#[test]
fn what_would_take_the_square_of_its_length() {
    let times = |text: &str| text.repeat(300_000);
    let folder = Folder::new();
    folder.write("a.srt", format!("1\n00:00:01,000 --> 00:00:02,000\n{}\n", times("<a [a ")));
    folder.write("b.eml", format!("Subject: {}\n\nIt rained.\n", times("=?a?q? ")));
    folder.write("c.eml", format!("Subject: {}\n\nIt rained.\n", times("=?x")));
    folder.write("d.eml", format!("Subject: a\n\n{}", times("\n\n> a\n\n")));
    folder.write("e.eml", format!("Subject: a\nContent-Transfer-Encoding: quoted-printable\n\n{}", times("=   = \n=")));
    folder.write("f.xlsx", {
        let columns = times("<col min='1' max='16384' hidden='1'/>");
        let sheet = format!(
            "<worksheet><cols>{columns}</cols><sheetData><row>{}</row></sheetData></worksheet>",
            times("<c><v>1</v></c>")
        );
        with(xlsx("a", &[]), "xl/worksheets/sheet1.xml", sheet)
    });
    folder.write("g.epub", {
        let href = "a/".repeat(1_000);
        let package = format!("<package><manifest><item id='a' href='{href}' media-type='text/html'/></manifest><spine>{}</spine></package>", times("<itemref idref='a'/>"));
        with(epub(&[]), "OEBPS/book.opf", package)
    });
    for name in ["a.srt", "b.eml", "c.eml", "d.eml", "e.eml", "f.xlsx", "g.epub"] {
        read(&folder, name);
    }
}

#[test]
fn a_long_head_is_copied_into_no_cell() {
    let long = "head ".repeat(100_000);
    let rows: Vec<Vec<&str>> =
        std::iter::once(vec!["a", "b", &long]).chain((0..20_000).map(|_| vec!["x", "y", "1"])).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let folder = Folder::new();
    folder.write("a.xlsx", archive(&xlsx("Rain", &rows)));
    assert_eq!(read(&folder, "a.xlsx").status, 0);
}

#[test]
fn entities_and_names_that_lead_elsewhere() {
    let folder = Folder::new();
    let entities = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&a;&a;&a;'>]>";
    let text = String::from_utf8(odt("<text:p>It &a;&b; rained.</text:p>").pop().unwrap().1).unwrap();
    folder.write("a.odt", with(odt(""), "content.xml", text.replacen("?>", &format!("?>{entities}"), 1)));
    let read_odt = read(&folder, "a.odt");
    assert!(read_odt.status == 0 && read_odt.out.contains("It rained."), "{}", read_odt.out);
    folder.write("secret.xhtml", "<p>Secret.</p>");
    for href in ["../../secret.xhtml", "/secret.xhtml", "..%2F..%2Fsecret.xhtml", "file:///etc/passwd", "secret.xhtml"]
    {
        let package = format!(
            "<package><manifest><item id='a' href='{href}' media-type='text/html'/></manifest><spine><itemref idref='a'/></spine></package>"
        );
        folder.write("a.epub", with(epub(&[]), "OEBPS/book.opf", package));
        let run = read(&folder, "a.epub");
        assert!(run.status == 2 && run.err.contains("lacks its chapter") && run.out.is_empty(), "{href}: {}", run.err);
    }
    let sheets =
        "<Relationships><Relationship Id='r1' Target='../../secret.xhtml' TargetMode='External'/></Relationships>";
    folder.write("a.xlsx", with(xlsx("a", &[&["x"]]), "xl/_rels/workbook.xml.rels", sheets));
    assert!(!read(&folder, "a.xlsx").out.contains("Secret"));
}

#[test]
fn names_in_a_file_do_nothing_to_a_terminal_or_a_page() {
    const NAME: &str = "Towers &#27;c</script><script>alert()</script>\u{202e}b\n::warning::c";
    let folder = Folder::new();
    folder.write("a.txt", "The lighthouse of Skarn is 38 metres high.\n");
    let name = NAME.replace('<', "&lt;");
    folder.write(
        "b.xlsx",
        archive(&xlsx(
            &name,
            &[&["lighthouse", "height (m)", "built"], &["Skarn", "39", "1872"], &["Alder", "40", "1911"]],
        )),
    );
    let package = format!(
        "<package><manifest><item id='a' href='{name}' media-type='text/html'/></manifest><spine><itemref idref='a'/></spine></package>"
    );
    folder.write("a.epub", with(epub(&[]), "OEBPS/book.opf", package));
    for arguments in [
        &["check", "a.txt", "b.xlsx", "a.epub"] as &[&str],
        &["check", "a.txt", "b.xlsx", "--format", "html"],
        &["check", "a.txt", "b.xlsx", "--format", "github"],
        &["check", "a.txt", "b.xlsx", "--format", "markdown"],
        &["claims", "b.xlsx"],
        &["read", "b.xlsx"],
    ] {
        let run = folder.run(arguments);
        assert!(run.out.contains("39"), "{arguments:?}: {}{}", run.out, run.err);
        for output in [&run.out, &run.err] {
            let bad = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}'));
            assert!(!output.contains(bad), "{arguments:?}: {output:?}");
            assert!(!output.lines().any(|line| line.starts_with("::warning::c")), "{arguments:?}: {output}");
            let is_page = arguments.contains(&"html");
            assert!(!is_page || !output.contains("<script>alert"), "{arguments:?}: {output}");
        }
    }
}

#[test]
fn encodings_of_all_kinds() {
    let folder = Folder::new();
    let srt = "1\n00:00:01,000 --> 00:00:02,000\nThe café had 40 seats.\n";
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(srt.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin1 = |text: &str| text.chars().map(|c| c as u8).collect::<Vec<u8>>();
    let mail = "Subject: The café\nContent-Type: text/plain; charset=iso-8859-1\n\nThe café had 40 seats.\n";
    let notebook =
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"markdown\", \"source\": \"The café had 40 seats.\"}]}";
    folder
        .write("a.srt", utf16)
        .write("b.srt", latin1(srt))
        .write("a.eml", latin1(mail))
        .write("a.ipynb", format!("\u{feff}{notebook}"));
    folder.write("b.ipynb", latin1(notebook)).write("c.eml", mail);
    for name in ["a.srt", "b.srt", "a.eml", "c.eml", "a.ipynb", "b.ipynb"] {
        let run = read(&folder, name);
        assert!(run.status == 0 && run.out.contains("The café had 40 seats."), "{name}: {}{}", run.out, run.err);
        let is_guess = matches!(name, "b.srt" | "a.eml" | "b.ipynb");
        assert_eq!(run.err.contains("it was read as Windows-1252, which is a guess"), is_guess, "{name}: {}", run.err);
    }
}
