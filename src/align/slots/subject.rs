//! Who has or does what a figure tells: the subject of its clause, "he" and "she" traced to the name that was the subject
//! before.

#![allow(clippy::arithmetic_side_effects, reason = "places within one document")]

use crate::claim::{Ledger, Stem, stem};
use crate::syntax::{Syntax, Upos, lemma};
use crate::value::{NameKind, Value};

/// So many verbs back may have the subject: "Moe took the oar, turned the boat and left with 12".
const VERBS: usize = 8;
/// "He" is looked for in so many sentences before.
const BACK: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The last word of a name.
    Name(Stem),
    Noun(Stem),
}

impl Subject {
    pub fn name(self) -> Option<Stem> {
        if let Subject::Name(stem) = self { Some(stem) } else { None }
    }

    pub fn noun(self) -> Option<Stem> {
        if let Subject::Noun(stem) = self { Some(stem) } else { None }
    }
}

/// The subject of the clause around token `at` of a sentence; `read` reads another sentence of the document.
pub fn subject<'d, 's>(
    ledger: &'d Ledger,
    sentence: usize,
    at: usize,
    read: impl Fn(usize) -> Option<&'s Syntax<'d>>,
) -> Option<Subject>
where
    'd: 's,
{
    let document = &ledger.document;
    let syntax = read(sentence)?;
    let head = before(syntax, at)?;
    // "Five people were hurt": the figure is in its own subject.
    if syntax.phrase(head).is_some_and(|p| p.tokens.contains(&at)) {
        return None;
    }
    match syntax.tags.get(head)?.upos {
        Upos::Pron if matches!(*syntax.words.get(head)?, "he" | "she") => {
            let block = |s: usize| document.sentences.get(s).map(|s| s.block);
            let back = (sentence.saturating_sub(BACK)..sentence).rev().take_while(|s| block(*s) == block(sentence));
            let is_person = |s: usize, token: usize| {
                let at = document.sentence_tokens(s).start + token;
                document.token(at).is_some_and(|t| is_person(ledger, t.span.start))
            };
            let named: Vec<(usize, &Syntax)> = back.filter_map(|s| Some((s, read(s)?))).collect();
            // "Lund was asked, but Ada Moe had gone. She": a person before whatever else has a name.
            let person = named.iter().find_map(|(s, syntax)| first(syntax, |token| is_person(*s, token)));
            person.or_else(|| named.iter().find_map(|(_, syntax)| first(syntax, |_| true)))
        }
        _ => told(syntax, head),
    }
}

fn told(syntax: &Syntax, head: usize) -> Option<Subject> {
    let (word, tag) = (syntax.words.get(head)?, *syntax.tags.get(head)?);
    match tag.upos {
        Upos::Propn => Some(Subject::Name(stem(word))),
        Upos::Noun => Some(Subject::Noun(stem(&lemma(word, tag)))),
        _ => None,
    }
}

/// The head of the subject of the nearest verb before `at` that has one of its own, else of the first verb behind.
fn before(syntax: &Syntax, at: usize) -> Option<usize> {
    let behind = syntax.verbs.partition_point(|v| v.tokens.start < at);
    let before = syntax.verbs.iter().take(behind).rev().take(VERBS);
    before.chain(syntax.verbs.get(behind)).find_map(|v| syntax.subject(v))
}

/// The first name that is a subject, of those that may be.
fn first(syntax: &Syntax, may: impl Fn(usize) -> bool) -> Option<Subject> {
    let subjects = syntax.verbs.iter().filter_map(|v| syntax.subject(v)).filter(|head| may(*head));
    subjects.filter_map(|head| told(syntax, head)).find(|s| matches!(s, Subject::Name(_)))
}

/// Is what stands at this byte a part of a person's name?
fn is_person(ledger: &Ledger, at: u32) -> bool {
    let behind = ledger.mentions.partition_point(|m| m.span.start <= at);
    let names = ledger.mentions.iter().take(behind).rev().take_while(|m| m.span.end > at);
    names.into_iter().any(|m| matches!(&m.value, Value::Name(name) if name.kind == NameKind::Person))
}
