//! Plain text as people write it: a title, headings in `= wiki =`, `# hash`,
//! underlined, numbered or bare style, bulleted and numbered items, paragraphs of
//! one line each or wrapped by an editor.

mod line;

use crate::document::left_out::left_out;
use crate::document::own::is_named_date_line;
use crate::document::reading::Builder;
use crate::document::written_date::written_date;
use crate::document::{BlockKind, Reading};
use line::{Line, bullet, heading, numbered, numbered_after_ruler, title, underline, words_in};
use std::ops::Range;

pub fn read(source: &str) -> Reading {
    let mut reading = Reading::new(source);
    if is_program(source) || source.trim_start().starts_with("{%") {
        // Not a word of it is a sentence.
        let mut at = 0;
        let lines = source.split_inclusive('\n').map(|line| {
            at += line.len();
            at - line.len()..at
        });
        reading.listing(lines.collect(), String::new());
    } else {
        read_part(&mut reading, source, 0..source.len());
    }
    reading.finish()
}

/// Is it code, or a table of fields, that somebody called a text? Most lines end as statements do, or are cut by marks. The
/// parts of a law end so too ("(b) two members of the council;"): a statement assigns, calls, or is hardly a word.
fn is_program(source: &str) -> bool {
    const LEAST: usize = 8;
    const FIELDS: usize = 3;
    const WORDS: usize = 2;
    const SAMPLE: usize = 400;
    let is_of_code = |line: &str| {
        let fields =
            line.split_once('|').is_some_and(|(a, b)| !a.is_empty() && !a.ends_with(' ') && !b.starts_with(' '));
        let states = line.ends_with(';')
            && (line.contains('=')
                || line.ends_with(");")
                || !line.starts_with('(') && line.split(' ').count() <= WORDS);
        states
            || line.ends_with(['{', '}'])
            || line.matches(':').count() > FIELDS
            || line.matches(';').count() >= FIELDS
            || fields
    };
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty()).take(SAMPLE);
    let (mut all, mut of_code) = (0_usize, 0_usize);
    for line in lines {
        all += 1;
        of_code += usize::from(is_of_code(line));
    }
    all >= LEAST && of_code * 2 > all
}

/// Reads a part of another format that is plain text.
pub fn read_part(reading: &mut Builder, source: &str, part: Range<usize>) {
    let lines = line::split(source, part);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let group = lines.get(at..).unwrap_or_default();
        let length = group.iter().take_while(|l| !l.is_blank()).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let group = group.get(..length).unwrap_or_default();
        let next = lines.get(at + length..).unwrap_or_default().iter().find(|l| !l.is_blank());
        let context = Context { first: reading.text().is_empty(), next };
        if line.width() > 0 {
            read_group(reading, group, &context);
        }
        at += length;
    }
    reading.close();
}

/// What stands around a group of lines.
struct Context<'l, 's> {
    /// Nothing was read before it.
    first: bool,
    /// The first line of the next group.
    next: Option<&'l Line<'s>>,
}

/// Lines without a blank one between them.
fn read_group(reading: &mut Builder, group: &[Line], context: &Context) {
    let wrapped = wrap_width(group);
    let mut at = 0;
    let mut previous: Option<&Line> = None;
    let mut item: Option<&Line> = None;
    while let Some(line) = group.get(at) {
        let rest = group.get(at + 1..).unwrap_or_default();
        at += 1;
        if let Some((level, inner)) = heading(line.words) {
            open(reading, BlockKind::Heading, level, line.at(inner));
            previous = None;
            continue;
        }
        // A row of marks, and right below it "8. Reefs": a part of a manual.
        if at == 1
            && underline(line.words).is_some()
            && let Some(next) = rest.first()
            && let Some((level, from)) = numbered_after_ruler(next.words)
        {
            open(reading, BlockKind::Heading, level, next.at(from..next.words.len()));
            at += 1;
            previous = None;
            continue;
        }
        if let Some(level) = rest.first().and_then(|l| underline(l.words)).filter(|_| line.width() <= 100) {
            open(reading, BlockKind::Heading, level, line.all());
            at += 1;
            previous = None;
            continue;
        }
        let alone = group.len() == 1 || (context.first && at == 1 && wrapped.is_none());
        if alone && let Some((level, from)) = bare_heading(line, rest.first().or(context.next), context.first) {
            open(reading, BlockKind::Heading, level, line.at(from..line.words.len()));
            previous = None;
            continue;
        }
        if let Some(marker) = bullet(line.words) {
            let level = 1 + (line.indent() / 2).min(8) as u8;
            open(reading, BlockKind::ListItem, level, line.at(marker..line.words.len()));
            item = Some(line);
        } else if let Some(before) = previous.filter(|p| {
            wrapped.is_some_and(|w| p.fills(w, line)) || p.runs_on(line) || item.is_some_and(|i| i.holds(line))
        }) {
            reading.decoded(" ", before.all().end..line.all().start);
            reading.verbatim(line.all());
        } else {
            open(reading, BlockKind::Paragraph, 0, line.all());
            item = None;
        }
        previous = Some(line);
    }
}

fn open(reading: &mut Builder, kind: BlockKind, level: u8, words: Range<usize>) {
    reading.open(kind, None, level);
    reading.verbatim(words);
}

