//! # quote/altered
//!
//! ## What it reports
//!
//! A quotation whose words are not those another document prints.
//!
//! ## Why
//!
//! Words between quotation marks are somebody's exact words. A word swapped, dropped
//! or added in copying changes what a person is on record for; a lost or gained "not"
//! turns it round, and is named as such.
//!
//! ## Example
//!
//! ```text
//! draft.txt:  “The dam will not hold,” said Roth.
//! wire.txt:   “The dam will hold,” said Roth.
//! ```
//!
//! ## What it leaves alone
//!
//! Cuts at the edges, openly marked omissions ("…") and editor's brackets, whole
//! sentences left out, capitals, punctuation, contractions, the spelling of another
//! country, what two different speakers say, and quotations with too little in common
//! to be the same words.
//!
//! ## How to silence
//!
//! Mark what was left out with an ellipsis and what was put in with brackets, or
//! paraphrase without quotation marks; where the difference is right, allow `quote/altered`.

use super::speakers::{apart, speaker};
use super::{Context, Finding, FindingVerdict, Label, LabelRole, Outcome, Rule, Severity};
use crate::align::setting;
use crate::claim::{Claim, ClaimKind, Ledger, is_content};
use crate::compare::wording::{Change, compare, compare_whole};
use crate::document::Document;
use crate::mention::quote::{Word, every_word, words};
use crate::text::Span;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub const RULE: Rule = Rule {
    id: "quote/altered",
    severity: Severity::Error,
    summary: "a quotation's words are not those another document prints",
    source: include_str!("quote_altered.rs"),
    yields_to: &[],
    check,
};

const NEGATIONS: [&str; 8] = ["not", "no", "never", "none", "nothing", "nobody", "neither", "nor"];

/// Quotations of up to this many words are compared word by word where the sentence around them is the same.
const SHORT: usize = 4;

/// A label of fewer letters tells a reader too little.
const TELLING: usize = 4;

/// How many changes of one quotation are shown.
const SHOWN: usize = 3;

fn check(context: &Context, outcome: &mut Outcome) {
    let mut told = Told::default();
    for link in &context.alignment.links {
        if !context.comparable(link.a.document, link.b.document) {
            continue;
        }
        let (Some((ledger_a, a)), Some((ledger_b, b))) = (context.claim(link.a), context.claim(link.b)) else {
            continue;
        };
        if a.kind != ClaimKind::Quote || b.kind != ClaimKind::Quote {
            continue;
        }
        if speaker(ledger_a, a).zip(speaker(ledger_b, b)).is_some_and(|(a, b)| apart(&a, &b).is_some()) {
            continue;
        }
        let (words_a, words_b) = (quoted(ledger_a, a), quoted(ledger_b, b));
        let alike = || setting(ledger_a, a).is_some_and(|words| setting(ledger_b, b) == Some(words));
        let copied = words_a.len().min(words_b.len()) <= SHORT && alike();
        let wording = if copied { Some(compare_whole(&words_a, &words_b)) } else { compare(&words_a, &words_b) };
        let Some(wording) = wording else { continue };
        let sides = [
            Side { index: link.a.document, document: &ledger_a.document, words: &words_a },
            Side { index: link.b.document, document: &ledger_b.document, words: &words_b },
        ];
        if wording.changes.is_empty() {
            let span = |side: &Side, range: &Range<usize>| side.span(range);
            let labels = vec![
                Label::primary(link.a.document, span(&sides[0], &wording.a), "the same words"),
                Label::related(link.b.document, span(&sides[1], &wording.b), "the same words"),
            ];
            outcome.agree("quote", format!("{} quoted words are the same", wording.same), labels);
            continue;
        }
        let [side_a, side_b] = &sides;
        if printed(side_b.document, &words_a, &wording.a) || printed(side_a.document, &words_b, &wording.b) {
            continue;
        }
        let found = finding(&sides, &wording.changes).evidence(link.evidence.addends.iter().cloned());
        told.add([link.a, link.b].map(|end| (end.document, end.claim)), [&words_a, &words_b], found);
    }
    told.findings.into_iter().for_each(|found| outcome.report(found));
}

/// A quotation, by its document and claim.
type Quotation = (usize, usize);

/// What is told so far. Of many documents that quote one sentence each wording is held against another once.
#[derive(Default)]
struct Told {
    findings: Vec<Finding>,
    /// The finding of two wordings.
    of_wordings: BTreeMap<[String; 2], usize>,
    /// The quotations that one was held against.
    against: BTreeMap<Quotation, BTreeSet<Quotation>>,
}

