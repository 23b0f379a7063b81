//! The same words give the same findings in whatever format they are written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::document::{Document, Role};
use crosscheck::rules::Settings;
use std::io::{Cursor, Write as _};
use std::path::Path;

/// A sample's parts: heading level (0: none), item or not, words.
struct Part {
    level: usize,
    item: bool,
    words: String,
}

fn parts(text: &str) -> Vec<Part> {
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let part = |line: &str| {
        let level = line.len() - line.trim_start_matches('=').len();
        let words = line.trim_matches('=').trim();
        let item = words.strip_prefix("- ");
        Part { level, item: item.is_some(), words: item.unwrap_or(words).to_owned() }
    };
    lines.map(part).collect()
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

fn text(parts: &[Part]) -> Vec<u8> {
    let line = |p: &Part| match p.level {
        0 if p.item => format!("- {}\n", p.words),
        0 => format!("{}\n\n", p.words),
        level => format!("\n{0} {1} {0}\n\n", "=".repeat(level), p.words),
    };
    parts.iter().map(line).collect::<String>().into_bytes()
}

fn markdown(parts: &[Part]) -> Vec<u8> {
    let line = |p: &Part| match p.level {
        0 if p.item => format!("- {}\n", p.words),
        0 => format!("{}\n\n", p.words),
        level => format!("\n{} {}\n\n", "#".repeat(level), p.words),
    };
    parts.iter().map(line).collect::<String>().into_bytes()
}

fn wikitext(parts: &[Part]) -> Vec<u8> {
    let line = |p: &Part| match p.level {
        0 if p.item => format!("* {}\n", p.words),
        0 => format!("{}<ref>A source, 1 May 2001.</ref>\n\n", p.words),
        level => format!("\n{0} {1} {0}\n", "=".repeat(level), p.words),
    };
    parts.iter().map(line).collect::<String>().into_bytes()
}

fn html(parts: &[Part]) -> Vec<u8> {
    let line = |p: &Part| match p.level {
        0 if p.item => format!("<ul><li>{}</li></ul>\n", escape(&p.words)),
        0 => format!("<p>{}</p>\n", escape(&p.words)),
        level => format!("<h{level}>{}</h{level}>\n", escape(&p.words)),
    };
    let body: String = parts.iter().map(line).collect();
    format!("<!DOCTYPE html><html><body><nav>Home 1999</nav><article>{body}</article></body></html>").into_bytes()
}

fn docx(parts: &[Part]) -> Vec<u8> {
    let line = |p: &Part| {
        let style = match p.level {
            0 if p.item => "<w:pPr><w:pStyle w:val=\"ListBullet\"/></w:pPr>".to_owned(),
            0 => String::new(),
            level => format!("<w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>"),
        };
        format!("<w:p>{style}<w:r><w:t>{}</w:t></w:r></w:p>", escape(&p.words))
    };
    let body: String = parts.iter().map(line).collect();
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let xml = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"{space}\"><w:body>{body}</w:body></w:document>");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file("word/document.xml", options).expect("a file in memory");
    archive.write_all(xml.as_bytes()).expect("a file in memory");
    archive.finish().expect("a file in memory").into_inner()
}

type Writer = fn(&[Part]) -> Vec<u8>;

/// The sample in this format.
fn written(extension: &str, write: Writer) -> Findings {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sources/joint-statement");
    findings(extension, |name| {
        write(&parts(&std::fs::read_to_string(folder.join(format!("{name}.txt"))).expect("a sample")))
    })
}

/// The rule and the labels' words of each finding, in order of the words.
type Findings = Vec<(String, Vec<String>)>;

fn findings(extension: &str, bytes: impl Fn(&str) -> Vec<u8>) -> Findings {
    let documents = ["encyclopedia", "news"]
        .map(|name| Document::open(&format!("{name}.{extension}"), Role::Peer, bytes(name)).expect("readable"));
    let report = crosscheck::check(documents.into(), &Settings::default());
    let words = |l: &crosscheck::rules::Label| report.ledgers[l.document].document.slice(l.span).to_owned();
    let mut findings: Vec<_> =
        report.findings.iter().map(|f| (f.rule.to_owned(), f.labels.iter().map(words).collect::<Vec<_>>())).collect();
    findings.sort();
    findings
}

#[test]
fn a_sample_gives_the_same_findings_in_every_format() {
    let plain = written("txt", text);
    assert!(!plain.is_empty(), "the samples hold faults");
    let formats: [(&str, Writer); 4] = [("md", markdown), ("wiki", wikitext), ("html", html), ("docx", docx)];
    for (extension, write) in formats {
        assert_eq!(written(extension, write), plain, "as {extension}");
    }
}

/// `tests/written/` holds the sample as LibreOffice 7 saved it: headings, paragraphs and bullets as HTML, then
/// `soffice --headless --convert-to docx`. A changed sample must be saved anew.
#[test]
fn a_sample_saved_by_a_word_processor_gives_the_same_findings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/written");
    let saved = findings("docx", |name| std::fs::read(folder.join(format!("{name}.docx"))).expect("a saved sample"));
    assert_eq!(saved, written("txt", text));
}
