//! Joins lines to paragraphs: those one leading apart, of one size, none set in. A word cut at a line's end is made
//! whole. Tables of contents are left out. A paragraph that stops in the middle of a sentence goes on at the top of the next page.

use super::page::Line;
use super::running;

/// Lines further apart than this, in usual leadings, are of two paragraphs.
const WIDER: f64 = 1.3;

/// The widest leading that is a leading, in sizes of the type.
const WIDEST: f64 = 2.6;

/// How much further right a paragraph's first line may start, in sizes of the type.
const SET_IN: f64 = 0.8;

/// How much further right the lines of an item may start than its bullet.
const HANGING: f64 = 4.0;

/// Type larger than the most usual by this is a heading's, or a title's.
const HEADING: f64 = 1.15;
const TITLE: f64 = 1.6;

/// The longest heading, in bytes.
const LONGEST_HEADING: usize = 160;

/// Words that keep their hyphen at a line's end: "twenty-" / "five".
const KEEP: [&str; 20] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "well", "self",
];

#[derive(Debug, PartialEq)]
pub struct Paragraph {
    pub words: String,
    /// The level of a heading; 0 for others.
    pub heading: u8,
    /// It is the rest of the last paragraph of a page before.
    pub goes_on: bool,
}

/// The paragraphs of each page.
pub fn paragraphs(mut pages: Vec<Vec<Line>>) -> Vec<Vec<Paragraph>> {
    running::take_out(&mut pages);
    let usual = usual_size(&pages);
    let mut pages: Vec<Vec<Paragraph>> = pages.into_iter().map(|lines| of_page(lines, usual)).collect();
    let mut before: Option<&Paragraph> = None;
    for page in &mut pages {
        if let Some(first) = page.first_mut() {
            first.goes_on = before.is_some_and(|before| stops_short(before, first));
        }
        before = page.last().or(before);
    }
    pages
}

/// Words that end no sentence.
const MIDDLE: [&str; 24] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "that", "which",
    "who", "as", "its", "their", "his", "her", "is",
];

/// Does the sentence that `last` ends with go on in `next`?
fn stops_short(last: &Paragraph, next: &Paragraph) -> bool {
    let word = last.words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_open = word.ends_with([',', '-', '\u{2010}']) || MIDDLE.contains(&word);
    let is_cut = word.ends_with(char::is_alphanumeric) && next.words.starts_with(char::is_lowercase);
    (last.heading, next.heading) == (0, 0) && (is_open || is_cut) && !is_item(&next.words)
}

/// The size that most of the text is set in.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = pages.iter().flatten().map(|l| (l.size, l.words.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, length)| length).sum::<usize>() / 2;
    let mut before = 0;
    let middle = sizes.iter().find(|(_, length)| {
        before += length;
        before > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

fn of_page(mut lines: Vec<Line>, usual: f64) -> Vec<Paragraph> {
    lines.retain(|line| !line.words.trim().is_empty() && !is_of_contents(&line.words));
    let leading = leading(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut above: Option<Line> = None;
    for line in lines {
        match paragraphs.last_mut().filter(|_| above.as_ref().is_some_and(|a| goes_on(a, &line, leading))) {
            Some(paragraph) => join(&mut paragraph.words, &line.words),
            None => paragraphs.push(Paragraph {
                words: squeezed(&line.words),
                heading: heading(&line, usual),
                goes_on: false,
            }),
        }
        above = Some(line);
    }
    for paragraph in &mut paragraphs {
        if paragraph.words.len() > LONGEST_HEADING {
            paragraph.heading = 0;
        }
    }
    paragraphs
}

/// The narrow quarter of the distances between lines: the others may part paragraphs.
fn leading(lines: &[Line]) -> f64 {
    let mut steps: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(b.y - a.y).filter(|step| *step > 0.0 && *step < WIDEST * a.size.max(b.size)),
            _ => None,
        })
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 4).copied().unwrap_or_default()
}

fn goes_on(above: &Line, line: &Line, leading: f64) -> bool {
    let step = line.y - above.y;
    step > 0.0
        && step <= leading * WIDER
        && (line.size - above.size).abs() <= 0.1 * line.size
        && line.x <= above.x + line.size * if is_item(&above.words) { HANGING } else { SET_IN }
        && line.x < above.end
        && !is_item(&line.words)
}

fn is_item(words: &str) -> bool {
    marker(words) > 0
}

