//! Which claims speak of the same thing. Candidates meet in blocks (never all
//! pairs), each pair is weighed as a sum of signed addends that say why, and pairs
//! above a threshold are linked; linked claims form groups.
//!
//! Weights are natural-log odds in the manner of Fellegi and Sunter: 0 says
//! nothing, +2.3 makes "the same thing" ten times likelier, -2.3 ten times less.

mod aged;
mod bearers;
mod bearings;
mod block;
mod cells;
mod counts;
mod dates;
mod dossiers;
mod evidence;
mod figures;
mod fit;
mod group;
mod known;
mod lists;
mod nearest;
mod norms;
mod numbering;
mod opposed;
mod persons;
mod quotes;
mod rarity;
mod renamed;
mod restated;
mod sentences;
mod settings;
mod share;
mod side_by_side;
pub mod slots;
mod spot;
mod statements;
mod strangers;
mod support;
mod surroundings;
mod verbatim;
mod version;
mod when;

pub use bearings::diverging;
pub use block::{Blocks, without_a_letter};
pub use cells::{Told, told};
pub use counts::{count_of, subset_word};
pub use evidence::{Addend, Evidence};
pub use figures::{Figure, Kind, Reading, figures, read_label, read_version};
pub use group::{Group, groups};
pub use lists::list_of;
pub use nearest::{Near, Nearest};
pub use opposed::Opposed;
pub use persons::{Named, OnePerson, Persons};
pub use quotes::{quoted, setting};
pub use rarity::{InCommon, Rarity};
pub use renamed::Renamed;
pub use settings::{Pair, SettingRef, are_nested, settings};
pub use slots::{Counterparts, MentionRef, Scoped, are_of_other_days};
pub use spot::Spot;
pub use statements::{Contrary, Contrast, DeedPart, Stand};
pub use support::{Heads, Support};
pub use when::{Dated, Day, dated, is_slip, is_slip_of_day, is_slip_of_year};

use crate::claim::{Claim, Ledger};
use crate::story::{Stories, is_change_list};
use restated::restated;
use slots::Paired;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// What is known of two sentences, each by its document and number. One may name or count thousands, and each of them asks.
type OfSentences<T> = BTreeMap<((usize, usize), (usize, usize)), T>;

/// One claim of a run: its document's and its own index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimRef {
    pub document: usize,
    pub claim: usize,
}

impl ClaimRef {
    pub fn of(self, ledgers: &[Ledger]) -> Option<(&Ledger, &Claim)> {
        let ledger = ledgers.get(self.document)?;
        Some((ledger, ledger.claims.get(self.claim)?))
    }
}

/// Two claims that speak of the same thing, and why we think so.
#[derive(Debug, Clone)]
pub struct Link {
    pub a: ClaimRef,
    pub b: ClaimRef,
    pub evidence: Evidence,
}

/// All links of a run, sorted by their ends.
#[derive(Debug, Default)]
pub struct Alignment {
    pub links: Vec<Link>,
    pub groups: Vec<Group>,
    /// Figures at the same place of what two peers tell.
    pub counterparts: Vec<Counterparts>,
    /// Figures at the same place that say the same.
    pub alike: Vec<(MentionRef, MentionRef)>,
    /// Amounts at the same place that differ and may both be right.
    pub scoped: Vec<Scoped>,
    /// People whom two peers name, whatever name each gives them.
    pub persons: Persons,
    /// Statements that say the contrary of each other.
    pub contraries: Vec<Contrary>,
    pub rarity: Rarity,
    /// How many sets of places were too many to be held against each other.
    pub passed_over: usize,
    /// The counterparts of each place.
    by_place: OnceLock<BTreeMap<MentionRef, Vec<usize>>>,
}

impl Alignment {
    /// Takes further counterparts.
    pub fn add_counterparts(&mut self, more: impl Iterator<Item = Counterparts>) {
        self.counterparts.extend(more);
        self.counterparts.sort_by_key(|c| (c.a, c.b));
        self.by_place = OnceLock::new();
    }

    /// The figure that another document has where this one stands, and why we think so.
    pub fn in_place_of(&self, at: MentionRef) -> Option<(MentionRef, &Evidence)> {
        let by_place = self.by_place.get_or_init(|| {
            let mut by_place: BTreeMap<MentionRef, Vec<usize>> = BTreeMap::new();
            for (index, pair) in self.counterparts.iter().enumerate() {
                by_place.entry(pair.a).or_default().push(index);
                by_place.entry(pair.b).or_default().push(index);
            }
            by_place
        });
        let there = by_place.get(&at).into_iter().flatten().filter_map(|index| self.counterparts.get(*index));
        let pairs = there.filter_map(|pair| Some((pair.beside(at)?, &pair.evidence)));
        pairs.max_by(|x, y| x.1.weight().total_cmp(&y.1.weight()).then(y.0.cmp(&x.0)))
    }
}

