//! # quote/altered
//!
//! ## What it reports
//!
//! A quotation whose words are not those another document prints, sentence by sentence:
//! inside, and where its beginning or its end was rewritten.
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
//! country, what two different speakers say, and sentences with too little in common to
//! be one remark; where only half of the words are the same, one speaker must be named
//! for both.
//!
//! ## How to silence
//!
//! Mark what was left out with an ellipsis and what was put in with brackets, or
//! paraphrase without quotation marks; where the difference is right, allow `quote/altered`.

use super::speakers::{apart, last, speaker};
use super::{Context, Finding, FindingVerdict, Label, LabelRole, Outcome, Rule, Severity};
use crate::align::{quoted, setting};
use crate::claim::{Claim, ClaimKind, Ledger};
use crate::compare::sentences::tells;
use crate::compare::turned::{NEGATIONS, is_turned};
use crate::compare::wording::{Change, Wording, compare_whole, stretches};
use crate::document::Document;
use crate::lexicon::en::dictionary::is_common;
use crate::mention::quote::{Word, every_word};
use crate::text::Span;
use crate::value::Value;
use std::collections::BTreeMap;
use std::ops::Range;

pub const RULE: Rule = Rule {
    id: "quote/altered",
    severity: Severity::Error,
    summary: "a quotation's words are not those another document prints",
    source: include_str!("quote_altered.rs"),
    yields_to: &[],
    check,
};

/// Quotations of up to this many words are compared word by word where the sentence around them is the same.
const SHORT: usize = 4;

/// A label of fewer letters tells a reader too little.
const TELLING: usize = 4;

/// Of two names that may be one (a person and a body, a name in one word), so much must be the same, in hundredths.
const SHARE_OF_TWO: usize = 80;

/// A "not" among more words that were written anew ("nobody doubts that", "I promise that") turns nothing round.
const TURNED: usize = 3;

/// A quotation with more changes than this was written anew.
const SHOWN: usize = 8;

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
        let speakers = speaker(ledger_a, a).zip(speaker(ledger_b, b));
        if speakers.as_ref().is_some_and(|(a, b)| apart(a, b).is_some()) {
            continue;
        }
        let one = speakers.map(|(a, b)| last(&a) == last(&b));
        let (words_a, words_b) = (quoted(ledger_a, a), quoted(ledger_b, b));
        let alike = || setting(ledger_a, a).is_some_and(|words| setting(ledger_b, b) == Some(words));
        let copied = words_a.len().min(words_b.len()) <= SHORT && alike();
        let whole = copied || is_turned(&words_a, &words_b);
        let common = if whole { vec![compare_whole(&words_a, &words_b)] } else { stretches(&words_a, &words_b) };
        let sides = [
            Side { index: link.a.document, document: &ledger_a.document, words: &words_a },
            Side { index: link.b.document, document: &ledger_b.document, words: &words_b },
        ];
        let [side_a, side_b] = &sides;
        let mut changes: Vec<Change> = Vec::new();
        // Two people may say much the same: the less is the same, the surer one speaker must be named for both.
        let counts = |wording: &&Wording| match one {
            Some(true) => true,
            Some(false) => wording.share >= SHARE_OF_TWO,
            None => wording.close,
        };
        for wording in common.iter().filter(counts) {
            if copied && wording.changes.iter().all(|change| is_of_each(&sides, change)) && !wording.changes.is_empty()
            {
                continue;
            }
            if wording.changes.is_empty() {
                outcome.agree("quote", format!("{} quoted words are the same", wording.same), same(&sides, wording));
            } else if !printed(side_b.document, &words_a, &wording.a) && !printed(side_a.document, &words_b, &wording.b)
            {
                changes.extend(wording.changes.iter().cloned());
            }
        }
        if changes.is_empty() || are_names_of_code((ledger_a, a), (ledger_b, b)) {
            continue;
        }
        changes.sort_by_key(|change| (weight(&sides, change), change.a.start, change.b.start));
        let found = finding(&sides, &changes).evidence(link.evidence.addends.iter().cloned());
        let distance = changes.iter().map(|change| change.a.len().max(change.b.len())).sum();
        told.add([link.a, link.b].map(|end| (end.document, end.claim)), [&words_a, &words_b], distance, found);
    }
    told.findings.into_iter().for_each(|found| outcome.report(found));
}

fn same(sides: &[Side; 2], wording: &Wording) -> Vec<Label> {
    let [a, b] = sides;
    vec![
        Label::primary(a.index, a.span(&wording.a), "the same words"),
        Label::related(b.index, b.span(&wording.b), "the same words"),
    ]
}

