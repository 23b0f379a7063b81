//! Quotations of the same words: they share runs of two words that few others
//! have, or one sentence of the one is one of the other. A quotation may be longer
//! here and shorter there, and each sentence has one partner in another document.

use super::{Blocks, ClaimRef, Evidence, Link, Rarity};
use crate::claim::{Claim, ClaimKind, Ledger, Stem, is_content, stem};
use crate::compare::sentences::{likeness_of, sentences};
use crate::compare::spelling::hashed;
use crate::compare::turned::{bare, is_turned};
use crate::mention::Mention;
use crate::mention::quote::{Word, words};
use crate::text::StableHash;
use crate::value::{QuoteKind, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Shorter ones are compared by nobody.
const LEAST_WORDS: usize = 4;
/// A pair of words in more quotations than this says nothing.
const COMMON: usize = 40;

/// So many pairs of neighbouring words bring two quotations together, and two sentences.
const LEAST_SHARED: usize = 2;

/// Beside the word that denies so many are left at least; longer quotations are known by their words.
const LEAST_BARE: usize = 3;
const MOST_TURNED: usize = 12;

/// A copied sentence has at least this many content words around its quotation.
const COPIED_LEAST: usize = 5;

/// A quotation, its sorted word pairs, and its sentences with theirs.
struct Quoted {
    at: ClaimRef,
    words: Vec<Word>,
    spelt: Vec<u64>,
    pairs: Vec<u64>,
    sentences: Vec<(Range<usize>, Vec<u64>)>,
}

impl Quoted {
    /// Some of its words, with how they are spelt.
    fn part(&self, range: &Range<usize>) -> Option<(&[Word], &[u64])> {
        self.words.get(range.clone()).zip(self.spelt.get(range.clone()))
    }
}

pub fn align(ledgers: &[Ledger], _rarity: &Rarity, all: &mut Blocks) -> Vec<Link> {
    if ledgers.len() < 2 {
        return Vec::new();
    }
    let quoted = quotations(ledgers);
    let mut holders: Vec<(u64, usize)> = Vec::new();
    for (index, quote) in quoted.iter().enumerate() {
        holders.extend(quote.pairs.iter().map(|pair| (*pair, index)));
    }
    holders.sort_unstable();
    // Two quotations as often as they share a pair.
    let mut meetings: Vec<(usize, usize)> = Vec::new();
    for held in holders.chunk_by(|x, y| x.0 == y.0).filter(|held| held.len() > 1) {
        let words =
            |(_, index): (u64, usize)| quoted.get(index).and_then(|q| q.at.of(ledgers)).map(|(l, c)| l.words(c));
        let held = all.thinned(held, COMMON, words);
        for (i, (_, a)) in held.iter().enumerate() {
            let document = |x: usize| quoted.get(x).map(|q| q.at.document);
            let others = held.iter().skip(i + 1).filter(|(_, b)| document(*a) != document(*b));
            meetings.extend(others.map(|(_, b)| (*a, *b)));
        }
    }
    meetings.sort_unstable();
    let times = meetings.chunk_by(|x, y| x == y).filter_map(|times| Some((*times.first()?, times.len())));
    let shared: BTreeMap<(usize, usize), usize> = times.filter(|(_, count)| *count >= LEAST_SHARED).collect();
    let remarks = remarks(&quoted, shared.keys().copied());
    let mut links: Vec<Link> = shared
        .into_iter()
        .filter_map(|(ends, count)| link(quoted.get(ends.0)?, quoted.get(ends.1)?, count, remarks.get(&ends).copied()))
        .collect();
    links.extend(in_copied_sentences(ledgers, &links, all));
    links.extend(turned(ledgers, &links, all));
    links
}

/// A sentence of a quotation, by their indices.
type Sentence = (usize, usize);

/// The quotations of which a sentence of the one is one of the other, and in how many words. A sentence has a partner in
/// another document only where neither has a better one there.
fn remarks(quoted: &[Quoted], candidates: impl Iterator<Item = (usize, usize)>) -> BTreeMap<(usize, usize), usize> {
    let mut alike: Vec<(Sentence, Sentence, usize)> = Vec::new();
    for (a, b) in candidates {
        let (Some(one), Some(other)) = (quoted.get(a), quoted.get(b)) else { continue };
        for (i, (of_a, pairs)) in one.sentences.iter().enumerate() {
            for (k, (of_b, others)) in other.sentences.iter().enumerate() {
                if pairs.iter().filter(|pair| others.binary_search(pair).is_ok()).count() < LEAST_SHARED {
                    continue;
                }
                let (x, y) = (one.part(of_a), other.part(of_b));
                if let Some(found) = x.zip(y).and_then(|(x, y)| likeness_of(x, y)) {
                    alike.push(((a, i), (b, k), found.same));
                }
            }
        }
    }
    let document = |sentence: Sentence| quoted.get(sentence.0).map(|q| q.at.document);
    let mut best: BTreeMap<(Sentence, Option<usize>), usize> = BTreeMap::new();
    for (x, y, same) in &alike {
        for (own, other) in [(x, y), (y, x)] {
            let most = best.entry((*own, document(*other))).or_default();
            *most = (*most).max(*same);
        }
    }
    let is_best = |own: &Sentence, other: &Sentence, same: usize| best.get(&(*own, document(*other))) == Some(&same);
    let mut found: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (x, y, same) in alike.iter().filter(|(x, y, same)| is_best(x, y, *same) && is_best(y, x, *same)) {
        let most = found.entry((x.0, y.0)).or_default();
        *most = (*most).max(*same);
    }
    found
}

/// Quotations too short to be known by their words, at the same place of a copied sentence.
fn in_copied_sentences(ledgers: &[Ledger], known: &[Link], all: &mut Blocks) -> Vec<Link> {
    let mut settings: BTreeMap<Vec<Stem>, Vec<ClaimRef>> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate().filter(|(_, c)| c.kind == ClaimKind::Quote) {
            // The words around the quotation that a change inside it leaves alone: the block is the sentence without it.
            if let Some(words) = setting(ledger, c).filter(|words| words.len() >= COPIED_LEAST) {
                settings.entry(words).or_default().push(ClaimRef { document, claim });
            }
        }
    }
    let known: BTreeSet<[ClaimRef; 2]> = known.iter().map(|l| [l.a, l.b]).collect();
    let mut links = Vec::new();
    for block in settings.values() {
        let block = all.thinned_claims(ledgers, block, COMMON);
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1).filter(|b| b.document != a.document) {
                if !known.contains(&[*a, *b]) {
                    let mut evidence = Evidence::default();
                    evidence.add(4.0, "the sentence around the quotation is the same");
                    links.push(Link { a: *a, b: *b, evidence });
                }
            }
        }
    }
    links
}

