//! # quantity/unsupported
//!
//! ## What it reports
//! A number, sum, percentage or measure of a draft that stands in none of its sources
//! (`--against`), or only for something else than the draft says.
//!
//! ## Why
//! A figure that no source carries was misread, mistyped, or made up.
//!
//! ## Example
//! > Draft: The firm will cut 450 jobs. Source: The firm will cut jobs at two plants.
//!
//! No source carries 450, and the nearest words of the sources are shown. And where the source has "seven stops" and "31
//! berths", a draft's "31 stops" is out of place.
//!
//! ## What it leaves alone
//! A figure in whose place the source clearly has another one: that is `quantity/conflict`.
//! The same value in another unit, rounding or spelling ("half" for 50 %, 1.3 million for
//! 1,312,400, "seven in ten" for 71.3 %); what two neighbouring figures of a source make (a sum, a gap, a change in
//! percent, a share for each), which is told as an agreement; what a share is of ("four out of five"); "another 73" for
//! the rest of 74; a bound that the source's figure meets; "one", "two" and "three", which writers count
//! themselves; "first" and "second".
//!
//! ## How to silence
//! Correct the figure, or add the source that carries it.
//! Where it is meant: `allow quantity/unsupported`.

use super::nearest::Beside;
use super::places::is_rest;
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::align::{Addend, Heads, Spot, Support};
use crate::compare::carried::Carried;
use crate::compare::derived::Working;
use crate::compare::printed::around;
use crate::document::{Document, Role};
use crate::lexicon::en::time_words::{TIME_WORDS, TimeWord};
use crate::text::Span;
use crate::value::{Amount, AmountKind, Hedge, Value};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    id: "quantity/unsupported",
    severity: Severity::Warning,
    summary: "a figure of the draft stands in no source",
    source: include_str!("quantity_unsupported.rs"),
    yields_to: &[
        "count/list-mismatch",
        "count/plus-others",
        "count/restated",
        "currency/mismatch",
        "duration/interval-mismatch",
        "fact/pinned",
        "percent/of-base",
        "percent/points",
        "percent/sum",
        "quantity/conflict",
        "quantity/magnitude",
        "quantity/unit-conversion",
    ],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode != Mode::Against {
        return;
    }
    let mut carried = Carried::default();
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
        carried.add(index, &ledger.document, &ledger.mentions);
    }
    let beside = Beside::default();
    let rarity = &context.alignment.rarity;
    let support = Support::new(context.ledgers, rarity);
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Draft) {
        let heads = Heads::of(ledger);
        for (at, mention) in ledger.mentions.iter().enumerate() {
            let Value::Amount(amount) = &mention.value else { continue };
            let words = ledger.document.slice(mention.span);
            let stated = carried.states(amount);
            if is_base(&ledger.document, mention.span, amount) {
                continue;
            }
            // What the writer worked out has no place of its own in the source.
            if let Some(working) = carried.working(amount).filter(|_| !stated) {
                outcome.agree("derived", made(context, words, working), worked_out(index, mention.span, working));
                continue;
            }
            if !stated && is_rest(&ledger.document, mention.span) && carried.states(&one_more(amount)) {
                continue;
            }
            if worth_asking(amount) && !stated {
                let finding = Finding::new(&RULE, FindingVerdict::Unsupported, format!("No source carries “{words}”"))
                    .label(Label::primary(index, mention.span, "in no source"))
                    .help("Correct the figure, or add the source that carries it");
                outcome.report(beside.show(context, finding, index, mention.span));
            } else if let Some((place, evidence)) = support.rival(ledger, &heads, at) {
                outcome.report(out_of_place(words, Label::primary(index, mention.span, ""), place, evidence, stated));
            }
        }
    }
}

/// "$11.5 million is the difference of $214.6 million and $203.1 million".
fn made(context: &Context, words: &str, working: Working) -> String {
    let [a, b] = working.of.map(|(document, span)| context.document(document).map_or("", |d| d.slice(span)));
    format!("{words} is {} of {a} and {b}", working.how.words())
}

fn worked_out(document: usize, span: Span, working: Working) -> Vec<Label> {
    let [a, b] = working.of.map(|(document, span)| Label::related(document, span, "it is made of this"));
    vec![Label::primary(document, span, "worked out"), a, b]
}

/// "Of every 100 units 93 come back", "four sessions in five", "four out of five": what a share is of is no figure of its own.
fn is_base(document: &Document, span: Span, amount: &Amount) -> bool {
    const BASES: [u32; 7] = [3, 4, 5, 6, 8, 10, 100];
    const REACH: usize = 4;
    let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
    let word = |n: usize| first.checked_sub(n).map_or("", |i| document.word(i));
    // "Four out of five": of no figure that anybody prints.
    if document.word(behind) == "out" && document.word(behind + 1) == "of" && is_number(document, behind + 2) {
        return amount.unit.is_none() && amount.value < Decimal::TEN;
    }
    if !BASES.iter().any(|base| amount.value == Decimal::from(*base)) || amount.unit.is_some() {
        return false;
    }
    let out_of = word(1) == "of" && word(2) == "out";
    let counted = (2..=REACH).any(|n| first.checked_sub(n).is_some_and(|i| is_number(document, i)));
    let every = matches!(word(1), "every" | "each" | "per");
    every || (out_of || word(1) == "in") && counted
}

fn is_number(document: &Document, token: usize) -> bool {
    document.token(token).is_some_and(|t| t.is_number())
        || matches!(TIME_WORDS.get(document.word(token)), Some(TimeWord::Cardinal(_)))
}

fn one_more(amount: &Amount) -> Amount {
    let value = amount.value.saturating_add(Decimal::ONE);
    Amount { value, bounds: around(value, amount.step), ..amount.clone() }
}

fn out_of_place(words: &str, draft: Label, place: &Spot, evidence: Vec<Addend>, stated: bool) -> Finding {
    let theirs = place.words();
    let elsewhere = if stated { format!(", and “{words}” of something else") } else { String::new() };
    Finding::new(&RULE, FindingVerdict::Unsupported, format!("For “{words}” the source has “{theirs}”{elsewhere}"))
        .label(Label { note: format!("the source has “{theirs}” here"), ..draft })
        .label(Label::related(place.document, place.span, "the source's figure"))
        .evidence(evidence)
        .help("Correct the figure, or say what else it counts")
}

/// Writers count two and three themselves, and "dozens" is no figure.
fn worth_asking(amount: &Amount) -> bool {
    match amount.kind {
        AmountKind::Number => amount.hedge != Some(Hedge::Vague) && amount.value > Decimal::from(3),
        AmountKind::Ordinal => amount.value > Decimal::from(3),
        _ => true,
    }
}
