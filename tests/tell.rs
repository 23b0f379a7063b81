//! The commands that tell about crosscheck itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::rules::RULES;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn every_rule_is_listed_and_has_a_manual() {
    let (status, list, _) = run(&["rule"]);
    assert_eq!(status, Some(0));
    assert_eq!(list.lines().count(), RULES.len());
    for rule in RULES {
        assert!(list.contains(rule.id) && list.contains(rule.summary));
        let (status, manual, _) = run(&["rule", rule.id]);
        assert_eq!(status, Some(0));
        assert!(manual.starts_with(&format!("# {}\n", rule.id)), "{manual}");
    }
}

#[test]
fn an_unknown_rule_is_named_with_the_nearest_one() {
    let (status, out, err) = run(&["rule", "date/malfromed"]);
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(err.contains("perhaps `date/malformed`;"), "{err}");
    let (status, _, err) = run(&["rule", "xyzzy"]);
    assert_eq!(status, Some(2));
    assert!(err.contains("`crosscheck rule` lists them"), "{err}");
}

#[test]
fn a_finding_is_explained_by_the_beginning_of_its_id() {
    let (_, report, _) = run(&["check", "sources"]);
    let id = report.lines().find_map(|l| l.trim().strip_prefix("= id ")).expect("a finding in the sample documents");
    for given in [id, id.get(..10).expect("sixteen digits")] {
        let (status, out, err) = run(&["explain", given, "sources"]);
        assert_eq!(status, Some(0), "{err}");
        assert!(out.contains(id));
    }
    let (status, _, err) = run(&["explain", "zzzz", "sources"]);
    assert_eq!(status, Some(2));
    assert!(err.contains("no finding of these documents has the id `zzzz`"), "{err}");
}
