//! # total/sum-of-parts
//!
//! ## What it reports
//! A total whose parts, all given beside it, do not add up to it: "31 people (14 men and 18 women)";
//! the lines `Total: 2.0`, `Land: 1.3`, `Water: 0.9`; the total row or column of a table. The sum is shown.
//!
//! ## Why
//! One of the figures was changed and the others were not.
//!
//! ## Example
//! > 31 people (14 men and 18 women) took part.
//!
//! 14 + 18 = 32, the text says 31.
//!
//! ## What it leaves alone
//! Brackets that name a part only, or hold more than the parts; parts of another year, unit or
//! precision; roundings of the last digit; tables with a gap in the column, with several total rows, or of which no other
//! line or column adds up (unless two figures that changed places make the difference).
//!
//! ## How to silence
//! Correct the total or a part.
//! Where it is meant: `allow total/sum-of-parts`.

use super::grid_sums::{Sum, misfits};
use super::grids::grids;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{Claim, ClaimKind, Ledger};
use crate::compare::printed::grouped;
use crate::document::Document;
use crate::lexicon::en::wholes::WHOLES;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Value};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    id: "total/sum-of-parts",
    severity: Severity::Error,
    summary: "parts do not add up to their total",
    source: include_str!("total_sum_of_parts.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        outcome.findings.extend(in_sentences(index, ledger));
        outcome.findings.extend(in_lines(index, ledger));
        for grid in grids(ledger) {
            let misfits = misfits(&grid);
            outcome.findings.extend(misfits.iter().map(|(sum, cross)| in_table(index, ledger, sum, cross.as_ref())));
        }
    }
}

/// One figure of a sum.
struct Figure<'a> {
    span: Span,
    amount: &'a Amount,
}

fn amount_of(mention: &Mention) -> Option<&Amount> {
    match &mention.value {
        Value::Amount(a) if a.hedge.is_none() && !matches!(a.kind, AmountKind::Ordinal | AmountKind::Label) => Some(a),
        _ => None,
    }
}

/// "31 people (14 men and 18 women)": the bracket holds counts and nothing else.
fn in_sentences(index: usize, ledger: &Ledger) -> Vec<Finding> {
    let document = &ledger.document;
    let figure = |claim: &Claim| {
        let mention = ledger.mention(claim).filter(|_| claim.kind == ClaimKind::Count)?;
        Some(Figure { span: claim.span, amount: amount_of(mention)? })
    };
    let counts: Vec<Figure> = ledger.claims.iter().filter_map(figure).collect();
    let mut out = Vec::new();
    for (at, whole) in counts.iter().enumerate() {
        let open = document.token_at(whole.span.end);
        if document.word(open) != "(" {
            continue;
        }
        let mut parts: Vec<&Figure> = Vec::new();
        let mut place = document.token(open).map_or(whole.span.end, |t| t.span.end);
        for part in counts.iter().skip(at + 1) {
            let between = (part.span.start >= place)
                .then(|| document.slice_lower(Span { start: place, end: part.span.start }).trim());
            if !between.is_some_and(|words| matches!(words, "" | "," | "and" | ", and" | ";" | "plus")) {
                break;
            }
            parts.push(part);
            place = part.span.end;
        }
        let closed = document.word(document.token_at(place)) == ")";
        if closed && parts.len() >= 2 {
            out.extend(compare(index, document, whole, &parts));
        }
    }
    out
}

/// Labelled lines: a total of a known kind, and right below it its parts.
fn in_lines(index: usize, ledger: &Ledger) -> Vec<Finding> {
    let document = &ledger.document;
    let mut lines: Vec<(String, u32, Figure)> = Vec::new();
    for mention in &ledger.mentions {
        let Some(amount) = amount_of(mention) else { continue };
        let Some((label, line)) = label(document, mention) else { continue };
        lines.push((label, line, Figure { span: mention.span, amount }));
    }
    let mut out = Vec::new();
    for (at, (name, _, whole)) in lines.iter().enumerate() {
        for (_, parts) in WHOLES.iter().filter(|(total, _)| total == name) {
            let below: Vec<&Figure> = lines
                .iter()
                .skip(at + 1)
                .zip(parts.iter())
                .take_while(|((label, ..), part)| label == *part)
                .map(|((_, _, figure), _)| figure)
                .collect();
            let alike = below
                .iter()
                .all(|f| note(document, f.span) == note(document, whole.span) || note(document, whole.span).is_empty());
            if below.len() == parts.len() && alike {
                out.extend(compare(index, document, whole, &below));
            }
        }
    }
    out
}

