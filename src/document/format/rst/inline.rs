//! Marks inside a paragraph of reStructuredText: literals, roles, links, emphasis, substitutions, notes.

use crate::document::Target;
use crate::document::format::joined::Joined;
use crate::document::reading::Builder;
use crate::text::{WordSet, word_set};
use std::ops::Range;

/// Roles whose words are words of the sentence; those of all others are names of code.
const OF_WORDS: WordSet = word_set! {
    "emphasis", "strong", "title", "title-reference", "t", "sub", "subscript", "sup", "superscript", "abbr", "term", "dfn", "guilabel",
    "menuselection", "doc", "download", "numref", "any", "index", "ref",
};

/// Of these, the ones that show the words of what they lead to, unless they bring their own.
const SHOW_OTHER: WordSet = word_set! { "doc", "numref", "any", "ref" };

/// What is marked is no longer than this, in bytes.
const LONGEST: usize = 2000;

/// Takes over the words of a paragraph. `refers`: a link by name may be held against the names of the document.
pub fn write(joined: &Joined, reading: &mut Builder, refers: bool) {
    part(joined, reading, 0..joined.text().len(), refers);
}

fn part(joined: &Joined, reading: &mut Builder, range: Range<usize>, refers: bool) {
    let Some(text) = joined.text().get(..range.end) else { return };
    let mut plain = range.start;
    let mut at = range.start;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let before = text.get(range.start..at).and_then(|t| t.chars().next_back());
        let opens = before.is_none_or(|c| c.is_whitespace() || "'\"([{<-/:“‘—–".contains(c));
        let found = match rest.as_bytes().first() {
            Some(b'\\') => Some(Mark {
                end: at + 1 + usize::from(rest.get(1..).is_some_and(|r| r.starts_with(' '))),
                what: What::Nothing,
            }),
            Some(b'`' | b':' | b'*' | b'|' | b'[') if opens => mark(text, at),
            Some(b'_') if opens && rest.starts_with("_`") => mark(text, at),
            Some(b'_') => tail(text, at, before),
            _ => None,
        };
        let Some(Mark { end, what }) = found else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        joined.write(reading, plain..at);
        match what {
            What::Nothing => {}
            What::Gap => joined.gap(reading, at..end),
            What::Code(words) => joined.code(reading, words),
            What::Words(words) => part(joined, reading, words, refers),
            What::Link(words, name) => {
                let from = reading.text().len();
                joined.write(reading, words.clone());
                match name {
                    Some(name) if refers => reading.refer(from, Target::Place, text.get(name).unwrap_or_default()),
                    Some(_) => {}
                    // "`the tides <https://tides.example>`_" gives its address a name.
                    None => reading.references().define(Target::Place, text.get(words).unwrap_or_default()),
                }
            }
            What::Note(label) => {
                let from = reading.text().len();
                if let Some(label) = text.get(label) {
                    reading.refer(from, Target::Note, label);
                }
            }
        }
        // What is escaped is no mark.
        let escaped = text.get(at..end) == Some("\\");
        at = end + if escaped { text.get(end..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8) } else { 0 };
        plain = end;
    }
    joined.write(reading, plain..range.end);
}

struct Mark {
    /// Behind the closing mark.
    end: usize,
    what: What,
}

enum What {
    Nothing,
    Gap,
    Code(Range<usize>),
    Words(Range<usize>),
    /// The words shown, and the name that they lead to.
    Link(Range<usize>, Option<Range<usize>>),
    Note(Range<usize>),
}

fn mark(text: &str, at: usize) -> Option<Mark> {
    let rest = text.get(at..)?;
    if rest.starts_with("``") {
        let end = at + 2 + close(text.get(at + 2..)?, "``")?;
        return Some(Mark { end: end + 2, what: What::Code(at + 2..end) });
    }
    // "_`Tides`": a place in a line that others refer to.
    if let Some(name) = rest.strip_prefix("_`") {
        let end = at + 2 + close(name, "`")?;
        return Some(Mark { end: end + 1, what: What::Link(at + 2..end, None) });
    }
    if rest.starts_with('`') {
        return interpreted(text, at, None);
    }
    if let Some(role) = role(rest) {
        let tick = at + role.len() + 2;
        return interpreted(text, tick, Some(role));
    }
    for (mark, longest) in [("**", usize::MAX), ("*", usize::MAX), ("|", 60)] {
        if !rest.starts_with(mark) {
            continue;
        }
        let from = at + mark.len();
        if text.get(from..)?.starts_with(char::is_whitespace) {
            return None;
        }
        let end = from + close(text.get(from..)?, mark).filter(|length| *length <= longest)?;
        let what = if mark == "|" { What::Gap } else { What::Words(from..end) };
        return Some(Mark { end: end + mark.len(), what });
    }
    note(text, at)
}

