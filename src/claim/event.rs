//! What a date dates: the nearest verb of something that happens on a day ("released
//! Thursday", "On 8 September a quake struck"), to the left first.

use super::{Subject, is_content};
use crate::document::Document;
use crate::lexicon::en::events::EVENTS;
use crate::text::Span;

/// How many tokens to the left and to the right of a date its verb may stand.
const LEFT: usize = 9;
const RIGHT: usize = 14;
/// How many words a noun phrase behind a verb may have.
const PHRASE: usize = 5;

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

/// Whose date it is, as the noun's token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// "the statement was issued", "issued a statement", "a statement released Thursday".
    Of(usize),
    /// "the quake struck".
    When(usize),
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "its" | "their" | "his" | "her" | "this" | "our")
}

/// Whose date a verb's is, in its sentence.
pub fn whose(document: &Document, sentence: usize, verb: usize) -> Option<Whose> {
    let tokens = document.sentence_tokens(sentence);
    let is_noun = |i: usize| {
        document.token(i).is_some_and(|t| t.is_word())
            && is_content(document.word(i))
            && !EVENTS.contains_key(document.word(i))
    };
    // "issued the joint statement": the last noun of the phrase behind the verb.
    if is_article(document.word(verb + 1)) {
        let phrase = (verb + 2..tokens.end).take(PHRASE).take_while(|i| is_noun(*i));
        return phrase.last().map(Whose::Of);
    }
    let adverb = |i: usize| document.word(i).len() > 4 && document.word(i).ends_with("ly");
    let mut at = verb;
    let mut passive = false;
    while let Some(before) = at.checked_sub(1).filter(|i| tokens.contains(i)) {
        let word = document.word(before);
        let auxiliary = matches!(word, "was" | "were" | "is" | "are" | "been" | "be" | "being");
        if !auxiliary && !adverb(before) && !matches!(word, "has" | "have" | "had" | "will" | "to" | "not" | "first") {
            break;
        }
        passive |= auxiliary;
        at = before;
    }
    let noun = at.checked_sub(1).filter(|i| tokens.contains(i) && is_noun(*i))?;
    // "a statement released Thursday" against "the quake struck": a bare participle belongs to what was done.
    let participle = at == verb && document.word(verb).ends_with("ed") && !document.token(noun)?.capital;
    // "the talks that led to the statement were opened": the noun is not what was opened.
    let phrase =
        (tokens.start..noun).rev().take_while(|i| is_content(document.word(*i)) || is_article(document.word(*i)));
    let opener =
        phrase.last().unwrap_or(noun).checked_sub(1).filter(|i| tokens.contains(i)).map_or("", |i| document.word(i));
    if !participle
        && matches!(opener, "to" | "of" | "for" | "in" | "on" | "by" | "with" | "from" | "at" | "after" | "before")
    {
        return None;
    }
    Some(if passive || participle { Whose::Of(noun) } else { Whose::When(noun) })
}