/// A label's line has fewer bytes before its figure.
const LONGEST_LINE: usize = 200;

/// The words before the figure on its line, if they are a label: "• Land:", "Students:".
fn label(document: &Document, mention: &Mention) -> Option<(String, u32)> {
    let before = document.lower.get(..mention.span.start as usize)?.trim_end();
    // Most figures stand in running text, far from the start of their line.
    if !before.ends_with(':') {
        return None;
    }
    let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST_LINE));
    let start = match before.get(from..)?.rfind('\n') {
        Some(at) => from + at + 1,
        None if from == 0 => 0,
        None => return None,
    };
    let line = before.get(start..)?.trim_end();
    let name = line.strip_suffix(':')?.trim_start_matches(|c: char| !c.is_alphabetic()).trim_end_matches(':').trim();
    (name.len() < 40 && !name.is_empty()).then(|| (name.to_owned(), start as u32))
}

/// What a bracket behind the figure says on its line ("(Fall 2018)"), if it says a time.
fn note(document: &Document, span: Span) -> &str {
    let after = document.lower.get(span.end as usize..).unwrap_or_default();
    let line = after.lines().next().unwrap_or_default().trim();
    let inside = line.strip_prefix('(').and_then(|l| l.split_once(')')).map_or("", |(inside, _)| inside);
    let dated = inside.len() > 3 && inside.bytes().rev().take(4).all(|b| b.is_ascii_digit());
    if dated { inside } else { "" }
}

/// A total row or column of a table; where both are wrong by one figure, that figure.
fn in_table(index: usize, ledger: &Ledger, sum: &Sum, cross: Option<&(Span, Sum)>) -> Finding {
    let document = &ledger.document;
    let added = |sum: &Sum| {
        let parts: Vec<String> = sum.parts.iter().take(SHOWN).map(|p| grouped(p.amount.value)).collect();
        let more = if sum.parts.len() > SHOWN { " + …" } else { "" };
        format!("{}{more} = {}", parts.join(" + "), grouped(sum.sum))
    };
    let said = |sum: &Sum| format!("{}, the table says {}", added(sum), document.slice(sum.total.span));
    let parts = |sum: &Sum| {
        let spans: Vec<Span> = sum.parts.iter().take(SHOWN).map(|p| p.span).collect();
        spans.into_iter().map(|span| Label::related(index, span, "a part"))
    };
    let Some((wrong, other)) = cross else {
        return Finding::new(&RULE, FindingVerdict::Conflict, said(sum))
            .label(Label::primary(index, sum.total.span, added(sum)))
            .labels(parts(sum))
            .help("correct the total or a part, or name the part that is missing");
    };
    let message = format!("{}; {}", said(sum), said(other));
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .label(Label::primary(index, *wrong, "its line and its column do not add up"))
        .labels(
            [sum, other]
                .iter()
                .flat_map(|s| parts(s).chain([Label::related(index, s.total.span, "the total")]))
                .filter(|l| l.span != *wrong),
        )
        .help("this one figure can make both right")
}

/// Of a long column so many parts are shown.
const SHOWN: usize = 8;

fn compare(index: usize, document: &Document, whole: &Figure, parts: &[&Figure]) -> Option<Finding> {
    let same = |f: &&Figure| f.amount.kind == whole.amount.kind && f.amount.unit == whole.amount.unit;
    if !parts.iter().all(same) {
        return None;
    }
    let mut sum = Decimal::ZERO;
    let mut step = whole.amount.step;
    for part in parts {
        sum = sum.checked_add(part.amount.value)?;
        step = step.max(part.amount.step);
    }
    // Each figure but exact counts may be rounded in its last digit.
    let exact = whole.amount.kind == AmountKind::Number && step == Decimal::ONE;
    let room = if exact { Decimal::ZERO } else { step.checked_mul(Decimal::from(parts.len() as u64))? };
    if sum.checked_sub(whole.amount.value)?.abs() <= room {
        return None;
    }
    let added: Vec<String> = parts.iter().map(|p| grouped(p.amount.value)).collect();
    let sum = format!("{} = {}", added.join(" + "), grouped(sum));
    let message = format!("{sum}, the text says {}", document.slice(whole.span));
    let parts = parts.iter().map(|p| Label::related(index, p.span, "a part"));
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, whole.span, sum))
            .labels(parts)
            .help("correct the total or a part, or name the part that is missing"),
    )
}
