//! When somebody was born and when somebody died, where the words say so: "Born: May 6,
//! 1988", "born in Leeds on 3 March 1950", "died on 5 May 2011", "(6 May 1910 – 20 January
//! 1936)" behind a name that opens the text.

use crate::document::Document;
use crate::lexicon::en::kin::KIN;
use crate::mention::Mention;
use crate::value::{Precision, Stretch, Time, TimeKind, Value};
use jiff::ToSpan;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifeEvent {
    Birth,
    Death,
}

/// A date of birth or death.
#[derive(Debug, Clone, Copy)]
pub struct LifeDate {
    pub event: LifeEvent,
    /// Index into the mentions.
    pub mention: usize,
    pub sentence: usize,
    pub when: Stretch,
    /// Index into the mentions of the name that the sentence gives the person, where its words say so.
    pub of: Option<usize>,
}

/// How many words may stand between "born" and its date in prose, and behind a label ("Born: …").
const IN_PROSE: usize = 7;
/// "Died at home, among her crew, on": a verb may be further from its date.
const BEHIND_VERB: usize = 10;
const BEHIND_LABEL: usize = 16;

/// The dates of birth and death that a document prints, in the order of the text.
pub fn life_dates(document: &Document, mentions: &[Mention]) -> Vec<LifeDate> {
    let mut found = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Value::Time(time) = &mention.value else { continue };
        let Some(when) =
            time.stretch.filter(|_| time.kind == TimeKind::Date && time.absolute && time.modifier.is_none())
        else {
            continue;
        };
        let sentence = document.sentence_at(mention.span.start);
        let at = document.token_at(mention.span.start);
        if when.precision == Precision::Range {
            found.extend(span_of_life(document, time, when, at, index, sentence).into_iter().flatten());
        } else if let Some((event, cue)) = event_before(document, mentions, at, index, sentence) {
            let of = cue.and_then(|cue| named(document, mentions, event, cue, index));
            found.push(LifeDate { event, mention: index, sentence, when, of });
        }
    }
    found
}

/// "Ada Roth died in 1987", "Born in 1911, the youngest of four, Roth became": the name before the word, or behind
/// the date and a comma where the word opens the sentence. What follows "born in" is a place.
fn named(document: &Document, mentions: &[Mention], event: LifeEvent, cue: usize, date: usize) -> Option<usize> {
    let sentence = document.sentence_at(mentions.get(date)?.span.start);
    let tokens = document.sentence_tokens(sentence);
    let is_name = |m: &Mention| matches!(m.value, Value::Name(_));
    if cue == tokens.start && event == LifeEvent::Birth {
        let behind = mentions.iter().enumerate().skip(date + 1);
        let mut names = behind.take_while(|(_, m)| document.sentence_at(m.span.start) == sentence);
        let (comma, word) =
            (|at: usize| document.word(at) == ",", |at| document.token(at).is_some_and(|t| t.is_word()));
        let subject = |m: &Mention| {
            let before = document.token_at(m.span.start).checked_sub(1);
            before.is_some_and(comma) && word(document.token_at(m.span.end))
        };
        return names.find(|(_, m)| is_name(m) && subject(m)).map(|(index, _)| index);
    }
    let helps = |i: &usize| matches!(document.word(*i), "was" | "had" | "has" | "were" | "who" | ",");
    let last = (tokens.start..cue).rev().find(|i| !helps(i)).and_then(|i| document.token(i))?;
    let until = mentions.partition_point(|m| m.span.start < last.span.end);
    let mut near = mentions.iter().enumerate().take(until).rev().take(NEAR);
    near.find(|(_, m)| is_name(m) && m.span.end == last.span.end).map(|(index, _)| index)
}

/// How many mentions may overlap one that ends where they do.
const NEAR: usize = 8;

/// Whether a date is one of birth or death, and where the word before it stands that makes it one in prose.
fn event_before(
    document: &Document,
    mentions: &[Mention],
    at: usize,
    index: usize,
    sentence: usize,
) -> Option<(LifeEvent, Option<usize>)> {
    let start = document.sentence_tokens(sentence).start;
    // No other time may stand between the word and the date.
    let floor = index.checked_sub(1).and_then(|i| mentions.get(i)).filter(|m| matches!(m.value, Value::Time(_)));
    let floor = floor.map_or(start, |m| document.token_at(m.span.end).max(start));
    let cue = (floor..at).rev().take(BEHIND_LABEL).find_map(|i| event_word(document.word(i)).map(|event| (i, event)));
    let Some((i, event)) = cue else {
        let label = document.block_of(sentence).and_then(|b| b.label.as_deref()).unwrap_or_default().to_lowercase();
        let event = label.split(|c: char| !c.is_alphanumeric()).find_map(event_word).filter(|_| floor == start);
        return event.map(|event| (event, None));
    };
    let labelled = i == start && document.word(i + 1) == ":";
    let reach = if matches!(document.word(i), "died" | "born") { BEHIND_VERB } else { IN_PROSE };
    let near = at - i <= reach;
    // "was born to a family that came in 1950": another clause.
    let clause = (i + 1..at)
        .any(|k| matches!(document.word(k), "who" | "that" | "which" | "and" | ";" | "when" | "after" | "to"));
    // "Her father died": another life.
    let owned = |k: usize| matches!(document.word(k), "his" | "her" | "their" | "my" | "our" | "'s" | "’s");
    let own = !(start + 1..i).any(|k| KIN.contains(document.word(k)) && owned(k - 1));
    (labelled || near && !clause && own).then_some((event, Some(i).filter(|_| !labelled)))
}

fn event_word(word: &str) -> Option<LifeEvent> {
    match word {
        "born" | "birth" => Some(LifeEvent::Birth),
        "died" | "death" => Some(LifeEvent::Death),
        _ => None,
    }
}

/// "Ada Brandt (3 May 1921 – 7 June 1999)", "Ada Brandt (1921–1999)" in the first sentence.
fn span_of_life(
    document: &Document,
    time: &Time,
    when: Stretch,
    at: usize,
    mention: usize,
    sentence: usize,
) -> Option<[LifeDate; 2]> {
    let opens =
        sentence <= 1 && at >= 2 && document.word(at - 1) == "(" && document.token(at - 2).is_some_and(|t| t.capital);
    let (step, precision) = match time.timex.strip_suffix(')')?.chars().last()? {
        'D' => (1.day(), Precision::Day),
        'Y' => (1.year(), Precision::Year),
        _ => return None,
    };
    let (start, end) = (when.start?, when.end?);
    if !opens {
        return None;
    }
    let born = Stretch { start: Some(start), end: Some(start.checked_add(step).ok()?), precision };
    let died = Stretch { start: Some(end.checked_sub(step).ok()?), end: Some(end), precision };
    Some([
        LifeDate { event: LifeEvent::Birth, mention, sentence, when: born, of: None },
        LifeDate { event: LifeEvent::Death, mention, sentence, when: died, of: None },
    ])
}