type Aligner = fn(&[Ledger], &Rarity, &mut Blocks) -> Vec<Link>;

/// One aligner a file, one row each.
const ALIGNERS: &[Aligner] = &[counts::align, dates::align, lists::align, quotes::align];

/// What documents of different stories say in the same words: pages of one site may tell of one thing.
pub fn align_beyond(ledgers: &[Ledger], stories: &Stories) -> Alignment {
    if ledgers.len() < 2 {
        return Alignment::default();
    }
    let counterparts = restated(ledgers, false, |a, b| a != b && !stories.related(a, b));
    Alignment { counterparts, ..Alignment::default() }
}

/// Which claims speak of one thing, whether they agree or not, and nothing else.
pub fn linked(ledgers: &[Ledger], stories: &Stories) -> Alignment {
    let rarity = Rarity::new(ledgers);
    let blocks = &mut Blocks::default();
    let mut links = links(ledgers, stories, &rarity, blocks);
    if ledgers.len() > 1 {
        links.extend(sentences::align(ledgers, stories, &rarity, blocks));
        links.extend(slots::links(ledgers, stories, blocks));
        links.sort_by_key(|l| (l.a, l.b));
    }
    Alignment { groups: groups(&links), links, rarity, ..Alignment::default() }
}

fn links(ledgers: &[Ledger], stories: &Stories, rarity: &Rarity, blocks: &mut Blocks) -> Vec<Link> {
    let mut links: Vec<Link> = ALIGNERS.iter().flat_map(|aligner| aligner(ledgers, rarity, blocks)).collect();
    links.sort_by_key(|l| (l.a, l.b));
    links.retain(|link| {
        let (a, b) = (link.a.document, link.b.document);
        stories.related(a, b) && !is_within_changes(ledgers, a, b)
    });
    links
}

/// A list of changes tells one thing after the other: what its entries say is of each alone.
fn is_within_changes(ledgers: &[Ledger], a: usize, b: usize) -> bool {
    a == b && ledgers.get(a).is_some_and(|l| is_change_list(&l.document.path))
}

pub fn align(ledgers: &[Ledger], stories: &Stories) -> Alignment {
    let rarity = Rarity::new(ledgers);
    let linked = || {
        let mut blocks = Blocks::default();
        let links = links(ledgers, stories, &rarity, &mut blocks);
        let persons = persons::persons(ledgers, stories, &links, &rarity, &mut blocks);
        (groups(&links), links, persons, blocks)
    };
    let paired = || {
        let mut blocks = Blocks::default();
        let Paired { apart: mut counterparts, alike, turned, scoped } =
            slots::counterparts(ledgers, stories, &mut blocks);
        let again = restated(ledgers, true, |a, b| stories.related(a, b));
        let known: BTreeSet<_> = counterparts.iter().map(|c| (c.a, c.b)).collect();
        counterparts.extend(again.into_iter().filter(|c| !known.contains(&(c.a, c.b))));
        verbatim::known_to_both(ledgers, &mut counterparts);
        counterparts.sort_by_key(|c| (c.a, c.b));
        (counterparts, alike, turned, scoped, blocks)
    };
    let stated = || {
        let mut blocks = Blocks::default();
        (statements::contraries(ledgers, stories, &rarity, &mut blocks), blocks)
    };
    // None of the three asks for what another finds.
    let (
        (groups, links, persons, of_links),
        ((mut counterparts, alike, turned, scoped, of_pairs), (mut contraries, of_statements)),
    ) = rayon::join(linked, || rayon::join(paired, stated));
    counterparts.retain(|pair| !is_within_changes(ledgers, pair.a.document, pair.b.document));
    let sentences = |c: &Contrary| [c.a, c.b].map(|stand| (stand.document, stand.sentence));
    let known: BTreeSet<_> = contraries.iter().map(sentences).collect();
    let is_new = |c: &Contrary| !known.contains(&sentences(c));
    contraries.extend(turned.into_iter().filter(is_new));
    let passed_over = [of_links, of_pairs, of_statements].iter().map(|blocks| blocks.passed_over).sum();
    Alignment {
        links,
        groups,
        counterparts,
        alike,
        scoped,
        persons,
        contraries,
        rarity,
        passed_over,
        ..Alignment::default()
    }
}
