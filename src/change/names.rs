//! Names that came, went, or took each other's place. Somebody whom the other version
//! names anywhere, in full or by surname, is neither new nor gone.

use super::seat::field_label;
use super::sentences::Matching;
use super::{Change, FactKind, Nature};
use crate::claim::{ClaimKind, Ledger};
use crate::compare::wording::compare_whole;
use crate::document::BlockKind;
use crate::lexicon::en::dictionary::is_common;
use crate::mention::quote::{Word, words};
use crate::text::Span;
use crate::value::{Name, NameKind, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What each version calls by a name: entities, and the words that stand for them.
#[derive(Debug, Default)]
pub struct Known {
    old: BTreeSet<String>,
    new: BTreeSet<String>,
}

/// A name in a sentence.
#[derive(Debug, Clone)]
struct Named {
    span: Span,
    kind: NameKind,
    /// The keys under which the same thing goes: its entity, its last word, its initials.
    keys: Vec<String>,
    /// What the line says its names are: "Present: Ada Roth, Carl Dahl".
    label: Option<String>,
}

impl Named {
    fn meets(&self, other: &Named) -> bool {
        self.keys.iter().any(|key| other.keys.contains(key))
    }
}

impl Known {
    pub fn new<'a>(pairs: impl Iterator<Item = (Option<&'a Ledger>, Option<&'a Ledger>)>) -> Known {
        let mut known = Known::default();
        for (old, new) in pairs {
            known.old.extend(old.into_iter().flat_map(all).flat_map(|(_, named)| named.keys));
            known.new.extend(new.into_iter().flat_map(all).flat_map(|(_, named)| named.keys));
        }
        known
    }

    /// The changes of one document.
    pub fn changes(&self, old: Option<&Ledger>, new: Option<&Ledger>, matching: &Matching) -> Vec<Change> {
        let mut olds = by_sentence(old, &matching.same_old);
        let mut news = by_sentence(new, &matching.same_new);
        let mut found = Vec::new();
        for like in &matching.like {
            let (a, b) = (olds.entry(like.old).or_default(), news.entry(like.new).or_default());
            drop_common(a, b);
            found.extend(swapped(a, b));
            if let Some((old, new)) = old.zip(new) {
                let more = respelt((old, like.old), (new, like.new), &found);
                found.extend(more);
            }
        }
        let (gone, come) = (left(olds), left(news));
        // A name that is part of a change of words is told with it.
        let is_told = |named: &Named, side: fn(&Change) -> Option<Span>| {
            found.iter().any(|c| side(c).is_some_and(|span| span.overlaps(named.span)))
        };
        let gone: Vec<Named> = gone.into_iter().filter(|n| !is_told(n, |c| c.old)).collect();
        let come: Vec<Named> = come.into_iter().filter(|n| !is_told(n, |c| c.new)).collect();
        let mut told: BTreeSet<String> = BTreeSet::new();
        // Known elsewhere, and yet gone from this line.
        let mut untold = |named: &Named, known: &BTreeSet<String>| {
            let is_new = named.label.is_some() || !named.keys.iter().any(|key| known.contains(key));
            let label = named.label.as_deref().unwrap_or_default();
            is_new && named.keys.first().is_some_and(|k| told.insert(format!("{label}\n{k}")))
        };
        found.extend(gone.iter().filter(|n| untold(n, &self.new)).map(|n| change(Some(n), None)));
        found.extend(come.iter().filter(|n| untold(n, &self.old)).map(|n| change(None, Some(n))));
        found
    }
}

/// Every name of a document with its sentence.
fn all(ledger: &Ledger) -> impl Iterator<Item = (usize, Named)> {
    ledger.mentions.iter().filter_map(|mention| {
        let Value::Name(name) = &mention.value else { return None };
        let words = ledger.document.slice(mention.span);
        let sentence = ledger.document.sentence_at(mention.span.start);
        if in_list(ledger, sentence, mention.span) || is_heading(ledger, sentence, mention.span) {
            return None;
        }
        Some((
            sentence,
            Named { span: mention.span, kind: name.kind, keys: keys(name, words), label: label(ledger, sentence) },
        ))
    })
}

