//! What the page's template is filled with.

use super::bars::{Bar, bars};
use super::grid::{Piece, pieces};
use super::ledger::{HEADS, Row, rows};
use super::text::{Place, blocks};
use super::ticked::{self, Names};
use super::wording::{Wording, wording};
use super::{MARKS_VERSION, SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH};
use crate::claim::ClaimKind;
use crate::policy::Cause;
use crate::report::closing;
use crate::report::json::role_name;
use crate::report::spot::spot;
use crate::report::verbatim::apart;
use crate::report::visible::{head, shortened, tail, visible};
use crate::report::{Report, Silenced, State, View};
use crate::rules::{Finding, FindingVerdict, Label, LabelRole, Severity};
use crate::text::Span;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many columns of a place's words stand in the list.
const WORDS: usize = 140;
/// So many entries of a list, or rows of the ledger, are made at a time; what is beyond the first waits as text.
const CHUNK: usize = 200;
/// So many blocks of a document are laid out at a time.
const RUN: usize = 100;
/// So many documents are laid out at once; of more, each waits as text until it is chosen.
const FEW_DOCUMENTS: usize = 8;
/// The columns of a source's sentence on each side of the nearest words.
const SENTENCE: usize = 160;
/// So many bytes on each side are looked at for them.
const LOOKED_AT: u32 = 600;

