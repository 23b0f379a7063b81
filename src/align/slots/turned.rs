//! One figure of two texts that the one lets rise and the other fall: "rose by 4 percent", "fell 4 percent".

use super::row::{ALIKE_BUT_NOUNS, ANOTHER_TOPIC, Row, SERIES, STRANGERS};
use super::{ALIKE_BY_CHANCE, Candidate, Slots, aside, reasons, scope, value};
use crate::align::figures::{Figure, Kind, Reading};
use crate::align::opposed::is_negated;
use crate::align::{Contrary, Contrast, Stand};
use crate::claim::{is_content, stem};
use crate::lexicon::en::change::{CHANGE, Direction};
use crate::lexicon::en::kinds::may_name_one;
use crate::text::Span;
use std::collections::BTreeSet;

/// How far before its figure a word of change stands, and how far before that word its clause is read.
const REACH: usize = 5;
const CLAUSE: usize = 12;

impl Slots<'_> {
    /// Does the pair tell one figure, and two directions?
    pub(super) fn turned(&self, candidate: &Candidate, row: &Row) -> Option<Contrary> {
        let (x, y) = (self.figures.get(candidate.a)?, self.figures.get(candidate.b)?);
        let (a, b) = (self.scopes.get(candidate.a)?, self.scopes.get(candidate.b)?);
        let counted = x.head.is_some() && x.head == y.head;
        let telling = value::is_telling(x) && value::is_telling(y) || x.kind == Kind::Measure || counted;
        let of_two = [STRANGERS, ALIKE_BUT_NOUNS, ANOTHER_TOPIC, SERIES];
        let apart = of_two.iter().any(|i| row.get(*i).is_some_and(|held| *held > 0))
            || !scope::of_one_case(a, b)
            || aside::are_apart((x, a), (y, b), || false);
        if apart || !telling || !value::say_the_same(&x.reading, &y.reading) || candidate.fit < ALIKE_BY_CHANCE {
            return None;
        }
        let (rise, fall) = (change(x)?, change(y)?);
        let stand = |figure: &Figure, words: Span| Stand {
            document: figure.document,
            sentence: figure.sentence,
            words,
            whole: figure.ledger.mentions.get(figure.mention).map_or(words, |m| words.cover(m.span)),
        };
        let of_one = || rise.is_of_what(&fall) || self.end_alike(candidate);
        (rise.direction != fall.direction && of_one()).then(|| Contrary {
            a: stand(x, rise.word),
            b: stand(y, fall.word),
            contrast: Contrast::Opposite,
            evidence: reasons::of_one_figure(candidate),
        })
    }

    /// "By 3.4 percent to 212": do both sentences give one more figure that says much, where it rose to or from?
    fn end_alike(&self, candidate: &Candidate) -> bool {
        let beside = |of: usize| {
            let at = self.sentence(of).and_then(|at| self.beside.get(&at)).map_or(&[][..], Vec::as_slice);
            let others = at.iter().filter(move |i| **i != of).filter_map(|i| self.figures.get(*i));
            others.filter(|f| matches!(f.reading, Reading::Amount(_)) && value::is_telling(f))
        };
        beside(candidate.a)
            .any(|x| beside(candidate.b).any(|y| x.meets(y) && value::say_the_same(&x.reading, &y.reading)))
    }
}

/// That something rises or falls.
struct Change {
    word: Span,
    direction: Direction,
    /// The words of its clause that tell what does.
    of: BTreeSet<String>,
}

impl Change {
    /// "The company's turnover rose" and "turnover fell", "the price of a share" and "the stock"; "the company's debt fell" is of
    /// something else.
    fn is_of_what(&self, other: &Change) -> bool {
        let names =
            |word: &String, all: &BTreeSet<String>| all.iter().any(|w| stem(w) == stem(word) || may_name_one(w, word));
        let within = |x: &BTreeSet<String>, y: &BTreeSet<String>| x.iter().all(|word| names(word, y));
        !self.of.is_empty() && !other.of.is_empty() && (within(&self.of, &other.of) || within(&other.of, &self.of))
    }
}

fn change(figure: &Figure) -> Option<Change> {
    let document = &figure.ledger.document;
    // "Did not rise by 4 percent" says nothing of a fall.
    if is_negated(document, figure.sentence) {
        return None;
    }
    let sentence = document.sentence_tokens(figure.sentence);
    let first = figure.tokens()?.start;
    let clause = |before: usize| {
        let back = (before.saturating_sub(CLAUSE).max(sentence.start)..before).rev();
        back.take_while(|i| !matches!(document.word(*i), "," | ";" | "(" | "and" | "but"))
    };
    let (at, direction) = clause(first).take(REACH).find_map(|i| {
        let direction = *CHANGE.get(document.word(i)).filter(|d| **d != Direction::Open)?;
        Some((i, direction))
    })?;
    let is_name = |i: usize| i != sentence.start && document.token(i).is_some_and(|t| t.capital);
    let telling = clause(at).filter(|i| is_content(document.word(*i)) && !is_name(*i));
    let of = telling.map(|i| document.word(i).to_owned()).collect();
    Some(Change { word: document.token(at)?.span, direction, of })
}
