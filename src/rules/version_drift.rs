//! # version/drift
//!
//! ## What it reports
//! A version of a program that a document gives otherwise than its manifest: the README says "harbour-kit 0.6.0", the
//! manifest's field `version` says 0.7.1. A command or address in a block of code that fetches another version than the
//! one that the text calls the latest. And two documents that need different least versions of one other program, or that
//! give one sentence with two versions ("Since Kit 4.2", "Since Kit 4.0").
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
//! Changelogs, histories and other parts that tell of the past; what is needed under a condition; versions that are needed, older, other programs' or
//! examples; "0.7" where the manifest says 0.7.1; documents without a manifest beside them.
//!
//! ## How to silence
//! Correct the document, or name the version in one place only.
//! Where it is meant: `allow version/drift`.

use super::in_documentation::name_one_thing;
use super::places::{self, apart, gathered};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::settings;
use crate::claim::{Aspect, Ledger, is_of_the_whole, is_past_path, past_blocks};
use crate::compare::Verdict;
use crate::document::{BlockKind, Document, Format};
use crate::lexicon::en::versions::{CURRENT, OTHER_VERSION};
use crate::mention::Mention;
use crate::text::{Span, WordSet};
use crate::value::{Value, Version};
use regex::Regex;

pub const RULE: Rule = Rule {
    id: "version/drift",
    severity: Severity::Warning,
    summary: "a document gives another version than the manifest, the text or another document",
    source: include_str!("version_drift.rs"),
    yields_to: &[],
    check,
};

/// How many tokens a line "Version: 0.6.0" may have.
const SHORT: usize = 6;
/// What a remark says over code for those who have not what is out.
const OLDER: [&str; 6] = ["earlier", "older", "before", "below", "old", "legacy"];
/// How many tokens before its version a program's name may start.
const NAME_REACH: usize = 3;

/// What a manifest says.
struct Manifest<'a> {
    document: usize,
    /// In lower case.
    name: String,
    span: Span,
    version: &'a Version,
    /// It is no sentence that calls it the latest.
    of_manifest: bool,
}

fn check(context: &Context, outcome: &mut Outcome) {
    drifts(context, outcome, |a, b| context.comparable(a, b));
    needs(context, outcome, |a, b| context.comparable(a, b));
    fetched(context, outcome, |a, b| context.comparable(a, b));
    for group in apart(context, outcome, |apart| apart.is_of_versions()) {
        outcome.findings.extend(places::report(&RULE, &group, "").map(|f| likely(context, f)));
    }
}

/// Two sentences that read alike mostly give the versions of two parts, unless both name one thing in code.
fn likely(context: &Context, finding: Finding) -> Finding {
    if name_one_thing(context.ledgers, &finding) { finding } else { finding.at(Severity::Note) }
}

/// A manifest's program may be named in a document that tells of something else.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    let beyond = |a: usize, b: usize| a != b && !context.comparable(a, b);
    drifts(context, outcome, beyond);
    needs(context, outcome, beyond);
    fetched(context, outcome, beyond);
    for group in gathered(context, outcome, context.alignment.counterparts.iter(), |apart| apart.is_of_versions()) {
        outcome.findings.extend(places::report(&RULE, &group, "").map(|f| likely(context, f)));
    }
}

/// Two documents that need different least versions of one program.
fn needs(context: &Context, outcome: &mut Outcome, meet: impl Fn(usize, usize) -> bool) {
    for pair in settings(context.ledgers, meet).iter().filter(|p| p.verdict == Verdict::Conflict) {
        let (Some(a), Some(b)) = (pair.a.of(context.ledgers), pair.b.of(context.ledgers)) else { continue };
        let (Some(here), Some(there)) = (context.document(pair.a.document), context.document(pair.b.document)) else {
            continue;
        };
        // Each package has needs of its own, as its manifest says.
        if [here, there].iter().all(|document| document.format == Format::Manifest) {
            continue;
        }
        // One need that changed in many places is told once a place.
        if a.aspect != Aspect::Least || outcome.has_told(pair.a.document, a.span) {
            continue;
        }
        // In a manifest the field is its own name.
        let name = if a.named == a.span { there.slice(b.named) } else { here.slice(a.named) };
        let (mine, theirs) = (here.slice(a.span), there.slice(b.span));
        outcome.report(
            Finding::new(
                &RULE,
                FindingVerdict::Conflict,
                format!("{name} {mine} is needed here, {theirs} in {}", there.path),
            )
            .at(Severity::Warning)
            .turned(format!("{name} {theirs} is needed here, {mine} in {}", here.path))
            .label(Label::primary(pair.a.document, a.span, format!("the least version of {name}")))
            .label(Label::related(pair.b.document, b.span, format!("the least version of {name}")))
            .evidence([pair.why.clone()])
            .help_here(format!("if {} is right, say {theirs} here", there.path))
            .help("if both hold, say for what each is needed"),
        );
    }
}

