//! The waterfall of an alignment as the bars of a drawing 160 units wide.

use crate::align::Addend;
use serde::Serialize;

const WIDTH: f64 = 160.0;

#[derive(Debug, Serialize)]
pub struct Bar {
    weight: String,
    /// `for`, `against`, or the `sum`.
    class: &'static str,
    x: String,
    width: String,
    reason: String,
}

/// A bar for each addend, from where the one before it ended, and one for their sum.
pub fn bars(addends: &[Addend]) -> Vec<Bar> {
    let (mut low, mut high, mut sum) = (0.0_f64, 0.0_f64, 0.0_f64);
    for addend in addends {
        sum += addend.weight;
        (low, high) = (low.min(sum), high.max(sum));
    }
    let scale = WIDTH / (high - low).max(0.01);
    let bar = |from: f64, to: f64, class, reason: &str| Bar {
        weight: format!("{:+.2}", to - from),
        class,
        x: format!("{:.1}", (from.min(to) - low) * scale),
        width: format!("{:.1}", ((to - from).abs() * scale).max(1.0)),
        reason: super::super::visible::visible(reason),
    };
    if addends.is_empty() {
        return Vec::new();
    }
    let mut at = 0.0;
    let mut bars: Vec<Bar> = Vec::with_capacity(addends.len() + 1);
    for addend in addends {
        let class = if addend.weight < 0.0 { "against" } else { "for" };
        bars.push(bar(at, at + addend.weight, class, &addend.reason));
        at += addend.weight;
    }
    bars.push(bar(0.0, sum, "sum", "together"));
    bars
}
