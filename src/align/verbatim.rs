//! Documents of which one has the other's sentence word for word: a manual on one page beside its chapters.

use super::{Counterparts, MentionRef};
use crate::claim::Ledger;
use crate::document::Role;
use crate::text::StableHash;
use std::collections::{BTreeMap, BTreeSet};

/// A page that has the other's sentence word for word as well says both: the two tell of two things, or it contradicts itself.
pub fn known_to_both(ledgers: &[Ledger], counterparts: &mut Vec<Counterparts>) {
    let mut sentences: BTreeMap<usize, BTreeSet<u64>> = BTreeMap::new();
    for document in counterparts.iter().flat_map(|c| [c.a.document, c.b.document]) {
        let Some(ledger) = ledgers.get(document).filter(|l| l.document.role == Role::Peer) else { continue };
        sentences
            .entry(document)
            .or_insert_with(|| (0..ledger.document.sentences.len()).map(|s| printed(ledger, s)).collect());
    }
    counterparts.retain(|c| {
        let has = |of: MentionRef, other: MentionRef| {
            let Some(ledger) = ledgers.get(of.document) else { return false };
            let Some(mention) = ledger.mentions.get(of.mention) else { return false };
            let sentence = printed(ledger, ledger.document.sentence_at(mention.span.start));
            sentences.get(&other.document).is_some_and(|all| all.contains(&sentence))
        };
        c.a.document == c.b.document || !(has(c.a, c.b) || has(c.b, c.a))
    });
}

/// The words of a sentence, whatever stands between them.
fn printed(ledger: &Ledger, sentence: usize) -> u64 {
    let words = ledger.document.sentence_tokens(sentence).map(|index| ledger.document.word(index));
    words.fold(StableHash::default(), StableHash::field).value()
}
