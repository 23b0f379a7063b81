//! A sentence of prose as far as cells are held against it: its values, the years it speaks of, the rows it names.

use super::index::Index;
use crate::claim::{ClaimKind, Ledger, Stated, Stem, definite, is_content, sense, stem};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::properties::{APART, TOGETHER};
use crate::text::Span;
use crate::value::{Amount, AmountKind, Hedge, TimeKind, Value};
use std::ops::Range;

/// A sentence with more values is a table itself.
const MOST_VALUES: usize = 16;
/// How far from its value a word that says what it is may stand.
const BEFORE: usize = 6;
const BEHIND: usize = 5;
/// How far a word that sets a value apart may stand.
const BESIDE: usize = 3;
/// So many sentences of paragraphs open a text and tell what it is about.
const OPENING: usize = 6;

/// A value of prose.
#[derive(Debug)]
pub struct Said {
    pub span: Span,
    pub stated: Stated,
    /// What is counted or measured, or what happened then, where the words right beside it say so.
    pub head: Vec<Stem>,
    /// Senses of words near it, no other value between; two words that may be one are there as one, too.
    pub near: Vec<Stem>,
    pub tokens: Range<usize>,
    /// A word beside it makes it another moment's, a change or a bound.
    pub is_apart: bool,
    /// It is of several together.
    pub is_combined: bool,
    pub is_count: bool,
}

/// A row or field that the sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub entry: usize,
    /// Where its name stands; empty for totals and fields.
    pub tokens: Range<usize>,
}

/// Is the sentence about what the whole text is about?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// It names it.
    Named,
    /// It stands where the text opens.
    Opening,
    Other,
}

/// How a text opens.
#[derive(Debug)]
pub struct Opening {
    /// The first sentence behind it: that of the second section, or of a later paragraph.
    end: usize,
    /// The stems of the title's words.
    title: Vec<Stem>,
}

impl Opening {
    pub fn of(document: &Document) -> Opening {
        let section = document.blocks.iter().find(|b| b.kind == BlockKind::Heading && b.level > 1);
        let section = section.map_or(usize::MAX, |b| document.sentence_at(b.span.start));
        let prose = |s: &usize| document.block_of(*s).is_some_and(|b| b.kind == BlockKind::Paragraph);
        let opened = (0..document.sentences.len()).filter(prose).nth(OPENING).unwrap_or(usize::MAX);
        let title = document.meta.title.as_deref().unwrap_or_default();
        let title = title.split(['(', ':', '|', '–', '—']).next().unwrap_or_default().to_lowercase();
        let words = title.split(|c: char| !c.is_alphanumeric()).filter(|w| is_content(w));
        Opening { end: section.min(opened), title: words.map(stem).collect() }
    }

    fn is_about(&self, ledger: &Ledger, sentence: usize) -> About {
        let here = ledger.sentence_stems(sentence);
        let named = !self.title.is_empty() && self.title.iter().all(|w| here.binary_search(w).is_ok());
        match (named, sentence < self.end) {
            (true, _) => About::Named,
            (false, true) => About::Opening,
            (false, false) => About::Other,
        }
    }
}

#[derive(Debug)]
pub struct Sentence<'a> {
    pub ledger: &'a Ledger,
    pub document: usize,
    pub number: usize,
    pub about: About,
    pub values: Vec<Said>,
    pub years: Vec<i16>,
}

