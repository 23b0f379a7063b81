//! The design matrix of `align::slots`: what pairs of figures of unchanged texts have in common, as numbers.

use super::{files, read};
use crosscheck::align::slots::{Candidate, Slots, agree, differ};
use crosscheck::align::{Blocks, Kind};
use crosscheck::claim::Ledger;
use crosscheck::story::Stories;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

pub const CONTEXT: &str = "examples/fit/context.txt";
pub const PAIRS: &str = "examples/fit/pairs.txt";
/// Sentences that share more of their words (thousandths) are copies of each other and teach nothing.
const COPY: i64 = 850;
/// Of `slots::OF_CONTEXT`: the share of words of both sentences.
const SENTENCES: usize = 3;

pub fn write(folders: &[&str]) {
    let (mut contexts, mut pairs) = (String::new(), String::new());
    // Some reports stand in several of the folders.
    let mut known: BTreeSet<(Place, Place)> = BTreeSet::new();
    for (group, folder) in folders.iter().enumerate() {
        let ledgers = texts(folder);
        if let Some((one, other)) = folder.split_once('+') {
            write_strangers(texts(one), texts(other), group, &mut pairs);
            continue;
        }
        let stories = Stories::of(&ledgers);
        let mut slots = Slots::of(&ledgers);
        let candidates = slots.candidates(&ledgers, &stories, &mut Blocks::default());
        let is_new = |c: &Candidate| !known.contains(&places(&slots, c));
        write_contexts(&slots, &candidates, is_new, &mut contexts);
        let reading = fs::read_to_string(Path::new(folder).join("expect.json")).ok();
        let reading: Option<Value> = reading.map(|text| serde_json::from_str(&text).unwrap());
        for (candidate, row) in slots.paired(&candidates) {
            if !is_new(candidate) {
                continue;
            }
            let kind = match verdict(&slots, candidate) {
                Some(true) => "same".to_owned(),
                Some(false) => {
                    let conflict = reading.as_ref().and_then(|r| conflict(r, &ledgers, &slots, candidate));
                    conflict.map_or("apart".to_owned(), |number| format!("conflict-{number}"))
                }
                None => continue,
            };
            let read = if reading.is_some() { "read" } else { "unread" };
            writeln!(pairs, "{group} {read} {kind}{}", sparse(&row)).unwrap();
        }
        known.extend(candidates.iter().map(|c| places(&slots, c)));
    }
    fs::write(CONTEXT, contexts).unwrap();
    fs::write(PAIRS, pairs).unwrap();
}

/// A file's name and length, and where in it.
type Place = (String, usize, u32);

fn places(slots: &Slots, candidate: &Candidate) -> (Place, Place) {
    let place = |index: usize| {
        let figure = &slots.figures[index];
        let document = &figure.ledger.document;
        let name = document.path.rsplit('/').next().unwrap_or_default().to_owned();
        (name, document.text.len(), figure.ledger.mentions[figure.mention].span.start)
    };
    (place(candidate.a), place(candidate.b))
}

fn texts(folder: &str) -> Vec<Ledger> {
    let paths = if folder.contains('+') { Vec::new() } else { files(Path::new(folder)) };
    paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")).map(|p| read(p)).collect()
}

/// Two events of one kind: whatever their reports have in common, no two of their figures are of one thing.
fn write_strangers(one: Vec<Ledger>, other: Vec<Ledger>, group: usize, out: &mut String) {
    let first = one.len();
    let ledgers: Vec<Ledger> = one.into_iter().chain(other).collect();
    let mut slots = Slots::of(&ledgers);
    let mut candidates = slots.candidates(&ledgers, &Stories::one(ledgers.len()), &mut Blocks::default());
    candidates.retain(|c| (slots.figures[c.a].document < first) != (slots.figures[c.b].document < first));
    for (candidate, row) in slots.paired(&candidates) {
        if verdict(&slots, candidate) == Some(false) {
            writeln!(out, "{group} strange apart{}", sparse(&row)).unwrap();
        }
    }
}

