//! Figures that stand in one place of what two documents tell, and say the same: a day, an hour, a sum, a count.

use super::super::{Context, Label, Outcome};
use crate::align::MentionRef;
use crate::value::Value;

pub fn tick(context: &Context, outcome: &mut Outcome) {
    for (a, b) in &context.alignment.alike {
        if !context.comparable(a.document, b.document) {
            continue;
        }
        let place = |at: &MentionRef| {
            let ledger = context.ledgers.get(at.document)?;
            Some((ledger, ledger.mentions.get(at.mention)?))
        };
        let Some(((first, x), (_, y))) = place(a).zip(place(b)) else { continue };
        let kind = if matches!(x.value, Value::Time(_)) { "date" } else { "quantity" };
        let labels = vec![Label::related(a.document, x.span, ""), Label::related(b.document, y.span, "")];
        outcome.agree(kind, format!("both give {}", first.document.slice(x.span)), labels);
    }
}
