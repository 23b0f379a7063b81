//! What the words around an enumeration say of it: all of them, some of them, or
//! more of a list that stands elsewhere.

use crate::document::Document;
use crate::lexicon::en::lists::{CONTINUES_AFTER, CONTINUES_BEFORE, OPENS_AFTER, OPENS_BEFORE};
use crate::value::Closedness;

/// `first` is the list's first token, `after` the one behind its last, both in `start..end`.
pub fn closedness(document: &Document, start: usize, first: usize, after: usize, end: usize) -> Closedness {
    let mut before = first;
    // Articles and a count stand between the cue and the list: "including the 3".
    while before > start && matches!(document.word(before - 1), "the" | "a" | "an" | "," | ":") {
        before -= 1;
    }
    let last = before.checked_sub(1).filter(|i| *i >= start).map_or("", |i| document.word(i));
    let last_two = before.checked_sub(2).filter(|i| *i >= start).map_or("", |i| document.word(i));
    if OPENS_BEFORE.contains(last) || (last == "as" && last_two == "such") || (last == "to" && last_two == "limited") {
        return Closedness::Open;
    }
    let next = document.word(after);
    let then = document.word(after + 1);
    if after < end && (OPENS_AFTER.contains(next) || (matches!(next, "," | "and") && OPENS_AFTER.contains(then))) {
        return Closedness::Open;
    }
    let near = (after..(after + 2).min(end)).any(|i| CONTINUES_AFTER.contains(document.word(i)));
    if near || CONTINUES_BEFORE.contains(last) || (last == "by" && last_two == "joined") {
        return Closedness::Continuation;
    }
    Closedness::Closed
}