/// The width at which an editor wrapped these lines, if one did: every line but the
/// last is too full for the next one's first word.
fn wrap_width(group: &[Line]) -> Option<usize> {
    let width = group.iter().map(Line::width).max()?;
    let full = group.windows(2).all(|pair| match pair {
        [line, next] => bullet(next.words).is_some() || line.fills(width, next),
        _ => true,
    });
    ((40..=120).contains(&width) && full).then_some(width)
}

/// The level of a line that stands alone without a stop and has text under it, and where its words start.
fn bare_heading(line: &Line, next: Option<&Line>, first: bool) -> Option<(u8, usize)> {
    let next = next?;
    let text_follows = next.ends_sentence() || next.width() > 80 || left_out(line.words).is_some();
    if let Some(found) = numbered(line.words) {
        return (text_follows && numbered(next.words).is_none()).then_some(found);
    }
    if !title(line.words) || bullet(line.words).is_some() {
        return None;
    }
    if !first && is_named_date_line(line.words) {
        return None;
    }
    match first {
        true => (text_follows || written_date(next.words).is_some() || next.width() > line.width()).then_some((1, 0)),
        false => (text_follows && words_in(line.words) <= 8).then_some((2, 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format, Role};

    fn document(text: &str) -> Document {
        Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec())
    }

    /// "h1 Title", "p Words.", "- item", one a block.
    fn read(text: &str) -> Vec<String> {
        let doc = document(text);
        let show = |kind, level| match kind {
            BlockKind::Heading => format!("h{level}"),
            BlockKind::ListItem => "-".repeat(level as usize),
            _ => "p".to_owned(),
        };
        doc.blocks.iter().map(|b| format!("{} {}", show(b.kind, b.level), doc.slice(b.span))).collect()
    }

    #[test]
    fn code_under_the_name_of_a_text_and_the_parts_of_a_law() {
        let code = "int sail = 3;\nint reef(int n) {\n  open();\n  call(n);\n  n = n + 1;\n  break;\n}\nclose();\n";
        assert!(is_program(code));
        let parts =
            ["the minister", "two members of the council", "the harbour master", "a pilot", "a judge", "the clerk"];
        let law = parts.map(|part| format!("({}) {part};\n", part.chars().last().unwrap_or_default())).concat();
        assert!(!is_program(&format!("The board consists of:\n{law}(h) the head of the brigade;\nIt meets in May.\n")));
        let bare = parts.map(|part| format!("{part} of Torsvik;\n")).concat();
        assert!(!is_program(&format!("{bare}{bare}")));
    }

    #[test]
    fn headings_bullets_and_a_mark_before_them() {
        let text =
            "\u{feff}== 14 signatures ==\r\nThey are: Spain,Sweden.\r\n\r\n- 2024 plot\n  - a part\n1. one\n(2) two\n";
        assert_eq!(
            read(text),
            ["h2 14 signatures", "p They are: Spain,Sweden.", "- 2024 plot", "-- a part", "- one", "- two"]
        );
        let doc = document(text);
        assert!(doc.blocks.iter().all(|b| doc.slice(b.span) == doc.source_text(doc.place(b.span))));
    }

    #[test]
    fn headings_of_text_that_was_cut_into_tokens() {
        assert_eq!(
            read(" = Rail line = \n \n It opened in 1901 . \n = = Route = = \n It is long .\n")[..3],
            ["h1 Rail line", "p It opened in 1901 .", "h2 Route"]
        );
    }

    #[test]
    fn underlined_and_numbered_headings() {
        assert_eq!(
            read("Report\n======\n\nIt rained.\n\n1. Scope\n\nAll of it.\n\n2.1 Method\n\nWe looked.\n"),
            ["h1 Report", "p It rained.", "h2 Scope", "p All of it.", "h3 Method", "p We looked."]
        );
        assert_eq!(read("Buy these.\n\n1. Bread\n\n2. Salt\n"), ["p Buy these.", "- Bread", "- Salt"]);
    }

    #[test]
    fn a_title_and_its_date() {
        let text = "Ferry toll rises to 12\n31 July 2025\n\nTwelve people died, the coast guard said.\n\nThe search\n\nIt goes on.";
        assert_eq!(
            read(text),
            [
                "h1 Ferry toll rises to 12",
                "p 31 July 2025",
                "p Twelve people died, the coast guard said.",
                "h2 The search",
                "p It goes on."
            ]
        );
        let doc = document(text);
        assert_eq!(doc.meta.title.as_deref(), Some("Ferry toll rises to 12"));
        assert_eq!(doc.meta.date.map(|d| d.to_string()).as_deref(), Some("2025-07-31"));
    }

    #[test]
    fn a_wrapped_paragraph_is_joined() {
        let text = "This line was cut by an editor that wraps at sixty or so\ncharacters. It goes on with a sentence that begins in the\nmiddle of a line.\n\nNext.";
        let joined = "p This line was cut by an editor that wraps at sixty or so characters. It goes on with a sentence that begins in the middle of a line.";
        assert_eq!(read(text), [joined, "p Next."]);
    }

    #[test]
    fn lines_that_end_early_are_not_joined() {
        let lines = ["p Alice came first.", "p Bob was second and happy about it all.", "p Carol left."];
        assert_eq!(read("Alice came first.\nBob was second and happy about it all.\nCarol left."), lines);
    }

    #[test]
    fn a_wrapped_item_is_joined() {
        let text = "- The first thing to know about the items of this list is\n  that they are long.\n- The second is short.\n";
        assert_eq!(
            read(text),
            ["- The first thing to know about the items of this list is that they are long.", "- The second is short."]
        );
    }
}
