//! Templates inside text: those that shape words give their words, those that a
//! reader sees as a date, a measure or a list give that, notices give nothing, and
//! the unknown leave a gap.

use super::Page;
use super::inline::GAP;
use super::scan::Node;
use crate::document::BlockKind;
use crate::document::months::month_name;
use crate::text::{WordMap, word_map};
use std::ops::Range;

#[derive(Debug, Clone, Copy)]
enum Shape {
    /// Nothing that a reader of the text reads.
    Nothing,
    /// The words of one positional parameter, from 1.
    Words(usize),
    LastWords,
    /// All positional parameters, as members of a list.
    Members,
    /// First and last name.
    Name,
    /// Year, month, day.
    Day,
    /// A number and a unit, with what stands between two numbers.
    Measure,
    Fixed(&'static str),
}

const SHAPES: WordMap<Shape> = word_map! {
    "nowrap" => Shape::Words(1), "small" => Shape::Words(1), "smaller" => Shape::Words(1), "big" => Shape::Words(1),
    "nobold" => Shape::Words(1), "nobreak" => Shape::Words(1), "smallcaps" => Shape::Words(1), "sc" => Shape::Words(1),
    "abbr" => Shape::Words(1), "tooltip" => Shape::Words(1), "em" => Shape::Words(1), "strong" => Shape::Words(1),
    "nastaliq" => Shape::Words(1), "not a typo" => Shape::Words(1), "sic" => Shape::Words(1), "ill" => Shape::Words(1),
    "interlanguage link" => Shape::Words(1), "notatypo" => Shape::Words(1), "formatnum" => Shape::Words(1), "val" => Shape::Words(1),
    "number" => Shape::Words(1), "formatdate" => Shape::Words(1), "datum" => Shape::Words(1), "age" => Shape::Nothing,
    "flag" => Shape::Words(1), "flagcountry" => Shape::Words(1), "flagu" => Shape::Words(1), "fb" => Shape::Words(1),
    "nft" => Shape::Words(1), "bold" => Shape::Words(1), "italic" => Shape::Words(1), "big2" => Shape::Words(1),
    "center" => Shape::Words(1), "align" => Shape::Words(2), "resize" => Shape::LastWords, "font" => Shape::Words(1),
    "lang" => Shape::Words(2), "transl" => Shape::LastWords, "transliteration" => Shape::LastWords, "color" => Shape::Words(2),
    "zh" => Shape::Nothing, "sort" => Shape::LastWords, "hs" => Shape::Nothing, "sortname" => Shape::Name, "sortkeyname" => Shape::Name,
    "ubl" => Shape::Members, "unbulleted list" => Shape::Members, "hlist" => Shape::Members, "plainlist" => Shape::Members,
    "flatlist" => Shape::Members, "ublist" => Shape::Members, "bulleted list" => Shape::Members, "cslist" => Shape::Members,
    "birth date" => Shape::Day, "birth date and age" => Shape::Day, "death date" => Shape::Day, "death date and age" => Shape::Day,
    "start date" => Shape::Day, "start date and age" => Shape::Day, "end date" => Shape::Day, "film date" => Shape::Day,
    "dts" => Shape::Day, "date" => Shape::Words(1), "bda" => Shape::Day, "dob" => Shape::Day, "release date" => Shape::Day,
    "convert" => Shape::Measure, "cvt" => Shape::Measure, "height" => Shape::Nothing,
    "circa" => Shape::Fixed("c. "), "c." => Shape::Fixed("c. "), "nbsp" => Shape::Fixed("\u{a0}"), "ndash" => Shape::Fixed("–"),
    "snd" => Shape::Fixed(" – "), "spnd" => Shape::Fixed(" – "), "spaced ndash" => Shape::Fixed(" – "), "mdash" => Shape::Fixed("—"),
    "spaces" => Shape::Fixed(" "), "!" => Shape::Fixed("|"), "=" => Shape::Fixed("="), "'" => Shape::Fixed("’"), "-'" => Shape::Fixed("’"),
    "break" => Shape::Fixed(", "), "yes" => Shape::Fixed("Yes"), "no" => Shape::Fixed("No"), "won" => Shape::Fixed("Won"),
    "nominated" => Shape::Fixed("Nominated"), "gbp" => Shape::Words(1), "us$" => Shape::Words(1), "url" => Shape::Words(1),
};

/// Notices, references and pictures: the start of their names.
const NOTICES: &[&str] = &[
    "cite",
    "citation",
    "citation needed",
    "cn",
    "fact",
    "sfn",
    "harv",
    "efn",
    "refn",
    "ref",
    "rp",
    "note",
    "when",
    "who",
    "by whom",
    "which",
    "where",
    "clarify",
    "dubious",
    "dead link",
    "deadlink",
    "webarchive",
    "isbn",
    "issn",
    "doi",
    "flagicon",
    "flag icon",
    "increase",
    "decrease",
    "steady",
    "main",
    "see also",
    "further",
    "for",
    "about",
    "redirect",
    "other uses",
    "distinguish",
    "use ",
    "short description",
    "coord",
    "ipa",
    "ipac",
    "respell",
    "pronunciation",
    "anchor",
    "anker",
    "update",
    "#",
];

impl Page<'_> {
    /// Reads the template into the open block.
    pub(super) fn template(&mut self, node: &Node) {
        let place = node.start..node.end;
        let parts = self.arguments(node.inner.0..node.inner.1);
        let Some((name, arguments)) = parts.split_first() else { return };
        let mut name = self.text(name).split("<!--").next().unwrap_or_default().trim().to_lowercase().replace('_', " ");
        // `formatnum:1234` and the like have their first parameter after a colon.
        let mut after_colon = None;
        if let Some(colon) = name.find(':') {
            let written = parts.first().map(|p| self.text(p)).and_then(|t| t.find(':'));
            after_colon = written.zip(parts.first()).map(|(i, p)| p.start + i + 1..p.end);
            name.truncate(colon);
        }
        let positional: Vec<Range<usize>> = after_colon.into_iter().chain(self.positional(arguments)).collect();
        let is_language = name.strip_prefix("lang-").is_some_and(|code| code.len() <= 8);
        let shape =
            SHAPES.get(name.as_str()).copied().or((is_language || name.ends_with(" year")).then_some(Shape::Words(1)));
        match shape {
            Some(Shape::Nothing) => {}
            Some(Shape::Words(nth)) => self.words(positional.get(nth - 1)),
            Some(Shape::LastWords) => self.words(positional.last()),
            Some(Shape::Fixed(words)) => {
                self.reading.decoded(words, place);
                if name.starts_with('c') {
                    self.words(positional.first());
                }
            }
            Some(Shape::Members) => self.members(&positional),
            Some(Shape::Name) => {
                self.words(positional.first());
                self.reading.decoded(" ", place);
                self.words(positional.get(1));
            }
            Some(Shape::Day) => self.day(&positional, place),
            Some(Shape::Measure) => self.measure(&positional),
            None => self.unknown(&name, place),
        }
    }

