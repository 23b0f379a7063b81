//! A finding survives rewording: other names, passive for active, other words, two sentences for one. Thirty texts of our own
//! (`tests/rewording/texts.txt`); what does not hold yet is marked there, and the marks may only go.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::document::{Document, Format, Role};
use crosscheck::rules::{Settings, Severity};

/// How many lines do not hold yet: it may only fall.
const WRONG: usize = 4;

fn read(name: &str, text: &str) -> Document {
    Document::read(name, Role::Peer, Format::Text, format!("{text}\n").into_bytes())
}

/// Does a finding, a note not counted, name both words, each in its text?
fn is_found(a: &str, b: &str, says: (&str, &str)) -> bool {
    let report = crosscheck::check(vec![read("a.txt", a), read("b.txt", b)], &Settings::default());
    report.findings.iter().filter(|f| f.severity > Severity::Note).any(|finding| {
        let names = |path: &str, words: &str| {
            finding.labels.iter().any(|label| {
                let document = &report.ledgers[label.document].document;
                document.path == path && document.slice(label.span).to_lowercase().contains(&words.to_lowercase())
            })
        };
        names("a.txt", says.0) && names("b.txt", says.1)
    })
}

/// The text with the people renamed: "Anna Lind = Clara Holm".
fn renamed(text: &str, names: &str) -> String {
    let (old, new) = names.split_once(" = ").unwrap();
    let words = old.split(' ').zip(new.split(' '));
    words.fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
}

#[test]
fn findings_survive_rewording() {
    let file = include_str!("rewording/texts.txt").replace("\r\n", "\n");
    let (mut texts, mut wrong, mut faults) = (0, 0, Vec::new());
    for block in file.split("\n## ").skip(1) {
        texts += 1;
        let mut lines = block.lines().filter(|l| !l.is_empty());
        let title = lines.next().unwrap();
        let lines: Vec<(bool, &str, &str)> = lines
            .map(|line| {
                let due = line.strip_prefix("wrong ");
                let (key, value) = due.unwrap_or(line).split_once(": ").unwrap();
                (due.is_some(), key, value)
            })
            .collect();
        let of = |wanted: &str| lines.iter().find(|(_, key, _)| *key == wanted).unwrap().2;
        let (a, b, says) = (of("a"), of("b"), of("says").split_once(" / ").unwrap());
        for (marked, key, value) in &lines {
            let found = match *key {
                "a" | "b" => continue,
                "says" => is_found(a, b, says),
                "rename" => is_found(&renamed(a, value), &renamed(b, value), says),
                "passive" | "synonym" | "split" => is_found(a, value, says),
                _ => panic!("{title}: no such line: {key}"),
            };
            wrong += usize::from(*marked);
            if found == *marked {
                faults.push(format!("{title}: {key} {}", if found { "holds now" } else { "is not found" }));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert_eq!(texts, 30);
    assert_eq!(wrong, WRONG, "the count of marks");
}
