//! What a value of a source says to a draft's, if both are of one thing: the same, or
//! something else.

use super::Verdict;
use super::amount::amounts;
use super::calendar::compare;
use super::carried::carries;
use crate::value::{Amount, AmountKind, Hedge, Time, TimeKind, Value};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Same,
    Other,
    /// They cannot be compared.
    Nothing,
}

pub fn said(source: &Value, draft: &Value) -> Said {
    match (source, draft) {
        (Value::Amount(source), Value::Amount(draft)) => amount(source, draft),
        (Value::Time(source), Value::Time(draft)) => time(source, draft),
        _ => Said::Nothing,
    }
}

fn amount(source: &Amount, draft: &Amount) -> Said {
    if matches!(draft.kind, AmountKind::Ordinal | AmountKind::Label) {
        return Said::Nothing;
    }
    if carries(source, draft) {
        return Said::Same;
    }
    let open = |a: &Amount| a.bounds.low.is_none() || a.bounds.high.is_none();
    let other = match amounts(source, draft) {
        Verdict::Conflict => true,
        Verdict::Unknown => false,
        _ if draft.hedge == Some(Hedge::Vague) => false,
        _ if open(draft) && open(source) => draft.hedge == source.hedge && draft.value != source.value,
        // "At least two" does not say 22, though 22 is more.
        _ => open(draft),
    };
    if other { Said::Other } else { Said::Nothing }
}

/// Weekdays with weekdays, dates in full with dates in full: what else a time says depends on the day it is told.
fn time(source: &Time, draft: &Time) -> Said {
    if source.kind != TimeKind::Date || draft.kind != TimeKind::Date {
        return Said::Nothing;
    }
    if let (Some(theirs), Some(ours)) = (source.weekday, draft.weekday) {
        return if theirs == ours { Said::Same } else { Said::Other };
    }
    if !source.absolute || !draft.absolute {
        return Said::Nothing;
    }
    match compare(source, draft) {
        Verdict::Agree | Verdict::Refines => Said::Same,
        Verdict::Conflict => Said::Other,
        Verdict::Compatible | Verdict::Unknown => Said::Nothing,
    }
}
