//! What a store keeps as bytes, and back. The ledger of each document stands for itself, so that those of documents that have not
//! changed are read on all threads, and are written again as they are.

use super::convert::Content;
use crate::claim::Ledger;
use crate::document::Role;
use crate::pipeline::Memo;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
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

/// What a store keeps.
#[derive(Debug, Default)]
pub struct Unpacked {
    pub kept: BTreeMap<String, Option<Kept>>,
    pub readings: u64,
    pub memo: Memo,
}

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
    pub fn ledger(&self, content: &[u8]) -> Option<Ledger> {
        let Whole { ledger, bytes } = postcard::from_bytes::<Whole<Ledger>>(self.bytes()).ok()?;
        Some(ledger.restored(bytes.unwrap_or_else(|| content.to_vec())))
    }

    fn new(ledger: &Ledger, content: &[u8]) -> Option<Packed> {
        let own = &ledger.document.bytes;
        let bytes = (own != content).then(|| own.clone());
        let store = postcard::to_stdvec(&Whole { ledger, bytes }).ok()?;
        Some(Packed { at: 0..store.len(), store: Arc::new(store) })
    }

    fn bytes(&self) -> &[u8] {
        self.store.get(self.at.clone()).unwrap_or_default()
    }
}

/// Files that stand in a run twice are left out, and so is what a report still holds.
pub fn pack(kept: &BTreeMap<String, Option<Kept>>, readings: u64, memo: &Memo) -> Option<Vec<u8>> {
    let kept: Vec<(&String, &Kept)> = kept.iter().filter_map(|(name, kept)| Some((name, kept.as_ref()?))).collect();
    fn part<'s>((name, kept): (&'s String, &'s Kept)) -> Option<(Row, &'s [u8], Packed)> {
        let anew = || Packed::new(kept.ledger.as_ref()?, &kept.content.bytes);
        let packed = kept.packed.clone().or_else(anew)?;
        let row = Row {
            name: name.clone(),
            role: kept.role,
            is_converted: kept.content.is_converted,
            number: kept.number,
            problem: kept.problem.clone(),
            remark: kept.remark.clone(),
            content: kept.content.bytes.len(),
            ledger: packed.at.len(),
        };
        Some((row, &kept.content.bytes, packed))
    }
    let parts: Vec<(Row, &[u8], Packed)> = kept.into_par_iter().filter_map(part).collect();
    let memo = postcard::to_stdvec(memo).ok()?;
    let (rows, parts): (Vec<Row>, Vec<_>) =
        parts.into_iter().map(|(row, content, packed)| (row, (content, packed))).unzip();
    let length: usize = rows.iter().map(|row| row.content.saturating_add(row.ledger)).sum();
    let head = postcard::to_stdvec(&Head { readings, rows, memo: memo.len() }).ok()?;
    let mut bytes = Vec::with_capacity(length.saturating_add(head.len()).saturating_add(memo.len()).saturating_add(8));
    bytes.extend((head.len() as u64).to_le_bytes());
    bytes.extend(head);
    bytes.extend(memo);
    for (content, packed) in parts {
        bytes.extend(content);
        bytes.extend(packed.bytes());
    }
    Some(bytes)
}

/// None, where these are not the bytes of a store.
pub fn unpack(bytes: Vec<u8>) -> Option<Unpacked> {
    let mut end = 0_usize;
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
