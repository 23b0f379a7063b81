//! What a document says of itself: its datelines, time stamps, date lines and the heads of
//! comments under it. They date the document and are told apart from what it tells of.
//!
//! A stamp is what the grammar in `stamp` reads, where nothing but a name stands beside it on
//! its line, or where it opens (or stands between two sentences of) the first paragraphs and a
//! new sentence follows without a mark, as copied pages have it.

use super::dateline::dateline;
use super::stamp::{self, Label, Stamp};
use super::written_date::written_date;
use super::{Block, BlockKind};
use crate::text::{Span, WordSet, word_set};
use jiff::civil::Date;
use std::ops::Range;

/// How many blocks at the head of a document may hold its date, and how many bytes.
const HEAD: usize = 6;
const HEAD_BYTES: usize = 700;

/// The longest line of a stamp, in bytes.
const LONGEST: usize = 140;

/// The same of one whose first word says that it is one.
const LONGEST_LED: usize = 90;

/// How many words may name the place, paper or writer before the date.
const NAME_WORDS: usize = 6;

#[derive(Debug, Default)]
pub struct Own {
    /// The day that the document gives itself.
    pub date: Option<Date>,
    /// What is about the document, in order.
    pub spans: Vec<Span>,
}

/// A piece of a block that is about the document.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    range: Range<usize>,
    date: Option<Date>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It can be nothing else: a label, an hour beside the day, a dateline.
    Sure,
    /// A day alone, or with the name of a place, paper or writer: several of them are a list of what happened when.
    Day,
    /// The text's, whatever it says: it does not date it.
    Undated,
}

pub fn own(text: &str, blocks: &[Block]) -> Own {
    let mut pieces: Vec<(usize, Piece)> = Vec::new();
    let mut days: Vec<Option<Date>> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let words = text.get(block.span.range()).unwrap_or_default();
        let is_head = index < HEAD && (block.span.start as usize) < HEAD_BYTES;
        let found = of_block(block, words, is_head);
        let days_alone = found.iter().filter(|p| p.kind == Kind::Day && block.kind != BlockKind::Heading);
        days.extend(days_alone.map(|p| p.date));
        if !is_head && block.kind == BlockKind::Paragraph {
            days.extend(opening_day(words));
        }
        pieces.extend(found.into_iter().filter(|p| is_head || p.kind != Kind::Day).map(|piece| (index, piece)));
    }
    days.sort_unstable();
    days.dedup();
    let is_chronicle = days.len() > 1;
    pieces.retain(|(_, piece)| piece.kind != Kind::Day || !is_chronicle);
    let dates = |(index, piece): &(usize, Piece)| piece.date.filter(|_| *index < HEAD && piece.kind != Kind::Undated);
    let spans = pieces.iter().filter_map(|(index, piece)| {
        let from = blocks.get(*index)?.span.start as usize;
        Some(Span::new(from + piece.range.start, from + piece.range.end))
    });
    Own { spans: spans.collect(), date: pieces.iter().find_map(dates) }
}

/// "The Island Times, Thursday 31 July 2025": a line that dates the text and says by whom or where.
pub fn is_named_date_line(words: &str) -> bool {
    line(words).is_some_and(|line| line.is_named && line.stamp.has_year)
}

/// The day in a file's name: `2024-05-12-ferry.md`.
pub fn in_file_name(path: &str) -> Option<Date> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let starts = name.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && !name.get(..*at).is_some_and(|before| before.ends_with(char::is_alphanumeric))
    });
    let mut dates = starts.filter_map(|(at, _)| {
        let words = name.get(at..)?;
        let day = words.get(..10)?.replace('_', "-");
        let ends = !words.get(10..)?.starts_with(|c: char| c.is_ascii_digit());
        day.parse::<Date>().ok().filter(|_| ends)
    });
    let first = dates.next()?;
    dates.all(|other| other == first).then_some(first)
}

/// The day that a paragraph opens with.
fn opening_day(words: &str) -> Option<Option<Date>> {
    let stamp = Some(0).filter(|at| stamp::may_begin(words, *at)).and_then(|at| stamp::read(words, at))?;
    let alone = stamp.has_year && !stamp.has_clock && stamp.label == Label::None;
    (alone && (stamp.range.end == words.len() || is_apart(words, 0, &stamp))).then_some(stamp.date)
}

