//! The project: what `crosscheck.toml` says, found from the working directory upwards.
//! Without one, the working directory is the project and everything is as it comes.

use super::cli::FailOn;
use super::closeness::Closeness;
use super::patterns::globs;
use super::walk::walk;
use crate::claim::Pinned;
use crate::lexicon::declared::{Aliases, Terms};
use crate::policy::{Baseline, Level, Levels, Selector, Truth, suggestion};
use crate::rules::{Settings, Severity};
use clap::ValueEnum;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

pub const FILE: &str = "crosscheck.toml";

/// Python's projects may keep it here, as `[tool.crosscheck]`.
const PYPROJECT: &str = "pyproject.toml";

/// Where the baseline is kept unless the configuration says otherwise.
pub const BASELINE: &str = "crosscheck.baseline";

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Written {
    documents: Vec<String>,
    sources: Vec<String>,
    sets: Vec<Set>,
    truth: Vec<String>,
    reference_date: Option<Plain>,
    stale_after_days: Option<i32>,
    fail_on: Option<String>,
    baseline: Option<String>,
    levels: BTreeMap<String, String>,
    paths: Vec<WrittenPaths>,
    aliases: WrittenAliases,
    terms: BTreeMap<String, Vec<String>>,
    pinned: BTreeMap<String, Plain>,
}

/// What of a `pyproject.toml` is ours.
#[derive(Debug, Deserialize)]
struct PyProject {
    tool: Option<Tool>,
}

#[derive(Debug, Deserialize)]
struct Tool {
    crosscheck: Option<Written>,
}

/// A text, or what TOML has as a type of its own and means the same: `2025-12-01`, `14`.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a text in quotation marks, a day or a number")]
enum Plain {
    Text(String),
    Day(toml::value::Datetime),
    Whole(i64),
    Decimal(f64),
}

