//! What the rules on statements have in common: two places that say the contrary of each other, as one finding.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule};
use crate::align::Contrast;

/// Reports the pairs of statements whose contrast is this one. `notes` are of the first place and of the other.
pub fn report(context: &Context, rule: &Rule, contrast: Contrast, notes: [&str; 2], outcome: &mut Outcome) {
    for pair in context.alignment.contraries.iter().filter(|c| c.contrast == contrast) {
        let documents = context.document(pair.a.document).zip(context.document(pair.b.document));
        let Some((here, there)) = documents else { continue };
        let (a, b) = (here.slice(pair.a.whole), there.slice(pair.b.whole));
        outcome.report(
            Finding::new(rule, FindingVerdict::Conflict, format!("“{a}” here, “{b}” there"))
                .turned(format!("“{b}” here, “{a}” there"))
                .label(Label::primary(pair.a.document, pair.a.words, notes[0]))
                .label(Label::related(pair.b.document, pair.b.words, notes[1]))
                .evidence(pair.evidence.addends.iter().cloned())
                .help("correct the place that has it wrong")
                .help("if both hold, say when or of what"),
        );
    }
}
