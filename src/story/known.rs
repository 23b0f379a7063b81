//! What was found of stories before. Of two documents that have not changed since, the relation is known: it hangs on
//! nothing but these two, and on which marks are crowds.

use super::marks::Marks;
use super::relation::Relation;
use super::{Pairs, Stories};
use crate::claim::Ledger;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Of one set of documents, each by the number of its reading.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Known {
    marks: BTreeMap<u64, Marks>,
    /// The marks that stood in so many documents that they found no pairs.
    crowds: BTreeSet<u32>,
    /// All pairs that are related in any way.
    related: Vec<((u64, u64), Relation)>,
}

impl Stories {
    /// The same as `Stories::of`, with what is known of the documents. `numbers` are those of their readings.
    pub fn of_known(ledgers: &[Ledger], numbers: &[u64], known: &mut Known) -> Stories {
        if ledgers.len() < 2 {
            return Stories::apart(ledgers.len());
        }
        let before = std::mem::take(known);
        let Known { marks: mut known_marks, crowds, related } = before;
        let taken: Vec<(&Ledger, Option<Marks>)> =
            ledgers.iter().zip(numbers).map(|(ledger, number)| (ledger, known_marks.remove(number))).collect();
        let fresh: Vec<bool> = taken.iter().map(|(_, marks)| marks.is_none()).collect();
        let marks: Vec<Marks> =
            taken.into_par_iter().map(|(ledger, marks)| marks.unwrap_or_else(|| Marks::of(ledger))).collect();
        let index: BTreeMap<u64, usize> = numbers.iter().enumerate().map(|(index, number)| (*number, index)).collect();
        let of_before = |((a, b), relation): &((u64, u64), Relation)| {
            let (a, b) = (*index.get(a)?, *index.get(b)?);
            Some(((a.min(b), a.max(b)), *relation))
        };
        let pairs = Pairs { known: related.iter().filter_map(of_before).collect(), crowds, fresh };
        let of = |index: usize| ledgers.get(index).map(|l| (l.document.role, l.document.path.as_str()));
        let (stories, weighed, crowds) = Stories::of_pairs(&marks, of, pairs);
        let number = |index: usize| numbers.get(index).copied().unwrap_or_default();
        let related = weighed.into_iter().map(|((a, b), relation)| ((number(a), number(b)), relation)).collect();
        *known = Known { marks: numbers.iter().copied().zip(marks).collect(), crowds, related };
        stories
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Role};
    use crate::lexicon::declared::Aliases;
    use crate::mention::extract;

    fn ledger(path: &str, text: &str) -> Ledger {
        let document = Document::open(path, Role::Peer, text.as_bytes().to_vec()).unwrap();
        let mentions = extract(&document, None, &Aliases::default());
        Ledger::new(document, mentions)
    }

    #[test]
    fn what_is_known_gives_what_reading_anew_gives() {
        let fire = "A fire broke out at the Harrow mill in Torsby on 3 May 2021, and Sten Oxby put it out with sand.\n";
        let again =
            "The Harrow mill in Torsby burned on 3 May 2021; Sten Oxby and the brigade of Torsby put the fire out.\n";
        let ferry = "The ferry Moa ran aground off Kest on 9 June 2020. Captain Ulla Brandt blamed the fog.\n";
        let mut known = Known::default();
        // Each run by the texts of its documents, and the numbers of their readings.
        let runs: [&[(u64, &str, &str)]; 4] = [
            &[(1, "a.txt", fire), (2, "b.txt", ferry), (3, "c.txt", again)],
            &[(1, "a.txt", fire), (4, "b.txt", again), (3, "c.txt", again)],
            &[(4, "b.txt", again), (5, "d.txt", ferry)],
            &[(6, "a.txt", ferry), (4, "b.txt", again), (5, "d.txt", ferry)],
        ];
        let mut related = Vec::new();
        for run in runs {
            let ledgers: Vec<Ledger> = run.iter().map(|(_, path, text)| ledger(path, text)).collect();
            let numbers: Vec<u64> = run.iter().map(|(number, ..)| *number).collect();
            let told = Stories::of_known(&ledgers, &numbers, &mut known);
            let anew = Stories::of(&ledgers);
            assert_eq!((told.parts, &told.related), (anew.parts, &anew.related));
            related.push(told.related.len());
        }
        assert_eq!(related, [1, 3, 0, 1]);
    }
    #[test]
    fn what_is_a_crowd_now_was_none_before() {
        let notice = |n: u64| {
            let text = format!("The Harrow council of Torsby met in room {n}. Item {} was put off.\n", n * 7);
            ledger(&format!("{n:03}.txt"), &text)
        };
        let mut known = Known::default();
        let mut crowded = Vec::new();
        for last in [402, 401, 399, 403] {
            let ledgers: Vec<Ledger> = (0..last).map(notice).collect();
            let numbers: Vec<u64> = (0..last).map(|n| n + 1).collect();
            let (told, anew) = (Stories::of_known(&ledgers, &numbers, &mut known), Stories::of(&ledgers));
            assert_eq!((&told.parts, &told.related, told.crowded), (&anew.parts, &anew.related, anew.crowded));
            crowded.push(told.crowded > 0);
        }
        assert_eq!(crowded, [true, true, false, true]);
    }
}
