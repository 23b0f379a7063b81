//! Only what changed: the lines that a diff adds or alters, and the findings that
//! have a place there.

use crate::claim::Ledger;
use crate::rules::Finding;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// For each document, by its path as reports print it, the lines that changed (from 1, both ends in).
#[derive(Debug, Default)]
pub struct Changed {
    lines: BTreeMap<String, Vec<(usize, usize)>>,
}

impl Changed {
    pub fn add(&mut self, path: &str, first: usize, last: usize) {
        self.lines.entry(path.to_owned()).or_default().push((first, last));
    }

    /// Does any place of the finding, on whichever side, stand on a changed line?
    pub fn touches(&self, ledgers: &[Ledger], finding: &Finding) -> bool {
        finding.labels.iter().any(|label| {
            let Some(document) = ledgers.get(label.document).map(|l| &l.document) else { return false };
            let Some(changed) = self.lines.get(&document.path) else { return false };
            let (first, last) = document.lines_of(label.span);
            changed.iter().any(|(from, to)| first <= *to && *from <= last)
        })
    }

    /// Reads `git diff --unified=0`: for each file of the new side the changed lines.
    /// A deletion touches the lines on both sides of the gap.
    pub fn parse(diff: &str) -> BTreeMap<String, Vec<(usize, usize)>> {
        let mut files: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        let mut file: Option<String> = None;
        // Lines of content still to come in this hunk; none of them is a header, whatever it looks like.
        let mut content = 0_usize;
        for line in diff.lines() {
            if content > 0 && line.starts_with(['+', '-']) {
                content -= 1;
            } else if let Some(name) = line.strip_prefix("+++ ") {
                file = unquoted(name).strip_prefix("b/").map(str::to_owned);
            } else if let Some((removed, start, added)) = hunk(line) {
                content = removed + added;
                let stretch = if added == 0 { (start, start + 1) } else { (start, start + added - 1) };
                if let Some(file) = &file {
                    files.entry(file.clone()).or_default().push(stretch);
                }
            }
        }
        files
    }
}

/// `@@ -a,b +c,d @@ …`; a length that is left out is 1.
static HUNK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@").ok());

/// A hunk's header: how many lines it removes, where it adds lines, and how many.
fn hunk(line: &str) -> Option<(usize, usize, usize)> {
    let found = HUNK.as_ref()?.captures(line)?;
    let number = |group: usize| found.get(group).map_or(Some(1), |digits| digits.as_str().parse().ok());
    Some((number(1)?, number(2)?, number(3)?))
}

/// A name as git prints it: in quotation marks, with C escapes, if it has odd characters.
fn unquoted(name: &str) -> String {
    let Some(inner) = name.strip_prefix('"').and_then(|n| n.strip_suffix('"')) else {
        return name.trim_end_matches('\t').to_owned();
    };
    let mut plain = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(c) = letters.next() {
        plain.push(match (c, letters.as_str().chars().next()) {
            ('\\', Some(escaped)) => {
                letters.next();
                match escaped {
                    'n' => '\n',
                    't' => '\t',
                    other => other,
                }
            }
            _ => c,
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_names_the_changed_lines_of_the_new_side() {
        let diff = "\
diff --git a/notes.md b/notes.md
--- a/notes.md
+++ b/notes.md
@@ -3 +3 @@ heading
-old
+++ b/not a header
@@ -9,2 +8,0 @@
-gone
-gone
@@ -20,0 +18,3 @@
+one
+two
+three
diff --git a/old.md b/old.md
--- a/old.md
+++ /dev/null
@@ -1 +0,0 @@
-all
diff --git \"a/a\\tb.md\" \"b/a\\tb.md\"
--- \"a/a\\tb.md\"
+++ \"b/a\\tb.md\"
@@ -1 +1 @@
-x
+y
";
        let files = Changed::parse(diff);
        assert_eq!(files["notes.md"], [(3, 3), (8, 9), (18, 20)]);
        assert_eq!(files["a\tb.md"], [(1, 1)]);
        assert_eq!(files.len(), 2);
    }
}
