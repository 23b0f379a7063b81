//! # setting/name-drift
//!
//! ## What it reports
//! A command or a piece of code that uses an option or a variable under a name that the documentation does not have, where it
//! has one that is nearly the same: `--output-dir` in the example, `--out-dir` in the list of options. A variable that is
//! announced by one name right before the code that sets another.
//!
//! ## Why
//! An option was renamed in one of two places. Whoever copies the example gets an error, or a setting that does nothing.
//!
//! ## Example
//! > | `--out-dir` | where pages are written |
//! >
//! > `avocet build --output-dir public --watch`
//!
//! The example uses “--output-dir”; what is documented is “--out-dir”.
//!
//! ## What it leaves alone
//! Options of other programs: a command meets a list of options only where both have another option in common, or the
//! list stands under the program's name. Names that the text has in another place too, and names that differ by a part of their own
//! (`--watch`, `--no-watch`; `--log-file`, `--log-level`).
//!
//! ## How to silence
//! Use one name in both places, or document the other.
//! Where it is meant: `allow setting/name-drift`.

use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::claim::{Name, Named, Used, documented, spoken, used};
use crate::compare::slips::is_misprint;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    id: "setting/name-drift",
    severity: Severity::Warning,
    summary: "code uses an option or variable under nearly the name that is documented",
    source: include_str!("setting_name_drift.rs"),
    yields_to: &[],
    check,
};

/// So many names are a list of options.
const LISTED: usize = 3;
/// Of two parts of a name of which one begins the other, the shorter has so many letters.
const SHORTEST: usize = 3;
/// A part with fewer letters is misspelt into another too easily.
const SPELT: usize = 4;

/// What one document documents, and what all of its text names.
struct Page {
    documented: Vec<Named>,
    spoken: Vec<Named>,
    used: Vec<Used>,
}

/// Between a draft and its sources; peers are held against each other all at once.
fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode == Mode::Against {
        beyond(context, outcome);
    }
}

/// A page of examples and the list of options have few words in common.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    let page = |document: &crate::document::Document| Page {
        documented: documented(document),
        spoken: spoken(document).collect(),
        used: used(document),
    };
    let pages: Vec<Page> = context.ledgers.iter().map(|l| page(&l.document)).collect();
    let named = pages.iter().flat_map(|p| p.documented.iter().chain(&p.spoken));
    let known: BTreeSet<&str> = named.map(|n| n.name.key.as_str()).collect();
    // `-DREEF_SAILS=3` sets `REEF_SAILS`.
    let is_known = |key: &str| known.contains(key) || key.strip_prefix('d').is_some_and(|key| known.contains(key));
    let mut once: BTreeSet<(String, String)> = BTreeSet::new();
    for (index, page) in pages.iter().enumerate() {
        for line in &page.used {
            let is_unknown = |named: &&Named| !is_known(&named.name.key);
            for unknown in line.named.iter().filter(is_unknown) {
                let meant = meant(context, &pages, line, &unknown.name);
                let meant = meant.or_else(|| Some((index, announced(context, index, page, line, &unknown.name)?)));
                let told = outcome.has_told(index, unknown.span);
                let mut is_fresh = |named: &Named| once.insert((unknown.name.key.clone(), named.name.key.clone()));
                if let Some((document, meant)) = meant.filter(|(_, named)| !told && is_fresh(named)) {
                    outcome.findings.extend(report(context, (index, unknown), (document, meant)));
                }
            }
        }
    }
}