/// A quotation, by its document and claim.
type Quotation = (usize, usize);

/// What is told so far. Of many documents that quote one sentence each wording is held against another once.
#[derive(Default)]
struct Told {
    findings: Vec<Finding>,
    /// The finding of two wordings.
    of_wordings: BTreeMap<[String; 2], usize>,
    /// The quotations that one was held against, and in how many words they differ.
    against: BTreeMap<Quotation, BTreeMap<Quotation, usize>>,
}

impl Told {
    fn add(&mut self, [a, b]: [Quotation; 2], words: [&[Word]; 2], distance: usize, found: Finding) {
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
        // Both differ from a third one, and that is told of each; what two of them have to themselves is not told by it.
        let others = |of: &Quotation| self.against.get(of).cloned().unwrap_or_default();
        let (of_a, of_b) = (others(&a), others(&b));
        if of_a.iter().any(|(third, far)| of_b.get(third).is_some_and(|other| distance >= *far.min(other))) {
            return;
        }
        self.against.entry(a).or_default().insert(b, distance);
        self.against.entry(b).or_default().insert(a, distance);
        self.of_wordings.insert(wordings, self.findings.len());
        self.findings.push(found);
    }
}

/// "tern-lib", "reef,hull-2": names without a blank, of two things. "Over-heated" is joined of words of prose.
fn are_names_of_code(a: (&Ledger, &Claim), b: (&Ledger, &Claim)) -> bool {
    let is_name = |words: &str| {
        let words = words.trim_matches(['.', ',']).to_lowercase();
        let joined = words.contains('-') && !words.split('-').all(is_common);
        !words.contains(char::is_whitespace) && (joined || words.contains(['_', ',', '.', ':', '/']))
    };
    [a, b].iter().all(|(ledger, claim)| match ledger.mention(claim).map(|m| &m.value) {
        Some(Value::Quote(quote)) => quote.parts.iter().all(|part| is_name(ledger.document.slice(*part))),
        _ => false,
    })
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

/// "Press “Kestrel”" on a page on Kestrel and "Press “Merlin”" on one on Merlin: each text has its word again and again, and
/// the other text's nowhere.
fn is_of_each(sides: &[Side; 2], change: &Change) -> bool {
    /// Beside the quotation.
    const TIMES: usize = 2;
    let [a, b] = sides;
    let times = |document: &Document, words: &str| {
        (0..document.tokens.len()).filter(|i| document.word(*i) == words).take(TIMES + 1).count()
    };
    let own = |side: &Side, range: &Range<usize>, other: &Side| {
        let words = side.text(range).to_lowercase();
        times(side.document, &words) > TIMES && times(other.document, &words) == 0
    };
    own(a, &change.a, b) && own(b, &change.b, a)
}

/// How much a change tells; the most telling one is told first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// A "not" on one side only.
    Turns,
    Tells,
    /// Words of grammar.
    Small,
}

fn weight(sides: &[Side; 2], change: &Change) -> Weight {
    let [a, b] = sides;
    let negated = |side: &Side, range: &Range<usize>| side.folded(range).any(|w| NEGATIONS.contains(&w));
    let telling =
        |side: &Side, range: &Range<usize>| side.words.get(range.clone()).unwrap_or_default().iter().any(tells);
    let short = change.a.len().max(change.b.len()) <= TURNED;
    if short && negated(a, &change.a) != negated(b, &change.b) {
        Weight::Turns
    } else if telling(a, &change.a) || telling(b, &change.b) {
        Weight::Tells
    } else {
        Weight::Small
    }
}

fn finding(sides: &[Side; 2], changes: &[Change]) -> Finding {
    let [a, b] = sides;
    let turned = changes.iter().any(|change| weight(sides, change) == Weight::Turns);
    let shown: Vec<&Change> = changes.iter().take(SHOWN).collect();
    let mut differences: Vec<String> = shown.iter().map(|c| in_words(a, &c.a, b, &c.b)).collect();
    if changes.len() > SHOWN {
        differences.push(format!("and {} more", changes.len() - SHOWN));
    }
    let said = if turned { "the quotation is turned round" } else { "the quotation's words differ" };
    let mut finding = Finding::new(&RULE, FindingVerdict::Conflict, format!("{said}: {}", differences.join("; ")));
    if changes.iter().all(|change| weight(sides, change) == Weight::Small) {
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
