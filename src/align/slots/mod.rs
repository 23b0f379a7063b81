//! Figures of two documents that fill one slot of what both tell, whatever they say: "bought back 1.2 million shares
//! for $46 million" of the one and "the buyback of 1.2 million shares cost $64 million" of the other.
//!
//! How well two figures fit is read from their contexts alone (`context`, `features`); what they say is masked, for
//! it is what is compared. Each takes its best partner if that one takes it too, and equal figures compete as well:
//! whoever has its like in the same place of the other text is settled. Only then the values speak (`value`): a slip
//! makes one of the other more easily than it makes a stranger; and the circumstances (`scope`). All weights stand in
//! `weights`, fitted; what comes out is the log-odds that the two are of one thing and cannot both be right.
//!
//! Blocks: the words near the figures. A block that holds too many is thinned by what its figures say.

#![allow(clippy::arithmetic_side_effects, reason = "thousandths of log-odds, far from the ends of 64 bits")]

mod aside;
mod context;
mod features;
mod odds;
mod pair;
mod reasons;
mod retold;
mod rough;
mod row;
mod rows;
mod run;
mod scope;
mod scoped;
mod subject;
mod sums;
mod turned;
mod value;
mod weights;

pub use aside::are_of_other_days;
pub use features::{FEATURES as OF_CONTEXT, Features};
pub use row::{ALL, PAIR, Row, names};
pub use scope::{About, tell_of_two_cases};
pub use value::{FEATURES as OF_VALUE, agree, differ, nearness};

use super::figures::{Figure, Kind, Reading, figures};
use super::strangers::strangers;
use super::version::version;
use super::{Blocks, ClaimRef, Contrary, Evidence, Link, OfSentences};
use crate::claim::{Ledger, Stem};
use crate::document::Role;
use crate::story::{Stories, Topic, log2};
use context::{Context, complete, contexts};
use features::flag;
use odds::weight;
use rough::Rough;
use scope::Scope;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A word beside more figures than this finds pairs among those that differ only.
const BLOCK: usize = 48;
/// Only words as near as this find pairs, in thousandths, and only those that are worth as much.
const NEAR: i64 = 350;
const WORTH: i64 = 1500;
/// The log-odds (thousandths) from which a pair is worth an editor's minute.
const SURE: i64 = 0;
/// Where a draft says what no source carries, a less likely place of the source helps to judge it.
const LIKELY: i64 = -3000;
/// What fits by so little less fits nearly as well.
const NEARLY: i64 = 1500;
/// A lead over rivals above this says no more.
const LEAD: i64 = 3000;

/// How well equal figures must fit (thousandths of log-odds) to be ticked, those of one digit, and those of two nouns.
const ALIKE: i64 = 500;
const ALIKE_BY_CHANCE: i64 = 2500;
const ALIKE_IN_WORDS: i64 = 4000;
/// Where the share of what stands around both is told, and what two bare numbers must have of it, in thousandths.
const AROUND: usize = 1;
const LEAST_AROUND: i64 = 150;
const LEAST_OF_VERSION: i64 = 400;

/// What is found of the figures of a run.
#[derive(Debug, Default)]
pub struct Paired {
    /// Two in one slot that cannot both be right.
    pub apart: Vec<Counterparts>,
    /// Two in one slot that say the same.
    pub alike: Vec<(MentionRef, MentionRef)>,
    /// One figure that the one lets rise and the other fall.
    pub turned: Vec<Contrary>,
    /// Two amounts of one thing that may both be right.
    pub scoped: Vec<Scoped>,
}

/// Two amounts of one thing, and the circumstance that leaves both right.
#[derive(Debug)]
pub struct Scoped {
    pub pair: Counterparts,
    pub circumstance: &'static str,
}

/// A mention of one document of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MentionRef {
    pub document: usize,
    pub mention: usize,
}

/// Two figures in one slot, and why we think so.
#[derive(Debug)]
pub struct Counterparts {
    pub a: MentionRef,
    pub b: MentionRef,
    /// What speaks for and against their being of one thing and not both right.
    pub evidence: Evidence,
}

