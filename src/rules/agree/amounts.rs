//! Amounts that several documents give alike: "$157 a share" here, "$157 in cash for each
//! share" there, "up more than 21%" and "jumped 21.3%".
//!
//! Blocks: the kind of unit and the first two digits. A pair is weighed by how telling the
//! figure is (1,404 is met by chance less often than 4), by what is measured, by the words
//! around both, and by a second figure beside each that agrees too.

use super::super::{Context, Label, Outcome};
use super::groups::{groups, thinned};
use crate::align::{InCommon, Rarity, subset_word};
use crate::claim::{Claim, ClaimKind, Ledger, Stem, is_content, stem};
use crate::compare::Verdict;
use crate::compare::amount::{amounts, in_base_units};
use crate::compare::printed::round_step;
use crate::lexicon::en::change::{CHANGE, Direction};
use crate::lexicon::en::classes::class_of;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::frames::frame;
use crate::value::{Amount, AmountKind, Hedge, Unit, Value};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Amounts of a block that are held against each other.
const BLOCK: usize = 60;
/// What a pair must weigh.
const SURE: f64 = 4.0;
/// What one digit that matters weighs, and how many are counted.
const DIGIT: f64 = 1.2;
const DIGITS: u32 = 4;
/// A sum or a measure is met by chance less often than a bare number.
const UNIT: f64 = 0.8;
const SAME_THING: f64 = 1.5;
const OTHER_THING: f64 = -1.5;
/// "another 20" against "20".
const ONE_A_PART: f64 = -1.5;
/// Both rise, or both fall.
const SAME_DIRECTION: f64 = 0.5;
/// A content word within a few words of both.
const BESIDE: f64 = 0.8;
const BESIDE_AT_MOST: f64 = 1.6;
const NEAR: usize = 5;
/// A second figure beside both that agrees too.
const COMPANION: f64 = 1.5;
const COMPANION_WITHIN: u32 = 60;
/// Both stand where the text begins: the figure the story is about.
const LEAD: f64 = 0.8;
const LEAD_SENTENCES: usize = 2;

/// One amount that a document gives.
struct Place<'a> {
    document: usize,
    ledger: &'a Ledger,
    claim: &'a Claim,
    amount: &'a Amount,
}

/// The kind of unit, the power of ten and the first two digits.
type Key = (String, i32, u32);

pub fn tick(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let mut blocks: BTreeMap<Key, Vec<Place>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for claim in &ledger.claims {
            if let Some((key, amount)) = amount_of(ledger, claim).and_then(|a| Some((key(a)?, a))) {
                blocks.entry(key).or_default().push(Place { document, ledger, claim, amount });
            }
        }
    }
    let sentences = Sentences::new(&context.alignment.rarity);
    for block in blocks.values() {
        let block =
            thinned(&mut outcome.blocks, block, BLOCK, |p| (p.document, p.ledger.document.slice_lower(p.claim.span)));
        let linked = |i: usize, j: usize| {
            let Some((a, b)) = block.get(i).copied().zip(block.get(j).copied()) else { return false };
            let apart = a.document != b.document && context.comparable(a.document, b.document);
            apart && weigh(&sentences, a, b).is_some_and(|weight| weight >= SURE)
        };
        let together = groups(block.len(), linked);
        for group in united(&block, together) {
            let places: Vec<&Place> = group.iter().filter_map(|i| block.get(*i).copied()).collect();
            let Some(finest) = places.iter().max_by_key(|p| digits(p.amount)) else { continue };
            let message = format!("the same figure: {}", finest.ledger.words(finest.claim));
            let labels = places.iter().map(|p| Label::related(p.document, p.claim.span, "")).collect();
            outcome.agree("quantity", message, labels);
        }
    }
}

/// A sum or measure that two groups of documents give, each by itself, is one figure.
fn united(block: &[&Place], groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for group in groups {
        let first = |group: &[usize]| group.first().and_then(|i| block.get(*i));
        let same = |other: &&mut Vec<usize>| {
            let pair = first(other).zip(first(&group));
            pair.is_some_and(|(a, b)| a.amount.unit.is_some() && a.direction() == b.direction() && alike(a, b))
        };
        match out.iter_mut().find(same) {
            Some(other) => other.extend(group),
            None => out.push(group),
        }
    }
    out
}

fn amount_of<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a Amount> {
    let Value::Amount(amount) = &ledger.mention(claim)?.value else { return None };
    let kind = matches!(claim.kind, ClaimKind::Count | ClaimKind::Quantity);
    let figure = !matches!(amount.kind, AmountKind::Label | AmountKind::Ordinal);
    (kind && figure && !matches!(amount.hedge, Some(Hedge::Vague | Hedge::Range))).then_some(amount)
}

