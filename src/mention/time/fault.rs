//! Years and decades that nobody can have meant: "the 2010s and 202s".

use super::line::Line;
use super::shape::{Found, Shape};
use super::year::{decade_mark, year_at};

/// A decade of three or five digits beside a good year or decade.
pub fn decade(line: &Line, at: usize) -> Option<Found> {
    let number = line.number(at).filter(|n| matches!(n.digits, 3 | 5))?;
    let to = decade_mark(line, at + 1).filter(|_| line.joined(at + 1) && !line.is_clitic(at + 1))?;
    if line.glued(at, at + 1) && !line.joined(at + 1) || !neighbour(line, at, to) {
        return None;
    }
    let text = line.text(at);
    let meant = if number.digits == 3 { longer(text)? } else { shorter(text)? };
    let start = meant.get(..3)?;
    Some(Found::new(Shape::Malformed(format!("{start}0s")), at, to))
}

/// A good year or decade within a few words.
fn neighbour(line: &Line, at: usize, to: usize) -> bool {
    let good = |i: usize| {
        year_at(line, i).is_some()
            || line.number(i).is_some_and(|n| n.digits == 4 && (1000..2200).contains(&n.value))
                && decade_mark(line, i + 1).is_some()
    };
    (at.saturating_sub(6)..at).any(good) || (to..to + 5).any(good)
}

/// A year of which one digit was left out: the missing one is put back where a year of our time results.
pub fn longer(text: &str) -> Option<String> {
    let year = format!("{text}0");
    plausible(&year).then_some(year)
}

/// A year with one digit too many: a doubled one first, else the last.
pub fn shorter(text: &str) -> Option<String> {
    let digits: Vec<char> = text.chars().collect();
    let without =
        |skip: usize| -> String { digits.iter().enumerate().filter(|(i, _)| *i != skip).map(|(_, c)| *c).collect() };
    let doubled = digits.windows(2).position(|w| w.first() == w.last());
    let candidates = doubled.into_iter().chain((0..digits.len()).rev());
    candidates.map(without).find(|year| plausible(year))
}

fn plausible(year: &str) -> bool {
    year.len() == 4 && (year.starts_with("19") || year.starts_with("20") || year.starts_with("18"))
}
