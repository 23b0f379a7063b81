//! Findings' identity: what stays the same while the text around them is edited.

use crate::claim::Ledger;
use crate::rules::Finding;
use crate::text::StableHash;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Rule, and each label's path and words. Findings alike in all of these are numbered.
    pub id: String,
    /// The same without the paths: what survives when a file is renamed.
    pub content: String,
}

/// `name` gives a path by the name that lasts.
pub fn identities<'a>(ledgers: &'a [Ledger], findings: &[Finding], name: impl Fn(&'a str) -> &'a str) -> Vec<Identity> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    let mut identity = |finding: &Finding| {
        let mut labels: Vec<(&str, String)> = finding
            .labels
            .iter()
            .filter_map(|l| ledgers.get(l.document).map(|ledger| (&ledger.document, l.span)))
            .map(|(d, span)| (name(&d.path), normal(d.slice(span))))
            .collect();
        labels.sort();
        let start = StableHash::default().field("1").field(finding.rule);
        let whole = labels.iter().fold(start, |hash, (path, words)| hash.field(path).field(words));
        labels.sort_by(|a, b| a.1.cmp(&b.1));
        let content = labels.iter().fold(start, |hash, (_, words)| hash.field(words)).hex();
        let nth = seen.entry(whole.value()).or_default();
        *nth += 1;
        let id = if *nth == 1 { whole.hex() } else { whole.field(&nth.to_string()).hex() };
        Identity { id, content }
    };
    findings.iter().map(&mut identity).collect()
}

/// Lower case, blanks squeezed, typographic marks made plain.
fn normal(words: &str) -> String {
    let plain = words.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
