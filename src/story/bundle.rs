//! Files of a bundle that tell of things of their own, however alike they read: a list of changes tells of versions that no
//! other file is about, each of two packages side by side has its own README, and a page beside its source is the same text
//! in another form.

use crate::lexicon::en::ordered::ORDERED;
use crate::lexicon::en::versions::CHANGE_LISTS;
use std::borrow::Cow;

const EXAMPLES: [&str; 2] = ["example", "examples"];
/// A number of so many digits is a year: files that are named by days may report one event.
const YEAR: usize = 4;

/// Do two files, by their paths, tell of other things?
pub fn are_apart(a: &str, b: &str) -> bool {
    is_change_list(a)
        || is_change_list(b)
        || are_readmes_side_by_side(a, b)
        || are_forms_of_one(a, b)
        || are_numbered(a, b)
        || are_of_two_examples(a, b)
        || is_built_copy(a) != is_built_copy(b)
        || are_posts_on_versions(a, b)
}

/// "notes/edition-8.0.0.rst" and "notes/edition-7.4.2.rst", "lesson1.md" and "lesson2.md": each is of its version, or
/// a part of its own.
fn are_numbered(a: &str, b: &str) -> bool {
    // "upgrade_3_2.md" is of 3.2.
    let (a, b) = (&dotted(a), &dotted(b));
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let stem = |path: &'_ str| path.rsplit_once('.').map_or(path.len(), |(stem, _)| stem.len());
    let (a, b) = (a.get(..stem(a)).unwrap_or_default(), b.get(..stem(b)).unwrap_or_default());
    let words = |path: &'_ str| path.chars().filter(|c| !is_number(*c)).eq(b.chars().filter(|c| !is_number(*c)));
    if a == b || !words(a) {
        return false;
    }
    let is_part = || {
        let name = a.rsplit(['/', '\\']).next().unwrap_or_default();
        let name = name.trim_end_matches(|c: char| is_number(c) || matches!(c, '-' | '_'));
        ORDERED.iter().any(|word| name.eq_ignore_ascii_case(word))
    };
    let is_version = |number: &str| number.contains('.') && number.split('.').all(|part| part.len() < YEAR);
    let has_version = |path: &'_ str| path.split(|c: char| !is_number(c)).any(|n| is_version(n.trim_matches('.')));
    has_version(a) && has_version(b) || is_part() || is_registered(a)
}

/// "CVE-2024-1201.txt", "RFC-17.md": entries of a register.
fn is_registered(stem: &str) -> bool {
    let name = stem.rsplit(['/', '\\']).next().unwrap_or_default();
    let number = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_rest = number.trim_start_matches(['-', '_']);
    name.len() - number.len() > 1
        && !is_rest.is_empty()
        && is_rest.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'-' | b'.'))
}

/// The path with a full stop for each mark between two digits.
fn dotted(path: &str) -> Cow<'_, str> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    if !name.contains('_') || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Cow::Borrowed(path);
    }
    let bytes = path.as_bytes();
    let digit = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    let mark = |(at, c): (usize, char)| {
        if c == '_' && digit(at.checked_sub(1)) && digit(at.checked_add(1)) { '.' } else { c }
    };
    path.char_indices().map(mark).collect()
}

/// What the builder of a site keeps beside its pages is a copy of their sources.
fn is_built_copy(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part == "_sources")
}

/// "2021-03-02-gauge-2-0-released.md" and "2022-05-14-gauge-2-1-1.md": a day and a version in each name.
fn are_posts_on_versions(a: &str, b: &str) -> bool {
    let is_post = |path: &str| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let day = name.get(..10).filter(|day| day.split('-').map(str::len).eq([4, 2, 2]));
        let mut before = false;
        let mut numbers = name.get(10..).unwrap_or_default().split(['-', '_', '.']).map(is_small_number);
        day.is_some() && numbers.any(|number| std::mem::replace(&mut before, number) && number)
    };
    a != b && is_post(a) && is_post(b)
}

fn is_small_number(part: &str) -> bool {
    let part = part.trim_start_matches('v');
    (1..YEAR).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_digit())
}

/// What lies in a folder of examples holds for that example alone.
fn are_of_two_examples(a: &str, b: &str) -> bool {
    example(a) != example(b)
}

