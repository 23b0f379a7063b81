//! Which fact of the new version stands for which of the old one. Facts that say the same
//! are paired first, in sentences that carry each other on, then wherever they moved;
//! of those left over, one that took another's place is an alteration. What is left then
//! was added or dropped, unless the other version says it somewhere all the same.

use super::altered::{altered_fact, one_sided};
use super::facts::{Fact, FactKind, facts, key, membership, verdict, wording};
use super::seat::row_name;
use super::sentences::{Like, Matching, matching};
use super::{Change, Nature, names, wording as negations};
use crate::align::{Rarity, align};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::compare::Verdict;
use crate::story::Stories;
use crate::text::Span;
use crate::value::Value;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What must speak for a fact that took another's place in a sentence that carries on another.
const ALTERED: f64 = 1.5;
/// What the words around two equal values must have in common where their sentences are no partners.
const CONTEXT: f64 = 0.8;
/// Of two quotations so many words must be the same for one to be the other, altered.
const SAME_WORDS: f64 = 0.5;

/// The facts of one version of a document, and which of them still look for their like.
struct Side<'a> {
    ledger: &'a Ledger,
    facts: Vec<Fact>,
    open: Vec<bool>,
}

impl<'a> Side<'a> {
    fn new(ledger: &'a Ledger) -> Side<'a> {
        let facts = facts(ledger);
        Side { ledger, open: vec![true; facts.len()], facts }
    }

    fn close(&mut self, index: usize) {
        if let Some(open) = self.open.get_mut(index) {
            *open = false;
        }
    }

    fn is_open(&self, index: usize) -> bool {
        self.open.get(index).copied().unwrap_or(false)
    }

    fn open_facts(&self) -> impl Iterator<Item = (usize, &Fact)> {
        self.facts.iter().enumerate().filter(|(index, _)| self.is_open(*index))
    }
}

/// A document's two versions, as indices into the ledgers.
type Paired = (Option<usize>, Option<usize>);

/// Where every value of a version stands, under its key: ledger and fact.
type Known<'a> = BTreeMap<String, Vec<(&'a Ledger, Fact)>>;

/// What differs, pair by pair of documents.
pub fn changes(ledgers: &[Ledger], pairs: &[Paired]) -> Vec<Vec<Change>> {
    let known = |pick: fn(&Paired) -> Option<usize>| {
        let mut known = Known::new();
        for ledger in pairs.iter().filter_map(|pair| ledgers.get(pick(pair)?)) {
            for fact in facts(ledger) {
                if let Some(key) = key(ledger, &fact) {
                    known.entry(key).or_default().push((ledger, fact));
                }
            }
        }
        known
    };
    let known = (known(|pair| pair.0), known(|pair| pair.1));
    let names =
        names::Known::new(pairs.iter().map(|p| (p.0.and_then(|i| ledgers.get(i)), p.1.and_then(|i| ledgers.get(i)))));
    let of_pair = |(old, new): &Paired| {
        let both = [*old, *new].into_iter().flatten();
        let slice = both.clone().min().zip(both.max()).and_then(|(first, last)| ledgers.get(first..=last));
        let side = |index: &Option<usize>| index.and_then(|i| ledgers.get(i));
        of_documents(slice.unwrap_or_default(), side(old), side(new), &known, &names)
    };
    pairs.iter().map(of_pair).collect()
}

fn of_documents(
    both: &[Ledger],
    old: Option<&Ledger>,
    new: Option<&Ledger>,
    known: &(Known, Known),
    names: &names::Known,
) -> Vec<Change> {
    let rarity = Rarity::new(both);
    let matching = old.zip(new).map(|(old, new)| matching(old, new, &rarity)).unwrap_or_default();
    let mut found = Vec::new();
    let (mut olds, mut news) = (old.map(Side::new), new.map(Side::new));
    if let (Some(old), Some(new)) = (&mut olds, &mut news) {
        close_same(old, new, &matching);
        close_equal(old, new, &matching.like, &rarity);
        found.extend(altered(old, new, &matching.like));
        found.extend(linked(both, old, new));
    }
    for (side, elsewhere, nature) in [(&olds, &known.1, Nature::Dropped), (&news, &known.0, Nature::Added)] {
        let Some(side) = side else { continue };
        let left = side.open_facts().filter(|(_, fact)| !is_said(side.ledger, fact, elsewhere, &rarity));
        found.extend(left.map(|(_, fact)| one_sided(side.ledger, fact, nature)));
    }
    found.extend(names.changes(old, new, &matching));
    if let (Some(old), Some(new)) = (old, new) {
        found.extend(negations::changes(old, new, &matching.like));
        let told = |c: &Change| found.iter().any(|f| f.before.iter().any(|s| c.before.iter().any(|b| b.overlaps(*s))));
        let figures = negations::figures(old, new, &matching.like);
        let untold: Vec<Change> = figures.into_iter().filter(|c| !told(c)).collect();
        found.extend(untold);
    }
    sorted(found)
}