fn of_block(block: &Block, words: &str, is_head: bool) -> Vec<Piece> {
    match block.kind {
        BlockKind::Field => of_field(block, words, is_head).into_iter().collect(),
        BlockKind::Cell => Vec::new(),
        BlockKind::ListItem | BlockKind::Quote => line(words).and_then(|line| whole(line, false)).into_iter().collect(),
        // "Battle of Kinsdale, 3 May 1825" is a title.
        BlockKind::Heading | BlockKind::Caption => {
            line(words).filter(|line| !line.is_named).and_then(|line| whole(line, is_head)).into_iter().collect()
        }
        BlockKind::Paragraph => {
            let opening = dateline(words);
            if opening > 0 {
                let date = words.get(..opening).and_then(written_date);
                return vec![Piece { range: 0..opening, date, kind: Kind::Sure }];
            }
            let may_be_one = is_head || words.len() <= LONGEST;
            match may_be_one.then(|| whole(line(words)?, is_head)).flatten() {
                Some(piece) => vec![piece],
                None if is_head => run_in(words),
                None => Vec::new(),
            }
        }
    }
}

/// "Published" of a page's head. A film is released, and a battle has a date.
fn of_field(block: &Block, words: &str, is_head: bool) -> Option<Piece> {
    let kind = match stamp::says_of_the_text(block.label.as_deref().unwrap_or_default()) {
        Label::Surely => Kind::Sure,
        Label::Maybe if is_head => return Some(Piece { range: 0..0, date: written_date(words), kind: Kind::Sure }),
        _ => return None,
    };
    let stamp = stamp::read(words, 0)?;
    Some(Piece { range: 0..words.len(), date: stamp.date, kind })
}

/// A line that holds a stamp and, at the most, a name before it.
struct Line {
    stamp: Stamp,
    is_named: bool,
    /// The stamp is a sentence, and the text goes on behind it.
    goes_on: bool,
    /// Behind the last mark that belongs to it.
    end: usize,
}

fn line(words: &str) -> Option<Line> {
    if !stamp::may_stand_in(words) {
        return None;
    }
    let first = words.get(..words.floor_char_boundary(LONGEST))?;
    let mut starts = word_starts(first).take(NAME_WORDS * 2).filter(|at| may_start(first, *at));
    starts.find_map(|at| line_from(words, at))
}

fn line_from(words: &str, at: usize) -> Option<Line> {
    let stamp = stamp::read(words, at)?;
    let before = words.get(..at)?.trim_end();
    let rest = words.get(stamp.range.end..)?;
    let marks = rest.len() - rest.trim_start_matches(closes).len();
    let end = stamp.range.end + marks;
    let behind = words.get(end..)?;
    let goes_on = !behind.is_empty();
    let is_sentence = rest.starts_with(". ") && behind.starts_with(|c: char| !c.is_lowercase());
    if goes_on && !is_sentence && !is_bracket(behind) || end > LONGEST && !goes_on {
        return None;
    }
    if before.is_empty() {
        return Some(Line { stamp, is_named: false, goes_on, end });
    }
    // "By our own correspondent, Torsby, 3 May 2025", "Updated by the desk on 3 May"; no sentence is one.
    let said = stamp::says_of_the_text(before.split_whitespace().next().unwrap_or_default());
    if said != Label::None && !goes_on && !rest.starts_with('.') && words.len() <= LONGEST_LED && !before.contains(':')
    {
        let stamp = Stamp { label: said.max(stamp.label), ..stamp };
        return Some(Line { stamp, is_named: false, goes_on, end });
    }
    let is_name = is_name(before) && (stamp.has_year || stamp.label == Label::Surely);
    is_name.then_some(Line { stamp, is_named: true, goes_on, end })
}

/// "(Reuters)" behind the date.
fn is_bracket(words: &str) -> bool {
    words.starts_with('(') && words.ends_with(')') && words.len() < 30
}

/// A place, paper or writer: capitalised words that end in a mark, or a by-line.
fn is_name(words: &str) -> bool {
    let says = ["says:", "said:", "wrote:", "writes:", "says", "wrote", "said"];
    let spoken = says.iter().find_map(|end| words.strip_suffix(end));
    let by_line = words.strip_prefix("By ").or_else(|| words.strip_prefix("by "));
    let marked = words.ends_with([',', '–', '—', '|', '-', '•', '·']);
    let inner = spoken.or(by_line).unwrap_or(words);
    let parts = || inner.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|w| !w.is_empty());
    let capitals =
        parts().all(|w| w.starts_with(|c: char| c.is_uppercase()) || matches!(w, "of" | "de" | "the" | "and"));
    let count = parts().count();
    (marked || by_line.is_some() || spoken.is_some())
        && capitals
        && (1..=NAME_WORDS).contains(&count)
        && !inner.contains([':', '(', '"', '“', ';'])
        && !inner.starts_with(|c: char| c.is_ascii_digit())
        && !parts().next().is_some_and(|first| first != "The" && LEADS.contains(first.to_ascii_lowercase().as_str()))
}

