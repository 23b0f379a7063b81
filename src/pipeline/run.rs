//! The documents of one story: aligned, and compared by each rule for itself.

use super::net::caught;
use super::salvage::{Fault, Yield, salvage, wreck};
use crate::align::{Alignment, MentionRef, align, align_beyond, groups};
use crate::claim::Ledger;
use crate::document::Role;
use crate::policy::Policy;
use crate::rules::{
    AGREEMENTS, BEYOND, Check, Context, Label, Mode, Outcome, Rule, Settings, sum_up, without_contested,
};
use crate::story::{Known, Stories};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// How many documents a problem names.
const NAMED: usize = 3;

/// The rules over a story of fewer bytes are done one after the other.
const SMALL: usize = 16 * 1024;

/// A rule, or what ticks agreements.
struct Work {
    name: &'static str,
    check: Check,
    is_off: bool,
    is_rule: bool,
}

pub struct Run<'a> {
    pub ledgers: &'a mut [Ledger],
    /// Which of them tell of one thing.
    pub stories: &'a Stories,
    pub settings: &'a Settings,
    pub policy: &'a Policy,
    pub said: &'a mut Said,
    /// Does anybody still wait for what comes of it?
    pub goes_on: &'a (dyn Fn() -> bool + Sync),
}

impl std::fmt::Debug for Run<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Run").field("documents", &self.ledgers.len()).finish_non_exhaustive()
    }
}

/// What is said of the work itself.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Said {
    /// Sentences about what failed.
    pub problems: Vec<String>,
    /// Sentences about what was too much to be compared.
    pub uncompared: Vec<String>,
}

impl Said {
    pub fn join(&mut self, more: Said) {
        for (own, sentences) in [(&mut self.problems, more.problems), (&mut self.uncompared, more.uncompared)] {
            for sentence in sentences {
                // A document may be in several sets.
                if !own.contains(&sentence) {
                    own.push(sentence);
                }
            }
        }
    }
}

/// Which documents of a set tell of one thing. Where that cannot be told, none is held against another. `known` are the
/// numbers of their readings, and what was found of them before.
pub fn stories(ledgers: &mut [Ledger], known: Option<(&[u64], &mut Known)>) -> (Stories, Said) {
    let apart = Stories::apart(ledgers.len());
    let mut said = Said::default();
    let nothing = (Settings::default(), Policy::default());
    let (settings, policy) = (&nothing.0, &nothing.1);
    let mut run = Run { ledgers, stories: &apart, settings, policy, said: &mut said, goes_on: &|| true };
    // What panics is sought and left out below.
    let told = known.and_then(|(numbers, known)| caught(|| Stories::of_known(run.ledgers, numbers, known)).ok());
    let stories = told.unwrap_or_else(|| run.done("the stories", &Stories::of));
    if stories.crowded > 0 {
        said.uncompared.push(format!(
            "{} marks stand in so many documents that they were not used to find which tell of one thing; check fewer documents at once to be sure",
            stories.crowded
        ));
    }
    (stories, said)
}

