//! The two documents of `sources/joint-statement`, each time with one thing put
//! wrong. Every alteration must be said exactly once, by the right rule, with both
//! places; nothing else may change.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::document::{Document, Format, Role};
use crosscheck::report::Report;
use crosscheck::rules::{Settings, Severity};
use std::collections::BTreeMap;

const NEWS: &str = include_str!("../sources/joint-statement/news.txt");
const ENCYCLOPEDIA: &str = include_str!("../sources/joint-statement/encyclopedia.txt");

/// One thing put wrong: in which of the two, what stood there, what stands there
/// now, the rule that must speak, and words that its labels must hold.
struct Alteration {
    what: &'static str,
    from: &'static str,
    to: &'static str,
    rule: &'static str,
    words: &'static [&'static str],
}

const fn alteration(
    what: &'static str,
    from: &'static str,
    to: &'static str,
    rule: &'static str,
    words: &'static [&'static str],
) -> Alteration {
    Alteration { what, from, to, rule, words }
}

const ALTERATIONS: &[Alteration] = &[
    alteration(
        "count in the lead",
        "14 Western nations",
        "15 Western nations",
        "count/restated",
        &["15 Western nations", "14 Western governments"],
    ),
    alteration(
        "count further down",
        "the 14-nation alliance",
        "the 15-nation alliance",
        "count/restated",
        &["15-nation", "14 Western nations"],
    ),
    alteration(
        "count in words",
        "14 Western nations",
        "Sixteen Western nations",
        "count/restated",
        &["Sixteen Western nations", "14 countries"],
    ),
    alteration(
        "count in the other document",
        "14 Western governments",
        "13 Western governments",
        "count/restated",
        &["13 Western governments", "14 Western nations"],
    ),
    alteration(
        "count far off",
        "The 14 governments that",
        "The 41 governments that",
        "count/restated",
        &["41 governments", "14 countries"],
    ),
    alteration(
        "count before the list",
        "The 14 countries",
        "The 15 countries",
        "count/list-mismatch",
        &["15 countries"],
    ),
    alteration(
        "heading over the list",
        "== 14 signatures ==",
        "== 15 signatures ==",
        "count/list-mismatch",
        &["15 signatures"],
    ),
    alteration(
        "member dropped from the full list",
        "Finland, France, Germany, Netherlands",
        "France, Germany, Netherlands",
        "count/list-mismatch",
        &["14 countries", "14 signatures"],
    ),
    alteration(
        "last member dropped",
        ", United Kingdom, United States.",
        ", United Kingdom.",
        "count/list-mismatch",
        &["14 countries"],
    ),
    alteration(
        "member added to the full list",
        "Germany, Netherlands, Spain,Sweden",
        "Germany, Netherlands, Norway, Spain,Sweden",
        "count/list-mismatch",
        &["14 countries"],
    ),
    alteration(
        "member added to the split list",
        "the Netherlands, Spain, and Sweden",
        "the Netherlands, Norway, Spain, and Sweden",
        "count/list-mismatch",
        &["14 Western nations"],
    ),
    alteration(
        "weekday put before the date wrongly",
        "on July 31, 2025",
        "on Friday, July 31, 2025",
        "date/weekday-mismatch",
        &["Friday, July 31, 2025"],
    ),
    alteration(
        "another weekday before the date",
        "on July 31, 2025",
        "on Monday, July 31, 2025",
        "date/weekday-mismatch",
        &["Monday, July 31, 2025"],
    ),
    alteration(
        "date moved by a day",
        "July 31, 2025",
        "July 30, 2025",
        "date/weekday-vs-source",
        &["July 30, 2025", "Thursday"],
    ),
    alteration(
        "weekday moved by a day",
        "released Thursday",
        "released Wednesday",
        "date/weekday-vs-source",
        &["Wednesday", "July 31, 2025"],
    ),
    alteration("impossible date", "July 31, 2025", "June 31, 2025", "date/invalid", &["June 31, 2025"]),
    alteration("another impossible date", "July 31, 2025", "February 30, 2025", "date/invalid", &["February 30, 2025"]),
    alteration(
        "denied against confirmed",
        "Iran denied the accusations",
        "Iran confirmed the accusations",
        "polarity/negated",
        &["Iran confirmed the accusations", "Iran denies the claims"],
    ),
    alteration(
        "denies against admits",
        "while Iran denies the claims",
        "while Iran admits the claims",
        "polarity/negated",
        &["Iran admits the claims", "Iran denied the accusations"],
    ),
];

