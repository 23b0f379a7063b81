//! # age/birthdate-mismatch
//!
//! ## What it reports
//! An age at death that the dates of birth and death printed beside it do not make:
//! "Born: May 6, 1988 … Died: August 28, 2009 (aged 14)".
//!
//! ## Why
//! Ages are worked out by hand and copied; a slip of one digit makes a child of an
//! old man, and every reader can do the sum.
//!
//! ## Example
//! > She was born on 3 March 1950 and died on 5 May 2011, aged 51.
//!
//! The dates make 61.
//!
//! ## What it leaves alone
//! Ages that could be right where a date is given by its year only; ages without a
//! death beside them; births and deaths of different people; texts whose dates are
//! out of order (`date/order` speaks of those).
//!
//! ## How to silence
//! Correct the age or the date. Where it is meant: `allow age/birthdate-mismatch`.

use super::lives::Lives;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{Ledger, LifeDate};
use crate::compare::calendar::years_between;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{AmountKind, Stretch, Value};
use rust_decimal::prelude::ToPrimitive;

pub const RULE: Rule = Rule {
    id: "age/birthdate-mismatch",
    severity: Severity::Error,
    summary: "an age that the dates of birth and death do not make",
    source: include_str!("age_birthdate_mismatch.rs"),
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate() {
        if !context.comparable(index, index) || !ledger.mentions.iter().any(|m| age_in_years(m).is_some()) {
            continue;
        }
        let lives = Lives::of(ledger);
        for death in lives.deaths() {
            let Some(birth) = lives.birth_before(ledger, death.sentence) else { continue };
            let Some((low, high)) = ages(&birth.when, &death.when) else { continue };
            let Some((mention, age)) = age_beside(ledger, death) else { continue };
            if (low..=high).contains(&age) {
                continue;
            }
            outcome.report(mismatch(index, ledger, [birth, death], mention, (low, high)));
        }
    }
}

fn mismatch(
    index: usize,
    ledger: &Ledger,
    [birth, death]: [&LifeDate; 2],
    age: &Mention,
    (low, high): (i32, i32),
) -> Finding {
    let place = with_cue(ledger, age);
    let words = ledger.document.slice(place);
    let span = |date: &LifeDate| ledger.mentions.get(date.mention).map(|m| m.span).unwrap_or_default();
    let printed = |date: &LifeDate| ledger.document.slice(span(date));
    let makes = if low == high { low.to_string() } else { format!("{low} or {high}") };
    let message = format!("“{words}” does not fit “{}” and “{}”, which make {makes}", printed(birth), printed(death));
    let mut labels = vec![Label::related(index, span(birth), "born")];
    if span(birth) != span(death) {
        labels.push(Label::related(index, span(death), "died"));
    }
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .label(Label::primary(index, place, format!("the dates make {makes}")))
        .labels(labels)
        .help(format!("if the dates are right, the age is {makes}"))
        .help("if the age is right, one of the dates is wrong")
}

/// The age with the "aged" before it.
fn with_cue(ledger: &Ledger, age: &Mention) -> Span {
    let before = ledger.document.token_at(age.span.start).checked_sub(1);
    let cue = before.filter(|i| matches!(ledger.document.word(*i), "aged" | "age"));
    cue.and_then(|i| ledger.document.token(i)).map_or(age.span, |token| token.span.cover(age.span))
}

/// The ages that are possible at a death; none if the dates are out of order.
fn ages(birth: &Stretch, death: &Stretch) -> Option<(i32, i32)> {
    let (born_first, born_last) = (birth.start?, birth.end?.yesterday().ok()?);
    let (died_first, died_last) = (death.start?, death.end?.yesterday().ok()?);
    (born_last <= died_first)
        .then(|| (years_between(born_last, died_first).max(0), years_between(born_first, died_last)))
}

/// The age printed in the sentence of a death, behind it first.
fn age_beside<'a>(ledger: &'a Ledger, death: &LifeDate) -> Option<(&'a Mention, i32)> {
    let in_sentence = |m: &Mention| ledger.document.sentence_at(m.span.start) == death.sentence;
    let aged = |m: &'a Mention| Some((m, age_in_years(m)?)).filter(|_| in_sentence(m));
    let behind = ledger.mentions.iter().skip(death.mention + 1).take_while(|m| in_sentence(m)).find_map(aged);
    behind.or_else(|| {
        let before = ledger.mentions.iter().take(death.mention).rev();
        before.take_while(|m| in_sentence(m)).find_map(aged)
    })
}

/// An exact age in whole years.
fn age_in_years(mention: &Mention) -> Option<i32> {
    let Value::Amount(amount) = &mention.value else { return None };
    let years = amount.unit.is_some_and(|u| u.to_string() == "a");
    (amount.kind == AmountKind::Age && years && amount.hedge.is_none() && amount.value.fract().is_zero())
        .then(|| amount.value.to_i32())?
}
