//! What was read of documents on one machine, carried to another: `claims --format ledger` writes it, and `reconcile`
//! reads it. A file is lines of JSON (`crosscheck schema claims-ledger`): a head that says how it was read, each document
//! with its ledger, what there is to say of the run, and an end that tells whether all of it has arrived. A ledger is
//! what this build makes of a text, so another one's is refused, and so is one of other settings.

use super::open::{Opened, trouble};
use super::packed::{ledger, packed};
use super::print::Stream;
use crate::claim::Ledger;
use crate::report::PassedOver;
use crate::rules::Settings;
use crate::text::{StableHash, base64};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Lines};
use std::path::Path;

/// Counts up when a line gets another form.
const SCHEMA: u32 = 1;
const VERSION: &str = env!("CARGO_PKG_VERSION");
const BUILD: &str = env!("CROSSCHECK_BUILD");

/// So many documents are taken out of a file at once.
const AT_ONCE: usize = 256;

#[derive(Debug, Serialize, Deserialize)]
struct Head {
    schema_version: u32,
    /// The version of the program.
    crosscheck: String,
    build: String,
    /// What of the settings reading hangs on.
    reference_date: Option<String>,
    aliases: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line<'l> {
    path: &'l str,
    claims: usize,
    /// In base64.
    ledger: String,
}

/// What there is to say of the run, as `Opened` has it.
#[derive(Debug, Serialize, Deserialize)]
struct Told {
    problems: BTreeSet<String>,
    refused: BTreeSet<String>,
    remarks: BTreeSet<String>,
    passed_over: Vec<PassedOver>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct End {
    documents: usize,
    /// CRC-32 of all bytes before this line.
    checksum: String,
}

impl Head {
    fn of(settings: &Settings) -> Head {
        Head {
            schema_version: SCHEMA,
            crosscheck: VERSION.to_owned(),
            build: BUILD.to_owned(),
            reference_date: settings.reference_date.map(|date| date.to_string()),
            aliases: StableHash::default().field(&format!("{:?}", settings.aliases)).hex(),
        }
    }

    /// Why ledgers under this head are of no use to a run with that one.
    fn fault(&self, own: &Head) -> Option<String> {
        let date = |head: &Head| {
            head.reference_date
                .as_ref()
                .map_or("no reference date".to_owned(), |day| format!("{day} as reference date"))
        };
        if (&self.crosscheck, &self.build) != (&own.crosscheck, &own.build) {
            return Some(of_another(&self.crosscheck, Some(&self.build)));
        }
        if self.reference_date != own.reference_date {
            return Some(format!(
                "was read with {}, and here is {}; give both commands the same --reference-date or configuration",
                date(self),
                date(own)
            ));
        }
        (self.aliases != own.aliases)
            .then(|| "was read with other [aliases]; give both commands the same configuration".to_owned())
    }
}

fn of_another(version: &str, build: Option<&String>) -> String {
    let build = build.map(|build| format!(" (build {build})")).unwrap_or_default();
    format!(
        "was written by crosscheck {version}{build}, and this is {VERSION} (build {BUILD}), which may read otherwise; write it \
         anew with this one"
    )
}

/// A file of ledgers while it is written.
#[derive(Debug)]
pub struct Writer {
    out: Stream,
    sum: crc32fast::Hasher,
    documents: usize,
}

impl Writer {
    pub fn new(out: Stream, settings: &Settings) -> Result<Writer, String> {
        let mut writer = Writer { out, sum: crc32fast::Hasher::new(), documents: 0 };
        writer.write(&json(&Head::of(settings))?);
        Ok(writer)
    }

    /// Does anybody take more?
    pub fn add(&mut self, line: &str) -> bool {
        self.documents = self.documents.saturating_add(1);
        self.write(line)
    }

    fn write(&mut self, line: &str) -> bool {
        self.sum.update(line.as_bytes());
        self.out.write(line)
    }

