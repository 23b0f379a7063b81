//! One set of documents: aligned, and compared by each rule for itself.

use super::net::caught;
use super::salvage::{Fault, Yield, salvage};
use crate::align::{Alignment, MentionRef, align, groups};
use crate::claim::Ledger;
use crate::document::Role;
use crate::policy::Policy;
use crate::rules::{AGREEMENTS, Context, Label, Mode, Outcome, Rule, Settings, sum_up};

/// How many documents a problem names.
const NAMED: usize = 3;

#[derive(Debug)]
pub struct Run<'a> {
    pub ledgers: &'a mut [Ledger],
    pub settings: &'a Settings,
    pub policy: &'a Policy,
    /// Sentences about what failed.
    pub problems: &'a mut Vec<String>,
}

impl Run<'_> {
    pub fn compared(mut self, rules: &[Rule]) -> Outcome {
        let alignment = self.done("the alignment", &align);
        let against = self.ledgers.iter().any(|l| l.document.role == Role::Source);
        let mode = if against { Mode::Against } else { Mode::Peers };
        let settings = self.settings;
        let of = |check: fn(&Context, &mut Outcome), ledgers: &[Ledger]| {
            let mut outcome = Outcome::default();
            check(&Context { ledgers, alignment: &alignment, settings, mode }, &mut outcome);
            outcome
        };
        let mut all = Outcome::default();
        for rule in rules {
            let outcome = if self.policy.is_off(rule.id, self.ledgers) {
                // Nobody waits for its findings; what it ticks is listed with the rest.
                caught(|| of(rule.check, self.ledgers)).unwrap_or_default()
            } else {
                self.done(rule.id, &|ledgers| of(rule.check, ledgers))
            };
            all.findings.extend(outcome.findings);
            all.agreements.extend(outcome.agreements);
        }
        for kind in AGREEMENTS {
            all.agreements.extend(self.done("the agreements", &|ledgers| of(*kind, ledgers)).agreements);
        }
        let context = Context { ledgers: self.ledgers, alignment: &alignment, settings, mode };
        match caught(|| sum_up(&context, all.agreements.clone())) {
            Ok(agreements) => all.agreements = agreements,
            Err(what) => self.tell("the agreements", &Fault { documents: Vec::new(), what }),
        }
        all
    }

    /// What is left of work that may panic.
    fn done<T: Yield>(&mut self, name: &str, work: &dyn Fn(&[Ledger]) -> T) -> T {
        let (done, faults) = salvage(self.ledgers, work);
        faults.iter().for_each(|fault| self.tell(name, fault));
        done
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
        // A document may be in several sets.
        if !self.problems.contains(&sentence) {
            self.problems.push(sentence);
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
        self.counterparts.extend(other.counterparts.into_iter().filter(|c| of(&c.a) || of(&c.b)));
        self.counterparts.sort_by_key(|c| (c.a, c.b));
    }
}
