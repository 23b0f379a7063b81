//! How far the streams of a file unpack, counted before anything is kept of them: a few kilobytes can hold gigabytes.
//! Pictures and attached files are not counted, for nothing here unpacks them.

use flate2::read::{DeflateDecoder, ZlibDecoder};
use pdf_extract::{Dictionary, Document, Object, Stream};
use regex::bytes::Regex;
use std::borrow::Cow;
use std::io::Read;
use std::sync::LazyLock;

/// The most that one stream may unpack to, and all of a file's together.
const ONE: usize = 32 << 20;
const ALL: usize = 256 << 20;

/// How many times its length an LZW stream is taken to unpack to; it is an old and rare kind.
const LZW: usize = 300;

/// How far before a stream its dictionary may begin.
const DICTIONARY: usize = 4096;

static STREAM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?-u)stream\r?\n").ok());

#[derive(Debug, Clone, Copy, PartialEq)]
enum Filter {
    Flate,
    Lzw,
    Ascii85,
}

impl Filter {
    fn named(name: &[u8]) -> Option<Filter> {
        match name {
            b"FlateDecode" | b"Fl" => Some(Filter::Flate),
            b"LZWDecode" | b"LZW" => Some(Filter::Lzw),
            b"ASCII85Decode" | b"A85" => Some(Filter::Ascii85),
            _ => None,
        }
    }
}

/// Does each stream of the file, and do all together, unpack to no more than that? Asked of the bytes as they lie
/// there: to learn where a file's parts are, streams are unpacked already.
pub fn is_bounded(file: &[u8]) -> bool {
    let Some(pattern) = STREAM.as_ref() else { return false };
    let mut all = 0;
    pattern.find_iter(file).all(|found| {
        let before = file.get(found.start().saturating_sub(DICTIONARY)..found.start()).unwrap_or_default();
        let dictionary = find_last(before, b"obj").and_then(|at| before.get(at..)).unwrap_or(before);
        let has = |name: &[u8]| find_last(dictionary, name).is_some();
        if before.ends_with(b"end") || (has(b"/Image") || has(b"/EmbeddedFile")) && !has(b"/ObjStm") && !has(b"/XRef") {
            return true;
        }
        count(&mut all, &filters(dictionary), file.get(found.end()..).unwrap_or_default())
    })
}

/// The same of a file that was locked without a password, whose streams could not be counted before.
pub fn is_bounded_unlocked(file: &Document) -> bool {
    let mut all = 0;
    file.objects.values().filter_map(|object| object.as_stream().ok()).all(|stream| {
        let is_picture = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image");
        let names = stream.filters().unwrap_or_default();
        let filters: Vec<Filter> = names.into_iter().map_while(Filter::named).collect();
        is_picture || count(&mut all, &filters, &stream.content)
    })
}

/// The filters that a dictionary names, in the order in which they are undone.
fn filters(dictionary: &[u8]) -> Vec<Filter> {
    let key = b"/Filter";
    let Some(at) = find_last(dictionary, key) else { return Vec::new() };
    let rest = dictionary.get(at + key.len()..).unwrap_or_default().trim_ascii_start();
    if rest.first().is_some_and(u8::is_ascii_digit) {
        // Named in another object; almost all are of this kind.
        return vec![Filter::Flate];
    }
    let names = rest.split(|b| *b == b'/').skip(1);
    let name = |part: &[u8]| part.split(|b| !b.is_ascii_alphanumeric()).next().and_then(Filter::named);
    names.map_while(name).collect()
}

/// Adds to `all` what the content unpacks to, step by step.
fn count(all: &mut usize, filters: &[Filter], content: &[u8]) -> bool {
    let mut content = Cow::Borrowed(content);
    for (step, filter) in filters.iter().enumerate() {
        let end = || find_first(&content, b"endstream").unwrap_or(content.len());
        let unpacked = match filter {
            Filter::Flate => inflated(&content),
            Filter::Lzw if end() * LZW > ONE || step + 1 < filters.len() => return false,
            Filter::Lzw => Vec::new(),
            Filter::Ascii85 => {
                let mut dictionary = Dictionary::new();
                dictionary.set("Filter", Object::Name(b"ASCII85Decode".to_vec()));
                let written = content.get(..end()).unwrap_or_default().trim_ascii_end();
                Stream::new(dictionary, written.to_vec()).decompressed_content().unwrap_or_default()
            }
        };
        *all += unpacked.len();
        if unpacked.len() > ONE || *all > ALL {
            return false;
        }
        content = Cow::Owned(unpacked);
    }
    true
}

/// What it inflates to, up to one byte too many.
fn inflated(content: &[u8]) -> Vec<u8> {
    let most = ONE as u64 + 1;
    let mut unpacked = Vec::new();
    // Damage ends it, and leaves what came before.
    let _ = ZlibDecoder::new(content).take(most).read_to_end(&mut unpacked);
    if unpacked.is_empty() {
        let _ = DeflateDecoder::new(content.get(2..).unwrap_or_default()).take(most).read_to_end(&mut unpacked);
    }
    unpacked
}

fn find_last(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).rposition(|window| window == words)
}

fn find_first(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::read::ZlibEncoder;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packed = Vec::new();
        ZlibEncoder::new(bytes, Compression::best()).read_to_end(&mut packed).unwrap();
        packed
    }

    fn file(dictionary: &str, content: &[u8]) -> Vec<u8> {
        [b"1 0 obj\n<< ", dictionary.as_bytes(), b" >>\nstream\n", content, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn what_unpacks_without_end() {
        let bomb = packed(&vec![b' '; ONE + 1]);
        assert!(!is_bounded(&file("/Filter /FlateDecode", &bomb)));
        assert!(!is_bounded(&file("/Type/ObjStm /Subtype /Image /Filter[/FlateDecode]", &bomb)));
        assert!(!is_bounded(&file("/Filter [ /FlateDecode /FlateDecode ]", &packed(&bomb))));
        assert!(!is_bounded(&file("/Filter 7 0 R", &bomb)));
        assert!(!is_bounded(&file("/Filter /LZWDecode", &[0; 200_000])));
        assert!(!is_bounded(&file("/Filter /FlateDecode", &packed(&vec![0; ONE])).repeat(9)));
        assert!(is_bounded(&file("/Filter /FlateDecode", &packed(&vec![0; ONE]))));
        assert!(is_bounded(&file("/Subtype /Image /Filter /FlateDecode", &bomb)));
        assert!(is_bounded(&file("/Filter [/ASCII85Decode /FlateDecode]", b"Gap~>")));
    }
}
