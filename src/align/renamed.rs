//! Names of a draft that a source knows, but gives another name in their place: "a flute
//! dug up in Ostrava" of a draft whose source has the flute dug up in Vardo and a
//! bandmaster who studied in Ostrava.
//!
//! A name is out of place when the source's other name of the same kind, or behind the same
//! word ("in", "promoter"), stands clearly nearer than every place with the draft's name.

use super::spot::{AROUND_DRAFT, AROUND_SOURCE, Spot, nearness};
use super::{Addend, Rarity};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::{Document, Role};
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Name, NameKind, Value};

/// By how much the other name's place must be nearer: behind the same word, and as the same kind of name.
const BEHIND_SAME_WORD: f64 = 0.25;
const OF_SAME_KIND: f64 = 0.4;
/// Shorter words make no name.
const LEAST_LETTERS: usize = 4;

#[derive(Debug)]
struct Place<'a> {
    spot: Spot<'a>,
    name: &'a Name,
    words: Vec<String>,
    before: &'a str,
}

/// The names of all sources.
#[derive(Debug)]
pub struct Renamed<'a> {
    rarity: &'a Rarity,
    places: Vec<Place<'a>>,
}

impl<'a> Renamed<'a> {
    pub fn new(ledgers: &'a [Ledger], rarity: &'a Rarity) -> Renamed<'a> {
        let sources = ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source);
        let places = sources.flat_map(|(document, ledger)| {
            ledger.mentions.iter().filter_map(move |mention| {
                let Value::Name(name) = &mention.value else { return None };
                let spot = Spot::new(document, ledger, mention.span, AROUND_SOURCE);
                let (words, before) = (words(&ledger.document, mention.span), before(&ledger.document, mention.span));
                Some(Place { spot, name, words, before })
            })
        });
        Renamed { rarity, places: places.collect() }
    }

    /// The place of a source that has another name where the draft has `mention`.
    pub fn rival(&self, draft: &Ledger, mention: &Mention) -> Option<(&Spot<'a>, Vec<Addend>)> {
        let Value::Name(name) = &mention.value else { return None };
        let spot = Spot::new(0, draft, mention.span, AROUND_DRAFT);
        let own = words(&draft.document, mention.span);
        if own.is_empty() {
            return None;
        }
        let except: Vec<Stem> = own.iter().map(|w| stem(w)).collect();
        let before = before(&draft.document, mention.span);
        let mut carried: Option<f64> = None;
        let mut best: Option<(f64, &Place)> = None;
        for place in &self.places {
            let nearness = || nearness(self.rarity, &spot, &place.spot, &except);
            if name.entity == place.name.entity || share_a_word(&own, &place.words) {
                carried = Some(carried.unwrap_or_default().max(nearness()));
                continue;
            }
            let country = |name: &Name| name.kind == NameKind::Country;
            let needed = if before == place.before && tells(before) && country(name) == country(place.name) {
                BEHIND_SAME_WORD
            } else if name.kind == place.name.kind && name.kind != NameKind::Other {
                OF_SAME_KIND
            } else {
                continue;
            };
            let ahead = nearness() - needed;
            if best.is_none_or(|(other, _)| ahead > other) && !named(draft, place) {
                best = Some((ahead, place));
            }
        }
        let (ahead, place) = best?;
        if ahead < carried? {
            return None;
        }
        let words = self.rarity.shared((draft, spot.sentence), (place.spot.ledger, place.spot.sentence), &except);
        Some((&place.spot, words.into_iter().collect()))
    }
}

/// "Scotland" and "Scottish", "Holm" and "Holm's": words that begin alike are one name here.
fn share_a_word(a: &[String], b: &[String]) -> bool {
    let beginning = |word: &str| word.char_indices().nth(LEAST_LETTERS).map_or(word.len(), |(at, _)| at);
    a.iter().any(|x| b.iter().any(|y| x.get(..beginning(x)) == y.get(..beginning(y))))
}

/// Does the draft use the place's name too?
fn named(draft: &Ledger, place: &Place) -> bool {
    place.words.iter().any(|w| draft.document.lower.contains(w.as_str()))
}

/// The words of a name that can tell it from others, in lower case.
fn words(document: &Document, span: Span) -> Vec<String> {
    let tokens = document.token_at(span.start)..document.token_at(span.end);
    let words = tokens.filter(|i| document.token(*i).is_some_and(|t| t.is_word())).map(|i| document.word(i));
    words.filter(|w| w.len() >= LEAST_LETTERS && is_content(w)).map(str::to_owned).collect()
}

fn before(document: &Document, span: Span) -> &str {
    document.token_at(span.start).checked_sub(1).map_or("", |i| document.word(i))
}

/// A word that says what kind of thing follows: "in", "minister"; "the" and a comma say nothing.
fn tells(word: &str) -> bool {
    matches!(word, "in" | "at" | "near" | "from" | "to" | "on" | "by" | "against" | "for" | "with" | "of" | "over")
        || is_content(word)
}
