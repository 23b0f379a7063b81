//! What must hold of every format on any input: places that point into the file,
//! pieces that were taken over as they stand, blocks in order, and no panic.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

#[path = "support/packed.rs"]
mod packed;
#[path = "support/rich.rs"]
mod rich;

use crosscheck::document::{Document, Format, Role};
use crosscheck::lexicon::declared::Aliases;
use crosscheck::mention::extract;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// A small generator of our own, so that every run tries the same inputs.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let mut files: Vec<_> = fs::read_dir(folder).expect("fixtures").map(|e| e.expect("a fixture").path()).collect();
    files.sort();
    files
        .into_iter()
        .filter(|p| Format::of(p).is_some())
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(p).expect("a fixture")))
        .collect()
}

/// What a busy machine may take for nothing; the square of these inputs takes longer.
const NOISE: Duration = Duration::from_secs(3);

/// How often a measurement that a busy machine may have spoilt is taken again.
const ATTEMPTS: usize = 6;

fn check(name: &str, bytes: &[u8]) {
    let Ok(document) = Document::open(name, Role::Peer, bytes.to_vec()) else { return };
    if let Some(fault) = document.fault() {
        panic!("{name}: {fault}\n{:?}", String::from_utf8_lossy(bytes));
    }
}

/// The same, and every mention's and lost reference's words stand in the reading and have a place in the file.
fn check_mentions(name: &str, bytes: &[u8]) {
    check(name, bytes);
    let Ok(document) = Document::open(name, Role::Peer, bytes.to_vec()) else { return };
    let mentions = extract(&document, None, &Aliases::default());
    for span in mentions.iter().map(|m| m.span).chain(document.dangling.iter().map(|d| d.span)) {
        let words = document.slice(span);
        let place = document.place(span);
        let stands = !words.is_empty() && words == words.trim() && place.start < place.end;
        assert!(stands, "{name}: {span:?} {words:?}\n{:?}", String::from_utf8_lossy(bytes));
        let source = document.source_text(place);
        assert!(!source.is_empty(), "{name}: {span:?} is nowhere in the file");
        // Decoding makes words shorter: what is as long as its source is its source, but for marks that read as a blank.
        let alike = |a: char, b: char| a == b || b.is_whitespace();
        let same = source.len() != words.len() || source.chars().zip(words.chars()).all(|(a, b)| alike(a, b));
        assert!(same, "{name}: {words:?} is not {source:?}");
    }
}

/// What each format is made of, for inputs that are almost right.
const PARTS: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</td>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "&amp;",
    "&#x2014;",
    "&bogus;",
    "{{",
    "}}",
    "{{Infobox x\n| a = ",
    "|",
    "\n|-\n",
    "[[",
    "]]",
    "[[File:a.png|thumb|",
    "<ref>",
    "</ref>",
    "<ref name=a />",
    "'''",
    "''",
    "== A ==\n",
    "{|",
    "|}",
    "! h !! i\n",
    "<nowiki>",
    "</nowiki>",
    "# ",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "`",
    "**",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "[^1]: ",
    "| a | b |\n|--|--|\n",
    "---\n",
    "+++\n",
    "title: x\n",
    "\n",
    "\n\n",
    "  ",
    "word",
    "Ärger",
    "14",
    "1,204",
    "31 July 2025",
    "“",
    "”",
    ". ",
    "{\"a\": ",
    "[1, ",
    "\"",
    "\\u00e9",
    "}",
    ",",
    ";",
    "\t",
    "\u{feff}",
    "\u{2028}",
    "\r\n",
    "𝄞",
    "<br>",
    "<a href='#x'>",
    "=",
    "\\",
    "1\n00:00:01,000 --> 00:00:02,000\n",
    "<v Ann>",
    "Subject: a\n",
    "Content-Transfer-Encoding: base64\n\n",
    "=C3=A9",
    "=\n",
    "> ",
];

#[test]
fn random_bytes_and_random_parts() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let names: Vec<String> = Format::extensions().map(|e| format!("a.{e}")).collect();
    for round in 0..10_000 {
        let name = &names[round % names.len()];
        let length = dice.below(200);
        let bytes: Vec<u8> = if round % 4 == 0 {
            (0..length).map(|_| dice.below(256) as u8).collect()
        } else {
            (0..length / 4).flat_map(|_| PARTS[dice.below(PARTS.len())].bytes()).collect()
        };
        let check = if round % 5 == 0 { check_mentions } else { check };
        check(name, &bytes);
    }
}

