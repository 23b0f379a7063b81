//! What a name itself says, and what a sentence says of a named field: `timeout_ms` is in milliseconds, "the Hop
//! Budget field is an 8-bit integer".

use super::given::Given;
use super::name::Name;
use super::told::Told;
use super::words::{Word, words};
use super::{Aspect, Form, PARTS, Setting};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::settings::{ELSEWHERE, FIELDS, KINDS, ONCE};
use crate::lexicon::en::units::{NAMES, SYMBOLS};
use crate::lexicon::unit::{Dimension, Unit};
use crate::text::Span;

/// The words of a field's name, and those before its kind, are no more.
const LONGEST: usize = 4;
/// So far behind the field's name stands the verb.
const REACH: usize = 8;

/// The unit that a gloss says the values are in ("in seconds", "per hour"), and the one that the name ends in.
pub fn units(name: &Name, named: Span, gloss: &[Word]) -> Vec<Told> {
    let Some((per, span, told)) = told_unit(gloss) else { return Vec::new() };
    let of =
        |span, unit: &Unit| Told { aspect: Aspect::Unit, given: Given::Word(unit.code.to_lowercase()), span, at: 0 };
    // "pages.64KB" names a size, and not what its values are in.
    let ends = name.key.rsplit_once('_').and_then(|(rest, last)| Some((rest, last, unit(last)?)));
    let ends = ends.filter(|(rest, ..)| !rest.ends_with(|c: char| c.is_ascii_digit()));
    match ends {
        // "requests per second" is told by a name in "second", not by one in "seconds".
        Some((rest, last, own)) => {
            let fits = own.dimension == told.dimension && (!per || !last.ends_with('s')) && !rest.is_empty();
            if fits { vec![of(named, own), of(span, told)] } else { Vec::new() }
        }
        None if per => Vec::new(),
        None => vec![of(span, told)],
    }
}

/// The only unit that stands behind "in" or "per".
fn told_unit(gloss: &[Word]) -> Option<(bool, Span, &'static Unit)> {
    let cue = |w: &Word| w.is("in") || w.is("per");
    let given = |pair: &[Word]| match pair {
        [before, word] if cue(before) && !word.is_code => Some((before.is("per"), word.span, unit(&word.text)?)),
        _ => None,
    };
    // "With Kit 1.0 it was given in milliseconds"
    let past =
        |at: usize| gloss.get(at.saturating_sub(3)..at).unwrap_or_default().iter().any(|w| w.is("was") || w.is("were"));
    let pairs = gloss.windows(2).enumerate().filter(|(at, _)| !past(*at));
    let mut found = pairs.filter_map(|(_, pair)| given(pair));
    found.next().filter(|_| found.next().is_none())
}

/// A unit of time or of data, spelled out or as a sign. "min" is the least more often than a minute.
fn unit(word: &str) -> Option<&'static Unit> {
    if word.eq_ignore_ascii_case("min") {
        return None;
    }
    let name = NAMES.get(word.to_lowercase().as_str()).or_else(|| SYMBOLS.get(word).filter(|_| word.len() > 1))?;
    let dimension = name.unit.dimension;
    (name.per.is_none() && (dimension == Dimension::TIME || dimension == Dimension::DATA)).then_some(name.unit)
}

/// Do two units, by their codes in lower case, measure the same?
pub fn are_units_of_one(a: &str, b: &str) -> bool {
    let of = |code: &str| NAMES.values().map(|name| name.unit).find(|u| u.code.eq_ignore_ascii_case(code));
    of(a).zip(of(b)).is_none_or(|(a, b)| a.dimension == b.dimension)
}

/// Sentences that say of what kind a named field is.
pub fn fields(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    for sentence in &document.sentences {
        let block = sentence.block as usize;
        let prose =
            document.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem));
        if !prose || is_past(block) || !document.slice_lower(sentence.span).contains(" is a") {
            continue;
        }
        let words = words(document, sentence.span);
        let elsewhere = words.iter().any(|w| ONCE.contains(w.lower.as_str()) || ELSEWHERE.contains(w.lower.as_str()));
        let field = words.iter().position(|w| !w.is_code && FIELDS.contains(w.lower.as_str()));
        let Some((name, named)) = field.filter(|_| !elsewhere).and_then(|at| name_before(document, &words, at)) else {
            continue;
        };
        let Some((given, span)) = field.and_then(|at| kind_behind(document, &words, at)) else { continue };
        let (aspect, form, entry) = (Aspect::Type, Form::Sentence, named.start);
        found.push(Setting { name, named, aspect, given, span, form, sheet: PARTS, entry });
    }
}

/// "The Message Length field": the words with capitals before it, but for an article that opens the sentence.
fn name_before(document: &Document, words: &[Word], at: usize) -> Option<(Name, Span)> {
    let capital = |w: &&Word| !w.is_code && w.text.starts_with(|c: char| c.is_ascii_uppercase());
    let all = words.get(at.saturating_sub(LONGEST)..at)?;
    let count = all.iter().rev().take_while(capital).count();
    let mut parts = all.get(all.len().checked_sub(count)?..)?;
    if parts.first().is_some_and(|w| w.is("the") || w.is("this") || w.is("a")) {
        parts = parts.get(1..)?;
    }
    let span = parts.first()?.span.cover(parts.last()?.span);
    let name = Name::of(&document.slice(span).replace(' ', "-"))?;
    name.is_telling().then_some((name, span))
}

/// "is an 8-bit integer": all that stands between the article and the kind.
fn kind_behind(document: &Document, words: &[Word], at: usize) -> Option<(Given, Span)> {
    let verb = (at + 1..at + REACH).find(|i| words.get(*i).is_some_and(|w| w.is("is")))?;
    words.get(verb + 1).filter(|w| w.is("a") || w.is("an"))?;
    // A word with hyphens is several tokens.
    let kinds = verb + 2..verb + 2 + 2 * LONGEST;
    let end = kinds.clone().find(|i| words.get(*i).is_some_and(|w| KINDS.contains_key(w.lower.as_str())))?;
    let first = words.get(verb + 2).filter(|_| end > verb + 2)?;
    let span = first.span.cover(words.get(end)?.span);
    Some((Given::Word(document.slice_lower(span).to_owned()), span))
}
