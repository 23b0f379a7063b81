//! What a report comes to: nothing is approved that was not looked at.

use super::{ALL, plain, written};
use crosscheck::document::{Document, Format, Role};
use crosscheck::policy::Policy;
use crosscheck::rules::Settings;
use crosscheck::{read, reconcile};

/// The closing line up to its first semicolon.
fn closing(documents: &[(Role, &str)], refused: usize) -> String {
    let ledger = |(index, (role, text)): (usize, &(Role, &str))| {
        let document = Document::read(&format!("{index}.txt"), *role, Format::Text, text.as_bytes().to_vec());
        read(document, &Settings::default())
    };
    let ledgers = documents.iter().enumerate().map(ledger).collect();
    let mut report = reconcile(vec![ledgers], &Settings::default(), &Policy::default());
    report.refused = vec!["a.pdf: is a PDF".to_owned(); refused];
    let text = plain(&written(&report, "text", &ALL));
    let last = text.lines().rfind(|line| line.contains(" document") && line.contains("; ")).expect("a closing line");
    last.split("; ").next().expect("its start").to_owned()
}

#[test]
fn nothing_is_approved_that_was_not_looked_at() {
    let plain = "The bridge opened on 4 May 2021 in Chur.";
    assert_eq!(closing(&[(Role::Peer, plain)], 0), "1 document: nothing in it disagrees");
    assert_eq!(closing(&[(Role::Peer, plain), (Role::Peer, plain)], 0), "2 documents: nothing disagrees");
    assert_eq!(closing(&[(Role::Peer, plain)], 2), "1 document, 2 paths not read: nothing in it disagrees");
    assert_eq!(closing(&[], 1), "no document, 1 path not read: nothing was checked");
    assert_eq!(closing(&[(Role::Source, plain)], 1), "1 document, 1 path not read: nothing was checked");
    let alone = closing(&[(Role::Draft, plain)], 1);
    assert_eq!(alone, "1 document, 1 path not read: no source was read to hold it against");
    assert_eq!(closing(&[(Role::Peer, "***")], 0), "1 document: no claim was read, so nothing was compared");
    let other = "Der Bürgermeister hat die neue Brücke über den Fluss eröffnet und den Bewohnern der Stadt für \
                 ihre Geduld gedankt, weil die Arbeiten länger als geplant gedauert haben. ";
    let other = other.repeat(4);
    let (one, all) = ([(Role::Peer, plain), (Role::Peer, other.as_str())], [(Role::Peer, other.as_str())]);
    assert_eq!(closing(&one, 0), "2 documents, 1 of them not understood: nothing disagrees");
    assert_eq!(closing(&all, 0), "1 document, not understood: no claim was read, so nothing was compared");
    let fault = "It was signed on 31 June 2024.";
    assert_eq!(closing(&[(Role::Peer, fault)], 1), "1 document, 1 path not read: 1 error");
}
