//! A claim's parts as words, alike in every ledger that is printed.

use crate::claim::{Claim, ClaimKind, Ledger, Polarity};
use crate::document::BlockKind;
use crate::value::Value;

/// The subject in words: modifiers and head.
pub fn subject(ledger: &Ledger, claim: &Claim) -> String {
    let subject = ledger.subject(claim);
    if subject.modifiers.is_empty() {
        return subject.head.clone();
    }
    let words: Vec<&str> = subject.modifiers.iter().map(String::as_str).chain([subject.head.as_str()]).collect();
    words.join(" ").trim().to_owned()
}

/// The value in words: ISO for times, plain decimals for amounts, members for lists.
pub fn value(ledger: &Ledger, claim: &Claim) -> String {
    match ledger.mention(claim).map(|m| &m.value) {
        Some(Value::Time(time)) => time.timex.clone(),
        Some(Value::Amount(_)) => match amount(ledger, claim) {
            (Some(number), Some(unit)) => format!("{number} {unit}"),
            (number, _) => number.unwrap_or_default(),
        },
        Some(Value::List(list)) => list.members.iter().map(|m| m.key.as_str()).collect::<Vec<_>>().join("; "),
        Some(Value::Name(name)) => name.entity.clone(),
        Some(Value::Quote(_) | Value::Version(_)) => ledger.words(claim).to_owned(),
        // A statement is its words.
        None => String::new(),
    }
}

/// Of an amount: the plain decimal, and the unit where there is one.
pub fn amount(ledger: &Ledger, claim: &Claim) -> (Option<String>, Option<String>) {
    match ledger.mention(claim).map(|m| &m.value) {
        Some(Value::Amount(amount)) => {
            (Some(amount.value.normalize().to_string()), amount.unit.map(|unit| unit.to_string()))
        }
        _ => (None, None),
    }
}

/// What of its subject a value tells, where a word of the text says so: the head of its column, the label of its field,
/// the verb beside a date.
pub fn property<'a>(ledger: &'a Ledger, claim: &'a Claim) -> Option<&'a str> {
    let block = ledger.document.block_of(claim.sentence)?;
    let label = block.label.as_deref().filter(|_| matches!(block.kind, BlockKind::Cell | BlockKind::Field));
    let verb = (claim.kind == ClaimKind::Date).then_some(claim.subject.head.as_str());
    label.or(verb).filter(|word| !word.is_empty())
}

pub fn polarity(claim: &Claim) -> &'static str {
    match claim.qualifiers.polarity {
        Polarity::Affirmed => "affirmed",
        Polarity::Denied => "denied",
    }
}

/// The qualifiers that are set, by name ("hedge" → "alleged").
pub fn qualifiers<'a>(ledger: &'a Ledger, claim: &Claim) -> Vec<(&'static str, &'a str)> {
    let qualifiers = &claim.qualifiers;
    let denied = (qualifiers.polarity == Polarity::Denied).then_some(("polarity", "denied"));
    let words = [("hedge", qualifiers.hedge), ("speaker", qualifiers.speaker), ("as of", qualifiers.as_of)];
    let words = words.into_iter().filter_map(|(name, span)| Some((name, ledger.document.slice(span?))));
    denied.into_iter().chain(words).collect()
}
