//! A place in a text with the words around it, and how near a place of a source is to one
//! of a draft: how much of what the draft says there the source says too.

use super::Rarity;
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::text::Span;

/// What it adds that all words close to the draft's place stand close to the source's.
const SAME_WORDS_AROUND: f64 = 0.5;
/// How many tokens on either side are close: a source puts more between.
pub const AROUND_DRAFT: usize = 5;
pub const AROUND_SOURCE: usize = 7;

#[derive(Debug)]
pub struct Spot<'a> {
    /// Index of the document in the run.
    pub document: usize,
    pub ledger: &'a Ledger,
    pub span: Span,
    pub sentence: usize,
    around: Vec<Stem>,
}

impl<'a> Spot<'a> {
    pub fn new(document: usize, ledger: &'a Ledger, span: Span, reach: usize) -> Spot<'a> {
        let text = &ledger.document;
        let sentence = text.sentence_at(span.start);
        let tokens = text.sentence_tokens(sentence);
        let (first, behind) = (text.token_at(span.start), text.token_at(span.end));
        let before = first.saturating_sub(reach).max(tokens.start)..first;
        let after = behind..(behind + reach).min(tokens.end);
        let around = before.chain(after).map(|i| text.word(i)).filter(|w| is_content(w)).map(stem).collect();
        Spot { document, ledger, span, sentence, around }
    }

    /// The stems of the sentence's content words.
    pub fn stems(&self) -> &'a [Stem] {
        self.ledger.sentence_stems(self.sentence)
    }

    /// The words of the place.
    pub fn words(&self) -> &'a str {
        self.ledger.document.slice(self.span)
    }
}

/// How near a source's place is to a draft's, from 0 to 1.5. The stems in `except` are what is asked about and say nothing.
pub fn nearness(rarity: &Rarity, draft: &Spot, source: &Spot, except: &[Stem]) -> f64 {
    in_sentence(rarity, draft, source, except) + SAME_WORDS_AROUND * close(rarity, draft, source, except)
}

/// Which part of what the draft's sentence says the source's says too.
pub fn in_sentence(rarity: &Rarity, draft: &Spot, source: &Spot, except: &[Stem]) -> f64 {
    let stems = source.stems();
    share(rarity, draft.stems(), except, |s| stems.binary_search(s).is_ok())
}

/// The same of the words close to the place.
pub fn close(rarity: &Rarity, draft: &Spot, source: &Spot, except: &[Stem]) -> f64 {
    share(rarity, &draft.around, except, |s| source.around.contains(s))
}

/// Which part of the information in `stems` lies in those that are `shared`.
fn share(rarity: &Rarity, stems: &[Stem], except: &[Stem], shared: impl Fn(&Stem) -> bool) -> f64 {
    let (mut all, mut both) = (0.0, 0.0);
    for stem in stems.iter().filter(|s| !except.contains(s)) {
        let information = rarity.information(*stem);
        all += information;
        both += if shared(stem) { information } else { 0.0 };
    }
    if all > 0.0 { both / all } else { 0.0 }
}

/// The words before and behind a place, inside its sentence.
pub fn neighbours(document: &Document, span: Span) -> (&str, &str) {
    let tokens = document.sentence_tokens(document.sentence_at(span.start));
    let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
    let before = first.checked_sub(1).filter(|i| tokens.contains(i)).map_or("", |i| document.word(i));
    (before, if tokens.contains(&behind) { document.word(behind) } else { "" })
}
