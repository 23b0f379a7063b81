//! What else lies in a folder changes nothing: the findings of a set are the same beside any number of documents that
//! tell of other things, and a difference is found however many witnesses agree.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::document::{Document, Role};
use crosscheck::report::Report;
use crosscheck::rules::Settings;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const STRANGERS: usize = 500;

fn text(path: String, words: &str) -> Document {
    Document::open(&path, Role::Peer, words.as_bytes().to_vec()).unwrap()
}

fn samples() -> Vec<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
    let mut sets: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    sets.sort();
    let read = |set: &std::path::PathBuf| {
        let mut files: Vec<_> = fs::read_dir(set).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        files
            .iter()
            .map(|f| (f.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(f).unwrap()))
            .collect()
    };
    sets.iter().map(read).collect()
}

/// A page about a thing of its own, in words that all pages have.
fn stranger(number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "bel", "tor", "min", "gar", "lus", "ven", "dra", "pol", "kes", "rim", "sta", "fen", "hol", "wic", "nor", "ald",
    ];
    const THINGS: [&str; 8] = ["library", "bridge", "orchard", "museum", "ferry", "school", "quarry", "theatre"];
    const MONTHS: [&str; 6] = ["March", "May", "July", "August", "October", "December"];
    let name = |salt: usize| {
        let part = |step: usize| SYLLABLES[(number / step + salt * 5 + step) % SYLLABLES.len()];
        let (first, rest) = part(1).split_at(1);
        format!("{}{rest}{}{}", first.to_uppercase(), part(16), part(7))
    };
    let (town, person, thing) = (name(1), name(2), THINGS[number % THINGS.len()]);
    let (day, month, year) = (1 + number % 28, MONTHS[number % MONTHS.len()], 1950 + number % 70);
    let (seats, cost, share) = (120 + number * 7 % 900, 2 + number % 60, 20 + number % 60);
    format!(
        "The {thing} of {town} opened on {day} {month} {year}. {person} Harrow, who planned it, said that {seats} people \
         came on the first day. The {thing} cost ${cost} million and stands {share} metres above the river. \
         “We waited {day} years for the {thing},” said {person} Harrow.\n"
    )
}

/// What a report says, document by their names.
fn told(report: &Report, of: &[(String, String)]) -> Vec<String> {
    let name = |document: usize| report.ledgers[document].document.path.clone();
    let mut told = Vec::new();
    for finding in &report.findings {
        let places: Vec<String> = finding.labels.iter().map(|l| format!("{} {:?}", name(l.document), l.span)).collect();
        let ours = |place: &String| of.iter().any(|(name, _)| place.starts_with(name.as_str()));
        assert!(places.iter().all(ours) || !places.iter().any(ours), "held against a stranger: {}", finding.message);
        if places.iter().any(ours) {
            told.push(format!(
                "{:?} {} {} {places:?} {:?}",
                finding.severity, finding.rule, finding.message, finding.evidence
            ));
        }
    }
    told
}

#[test]
fn strangers_change_no_finding_of_a_set() {
    for set in samples() {
        let documents = || set.iter().map(|(name, words)| text(name.clone(), words)).collect::<Vec<_>>();
        let alone = crosscheck::check(documents(), &Settings::default());
        let strangers = (0..STRANGERS).map(|n| text(format!("stranger-{n}.txt"), &stranger(n)));
        let beside = crosscheck::check(documents().into_iter().chain(strangers).collect(), &Settings::default());
        assert_eq!(told(&alone, &set), told(&beside, &set));
    }
}

#[test]
fn a_page_of_a_program_changes_no_finding_of_other_documents() {
    let report = |day: u8| {
        format!(
            "A landslide above the village of Tarvenholm buried the road on {day} December 2021. The slide killed 14 people, \
             said Ilse Brandvold of the rescue service at Tarvenholm.\n"
        )
    };
    let set = || vec![text("report-1.txt".to_owned(), &report(4)), text("report-2.txt".to_owned(), &report(6))];
    let page = text(
        "tool.txt".to_owned(),
        "Run `quarrel --quiet` or `quarrel --dry-run`. It reads `quarrel.toml` and `max_quarrels`.\n",
    );
    let severities = |documents| {
        let report = crosscheck::check(documents, &Settings::default());
        report.findings.iter().map(|f| (f.rule, f.severity)).collect::<Vec<_>>()
    };
    let alone = severities(set());
    assert!(alone.iter().any(|(rule, _)| *rule == "date/conflict"));
    assert_eq!(alone, severities(set().into_iter().chain([page]).collect()));
}

#[test]
fn one_that_differs_is_found_among_any_number_of_witnesses() {
    let report = |toll: usize| {
        format!(
            "A landslide above the village of Tarvenholm buried the road on Tuesday morning. The slide killed {toll} people, \
             said Ilse Brandvold of the rescue service at Tarvenholm. Another 31 were taken to the hospital of Merrow.\n"
        )
    };
    for witnesses in [10, 50, 200] {
        let all = (0..witnesses).map(|n| text(format!("w{n:03}.txt"), &report(14)));
        let odd = text("odd.txt".to_owned(), &report(17));
        let said = crosscheck::check(all.chain([odd]).collect(), &Settings::default());
        let names = |f: &crosscheck::rules::Finding| {
            f.labels.iter().any(|l| said.ledgers[l.document].document.path == "odd.txt")
        };
        assert!(said.findings.iter().any(names), "{witnesses} witnesses: {:?}", said.findings.len());
    }
}

#[test]
fn ranks_and_directions_that_differ_are_found_among_any_number_of_witnesses() {
    let ranked = |rank: &str| {
        format!(
            "Great Holm is the {rank}largest island in Denmark. The ferry from Aldermere sails to Great Holm at noon, said \
             Ilse Brandvold of Aldermere. She has sailed it for 31 years.\n"
        )
    };
    let lying = |side: &str| {
        format!(
            "The wreck of the Ada Roth lies ten miles {side} of Delm island in 40 metres of water, divers said in Walling. \
             Ilse Brandvold found the wreck of the Ada Roth.\n"
        )
    };
    for (rule, same, other) in
        [("rank/conflict", ranked("third-"), ranked("second-")), ("place/direction", lying("west"), lying("east"))]
    {
        for witnesses in [3, 45] {
            let all = (0..witnesses).map(|n| text(format!("w{n:03}.txt"), &same));
            let said = crosscheck::check(all.chain([text("z.txt".to_owned(), &other)]).collect(), &Settings::default());
            assert!(said.findings.iter().any(|f| f.rule == rule), "{rule}, {witnesses} witnesses");
            assert_eq!(said.uncompared, Vec::<String>::new());
        }
    }
}

#[test]
fn what_many_say_alike_is_ticked() {
    let offer =
        "Orrin Foods of Delm will pay $43.50 a share for Talbreck Dairies, its biggest deal, on 8 September 2023.\n";
    for witnesses in [3, 45] {
        let all = (0..witnesses).map(|n| text(format!("w{n:03}.txt"), offer));
        let said = crosscheck::check(all.collect(), &Settings::default());
        let kinds: BTreeSet<&str> = said.agreements.iter().map(|a| a.kind).collect();
        assert!(kinds.is_superset(&BTreeSet::from(["quantity", "rank", "date"])), "{witnesses}: {kinds:?}");
    }
}
