//! Sources of truth, by rank: where places of different rank disagree, the finding is about the lower one, and the
//! higher one is what it must agree with. Places of one rank stay as the rule put them: no side is picked.

use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::rules::{Finding, FindingVerdict, Help, LabelRole};
use globset::GlobSet;

/// More words than these are not repeated in a way out.
const FEW: usize = 60;

/// The first set that matches a document is its rank.
#[derive(Debug, Default)]
pub struct Truth {
    ranks: Vec<GlobSet>,
}

impl Truth {
    pub fn new(ranks: Vec<GlobSet>) -> Truth {
        Truth { ranks }
    }

    /// The lower, the likelier right: what is declared, then the sources of drafts, then all others.
    fn rank(&self, document: &Document, name: &str) -> usize {
        let undeclared = if document.role == Role::Source { 0 } else { 1 };
        self.ranks.iter().position(|set| set.is_match(name)).unwrap_or(self.ranks.len() + undeclared)
    }

    /// Turns each finding over documents of different rank to the side that is to be corrected, and says after which.
    pub fn decide<'a>(&self, ledgers: &'a [Ledger], findings: &mut [Finding], name: impl Fn(&'a str) -> &'a str) {
        let ranks: Vec<usize> = ledgers.iter().map(|l| self.rank(&l.document, name(&l.document.path))).collect();
        let rank = |document: usize| ranks.get(document).copied().unwrap_or(usize::MAX);
        for finding in findings {
            let all = finding.labels.iter().map(|l| rank(l.document));
            let (Some(best), Some(worst)) = (all.clone().min(), all.max()) else { continue };
            if best == worst {
                continue;
            }
            if finding.labels.first().is_some_and(|first| rank(first.document) == best) {
                turn(finding, |document| rank(document) == worst);
            }
            // What the command line holds a draft against may be wrong too; only what is declared decides.
            if best < self.ranks.len() && finding.verdict != FindingVerdict::Scope {
                correct_here(ledgers, finding, |document| rank(document) == best);
            }
        }
    }
}

/// Makes the first label in a document of the other side the primary one.
fn turn(finding: &mut Finding, is_other: impl Fn(usize) -> bool) {
    let Some(at) = finding.labels.iter().position(|label| is_other(label.document)) else { return };
    for label in &mut finding.labels {
        label.role = LabelRole::Related;
    }
    let mut first = finding.labels.remove(at);
    first.role = LabelRole::Primary;
    finding.labels.insert(0, first);
    if let Some(message) = &mut finding.turned {
        std::mem::swap(&mut finding.message, message);
    }
    for help in &mut finding.help {
        help.mends = help.mends.map(|side| match side {
            LabelRole::Primary => LabelRole::Related,
            LabelRole::Related => LabelRole::Primary,
        });
    }
}

/// Says that the first place is the one to correct, in the words of the truth where these are few.
fn correct_here(ledgers: &[Ledger], finding: &mut Finding, is_truth: impl Fn(usize) -> bool) {
    let document = |index: usize| ledgers.get(index).map(|l| &l.document);
    let right: Vec<_> = finding.labels.iter().filter(|l| is_truth(l.document)).collect();
    let words = |at: usize, span| document(at).map_or("", |d| d.slice(span));
    let [first, ..] = right.as_slice() else { return };
    let Some(path) = document(first.document).map(|d| d.path.as_str()) else { return };
    let (here, there) =
        (finding.labels.first().map_or("", |l| words(l.document, l.span)), words(first.document, first.span));
    // A weekday and a day are not of one kind: the one cannot stand for the other.
    let figures = |words: &str| words.contains(|c: char| c.is_ascii_digit());
    let alike = figures(here) == figures(there) && finding.verdict == FindingVerdict::Conflict;
    let plain = finding.labels.len() == 2 && here != there && [here, there].iter().all(|side| is_short(side));
    let fix = if plain && alike {
        format!("{path} is declared to be the truth: write “{there}” for “{here}”")
    } else {
        format!("{path} is declared to be the truth: correct this place after it")
    };
    finding.help.retain(|help| help.mends != Some(LabelRole::Related));
    finding.help.insert(0, Help { words: fix, mends: Some(LabelRole::Primary), edit: None });
}

fn is_short(words: &str) -> bool {
    words.chars().count() <= FEW && !words.contains('\n')
}

/// Does a finding stand in sources alone? Those who check a draft cannot mend them, but should know.
pub fn is_slip_of_a_source(ledgers: &[Ledger], finding: &Finding) -> bool {
    let role = |document: usize| ledgers.get(document).map(|l| l.document.role);
    !finding.labels.is_empty() && finding.labels.iter().all(|label| role(label.document) == Some(Role::Source))
}
