//! Quotations as prose prints them: `kind speaker: part | part`.

use super::*;
use crate::document::{Format, Role};
use crate::lexicon::declared::Aliases;

fn quotes(text: &str) -> Vec<String> {
    let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
    let scope = Scope { document: &document, reference: None, aliases: &Aliases::default(), found: &[] };
    let show = |m: Mention| {
        let Value::Quote(quote) = m.value else { return String::new() };
        let kind = match quote.kind {
            QuoteKind::Speech => "speech",
            QuoteKind::Words => "words",
            QuoteKind::Title => "title",
        };
        let parts: Vec<&str> = quote.parts.iter().map(|p| document.slice(*p)).collect();
        format!("{kind} {}: {}", quote.speaker.map_or("-", |s| document.slice(s)), parts.join(" | "))
    };
    extract(&scope).into_iter().map(show).collect()
}

#[test]
fn speakers() {
    for (text, want) in [
        ("“The dam will hold,” said Ada Roth.", "speech Ada Roth: The dam will hold,"),
        ("“The dam will hold,” Ada Roth said on Monday.", "speech Ada Roth: The dam will hold,"),
        ("“The dam will hold,” she said.", "speech she: The dam will hold,"),
        ("“The dam will hold,” said the mayor, Ada Roth.", "speech the mayor: The dam will hold,"),
        ("“The dam will hold,” Roth, 54, told reporters.", "speech Roth: The dam will hold,"),
        ("Ada Roth said: “The dam will hold.”", "speech Ada Roth: The dam will hold."),
        (
            "Ada Roth told reporters that the dam “will certainly hold this year”.",
            "speech Ada Roth: will certainly hold this year",
        ),
        (
            "According to Ada Roth, \"the dam will hold for many years\".",
            "speech Ada Roth: the dam will hold for many years",
        ),
        ("“The dam will hold,” according to Ada Roth.", "speech Ada Roth: The dam will hold,"),
        ("Ursula von der Lay wrote, “The dam will hold.”", "speech Ursula von der Lay: The dam will hold."),
        ("`` the dam will hold , '' he said .", "speech he: the dam will hold ,"),
        ("Ada Roth, head of the Dam Board, said: “The dam will hold.”", "speech Ada Roth: The dam will hold."),
        ("Ada Roth, Director, Valley Works says: “The dam will hold.”", "speech Ada Roth: The dam will hold."),
        ("In Delm, Norway, Ada Roth said: “The dam will hold.”", "speech Ada Roth: The dam will hold."),
        ("“The dam will hold,” Ada Roth and Jon Lind said.", "speech Ada Roth and Jon Lind: The dam will hold,"),
        ("“The dam will hold,” said Ada Roth and Jon Lind.", "speech Ada Roth and Jon Lind: The dam will hold,"),
        ("Roth said he was glad, adding: “The dam will hold.”", "speech Roth: The dam will hold."),
        ("“The dam will hold!” Roth said on Monday.", "speech Roth: The dam will hold!"),
        ("“The dam will hold for years.” Lind said that it rained.", "speech -: The dam will hold for years."),
        ("“The dam will hold for years!” Lind said that it rained.", "speech -: The dam will hold for years!"),
        ("“The dam will hold for years.”\n\nLind said it rained.", "speech -: The dam will hold for years."),
    ] {
        assert_eq!(quotes(text), [want], "{text}");
    }
}

#[test]
fn split_speech_is_one_quotation() {
    assert_eq!(quotes("“The dam,” he said, “will hold.”"), ["speech he: The dam, | will hold."]);
    assert_eq!(
        quotes("“The dam will hold,” he said. “We built it.”"),
        ["speech he: The dam will hold,", "speech he: We built it."]
    );
    assert_eq!(
        quotes("“The dam will hold.\n\n“We built it,” said Roth."),
        ["speech Roth: The dam will hold. | We built it,"]
    );
}

#[test]
fn words_and_titles_are_no_speech() {
    assert_eq!(quotes("The so-called “experts” left."), ["words -: experts"]);
    assert_eq!(quotes("She wrote “The Silent Dam” in May."), ["title She: The Silent Dam"]);
    assert_eq!(quotes("It won't hold, the players' union said."), Vec::<String>::new());
}