impl Plain {
    fn text(&self) -> String {
        match self {
            Plain::Text(text) => text.clone(),
            Plain::Day(day) => day.to_string(),
            Plain::Whole(number) => number.to_string(),
            Plain::Decimal(number) => number.to_string(),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct WrittenAliases {
    same: Vec<Vec<String>>,
    not_same: Vec<Vec<String>>,
    case_sensitive: Vec<String>,
}

/// Documents that are held against each other, or against sources, and against nothing else.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Set {
    pub documents: Vec<String>,
    pub sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenPaths {
    files: Vec<String>,
    levels: BTreeMap<String, String>,
}

/// What patterns of paths match.
#[derive(Debug, Default)]
pub struct Matched {
    /// Each with how closely it is named.
    pub files: Vec<(PathBuf, Closeness)>,
    /// A sentence for each pattern that matches none.
    pub problems: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Project {
    /// The configuration's folder, or the working directory.
    root: PathBuf,
    /// The working directory, which paths on the command line and in reports are seen from.
    here: PathBuf,
    /// The configuration, where there is one.
    file: Option<PathBuf>,
    documents: Vec<String>,
    sources: Vec<String>,
    pub sets: Vec<Set>,
    /// What the engine is told.
    pub settings: Settings,
    pub fail_on: Option<FailOn>,
    baseline: Option<String>,
    pub levels: Levels,
    pub truth: Truth,
}

impl Project {
    /// The project of the working directory, or of the file that is given.
    pub fn find(given: Option<&Path>) -> Result<Project, String> {
        let here = env::current_dir()
            .and_then(fs::canonicalize)
            .map_err(|error| format!("the working directory cannot be read: {error}"))?;
        let (file, written) = match given {
            Some(given) => (Some(here.join(given)), Some(written_in(&here.join(given), &given.display().to_string())?)),
            None => found_from(&here)?,
        };
        let root = file.as_deref().and_then(Path::parent).and_then(|folder| fs::canonicalize(folder).ok());
        let root = root.unwrap_or_else(|| here.clone());
        let shown = given.or(file.as_deref()).unwrap_or(Path::new(FILE)).display().to_string();
        let project = Project { root, here, file, ..Project::default() };
        project.with(written.unwrap_or_default()).map_err(|sentence| format!("{shown}: {sentence}"))
    }

    fn with(mut self, written: Written) -> Result<Project, String> {
        let date = |date: &Plain| {
            let date = date.text();
            date.parse::<Date>().map_err(|_| format!("reference-date: `{date}` is no day as YYYY-MM-DD"))
        };
        let WrittenAliases { same, not_same, case_sensitive } = &written.aliases;
        let pinned =
            written.pinned.iter().map(|(subject, value)| Pinned::new(subject, &value.text())).collect::<Result<_, _>>();
        self.settings = Settings {
            reference_date: written.reference_date.as_ref().map(date).transpose()?,
            stale_after_days: written.stale_after_days,
            aliases: Aliases::new(same, not_same, case_sensitive).map_err(|fault| format!("[aliases]: {fault}"))?,
            terms: Terms::new(&written.terms).map_err(|fault| format!("[terms]: {fault}"))?,
            pinned: pinned.map_err(|fault| format!("[pinned]: {fault}"))?,
        };
        let level = |name: String| {
            FailOn::from_str(&name, false)
                .map_err(|_| format!("fail-on: `{name}` is none of `note`, `warning`, `error`, `never`"))
        };
        self.fail_on = written.fail_on.map(level).transpose()?;
        self.baseline = written.baseline;
        self.levels.add(None, levels(&written.levels)?);
        for paths in &written.paths {
            self.levels.add(Some(globs(&paths.files)?), levels(&paths.levels)?);
        }
        globs(&written.documents)?;
        globs(&written.sources)?;
        for set in &written.sets {
            globs(&set.documents)?;
            globs(&set.sources)?;
            if set.documents.is_empty() {
                return Err("[[sets]]: a set names no documents".to_owned());
            }
        }
        let rank = |pattern: &String| globs(std::slice::from_ref(pattern));
        self.truth = Truth::new(written.truth.iter().map(rank).collect::<Result<_, _>>()?);
        self.documents = written.documents;
        self.sources = written.sources;
        self.sets = written.sets;
        Ok(self)
    }

    pub fn has_documents(&self) -> bool {
        !self.documents.is_empty() || !self.sets.is_empty()
    }

    /// What is named outside of the sets.
    pub fn whole(&self) -> Set {
        Set { documents: self.documents.clone(), sources: self.sources.clone() }
    }

    /// The files that patterns match.
    pub fn files(&self, patterns: &[String]) -> Result<Matched, String> {
        // A walk through the whole project is not for nothing.
        if patterns.is_empty() {
            return Ok(Matched::default());
        }
        let globs = globs(patterns)?;
        let closeness: Vec<Closeness> =
            patterns.iter().map(|pattern| Closeness::of_pattern(&self.root, pattern)).collect();
        let mut matched = vec![false; patterns.len()];
        let mut files = Vec::new();
        for entry in walk(&self.root).build().filter_map(Result::ok) {
            let Ok(name) = entry.path().strip_prefix(&self.root) else { continue };
            let hits = globs.matches(name);
            let closest = hits.iter().filter_map(|hit| closeness.get(*hit)).max();
            let Some(closest) = closest.filter(|_| entry.file_type().is_some_and(|t| !t.is_dir())) else { continue };
            files.push((self.seen_from_here(entry.path()), *closest));
            for hit in hits {
                matched.get_mut(hit).map(|m| *m = true).unwrap_or_default();
            }
        }
        let idle = patterns.iter().zip(matched).filter(|(_, matched)| !matched);
        let name = self.file_name();
        let problems = idle.map(|(pattern, _)| format!("{name}: no document matches `{pattern}`; mend or remove it"));
        Ok(Matched { files, problems: problems.collect() })
    }

    /// Is the file one that the configuration names?
    pub fn covers(&self, file: &Path) -> bool {
        let name = file.strip_prefix(&self.root).unwrap_or(file);
        let sets = self.sets.iter().flat_map(|set| [&set.documents, &set.sources]);
        sets.chain([&self.documents, &self.sources]).any(|patterns| globs(patterns).is_ok_and(|set| set.is_match(name)))
    }

    /// A file of the project as the working directory sees it.
    pub fn seen_from_here(&self, file: &Path) -> PathBuf {
        if let Ok(below) = file.strip_prefix(&self.here) {
            return below.to_owned();
        }
        match (self.here.strip_prefix(&self.root), file.strip_prefix(&self.root)) {
            (Ok(depth), Ok(name)) => depth.components().map(|_| "..").collect::<PathBuf>().join(name),
            _ => file.to_owned(),
        }
    }

    /// By paths as reports print them, the names that last: from the project's folder.
    pub fn names<'p>(&self, paths: impl Iterator<Item = &'p str>) -> BTreeMap<String, String> {
        let mut folders: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
        let mut name = |path: &str| {
            let mut whole = self.here.join(path);
            if let (Some(folder), Some(name)) = (whole.parent(), whole.file_name()) {
                if !folders.contains_key(folder) {
                    folders.insert(folder.to_owned(), fs::canonicalize(folder).ok());
                }
                if let Some(Some(true_folder)) = folders.get(folder) {
                    whole = true_folder.join(name);
                }
            }
            whole.strip_prefix(&self.root).unwrap_or(&whole).to_string_lossy().replace('\\', "/")
        };
        paths.map(|path| (path.to_owned(), name(path))).collect()
    }

    /// The working directory.
    pub fn here(&self) -> &Path {
        &self.here
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The configuration, whether or not it is there.
    pub fn file(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| self.root.join(FILE))
    }

    /// How messages call it.
    pub fn file_name(&self) -> String {
        self.file().file_name().map_or_else(|| FILE.to_owned(), |name| name.to_string_lossy().into_owned())
    }

    pub fn exists(&self, name: &str) -> bool {
        self.root.join(name).exists()
    }

    pub fn baseline_file(&self) -> PathBuf {
        self.seen_from_here(&self.root.join(self.baseline.as_deref().unwrap_or(BASELINE)))
    }

    /// The baseline, if there is one. One that the configuration names must be there.
    pub fn baseline(&self) -> Result<Option<Baseline>, String> {
        let file = self.baseline_file();
        match fs::read_to_string(&file) {
            Ok(text) => {
                let mut baseline =
                    Baseline::parse(&text).map_err(|sentence| format!("{}: {sentence}", file.display()))?;
                baseline.set_gone(|name| self.exists(name));
                Ok(Some(baseline))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && self.baseline.is_none() => Ok(None),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(format!(
                "{}: the baseline that {} names does not exist; make it with `crosscheck baseline create`",
                file.display(),
                self.file_name()
            )),
            Err(error) => Err(format!("{}: cannot be read: {error}", file.display())),
        }
    }
}

/// The configuration of the nearest folder that has one, from this one upwards. `crosscheck.toml` comes before the
/// table of a `pyproject.toml` beside it.
fn found_from(here: &Path) -> Result<(Option<PathBuf>, Option<Written>), String> {
    for folder in here.ancestors() {
        let file = folder.join(FILE);
        if file.is_file() {
            let written = written_in(&file, &file.display().to_string())?;
            return Ok((Some(file), Some(written)));
        }
        let file = folder.join(PYPROJECT);
        // One that says nothing of it is none of ours, whatever is wrong with it.
        let text = fs::read_to_string(&file).ok().filter(|text| text.contains("crosscheck"));
        let of_tool = text.map(|text| of_tool(&text).map_err(|sentence| format!("{}: {sentence}", file.display())));
        if let Some(written) = of_tool.transpose()?.flatten() {
            return Ok((Some(file), Some(written)));
        }
    }
    Ok((None, None))
}

fn written_in(file: &Path, shown: &str) -> Result<Written, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{shown}: cannot be read: {error}"))?;
    let written = if file.file_name().is_some_and(|name| name == PYPROJECT) {
        of_tool(&text).and_then(|written| written.ok_or("has no table [tool.crosscheck]".to_owned()))
    } else {
        parsed(&text)
    };
    written.map_err(|sentence| format!("{shown}: {sentence}"))
}

/// The table `[tool.crosscheck]`, if there is one.
fn of_tool(text: &str) -> Result<Option<Written>, String> {
    let whole: PyProject = parsed(text)?;
    Ok(whole.tool.and_then(|tool| tool.crosscheck))
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| sentence(text, &error))
}

fn levels(written: &BTreeMap<String, String>) -> Result<Vec<(Selector, Level)>, String> {
    let level = |(rule, level): (&String, &String)| {
        let severities = [Severity::Note, Severity::Warning, Severity::Error];
        let level = match level.as_str() {
            "off" => Level::Off,
            name => severities
                .into_iter()
                .find(|severity| severity.name() == name)
                .map(Level::At)
                .ok_or(format!("{rule}: `{name}` is none of `off`, `note`, `warning`, `error`"))?,
        };
        Ok((Selector::new(rule)?, level))
    };
    written.iter().map(level).collect()
}

/// The parser's error as a sentence with its line, and for a slip in a key the likeliest one.
fn sentence(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let message = error.message().trim();
    let mut names = message.split('`').skip(1).step_by(2);
    match (message.starts_with("unknown field"), names.next()) {
        (true, Some(key)) => {
            let perhaps = suggestion(key, names);
            format!("line {line}: there is no key `{key}`{perhaps}; `crosscheck init` writes a file with all of them")
        }
        _ => match wrong_type(message) {
            Some(wrong) => format!("line {line}: `{}` {wrong}", key_on(text, line)),
            None => format!("line {line}: {}", message.replace('\n', " ")),
        },
    }
}

/// What stands left of the equals sign, or the table's head.
fn key_on(text: &str, line: usize) -> &str {
    let written = text.lines().nth(line - 1).unwrap_or_default();
    written.split('=').next().unwrap_or_default().trim().trim_matches('"')
}

/// The parser's names of types, and what they are in the file.
const TYPES: &[(&str, &str)] = &[
    ("string", "a text in quotation marks"),
    ("a string", "a text in quotation marks"),
    ("sequence", "a list in brackets"),
    ("a sequence", "a list in brackets"),
    ("map", "a table"),
    ("a map", "a table"),
    ("integer", "a whole number"),
    ("i32", "a whole number"),
    ("floating point", "a number with decimals"),
    ("boolean", "true or false"),
];

/// "is a whole number, and must be a text in quotation marks".
fn wrong_type(message: &str) -> Option<String> {
    let (is, must) = message.strip_prefix("invalid type: ")?.split_once(", expected ")?;
    let words = |name: &str| TYPES.iter().find(|(known, _)| *known == name).map(|(_, words)| *words);
    // The value itself stands behind the type: "integer `3`".
    let is = is.split([' ', '`', '"']).next().filter(|first| *first != "floating").unwrap_or("floating point");
    Some(format!("is {}, and must be {}", words(is)?, words(must.trim())?))
}

#[cfg(test)]
impl Project {
    /// The project of a configuration's text.
    pub fn of(text: &str) -> Result<Project, String> {
        parsed(text).and_then(|written| Project::default().with(written))
    }

    /// The keys that may stand at the top, as the parser names them.
    pub fn keys() -> Vec<String> {
        let fault = toml::from_str::<Written>("no-such-key = 1").unwrap_err();
        fault.message().split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        Project::of(text).unwrap_err()
    }

    #[test]
    fn slips_are_told_with_line_and_likely_key() {
        assert!(
            fault("\nrefrence-date = \"2025-01-01\"")
                .starts_with("line 2: there is no key `refrence-date`, perhaps `reference-date`;")
        );
        assert_eq!(fault("fail-on = \"warn\""), "fail-on: `warn` is none of `note`, `warning`, `error`, `never`");
        assert_eq!(fault("reference-date = \"31 June\""), "reference-date: `31 June` is no day as YYYY-MM-DD");
        assert!(fault("[levels]\n\"date/invalud\" = \"off\"").contains("perhaps `date/invalid`"));
        assert_eq!(fault("[levels]\ndate = \"loud\""), "date: `loud` is none of `off`, `note`, `warning`, `error`");
        assert_eq!(
            fault("[aliases]\nsame = [[\"A\"]]"),
            "[aliases]: same: a group needs two names or more, and here is `A` alone"
        );
        assert!(fault("[aliases]\nsme = []").starts_with("line 2: there is no key `sme`, perhaps `same`;"));
        assert_eq!(fault("[pinned]\nseats = \"many\""), "[pinned]: seats: `many` is neither one amount nor one date");
        assert!(fault("[terms]\nalliance = []").starts_with("[terms]: `alliance` replaces nothing;"));
        assert_eq!(
            fault("\ndocuments = \"a\""),
            "line 2: `documents` is a text in quotation marks, and must be a list in brackets"
        );
        assert_eq!(fault("fail-on = 3"), "line 1: `fail-on` is a whole number, and must be a text in quotation marks");
        assert_eq!(fault("[paths]\nfiles = [\"a\"]"), "line 1: `[paths]` is a table, and must be a list in brackets");
        assert_eq!(
            fault("stale-after-days = 1.5"),
            "line 1: `stale-after-days` is a number with decimals, and must be a whole number"
        );
        let own = "reference-date = 2025-12-01\n[pinned]\nseats = 14\n\"length in km\" = 1.5\n";
        let project = Project::of(own).unwrap();
        assert!(project.settings.reference_date.is_some() && project.settings.pinned.len() == 2);
        assert!(fault("documents = [\"a[\"]").starts_with("`a[` is no pattern of paths: "));
    }

    #[test]
    fn python_s_projects_have_a_table() {
        let of = |text: &str| of_tool(text).map(|written| written.map(|written| written.documents));
        assert_eq!(of("[tool.crosscheck]\ndocuments = [\"a.md\"]"), Ok(Some(vec!["a.md".to_owned()])));
        assert_eq!(of("[project]\nname = \"a\"\n[tool.other]\nx = 1"), Ok(None));
        let fault = of("[project]\nname = \"a\"\n\n[tool.crosscheck]\ndocument = []").unwrap_err();
        assert!(fault.starts_with("line 5: there is no key `document`, perhaps `documents`;"), "{fault}");
    }

    #[test]
    fn the_file_that_init_writes_is_read() {
        let project = Project::of(&super::super::init::every_key()).unwrap();
        assert_eq!(project.settings.aliases.one("WHO", "World Health Organization"), Some(true));
        assert!(!project.settings.terms.is_empty());
        assert!(
            project.sets.len() == 1
                && !project.whole().documents.is_empty()
                && !project.whole().sources.is_empty()
                && project.settings.reference_date.is_some()
        );
        assert!(Project::of(super::super::init::TEMPLATE).is_ok());
    }
}
