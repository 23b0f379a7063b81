//! Where a store outlives the program: `.crosscheck_cache` in the folder of the configuration, else in the working
//! directory, beside the documents whose words it holds: it goes where they go, and is gone when they are. A file there is
//! all that one command needs; what was written by another build of the program, for another command, or is not whole,
//! counts as none. Whatever goes wrong here is no concern of whoever checks documents: it is not said.

use super::cli::{Caching, Corpus};
use super::project::Project;
use crate::rules::Rule;
use crate::text::StableHash;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
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
/// What is kept of documents of more bytes would fill the cache alone, and take much memory before.
const MOST_READ: usize = 48 << 20;
/// All files together take no more bytes than this; the oldest go.
const MOST: u64 = 512 << 20;
/// So many bytes are written at once.
const BUFFER: usize = 256 << 10;
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
    /// What the command line asks for.
    pub fn of(caching: &Caching) -> Cache {
        match &caching.cache_dir {
            _ if caching.no_cache => Cache::Off,
            Some(folder) => Cache::In(folder.clone()),
            None => Cache::On,
        }
    }

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
    /// Is the cache worth its while for documents of so many bytes? Whoever names a folder wants it for few, too.
    pub fn pays(&self, bytes: usize) -> bool {
        bytes <= MOST_READ && (!self.is_own || bytes >= LEAST)
    }

    /// What was written last, and where in it the pieces begin. None, if that is not whole, or was written by another build or for something else.
    pub fn read(&self) -> Option<(Vec<u8>, usize)> {
        if !self.is_folder() {
            return None;
        }
        let bytes = fs::read(self.path()).ok()?;
        let (sum, rest) = bytes.strip_prefix(MAGIC.as_bytes())?.split_first_chunk::<4>()?;
        if crc32fast::hash(rest).to_le_bytes() != *sum {
            return None;
        }
        let length = rest.strip_prefix(self.head().as_slice())?.len();
        let start = bytes.len().saturating_sub(length);
        Some((bytes, start))
    }

    /// Puts a whole file in the place of the one that was there, if any, and makes room for it.
    pub fn write<P: AsRef<[u8]>>(&self, pieces: &[P]) {
        if pieces.iter().map(|piece| piece.as_ref().len() as u64).sum::<u64>() <= MOST {
            // Only the next run is slower for it.
            let _ = self.try_to_write(pieces).and_then(|()| self.make_room(MOST));
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

    fn try_to_write<P: AsRef<[u8]>>(&self, pieces: &[P]) -> io::Result<()> {
        if fs::symlink_metadata(&self.folder).is_err() {
            make(&self.folder)?;
        }
        if !self.is_folder() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let head = self.head();
        let mut sum = crc32fast::Hasher::new();
        sum.update(&head);
        pieces.iter().for_each(|piece| sum.update(piece.as_ref()));
        let aside = self.path().with_extension(format!("{}.{ASIDE}", process::id()));
        let written = File::create(&aside).and_then(|file| {
            let mut file = BufWriter::with_capacity(BUFFER, file);
            file.write_all(MAGIC.as_bytes())?;
            file.write_all(&sum.finalize().to_le_bytes())?;
            file.write_all(&head)?;
            pieces.iter().try_for_each(|piece| file.write_all(piece.as_ref()))?;
            file.flush()
        });
        // Whoever reads meanwhile sees the old file or the new one, whole.
        written.and_then(|()| fs::rename(&aside, self.path())).inspect_err(|_| _ = fs::remove_file(&aside))
    }

    /// Removes the oldest files while all take more than `most` bytes, and what a run that was stopped left behind.
    fn make_room(&self, most: u64) -> io::Result<()> {
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
            if taken <= most {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The file of what is asked for in a folder that the test owns.
    fn file(folder: &Path, asked: &str) -> CacheFile {
        CacheFile { folder: folder.to_owned(), is_own: true, asked: asked.to_owned() }
    }

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("crosscheck-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn read(file: &CacheFile) -> Option<Vec<u8>> {
        file.read().map(|(bytes, start)| bytes[start..].to_vec())
    }

    #[test]
    fn what_is_not_whole_or_of_others_is_none() {
        let folder = folder("whole");
        let own = file(&folder, "docs");
        assert_eq!(read(&own), None);
        own.write(&[&b"one "[..], b"two"]);
        assert_eq!(read(&own).as_deref(), Some(&b"one two"[..]));
        let whole = fs::read(own.path()).unwrap();
        for length in 0..whole.len() {
            fs::write(own.path(), &whole[..length]).unwrap();
            assert_eq!(read(&own), None, "the first {length} bytes");
            let mut bent = whole.clone();
            bent[length] ^= 1;
            fs::write(own.path(), &bent).unwrap();
            assert_eq!(read(&own), None, "byte {length}");
        }
        // Two that are asked for may have one hash.
        fs::write(file(&folder, "other").path(), &whole).unwrap();
        assert_eq!(read(&file(&folder, "other")), None);
        own.write(&[b"three"]);
        assert_eq!(read(&own).as_deref(), Some(&b"three"[..]));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_oldest_make_room() {
        let folder = folder("room");
        let files: Vec<CacheFile> = ["a", "b", "c"].iter().map(|asked| file(&folder, asked)).collect();
        for (age, file) in files.iter().enumerate() {
            file.write(&[vec![0; 1000]]);
            let file = File::options().append(true).open(file.path()).unwrap();
            file.set_modified(SystemTime::now() - DAY * (5 - age as u32)).unwrap();
        }
        // The second is needed again.
        files[1].touch();
        fs::write(folder.join("theirs.txt"), vec![0; 5000]).unwrap();
        let stopped = folder.join("0123456789abcdef.7.aside");
        fs::write(&stopped, "half").unwrap();
        File::options().append(true).open(&stopped).unwrap().set_modified(SystemTime::now() - DAY * 2).unwrap();
        let there = || files.iter().map(|file| file.path().exists()).collect::<Vec<_>>();
        files[0].make_room(4000).unwrap();
        assert_eq!((there(), stopped.exists()), (vec![true; 3], false));
        file(&folder, "d").write(&[vec![0; 1000]]);
        file(&folder, "d").make_room(3500).unwrap();
        assert_eq!(there(), [false, true, true]);
        file(&folder, "d").make_room(2500).unwrap();
        assert_eq!(there(), [false, true, false]);
        assert!(folder.join("theirs.txt").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn a_link_leads_to_files_of_others() {
        let (folder, theirs) = (folder("link"), folder("theirs"));
        fs::create_dir_all(&theirs).unwrap();
        std::os::unix::fs::symlink(&theirs, &folder).unwrap();
        let own = file(&folder, "docs");
        own.write(&[b"words"]);
        assert_eq!((read(&own), fs::read_dir(&theirs).unwrap().count()), (None, 0));
        fs::remove_file(folder).unwrap();
        fs::remove_dir_all(theirs).unwrap();
    }
}