impl Counterparts {
    /// Is the pair worth an editor's minute by itself?
    pub fn is_sure(&self) -> bool {
        self.evidence.weight() * 1000.0 >= SURE as f64
    }

    /// The other place.
    pub fn beside(&self, at: MentionRef) -> Option<MentionRef> {
        match (self.a == at, self.b == at) {
            (true, _) => Some(self.b),
            (_, true) => Some(self.a),
            _ => None,
        }
    }
}

/// Two figures that share a word, and what their contexts have in common.
#[derive(Debug)]
pub struct Candidate {
    /// Indices into the figures.
    pub a: usize,
    pub b: usize,
    pub features: Features,
    /// How well they fit, in thousandths.
    pub fit: i64,
    /// The same with how near their values are: what rivals are measured by.
    pull: i64,
    /// Are they the only two left of their kind?
    left_over: bool,
}

/// What is told of the value of one figure of a pair beside its own place.
#[derive(Debug)]
struct Side {
    /// The other text gives it again where it fits nearly as well.
    again: bool,
    elsewhere: bool,
    /// How many further texts give it in the other figure's slot.
    witnesses: u64,
}

/// The figures of a run with all that is known of each.
#[derive(Debug)]
pub struct Slots<'a> {
    pub figures: Vec<Figure<'a>>,
    rough: Vec<Option<Rough>>,
    /// By document.
    topics: Vec<Topic>,
    contexts: Vec<Context>,
    scopes: Vec<Scope<'a>>,
    /// By document and sentence.
    beside: BTreeMap<(usize, usize), Vec<usize>>,
    /// By document and kind.
    of_kind: BTreeMap<(usize, Kind), Vec<usize>>,
    of_document: Vec<Vec<usize>>,
}

