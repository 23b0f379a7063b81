//! How well a name of a source fits a place of a draft: by the words it stands with, the
//! words before and behind it, and how often the source names it.
//!
//! The weights are natural-log odds, fitted by conditional logit on true summaries: under
//! them the name that a summary has is the likeliest of its source's names for its place.

use super::known::Known;
use super::spot::{AROUND_DRAFT, Spot, close, in_sentence, nearness, neighbours};
use super::{Addend, Rarity};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::text::Span;
use std::collections::BTreeSet;

/// What each sign adds when all of it holds.
const SENTENCE: f64 = 3.4;
const CLOSE: f64 = 3.3;
const CONTENT_BEFORE: f64 = 2.1;
const CONTENT_BEHIND: f64 = 4.3;
const SMALL_BEFORE: f64 = 4.0;
const SMALL_BEHIND: f64 = 2.0;
/// For each e-fold.
const OFTEN: f64 = 2.1;

/// A draft's place for a name.
#[derive(Debug)]
pub struct Place<'a> {
    pub spot: Spot<'a>,
    before: &'a str,
    behind: &'a str,
    /// One of several names ("Roth, Lind and Moe"): the words around are those of all.
    pub listed: bool,
    /// Stems of the name that stands there.
    name: Vec<Stem>,
}

impl<'a> Place<'a> {
    pub fn new(draft: &'a Ledger, span: Span, words: &[String]) -> Place<'a> {
        let (before, behind) = neighbours(&draft.document, span);
        let name = words.iter().map(|w| stem(w)).collect();
        let spot = Spot::new(0, draft, span, AROUND_DRAFT);
        Place { spot, before, behind, listed: is_listed(&draft.document, span, before, behind), name }
    }

    /// Does a person belong there? Behind "the" none does.
    pub fn is_for_person(&self) -> bool {
        self.before != "the"
    }

    /// Does a place belong there? Behind "goalkeeper", "said" or "by" none does.
    pub fn is_open(&self) -> bool {
        !is_content(self.before) && !matches!(self.before, "said" | "says" | "by" | "")
    }

    /// The name's place whose words are nearest to this one's.
    pub fn nearest<'k, 's>(&self, rarity: &Rarity, known: &'k Known<'s>) -> Option<&'k Spot<'s>> {
        let near = |spot: &Spot| nearness(rarity, &self.spot, spot, &self.name);
        known.spots.iter().max_by(|a, b| near(a).total_cmp(&near(b)))
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Fit {
    sentence: f64,
    close: f64,
    pub before: f64,
    behind: f64,
    often: f64,
}

impl Fit {
    pub fn new(rarity: &Rarity, place: &Place, known: &Known) -> Fit {
        let except: Vec<Stem> = place.name.iter().copied().chain(known.words.iter().map(|w| stem(w))).collect();
        let most = |measure: fn(&Rarity, &Spot, &Spot, &[Stem]) -> f64| {
            known.spots.iter().map(|spot| measure(rarity, &place.spot, spot, &except)).fold(0.0, f64::max)
        };
        Fit {
            sentence: SENTENCE * most(in_sentence),
            close: CLOSE * most(close),
            before: beside(place.before, &known.before, CONTENT_BEFORE, SMALL_BEFORE),
            behind: beside(place.behind, &known.behind, CONTENT_BEHIND, SMALL_BEHIND),
            often: OFTEN * (1.0 + known.spots.len() as f64).ln(),
        }
    }

    pub fn sum(&self) -> f64 {
        self.sentence + self.close + self.before + self.behind + self.often
    }

    /// What the words of the sentence say.
    pub fn words(&self) -> f64 {
        self.sentence + self.close
    }

    /// Why the other fits better.
    pub fn against(&self, other: &Fit) -> Vec<Addend> {
        [
            (other.sentence - self.sentence, "the words of the draft's sentence"),
            (other.close - self.close, "the words close by"),
            (other.before - self.before, "the word before"),
            (other.behind - self.behind, "the word behind"),
            (other.often - self.often, "how often the source names each"),
        ]
        .into_iter()
        .filter(|(weight, _)| *weight != 0.0)
        .map(|(weight, reason)| Addend { weight, reason: reason.to_owned() })
        .collect()
    }
}

fn is_listed(document: &Document, span: Span, before: &str, behind: &str) -> bool {
    let (first, next) = (document.token_at(span.start), document.token_at(span.end));
    let named = |token: Option<usize>| token.and_then(|i| document.token(i)).is_some_and(|t| t.is_word() && t.capital);
    let comma = first.checked_sub(2).is_some_and(|i| document.word(i) == ",");
    let follows = matches!(before, "," | "and") && named(first.checked_sub(2)) || before == "and" && comma;
    follows || behind == "," && named(next.checked_add(1))
}

/// Does the draft's neighbour stand there in a source too? Small words tell more than
/// others before a name ("in", "against"), less behind it.
fn beside(word: &str, known: &BTreeSet<&str>, content: f64, small: f64) -> f64 {
    if is_content(word) {
        let own = stem(word);
        return if known.iter().any(|w| is_content(w) && stem(w) == own) { content } else { 0.0 };
    }
    let says = word.bytes().all(|b| b.is_ascii_alphabetic()) && !matches!(word, "" | "the" | "a" | "an" | "and");
    if says && known.contains(word) { small } else { 0.0 }
}
