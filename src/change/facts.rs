//! The facts of a document as a change is told in them, and what two of a kind say to
//! each other.

use crate::claim::{Claim, Ledger};
use crate::compare::printed::same_size;
use crate::compare::wording::{Wording, compare_whole};
use crate::compare::{Membership, Verdict, amount, calendar, members};
use crate::mention::quote::words;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Quote, QuoteKind, Time, TimeKind, Value};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    Date,
    Duration,
    Count,
    Quantity,
    List,
    Quote,
    Version,
    Name,
    /// Denied where it was affirmed, or the other way round.
    Negation,
    /// Alleged, mostly, often: how surely or how far something holds.
    Hedge,
}

impl FactKind {
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Date => "date",
            FactKind::Duration => "duration",
            FactKind::Count => "count",
            FactKind::Quantity => "quantity",
            FactKind::List => "list",
            FactKind::Quote => "quote",
            FactKind::Version => "version",
            FactKind::Name => "name",
            FactKind::Negation => "negation",
            FactKind::Hedge => "hedge",
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Fact {
    pub kind: FactKind,
    /// The whole claim.
    pub span: Span,
    /// Its value alone.
    pub value: Span,
    pub sentence: usize,
    /// Index into the mentions; of a list, its first part.
    pub mention: usize,
    /// Index into the claims.
    pub claim: Option<usize>,
    /// Index into the rosters, of a list.
    pub roster: Option<usize>,
}

impl Fact {
    pub fn claim<'a>(&self, ledger: &'a Ledger) -> Option<&'a Claim> {
        ledger.claims.get(self.claim?)
    }

    pub fn of<'a>(&self, ledger: &'a Ledger) -> Option<&'a Value> {
        ledger.mentions.get(self.mention).map(|m| &m.value)
    }
}

/// Every fact but names, in the order of the text.
pub fn facts(ledger: &Ledger) -> Vec<Fact> {
    let mut claim_of: Vec<Option<usize>> = vec![None; ledger.mentions.len()];
    for (index, claim) in ledger.claims.iter().enumerate() {
        if let Some(slot) = claim.mention.and_then(|m| claim_of.get_mut(m)) {
            *slot = Some(index);
        }
    }
    let mut found: Vec<Fact> = Vec::new();
    for (mention, (m, claim)) in ledger.mentions.iter().zip(&claim_of).enumerate() {
        let claimed = claim.and_then(|c| ledger.claims.get(c));
        let Some(kind) = kind(&m.value, claimed) else { continue };
        // They tell no day.
        if matches!(ledger.document.slice_lower(m.span), "now" | "today" | "currently" | "at present" | "nowadays") {
            continue;
        }
        let span = claimed.map_or(m.span, |c| c.span);
        let sentence = ledger.document.sentence_at(m.span.start);
        found.push(Fact { kind, span, value: m.span, sentence, mention, claim: *claim, roster: None });
    }
    for (index, roster) in ledger.rosters.iter().enumerate() {
        let first = roster.parts.first().and_then(|p| Some((*p, ledger.claims.get(*p)?)));
        let Some((claim, first)) = first else { continue };
        let Some(mention) = first.mention else { continue };
        let (span, sentence) = (first.span, first.sentence);
        let roster = Some(index);
        found.push(Fact { kind: FactKind::List, span, value: span, sentence, mention, claim: Some(claim), roster });
    }
    found.sort_by_key(|f| (f.span.start, f.span.end, f.kind));
    found
}

fn kind(value: &Value, claim: Option<&Claim>) -> Option<FactKind> {
    let counted = claim.is_some_and(|c| c.kind == crate::claim::ClaimKind::Count);
    match value {
        Value::Time(time) => match time.kind {
            TimeKind::Date | TimeKind::Time => Some(FactKind::Date),
            TimeKind::Duration | TimeKind::Set => Some(FactKind::Duration),
        },
        Value::Amount(_) if counted => Some(FactKind::Count),
        Value::Amount(_) => Some(FactKind::Quantity),
        Value::Quote(quote) => (quote.kind == QuoteKind::Speech).then_some(FactKind::Quote),
        // Lists come as rosters, names by themselves.
        Value::Version(_) => Some(FactKind::Version),
        Value::List(_) | Value::Name(_) => None,
    }
}

