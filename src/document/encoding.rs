//! From the bytes of a file to text, and from places in that text back to bytes.
//! UTF-8 is taken as it is; UTF-16 and Windows-1252 are decoded, and a UTF-8 file
//! with a few damaged bytes keeps the rest of its words.

use crate::text::Place;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    Utf8,
    /// UTF-8 but for some bytes, each run of which reads as U+FFFD.
    DamagedUtf8,
    Utf16Le,
    Utf16Be,
    /// What is left: old Western files. A guess, so it is said.
    Windows1252,
}

impl Encoding {
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::DamagedUtf8 => "utf-8 (damaged)",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    /// The encoding of `bytes`; `None` when they are no text.
    pub fn of(bytes: &[u8]) -> Option<Encoding> {
        if bytes.starts_with(&[0xFF, 0xFE]) {
            // Two more zeros are the mark of UTF-32, which no program saves text in.
            if bytes.get(2..4) == Some(&[0, 0]) {
                return None;
            }
            return Some(Encoding::Utf16Le);
        }
        if bytes.starts_with(&[0xFE, 0xFF]) {
            return Some(Encoding::Utf16Be);
        }
        if bytes.contains(&0) {
            return unmarked_utf16(bytes);
        }
        if std::str::from_utf8(bytes).is_ok() {
            return Some(Encoding::Utf8);
        }
        let (mut wide, mut broken) = (0, 0);
        for chunk in bytes.utf8_chunks() {
            wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            broken += usize::from(!chunk.invalid().is_empty());
        }
        Some(if wide > 4 * broken { Encoding::DamagedUtf8 } else { Encoding::Windows1252 })
    }

    /// How many bytes of the file `c` stands for.
    fn width(self, c: char) -> usize {
        match self {
            Encoding::Utf8 | Encoding::DamagedUtf8 => c.len_utf8(),
            Encoding::Utf16Le | Encoding::Utf16Be => 2 * c.len_utf16(),
            Encoding::Windows1252 => 1,
        }
    }
}

/// UTF-16 without a mark, as some programs export it: every other byte of Western text is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count() * 2;
    let most = sample.len() * 7 / 10;
    match (zeros(0), zeros(1)) {
        (0..=2, odd) if odd > most => Some(Encoding::Utf16Le),
        (even, 0..=2) if even > most => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// A file's text, and the way back to its bytes.
#[derive(Debug)]
pub struct Decoded {
    pub text: String,
    pub way_back: WayBack,
}

/// From a place in decoded text to the bytes it was decoded from.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WayBack {
    pub encoding: Encoding,
    /// (byte of the text, byte of the file) at some places, in order; none for UTF-8.
    marks: Vec<(usize, usize)>,
}

/// How far apart the places are that a `WayBack` remembers.
const STRIDE: usize = 256;

impl WayBack {
    pub const UTF8: WayBack = WayBack { encoding: Encoding::Utf8, marks: Vec::new() };

    /// The file's bytes that `place` of `text` was decoded from.
    pub fn in_file(&self, text: &[u8], place: Place) -> Place {
        Place { start: self.byte(text, place.start), end: self.byte(text, place.end) }
    }

    fn byte(&self, text: &[u8], offset: usize) -> usize {
        let index = self.marks.partition_point(|(mark, _)| *mark <= offset);
        let Some((mark, file)) = index.checked_sub(1).and_then(|i| self.marks.get(i)) else { return offset };
        if self.encoding == Encoding::DamagedUtf8 {
            return file + (offset - mark);
        }
        let between = text.get(*mark..offset).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default();
        file + between.chars().map(|c| self.encoding.width(c)).sum::<usize>()
    }
}