    pub fn end<T>(mut self, opened: &Opened<T>) -> Result<(), String> {
        let Opened { problems, refused, remarks, passed_over, .. } = opened;
        let (problems, refused, remarks) = (problems.clone(), refused.clone(), remarks.clone());
        self.write(&json(&Told { problems, refused, remarks, passed_over: passed_over.clone() })?);
        let end = End { documents: self.documents, checksum: checksum(self.sum) };
        self.out.write(&json(&end)?);
        self.out.end()
    }
}

/// The line of a document.
pub fn line(of: &Ledger) -> Result<String, String> {
    let path = &of.document.path;
    let packed = packed(of, &[]).ok_or_else(|| format!("{path}: its ledger cannot be written"))?;
    json(&Line { path, claims: of.claims.len(), ledger: base64::encode(&packed) })
}

fn json(line: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(line).map(|line| line + "\n").map_err(|error| error.to_string())
}

fn checksum(sum: crc32fast::Hasher) -> String {
    format!("{:08x}", sum.finalize())
}

/// All documents of these files, which were read with the same settings. The error is a whole sentence.
pub fn read_all(files: &[impl AsRef<Path>], settings: &Settings) -> Result<Opened<Ledger>, String> {
    let own = Head::of(settings);
    let mut all = Opened::default();
    let mut from: BTreeMap<String, &Path> = BTreeMap::new();
    for file in files.iter().map(AsRef::as_ref) {
        let named = |sentence: String| format!("{}: {sentence}", file.display());
        let opened = read(file, &own).map_err(named)?;
        for ledger in &opened.documents {
            let path = &ledger.document.path;
            if let Some(other) = from.insert(path.clone(), file) {
                let (other, file) = (other.display(), file.display());
                return Err(format!("{path}: is given twice, by {other} and by {file}; give each document once"));
            }
        }
        all.join(opened);
    }
    Ok(all)
}

fn read(file: &Path, own: &Head) -> Result<Opened<Ledger>, String> {
    let expected = whole(file, own)?;
    let changed = || NOT_WHOLE.to_owned();
    let mut lines = open(file)?.lines();
    // The head has been looked at.
    let _ = next(&mut lines)?;
    let mut documents = Vec::with_capacity(expected.min(AT_ONCE));
    while documents.len() < expected {
        let some: Vec<String> =
            (documents.len()..expected).take(AT_ONCE).map(|_| next(&mut lines)).collect::<Result<_, _>>()?;
        let some: Option<Vec<Ledger>> = some.par_iter().map(|line| of_line(line)).collect();
        documents.extend(some.ok_or_else(changed)?);
    }
    let Told { problems, refused, remarks, passed_over } =
        serde_json::from_str(&next(&mut lines)?).map_err(|_| changed())?;
    Ok(Opened { documents, problems, refused, remarks, passed_over })
}

fn of_line(line: &str) -> Option<Ledger> {
    #[derive(Deserialize)]
    struct OfLedger {
        ledger: String,
    }
    let OfLedger { ledger: letters } = serde_json::from_str(line).ok()?;
    ledger(&base64::decode(&letters), Vec::new())
}

const NOT_WHOLE: &str = "is not whole: it was cut short or changed on its way; copy it again, or write it anew";

/// How many documents are in the file, of which every byte is there, and which this run can use.
fn whole(file: &Path, own: &Head) -> Result<usize, String> {
    let mut source = open(file)?;
    let mut sum = crc32fast::Hasher::new();
    let (mut head, mut last) = (None, Vec::new());
    loop {
        let mut line = Vec::new();
        if source.read_until(b'\n', &mut line).map_err(|error| trouble(&error, file))? == 0 {
            break;
        }
        if head.is_none() {
            head = Some(head_of(&line)?);
        }
        sum.update(&last);
        last = line;
    }
    let head = head.ok_or("is empty; write it anew")?;
    let end = last.strip_suffix(b"\n").and_then(|line| serde_json::from_slice::<End>(line).ok());
    let end = end.filter(|end| end.checksum == checksum(sum)).ok_or(NOT_WHOLE)?;
    head.fault(own).map_or(Ok(end.documents), Err)
}

/// The head of a file. What has another schema says by which program it was written, and no more is known of it.
fn head_of(line: &[u8]) -> Result<Head, String> {
    #[derive(Deserialize)]
    struct AnyHead {
        schema_version: u32,
        crosscheck: String,
    }
    match serde_json::from_slice::<AnyHead>(line) {
        Err(_) => {
            Err("is no file of ledgers; `crosscheck claims PATH... --format ledger --output FILE` writes one"
                .to_owned())
        }
        Ok(AnyHead { schema_version, crosscheck }) if schema_version != SCHEMA => Err(of_another(&crosscheck, None)),
        Ok(_) => serde_json::from_slice(line).map_err(|_| NOT_WHOLE.to_owned()),
    }
}

fn open(file: &Path) -> Result<BufReader<File>, String> {
    let opened = File::open(file).map_err(|error| trouble(&error, file))?;
    // It is gone through twice.
    match opened.metadata() {
        Ok(about) if about.is_file() => Ok(BufReader::new(opened)),
        Ok(_) => Err("is no file; save the ledgers to one".to_owned()),
        Err(error) => Err(trouble(&error, file)),
    }
}

fn next(lines: &mut Lines<BufReader<File>>) -> Result<String, String> {
    lines.next().and_then(Result::ok).ok_or_else(|| NOT_WHOLE.to_owned())
}
