//! One run's outcome, built by hand, for every output to write: places in two files,
//! far apart in one long line, across blocks, overlapping; and text that tries to
//! break out of each format.

use crosscheck::align::Addend;
use crosscheck::claim::Ledger;
use crosscheck::document::{Document, Format, Role};
use crosscheck::policy::{Baseline, Entry, Policy, identities};
use crosscheck::report::{PassedOver, Report};
use crosscheck::rules::{Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crosscheck::text::Span;

/// What each output must print without harm.
pub const HOSTILE: &str = "<script>alert(1)</script> ]]> %0A::error file=x::y \u{1b}[31mred\u{7} \u{202e}desrever | `b` **c** \"q\" 'r' &amp; \\n 東京 e\u{301}";

const NEWS: &str = "A coalition of 9 lake towns, including Aarau and Zoë’s Bend, has asked for a dam, \
and its members say that the matter has been before the council since the spring of last year without any answer at all. \
On Friday the towns of Brugg, Chur, Davos, Elgg, Flims and Glarus joined the request, which was sent on May 4, 2021. \
The council has not said anything about the request.
";

const MINUTES: &str = "= Nine towns =\nThe 9 towns are: Aarau, Brugg, Chur, Davos, Elgg, Flims, Glarus, Horgen, Zoë’s Bend.\n- sent May 5, 2021\n- read June 31\n";

struct Sample {
    ledgers: Vec<Ledger>,
    outcome: Outcome,
}

impl Sample {
    fn new(documents: &[(&str, &str)]) -> Sample {
        // Without mentions, so that what is pinned does not hang on what extractors find.
        let ledgers = documents.iter().map(|(path, text)| {
            let document = Document::read(path, Role::Peer, Format::Text, text.as_bytes().to_vec());
            Ledger::new(document, Vec::new())
        });
        Sample { ledgers: ledgers.collect(), outcome: Outcome::default() }
    }

    /// Where `words` stand for the first time in the document whose path ends with `path`.
    fn span(&self, path: &str, words: &str) -> (usize, Span) {
        let at = self.ledgers.iter().position(|l| l.document.path.ends_with(path)).expect("a document");
        let start = self.ledgers[at].document.text.find(words).expect("the words");
        (at, Span::new(start, start + words.len()))
    }

    fn primary(&self, path: &str, words: &str, note: &str) -> Label {
        let (document, span) = self.span(path, words);
        Label::primary(document, span, note)
    }

    fn related(&self, path: &str, words: &str, note: &str) -> Label {
        let (document, span) = self.span(path, words);
        Label::related(document, span, note)
    }

    fn finish(self) -> Report {
        Report::new(self.ledgers, self.outcome, &Policy::default())
    }

    /// The same under a baseline that accepts the finding on a stale day, and one that is found no more.
    fn finish_with_baseline(self) -> Report {
        let stale = self.outcome.findings.iter().find(|f| f.rule == "stale/as-of").expect("a stale day");
        let accepted = identities(&self.ledgers, std::slice::from_ref(stale), |path| path).remove(0);
        let entry = |id: &str, words: &str, path: &str| Entry {
            rule: "stale/as-of".to_owned(),
            id: id.to_owned(),
            content: "0123456789abcdef".to_owned(),
            words: words.to_owned(),
            paths: vec!["council/minutes.txt".to_owned(), path.to_owned()],
        };
        let mended = entry("fedcba9876543210", "as of {May}", "press/news.txt");
        let baseline = Baseline::new([entry(&accepted.id, "June 31", "odd.txt"), mended]);
        let policy = Policy { baseline: Some(baseline), ..Policy::default() };
        let mut report = Report::new(self.ledgers, self.outcome, &policy);
        let passed_over =
            |extension: &str, files| PassedOver { folder: "press".to_owned(), extension: extension.to_owned(), files };
        report.passed_over = vec![passed_over("", 1), passed_over(HOSTILE, 2)];
        report.uncompared.push(format!("press/{HOSTILE}.txt: 2 sets of places give too many values"));
        report.refused.push(format!("press/{HOSTILE}.pdf: is a PDF, and this build does not read PDF"));
        report
    }
}

fn rule(id: &'static str) -> Rule {
    Rule { id, severity: Severity::Warning, summary: "", source: "", yields_to: &[], check: |_, _| {} }
}

fn addend(weight: f64, reason: &str) -> Addend {
    Addend { weight, reason: reason.to_owned() }
}

/// Two peers that disagree in every way an output has to show.
pub fn sample() -> Report {
    let mut sample = Sample::new(&[("council/minutes.txt", MINUTES), ("press/news.txt", NEWS), ("odd.txt", HOSTILE)]);
    let missing = Finding::new(
        &rule("list/missing-member"),
        FindingVerdict::Incomplete,
        "the list of towns that joined leaves out Horgen, which the minutes name; with the two towns named before it makes 8 of 9",
    )
    .labels([
        sample.related("minutes.txt", "Aarau, Brugg, Chur, Davos, Elgg, Flims, Glarus, Horgen, Zoë’s Bend", "nine towns"),
        sample.related("news.txt", "9 lake towns", "the declared count"),
        sample.related("news.txt", "Aarau and Zoë’s Bend", "named here, one sentence earlier, as towns that had asked before the others did"),
        sample.primary("news.txt", "Brugg, Chur, Davos, Elgg, Flims and Glarus", "six towns joined"),
    ])
    .evidence([
        addend(2.3125, "both list “towns”"),
        addend(3.1, "six of the names are the same"),
        addend(-0.4, "one list is open and the other is closed, which makes it less likely that they are the same list"),
    ])
    .help("add Horgen to the list in the news")
    .help("or correct the minutes, if Horgen did not join; whichever it is, the count of 9 must then be looked at again, since it stands in both");
    let date = Finding::new(
        &rule("date/conflict"),
        FindingVerdict::Conflict,
        "the request was sent on May 4, 2021 or on May 5, 2021, not both",
    )
    .at(Severity::Error)
    .labels([
        sample.primary("news.txt", "May 4, 2021", "sent on this day"),
        sample.related("minutes.txt", "May 5, 2021", "on this one"),
    ])
    .evidence([addend(2.0, "both say when the request was “sent”")])
    .help("find out which day it was");
    let invalid =
        Finding::new(&rule("date/invalid"), FindingVerdict::Malformed, "there is no June 31: June has 30 days")
            .at(Severity::Error)
            .label(sample.primary("minutes.txt", "June 31", ""));
    let across = Finding::new(&rule("list/extra-member"), FindingVerdict::Scope, "a place over two blocks")
        .at(Severity::Note)
        .labels([
            sample.primary("minutes.txt", "May 5, 2021\nread", "over two items"),
            sample.related("minutes.txt", "2021", "inside it"),
        ]);
    let hostile = Finding::new(&rule("name/spelling-drift"), FindingVerdict::Style, HOSTILE)
        .label(sample.primary("odd.txt", HOSTILE, HOSTILE))
        .evidence([addend(1.0, HOSTILE)])
        .help(HOSTILE);
    let stale = Finding::new(&rule("stale/as-of"), FindingVerdict::Scope, "a day that is long past")
        .at(Severity::Note)
        .label(sample.primary("minutes.txt", "June 31", HOSTILE));
    for finding in [hostile, across, invalid, date, missing, stale] {
        sample.outcome.report(finding);
    }
    let labels = vec![
        sample.primary("minutes.txt", "9 towns", ""),
        sample.related("news.txt", "9 lake towns", "“lake” is only said here"),
    ];
    sample.outcome.agree("count", "9 towns", labels);
    let labels = vec![sample.primary("odd.txt", "東京", HOSTILE)];
    sample.outcome.agree("name", HOSTILE, labels);
    sample.finish_with_baseline()
}

/// A report of `count` findings over two long documents of as many lines, or of one.
pub fn large(count: usize, end: &str) -> Report {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(count);
    for i in 0..count {
        starts.push(text.len());
        text.push_str(&format!("In town {i} there were {i} lamps and later {} of them.{end}", i + 1));
    }
    let mut sample = Sample::new(&[("a.txt", &text), ("b.txt", &text)]);
    for (i, start) in starts.into_iter().enumerate() {
        let words = Span::new(start, start + 7);
        let finding = Finding::new(
            &rule("count/restated"),
            FindingVerdict::Conflict,
            format!("town {i} has two numbers of lamps"),
        )
        .labels([Label::primary(0, words, "here"), Label::related(1, words, "and here")])
        .evidence([addend(2.0, "both speak of the same town")])
        .help("count the lamps again");
        sample.outcome.report(finding);
    }
    sample.finish()
}
