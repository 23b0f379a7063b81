//! Sources of truth: where one is declared, every finding is about the other side.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use serde_json::Value;
use support::Folder;

/// A rule, and two texts that it holds against each other.
const PAIRS: &[(&str, &str, &str)] = &[
    (
        "date/conflict",
        "The statement on river traffic was issued on July 30, 2023 in Vienna.",
        "The statement on river traffic was issued on July 31, 2023 in Vienna.",
    ),
    (
        "quantity/conflict",
        "The Lindau Bridge project cost 14 million euros in total.",
        "The Lindau Bridge project cost 19 million euros in total.",
    ),
    (
        "count/restated",
        "The river statement of Vienna was signed by 14 lake countries.",
        "The river statement of Vienna was signed by 15 lake countries.",
    ),
    (
        "list/missing-member",
        "The 3 countries that signed the river statement are: Austria, Hungary and Slovakia.",
        "The 4 countries that signed the river statement are: Austria, Germany, Hungary and Slovakia.",
    ),
    (
        "region/scope-drift",
        "The river statement of Vienna speaks of threats in the European Union and North America.",
        "The river statement of Vienna speaks of threats in Europe and North America.",
    ),
];

/// The findings of one rule on two files, under a configuration.
fn findings(folder: &Folder, toml: &str, rule: &str) -> Vec<Value> {
    folder.write("crosscheck.toml", toml);
    let run = folder.run(&["check", "--format", "json", "a.txt", "b.txt"]);
    assert_eq!(run.err, "", "{toml}");
    let json: Value = serde_json::from_str(&run.out).unwrap();
    json["findings"].as_array().unwrap().iter().filter(|f| f["rule"] == rule).cloned().collect()
}

fn first_path(finding: &Value) -> &str {
    finding["labels"][0]["path"].as_str().unwrap()
}

fn help(finding: &Value) -> Vec<&str> {
    finding["help"].as_array().unwrap().iter().map(|h| h.as_str().unwrap()).collect()
}

#[test]
fn a_finding_is_about_the_side_that_is_not_declared() {
    for (rule, a, b) in PAIRS {
        let folder = Folder::new();
        folder.write("a.txt", format!("{a}\n")).write("b.txt", format!("{b}\n"));
        let all = |toml: &str| {
            let found = findings(&folder, toml, rule);
            found.into_iter().chain(if *rule == "list/missing-member" {
                findings(&folder, toml, "list/extra-member")
            } else {
                Vec::new()
            })
        };
        let plain: Vec<Value> = all("").collect();
        assert!(!plain.is_empty(), "{rule} is silent");
        for (truth, other) in [("a.txt", "b.txt"), ("b.txt", "a.txt")] {
            let told: Vec<Value> = all(&format!("truth = [\"{truth}\"]\n")).collect();
            assert_eq!(told.len(), plain.len(), "{rule}");
            for (finding, plain) in told.iter().zip(&plain) {
                assert_eq!(first_path(finding), other, "{rule}: {finding:#}");
                assert_eq!(finding["labels"][0]["role"], "primary");
                assert_eq!(finding["id"], plain["id"], "{rule}: the same finding");
                assert!(help(finding)[0].starts_with(&format!("{truth} is declared to be the truth: ")), "{finding:#}");
                assert!(!help(finding).iter().any(|h| h.contains("the other") || h.contains(" there")), "{finding:#}");
                // The words that stand here are those of the place that is to be corrected.
                let message = finding["message"].as_str().unwrap();
                if let Some((here, _)) = message.split_once("” here, ") {
                    let words = here.rsplit('“').next().unwrap();
                    assert!(if other == "a.txt" { a.contains(words) } else { b.contains(words) }, "{message}");
                }
            }
            // Of one rank: no side is picked.
            let same: Vec<Value> = all("truth = [\"*.txt\"]\n").collect();
            assert_eq!(same, plain, "{rule}");
        }
    }
}

#[test]
fn the_fix_is_in_the_words_of_the_truth() {
    let folder = Folder::new();
    let (rule, a, b) = PAIRS[0];
    folder.write("a.txt", format!("{a}\n")).write("b.txt", format!("{b}\n"));
    let [finding] = &findings(&folder, "truth = [\"a.txt\"]\n", rule)[..] else { panic!("one finding") };
    assert_eq!(help(finding)[0], "a.txt is declared to be the truth: write “July 30, 2023” for “July 31, 2023”");
    assert_eq!(help(finding).len(), 2, "{finding:#}");
}

#[test]
fn the_higher_rank_wins() {
    let folder = Folder::new();
    let day = |day: &str| format!("The statement on river traffic was issued on {day}, 2023 in Vienna.\n");
    folder.write("a.txt", day("July 30")).write("b.txt", day("July 31"));
    for (toml, first) in [
        ("truth = [\"a.txt\", \"b.txt\"]\n", "b.txt"),
        ("truth = [\"b.txt\", \"a.txt\"]\n", "a.txt"),
        ("truth = [\"b.txt\", \"*.txt\"]\n", "a.txt"),
    ] {
        let [finding] = &findings(&folder, toml, "date/conflict")[..] else { panic!("one finding") };
        assert_eq!(first_path(finding), first, "{toml}");
    }
}

/// A slip inside a source is not the draft's: it is a note, unless a level is set for the source's path.
#[test]
fn a_source_has_slips_of_its_own() {
    let folder = Folder::new();
    folder.write("draft.txt", "The members of the panel met in Lindau.\n");
    folder.write(
        "facts/a.txt",
        "The panel met in Lindau. The 4 members of the panel are: Anna Berg, Carl Dahl and Eva Falk.\n",
    );
    let levels = |toml: &str| {
        folder.write("crosscheck.toml", toml);
        let run = folder.run(&["check", "draft.txt", "--against", "facts", "--format", "json"]);
        let json: Value = serde_json::from_str(&run.out).unwrap();
        let own = |f: &&Value| first_path(f) == "facts/a.txt";
        let found = json["findings"].as_array().unwrap().iter().filter(own);
        let found: Vec<String> =
            found.map(|f| format!("{} {}", f["severity"].as_str().unwrap(), f["rule"].as_str().unwrap())).collect();
        (run.status, found)
    };
    let of = |level: &str| vec![format!("{level} count/list-mismatch")];
    assert_eq!(levels(""), (0, of("note")));
    assert_eq!(levels("[levels]\ncount = \"error\"\n"), (0, of("note")));
    assert_eq!(levels("[[paths]]\nfiles = [\"facts/*\"]\nlevels = { count = \"error\" }\n"), (1, of("error")));
}
