//! What one check keeps for the next, of the same run of the program (`--watch`) or of another (`cache`): the ledgers of
//! files whose bytes are the same, and what was found of stories that none of the others is in. Nothing is taken for the
//! same but the same bytes under the same name, role and settings.

use super::cache::CacheFile;
use super::convert::Content;
use super::open::{Bytes, Outcome, open_bytes};
use super::packed::{Kept, Unpacked, pack, unpack};
use crate::claim::Ledger;
use crate::document::Role;
use crate::pipeline::Memo;
use crate::rules::Settings;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

#[derive(Debug, Default)]
pub struct Store {
    /// Where it outlives the program, if it does.
    file: Option<CacheFile>,
    /// Has it what the file has not?
    is_ahead: bool,
    /// Does anybody come again?
    keeps: bool,
    /// In this run of the program?
    is_watched: bool,
    /// The settings that all of it hangs on.
    settings: String,
    /// By name; none of a file that stands in a run twice.
    kept: BTreeMap<String, Option<Kept>>,
    readings: u64,
    pub memo: Memo,
}

impl Store {
    /// For one check after the other.
    pub fn keeping() -> Store {
        Store { keeps: true, is_watched: true, ..Store::default() }
    }

    /// A run by these settings begins: by others than those of the last one all is read anew, or taken from the cache,
    /// where that has it.
    pub fn begin(&mut self, settings: String, file: Option<CacheFile>) {
        if self.settings == settings {
            return;
        }
        let known = file.as_ref().and_then(CacheFile::read).and_then(unpack).unwrap_or_default();
        let Unpacked { kept, readings, memo } = known;
        // No number is given twice, be it by this run or by the one that wrote the cache.
        let readings = self.readings.max(readings);
        let (keeps, is_watched) = (self.keeps || file.is_some(), self.is_watched);
        *self = Store { keeps, is_watched, settings, file, readings, kept, memo, is_ahead: false };
    }

    /// Writes what the next run may need into the cache, where there is one.
    pub fn save(&mut self) {
        let Some(file) = self.file.as_ref().filter(|file| file.pays(self.length())) else { return };
        if !std::mem::take(&mut self.is_ahead) {
            return file.touch();
        }
        if let Some(pieces) = pack(&self.kept, self.readings, &self.memo) {
            file.write(&pieces);
        }
    }

    fn length(&self) -> usize {
        self.kept.values().flatten().map(|kept| kept.content.bytes.len()).sum()
    }

    /// The number of the reading that a document comes from.
    pub fn number(&self, ledger: &Ledger) -> Option<u64> {
        self.kept.get(&ledger.document.path)?.as_ref().map(|kept| kept.number)
    }

    /// By name, the number of each file that is kept.
    fn numbers(&self) -> BTreeMap<String, u64> {
        self.kept.iter().filter_map(|(name, kept)| Some((name.clone(), kept.as_ref()?.number))).collect()
    }

    /// Takes the ledgers of a report back.
    pub fn take_back(&mut self, ledgers: Vec<Ledger>) {
        for mut ledger in ledgers {
            if let Some(Some(kept)) = self.kept.get_mut(&ledger.document.path) {
                // A document that names its sources became a draft.
                ledger.document.role = kept.role;
                kept.ledger = Some(ledger);
            }
        }
    }

    /// Opens the files that `open` asks for, on any number of threads.
    pub fn reading<T>(&mut self, settings: &Settings, open: impl FnOnce(&Reading) -> T) -> T {
        let before: BTreeMap<String, u64> = self.numbers();
        let known = Mutex::new(std::mem::take(&mut self.kept));
        let reading = Reading { keeps: self.keeps, settings, known, read: Mutex::default() };
        let opened = open(&reading);
        for (name, mut kept) in reading.read.into_inner().unwrap_or_else(PoisonError::into_inner) {
            if kept.number == 0 {
                self.readings = self.readings.saturating_add(1);
                kept.number = self.readings;
            }
            let twice = self.kept.contains_key(&name);
            self.kept.insert(name, Some(kept).filter(|_| !twice));
        }
        self.is_ahead |= self.numbers() != before;
        // Nobody will ask for what is too much for the cache, or too little.
        if !self.is_watched && self.file.as_ref().is_some_and(|file| !file.pays(self.length())) {
            self.file = None;
            self.kept.clear();
        }
        opened
    }
}

/// The files of a run while they are read.
#[derive(Debug)]
pub struct Reading<'a> {
    keeps: bool,
    settings: &'a Settings,
    known: Mutex<BTreeMap<String, Option<Kept>>>,
    read: Mutex<Vec<(String, Kept)>>,
}

impl Reading<'_> {
    pub fn open(&self, name: &str, role: Role, bytes: &Bytes) -> Outcome<Ledger> {
        let read = |content: Result<Content, String>| {
            open_bytes(name, role, || content, |document| crate::read(document, self.settings))
        };
        let content = match bytes() {
            Ok(content) if self.keeps => content,
            content => return read(content),
        };
        let anew = |content: Content| {
            let Outcome { document, problem, remark } = read(Ok(content.clone()));
            (Kept { role, content, number: 0, ledger: None, packed: None, problem, remark }, document)
        };
        let known = lock(&self.known).remove(name).flatten().filter(|k| k.role == role && k.content == content);
        let (kept, document) = match known {
            Some(mut kept) => match kept.take(content.bytes) {
                Some(ledger) => (kept, Some(ledger)),
                None => anew(kept.content),
            },
            None => anew(content),
        };
        let outcome = Outcome { document, problem: kept.problem.clone(), remark: kept.remark.clone() };
        if outcome.document.is_some() {
            lock(&self.read).push((name.to_owned(), kept));
        }
        outcome
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the readings of these files, each a name and its text.
    fn numbers(store: &mut Store, files: &[(&str, &str)]) -> Vec<Option<u64>> {
        store.begin(String::new(), None);
        let settings = Settings::default();
        let ledgers: Vec<Ledger> = store.reading(&settings, |reading| {
            let one = |(name, text): &(&str, &str)| {
                let bytes = || Ok(text.as_bytes().to_vec().into());
                reading.open(name, Role::Peer, &bytes).document
            };
            files.iter().filter_map(one).collect()
        });
        let numbers = ledgers.iter().map(|ledger| store.number(ledger)).collect();
        store.take_back(ledgers);
        numbers
    }

    #[test]
    fn only_what_changed_is_read_again() {
        let mut store = Store::keeping();
        let fair = "The fair opened on 3 May.\n";
        assert_eq!(numbers(&mut store, &[("a.txt", fair), ("b.txt", "It rained.\n")]), [Some(1), Some(2)]);
        assert_eq!(numbers(&mut store, &[("a.txt", fair), ("b.txt", "It snowed.\n")]), [Some(1), Some(3)]);
        // The same text under another name is another document, and what went away is forgotten.
        assert_eq!(numbers(&mut store, &[("c.txt", fair)]), [Some(4)]);
        assert_eq!(numbers(&mut store, &[("a.txt", fair)]), [Some(5)]);
        // A file that stands in two sets is read for each.
        assert_eq!(numbers(&mut store, &[("a.txt", fair), ("a.txt", fair)]), [None, None]);
        store.begin("others".to_owned(), None);
        assert!(store.kept.is_empty());
        assert_eq!(numbers(&mut Store::default(), &[("a.txt", fair)]), [None]);
    }
}
