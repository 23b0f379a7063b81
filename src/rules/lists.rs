//! Lists of the same thing that differ: found once here, reported by two rules.

use super::rosters::{count, misfits, part_spans, quoted, roster_of};
use super::{Context, Label, Mode, Outcome};
use crate::align::{ClaimRef, Link, list_of};
use crate::claim::{Ledger, Opening, Roster, is_of_people, opening};
use crate::compare::{members, opened_alike};
use crate::document::Role;
use crate::text::Span;
use crate::value::{Closedness, List, Member, MemberKind};
use std::collections::{BTreeMap, HashSet};

/// One list seen from another one of the same thing.
#[derive(Debug)]
pub struct Difference<'a> {
    pub link: &'a Link,
    /// The list that is spoken of.
    pub at: Side<'a>,
    /// The list it is held against.
    pub other: Side<'a>,
    /// Members of `other` that `at` lacks.
    pub lacking: Vec<&'a Member>,
    /// Members of `at` that `other` lacks.
    pub extra: Vec<&'a Member>,
    /// Members that are a kind of one another: of `at`, of `other`.
    pub akin: Vec<(&'a Member, &'a Member)>,
    /// How many members are the same.
    pub same: usize,
}

#[derive(Debug, Clone)]
pub struct Side<'a> {
    pub claim: ClaimRef,
    pub ledger: &'a Ledger,
    pub list: &'a List,
    pub roster: &'a Roster,
    pub opening: Opening,
    /// Its count says that these are all.
    pub complete: bool,
    /// Its count does not fit; `count/list-mismatch` speaks of that.
    pub misfit: bool,
}

impl Side<'_> {
    /// Where the list stands.
    pub fn span(&self) -> Span {
        self.ledger.claims.get(self.claim.claim).map(|c| c.span).unwrap_or_default()
    }

    pub fn open(&self) -> bool {
        self.list.closedness == Closedness::Open
    }

    /// The member, if another part of the same split list names it: the part and the member there.
    pub fn named_elsewhere(&self, member: &Member) -> Option<(usize, &Member)> {
        let elsewhere = self.roster.parts.iter().filter(|p| **p != self.claim.claim);
        elsewhere.copied().find_map(|part| {
            let list = self.ledger.claims.get(part).and_then(|c| list_of(self.ledger, c))?;
            list.members.iter().find(|m| m.key == member.key).map(|m| (part, m))
        })
    }

    pub fn quoted(&self, members: &[&Member]) -> String {
        quoted(&self.ledger.document, members)
    }
}

impl Difference<'_> {
    /// Enough in common to say that the lists should be alike.
    pub fn is_sure(&self) -> bool {
        const OF_SHORTER: f64 = 0.75;
        let shorter = self.at.list.members.len().min(self.other.list.members.len());
        let named = self.at.list.members.iter().any(|m| m.kind != MemberKind::Common);
        let least = if named { 3 } else { 2 };
        self.same >= least
            && (self.same + self.akin.len()) as f64 >= OF_SHORTER * shorter as f64
            && (!self.across_documents() || self.is_one_list())
    }

    /// Do the texts say that both are one list, and not only two with members in common?
    fn is_one_list(&self) -> bool {
        let (a, b) = (&self.at, &self.other);
        // Lists of which both texts count as many members.
        let counts = |s: &Side| s.roster.declared.iter().filter_map(|(claim, _)| count(s.ledger, *claim)).collect();
        let (ours, theirs): (Vec<u32>, Vec<u32>) = (counts(a), counts(b));
        // People that something is done to, all of the one list in the other too, whatever the deed is called.
        let people = |s: &Side| s.opening.is_object && is_of_people(&s.ledger.document, s.list);
        let done_to = || self.extra.is_empty() && people(a) && people(b);
        // Split in two here, whole there: the same members all told.
        let all_told = || {
            let named = a.list.members.iter().all(|m| m.kind != MemberKind::Common);
            named && self.extra.is_empty() && self.lacking.iter().all(|m| a.named_elsewhere(m).is_some())
        };
        let two_pages = a.ledger.document.role == b.ledger.document.role;
        ours.iter().any(|n| theirs.contains(n))
            || all_told()
            || done_to()
            || opened_alike(&a.opening, &b.opening, two_pages)
    }

    /// Are the members that the other list lacks the fault, not those that this one lacks? Only
    /// where the other list counts as the whole; between peers, they are what the other leaves out.
    pub fn is_about_extra(&self, mode: Mode) -> bool {
        let whole = mode == Mode::Against || self.other.complete;
        whole && !self.extra.is_empty() && !self.other.open() && !self.at.misfit && !self.other.misfit
    }

    pub fn across_documents(&self) -> bool {
        self.at.claim.document != self.other.claim.document
    }
}