/// A block that is a stamp and nothing else.
fn whole(line: Line, is_head: bool) -> Option<Piece> {
    let Line { stamp, is_named, goes_on, end } = line;
    let clocked = stamp.has_day && stamp.has_clock;
    let kind = match stamp.label {
        _ if goes_on && !is_head => return None,
        Label::Surely => Kind::Sure,
        Label::Maybe if is_head && stamp.has_day => Kind::Sure,
        _ if clocked && stamp.has_year => Kind::Sure,
        _ if is_head && stamp.has_year => Kind::Day,
        // "8:24 am" over what was posted then.
        _ if !is_named && !goes_on && (clocked || !stamp.has_day) => Kind::Undated,
        _ => return None,
    };
    // An hour or a label date it, a place beside a day may be one of many.
    let kind = if is_named && !clocked && stamp.label == Label::None && is_head { Kind::Day } else { kind };
    Some(Piece { range: 0..end, date: stamp.date, kind })
}

/// Stamps that a copied page left at the start of its text, or between two of its sentences.
fn run_in(words: &str) -> Vec<Piece> {
    let window = words.get(..words.floor_char_boundary(HEAD_BYTES)).unwrap_or_default();
    let mut found: Vec<Piece> = Vec::new();
    for at in word_starts(window).filter(|at| may_start(window, *at)) {
        if found.last().is_some_and(|before| at < before.range.end) {
            continue;
        }
        let Some(stamp) = stamp::read(words, at).filter(|stamp| is_apart(words, at, stamp)) else { continue };
        let rest = words.get(stamp.range.end..).unwrap_or_default();
        let marks = rest.len() - rest.trim_start_matches(closes).len();
        let kind = if stamp.label != Label::None || stamp.has_clock { Kind::Sure } else { Kind::Day };
        found.push(Piece { range: at..stamp.range.end + marks, date: stamp.date, kind });
    }
    found
}

/// Marks and blanks behind a stamp that belong to it.
fn closes(c: char) -> bool {
    c.is_whitespace() || matches!(c, ')' | ']' | '|' | '.')
}

/// Does the stamp stand by itself in a running text: a new sentence begins behind it, and none is cut in two by it?
fn is_apart(words: &str, at: usize, stamp: &Stamp) -> bool {
    let rest = words.get(stamp.range.end..).unwrap_or_default();
    let behind = rest.trim_start_matches(closes);
    let cut = rest.len() > behind.len() || rest.is_empty();
    if !cut || !behind.starts_with(|c: char| c.is_uppercase() || "\"“‘'$£€".contains(c) || c.is_ascii_digit()) {
        return false;
    }
    let before = words.get(..at).unwrap_or_default().trim_end();
    let opens =
        before.is_empty() || before.ends_with(['.', '?', '!', '”', '|']) || is_name(before) && !before.ends_with(',');
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let led = before.ends_with([':', ',', ';', '(']) || LEADS.contains(last.to_ascii_lowercase().as_str());
    let full = stamp.has_day && stamp.has_year;
    match stamp.label {
        Label::Surely => opens || !led,
        _ if full && stamp.has_clock => opens || !led,
        _ => full && opens,
    }
}

/// Words that make a day behind them one of their sentence.
const LEADS: WordSet = word_set! {
    "on", "at", "by", "until", "till", "since", "from", "to", "before", "after", "of", "in", "the", "and", "a", "an", "for", "or",
    "between", "through", "around", "about", "was", "were", "is", "are", "be", "been", "had", "has", "have", "as", "that", "this",
};

/// Where the words of `text` start.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric();
        starts.then_some(at)
    })
}

