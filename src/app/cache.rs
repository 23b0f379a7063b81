//! Where a store outlives the program: `.crosscheck_cache` in the folder of the configuration, else in the working
//! directory, beside the documents whose words it holds: it goes where they go, and is gone when they are. A file there is
//! all that one command needs; what was written by another build of the program, for another command, or is not whole,
//! counts as none. Whatever goes wrong here is no concern of whoever checks documents: it is not said.

use super::cli::Corpus;
use super::project::Project;
use crate::rules::Rule;
use crate::text::StableHash;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{Duration, SystemTime};

pub const FOLDER: &str = ".crosscheck_cache";

/// The files' extension.
const EXTENSION: &str = "store";
/// That of one that is being written.
const ASIDE: &str = "aside";

/// Before anything else in a file; with the build, since another one may read otherwise.
const MAGIC: &str = concat!("crosscheck ", env!("CARGO_PKG_VERSION"), " ", env!("CROSSCHECK_BUILD"), "\n");

/// Documents of fewer bytes are read as fast as a file is written.
const LEAST: usize = 64 << 10;
/// All files together take no more bytes than this; the oldest go.
const MOST: u64 = 512 << 20;
/// A file that is needed is marked as young once a day.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Tells backup programs to leave the folder out: <https://bford.info/cachedir/>.
const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of crosscheck's. It can be deleted at any time.\n";

/// Is there a cache, and where?
#[derive(Debug, Clone, Default)]
pub enum Cache {
    #[default]
    Off,
    /// In the project.
    On,
    In(PathBuf),
}

impl Cache {
    /// The file of a command.
    pub fn file(&self, project: &Project, corpus: &Corpus, rules: &[Rule], settings: &str) -> Option<CacheFile> {
        let (folder, is_own) = match self {
            Cache::Off => return None,
            Cache::On => (project.root().join(FOLDER), true),
            Cache::In(folder) => (folder.clone(), false),
        };
        // What stands on standard input is another text each time.
        if corpus.reads_stdin() || corpus.stdin.stdin_name.is_some() {
            return None;
        }
        let rules: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
        let (here, file) = (project.here(), project.file());
        Some(CacheFile { folder, is_own, asked: format!("{here:?} {file:?} {corpus:?} {rules:?} {settings}") })
    }
}

#[derive(Debug)]
pub struct CacheFile {
    folder: PathBuf,
    /// Is the folder ours alone?
    is_own: bool,
    /// All that tells what is asked for: stands in the file as well, for two may have one name.
    asked: String,
}

impl CacheFile {
    /// Is the cache worth its while for documents of so many bytes?
    pub fn pays(bytes: usize) -> bool {
        bytes >= LEAST
    }

    /// What was written last. None, if that is not whole, or was written by another build or for something else.
    pub fn read(&self) -> Option<Vec<u8>> {
        if !self.is_folder() {
            return None;
        }
        let mut bytes = fs::read(self.path()).ok()?;
        let (sum, rest) = bytes.strip_prefix(MAGIC.as_bytes())?.split_first_chunk::<4>()?;
        if crc32fast::hash(rest).to_le_bytes() != *sum {
            return None;
        }
        let body = rest.strip_prefix(self.head().as_slice())?.len();
        bytes.drain(..bytes.len().saturating_sub(body));
        Some(bytes)
    }

    /// Puts a whole file in the place of the one that was there, if any, and makes room for it.
    pub fn write(&self, body: &[u8]) {
        if body.len() as u64 <= MOST / 2 {
            // Only the next run is slower for it.
            let _ = self.try_to_write(body).and_then(|()| self.make_room());
        }
    }

    /// It is needed still.
    pub fn touch(&self) {
        let is_old = |file: &File| Some(file.metadata().ok()?.modified().ok()?.elapsed().ok()? > DAY);
        if let Ok(file) = File::options().append(true).open(self.path())
            && is_old(&file) == Some(true)
        {
            let _ = file.set_modified(SystemTime::now());
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(StableHash::default().field(&self.asked).hex()).with_extension(EXTENSION)
    }

    /// What is asked for, with its length.
    fn head(&self) -> Vec<u8> {
        [&(self.asked.len() as u64).to_le_bytes(), self.asked.as_bytes()].concat()
    }

    /// A link in the place of our folder leads to files of others.
    fn is_folder(&self) -> bool {
        let about = if self.is_own { fs::symlink_metadata(&self.folder) } else { fs::metadata(&self.folder) };
        about.is_ok_and(|about| about.is_dir())
    }

    fn try_to_write(&self, body: &[u8]) -> io::Result<()> {
        if fs::symlink_metadata(&self.folder).is_err() {
            make(&self.folder)?;
        }
        if !self.is_folder() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let head = self.head();
        let mut sum = crc32fast::Hasher::new();
        sum.update(&head);
        sum.update(body);
        let aside = self.path().with_extension(format!("{}.{ASIDE}", process::id()));
        let written = File::create(&aside).and_then(|mut file| {
            file.write_all(MAGIC.as_bytes())?;
            file.write_all(&sum.finalize().to_le_bytes())?;
            file.write_all(&head)?;
            file.write_all(body)
        });
        // Whoever reads meanwhile sees the old file or the new one, whole.
        written.and_then(|()| fs::rename(&aside, self.path())).inspect_err(|_| _ = fs::remove_file(&aside))
    }

    /// Removes the oldest files while all take too many bytes, and what a run that was stopped left behind.
    fn make_room(&self) -> io::Result<()> {
        let own = self.path();
        let mut files: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
        for entry in fs::read_dir(&self.folder)?.filter_map(Result::ok) {
            let path = entry.path();
            let (Some(extension), Ok(about)) = (path.extension(), entry.metadata()) else { continue };
            let Ok(modified) = about.modified() else { continue };
            if extension == ASIDE && modified.elapsed().is_ok_and(|age| age > DAY) {
                let _ = fs::remove_file(&path);
            } else if extension == EXTENSION && path != own {
                files.push((modified, about.len(), path));
            }
        }
        files.sort();
        let mut taken =
            files.iter().map(|(_, length, _)| length).sum::<u64>().saturating_add(fs::metadata(&own)?.len());
        for (_, length, path) in &files {
            if taken <= MOST {
                break;
            }
            fs::remove_file(path)?;
            taken = taken.saturating_sub(*length);
        }
        Ok(())
    }
}

/// Makes the folder, which only its owner may look into, as it holds the words of documents.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)?;
    fs::write(folder.join(".gitignore"), "# Made by crosscheck.\n*\n")?;
    fs::write(folder.join("CACHEDIR.TAG"), TAG)
}