/// How long the bullet, or the number of a list, is that the words start with.
pub fn marker(words: &str) -> usize {
    let first = words.split_whitespace().next().unwrap_or_default();
    let number = first.trim_end_matches(['.', ')']);
    let is_bullet = matches!(first, "•" | "–" | "▪" | "◦" | "*" | "-" | "·" | "\u{f0b7}");
    let is_number = number.len() < first.len() && number.len() < 3 && number.parse::<u8>().is_ok();
    if is_bullet || is_number { words.find(first).unwrap_or_default() + first.len() } else { 0 }
}

/// "1.2 The ferry . . . . . . . 7"
fn is_of_contents(words: &str) -> bool {
    let before = words.trim_end().trim_end_matches(char::is_alphanumeric).trim_end();
    let dots = before.len() - before.trim_end_matches(['.', ' ', '…', '\u{2024}']).len();
    dots > 5 && before.len() < words.trim_end().len()
}

fn heading(line: &Line, usual: f64) -> u8 {
    match line.size {
        size if size >= usual * TITLE => 1,
        size if size >= usual * HEADING => 2,
        _ => 0,
    }
}

/// One blank between each two words.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a line to the words above it.
fn join(above: &mut String, line: &str) {
    let line = squeezed(line);
    let (kept, blank) = joint(above, &line);
    above.truncate(kept);
    above.push_str(if blank { " " } else { "" });
    above.push_str(&line);
}

/// Where words go on in a line below: how many bytes of them stay, and whether a blank comes between.
pub fn joint(above: &str, line: &str) -> (usize, bool) {
    let cut = above.strip_suffix(['-', '\u{2010}']).filter(|w| w.ends_with(char::is_alphanumeric));
    let Some(cut) = cut else { return (above.len(), true) };
    let last = cut.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_compound = KEEP.contains(&last.to_lowercase().as_str())
        || !last.ends_with(char::is_lowercase)
        || !line.starts_with(char::is_lowercase)
        || cut.trim_end_matches(char::is_alphanumeric).ends_with('-');
    (if is_compound { above.len() } else { cut.len() }, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str, x: f64, y: f64, size: f64) -> Line {
        Line { words: words.to_owned(), x, y, end: x + 400.0, size }
    }

    #[test]
    fn words_at_line_ends() {
        for (above, below, whole) in [
            ("The har-", "bour opened.", "The harbour opened."),
            ("It cost twenty-", "five pounds.", "It cost twenty-five pounds."),
            ("in 2019-", "2020 there", "in 2019-2020 there"),
            ("an Anglo-", "Saxon hoard", "an Anglo-Saxon hoard"),
            ("a face-to-", "face talk", "a face-to-face talk"),
            ("It opened", "in May.", "It opened in May."),
            ("They came -", "late.", "They came - late."),
        ] {
            let mut words = above.to_owned();
            join(&mut words, below);
            assert_eq!(words, whole);
        }
    }

    #[test]
    fn lines_of_a_page() {
        let lines = vec![
            line("The Ferry", 72.0, 60.0, 20.0),
            line("It sails at nine and", 72.0, 100.0, 10.0),
            line("is back at noon.", 72.0, 112.0, 10.0),
            line("The fare is £4.", 72.0, 136.0, 10.0),
            line("A return is", 84.0, 148.0, 10.0),
            line("£7.", 72.0, 160.0, 10.0),
            line("1. Bring a coat", 72.0, 172.0, 10.0),
            line("and a hat.", 90.0, 184.0, 10.0),
            line("1.2 The fares . . . . . . . . 7", 72.0, 196.0, 10.0),
        ];
        let read: Vec<(String, u8)> =
            paragraphs(vec![lines]).remove(0).into_iter().map(|p| (p.words, p.heading)).collect();
        let due = [
            ("The Ferry", 1),
            ("It sails at nine and is back at noon.", 0),
            ("The fare is £4.", 0),
            ("A return is £7.", 0),
            ("1. Bring a coat and a hat.", 0),
        ];
        assert_eq!(read, due.map(|(words, level)| (words.to_owned(), level)));
    }
    #[test]
    fn over_the_end_of_a_page() {
        let page = |words: &str| vec![line(words, 72.0, 100.0, 10.0)];
        for (above, below, goes_on) in [
            ("It sails at nine and", "is back at noon.", true),
            ("The har-", "bour opened.", true),
            ("They left the", "Harbour Office.", true),
            ("It sails at nine.", "it is back at noon.", false),
            ("Harbour Office", "The ferry sails.", false),
            ("They brought", "1. a coat", false),
        ] {
            let pages = paragraphs(vec![page(above), Vec::new(), page(below)]);
            assert_eq!(pages.last().and_then(|p| p.first()).map(|p| p.goes_on), Some(goes_on), "{above} / {below}");
        }
    }
}
