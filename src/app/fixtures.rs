//! What a folder of a project holds that is not its own text: the pages of packages that were taken in, and the documents
//! that its tests run on. Whoever names such a folder has it read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Folders of other people's packages.
pub const PACKAGES: [&str; 7] =
    ["node_modules", "bower_components", "site-packages", "vendor", "vendored", "third_party", "third-party"];
/// Folders of what tests read.
const DATA: [&str; 3] = ["testdata", "fixtures", "__fixtures__"];
/// Folders of tests, where code lies in them; a site may have a chapter about tests.
const WITH_CODE: [&str; 4] = ["test", "tests", "__tests__", "spec"];
/// Files of code.
const CODE: [&str; 15] =
    ["py", "js", "mjs", "cjs", "ts", "tsx", "rs", "go", "rb", "java", "c", "cc", "cpp", "cs", "php"];

/// The documents left alone, by the folder that was walked, with the names of the folders that they lie in.
#[derive(Debug, Clone, Default)]
pub struct Fixtures(BTreeMap<PathBuf, (usize, BTreeSet<String>)>);

impl Fixtures {
    /// Splits what a walk through `directory` found into what is read and what is left alone.
    pub fn take(&mut self, directory: &Path, documents: Vec<PathBuf>, others: &[PathBuf]) -> Vec<PathBuf> {
        let tested: BTreeSet<PathBuf> =
            others.iter().filter(|file| is_code(file)).flat_map(|f| folders(directory, f)).collect();
        let (left, read): (Vec<PathBuf>, Vec<PathBuf>) =
            documents.into_iter().partition(|file| folders(directory, file).any(|folder| is_apart(&folder, &tested)));
        for file in &left {
            let folder = folders(directory, file).find(|folder| is_apart(folder, &tested));
            let name = folder.and_then(|f| Some(f.file_name()?.to_string_lossy().into_owned())).unwrap_or_default();
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

fn is_apart(folder: &Path, tested: &BTreeSet<PathBuf>) -> bool {
    let Some(name) = folder.file_name().and_then(|n| n.to_str()) else { return false };
    PACKAGES.contains(&name) || DATA.contains(&name) || WITH_CODE.contains(&name) && tested.contains(folder)
}
