//! What figures and dates are said of, where no noun beside them tells: the label of a field, the name of a row, the noun
//! that they stand with, the subject of their clause as far as two parsers agree on it. "She" is traced to the name that
//! was the subject before; a pronoun that nobody traced is no subject.
//!
//! Read for those who look at single claims; no rule asks for it, so a run does without.

mod figure;

use super::subject::Subject;
use super::{Claim, ClaimKind, Ledger, is_content};
use crate::document::{Block, BlockKind, Document};
use crate::syntax::{Reader, Syntax, Tree, Upos};
use crate::text::Span;
use crate::value::{AmountKind, NameKind, Value};
use figure::Figure;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;

/// So many sentences are read by one worker at once.
const AT_ONCE: usize = 512;
/// So many sentences back a pronoun leads.
const BACK: usize = 3;
/// A label before a colon has no more words, and the value stands no further behind it.
const LABEL: usize = 7;
const BEHIND: usize = 3;
/// A name of a row is told with no more words.
const WORDS: usize = 8;

/// By mention: what dates and quantities are said of. An empty subject takes back the one that a rule gave.
pub fn said_of(ledger: &Ledger) -> BTreeMap<usize, Subject> {
    let claims: Vec<&Claim> =
        ledger.claims.iter().filter(|c| matches!(c.kind, ClaimKind::Date | ClaimKind::Quantity)).collect();
    let sentences: Vec<&[&Claim]> = claims.chunk_by(|a, b| a.sentence == b.sentence).collect();
    sentences.par_chunks(AT_ONCE).flat_map_iter(|sentences| of_sentences(ledger, sentences)).collect()
}

fn of_sentences(ledger: &Ledger, sentences: &[&[&Claim]]) -> Vec<(usize, Subject)> {
    let mut texts = Texts { ledger, reader: Reader::new(&ledger.document), here: None, read: BTreeMap::new() };
    let mut found: Vec<(usize, Subject)> = Vec::new();
    let mut before: Option<&Claim> = None;
    for claim in sentences.iter().copied().flatten() {
        let again = before.filter(|b| is_again(ledger, b, claim));
        before = Some(claim);
        // The verb beside a date is read as its subject by rules; who does it tells a reader more.
        let wanted = claim.kind == ClaimKind::Date || claim.subject.head.is_empty();
        let (Some(mention), true) = (claim.mention, wanted) else { continue };
        let subject = match again {
            Some(first) if !first.subject.head.is_empty() => Some((*first.subject).clone()),
            Some(first) => found.last().filter(|(m, _)| Some(*m) == first.mention).map(|(_, s)| s.clone()),
            None => labelled(&ledger.document, claim).or_else(|| texts.subject(claim)).or_else(|| texts.astray(claim)),
        };
        found.extend(subject.map(|s| (mention, s)));
    }
    found
}

/// "1,812 m (5,945 ft)": the same again in another unit.
fn is_again(ledger: &Ledger, first: &Claim, second: &Claim) -> bool {
    let measured = |claim: &Claim| match ledger.mention(claim).map(|m| &m.value) {
        Some(Value::Amount(a)) => a.unit.is_some() && matches!(a.kind, AmountKind::Measure | AmountKind::Money),
        _ => false,
    };
    let between = Span { start: first.span.end, end: second.span.start };
    first.sentence == second.sentence
        && between.start < between.end
        && measured(first)
        && measured(second)
        && matches!(ledger.document.slice(between).trim(), "(" | "/" | "or" | "(or" | "|" | "[" | ";")
}

/// The words of a text as a subject, the last being its head.
fn words(document: &Document, span: Span) -> Option<Subject> {
    let tokens = document.token_at(span.start)..document.token_at(span.end);
    let words: Vec<usize> = tokens.filter(|i| document.token(*i).is_some_and(|t| t.is_word())).take(WORDS).collect();
    subject(document, &words)
}

fn subject(document: &Document, words: &[usize]) -> Option<Subject> {
    let (head, modifiers) = words.split_last()?;
    Some(Subject {
        head: document.word(*head).to_owned(),
        span: document.token(*head)?.span,
        modifiers: modifiers.iter().map(|i| document.word(*i).to_owned()).collect(),
    })
}

/// The name of its row, the label of its field, or what stands before a colon.
fn labelled(document: &Document, claim: &Claim) -> Option<Subject> {
    let block = document.block_of(claim.sentence)?;
    match block.kind {
        BlockKind::Cell => {
            let index = document.sentences.get(claim.sentence)?.block as usize;
            let seat = block.seat?;
            let in_row =
                |b: &&Block| b.seat.is_some_and(|s| s.table == seat.table && s.row == seat.row) && b.level != 0;
            let row = document.blocks.iter().take(index).rev().take_while(in_row);
            match row.last() {
                Some(name) => words(document, name.span),
                None => label(block.label.as_deref()?),
            }
        }
        BlockKind::Field => label(block.label.as_deref()?),
        _ => before_colon(document, claim),
    }
}

fn label(label: &str) -> Option<Subject> {
    let lower = label.to_lowercase();
    let mut words: Vec<String> = lower.split([' ', '_', '-']).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    words.truncate(WORDS);
    let head = words.pop()?;
    Some(Subject { head, span: Span::default(), modifiers: words })
}

