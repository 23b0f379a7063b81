//! What is decided, where a noun stands before it: a plan for a bridge is approved or turned down as the bridge is, and who gives
//! it the green light approves it.

use super::Role;
use crate::claim::stem;
use crate::lexicon::en::statements::{CONSENTS, PROPOSALS};

/// What is decided in the place of what the verb has, and the verb if another one says it.
pub fn decided(
    lemma: &str,
    patient: Option<&Role>,
    beside: &mut Vec<(String, Role)>,
) -> Option<(Option<&'static str>, Role)> {
    let patient = patient?;
    let green = patient.word == "light" && patient.words.contains(&stem("green"));
    if lemma == "give" && (green || CONSENTS.contains(patient.word.as_str())) {
        let at = beside.iter().position(|(small, _)| matches!(small.as_str(), "to" | "for"))?;
        let approved = beside.remove(at).1;
        let inner = proposed(&approved, beside);
        return Some((Some("approve"), inner.unwrap_or(approved)));
    }
    Some((None, proposed(patient, beside)?))
}

fn proposed(plan: &Role, beside: &mut Vec<(String, Role)>) -> Option<Role> {
    let behind = |(small, role): &(String, Role)| {
        matches!(small.as_str(), "for" | "of") && role.span.start >= plan.place.end && !role.is_pronoun
    };
    let at = beside.iter().position(behind).filter(|_| PROPOSALS.contains(plan.word.as_str()))?;
    let mut planned = beside.remove(at).1;
    planned.is_definite |= plan.is_definite;
    Some(planned)
}
