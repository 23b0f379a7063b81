//! What the codes of a font's characters stand for, written out anew. The crate that extracts takes such a map at its
//! word: one range of four billion codes, or brackets without end, would stop it, and one damaged entry the whole file.

use pdf_extract::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The most codes that one map may name: each of two bytes, twice.
const MOST: u32 = 2 << 16;

/// The most ranges of an encoding; each shown character asks them all.
const RANGES: usize = 256;

/// The longest hexadecimal string, in bytes: a character may stand for a word.
const LONGEST: usize = 128;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// From codes to letters.
    Letters,
    /// From bytes to codes.
    Encoding,
}

/// Writes the maps out, and says how many codes they name in all.
pub fn write_out(file: &mut Document) -> usize {
    let mut maps: BTreeMap<ObjectId, Kind> = BTreeMap::new();
    for object in file.objects.values() {
        find(object, file, &mut maps);
    }
    let mut all = 0;
    for (id, kind) in maps {
        let Ok(stream) = file.get_object_mut(id).and_then(Object::as_stream_mut) else { continue };
        let map = stream.get_plain_content().unwrap_or_default();
        let (written, count) = match kind {
            Kind::Letters => letters(&map),
            Kind::Encoding => encoding(&map),
        };
        all += count;
        stream.dict = Dictionary::new();
        stream.set_content(written.into_bytes());
    }
    all
}

/// Which streams the fonts in here name as maps. What is read of a file is nested a hundred deep at most.
fn find(object: &Object, file: &Document, maps: &mut BTreeMap<ObjectId, Kind>) {
    let dictionary = match object {
        Object::Array(objects) => return objects.iter().for_each(|object| find(object, file, maps)),
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &stream.dict,
        _ => return,
    };
    for (key, value) in dictionary {
        let kind = match key.as_slice() {
            b"ToUnicode" => Kind::Letters,
            b"Encoding" => Kind::Encoding,
            _ => {
                find(value, file, maps);
                continue;
            }
        };
        if let Ok((Some(id), Object::Stream(_))) = file.dereference(value) {
            maps.insert(id, kind);
        }
    }
}

/// Each entry one code and its letters, or a range of codes and the first one's letter.
fn letters(map: &[u8]) -> (String, usize) {
    let mut chars: Vec<(u32, Vec<u16>)> = Vec::new();
    let mut ranges: Vec<(u32, u32, u16)> = Vec::new();
    let mut left = MOST;
    for entry in entries(map) {
        let (first, last, words) = match entry.items.as_slice() {
            [Item::Hex(code), words] if entry.section == "bfchar" => (code, code, words),
            [Item::Hex(first), Item::Hex(last), words] if entry.section == "bfrange" => (first, last, words),
            _ => continue,
        };
        let (Some(first), Some(last)) = (code(first), code(last)) else { continue };
        let more = last.checked_sub(first).filter(|more| *more < left);
        let Some(more) = more else { continue };
        left -= more + 1;
        match words {
            Item::Hex(words) => match (units(words).as_slice(), more) {
                (units, 0) => chars.push((first, units.to_vec())),
                ([unit], _) => ranges.push((first, first + more.min(u32::from(u16::MAX - unit)), *unit)),
                ([before @ .., end], _) => {
                    let units = |i: u32| [before, &[end.wrapping_add(i as u16)]].concat();
                    chars.extend((0..=more).map(|i| (first + i, units(i))));
                }
                ([], _) => {}
            },
            Item::List(list) => chars.extend((first..=last).zip(list).map(|(code, words)| (code, units(words)))),
            Item::Number(_) => {}
        }
    }
    chars.retain(|(_, units)| char::decode_utf16(units.iter().copied()).all(|c| c.is_ok()));
    let mut written = format!("{} beginbfchar\n", chars.len());
    for (code, units) in &chars {
        let letters: String = units.iter().map(|unit| format!("{unit:04X}")).collect();
        let _ = writeln!(written, "<{code:08X}> <{letters}>");
    }
    let _ = writeln!(written, "endbfchar\n{} beginbfrange", ranges.len());
    for (first, last, unit) in &ranges {
        let _ = writeln!(written, "<{first:08X}> <{last:08X}> <{unit:04X}>");
    }
    written.push_str("endbfrange\n");
    (written, (MOST - left) as usize)
}

/// Which bytes make a code, and which number it has. The extraction halves the length of a code, and adds a range's
/// number to the code itself: both are written so that the right one comes out.
fn encoding(map: &[u8]) -> (String, usize) {
    let mut written = "0 begincidrange\nendcidrange\n".to_owned();
    let all: Vec<Entry> = entries(map).into_iter().filter(|e| e.section != "bfchar").take(RANGES).collect();
    for entry in &all {
        match entry.items.as_slice() {
            [Item::Hex(low), Item::Hex(high)] if entry.section == "codespacerange" && low.len() == high.len() => {
                let (Some(first), Some(last)) = (code(low), code(high)) else { continue };
                let digits = low.len() * 4;
                let _ = writeln!(
                    written,
                    "1 begincodespacerange\n<{first:0digits$X}> <{last:0digits$X}>\nendcodespacerange"
                );
            }
            [Item::Hex(low), Item::Hex(high), Item::Number(number)] if entry.section == "cidrange" => {
                let (Some(first), Some(last)) = (code(low), code(high)) else { continue };
                let Some(from) = number.checked_sub(first) else { continue };
                let _ = writeln!(written, "1 begincidrange\n<{first:08X}> <{last:08X}> {from}\nendcidrange");
            }
            _ => {}
        }
    }
    (written, all.len())
}

