//! A new table of contents for a file whose own is lost or leads astray: cut off in a download, or changed by a
//! program that did not count. Every object says its number where it begins; the last of one number counts.

use regex::bytes::{Captures, Regex};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static OBJECT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u)(?:^|\s)(\d{1,7})\s+(\d{1,5})\s+obj\b").ok());
static ROOT: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?-u)/Root\s+(\d{1,7}\s+\d{1,5}\s+R)\b").ok());
static INFO: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?-u)/Info\s+(\d{1,7}\s+\d{1,5}\s+R)\b").ok());
static CATALOG: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?-u)/Type\s*/Catalog\b").ok());

/// The file with such a table at its end; `None` where that cannot help.
pub fn repaired(file: &[u8]) -> Option<Vec<u8>> {
    let start = file.windows(5).position(|window| window == b"%PDF-")?;
    let file = file.get(start..)?;
    if file.windows(8).any(|window| window == b"/Encrypt") {
        return None;
    }
    let mut objects: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
    for found in OBJECT.as_ref()?.captures_iter(file) {
        let at = found.get(1)?.start();
        objects.insert(number(&found, 1)?, (number(&found, 2)?, at));
    }
    let last = |pattern: &LazyLock<Option<Regex>>| {
        let found = pattern.as_ref()?.captures_iter(file).last()?;
        Some(String::from_utf8_lossy(found.get(1)?.as_bytes()).into_owned())
    };
    let root = last(&ROOT).or_else(|| catalog(file, &objects))?;
    let info = last(&INFO).map(|info| format!("/Info {info}")).unwrap_or_default();
    let size = objects.keys().last()? + 1;
    let mut repaired = file.to_vec();
    repaired.push(b'\n');
    let table = repaired.len();
    let rows: String =
        objects.iter().map(|(n, (generation, at))| format!("{n} 1\n{at:010} {generation:05} n \n")).collect();
    let end = format!(
        "xref\n0 1\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root {root} {info} >>\nstartxref\n{table}\n%%EOF\n"
    );
    repaired.extend_from_slice(end.as_bytes());
    Some(repaired)
}

fn number(found: &Captures, group: usize) -> Option<u32> {
    std::str::from_utf8(found.get(group)?.as_bytes()).ok()?.parse().ok()
}

/// The object that says it is the root: the last that begins before the words.
fn catalog(file: &[u8], objects: &BTreeMap<u32, (u32, usize)>) -> Option<String> {
    let words = CATALOG.as_ref()?.find_iter(file).last()?.start();
    let (number, (generation, _)) = objects.iter().filter(|(_, (_, at))| *at < words).max_by_key(|(_, (_, at))| *at)?;
    Some(format!("{number} {generation} R"))
}