/// "[1]_", "[#map]_".
fn note(text: &str, at: usize) -> Option<Mark> {
    let rest = text.get(at..)?.strip_prefix('[')?;
    let length = rest.get(..rest.floor_char_boundary(40))?.find(']').filter(|length| *length > 0)?;
    let label = rest.get(..length)?;
    let end = at + length + 3;
    let whole = rest.get(length + 1..)?.starts_with('_') && !label.contains(' ');
    // "[#]_" is numbered by the program.
    let named = label.trim_start_matches('#').chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c));
    let label = at + 1 + usize::from(label.starts_with('#'))..at + 1 + length;
    let what = if named && !label.is_empty() { What::Note(label) } else { What::Nothing };
    (whole && (named || rest.starts_with('*'))).then_some(Mark { end, what })
}

/// ":role:" with a backtick behind it.
fn role(rest: &str) -> Option<&str> {
    let inside = rest.strip_prefix(':')?;
    let near = inside.get(..inside.floor_char_boundary(42))?;
    let end = near.find(":`").filter(|end| *end > 0)?;
    inside.get(..end).filter(|role| role.chars().all(|c| c.is_alphanumeric() || "-_.:+".contains(c)))
}

/// "`words`", with a role before or behind it, or the mark of a link.
fn interpreted(text: &str, tick: usize, role_before: Option<&str>) -> Option<Mark> {
    let from = tick + 1;
    let end = from + close(text.get(from..)?, "`")?;
    let words = text.get(from..end)?;
    let behind = text.get(end + 1..)?;
    let shown = |words: &str| words.find('<').filter(|_| words.ends_with('>')).map(|open| from..from + open);
    let trimmed = |range: Range<usize>| {
        let kept = text.get(range.clone()).unwrap_or_default().trim_end().len();
        range.start..range.start + kept
    };
    if let Some(role) = role_before {
        let own = shown(words).filter(|range| !range.is_empty()).map(trimmed);
        let of_words = OF_WORDS.contains(role);
        let what = match own {
            Some(own) if of_words => What::Words(own),
            Some(own) => What::Code(own),
            None if SHOW_OTHER.contains(role) => What::Gap,
            None if of_words => What::Words(from..end),
            None => What::Code(from + usize::from(words.starts_with(['~', '!']))..end),
        };
        return Some(Mark { end: end + 1, what });
    }
    if behind.starts_with('_') {
        let marks = behind.len() - behind.trim_start_matches('_').len();
        let what = match shown(words) {
            Some(own) if own.is_empty() => What::Gap,
            Some(own) => What::Link(trimmed(own), None),
            None => What::Link(from..end, Some(from..end).filter(|_| marks == 1)),
        };
        return Some(Mark { end: end + 1 + marks.min(2), what });
    }
    if let Some(role) = behind.strip_prefix(':').and_then(|r| r.split_once(':')).map(|(role, _)| role)
        && !role.is_empty()
        && role.chars().all(|c| c.is_alphanumeric() || c == '-')
    {
        let what = if OF_WORDS.contains(role) { What::Words(from..end) } else { What::Code(from..end) };
        return Some(Mark { end: end + role.len() + 3, what });
    }
    Some(Mark { end: end + 1, what: What::Words(from..end) })
}

/// "Python_" is a link: its mark is no text.
fn tail(text: &str, at: usize, before: Option<char>) -> Option<Mark> {
    let marks = text.get(at..)?.len() - text.get(at..)?.trim_start_matches('_').len();
    let behind = text.get(at + marks..)?.chars().next();
    let ends = behind.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}'\"”’—–/".contains(c));
    let near = text.floor_char_boundary(at.saturating_sub(100));
    let word = text.get(near..at)?.rsplit(char::is_whitespace).next().unwrap_or_default();
    let of_word = before.is_some_and(char::is_alphanumeric) && !word.contains(['_', '(', '$', '/']);
    (marks <= 2 && ends && of_word).then_some(Mark { end: at + marks, what: What::Nothing })
}

/// Where the closing mark stands: behind a word, and before no other.
fn close(text: &str, mark: &str) -> Option<usize> {
    let literal = mark == "``";
    let text = text.get(..text.floor_char_boundary(LONGEST))?;
    text.match_indices(mark).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|t| t.chars().next_back());
        let behind = text.get(at + mark.len()..).and_then(|t| t.chars().next());
        let is_word = behind.is_some_and(|c| c.is_alphanumeric() || mark != "`" && mark.starts_with(c));
        before.is_some_and(|c| !c.is_whitespace() && (literal || c != '\\')) && !is_word
    })
}