/// True: the two say the same; false: they cannot both be right; none: neither.
fn verdict(slots: &Slots, candidate: &Candidate) -> Option<bool> {
    let (x, y) = (&slots.figures[candidate.a].reading, &slots.figures[candidate.b].reading);
    if differ(x, y) { Some(false) } else { agree(x, y).then_some(true) }
}

fn sparse(values: &[i64]) -> String {
    let told = values.iter().enumerate().filter(|(_, v)| **v != 0);
    told.fold(String::new(), |mut line, (index, value)| {
        write!(line, " {index}:{value}").unwrap();
        line
    })
}

/// Of a figure with its like in another text: all its candidates there, its likes marked 1.
fn write_contexts(slots: &Slots, candidates: &[Candidate], is_new: impl Fn(&Candidate) -> bool, out: &mut String) {
    let mut of: BTreeMap<(usize, usize), Vec<&Candidate>> = BTreeMap::new();
    for candidate in candidates {
        let document = |index: usize| slots.figures[index].document;
        of.entry((candidate.a, document(candidate.b))).or_default().push(candidate);
        of.entry((candidate.b, document(candidate.a))).or_default().push(candidate);
    }
    for ((figure, _), all) in of {
        let like = |c: &&&Candidate| verdict(slots, c) == Some(true);
        let copied = all.iter().filter(like).any(|c| c.features[SENTENCES] > COPY);
        let rivals = all.iter().any(|c| verdict(slots, c) == Some(false));
        let told = all.iter().any(|c| like(&c)) && all.iter().any(|c| is_new(c));
        if copied || !rivals || !told || is_common(slots, figure) {
            continue;
        }
        for candidate in all.iter().filter(|c| verdict(slots, c).is_some()) {
            writeln!(out, "{}{}", u8::from(like(&candidate)), sparse(&candidate.features)).unwrap();
        }
        out.push('\n');
    }
}

/// A number of one digit that matters is met by chance.
fn is_common(slots: &Slots, figure: usize) -> bool {
    let figure = &slots.figures[figure];
    let digits: String = figure.words().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    matches!(figure.kind, Kind::Number | Kind::Ordinal) && digits.trim_end_matches('0').len() < 2
}

/// Which conflict of the expert's reading holds the two places, if any.
fn conflict(reading: &Value, ledgers: &[Ledger], slots: &Slots, candidate: &Candidate) -> Option<usize> {
    let place = |index: usize| {
        let figure = &slots.figures[index];
        (&ledgers[figure.document], ledgers[figure.document].mentions[figure.mention].span)
    };
    let holds = |index: usize, file: &str, words: &str| {
        let (ledger, span) = place(index);
        let text = &ledger.document.text;
        let named = Path::new(&ledger.document.path).file_name().is_some_and(|name| name == file);
        named
            && text
                .match_indices(words)
                .any(|(at, _)| at < span.end as usize && (span.start as usize) < at + words.len())
    };
    let conflicts = reading["conflicts"].as_array().unwrap();
    conflicts.iter().position(|conflict| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (files, words) = (conflict["files"].as_array().unwrap(), conflict["words"].as_array().unwrap());
        let mut places: Vec<(usize, String, String)> = words
            .iter()
            .enumerate()
            .map(|(side, words)| (side, text(files.get(side).unwrap_or(&files[0])), text(words)))
            .collect();
        let also = conflict["also"].as_array().into_iter().flatten();
        places.extend(also.map(|a| (a[0].as_u64().unwrap() as usize, text(&a[1]), text(&a[2]))));
        let sides = |index: usize| -> Vec<usize> {
            places.iter().filter(|(_, file, words)| holds(index, file, words)).map(|(side, ..)| *side).collect()
        };
        let (a, b) = (sides(candidate.a), sides(candidate.b));
        a.iter().any(|x| b.iter().any(|y| x != y))
    })
}
