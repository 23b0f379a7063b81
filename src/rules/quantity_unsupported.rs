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
//! No source carries 450. And where the source has "seven stops" and "31
//! berths", a draft's "31 stops" is out of place.
//!
//! ## What it leaves alone
//! A figure in whose place the source clearly has another one: that is `quantity/conflict`.
//! The same value in another unit, rounding or spelling ("half" for 50 %, 1.3 million for
//! 1,312,400); what two neighbouring figures of a source make (a sum, a gap, a change in percent, a share for each); a bound that
//! the source's figure meets; "one", "two" and "three", which writers count
//! themselves; "first" and "second".
//!
//! ## How to silence
//! Correct the figure, or add the source that carries it.
//! Where it is meant: `allow quantity/unsupported`.

use super::nearest::Beside;
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::align::{Addend, Heads, Spot, Support};
use crate::compare::carried::Carried;
use crate::document::Role;
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
    for ledger in context.ledgers.iter().filter(|l| l.document.role == Role::Source) {
        carried.add(&ledger.document, &ledger.mentions);
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
            // What the writer worked out has no place of its own in the source.
            if !stated && carried.states_or_makes(amount) {
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
