//! Files that are parts of others: `.. include:: options.rst`, `include::options.adoc[]`. What a part refers to may stand
//! in the whole, or in another part of it.

use crate::claim::Ledger;
use crate::document::{Format, Target};
use std::collections::BTreeSet;

/// References of parts lead nowhere only where the whole is read at once.
pub fn forget_references_of_parts(ledgers: &mut [Ledger]) {
    let parts: BTreeSet<String> = ledgers.iter().flat_map(included).collect();
    for ledger in ledgers.iter_mut().filter(|l| parts.contains(&l.document.path)) {
        ledger.document.dangling.retain(|dangling| dangling.kind == Target::Lost);
    }
}

/// The files that a document includes, as paths beside its own.
fn included(ledger: &Ledger) -> Vec<String> {
    let document = &ledger.document;
    if !matches!(document.format, Format::Rst | Format::AsciiDoc) {
        return Vec::new();
    }
    let source = String::from_utf8_lossy(&document.bytes);
    let name = |line: &str| {
        let line = line.trim();
        let named = line.strip_prefix(".. include::").or_else(|| line.strip_prefix("include::"))?;
        Some(named.trim().split('[').next().unwrap_or_default().to_owned())
    };
    source.lines().filter_map(name).map(|name| beside(&document.path, &name)).collect()
}

/// "../shared/tides.rst" of "docs/man/all.rst" is "docs/shared/tides.rst".
fn beside(path: &str, name: &str) -> String {
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn paths() {
        assert_eq!(beside("docs/man/all.rst", "../shared/tides.rst"), "docs/shared/tides.rst");
        assert_eq!(beside("all.rst", "./tides.rst"), "tides.rst");
    }
}