fn keys(name: &Name, words: &str) -> Vec<String> {
    let mut keys = vec![name.entity.clone()];
    if name.kind == NameKind::Country {
        return keys;
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    keys.push(words.join(" ").to_lowercase());
    keys.extend(words.last().filter(|w| w.chars().count() > 2).map(|w| w.to_lowercase()));
    let capitals: String = words.iter().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
    if capitals.chars().count() > 2 {
        keys.push(capitals.to_lowercase());
    }
    keys
}

fn by_sentence(ledger: Option<&Ledger>, same: &BTreeSet<usize>) -> BTreeMap<usize, Vec<Named>> {
    let mut map: BTreeMap<usize, Vec<Named>> = BTreeMap::new();
    for (sentence, named) in ledger.into_iter().flat_map(all).filter(|(sentence, _)| !same.contains(sentence)) {
        map.entry(sentence).or_default().push(named);
    }
    map
}

/// Takes out what both sentences name, one for one.
fn drop_common(a: &mut Vec<Named>, b: &mut Vec<Named>) {
    a.retain(|x| match b.iter().position(|y| x.meets(y)) {
        Some(at) => {
            b.remove(at);
            false
        }
        None => true,
    });
}

/// Names of one kind, in order, where one side has as many as the other.
fn swapped(a: &mut Vec<Named>, b: &mut Vec<Named>) -> Vec<Change> {
    let sort = |kind: NameKind| match kind {
        NameKind::Country => 0,
        _ => 1,
    };
    let mut found = Vec::new();
    for kind in 0..=1 {
        let of = |side: &[Named]| -> Vec<Named> { side.iter().filter(|n| sort(n.kind) == kind).cloned().collect() };
        let (x, y) = (of(a), of(b));
        if x.len() == y.len() && !x.is_empty() {
            found.extend(x.iter().zip(&y).map(|(x, y)| change(Some(x), Some(y))));
            a.retain(|n| sort(n.kind) != kind);
            b.retain(|n| sort(n.kind) != kind);
        }
    }
    // "the vice-president of Venezuela" → "of America": one for one, whatever each was read as.
    if let ([x], [y]) = (a.as_slice(), b.as_slice()) {
        found.push(change(Some(x), Some(y)));
        a.clear();
        b.clear();
    }
    found
}

/// Capitalised words that took each other's place, one for one, and are no common words: a name that nobody
/// read as one ("Roth said" at the head of a sentence), or a part of one.
fn respelt(old: (&Ledger, usize), new: (&Ledger, usize), told: &[Change]) -> Vec<Change> {
    let sentence_words = |(ledger, sentence): (&Ledger, usize)| {
        let span = ledger.document.sentences.get(sentence).map(|s| s.span).unwrap_or_default();
        words(&ledger.document, &[span])
    };
    let (words_a, words_b) = (sentence_words(old), sentence_words(new));
    let name = |ledger: &Ledger, words: &[Word]| {
        let document = &ledger.document;
        let capital = |w: &Word| document.slice(w.span).starts_with(char::is_uppercase);
        let span = words.first()?.span.cover(words.last()?.span);
        let sentence = document.sentence_at(span.start);
        // "Chief Operating Officer": inside of a sentence a capital is that of a name, however common its word.
        let prose =
            document.block_of(sentence).is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem));
        let inside = document.token_at(span.start) > document.sentence_tokens(sentence).start;
        let own = words.iter().all(capital) && (prose && inside || words.iter().any(|w| !is_common(&w.folded)));
        let span = whole_name(ledger, span);
        (own && !is_something_else(ledger, span) && !in_list(ledger, sentence, span)).then_some(span)
    };
    let differences = compare_whole(&words_a, &words_b).changes.into_iter().filter(|c| c.a.len() == c.b.len());
    let spans = differences.filter_map(|c| Some((name(old.0, words_a.get(c.a)?)?, name(new.0, words_b.get(c.b)?)?)));
    let known = |(a, b): &(Span, Span)| {
        told.iter().any(|c| c.old.is_some_and(|o| o.overlaps(*a)) || c.new.is_some_and(|n| n.overlaps(*b)))
    };
    spans.filter(|pair| !known(pair)).map(|(a, b)| named_change(Some(a), Some(b))).collect()
}

