//! One finding for one fault. Rules are blind to each other: where two speak of the same places, the record of the one
//! names the other in `yields_to`, and its finding is left out.
//!
//! Only rules that are on count, at the level they are set to, and nothing else: a finding that is ignored in its
//! document or accepted in the baseline is told to its reader, and the one that yielded to it stays away. It is of no
//! matter either whether the other finding yields to a third one; so a rule that is switched off takes its own findings
//! away and lets those speak that yielded to it, and changes no other.

use super::{Covered, Finding, FindingVerdict, Label, RULES, Severity};
use std::collections::BTreeMap;

/// For each finding of `documents`: does it yield? `is_on` tells whether the rule of the finding at an index is on there.
pub fn yielding(documents: usize, findings: &[Finding], is_on: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut by_rule: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for (_, finding) in findings.iter().enumerate().filter(|(index, _)| is_on(*index)) {
        by_rule.entry(finding.rule).or_default().push(finding);
    }
    let mut yields = vec![false; findings.len()];
    for rule in RULES.iter().filter(|rule| !rule.yields_to.is_empty()) {
        let others: Vec<&Finding> = rule.yields_to.iter().filter_map(|id| by_rule.get(id)).flatten().copied().collect();
        let loud: Vec<&Finding> = others.iter().copied().filter(|f| is_loud(f)).collect();
        let (others, loud) = (Others::new(documents, others), Others::new(documents, loud));
        for (finding, yields) in findings.iter().zip(&mut yields).filter(|(f, _)| f.rule == rule.id) {
            // What is loud never yields to a note.
            *yields = if is_loud(finding) { &loud } else { &others }.leave_nothing_of(finding);
        }
    }
    yields
}

fn is_loud(finding: &Finding) -> bool {
    finding.severity > Severity::Note
}

/// The findings that one may yield to.
struct Others<'a> {
    findings: Vec<&'a Finding>,
    places: Covered,
}

impl<'a> Others<'a> {
    fn new(documents: usize, findings: Vec<&'a Finding>) -> Others<'a> {
        Others { places: Covered::new(documents, findings.iter().flat_map(|f| &f.labels)), findings }
    }

    /// Do they speak of so many of its places that nothing is left to say?
    fn leave_nothing_of(&self, finding: &Finding) -> bool {
        let told = |label: &Label| self.places.covers(label.document, label.span);
        let left = finding.labels.iter().filter(|l| !told(l)).count();
        match finding.verdict {
            // The further places are those of the source.
            FindingVerdict::Unsupported => finding.labels.first().is_some_and(told),
            // That two differ by right is wrong only where they are called a conflict themselves.
            FindingVerdict::Scope => left == 0 && self.findings.iter().any(|other| names_all(other, finding)),
            // It takes two to disagree.
            _ => left < finding.labels.len() && left < 2,
        }
    }
}

fn names_all(other: &Finding, finding: &Finding) -> bool {
    let named = |l: &Label| other.labels.iter().any(|o| o.document == l.document && o.span.overlaps(l.span));
    finding.labels.iter().all(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::find;
    use crate::text::Span;

    fn finding(rule: &str, places: &[(usize, usize)]) -> Finding {
        let label = |(document, start): &(usize, usize)| Label::related(*document, Span::new(*start, start + 5), "");
        Finding::new(find(rule).unwrap(), FindingVerdict::Conflict, rule).labels(places.iter().map(label))
    }

    #[test]
    fn records_name_rules_and_make_no_circle() {
        for rule in RULES {
            let mut open: Vec<&str> = rule.yields_to.to_vec();
            let mut reached: Vec<&str> = Vec::new();
            while let Some(next) = open.pop() {
                assert_ne!(next, rule.id, "{} yields to itself", rule.id);
                let other = find(next).unwrap_or_else(|| panic!("{}: there is no rule {next}", rule.id));
                if !reached.contains(&next) {
                    reached.push(next);
                    open.extend(other.yields_to);
                }
            }
        }
    }

    #[test]
    fn a_finding_yields_where_another_leaves_it_nothing_to_say() {
        let pinned = finding("fact/pinned", &[(0, 100)]);
        let apart = finding("quantity/conflict", &[(0, 102), (1, 7)]);
        let many = finding("quantity/conflict", &[(0, 102), (1, 7), (2, 7)]);
        let elsewhere = finding("quantity/conflict", &[(0, 200), (1, 100)]);
        let findings = [pinned, apart, many, elsewhere];
        assert_eq!(yielding(3, &findings, |_| true), [false, true, false, false]);
        assert_eq!(yielding(3, &findings, |index| index > 0), [false; 4]);
    }

    #[test]
    fn what_is_loud_never_yields_to_a_note() {
        let note = finding("fact/pinned", &[(0, 100)]).at(Severity::Note);
        let findings = [note, finding("quantity/conflict", &[(0, 102), (1, 7)])];
        assert_eq!(yielding(2, &findings, |_| true), [false, false]);
        let quiet = findings.map(|f| f.at(Severity::Note));
        assert_eq!(yielding(2, &quiet, |_| true), [false, true]);
    }
}
