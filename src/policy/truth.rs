//! Sources of truth, by rank: where places disagree, a finding says which side is declared to be right. It still
//! shows all of them.

use crate::claim::Ledger;
use crate::rules::Finding;
use globset::GlobSet;

/// The first set that matches a document is its rank.
#[derive(Debug, Default)]
pub struct Truth {
    ranks: Vec<GlobSet>,
}

impl Truth {
    pub fn new(ranks: Vec<GlobSet>) -> Truth {
        Truth { ranks }
    }

    fn rank(&self, name: &str) -> Option<usize> {
        self.ranks.iter().position(|set| set.is_match(name))
    }

    /// Says of each finding over several documents which of them is the truth, if one alone ranks first.
    pub fn tell<'a>(&self, ledgers: &'a [Ledger], findings: &mut [Finding], name: impl Fn(&'a str) -> &'a str) {
        if self.ranks.is_empty() {
            return;
        }
        let paths: Vec<&str> = ledgers.iter().map(|l| l.document.path.as_str()).collect();
        let ranks: Vec<Option<usize>> = paths.iter().map(|path| self.rank(name(path))).collect();
        for finding in findings {
            let mut documents: Vec<usize> = finding.labels.iter().map(|l| l.document).collect();
            documents.sort_unstable();
            documents.dedup();
            let mut ranked: Vec<(usize, usize)> =
                documents.iter().filter_map(|d| Some((ranks.get(*d).copied().flatten()?, *d))).collect();
            ranked.sort_unstable();
            let alone = match ranked.as_slice() {
                [(rank, first), rest @ ..] if rest.iter().all(|(other, _)| other > rank) => Some(*first),
                _ => None,
            };
            if let Some(path) = alone.filter(|_| documents.len() > 1).and_then(|d| paths.get(d)) {
                finding.help.insert(0, format!("{path} is declared to be the truth: correct the other side"));
            }
        }
    }
}
