//! How common words, name parts and figures are in English documents: a table made once, by
//! `cargo run --release --example fit -- background FOLDER OUT`, and embedded. Made on 2026-11-28 from 1,178 English
//! documents, of which counts alone are kept: the news articles of FRANK and FIB (587), stories, articles and pages of
//! ContraDoc (294), news with marked times (139), documents of SummEdits (88), article pages (37), Wikipedia pages (33).
//!
//! Five bytes an entry, sorted by key: the key, and its information, ln(documents / documents with it), in
//! tenths. What the table lacks stands in one document of the background or in none.

use std::cmp::Ordering;
use std::sync::LazyLock;

/// Keys of different kinds never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// A capitalised word inside a sentence.
    Name,
    Figure,
}

static TABLE: &[u8] = include_bytes!("background.bin");
const ENTRY: usize = 5;

/// ln(documents / ½) of the background, in tenths: what a word that it does not know is worth.
const UNKNOWN: u32 = 78;

/// By the upper bits of a key, where the entries begin that have these: a hash has few neighbours.
static PARTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut parts = Vec::with_capacity(1 << (u32::BITS - PART));
    for (index, entry) in (0_u32..).zip(TABLE.chunks_exact(ENTRY)) {
        let key = entry.first_chunk().map_or(0, |key| u32::from_le_bytes(*key));
        while parts.len() <= (key >> PART) as usize {
            parts.push(index);
        }
    }
    parts
});
/// So many of the lower bits are left out.
const PART: u32 = 19;

/// The key of a stem (by its hash) or of a figure's digits.
pub fn key(kind: Kind, hash: u64) -> u32 {
    let salt: u32 = match kind {
        Kind::Word => 0,
        Kind::Name => 0x5bd1_e995,
        Kind::Figure => 0x9e37_79b9,
    };
    ((hash >> 32) as u32) ^ (hash as u32) ^ salt
}

/// Its information in tenths of a nat.
pub fn information(key: u32) -> u32 {
    let at = |part: usize| PARTS.get(part).map_or(TABLE.len() / ENTRY, |first| *first as usize);
    let part = (key >> PART) as usize;
    let (mut low, mut high) = (at(part), at(part + 1));
    while low < high {
        let middle = low.midpoint(high);
        let Some(&[a, b, c, d, information]) = TABLE.get(middle * ENTRY..middle * ENTRY + ENTRY) else { break };
        match u32::from_le_bytes([a, b, c, d]).cmp(&key) {
            Ordering::Equal => return u32::from(information),
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
        }
    }
    UNKNOWN
}