fn key(amount: &Amount) -> Option<Key> {
    let class = match amount.unit {
        None => format!("{:?}", amount.kind),
        Some(Unit::Money(_)) => "money".to_owned(),
        Some(unit) => format!("{:?}", unit.dimension()),
    };
    let mut value = in_base_units(amount)?.abs();
    if value.is_zero() {
        return None;
    }
    let (mut power, hundred) = (0, Decimal::ONE_HUNDRED);
    while value >= hundred {
        value = value.checked_div(Decimal::TEN)?;
        power += 1;
    }
    while value < Decimal::TEN {
        value = value.checked_mul(Decimal::TEN)?;
        power -= 1;
    }
    Some((class, power, u32::try_from(value.trunc()).ok()?))
}

/// How many digits of an amount matter: three of "$157", two of "28 billion", one of "300".
fn digits(amount: &Amount) -> u32 {
    let step = round_step(amount.value, amount.step);
    let Some(mut steps) = amount.value.abs().checked_div(step).map(|s| s.trunc()) else { return 0 };
    let mut digits = 0;
    while steps >= Decimal::ONE && digits < DIGITS {
        steps = steps.checked_div(Decimal::TEN).unwrap_or_default();
        digits += 1;
    }
    digits
}

/// One figure, but for rounding or for a bound just under it.
fn alike(a: &Place, b: &Place) -> bool {
    if matches!(amounts(a.amount, b.amount), Verdict::Conflict | Verdict::Unknown) {
        return false;
    }
    let half = |p: &Place| round_step(p.amount.value, p.amount.step).checked_div(Decimal::TWO).unwrap_or_default();
    let apart = a.amount.value.saturating_sub(b.amount.value).abs();
    a.amount.is_bound() || b.amount.is_bound() || a.amount.unit != b.amount.unit || apart <= half(a).max(half(b))
}

/// A sentence of more tokens may be a list of thousands of figures, of which each asks what it shares with another one.
const LONG: usize = 200;

/// What two long sentences have in common, found once.
struct Sentences<'r> {
    rarity: &'r Rarity,
    known: RefCell<BTreeMap<[(usize, usize); 2], InCommon>>,
}

impl<'r> Sentences<'r> {
    fn new(rarity: &'r Rarity) -> Sentences<'r> {
        Sentences { rarity, known: RefCell::default() }
    }

    fn weight(&self, a: &Place, b: &Place, except: &[Stem]) -> f64 {
        let find = || self.rarity.in_common((a.ledger, a.claim.sentence), (b.ledger, b.claim.sentence));
        let long = |p: &Place| p.ledger.document.sentence_tokens(p.claim.sentence).len() > LONG;
        let left_out = |stem| except.contains(&stem);
        let weight = if long(a) && long(b) {
            let key = [a, b].map(|p| (p.document, p.claim.sentence));
            self.known.borrow_mut().entry(key).or_insert_with(find).weight(left_out)
        } else {
            find().weight(left_out)
        };
        weight.unwrap_or_default()
    }
}

/// How likely the two are one figure of one thing; none where they are not.
fn weigh(sentences: &Sentences, a: &Place, b: &Place) -> Option<f64> {
    let against = matches!((a.direction(), b.direction()), (Some(x), Some(y)) if x != y);
    if !alike(a, b) || against {
        return None;
    }
    let telling = digits(a.amount).min(digits(b.amount)).saturating_sub(1);
    let mut weight = DIGIT * f64::from(telling);
    if a.amount.unit.is_some() {
        weight += UNIT;
    }
    if subset_word(a.ledger, a.claim).is_some() != subset_word(b.ledger, b.claim).is_some() {
        weight += ONE_A_PART;
    }
    if a.direction().is_some() && a.direction() == b.direction() {
        weight += SAME_DIRECTION;
    }
    let (head_a, head_b) = (&a.claim.subject.head, &b.claim.subject.head);
    let class = class_of(head_a).is_some() && class_of(head_a) == class_of(head_b);
    let same_thing = !head_a.is_empty() && (class || stem(head_a) == stem(head_b));
    let other_thing = !head_a.is_empty() && !head_b.is_empty() && !same_thing;
    let other_noun = matches!((a.noun(), b.noun()), (Some(x), Some(y)) if x != y);
    if same_thing {
        weight += SAME_THING;
    } else if other_thing || other_noun {
        weight += OTHER_THING;
    }
    let except = [stem(head_a), stem(head_b)];
    weight += sentences.weight(a, b, &except);
    let beside = b.beside();
    let both = a.beside().into_iter().filter(|s| beside.contains(s)).count();
    weight += (BESIDE * both as f64).min(BESIDE_AT_MOST);
    let companions = companions(a, b);
    if companions {
        weight += COMPANION;
    }
    let lead = a.leads() && b.leads();
    if lead {
        weight += LEAD;
    }
    // A figure of one or two digits is met by chance: the words must say that it is of one thing.
    let said = match telling {
        0 => same_thing || companions,
        1 => same_thing || companions || both > 0 || lead,
        _ => true,
    };
    said.then_some(weight)
}

/// Does another figure beside the one agree with another figure beside the other?
fn companions(a: &Place, b: &Place) -> bool {
    let others = b.neighbours();
    a.neighbours().into_iter().any(|(x, from_x)| {
        others.iter().any(|(y, from_y)| {
            let same = !matches!(amounts(x, y), Verdict::Conflict | Verdict::Unknown);
            same && from_x == *from_y && key(x).is_some() && key(x) == key(y) && digits(x).min(digits(y)) > 1
        })
    })
}

/// The stem of a word, or of the frame that it evokes.
fn sense(word: &str) -> Stem {
    stem(frame(word, None).map_or(word, |frame| frame.name))
}

impl<'a> Place<'a> {
    /// The content words within a few words of the amount, as stems.
    fn beside(&self) -> Vec<Stem> {
        let document = &self.ledger.document;
        let sentence = document.sentence_tokens(self.claim.sentence);
        let (first, next) = (document.token_at(self.claim.span.start), document.token_at(self.claim.span.end));
        let before = first.saturating_sub(NEAR).max(sentence.start)..first;
        let after = next..(next + NEAR).min(sentence.end);
        let words = before.chain(after).filter(|i| document.token(*i).is_some_and(|t| t.is_word()));
        words.map(|i| document.word(i)).filter(|w| is_content(w)).map(sense).collect()
    }

