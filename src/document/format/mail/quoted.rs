//! What of a plain mail are its own words: not what it quotes of the one it answers, the line that says who wrote that,
//! the head of one it forwards, or a signature.

use std::ops::Range;

/// How many lines above a quotation may say whose it is.
const ATTRIBUTION: usize = 3;

/// What programs of mail begin the answered mail with, below the answer in HTML.
const ANSWERED_BELOW: [&str; 4] =
    ["<div class=\"gmail_quote", "<div id=\"divRplyFwdMsg\"", "<div id=\"appendonsend\"", "<div id=\"yahoo_quoted"];

/// How far behind its beginning a mail that is passed on is called that, in bytes.
const SOON: usize = 300;

/// The page at `place` without the mail that it answers. One that it passes on stays.
pub fn own_page(text: &str, place: Range<usize>) -> Range<usize> {
    let page = text.get(place.clone()).unwrap_or_default();
    let answered = ANSWERED_BELOW.iter().filter_map(|mark| page.find(mark)).min();
    let below = answered.and_then(|at| page.get(at..)).unwrap_or_default();
    let head = below.get(..below.floor_char_boundary(SOON)).unwrap_or_default();
    if head.contains("Forwarded message") { place } else { place.start..place.end - below.len() }
}

/// The own words of the text at `place`, in order.
pub fn own_words(text: &str, place: Range<usize>) -> Vec<Range<usize>> {
    let lines = lines(text, place);
    let mut kept: Vec<Range<usize>> = Vec::new();
    let mut in_head = false;
    for (index, (words, range)) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map_or("", |(words, _)| words);
        if *words == "--" || is_answered(words, next) {
            break;
        }
        if words.starts_with('>') {
            drop_attribution(text, &mut kept);
            continue;
        }
        if is_forwarded(words) {
            in_head = true;
            continue;
        }
        in_head &= !words.is_empty();
        if !in_head {
            kept.push(range.clone());
        }
    }
    joined(kept)
}

/// Each line without the blanks around it, and all of it as a place.
fn lines(text: &str, place: Range<usize>) -> Vec<(&str, Range<usize>)> {
    let mut at = place.start;
    let lines = text.get(place).unwrap_or_default().split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (line.trim(), start..at)
    });
    lines.collect()
}

/// The head of an answered mail, as Outlook puts it above the whole of that.
fn is_answered(words: &str, next: &str) -> bool {
    let below = ["Sent:", "Date:"].iter().any(|name| next.trim_start_matches('*').starts_with(name));
    words.starts_with("-----Original Message") || words.trim_start_matches('*').starts_with("From:") && below
}

fn is_forwarded(words: &str) -> bool {
    let inside = words.trim_matches('-').trim();
    words.starts_with("---") && inside.len() < words.len() && inside.eq_ignore_ascii_case("forwarded message")
}

/// Takes back "On 3 March 2025 at 10:04, Ann Berg <ann@example.org> wrote:" above a quotation.
fn drop_attribution(text: &str, kept: &mut Vec<Range<usize>>) {
    let words = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().trim();
    let blank = kept.iter().rev().take(ATTRIBUTION).take_while(|line| words(line).is_empty()).count();
    let filled = kept.len() - blank;
    if !kept.get(filled.wrapping_sub(1)).is_some_and(|line| words(line).ends_with("wrote:")) {
        return;
    }
    let begins = |line: &Range<usize>| words(line).starts_with("On ") || words(line).contains('@');
    let above = kept.get(filled.saturating_sub(ATTRIBUTION)..filled).unwrap_or_default();
    let first = above.iter().position(begins).unwrap_or(above.len().saturating_sub(1));
    kept.truncate(filled.saturating_sub(above.len() - first));
}

/// Lines that follow each other as one.
fn joined(lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for line in lines {
        match joined.last_mut() {
            Some(last) if last.end == line.start => last.end = line.end,
            _ => joined.push(line),
        }
    }
    joined
}
