//! Sentences that tell nothing of the world: they give an example, suppose something, or speak of the text itself.

use crate::document::Document;
use crate::lexicon::en::asides::{ASSUMING, EXAMPLES, SUPPOSED, SUPPOSING, TEXTS};
use std::ops::Range;

/// So many tokens of its paragraph before a sentence may open the example that it belongs to.
const BACK: usize = 120;
/// The first words of a paragraph that say that all of it is an example.
const OPENING: usize = 3;
/// Between "this" and what the text calls itself: "this short guide", "this our second guide".
const BETWEEN: usize = 2;

/// Does the sentence, or its paragraph up to it, only suppose what it says?
pub fn supposes(document: &Document, sentence: usize) -> bool {
    if !has_examples(document) {
        return false;
    }
    // "Example: You rent a boat."
    let opens = |i: usize| EXAMPLES.contains(document.word(i)) && document.word(i.saturating_add(1)) == ":";
    paragraph(document, sentence).take(OPENING).any(opens)
        || paragraph(document, sentence).any(|i| {
            let word = document.word(i);
            SUPPOSING.contains(word) || ASSUMING.contains(word) && SUPPOSED.contains(document.word(i.saturating_add(1)))
        })
}

/// Has the document a word that gives an example or supposes something? Where it has none, no sentence need be asked.
pub fn has_examples(document: &Document) -> bool {
    [&SUPPOSING, &ASSUMING, &EXAMPLES].into_iter().any(|words| document.has_any(words))
}

/// Has it a word that texts are called by?
pub fn speaks_of_texts(document: &Document) -> bool {
    document.has("this") && document.has_any(&TEXTS)
}

/// Does it give an example?
pub fn is_example(document: &Document, sentence: usize) -> bool {
    // "Anton Example" is a name.
    let is_word = |i: usize| {
        document.token(i).is_some_and(|t| !t.capital) || matches!(document.word(i.saturating_add(1)), ":" | ".")
    };
    let told = |i: usize| EXAMPLES.contains(document.word(i)) && is_word(i);
    document.has_any(&EXAMPLES) && paragraph(document, sentence).any(told) || supposes(document, sentence)
}

/// Does it speak of its text: "this page was last read in May"?
pub fn is_of_itself(document: &Document, sentence: usize) -> bool {
    speaks_of_texts(document)
        && document.sentence_tokens(sentence).any(|i| {
            let mut behind = i.saturating_add(1)..=i.saturating_add(1).saturating_add(BETWEEN);
            document.word(i) == "this" && behind.any(|at| TEXTS.contains(document.word(at)))
        })
}

fn paragraph(document: &Document, sentence: usize) -> Range<usize> {
    let end = document.sentence_tokens(sentence).end;
    let start = document.block_of(sentence).map_or(end, |b| document.token_at(b.span.start));
    start.max(end.saturating_sub(document.sentence_tokens(sentence).len().max(BACK)))..end
}
