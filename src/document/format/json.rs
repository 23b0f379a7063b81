//! JSON fact sheets: each value is a field, labelled with its key and the keys
//! around it. A scanner of our own, because places matter more than types: damage
//! ends the reading where it stands.

use crate::document::reading::Builder;
use crate::document::written_date::written_date;
use crate::document::{BlockKind, Reading, Seat};
use std::ops::Range;

/// Deeper values are passed over.
const DEEPEST: usize = 60;

/// How many of the keys around a value its label names.
const LABEL_KEYS: usize = 2;

pub fn read(source: &str) -> Reading {
    let mut scanner = Scanner { source, reading: Reading::new(source), at: 0, keys: Vec::new(), record: None };
    // What cannot be read ends the sheet; the fields before it stand.
    let _ = scanner.value();
    scanner.reading.finish()
}

struct Scanner<'s> {
    source: &'s str,
    reading: Builder<'s>,
    at: usize,
    keys: Vec<String>,
    /// The object being read, where it is one of an array: its fields are a row.
    record: Option<Seat>,
}

impl<'s> Scanner<'s> {
    /// The next byte that is no blank.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.source.as_bytes().get(self.at..)?;
        self.at += rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        self.source.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn value(&mut self) -> Option<()> {
        if self.keys.len() > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'{' => self.members(b'}', true),
            b'[' => self.members(b']', false),
            b'"' => {
                let range = self.string()?;
                self.field(range, true);
                Some(())
            }
            _ => {
                let start = self.at;
                let rest = self.source.get(start..)?;
                let length = rest.find([',', '}', ']', ' ', '\n', '\r', '\t']).unwrap_or(rest.len());
                if length == 0 {
                    return None;
                }
                self.at += length;
                if rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
                    self.field(start..self.at, false);
                }
                Some(())
            }
        }
    }

    fn members(&mut self, close: u8, keyed: bool) -> Option<()> {
        self.at += 1;
        let outer = self.record;
        let table = if keyed { 0 } else { self.reading.next_table() };
        let mut row = 0;
        loop {
            if self.peek()? == close {
                self.at += 1;
                self.record = outer;
                return Some(());
            }
            if keyed {
                let key = self.string()?;
                self.keys.push(self.source.get(key)?.to_owned());
                self.skip(b':')?;
            } else {
                self.keys.push(String::new());
                row += 1;
                let is_object = self.peek()? == b'{';
                self.record = is_object.then(|| Seat { table, row, columns: 1, rows: 1, ..Seat::default() });
            }
            let read = self.value();
            self.keys.pop();
            read?;
            if self.peek()? == b',' {
                self.at += 1;
            }
        }
    }

    /// The inside of the string at this place.
    fn string(&mut self) -> Option<Range<usize>> {
        self.skip(b'"')?;
        let start = self.at;
        let bytes = self.source.as_bytes();
        loop {
            match bytes.get(self.at)? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        let end = self.at;
        self.at += 1;
        Some(start..end)
    }

    fn field(&mut self, range: Range<usize>, is_string: bool) {
        let named: Vec<&str> = self.keys.iter().map(String::as_str).filter(|k| !k.is_empty()).collect();
        let words = self.source.get(range.clone()).unwrap_or_default();
        let key = named.last().copied().unwrap_or_default().to_ascii_lowercase();
        if named.len() == 1 && is_string {
            match key.as_str() {
                "title" | "headline" | "name" if self.reading.meta().title.is_none() => {
                    self.reading.meta().title = Some(words.to_owned());
                }
                "date" | "published" | "datepublished" | "pubdate" => self.reading.meta().date = written_date(words),
                _ => {}
            }
        }
        let label = named.get(named.len().saturating_sub(LABEL_KEYS)..).unwrap_or_default().join(" ").replace('_', " ");
        self.reading.open(BlockKind::Field, Some(label).filter(|l| !l.is_empty()), 0);
        if let Some(record) = self.record {
            self.reading.seat(record);
        }
        if is_string {
            self.decode(range)
        } else {
            self.reading.verbatim(range)
        }
        self.reading.close();
    }

    /// Takes over a string, its escapes decoded.
    fn decode(&mut self, range: Range<usize>) {
        decode(self.source, range, |piece| match piece {
            Piece::Verbatim(place) => self.reading.verbatim(place),
            Piece::Escape(words, place) => self.reading.decoded(&words.replace(['\n', '\r', '\t'], " "), place),
        });
    }
}

/// A part of a string, by its place.
pub enum Piece {
    Verbatim(Range<usize>),
    /// What an escape stands for.
    Escape(String, Range<usize>),
}

/// The inside of the string at `range`, piece by piece.
pub fn decode(source: &str, range: Range<usize>, mut take: impl FnMut(Piece)) {
    let (mut at, mut from) = (range.start, range.start);
    while let Some(offset) = source.get(at..range.end).and_then(|rest| rest.find('\\')) {
        at += offset;
        let rest = source.get(at..range.end).unwrap_or_default();
        let Some(length) = escape_length(rest) else {
            at += 1;
            continue;
        };
        take(Piece::Verbatim(from..at));
        let quoted = format!("\"{}\"", rest.get(..length).unwrap_or_default());
        take(Piece::Escape(serde_json::from_str(&quoted).unwrap_or_default(), at..at + length));
        at += length;
        from = at;
    }
    take(Piece::Verbatim(from..range.end));
}

/// The length of the escape at the start of `text`; both halves of a surrogate pair are one.
fn escape_length(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('\\')?;
    let length = if rest.starts_with('u') {
        let pair = text.get(6..8) == Some("\\u") && text.get(2..3).is_some_and(|c| c.eq_ignore_ascii_case("d"));
        if pair { 12 } else { 6 }
    } else {
        1 + rest.chars().next()?.len_utf8()
    };
    Some(length).filter(|l| text.is_char_boundary(*l))
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    fn read(text: &str) -> Vec<String> {
        let doc = Document::read("t.json", Role::Source, Format::Json, text.as_bytes().to_vec());
        doc.blocks.iter().map(|b| format!("{}: {}", b.label.as_deref().unwrap_or("-"), doc.slice(b.span))).collect()
    }

    #[test]
    fn values_are_labelled_with_their_keys() {
        assert_eq!(
            read(r#"{"ship": {"name": "Alma", "built_in": 2004, "afloat": true}, "ports": ["Osthaven", "Nordvik"]}"#),
            ["ship name: Alma", "ship built in: 2004", "ports: Osthaven", "ports: Nordvik"]
        );
    }

    #[test]
    fn escapes_are_decoded() {
        assert_eq!(read(r#"{"a": "caf\u00e9 \ud834\udd1e \"b\"\nc"}"#), ["a: café 𝄞 \"b\" c"]);
    }

    #[test]
    fn damage_ends_the_sheet() {
        assert_eq!(read(r#"{"a": 1, "b": 2, c"#), ["a: 1", "b: 2"]);
        assert_eq!(read(r#"{"a": "x\"#), Vec::<String>::new());
    }
}
