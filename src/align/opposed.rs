//! Words of a draft whose opposite stands in the source's place: "the swans rose to 40"
//! of a draft whose source has them fall to 40. As with figures, the place of the opposite must be
//! clearly nearer than every place where the source uses the draft's side of the pair.

use super::spot::{AROUND_DRAFT, AROUND_SOURCE, Spot, nearness};
use super::{Addend, Rarity};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::{Document, Role};
use crate::lexicon::en::antonyms::{ANTONYMS, Opposite};
use crate::lexicon::en::change::CHANGE;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How near the opposite's place must be, and by how much nearer than any place of the word's own side.
const NEAR: f64 = 0.5;
const CLEARLY: f64 = 0.4;

/// The words of the sources that have an opposite, by their pair.
#[derive(Debug)]
pub struct Opposed<'a> {
    rarity: &'a Rarity,
    places: BTreeMap<u8, Vec<(Opposite, Spot<'a>)>>,
}

impl<'a> Opposed<'a> {
    pub fn new(ledgers: &'a [Ledger], rarity: &'a Rarity) -> Opposed<'a> {
        let mut places: BTreeMap<u8, Vec<(Opposite, Spot)>> = BTreeMap::new();
        for (document, ledger) in ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
            for (span, opposite) in words(&ledger.document) {
                let spot = Spot::new(document, ledger, span, AROUND_SOURCE);
                places.entry(opposite.pair).or_default().push((opposite, spot));
            }
        }
        Opposed { rarity, places }
    }

    /// The words of a draft that stand where a source has the opposite, with its place.
    pub fn in_draft(&self, draft: &Ledger) -> Vec<(Span, &Spot<'a>, Option<Addend>)> {
        let document = &draft.document;
        let found = words(document).filter(|(span, opposite)| {
            let sentence = document.sentence_at(span.start);
            // "Not higher", "higher or lower": which side is meant cannot be told.
            !is_negated(document, sentence) && !has(document, sentence, opposite.pair, !opposite.side)
        });
        found.filter_map(|(span, opposite)| self.rival(draft, span, opposite)).collect()
    }

    fn rival(&self, draft: &Ledger, span: Span, opposite: Opposite) -> Option<(Span, &Spot<'a>, Option<Addend>)> {
        let spot = Spot::new(0, draft, span, AROUND_DRAFT);
        let own = stem(draft.document.slice_lower(span));
        let (mut carried, mut best): (f64, Option<(f64, &Spot)>) = (0.0, None);
        for (other, place) in self.places.get(&opposite.pair)? {
            let except = [own, stem(place.ledger.document.slice_lower(place.span))];
            let nearness = nearness(self.rarity, &spot, place, &except);
            if other.side == opposite.side {
                carried = carried.max(nearness);
            } else if best.is_none_or(|(other, _)| nearness > other)
                && !is_negated(&place.ledger.document, place.sentence)
                && !is_converse((&draft.document, span), (&place.ledger.document, place.span))
                && !both_tell_both(&draft.document, &place.ledger.document, opposite.pair)
            {
                best = Some((nearness, place));
            }
        }
        let (nearness, place) = best?;
        let words = self.rarity.shared((draft, spot.sentence), (place.ledger, place.sentence), &[own]);
        (nearness >= NEAR && nearness - carried >= CLEARLY).then_some((span, place, words))
    }
}

/// "A sold it to B" and "B bought it from A": the sides have changed places with the words.
fn is_converse((draft, own): (&Document, Span), (source, other): (&Document, Span)) -> bool {
    let sides = |document: &Document, span: Span| -> [BTreeSet<Stem>; 2] {
        let tokens = document.sentence_tokens(document.sentence_at(span.start));
        let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
        [tokens.start..first, behind..tokens.end]
            .map(|part| part.map(|i| document.word(i)).filter(|w| is_content(w)).map(stem).collect::<BTreeSet<Stem>>())
    };
    let ([before, behind], [other_before, other_behind]) = (sides(draft, own), sides(source, other));
    let both = |x: &BTreeSet<Stem>, y: &BTreeSet<Stem>| x.intersection(y).count();
    let crossed = both(&before, &other_behind) > 0 && both(&behind, &other_before) > 0;
    crossed && both(&before, &other_before) == 0
}

/// The words of a document that have an opposite.
fn words(document: &Document) -> impl Iterator<Item = (Span, Opposite)> {
    let tokens = document.tokens.iter().filter(|t| t.is_word());
    tokens.filter_map(|t| Some((t.span, *ANTONYMS.get(document.slice_lower(t.span))?)))
}

/// "The new telescope" and "the old one" in either text: two things, and each text tells of both. What rises and falls does
/// so in every longer text.
fn both_tell_both(draft: &Document, source: &Document, pair: u8) -> bool {
    let sides = |document: &Document| -> BTreeSet<bool> {
        let told =
            words(document).filter(|(span, o)| o.pair == pair && !CHANGE.contains_key(document.slice_lower(*span)));
        told.map(|(_, o)| o.side).collect()
    };
    sides(draft).len() == 2 && sides(source).len() == 2
}

fn has(document: &Document, sentence: usize, pair: u8, side: bool) -> bool {
    document.sentence_tokens(sentence).any(|i| ANTONYMS.get(document.word(i)) == Some(&Opposite { pair, side }))
}

/// Does a word of the sentence deny something?
pub fn is_negated(document: &Document, sentence: usize) -> bool {
    document.sentence_tokens(sentence).map(|i| document.word(i)).any(|word| {
        matches!(word, "not" | "no" | "never" | "without" | "nor") || word.ends_with("n't") || word.ends_with("n’t")
    })
}
