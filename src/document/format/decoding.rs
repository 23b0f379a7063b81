//! Text that a file holds in a code of its own (strings of JSON, the parts of an e-mail), and the way back to the file.

use crate::document::Map;
use crate::text::Place;
use std::ops::Range;

#[derive(Debug, Default)]
pub struct Decoding {
    pub text: String,
    pub map: Map,
}

impl Decoding {
    /// Takes over bytes of `source` as they stand.
    pub fn verbatim(&mut self, source: &str, range: Range<usize>) {
        let Some(words) = source.get(range.clone()).filter(|words| !words.is_empty()) else { return };
        self.map.push_verbatim(self.text.len(), Place { start: range.start, end: range.end });
        self.text.push_str(words);
    }

    /// Adds words that other bytes stand for.
    pub fn decoded(&mut self, words: &str, range: Range<usize>) {
        if !words.is_empty() {
            self.map.push_decoded(self.text.len(), Place { start: range.start, end: range.end });
            self.text.push_str(words);
        }
    }

    /// Takes back all behind the first `length` bytes.
    pub fn cut(&mut self, length: usize) {
        self.text.truncate(length);
        self.map.truncate(length);
    }
}