fn code(bytes: &[u8]) -> Option<u32> {
    let code = || bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
    (1..=4).contains(&bytes.len()).then(code)
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [byte] => vec![u16::from(*byte)],
        _ => bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect(),
    }
}

#[derive(Debug)]
enum Item {
    Hex(Vec<u8>),
    List(Vec<Vec<u8>>),
    Number(u32),
}

#[derive(Debug)]
struct Entry {
    section: &'static str,
    items: Vec<Item>,
}

/// The kinds of sections, and how many items make one of their entries.
const SECTIONS: [(&str, usize); 4] = [("bfchar", 2), ("bfrange", 3), ("codespacerange", 2), ("cidrange", 3)];

fn entries(map: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut section: Option<(&'static str, usize)> = None;
    let mut items: Vec<Item> = Vec::new();
    let mut list: Option<Vec<Vec<u8>>> = None;
    let mut rest = map;
    while let Some((first, more)) = rest.split_first() {
        let until = |is_end: fn(&u8) -> bool| more.iter().position(is_end).unwrap_or(more.len());
        let mut used = 0;
        match first {
            b'%' => used = until(|b| matches!(b, b'\r' | b'\n')),
            b'<' if !more.starts_with(b"<") => {
                used = until(|b| *b == b'>');
                let hex = hex(more.get(..used).unwrap_or_default());
                match &mut list {
                    Some(list) => list.push(hex),
                    None => items.push(Item::Hex(hex)),
                }
            }
            b'[' => list = Some(Vec::new()),
            b']' => items.extend(list.take().map(Item::List)),
            b'0'..=b'9' => {
                used = until(|b| !b.is_ascii_digit());
                let digits = rest.get(..=used).and_then(|d| std::str::from_utf8(d).ok());
                items.extend(digits.and_then(|d| d.parse().ok()).map(Item::Number));
            }
            b'/' => used = until(|b| b.is_ascii_whitespace() || b"<[(/%".contains(b)),
            b if b.is_ascii_alphabetic() => {
                used = until(|b| !b.is_ascii_alphabetic());
                let word = rest.get(..=used).and_then(|word| word.strip_prefix(b"begin"));
                section = word.and_then(|word| SECTIONS.into_iter().find(|(name, _)| name.as_bytes() == word));
                items.clear();
                list = None;
            }
            _ => {}
        }
        rest = more.get(used..).unwrap_or_default();
        match section {
            Some((section, needed)) if items.len() == needed => {
                entries.push(Entry { section, items: std::mem::take(&mut items) });
            }
            None => items.clear(),
            _ => {}
        }
    }
    entries
}

/// Some write blanks between the digits.
fn hex(digits: &[u8]) -> Vec<u8> {
    let values: Vec<u8> =
        digits.iter().filter_map(|d| char::from(*d).to_digit(16)).map(|d| d as u8).take(2 * LONGEST).collect();
    values
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit) << (4 * (pair.len() % 2)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(written: &str) -> Vec<&str> {
        written.lines().filter(|line| line.starts_with('<')).collect()
    }

    #[test]
    fn letters_are_written_out() {
        let cases: [(&str, &[&str]); 10] = [
            ("1 beginbfchar <01> <0041> endbfchar", &["<00000001> <0041>"]),
            ("1 beginbfchar\n<0001><00660069>\nendbfchar", &["<00000001> <00660069>"]),
            ("beginbfrange <20> <7E> <0020> endbfrange", &["<00000020> <0000007E> <0020>"]),
            ("beginbfrange <01> <02> [<0041> <0042>] endbfrange", &["<00000001> <0041>", "<00000002> <0042>"]),
            ("beginbfrange <01><02> <D835DC00> endbfrange", &["<00000001> <D835DC00>", "<00000002> <D835DC01>"]),
            ("beginbfrange <0000> <FFFFFFFF> <0041> endbfrange", &[]),
            ("beginbfrange <0000> <FFFF> <FFFE> endbfrange", &["<00000000> <00000001> <FFFE>"]),
            ("99999999 beginbfchar <01> <D800> <02> <41> (nothing) endbfchar", &["<00000002> <0041>"]),
            ("beginbfchar % <01> <0042>\n<0 1> <00 41> endbfchar <02> <0042>", &["<00000001> <0041>"]),
            ("beginbfchar <0102030405> <0041> endbfchar [[[[ <<<< ((((", &[]),
        ];
        for (map, due) in cases {
            assert_eq!(lines(&letters(map.as_bytes()).0), due, "{map}");
        }
    }

    #[test]
    fn encodings_are_written_out() {
        let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 begincidrange <0000> <00FF> 0 <0100> <01FF> 300 \
                   endcidrange";
        let (written, _) = encoding(map.as_bytes());
        assert_eq!(lines(&written), ["<00000000> <0000FFFF>", "<00000000> <000000FF> 0", "<00000100> <000001FF> 44"]);
    }
}
