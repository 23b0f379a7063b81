//! # percent/of-base
//!
//! ## What it reports
//! A share, its base and the amount it comes to, printed together, that do not fit: "1% of
//! $21.1 billion, or just over $2 billion"; in a table, the one share that is not what its amount is of the total. The sum is shown.
//!
//! ## Why
//! A slip in one of three figures turns a small share into a large one.
//!
//! ## Example
//! > The cut is 1% of the $21.1 billion budget, or $2.1 billion.
//!
//! 1% × $21.1 billion = $211 million.
//!
//! ## What it leaves alone
//! Roundings of each of the three figures; amounts that "or", a bracket or "about" does not tie
//! to the share; bases with bounds; columns of shares that are of something else than the table's total.
//!
//! ## How to silence
//! Correct the share, the base or the amount.
//! Where it is meant: `allow percent/of-base`.

use super::grid_shares::{OffShare, off_shares};
use super::grids::grids;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::printed::{grouped, slack};
use crate::document::Document;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Hedge, Unit, Value};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    id: "percent/of-base",
    severity: Severity::Error,
    summary: "a share, its base and its amount do not fit",
    source: include_str!("percent_of_base.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let document = &ledger.document;
        for grid in grids(ledger) {
            outcome.findings.extend(off_shares(&grid).iter().map(|off| in_table(index, document, off)));
        }
        let amounts: Vec<(&Mention, &Amount)> = ledger.mentions.iter().filter_map(amount).collect();
        for three in amounts.windows(3) {
            let [a, b, c] = three else { continue };
            let whole = gap(document, a.0, b.0).filter(|words| is_of(words)).map(|_| (a, b, c));
            // "$2.1 billion, or 1% of the $21.1 billion budget"
            let turned = gap(document, b.0, c.0).filter(|words| is_of(words)).map(|_| (b, c, a));
            let (near, found) = match (whole, turned) {
                (Some(found), _) => (gap(document, b.0, c.0), found),
                (None, Some(found)) => (gap(document, a.0, b.0), found),
                _ => continue,
            };
            if near.is_some_and(ties) {
                outcome.findings.extend(compare(index, document, *found.0, *found.1, *found.2));
            }
        }
    }
}

/// A share in a table that is not what its amount is of the total, as all others are.
fn in_table(index: usize, document: &Document, off: &OffShare) -> Finding {
    let words = |span: Span| document.slice(span);
    let (amount, total) = (words(off.amount.span), words(off.total.span));
    let decimals = off.share.amount.value.scale().max(off.share.amount.step.normalize().scale());
    let sum = format!("{amount} is {}% of {total}", off.expected.round_dp(decimals));
    let message = format!("{sum}, the table says {}", words(off.share.span));
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .label(Label::primary(index, off.share.span, sum))
        .label(Label::related(index, off.amount.span, "the amount"))
        .label(Label::related(index, off.total.span, "of this"))
        .help("check the share, its base and the amount")
}

fn amount(mention: &Mention) -> Option<(&Mention, &Amount)> {
    match &mention.value {
        Value::Amount(a) if !matches!(a.kind, AmountKind::Ordinal | AmountKind::Label) => Some((mention, a)),
        _ => None,
    }
}

/// The words between two amounts of one sentence.
fn gap<'a>(document: &'a Document, first: &Mention, second: &Mention) -> Option<&'a str> {
    let distance = second.span.start.checked_sub(first.span.end)?;
    let same = document.sentence_at(first.span.start) == document.sentence_at(second.span.start);
    let span = Span { start: first.span.end, end: second.span.start };
    (same && distance < 40).then(|| document.slice_lower(span).trim())
}

fn is_of(words: &str) -> bool {
    const OPEN: [&str; 10] =
        ["of", "of the", "of its", "of a", "of their", "of all", "of about", "of an", "of the total", "of our"];
    OPEN.contains(&words)
}

/// The words make one amount another name of the other: ", or", "(", "budget, or about".
fn ties(words: &str) -> bool {
    const FILLERS: [&str; 11] =
        ["about", "around", "roughly", "nearly", "just", "over", "some", "approximately", "almost", "to", "under"];
    let mut tied = false;
    for word in words.split([' ', '\u{a0}']).filter(|w| !w.is_empty()) {
        let bare = word.trim_matches(',');
        let tie = matches!(bare, "or" | "i.e." | "equals" | "=" | "equal") || word.starts_with('(');
        let breaks = if tied { !FILLERS.contains(&bare) } else { word.ends_with(['.', ';', ':']) };
        if !tie && breaks {
            return false;
        }
        tied |= tie;
    }
    tied
}

fn compare(
    index: usize,
    document: &Document,
    (share_at, share): (&Mention, &Amount),
    (base_at, base): (&Mention, &Amount),
    (part_at, part): (&Mention, &Amount),
) -> Option<Finding> {
    let percent = matches!(share.unit, Some(Unit::Measure(u)) if u.code == "%");
    let fits = |a: &Amount| !matches!(a.hedge, Some(Hedge::Range | Hedge::Vague));
    let alike = base.kind == part.kind && base.unit == part.unit && base.kind != AmountKind::Percent;
    if !percent || !alike || base.is_bound() || ![share, base, part].into_iter().all(fits) {
        return None;
    }
    let of = |share: Decimal, base: Decimal| share.checked_mul(base)?.checked_div(Decimal::ONE_HUNDRED);
    let expected = of(share.value, base.value)?;
    let low = of(share.value.checked_sub(slack(share))?, base.value.checked_sub(slack(base))?)?;
    let high = of(share.value.checked_add(slack(share))?, base.value.checked_add(slack(base))?)?;
    let room = slack(part).max(part.value.abs().checked_div(Decimal::TEN)?);
    if part.value.checked_add(room)? >= low && part.value.checked_sub(room)? <= high {
        return None;
    }
    let words = |m: &Mention| document.slice(m.span);
    let unit = base.unit.map(|u| format!("{} ", u.spelled())).unwrap_or_default();
    let sum = format!("{} × {} = {unit}{}", words(share_at), words(base_at), grouped(expected.round_sf(4)?));
    let message = format!("{sum}, the text says {}", words(part_at));
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, part_at.span, sum))
            .label(Label::related(index, share_at.span, "the share"))
            .label(Label::related(index, base_at.span, "of this"))
            .help("check the share, its base and the amount"),
    )
}
