//! What the rules on figures at the same place of two documents share: pairs whose values
//! cannot both be right, as sure as the alignment is.

use super::rosters::heads_its_list;
use super::{Context, Finding, FindingVerdict, Label, LabelRole, Outcome, Rule};
use crate::align::{ClaimRef, Counterparts, Kind, MentionRef, Reading, read_label, read_version};
use crate::claim::{ClaimKind, Ledger};
use crate::compare::amount::comparable;
use crate::compare::printed::power_of_ten;
use crate::document::{BlockKind, Document};
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, Unit};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// So many places are shown at the most.
const LABELS: usize = 12;

/// A figure of one of two documents.
pub struct Place<'a> {
    pub document: usize,
    pub ledger: &'a Ledger,
    pub mention: &'a Mention,
    pub kind: Kind,
    pub reading: Reading<'a>,
}

/// Two figures at the same place that cannot both be right.
pub struct Apart<'a> {
    pub pair: &'a Counterparts,
    pub first: Place<'a>,
    pub second: Place<'a>,
}

/// The pairs of the wanted kinds of which the rule has not spoken yet, those that have a place in common together, the
/// heaviest first.
pub fn apart<'a>(context: &Context<'a>, outcome: &Outcome, wanted: impl Fn(&Apart) -> bool) -> Vec<Vec<Apart<'a>>> {
    let comparable = |pair: &&Counterparts| context.comparable(pair.a.document, pair.b.document);
    gathered(context, outcome, context.alignment.counterparts.iter().filter(comparable), wanted)
}

/// The same of pairs that were found otherwise.
pub fn gathered<'a>(
    context: &Context<'a>,
    outcome: &Outcome,
    pairs: impl Iterator<Item = &'a Counterparts>,
    wanted: impl Fn(&Apart) -> bool,
) -> Vec<Vec<Apart<'a>>> {
    let mut found: Vec<Option<Apart>> = Vec::new();
    let mut with: BTreeMap<MentionRef, Vec<usize>> = BTreeMap::new();
    for pair in pairs.filter(|pair| pair.is_sure()) {
        let Some(apart) = Apart::of(context, pair) else { continue };
        let told = [&apart.first, &apart.second].iter().any(|p| outcome.has_told(p.document, p.mention.span));
        if told || !wanted(&apart) {
            continue;
        }
        [pair.a, pair.b].into_iter().for_each(|place| with.entry(place).or_default().push(found.len()));
        found.push(Some(apart));
    }
    let mut gathered: Vec<Vec<Apart>> = Vec::new();
    for first in 0..found.len() {
        let (mut group, mut open) = (Vec::new(), vec![first]);
        while let Some(index) = open.pop() {
            let Some(apart) = found.get_mut(index).and_then(Option::take) else { continue };
            open.extend([apart.pair.a, apart.pair.b].iter().filter_map(|place| with.get(place)).flatten());
            group.push(apart);
        }
        if !group.is_empty() {
            gathered.push(group);
        }
    }
    for group in &mut gathered {
        group.sort_by(|x, y| y.weight().total_cmp(&x.weight()).then((x.pair.a, x.pair.b).cmp(&(y.pair.a, y.pair.b))));
    }
    gathered.sort_by_key(|group| group.first().map(|apart| (apart.pair.a, apart.pair.b)));
    gathered
}

/// Pairs that have places in common as one finding of `rule`; what it says ends with `tail`.
pub fn report(rule: &Rule, group: &[Apart], tail: &str) -> Option<Finding> {
    let heaviest = group.first()?;
    let (first, second) = (heaviest.first.words(), heaviest.second.words());
    let message = |here: &str, there: &str| format!("“{here}” here, “{there}” there{tail}");
    let mut finding =
        Finding::new(rule, FindingVerdict::Conflict, message(first, second)).turned(message(second, first));
    let mut told: BTreeSet<MentionRef> = BTreeSet::new();
    // What lies far from both is of a third thing, and shown with its own finding or not at all.
    let beside = |place: &Place| {
        [&heaviest.first, &heaviest.second].iter().any(|other| lies_near(&place.reading, &other.reading))
    };
    let near = |apart: &&Apart| beside(&apart.first) && beside(&apart.second);
    for apart in group.iter().filter(near) {
        for (at, place) in [(apart.pair.a, &apart.first), (apart.pair.b, &apart.second)] {
            if told.len() < LABELS && told.insert(at) {
                let role = if told.len() == 1 { LabelRole::Primary } else { LabelRole::Related };
                finding = finding.label(Label { role, ..place.label() });
            }
        }
    }
    Some(
        finding
            .evidence(heaviest.pair.evidence.addends.iter().cloned())
            .as_sure_as_aligned()
            .help_there(format!("if {first} is right, correct “{second}”"))
            .help_here(format!("if {second} is right, correct “{first}”"))
            .help("if both are right, say of what or of when each is"),
    )
}

/// Is an amount within a few times of the other? Of dates that says nothing.
fn lies_near(a: &Reading, b: &Reading) -> bool {
    const TIMES: Decimal = Decimal::TEN;
    let (Reading::Amount(a), Reading::Amount(b)) = (a, b) else { return true };
    let (small, large) = (a.value.abs().min(b.value.abs()), a.value.abs().max(b.value.abs()));
    a.unit != b.unit || large <= small.saturating_mul(TIMES)
}