/// The folder of an example, or the folder of examples of a file that lies in that itself.
fn example(path: &str) -> Option<&str> {
    let mut from = 0;
    for part in path.split(['/', '\\']) {
        let end = from + part.len();
        let rest = path.get(end + 1..)?;
        if EXAMPLES.contains(&part) {
            let inner = rest.find(['/', '\\']).map_or(end, |at| end + 1 + at);
            return path.get(..inner);
        }
        from = end + 1;
    }
    None
}

/// "api/stream.md" and "api/stream.html": the one is made of the other.
fn are_forms_of_one(a: &str, b: &str) -> bool {
    a != b && a.rsplit_once('.').zip(b.rsplit_once('.')).is_some_and(|((one, _), (other, _))| one == other)
}

fn parts(path: &str) -> Vec<&str> {
    path.split(['/', '\\']).collect()
}

/// "CHANGELOG.md", "NEWS", "docs/RelNotes/2.1.0.txt".
pub fn is_change_list(path: &str) -> bool {
    let parts = parts(path);
    let Some((file, folders)) = parts.split_last() else { return false };
    let stem = file.split('.').next().unwrap_or_default();
    let name = stem.split('_').next().unwrap_or_default().to_lowercase();
    // "news.txt" is a report and "history.md" a page, "NEWS" and "HISTORY" are lists of changes.
    let is_page = name == "history" && stem.starts_with(char::is_lowercase);
    CHANGE_LISTS.contains(name.as_str()) && !is_page
        || stem == "NEWS"
        || folders.iter().any(|f| CHANGE_LISTS.contains(f.to_lowercase().as_str()))
}

/// "packages/oar/README.md" and "packages/sail/README.md".
fn are_readmes_side_by_side(a: &str, b: &str) -> bool {
    let (a, b) = (parts(a), parts(b));
    let (Some((file, folders)), Some((other_file, other_folders))) = (a.split_last(), b.split_last()) else {
        return false;
    };
    let is_readme = |name: &str| name.to_lowercase().starts_with("readme");
    let differ = folders.iter().zip(other_folders).filter(|(x, y)| x != y).count();
    is_readme(file) && is_readme(other_file) && folders.len() == other_folders.len() && differ == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_changes_and_readmes_of_packages() {
        assert!(are_apart("CHANGELOG.md", "README.md"));
        assert!(are_apart("a/RelNotes/2.1.0.txt", "a/RelNotes/2.2.0.txt"));
        assert!(are_apart("kit/NEWS", "kit/guide.md") && !are_apart("news.txt", "report.txt"));
        assert!(are_apart("notes/edition-8.0.0.rst", "notes/edition-7.4.2.rst") && !are_apart("day1.txt", "day2.txt"));
        assert!(!are_apart("2026.03.14-fire.txt", "2026.03.15-fire.txt") && !are_apart("news/a.txt", "news/b.txt"));
        assert!(are_apart("course/lesson1.md", "course/lesson2.md"));
        assert!(are_apart("examples/kite/README.md", "README.md") && !are_apart("examples/a.md", "examples/b.md"));
        assert!(are_apart("HISTORY.md", "guide.md") && !are_apart("docs/history.md", "docs/guide.md"));
        assert!(are_apart("packages/oar/README.md", "packages/sail/README.md"));
        assert!(are_apart("api/stream.md", "api/stream.html") && !are_apart("api/stream.md", "web/stream.html"));
        assert!(are_apart("site/_sources/tides.rst.txt", "tides.rst"));
        assert!(are_apart("2021-03-02-gauge-2-0-out.md", "2022-05-14-gauge-2-1-1.md"));
        assert!(!are_apart("2021-03-02-fire.md", "2021-03-04-fire-12-dead.md"));
        assert!(are_apart("upgrade_3_2.md", "upgrade_3_4.md") && are_apart("CVE-2024-1201.txt", "CVE-2023-7.txt"));
        assert!(!are_apart("2026_03_14_fire.md", "2026_03_15_fire.md"));
        assert!(!are_apart("README.md", "docs/README.md") && !are_apart("README.md", "guide.md"));
    }
}
