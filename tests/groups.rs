//! What the ledger puts together: the claims of several documents that speak of one thing, whether they agree or not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::align::linked;
use crosscheck::claim::Ledger;
use crosscheck::document::{Document, Format, Role};
use crosscheck::lexicon::declared::Aliases;
use crosscheck::mention::extract;
use crosscheck::story::Stories;

/// The words of the claims of each group that several documents have, sorted.
fn groups(texts: &[&str]) -> Vec<Vec<String>> {
    let read = |(index, text): (usize, &&str)| {
        let document = Document::read(&format!("{index}.txt"), Role::Peer, Format::Text, text.as_bytes().to_vec());
        let mentions = extract(&document, None, &Aliases::default());
        Ledger::new(document, mentions)
    };
    let ledgers: Vec<Ledger> = texts.iter().enumerate().map(read).collect();
    let found = linked(&ledgers, &Stories::of(&ledgers)).groups;
    let words = |group: &crosscheck::align::Group| -> Vec<String> {
        group
            .claims
            .iter()
            .map(|at| at.of(&ledgers).unwrap())
            .map(|(ledger, claim)| ledger.words(claim).to_owned())
            .collect()
    };
    found.iter().map(words).collect()
}

const WELL: &str = "The council of Torsvik met on Monday. Divers recovered the bronze bell of the ferry Halden from the floor of \
                    Lake Orrin after eleven years. It weighs 210 kilograms and will be shown in the church of Lien.";

#[test]
fn two_sentences_that_tell_one_thing_are_together_with_their_figures() {
    let told = "In the church of Lien visitors will soon see a bronze bell. After eleven years divers recovered the ferry \
                Halden's bronze bell from Lake Orrin. The bell weighs 120 kilograms, said the head of the divers.";
    let groups = groups(&[WELL, told]);
    let holds = |one: &str, other: &str| {
        groups.iter().any(|g| [one, other].iter().all(|part| g.iter().any(|words| words.contains(part))))
    };
    assert!(holds("from the floor of Lake Orrin", "Halden's bronze bell"), "{groups:#?}");
    assert!(holds("210 kilograms", "120 kilograms"), "{groups:#?}");
}

#[test]
fn another_bell_of_another_lake_is_not() {
    let other = "Fishermen found a bronze bell in Lake Vesk in spring. It weighs 120 kilograms and is older than the church of \
                 Delm, where it will be shown. The council has not met since.";
    assert_eq!(groups(&[WELL, other]), Vec::<Vec<String>>::new());
}

#[test]
fn a_sentence_has_one_like_in_another_text() {
    let twice = "Divers recovered the bronze bell of the ferry Halden from Lake Orrin. On Monday the council of Torsvik heard how \
                 divers recovered the bronze bell of the ferry Halden from the floor of Lake Orrin after eleven years.";
    let groups = groups(&[WELL, twice]);
    let told: Vec<usize> =
        groups.iter().filter(|g| g.iter().any(|w| w.contains("bell of the ferry"))).map(Vec::len).collect();
    assert_eq!(told, [2], "{groups:#?}");
}
