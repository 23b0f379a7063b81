//! The day that a document gives itself near its top, where its metadata give none: a
//! dateline ("LONDON, July 31, 2025 (Agency) -"), or a line of its own ("Published 31 July
//! 2025", "Aldermere, 3 May 2025", "The Island Times, Thursday 31 July 2025"). A day that
//! the text speaks of is not meant.

use super::dateline::dateline;
use super::months::month_number;
use super::written_date::{find_date, written_date};
use super::{Block, BlockKind};
use jiff::civil::Date;

/// How many blocks at the head of a document may hold its date.
const HEAD: usize = 6;

/// The longest date line, in bytes.
const LONGEST: usize = 90;

/// How many words may name the place or paper before the date.
const NAME_WORDS: usize = 6;

/// Words that say that the date is the text's own.
const ABOUT_THE_TEXT: phf::Set<&str> = phf::phf_set! {
    "published", "posted", "updated", "date", "dated", "by", "issued", "released", "modified", "created",
};

/// Words that stand beside a date and add nothing but the hour or weekday.
const BESIDE: phf::Set<&str> = phf::phf_set! {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
    "fri", "sat", "sun", "a", "p", "m", "am", "pm", "gmt", "utc", "bst", "est", "edt", "et", "cet", "cest", "pst", "pdt", "pt", "noon",
    "midnight", "the", "of", "first", "last", "at", "on",
};

pub fn own_date(text: &str, blocks: &[Block]) -> Option<Date> {
    let mut named = None;
    for block in blocks.iter().take(HEAD) {
        let words = text.get(block.span.range()).unwrap_or_default();
        let is_prose = block.kind == BlockKind::Paragraph;
        if let Some(day) = is_prose.then(|| written_date(words.get(..dateline(words))?)).flatten() {
            return Some(day);
        }
        let may_be_own = match block.kind {
            BlockKind::Paragraph | BlockKind::Heading | BlockKind::Caption => true,
            BlockKind::Field => block.label.as_deref().is_some_and(speaks_of_the_text),
            BlockKind::ListItem | BlockKind::Quote | BlockKind::Cell => false,
        };
        match may_be_own.then(|| date_line(words)).flatten() {
            Some((day, Line::Bare)) => return Some(day),
            // Two of them are a list of places and dates.
            Some((day, Line::Named)) if is_prose && named.is_some_and(|earlier| earlier != day) => return None,
            Some((day, Line::Named)) if is_prose => named = Some(day),
            _ => {}
        }
    }
    named
}

/// "The Island Times, Thursday 31 July 2025": a line that dates the text and says by whom or where.
pub fn is_named_date_line(words: &str) -> bool {
    matches!(date_line(words), Some((_, Line::Named)))
}

#[derive(Debug, PartialEq)]
enum Line {
    /// The date, and at most words about the text.
    Bare,
    /// With the name of a place, paper or writer before it.
    Named,
}

/// The day of a line that does nothing but date the text.
fn date_line(words: &str) -> Option<(Date, Line)> {
    // "Aldermere, 3 May 2025. The council met."
    let (words, is_sentence) = match words.split_once(". ") {
        Some((first, _)) => (first, true),
        None => (words, words.ends_with('.') && !words.ends_with("m.")),
    };
    if words.len() > LONGEST {
        return None;
    }
    let (day, place) = find_date(words)?;
    let before = words.get(..place.start)?;
    let after = words.get(place.end..)?;
    if !parts(after).all(is_frame) {
        return None;
    }
    let about = !is_sentence && parts(before).next().is_some_and(is_about);
    if about || parts(before).all(is_frame) {
        return Some((day, Line::Bare));
    }
    let name = before.trim_end_matches(|c: char| !matches!(c, ',' | '–' | '—' | '|'));
    let weekday = before.get(name.len()..)?;
    let is_name = parts(name).all(|w| is_capitalised(w) || is_frame(w));
    let named = name.len() > 1
        && is_name
        && parts(name).count() <= NAME_WORDS
        && !name.contains([':', '(', '"', '“'])
        && parts(weekday).all(is_frame);
    named.then_some((day, Line::Named))
}

fn speaks_of_the_text(label: &str) -> bool {
    parts(label).all(|w| is_about(w) || w.eq_ignore_ascii_case("publication"))
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

fn is_about(word: &str) -> bool {
    ABOUT_THE_TEXT.contains(word.to_ascii_lowercase().as_str())
}

fn is_frame(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let number = word.chars().all(|c| c.is_ascii_digit());
    number || BESIDE.contains(lower.as_str()) || ABOUT_THE_TEXT.contains(lower.as_str()) || month_number(word).is_some()
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
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
}
