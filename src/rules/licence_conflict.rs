//! # licence/conflict
//!
//! ## What it reports
//! A README, or the manifest of a package, that names another licence than the file of the licence beside it, or than each
//! other. A README whose badge names one licence and whose text another.
//!
//! ## Why
//! Whoever may use the program decides by the line in the README. If it was changed and the file was not, nobody knows what
//! holds.
//!
//! ## Example
//! > (README.md) netloft is released under the MIT License.
//! >
//! > (LICENSE) Apache License, Version 2.0
//!
//! ## What it leaves alone
//! Licences of parts, fonts, pictures and dependencies; a choice of two; folders with two files of licences; what a licence
//! once was.
//!
//! ## How to silence
//! Name one licence in all places, or say what each is for.
//! Where it is meant: `allow licence/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{is_past_path, past_blocks};
use crate::document::{BlockKind, Document, is_licence};
use crate::lexicon::en::licences::{NAMES, OTHERS, TEXTS};
use crate::text::Span;

pub const RULE: Rule = Rule {
    id: "licence/conflict",
    severity: Severity::Error,
    summary: "a document names another licence than the file of the licence",
    source: include_str!("licence_conflict.rs"),
    yields_to: &[],
    check,
};

/// The longest text of a licence, in bytes, with room.
const LONGEST: usize = 60_000;

/// What says which parts there are stands in so many letters at the top.
const HEAD: usize = 600;

/// Before its own words a licence speaks of licences so often at the most: in its name, and in the name of its file.
const OPENING: usize = 3;

/// "version 3 or later", "v2 or newer", "or any later version".
const LATER: [&str; 5] = ["later", "newer", "greater", "above", "any"];

/// What names a licence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Text,
    Manifest,
    Readme,
}

#[derive(Debug)]
struct Named {
    document: usize,
    folder: String,
    kind: Kind,
    licence: &'static str,
    span: Span,
    /// A picture's words.
    is_badge: bool,
}

fn check(context: &Context, outcome: &mut Outcome) {
    conflicts(context, outcome, |a, b| context.comparable(a, b));
}

/// A licence and a README have no words in common.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    conflicts(context, outcome, |a, b| a != b && !context.comparable(a, b));
}

fn conflicts(context: &Context, outcome: &mut Outcome, meet: impl Fn(usize, usize) -> bool) {
    let documents = context.ledgers.iter().map(|l| &l.document).enumerate();
    let named: Vec<Named> = documents.flat_map(|(index, document)| named(index, document)).collect();
    let folders = context.ledgers.iter().filter(|l| is_licence(&l.document.path)).map(|l| folder(&l.document.path));
    let folders: Vec<&str> = folders.collect();
    // Several files, known or not, are of several parts.
    let texts = |folder: &str| folders.iter().filter(|f| **f == folder).count();
    // "This is under A. We use some code of theirs, which is under B": the first is the program's.
    let says_both = |first: &Named, second: &Named| {
        second.kind == Kind::Readme && named.iter().any(|n| n.document == second.document && n.licence == first.licence)
    };
    for (badge, words) in by_badge(&named).filter(|(badge, _)| meet(badge.document, badge.document)) {
        let message = format!("the badge says {}, the text {}", badge.licence, words.licence);
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .at(Severity::Warning)
                .label(Label::primary(badge.document, badge.span, format!("names {}", badge.licence)))
                .label(Label::related(words.document, words.span, format!("names {}", words.licence)))
                .help(format!("if the text is right, let the badge say {}", words.licence))
                .help("if both hold, say what each is for"),
        );
    }
    for first in named.iter().filter(|n| n.kind != Kind::Readme) {
        for second in named.iter().filter(|n| n.kind > first.kind && n.folder == first.folder) {
            // The LGPL adds to the text of the GPL, and comes with it.
            let is_lesser = first.licence == "GPL-3.0" && second.licence == "LGPL";
            let settled =
                is_lesser || first.licence == second.licence || says_both(first, second) || texts(&first.folder) > 1;
            if settled || !meet(first.document, second.document) {
                continue;
            }
            let (Some(settled), Some(other)) = (context.document(first.document), context.document(second.document))
            else {
                continue;
            };
            let (here, there) = (other.slice(second.span), first.licence);
            outcome.report(
                Finding::new(
                    &RULE,
                    FindingVerdict::Conflict,
                    format!("“{here}” here, but {} is {there}", settled.path),
                )
                .label(Label::primary(second.document, second.span, format!("names {}", second.licence)))
                .label(Label::related(first.document, first.span, there))
                .help_here(format!("if {} is right, name {there} here", settled.path))
                .help("if both hold, say what each is for"),
            );
        }
    }
}

