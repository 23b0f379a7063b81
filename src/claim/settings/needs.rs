//! The least version of another program: "PHP 5.3 or greater", "Redmine >= 2.1.0", "Node.js 18+".

use super::given::Given;
use super::name::Name;
use super::{Aspect, Form, PARTS, Setting};
use crate::document::{BlockKind, Document, Format, Token};
use crate::lexicon::en::settings::{ELSEWHERE, NEEDING, ONCE, REQUIREMENTS, UPWARDS};
use crate::value::Version;

/// No number of a version is larger.
const LARGEST: u32 = 999;
/// A sentence of so few tokens says nothing but what is needed.
const SHORT: usize = 8;

pub fn needs(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    for block in &document.blocks {
        let label = block.label.as_deref().filter(|_| document.format == Format::Manifest);
        let Some(name) = label.and_then(|l| l.strip_prefix("needs ")).and_then(program) else { continue };
        // ">=18" and "^3.9" alone; "^18 || >=20" leaves a choice.
        let mut figures = (document.token_at(block.span.start)..document.token_at(block.span.end))
            .filter_map(|i| document.token(i).filter(|t| t.is_number()));
        let (Some(figure), None) = (figures.next(), figures.next()) else { continue };
        let Some(numbers) = version(document.slice(figure.span)) else { continue };
        let given = Given::Version(Version { numbers, suffixed: false });
        let (aspect, form, entry) = (Aspect::Least, Form::Entry, block.span.start);
        found.push(Setting { name, named: block.span, aspect, given, span: block.span, form, sheet: PARTS, entry });
    }
    for (number, sentence) in document.sentences.iter().enumerate() {
        let block = sentence.block as usize;
        let prose =
            document.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem));
        let tokens = document.sentence_tokens(number);
        if !prose || !tokens.clone().any(|at| document.token(at).is_some_and(|t| t.is_number())) {
            continue;
        }
        let elsewhere = |at: usize| {
            ONCE.contains(document.word(at)) || ELSEWHERE.contains(document.word(at)) && document.word(at) != "version"
        };
        // "On Kit 3.11 or later, use the new gauge": where it is so, and not what is needed.
        let condition = matches!(document.word(tokens.start), "on" | "with" | "for" | "in" | "under");
        let elsewhere = |at: usize| condition || elsewhere(at);
        if is_past(block) || tokens.clone().any(elsewhere) || !is_of_the_whole(document, number) {
            continue;
        }
        for at in tokens.clone() {
            let Some(token) = document.token(at).filter(|t| t.is_number()) else { continue };
            let Some(numbers) = version(document.slice(token.span)) else { continue };
            let upwards = matches!(document.word(at + 1), "or" | "and") && UPWARDS.contains(document.word(at + 2))
                || document.word(at + 1) == "+" && document.joined(at + 1);
            let Some((end, signed)) = before(document, at, tokens.start) else { continue };
            let Some((name, named)) = name(document, end, tokens.start).filter(|_| upwards || signed) else { continue };
            if is_of_a_purpose(document, named, at) {
                continue;
            }
            let given = Given::Version(Version { numbers, suffixed: false });
            let (aspect, form, entry) = (Aspect::Least, Form::Sentence, named.start);
            found.push(Setting { name, named, aspect, given, span: token.span, form, sheet: PARTS, entry });
        }
    }
}

/// "Kit 3.8+ (to draw the charts)", "reads two files at once (on Kit 3.11 and later)": needed for that and not for all.
fn is_of_a_purpose(document: &Document, named: crate::text::Span, figure: usize) -> bool {
    /// So many tokens behind the figure: "+", "or later".
    const REACH: usize = 4;
    let first = document.token_at(named.start);
    let before = |back: usize| first.checked_sub(back).map_or("", |i| document.word(i));
    let condition = before(2) == "(" && matches!(before(1), "on" | "with" | "for" | "in" | "under");
    let purpose = (figure + 1..figure + REACH).any(|i| document.word(i) == "(" && document.word(i + 1) == "to");
    condition || purpose
}

