//! `crosscheck explain ID`: why the places of one finding were taken to speak of the
//! same thing, as a waterfall of the addends.

use super::visible::{shortened, visible, wrap};
use super::{Report, terminal};
use crate::align::Addend;
use crate::rules::Finding;

/// How many columns the bars share.
const BARS: usize = 32;
/// Columns left for a reason beside its weight and its bar.
const REASON: usize = 56;

/// The findings whose id begins with `prefix`.
pub fn find<'a>(report: &'a Report, prefix: &str) -> Vec<(&'a Finding, &'a str)> {
    let ids = report.ids.iter().map(String::as_str);
    report.findings.iter().zip(ids).filter(|(_, id)| id.starts_with(prefix)).collect()
}

/// The finding as `check` shows it, and the waterfall.
pub fn write(report: &Report, finding: &Finding, id: &str) -> String {
    let mut out = String::new();
    terminal::finding(report, finding, id, &mut out);
    out.push('\n');
    if finding.evidence.is_empty() {
        out.push_str("Nothing was aligned for this finding: its place is at fault in itself.\n");
        return out;
    }
    out.push_str("Why these places speak of the same thing, in natural-log odds:\n\n");
    waterfall(&finding.evidence, &mut out);
    out.push_str(&format!("\n`crosscheck rule {}` tells what this check looks at and leaves alone.\n", finding.rule));
    out
}

/// Every finding so, one after the other.
pub fn all(report: &Report) -> String {
    let told = report.findings.iter().zip(&report.ids).map(|(finding, id)| write(report, finding, id) + "\n");
    told.collect()
}

fn waterfall(addends: &[Addend], out: &mut String) {
    let mut sum = 0.0;
    let ends: Vec<(f64, f64)> = addends
        .iter()
        .map(|addend| {
            let from = sum;
            sum += addend.weight;
            (from, sum)
        })
        .collect();
    let (low, high) = ends.iter().fold((0.0_f64, 0.0_f64), |(low, high), (_, to)| (low.min(*to), high.max(*to)));
    let scale = BARS as f64 / (high - low).max(f64::MIN_POSITIVE);
    let column = |at: f64| (((at - low) * scale).round() as usize).min(BARS);
    let bar = |from: f64, to: f64| {
        let (left, right) = (column(from.min(to)), column(from.max(to)));
        // An addend too small for a column is still seen.
        let (left, right) = if left == right { (left.min(BARS - 1), left.min(BARS - 1) + 1) } else { (left, right) };
        let sign = if to < from { "▒" } else { "█" };
        format!("{}{}{}", " ".repeat(left), sign.repeat(right - left), " ".repeat(BARS - right))
    };
    for (addend, (from, to)) in addends.iter().zip(&ends) {
        let mut reason = wrap(&addend.reason, REASON).into_iter();
        let first = reason.next().unwrap_or_default();
        out.push_str(&format!("  {:+6.2} {} {first}\n", addend.weight, bar(*from, *to)));
        for rest in reason {
            out.push_str(&format!("         {} {rest}\n", " ".repeat(BARS)));
        }
    }
    out.push_str(&format!("  {sum:+6.2} {} together: {}\n", bar(0.0, sum), odds(sum)));
}

/// Log odds as a person says them.
fn odds(sum: f64) -> String {
    let times = sum.abs().exp();
    let times = if times < 10.0 { format!("{times:.1}") } else { format!("{times:.0}") };
    if sum < 0.0 {
        format!("{times} times less likely")
    } else {
        format!("{times} times likelier than not knowing this")
    }
}

/// One line for each finding, to choose from.
pub fn choices(found: &[(&Finding, &str)]) -> Vec<String> {
    let line = |(finding, id): &(&Finding, &str)| {
        format!("{id} {}: {}", finding.rule, visible(&shortened(&finding.message, 60)))
    };
    found.iter().map(line).collect()
}
