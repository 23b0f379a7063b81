//! A run never loses its report: a rule that panics costs only what it would have said of the documents it fails on,
//! and figures of any size make none panic.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use crosscheck::document::{Document, Format, Role};
use crosscheck::policy::{Level, Levels, Policy, Selector};
use crosscheck::report::{OUTPUTS, Report, View};
use crosscheck::rules::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Settings, Severity, find};
use crosscheck::text::Span;
use crosscheck::{read, reconcile_by};
use proptest::prelude::*;
use std::collections::BTreeSet;

const ALL: View = View { findings: true, agreements: true, verbatim: true, unverified: true, claims: true };

/// A rule that speaks of each two documents that say something, and fails as `check` does.
fn greeting(check: fn(&Context, &mut Outcome)) -> Rule {
    Rule {
        id: "test/greeting",
        severity: Severity::Warning,
        summary: "two documents meet",
        source: "",
        yields_to: &[],
        check,
    }
}

/// The first word of a document.
fn opening<'a>(context: &Context<'a>, index: usize) -> &'a str {
    context.document(index).and_then(|d| d.text.split_whitespace().next()).unwrap_or_default()
}

fn greet(context: &Context, outcome: &mut Outcome, fail: fn(&str, &str)) {
    let told: Vec<usize> = (0..context.ledgers.len()).filter(|i| !opening(context, *i).is_empty()).collect();
    for (n, a) in told.iter().copied().enumerate() {
        for b in told.iter().copied().skip(n) {
            fail(opening(context, a), opening(context, b));
            let place = |document: usize| Label::related(document, Span::new(0, opening(context, document).len()), "");
            let rule = greeting(|_, _| {});
            outcome.report(Finding::new(&rule, FindingVerdict::Style, "they meet").labels([place(a), place(b)]));
        }
    }
}

fn run(rules: &[Rule], documents: &[(&str, &str)], policy: &Policy) -> Report {
    let settings = Settings::default();
    let ledger = |(path, text): &(&str, &str)| {
        read(Document::read(path, Role::Peer, Format::Text, text.as_bytes().to_vec()), &settings)
    };
    reconcile_by(rules, vec![documents.iter().map(ledger).collect()], &settings, policy)
}

const DOCUMENTS: [(&str, &str); 4] = [
    ("a.txt", "Alpha: the fair was held on 31 June 2021 in Orsk."),
    ("b.txt", "Beta: the fair was opened by the mayor."),
    ("c.txt", "Gamma: the fair was quiet, and it rained."),
    ("d.txt", "Delta: the fair closed early that year."),
];

/// The pairs of documents that the rule spoke of.
fn met(report: &Report) -> BTreeSet<String> {
    let path = |l: &Label| report.ledgers.get(l.document).unwrap().document.path.trim_end_matches(".txt").to_owned();
    let greetings = report.findings.iter().filter(|f| f.rule == "test/greeting");
    greetings.map(|f| f.labels.iter().map(path).collect::<String>()).collect()
}

fn names<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

fn beside(rule: Rule) -> Report {
    let invalid = *find("date/invalid").unwrap();
    run(&[rule, invalid], &DOCUMENTS, &Policy::default())
}

#[test]
fn a_rule_that_panics_on_one_document_costs_its_findings_there() {
    let report = beside(greeting(|context, outcome| {
        greet(context, outcome, |a, b| assert!(a != "Beta:" && b != "Beta:", "no beta"));
    }));
    assert_eq!(met(&report), names(["aa", "ac", "ad", "cc", "cd", "dd"]));
    assert_eq!(report.findings.iter().filter(|f| f.rule == "date/invalid").count(), 1);
    let [problem] = report.problems.as_slice() else { panic!("{:?}", report.problems) };
    assert!(problem.starts_with("b.txt: internal-error in test/greeting: no beta"), "{problem}");
}

#[test]
fn a_rule_that_panics_on_two_documents_together_costs_what_it_says_between_them() {
    let report = beside(greeting(|context, outcome| {
        greet(context, outcome, |a, b| assert!((a, b) != ("Alpha:", "Delta:"), "no two"));
    }));
    assert_eq!(met(&report), names(["aa", "ab", "ac", "bb", "bc", "bd", "cc", "cd", "dd"]));
    let [problem] = report.problems.as_slice() else { panic!("{:?}", report.problems) };
    assert!(problem.starts_with("a.txt, d.txt: internal-error in test/greeting: no two"), "{problem}");
}

#[test]
fn a_rule_that_always_panics_leaves_the_others_and_every_output_whole() {
    let report = beside(greeting(|_, _| panic!("never")));
    assert_eq!(report.findings.iter().map(|f| f.rule).collect::<Vec<_>>(), ["date/invalid"]);
    let [problem] = report.problems.as_slice() else { panic!("{:?}", report.problems) };
    assert!(problem.starts_with("test/greeting: internal-error: never"), "{problem}");
    for output in OUTPUTS {
        let text = (output.write)(&report, &ALL).expect("written");
        assert!(text.contains("June"), "{}", output.name);
        // Only these two have no room for what is no finding.
        assert!(
            text.contains("never") || matches!(output.name, "text" | "gitlab" | "rdjson"),
            "{}:\n{text}",
            output.name
        );
        assert!(output.name != "text" || text.contains("1 problem"), "{text}");
    }
}