fn check(texts: &[(&str, &str)]) -> Report {
    let document =
        |(name, text): &(&str, &str)| Document::read(name, Role::Peer, Format::Text, text.as_bytes().to_vec());
    crosscheck::check(texts.iter().map(document).collect(), &Settings::default())
}

/// How often each rule speaks at warning or above.
fn loud(report: &Report) -> BTreeMap<&'static str, i32> {
    let mut counts = BTreeMap::new();
    for finding in report.findings.iter().filter(|f| f.severity >= Severity::Warning) {
        *counts.entry(finding.rule).or_default() += 1;
    }
    counts
}

fn labels(report: &Report, rule: &str) -> Vec<Vec<String>> {
    let of = |l: &crosscheck::rules::Label| report.ledgers[l.document].document.slice(l.span).to_owned();
    report.findings.iter().filter(|f| f.rule == rule).map(|f| f.labels.iter().map(of).collect()).collect()
}

fn altered(text: &str, alteration: &Alteration) -> Option<String> {
    text.contains(alteration.from).then(|| text.replacen(alteration.from, alteration.to, 1))
}

#[test]
fn each_alteration_is_said_once() {
    let before = loud(&check(&[("news.txt", NEWS), ("encyclopedia.txt", ENCYCLOPEDIA)]));
    let mut faults: Vec<String> = Vec::new();
    for alteration in ALTERATIONS {
        let news = altered(NEWS, alteration);
        let encyclopedia = altered(ENCYCLOPEDIA, alteration);
        assert!(news.is_some() != encyclopedia.is_some(), "{}: stands in both or in none", alteration.what);
        let texts = [
            ("news.txt", news.as_deref().unwrap_or(NEWS)),
            ("encyclopedia.txt", encyclopedia.as_deref().unwrap_or(ENCYCLOPEDIA)),
        ];
        let report = check(&texts);
        let mut expected = before.clone();
        *expected.entry(alteration.rule).or_default() += 1;
        let spoken = labels(&report, alteration.rule);
        let shown = spoken.iter().any(|labels| alteration.words.iter().all(|w| labels.iter().any(|l| l == w)));
        if loud(&report) != expected || !shown {
            faults.push(format!(
                "{}: {:?} instead of {:?}; {} labels {:?}",
                alteration.what,
                loud(&report),
                expected,
                alteration.rule,
                spoken
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A revision of a document held against the document.
#[test]
fn each_kind_of_alteration_is_said_between_two_revisions() {
    let before = loud(&check(&[("news.txt", NEWS)]));
    let revisions = [
        (
            "a quotation altered",
            "“commitment to preventing attacks”",
            "“commitment to permitting attacks”",
            "quote/altered",
            Severity::Warning,
        ),
        ("a short quotation altered", "“illegal activities”", "“legal activities”", "quote/altered", Severity::Warning),
        (
            "a quoted word altered",
            "“increasingly aggressive behavior”",
            "“increasingly passive behavior”",
            "quote/altered",
            Severity::Warning,
        ),
        ("a bound moved", "over 20 Iran-linked", "over 15 Iran-linked", "quantity/scope-differs", Severity::Note),
        ("a member dropped", "Denmark, Finland, Germany", "Denmark, Germany", "list/missing-member", Severity::Warning),
    ];
    let mut faults: Vec<String> = Vec::new();
    for (what, from, to, rule, level) in revisions {
        let revised = NEWS.replacen(from, to, 1);
        assert_ne!(revised, NEWS, "{what}");
        let report = check(&[("news.txt", NEWS), ("revised.txt", &revised)]);
        let spoken: Vec<_> = report.findings.iter().filter(|f| f.rule == rule && f.severity >= level).collect();
        let others = loud(&report).into_keys().filter(|r| *r != rule && !before.contains_key(r)).count();
        if spoken.len() != 1 || others != 0 {
            let all: Vec<_> = report.findings.iter().map(|f| (f.rule, f.severity, &f.message)).collect();
            faults.push(format!("{what}: {all:?}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_document_never_disagrees_with_its_copy() {
    for text in [NEWS, ENCYCLOPEDIA] {
        let alone = check(&[("a.txt", text)]);
        let twice = check(&[("a.txt", text), ("copy.txt", text)]);
        let across = twice.findings.iter().filter(|f| f.labels.iter().any(|l| l.document != f.labels[0].document));
        let inside: Vec<_> = loud(&alone).into_iter().collect();
        // A fault inside the text is in the copy too, and may then show the copy's places with its own.
        let said: Vec<_> = across.map(|f| f.rule).filter(|r| !inside.iter().any(|(rule, _)| rule == r)).collect();
        assert_eq!(said, Vec::<&str>::new());
    }
}
