//! What a date dates: the nearest verb of something that happens on a day ("released
//! Thursday", "On 8 September a quake struck"), to the left first.

use super::Subject;
use crate::document::Document;
use crate::lexicon::en::events::EVENTS;
use crate::text::Span;

/// How many tokens to the left and to the right of a date its verb may stand.
const LEFT: usize = 9;
const RIGHT: usize = 14;

/// The verb whose date stands at `date`, as the subject of a date claim.
pub fn event(document: &Document, date: Span) -> Option<Subject> {
    let sentence = document.sentence_tokens(document.sentence_at(date.start));
    let (at, behind) = (document.token_at(date.start), document.token_at(date.end));
    let is_event = |i: &usize| EVENTS.contains_key(document.word(*i));
    let stops = |i: &usize| matches!(document.word(*i), ";" | ":" | "—" | "–" | "which" | "who" | "that");
    let left = (at.saturating_sub(LEFT).max(sentence.start)..at).rev().take_while(|i| !stops(i)).find(is_event);
    let right = || (behind..(behind + RIGHT).min(sentence.end)).take_while(|i| document.word(*i) != ";").find(is_event);
    let verb = left.or_else(right)?;
    let span = document.token(verb)?.span;
    Some(Subject { head: document.word(verb).to_owned(), span, modifiers: Vec::new() })
}

/// The classes of what happens in a sentence, each once.
pub fn event_classes(document: &Document, sentence: usize) -> Vec<&'static str> {
    let words = document.sentence_tokens(sentence).map(|i| document.word(i));
    let mut classes: Vec<&'static str> = words.filter_map(|w| EVENTS.get(w).copied()).collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}
