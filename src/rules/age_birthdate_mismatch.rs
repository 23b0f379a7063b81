//! # age/birthdate-mismatch
//!
//! ## What it reports
//! An age at death that the dates of birth and death printed beside it, or in another document, do not make:
//! "Born: 4 October 1901 … Died: 2 May 1988 (aged 76)". And an age of today that a
//! date of birth in the same sentence does not make on the document's own day.
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
//! Ages that could be right where a date is given by its year only; ages at some other
//! time ("when she was 12"); ages of today that are one year off, and those in a document
//! without a day of its own; births and deaths of different people; texts whose dates
//! are out of order (`date/order` speaks of those).
//!
//! ## How to silence
//! Correct the age or the date. Where it is meant: `allow age/birthdate-mismatch`.

use super::ages::{age_in_years, possible_ages, printed_ages, with_cue};
use super::lives::Lives;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{Ledger, LifeDate};
use crate::document::Document;
use crate::lexicon::en::kin::KIN;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Precision, Stretch, Value};
use jiff::civil::Date;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "age/birthdate-mismatch",
    severity: Severity::Error,
    summary: "an age that the dates of birth and death do not make",
    source: include_str!("age_birthdate_mismatch.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate() {
        if !context.comparable(index, index) || !ledger.mentions.iter().any(|m| age_in_years(m).is_some()) {
            continue;
        }
        let lives = Lives::of(ledger);
        for death in lives.deaths() {
            let Some(birth) = lives.birth_before(ledger, death) else { continue };
            let Some((low, high)) = possible_ages(&birth.when, &death.when) else { continue };
            let beside = age_beside(ledger, death);
            let of_bracket = || (birth.mention == death.mention).then(|| age_elsewhere(ledger, &lives)).flatten();
            let Some((mention, age)) = beside.or_else(of_bracket) else { continue };
            if (low..=high).contains(&age) {
                continue;
            }
            outcome.report(mismatch(index, ledger, [birth, death], mention, (low, high)));
        }
        if let Some(today) = ledger.document.meta.date.filter(|_| lives.deaths().next().is_none()) {
            present(index, ledger, &lives, today, outcome);
        }
    }
    across(context, outcome);
}

/// The birth in one document, the death with its age in another: "Ada Roth, born in 1927" and "Ada Roth died in 1998 at 52".
fn across(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let lives: Vec<Lives> = context.ledgers.iter().map(Lives::of).collect();
    let mut births: BTreeMap<String, Vec<(usize, &LifeDate)>> = BTreeMap::new();
    for (document, (ledger, own)) in context.ledgers.iter().zip(&lives).enumerate() {
        for birth in own.births() {
            births.entry(full_name(ledger, birth).unwrap_or_default()).or_default().push((document, birth));
        }
    }
    births.remove("");
    for (document, (ledger, own)) in context.ledgers.iter().zip(&lives).enumerate() {
        // Who gives the birth too is held against himself.
        for death in own.deaths().filter(|_| own.births().next().is_none()) {
            let Some((mention, age)) = age_beside(ledger, death) else { continue };
            let of = full_name(ledger, death).and_then(|name| births.get(&name));
            let meets = |other: &usize| {
                let roles = context.document(*other).map(|d| d.role.meets(ledger.document.role));
                *other != document && roles == Some(true) && context.comparable(document, *other)
            };
            let told: Vec<&(usize, &LifeDate)> = of.into_iter().flatten().filter(|(other, _)| meets(other)).collect();
            let misfits = |birth: &LifeDate| {
                possible_ages(&birth.when, &death.when).is_some_and(|(low, high)| !(low..=high).contains(&age))
            };
            // Where texts give two births the age may fit the other one.
            let Some((other, birth)) = told.first().filter(|_| told.iter().all(|(_, birth)| misfits(birth))) else {
                continue;
            };
            let Some(makes) = possible_ages(&birth.when, &death.when) else { continue };
            let Some(born) = context.ledgers.get(*other).map(|l| span_of(l, birth)) else { continue };
            let died = span_of(ledger, death);
            let makes = printed_ages(makes);
            let place = with_cue(ledger, mention);
            let words = ledger.document.slice(place);
            let birth_words = context.document(*other).map_or("", |d| d.slice(born));
            let message = format!(
                "“{words}” does not fit the birth “{birth_words}” there and “{}”, which make {makes}",
                ledger.document.slice(died)
            );
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Conflict, message)
                    .at(Severity::Warning)
                    .label(Label::primary(document, place, format!("the dates make {makes}")))
                    .label(Label::related(document, died, "died"))
                    .label(Label::related(*other, born, "born"))
                    .help(format!("if the dates are right, the age is {makes}"))
                    .help("if the age is right, one of the dates is wrong"),
            );
        }
    }
}

