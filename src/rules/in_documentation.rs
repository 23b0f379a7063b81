//! The levels of rules on pages of a program's documentation, as the judged findings set them (`docs/precision.md`).
//!
//! Such a page goes through many things of one kind: options, commands, parts, platforms, steps of several setups. Two
//! sentences of it, or of two of them, that read alike are mostly about two of these. The rules that compare sentences,
//! figures and lists were right there in fewer than 80 of a hundred judged findings, so there they give notes, unless both
//! places name one thing in code. What a declared source says is heard everywhere, and so is a level that the configuration
//! sets.

use super::{Finding, Label, Severity};
use crate::claim::{Ledger, Name, is_past_path};
use crate::document::{BlockKind, Document, Format, Role, is_licence};
use crate::lexicon::en::licences::TEXTS;
use crate::syntax::Reader;
use crate::text::{Span, WordSet, word_set};
use std::cell::OnceCell;

/// Of figures and dates: what both places name in code tells that they are about one thing.
const OF_FIGURES: &[&str] = &["count/restated", "date/conflict", "quantity/conflict"];

/// Figures whose surroundings weigh less have little in common: one page of documentation is enough to doubt
/// them, as it is for sentences and lists.
const THIN: f64 = -0.8;

/// Lists with so many members in common are one list, also there.
const ONE_LIST: f64 = 6.0;

/// Of statements, names and lists.
const OF_SENTENCES: &[&str] = &[
    "antonym/conflict",
    "attribute/conflict",
    "cause/conflict",
    "hedge/drift",
    "list/extra-member",
    "list/missing-member",
    "modality/drift",
    "name/conflict",
    "polarity/negated",
    "quantifier/conflict",
    "quote/altered",
    "roles/swapped",
];

/// What a page of a program calls what it is of, or itself.
const THEMSELVES: WordSet = word_set! {
    "package", "library", "module", "crate", "program", "tool", "command", "driver", "plugin", "extension", "role", "collection", "class",
    "function", "document", "page", "manual", "guide", "chapter", "section", "tutorial", "file", "standard", "specification", "macro",
};

/// Lowers what is loud on pages of documentation.
pub fn lower(ledgers: &[Ledger], findings: &mut [Finding]) {
    let technical: Vec<OnceCell<bool>> = ledgers.iter().map(|_| OnceCell::new()).collect();
    let is_technical = |label: &Label| {
        let known = ledgers.get(label.document).zip(technical.get(label.document));
        known.is_some_and(|(ledger, cell)| {
            ledger.document.role == Role::Peer && *cell.get_or_init(|| ledger.document.is_technical())
        })
    };
    for finding in findings.iter_mut().filter(|f| f.severity > Severity::Note) {
        // Plain text draws its lists with blanks and dashes: of counts of such lists 2 of 13 were right, of counts of
        // rows none of three.
        let is_plain = |l: &Label| ledgers.get(l.document).is_some_and(|l| l.document.format == Format::Text);
        if finding.rule == "count/list-mismatch"
            && (finding.labels.iter().all(is_plain) || over_a_table(ledgers, finding))
            && finding.labels.iter().all(is_technical)
        {
            finding.severity = Severity::Note;
            continue;
        }
        let of_figures = OF_FIGURES.contains(&finding.rule);
        if !of_figures && !OF_SENTENCES.contains(&finding.rule) {
            continue;
        }
        // Its own documents alone decide: what else a run reads changes no finding.
        let of_program = || finding.labels.iter().any(is_technical);
        if finding.labels.iter().any(|label| is_text_of_licence(ledgers, label))
            || of_figures && of_program() && (are_fragments(ledgers, finding) || are_of_a_series(ledgers, finding))
            || !of_figures && of_program() && point_at_themselves(ledgers, finding)
            || !of_figures && name_themselves(ledgers, finding)
        {
            finding.severity = Severity::Note;
            continue;
        }
        let thin = of_figures && finding.evidence.first().is_some_and(|context| context.weight < THIN);
        let one_list =
            finding.rule.starts_with("list/") && finding.evidence.first().is_some_and(|e| e.weight >= ONE_LIST);
        if one_list && (is_of_one_document(finding) || are_bullets_but_for_few(ledgers, finding)) {
            continue;
        }
        let all = finding.labels.iter().all(is_technical);
        if !(all || (thin || !of_figures) && finding.labels.iter().any(is_technical)) {
            continue;
        }
        if !of_figures || !name_one_thing(ledgers, finding) {
            finding.severity = Severity::Note;
        }
    }
}

