//! One figure of two texts that the one lets rise and the other fall: "rose by 4 percent", "fell 4 percent".

use super::row::{ANOTHER_TOPIC, Row, SERIES, STRANGERS};
use super::{ALIKE_BY_CHANCE, Candidate, Slots, aside, reasons, scope, value};
use crate::align::figures::{Figure, Kind};
use crate::align::opposed::is_negated;
use crate::align::{Contrary, Contrast, Stand};
use crate::lexicon::en::change::{CHANGE, Direction};
use crate::text::Span;

/// How far before its figure a word of change stands.
const REACH: usize = 5;

impl Slots<'_> {
    /// Does the pair tell one figure, and two directions?
    pub(super) fn turned(&self, candidate: &Candidate, row: &Row) -> Option<Contrary> {
        let (x, y) = (self.figures.get(candidate.a)?, self.figures.get(candidate.b)?);
        let (a, b) = (self.scopes.get(candidate.a)?, self.scopes.get(candidate.b)?);
        let counted = x.head.is_some() && x.head == y.head;
        let telling = value::is_telling(x) && value::is_telling(y) || x.kind == Kind::Measure || counted;
        let apart = [STRANGERS, ANOTHER_TOPIC, SERIES].iter().any(|i| row.get(*i).is_some_and(|held| *held > 0))
            || !scope::of_one_case(a, b)
            || aside::are_apart((x, a), (y, b), || false);
        if apart || !telling || !value::say_the_same(&x.reading, &y.reading) || candidate.fit < ALIKE_BY_CHANCE {
            return None;
        }
        let ((word, of_x), (other, of_y)) = (change(x)?, change(y)?);
        let stand = |figure: &Figure, words: Span| Stand {
            document: figure.document,
            sentence: figure.sentence,
            words,
            whole: figure.ledger.mentions.get(figure.mention).map_or(words, |m| words.cover(m.span)),
        };
        (of_x != of_y).then(|| Contrary {
            a: stand(x, word),
            b: stand(y, other),
            contrast: Contrast::Opposite,
            evidence: reasons::of_one_figure(candidate),
        })
    }
}

/// The word that says whether the figure is of a rise or a fall, in its clause.
fn change(figure: &Figure) -> Option<(Span, Direction)> {
    let document = &figure.ledger.document;
    // "Did not rise by 4 percent" says nothing of a fall.
    if is_negated(document, figure.sentence) {
        return None;
    }
    let first = figure.tokens()?.start;
    let clause = (first.saturating_sub(REACH)..first).rev();
    let mut clause = clause.take_while(|i| !matches!(document.word(*i), "," | "." | ";" | "(" | "and" | "but"));
    clause.find_map(|i| {
        let direction = *CHANGE.get(document.word(i)).filter(|d| **d != Direction::Open)?;
        Some((document.token(i)?.span, direction))
    })
}
