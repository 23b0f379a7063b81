//! Names as prose prints them: `kind entity` for each, in order.

use super::*;
use crate::document::{Document, Format, Role};
use crate::lexicon::declared::Aliases;
use crate::value::NameKind;

fn names(text: &str) -> Vec<String> {
    let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
    let scope = Scope { document: &document, reference: None, aliases: &Aliases::default(), found: &[] };
    let show = |m: Mention| {
        let Value::Name(name) = m.value else { return String::new() };
        let kind = match name.kind {
            NameKind::Person => "person",
            NameKind::Organisation => "organisation",
            NameKind::Country => "country",
            NameKind::Place => "place",
            NameKind::Other => "other",
        };
        format!("{kind} {}", name.entity)
    };
    extract(&scope).into_iter().map(show).collect()
}

#[test]
fn people_and_their_surnames() {
    assert_eq!(names("Mayor Ada Roth left. Later Roth came back."), ["person ada roth", "person ada roth"]);
    assert_eq!(names("It was Ada Roth, who left."), ["person ada roth"]);
    assert_eq!(
        names("Ada Roth, 54, and Max Roth met; Roth left."),
        ["person ada roth", "person max roth", "person ?roth"]
    );
    assert_eq!(names("He met Ursula von der Lay."), ["person ursula von der lay"]);
}

#[test]
fn countries_and_regions() {
    assert_eq!(names("The Dutch government and the Netherlands agree."), ["country iso:NL", "country iso:NL"]);
    assert_eq!(names("French President Ada Roth"), ["country iso:FR", "person ada roth"]);
    assert_eq!(names("Then Tehran denied it in Tehran."), ["country iso:IR", "place tehran"]);
    assert_eq!(names("on North American soil"), ["place region:NORTH_AMERICA"]);
    assert_eq!(names("the french agreed with the u.s. on it"), ["country iso:FR", "country iso:US"]);
}

#[test]
fn organisations_and_acronyms() {
    assert_eq!(
        names("The World Health Organization (WHO) met. It was the WHO that spoke."),
        [
            "organisation world health organization",
            "organisation world health organization",
            "organisation world health organization"
        ]
    );
    assert_eq!(names("The Royal Norland Academy of Letters met."), ["organisation royal norland academy of letters"]);
}

#[test]
fn sentence_openings_are_no_names() {
    assert!(names("Rivers rose. Then it rained. Nobody saw it on Monday.").is_empty());
    assert_eq!(names("Roth left. They saw Roth."), ["other roth", "other roth"]);
}