/// "Ten fields:" over a table whose rows are not called so.
fn over_a_table(ledgers: &[Ledger], finding: &Finding) -> bool {
    let words = |label: &Label| ledgers.get(label.document).map(|l| l.document.slice_lower(label.span));
    let is_cell = |label: &Label| {
        let document = ledgers.get(label.document).map(|l| &l.document);
        let block = document.and_then(|d| d.block_of(d.sentence_at(label.span.start)));
        block.is_some_and(|b| b.kind == BlockKind::Cell)
    };
    let Some((count, rows)) = finding.labels.split_first() else { return false };
    let noun = words(count).and_then(|w| w.rsplit(' ').next()).unwrap_or_default().trim_end_matches('s');
    let called_so = rows.iter().filter_map(words).any(|row| row.contains(noun));
    rows.first().is_some_and(is_cell) && !called_so
}

/// Bullets of two pages that have nearly all in common list one thing. Values of an option, members in a sentence and steps
/// of two ways are of two parts, however much of it both have.
fn are_bullets_but_for_few(ledgers: &[Ledger], finding: &Finding) -> bool {
    /// What a member weighs that one list alone has, and how many both have for each of these.
    const ALONE: f64 = 0.3;
    const FEW: f64 = 6.0;
    let [shared, alone, ..] = &finding.evidence[..] else { return false };
    let Some(label) = finding.labels.first() else { return false };
    let Some(document) = ledgers.get(label.document).map(|l| &l.document) else { return false };
    let block = |at: u32| document.sentences.get(document.sentence_at(at)).map(|s| s.block);
    let is_numbered = document.marker(label.span).trim_start().starts_with(|c: char| c.is_ascii_digit());
    // "width: that of the hull": settings of what the page is about.
    let of_settings = |b: &&crate::document::Block| {
        let words = document.slice(b.span);
        words.split_once(':').is_some_and(|(term, rest)| !term.contains(' ') && !rest.trim().is_empty())
    };
    let first = block(label.span.start).unwrap_or(0) as usize;
    let last = block(label.span.end.saturating_sub(1)).unwrap_or(0) as usize;
    let items = document.blocks.get(first..=last).unwrap_or_default();
    let terms = items.iter().filter(of_settings).count();
    let are_settings = document.format == Format::Text && terms.saturating_mul(2) > items.len();
    block(label.span.start) != block(label.span.end.saturating_sub(1))
        && !are_settings
        && !is_numbered
        && -alone.weight / ALONE * FEW <= shared.weight
}

fn is_of_one_document(finding: &Finding) -> bool {
    finding.labels.windows(2).all(|pair| matches!(pair, [a, b] if a.document == b.document))
}

/// The text of a licence, under whatever name: it tells of nothing but itself, and another one is no other version of it.
fn is_text_of_licence(ledgers: &[Ledger], label: &Label) -> bool {
    const HEAD: usize = 300;
    const WORDS: usize = 1000;
    const LICENCE_FOLDERS: [&str; 4] = ["licenses", "licences", "license", "licence"];
    let Some(document) = ledgers.get(label.document).map(|l| &l.document).filter(|d| d.role == Role::Peer) else {
        return false;
    };
    let lower = document.path.to_lowercase();
    let in_folder = lower.rsplit(['/', '\\']).skip(1).any(|folder| LICENCE_FOLDERS.contains(&folder));
    if in_folder || is_licence(&document.path) || split(&lower).1.contains("copyright") {
        return true;
    }
    let head = document.lower.char_indices().nth(HEAD).and_then(|(at, _)| document.lower.get(..at));
    let opens = |words: &[&str]| head.zip(words.first()).is_some_and(|(head, first)| head.contains(first));
    document.tokens.len() > WORDS && TEXTS.iter().any(|(_, words)| opens(words))
}

/// Figures of two pages of a program's folder that stand in no sentence: headings, signatures, heads of tables in plain text.
/// Each is its own page's.
fn are_fragments(ledgers: &[Ledger], finding: &Finding) -> bool {
    let is_fragment = |label: &Label| {
        let Some(document) = ledgers.get(label.document).map(|l| &l.document) else { return false };
        let sentence = document.sentences.get(document.sentence_at(label.span.start));
        let block = sentence.and_then(|s| document.blocks.get(s.block as usize)).map(|b| b.kind);
        let alone = matches!(block, Some(BlockKind::Paragraph | BlockKind::Heading));
        alone && sentence.is_some_and(|s| Reader::new(document).sentence(s).verbs.is_empty())
    };
    !is_of_one_document(finding) && finding.labels.iter().take(2).all(is_fragment)
}