/// The badge of a README and its text, where these two name a licence and neither a file nor a manifest does.
fn by_badge(named: &[Named]) -> impl Iterator<Item = (&Named, &Named)> {
    let alone = |n: &Named| named.iter().all(|o| o.kind == Kind::Readme || o.folder != n.folder);
    named.chunk_by(|a, b| a.document == b.document).filter_map(move |own| match own {
        [a, b] if a.is_badge != b.is_badge && alone(a) => Some(if a.is_badge { (a, b) } else { (b, a) }),
        _ => None,
    })
}

fn folder(path: &str) -> &str {
    path.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder)
}

/// What a document names, once a licence.
fn named(index: usize, document: &Document) -> Vec<Named> {
    let name = document.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let folder = folder(&document.path);
    let stem = name.split(['.', '-']).next().unwrap_or_default().to_ascii_lowercase();
    let of = |kind, licence, span: Span| {
        let at = document.block_of(document.sentence_at(span.start));
        let is_badge = at.is_some_and(|b| b.kind == BlockKind::Caption);
        Named { document: index, folder: folder.to_owned(), kind, licence, span, is_badge }
    };
    if is_licence(&document.path) {
        // Longer than any licence: it goes through those of all parts.
        if document.bytes.len() > LONGEST {
            return Vec::new();
        }
        let text = String::from_utf8_lossy(&document.bytes).to_lowercase();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.contains("dual licens") || text.contains("dual-licens") {
            return Vec::new();
        }
        let fits = |(_, words): &&(&str, &[&str])| words.iter().all(|w| text.contains(w));
        let span = document.blocks.first().map(|b| b.span);
        // A text may speak of other licences further down, or of parts before it quotes one.
        let opens = |words: &[&str]| {
            let at = words.first().and_then(|w| text.find(w)).unwrap_or_default();
            text.get(..at).is_some_and(|before| before.matches("licens").count() <= OPENING)
        };
        let first = |(_, words): &&(&str, &[&str])| words.first().and_then(|w| text.find(w)).unwrap_or(usize::MAX);
        // "This consists of parts under A and under B", with both texts: neither is that of all.
        let head = text.char_indices().nth(HEAD).and_then(|(at, _)| text.get(..at)).unwrap_or(&text);
        let in_head = |licence: &str| names(head, true).any(|(named, ..)| named == licence);
        let another = |of: &str| TEXTS.iter().filter(fits).any(|(other, _)| *other != of && in_head(other));
        return TEXTS
            .iter()
            .filter(fits)
            .min_by_key(first)
            .filter(|(licence, words)| opens(words) && !another(licence))
            .zip(span)
            .map(|((licence, _), span)| of(Kind::Text, *licence, span))
            .into_iter()
            .collect();
    }
    let field = |b: &&crate::document::Block| b.kind == BlockKind::Field && b.label.as_deref() == Some("license");
    if let Some(block) = document.blocks.iter().find(field) {
        let words = document.slice_lower(block.span);
        let licence = NAMES.iter().find(|(name, _)| words == *name).map(|(_, licence)| *licence);
        return licence.map(|licence| of(Kind::Manifest, licence, block.span)).into_iter().collect();
    }
    if stem != "readme" || is_past_path(&document.path) {
        return Vec::new();
    }
    told(document).into_iter().map(|(licence, span)| of(Kind::Readme, licence, span)).collect()
}

