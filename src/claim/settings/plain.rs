//! A default that a sentence gives in plain words while the sentence beside it names the option: "By default two workers are
//! started. Raise `workers` on a large machine."

use super::given::Given;
use super::name::Name;
use super::words::{Word, words};
use super::{Aspect, Form, PARTS, Setting, spoken_of};
use crate::claim::{Ledger, Stem, stem};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::settings::{DEFAULT, ELSEWHERE, ONCE};
use crate::text::Span;
use crate::value::{AmountKind, Value};

/// Between "is" and "minified" stands no more than "not".
const BETWEEN: usize = 2;

pub fn plain(ledger: &Ledger, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    let document = &ledger.document;
    for (number, sentence) in document.sentences.iter().enumerate() {
        let block = sentence.block as usize;
        let prose =
            document.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem));
        if !prose || is_past(block) || !document.slice_lower(sentence.span).contains("by default") {
            continue;
        }
        let words = words(document, sentence.span);
        let elsewhere = |w: &Word| ONCE.contains(w.lower.as_str()) || ELSEWHERE.contains(w.lower.as_str());
        if words.iter().any(|w| w.is_code || elsewhere(w)) || !words.iter().any(|w| DEFAULT.contains(w.lower.as_str()))
        {
            continue;
        }
        let Some((name, named)) = named_beside(document, number) else { continue };
        let parts: Vec<Stem> = name.key.split('_').map(stem).collect();
        let told = counted(ledger, sentence.span, &parts).or_else(|| switched(&words, &parts));
        let (aspect, form, entry) = (Aspect::Default, Form::Plain, named.start);
        found.extend(told.map(|(given, span)| Setting { name, named, aspect, given, span, form, sheet: PARTS, entry }));
    }
}

/// The only setting that the sentences before and behind it name in code, within its paragraph.
fn named_beside(document: &Document, number: usize) -> Option<(Name, Span)> {
    let block = document.sentences.get(number)?.block;
    let beside = [number.checked_sub(1), Some(number + 1)].into_iter().flatten();
    let near = beside.filter_map(|i| document.sentences.get(i)).filter(|s| s.block == block);
    // "Set `minify` to `true`": what it is set to is no name.
    let is_name = |w: &Word| !matches!(Given::of(&w.text), Some(Given::Switch(_) | Given::Amount(_)));
    let words = |span: Span| words(document, span).into_iter().filter(is_name).collect::<Vec<_>>();
    let mut named: Vec<(Name, Span)> = near.filter_map(|s| spoken_of(&words(s.span), usize::MAX)).collect();
    named.dedup_by(|a, b| a.0.key == b.0.key);
    if let [only] = named.as_slice() { Some(only.clone()) } else { None }
}

/// "two workers" of `workers`.
fn counted(ledger: &Ledger, sentence: Span, parts: &[Stem]) -> Option<(Given, Span)> {
    let document = &ledger.document;
    let mut figures = ledger.mentions_in(sentence).filter_map(|m| match &m.value {
        Value::Amount(amount) if amount.kind == AmountKind::Number && amount.hedge.is_none() => Some((amount, m.span)),
        _ => None,
    });
    let ((amount, span), None) = (figures.next()?, figures.next()) else { return None };
    let counts = parts.contains(&stem(document.word(document.token_at(span.end))));
    counts.then(|| (Given::Amount((**amount).clone()), span))
}

/// "is not minified" of `minify`.
fn switched(words: &[Word], parts: &[Stem]) -> Option<(Given, Span)> {
    let is_done = |w: &Word| {
        let base = w.lower.strip_suffix("ied").map(|base| format!("{base}y"));
        w.lower.ends_with("ed") && parts.contains(&stem(base.as_deref().unwrap_or(&w.lower)))
    };
    let at = words.iter().position(is_done)?;
    let before = words.get(at.checked_sub(BETWEEN)?..at)?;
    let negated = before.last().is_some_and(|w| w.is("not"));
    let verb = if negated { before.first() } else { before.last() };
    let is_said = verb.is_some_and(|w| w.is("is") || w.is("are"));
    let span = words.get(at)?.span;
    is_said.then_some((Given::Switch(!negated), span))
}