/// Blocks of code that fetch another version than the one that is out.
fn fetched(context: &Context, outcome: &mut Outcome, meet: impl Fn(usize, usize) -> bool) {
    let mut programs: Vec<Manifest> = context.ledgers.iter().enumerate().filter_map(|(i, l)| manifest(i, l)).collect();
    let mut stated: Vec<Manifest> = Vec::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        stated.extend(latest(index, ledger).filter(|own| programs.iter().all(|p| p.name != own.name)));
    }
    programs.extend(stated);
    for program in programs.iter().filter(|p| !p.version.suffixed) {
        let patterns = patterns(&program.name);
        for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| meet(*i, program.document)) {
            // The pages of a program lie beside its manifest or below it; those of another show whatever they like.
            let own = context.document(program.document).is_some_and(|d| is_below(&ledger.document.path, &d.path));
            // A page on one matter shows the version that it was written with.
            let shows = program.of_manifest && !is_of_the_whole(&ledger.document.path);
            if is_past_path(&ledger.document.path) || !own || shows {
                continue;
            }
            let past = past_blocks(&ledger.document);
            for fence in ledger.document.fences.iter().filter(|f| past.get(f.after) != Some(&true)) {
                let places = fetches(&ledger.document, fence.span, &patterns);
                let other = places.into_iter().filter(|(_, version)| !version.covers(program.version));
                outcome.findings.extend(stale(
                    context,
                    index,
                    &other.map(|(span, _)| span).collect::<Vec<_>>(),
                    program,
                ));
            }
        }
    }
}

/// Does a file lie in the folder of another, or below it?
fn is_below(path: &str, other: &str) -> bool {
    let folder = other.rfind('/').and_then(|at| other.get(..=at)).unwrap_or_default();
    path.starts_with(folder)
}

/// "The latest version is 2.2.1", of the program that the title names.
fn latest(index: usize, ledger: &Ledger) -> Option<Manifest<'_>> {
    let document = &ledger.document;
    let title = document.meta.title.as_deref().filter(|t| !t.contains(char::is_whitespace) && t.len() > 2)?;
    let past = past_blocks(document);
    let found = ledger.mentions.iter().filter_map(version).find(|(mention, _)| {
        let number = document.sentence_at(mention.span.start);
        let tokens = document.sentence_tokens(number);
        let says = |set: &WordSet| tokens.clone().any(|i| set.contains(document.word(i)));
        let block = document.sentences.get(number).map(|s| s.block as usize);
        let version = tokens.clone().any(|i| document.word(i) == "version");
        version && says(&CURRENT) && !says(&OTHER_VERSION) && block.is_some_and(|b| past.get(b) == Some(&false))
    });
    found.map(|(mention, version)| Manifest {
        document: index,
        name: title.to_lowercase(),
        span: mention.span,
        version,
        of_manifest: false,
    })
}

/// How code names the version of a program that it fetches: in a package's name or in an address.
fn patterns(name: &str) -> Vec<Regex> {
    let name = regex::escape(name);
    let package = format!(r"(?:^|[^\w-]){name}(?:==|[@:=_/-])v?(\d+(?:\.\d+)+)");
    let address = format!(r"(?m)://\S*(?:download|releases|archive|tags?)\S*/v?(\d+(?:\.\d+)+)/\S*{name}");
    [package, address].iter().filter_map(|p| Regex::new(p).ok()).collect()
}

