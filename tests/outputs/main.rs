//! Every output over the same findings, pinned in `snapshots/`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

#[path = "../support/mod.rs"]
mod support;

#[path = "../support/obeyed.rs"]
mod obeyed;

mod claims;
mod closing;
mod hostile;
mod html;
mod machines;
mod marks;
mod sample;
mod schema;
mod verbatim;
mod wording;

use crosscheck::report::{OUTPUTS, Report, View, explain};

const ALL: View = View { findings: true, agreements: true, verbatim: true, unverified: true, claims: true };

fn written(report: &Report, format: &str, view: &View) -> String {
    let output = OUTPUTS.iter().find(|o| o.name == format).expect("an output of this name");
    (output.write)(report, view).expect("written")
}

/// The text without its colours.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

fn pinned(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("output@{name}"), text));
}

/// A page without its style and script, which stand in files of their own.
fn without_style(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in [("<style>", "</style>"), ("<script>", "</script>")] {
        if let Some((before, rest)) = text.split_once(from)
            && let Some((_, after)) = rest.split_once(to)
        {
            text = format!("{before}{from}{to}{after}");
        }
    }
    text
}

/// SARIF without the rules' manuals, which change with the rules.
fn without_manuals(text: &str) -> String {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(mut sarif) if sarif["runs"].is_array() => {
            for rule in sarif["runs"][0]["tool"]["driver"]["rules"].as_array_mut().into_iter().flatten() {
                *rule = serde_json::json!({ "id": rule["id"] });
            }
            format!("{sarif}\n")
        }
        _ => text.to_owned(),
    }
}

#[test]
fn every_output_of_the_sample_is_pinned() {
    let report = sample::sample();
    for output in OUTPUTS {
        let text = (output.write)(&report, &ALL).expect("written");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{}: ends with one line break", output.name);
        pinned(output.name, &without_manuals(&without_style(&plain(&text))));
    }
}

/// A page that is copied for each finding would take the square of the room. How long an output takes is not
/// tested, for a busy machine would fail it.
#[test]
fn what_is_written_grows_with_the_findings() {
    for (shape, end) in [("on a line each", "\n"), ("on one line", " ")] {
        let (few, many) = (sample::large(1_000, end), sample::large(10_000, end));
        for output in OUTPUTS {
            let length = |report| (output.write)(report, &ALL).expect("written").len();
            let (few, many) = (length(&few), length(&many));
            // Numbers of more digits, and what stands once: a tenth more.
            assert!(many <= few * 11, "{} {shape}: {few} bytes, then {many}", output.name);
        }
    }
}

mod text {
    use super::*;

    #[test]
    fn fits_in_a_hundred_columns() {
        let text = plain(&written(&sample::sample(), "text", &ALL));
        // `e` with a combining accent takes one column, a character of Tokyo's name two.
        let columns =
            |line: &str| line.chars().filter(|c| *c != '\u{301}').count() + line.matches(['東', '京']).count();
        for line in text.lines() {
            assert!(columns(line) <= 100, "{} columns: {line}", columns(line));
        }
    }

    #[test]
    fn sends_nothing_of_a_document_to_the_terminal_but_words() {
        let text = plain(&written(&sample::sample(), "text", &ALL));
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']));
    }

    #[test]
    fn shows_what_is_asked_for_and_counts_all() {
        let only = |findings, agreements, unverified| {
            plain(&written(
                &sample::sample(),
                "text",
                &View { findings, agreements, verbatim: false, unverified, claims: false },
            ))
        };
        let closing = "3 documents, 1 path not read, 3 files passed over: 2 errors, 2 warnings, 1 note; 2 agreements;";
        for (view, shown, hidden) in [
            (only(true, false, false), "error[date/invalid]", "agrees["),
            (only(false, true, false), "agrees[count]: 9 towns", "error["),
            (only(false, false, true), "not compared: ", "agrees["),
        ] {
            assert!(view.contains(shown) && !view.contains(hidden) && view.contains(closing), "{view}");
        }
    }
}

#[test]
fn an_alignment_is_explained_addend_by_addend() {
    let report = sample::sample();
    let at = report.findings.iter().position(|f| f.evidence.len() > 1).expect("one with evidence");
    let start = report.ids[at].get(..8).expect("sixteen digits");
    let [(finding, id)] = explain::find(&report, start)[..] else { panic!("one finding") };
    pinned("explain", &plain(&explain::write(&report, finding, id)));
}
