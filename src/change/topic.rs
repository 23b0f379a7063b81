//! What a fact is about, in a few words: "date of the statement", "western nations".

use super::facts::{Fact, FactKind};
use super::phrase::phrase;
use super::seat::{field_label, row_name};
use crate::claim::{Ledger, Whose, is_content, whose};
use crate::document::Document;
use crate::lexicon::en::measured::DIRECTIONS;
use crate::text::{WordMap, word_map};
use crate::value::{AmountKind, MemberKind, Value};

/// Adjectives behind a figure, and the nouns that name it.
const DIMENSIONS: WordMap<&str> = word_map! {
    "long" => "length", "deep" => "depth", "high" => "height", "tall" => "height", "wide" => "width", "thick" => "thickness",
};

pub fn topic(ledger: &Ledger, fact: &Fact) -> String {
    if let Some(label) = field_label(&ledger.document, fact.sentence) {
        let row = row_name(&ledger.document, fact.sentence);
        return row.map_or_else(|| label.to_owned(), |row| format!("{row}, {label}"));
    }
    let found = match fact.kind {
        FactKind::Date => date(ledger, fact),
        FactKind::Count => counted(ledger, fact),
        FactKind::Quantity => quantity(ledger, fact),
        FactKind::List => Some(list(ledger, fact)),
        FactKind::Quote => Some(quotation(ledger, fact)),
        _ => None,
    };
    found.or_else(|| phrase(ledger, fact)).unwrap_or_else(|| fact.kind.name().to_owned())
}

fn date(ledger: &Ledger, fact: &Fact) -> Option<String> {
    let document = &ledger.document;
    if document.is_own(fact.value) {
        return Some("dateline".to_owned());
    }
    let claim = fact.claim(ledger).filter(|c| !c.subject.head.is_empty())?;
    let verb = document.token_at(claim.subject.span.start);
    Some(match whose(document, fact.sentence, verb)? {
        Whose::Of(noun) => format!("date of the {}", with_its_name(document, noun)),
        Whose::When(noun) if document.token(noun).is_some_and(|t| t.capital) => {
            format!("date {} {}", document.written(noun), document.word(verb))
        }
        Whose::When(noun) => format!("date the {} {}", document.word(noun), document.word(verb)),
    })
}

/// A capitalised noun with the capitalised words before it: "Kessler Prize".
fn with_its_name(document: &Document, noun: usize) -> String {
    const LONGEST: usize = 3;
    if !document.token(noun).is_some_and(|t| t.capital) {
        return document.word(noun).to_owned();
    }
    let capital = |i: &usize| document.token(*i).is_some_and(|t| t.capital) && is_content(document.word(*i));
    let first = (0..=noun).rev().take(LONGEST).take_while(capital).last().unwrap_or(noun);
    (first..=noun).map(|i| document.written(i)).collect::<Vec<_>>().join(" ")
}

fn counted(ledger: &Ledger, fact: &Fact) -> Option<String> {
    let subject = &fact.claim(ledger)?.subject;
    let words: Vec<&str> = subject.modifiers.iter().map(String::as_str).chain([subject.head.as_str()]).collect();
    (!subject.head.is_empty()).then(|| words.join(" "))
}

fn quantity(ledger: &Ledger, fact: &Fact) -> Option<String> {
    let kind = match fact.of(ledger) {
        Some(Value::Amount(amount)) => Some(amount.kind),
        _ => None,
    };
    if kind == Some(AmountKind::Age) {
        let before = ledger.mentions.partition_point(|m| m.span.start < fact.value.start);
        let holder = before.checked_sub(1).and_then(|i| ledger.mentions.get(i));
        let holder = holder.filter(|m| matches!(m.value, Value::Name(_)) && m.span.end + 3 > fact.value.start)?;
        return Some(format!("age of {}", ledger.document.slice(holder.span)));
    }
    let subject = fact.claim(ledger).map(|c| &c.subject).filter(|s| !s.head.is_empty())?;
    let of = subject.modifiers.join(" ");
    if DIRECTIONS.contains(subject.head.as_str()) {
        let of = if of.is_empty() { of } else { format!(" of {of}") };
        return (kind == Some(AmountKind::Measure)).then(|| format!("distance {}{of}", subject.head));
    }
    if let Some(noun) = DIMENSIONS.get(subject.head.as_str()) {
        let whose = phrase(ledger, fact).filter(|name| !name.contains('…') && *name != subject.head);
        return Some(whose.map_or_else(|| (*noun).to_owned(), |name| format!("{noun} of the {name}")));
    }
    let head = if of.is_empty() { subject.head.clone() } else { format!("{of} {}", subject.head) };
    let share = kind == Some(AmountKind::Percent) && subject.span.start > fact.value.start;
    Some(if share { format!("share of {head}") } else { head })
}

fn list(ledger: &Ledger, fact: &Fact) -> String {
    let roster = fact.roster.and_then(|r| ledger.rosters.get(r));
    let declared = roster.and_then(|r| r.declared.first()).and_then(|(claim, _)| ledger.claims.get(*claim));
    if let Some(head) = declared.map(|c| c.subject.head.as_str()).filter(|h| !h.is_empty()) {
        return head.to_owned();
    }
    let subject = fact.claim(ledger).map(|c| &c.subject);
    let opener = subject.map(|s| s.head.as_str()).unwrap_or_default();
    // "the governments of A, B and C", "members: A, B and C", but "calls at A, B and C".
    let behind = subject.map_or("", |s| ledger.document.word(ledger.document.token_at(s.span.end)));
    if !opener.is_empty() && matches!(behind, "of" | ":") {
        return opener.to_owned();
    }
    let kind = match roster.and_then(|r| r.members.first()).map(|m| m.kind) {
        Some(MemberKind::Country) => return "countries".to_owned(),
        Some(MemberKind::Name) => "names",
        _ => "list",
    };
    phrase(ledger, fact).unwrap_or_else(|| kind.to_owned())
}

fn quotation(ledger: &Ledger, fact: &Fact) -> String {
    match fact.of(ledger) {
        Some(Value::Quote(quote)) => match quote.speaker {
            Some(speaker) => format!("quotation of {}", ledger.document.slice(speaker)),
            None => "quotation".to_owned(),
        },
        _ => "quotation".to_owned(),
    }
}