/// "Another 73 followed": with the one that was told before they are 74.
pub fn is_rest(document: &Document, span: Span) -> bool {
    let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
    let before = first.checked_sub(1).map_or("", |i| document.word(i));
    matches!(before, "another" | "further") || matches!(document.word(behind), "more" | "other" | "others" | "further")
}

/// Does a figure of the kind say when?
pub fn is_of_dates(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Year | Kind::Since | Kind::Until | Kind::Month | Kind::Day | Kind::Range | Kind::Clock | Kind::Weekday
    )
}

impl<'a> Apart<'a> {
    pub fn of(context: &Context<'a>, pair: &'a Counterparts) -> Option<Apart<'a>> {
        Some(Apart { pair, first: Place::of(context, pair.a)?, second: Place::of(context, pair.b)? })
    }

    /// One of the two counts the rest, and the other all.
    pub fn is_of_rest(&self) -> bool {
        let (Reading::Amount(a), Reading::Amount(b)) = (&self.first.reading, &self.second.reading) else {
            return false;
        };
        let one_less = |rest: &Place, x: &Amount, y: &Amount| {
            is_rest(&rest.ledger.document, rest.mention.span) && x.value.saturating_add(Decimal::ONE) == y.value
        };
        one_less(&self.first, a, b) || one_less(&self.second, b, a)
    }

    pub fn is_of_dates(&self) -> bool {
        is_of_dates(self.first.kind)
    }

    /// "This page was last revised on …": each page tells of itself.
    pub fn is_of_the_pages(&self) -> bool {
        let revised = |place: &Place| {
            let document = &place.ledger.document;
            let mut tokens = document.sentence_tokens(document.sentence_at(place.mention.span.start));
            tokens.any(|i| {
                document.word(i) == "last"
                    && matches!(document.word(i + 1), "modified" | "revised" | "updated" | "changed" | "edited")
            })
        };
        self.first.document != self.second.document && revised(&self.first) && revised(&self.second)
    }

    /// "See the manual [30]", "3.4 Anchors" as a heading: a number of a note or of a section.
    pub fn is_of_references(&self) -> bool {
        let refers = |place: &Place| {
            let document = &place.ledger.document;
            let (first, behind) =
                (document.token_at(place.mention.span.start), document.token_at(place.mention.span.end));
            let in_brackets =
                first.checked_sub(1).is_some_and(|i| document.word(i) == "[") && document.word(behind) == "]";
            let block = document.block_of(document.sentence_at(place.mention.span.start));
            let opens = block.is_some_and(|b| {
                b.kind == BlockKind::Heading && b.span.start == place.mention.span.start && b.span != place.mention.span
            });
            let digits = document.slice(place.mention.span);
            let is_section = digits.contains('.') && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            in_brackets || opens && is_section && document.token(behind).is_some_and(|t| t.is_word() && t.capital)
        };
        refers(&self.first) && refers(&self.second)
    }

    /// "Four projects:" over four items and "two kinds:" over two.
    pub fn heads_two_lists(&self, context: &Context) -> bool {
        let heads = |place: &Place| {
            let claims = place.ledger.claims.iter().enumerate();
            let mut counts =
                claims.filter(|(_, c)| c.kind == ClaimKind::Count && c.span.start == place.mention.span.start);
            counts.any(|(claim, _)| heads_its_list(context, ClaimRef { document: place.document, claim }))
        };
        heads(&self.first) && heads(&self.second)
    }

    pub fn is_of_versions(&self) -> bool {
        self.first.kind == Kind::Version
    }

    /// How many zeros lie between the same digits.
    pub fn zeros(&self) -> Option<usize> {
        match (&self.first.reading, &self.second.reading) {
            (Reading::Amount(a), Reading::Amount(b)) => power_of_ten(a, b),
            _ => None,
        }
    }

    /// The codes of the two currencies of one sum.
    pub fn currencies(&self) -> Option<(&'static str, &'static str)> {
        let (Reading::Amount(a), Reading::Amount(b)) = (&self.first.reading, &self.second.reading) else { return None };
        let (Some(Unit::Money(x)), Some(Unit::Money(y))) = (a.unit, b.unit) else { return None };
        (a.value == b.value && !comparable(a, b)).then_some((x.code, y.code))
    }

    fn weight(&self) -> f64 {
        self.pair.evidence.weight()
    }
}

impl<'a> Place<'a> {
    fn of(context: &Context<'a>, at: MentionRef) -> Option<Place<'a>> {
        let ledger = context.ledgers.get(at.document)?;
        let mention = ledger.mentions.get(at.mention)?;
        let (kind, reading) =
            read_version(&ledger.document, mention).or_else(|| read_label(&ledger.document, mention))?;
        Some(Place { document: at.document, ledger, mention, kind, reading })
    }

    /// The figure with what it counts.
    fn span(&self) -> Span {
        let claims = &self.ledger.claims;
        let from = claims.partition_point(|c| c.span.start < self.mention.span.start);
        let here = claims.iter().skip(from).take_while(|c| c.span.start == self.mention.span.start);
        let mut counts = here.filter(|c| c.kind == ClaimKind::Count);
        counts.next().map_or(self.mention.span, |c| c.span)
    }

    pub fn words(&self) -> &'a str {
        self.ledger.document.slice(self.span())
    }

    pub fn label(&self) -> Label {
        Label::primary(self.document, self.span(), "")
    }
}