/// What "On" or "At" opens is a sentence or a part of one, whatever follows. A paragraph that opens in lower case is
/// what is left of a line ("posted by the desk"), and no sentence.
fn may_start(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    if at == 0 && rest.starts_with("on ") {
        return true;
    }
    let word = rest.split(' ').next().unwrap_or_default();
    stamp::may_begin(text, at) && !["on", "at", "the", "of"].iter().any(|lead| word.eq_ignore_ascii_case(lead))
}
#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    /// The same as Markdown and, under a title, as text: there the first line is one.
    fn date(text: &str) -> Option<String> {
        let markdown = date_as(text, Format::Markdown);
        let title = if text.starts_with('#') { "" } else { "Ferry runs again\n\n" };
        let plain = date_as(&format!("{title}{text}"), Format::Text);
        assert_eq!(markdown, plain, "{text}");
        markdown
    }

    fn date_as(text: &str, format: Format) -> Option<String> {
        let text = format!("{text}\n\nThe council met. It went on until midnight, and nobody was surprised by it.\n");
        let document = Document::read("t", Role::Peer, format, text.into_bytes());
        document.meta.date.map(|d| d.to_string())
    }

    #[test]
    fn lines_that_date_the_document() {
        for text in [
            "31 July 2025",
            "# Ferry runs again\n\nPublished: Thursday, July 31, 2025 at 10:04 a.m.",
            "Aldermere, 31 July 2025",
            "# Ferry runs again\n\nThe Island Times, Thursday 31 July 2025",
            "By Ann Lee, July 31, 2025",
            "31/07/2025",
            "LONDON, July 31, 2025 (Agency) - Ministers met on 3 May 2024.",
            "Aldermere, 31 July 2025 — Ministers met.",
            "Aldermere, 31 July 2025. Ministers met.",
            "WASHINGTON – July 31, 2025 – Ministers met.",
        ] {
            assert_eq!(date(text).as_deref(), Some("2025-07-31"), "{text}");
        }
    }

    #[test]
    fn lines_that_date_something_else() {
        for text in [
            "Born: September 16, 1877",
            "When: Friday, June 27, 2014",
            "The treaty was signed in Paris on 3 May 2025",
            "# Battle of Kinsdale, 3 May 1825",
            "It opened on 31 July 2025.",
            "Issued by nobody who was there on 31 July 2025. It was a fake.",
            "Oslo, 3 May 2025\n\nBergen, 5 May 2025",
            "- 31 July 2025\n- 1 August 2025",
            "In Rome, Italy, 3 people met on 4 May 2025",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    /// What is told apart as the document's own.
    fn own_words(text: &str) -> Vec<String> {
        let document = Document::read("t.md", Role::Peer, Format::Markdown, text.as_bytes().to_vec());
        document.own.iter().map(|span| document.slice(*span).trim().to_owned()).collect()
    }

    #[test]
    fn stamps_at_head_and_foot() {
        for (text, own) in [
            (
                "# Fire\n\nPosted: Sep 27, 2013 5:50 PM Updated: 6:02 PM A fire broke out.",
                vec!["Posted: Sep 27, 2013 5:50 PM Updated: 6:02 PM"],
            ),
            ("# Fire\n\nA fire broke out. June 3, 2013 The fire burned.", vec!["June 3, 2013"]),
            (
                "# Fire\n\nThe market burned 12:15 p.m. EST, Oct 3, 2013 A fire broke out.",
                vec!["12:15 p.m. EST, Oct 3, 2013"],
            ),
            ("# Fire\n\nIt burned.\n\nLast updated on 3 May 2013.", vec!["Last updated on 3 May 2013."]),
            ("# Fire\n\nIt burned.\n\nOle Moe, 3 May 2013 at 4:42 PM\n\nNo!", vec!["Ole Moe, 3 May 2013 at 4:42 PM"]),
            (
                "# Fire\n\nIt burned.\n\nOle Moe says:\nMay 3, 2013 at 4:42 pm\n\nNo!",
                vec!["Ole Moe says: May 3, 2013 at 4:42 pm"],
            ),
            (
                "# Fire\n\n*By our night desk, Torsby, 3 May 2013*\n\nIt burned.",
                vec!["By our night desk, Torsby, 3 May 2013"],
            ),
            ("# Fire\n\non June 3, 2013 at 4:30 p.m. A fire broke out.", vec!["on June 3, 2013 at 4:30 p.m."]),
            ("TORSBY, May 3 (Agency) - It burned.", vec!["TORSBY, May 3 (Agency) -"]),
        ] {
            assert_eq!(own_words(text), own, "{text}");
        }
    }

    #[test]
    fn times_of_what_is_told() {
        for text in [
            "# Fire\n\nOn June 3, 2013 at 4:30 p.m. Ole Moe called.",
            "# Fire\n\non June 3, 2013 at 4:30 p.m. the yard burned.",
            "# Fire\n\nIt broke out on June 3, 2013 at 4:30 p.m. Nobody was hurt.",
            "# Fair\n\nWhen: Friday, June 3, 2013, 4:30 p.m.",
            "# Battle\n\nEnd of Watch: Friday, June 3, 2013 Ole Moe fell.",
            "June 3, 2013 The yard burned.\n\nJune 4, 2013 The yard was rebuilt.",
            "# Fire\n\n- 3 May 2013\n- 4:30 p.m. the pier",
        ] {
            assert_eq!(own_words(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn days_in_file_names() {
        for (path, day) in [
            ("posts/2024-05-12-ferry.md", Some("2024-05-12")),
            ("ferry_2024_05_12.txt", Some("2024-05-12")),
            ("2024-05-12-to-2024-05-14.md", None),
            ("v2024-05-1234.md", None),
            ("2024-13-12-ferry.md", None),
            ("ferry.md", None),
        ] {
            assert_eq!(super::in_file_name(path).map(|d| d.to_string()).as_deref(), day, "{path}");
        }
    }
}
