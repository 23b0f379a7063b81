//! Amounts: numbers, ordinals, percentages, money, measures, ages.
//!
//! One pass over the tokens: a word is looked at only if it is a number, a number word
//! or one of a few marks. A figure is read first (`figure`), then what it is measured in
//! (`dressed`: percent, money, age, measure), then its range and its hedges.

mod age;
mod bound;
mod cardinal;
pub(super) mod digits;
mod dressed;
mod elliptic;
mod figure;
mod fraction;
mod guard;
mod measure;
mod money;
mod percent;
mod power;
mod range;
mod words;

use super::{Mention, Scope};
use crate::document::TokenKind;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Bounds, Hedge, Value};
use dressed::{Dressed, dress};
use figure::{Figure, Form};
use rust_decimal::Decimal;
use words::Words;

pub fn extract(scope: &Scope) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    let numerals = words::numerals(scope.document);
    for sentence in &scope.document.sentences {
        let words = Words::new(scope.document, &numerals, &sentence.tokens);
        let mut at = words.from;
        while at < words.to {
            at = if opens(&words, at) { read(scope, &words, at, &mut out) } else { at + 1 };
        }
    }
    out
}

/// May an amount start at `at`? The only thing most words are asked.
fn opens(words: &Words, at: usize) -> bool {
    match words.token(at).map(|t| (t.kind, t.span.len())) {
        Some((TokenKind::Number, _)) => true,
        Some((TokenKind::Word, 3..=12)) => words.numeral(at).is_some() || money::is_coded(words.written(at)),
        Some((TokenKind::Mark, 1)) => words.lower(at) == ".",
        Some((TokenKind::Mark, 2 | 3)) => fraction::vulgar(words.lower(at)).is_some(),
        _ => false,
    }
}

/// Reads the amount at `at`, if there is one, and gives the word to go on with.
fn read(scope: &Scope, words: &Words, at: usize, out: &mut Vec<Mention>) -> usize {
    if words.is_number(at) && guard::foreign(words, at) {
        return at + 1;
    }
    let Some(figure) = figure::figure(words, at) else {
        let Some(coded) = money::coded(words, at) else { return at + 1 };
        let (amount, span) = hedged(words, &coded, false);
        out.push(Mention { span, value: Value::Amount(Box::new(amount)) });
        return coded.to;
    };
    let Some(first) = dress(words, &figure) else { return figure.to };
    let first = elliptic::as_beside(words, &first).unwrap_or(first);
    if first.kind != AmountKind::Age && scope.taken(words.span(figure.from, figure.to)) {
        return figure.to;
    }
    let whole = range::range(words, &first).filter(|r| !scope.taken(words.span(figure.to, r.to)));
    let ranged = whole.is_some();
    let read = whole.unwrap_or(first);
    if !ranged && (is_one(words, &figure, &first) || is_score(words, &figure)) {
        return read.to;
    }
    let (amount, span) = hedged(words, &read, ranged);
    if !merged(scope, out, span, &amount) {
        out.push(Mention { span, value: Value::Amount(Box::new(amount)) });
    }
    read.to
}

/// The amount with the hedges around it, and its place.
fn hedged(words: &Words, read: &Dressed, ranged: bool) -> (Amount, Span) {
    let (mut from, mut to) = (read.from, read.to);
    let mut bounds = read.bounds;
    let mut hedge = ranged.then_some(Hedge::Range);
    if read.form == Form::Vague {
        bounds = Bounds { low: Some(read.value), high: None, low_included: true, high_included: false };
        hedge = Some(Hedge::Vague);
    } else if !matches!(read.kind, AmountKind::Ordinal | AmountKind::Label) && !ranged {
        if let Some(found) = bound::after(words, read.to) {
            (bounds, hedge) = bound::apply(read.value, bounds, found.hedging);
            if bound::widens_span(read, found.hedging) {
                to = found.edge;
            }
        }
        if let Some(found) = bound::before(words, read.from) {
            let several = matches!(hedge, Some(Hedge::AtLeast | Hedge::AtMost));
            if !several {
                (bounds, hedge) = bound::apply(read.value, bounds, found.hedging);
            }
            if bound::widens_span(read, found.hedging) {
                from = found.edge;
            }
        }
    }
    let amount = Amount { kind: read.kind, value: read.value, unit: read.unit, bounds, hedge, step: read.step };
    (amount, words.span(from, to))
}

/// "the one", "which one", "one of": "one" is a number only where it counts.
fn is_one(words: &Words, figure: &Figure, read: &Dressed) -> bool {
    let alone =
        read.is_bare() && figure.value == Decimal::ONE && figure.form == Form::Words && figure.to == figure.from + 1;
    alone && !guard::counts_one(words, figure.from)
}

/// Half of a score or vote: "52-48", "two-nil", "3-all".
fn is_score(words: &Words, low: &Figure) -> bool {
    let pair = |at: usize| matches!(words.lower(at), "-" | "–") && words.joined(at) && words.joined(at + 1);
    if pair(low.to) && matches!(words.lower(low.to + 1), "nil" | "all") {
        return true;
    }
    if low.form != Form::Digits {
        return false;
    }
    if pair(low.to) && words.is_number(low.to + 1) {
        return true;
    }
    let before = low.from.checked_sub(1).is_some_and(&pair);
    before && words.token_before(low.from - 1).is_some_and(|t| t.is_number())
}

/// "greater than 100 and smaller than 300" is one amount with two bounds.
fn merged(scope: &Scope, out: &mut [Mention], span: Span, amount: &Amount) -> bool {
    let Some(last) = out.last_mut() else { return false };
    let Value::Amount(first) = &mut last.value else { return false };
    let bare = |a: &Amount| a.kind == AmountKind::Number && a.unit.is_none();
    if !(bare(first) && bare(amount)) || last.span.end > span.start || span.start - last.span.end > 8 {
        return false;
    }
    let gap = scope.document.slice_lower(Span { start: last.span.end, end: span.start }).trim();
    if !matches!(gap, "and" | "but" | "," | ", and" | ", but") {
        return false;
    }
    let (below, above) = match (first.hedge, amount.hedge) {
        (Some(Hedge::AtLeast), Some(Hedge::AtMost)) => (first.bounds, amount.bounds),
        (Some(Hedge::AtMost), Some(Hedge::AtLeast)) => (amount.bounds, first.bounds),
        _ => return false,
    };
    let (Some(low), Some(high)) = (below.low, above.high) else { return false };
    if low >= high {
        return false;
    }
    let Some(middle) = low.checked_add(high).and_then(|sum| sum.checked_div(Decimal::TWO)) else { return false };
    first.bounds = Bounds {
        low: Some(low),
        high: Some(high),
        low_included: below.low_included,
        high_included: above.high_included,
    };
    (first.value, first.hedge) = (middle, Some(Hedge::Range));
    last.span = last.span.cover(span);
    true
}