/// What two facts of one kind say to each other, their subjects left aside.
pub fn verdict(old: (&Ledger, &Fact), new: (&Ledger, &Fact)) -> Verdict {
    match (old.1.of(old.0), new.1.of(new.0)) {
        (Some(Value::Time(a)), Some(Value::Time(b))) => times(a, b),
        (Some(Value::Amount(a)), Some(Value::Amount(b))) => amounts(a, b),
        (Some(Value::List(_)), Some(Value::List(_))) => match membership(old, new) {
            Some(both) if both.akin.is_empty() && both.only_a.is_empty() && both.only_b.is_empty() => Verdict::Agree,
            _ => Verdict::Conflict,
        },
        (Some(Value::Quote(a)), Some(Value::Quote(b))) => {
            if wording((old.0, a), (new.0, b)).changes.is_empty() {
                Verdict::Agree
            } else {
                Verdict::Conflict
            }
        }
        (Some(Value::Version(_)), Some(Value::Version(_))) => match key(old.0, old.1) == key(new.0, new.1) {
            true => Verdict::Agree,
            false => Verdict::Conflict,
        },
        _ => Verdict::Unknown,
    }
}

fn times(a: &Time, b: &Time) -> Verdict {
    // "Friday, 27 June" for "Monday, 27 June": the day is the same, and the weekday is another.
    if a.weekday.zip(b.weekday).is_some_and(|(a, b)| a != b) {
        return Verdict::Conflict;
    }
    if a.timex == b.timex && a.modifier == b.modifier && a.kind == b.kind {
        return Verdict::Agree;
    }
    if a.kind == TimeKind::Duration || b.kind == TimeKind::Duration {
        return Verdict::Conflict;
    }
    let clock = |t: &Time| t.timex.split_once('T').map(|(_, clock)| clock.to_owned());
    match (calendar::compare(a, b), clock(a), clock(b)) {
        (_, Some(x), Some(y)) if x != y => Verdict::Conflict,
        (Verdict::Agree, None, Some(_)) | (Verdict::Agree, Some(_), None) => Verdict::Refines,
        (Verdict::Agree, ..) if a.modifier != b.modifier => Verdict::Compatible,
        (Verdict::Unknown, ..) => Verdict::Conflict,
        (verdict, ..) => verdict,
    }
}

fn amounts(a: &Amount, b: &Amount) -> Verdict {
    if a.kind != b.kind {
        return Verdict::Unknown;
    }
    let same_number = a.value == b.value && a.unit == b.unit && a.hedge == b.hedge;
    // Names and ranks are no sizes.
    let sized = !matches!(a.kind, AmountKind::Label | AmountKind::Ordinal);
    let converted = a.hedge == b.hedge && a.unit != b.unit && same_size(a, b) == Some(true);
    if same_number && a.bounds.low.is_some() == b.bounds.low.is_some() || converted {
        return Verdict::Agree;
    }
    match amount::amounts(a, b) {
        Verdict::Unknown => Verdict::Conflict,
        _ if !sized => Verdict::Conflict,
        verdict => verdict,
    }
}

/// Who is in both lists, and who in one only.
pub fn membership(old: (&Ledger, &Fact), new: (&Ledger, &Fact)) -> Option<Membership> {
    let roster = |(ledger, fact): (&Ledger, &Fact)| fact.roster.and_then(|r| ledger.rosters.get(r)).cloned();
    Some(members(&roster(old)?.members, &roster(new)?.members))
}

/// How the words of two quotations differ.
pub fn wording(old: (&Ledger, &Quote), new: (&Ledger, &Quote)) -> Wording {
    compare_whole(&words(&old.0.document, &old.1.parts), &words(&new.0.document, &new.1.parts))
}

/// A value's key, under which the same value is found again elsewhere.
pub fn key(ledger: &Ledger, fact: &Fact) -> Option<String> {
    match fact.of(ledger)? {
        Value::Time(time) => Some(format!("{:?} {} {:?}", time.kind, time.timex, time.weekday)),
        Value::Amount(amount) => {
            let unit = amount.unit.as_ref().map(ToString::to_string).unwrap_or_default();
            Some(format!("{:?} {} {unit} {:?}", amount.kind, amount.value.normalize(), amount.hedge))
        }
        Value::List(_) => {
            let roster = ledger.rosters.get(fact.roster?)?;
            let members: BTreeSet<&str> = roster.members.iter().map(|m| m.key.as_str()).collect();
            Some(members.into_iter().collect::<Vec<_>>().join("\n"))
        }
        Value::Quote(quote) => {
            let words = words(&ledger.document, &quote.parts);
            Some(words.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" "))
        }
        // With what stands behind the numbers: "2.0.0-beta.1" is not 2.0.0.
        Value::Version(_) => Some(ledger.document.slice(fact.value).trim_start_matches('v').to_owned()),
        Value::Name(_) => None,
    }
}
