//! What is asked of two figures of which each takes the other, beside what they weigh.

use super::row::{ANOTHER_TOPIC, Row, STRANGERS};
use super::subject::Subject;
use super::{ALIKE, ALIKE_BY_CHANCE, ALIKE_IN_WORDS, Candidate, Slots, differ, scope, sums, value};
use crate::align::figures::{Figure, Kind, Reading};

impl Slots<'_> {
    /// "Readers: -0.4 million" says what "0.4 million readers left" does: a count, sum or share with a minus is a change,
    /// and the word for its direction stands in for the sign. What is measured can be below nothing.
    pub(super) fn is_one_change(&self, candidate: &Candidate) -> bool {
        let ends = [candidate.a, candidate.b];
        let [Some(x), Some(y)] = ends.map(|i| self.figures.get(i)) else { return false };
        let rises = ends.iter().any(|i| self.scopes.get(*i).is_some_and(|s| s.rises));
        x.kind != Kind::Measure && value::only_sign(&x.reading, &y.reading) && !rises
    }

    /// Two amounts; an ordinal says which of several.
    pub(super) fn are_amounts_apart(&self, candidate: &Candidate) -> bool {
        let is_amount = |f: &Figure| matches!(f.reading, Reading::Amount(_)) && f.kind != Kind::Ordinal;
        self.are_apart(candidate, is_amount)
    }

    pub(super) fn are_ranks_apart(&self, candidate: &Candidate) -> bool {
        self.are_apart(candidate, |f| f.kind == Kind::Ordinal)
    }

    fn are_apart(&self, candidate: &Candidate, wanted: impl Fn(&Figure) -> bool) -> bool {
        let ends = self.figures.get(candidate.a).zip(self.figures.get(candidate.b));
        ends.is_some_and(|(x, y)| wanted(x) && differ(&x.reading, &y.reading))
    }

    /// Does one of the two make up the other together with what it is joined to?
    pub(super) fn is_of_sum(&self, candidate: &Candidate) -> bool {
        let ways = [(candidate.a, candidate.b), (candidate.b, candidate.a)];
        ways.into_iter().any(|(part, whole)| {
            let beside = self.sentence(part).and_then(|at| self.beside.get(&at)).map_or(&[][..], Vec::as_slice);
            let beside = beside.iter().filter_map(|i| self.figures.get(*i));
            self.figures.get(part).zip(self.figures.get(whole)).is_some_and(|(x, y)| sums::make_up(x, beside, y))
        })
    }

    /// "A flood in 2002" and "a storm in 2004": a date belongs to the noun before it.
    pub(super) fn date_two_things(&self, candidate: &Candidate) -> bool {
        let dated = |index: usize| self.contexts.get(index).and_then(|c| c.dated);
        dated(candidate.a).zip(dated(candidate.b)).is_some_and(|(one, other)| one != other)
    }

    /// Is each told of somebody whom the other text does not name?
    pub(super) fn are_of_strangers(&self, candidate: &Candidate) -> bool {
        let unknown = |of: usize, other: usize| {
            let name = self.contexts.get(of)?.subject.and_then(Subject::name)?;
            let other = self.figures.get(other)?.ledger;
            Some(!other.knows(name))
        };
        let ways = [(candidate.a, candidate.b), (candidate.b, candidate.a)];
        ways.iter().all(|(of, other)| unknown(*of, *other) == Some(true))
    }

    /// Do the two say the same of one thing? A rise is no fall, and a part not all.
    pub(super) fn tell_one_figure(&self, candidate: &Candidate, row: &Row) -> bool {
        let Some((x, y)) = self.figures.get(candidate.a).zip(self.figures.get(candidate.b)) else { return false };
        let Some((a, b)) = self.scopes.get(candidate.a).zip(self.scopes.get(candidate.b)) else { return false };
        let told = value::say_the_same(&x.reading, &y.reading) && a.part == b.part && !scope::oppose(a, b);
        // A fine is no bonus; what else has a figure may have two names, where all fits: "18 lumps", "18 nuggets". Ranks are
        // ticked with what they rank.
        let least = if x.kind == Kind::Money { i64::MAX } else { ALIKE_IN_WORDS };
        let two_nouns = x.head.is_some() && y.head.is_some() && x.head != y.head && candidate.fit < least;
        let of_strangers = two_nouns || x.kind == Kind::Ordinal || row[STRANGERS] > 0 || row[ANOTHER_TOPIC] > 0;
        // A small count agrees with another one by chance.
        let telling = value::is_telling(x) && value::is_telling(y);
        let least = if telling { ALIKE } else { ALIKE_BY_CHANCE };
        let whole = !x.is_piece && !y.is_piece;
        told && whole && !of_strangers && candidate.fit >= least && (telling || x.head.is_some() && x.head == y.head)
    }
}