/// Every pair of linked lists that differ; of each pair of rosters the heaviest one.
pub fn differences<'a>(context: &Context<'a>) -> Vec<Difference<'a>> {
    let faulty: Vec<(usize, Vec<usize>)> =
        misfits(context).iter().map(|m| (m.document, m.roster.parts.clone())).collect();
    let mut links: Vec<&Link> = context.alignment.links.iter().collect();
    links.sort_by(|x, y| y.evidence.weight().total_cmp(&x.evidence.weight()).then((x.a, x.b).cmp(&(y.a, y.b))));
    let settled = settled(context);
    let is_settled = |at: ClaimRef, other: ClaimRef| settled.contains(&(at, other.document));
    let mut seen: HashSet<[(usize, usize); 2]> = HashSet::new();
    let mut found = Vec::new();
    for link in links.into_iter().filter(|l| context.comparable(l.a.document, l.b.document)) {
        if is_settled(link.a, link.b) || is_settled(link.b, link.a) {
            continue;
        }
        let (Some(a), Some(b)) = (side(context, link.a, &faulty), side(context, link.b, &faulty)) else { continue };
        let Some(difference) = oriented(context, link, a, b) else { continue };
        let key = |s: &Side| (s.claim.document, s.roster.parts.first().copied().unwrap_or(0));
        let (a, b) = (key(&difference.at), key(&difference.other));
        let pair = [a.min(b), a.max(b)];
        if seen.insert(pair) {
            found.push(difference);
        }
    }
    found.sort_by_key(|d| (d.at.claim, d.other.claim));
    found
}

/// One list that offends many is one finding: what is said of the first of them, and of the others.
pub fn gathered<'a>(found: impl Iterator<Item = Difference<'a>>) -> Vec<(Difference<'a>, Vec<Difference<'a>>)> {
    let mut groups: Vec<(Difference, Vec<Difference>)> = Vec::new();
    let mut of_list: BTreeMap<ClaimRef, usize> = BTreeMap::new();
    let mut of_other: BTreeMap<(ClaimRef, Vec<&str>), usize> = BTreeMap::new();
    for difference in found {
        // The same members are missed in many lists: the one that has them is the odd one.
        let keys = difference.lacking.iter().chain(&difference.extra).map(|m| m.key.as_str()).collect();
        let other = (difference.other.claim, keys);
        let known = of_list.get(&difference.at.claim).or_else(|| of_other.get(&other)).copied();
        let group = known.unwrap_or(groups.len());
        of_list.entry(difference.at.claim).or_insert(group);
        of_other.entry(other).or_insert(group);
        match groups.get_mut(group) {
            Some((_, more)) => more.push(difference),
            None => groups.push((difference, Vec::new())),
        }
    }
    groups
}

/// Lists that another document has member for member: whatever else is like them there is another list.
fn settled(context: &Context) -> HashSet<(ClaimRef, usize)> {
    let mut settled = HashSet::new();
    for link in &context.alignment.links {
        let lists = context.claim(link.a).zip(context.claim(link.b));
        let Some((a, b)) = lists.and_then(|(a, b)| Some((list_of(a.0, a.1)?, list_of(b.0, b.1)?))) else { continue };
        let both = members(&a.members, &b.members);
        if link.a.document != link.b.document
            && both.only_a.is_empty()
            && both.only_b.is_empty()
            && both.akin.is_empty()
        {
            settled.extend([(link.a, link.b.document), (link.b, link.a.document)]);
        }
    }
    settled
}