    /// Parameters without a name, or with a number for one.
    fn positional(&self, arguments: &[Range<usize>]) -> Vec<Range<usize>> {
        let strip = |part: &Range<usize>| {
            let equals = self.find(part.clone(), |b| b == b'=');
            if equals >= part.end {
                return Some(self.trim(part.clone()));
            }
            let key = self.text(&(part.start..equals)).trim();
            let numbered = !key.is_empty() && key.bytes().all(|b| b.is_ascii_digit());
            numbered.then(|| self.trim(equals + 1..part.end))
        };
        arguments.iter().filter_map(strip).collect()
    }

    fn words(&mut self, range: Option<&Range<usize>>) {
        if let Some(range) = range {
            self.inline(range.clone());
        }
    }

    fn members(&mut self, members: &[Range<usize>]) {
        for (index, member) in members.iter().enumerate() {
            if index > 0 {
                self.reading.decoded(", ", member.start..member.start);
            }
            self.value(member.clone());
        }
    }

    /// "July 31, 2025" from its numbers; whatever is no number stands as it is.
    fn day(&mut self, numbers: &[Range<usize>], place: Range<usize>) {
        let number = |nth: usize| numbers.get(nth).and_then(|r| self.text(r).parse::<usize>().ok());
        let month = number(1).and_then(|m| i8::try_from(m).ok()).map(month_name).filter(|name| !name.is_empty());
        let words = match (number(0), month, number(2)) {
            (Some(year), Some(month), Some(day)) => format!("{month} {day}, {year}"),
            (Some(year), Some(month), None) => format!("{month} {year}"),
            _ => return self.words(numbers.first()),
        };
        self.reading.decoded(&words, place);
    }

    /// "10 to 20 km" from `10|to|20|km|mi`.
    fn measure(&mut self, parts: &[Range<usize>]) {
        for part in parts.iter().take(4) {
            if !self.reading.open_words().is_empty() && !self.reading.open_words().ends_with([' ', '(', '–', '\u{a0}'])
            {
                self.reading.decoded(" ", part.start..part.start);
            }
            self.inline(part.clone());
            let words = self.text(part);
            let joins = matches!(words, "to" | "-" | "–" | "and" | "or" | "by" | "x" | "×" | "to(-)" | "+/-");
            if !joins && !words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '.')) {
                break;
            }
        }
    }

    fn unknown(&mut self, name: &str, place: Range<usize>) {
        let is_notice = |notice: &&str| {
            let rest = name.strip_prefix(*notice);
            rest.is_some_and(|r| notice.ends_with(' ') || !r.starts_with(char::is_alphabetic))
        };
        // A notice stands before the words of its block.
        if self.reading.open_words().trim().is_empty() && !self.in_value {
            return;
        }
        if !NOTICES.iter().any(is_notice) && !name.contains("icon") {
            self.reading.decoded(GAP, place);
        }
    }

    /// `{{quote|words}}` at the start of a line: somebody's words, set apart.
    pub(super) fn quote_template(&mut self, node: &Node) -> bool {
        let parts = self.arguments(node.inner.0..node.inner.1);
        let Some((name, arguments)) = parts.split_first() else { return false };
        let name = self.text(name).trim().to_lowercase();
        if !matches!(
            name.as_str(),
            "quote" | "cquote" | "blockquote" | "quotation" | "rquote" | "quote box" | "pull quote"
        ) {
            return false;
        }
        let named = arguments.iter().find_map(|part| {
            let equals = self.find(part.clone(), |b| b == b'=');
            let key = self.text(&(part.start..equals)).trim();
            matches!(key, "text" | "quote").then(|| self.trim(equals + 1..part.end))
        });
        if let Some(words) = named.or_else(|| self.positional(arguments).into_iter().next()) {
            self.end_block();
            self.reading.open(BlockKind::Quote, None, 0);
            self.inline(words);
            self.end_block();
        }
        true
    }
}
