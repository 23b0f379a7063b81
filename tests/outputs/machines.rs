//! What other programs read: by their own schemas where there are any, and with text
//! that tries to break out of each format.

use super::sample::{large, sample};
use super::{ALL, OUTPUTS, written};
use pulldown_cmark::{Event, Parser, Tag};
use serde_json::Value;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn json(format: &str) -> Value {
    serde_json::from_str(&written(&sample(), format, &ALL)).expect("JSON")
}

fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        _ => {}
    }
}

#[test]
fn sarif_is_what_its_schema_says() {
    // The published schema has a stray bracket in its pattern for languages.
    let text = include_str!("schemas/sarif-2.1.0-rtm.5.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let validator = jsonschema::validator_for(&published(&text)).expect("a schema");
    let faults: Vec<String> =
        validator.iter_errors(&json("sarif")).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn sarif_names_every_side_in_utf16_columns() {
    let report = sample();
    let sarif = json("sarif");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    for (finding, result) in report.findings.iter().zip(results) {
        let count = |list: &str| result[list].as_array().map_or(0, Vec::len);
        assert_eq!(count("locations") + count("relatedLocations"), finding.labels.len());
        assert_eq!(result["partialFingerprints"]["crosscheck/v1"].as_str().map(str::len), Some(16));
        for place in result["locations"].as_array().into_iter().chain(result["relatedLocations"].as_array()).flatten() {
            let uri = place["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a URI");
            assert!(!uri.contains(' ') && !uri.starts_with('/'), "{uri}");
        }
    }
    assert_eq!(sarif["runs"][0]["columnKind"], "utf16CodeUnits");
}

#[test]
fn gitlab_has_a_fingerprint_and_a_place_for_each() {
    let issues = json("gitlab");
    let issues = issues.as_array().expect("an array");
    assert_eq!(issues.len(), sample().findings.len());
    let mut seen = std::collections::BTreeSet::new();
    for issue in issues {
        assert!(seen.insert(issue["fingerprint"].as_str().expect("a fingerprint").to_owned()));
        assert!(["info", "minor", "major"].contains(&issue["severity"].as_str().expect("a severity")));
        assert!(issue["location"]["lines"]["begin"].as_u64() >= Some(1));
        assert!(
            issue["description"].is_string()
                && issue["check_name"].is_string()
                && issue["location"]["path"].is_string()
        );
    }
}

#[test]
fn rdjson_counts_columns_in_bytes() {
    let report = json("rdjson");
    let list = report["diagnostics"].as_array().expect("diagnostics");
    let date = list.iter().find(|d| d["code"]["value"] == "date/conflict").expect("the date");
    // A typographic apostrophe of three bytes and an ë of two stand before it in the line.
    assert_eq!(date["location"]["range"]["start"]["column"], 311);
    assert_eq!(date["related_locations"].as_array().map(Vec::len), Some(1));
}

#[test]
fn hostile_text_stays_text_in_json() {
    for format in ["json", "sarif", "gitlab", "rdjson"] {
        let value = json(format);
        let mut found = Vec::new();
        strings(&value, &mut found);
        assert!(found.iter().any(|text| text.contains("<script>alert(1)</script> ]]> %0A::error")), "{format}");
        assert_eq!(written(&sample(), format, &ALL).lines().count(), 1, "{format}");
    }
}

#[test]
fn github_reads_one_command_a_line() {
    let text = written(&sample(), "github", &ALL);
    let told = sample().findings.len() + sample().not_done().count();
    assert_eq!(text.lines().count(), told);
    for line in text.lines() {
        assert!(
            ["::error title=", "::error file=", "::warning file=", "::warning title=", "::notice file="]
                .iter()
                .any(|start| line.starts_with(start)),
            "{line}"
        );
    }
    // What a text says of commands is no command.
    assert!(text.contains("%250A::error file=x::y") && !text.contains("%0A::error"));
    assert!(text.lines().next().is_some_and(|line| line.starts_with("::error")), "the gravest come first");
}

/// What could not be read is no finding, and yet told by each output that has a place for it.
#[test]
fn what_was_not_read_is_told() {
    let report = sample();
    for output in OUTPUTS.iter().filter(|o| !["gitlab", "rdjson"].contains(&o.name)) {
        let text = (output.write)(&report, &ALL).expect("written");
        let (told, counted) = (text.contains("is a PDF, and this build"), text.contains("1 path not read"));
        assert!(told || output.name == "text" && counted, "{}", output.name);
    }
    assert_eq!(json("sarif")["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn github_counts_what_it_leaves_out() {
    let text = written(&large(25, "\n"), "github", &ALL);
    assert_eq!(text.lines().count(), 11);
    assert!(
        text.ends_with("::15 more findings are not annotated; see the log or the summary of this step\n"),
        "{text}"
    );
}

#[test]
fn a_summary_is_no_longer_than_a_comment_may_be() {
    let text = written(&large(2_000, "\n"), "github-summary", &ALL);
    assert!(text.len() < 65_536);
    assert!(text.ends_with("more findings do not fit here.\n"));
    assert!(written(&large(2_000, "\n"), "markdown", &ALL).len() > 200_000);
}

#[test]
fn markdown_holds_no_markup_of_a_document() {
    let text = written(&sample(), "markdown", &ALL);
    let ours = ["<details>", "<summary>", "</summary>", "</details>", "<sub>", "</sub>"];
    for event in Parser::new(&text) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(ours.iter().any(|tag| html.trim().starts_with(tag)), "{html}");
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => panic!("{event:?}"),
            _ => {}
        }
    }
    let words: Vec<String> = Parser::new(&text)
        .filter_map(|event| if let Event::Code(words) = event { Some(words.to_string()) } else { None })
        .collect();
    assert!(words.iter().any(|words| words.contains("`b` **c**")), "{words:?}");
}

/// By the published types of a Code Climate issue, which GitLab says it reads a subset of (see `NOTICE`), with what GitLab
/// asks beyond them: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>. GitLab itself
/// publishes that table and no schema.
#[test]
fn gitlab_is_what_its_schema_says() {
    let issue = published(include_str!("schemas/codeclimate-issue.json"));
    let asked = serde_json::json!({
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": { "pattern": "^[^\\n]+$" },
            "fingerprint": { "minLength": 1 },
            "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": { "not": { "pattern": "^\\./" } },
                    "lines": {
                        "required": ["begin"],
                        "properties": { "begin": { "type": "integer", "minimum": 1 } }
                    }
                }
            }
        }
    });
    let each = |schema: Value| serde_json::json!({ "type": "array", "minItems": 1, "items": schema });
    let mut types = each(serde_json::json!({ "$ref": issue["$ref"] }));
    types["definitions"] = issue["definitions"].clone();
    holds("gitlab", &types);
    holds("gitlab", &each(asked));
}

