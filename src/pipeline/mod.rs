//! The pipeline as three readable functions. A panic in one rule, one document or between two documents costs what
//! would have been said of those, and is told: the rest of the report stands.

mod memo;
pub mod net;
mod run;
mod salvage;

use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::mention;
use crate::policy::Policy;
use crate::report::Report;
use crate::rules::{Outcome, RULES, Rule, Settings};
use crate::story::Stories;
use memo::Key;
pub use memo::{Memo, Waiting};
use rayon::prelude::*;
use run::{Run, Said};

/// Reads the claims out of one document. Only English is understood: words of another language make no claims,
/// though a source in one may still carry a draft's names and figures.
pub fn read(document: Document, settings: &Settings) -> Ledger {
    let mentions = match document.foreign() {
        Some(_) if document.role != Role::Source => Vec::new(),
        _ => mention::extract(&document, settings.reference_date, &settings.aliases),
    };
    Ledger::new(document, mentions).compact()
}

/// Aligns and compares the claims of documents, and reports. Documents of different sets are never held against each
/// other, and those of one set only where they tell of one thing; a document may be in several sets. The order in which sets and ledgers come is of no matter.
pub fn reconcile(sets: Vec<Vec<Ledger>>, settings: &Settings, policy: &Policy) -> Report {
    reconcile_by(RULES, sets, settings, policy)
}

/// The same by these rules.
pub fn reconcile_by(rules: &[Rule], sets: Vec<Vec<Ledger>>, settings: &Settings, policy: &Policy) -> Report {
    let mut waiting = Waiting { goes_on: &|| true, memo: &mut Memo::default(), number: &|_| None };
    let whole = reconcile_while(rules, sets, settings, policy, &mut waiting);
    whole.unwrap_or_else(|_| Report::new(Vec::new(), Outcome::default(), policy))
}

/// The same for as long as somebody waits for it, which is asked before each rule. Where nobody does any more, the
/// ledgers come back as they were.
pub fn reconcile_while(
    rules: &[Rule],
    sets: Vec<Vec<Ledger>>,
    settings: &Settings,
    policy: &Policy,
    waiting: &mut Waiting,
) -> Result<Report, Vec<Ledger>> {
    let goes_on = waiting.goes_on;
    let place = |ledger: &Ledger| (ledger.document.role, ledger.document.path.clone());
    let mut known: Vec<Ledger> = Vec::new();
    let mut outcomes: Vec<(Outcome, Vec<(Role, String)>)> = Vec::new();
    let mut said = Said::default();
    for (set, mut ledgers) in sets.into_iter().enumerate() {
        ledgers.sort_by(|a, b| (a.document.role, &a.document.path).cmp(&(b.document.role, &b.document.path)));
        let keys = |ledgers: &[Ledger]| ledgers.iter().map(place).collect();
        let numbers = waiting.numbers(&ledgers);
        let before = numbers.as_deref().map(|numbers| (numbers, waiting.memo.of_set(set)));
        let (stories, mut of_set) = run::stories(&mut ledgers, before);
        let said_of_set = &mut of_set;
        let beyond = Run { ledgers: &mut ledgers, stories: &stories, settings, policy, said: said_of_set, goes_on };
        let beyond = beyond.beyond();
        outcomes.push((beyond, keys(&ledgers)));
        said.join(of_set);
        let mut told: Vec<(&mut [Ledger], Stories)> = stories.split(&mut ledgers);
        let keys_of: Vec<Option<Key>> = told.iter().map(|(ledgers, stories)| waiting.key(ledgers, stories)).collect();
        let before: Vec<_> = keys_of.iter().map(|key| key.as_ref().and_then(|key| waiting.memo.get(key))).collect();
        let compared = told.par_iter_mut().zip(before).map(|((ledgers, stories), before)| {
            if let Some(before) = before {
                return before;
            }
            let mut said = Said::default();
            let outcome = Run { ledgers, stories, settings, policy, said: &mut said, goes_on }.compared(rules);
            // Nobody comes again for what was worked out of them.
            if numbers.is_none() {
                ledgers.iter_mut().for_each(Ledger::forget);
            }
            (outcome, said)
        });
        let compared: Vec<_> = compared.collect();
        for (((outcome, of_story), (ledgers, _)), key) in compared.into_iter().zip(told).zip(keys_of) {
            // What was given up half way is nothing to remember.
            if let Some(key) = key
                && goes_on()
            {
                waiting.memo.put(key, &outcome, &of_story);
            }
            outcomes.push((outcome, keys(ledgers)));
            said.join(of_story);
        }
        if known.is_empty() {
            known = ledgers;
        } else {
            known.extend(ledgers);
        }
    }
    // A document may be in several sets; what was compared last stays.
    known.reverse();
    known.sort_by_cached_key(place);
    known.dedup_by(|b, a| (b.document.role, &b.document.path) == (a.document.role, &a.document.path));
    if !goes_on() {
        return Err(known);
    }
    waiting.memo.close();
    let places: Vec<(Role, String)> = known.iter().map(place).collect();
    let placed = outcomes.into_iter().map(|(mut outcome, keys)| {
        let index: Vec<usize> = keys.iter().filter_map(|key| places.binary_search(key).ok()).collect();
        outcome.labels_mut().for_each(|label| label.document = index.get(label.document).copied().unwrap_or_default());
        outcome
    });
    let all = Outcome::joined(placed);
    drop(places);
    let mut report = Report::new(known, all, policy);
    report.problems.extend(said.problems);
    report.uncompared = said.uncompared;
    Ok(report)
}

/// Both for documents in memory.
pub fn check(documents: Vec<Document>, settings: &Settings) -> Report {
    let ledgers = documents.into_par_iter().map(|d| read(d, settings)).collect();
    reconcile(vec![ledgers], settings, &Policy::default())
}