/// The licences that sentences of a README name: with the word beside, or in the section that it heads.
fn told(document: &Document) -> Vec<(&'static str, Span)> {
    let past = past_blocks(document);
    let mut section = false;
    let mut found: Vec<(&'static str, Span)> = Vec::new();
    // A list of licences goes through those of parts, or of dependencies.
    let names_one = |b: &&crate::document::Block| {
        b.kind == BlockKind::ListItem && names(document.slice_lower(b.span), true).next().is_some()
    };
    let is_list = document.blocks.iter().filter(names_one).count() > 1;
    let mut block = usize::MAX;
    for (number, sentence) in document.sentences.iter().enumerate() {
        let words = document.slice_lower(sentence.span);
        let speaks = words.contains("licens") || words.contains("licenc");
        let kind = document.blocks.get(sentence.block as usize).map(|b| b.kind);
        if kind == Some(BlockKind::Heading) && block != sentence.block as usize {
            section = speaks;
        }
        block = sentence.block as usize;
        // "GPL-3.0 or later" leaves no choice.
        let later = |i: usize| {
            let next = if document.word(i + 1) == "-" { i + 2 } else { i + 1 };
            document.word(i) == "or" && LATER.contains(&document.word(next))
        };
        let others = document.sentence_tokens(number).any(|i| OTHERS.contains(document.word(i)) && !later(i));
        let in_list = is_list && kind == Some(BlockKind::ListItem);
        if in_list
            || kind == Some(BlockKind::Heading)
            || !(speaks || section)
            || others
            || past.get(block) == Some(&true)
        {
            continue;
        }
        let mut names = names(words, speaks);
        // A sentence that names two says what each is for, or leaves the choice.
        if let (Some((licence, from, to)), None) = (names.next(), names.next())
            && !is_of_one_file(document, sentence.span)
        {
            let start = sentence.span.start as usize;
            found.push((licence, Span::new(start + from, start + to)));
        }
    }
    found.dedup_by_key(|(licence, _)| *licence);
    found
}

/// "`gears/cog.rs` is under …": of one file, not of the whole.
fn is_of_one_file(document: &Document, sentence: Span) -> bool {
    // What opens a paragraph in code may be the name that the rest is kept under: the line as it stands tells.
    const BEFORE: usize = 200;
    let place = document.place(sentence);
    let first = place.start.saturating_sub(BEFORE);
    let before = document.bytes.get(first..place.start).unwrap_or_default();
    let from = before.iter().rposition(|b| *b == b'\n').map_or(first, |at| first.saturating_add(at).saturating_add(1));
    let line = String::from_utf8_lossy(document.bytes.get(from..place.end).unwrap_or_default()).to_lowercase();
    let line = line.trim_end_matches('.').rsplit(". ").next().unwrap_or_default();
    let mut names = line.split_whitespace().map(|w| w.trim_matches(['`', '"', '(', ')', ',', '.']));
    names.any(|name| {
        let end = name.rsplit_once('.').map_or("", |(_, end)| end);
        let has_folder = name.contains('/') && !name.contains("://");
        has_folder && (2..=4).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphabetic())
    })
}

/// The licences named in words, and where; short names only beside the word itself.
fn names(words: &str, speaks: bool) -> impl Iterator<Item = (&'static str, usize, usize)> {
    let mut found: Vec<(&'static str, usize, usize)> = Vec::new();
    for (name, licence) in
        NAMES.iter().filter(|(name, _)| speaks || name.len() > 3 || words.trim_end_matches('.') == *name)
    {
        let at = words.match_indices(name).find(|(at, name)| {
            let before = words.get(..*at).and_then(|b| b.chars().next_back());
            let after = words.get(at + name.len()..).and_then(|a| a.chars().next());
            let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
            apart(before) && apart(after)
        });
        found.extend(at.map(|(at, name)| (*licence, at, at + name.len())));
    }
    found.sort_by_key(|(licence, from, to)| (*licence, std::cmp::Reverse(to - from)));
    found.dedup_by_key(|(licence, _, _)| *licence);
    found.into_iter()
}
