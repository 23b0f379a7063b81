//! Two sentences that name the same, but for one name that neither text has of the other, beside the same word: "Cora in
//! Torp" and "Cora in Kessel", "Thomas Brill" and "Tobias Brill" among the same others.

use super::{Contrast, Place};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::text::Span;
use std::collections::HashMap;

/// So many names must be the same.
const SHARED: usize = 3;

pub struct Named {
    token: usize,
    stem: Stem,
}

/// The names of sentences, by their places: each meets many others.
#[derive(Default)]
pub struct Names {
    of: HashMap<Place, Vec<Named>>,
}

impl Names {
    /// Reads those of a sentence, if they are not known yet.
    pub fn read(&mut self, ledgers: &[Ledger], at: Place) {
        self.of.entry(at).or_insert_with(|| ledgers.get(at.0).map(|l| names(l, at.1)).unwrap_or_default());
    }

    fn at(&self, at: Place) -> &[Named] {
        self.of.get(&at).map_or(&[], Vec::as_slice)
    }
}

pub fn gap(ledgers: &[Ledger], names: &Names, a: Place, b: Place) -> Option<(Contrast, Span, Span)> {
    let (x, y) = (ledgers.get(a.0)?, ledgers.get(b.0)?);
    let (own, others) = (names.at(a), names.at(b));
    let shared = own.iter().filter(|n| others.iter().any(|o| o.stem == n.stem)).count();
    if shared < SHARED {
        return None;
    }
    let one = only(own, others)?;
    let two = only(others, own)?;
    if knows(y, one.stem) || knows(x, two.stem) {
        return None;
    }
    let (here, there) = (x.document.token(one.token)?.span, y.document.token(two.token)?.span);
    let (i, j) = (one.token, two.token);
    let (left, right) = (
        |l: &Ledger, i: usize, n: usize| i.checked_sub(n).map(|i| l.document.word(i).to_owned()),
        |l: &Ledger, i: usize| {
            l.document.token(i + 1).filter(|t| t.is_word() && t.capital).map(|_| l.document.word(i + 1).to_owned())
        },
    );
    // "Thomas Brill", "Tobias Brill".
    if right(x, i).is_some() && right(x, i) == right(y, j) {
        let given = is_given_name(x.document.word(i)) && is_given_name(y.document.word(j));
        let (first, second) = (x.document.token(i + 1)?.span, y.document.token(j + 1)?.span);
        return given.then(|| (Contrast::Name, here.cover(first), there.cover(second)));
    }
    // "Cora in Torp", "Cora in Kessel": the names stand alone behind one small word and one name.
    let alone = right(x, i).is_none() && right(y, j).is_none();
    let small = left(x, i, 1)?;
    let anchored = matches!(small.as_str(), "in" | "at" | "from" | "to" | "by" | "of") && left(y, j, 1)? == small;
    let anchor = own.iter().find(|n| n.token + 2 == i)?;
    let same = anchored && others.iter().any(|n| n.token + 2 == j && n.stem == anchor.stem);
    let (first, second) = (x.document.token(i - 2)?.span, y.document.token(j - 2)?.span);
    (alone && same).then(|| (Contrast::Other, first.cover(here), second.cover(there)))
}

/// The one name that the other sentence does not have.
fn only<'a>(own: &'a [Named], others: &[Named]) -> Option<&'a Named> {
    let mut left = own.iter().filter(|n| others.iter().all(|o| o.stem != n.stem));
    left.next().filter(|_| left.next().is_none())
}

fn names(ledger: &Ledger, sentence: usize) -> Vec<Named> {
    let document = &ledger.document;
    let named = |i: &usize| {
        let word = document.word(*i);
        document.token(*i).is_some_and(|t| t.is_word() && t.capital)
            && is_content(word)
            && !CALENDAR.contains(word)
            && ledger.names().binary_search(&stem(word)).is_ok()
    };
    document.sentence_tokens(sentence).filter(named).map(|i| Named { token: i, stem: stem(document.word(i)) }).collect()
}

fn knows(ledger: &Ledger, stem: Stem) -> bool {
    ledger.names().binary_search(&stem).is_ok() || ledger.words_used().binary_search(&stem).is_ok()
}
