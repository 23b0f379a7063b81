//! How many findings each rule has, the most first: where to begin on a project that has many.

use super::Report;
use super::closing::{self, counted};
use crate::rules::{RULES, Severity};
use std::cmp::Reverse;

/// "12  date/conflict  10 errors, 2 warnings  two different dates for the same event".
pub fn write(report: &Report) -> String {
    let mut rows: Vec<(usize, &str, String, &str)> = Vec::new();
    for rule in RULES {
        let found: Vec<Severity> = report.findings.iter().filter(|f| f.rule == rule.id).map(|f| f.severity).collect();
        let of = |level: &Severity| found.iter().filter(|l| *l == level).count();
        let levels = [Severity::Error, Severity::Warning, Severity::Note].into_iter().map(|level| (of(&level), level));
        let levels: Vec<String> =
            levels.filter(|(count, _)| *count > 0).map(|(count, level)| counted(count, level.name())).collect();
        if !found.is_empty() {
            rows.push((found.len(), rule.id, levels.join(", "), rule.summary));
        }
    }
    // Stable: rules with as many findings stay in the order of their names.
    rows.sort_by_key(|(count, ..)| Reverse(*count));
    let widest = |length: fn(&(usize, &str, String, &str)) -> usize| rows.iter().map(length).max().unwrap_or_default();
    let (digits, names, levels) = (widest(|r| r.0.to_string().len()), widest(|r| r.1.len()), widest(|r| r.2.len()));
    let row = |(count, rule, level, summary): &(usize, &str, String, &str)| {
        format!("{count:>digits$}  {rule:<names$}  {level:<levels$}  {summary}\n")
    };
    let mut out: String = rows.iter().map(row).collect();
    out.push_str(&format!("{}: {}\n", closing::documents(report), closing::found(report)));
    out
}
