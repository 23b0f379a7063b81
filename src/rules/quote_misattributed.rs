//! # quote/misattributed
//!
//! ## What it reports
//! The same quoted words with another speaker: "…," said Roth in one document, "…," said Lind in
//! another. Also words that a draft gives as told to one of its sources and that another one prints.
//!
//! ## Why
//! Words in the wrong mouth are the worst of misquotations: each of them is right, and the sentence
//! is false.
//!
//! ## Example
//! > a.txt: "The bridge will not open before spring," said Ada Roth. Jon Lind agreed.
//! >
//! > b.txt: "The bridge will not open before spring," said Jon Lind.
//!
//! ## What it leaves alone
//! Speakers that neither the text nor the sentence before ("he said") names; a person and the body that he or she speaks for; people of
//! whom neither document names both and one is told by a single name; a few words that anybody says.
//!
//! ## How to silence
//! Correct the speaker. Where it is meant: `allow quote/misattributed`.

use super::printed_words::Printed;
use super::speakers::{Speaker, apart, full_name, last, names_in, quote_of, speaker};
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::claim::{Claim, ClaimKind, Ledger, is_content, stem};
use crate::compare::wording::compare;
use crate::document::Role;
use crate::lexicon::en::dictionary::is_common;
use crate::mention::Mention;
use crate::mention::quote::{Word, words};
use crate::story::word_information;
use crate::text::{Span, plain};
use crate::value::{NameKind, QuoteKind, Value};

pub const RULE: Rule = Rule {
    id: "quote/misattributed",
    severity: Severity::Error,
    summary: "the same quoted words have another speaker elsewhere",
    source: include_str!("quote_misattributed.rs"),
    yields_to: &[],
    check,
};

/// So many words must be the same, and so large a share of the shorter quotation; fewer where it is the whole of both
/// and tells so much, in tenths of nats: "we are very happy" anybody says.
const LEAST_SAME: usize = 6;
const LEAST_OF_WHOLE: usize = 4;
const LEAST_TOLD: u32 = 70;
const SHARE: f64 = 0.8;

fn check(context: &Context, outcome: &mut Outcome) {
    for link in context.alignment.links.iter().filter(|l| context.comparable(l.a.document, l.b.document)) {
        let (Some((ledger_a, a)), Some((ledger_b, b))) = (context.claim(link.a), context.claim(link.b)) else {
            continue;
        };
        if a.kind != ClaimKind::Quote || b.kind != ClaimKind::Quote || !same_words(ledger_a, a, ledger_b, b) {
            continue;
        }
        let (Some(first), Some(second)) = (speaker(ledger_a, a), speaker(ledger_b, b)) else { continue };
        let Some(severity) = differ(context, (ledger_a, &first), (ledger_b, &second)) else { continue };
        let words = |ledger: &Ledger, at: &Speaker| ledger.document.slice(at.span).to_owned();
        let (one, other) = (words(ledger_a, &first), words(ledger_b, &second));
        outcome.report(
            Finding::new(
                &RULE,
                FindingVerdict::Conflict,
                format!("the same words are given to “{one}” and to “{other}”"),
            )
            .at(severity)
            .label(Label::primary(link.a.document, first.span, "says it here"))
            .label(Label::related(link.b.document, second.span, "says it there"))
            .label(Label::related(link.a.document, a.span, "the words"))
            .label(Label::related(link.b.document, b.span, "the same words"))
            .evidence(link.evidence.addends.iter().cloned())
            .help("give the words to the one who said them"),
        );
    }
    if context.mode == Mode::Against {
        other_source(context, outcome);
    }
}

fn same_words(ledger_a: &Ledger, a: &Claim, ledger_b: &Ledger, b: &Claim) -> bool {
    let (Some(of_a), Some(of_b)) = (quote_of(ledger_a, a), quote_of(ledger_b, b)) else { return false };
    let (a, b) = (words(&ledger_a.document, &of_a.parts), words(&ledger_b.document, &of_b.parts));
    let same = compare(&a, &b).map_or(0, |w| w.same);
    let told = || {
        a.iter().map(|w| w.folded.as_str()).filter(|w| is_content(w)).map(|w| word_information(stem(w))).sum::<u32>()
    };
    let whole = same >= LEAST_OF_WHOLE && same == a.len().max(b.len());
    whole && told() >= LEAST_TOLD || same >= LEAST_SAME && same as f64 >= SHARE * a.len().min(b.len()) as f64
}

