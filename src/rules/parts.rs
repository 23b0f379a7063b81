//! Files that are parts of others: `.. include:: options.rst`, `include::options.adoc[]`. What a part refers to may stand
//! in the whole, or in another part of it.

use super::{Finding, ref_dangling};
use crate::claim::Ledger;
use crate::document::{Dangling, Document, Format, Target};
use std::collections::BTreeSet;

/// References of parts lead nowhere only where the whole is read at once. Asked of the findings, for what a document says
/// does not hang on who includes it.
pub fn forget_references_of_parts(ledgers: &[Ledger], findings: &mut Vec<Finding>) {
    if findings.iter().all(|f| f.rule != ref_dangling::RULE.id) {
        return;
    }
    let parts: BTreeSet<String> = ledgers.iter().flat_map(included).collect();
    let by_builder = names_are_of_the_builder(ledgers);
    findings.retain(|finding| {
        let place = finding.labels.first().and_then(|label| Some((ledgers.get(label.document)?, label.span)));
        let leads_out = place.is_some_and(|(ledger, span)| {
            let dangling = ledger.document.dangling.iter().find(|d| d.span == span);
            let is_name = |d: &Dangling| d.kind == Target::Note && !d.target.bytes().all(|b| b.is_ascii_digit());
            let named = dangling.filter(|d| is_name(d));
            parts.contains(&ledger.document.path) && dangling.is_some_and(|d| d.kind != Target::Lost)
                || named.is_some_and(|d| by_builder || ledgers.iter().any(|l| defines(&l.document, &d.target)))
        });
        finding.rule != ref_dangling::RULE.id || !leads_out
    });
}

/// Names that several pages refer to and none defines: the builder has a file of them, and the others of the pages are in it.
fn names_are_of_the_builder(ledgers: &[Ledger]) -> bool {
    const AGAIN: usize = 2;
    const MANY: usize = 5;
    let (mut once, mut again) = (BTreeSet::new(), BTreeSet::new());
    for ledger in ledgers {
        let notes = ledger.document.dangling.iter().filter(|d| d.kind == Target::Note);
        let notes: BTreeSet<&str> =
            notes.map(|d| d.target.as_str()).filter(|t| !t.bytes().all(|b| b.is_ascii_digit())).collect();
        again.extend(notes.iter().filter(|name| once.contains(*name)).copied().collect::<Vec<_>>());
        once.extend(notes);
    }
    again.len() >= AGAIN || !again.is_empty() && once.len() >= MANY
}

/// "[Kestrel]: https://…" in a file of addresses, ".. [Kes04]" on a page of literature: the builder puts them into the others.
fn defines(document: &Document, target: &str) -> bool {
    let definitions = [format!("[{target}]: "), format!(".. [{target}] ")];
    let text = String::from_utf8_lossy(&document.bytes);
    let begins = |line: &str, with: &str| line.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    text.lines().map(str::trim_start).any(|line| definitions.iter().any(|with| begins(line, with)))
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
