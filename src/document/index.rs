//! Where tokens and sentences begin, by the place in the text: everybody asks for what stands at a byte, and a search by
//! halves over all tokens of a long text is slow.

use super::narrow::Narrow;
use super::{Sentence, Token};

/// A step of the text, in bytes, for tokens and for sentences.
const OF_TOKENS: usize = 16;
const OF_SENTENCES: usize = 64;

#[derive(Debug, Default)]
pub struct Index {
    /// For each step the first that starts in it or behind it.
    tokens: Narrow,
    sentences: Narrow,
}

impl Index {
    /// Of a text of so many bytes.
    pub fn new(tokens: &[Token], sentences: &[Sentence], length: usize) -> Index {
        Index {
            tokens: steps(tokens.iter().map(|t| t.span.start), OF_TOKENS, length),
            sentences: steps(sentences.iter().map(|s| s.span.start), OF_SENTENCES, length),
        }
    }

    /// A token that starts before `offset` or is the first that does not, a few tokens away at the most.
    #[inline]
    pub fn token(&self, offset: u32) -> usize {
        at(&self.tokens, offset as usize / OF_TOKENS)
    }

    /// The same of sentences.
    #[inline]
    pub fn sentence(&self, offset: u32) -> usize {
        at(&self.sentences, offset as usize / OF_SENTENCES)
    }
}

#[inline]
fn at(steps: &Narrow, step: usize) -> usize {
    let last = || steps.len().checked_sub(1).and_then(|last| steps.get(last));
    steps.get(step).or_else(last).map_or(0, |first| first as usize)
}

/// `starts` are in order.
fn steps(starts: impl Iterator<Item = u32>, step: usize, length: usize) -> Narrow {
    let mut first = Narrow::with_capacity(length.div_ceil(step).saturating_add(1));
    for (index, start) in (0_u32..).zip(starts) {
        while first.len().saturating_mul(step) <= start as usize {
            first.push(index);
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    #[test]
    fn what_stands_at_each_byte() {
        let text = "A b, c.  Dee eff gee hah ijk lmn opq.\n\nÄ long-winded-wordwordwordwordwordword here. \n";
        for text in [text, "", " ", "x"] {
            let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
            for offset in 0..text.len() as u32 + 40 {
                let token = document.tokens.partition_point(|t| t.span.start < offset);
                assert_eq!(document.token_at(offset), token, "{offset}");
                let sentence = document.sentences.partition_point(|s| s.span.start <= offset).saturating_sub(1);
                assert_eq!(document.sentence_at(offset), sentence, "{offset}");
            }
        }
    }
}
