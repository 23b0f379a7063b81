//! Findings' identity: what stays the same while the text around them is edited.

use crate::claim::Ledger;
use crate::rules::Finding;
use crate::text::StableHash;
use std::collections::BTreeMap;

/// Made of the rule and of each label's path and words, so that edits elsewhere in
/// the files change nothing. Findings alike in all of these are numbered.
pub fn fingerprints(ledgers: &[Ledger], findings: &[Finding]) -> Vec<String> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    let fingerprint = |finding: &Finding| {
        let mut labels: Vec<(&str, String)> = finding
            .labels
            .iter()
            .filter_map(|l| ledgers.get(l.document).map(|ledger| (&ledger.document, l.span)))
            .map(|(d, span)| (d.path.as_str(), normal(d.slice(span))))
            .collect();
        labels.sort();
        labels.iter().fold(StableHash::default().field("1").field(finding.rule), |hash, (path, words)| {
            hash.field(path).field(words)
        })
    };
    findings
        .iter()
        .map(|finding| {
            let hash = fingerprint(finding);
            let nth = seen.entry(hash.value()).or_default();
            *nth += 1;
            if *nth == 1 { hash.hex() } else { hash.field(&nth.to_string()).hex() }
        })
        .collect()
}

/// Lower case, blanks squeezed, typographic marks made plain.
fn normal(words: &str) -> String {
    let plain = words.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
