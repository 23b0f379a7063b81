//! # place/direction
//!
//! ## What it reports
//!
//! One distance from one place, measured in two directions: "two kilometres north of Walling" here,
//! "two kilometres south of Walling" there.
//!
//! ## Why
//!
//! Whoever looks for the place goes to the wrong side, and no map tells which document is right.
//!
//! ## Example
//!
//! > a.txt: The bus left the road two kilometres north of Walling. b.txt: Two kilometres south of
//! > Walling a bus left the road.
//!
//! ## What it leaves alone
//!
//! Other distances, which may be of other things; directions that are one told more finely ("north",
//! "north-west"); a document that looks both ways; sentences that speak of another or a second thing.
//!
//! ## How to silence
//!
//! Say what lies on which side. Where it is meant: `allow place/direction`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::diverging;

pub const RULE: Rule = Rule {
    id: "place/direction",
    severity: Severity::Warning,
    summary: "one distance from one place goes in two directions",
    source: include_str!("place_direction.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for pair in diverging(context.ledgers, context.stories, &context.alignment.rarity, &mut outcome.blocks) {
        let text = |(document, span)| context.document(document).map_or("", |d| d.slice(span));
        let (here, there) = (text(pair.a), text(pair.b));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, format!("“{here}” here, “{there}” there"))
                .turned(format!("“{there}” here, “{here}” there"))
                .label(Label::primary(pair.a.0, pair.a.1, "lies here"))
                .label(Label::related(pair.b.0, pair.b.1, "lies there"))
                .evidence(pair.evidence.addends)
                .help_here(format!("if “{there}” is right, correct “{here}”"))
                .help_there(format!("if “{here}” is right, correct “{there}”"))
                .help("if they are two things, say which lies where"),
        );
    }
}
