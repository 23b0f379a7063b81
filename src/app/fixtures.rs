//! What a folder of a project holds that is not its own text: the pages of packages that were taken in, and the documents
//! that its tests run on. Whoever names such a folder has it read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Folders that a package manager fills.
pub const INSTALLED: [&str; 3] = ["node_modules", "bower_components", "site-packages"];
/// Folders of packages that were taken in. A site of contracts may have pages under `vendor`: there code lies in none.
pub const TAKEN_IN: [&str; 4] = ["vendor", "vendored", "third_party", "third-party"];
/// Folders of tests and of what they read, where code lies in them: a site may have a chapter about tests, and a club pages
/// of its fixtures.
const TESTS: [&str; 7] = ["test", "tests", "__tests__", "spec", "testdata", "fixtures", "__fixtures__"];
/// Files of code.
const CODE: [&str; 15] =
    ["py", "js", "mjs", "cjs", "ts", "tsx", "rs", "go", "rb", "java", "c", "cc", "cpp", "cs", "php"];

/// The documents left alone, by the folder that was walked, with the names of the folders that they lie in.
#[derive(Debug, Clone, Default)]
pub struct Fixtures(BTreeMap<PathBuf, (usize, BTreeSet<String>)>);

impl Fixtures {
    /// Splits what a walk through `directory` found into what is read and what is left alone.
    pub fn take(&mut self, directory: &Path, documents: Vec<PathBuf>, others: &[PathBuf]) -> Vec<PathBuf> {
        let with_code: BTreeSet<PathBuf> =
            others.iter().filter(|file| is_code(file)).flat_map(|f| folders(directory, f)).collect();
        let mut read = Vec::with_capacity(documents.len());
        for file in documents {
            let Some(name) = folders(directory, &file).find_map(|folder| left_alone(&folder, &with_code)) else {
                read.push(file);
                continue;
            };
            let (count, names) = self.0.entry(directory.to_owned()).or_default();
            *count = count.saturating_add(1);
            names.insert(name);
        }
        read
    }

    /// A sentence for each directory.
    pub fn remarks(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(directory, (count, names))| {
            let documents = if *count == 1 { "1 document".to_owned() } else { format!("{count} documents") };
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!(
                "{}: left {documents} alone that tests or other packages hold ({}); to have them read, name their folder",
                directory.display(),
                names.join(", ")
            )
        })
    }
}

fn is_code(file: &Path) -> bool {
    file.extension().is_some_and(|e| CODE.iter().any(|code| e.eq_ignore_ascii_case(code)))
}

/// The folders between a walked directory and a file, from the outermost.
fn folders<'a>(directory: &'a Path, file: &'a Path) -> impl Iterator<Item = PathBuf> + 'a {
    let inner = file.strip_prefix(directory).ok().and_then(Path::parent).into_iter().flat_map(Path::components);
    inner.scan(directory.to_owned(), |so_far, part| {
        so_far.push(part);
        Some(so_far.clone())
    })
}

/// The folder's name, if it is one whose documents are not the project's own.
fn left_alone(folder: &Path, with_code: &BTreeSet<PathBuf>) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    let by_code = TAKEN_IN.contains(&name) || TESTS.contains(&name);
    (INSTALLED.contains(&name) || by_code && with_code.contains(folder)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tests_and_packages_hold_is_left_alone_and_told() {
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
        let documents = paths(&[
            "kit/README.md",
            "kit/tests/pages/a.md",
            "kit/node_modules/oar/README.md",
            "kit/vendor/sail/README.md",
            "kit/docs/tests/index.md",
            "kit/docs/vendor/terms.md",
            "kit/fixtures/saturday.md",
        ]);
        let others = paths(&["kit/tests/a.py", "kit/vendor/sail/sail.go", "kit/docs/logo.png"]);
        let mut fixtures = Fixtures::default();
        let read = fixtures.take(Path::new("kit"), documents, &others);
        let own = ["kit/README.md", "kit/docs/tests/index.md", "kit/docs/vendor/terms.md", "kit/fixtures/saturday.md"];
        assert_eq!(read, paths(&own));
        let told: Vec<String> = fixtures.remarks().collect();
        assert_eq!(
            told,
            [
                "kit: left 3 documents alone that tests or other packages hold (node_modules, tests, vendor); to have them \
                 read, name their folder"
            ]
        );
    }
}