/// The documented name that is nearly the same, where the line is of the program that the list is of.
fn meant<'p>(context: &Context, pages: &'p [Page], line: &Used, unknown: &Name) -> Option<(usize, &'p Named)> {
    let uses = |key: &str| line.named.iter().any(|n| n.name.key == key);
    let mut found: Option<(usize, &Named)> = None;
    let path = |index: usize| context.document(index).map_or("", |d| d.path.as_str());
    let listed = |(index, page): &(usize, &Page)| page.documented.len() >= LISTED && !is_of_a_version(path(*index));
    for (index, page) in pages.iter().enumerate().filter(listed) {
        let title = context.document(index).and_then(|d| d.meta.title.as_deref()).unwrap_or_default();
        let (title, printed) = (title.to_lowercase(), title);
        let program = line.opening.to_lowercase();
        let is_of_program = title.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == program);
        // One flag is called the same in many programs: the page of another one says nothing of it.
        if !is_of_program
            && (names_a_program(printed)
                || is_manual_page(path(index))
                || !page.documented.iter().any(|n| uses(&n.name.key)))
        {
            continue;
        }
        // A flag that begins another is a flag of its own in many programs.
        let near = |n: &&Named| n.name.is_flag == unknown.is_flag && are_near(&n.name.key, &unknown.key, is_of_program);
        for named in page.documented.iter().filter(|n| !uses(&n.name.key)).filter(near) {
            // Two that it may be: nobody knows which.
            if found.is_some_and(|(_, other)| other.name.key != named.name.key) {
                return None;
            }
            found = found.or(Some((index, named)));
        }
    }
    found
}

/// "reefctl", "reef-list(1)": the page of one command.
fn names_a_program(title: &str) -> bool {
    const WORDS: usize = 3;
    let small = title.starts_with(|c: char| c.is_ascii_lowercase());
    small && title.split_whitespace().count() <= WORDS
}

/// "reef-list.1.md"
fn is_manual_page(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.split('.').nth(1).is_some_and(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// "READMEv2.md", "options-v1.md": the list of a version that is kept.
fn is_of_a_version(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.len() < stem.len() && bare.ends_with('v') && bare.len() > 1
}

/// "Put the key into `TERN_KEY`:", and the code sets `TERN_TOKEN` and nothing else of that program.
fn announced<'p>(context: &Context, index: usize, page: &'p Page, line: &Used, unknown: &Name) -> Option<&'p Named> {
    let document = context.document(index)?;
    let block = document.blocks.get(line.after.checked_sub(1)?).filter(|_| unknown.is_variable)?;
    let announces = document.slice(block.span).trim_end().ends_with(':');
    let mut within = page.spoken.iter().filter(|n| block.span.contains(n.span));
    let (Some(only), None) = (within.next(), within.next()) else { return None };
    let own = |key: &str| key.split('_').next().map(str::to_owned);
    let mut of_code = page.used.iter().filter(|u| u.after == line.after).flat_map(|u| &u.named);
    let alone = of_code.all(|n| n.name.key == unknown.key);
    // `MODE.FAST` of `MODE` is one of its values.
    let is_value = only.name.key.starts_with(&unknown.key) || unknown.key.starts_with(&only.name.key);
    // "The values are `SAIL_XXX`": whatever stands there.
    let is_pattern = only.name.key.split('_').any(|part| part.len() > 1 && part.bytes().all(|b| b == b'x'));
    let is_other = only.name.is_variable && own(&only.name.key) == own(&unknown.key) && !is_value && !is_pattern;
    let fits = announces && alone && is_other;
    fits.then_some(only)
}

/// Names of as many parts of which one differs: it begins the other, where that may be, or is a slip of it.
fn are_near(a: &str, b: &str, may_begin: bool) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('_').collect(), b.split('_').collect());
    let mut apart = a.iter().zip(&b).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (apart.next(), apart.next()) else { return false };
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let begins = may_begin && short.len() >= SHORTEST && long.starts_with(short);
    let slip = short.len() >= SPELT && is_misprint(x.as_bytes(), y.as_bytes());
    let spelt = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
    a.len() == b.len() && spelt(x) && spelt(y) && (begins || slip)
}

fn report(context: &Context, used: (usize, &Named), meant: (usize, &Named)) -> Option<Finding> {
    let words = |(index, named): (usize, &Named)| {
        context.document(index).map(|d| d.printed(named.span).trim_matches(['`', ' ']).to_owned())
    };
    let (here, there) = (words(used)?, words(meant)?);
    Some(
        Finding::new(
            &RULE,
            FindingVerdict::Conflict,
            format!("the code uses “{here}”, and what is documented is “{there}”"),
        )
        .label(Label::primary(used.0, used.1.span, "documented nowhere"))
        .label(Label::related(meant.0, meant.1.span, "documented so"))
        .help_here(format!("if that is meant, write {there} here"))
        .help(format!("if there are both, document “{here}” as well")),
    )
}
