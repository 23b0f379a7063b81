//! What figures and dates are said of, on texts of our own; where nobody can tell, nothing is told.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::claim::{ClaimKind, Ledger};
use crosscheck::document::{Document, Format, Role};
use crosscheck::rules::Settings;

fn ledger(text: &str, format: Format) -> Ledger {
    let document = Document::read("a.txt", Role::Peer, format, text.as_bytes().to_vec());
    crosscheck::read(document, &Settings::default())
}

/// The figure or date that holds these words, with what it is said of.
fn subject(ledger: &Ledger, words: &str) -> String {
    let claims = ledger.claims.iter().filter(|c| matches!(c.kind, ClaimKind::Date | ClaimKind::Quantity));
    let found: Vec<_> = claims.filter(|c| ledger.document.slice(c.span).contains(words)).collect();
    let subject = ledger.subject(found.first().unwrap_or_else(|| panic!("no claim: {words}")));
    let words = subject.modifiers.iter().chain([&subject.head]).map(String::as_str);
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A text, and of its figures what each is said of.
const TOLD: &[(&str, &[(&str, &str)])] = &[
    (
        "The old ferry left the harbour on 3 May 2021. She had carried mail since 1950, and her crew loved her. The repair of \
         the engine cost $41,000, which the town paid.",
        &[("3 May", "old ferry")],
    ),
    (
        "Tideway Rail reported its figures on Monday. The population of the valley was 41,750 when the line opened, and the \
         tunnel is 14 km long.",
        &[("Monday", "tideway rail"), ("41,750", "population")],
    ),
    (
        "The council bought a 30-foot boat last year. A deal worth about $9 million was signed in March 2020 by both towns.",
        &[("30-foot", "boat"), ("$9 million", "deal")],
    ),
    (
        "Anna Berg joined the orchestra in 1998. She left it in 2004 and moved to Malmö with her family.",
        &[("1998", "anna berg"), ("2004", "anna berg")],
    ),
    (
        "Karl Lund (1820-1871) founded the observatory. The 1884 survey of the coast is kept there, and visitors may read it.",
        &[("1820", "karl lund"), ("1884", "survey")],
    ),
    (
        "Elevation 3,120 m (10,236 ft). Here stands the last hut with water, and mules go no further.",
        &[("3,120 m", "elevation"), ("10,236 ft", "elevation")],
    ),
    ("First crossing: 1911 by two guides.", &[("1911", "first crossing")]),
    (
        "The firm, which was founded in 1931, sells bicycles. Shares of the company fell 12% on Friday after the report.",
        &[("12%", "shares"), ("Friday", "shares")],
    ),
    (
        "On 4 June 2019, the new bridge was opened by the mayor. It had been closed for 14 months.",
        &[("4 June 2019", "new bridge")],
    ),
];

#[test]
fn what_a_figure_is_said_of() {
    let mut faults = Vec::new();
    for (text, figures) in TOLD {
        let ledger = ledger(text, Format::Text);
        for (words, due) in *figures {
            let said = subject(&ledger, words);
            if said != *due {
                faults.push(format!("{words}: due “{due}”, said “{said}”  in: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_pronoun_that_nobody_traced_is_no_subject() {
    let ledger = ledger("They paid $40 million for it. It weighs 112 tonnes.", Format::Text);
    assert_eq!(subject(&ledger, "$40 million"), "");
    assert_eq!(subject(&ledger, "112"), "");
}

#[test]
fn a_cell_is_said_of_its_row_and_a_field_of_its_label() {
    let table = "| Peak | Height |\n|---|---|\n| Storhø | 1,812 m |\n| Lillefjell | 944 m |\n";
    let ledger = ledger(table, Format::Markdown);
    assert_eq!(subject(&ledger, "1,812"), "storhø");
    assert_eq!(subject(&ledger, "944"), "lillefjell");
}
