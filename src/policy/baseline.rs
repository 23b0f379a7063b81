//! The baseline: findings that were there before anybody looked, and are accepted
//! for now. One line a finding, in the order of the lines, so that merges rarely
//! meet: rule, fingerprint, fingerprint without paths, words, paths. There are no
//! line numbers and no counts: edits elsewhere change nothing, and one fault mended
//! while another is made is seen.

use super::Identity;
use std::collections::{BTreeMap, BTreeSet};

const HEAD: &str = "# crosscheck baseline 1";

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub rule: String,
    pub id: String,
    pub content: String,
    /// The words of its first place, for people who read the file.
    pub words: String,
    /// By the names that last.
    pub paths: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeSet<Entry>,
    /// Documents named in entries that are no longer there: renamed, or deleted.
    gone: BTreeSet<String>,
}

impl Baseline {
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Baseline {
        Baseline { entries: entries.into_iter().collect(), gone: BTreeSet::new() }
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Names of documents that are gone; their findings may have moved with a rename.
    pub fn set_gone(&mut self, exists: impl Fn(&str) -> bool) {
        let paths = self.entries.iter().flat_map(|e| &e.paths);
        self.gone = paths.filter(|path| !exists(path)).cloned().collect();
    }

    fn has_moved(&self, entry: &Entry) -> bool {
        entry.paths.iter().any(|path| self.gone.contains(path))
    }

    /// For each finding: is it accepted? Each entry accepts one.
    pub fn matches(&self, identities: &[Identity]) -> Vec<bool> {
        let known: BTreeSet<&str> = self.entries.iter().map(|e| e.id.as_str()).collect();
        let mut moved: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in self.entries.iter().filter(|e| self.has_moved(e)) {
            *moved.entry(&entry.content).or_default() += 1;
        }
        let accept = |identity: &Identity| {
            known.contains(identity.id.as_str())
                || moved.get_mut(identity.content.as_str()).filter(|left| **left > 0).is_some_and(|left| {
                    *left -= 1;
                    true
                })
        };
        identities.iter().map(accept).collect()
    }

    /// The entries that none of the findings needs.
    pub fn stale<'a>(&'a self, identities: &[Identity]) -> Vec<&'a Entry> {
        let ids: BTreeSet<&str> = identities.iter().map(|i| i.id.as_str()).collect();
        self.entries.iter().filter(|e| !ids.contains(e.id.as_str())).collect()
    }

    /// Those of them that this run could have found: each of their documents was read, or is gone.
    pub fn mended<'a>(&'a self, identities: &[Identity], read: &BTreeSet<&str>) -> Vec<&'a Entry> {
        let judged = |e: &&Entry| e.paths.iter().all(|p| read.contains(p.as_str()) || self.gone.contains(p));
        self.stale(identities).into_iter().filter(judged).collect()
    }

    pub fn write(&self) -> String {
        let mut text = format!("{HEAD}: findings accepted for now, one a line; see `crosscheck baseline --help`\n");
        for entry in &self.entries {
            let Entry { rule, id, content, words, paths } = entry;
            text.push_str(&[rule, id, content, &plain(words), &paths.join("\t")].map(String::as_str).join("\t"));
            text.push('\n');
        }
        text
    }

    /// The error is the end of a sentence that begins with the file's name.
    pub fn parse(text: &str) -> Result<Baseline, String> {
        let mut lines = text.lines().enumerate().map(|(i, line)| (i + 1, line.trim_end()));
        if !lines.next().is_some_and(|(_, line)| line.starts_with(HEAD)) {
            return Err(format!(
                "line 1: does not begin with `{HEAD}`; make it anew with `crosscheck baseline create`"
            ));
        }
        let mut entries = BTreeSet::new();
        for (number, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let mut fields = line.split('\t').map(str::to_owned);
            let fixed = [fields.next(), fields.next(), fields.next(), fields.next()];
            let paths: Vec<String> = fields.collect();
            let [Some(rule), Some(id), Some(content), Some(words)] = fixed else {
                return Err(format!("line {number}: is no finding{}", way_out(line)));
            };
            if paths.is_empty() || [&id, &content].iter().any(|h| h.len() != 16) {
                return Err(format!("line {number}: is no finding{}", way_out(line)));
            }
            entries.insert(Entry { rule, id, content, words, paths });
        }
        Ok(Baseline { entries, gone: BTreeSet::new() })
    }
}

fn way_out(line: &str) -> &'static str {
    if line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>") {
        " but a mark of a merge; keep the lines of both sides and delete the marks"
    } else {
        "; delete the line, or make the file anew with `crosscheck baseline create --force`"
    }
}

/// Words as one field: no tab, no line break, not too long.
fn plain(words: &str) -> String {
    let squeezed = words.split_whitespace().collect::<Vec<_>>().join(" ");
    squeezed.chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(n: u8, path: &str) -> Entry {
        Entry {
            rule: "date/invalid".to_owned(),
            id: format!("{n:016x}"),
            content: format!("{:016x}", 7),
            words: "31\tJune\n".to_owned(),
            paths: vec![path.to_owned()],
        }
    }

    fn identity(n: u8) -> Identity {
        Identity { id: format!("{n:016x}"), content: format!("{:016x}", 7) }
    }

    #[test]
    fn what_is_written_is_read_in_any_order() {
        let baseline = Baseline::new([entry(2, "b.md"), entry(1, "a.md")]);
        let text = baseline.write();
        assert_eq!(text.lines().nth(1), Some("date/invalid\t0000000000000001\t0000000000000007\t31 June\ta.md"));
        let again = Baseline::parse(&text).unwrap();
        assert_eq!(again.write(), text);
        let mut lines: Vec<&str> = text.lines().collect();
        lines.swap(1, 2);
        lines.push(lines[1]);
        assert_eq!(Baseline::parse(&lines.join("\n")).unwrap().write(), text);
    }

    #[test]
    fn broken_files_are_told_where() {
        assert!(Baseline::parse("").unwrap_err().starts_with("line 1: "));
        let conflict = format!("{HEAD}\n<<<<<<< HEAD\n");
        assert!(Baseline::parse(&conflict).unwrap_err().contains("a mark of a merge"));
        assert!(Baseline::parse(&format!("{HEAD}\nx\ty\n")).unwrap_err().starts_with("line 2: is no finding;"));
    }

    #[test]
    fn a_renamed_file_keeps_its_entries_and_a_copied_one_does_not() {
        let mut baseline = Baseline::new([entry(1, "old.md")]);
        assert_eq!(baseline.matches(&[identity(1), identity(2)]), [true, false]);
        baseline.set_gone(|_| false);
        assert_eq!(baseline.matches(&[identity(2), identity(3)]), [true, false]);
        assert_eq!(baseline.stale(&[identity(2)]).len(), 1);
    }
}