/// By place in the new version, what is gone by its place in the old one; a name or number inside a
/// changed list or quotation is told with that.
fn sorted(mut found: Vec<Change>) -> Vec<Change> {
    let spans = |pick: fn(&Change) -> &[Span], side: fn(&Change) -> Option<Span>, found: &[Change]| -> Vec<Span> {
        let whole = found.iter().filter(|c| matches!(c.kind, FactKind::List | FactKind::Quote));
        // Of an altered one the words that differ, of one that came or went all of it.
        whole
            .flat_map(|c| if c.nature == Nature::Altered { pick(c).to_vec() } else { side(c).into_iter().collect() })
            .collect()
    };
    let before = spans(|c| &c.before, |c| c.old, &found);
    let after = spans(|c| &c.after, |c| c.new, &found);
    let told = |spans: &[Span], span: Option<&Span>| span.map(|s| spans.iter().any(|t| t.overlaps(*s)));
    // "No patient withdrew" → "Two patients withdrew" tells of the two.
    let denials: Vec<(Option<Span>, Option<Span>)> =
        found.iter().filter(|c| c.kind == FactKind::Negation).map(|c| (c.old, c.new)).collect();
    let overlap = |a: Option<Span>, b: Option<Span>| a.zip(b).is_some_and(|(a, b)| a.overlaps(b));
    let in_denial = |c: &Change| denials.iter().any(|(old, new)| overlap(*old, c.old) || overlap(*new, c.new));
    found.retain(|c| {
        let (gone, come) = (told(&before, c.before.first()), told(&after, c.after.first()));
        match c.kind {
            FactKind::List | FactKind::Quote => true,
            FactKind::Negation | FactKind::Hedge => gone != Some(true) && come != Some(true),
            _ if c.nature != Nature::Altered && in_denial(c) => false,
            _ => gone == Some(false) || come == Some(false),
        }
    });
    found.sort_by_key(|c| (c.new.or(c.old).map(|s| s.start), c.nature, c.kind, c.old.map(|s| s.start)));
    found
}

/// Sentences that stand word for word in the other version change nothing.
fn close_same<'a>(old: &mut Side<'a>, new: &mut Side<'a>, matching: &Matching) {
    for (side, same) in [(old, &matching.same_old), (new, &matching.same_new)] {
        for (open, fact) in side.open.iter_mut().zip(&side.facts) {
            *open &= !same.contains(&fact.sentence);
        }
    }
}

/// Pairs facts that say the same: in partner sentences first, then where the words around speak for it.
fn close_equal(old: &mut Side, new: &mut Side, like: &[Like], rarity: &Rarity) {
    let mut weighed: Vec<(f64, usize, usize)> = Vec::new();
    for (o, n, share) in in_partners(old, new, like) {
        let (Some(a), Some(b)) = (old.facts.get(o), new.facts.get(n)) else { continue };
        if verdict((old.ledger, a), (new.ledger, b)) == Verdict::Agree {
            weighed.push((10.0 + share + nearness((old.ledger, a), (new.ledger, b)), o, n));
        }
    }
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, fact) in new.open_facts() {
        if let Some(key) = key(new.ledger, fact) {
            by_key.entry(key).or_default().push(index);
        }
    }
    for (o, fact) in old.open_facts() {
        for n in key(old.ledger, fact).and_then(|k| by_key.get(&k)).into_iter().flatten() {
            let Some(other) = new.facts.get(*n).filter(|other| other.kind == fact.kind) else { continue };
            if speaks_of_the_same((old.ledger, fact), (new.ledger, other), rarity) {
                weighed.push((nearness((old.ledger, fact), (new.ledger, other)), o, *n));
            }
        }
    }
    best_first(weighed, old, new, |_, _| {});
}

