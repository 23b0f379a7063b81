//! What a store keeps as bytes, and back. The ledger of each document stands for itself, so that those of documents that have not
//! changed are read on all threads, and are written again as they are.

use super::convert::Content;
use crate::claim::Ledger;
use crate::document::Role;
use crate::pipeline::Memo;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A file as it was read.
#[derive(Debug)]
pub struct Kept {
    pub role: Role,
    pub content: Content,
    /// No other reading of any document has it.
    pub number: u64,
    /// Away while a report holds it.
    pub ledger: Option<Ledger>,
    /// The same as the cache has it.
    pub packed: Option<Packed>,
    pub problem: Option<String>,
    pub remark: Option<String>,
}

impl Kept {
    /// The ledger, whose file has these bytes. None, where the cache has something else in its place.
    pub fn take(&mut self, bytes: Vec<u8>) -> Option<Ledger> {
        self.ledger.take().or_else(|| self.packed.as_ref()?.ledger(bytes))
    }
}

/// What a store keeps.
#[derive(Debug, Default)]
pub struct Unpacked {
    pub kept: BTreeMap<String, Option<Kept>>,
    pub readings: u64,
    pub memo: Memo,
}

/// So much of the bytes of a store.
pub type Piece<'s> = Cow<'s, [u8]>;

/// A ledger somewhere in the bytes of a store.
#[derive(Debug, Clone)]
pub struct Packed {
    store: Arc<Vec<u8>>,
    at: Range<usize>,
}

/// What stands before the ledgers: how many bytes it takes stands before it.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    readings: u64,
    rows: Vec<Row>,
    /// How many bytes the memo takes, which stands behind this.
    memo: usize,
}

/// A document: its content and its ledger follow, one row's after the other's.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    name: String,
    role: Role,
    is_converted: bool,
    number: u64,
    problem: Option<String>,
    remark: Option<String>,
    content: usize,
    ledger: usize,
}

/// A ledger, with the bytes of its document where these are not the content of its file but were made of it.
#[derive(Debug, Serialize, Deserialize)]
struct Whole<L> {
    ledger: L,
    bytes: Option<Vec<u8>>,
}

impl Packed {
    /// The ledger of a file with this content. None, where the bytes are none.
    pub fn ledger(&self, content: Vec<u8>) -> Option<Ledger> {
        ledger(self.bytes(), content)
    }

    fn bytes(&self) -> &[u8] {
        self.store.get(self.at.clone()).unwrap_or_default()
    }
}

/// The bytes, piece by piece. Files that stand in a run twice are left out, and so is what a report still holds.
pub fn pack<'s>(kept: &'s BTreeMap<String, Option<Kept>>, readings: u64, memo: &Memo) -> Option<Vec<Piece<'s>>> {
    fn parts<'s>((name, kept): (&'s String, &'s Kept)) -> Option<(Row, [Piece<'s>; 2])> {
        let content = kept.content.bytes.as_slice();
        let ledger = match &kept.packed {
            Some(packed) => Cow::Borrowed(packed.bytes()),
            None => Cow::Owned(packed(kept.ledger.as_ref()?, content)?),
        };
        let row = Row {
            name: name.clone(),
            role: kept.role,
            is_converted: kept.content.is_converted,
            number: kept.number,
            problem: kept.problem.clone(),
            remark: kept.remark.clone(),
            content: content.len(),
            ledger: ledger.len(),
        };
        Some((row, [Cow::Borrowed(content), ledger]))
    }
    let kept: Vec<(&String, &Kept)> = kept.iter().filter_map(|(name, kept)| Some((name, kept.as_ref()?))).collect();
    let (rows, parts): (Vec<Row>, Vec<[Piece; 2]>) = kept.into_par_iter().filter_map(parts).unzip();
    let memo = postcard::to_stdvec(memo).ok()?;
    let head = postcard::to_stdvec(&Head { readings, rows, memo: memo.len() }).ok()?;
    let mut pieces = vec![Cow::Owned((head.len() as u64).to_le_bytes().to_vec()), Cow::Owned(head), Cow::Owned(memo)];
    pieces.extend(parts.into_iter().flatten());
    Some(pieces)
}

/// A ledger with its document, whose file has this content; with all of its document, where that is empty.
pub fn packed(ledger: &Ledger, content: &[u8]) -> Option<Vec<u8>> {
    let own = &ledger.document.bytes;
    let bytes = (own != content).then(|| own.clone());
    postcard::to_stdvec(&Whole { ledger, bytes }).ok()
}

/// The ledger that was packed with this content. None, where the bytes are none.
pub fn ledger(bytes: &[u8], content: Vec<u8>) -> Option<Ledger> {
    let Whole { ledger, bytes } = postcard::from_bytes::<Whole<Ledger>>(bytes).ok()?;
    Some(ledger.restored(bytes.unwrap_or(content)))
}

