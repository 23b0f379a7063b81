//! What is told of a word, kept for when the word comes again, in this document or the next: the same few words make up
//! most of every text.

use super::StableHash;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// More words than this are not kept at once.
const MOST: usize = 1 << 16;

/// The answers to one question about words.
#[derive(Debug)]
pub struct Memo<V> {
    known: HashMap<Box<str>, V, BuildHasherDefault<Quick>>,
}

impl<V> Default for Memo<V> {
    fn default() -> Memo<V> {
        Memo { known: HashMap::default() }
    }
}

impl<V: Copy> Memo<V> {
    /// The answer, by `ask` where the word is new.
    pub fn get(&mut self, word: &str, ask: impl FnOnce(&str) -> V) -> V {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        if self.known.len() >= MOST {
            self.known.clear();
        }
        let answer = ask(word);
        self.known.insert(word.into(), answer);
        answer
    }
}

/// The standard library's hash withstands chosen words and takes its time; here a slow table is the worst
/// that they could make, and the hash of the fingerprints is quick on short words.
#[derive(Debug, Default)]
pub struct Quick(StableHash);

impl Hasher for Quick {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        self.0 = self.0.write(bytes);
    }

    #[inline]
    fn finish(&self) -> u64 {
        // The low bits of the hash of short words are poor.
        let hash = self.0.value();
        hash ^ hash >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_asked_about_once() {
        let mut memo = Memo::default();
        let lengths = ["kestrel", "kite", "kestrel"].map(|word| memo.get(word, str::len));
        assert_eq!(lengths, [7, 4, 7]);
        assert_eq!(memo.get("kite", |_| 0), 4);
    }
}
