//! The same words give the same findings in whatever format they are written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/packed.rs"]
mod packed;
#[cfg(feature = "pdf")]
#[path = "support/pdf.rs"]
mod pages;

use crosscheck::document::{Document, Role};
use crosscheck::rules::Settings;
use std::path::{Path, PathBuf};

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
    packed::archive(&[("word/document.xml", xml.into_bytes())])
}

fn odt(parts: &[Part]) -> Vec<u8> {
    let line = |p: &Part| match p.level {
        0 if p.item => {
            format!("<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>", escape(&p.words))
        }
        0 => format!("<text:p>{}</text:p>", escape(&p.words)),
        level => format!("<text:h text:outline-level=\"{level}\">{}</text:h>", escape(&p.words)),
    };
    packed::archive(&packed::odt(&parts.iter().map(line).collect::<String>()))
}

/// A book whose second chapter begins in the middle of the text.
fn epub(parts: &[Part]) -> Vec<u8> {
    let page = |parts: &[Part]| {
        let page = String::from_utf8(html(parts)).expect("text");
        let (_, body) = page.split_once("<article>").expect("a body");
        body.split("</article>").next().unwrap_or_default().to_owned()
    };
    let (first, second) = parts.split_at(parts.len() / 2);
    packed::archive(&packed::epub(&[&page(first), &page(second)]))
}

/// A cell for each part but the items of a list, which stay together.
fn notebook(parts: &[Part]) -> Vec<u8> {
    let cells = parts.chunk_by(|a, b| a.item && b.item).map(|cell| {
        let source = String::from_utf8(markdown(cell)).expect("text");
        serde_json::json!({ "cell_type": "markdown", "source": source.trim().split_inclusive('\n').collect::<Vec<_>>() })
    });
    let cells: Vec<_> = cells.collect();
    serde_json::to_vec_pretty(&serde_json::json!({ "cells": cells, "nbformat": 4 })).expect("a notebook")
}

/// In base64, as programs of mail send what is not ASCII.
fn mail(parts: &[Part]) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut code = String::new();
    for group in html(parts).chunks(3) {
        let bits = group.iter().chain(&[0, 0]).take(3).fold(0, |bits: usize, byte| bits << 8 | usize::from(*byte));
        let digit = |i: usize| if i > group.len() { '=' } else { char::from(DIGITS[bits >> (18 - 6 * i) & 63]) };
        code.extend((0..4).map(digit));
        if code.len() % 77 == 76 {
            code.push('\n');
        }
    }
    let head =
        "Message-ID: <1@example.org>\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n";
    format!("{head}\n{code}\n").replace('\n', "\r\n").into_bytes()
}

/// Pages as a program sets them: lines of 90 characters, 45 to a page, headings larger.
#[cfg(feature = "pdf")]
fn pdf(parts: &[Part]) -> Vec<u8> {
    let mut pages: Vec<Vec<pages::Line>> = Vec::new();
    let mut y = 0;
    for part in parts {
        let size = if part.level > 0 { 16 } else { 10 };
        let words = if part.item { format!("• {}", part.words) } else { part.words.clone() };
        let mut lines = vec![String::new()];
        for word in words.split_whitespace() {
            match lines.last_mut() {
                Some(line) if line.is_empty() => line.push_str(word),
                Some(line) if line.chars().count() + word.chars().count() < 90 => *line = format!("{line} {word}"),
                _ => lines.push(word.to_owned()),
            }
        }
        y -= 12;
        for line in lines {
            if y < 80 {
                pages.push(Vec::new());
                y = 760;
            }
            pages.last_mut().unwrap().push((72, y as u32, size, line));
            y -= 12;
        }
    }
    pages::write(&pages, "")
}

type Writer = fn(&[Part]) -> Vec<u8>;

/// The rule and the labels' words of each finding, in order of the words.
type Findings = Vec<(String, Vec<String>)>;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sources")
}

/// The texts of a sample, by their names.
fn texts(sample: &Path) -> Vec<(String, String)> {
    let files = std::fs::read_dir(sample).expect("a sample").map(|entry| entry.expect("a file").path());
    let mut texts: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    texts.sort();
    texts
}

/// What is found in a sample as it is written in this format.
fn written(sample: &Path, extension: &str, write: Writer) -> Findings {
    findings(texts(sample).into_iter().map(|(name, text)| (format!("{name}.{extension}"), write(&parts(&text)))))
}

fn findings(files: impl Iterator<Item = (String, Vec<u8>)>) -> Findings {
    let documents = files.map(|(name, bytes)| Document::open(&name, Role::Peer, bytes).expect("readable"));
    let report = crosscheck::check(documents.collect(), &Settings::default());
    let words = |l: &crosscheck::rules::Label| report.ledgers[l.document].document.slice(l.span).to_owned();
    let mut findings: Vec<_> =
        report.findings.iter().map(|f| (f.rule.to_owned(), f.labels.iter().map(words).collect::<Vec<_>>())).collect();
    findings.sort();
    findings
}

const FORMATS: &[(&str, Writer)] = &[
    ("md", markdown),
    ("wiki", wikitext),
    ("html", html),
    ("docx", docx),
    ("odt", odt),
    ("epub", epub),
    ("ipynb", notebook),
    ("eml", mail),
    #[cfg(feature = "pdf")]
    ("pdf", pdf),
];

#[test]
fn a_sample_gives_the_same_findings_in_every_format() {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(samples()).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    // One sample is written in Markdown already, with code and tables, and is no text.
    folders.retain(|folder| !texts(folder).is_empty());
    assert!(folders.len() >= 6, "samples are missing");
    let (mut differ, mut found_in) = (Vec::new(), 0);
    for folder in folders {
        let plain = written(&folder, "txt", text);
        found_in += usize::from(!plain.is_empty());
        for (extension, write) in FORMATS {
            let found = written(&folder, extension, *write);
            if found != plain {
                differ.push(format!("{} as {extension}:\n{found:#?}\nas text:\n{plain:#?}", folder.display()));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(found_in >= 5, "the samples hold faults");
}

/// `tests/written/` holds the sample as LibreOffice 7 saved it: headings, paragraphs and bullets as HTML, then
/// `soffice --headless --convert-to docx`, and that `--convert-to odt`. A changed sample must be saved anew.
#[test]
fn a_sample_saved_by_a_word_processor_gives_the_same_findings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/written");
    for extension in ["docx", "odt"] {
        let saved = ["encyclopedia", "news"].map(|stem| {
            let name = format!("{stem}.{extension}");
            (name.clone(), std::fs::read(folder.join(name)).expect("a saved sample"))
        });
        assert_eq!(
            findings(saved.into_iter()),
            written(&samples().join("joint-statement"), "txt", text),
            "{extension}"
        );
    }
}
