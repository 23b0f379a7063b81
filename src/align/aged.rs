//! Bare numbers that are ages, and whose they are.

use crate::claim::{Ledger, Stem, stem};
use crate::document::Document;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::frames::{Taken, frame};
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::kin::KIN;
use crate::lexicon::en::people::is_person;
use crate::lexicon::unit::YEAR;
use crate::text::Span;
use crate::value::{Amount, AmountKind, NameKind, Unit, Value};

/// Whose age it is: the name beside it ("Sixty-year-old Ada Moe", "Ada Moe, 60", "Ada Moe died aged 60").
pub fn whose(ledger: &Ledger, mention: usize) -> Option<(Option<Stem>, Stem)> {
    /// So many mentions back.
    const BACK: usize = 8;
    let document = &ledger.document;
    let span = ledger.mentions.get(mention)?.span;
    let capital = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital);
    let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
    let before = |at: usize| first.checked_sub(at).map_or("", |i| document.word(i));
    let start = document.sentence_tokens(document.sentence_at(span.start)).start;
    let last = if before(1) == "," && first.checked_sub(2).is_some_and(capital) {
        first.checked_sub(2)
    } else if matches!(before(1), "a" | "an" | "the") && before(2) == "," && first.checked_sub(3).is_some_and(capital) {
        // "Moe, a 60-year-old teacher".
        first.checked_sub(3)
    } else if before(1) == "aged" || before(1) == "of" || before(1) == "at" {
        // Other names stand between: "Ada Moe, who wrote Salt and Smoke, died in Lien aged 60".
        let opening = document.token(start).map_or(u32::MAX, |t| t.span.start);
        let back = ledger.mentions.iter().take(mention).rev().take(BACK).take_while(|m| m.span.start >= opening);
        let mut people = back.filter(|m| matches!(&m.value, Value::Name(name) if name.kind == NameKind::Person));
        people.next().and_then(|m| document.token_at(m.span.end).checked_sub(1))
    } else {
        (behind..).take_while(|i| capital(*i)).last()
    };
    let last = last?;
    let name =
        (start..=last).rev().take_while(|i| capital(*i) || document.word(*i) == "-").filter(|i| capital(*i)).last();
    // "Now Ada Moe, 52, leads": what opens the sentence is no name.
    let is_name = |word: &str| is_given_name(word) || !is_common(word);
    let given = name.filter(|first| *first != last).map(|first| document.word(first));
    let given = given.filter(|word| is_name(word)).map(stem);
    Some((given, stem(document.word(last))))
}

/// "Ada Moe, 43, is", "she was 43": a bare number in commas behind a name, or all that is said of somebody, is an age.
pub fn is_age(document: &Document, span: Span, amount: &Amount) -> bool {
    amount.kind == AmountKind::Age || age(document, span, amount).is_some()
}

pub fn age(document: &Document, span: Span, amount: &Amount) -> Option<Amount> {
    amount.count().filter(|n| (1..=110).contains(n) && amount.kind == AmountKind::Number)?;
    let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
    let before = first.checked_sub(1).map_or("", |i| document.word(i));
    let in_commas = before == "," && matches!(document.word(behind), "," | "." | ")");
    let name = || {
        let token = first.checked_sub(2).and_then(|i| document.token(i));
        token.is_some_and(|t| t.capital || t.is_word() && caseless(document, span))
    };
    let of_somebody = || {
        let who = first.checked_sub(2).map_or("", |i| document.word(i));
        matches!(who, "he" | "she")
            && matches!(before, "was" | "is")
            && matches!(document.word(behind), "." | "," | "and")
    };
    // "At 15 she is the youngest", "At 15, Ada Moe is"; at 15 she "had moved" long ago.
    let at_so_many = || {
        let at = first.checked_sub(1).filter(|_| before == "at");
        let opens = at.is_some_and(|at| document.sentence_tokens(document.sentence_at(span.start)).start == at);
        let who = behind + usize::from(document.word(behind) == ",");
        let named = document.token(who).is_some_and(|t| t.is_word() && t.capital);
        let is_now = (who + 1..who + 5).any(|i| document.word(i) == "is");
        opens && is_now && (named || matches!(document.word(who), "he" | "she"))
    };
    let is_one = || before == "aged" || (in_commas && name()) || of_somebody() || at_so_many();
    (is_one() || is_told_behind(document, (first, behind), amount)).then(|| Amount {
        kind: AmountKind::Age,
        unit: Some(Unit::Measure(&YEAR)),
        ..amount.clone()
    })
}

/// "The miller, who was 44,", "a man of 57", "she turned 50 in May", "Ada Moe dies at 88".
fn is_told_behind(document: &Document, (first, behind): (usize, usize), amount: &Amount) -> bool {
    /// Whoever died "at 11" may have done so at that hour.
    const HOURS: u32 = 24;
    let before = |back: usize| first.checked_sub(back).map_or("", |i| document.word(i));
    let next = document.word(behind);
    let ends = next.is_empty() || !document.token(behind).is_some_and(|t| t.is_word() || t.is_number());
    let goes_on = || {
        matches!(next, "and" | "when" | "at" | "in" | "on" | "last" | "this" | "who" | "with" | "from" | "was" | "has")
    };
    let may_be_aged = |noun: &str| is_person(noun) && !KIN.contains(noun);
    match before(1) {
        "was" | "is" => before(2) == "who" && (ends || matches!(next, "and" | "when" | "at")),
        "turned" | "turns" => ends || goes_on(),
        "of" => matches!(before(3), "a" | "an") && may_be_aged(before(2)) && (ends || goes_on()) && of_grown(amount),
        "at" => {
            let dies = frame(before(2), Some(Taken::Age)).is_some_and(|f| f.name == "death");
            dies && ends && amount.count().is_some_and(|n| n > HOURS)
        }
        _ => false,
    }
}

/// "A mother of 13" has children, "a man of 57" years.
fn of_grown(amount: &Amount) -> bool {
    const LEAST: u32 = 13;
    amount.count().is_some_and(|n| n >= LEAST)
}

/// Is the sentence printed without capitals? Of a long one what stands near tells.
fn caseless(document: &Document, span: Span) -> bool {
    const NEAR: usize = 200;
    let tokens = document.sentence_tokens(document.sentence_at(span.start));
    let first = document.token_at(span.start);
    let near = tokens.start.max(first.saturating_sub(NEAR))..tokens.end.min(first + NEAR);
    !near.into_iter().any(|i| document.token(i).is_some_and(|t| t.is_word() && t.capital))
}