/// The versions that a block of code fetches, by the patterns of one program.
fn fetches(document: &Document, fence: Span, patterns: &[Regex]) -> Vec<(Span, Version)> {
    let code = document.slice_lower(fence);
    let mut found = Vec::new();
    for pattern in patterns {
        for place in pattern.captures_iter(code).filter_map(|c| c.get(1)) {
            let numbers: Option<Vec<u32>> = place.as_str().split('.').map(|n| n.parse().ok()).collect();
            let Some(numbers) = numbers.filter(|n| n.len() <= 3) else { continue };
            // "# For Kit 2.3 or earlier"
            let above =
                code.get(..place.start()).map(|before| before.trim_end_matches(|c| c != '\n')).unwrap_or_default();
            let remark = above.trim_end().lines().next_back().unwrap_or_default().trim_start();
            let is_remark = remark.starts_with('#') || remark.starts_with("//");
            if is_remark && remark.split(|c: char| !c.is_alphanumeric()).any(|word| OLDER.contains(&word)) {
                continue;
            }
            // "# put the version in that you want"
            let line = code.get(place.end()..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            if line.split_once('#').is_some_and(|(_, remark)| remark.contains("version")) {
                continue;
            }
            let start = fence.start as usize;
            found.push((Span::new(start + place.start(), start + place.end()), Version { numbers, suffixed: false }));
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found.dedup_by_key(|(span, _)| *span);
    found
}

fn stale(context: &Context, index: usize, places: &[Span], program: &Manifest) -> Option<Finding> {
    let (first, rest) = places.split_first()?;
    let (document, stated) = (context.document(index)?, context.document(program.document)?);
    let (here, there) = (document.slice(*first), stated.slice(program.span));
    Some(
        Finding::new(
            &RULE,
            FindingVerdict::Conflict,
            format!("the code fetches {here}, but {there} is the version that is out"),
        )
        .at(Severity::Warning)
        .label(Label::primary(index, *first, format!("fetches {here}")))
        .labels(rest.iter().map(|span| Label::related(index, *span, "and here")))
        .label(Label::related(program.document, program.span, "the version that is out"))
        .help_here(format!("fetch {there} here"))
        .help("if an older version is meant, say so"),
    )
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
            if is_beside_others(ledger, mention.span, &manifest.name) {
                continue;
            }
            // The manifest of one part in a folder of its own says nothing of pages in the folder of another.
            let path = ledger.document.path.as_str();
            let own =
                !path.contains('/') || context.document(manifest.document).is_some_and(|d| is_below(path, &d.path));
            if meet(index, manifest.document)
                && own
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
    (mention.span == span).then(|| Manifest {
        document,
        name: ledger.document.slice_lower(name).to_owned(),
        span,
        version,
        of_manifest: true,
    })
}

/// The manifest of the program whose present version stands at `span`.
fn spoken_of<'m, 'a>(document: &Document, span: Span, manifests: &'m [Manifest<'a>]) -> Option<&'m Manifest<'a>> {
    let tokens = document.sentence_tokens(document.sentence_at(span.start));
    let (first, next) = (document.token_at(span.start), document.token_at(span.end));
    let as_of = |i: usize| document.word(i) == "as" && document.word(i + 1) == "of";
    if tokens.clone().any(|i| OTHER_VERSION.contains(document.word(i)) || as_of(i)) {
        return None;
    }
    let named = manifests.iter().find(|m| names(document, tokens.start, first, &m.name));
    let current = tokens.clone().any(|i| CURRENT.contains(document.word(i)));
    // A page on one matter speaks of the version that it was written for.
    if named.is_some() && (current || is_of_the_whole(&document.path)) {
        return named;
    }
    // "The current version is 0.6.0", "Version: 0.6.0": of the only program there is.
    let says_version = || tokens.clone().any(|i| document.word(i) == "version" && i < first);
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

/// "Measured with kit 1.2 and loft 0.9": which versions went together once.
fn is_beside_others(ledger: &Ledger, span: Span, name: &str) -> bool {
    let document = &ledger.document;
    let sentence = document.sentence_at(span.start);
    let tokens = document.sentence_tokens(sentence);
    let from = ledger.mentions.partition_point(|m| document.sentence_at(m.span.start) < sentence);
    let inside = ledger.mentions.iter().skip(from).take_while(|m| document.sentence_at(m.span.start) == sentence);
    let mut others = inside.filter_map(version).filter(|(mention, _)| mention.span != span);
    others.any(|(mention, _)| {
        let first = document.token_at(mention.span.start);
        let before = first.checked_sub(1).filter(|i| *i >= tokens.start);
        let of_a_name = before.and_then(|i| document.token(i)).is_some_and(|t| t.is_word());
        of_a_name && !names(document, tokens.start, first, name)
    })
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
