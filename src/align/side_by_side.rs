//! Two figures of one text that stand side by side, each beside words of its own: the items of a list, the sentences of a
//! paragraph that goes through several cases. Who gives two figures in one breath knows both. Further apart it is the
//! names that open the sentences which tell two cases from one.

use crate::claim::{Ledger, Stem, stem};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::stop_words::CALENDAR;
use std::ops::Range;

/// Do two sentences stand in two rows of one table? Each row tells of a thing of its own.
pub fn stand_in_two_rows(document: &Document, a: usize, b: usize) -> bool {
    let seat = |sentence: usize| document.block_of(sentence).filter(|block| block.kind == BlockKind::Cell)?.seat;
    seat(a).zip(seat(b)).is_some_and(|(a, b)| a.table == b.table && a.row != b.row)
}

/// Do two sentences of one block, or of two items right behind each other, each have a word of their own?
pub fn stand_side_by_side(ledger: &Ledger, a: usize, b: usize) -> bool {
    are_neighbours(&ledger.document, a, b) && each_has_its_own(ledger, a, b)
}

/// Sentences of one block, or of two items of a list right behind each other.
fn are_neighbours(document: &Document, a: usize, b: usize) -> bool {
    let block = |sentence: usize| document.sentences.get(sentence).map(|s| s.block as usize);
    let Some((a, b)) = block(a).zip(block(b)) else { return false };
    let item = |block: usize| document.blocks.get(block).filter(|b| b.kind == BlockKind::ListItem).map(|b| b.level);
    a == b || a.abs_diff(b) == 1 && item(a).is_some() && item(a) == item(b)
}

/// Has each a word that the other lacks?
fn each_has_its_own(ledger: &Ledger, a: usize, b: usize) -> bool {
    let (one, other) = (ledger.sentence_stems(a), ledger.sentence_stems(b));
    let lacks = |stems: &[Stem], stem: &Stem| stems.binary_search(stem).is_err();
    one.iter().any(|s| lacks(other, s)) && other.iter().any(|s| lacks(one, s))
}

/// Does each sentence open with a name, before the token that is told, and neither is a part or a form of the other?
/// Each is given as sentence and token.
pub fn are_of_two(ledger: &Ledger, a: (usize, usize), b: (usize, usize)) -> bool {
    differ(&ledger.document, &leader(ledger, a), &leader(ledger, b))
}

/// "The Lien fair was the fourth stop", "the Torsby races were the fifth stop": do the sentences of two texts name nobody
/// in common before the ranks they tell?
pub fn are_ranks_of_two((one, a): (&Ledger, (usize, usize)), (other, b): (&Ledger, (usize, usize))) -> bool {
    let names = |ledger: &Ledger, (sentence, until): (usize, usize)| -> Vec<Stem> {
        let document = &ledger.document;
        let tokens = document.sentence_tokens(sentence).take_while(|i| *i < until);
        tokens.filter(|i| is_name(ledger, *i)).map(|i| stem(document.word(i))).collect()
    };
    let (a, b) = (names(one, a), names(other, b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|s| b.contains(s))
}

/// "The Lien Fire" and "the Torsby Fire" share what any name of a fire has; "President Moe" and "Ada Moe" may be one.
fn differ(document: &Document, a: &Range<usize>, b: &Range<usize>) -> bool {
    let words = |name: &Range<usize>| -> Vec<&str> { name.clone().map(|i| document.word(i)).collect() };
    let (a, b) = (words(a), words(b));
    let lacks = |of: &[&str], word: &str| !of.iter().any(|w| stem(w) == stem(word));
    let own = |x: &[&str], y: &[&str]| x.iter().any(|w| lacks(y, w) && !is_common(w));
    let none_shared = a.iter().all(|w| lacks(&b, w));
    !a.is_empty() && !b.is_empty() && (none_shared || own(&a, &b) && own(&b, &a))
}

/// The first words of a sentence that are a name's.
fn leader(ledger: &Ledger, (sentence, until): (usize, usize)) -> Range<usize> {
    let tokens = ledger.document.sentence_tokens(sentence);
    let before = tokens.start..until.min(tokens.end);
    let Some(first) = before.clone().find(|i| is_name(ledger, *i)) else { return 0..0 };
    first..(first..before.end).find(|i| !is_name(ledger, *i)).unwrap_or(before.end)
}

fn is_name(ledger: &Ledger, at: usize) -> bool {
    let word = ledger.document.word(at);
    let capital = ledger.document.token(at).is_some_and(|t| t.is_word() && t.capital);
    capital && !CALENDAR.contains(word) && ledger.names().binary_search(&stem(word)).is_ok()
}