/// Is what the sentence needs needed for the whole program? It is an item of little else, stands under a heading of
/// requirements, or says in the README what is needed.
fn is_of_the_whole(document: &Document, sentence: usize) -> bool {
    let tokens = document.sentence_tokens(sentence);
    let Some(found) = document.sentences.get(sentence) else { return false };
    let above = document.blocks.get(..found.block as usize).unwrap_or_default();
    let heading = above.iter().rev().find(|b| b.kind == BlockKind::Heading).map(|b| document.slice_lower(b.span));
    let mut words = heading.unwrap_or_default().split(|c: char| !c.is_alphanumeric());
    let name = document.path.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
    let needs = || tokens.clone().any(|i| NEEDING.contains(document.word(i)));
    // "Using `Gauge` requires Rust 1.80": a part of the program does, unless it is the program itself.
    let subject = tokens.clone().take_while(|i| !NEEDING.contains(document.word(*i))).filter_map(|i| document.token(i));
    // "Gauge 6.2.0 supports Rust 3.9+": that version does.
    // "Gauge 6 needs", "Gauge 6.x needs", "Versions 2 to 5 need".
    let of_name = |t: &Token| {
        let before = document.token_at(t.span.start).checked_sub(1).filter(|i| *i >= tokens.start);
        before.is_some_and(|i| {
            document.token(i).is_some_and(|t| t.is_word() && t.capital)
                || matches!(document.word(i), "version" | "versions")
        })
    };
    let is_version = |t: &Token| {
        let words = document.slice(t.span);
        words.starts_with(|c: char| c.is_ascii_digit()) && (t.is_number() && words.contains('.') || of_name(t))
    };
    let of_a_version = needs() && subject.clone().any(is_version);
    let is_title = |span| document.meta.title.as_deref().is_some_and(|t| t.eq_ignore_ascii_case(document.slice(span)));
    let is_code = |span| document.code.iter().any(|code| code.contains(span));
    // "* Needs Rust 1.80 or newer": what the mark stands at does.
    if document.slice(found.span).starts_with(['¹', '²', '³', '*', '†', '‡']) {
        return false;
    }
    let of_a_part = needs() && subject.map(|t| t.span).any(|span| is_code(span) && !is_title(span));
    if of_a_part || of_a_version {
        return false;
    }
    tokens.len() <= SHORT || words.any(|w| REQUIREMENTS.contains(w)) || name.starts_with("readme") && needs()
}

fn version(printed: &str) -> Option<Vec<u32>> {
    let parts: Option<Vec<u32>> = printed.split('.').map(|p| p.parse().ok().filter(|n| *n <= LARGEST)).collect();
    parts.filter(|p| p.len() <= 3)
}

/// The last token before "version", "v" and ">=", and whether a sign says that it is the least.
fn before(document: &Document, at: usize, start: usize) -> Option<(usize, bool)> {
    let mut signed = false;
    let mut end = at;
    while end > start {
        match document.word(end - 1) {
            ">" | "≥" => signed = true,
            "=" | "version" | "v" | "(" => {}
            _ => return Some((end - 1, signed)),
        }
        end -= 1;
    }
    None
}

/// The name with a capital that ends at a token, with the parts that it touches: "Node.js".
fn name(document: &Document, end: usize, start: usize) -> Option<(Name, crate::text::Span)> {
    let last = document.token(end).filter(|t| t.is_word())?;
    let mut first = end;
    while first >= start + 2
        && document.joined(first)
        && document.joined(first - 1)
        && matches!(document.word(first - 1), "." | "-")
    {
        first -= 2;
    }
    let opening = document.token(first).filter(|t| t.is_word() && t.capital)?;
    let span = opening.span.cover(last.span);
    Some((program(document.slice(span))?, span))
}

/// "Node.js" is "node".
fn program(name: &str) -> Option<Name> {
    let name = Name::of(name)?;
    let key = name.key.strip_suffix("_js").map(str::to_owned);
    Some(Name { key: key.unwrap_or_else(|| name.key.clone()), ..name })
}
