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

/// How many times its length a stream can unpack to that is deflated once.
const DEFLATED: usize = 1032;

/// How far before a stream its dictionary may begin, where a file has more dictionaries than it has room for.
const DICTIONARY: usize = 4096;

/// What a row of a picture, and a field of a table of contents, may hold at most: more is damage, and is given room
/// before it is read.
const WIDEST: [(&[u8], usize); 3] = [(b"/Columns", 1 << 16), (b"/Colors", 64), (b"/BitsPerComponent", 64)];
const FIELD: usize = 8;

static MARK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u)\d\s+obj\b|(?:end)?stream\r?\n|endstream").ok());

/// A stream as it lies in a file.
struct Packed<'a> {
    /// With the names in it as they are meant.
    dictionary: Cow<'a, [u8]>,
    /// All that comes after it.
    rest: &'a [u8],
    /// How much of that is before the word that ends it.
    length: usize,
}

impl Packed<'_> {
    fn has(&self, name: &[u8]) -> bool {
        find_last(&self.dictionary, name).is_some()
    }

    fn is_object_stream(&self) -> bool {
        self.has(b"/ObjStm")
    }

    /// Are the sizes it names such as are met with?
    fn is_sane(&self) -> bool {
        let most = |(key, most): (&[u8], usize)| {
            numbers_after(&self.dictionary, key, false).is_none_or(|n| n.first() <= Some(&most))
        };
        // A table of contents whose entries have no place in them would never end.
        let fields = numbers_after(&self.dictionary, b"/W", true);
        let are_fields = |n: Vec<usize>| n.iter().all(|n| *n <= FIELD) && n.get(1).is_none_or(|n| *n > 0);
        WIDEST.into_iter().all(most) && fields.is_none_or(are_fields)
    }
}

/// The whole number, or the list of them, that the last such key of a dictionary has.
fn numbers_after(dictionary: &[u8], key: &[u8], is_list: bool) -> Option<Vec<usize>> {
    let rest = dictionary.get(find_last(dictionary, key)? + key.len()..)?.trim_ascii_start();
    let rest = if is_list { rest.strip_prefix(b"[")? } else { rest };
    let end = rest.iter().position(|b| !(b.is_ascii_digit() || is_list && b.is_ascii_whitespace()));
    let words = std::str::from_utf8(rest.get(..end.unwrap_or(rest.len()))?).ok()?;
    // What is too long for a number is more than any limit.
    Some(words.split_whitespace().map(|n| n.parse().unwrap_or(usize::MAX)).collect())
}

/// The streams of a file, in order.
fn streams(file: &[u8]) -> Vec<Packed<'_>> {
    let Some(mark) = MARK.as_ref() else { return Vec::new() };
    let mut streams: Vec<Packed> = Vec::new();
    let (mut object, mut room, mut open) = (0, 2 * file.len(), 0);
    for found in mark.find_iter(file) {
        let words = found.as_bytes();
        if words.ends_with(b"obj") {
            object = found.start();
            continue;
        }
        if words.starts_with(b"end") {
            for stream in streams.iter_mut().skip(open) {
                stream.length = stream.rest.len() - (file.len() - found.start());
            }
            open = streams.len();
            continue;
        }
        let nearest = found.start().saturating_sub(DICTIONARY);
        let start = if found.start() - object <= room { object } else { object.max(nearest) };
        room = room.saturating_sub(found.start() - start);
        let dictionary = meant(file.get(start..found.start()).unwrap_or_default());
        let rest = file.get(found.end()..).unwrap_or_default();
        streams.push(Packed { dictionary, rest, length: rest.len() });
    }
    streams
}

/// With characters in place of their numbers: "/F#69lter".
fn meant(dictionary: &[u8]) -> Cow<'_, [u8]> {
    if !dictionary.contains(&b'#') {
        return Cow::Borrowed(dictionary);
    }
    let mut meant = Vec::with_capacity(dictionary.len());
    let mut rest = dictionary;
    while let Some((byte, more)) = rest.split_first() {
        let digit = |i: usize| more.get(i).and_then(|d| char::from(*d).to_digit(16));
        match (byte, digit(0), digit(1)) {
            (b'#', Some(high), Some(low)) => {
                meant.push((high << 4 | low) as u8);
                rest = more.get(2..).unwrap_or_default();
            }
            _ => {
                meant.push(*byte);
                rest = more;
            }
        }
    }
    Cow::Owned(meant)
}

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

/// How far a file unpacks.
#[derive(Debug, PartialEq)]
pub enum Size {
    Bounded,
    TooLarge,
    /// It names a size that no part of a file has.
    Damaged,
}