/// By the schema that the validator of Reviewdog's format carries (see `NOTICE`), which lets no other field pass.
#[test]
fn rdjson_is_what_its_schema_says() {
    let schema = published(include_str!("schemas/rdformat.json"));
    holds("rdjson", &schema);
    // Not a schema that takes anything.
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for (from, to) in [("\"ERROR\"", "\"FATAL\""), ("\"column\":311", "\"column\":0"), ("\"path\":", "\"file\":")] {
        let bad = written(&sample(), "rdjson", &ALL).replacen(from, to, 1);
        assert!(!validator.is_valid(&serde_json::from_str(&bad).expect("JSON")), "{to}");
    }
}

fn published(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn holds(format: &str, schema: &Value) {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    let faults: Vec<String> =
        validator.iter_errors(&json(format)).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(faults, Vec::<String>::new(), "{format}");
}

#[test]
fn sarif_says_how_each_result_stands_to_the_baseline() {
    let sarif = json("sarif");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let of = |state: &str| results.iter().filter(|r| r["baselineState"] == state).collect::<Vec<_>>();
    assert_eq!(of("new").len(), sample().findings.len());
    let [accepted] = of("unchanged")[..] else { panic!("one is accepted") };
    assert_eq!(accepted["suppressions"][0]["kind"], "external");
    let [mended] = of("absent")[..] else { panic!("one is found no more") };
    assert_eq!(mended["partialFingerprints"]["crosscheck/v1"], "fedcba9876543210");
    // Without a baseline nothing is said of one.
    let plain: Value = serde_json::from_str(&written(&large(3, " "), "sarif", &ALL)).expect("JSON");
    assert!(!plain.to_string().contains("baselineState"));
}

/// By the schema of the plug-in that Jenkins reads such files with (see `NOTICE`); `xmllint` holds the text to it.
#[test]
fn junit_is_what_its_schema_says() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/outputs/schemas/junit-10.xsd");
    let many = large(30, " ");
    for text in [written(&sample(), "junit", &ALL), written(&many, "junit", &ALL)] {
        let Some(output) = fed("xmllint", &["--noout", "--nonet", "--schema", schema, "-"], &text) else { return };
        assert!(output.status.success(), "{}\n{text}", String::from_utf8_lossy(&output.stderr));
    }
}

/// `python3` reads the XML, so that the parser is not ours.
#[test]
fn junit_is_well_formed_and_counts_right() {
    let reader = "import sys, xml.etree.ElementTree as E\n\
                  t = E.fromstring(sys.stdin.buffer.read())\n\
                  f = len(t.findall('testsuite/testcase/failure'))\n\
                  c = len(t.findall('testsuite/testcase'))\n\
                  s = sum(int(x.get('failures')) for x in t.findall('testsuite'))\n\
                  print(f, c, s == f == int(t.get('failures')) and c == int(t.get('tests')))";
    let text = written(&sample(), "junit", &ALL);
    let Some(output) = fed("python3", &["-c", reader], &text) else { return };
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "4 7 True", "{said}\n{text}");
}

/// What a program says of a text on its standard input; nothing where it is not installed.
fn fed(program: &str, arguments: &[&str], text: &str) -> Option<Output> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        println!("skipped: there is no {program} to read the XML with");
        return None;
    };
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it reads");
    Some(child.wait_with_output().expect("it ends"))
}