fn side<'a>(context: &Context<'a>, at: ClaimRef, faulty: &[(usize, Vec<usize>)]) -> Option<Side<'a>> {
    let (ledger, claim) = context.claim(at)?;
    let list = list_of(ledger, claim)?;
    let roster = roster_of(ledger, at.claim)?;
    let misfit = faulty.iter().any(|(d, parts)| *d == at.document && *parts == roster.parts);
    let complete =
        !misfit && !roster.declared.is_empty() && roster.parts.len() == 1 && list.closedness == Closedness::Closed;
    Some(Side { claim: at, ledger, list, roster, opening: opening(ledger, claim), complete, misfit })
}

/// The difference as seen from the side that is the likelier culprit; none if there is no difference to speak of.
fn oriented<'a>(context: &Context<'a>, link: &'a Link, a: Side<'a>, b: Side<'a>) -> Option<Difference<'a>> {
    let from_a = seen_from(link, a.clone(), b.clone());
    let from_b = seen_from(link, b, a);
    let Difference { at: a, other: b, .. } = &from_a;
    let draft = |s: &Side| s.ledger.document.role == Role::Draft;
    let a_first = match (context.mode, draft(a), draft(b)) {
        (Mode::Against, true, false) => true,
        (Mode::Against, false, true) => false,
        // Inside one document the later list is held against the earlier one.
        _ if link.a.document == link.b.document => link.a > link.b,
        _ if a.complete != b.complete => b.complete,
        _ => {
            from_a.lacking.len() > from_b.lacking.len()
                || (from_a.lacking.len() == from_b.lacking.len() && link.a > link.b)
        }
    };
    let difference = if a_first { from_a } else { from_b };
    let speaks = !(difference.lacking.is_empty() || difference.at.open())
        || !(difference.extra.is_empty() || difference.other.open());
    speaks.then_some(difference)
}

fn seen_from<'a>(link: &'a Link, at: Side<'a>, other: Side<'a>) -> Difference<'a> {
    let both = members(&at.list.members, &other.list.members);
    let pick = |list: &'a List, indices: &[usize]| indices.iter().filter_map(|i| list.members.get(*i)).collect();
    // What another part of the other side's split list names is not extra here.
    let extra: Vec<&Member> = pick(at.list, &both.only_a);
    let beside = |s: &Side, of: &Side, m: &Member| s.opening.names(s.ledger, m, of.ledger.document.slice(m.span));
    let extra = extra.into_iter().filter(|m| other.named_elsewhere(m).is_none() && !beside(&other, &at, m)).collect();
    let lacking: Vec<&Member> = pick(other.list, &both.only_b);
    let lacking = lacking.into_iter().filter(|m| !beside(&at, &other, m)).collect();
    let akin = both.akin.iter().filter_map(|(i, j)| Some((at.list.members.get(*i)?, other.list.members.get(*j)?)));
    Difference { link, at, other, lacking, extra, akin: akin.collect(), same: both.same.len() }
}

/// Rosters of two documents that name the same members, however each text splits them.
pub fn agreements(context: &Context, outcome: &mut Outcome) {
    let mut seen: HashSet<(ClaimRef, ClaimRef)> = HashSet::new();
    for link in context.alignment.links.iter().filter(|l| l.a.document != l.b.document) {
        let (Some(a), Some(b)) = (side(context, link.a, &[]), side(context, link.b, &[])) else { continue };
        let first =
            |s: &Side| ClaimRef { document: s.claim.document, claim: s.roster.parts.first().copied().unwrap_or(0) };
        let pair = (first(&a), first(&b));
        let both = members(&a.roster.members, &b.roster.members);
        let alike = both.only_a.is_empty() && both.only_b.is_empty() && both.akin.is_empty();
        if !alike || !seen.insert(pair) {
            continue;
        }
        let labels = [&a, &b].into_iter().flat_map(|s| {
            part_spans(s.ledger, s.roster)
                .map(|(_, span)| Label::related(s.claim.document, span, format!("{} named here", s.roster.size())))
        });
        let names: Vec<&Member> = a.roster.members.iter().collect();
        let message = format!("the same {} in both: {}", names.len(), quoted(&a.ledger.document, &names));
        outcome.agree("list", message, labels.collect());
    }
}