    /// The word right behind the amount, where it can be what the amount is of: "$3 million bonus".
    fn noun(&self) -> Option<Stem> {
        let document = &self.ledger.document;
        let next = document.token_at(self.claim.span.end);
        let word = document.word(next);
        let plain = document.token(next).is_some_and(|t| t.is_word() && !t.capital) && is_content(word);
        (plain && self.amount.unit.is_some() && is_common(word)).then(|| sense(word))
    }

    /// Does a word of rising or falling stand right before the amount?
    fn direction(&self) -> Option<bool> {
        let document = &self.ledger.document;
        let sentence = document.sentence_tokens(self.claim.sentence);
        let first = document.token_at(self.claim.span.start);
        let before = (first.saturating_sub(NEAR).max(sentence.start)..first).rev();
        before.map(|i| document.word(i)).find_map(|word| match (word, CHANGE.get(word)) {
            ("up", _) | (_, Some(Direction::Up)) => Some(true),
            ("down", _) | (_, Some(Direction::Down)) => Some(false),
            _ => None,
        })
    }

    /// The other figures beside this one, and whether each stands behind it.
    fn neighbours(&self) -> Vec<(&'a Amount, bool)> {
        let span = self.claim.span;
        let near = |claim: &&Claim| {
            let gap = claim.span.start.saturating_sub(span.end).max(span.start.saturating_sub(claim.span.end));
            claim.sentence == self.claim.sentence && !claim.span.overlaps(span) && gap <= COMPANION_WITHIN
        };
        let claims = &self.ledger.claims;
        let from = claims.partition_point(|c| c.span.start + COMPANION_WITHIN * 2 < span.start);
        let around = claims.iter().skip(from).take_while(|c| c.span.start <= span.end + COMPANION_WITHIN);
        around.filter(near).filter_map(|c| Some((amount_of(self.ledger, c)?, c.span.start > span.start))).collect()
    }

    fn leads(&self) -> bool {
        self.claim.sentence < LEAD_SENTENCES
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Settings;
    use super::*;
    use crate::document::{Document, Format, Role};
    use crate::mention::extract;

    #[test]
    fn what_two_long_sentences_share_is_found_once() {
        let shares: Vec<String> = (1..80).map(|n| format!("{n}% for house {n}")).collect();
        let text = format!("The shares are {}.", shares.join(", "));
        let ledgers = ["a.txt", "b.txt"].map(|path| {
            let document = Document::read(path, Role::Peer, Format::Text, text.clone().into_bytes());
            let mentions = extract(&document, None, &Settings::default().aliases);
            Ledger::new(document, mentions)
        });
        let rarity = Rarity::new(&ledgers);
        let sentences = Sentences::new(&rarity);
        let places = |document: usize| {
            let ledger = &ledgers[document];
            let place = |claim| Some(Place { document, ledger, claim, amount: amount_of(ledger, claim)? });
            ledger.claims.iter().filter_map(place).collect::<Vec<Place>>()
        };
        let (a, b) = (places(0), places(1));
        assert!(a.len() >= 79);
        assert!(a.iter().zip(&b).filter(|(a, b)| weigh(&sentences, a, b).is_some()).count() > 70);
        assert_eq!(sentences.known.borrow().len(), 1);
    }
}