#[derive(Debug, Serialize)]
pub struct Page {
    style: &'static str,
    script: &'static str,
    style_hash: &'static str,
    script_hash: &'static str,
    version: &'static str,
    closing: String,
    not_done: Vec<(&'static str, String)>,
    parts: Vec<Part>,
    levels: Vec<Counted>,
    rules: Vec<Counted>,
    findings: Vec<Item>,
    agreements: Vec<Item>,
    verbatim: Vec<Item>,
    unverified: Vec<Item>,
    silenced: Vec<Item>,
    claims: Vec<Item>,
    states: Vec<Counted>,
    marks_version: u32,
    chunk: usize,
    run_length: usize,
    documents: Vec<DocumentOut>,
    /// Are there so many that each waits until it is chosen?
    waiting: bool,
    ledger: Vec<Row>,
    ledger_heads: [&'static str; 8],
}

#[derive(Debug, Serialize)]
struct Part {
    name: &'static str,
    title: &'static str,
    count: usize,
    shown: bool,
}

#[derive(Debug, Serialize)]
struct Counted {
    name: &'static str,
    count: usize,
}

#[derive(Debug, Serialize)]
struct Spot {
    key: String,
    document: String,
    place: String,
    /// What stands around the words in their sentence, where that is told.
    before: String,
    words: String,
    after: String,
    note: String,
}

/// One entry of the list: a finding, an agreement, a claim that was compared with nothing.
#[derive(Debug, Serialize)]
struct Item {
    key: String,
    /// What a kept address names it by.
    id: String,
    /// The level as printed, its colour, and the rule or kind.
    level: &'static str,
    class: &'static str,
    name: &'static str,
    message: String,
    /// How the quotations differ that its places stand in.
    wording: Option<Wording>,
    spots: Vec<Spot>,
    help: Vec<String>,
    bars: Vec<Bar>,
    total: String,
    foot: String,
}

#[derive(Debug, Serialize)]
struct DocumentOut {
    key: String,
    path: String,
    role: &'static str,
    blocks: Vec<Piece>,
}

pub fn page(report: &Report, view: &View) -> Page {
    let mut places: Vec<Vec<Place>> = report.ledgers.iter().map(|_| Vec::new()).collect();
    let mut spots = |owner: &str, labels: &[Label], class: &'static str, rank: u8, whole: Whole| -> Vec<Spot> {
        let mut spots = Vec::with_capacity(labels.len());
        for (index, label) in labels.iter().enumerate() {
            let key = format!("{owner}-{index}");
            if let (Some(places), Some(spot)) = (places.get_mut(label.document), spot(report, label)) {
                places.push(Place { span: label.span, key: key.clone(), class, rank });
                let (before, after) = if whole.holds(label) { sentence(report, label) } else { Default::default() };
                // Of a word diff the places are named, their words once.
                let note = if label.note == format!("reads “{}”", spot.words) { "" } else { label.note.as_str() };
                spots.push(Spot {
                    key,
                    document: format!("d{}", label.document),
                    place: spot.name(),
                    before,
                    words: shortened(&spot.words, WORDS),
                    after,
                    note: visible(note),
                });
            }
        }
        spots
    };
    let mut findings = Vec::with_capacity(report.findings.len());
    let mut graver: Vec<(&Finding, &String)> = report.findings.iter().zip(&report.ids).collect();
    graver.sort_by_key(|(finding, _)| std::cmp::Reverse(finding.severity));
    for (index, (finding, id)) in graver.into_iter().enumerate() {
        let key = format!("f{index}");
        let whole = if finding.verdict == FindingVerdict::Unsupported { Whole::Sources } else { Whole::None };
        let spots = spots(&key, &finding.labels, finding.severity.name(), 2 - finding.severity as u8, whole);
        let foot = format!("{} · {id}", finding.verdict.name());
        findings.push(Item {
            wording: wording(report, &finding.labels),
            ..finding_item(finding, key, id, finding.severity.name(), spots, foot)
        });
    }
    let mut agreements = Vec::with_capacity(report.agreements.len());
    let (own, copied) = apart(report);
    let mut verbatim = Vec::with_capacity(copied.len());
    let named = own.iter().enumerate().map(|(i, a)| (format!("a{i}"), *a, false));
    let named = named.chain(copied.iter().enumerate().map(|(i, a)| (format!("v{i}"), *a, true)));
    for (key, agreement, is_copied) in named.collect::<Vec<_>>() {
        let spots = spots(&key, &agreement.labels, "agrees", 3, Whole::None);
        let list = if is_copied { &mut verbatim } else { &mut agreements };
        list.push(claim_item(key, "agrees", "agrees", agreement.kind, &agreement.message, spots, ""));
    }
    let mut unverified = Vec::with_capacity(report.unverified.len());
    for (index, claim) in report.unverified.iter().enumerate() {
        let key = format!("u{index}");
        let spots = spots(&key, &[Label::primary(claim.document, claim.span, "")], "alone", 4, Whole::None);
        unverified.push(claim_item(key, "not compared", "alone", claim.kind.name(), "", spots, claim.reason()));
    }
    let mut silenced = Vec::with_capacity(report.silenced.len());
    for (index, Silenced { finding, identity, cause }) in report.silenced.iter().enumerate() {
        let key = format!("s{index}");
        let spots = spots(&key, &finding.labels, "silenced", 5, Whole::None);
        silenced.push(Item {
            wording: wording(report, &finding.labels),
            ..finding_item(finding, key, &identity.id, "silenced", spots, because_silenced(cause))
        });
    }
    let mut claims = Vec::with_capacity(report.sheet.len());
    let mut names = Names::default();
    for (index, claim) in report.sheet.iter().enumerate() {
        let key = format!("c{index}");
        let labels = ticked::labels(claim);
        let spots = spots(&key, &labels, "claim", 6, Whole::All);
        let (state, class) = ticked::state(claim);
        let document = report.ledgers.get(claim.document).map(|l| &l.document);
        let (path, words) = document.map_or(("", ""), |d| (d.path.as_str(), d.slice(claim.span)));
        let id = names.name(path, claim, words);
        let wording = if claim.kind == ClaimKind::Quote.name() { wording(report, &labels) } else { None };
        claims.push(Item { id, wording, ..claim_item(key, state, class, claim.kind, &claim.note, spots, "") });
    }
    let ledger = rows(report, &mut places);
    let documents = report.ledgers.iter().zip(&mut places).enumerate().map(|(index, (ledger, places))| DocumentOut {
        key: format!("d{index}"),
        path: visible(&ledger.document.path),
        role: role_name(ledger.document.role),
        blocks: pieces(&ledger.document, blocks(&ledger.document, places)),
    });
    let part = |name, title, count, shown| Part { name, title, count, shown };
    Page {
        style: STYLE,
        script: SCRIPT,
        style_hash: STYLE_HASH,
        script_hash: SCRIPT_HASH,
        version: env!("CARGO_PKG_VERSION"),
        closing: format!("{}: {}", closing::documents(report), closing::found(report)),
        not_done: report.not_done().map(|(how, sentence)| (how, visible(sentence))).collect(),
        parts: [
            part("findings", "findings", findings.len(), view.findings),
            part("claims", "claims of the draft", claims.len(), view.claims),
            part("agreements", "agreements", agreements.len(), view.agreements),
            part("verbatim", "word for word", verbatim.len(), view.verbatim),
            part("unverified", "not compared", unverified.len(), view.unverified),
            part("silenced", "silenced", silenced.len(), false),
            part("ledger", "ledger", ledger.len(), true),
        ]
        .into_iter()
        .filter(|part| !["verbatim", "claims"].contains(&part.name) || part.count > 0)
        .collect(),
        levels: [Severity::Error, Severity::Warning, Severity::Note]
            .map(|level| Counted { name: level.name(), count: report.count(level) })
            .into(),
        rules: counted_rules(report),
        findings,
        agreements,
        verbatim,
        unverified,
        silenced,
        states: counted_states(report),
        claims,
        marks_version: MARKS_VERSION,
        chunk: CHUNK,
        run_length: RUN,
        documents: documents.collect(),
        waiting: report.ledgers.len() > FEW_DOCUMENTS,
        ledger,
        ledger_heads: HEADS,
    }
}

/// Which places of an entry are told with the sentence that they stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whole {
    None,
    /// What stands elsewhere: of a claim that no source carries, what comes nearest to it.
    Sources,
    All,
}