impl Decoded {
    /// Decodes `bytes`; gives nothing when they are no text.
    pub fn new(bytes: Vec<u8>) -> Option<Decoded> {
        let encoding = Encoding::of(&bytes)?;
        let mut decoded = Decoded { text: String::new(), way_back: WayBack { encoding, marks: Vec::new() } };
        match encoding {
            Encoding::Utf8 => decoded.text = String::from_utf8(bytes).ok()?,
            Encoding::DamagedUtf8 => decoded.take_damaged(&bytes),
            Encoding::Utf16Le => decoded.take_utf16(&bytes, u16::from_le_bytes),
            Encoding::Utf16Be => decoded.take_utf16(&bytes, u16::from_be_bytes),
            Encoding::Windows1252 => decoded.take_chars(bytes.iter().map(|b| windows_1252(*b))),
        }
        Some(decoded)
    }

    fn take_damaged(&mut self, bytes: &[u8]) {
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            self.way_back.marks.push((self.text.len(), at));
            self.text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                self.way_back.marks.push((self.text.len(), at + chunk.valid().len()));
                self.text.push(char::REPLACEMENT_CHARACTER);
            }
            at += chunk.valid().len() + chunk.invalid().len();
        }
        self.way_back.marks.push((self.text.len(), at));
    }

    fn take_utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16) {
        let units = bytes.chunks_exact(2).map(|pair| match pair {
            [a, b] => unit([*a, *b]),
            _ => 0,
        });
        self.take_chars(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }

    fn take_chars(&mut self, chars: impl Iterator<Item = char>) {
        let mut at = 0;
        for c in chars {
            if self.way_back.marks.last().is_none_or(|(text, _)| self.text.len() - text >= STRIDE) {
                self.way_back.marks.push((self.text.len(), at));
            }
            self.text.push(c);
            at += self.way_back.encoding.width(c);
        }
    }
}

/// Bytes 0x80 to 0x9F; the five that mean nothing read as U+FFFD.
const UPPER_CONTROLS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

pub fn windows_1252(byte: u8) -> char {
    let controls = byte.checked_sub(0x80).and_then(|i| UPPER_CONTROLS.get(usize::from(i)));
    controls.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each character's bytes in the file, by the way back.
    fn check(bytes: &[u8], encoding: Encoding, text: &str) -> Decoded {
        let decoded = Decoded::new(bytes.to_vec()).expect("text");
        assert_eq!((decoded.way_back.encoding, decoded.text.as_str()), (encoding, text));
        decoded
    }

    #[test]
    fn utf8_maps_to_itself() {
        let decoded = check("né 1".as_bytes(), Encoding::Utf8, "né 1");
        assert_eq!(
            decoded.way_back.in_file(decoded.text.as_bytes(), Place { start: 4, end: 5 }),
            Place { start: 4, end: 5 }
        );
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        let text = "Le 14 août 𝄞 fin ".repeat(40);
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
        let decoded = check(&little, Encoding::Utf16Le, &text);
        let at = text.rfind("fin").unwrap();
        let place = decoded.way_back.in_file(decoded.text.as_bytes(), Place { start: at, end: at + 3 });
        assert_eq!(&little[place.start..place.end], [b'f', 0, b'i', 0, b'n', 0]);
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units.iter().flat_map(|u| u.to_be_bytes())).collect();
        check(&big, Encoding::Utf16Be, &format!("\u{feff}{text}"));
    }

    #[test]
    fn old_western_files() {
        let decoded = check(b"\x93caf\xe9\x94 \x96 5 \x80", Encoding::Windows1252, "“café” – 5 €");
        let at = decoded.text.find('5').unwrap();
        assert_eq!(
            decoded.way_back.in_file(decoded.text.as_bytes(), Place { start: at, end: at + 1 }),
            Place { start: 9, end: 10 }
        );
    }

    #[test]
    fn one_damaged_byte_spoils_no_file() {
        let decoded =
            check(b"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 \xff 14", Encoding::DamagedUtf8, "ééééé \u{fffd} 14");
        let at = decoded.text.find("14").unwrap();
        assert_eq!(
            decoded.way_back.in_file(decoded.text.as_bytes(), Place { start: at, end: at + 2 }),
            Place { start: 13, end: 15 }
        );
    }

    #[test]
    fn pictures_are_no_text() {
        assert!(Decoded::new(b"\xff\xfe\0\0a\0\0\0".to_vec()).is_none());
        assert!(Decoded::new(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()).is_none());
    }
}