impl Told {
    fn add(&mut self, [a, b]: [Quotation; 2], words: [&[Word]; 2], found: Finding) {
        let mut wordings = words.map(|words| words.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" "));
        wordings.sort();
        if let Some(known) = self.of_wordings.get(&wordings).and_then(|at| self.findings.get_mut(*at)) {
            for label in found.labels {
                if !known.labels.iter().any(|l| (l.document, l.span) == (label.document, label.span)) {
                    known.labels.push(Label { role: LabelRole::Related, ..label });
                }
            }
            return;
        }
        // Both differ from a third one, and that is told of each.
        let others = |of: &Quotation| self.against.get(of).cloned().unwrap_or_default();
        if others(&a).intersection(&others(&b)).next().is_some() {
            return;
        }
        self.against.entry(a).or_default().insert(b);
        self.against.entry(b).or_default().insert(a);
        self.of_wordings.insert(wordings, self.findings.len());
        self.findings.push(found);
    }
}

fn quoted(ledger: &Ledger, claim: &Claim) -> Vec<Word> {
    match ledger.mention(claim).map(|m| &m.value) {
        Some(Value::Quote(quote)) => words(&ledger.document, &quote.parts),
        _ => Vec::new(),
    }
}

/// Does `document` print these very words somewhere, between marks or not? Then the two speak of two things.
fn printed(document: &Document, words: &[Word], range: &Range<usize>) -> bool {
    let wanted: Vec<&str> = words.get(range.clone()).unwrap_or_default().iter().map(|w| w.folded.as_str()).collect();
    let blocks: Vec<Span> = document.blocks.iter().map(|b| b.span).collect();
    let all = every_word(document, &blocks);
    all.windows(wanted.len().max(1)).any(|w| w.iter().map(|w| w.folded.as_str()).eq(wanted.iter().copied()))
}

/// One document's quotation.
struct Side<'a> {
    index: usize,
    document: &'a Document,
    words: &'a [Word],
}

impl Side<'_> {
    /// Where these words stand; for none or very short ones, with the words on both sides.
    fn span(&self, range: &Range<usize>) -> Span {
        let letters: usize = self.folded(range).map(str::len).sum();
        let range = if letters < TELLING {
            range.start.saturating_sub(1)..(range.end + 1).min(self.words.len())
        } else {
            range.clone()
        };
        let spans = self.words.get(range).unwrap_or_default().iter().map(|w| w.span);
        spans.reduce(Span::cover).unwrap_or_default()
    }

    fn text(&self, range: &Range<usize>) -> &str {
        let spans = self.words.get(range.clone()).unwrap_or_default().iter().map(|w| w.span);
        spans.reduce(Span::cover).map_or("", |span| self.document.slice(span))
    }

    fn folded(&self, range: &Range<usize>) -> impl Iterator<Item = &str> {
        self.words.get(range.clone()).unwrap_or_default().iter().map(|w| w.folded.as_str())
    }
}

fn finding(sides: &[Side; 2], changes: &[Change]) -> Finding {
    let [a, b] = sides;
    let negated = |change: &Change| {
        let count = |side: &Side, range: &Range<usize>| side.folded(range).filter(|w| NEGATIONS.contains(w)).count();
        (count(a, &change.a) > 0) != (count(b, &change.b) > 0)
    };
    let turned = changes.iter().any(negated);
    let small = |change: &Change| a.folded(&change.a).chain(b.folded(&change.b)).all(|w| !is_content(w));
    let shown: Vec<&Change> = changes.iter().take(SHOWN).collect();
    let differences: Vec<String> = shown.iter().map(|c| in_words(a, &c.a, b, &c.b)).collect();
    let said = if turned { "the quotation is turned round" } else { "the quotation's words differ" };
    let mut finding = Finding::new(&RULE, FindingVerdict::Conflict, format!("{said}: {}", differences.join("; ")));
    if !turned && changes.iter().all(small) {
        finding = finding.at(Severity::Warning);
    }
    for (number, change) in shown.iter().enumerate() {
        let label = if number == 0 { Label::primary } else { Label::related };
        let note = |own: &Side, range: &Range<usize>, other: &str| match (own.text(range), other) {
            ("", _) => format!("without “{other}”"),
            (own, "") => format!("with “{own}”"),
            (own, _) => format!("reads “{own}”"),
        };
        finding = finding
            .label(label(a.index, a.span(&change.a), note(a, &change.a, b.text(&change.b))))
            .label(Label::related(b.index, b.span(&change.b), note(b, &change.b, a.text(&change.a))));
    }
    finding
        .help("quote both alike, after the record")
        .help("mark what was left out with … and what was put in with [ ]")
}

fn in_words(a: &Side, in_a: &Range<usize>, b: &Side, in_b: &Range<usize>) -> String {
    match (a.text(in_a), b.text(in_b)) {
        ("", more) => format!("“{more}” stands only in {}", b.document.path),
        (more, "") => format!("“{more}” stands only in {}", a.document.path),
        (x, y) => format!("“{x}” against “{y}”"),
    }
}