/// Takes pairs of open facts, the weightiest first, and closes them.
fn best_first(
    mut weighed: Vec<(f64, usize, usize)>,
    old: &mut Side,
    new: &mut Side,
    mut take: impl FnMut(usize, usize),
) {
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, o, n) in weighed {
        if old.is_open(o) && new.is_open(n) {
            old.close(o);
            new.close(n);
            take(o, n);
        }
    }
}

/// Open facts of one kind in partner sentences, with what the sentences share.
fn in_partners(old: &Side, new: &Side, like: &[Like]) -> Vec<(usize, usize, f64)> {
    let by_sentence = |side: &Side| {
        let mut map: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        side.open_facts().for_each(|(index, fact)| map.entry(fact.sentence).or_default().push(index));
        map
    };
    let (olds, news) = (by_sentence(old), by_sentence(new));
    let mut pairs = Vec::new();
    for Like { old: o, new: n, share } in like {
        for a in olds.get(o).into_iter().flatten() {
            let kind = old.facts.get(*a).map(|f| f.kind);
            let fits = |b: &&usize| new.facts.get(**b).map(|f| f.kind) == kind;
            pairs.extend(news.get(n).into_iter().flatten().filter(fits).map(|b| (*a, *b, *share)));
        }
    }
    pairs
}

/// Facts that took each other's place in partner sentences.
fn altered(old: &mut Side, new: &mut Side, like: &[Like]) -> Vec<Change> {
    let mut weighed = Vec::new();
    for (o, n, share) in in_partners(old, new, like) {
        let (Some(a), Some(b)) = (old.facts.get(o), new.facts.get(n)) else { continue };
        let weight =
            1.0 + share + nearness((old.ledger, a), (new.ledger, b)) + likeness((old.ledger, a), (new.ledger, b));
        if weight >= ALTERED {
            weighed.push((weight, o, n));
        }
    }
    let mut pairs = Vec::new();
    best_first(weighed, old, new, |o, n| pairs.push((o, n)));
    pairs
        .into_iter()
        .filter_map(|(o, n)| altered_fact((old.ledger, old.facts.get(o)?), (new.ledger, new.facts.get(n)?)))
        .collect()
}

/// Facts in sentences that were written anew, which the aligners of documents hold for one.
fn linked(both: &[Ledger], old: &mut Side, new: &mut Side) -> Vec<Change> {
    if old.open_facts().next().is_none() || new.open_facts().next().is_none() {
        return Vec::new();
    }
    let of_claim = |side: &Side| -> BTreeMap<usize, usize> {
        side.open_facts().filter_map(|(index, fact)| Some((fact.claim?, index))).collect()
    };
    let (olds, news) = (of_claim(old), of_claim(new));
    let mut weighed = Vec::new();
    for link in align(both, &Stories::one(both.len())).links.iter().filter(|l| l.a.document != l.b.document) {
        let (a, b) = if link.a.document == 0 { (link.a, link.b) } else { (link.b, link.a) };
        if let (Some(o), Some(n)) = (olds.get(&a.claim), news.get(&b.claim)) {
            weighed.push((link.evidence.weight(), *o, *n));
        }
    }
    let mut pairs = Vec::new();
    best_first(weighed, old, new, |o, n| pairs.push((o, n)));
    let altered = |(o, n): (usize, usize)| {
        let (a, b) = ((old.ledger, old.facts.get(o)?), (new.ledger, new.facts.get(n)?));
        (verdict(a, b) != Verdict::Agree).then(|| altered_fact(a, b))?
    };
    pairs.into_iter().filter_map(altered).collect()
}

