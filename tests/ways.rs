//! The ways out of findings that an editor walks by itself: what each says, and what the text is afterwards.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::document::{Document, Role};
use crosscheck::report::ways::{Way, ways};
use crosscheck::rules::Settings;

/// The titles and the changed texts of all ways out of what is found in these.
fn told(documents: &[(&str, &str)]) -> Vec<(String, String)> {
    let read = |(name, text): &(&str, &str)| Document::open(name, Role::Peer, text.as_bytes().to_vec()).unwrap();
    let report = crosscheck::check(documents.iter().map(read).collect(), &Settings::default());
    let ways = report.findings.iter().flat_map(|finding| ways(&report, finding));
    let changed = |way: Way| {
        let mut text = String::from_utf8(report.ledgers[way.document].document.bytes.clone()).unwrap();
        text.replace_range(way.place.start..way.place.end, &way.text);
        (way.title, text)
    };
    ways.map(changed).collect()
}

#[test]
fn each_side_may_take_over_the_other() {
    let told = told(&[
        ("a.txt", "The fishing treaty between Norland and Sundia was signed in Bern on 12 May 2014."),
        ("b.md", "The fishing treaty of Norland and Sundia, signed in Bern on **21 May 2014**, ended a dispute."),
    ]);
    let titles: Vec<&str> = told.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(
        titles,
        ["Write “12 May 2014” for “21 May 2014”, as in a.txt:1", "Write “21 May 2014” for “12 May 2014”, as in b.md:1",]
    );
    assert!(told[0].1.contains("in Bern on **12 May 2014**, ended"), "{}", told[0].1);
    assert!(told[1].1.ends_with("in Bern on 21 May 2014."), "{}", told[1].1);
}

#[test]
fn a_member_goes_before_the_last_one_or_on_a_line_of_its_own() {
    let whole = "The four winners of the prize are Ada Byron, Bea Cole, Cleo Drake and Dora Finch.";
    let short = told(&[("a.md", "The prize went to Ada Byron, Bea Cole and Dora Finch."), ("b.md", whole)]);
    assert_eq!(short.len(), 1, "{short:?}");
    assert_eq!(short[0].0, "Add “Cleo Drake” to the list");
    assert!(short[0].1.contains("Ada Byron, Bea Cole, Cleo Drake and Dora Finch"), "{}", short[0].1);
    let lines = "The prize went to:\n\n- Ada Byron\n- Bea Cole\n- Dora Finch\n";
    for (_, text) in told(&[("a.md", lines), ("b.md", whole)]).iter().filter(|(title, _)| title.starts_with("Add")) {
        assert!(text.contains("- Bea Cole\n- Cleo Drake\n- Dora Finch"), "{text}");
    }
}

#[test]
fn what_is_capital_stays_so_and_data_is_left_alone() {
    let slip = told(&[("a.txt", "Throughout the 2010s and 202s it rained.")]);
    assert_eq!(slip[0].1, "Throughout the 2010s and 2020s it rained.");
    assert!(told(&[("a.json", "{\"opened\": \"Throughout the 2010s and 202s it rained.\"}")]).is_empty());
}