impl<'a> Slots<'a> {
    pub fn of(ledgers: &'a [Ledger]) -> Slots<'a> {
        let mut slots = Slots {
            figures: Vec::new(),
            rough: Vec::new(),
            topics: ledgers.iter().map(|l| Topic::of(&l.document)).collect(),
            contexts: Vec::new(),
            scopes: Vec::new(),
            beside: BTreeMap::new(),
            of_kind: BTreeMap::new(),
            of_document: vec![Vec::new(); ledgers.len()],
        };
        for (document, ledger) in ledgers.iter().enumerate() {
            let own = figures(document, ledger);
            let about = About::of(ledger);
            slots.contexts.extend(contexts(ledger, &own));
            slots.scopes.extend(own.iter().map(|f| Scope::of(f, &about)));
            slots.figures.extend(own);
        }
        let mut units = Vec::new();
        slots.rough = slots.figures.iter().map(|f| Rough::of(&f.reading, &mut units)).collect();
        for (index, figure) in slots.figures.iter().enumerate() {
            slots.beside.entry((figure.document, figure.sentence)).or_default().push(index);
            slots.of_kind.entry((figure.document, figure.kind)).or_default().push(index);
            if let Some(own) = slots.of_document.get_mut(figure.document) {
                own.push(index);
            }
        }
        slots
    }

    /// Pairs of figures of documents that may be held against each other, by their places.
    pub fn candidates(&mut self, ledgers: &[Ledger], stories: &Stories, thin: &mut Blocks) -> Vec<Candidate> {
        let mut keys: Vec<((Stem, Kind), usize)> = Vec::new();
        for (index, (figure, context)) in self.figures.iter().zip(&self.contexts).enumerate() {
            let near = context.words.iter().filter(|w| w.near >= NEAR && w.worth >= WORTH);
            keys.extend(near.map(|word| ((word.stem, figure.kind), index)));
        }
        keys.sort_unstable();
        let role = |document: usize| ledgers.get(document).map(|l| l.document.role);
        // Drafts are not held against drafts, nor sources against sources.
        let on_one_side = |a: usize, b: usize| role(a) == role(b) && role(a) != Some(Role::Peer);
        let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
        let (mut compared, mut left) = (vec![false; self.figures.len()], vec![false; self.figures.len()]);
        for whole in keys.chunk_by(|x, y| x.0 == y.0) {
            let mut one = Blocks::default();
            let block = one.thinned(whole, BLOCK, |(_, index)| self.figures.get(index).and_then(Figure::words));
            let all = if one.passed_over > 0 { &mut left } else { &mut compared };
            for (_, index) in whole {
                all.get_mut(*index).into_iter().for_each(|had| *had = true);
            }
            for (i, (_, a)) in block.iter().enumerate() {
                for (_, b) in block.iter().skip(i + 1) {
                    let (Some(x), Some(y)) = (self.figures.get(*a), self.figures.get(*b)) else { continue };
                    let apart = x.document != y.document && stories.related(x.document, y.document);
                    if apart && !on_one_side(x.document, y.document) && x.meets(y) {
                        pairs.insert((*a, *b));
                    }
                }
            }
        }
        // A word beside many figures tells none from another: only those with no other word were passed over.
        thin.passed_over += usize::from(left.iter().zip(&compared).any(|(left, compared)| *left && !compared));
        let left_over = retold::left_over(self, ledgers, stories);
        pairs.extend(&left_over);
        pairs.extend(retold::few(self, ledgers, stories));
        let asked = pairs.iter().flat_map(|(a, b)| [*a, *b]);
        complete(ledgers, &self.figures, &mut self.contexts, asked);
        let mut beside = OfSentences::new();
        let candidate = |(a, b)| self.candidate(a, b, left_over.contains(&(a, b)), &mut beside);
        pairs.into_iter().filter_map(candidate).collect()
    }

    fn candidate(&self, a: usize, b: usize, left_over: bool, beside: &mut OfSentences<i64>) -> Option<Candidate> {
        let (x, y) = (self.contexts.get(a)?, self.contexts.get(b)?);
        let beside = beside.entry((self.sentence(a)?, self.sentence(b)?));
        let beside = *beside.or_insert_with(|| features::beside(&x.beside, &y.beside));
        let features = features::features(x, y, beside, self.companions(a, b));
        let fit = features.iter().zip(weights::CONTEXT).map(|(f, w)| f * w / 1000).sum();
        let (own, other) = (self.figures.get(a)?, self.figures.get(b)?);
        // Of its many days a report tells by words which is of what, and so of amounts that lie far apart.
        let is_told = || features[AROUND] >= LEAST_AROUND || value::exchange_digits(own, other);
        let alone_tells = matches!(own.reading, Reading::Amount(_)) && value::are_close(own, other);
        let left_over = left_over && (alone_tells || is_told());
        let pull = fit * weights::PAIRS[0] / 1000 + value::nearness(own, other);
        Some(Candidate { a, b, features, fit, pull, left_over })
    }

    /// How many other figures of the sentence of the one agree with another one of the sentence of the other.
    fn companions(&self, a: usize, b: usize) -> i64 {
        /// Of a long row of figures some are alike by chance.
        const ROW: usize = 24;
        let of =
            |index: usize| self.sentence(index).and_then(|key| self.beside.get(&key)).map_or(&[][..], Vec::as_slice);
        let (own, others) = (of(a), of(b));
        if own.len().max(others.len()) > ROW {
            return 0;
        }
        let alike = |i: &usize, o: &usize| {
            let pair = self.figures.get(*i).zip(self.figures.get(*o)).filter(|_| !self.lie_apart(*i, *o));
            pair.is_some_and(|(x, y)| x.meets(y) && agree(&x.reading, &y.reading))
        };
        own.iter().filter(|i| **i != a && others.iter().any(|o| *o != b && alike(i, o))).count() as i64
    }

    /// The document and sentence of a figure.
    fn sentence(&self, index: usize) -> Option<(usize, usize)> {
        self.figures.get(index).map(|f| (f.document, f.sentence))
    }

    /// The pairs of which each takes the other, with all that decides on them.
    pub fn paired<'c>(&self, candidates: &'c [Candidate]) -> Vec<(&'c Candidate, Row)> {
        // Of each figure in each other document: its candidates.
        let mut rivals: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        let document = |index: usize| self.figures.get(index).map_or(0, |f| f.document);
        let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, c) in candidates.iter().enumerate() {
            partners.entry(c.a).or_default().push(index);
            partners.entry(c.b).or_default().push(index);
            rivals.entry((c.a, document(c.b))).or_default().push(index);
            rivals.entry((c.b, document(c.a))).or_default().push(index);
        }
        let strength = |index: &usize| Reverse(candidates.get(*index).map(|c| c.fit));
        rivals.values_mut().for_each(|all| all.sort_by_key(strength));
        let lead = |c: &Candidate, of: usize, other: usize, settled: &BTreeMap<(usize, usize), usize>| {
            let all = rivals.get(&(of, document(other))).map_or(&[][..], Vec::as_slice);
            let is_free = |r: &&Candidate| {
                let partner = if r.a == of { r.b } else { r.a };
                settled.get(&(partner, document(of))).is_none_or(|with| *with == of)
            };
            let all = || all.iter().filter_map(|i| candidates.get(*i)).filter(is_free);
            // Another mention of the partner's value is no rival.
            let partner = |r: &Candidate| if r.a == of { r.b } else { r.a };
            let rival = |r: &&Candidate| partner(r) != other && !self.agree(partner(r), other);
            // A value that is nearer makes up for words that fit less; whoever has its like in better words is settled.
            let behind = |r: &&Candidate| match (r.fit < c.fit, r.pull < c.pull) {
                (true, true) => true,
                (false, false) => false,
                (by_fit, by_pull) => {
                    if self.agree(of, partner(r)) {
                        by_fit
                    } else {
                        by_pull
                    }
                }
            };
            // The strongest come first.
            let leads = !all().any(|r| !behind(&r) && rival(&r));
            leads.then(|| c.fit - all().find(rival).map_or(0, |best| best.fit).max(0))
        };
        let leads = |c: &Candidate, settled: &BTreeMap<(usize, usize), usize>| {
            Some([lead(c, c.a, c.b, settled)?, lead(c, c.b, c.a, settled)?])
        };
        // Whoever has its like in the other text is no rival for what has none.
        let open = BTreeMap::new();
        let alike = |c: &&Candidate| self.say_the_same(c) && leads(c, &open).is_some();
        let settled = candidates.iter().filter(alike);
        let settled: BTreeMap<(usize, usize), usize> =
            settled.flat_map(|c| [((c.a, document(c.b)), c.b), ((c.b, document(c.a)), c.a)]).collect();
        let mut found = Vec::new();
        let mut of_strangers = OfSentences::new();
        for candidate in candidates {
            let ways = [(candidate.a, candidate.b), (candidate.b, candidate.a)];
            let Some(leads) = leads(candidate, if self.say_the_same(candidate) { &open } else { &settled }) else {
                continue;
            };
            let sides = ways.map(|(of, other)| self.side(candidate, of, other, candidates, &partners));
            if sides.iter().any(|side| side.again) {
                continue;
            }
            if let Some(row) = self.row(candidate, leads, sides, &mut of_strangers) {
                found.push((candidate, row));
            }
        }
        found
    }

    /// What is told of the value of `other` beside its own place.
    fn side(
        &self,
        candidate: &Candidate,
        of: usize,
        other: usize,
        candidates: &[Candidate],
        partners: &BTreeMap<usize, Vec<usize>>,
    ) -> Side {
        let document = |index: usize| self.figures.get(index).map_or(0, |f| f.document);
        let fits = |c: &&Candidate| c.fit >= candidate.fit - NEARLY;
        let of_figure = |index: usize| partners.get(&index).map_or(&[][..], Vec::as_slice);
        let partner = |c: &Candidate, of: usize| if c.a == of { c.b } else { c.a };
        // In the text of `of`, another place of the value of `other`.
        let own = of_figure(other).iter().filter_map(|i| candidates.get(*i)).filter(fits);
        let again =
            own.map(|c| partner(c, other)).any(|z| z != of && document(z) == document(of) && self.agree(z, other));
        // Then nothing else is asked.
        let elsewhere = again || self.gives(other, document(of), of);
        // In further texts, the value of `other` in the slot of `of`.
        let there = of_figure(of).iter().filter_map(|i| candidates.get(*i)).filter(fits).map(|c| partner(c, of));
        let there = there.filter(|w| document(*w) != document(other) && self.agree(*w, other));
        let witnesses: BTreeSet<usize> = there.map(document).collect();
        Side { again, elsewhere, witnesses: witnesses.len() as u64 }
    }

    fn row(
        &self,
        candidate: &Candidate,
        leads: [i64; 2],
        sides: [Side; 2],
        of_strangers: &mut OfSentences<bool>,
    ) -> Option<Row> {
        let (x, y) = (self.figures.get(candidate.a)?, self.figures.get(candidate.b)?);
        let count = |held: fn(&Side) -> bool| sides.iter().filter(|s| held(s)).count() as i64 * 1000;
        let (topic, other_topic) = (self.topics.get(x.document)?, self.topics.get(y.document)?);
        let strangers = *of_strangers
            .entry((self.sentence(candidate.a)?, self.sentence(candidate.b)?))
            .or_insert_with(|| strangers((x.ledger, x.sentence), (y.ledger, y.sentence)).is_some());
        let strangers = strangers || self.are_of_strangers(candidate);
        let rivals = [x, y].map(|f| self.of_kind.get(&(f.document, f.kind)).map_or(1, Vec::len) as u64);
        let [one, other] = sides.each_ref().map(|s| s.witnesses);
        let (a, b) = (self.scopes.get(candidate.a)?, self.scopes.get(candidate.b)?);
        let of_pair = [
            candidate.fit,
            leads[0].min(leads[1]).min(LEAD),
            leads[0].max(leads[1]).min(LEAD),
            count(|s| s.elsewhere),
            flag(count(|s| s.elsewhere) == 2000),
            flag(value::are_small(x, y)),
            log2(1 + one.max(other)),
            log2(1 + one.min(other)),
            log2(rivals[0].min(rivals[1])),
            log2(rivals[0].max(rivals[1])),
            flag(strangers),
            flag(features::alike_but_for_nouns(self.contexts.get(candidate.a)?, self.contexts.get(candidate.b)?)),
            flag(topic.is_another(x.ledger, other_topic, y.ledger)),
            flag(topic.is_of_series(other_topic)),
            flag(candidate.left_over),
            // "6.9, according to the institute" is told in words of its own.
            flag(a.attributed == b.attributed && run::run_alike(x, y)),
        ];
        let values = value::features(x, y);
        let scopes = scope::features(a, b);
        let mut row = [0; ALL];
        let all = of_pair.into_iter().chain(values).chain(scopes);
        row.iter_mut().zip(all).for_each(|(to, from)| *to = from);
        Some(row)
    }

    /// Does the document give what the figure `of` says, at another place than that of `but`?
    fn gives(&self, of: usize, document: usize, but: usize) -> bool {
        let Some(figure) = self.figures.get(of) else { return false };
        let all = self.of_kind.get(&(document, figure.kind)).map_or(&[][..], Vec::as_slice);
        all.iter()
            .filter(|i| **i != but && !self.lie_apart(of, **i))
            .filter_map(|i| self.figures.get(*i))
            .any(|other| figure.meets(other) && agree(&figure.reading, &other.reading))
    }

    fn say_the_same(&self, candidate: &Candidate) -> bool {
        let pair = self.figures.get(candidate.a).zip(self.figures.get(candidate.b));
        pair.is_some_and(|(x, y)| value::say_the_same(&x.reading, &y.reading))
    }

    fn agree(&self, a: usize, b: usize) -> bool {
        if self.lie_apart(a, b) {
            return false;
        }
        let pair = self.figures.get(a).zip(self.figures.get(b));
        pair.is_some_and(|(x, y)| x.kind == y.kind && agree(&x.reading, &y.reading))
    }

    fn scoped(&self, candidate: &Candidate, row: &Row) -> Option<Scoped> {
        let (x, y) = (self.figures.get(candidate.a)?, self.figures.get(candidate.b)?);
        let amounts = matches!((&x.reading, &y.reading), (Reading::Amount(_), Reading::Amount(_)));
        let circumstance = scoped::told_by(x, y, row).filter(|_| amounts && !value::lie_apart(x, y, candidate.fit))?;
        let contexts = self.contexts.get(candidate.a).zip(self.contexts.get(candidate.b));
        let evidence = reasons::evidence(x, contexts, candidate, row);
        let (a, b) = (self.reference(candidate.a)?, self.reference(candidate.b)?);
        Some(Scoped { pair: Counterparts { a, b, evidence }, circumstance })
    }

    fn reference(&self, index: usize) -> Option<MentionRef> {
        self.figures.get(index).map(|f| MentionRef { document: f.document, mention: f.mention })
    }
}

