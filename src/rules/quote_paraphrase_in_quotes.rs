//! # quote/paraphrase-in-quotes
//!
//! ## What it reports
//! Words that a draft prints in quotation marks as a person's own, and that its source prints
//! outside quotation marks only: the reporter's words, not the speaker's.
//!
//! ## Why
//! Nobody said them. A paraphrase in quotation marks is a false quotation, and the speaker may
//! rightly complain.
//!
//! ## Example
//! > source: Roth said the council had been careless with the harbour money.
//! >
//! > draft: "The council had been careless with the harbour money," Roth said.
//!
//! ## What it leaves alone
//! Words that some source has in quotation marks too; words without a speaker or with one who is no
//! person (a statement is quoted from its own text); first-person words, which a transcript prints
//! without marks; fewer than five words; titles.
//!
//! ## How to silence
//! Take the quotation marks away. Where it is meant: `allow quote/paraphrase-in-quotes`.

use super::printed_words::Printed;
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::claim::{Ledger, is_content};
use crate::document::{BlockKind, Document, Role};
use crate::mention::quote::{Word, words};
use crate::text::Span;
use crate::value::{NameKind, Quote, QuoteKind, Value};

pub const RULE: Rule = Rule {
    id: "quote/paraphrase-in-quotes",
    severity: Severity::Warning,
    summary: "a quotation's words stand in the source outside quotation marks",
    source: include_str!("quote_paraphrase_in_quotes.rs"),
    yields_to: &[],
    check,
};

/// Fewer words come together by chance.
const LEAST_WORDS: usize = 5;
const LEAST_CONTENT: usize = 3;

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode != Mode::Against {
        return;
    }
    let mut sources: Option<Vec<(usize, Printed)>> = None;
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Draft) {
        for mention in &ledger.mentions {
            let Value::Quote(quote) = &mention.value else { continue };
            let quoted = words(&ledger.document, &quote.parts);
            if !is_somebodys(ledger, quote, &quoted) {
                continue;
            }
            let sources = sources.get_or_insert_with(|| {
                let all = context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source);
                all.map(|(i, l)| (i, Printed::new(l))).collect()
            });
            let found: Vec<_> =
                sources.iter().flat_map(|(i, s)| s.find(&quoted).into_iter().map(move |p| (*i, s, p))).collect();
            if found.iter().any(|(_, source, place)| place.in_quotes || is_record(source.document(), place.span)) {
                continue;
            }
            let Some((at, _, place)) = found.first() else { continue };
            let message =
                "the source prints these words outside quotation marks: they are the writer's, not the speaker's";
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Conflict, message)
                    .label(Label::primary(index, mention.span, "in quotation marks here"))
                    .label(Label::related(*at, place.span, "not in quotation marks"))
                    .help("take the quotation marks away")
                    .help("quote what the speaker said, after a record of it"),
            );
        }
    }
}

/// Long enough, and given to a person: by name, or by "he" or "she".
fn is_somebodys(ledger: &Ledger, quote: &Quote, quoted: &[Word]) -> bool {
    let document = &ledger.document;
    let content = quoted.iter().filter(|w| is_content(&w.folded)).count();
    let whole = quoted.iter().skip(1).all(|w| !w.gap);
    if quote.kind == QuoteKind::Title || quoted.len() < LEAST_WORDS || content < LEAST_CONTENT || !whole {
        return false;
    }
    let first_person = quoted.iter().any(|w| matches!(w.folded.as_str(), "i" | "we" | "my" | "our" | "us" | "me"));
    let person = quote.speaker.is_some_and(|span| {
        let pronoun = matches!(document.slice_lower(span), "he" | "she");
        let from = ledger.mentions.partition_point(|m| m.span.start < span.start);
        let named = ledger.mentions.iter().skip(from).take_while(|m| m.span.start < span.end);
        pronoun || named.into_iter().any(|m| matches!(&m.value, Value::Name(n) if n.kind == NameKind::Person))
    });
    person && !first_person
}

/// Speech that a transcript, a list or a quoted block prints without marks ("ROTH: …", "– …").
fn is_record(document: &Document, span: Span) -> bool {
    let Some(block) = document.block_of(document.sentence_at(span.start)) else { return true };
    let text = document.slice(block.span);
    let turn = text.split_whitespace().take(4).any(|w| w.ends_with(':')) || text.starts_with(['–', '—', '-']);
    turn || matches!(block.kind, BlockKind::Quote | BlockKind::Caption | BlockKind::Heading)
}
