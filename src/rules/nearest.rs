//! What the rules on claims that no source carries share: the place of the sources that is nearest, so that whoever reads
//! the finding can judge it.

use super::{Context, Finding, Label};
use crate::align::Nearest;
use crate::text::Span;
use std::cell::OnceCell;

/// The sources of a run as far as they are asked.
#[derive(Default)]
pub struct Beside<'a>(OnceCell<Nearest<'a>>);

impl<'a> Beside<'a> {
    /// The finding on a claim of a draft with what the sources have nearest to it.
    pub fn show(&self, context: &Context<'a>, finding: Finding, document: usize, span: Span) -> Finding {
        let Some(ledger) = context.ledgers.get(document) else { return finding };
        let nearest = self.0.get_or_init(|| Nearest::of_sources(context.ledgers));
        let likely = |at| context.alignment.in_place_of(at).map(|(there, _)| there);
        let Some(near) = nearest.of_draft((document, ledger), &[span], likely).into_iter().flatten().next() else {
            return finding;
        };
        let Some(source) = context.ledgers.get(near.document) else { return finding };
        let sentences = (ledger.document.sentence_at(span.start), source.document.sentence_at(near.span.start));
        let shared = context.alignment.rarity.shared((ledger, sentences.0), (source, sentences.1), &[]);
        if near.is_sentence {
            let label = Label::related(near.document, near.span, "the sources' nearest sentence");
            return finding.label(label).evidence(shared);
        }
        let words = source.document.slice(near.span);
        let label = Label::related(near.document, near.span, "stands nearest in the sources");
        let message = format!("{}; nearest to it is “{words}”", finding.message);
        Finding { message, ..finding.label(label) }.evidence(shared)
    }
}