/// "gauge-1.txt" and "gauge-2.txt", "north/README" and "south/README": each tells of its own. A list of changes tells of once.
fn are_of_a_series(ledgers: &[Ledger], finding: &Finding) -> bool {
    let path = |label: &Label| ledgers.get(label.document).map(|l| l.document.path.as_str());
    let (Some(a), Some(b)) = (finding.labels.first().and_then(path), finding.labels.get(1).and_then(path)) else {
        return false;
    };
    let ((folder_a, a_name), (folder_b, b_name)) = (split(a), split(b));
    let bare = |name: &str| name.split(|c: char| c.is_ascii_digit()).collect::<String>();
    let numbered = folder_a == folder_b && bare(&a_name) == bare(&b_name);
    let own = folder_a != folder_b && a_name == b_name && !folder_a.is_empty() && !folder_b.is_empty();
    let of_once = finding.rule != "date/conflict" && (is_past_path(a) || is_past_path(b));
    a != b && (numbered || own || of_once)
}

/// The folder of a path, and the file's name in lower case.
fn split(path: &str) -> (&str, String) {
    let (folder, name) = path.rsplit_once(['/', '\\']).unwrap_or(("", path));
    (folder, name.to_lowercase())
}

/// "This valve is closed" on one page, "Nothing is moved by this valve" on another: each points at its own.
fn point_at_themselves(ledgers: &[Ledger], finding: &Finding) -> bool {
    let points = |label: &Label| {
        let Some(document) = ledgers.get(label.document).map(|l| &l.document) else { return false };
        let tokens = document.sentence_tokens(document.sentence_at(label.span.start));
        let first = tokens.start;
        let is_noun = |i: usize| document.token(i).is_some_and(|t| t.is_word()) && !document.word(i).ends_with('s');
        matches!(document.word(first), "this" | "these" | "it")
            || tokens.into_iter().any(|i| document.word(i) == "this" && is_noun(i + 1))
    };
    !is_of_one_document(finding) && finding.labels.len() > 1 && finding.labels.iter().all(points)
}

/// "This package moors boats" on one page, "no boat is moored by this package" on another: whatever a page is of.
fn name_themselves(ledgers: &[Ledger], finding: &Finding) -> bool {
    let named = |label: &Label| {
        let document = ledgers.get(label.document).map(|l| &l.document)?;
        let mut tokens = document.sentence_tokens(document.sentence_at(label.span.start));
        let this = tokens.find(|i| document.word(*i) == "this" && THEMSELVES.contains(document.word(i + 1)))?;
        Some(document.word(this + 1))
    };
    let places = finding.labels.first().zip(finding.labels.get(1));
    let nouns = places.and_then(|(a, b)| named(a).zip(named(b)));
    !is_of_one_document(finding) && nouns.is_some_and(|(a, b)| a == b)
}

/// Do the first two places name one thing in code?
pub fn name_one_thing(ledgers: &[Ledger], finding: &Finding) -> bool {
    let named = |label: &Label| ledgers.get(label.document).map(|l| names(&l.document, label.span));
    let [Some(first), Some(second)] = [0, 1].map(|i| finding.labels.get(i).and_then(named)) else { return false };
    first.iter().any(|name| second.contains(name))
}

/// The names that the code of the sentence gives, or else the term right above that it explains. One letter or word may
/// name many things.
fn names(document: &Document, span: Span) -> Vec<String> {
    let number = document.sentence_at(span.start);
    let sentence = document.sentences.get(number);
    let of = |span: Span| {
        let from = document.code.partition_point(|c| c.end <= span.start);
        document.code.iter().skip(from).take_while(move |c| c.start < span.end).copied()
    };
    let inside: Vec<Span> = of(sentence.map_or(span, |s| s.span)).collect();
    let block = |back: usize| document.blocks.get((sentence?.block as usize).checked_sub(back)?).map(|b| b.span);
    let whole = || block(1).into_iter().flat_map(|block| of(block).filter(move |code| *code == block));
    let opening = || block(0).into_iter().flat_map(|block| of(block).filter(move |code| code.start == block.start));
    let term = || opening().chain(whole()).collect();
    let found = if inside.is_empty() { term() } else { inside };
    let name = |code: Span| Name::of(document.source_text(document.place(code)).trim_matches(['`', ' ']));
    found.into_iter().filter_map(name).filter(Name::is_telling).map(|name| name.key).collect()
}