#[test]
fn a_rule_that_is_off_costs_nothing_by_panicking() {
    let mut levels = Levels::default();
    levels.add(None, vec![(Selector::new("date/invalid").unwrap(), Level::Off)]);
    let policy = Policy { levels, ..Policy::default() };
    let invalid = Rule { check: |_, _| panic!("never"), ..*find("date/invalid").unwrap() };
    let report = run(&[greeting(|context, outcome| greet(context, outcome, |_, _| {})), invalid], &DOCUMENTS, &policy);
    assert_eq!(report.problems, Vec::<String>::new());
    assert_eq!(met(&report).len(), 10);
}

#[test]
fn a_fraction_beside_a_total_of_millions_is_no_fault() {
    let table = "| Place | Dead |\n|---|---|\n| Orsk | 2,100,000 |\n| Total dead | 5,100,000 |\n\n";
    let text = "Of the total dead two-thirds were counted.";
    check(vec![("a.md", Role::Peer, format!("{table}{text}\n"))]);
}

fn check(documents: Vec<(&str, Role, String)>) {
    let read = |(path, role, text): (&str, Role, String)| {
        let format = Format::of(std::path::Path::new(path)).expect("a known extension");
        Document::read(path, role, format, text.into_bytes())
    };
    let report = crosscheck::check(documents.into_iter().map(read).collect(), &Settings::default());
    assert_eq!(report.problems, Vec::<String>::new());
    for output in OUTPUTS {
        (output.write)(&report, &ALL).expect("written");
    }
}

/// Figures as no text should print them: of up to forty digits, before the point and behind it.
fn figure() -> impl Strategy<Value = String> {
    let plain = prop_oneof![
        "[1-9][0-9]{0,4}",
        "[1-9][0-9]{12,40}",
        "[1-9][0-9]{0,2}(,[0-9]{3}){1,12}",
        "0\\.0{0,30}[1-9]",
        "[1-9][0-9]{0,30}\\.[0-9]{1,30}",
        "7922816251426433759354395033[0-9]",
        "(32767|2147483647|4294967295|9223372036854775807|18446744073709551615)",
    ];
    let scale = prop_oneof![Just(""), Just(" million"), Just(" trillion"), Just(" quadrillion")];
    let words = prop_oneof![Just("two-thirds"), Just("half"), Just("ninety-nine hundredths"), Just("a millionth")];
    prop_oneof![4 => (plain, scale).prop_map(|(digits, scale)| format!("{digits}{scale}")), 1 => words.prop_map(str::to_owned)]
}

/// Sentences of every rule that reckons, with figures to be put in.
const SENTENCES: [&str; 20] = [
    "Of the total dead # were counted, and # were not.",
    "The Halle House had # visitors in 2023, up # percent from # a year before.",
    "The fund grew from $# to $#, a rise of # percent.",
    "The dam is # metres (# feet) high and cost #.",
    "The survey gave # percent to Roth, # percent to Falk and # percent to Berg.",
    "The # members present were Anna Berg, Carl Dahl and # others.",
    "Shares fell by # percentage points, from #% to #%.",
    "Anna Brandt, #, was born on 3 March # and died in # aged #.",
    "From 1980 to #, the #-year war took # lives.",
    "It was the #th annual fair, first held in #.",
    "A delay of # days, from 24 May 2015 to # September 2015.",
    "Friday in # weeks, # days after 12 January #, and # millennia ago.",
    "At a depth of # km, between # and # miles from the coast.",
    "The area is # square miles, # acres or # square kilometres.",
    "The tower, the #th tallest, is over # feet tall, about # m.",
    "In all, # of # votes (#%) were valid.",
    "The total of # is the sum of #, # and #.",
    "Version #.#.# needs # MB, # times as much as before.",
    "The mission lasted # hours # minutes, in the #s and the #th century BC.",
    "Temperatures rose to #°C (#°F) and then to #^#.",
];

fn filled(template: &str, figures: &[String], next: &mut usize) -> String {
    let mut parts = template.split('#');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(figures.get(*next % figures.len()).map_or("1", String::as_str));
        out.push_str(part);
        *next += 1;
    }
    out
}

/// Prose over all the sentences, and a table of the same things.
fn text(figures: &[String], order: usize) -> String {
    let mut next = order;
    let prose: Vec<String> =
        (0..SENTENCES.len()).map(|i| filled(SENTENCES[(i + order) % SENTENCES.len()], figures, &mut next)).collect();
    let table = "| Museum | 2022 | 2023 | Total |\n|---|---|---|---|\n| Halle House | # | # | # |\n| Roth Hall | #% | #% | # |\n| Total dead | # | # | # |\n";
    format!("# The fair\n\n{}\n\n{}\n", prose.join(" "), filled(table, figures, &mut next))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_figure_is_too_large_or_too_small(figures in prop::collection::vec(figure(), 3..9), against: bool) {
        let other = if against { Role::Source } else { Role::Peer };
        let draft = if against { Role::Draft } else { Role::Peer };
        // The same figures in another order: alike enough to be held against each other.
        check(vec![("a.md", draft, text(&figures, 0)), ("b.md", other, text(&figures, 1))]);
    }
}