impl Run<'_> {
    pub fn compared(mut self, rules: &[Rule]) -> Outcome {
        let stories = self.stories;
        let alignment = self.done("the alignment", &|ledgers| align(ledgers, stories));
        let (settings, mode) = (self.settings, self.mode());
        let of = |check: Check, ledgers: &[Ledger]| {
            let mut outcome = Outcome::default();
            check(&Context { ledgers, stories, alignment: &alignment, settings, mode }, &mut outcome);
            outcome
        };
        let mut all = Outcome::default();
        let mut passed_over = alignment.passed_over;
        let rules = rules.iter().map(|rule| Work {
            name: rule.id,
            check: rule.check,
            is_off: self.policy.is_off(rule.id, self.ledgers),
            is_rule: true,
        });
        let agreements = AGREEMENTS.iter().map(|check| Work {
            name: "the agreements",
            check: *check,
            is_off: false,
            is_rule: false,
        });
        let work: Vec<Work> = rules.chain(agreements).collect();
        let (ledgers, goes_on): (&[Ledger], _) = (self.ledgers, self.goes_on);
        let tried = |work: &Work| goes_on().then(|| caught(|| of(work.check, ledgers)));
        // Rules are blind to each other. Of a small story each is done before a thread could take it over.
        let bytes: usize = ledgers.iter().map(|l| l.document.text.len()).sum();
        let done: Vec<Option<Result<Outcome, String>>> =
            if bytes < SMALL { work.iter().map(tried).collect() } else { work.par_iter().map(tried).collect() };
        for (work, done) in work.iter().zip(done) {
            let outcome = match done {
                None => return all,
                Some(Ok(outcome)) => outcome,
                // Nobody waits for its findings; what it ticks is listed with the rest.
                Some(Err(_)) if work.is_off => Outcome::default(),
                Some(Err(what)) => self.left_of(work.name, &|ledgers| of(work.check, ledgers), what),
            };
            if work.is_rule {
                all.findings.extend(outcome.findings);
            }
            all.agreements.extend(outcome.agreements);
            passed_over += outcome.blocks.passed_over;
        }
        if let (Some(first), 1..) = (self.ledgers.first(), passed_over) {
            let sets =
                if passed_over == 1 { "1 set of places gives" } else { &format!("{passed_over} sets of places give") };
            self.said.uncompared.push(format!(
                "{} and what tells of the same: {sets} too many values to be held against each other",
                first.document.path
            ));
        }
        let context = Context { ledgers: self.ledgers, stories, alignment: &alignment, settings, mode };
        let ticked = || without_contested(&context, &all.findings, sum_up(&context, all.agreements.clone()));
        match caught(ticked) {
            Ok(agreements) => all.agreements = agreements,
            Err(what) => self.tell("the agreements", &Fault { documents: Vec::new(), what }),
        }
        all
    }

    /// Documents of different stories, which meet only where both name one thing.
    pub fn beyond(mut self) -> Outcome {
        let mut all = Outcome::default();
        let (stories, settings, mode) = (self.stories, self.settings, self.mode());
        // A draft and its sources are one story.
        if mode == Mode::Against {
            return all;
        }
        let alignment = self.done("the alignment", &|ledgers| align_beyond(ledgers, stories));
        for (rule, check) in BEYOND {
            if self.policy.is_off(rule, self.ledgers) {
                continue;
            }
            let found = self.done(rule, &|ledgers| {
                let mut outcome = Outcome::default();
                check(&Context { ledgers, stories, alignment: &alignment, settings, mode }, &mut outcome);
                outcome
            });
            all.findings.extend(found.findings);
        }
        all
    }

    fn mode(&self) -> Mode {
        let against = self.ledgers.iter().any(|l| l.document.role == Role::Source);
        if against { Mode::Against } else { Mode::Peers }
    }

    /// What is left of work that may panic.
    fn done<T: Yield>(&mut self, name: &str, work: &dyn Fn(&[Ledger]) -> T) -> T {
        let (done, faults) = salvage(self.ledgers, work);
        faults.iter().for_each(|fault| self.tell(name, fault));
        done
    }

    /// What is left of work that panicked and said so.
    fn left_of<T: Yield>(&mut self, name: &str, work: &dyn Fn(&[Ledger]) -> T, what: String) -> T {
        let (left, faults) = wreck(self.ledgers, work, what);
        faults.iter().for_each(|fault| self.tell(name, fault));
        left
    }

    fn tell(&mut self, name: &str, fault: &Fault) {
        let path = |index: &usize| self.ledgers.get(*index).map(|l| l.document.path.as_str());
        let paths: Vec<&str> = fault.documents.iter().filter_map(path).collect();
        let more = if paths.len() > NAMED { ", and more" } else { "" };
        let (subject, lost, with) = match paths.as_slice() {
            [] => (format!("{name}: internal-error"), "all it says", "documents"),
            [one] => (format!("{one}: internal-error in {name}"), "what it says of this document", "document"),
            [..] => {
                let named = paths.get(..NAMED).unwrap_or(&paths).join(", ");
                (
                    format!("{named}{more}: internal-error in {name}"),
                    "what it says between these documents",
                    "documents",
                )
            }
        };
        let what = &fault.what;
        let sentence =
            format!("{subject}: {what}; {lost} is missing; this is a fault of crosscheck: report it with the {with}");
        if !self.said.problems.contains(&sentence) {
            self.said.problems.push(sentence);
        }
    }
}

impl Yield for Outcome {
    fn take_over(&mut self, other: Outcome, document: usize) {
        let of = |labels: &[Label]| labels.iter().any(|l| l.document == document);
        self.findings.extend(other.findings.into_iter().filter(|f| of(&f.labels)));
        self.agreements.extend(other.agreements.into_iter().filter(|a| of(&a.labels)));
    }
}

impl Yield for Alignment {
    /// Who is one person in the document and in others is not told again.
    fn take_over(&mut self, other: Alignment, document: usize) {
        self.links.extend(other.links.into_iter().filter(|l| l.a.document == document || l.b.document == document));
        self.links.sort_by_key(|l| (l.a, l.b));
        self.groups = groups(&self.links);
        let of = |at: &MentionRef| at.document == document;
        self.alike.extend(other.alike.into_iter().filter(|(a, b)| of(a) || of(b)));
        self.alike.sort_unstable();
        self.add_counterparts(other.counterparts.into_iter().filter(|c| of(&c.a) || of(&c.b)));
    }
}

impl Yield for Stories {
    fn take_over(&mut self, other: Stories, document: usize) {
        self.join(other, document);
    }
}
