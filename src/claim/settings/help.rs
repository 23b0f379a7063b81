//! The text of `--help`, in a block of code or a file of its own: a line for each option, its default in brackets.

use super::given::Given;
use super::name::Name;
use super::{Aspect, Form, Setting};
use crate::document::{BlockKind, Document, Fence};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Numbers of sheets that are listings.
pub const LISTINGS: u32 = 1 << 28;

/// One line may be the end of a command.
const LISTED: usize = 2;

/// "  -t, --max-turns INTEGER": the flag is the group.
static OPTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t]*(?:-\w,? +)?(--[a-zA-Z][\w-]+)(?:[ =]<?\[?[\w.|-]+\]?>?)?(?:[ \t]*$|[ \t]{2,})").ok()
});

/// "[default: 30]", "(default 30)", "(default: "x")"
static DEFAULT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?i)[\[(]defaults?(?: (?:is|to))?[:= ]\s*([^\])]{1,48}?)\s*[\])]"#).ok());

pub fn listings(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    for (number, fence) in document.fences.iter().enumerate().filter(|(_, f)| !is_past(f.after)) {
        let sheet = LISTINGS.saturating_add(number as u32);
        options(document.slice(fence.span), fence.span.start, sheet, found);
    }
    // In plain text each line of help is a block.
    for (index, block) in document.blocks.iter().enumerate() {
        let words = document.slice(block.span);
        let is_line = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) && words.starts_with('-');
        if is_line && !is_past(index) {
            options(words, block.span.start, LISTINGS.saturating_sub(1), found);
        }
    }
}

/// The flags that a block of code has a line of help for; a command over several lines is none.
pub fn flags(document: &Document, fence: &Fence) -> Vec<(Name, Span)> {
    let (code, base) = (document.slice(fence.span), fence.span.start as usize);
    let Some(option) = OPTION.as_ref().filter(|_| !code.lines().any(|line| line.trim_end().ends_with('\\'))) else {
        return Vec::new();
    };
    let named = option
        .captures_iter(code)
        .filter_map(|c| c.get(1))
        .filter_map(|flag| Some((Name::of(flag.as_str())?, Span::new(base + flag.start(), base + flag.end()))));
    let found: Vec<_> = named.collect();
    if found.len() < LISTED { Vec::new() } else { found }
}

fn options(text: &str, base: u32, sheet: u32, found: &mut Vec<Setting>) {
    let (Some(option), Some(default)) = (OPTION.as_ref(), DEFAULT.as_ref()) else { return };
    let flags: Vec<_> = option.captures_iter(text).filter_map(|c| c.get(1)).collect();
    let ends = flags.iter().skip(1).map(regex::Match::start).chain([text.len()]);
    for (flag, end) in flags.iter().zip(ends) {
        let Some(name) = Name::of(flag.as_str()) else { continue };
        let rest = text.get(flag.end()..end).unwrap_or_default();
        let Some(value) = default.captures(rest).and_then(|c| c.get(1)) else { continue };
        let Some(given) = Given::of(value.as_str()) else { continue };
        let place = |from: usize, to: usize| Span::new(base as usize + from, base as usize + to);
        let span = place(flag.end() + value.start(), flag.end() + value.end());
        let named = place(flag.start(), flag.end());
        found.push(Setting {
            name,
            named,
            aspect: Aspect::Default,
            given,
            span,
            form: Form::Entry,
            sheet,
            entry: named.start,
        });
    }
}
