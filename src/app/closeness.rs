//! How closely a file was named. A folder, a list of sources or a shell's `*` often takes in the very file that is
//! to be checked; the closer name tells what was meant.

use std::path::Path;

/// The more of a file's path a name spells out, the closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closeness(usize);

impl Closeness {
    /// By its own path.
    pub const EXACT: Closeness = Closeness(usize::MAX);

    /// As something in this folder, by the folder's true path.
    pub fn of_folder(folder: &Path) -> Closeness {
        Closeness(folder.as_os_str().len())
    }

    /// By a pattern of paths below this folder: what in it is no wildcard.
    pub fn of_pattern(folder: &Path, pattern: &str) -> Closeness {
        if !pattern.contains(['*', '?', '[', '{']) {
            return Closeness::EXACT;
        }
        let mut inside = false;
        let spelt = pattern.chars().filter(|c| {
            inside = (inside || matches!(c, '[' | '{')) && !matches!(c, ']' | '}');
            !inside && !matches!(c, '*' | '?' | ']' | '}' | '/')
        });
        let folders = pattern.split('/').filter(|part| !part.starts_with("**")).count().saturating_sub(1);
        Closeness(folder.as_os_str().len() + folders + spelt.map(char::len_utf8).sum::<usize>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_is_spelt_out_the_closer() {
        let root = Path::new("/work");
        let of = |pattern: &str| Closeness::of_pattern(root, pattern);
        assert!(of("**/*.md") < of("docs/**/*.md") && of("docs/**/*.md") < of("docs/**/facts-*.md"));
        assert!(of("docs/facts.md") == Closeness::EXACT && of("docs/[a-z]*.md") == of("docs/*.md"));
        assert!(Closeness::of_folder(root) < of("*.md"));
        assert!(Closeness::of_folder(&root.join("docs")) > Closeness::of_folder(root));
        assert!(Closeness::of_folder(&root.join("docs")) > of("**/*.md"));
    }
}