impl<'a> Sentence<'a> {
    /// None for what is no prose, or states no value. `claims` are those of the sentence.
    pub fn read(
        ledger: &'a Ledger,
        document: usize,
        number: usize,
        claims: Range<usize>,
        opening: &Opening,
    ) -> Option<Sentence<'a>> {
        let text = &ledger.document;
        let prose = matches!(
            text.block_of(number)?.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption | BlockKind::Quote
        );
        let about = opening.is_about(ledger, number);
        let mut sentence = Sentence { ledger, document, number, about, values: Vec::new(), years: Vec::new() };
        for claim in ledger.claims.get(claims).unwrap_or_default().iter().filter(|_| prose) {
            let Some(mention) = ledger.mention(claim).filter(|_| claim.kind != ClaimKind::List) else { continue };
            let stated = match &mention.value {
                Value::Amount(a) => {
                    // "and the Clock Tower 8,310": what stands behind a name is a number of it unless it is marked off.
                    let numbered = a.kind == AmountKind::Label && text.slice(mention.span).contains(',');
                    let kind = if numbered { AmountKind::Number } else { a.kind };
                    let figure = !matches!(kind, AmountKind::Label | AmountKind::Ordinal | AmountKind::Age);
                    let exact = matches!(a.hedge, None | Some(Hedge::About));
                    if !figure || !exact {
                        continue;
                    }
                    Stated::Amount(Amount { kind, ..(**a).clone() })
                }
                Value::Time(t) if t.kind == TimeKind::Date => {
                    if let Some(stretch) = t.stretch {
                        sentence.years.extend(stretch.start.map(|d| d.year()));
                        sentence.years.extend(stretch.end.and_then(|d| d.yesterday().ok()).map(|d| d.year()));
                    }
                    let Some(stretch) = definite(t) else { continue };
                    Stated::Time(stretch)
                }
                _ => continue,
            };
            let head = std::iter::once(&claim.subject.head).chain(&claim.subject.modifiers);
            sentence.values.push(Said {
                span: mention.span,
                stated,
                head: head.filter(|w| !w.is_empty()).map(|w| sense(w)).collect(),
                near: Vec::new(),
                tokens: text.token_at(mention.span.start)..text.token_at(mention.span.end),
                is_apart: false,
                is_combined: false,
                is_count: claim.kind == ClaimKind::Count,
            });
        }
        let fit = (1..=MOST_VALUES).contains(&sentence.values.len());
        fit.then(|| sentence.look_around())
    }

    fn look_around(mut self) -> Sentence<'a> {
        let text = &self.ledger.document;
        let whole = text.sentence_tokens(self.number);
        let places: Vec<Range<usize>> = self.values.iter().map(|v| v.tokens.clone()).collect();
        for (index, value) in self.values.iter_mut().enumerate() {
            let floor = index.checked_sub(1).and_then(|i| places.get(i)).map_or(whole.start, |p| p.end);
            let ceiling = places.get(index + 1).map_or(whole.end, |p| p.start);
            let before = value.tokens.start.saturating_sub(BEFORE).max(floor)..value.tokens.start;
            let behind = value.tokens.end..(value.tokens.end + BEHIND).min(ceiling);
            let close = value.tokens.start.saturating_sub(BESIDE).max(whole.start)..value.tokens.start;
            value.is_combined = close.clone().any(|i| TOGETHER.contains(text.word(i)));
            value.is_apart = close.into_iter().any(|i| APART.contains(text.word(i)));
            // "six of the 13 seats": the second is the whole.
            let gap: Vec<&str> = (floor..value.tokens.start).map(|i| text.word(i)).collect();
            value.is_apart |= index > 0 && matches!(gap.as_slice(), ["of"] | ["of", "the" | "its" | "their" | "all"]);
            for range in [before, behind] {
                let words: Vec<&str> = range.map(|i| text.word(i)).collect();
                value.near.extend(words.iter().map(|w| sense(w)));
                value.near.extend(words.windows(2).map(|pair| stem(&pair.concat())));
            }
        }
        // What the whole counts, the part counts, too.
        for index in 1..self.values.len() {
            let (before, rest) = self.values.split_at_mut(index);
            let (Some(part), Some(whole)) = (before.last_mut(), rest.first()) else { continue };
            let gap: Vec<&str> = (part.tokens.end..whole.tokens.start).map(|i| text.word(i)).collect();
            if gap.first() == Some(&"of") && gap.len() <= 2 && part.head.is_empty() {
                part.head.clone_from(&whole.head);
            }
        }
        self
    }

    /// All rows and fields that it may speak of.
    pub fn hits(&self, index: &Index) -> Vec<Hit> {
        let mut hits = self.named(index);
        hits.extend(self.asked(index));
        hits.extend(index.totals().map(|entry| Hit { entry, tokens: 0..0 }));
        hits
    }

    /// The rows whose whole names stand in the sentence, the longest where they overlap; the rows of its years.
    fn named(&self, index: &Index) -> Vec<Hit> {
        let text = &self.ledger.document;
        let words: Vec<(usize, Stem)> = text
            .sentence_tokens(self.number)
            .filter(|i| text.token(*i).is_some_and(|t| t.is_word() || t.is_number()))
            .map(|i| (i, stem(text.word(i))))
            .collect();
        let mut found: Vec<Hit> = Vec::new();
        for (at, (_, word)) in words.iter().enumerate() {
            for entry in index.named(*word) {
                let Some(name) = index.entries.get(entry).map(|e| &e.name) else { continue };
                let Some(offset) = name.iter().position(|w| w == word) else { continue };
                let Some(start) = at.checked_sub(offset) else { continue };
                let here = words.get(start..start + name.len()).unwrap_or_default();
                if here.len() == name.len() && here.iter().zip(name).all(|((_, a), b)| a == b) {
                    let first = here.first().map_or(0, |(i, _)| *i);
                    let last = here.last().map_or(0, |(i, _)| *i + 1);
                    found.push(Hit { entry, tokens: first..last });
                }
            }
        }
        let inside = |a: &Range<usize>, b: &Range<usize>| a != b && b.start <= a.start && a.end <= b.end;
        let outer: Vec<Range<usize>> = found.iter().map(|h| h.tokens.clone()).collect();
        found.retain(|hit| !outer.iter().any(|o| inside(&hit.tokens, o)));
        let mut years = self.years.clone();
        years.sort_unstable();
        years.dedup();
        found.extend(years.into_iter().flat_map(|y| index.of_year(y)).map(|entry| Hit { entry, tokens: 0..0 }));
        found.sort_by_key(|h| (h.entry, h.tokens.start));
        found.dedup_by_key(|h| h.entry);
        found
    }

    /// The fields that ask for a property that one of its values is of.
    fn asked(&self, index: &Index) -> Vec<Hit> {
        let mut entries: Vec<usize> = Vec::new();
        for value in &self.values {
            let senses = value.head.iter().chain(&value.near);
            entries.extend(senses.flat_map(|s| index.fields(*s)));
        }
        entries.sort_unstable();
        entries.dedup();
        entries.into_iter().map(|entry| Hit { entry, tokens: 0..0 }).collect()
    }

    pub fn text(&self) -> &'a Document {
        &self.ledger.document
    }
}
