//! The forms of a time, tried at one token in the order of how much they say.

use super::line::{Line, Tag};
use super::numeric::{self, Order};
use super::shape::Found;
use super::{
    clock, duration, edge, fault, month, offset, range, relative, section, set, spoken, topical, weekday, year,
};
use crate::lexicon::en::time_words::TimeWord as W;

/// The time that starts at token `at`, with all that belongs to it.
pub fn read(line: &Line, at: usize, order: Order) -> Option<Found> {
    let found = match line.at(at) {
        Tag::Word(W::From | W::Between) => range::framed(line, at, order).or_else(|| edge::opened(line, at, order)),
        Tag::Word(W::Since | W::After | W::Before | W::Until | W::By) => edge::opened(line, at, order),
        Tag::Word(W::About | W::Less | W::More | W::At) => edge::blurred(line, at, order),
        Tag::Word(W::Hint(_) | W::Earlier | W::Later) => {
            edge::hinted(line, at, order).or_else(|| offset::opening(line, at, order))
        }
        Tag::Word(W::Edge(_)) => edge::edge_of(line, at, order).or_else(|| offset::opening(line, at, order)),
        Tag::Word(W::In) => relative::within(line, at),
        Tag::Word(W::The) => topical::with_article(line, at, order),
        Tag::Mark(_) => None,
        Tag::Other => offset::opening(line, at, order).or_else(|| core(line, at, order)),
        _ => core(line, at, order),
    };
    found.map(|found| edge::open_behind(line, found))
}

/// A time without the words that open, narrow or blur it.
pub fn core(line: &Line, at: usize, order: Order) -> Option<Found> {
    let mut found = plain(line, at, order)?;
    weekday::behind(line, &mut found);
    let found = range::tail(line, found, order);
    Some(clock::part_behind(line, found))
}

fn plain(line: &Line, at: usize, order: Order) -> Option<Found> {
    match line.at(at) {
        Tag::Number(_) => number(line, at, order),
        Tag::Figures => {
            let found = numeric::read(line, at, order).or_else(|| clock::pointed(line, at));
            found.or_else(|| duration::read(line, at))
        }
        Tag::Word(word) => worded(line, at, word, order),
        Tag::Other => {
            section::holiday(line, at).or_else(|| section::fiscal(line, at)).or_else(|| topical::reference(line, at))
        }
        Tag::Mark(_) => None,
    }
}

fn number(line: &Line, at: usize, order: Order) -> Option<Found> {
    numeric::read(line, at, order)
        .or_else(|| range::days_then_month(line, at))
        .or_else(|| month::day_first(line, at))
        .or_else(|| range::years(line, at))
        .or_else(|| year::century(line, at))
        .or_else(|| section::ordinal_part(line, at))
        .or_else(|| section::named(line, at))
        .or_else(|| offset::day_of(line, at))
        .or_else(|| offset::week_in(line, at))
        .or_else(|| offset::from_date(line, at, order))
        .or_else(|| relative::counted(line, at))
        .or_else(|| spoken::read(line, at))
        .or_else(|| duration::read(line, at))
        .or_else(|| clock::read(line, at))
        .or_else(|| year::read(line, at))
        .or_else(|| fault::decade(line, at))
}

fn worded(line: &Line, at: usize, word: W, order: Order) -> Option<Found> {
    use crate::lexicon::en::time_words::Unit;
    match word {
        W::Month(_) | W::MonthShort(_) => month::month_first(line, at),
        W::Weekday(_) | W::WeekdayShort(_) => weekday::read(line, at, order),
        W::Day(_) | W::Tonight => relative::day_word(line, at),
        W::Shift(_) | W::Same | W::That => offset::week_in(line, at).or_else(|| relative::shifted(line, at)),
        W::Ordinal(_) | W::Unit(Unit::Second) => month::day_first(line, at)
            .or_else(|| range::days_then_month(line, at))
            .or_else(|| year::century(line, at))
            .or_else(|| offset::day_of(line, at))
            .or_else(|| offset::week_in(line, at))
            .or_else(|| section::ordinal_part(line, at)),
        W::Cardinal(_) => spoken::read(line, at)
            .or_else(|| year::century(line, at))
            .or_else(|| offset::day_of(line, at))
            .or_else(|| offset::from_date(line, at, order))
            .or_else(|| relative::counted(line, at))
            .or_else(|| duration::read(line, at))
            .or_else(|| year::worded(line, at))
            .or_else(|| month::day_first(line, at)),
        W::A | W::Vague | W::Half => spoken::read(line, at)
            .or_else(|| set::read(line, at))
            .or_else(|| offset::from_date(line, at, order))
            .or_else(|| relative::counted(line, at))
            .or_else(|| duration::read(line, at)),
        W::Whole => duration::whole(line, at),
        W::Decade(start) => year::decade_word(line, at, start),
        W::Unit(Unit::Year) => relative::year_earlier(line, at).or_else(|| year::worded(line, at)),
        W::Unit(Unit::Week) => offset::week_of(line, at, order)
            .or_else(|| section::numbered_week(line, at))
            .or_else(|| relative::year_earlier(line, at)),
        W::Unit(Unit::Quarter) => spoken::read(line, at).or_else(|| relative::year_earlier(line, at)),
        W::Unit(_) => relative::year_earlier(line, at),
        W::Units(_) => relative::counted(line, at).or_else(|| duration::uncounted(line, at)),
        W::Season(_) => section::season(line, at),
        W::Holiday(_) => section::holiday(line, at),
        W::QuarterName(_) | W::HalfName(_) => section::named(line, at),
        W::Fiscal => section::fiscal(line, at),
        W::Ad => year::era_year(line, at).map(|(year, to)| year::of_year(year, at, to)),
        W::Part(_) => clock::part_alone(line, at),
        W::Every | W::Per | W::Frequency(_) | W::Weekdays(_) => set::read(line, at),
        W::Present | W::Past | W::Future => topical::reference(line, at),
        _ => None,
    }
}