/// The name that the sentence of a birth or death gives, if it has more than one word.
fn full_name(ledger: &Ledger, date: &LifeDate) -> Option<String> {
    match &ledger.mentions.get(date.of?)?.value {
        Value::Name(name) => Some(name.entity.clone()).filter(|entity| entity.contains(' ')),
        _ => None,
    }
}

/// An age of today beside the birth: "Anna Brandt, 44, was born on 3 March 1950" in an article of 2011.
fn present(index: usize, ledger: &Ledger, lives: &Lives, today: Date, outcome: &mut Outcome) {
    let Ok(tomorrow) = today.tomorrow() else { return };
    let day = Stretch { start: Some(today), end: Some(tomorrow), precision: Precision::Day };
    for birth in lives.births() {
        let Some((low, high)) = possible_ages(&birth.when, &day) else { continue };
        let Some((mention, age)) = present_age(ledger, birth) else { continue };
        // The text may have been written around a birthday, and put on the page later.
        if (low.saturating_sub(1)..=high.saturating_add(1)).contains(&age) {
            continue;
        }
        let (place, born) = (with_cue(ledger, mention), span_of(ledger, birth));
        let words = |span| ledger.document.slice(span);
        let makes = printed_ages((low, high));
        let message = format!("“{}” does not fit “{}”, which makes {makes} on {today}", words(place), words(born));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .label(Label::primary(index, place, format!("the birth makes {makes} on the document's day, {today}")))
                .label(Label::related(index, born, "born"))
                .help(format!("if the date of birth is right, the age is {makes}"))
                .help("if the age is right, the date of birth is wrong"),
        );
    }
}

/// The only age in the sentence of a birth, if it is said of today.
fn present_age<'a>(ledger: &'a Ledger, birth: &LifeDate) -> Option<(&'a Mention, i32)> {
    let document = &ledger.document;
    let words = document.sentence_tokens(birth.sentence);
    let in_sentence = |m: &&Mention| document.sentence_at(m.span.start) == birth.sentence;
    let elsewhere = words.clone().any(|i| PAST.contains(&document.word(i)) || KIN.contains(document.word(i)));
    let other_time = |(i, m): (usize, &Mention)| i != birth.mention && matches!(m.value, Value::Time(_));
    let first = ledger.mentions.partition_point(|m| document.sentence_at(m.span.start) < birth.sentence);
    let mut here = ledger.mentions.iter().enumerate().skip(first).take_while(|(_, m)| in_sentence(m));
    if elsewhere || here.clone().any(other_time) {
        return None;
    }
    let mut ages = here.by_ref().filter_map(|(_, m)| Some((m, age_in_years(m)?)));
    let only = ages.next().filter(|_| ages.next().is_none())?;
    is_present(document, only.0).then_some(only)
}

/// Words that move an age away from today, or give it to somebody else.
const PAST: &[&str] = &[
    "when", "then", "while", "until", "after", "before", "since", "time", "turned", "died", "had", "became", "at",
    "by", "would", "will",
];

/// "Ann Lee, 44,", "(age 44)", "is 44 years old", "The 44-year-old".
fn is_present(document: &Document, age: &Mention) -> bool {
    let at = document.token_at(age.span.start);
    let before = |n: usize| at.checked_sub(n).map_or("", |i| document.word(i));
    match before(1) {
        "," | "(" | "is" | "the" => true,
        "age" | "aged" | ":" => matches!(before(2), "(" | "," | "age"),
        _ => false,
    }
}

fn mismatch(
    index: usize,
    ledger: &Ledger,
    [birth, death]: [&LifeDate; 2],
    age: &Mention,
    makes: (i32, i32),
) -> Finding {
    let place = with_cue(ledger, age);
    let words = ledger.document.slice(place);
    let span = |date: &LifeDate| span_of(ledger, date);
    let printed = |date: &LifeDate| ledger.document.slice(span(date));
    let makes = printed_ages(makes);
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

fn span_of(ledger: &Ledger, date: &LifeDate) -> Span {
    ledger.mentions.get(date.mention).map(|m| m.span).unwrap_or_default()
}

/// "She died in Bonn, aged 61" of the one person whose dates stand in brackets at the top.
fn age_elsewhere<'a>(ledger: &'a Ledger, lives: &Lives) -> Option<(&'a Mention, i32)> {
    let document = &ledger.document;
    if lives.births().count() != 1 || lives.deaths().count() != 1 {
        return None;
    }
    let mut ages = ledger.mentions.iter().filter_map(|m| Some((m, age_in_years(m)?))).filter(|(m, _)| {
        let sentence = document.sentence_tokens(document.sentence_at(m.span.start));
        let mut before = sentence.start..document.token_at(m.span.start);
        let died = before.clone().rev().take(AGE_BEHIND).any(|i| document.word(i) == "died");
        died && !before.any(|i| KIN.contains(document.word(i)))
    });
    ages.next().filter(|_| ages.next().is_none())
}

/// How far behind "died" its age may stand, in tokens.
const AGE_BEHIND: usize = 8;