/// What was packed, from byte `start` on. None, where these are not the bytes of a store.
pub fn unpack((bytes, start): (Vec<u8>, usize)) -> Option<Unpacked> {
    let mut end = start;
    let mut next = |length: usize| {
        let range = end..end.checked_add(length)?;
        end = range.end;
        Some(range).filter(|range| range.end <= bytes.len())
    };
    let length = u64::from_le_bytes(bytes.get(next(8)?)?.try_into().ok()?);
    let head: Head = postcard::from_bytes(bytes.get(next(usize::try_from(length).ok()?)?)?).ok()?;
    let memo = postcard::from_bytes(bytes.get(next(head.memo)?)?).ok()?;
    let mut places = Vec::with_capacity(head.rows.len());
    for row in &head.rows {
        places.push((next(row.content)?, next(row.ledger)?));
    }
    let store = Arc::new(bytes);
    let mut kept = BTreeMap::new();
    for (row, (content, at)) in head.rows.into_iter().zip(places) {
        let Row { name, role, is_converted, number, problem, remark, .. } = row;
        let content = Content { bytes: store.get(content)?.to_vec(), is_converted };
        let packed = Some(Packed { store: Arc::clone(&store), at });
        kept.insert(name, Some(Kept { role, content, number, ledger: None, packed, problem, remark }));
    }
    Some(Unpacked { kept, readings: head.readings, memo })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::rules::Settings;

    const TEXT: &str = "# Kest\n\nThe ferry Moa sank on 3 May 2021, and about $1.2 million, 40 km/h and 14 men were lost.\n\n\
         - Anna Berg, “the best of us”\n- version 2.0.1\n\nSee [the note](#gone). `x = 1`\n";

    fn kept(path: &str, bytes: &[u8]) -> BTreeMap<String, Option<Kept>> {
        let document = Document::open(path, Role::Peer, bytes.to_vec()).unwrap();
        let ledger = Some(crate::read(document, &Settings::default()));
        let content = Content { bytes: bytes.to_vec(), is_converted: false };
        let remark = Some("a remark".to_owned());
        let kept = Kept { role: Role::Peer, content, number: 7, ledger, packed: None, problem: None, remark };
        BTreeMap::from([(path.to_owned(), Some(kept)), ("twice.md".to_owned(), None)])
    }

    fn bytes(kept: &BTreeMap<String, Option<Kept>>) -> Vec<u8> {
        pack(kept, 9, &Memo::default()).unwrap().concat()
    }

    /// What reading alone fills, and not who asked since.
    fn told(ledger: &Ledger) -> String {
        let Ledger { document, mentions, claims, rosters, .. } = ledger;
        let Document { bytes, text, lower, blocks, sentences, tokens, meta, dangling, .. } = document;
        let words =
            (ledger.names(), ledger.words_used(), (0..tokens.len()).map(|i| ledger.stem(i)).collect::<Vec<_>>());
        let of_sentences: Vec<_> = (0..sentences.len()).map(|i| ledger.sentence_stems(i)).collect();
        let at: Vec<_> = (0..text.len() as u32).map(|i| (document.token_at(i), document.sentence_at(i))).collect();
        let places: Vec<_> = tokens.iter().map(|t| document.in_file(document.place(t.span))).collect();
        let read = (bytes, text, lower, blocks, sentences, tokens, meta, dangling, places, document.foreign());
        format!("{read:?} {mentions:?} {claims:?} {rosters:?} {words:?} {of_sentences:?} {at:?}")
    }

    #[test]
    fn a_ledger_comes_back_as_it_was_read() {
        let latin = TEXT.replace(['“', '”'], "\"").replace("Kest", "Kést");
        let latin: Vec<u8> = latin.chars().map(|c| c as u8).collect();
        for (path, content) in
            [("a.md", TEXT.as_bytes()), ("b.txt", &latin), ("c.html", TEXT.as_bytes()), ("d.txt", b"")]
        {
            let before = kept(path, content);
            let whole = bytes(&before);
            let Unpacked { mut kept, readings, .. } = unpack((whole.clone(), 0)).unwrap();
            assert_eq!((kept.len(), readings), (1, 9));
            assert_eq!(bytes(&kept), whole, "what has not changed is written as it was");
            let now = kept.get_mut(path).unwrap().as_mut().unwrap();
            assert_eq!((now.number, now.remark.as_deref(), &now.content.bytes[..]), (7, Some("a remark"), content));
            let ledger = before[path].as_ref().unwrap().ledger.as_ref().unwrap();
            assert_eq!(told(&now.take(content.to_vec()).unwrap()), told(ledger), "{path}");
        }
    }

    #[test]
    fn bytes_of_something_else_are_none_or_harmless() {
        let whole = bytes(&kept("a.md", TEXT.as_bytes()));
        for at in 0..whole.len() {
            assert!(unpack((whole[..at].to_vec(), 0)).is_none(), "the first {at} bytes");
            let mut bent = whole.clone();
            bent[at] ^= 0x55;
            for kept in unpack((bent, 0)).into_iter().flat_map(|unpacked| unpacked.kept.into_values().flatten()) {
                let Kept { content, packed, .. } = kept;
                // No panic: what it holds is not asked for here, for the file's sum does not fit.
                let _ = packed.and_then(|packed| packed.ledger(content.bytes));
            }
        }
    }
}