/// Two speakers who are not one; how sure that is.
fn differ(
    context: &Context,
    (ledger_a, a): (&Ledger, &Speaker),
    (ledger_b, b): (&Ledger, &Speaker),
) -> Option<Severity> {
    if apart(a, b)? == NameKind::Organisation {
        return Some(Severity::Warning);
    }
    if names_too(ledger_a, last(b)) || names_too(ledger_b, last(a)) {
        return Some(if a.is_meant || b.is_meant { Severity::Warning } else { Severity::Error });
    }
    // A draft gives the words to somebody whom its sources know, and who is not the one that they give them to.
    let (draft, source) = if ledger_a.document.role == Role::Draft { (a, b) } else { (b, a) };
    let sources = || context.ledgers.iter().filter(|l| l.document.role == Role::Source);
    let known = |name: &Speaker| sources().any(|l| !l.written_with_capital(&plain(last(name))).is_empty());
    let of_sources = context.mode == Mode::Against && known(draft) && known(source);
    (of_sources || knows(ledger_a, b) || knows(ledger_b, a) || share_no_part(a, b)).then_some(Severity::Warning)
}

/// Does a text that gives the words to one name the other too, be it by a surname? Then it does not mean one by both.
fn knows(ledger: &Ledger, other: &Speaker) -> bool {
    let surname = plain(last(other));
    !is_common(&surname) && !ledger.written_with_capital(&surname).is_empty()
}

/// Two names in full; who is known under two of them keeps one part mostly.
fn share_no_part(a: &Speaker, b: &Speaker) -> bool {
    let parts = |one: &Speaker| -> Vec<String> { full_name(one).map(plain).collect() };
    let (one, other) = (parts(a), parts(b));
    one.len() > 1 && other.len() > 1 && !a.is_meant && !b.is_meant && !one.iter().any(|part| other.contains(part))
}

fn names_too(ledger: &Ledger, last: &str) -> bool {
    let mut names = ledger.mentions.iter().filter_map(|m| match &m.value {
        Value::Name(name) => Some(name),
        _ => None,
    });
    names.any(|n| n.entity.contains(' ') && n.entity.rsplit(' ').next() == Some(last))
}

/// Words told to one source ("told the Herald") that only another one prints.
fn other_source(context: &Context, outcome: &mut Outcome) {
    let sources: Vec<(usize, &Ledger)> =
        context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source).collect();
    if sources.len() < 2 {
        return;
    }
    let mut printed: Option<Vec<(usize, Printed)>> = None;
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Draft) {
        for mention in &ledger.mentions {
            let Value::Quote(quote) = &mention.value else { continue };
            let quoted: Vec<Word> = words(&ledger.document, &quote.parts);
            if quote.kind == QuoteKind::Title || quoted.len() < LEAST_SAME {
                continue;
            }
            let Some((named, told)) = told_to(ledger, mention, &sources) else { continue };
            let printed = printed.get_or_insert_with(|| sources.iter().map(|(i, l)| (*i, Printed::new(l))).collect());
            let places = |source: &Printed| source.find(&quoted);
            let carries = printed.iter().any(|(i, source)| *i == named && !places(source).is_empty());
            let other = printed.iter().find_map(|(i, source)| places(source).first().map(|p| (*i, p.span)));
            let Some((other, place)) = other.filter(|_| !carries) else { continue };
            let path = |i: usize| context.document(i).map_or("", |d| d.path.as_str());
            let message = format!("{} does not print these words; {} does", path(named), path(other));
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Conflict, message)
                    .label(Label::primary(index, told, "named as where the words stand"))
                    .label(Label::related(index, mention.span, "the words"))
                    .label(Label::related(other, place, "stand here"))
                    .help(format!("name the source that prints them: {}", path(other))),
            );
        }
    }
}

/// The source that the quotation's sentence names, by a word of its file's name.
fn told_to(ledger: &Ledger, mention: &Mention, sources: &[(usize, &Ledger)]) -> Option<(usize, Span)> {
    let document = &ledger.document;
    let sentence = document.sentences.get(document.sentence_at(mention.span.end))?.span;
    names_in(ledger, sentence).filter(|(m, _)| !m.span.overlaps(mention.span)).find_map(|(m, name)| {
        let first = document.token_at(m.span.start);
        let before = |n: usize| first.checked_sub(n).map_or("", |i| document.word(i));
        let told = [before(1), before(2)].iter().any(|w| matches!(*w, "told" | "to" | "by" | "in"));
        let of = |path: &str| {
            let stem = path.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default().to_lowercase();
            let words: Vec<&str> = name.entity.split(' ').filter(|w| w.len() > 3).collect();
            !words.is_empty() && words.iter().all(|w| stem.split(['-', '_', ' ']).any(|s| s == *w))
        };
        let source = sources.iter().find(|(_, l)| of(&l.document.path)).filter(|_| told)?;
        Some((source.0, m.span))
    })
}
