//! # quote/not-found
//!
//! ## What it reports
//!
//! A quotation of a draft whose words no source prints (`--against`), between quotation
//! marks or without.
//!
//! ## Why
//!
//! Words between quotation marks are on record or they are made up.
//!
//! ## Example
//!
//! > Draft: “We never saw such a flood,” said Roth. Source: Roth said that the flood was high.
//!
//! ## What it leaves alone
//!
//! Quotations of a few words, titles, and quotations of which a source prints a good part: how
//! those differ is `quote/altered`'s to say.
//!
//! ## How to silence
//!
//! Add the source that carries the words, or paraphrase without quotation marks.
//! Where it is meant: `allow quote/not-found`.

use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::document::{Document, Role};
use crate::mention::quote::{Word, every_word, words};
use crate::text::Span;
use crate::value::{QuoteKind, Value};
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    id: "quote/not-found",
    severity: Severity::Warning,
    summary: "no source prints a quotation's words",
    source: include_str!("quote_not_found.rs"),
    yields_to: &[],
    check,
};

/// Fewer words may be anybody's.
const LEAST_WORDS: usize = 6;

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode != Mode::Against {
        return;
    }
    let mut printed: Option<HashSet<(String, String)>> = None;
    for (index, document, mention) in context.mentions().filter(|(_, d, _)| d.role == Role::Draft) {
        let Value::Quote(quote) = &mention.value else { continue };
        let quoted = words(document, &quote.parts);
        if quote.kind != QuoteKind::Speech || quoted.len() < LEAST_WORDS {
            continue;
        }
        let sources = context.ledgers.iter().map(|l| &l.document).filter(|d| d.role == Role::Source);
        let printed = printed.get_or_insert_with(|| sources.flat_map(pairs_of).collect());
        let own = pairs(&quoted);
        let found = own.iter().filter(|p| printed.contains(*p)).count();
        if found * 4 > own.len() {
            continue;
        }
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Unsupported, "No source prints the words of this quotation")
                .label(Label::primary(
                    index,
                    mention.span,
                    format!("{found} of its {} pairs of words stand in a source", own.len()),
                ))
                .help("Add the source that carries the words, or paraphrase without quotation marks"),
        );
    }
}

fn pairs_of(document: &Document) -> Vec<(String, String)> {
    let blocks: Vec<Span> = document.blocks.iter().map(|b| b.span).collect();
    pairs(&every_word(document, &blocks))
}

fn pairs(words: &[Word]) -> Vec<(String, String)> {
    words.iter().zip(words.iter().skip(1)).map(|(a, b)| (a.folded.clone(), b.folded.clone())).collect()
}