/// Figures of different documents that fill one slot and cannot both be right, each with what speaks for that.
pub fn counterparts(ledgers: &[Ledger], stories: &Stories, blocks: &mut Blocks) -> Paired {
    // A text alone has no counterpart.
    if ledgers.len() < 2 {
        return Paired::default();
    }
    let mut slots = Slots::of(ledgers);
    let candidates = slots.candidates(ledgers, stories, blocks);
    let mut found = Vec::new();
    let pairs = slots.paired(&candidates);
    let alike = pairs.iter().filter(|(c, row)| slots.tell_one_figure(c, row));
    let alike = alike.filter_map(|(c, _)| Some((slots.reference(c.a)?, slots.reference(c.b)?))).collect();
    let turned = pairs.iter().filter_map(|(c, row)| slots.turned(c, row)).collect();
    let sentences = |c: &Candidate| (slots.sentence(c.a), slots.sentence(c.b));
    let of_sentences = |wanted: &dyn Fn(&Candidate) -> bool| -> BTreeSet<_> {
        pairs.iter().filter(|(c, _)| wanted(c)).map(|(c, _)| sentences(c)).collect()
    };
    let of_amounts = of_sentences(&|c| slots.are_amounts_apart(c));
    let of_ranks = of_sentences(&|c| slots.are_ranks_apart(c));
    let scoped = pairs.iter().filter_map(|(c, row)| slots.scoped(c, row)).collect();
    let rows = rows::rows(ledgers, stories, blocks);
    for (candidate, row) in &pairs {
        let (Some(x), Some(y)) = (slots.figures.get(candidate.a), slots.figures.get(candidate.b)) else { continue };
        if !differ(&x.reading, &y.reading) || value::lie_apart(x, y, candidate.fit) || slots.is_one_change(candidate) {
            continue;
        }
        let (Some(a), Some(b)) = (slots.reference(candidate.a), slots.reference(candidate.b)) else { continue };
        if rows.are_of_two(a, b) || slots.is_of_sum(candidate) {
            continue;
        }
        let role = |document: usize| ledgers.get(document).map(|l| l.document.role);
        let are_peers = role(x.document) == role(y.document);
        if weight(row) < if are_peers { SURE } else { LIKELY } {
            continue;
        }
        // "Lent 12 boats in 2019" and "lent 9 boats in 2020", "the first flood took 12 boats" and "the second took 9": the
        // year and the rank tell of which the other figure holds. What a draft says of both has to stand in its source.
        let tells_which = matches!(x.kind, Kind::Year | Kind::Ordinal) && of_amounts.contains(&sentences(candidate));
        let of_two_ranks = || slots.are_amounts_apart(candidate) && of_ranks.contains(&sentences(candidate));
        let of_two_years = || {
            let ends = slots.scopes.get(candidate.a).zip(slots.scopes.get(candidate.b));
            slots.are_amounts_apart(candidate) && ends.is_some_and(|(a, b)| scope::of_two_years(a, b))
        };
        let scopes = slots.scopes.get(candidate.a).zip(slots.scopes.get(candidate.b));
        let topics = slots.topics.get(x.document).zip(slots.topics.get(y.document));
        let of_two = || topics.is_some_and(|(a, b)| a.is_headed_otherwise(x.ledger, b, y.ledger));
        if are_peers && scopes.is_some_and(|(a, b)| aside::are_apart((x, a), (y, b), of_two)) {
            continue;
        }
        if slots.date_two_things(candidate) || are_peers && (tells_which || of_two_years() || of_two_ranks()) {
            continue;
        }
        // "Port 6420" and "port 6421", "240 days" and "240 hours" have no thing in common.
        let bare = x.kind == Kind::Number && x.head.is_none() && y.head.is_none();
        let around = candidate.features.get(AROUND).copied().unwrap_or_default();
        let other_unit = row.get(PAIR.len() + value::UNIT).is_some_and(|held| *held > 0);
        if are_peers && (bare || other_unit) && around < LEAST_AROUND {
            continue;
        }
        // Every page of a program's documentation names some version of what it runs on.
        let is_version =
            |f: &Figure| f.ledger.mentions.get(f.mention).is_some_and(|m| version(&f.ledger.document, m).is_some());
        if are_peers && around < LEAST_OF_VERSION && (is_version(x) || is_version(y)) {
            continue;
        }
        let contexts = slots.contexts.get(candidate.a).zip(slots.contexts.get(candidate.b));
        found.push(Counterparts { a, b, evidence: reasons::evidence(x, contexts, candidate, row) });
    }
    let of_rows: BTreeMap<_, _> = rows.apart.iter().map(|row| ((row.a, row.b), row.agreeing)).collect();
    found.retain(|c: &Counterparts| !of_rows.contains_key(&(c.a, c.b)));
    let of_rows = of_rows.into_iter().map(|((a, b), agreeing)| (a, b, reasons::of_rows(agreeing)));
    found.extend(of_rows.map(|(a, b, evidence)| Counterparts { a, b, evidence }));
    found.sort_by_key(|c| (c.a, c.b));
    Paired { apart: found, alike, turned, scoped }
}