/// How much the words right around two facts, and what they are about, are the same.
fn nearness(old: (&Ledger, &Fact), new: (&Ledger, &Fact)) -> f64 {
    let head = |(ledger, fact): (&Ledger, &Fact)| {
        fact.claim(ledger).map(|c| c.subject.head.clone()).filter(|h| !h.is_empty()).map(|h| stem(&h))
    };
    let about = match (head(old), head(new)) {
        (Some(a), Some(b)) if a == b => 1.5,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    };
    let (before_a, after_a) = neighbours(old);
    let (before_b, after_b) = neighbours(new);
    let same = |a: Option<Stem>, b: Option<Stem>| if a.is_some() && a == b { 0.7 } else { 0.0 };
    about + same(before_a, before_b) + same(after_a, after_b)
}

/// The nearest content words before and after a fact's value, in its sentence.
fn neighbours((ledger, fact): (&Ledger, &Fact)) -> (Option<Stem>, Option<Stem>) {
    let document = &ledger.document;
    let sentence = document.sentence_tokens(fact.sentence);
    let (from, to) = (document.token_at(fact.value.start), document.token_at(fact.value.end));
    let content = |i: &usize| document.token(*i).is_some_and(|t| t.is_word()) && is_content(document.word(*i));
    let before = (sentence.start..from).rev().find(content).map(|i| stem(document.word(i)));
    let after = (to..sentence.end).find(content).map(|i| stem(document.word(i)));
    (before, after)
}

/// How alike two values of one kind are in form: a percentage takes the place of no sum of money.
fn likeness(old: (&Ledger, &Fact), new: (&Ledger, &Fact)) -> f64 {
    match (old.1.of(old.0), new.1.of(new.0)) {
        (Some(Value::Amount(a)), Some(Value::Amount(b))) if a.kind == b.kind => match (a.unit, b.unit) {
            (Some(_), Some(_)) | (None, None) => 0.4,
            _ => 0.0,
        },
        (Some(Value::Amount(_)), Some(Value::Amount(_))) => -3.0,
        (Some(Value::Time(a)), Some(Value::Time(b))) if a.kind == b.kind => 0.4,
        (Some(Value::List(_)), Some(Value::List(_))) => match membership(old, new) {
            Some(both) if !both.same.is_empty() || !both.akin.is_empty() => 1.0,
            _ => -1.0,
        },
        (Some(Value::Quote(a)), Some(Value::Quote(b))) => {
            let wording = wording((old.0, a), (new.0, b));
            let share = wording.same as f64 / wording.a.len().max(wording.b.len()).max(1) as f64;
            if share >= SAME_WORDS { 1.0 } else { -3.0 }
        }
        _ => 0.0,
    }
}

/// Do the words around two equal values say that they are one fact?
fn speaks_of_the_same(old: (&Ledger, &Fact), new: (&Ledger, &Fact), rarity: &Rarity) -> bool {
    if matches!(old.1.kind, FactKind::List | FactKind::Quote) {
        return true;
    }
    let head = |(ledger, fact): (&Ledger, &Fact)| {
        fact.claim(ledger).filter(|c| !c.subject.head.is_empty()).map(|c| stem(&c.subject.head))
    };
    let rows = (row_name(&old.0.document, old.1.sentence), row_name(&new.0.document, new.1.sentence));
    if matches!(rows, (Some(a), Some(b)) if a != b) {
        return false;
    }
    let same_head = head(old).is_some() && head(old) == head(new);
    // "Three books" are no "three children".
    if old.1.kind == FactKind::Count && head(old).is_some() && head(new).is_some() && !same_head {
        return is_large(old);
    }
    let shared = rarity.shared((old.0, old.1.sentence), (new.0, new.1.sentence), &[]);
    same_head || shared.is_some_and(|addend| addend.weight >= CONTEXT)
}

/// A number so large that it seldom stands for two things in one text.
fn is_large((ledger, fact): (&Ledger, &Fact)) -> bool {
    matches!(fact.of(ledger), Some(Value::Amount(amount)) if amount.value >= Decimal::ONE_THOUSAND)
}

/// Does the other version say this, wherever?
fn is_said(ledger: &Ledger, fact: &Fact, elsewhere: &Known, rarity: &Rarity) -> bool {
    let said = key(ledger, fact).and_then(|key| elsewhere.get(&key));
    said.into_iter().flatten().any(|(other, known)| speaks_of_the_same((ledger, fact), (other, known), rarity))
}
