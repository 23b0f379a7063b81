//! Agreements of sentences that several documents have word for word. Of two versions of one page there are hundreds,
//! and each says only that the page was copied: they are told as one, unless somebody asks for them.

use super::Report;
use crate::document::Document;
use crate::rules::Agreement;
use crate::text::Span;

/// So few are no burden, and are listed with the others.
const FEW: usize = 12;

/// The agreements that tell something by themselves, and those that are told as one.
pub fn apart(report: &Report) -> (Vec<&Agreement>, Vec<&Agreement>) {
    let (copied, own): (Vec<_>, Vec<_>) = report.agreements.iter().partition(|a| is_copied(report, a));
    if copied.len() > FEW { (own, copied) } else { (report.agreements.iter().collect(), Vec::new()) }
}

/// Do its places stand in several documents, in sentences that are the same word for word?
fn is_copied(report: &Report, agreement: &Agreement) -> bool {
    let Some((first, others)) = agreement.labels.split_first() else { return false };
    let document = |index: usize| report.ledgers.get(index).map(|l| &l.document);
    let Some(here) = document(first.document) else { return false };
    let same =
        |index: usize, span: Span| document(index).is_some_and(|there| one_sentence((here, first.span), (there, span)));
    others.iter().any(|label| label.document != first.document) && others.iter().all(|l| same(l.document, l.span))
}

fn one_sentence(a: (&Document, Span), b: (&Document, Span)) -> bool {
    let words = |(document, span): (&Document, Span)| document.sentence_tokens(document.sentence_at(span.start));
    let (mut x, mut y) = (words(a), words(b));
    x.len() == y.len() && x.by_ref().zip(y.by_ref()).all(|(i, j)| a.0.written(i) == b.0.written(j))
}
