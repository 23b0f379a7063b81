//! "17 sloops and 8 yawls" are the "25 boats" of another text: a figure that makes up another one together with those it
//! is joined to is a part of that one, and no rival.

use crate::align::figures::{Figure, Reading};
use crate::value::Amount;
use rust_decimal::Decimal;
use std::ops::Range;

/// So many words may stand between two parts.
const BETWEEN: usize = 6;

/// Do `figure` and the figures that it is joined to (of those of its sentence, in their order) make up `whole`?
pub fn make_up<'a>(figure: &Figure, beside: impl Iterator<Item = &'a Figure<'a>>, whole: &Figure) -> bool {
    let Some(sum) = amount(whole) else { return false };
    let parts: Vec<(Range<usize>, &Amount, bool)> = beside
        .filter(|other| other.kind == figure.kind)
        .filter_map(|other| Some((other.tokens()?, amount(other)?, other.mention == figure.mention)))
        .filter(|(_, amount, _)| amount.unit == sum.unit)
        .collect();
    let joined = |a: &Range<usize>, b: &Range<usize>| {
        let between = a.end..b.start;
        let document = &figure.ledger.document;
        between.len() <= BETWEEN && between.into_iter().any(|i| matches!(document.word(i), "and" | "," | "plus"))
    };
    let runs = parts.chunk_by(|(a, ..), (b, ..)| joined(a, b));
    runs.filter(|run| run.iter().any(|(.., own)| *own)).any(|run| {
        let all = run.iter().try_fold(Decimal::ZERO, |all, (_, part, _)| all.checked_add(part.value));
        let last =
            run.last().filter(|(_, part, _)| part.unit.is_none()).is_some_and(|(place, ..)| is_one_more(figure, place));
        let with_last = all.and_then(|all| all.checked_add(Decimal::ONE)).filter(|_| last);
        run.len() > 1 && all == Some(sum.value) || with_last == Some(sum.value)
    })
}

fn amount<'a>(figure: &'a Figure) -> Option<&'a Amount> {
    if let Reading::Amount(amount) = &figure.reading { Some(amount) } else { None }
}

/// "five helpers and a cook": one more stands behind the figure.
fn is_one_more(figure: &Figure, place: &Range<usize>) -> bool {
    let document = &figure.ledger.document;
    let behind = place.end..place.end.saturating_add(BETWEEN / 2);
    let mut behind =
        behind.skip_while(|i| document.token(*i).is_some_and(|t| t.is_word()) && document.word(*i) != "and");
    behind.next().is_some_and(|i| document.word(i) == "and" && matches!(document.word(i + 1), "a" | "an" | "one"))
}
