//! Noun phrases with their heads, and how they hang together by "of" and possessors.

use super::tag::{Tag, Upos};
use crate::lexicon::en::numerals::NUMERALS;
use std::ops::Range;

/// A noun phrase without what follows its head. Its tokens are counted from the start of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    pub tokens: Range<usize>,
    /// The noun that it is about; of a name its last word; of an amount its unit or sign.
    pub head: usize,
}

impl Phrase {
    /// The phrase at `tokens` of a sentence, whose words are in lower case.
    pub fn new(tokens: Range<usize>, words: &[&str], tags: &[Tag]) -> Phrase {
        let upos = |i: usize| tags.get(i).map_or(Upos::X, |t| t.upos);
        // "billion" behind its figure is a part of the number, whatever the tagger says.
        let number = |i: usize| {
            let scale = i > tokens.start && upos(i - 1) == Upos::Num;
            upos(i) == Upos::Num || scale && words.get(i).is_some_and(|w| NUMERALS.contains_key(w))
        };
        let last = |wanted: fn(Upos) -> bool| tokens.clone().rev().find(|i| !number(*i) && wanted(upos(*i)));
        let ends = [tokens.start, tokens.end.saturating_sub(1)];
        let head = last(|u| matches!(u, Upos::Noun | Upos::Propn | Upos::Pron))
            .or_else(|| ends.into_iter().find(|i| upos(*i) == Upos::Sym))
            .or_else(|| tokens.clone().rev().find(|i| number(*i)))
            .or_else(|| last(|u| u != Upos::Punct));
        Phrase { head: head.unwrap_or(tokens.start), tokens }
    }
}

/// The phrase that holds this token.
pub fn holding(phrases: &[Phrase], token: usize) -> Option<usize> {
    let after = phrases.partition_point(|p| p.tokens.start <= token);
    after.checked_sub(1).filter(|i| phrases.get(*i).is_some_and(|p| p.tokens.contains(&token)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads() {
        let head = |upos: &[Upos]| {
            let tags: Vec<Tag> = upos.iter().map(|u| Tag::new(*u, None)).collect();
            Phrase::new(0..tags.len(), &["5", "5", "million", "ships"], &tags).head
        };
        use Upos::{Adj, Det, Noun, Num, Propn, Punct, Sym};
        assert_eq!(head(&[Det, Adj, Noun]), 2);
        assert_eq!(head(&[Noun, Num]), 0);
        assert_eq!(head(&[Sym, Num, Num]), 0);
        assert_eq!(head(&[Sym, Num, Num, Noun]), 3);
        assert_eq!(head(&[Sym, Num, Noun]), 0);
        assert_eq!(head(&[Num, Sym]), 1);
        // "2000-2050"
        assert_eq!(head(&[Num, Sym, Num]), 2);
        assert_eq!(head(&[Propn, Propn, Punct]), 1);
        assert_eq!(head(&[Det, Adj]), 1);
    }

    #[test]
    fn the_phrase_of_a_token() {
        let phrases = [Phrase { tokens: 1..3, head: 2 }, Phrase { tokens: 4..5, head: 4 }];
        assert_eq!([0, 1, 2, 3, 4, 5].map(|t| holding(&phrases, t)), [None, Some(0), Some(0), None, Some(1), None]);
    }
}