/// With the capitalised words around: "Sam Pryor" of "Sam".
fn whole_name(ledger: &Ledger, span: Span) -> Span {
    const LONGEST: usize = 3;
    let document = &ledger.document;
    let tokens = document.sentence_tokens(document.sentence_at(span.start));
    let capital = |i: &usize| {
        let own = document.token(*i).is_some_and(|t| t.is_word() && t.capital)
            && !is_something_else(ledger, document.token(*i).map_or(span, |t| t.span));
        own && (*i > tokens.start || !is_common(document.word(*i)))
    };
    let (from, to) = (document.token_at(span.start), document.token_at(span.end));
    let first = (tokens.start..from).rev().take(LONGEST).take_while(capital).last();
    let last = (to..tokens.end).take(LONGEST).take_while(capital).last();
    let ends = [first, last].into_iter().flatten().filter_map(|i| document.token(i));
    ends.fold(span, |whole, token| whole.cover(token.span))
}

/// A word that is a whole heading is capitalised for that: "Ecology" names nothing.
fn is_heading(ledger: &Ledger, sentence: usize, span: Span) -> bool {
    let document = &ledger.document;
    let whole = document.sentences.get(sentence).is_some_and(|s| document.slice(s.span).trim() == document.slice(span));
    let heading = document.block_of(sentence).is_some_and(|b| b.kind == BlockKind::Heading);
    heading && whole && !document.slice(span).contains(char::is_whitespace)
}

/// The members of a list are told with the list.
fn in_list(ledger: &Ledger, sentence: usize, span: Span) -> bool {
    let Some(bounds) = ledger.document.sentences.get(sentence).map(|s| s.span) else { return false };
    let from = ledger.claims.partition_point(|c| c.span.start < bounds.start);
    let here = ledger.claims.iter().skip(from).take_while(|c| c.span.start < bounds.end);
    here.filter(|c| c.kind == ClaimKind::List).any(|c| c.span.overlaps(span))
}

/// A country goes by many names, and "Friday" is part of a date.
fn is_something_else(ledger: &Ledger, span: Span) -> bool {
    let until = ledger.mentions.partition_point(|m| m.span.start < span.end);
    let near = ledger.mentions.iter().take(until).rev().take(8).filter(|m| m.span.overlaps(span));
    near.into_iter().any(|m| match &m.value {
        Value::Time(_) | Value::Amount(_) => true,
        Value::Name(name) => name.kind == NameKind::Country,
        Value::List(_) | Value::Quote(_) | Value::Version(_) => false,
    })
}

/// "Present: Ada Roth, Carl Dahl": the words before the colon, or the label of a field.
fn label(ledger: &Ledger, sentence: usize) -> Option<String> {
    const LONGEST: usize = 4;
    let document = &ledger.document;
    if let Some(label) = field_label(document, sentence) {
        return Some(label.to_owned());
    }
    let tokens = document.sentence_tokens(sentence);
    let colon = tokens.clone().take(LONGEST).find(|i| document.word(*i) == ":")?;
    let words: Vec<&str> = (tokens.start..colon).map(|i| document.written(i)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn left(sentences: BTreeMap<usize, Vec<Named>>) -> Vec<Named> {
    sentences.into_values().flatten().collect()
}

fn change(old: Option<&Named>, new: Option<&Named>) -> Change {
    let label = new.or(old).and_then(|n| n.label.clone());
    let change = named_change(old.map(|n| n.span), new.map(|n| n.span));
    Change { about: label.unwrap_or(change.about), ..change }
}

fn named_change(old: Option<Span>, new: Option<Span>) -> Change {
    Change {
        nature: match (old, new) {
            (Some(_), Some(_)) => Nature::Altered,
            (Some(_), None) => Nature::Dropped,
            _ => Nature::Added,
        },
        kind: FactKind::Name,
        about: "name".to_owned(),
        old,
        new,
        before: old.into_iter().collect(),
        after: new.into_iter().collect(),
        exactness: None,
    }
}
