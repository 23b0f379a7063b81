//! Turns the tables in `src/lexicon/en/data/` into static data, so that nothing is
//! parsed when the program starts.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a build that cannot read its own tables must stop, and say where"
)]

#[path = "src/lexicon/en/seats.rs"]
mod seats;

use seats::{PLACE, first, hash};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const DATA: &str = "src/lexicon/en/data";

fn main() {
    for path in ["build.rs", "Cargo.lock", "src"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rustc-env=CROSSCHECK_BUILD={:016x}", build());
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    std::fs::write(Path::new(&out).join("countries.rs"), countries()).expect("OUT_DIR is writable");
    std::fs::write(Path::new(&out).join("frames.rs"), frames()).expect("OUT_DIR is writable");
    for file in [
        "words.txt",
        "kinds.tsv",
        "known_names.txt",
        "people.txt",
        "given_names.txt",
        "opposites.tsv",
        "synonyms.tsv",
        "agentive.tsv",
        "causes.tsv",
        "deverbal.tsv",
        "irregular.tsv",
    ] {
        std::fs::write(Path::new(&out).join(format!("{file}.seats")), seated(file)).expect("OUT_DIR is writable");
    }
}

/// The hash of all that reading and comparing hang on: what one build has cached is of no use to one of other code.
fn build() -> u64 {
    let mut files = vec![PathBuf::from("Cargo.lock"), PathBuf::from("build.rs")];
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("src is readable") {
            let path = entry.expect("src is readable").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    let features = std::env::vars().map(|(name, _)| name).filter(|name| name.starts_with("CARGO_FEATURE_"));
    let mut parts: Vec<Vec<u8>> = features.map(String::into_bytes).collect();
    parts.sort();
    for file in files {
        parts.push(file.to_string_lossy().replace('\\', "/").into_bytes());
        // A package that others depend on has no Cargo.lock.
        parts.push(std::fs::read(&file).unwrap_or_default());
    }
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.iter().chain(&[0xff])) {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash
}

/// The seats of the lines of a list: four bytes each. A line that finds its seat taken sits in the next free one.
fn seated(file: &str) -> Vec<u8> {
    let text = std::fs::read_to_string(Path::new(DATA).join(file)).expect("the list is checked in");
    assert!(text.len() < PLACE as usize, "{file} is too long for its seats");
    let mut seats = vec![0_u32; (text.lines().count() * 3 / 2).next_power_of_two()];
    let (mut start, mut before) = (0, "");
    for line in text.split_inclusive('\n') {
        let word = line.trim_end_matches('\n').split('\t').next().unwrap_or_default();
        // The words of the dictionary have a sign behind them.
        let word = if file == "words.txt" { word.split_at(word.len() - 1).0 } else { word };
        assert!(word > before, "{file} is not sorted at {word}");
        let hash = hash(word);
        let mut at = first(hash, seats.len());
        while seats[at] != 0 {
            at = (at + 1) % seats.len();
        }
        seats[at] = hash & !PLACE | (start as u32 + 1);
        start += line.len();
        before = word;
    }
    seats.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// The frames, and by each word those that it evokes, the first row first.
fn frames() -> String {
    let mut code = String::from("pub static FRAMES: &[Frame] = &[\n");
    let mut evoked: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, row) in rows("frames.tsv").iter().enumerate() {
        let [name, takes, words] = &row[..] else { panic!("three columns: {row:?}") };
        writeln!(code, "    Frame {{ name: {name:?}, takes: {takes:?} }},").expect("writing to a string");
        for word in words.split(' ') {
            evoked.entry(word.to_owned()).or_default().push(number);
        }
    }
    code.push_str("];\n");
    code.push_str("static EVOKED: WordMap<&[u8]> = word_map! {\n");
    for (word, numbers) in &evoked {
        writeln!(code, "    {word:?} => &{numbers:?},").expect("writing to a string");
    }
    code.push_str("};\n");
    code
}

/// The rows of a table, without its comments.
fn rows(file: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(Path::new(DATA).join(file)).expect("the table is checked in");
    let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    lines.map(|l| l.split('\t').map(str::to_owned).collect()).collect()
}

fn countries() -> String {
    let countries = rows("countries.tsv");
    let mut code = String::from("pub static COUNTRIES: &[Country] = &[\n");
    for row in &countries {
        let [iso, alpha3, name, continent, subregion, un] = &row[..] else { panic!("six columns: {row:?}") };
        writeln!(
            code,
            "    Country {{ code: {iso:?}, alpha3: {alpha3:?}, name: {name:?}, continent: {continent:?}, subregion: {subregion:?}, un: {} }},",
            un == "UN"
        )
        .expect("writing to a string");
    }
    code.push_str("];\n");
    let index: BTreeMap<&str, usize> = countries.iter().enumerate().map(|(i, r)| (r[0].as_str(), i)).collect();

    let mut names = Phrases::default();
    for row in rows("names.tsv") {
        let form = match row[1].as_str() {
            "name" | "former" => "Form::Name",
            "demonym" | "people" => "Form::Demonym",
            "seat" => "Form::Seat",
            other => panic!("no such kind of name: {other}"),
        };
        names.add(&row[2], index[row[0].as_str()], form);
    }
    names.write(&mut code, "NAMES");

    code.push_str("static MEMBERSHIPS: &[Membership] = &[\n");
    for row in rows("memberships.tsv") {
        let until = row.get(3).filter(|u| !u.is_empty()).map_or("i16::MAX", |u| u);
        let organisation = match row[0].as_str() {
            "EU" => "Eu",
            "NATO" => "Nato",
            "G7" => "G7",
            other => panic!("no such organisation: {other}"),
        };
        writeln!(
            code,
            "    Membership {{ organisation: Organisation::{organisation}, country: {:?}, from: {}, until: {until} }},",
            row[1], row[2]
        )
        .expect("writing to a string");
    }
    code.push_str("];\n");

    regions(&countries, &mut code);
    code
}

fn regions(countries: &[Vec<String>], code: &mut String) {
    let current: Vec<(String, String)> = rows("memberships.tsv")
        .into_iter()
        .filter(|r| r.get(3).is_none_or(String::is_empty))
        .map(|r| (r[0].clone(), r[1].clone()))
        .collect();
    let mut names = Phrases::default();
    code.push_str("pub static REGIONS: &[Region] = &[\n");
    for (number, row) in rows("regions.tsv").iter().enumerate() {
        let (id, members) = (&row[0], &row[1]);
        let mut held: Vec<&str> = Vec::new();
        for member in members.split(';').filter(|m| !m.is_empty()) {
            match member.split_once(':') {
                Some(("c", continent)) => {
                    held.extend(countries.iter().filter(|c| c[3] == continent).map(|c| c[0].as_str()));
                }
                Some(("s", sub)) => held.extend(countries.iter().filter(|c| c[4] == sub).map(|c| c[0].as_str())),
                Some(("o", body)) => held.extend(current.iter().filter(|m| m.0 == body).map(|m| m.1.as_str())),
                _ => match member.strip_prefix('-') {
                    Some(out) => held.retain(|c| *c != out),
                    None => held.push(member),
                },
            }
        }
        held.sort_unstable();
        held.dedup();
        let shown = row[2].split(';').next().unwrap_or_default();
        writeln!(code, "    Region {{ id: {id:?}, name: {shown:?}, countries: &{held:?} }},")
            .expect("writing to a string");
        for name in row[2].split(';').filter(|n| !n.is_empty()) {
            names.add(name, number, "Form::Name");
        }
        for adjective in row.get(3).map_or("", |a| a).split(';').filter(|n| !n.is_empty()) {
            names.add(adjective, number, "Form::Demonym");
        }
    }
    code.push_str("];\n");
    names.write(code, "REGION_NAMES");
    code.push_str("static CONFUSIONS: &[(&str, &str)] = &[\n");
    for row in rows("confusions.tsv") {
        writeln!(code, "    ({:?}, {:?}),", row[0], row[1]).expect("writing to a string");
    }
    code.push_str("];\n");
}

/// Phrases under their first word.
#[derive(Default)]
struct Phrases(BTreeMap<String, Vec<(Vec<String>, String)>>);

impl Phrases {
    fn add(&mut self, text: &str, target: usize, form: &str) {
        let words = words(&text.to_ascii_lowercase());
        let Some((first, rest)) = words.split_first() else { return };
        let acronym = text.len() <= 8 && text.chars().all(|c| c.is_uppercase() || c == '.' || c.is_ascii_digit());
        let capital = text.starts_with(char::is_uppercase);
        let capital_last = text
            .split([' ', '-'])
            .next_back()
            .is_some_and(|w| w.starts_with(char::is_uppercase) && !w.ends_with("'s") && !w.contains('.'));
        let row = format!(
            "Phrase {{ rest: &{rest:?}, target: {target}, form: {form}, acronym: {acronym}, capital: {capital}, capital_last: {capital_last} }}"
        );
        let under = self.0.entry(first.clone()).or_default();
        if !under.iter().any(|(r, _)| r == rest) {
            under.push((rest.to_vec(), row));
        }
    }

    fn write(mut self, code: &mut String, name: &str) {
        writeln!(code, "static {name}: WordMap<&[Phrase]> = word_map! {{").expect("writing to a string");
        for (first, phrases) in &mut self.0 {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            let rows: Vec<&str> = phrases.iter().map(|(_, row)| row.as_str()).collect();
            writeln!(code, "    {first:?} => &[{}],", rows.join(", ")).expect("writing to a string");
        }
        code.push_str("};\n");
    }
}

/// Cuts a phrase as the tokenizer cuts text: words with inner apostrophes, a
/// clitic "'s" of its own, every other mark alone.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for piece in text.split_whitespace() {
        let (body, clitic) = piece.strip_suffix("'s").map_or((piece, None), |body| (body, Some("'s")));
        let mut word = String::new();
        for c in body.chars() {
            if c.is_alphanumeric() || (c == '\'' && !word.is_empty()) {
                word.push(c);
                continue;
            }
            out.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            out.push(c.to_string());
        }
        out.extend((!word.is_empty()).then_some(word));
        out.extend(clitic.map(str::to_owned));
    }
    out
}