/// Claims whose figures fill one slot, whether they say the same or cannot both be right.
pub fn links(ledgers: &[Ledger], stories: &Stories, blocks: &mut Blocks) -> Vec<Link> {
    let Paired { apart, alike, .. } = counterparts(ledgers, stories, blocks);
    let alike = alike.into_iter().map(|(a, b)| (a, b, reasons::of_alike()));
    let apart = apart.into_iter().filter(Counterparts::is_sure).map(|c| (c.a, c.b, c.evidence));
    let claim = |at: MentionRef| {
        let claim = ledgers.get(at.document)?.claims.iter().position(|c| c.mention == Some(at.mention))?;
        Some(ClaimRef { document: at.document, claim })
    };
    apart.chain(alike).filter_map(|(a, b, evidence)| Some(Link { a: claim(a)?, b: claim(b)?, evidence })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format};
    use crate::lexicon::declared::Aliases;
    use crate::mention::extract;
    use std::rc::Rc;

    /// A sentence that gives so many figures, and one behind it that gives as many.
    fn long(count: usize) -> Ledger {
        let share = |i: usize| format!("{}% on 3 May {} for Torsvik{}", i % 97, 1900 + i % 100, "a".repeat(i % 7));
        let all = (0..count).map(share).collect::<Vec<_>>().join(", ");
        let text = format!("The shares are {all}. The shares were {all}.");
        let document = Document::read("a.txt", Role::Peer, Format::Text, text.into_bytes());
        let mentions = extract(&document, None, &Aliases::default());
        Ledger::new(document, mentions)
    }

    #[test]
    fn what_is_kept_of_a_figure_does_not_grow_with_its_sentence() {
        let kept = |count: usize| {
            let ledgers = [long(count), long(count)];
            let slots = Slots::of(&ledgers);
            let beside: BTreeSet<*const context::Beside> =
                slots.contexts.iter().map(|c| Rc::as_ptr(&c.beside)).collect();
            let words = slots.contexts.iter().map(|c| c.words.len()).max();
            let dates = slots.scopes.iter().map(|s| s.dates.len()).max();
            assert!(slots.figures.len() >= count * 2, "{} figures", slots.figures.len());
            (beside.len(), words, dates)
        };
        // Four sentences have four sets of words beside them.
        assert_eq!(kept(200).0, 4);
        assert_eq!(kept(200), kept(400));
    }

    #[test]
    fn candidates_grow_with_the_text() {
        let found = |count: usize| {
            let ledgers = [long(count), long(count)];
            Slots::of(&ledgers).candidates(&ledgers, &Stories::of(&ledgers), &mut Blocks::default()).len()
        };
        assert!(found(800) * 2 <= found(400) * 5, "{} and {}", found(400), found(800));
    }
}
