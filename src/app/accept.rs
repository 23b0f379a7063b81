//! `crosscheck baseline create|check|prune`: the file of accepted findings.

use super::cache::Cache;
use super::cli::{Accept, Baseline as Options, Caching, Corpus};
use super::gather::{Gate, Gathered, TROUBLE, gather};
use super::print::print;
use crate::policy::{Baseline, Cause, Entry, Identity, Policy};
use crate::report::{Report, visible};
use crate::rules::{Finding, Rule};
use std::fs;
use std::path::Path;

pub fn baseline(rules: &[Rule], options: &Options) -> Result<u8, String> {
    let gathered = |corpus: &Corpus, cache: &Caching, baseline| {
        gather(rules, corpus, &Gate { baseline, cache: Cache::of(cache), ..Gate::default() })
    };
    match &options.action {
        Accept::Create { corpus, cache, force } => create(&gathered(corpus, cache, false)?, *force),
        Accept::Check { corpus, cache } => check(&gathered(corpus, cache, true)?),
        Accept::Prune { corpus, cache } => prune(&gathered(corpus, cache, true)?),
    }
}

/// The entry of a finding that is shown.
pub fn baseline_entry(report: &Report, policy: &Policy, index: usize) -> Option<Entry> {
    let identity = Identity { id: report.ids.get(index)?.clone(), content: report.contents.get(index)?.clone() };
    Some(entry(report, policy, report.findings.get(index)?, &identity))
}

/// What is said of a baseline that was written.
pub fn accepted(file: &Path, baseline: &Baseline) -> String {
    let count = baseline.entries().count();
    let findings = if count == 1 { "finding" } else { "findings" };
    format!("{}: {count} {findings} accepted for now", visible(&file.to_string_lossy()))
}

fn create(gathered: &Gathered, force: bool) -> Result<u8, String> {
    let file = gathered.project.baseline_file();
    if file.exists() && !force {
        return Err(format!(
            "{} exists; `baseline check` compares, `baseline prune` drops what is mended, `--force` accepts all anew",
            file.display()
        ));
    }
    let report = &gathered.report;
    let shown = report.findings.iter().zip(shown(report));
    write(gathered, Baseline::new(shown.map(|(finding, identity)| entry(report, &gathered.policy, finding, &identity))))
}

/// Is the baseline exactly what is found?
fn check(gathered: &Gathered) -> Result<u8, String> {
    required(gathered)?;
    let mut text = String::new();
    for finding in &gathered.report.findings {
        let place = place(gathered, finding);
        text.push_str(&format!(
            "new: {}[{}] {place}: {}\n",
            finding.severity.name(),
            finding.rule,
            visible(&finding.message)
        ));
    }
    let stale = gathered.report.mended.as_deref().unwrap_or_default();
    for entry in stale {
        let (paths, words) = (visible(&entry.paths.join(", ")), visible(&entry.words));
        text.push_str(&format!("mended: [{}] {paths}: \"{words}\"\n", visible(&entry.rule)));
    }
    let accepted = gathered.report.silenced.iter().filter(|s| s.cause == Cause::Baseline).count();
    let new = gathered.report.findings.len();
    text.push_str(&format!("{accepted} accepted, {new} new, {} mended\n", stale.len()));
    print(&text)?;
    Ok(if gathered.trouble { TROUBLE } else { u8::from(new + stale.len() > 0) })
}

/// Drops entries whose findings are mended and follows renamed files; accepts nothing new.
fn prune(gathered: &Gathered) -> Result<u8, String> {
    let known = required(gathered)?;
    let accepted = gathered.report.silenced.iter().filter(|s| s.cause == Cause::Baseline);
    let current = accepted.map(|s| entry(&gathered.report, &gathered.policy, &s.finding, &s.identity));
    let mended = gathered.report.mended.as_deref().unwrap_or_default();
    let unseen = known.stale(&identities(&gathered.report)).into_iter().filter(|e| !mended.contains(e)).cloned();
    write(gathered, Baseline::new(current.chain(unseen)))
}

fn required(gathered: &Gathered) -> Result<&Baseline, String> {
    let missing = || {
        format!(
            "{}: does not exist; make it with `crosscheck baseline create`",
            gathered.project.baseline_file().display()
        )
    };
    gathered.policy.baseline.as_ref().ok_or_else(missing)
}

fn write(gathered: &Gathered, baseline: Baseline) -> Result<u8, String> {
    let file = gathered.project.baseline_file();
    if gathered.trouble {
        return Err(format!("{}: not written, since not everything could be read", file.display()));
    }
    fs::write(&file, baseline.write()).map_err(|error| format!("{}: cannot be written: {error}", file.display()))?;
    print(&format!("{}\n", accepted(&file, &baseline)))?;
    Ok(0)
}

fn identities(report: &Report) -> Vec<Identity> {
    shown(report).chain(report.silenced.iter().map(|s| s.identity.clone())).collect()
}

/// The identities of the findings that are not kept back.
fn shown(report: &Report) -> impl Iterator<Item = Identity> {
    let pairs = report.ids.iter().zip(&report.contents);
    pairs.map(|(id, content)| Identity { id: id.clone(), content: content.clone() })
}

fn entry(report: &Report, policy: &Policy, finding: &Finding, identity: &Identity) -> Entry {
    let ledgers = &report.ledgers;
    let document = |index: usize| ledgers.get(index).map(|l| &l.document);
    let mut paths: Vec<String> = Vec::new();
    for label in &finding.labels {
        let name = document(label.document).map(|d| policy.name(&d.path).to_owned()).unwrap_or_default();
        if !paths.contains(&name) {
            paths.push(name);
        }
    }
    let words = finding.labels.first().and_then(|l| document(l.document).map(|d| d.slice(l.span)));
    Entry {
        rule: finding.rule.to_owned(),
        id: identity.id.clone(),
        content: identity.content.clone(),
        words: words.unwrap_or_default().to_owned(),
        paths,
    }
}

fn place(gathered: &Gathered, finding: &Finding) -> String {
    let label = finding.labels.first();
    let document = label.and_then(|l| gathered.report.ledgers.get(l.document)).map(|l| &l.document);
    document.zip(label).map_or_else(String::new, |(d, l)| format!("{}:{}", visible(&d.path), d.lines_of(l.span).0))
}