/// A few bytes of the file lost, added, put in or doubled.
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + dice.below(4) {
        let at = dice.below(bytes.len());
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(4) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.insert(at, dice.below(256) as u8),
            2 => drop(bytes.splice(at..at, PARTS[dice.below(PARTS.len())].bytes())),
            _ => bytes.extend_from_within(at..end),
        }
    }
    bytes
}

#[test]
fn mutations_of_the_fixtures() {
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    let mut files = fixtures();
    assert!(files.len() >= 2, "fixtures are missing");
    files.extend(rich::documents());
    for (name, bytes) in &files {
        check_mentions(name, bytes);
    }
    for round in 0..10_000 {
        let (name, bytes) = &files[round % files.len()];
        let check = if round % 5 == 0 { check_mentions } else { check };
        check(name, &mutated(bytes, &mut dice));
    }
}

/// An archive with a wrong byte is refused as a whole, so the bytes are changed before it is packed.
#[test]
fn mutations_inside_an_archive() {
    let mut dice = Dice(0x8CB9_2BA7_2F3D_8DD7);
    for (name, parts) in rich::archives() {
        for round in 0..2_000 {
            let mut parts = parts.clone();
            let part = round % parts.len();
            parts[part].1 = mutated(&parts[part].1, &mut dice);
            check_mentions(name, &packed::archive(&parts));
        }
    }
}

/// Names the folder of real files; best with `cargo test --release`.
const REAL_FILES: &str = "CROSSCHECK_REAL_FILES";

/// Every file of a folder and its folders that is of a format, by the format.
fn by_format(folder: &Path) -> BTreeMap<Format, Vec<(String, Vec<u8>)>> {
    let mut files: BTreeMap<Format, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<_> =
            fs::read_dir(&folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if let Some(format) = Format::of(&path) {
                let bytes = fs::read(&path).expect("a file that can be read");
                files.entry(format).or_default().push((path.to_string_lossy().into_owned(), bytes));
            }
        }
    }
    files
}

/// Every real file, and 10,000 mutations of those of each format: valid places, and time that grows with the length.
#[test]
fn real_files_and_mutations_of_them() {
    let Some(folder) = std::env::var_os(REAL_FILES) else {
        eprintln!("skipped: {REAL_FILES} names no folder of real files");
        return;
    };
    let mut dice = Dice(0xA076_1D64_78BD_642F);
    for (format, files) in by_format(Path::new(&folder)) {
        let took = |name: &str, bytes: &[u8]| {
            let started = Instant::now();
            check_mentions(name, bytes);
            started.elapsed()
        };
        let whole: Vec<Duration> = files.iter().map(|(name, bytes)| took(name, bytes)).collect();
        for round in 0..10_000 {
            let file = dice.below(files.len());
            let (name, bytes) = &files[file];
            let bytes = mutated(bytes, &mut dice);
            let check = if round % 5 == 0 { check_mentions } else { check };
            let allowed = NOISE + whole[file] * 8;
            let is_linear = || {
                let started = Instant::now();
                check(name, &bytes);
                started.elapsed() < allowed
            };
            assert!((0..ATTEMPTS).any(|_| is_linear()), "{name}: {} bytes took over {allowed:?}", bytes.len());
        }
        println!("{}: {} files, 10,000 mutations", format.name(), files.len());
    }
}

/// Four times the input may take four times as long, and twice that for noise. A busy machine can spoil one
/// measurement or two, but what grows with the square takes sixteen times as long every time.
#[test]
fn hostile_input_is_read_in_linear_time() {
    for extension in Format::extensions() {
        for part in PARTS {
            let name = format!("a.{extension}");
            let took = |times: usize| {
                let text = part.repeat(times);
                let started = Instant::now();
                check(&name, text.as_bytes());
                started.elapsed()
            };
            let is_linear = || took(8_000) <= took(2_000) * 8 + NOISE;
            assert!((0..ATTEMPTS).any(|_| is_linear()), "{part:?} over and over as {extension}");
        }
    }
}
