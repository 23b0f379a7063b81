//! What a fact is about, in a few words: "date of the statement", "western nations".

use super::facts::{Fact, FactKind};
use crate::claim::{Ledger, Whose, is_content, whose};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::measured::DIRECTIONS;
use crate::value::{AmountKind, MemberKind, Value};

/// How far a noun may stand from the verb that it goes with.
const REACH: usize = 5;

pub fn topic(ledger: &Ledger, fact: &Fact) -> String {
    let label =
        ledger.document.block_of(fact.sentence).filter(|b| matches!(b.kind, BlockKind::Field | BlockKind::Cell));
    if let Some(label) = label.and_then(|b| b.label.as_deref()).filter(|l| !l.trim().is_empty()) {
        return label.trim().to_owned();
    }
    match fact.kind {
        FactKind::Date => date(ledger, fact),
        FactKind::Duration => near(&ledger.document, fact, "time"),
        FactKind::Count => counted(ledger, fact).unwrap_or_else(|| near(&ledger.document, fact, "number")),
        FactKind::Quantity => quantity(ledger, fact),
        FactKind::List => list(ledger, fact),
        FactKind::Quote => quotation(ledger, fact),
        FactKind::Version => near(&ledger.document, fact, "version"),
        kind => kind.name().to_owned(),
    }
}

fn date(ledger: &Ledger, fact: &Fact) -> String {
    let document = &ledger.document;
    let verb =
        fact.claim(ledger).filter(|c| !c.subject.head.is_empty()).map(|c| document.token_at(c.subject.span.start));
    let Some(verb) = verb else { return near(document, fact, "date") };
    match whose(document, fact.sentence, verb) {
        Some(Whose::Of(noun)) => format!("date of the {}", document.word(noun)),
        Some(Whose::When(noun)) if document.token(noun).is_some_and(|t| t.capital) => {
            format!("date {} {}", document.written(noun), document.word(verb))
        }
        Some(Whose::When(noun)) => format!("date the {} {}", document.word(noun), document.word(verb)),
        None => format!("date of “{}”", document.word(verb)),
    }
}

fn counted(ledger: &Ledger, fact: &Fact) -> Option<String> {
    let subject = &fact.claim(ledger)?.subject;
    let words: Vec<&str> = subject.modifiers.iter().map(String::as_str).chain([subject.head.as_str()]).collect();
    (!subject.head.is_empty()).then(|| words.join(" "))
}

fn quantity(ledger: &Ledger, fact: &Fact) -> String {
    let document = &ledger.document;
    let subject = fact.claim(ledger).map(|c| &c.subject).filter(|s| !s.head.is_empty());
    if let Some(subject) = subject {
        let of = subject.modifiers.join(" ");
        return match (DIRECTIONS.contains(subject.head.as_str()), of.is_empty()) {
            (true, true) => format!("distance {}", subject.head),
            (true, false) => format!("distance {} of {of}", subject.head),
            (false, true) => subject.head.clone(),
            (false, false) => format!("{of} {}", subject.head),
        };
    }
    let name = match fact.of(ledger) {
        Some(Value::Amount(amount)) => match amount.kind {
            AmountKind::Money => "sum",
            AmountKind::Percent => "share",
            AmountKind::Age => "age",
            AmountKind::Measure => "amount",
            AmountKind::Ordinal => "rank",
            AmountKind::Number | AmountKind::Label => "number",
        },
        _ => "amount",
    };
    near(document, fact, name)
}

/// The name of the kind with the nearest word that tells something: “sum (cost)”.
fn near(document: &Document, fact: &Fact, name: &str) -> String {
    let tokens = document.sentence_tokens(fact.sentence);
    let (from, to) = (document.token_at(fact.value.start), document.token_at(fact.value.end));
    let tells = |i: &usize| document.token(*i).is_some_and(|t| t.is_word()) && is_content(document.word(*i));
    let before = (tokens.start..from).rev().take(REACH).find(tells);
    let word = before.or_else(|| (to..tokens.end).take(REACH).find(tells)).map(|i| document.written(i));
    let word = word.filter(|word| !word.eq_ignore_ascii_case(name));
    word.map_or_else(|| name.to_owned(), |word| format!("{name} (“{word}”)"))
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
        Some(MemberKind::Country) => "countries",
        Some(MemberKind::Name) => "names",
        _ => "list",
    };
    if opener.is_empty() { kind.to_owned() } else { format!("{kind} (“{opener} …”)") }
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