/// Short quotations that are the same but for a "not".
fn turned(ledgers: &[Ledger], known: &[Link], all: &mut Blocks) -> Vec<Link> {
    let mut alike: BTreeMap<u64, Vec<ClaimRef>> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate().filter(|(_, c)| c.kind == ClaimKind::Quote) {
            let words = spoken(ledger, c);
            let bare = bare(&words).fold((StableHash::default(), 0_usize), |(hash, n), w| (hash.field(&w), n + 1));
            if bare.1 >= LEAST_BARE && words.len() <= MOST_TURNED {
                alike.entry(bare.0.value()).or_default().push(ClaimRef { document, claim });
            }
        }
    }
    let known: BTreeSet<[ClaimRef; 2]> = known.iter().map(|l| [l.a, l.b]).collect();
    let words = |at: &ClaimRef| at.of(ledgers).map(|(l, c)| spoken(l, c)).unwrap_or_default();
    let mut links = Vec::new();
    for block in alike.values().filter(|block| block.len() > 1) {
        let block = all.thinned_claims(ledgers, block, COMMON);
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1).filter(|b| b.document != a.document && !known.contains(&[*a, **b])) {
                if is_turned(&words(a), &words(b)) {
                    let mut evidence = Evidence::default();
                    evidence.add(3.0, "the quotations are the same but for one word that denies");
                    links.push(Link { a: *a, b: *b, evidence });
                }
            }
        }
    }
    links
}

/// The words of a quotation; none of a title.
fn spoken(ledger: &Ledger, claim: &Claim) -> Vec<Word> {
    let is_title = |m: &Mention| matches!(&m.value, Value::Quote(quote) if quote.kind == QuoteKind::Title);
    if ledger.mention(claim).is_some_and(is_title) { Vec::new() } else { quoted(ledger, claim) }
}

/// The words of a quotation or a title.
pub fn quoted(ledger: &Ledger, claim: &Claim) -> Vec<Word> {
    match ledger.mention(claim).map(|m| &m.value) {
        Some(Value::Quote(quote)) => words(&ledger.document, &quote.parts),
        _ => Vec::new(),
    }
}

/// The stems of the sentence's content words outside the quotation; none of a sentence that is longer than any that
/// is copied.
pub fn setting(ledger: &Ledger, claim: &Claim) -> Option<Vec<Stem>> {
    const LONGEST: usize = 1000;
    let document = &ledger.document;
    let tokens = document.sentence_tokens(claim.sentence);
    if tokens.len() > LONGEST {
        return None;
    }
    let outside = tokens.filter(|i| document.token(*i).is_some_and(|t| t.is_word() && !claim.span.contains(t.span)));
    Some(outside.map(|i| document.word(i)).filter(|w| is_content(w)).map(stem).collect())
}

fn quotations(ledgers: &[Ledger]) -> Vec<Quoted> {
    let mut out = Vec::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate().filter(|(_, c)| c.kind == ClaimKind::Quote) {
            let words = spoken(ledger, c);
            if words.len() >= LEAST_WORDS {
                let of = |range: Range<usize>| {
                    let own = pairs(words.get(range.clone()).unwrap_or_default());
                    (range, own)
                };
                let sentences = sentences(&words).into_iter().map(of).collect();
                let (pairs, spelt) = (pairs(&words), hashed(&words));
                out.push(Quoted { at: ClaimRef { document, claim }, words, spelt, pairs, sentences });
            }
        }
    }
    out
}

fn pairs(words: &[Word]) -> Vec<u64> {
    let pair = |(a, b): (&Word, &Word)| StableHash::default().field(&a.folded).field(&b.folded).value();
    let mut pairs: Vec<u64> = words.iter().zip(words.iter().skip(1)).map(pair).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn link(a: &Quoted, b: &Quoted, shared: usize, remark: Option<usize>) -> Option<Link> {
    let shorter = a.pairs.len().min(b.pairs.len());
    let mut evidence = Evidence::default();
    // A third of the shorter one's pairs, or a run that chance does not give.
    if shared * 3 >= shorter || shared >= 6 {
        let reason = format!("{shared} of {shorter} pairs of neighbouring words are the same");
        evidence.add(0.7 * shared.min(10) as f64, reason);
    } else {
        let same = remark?;
        evidence.add(0.35 * same.min(20) as f64, format!("{same} words of one sentence are the same"));
    }
    Some(Link { a: a.at, b: b.at, evidence })
}
