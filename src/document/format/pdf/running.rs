//! What stands at the top or foot of page after page and belongs to none: running heads and feet, and the numbers of
//! pages. It is taken out before lines are joined, for it would stand in the middle of sentences.

use super::page::Line;
use std::collections::BTreeMap;

/// How many rows at the top, and how many at the foot, may be of this kind.
const ROWS: usize = 2;

/// Lines closer than this, in points, stand at one height.
const HEIGHT: f64 = 4.0;

/// A gap wider than this, in sizes of the type, is no leading.
const APART: f64 = 1.8;

/// On how many pages a line must stand; in a file of few pages, on two.
const PAGES: usize = 3;

/// What a line says but for its numbers, and at what height.
type Key = (String, i64);

pub fn take_out(pages: &mut [Vec<Line>]) {
    let needed = if pages.len() > PAGES { PAGES } else { 2 };
    let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
    for lines in pages.iter() {
        let mut keys: Vec<Key> = at_edges(lines).into_iter().filter_map(|i| lines.get(i)).map(key).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    // A height may be rounded up on one page and down on the next.
    let count = |(words, height): Key| -> usize {
        let heights = height.saturating_sub(1)..=height.saturating_add(1);
        heights.filter_map(|h| counts.get(&(words.clone(), h))).sum()
    };
    for lines in pages {
        let mut out = at_edges(lines);
        out.retain(|i| lines.get(*i).is_some_and(|l| count(key(l)) >= needed || is_page_number(&l.words)));
        let mut index = 0;
        lines.retain(|_| {
            index += 1;
            out.binary_search(&(index - 1)).is_err()
        });
    }
}

/// The lines of the outermost rows, as far as more than a leading parts them from the others.
fn at_edges(lines: &[Line]) -> Vec<usize> {
    let mut rows: Vec<(f64, f64)> =
        lines.iter().filter(|l| !l.words.trim().is_empty()).map(|l| (l.y, l.size)).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.dedup_by(|b, a| b.0 - a.0 < HEIGHT);
    let mut edges = outermost(&rows);
    rows.reverse();
    edges.extend(outermost(&rows));
    let is_at = |line: &Line| edges.iter().any(|y| (line.y - y).abs() < HEIGHT);
    (0..lines.len()).filter(|i| lines.get(*i).is_some_and(is_at)).collect()
}

/// The heights of the first rows, up to the last wide gap behind one of them.
fn outermost(rows: &[(f64, f64)]) -> Vec<f64> {
    let is_apart = |i: &usize| match rows.get(*i..) {
        Some([(y, size), (next, _), ..]) => (next - y).abs() > APART * size,
        _ => true,
    };
    let count = (0..ROWS.min(rows.len())).rev().find(is_apart).map_or(0, |i| i + 1);
    rows.iter().take(count).map(|(y, _)| *y).collect()
}

fn key(line: &Line) -> Key {
    let parts = line.words.split(|c: char| c.is_whitespace() || c.is_ascii_digit()).filter(|p| !p.is_empty());
    (parts.collect::<Vec<_>>().join(" ").to_lowercase(), (line.y / HEIGHT).round() as i64)
}

/// "7", "- 7 -", "iv", "Page 7 of 12"
fn is_page_number(words: &str) -> bool {
    if words.contains(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !"-–—|/.()[]".contains(c)) {
        return false;
    }
    let words = words.to_ascii_lowercase().replace('/', " of ");
    let parts: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let number = |part: &str| part.len() < 5 && part.parse::<u16>().is_ok_and(|n| n < 1500);
    match parts.as_slice() {
        [n] | ["page", n] => number(n) || n.len() < 6 && n.chars().all(|c| "ivx".contains(c)),
        [n, "of", all] | ["page", n, "of", all] => number(n) && number(all),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &[(&str, f64)]) -> Vec<Line> {
        lines
            .iter()
            .map(|(words, y)| Line { words: (*words).to_owned(), y: *y, size: 10.0, ..Line::default() })
            .collect()
    }

    #[test]
    fn what_is_taken_out_of_pages() {
        let mut pages = vec![
            page(&[
                ("Harbour News", 40.0),
                ("The ferry", 80.0),
                ("sails.", 92.0),
                ("It rained.", 104.0),
                ("3 May 2025", 800.0),
            ]),
            // The head is drawn last.
            page(&[
                ("Twelve boats", 80.0),
                ("came.", 92.0),
                ("It rained.", 104.0),
                ("7 / 9", 788.0),
                ("Harbour News", 41.0),
            ]),
        ];
        take_out(&mut pages);
        let left: Vec<Vec<&str>> = pages.iter().map(|p| p.iter().map(|l| l.words.as_str()).collect()).collect();
        assert_eq!(
            left,
            [vec!["The ferry", "sails.", "It rained.", "3 May 2025"], vec!["Twelve boats", "came.", "It rained."]]
        );
    }

    #[test]
    fn numbers_of_pages() {
        for words in ["7", "- 7 -", "iv", "Page 7 of 12", "7 / 12"] {
            assert!(is_page_number(words), "{words}");
        }
        for words in ["1987", "£7.", "Page", "7 boats", "", "3 May 2025", "1843 240"] {
            assert!(!is_page_number(words), "{words}");
        }
    }
}
