//! # version/drift
//!
//! ## What it reports
//! A version of a program that a document gives otherwise than its manifest: the README says "harbour-kit 0.6.0", the
//! manifest's field `version` says 0.7.1.
//!
//! ## Why
//! A release changes the manifest; the lines of the documentation that repeat it are changed by hand, or not.
//!
//! ## Example
//! > (README) The current version is 0.6.0. (package.json) "version": "0.7.1"
//!
//! The README is behind.
//!
//! ## What it leaves alone
//! Changelogs, histories and other parts that tell of the past; versions that are needed, older, other programs' or
//! examples; "0.7" where the manifest says 0.7.1; documents without a manifest beside them.
//!
//! ## How to silence
//! Correct the document, or name the version in one place only.
//! Where it is meant: `allow version/drift`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{Ledger, is_past_path, past_blocks};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::versions::{CURRENT, OTHER_VERSION};
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Value, Version};

pub const RULE: Rule = Rule {
    id: "version/drift",
    severity: Severity::Error,
    summary: "a document gives another version than the manifest",
    source: include_str!("version_drift.rs"),
    yields_to: &[],
    check,
};

/// How many tokens a line "Version: 0.6.0" may have.
const SHORT: usize = 6;
/// How many tokens before its version a program's name may start.
const NAME_REACH: usize = 3;

/// What a manifest says.
struct Manifest<'a> {
    document: usize,
    name: &'a str,
    span: Span,
    version: &'a Version,
}

fn check(context: &Context, outcome: &mut Outcome) {
    drifts(context, outcome, |a, b| context.comparable(a, b));
}

/// A manifest's program may be named in a document that tells of something else.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    drifts(context, outcome, |a, b| !context.comparable(a, b));
}

fn drifts(context: &Context, outcome: &mut Outcome, meet: impl Fn(usize, usize) -> bool) {
    let manifests: Vec<Manifest> = context.ledgers.iter().enumerate().filter_map(|(i, l)| manifest(i, l)).collect();
    if manifests.is_empty() {
        return;
    }
    for (index, ledger) in context.ledgers.iter().enumerate() {
        if manifests.iter().any(|m| m.document == index) || is_past_path(&ledger.document.path) {
            continue;
        }
        let history = past_blocks(&ledger.document);
        for (mention, version) in ledger.mentions.iter().filter_map(version) {
            let block = ledger.document.sentences.get(ledger.document.sentence_at(mention.span.start)).map(|s| s.block);
            if block.is_none_or(|b| history.get(b as usize) != Some(&false)) {
                continue;
            }
            let Some(manifest) = spoken_of(&ledger.document, mention.span, &manifests) else { continue };
            if meet(index, manifest.document)
                && !version.suffixed
                && !manifest.version.suffixed
                && !version.covers(manifest.version)
            {
                outcome.findings.extend(report(context, index, mention.span, manifest));
            }
        }
    }
}

fn version(mention: &Mention) -> Option<(&Mention, &Version)> {
    match &mention.value {
        Value::Version(version) => Some((mention, version)),
        _ => None,
    }
}

/// The fields `name` and `version` of a file of fields.
fn manifest(document: usize, ledger: &Ledger) -> Option<Manifest<'_>> {
    let field = |label: &str| {
        let is_field = |b: &&crate::document::Block| b.kind == BlockKind::Field && b.label.as_deref() == Some(label);
        ledger.document.blocks.iter().find(is_field).map(|b| b.span)
    };
    let (name, span) = (field("name")?, field("version")?);
    let at = ledger.mentions.partition_point(|m| m.span.start < span.start);
    let (mention, version) = ledger.mentions.get(at).and_then(version)?;
    (mention.span == span).then(|| Manifest { document, name: ledger.document.slice_lower(name), span, version })
}

/// The manifest of the program whose present version stands at `span`.
fn spoken_of<'m, 'a>(document: &Document, span: Span, manifests: &'m [Manifest<'a>]) -> Option<&'m Manifest<'a>> {
    let tokens = document.sentence_tokens(document.sentence_at(span.start));
    let (first, next) = (document.token_at(span.start), document.token_at(span.end));
    if tokens.clone().any(|i| OTHER_VERSION.contains(document.word(i))) {
        return None;
    }
    let named = manifests.iter().find(|m| names(document, tokens.start, first, m.name));
    if named.is_some() {
        return named;
    }
    // "The current version is 0.6.0", "Version: 0.6.0": of the only program there is.
    let says_version = || tokens.clone().any(|i| document.word(i) == "version" && i < first);
    let current = tokens.clone().any(|i| CURRENT.contains(document.word(i)));
    let heading = document.block_of(document.sentence_at(span.start)).is_some_and(|b| b.kind == BlockKind::Heading);
    let short = tokens.len() <= SHORT
        && next + 1 >= tokens.end
        && (!heading || (tokens.start..first).any(|i| document.word(i) == ":"));
    let lower_case = (tokens.start + 1..first).all(|i| document.token(i).is_none_or(|t| !t.capital));
    let own = says_version() && (current || short) && lower_case;
    match manifests {
        [only] if own => Some(only),
        _ => None,
    }
}

/// Does the program's name end right before the version, but for "version", "v", "@" and the like?
fn names(document: &Document, start: usize, first: usize, name: &str) -> bool {
    let skipped =
        |i: usize| matches!(document.word(i), "version" | "@" | "(" | ":" | "," | "is" | "at" | "-" | "==" | "=");
    let mut end = first;
    while end > start && first - end < NAME_REACH && skipped(end - 1) {
        end -= 1;
    }
    let until = end.checked_sub(1).and_then(|i| document.token(i)).filter(|_| end > start).map_or(0, |t| t.span.end);
    let words = document.lower.get(..until as usize).unwrap_or_default();
    let before = words.strip_suffix(name).filter(|_| !name.is_empty());
    before.is_some_and(|b| !b.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '@')))
}

fn report(context: &Context, index: usize, span: Span, manifest: &Manifest) -> Option<Finding> {
    let (document, pinned) = (context.document(index)?, context.document(manifest.document)?);
    let (here, there) = (document.slice(span), pinned.slice(manifest.span));
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, format!("“{here}” here, “{there}” in {}", pinned.path))
            .turned(format!("“{there}” here, “{here}” in {}", document.path))
            .label(Label::primary(index, span, format!("says {here}")))
            .label(Label::related(manifest.document, manifest.span, "the manifest's version"))
            .help_here(format!("if {} is right, say {there} here", pinned.path))
            .help("if an older version is meant, say since when or up to when"),
    )
}
