//! What is written for machines is what the published schemas promise, field for field.

use super::{ALL, sample, written};
use crosscheck::report::SCHEMAS;
use serde_json::{Value, json};
use std::process::Command;

/// The schema as published, but a field that it does not name is a fault here.
fn strict(name: &str) -> jsonschema::Validator {
    let (_, text) = SCHEMAS.iter().find(|(n, _)| *n == name).expect("a schema of this name");
    let mut schema: Value = serde_json::from_str(text).expect("JSON");
    close(&mut schema);
    jsonschema::validator_for(&schema).expect("a schema")
}

fn close(schema: &mut Value) {
    if let Value::Object(map) = schema {
        if map.contains_key("properties") {
            map.insert("additionalProperties".to_owned(), json!(false));
        }
        map.values_mut().for_each(close);
    } else if let Value::Array(items) = schema {
        items.iter_mut().for_each(close);
    }
}

pub fn faults(name: &str, output: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(output).expect("JSON");
    strict(name).iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("it runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn what_is_written_is_what_is_promised() {
    for name in ["check", "claims", "read"] {
        let none: Vec<String> = Vec::new();
        assert_eq!(faults(name, &run(&[name, "sources", "--format", "json"])), none, "{name}");
    }
    let changed = run(&["diff", "sources/joint-statement", "sources/tool-manual", "--format", "json"]);
    assert_eq!(faults("diff", &changed), Vec::<String>::new());
    assert_eq!(faults("check", &written(&sample::sample(), "json", &ALL)), Vec::<String>::new());
}

#[test]
fn the_printed_schema_is_the_published_one() {
    for (name, text) in SCHEMAS {
        assert_eq!(run(&["schema", name]), *text);
    }
}

#[test]
fn a_schema_refuses_what_is_not_promised() {
    let good = written(&sample::sample(), "json", &ALL);
    for (from, to) in [
        ("\"schema_version\":1", "\"schema_version\":2"),
        ("\"severity\":\"error\"", "\"severity\":\"fatal\""),
        ("\"line\":1,", "\"line\":0,"),
        ("\"summary\":{", "\"summary\":{\"extra\":1,"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert!(bad != good && !faults("check", &bad).is_empty(), "{to}");
    }
}