/// "First crossing: 1911".
fn before_colon(document: &Document, claim: &Claim) -> Option<Subject> {
    let start = document.sentence_tokens(claim.sentence).start;
    let at = document.token_at(claim.span.start);
    let colon = (at.saturating_sub(BEHIND).max(start)..at).rev().find(|i| document.word(*i) == ":")?;
    let label: Vec<usize> = (start..colon).filter(|i| document.token(*i).is_some_and(|t| t.is_word())).collect();
    let short = label.len() <= LABEL && label.iter().any(|i| is_content(document.word(*i)));
    if short { subject(document, &label) } else { None }
}

/// The sentences of one document as far as they were read.
struct Texts<'l> {
    ledger: &'l Ledger,
    reader: Reader<'l>,
    /// The sentence at hand, with its tree where somebody asked for it.
    here: Option<(usize, Syntax<'l>, Option<Tree>)>,
    /// Those before, where a pronoun leads.
    read: BTreeMap<usize, Syntax<'l>>,
}

impl Texts<'_> {
    fn subject(&mut self, claim: &Claim) -> Option<Subject> {
        let document = &self.ledger.document;
        let sentence = document.sentences.get(claim.sentence)?;
        let start = sentence.tokens.start as usize;
        if self.here.as_ref().is_none_or(|(s, ..)| *s != claim.sentence) {
            self.here = Some((claim.sentence, self.reader.sentence(sentence), None));
        }
        let (_, syntax, tree) = self.here.as_mut()?;
        let first = document.token_at(claim.span.start).saturating_sub(start);
        let behind = document.token_at(claim.span.end).saturating_sub(start);
        let has_unit =
            matches!(self.ledger.mention(claim).map(|m| &m.value), Some(Value::Amount(a)) if a.unit.is_some());
        let is_date = claim.kind == ClaimKind::Date;
        let figure = Figure { syntax, own: first..behind.max(first + 1), is_date, is_count: !has_unit };
        if let Some(label) = figure.label() {
            let label: Vec<usize> = label.map(|i| i + start).collect();
            return subject(document, &label);
        }
        let head = match figure.at_hand() {
            Some(head) => head,
            None => {
                let reader = &mut self.reader;
                figure.by(tree.get_or_insert_with(|| reader.tree(sentence, figure.syntax)))?
            }
        };
        let own = figure.own;
        if !syntax.tags.get(head)?.is(Upos::Pron) {
            return phrase(document, start, syntax, head, &own);
        }
        let is_person = matches!(*syntax.words.get(head)?, "he" | "she");
        if is_person { self.person(claim.sentence) } else { None }
    }

    /// Nothing, where another verb stands nearer than the one that was taken for what a date dates.
    fn astray(&self, claim: &Claim) -> Option<Subject> {
        let document = &self.ledger.document;
        let start = document.sentence_tokens(claim.sentence).start;
        let verb = document
            .token_at(claim.subject.span.start)
            .checked_sub(start)
            .filter(|_| !claim.subject.head.is_empty())?;
        let at = document.token_at(claim.span.start).checked_sub(start)?;
        let (_, syntax, _) = self.here.as_ref().filter(|(s, ..)| *s == claim.sentence)?;
        let between = syntax.verbs.iter().any(|v| (v.main > verb && v.main < at) || (v.main > at && v.main < verb));
        between.then(Subject::default)
    }

    /// The person that a sentence before this one is first told of.
    fn person(&mut self, sentence: usize) -> Option<Subject> {
        let ledger = self.ledger;
        let document = &ledger.document;
        for s in (sentence.saturating_sub(BACK)..sentence).rev() {
            if !self.read.contains_key(&s) {
                let syntax = self.reader.sentence(document.sentences.get(s)?);
                self.read.insert(s, syntax);
            }
            let syntax = self.read.get(&s)?;
            let start = document.sentence_tokens(s).start;
            // What a sentence tells first is told of whom the text is about.
            let named = syntax
                .verbs
                .first()
                .and_then(|v| syntax.subject(v))
                .filter(|head| document.token(start + head).is_some_and(|t| is_person(ledger, t.span.start)));
            if let Some(head) = named {
                return phrase(document, start, syntax, head, &(0..0));
            }
        }
        None
    }
}

/// The noun phrase around a token without what only points at it.
fn phrase(document: &Document, start: usize, syntax: &Syntax<'_>, head: usize, own: &Range<usize>) -> Option<Subject> {
    let upos = |i: usize| syntax.tags.get(i).map_or(Upos::X, |t| t.upos);
    let phrase = syntax.phrase(head);
    let last = phrase.map_or(head, |p| p.head.max(head));
    let from = phrase.map_or(head, |p| p.tokens.start);
    let tells =
        |i: &usize| *i == last || matches!(upos(*i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb) && *i < last;
    let words: Vec<usize> = (from..last + 1).filter(|i| !own.contains(i)).filter(tells).map(|i| i + start).collect();
    subject(document, &words)
}

/// Is what stands at this byte a part of a person's name?
fn is_person(ledger: &Ledger, at: u32) -> bool {
    let behind = ledger.mentions.partition_point(|m| m.span.start <= at);
    let names = ledger.mentions.iter().take(behind).rev().take_while(|m| m.span.end > at);
    names.into_iter().any(|m| matches!(&m.value, Value::Name(name) if name.kind == NameKind::Person))
}