impl Whole {
    fn holds(self, label: &Label) -> bool {
        self == Whole::All || self == Whole::Sources && label.role == LabelRole::Related
    }
}

/// What stands before the words in their sentence, and behind them.
fn sentence(report: &Report, label: &Label) -> (String, String) {
    let Some(document) = report.ledgers.get(label.document).map(|l| &l.document) else { return Default::default() };
    let Some(sentence) = document.sentences.get(document.sentence_at(label.span.start)) else {
        return Default::default();
    };
    // A sentence may be as long as its document.
    let near = |offset: u32| document.text.floor_char_boundary(offset as usize) as u32;
    let from = near(label.span.start.saturating_sub(LOOKED_AT)).max(sentence.span.start).min(label.span.start);
    let to = near(label.span.end.saturating_add(LOOKED_AT)).min(sentence.span.end).max(label.span.end);
    let before = document.printed(Span { start: from, end: label.span.start });
    let after = document.printed(Span { start: label.span.end, end: to });
    let (from, to) = (tail(&before, SENTENCE), head(&after, SENTENCE));
    let cut = |part: &str, whole: &str| if part.len() < whole.len() { "…" } else { "" };
    (format!("{}{}", cut(from, &before), visible(from)), format!("{}{}", visible(to), cut(to, &after)))
}

fn finding_item(finding: &Finding, key: String, id: &str, level: &'static str, spots: Vec<Spot>, foot: String) -> Item {
    Item {
        key,
        id: id.to_owned(),
        level,
        class: level,
        name: finding.rule,
        message: visible(&finding.message),
        wording: None,
        spots,
        help: finding.help.iter().map(|help| visible(&help.words)).collect(),
        bars: bars(&finding.evidence),
        total: format!("{:+.2}", finding.evidence.iter().map(|a| a.weight).sum::<f64>()),
        foot,
    }
}

fn claim_item(
    key: String,
    level: &'static str,
    class: &'static str,
    name: &'static str,
    message: &str,
    spots: Vec<Spot>,
    foot: &str,
) -> Item {
    Item {
        id: key.clone(),
        key,
        level,
        class,
        name,
        message: visible(message),
        wording: None,
        spots,
        help: Vec::new(),
        bars: Vec::new(),
        total: String::new(),
        foot: foot.to_owned(),
    }
}

fn because_silenced(cause: &Cause) -> String {
    match cause {
        Cause::Off => "its rule is off here".to_owned(),
        Cause::Comment { reason } => format!("a comment says: {}", visible(reason)),
        Cause::Baseline => "accepted in the baseline".to_owned(),
        Cause::Unchanged => "none of its places changed".to_owned(),
    }
}

fn counted_rules(report: &Report) -> Vec<Counted> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry(finding.rule).or_default() += 1;
    }
    counts.into_iter().map(|(name, count)| Counted { name, count }).collect()
}

fn counted_states(report: &Report) -> Vec<Counted> {
    let mut counts: BTreeMap<State, usize> = BTreeMap::new();
    for claim in &report.sheet {
        *counts.entry(claim.state).or_default() += 1;
    }
    counts.into_iter().map(|(state, count)| Counted { name: state.name(), count }).collect()
}