/// Does each stream of the file, and do all together, unpack to no more than that? Asked of the bytes as they lie
/// there: to learn where a file's parts are, streams are unpacked already.
pub fn size(file: &[u8]) -> Size {
    let mut all = 0;
    for stream in streams(file) {
        if !stream.is_sane() {
            return Size::Damaged;
        }
        let is_read = stream.is_object_stream() || stream.has(b"/XRef");
        if !is_read && (stream.has(b"/Image") || stream.has(b"/EmbeddedFile")) {
            continue;
        }
        if !count(&mut all, &filters(&stream.dictionary), stream.rest, stream.length) {
            return Size::TooLarge;
        }
    }
    Size::Bounded
}

/// Could the streams of a locked file that are unpacked as it is opened be too large? What is in them cannot be counted
/// before; their lengths can.
pub fn is_bounded_locked(file: &[u8]) -> bool {
    let mut all = 0;
    streams(file).iter().filter(|stream| stream.is_object_stream()).all(|stream| {
        all += stream.length * DEFLATED;
        all <= ALL
            && filters(&stream.dictionary).iter().all(|filter| *filter == Filter::Flate)
            && filters(&stream.dictionary).len() < 2
    })
}

/// The same of the other streams of a file that was locked without a password.
pub fn is_bounded_unlocked(file: &Document) -> bool {
    let mut all = 0;
    file.objects.values().filter_map(|object| object.as_stream().ok()).all(|stream| {
        let is_picture = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image");
        let names = stream.filters().unwrap_or_default();
        let filters: Vec<Filter> = names.into_iter().map_while(Filter::named).collect();
        is_picture || count(&mut all, &filters, &stream.content, stream.content.len())
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
fn count(all: &mut usize, filters: &[Filter], content: &[u8], length: usize) -> bool {
    let mut content = Cow::Borrowed(content);
    for (step, filter) in filters.iter().enumerate() {
        let end = if step == 0 { length } else { content.len() };
        let unpacked = match filter {
            Filter::Flate => inflated(&content),
            Filter::Lzw if end * LZW > ONE || step + 1 < filters.len() => return false,
            Filter::Lzw => Vec::new(),
            Filter::Ascii85 => {
                let mut dictionary = Dictionary::new();
                dictionary.set("Filter", Object::Name(b"ASCII85Decode".to_vec()));
                let written = content.get(..end).unwrap_or_default().trim_ascii_end();
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
    let most = (ONE as u64).saturating_add(1);
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

    fn is(due: Size, file: &[u8]) -> bool {
        size(file) == due
    }

    #[test]
    fn what_unpacks_without_end() {
        let bomb = packed(&vec![b' '; ONE + 1]);
        assert!(is(Size::TooLarge, &file("/Filter /FlateDecode", &bomb)));
        assert!(is(Size::TooLarge, &file("/Type/ObjStm /Subtype /Image /Filter[/FlateDecode]", &bomb)));
        assert!(is(Size::TooLarge, &file("/Filter [ /FlateDecode /FlateDecode ]", &packed(&bomb))));
        assert!(is(Size::TooLarge, &file("/Filter 7 0 R", &bomb)));
        assert!(is(Size::TooLarge, &file("/Filter /LZWDecode", &[0; 200_000])));
        assert!(is(Size::TooLarge, &file("/Filter /FlateDecode", &packed(&vec![0; ONE])).repeat(9)));
        assert!(is(Size::Bounded, &file("/Filter /FlateDecode", &packed(&vec![0; ONE]))));
        assert!(is(Size::Bounded, &file("/Subtype /Image /Filter /FlateDecode", &bomb)));
        assert!(is(Size::Bounded, &file("/Filter [/ASCII85Decode /FlateDecode]", b"Gap~>")));
    }

    #[test]
    fn what_is_hidden() {
        let bomb = packed(&vec![b' '; ONE + 1]);
        assert!(is(Size::TooLarge, &file("/F#69lter /Flate#44ecode", &bomb)));
        assert!(is(Size::TooLarge, &file(&format!("/Filter /FlateDecode /X ({})", "x".repeat(9000)), &bomb)));
        assert!(is(Size::Damaged, &file("/Type /XRef /W [0 0 0]", b"")));
        assert!(is(Size::Damaged, &file("/Type /XRef /W [1 99999999999999999999 1]", b"")));
        assert!(is(Size::Damaged, &file("/DecodeParms << /Predictor 12 /Columns 4444444 >>", b"")));
        assert!(is(Size::Bounded, &file("/Type /XRef /W [1 2 0] /Width 900000 /DecodeParms << /Columns 4 >>", b"")));
    }

    #[test]
    fn what_is_locked() {
        let long = "x".repeat(ALL / DEFLATED + 1);
        assert!(is_bounded_locked(&file("/Type /ObjStm /Filter /FlateDecode", b"x")));
        assert!(is_bounded_locked(&file("/Filter /FlateDecode", long.as_bytes())));
        assert!(!is_bounded_locked(&file("/Type /ObjStm /Filter /FlateDecode", long.as_bytes())));
        assert!(!is_bounded_locked(&file("/Type /ObjStm /Filter [/FlateDecode /FlateDecode]", b"x")));
    }
}
