//! The pipeline as three readable functions.

use crate::align::{Alignment, align};
use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::mention;
use crate::policy::Policy;
use crate::report::Report;
use crate::rules::{self, Context, Mode, Outcome, Settings};
use crate::story::Stories;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Reads the claims out of one document. Only English is understood: words of another language make no claims,
/// though a source in one may still carry a draft's names and figures.
pub fn read(document: Document, settings: &Settings) -> Ledger {
    let mentions = match document.foreign() {
        Some(_) if document.role != Role::Source => Vec::new(),
        _ => mention::extract(&document, settings.reference_date, &settings.aliases),
    };
    Ledger::new(document, mentions)
}

/// Aligns and compares the claims of documents, and reports. Documents of different sets are never held against each
/// other; a document may be in several. The order in which sets and ledgers come is of no matter.
pub fn reconcile(sets: Vec<Vec<Ledger>>, settings: &Settings, policy: &Policy) -> Report {
    let mut known: BTreeMap<(Role, String), Ledger> = BTreeMap::new();
    let mut outcomes: Vec<(Outcome, Vec<(Role, String)>)> = Vec::new();
    for mut ledgers in sets {
        ledgers.sort_by(|a, b| (a.document.role, &a.document.path).cmp(&(b.document.role, &b.document.path)));
        let key = |ledger: &Ledger| (ledger.document.role, ledger.document.path.clone());
        let keys = |ledgers: &[Ledger]| ledgers.iter().map(key).collect();
        let stories = Stories::of(&ledgers);
        outcomes.push((beyond(&ledgers, &stories, settings), keys(&ledgers)));
        let told: Vec<_> = stories.split(ledgers);
        outcomes.par_extend(
            told.par_iter().map(|(ledgers, stories)| (compared(ledgers, stories, settings), keys(ledgers))),
        );
        known.extend(told.into_iter().flat_map(|(ledgers, _)| ledgers).map(|ledger| (key(&ledger), ledger)));
    }
    let index: BTreeMap<&(Role, String), usize> = known.keys().enumerate().map(|(index, key)| (key, index)).collect();
    let mut all = Outcome::default();
    for (mut outcome, keys) in outcomes {
        let places: Vec<usize> = keys.iter().filter_map(|key| index.get(key).copied()).collect();
        outcome.labels_mut().for_each(|label| label.document = places.get(label.document).copied().unwrap_or_default());
        all.join(outcome);
    }
    drop(index);
    Report::new(known.into_values().collect(), all, policy)
}

/// The documents of one story.
fn compared(ledgers: &[Ledger], stories: &Stories, settings: &Settings) -> Outcome {
    let alignment = align(ledgers, stories);
    rules::run(&Context { ledgers, stories, alignment: &alignment, settings, mode: mode(ledgers) })
}

/// Documents of different stories, which meet only where both name one thing.
fn beyond(ledgers: &[Ledger], stories: &Stories, settings: &Settings) -> Outcome {
    match mode(ledgers) {
        Mode::Against => Outcome::default(),
        mode => rules::beyond(&Context { ledgers, stories, alignment: &Alignment::default(), settings, mode }),
    }
}

fn mode(ledgers: &[Ledger]) -> Mode {
    let against = ledgers.iter().any(|l| l.document.role == Role::Source);
    if against { Mode::Against } else { Mode::Peers }
}

/// Both for documents in memory.
pub fn check(documents: Vec<Document>, settings: &Settings) -> Report {
    let ledgers = documents.into_par_iter().map(|d| read(d, settings)).collect();
    reconcile(vec![ledgers], settings, &Policy::default())
}
