//! `crosscheck accept`: what was dismissed on the report's page, as the page saves it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use serde_json::{Value, json};
use std::fs;
use support::{Folder, Run};

const BAD: &str = "The sale closes on June 31, 2024.\n\nThe fair is on February 30, 2024.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("bad.md", BAD);
    folder
}

/// The ids of what is found, in their order.
fn ids(folder: &Folder, paths: &[&str]) -> Vec<String> {
    let run = folder.run(&[&["check", "--format", "json"], paths].concat());
    let json: Value = serde_json::from_str(&run.out).unwrap();
    json["findings"].as_array().unwrap().iter().map(|f| f["id"].as_str().unwrap().to_owned()).collect()
}

fn mark(id: &str, mark: &str, reason: &str) -> Value {
    json!({ "id": id, "rule": "date/invalid", "mark": mark, "reason": reason })
}

fn accept(folder: &Folder, marks: &[Value], more: &[&str]) -> Run {
    let marks = json!({ "crosscheck_marks": 1, "version": env!("CARGO_PKG_VERSION"), "marks": marks });
    folder.write("marks.json", marks.to_string());
    folder.run(&[&["accept", "marks.json"], more].concat())
}

fn baseline(folder: &Folder) -> Option<String> {
    fs::read_to_string(folder.path().join("crosscheck.baseline")).ok()
}

#[test]
fn what_is_dismissed_goes_into_the_baseline_and_nothing_else() {
    let folder = folder();
    let ids = ids(&folder, &["bad.md"]);
    let marks = [mark(&ids[0], "dismissed", "a joke"), mark(&ids[1], "to-fix", "")];
    let run = accept(&folder, &marks, &["bad.md"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(
        run.out,
        "accepted: [date/invalid] bad.md:1:20: a joke\ncrosscheck.baseline: 1 finding accepted for now\n"
    );
    let check = folder.run(&["check", "bad.md"]);
    assert!(check.status == 1 && check.out.contains("February 30") && !check.out.contains("June 31"), "{}", check.out);
    // The rest a day later: what was accepted before stays.
    let run =
        accept(&folder, &[mark(&ids[0], "dismissed", "a joke"), mark(&ids[1], "dismissed", "another")], &["bad.md"]);
    assert!(run.status == 0 && run.out.contains(": 2 findings accepted"), "{}{}", run.out, run.err);
    assert_eq!(folder.run(&["check", "bad.md"]).status, 0);
    let run = accept(&folder, &[mark(&ids[0], "dismissed", "a joke")], &["bad.md"]);
    assert!(run.status == 0 && run.out.contains("nothing was accepted"), "{}", run.out);
    assert_eq!(baseline(&folder).unwrap().lines().count(), 3);
}

#[test]
fn comments_that_are_printed_silence_what_they_are_printed_for() {
    let folder = folder();
    folder.write("bad.rst", "The sale closes on June 31, 2024.\n");
    let paths = ["bad.md", "bad.rst"];
    let ids = ids(&folder, &paths);
    let marks: Vec<Value> = ids.iter().map(|id| mark(id, "dismissed", "so --> \u{1b}[31m */} it is")).collect();
    let run = accept(&folder, &marks, &[&["--inline"], &paths[..]].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(!run.out.contains('\u{1b}') && baseline(&folder).is_none(), "{}", run.out);
    for line in run.out.lines().rev() {
        let (place, rest) = line.split_once(": ").unwrap();
        let (side, comment) = rest.split_once(": ").unwrap();
        let (path, number) = place.split_once(':').unwrap();
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = number.parse::<usize>().unwrap() - 1;
        match side {
            "at the end of the line" => lines[at] = format!("{} {comment}", lines[at]),
            _ => lines.insert(at, format!("{comment}\n")),
        }
        folder.write(path, lines.join("\n") + "\n");
    }
    let check = folder.run(&[&["check"], &paths[..]].concat());
    assert_eq!((check.status, check.err.as_str()), (0, ""), "{}\n{}", run.out, check.out);
}

#[test]
fn where_no_comment_can_stand_that_is_said() {
    let folder = Folder::new();
    folder.write("bad.csv", "what,when\nsale,\"June 31, 2024\"\n");
    let ids = ids(&folder, &["bad.csv"]);
    let run = accept(&folder, &[mark(&ids[0], "dismissed", "a joke")], &["bad.csv", "--inline"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("bad.csv:2:") && run.err.contains("accept it without --inline"), "{}", run.err);
}

#[test]
fn what_cannot_be_taken_over_is_told_with_its_place_and_changes_nothing() {
    let folder = folder();
    let id = ids(&folder, &["bad.md"]).remove(0);
    let fails = |run: &Run, words: &[&str]| {
        assert_eq!((run.status, run.out.as_str(), baseline(&folder)), (2, "", None), "{}", run.err);
        assert!(run.err.starts_with("crosscheck: marks.json: "), "{}", run.err);
        words.iter().for_each(|word| assert!(run.err.contains(word), "{word}: {}", run.err));
    };
    let unknown = mark("0123456789abcdef", "dismissed", "why not");
    fails(
        &accept(&folder, &[mark(&id, "dismissed", "a joke"), unknown.clone()], &["bad.md"]),
        &["marks[1] (date/invalid 0123456789abcdef)", "give the paths and options that the page was written with"],
    );
    fails(&accept(&folder, &vec![unknown; 5], &["bad.md"]), &["marks[2]", "and 2 more"]);
    fails(&accept(&folder, &[mark(&id, "dismissed", " ")], &["bad.md"]), &["marks[0]", &id, "without a reason"]);
    fails(&accept(&folder, &[mark(&id, "dismissed", &"a".repeat(401))], &["bad.md"]), &["say it shorter"]);
    fails(&accept(&folder, &[mark(&id, "maybe", "")], &["bad.md"]), &["unknown variant `maybe`", "save it anew"]);
    let text = |text: &str| {
        folder.write("marks.json", text);
        folder.run(&["accept", "marks.json", "bad.md"])
    };
    fails(&text("{\n  \"crosscheck_marks\": 1,\n"), &["line 3 column 0", "save it anew with “Save marks”"]);
    fails(&text("[]"), &["holds no marks"]);
    fails(&text("{\"findings\": []}"), &["missing field `crosscheck_marks`"]);
    fails(
        &text("{\"crosscheck_marks\": 2, \"verdicts\": []}"),
        &["holds marks of version 2", "reads those of version 1", "write the page with this crosscheck"],
    );
    let other =
        json!({ "crosscheck_marks": 1, "version": "0.0.9", "marks": [mark("0123456789abcdef", "dismissed", "x")] });
    fails(&text(&other.to_string()), &["The page was written by crosscheck 0.0.9"]);
    let gone = folder.run(&["accept", "gone.json", "bad.md"]);
    assert!(gone.status == 2 && gone.err.contains("gone.json: does not exist"), "{}", gone.err);
}

/// What somebody marked to be mended, and mended, is in nobody's way.
#[test]
fn marks_that_ask_for_nothing_need_no_finding() {
    let folder = folder();
    let marks = [mark("0123456789abcdef", "checked", ""), mark("0123456789abcdee", "to-fix", "")];
    let run = accept(&folder, &marks, &["bad.md"]);
    assert!(run.status == 0 && run.out.contains("nothing was accepted") && baseline(&folder).is_none(), "{}", run.err);
}
