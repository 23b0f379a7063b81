//! Two versions of one page agree in hundreds of places: they are told as one, unless somebody asks.

use super::{ALL, plain, written};
use crosscheck::claim::Ledger;
use crosscheck::document::{Document, Format, Role};
use crosscheck::policy::Policy;
use crosscheck::report::{Report, View};
use crosscheck::rules::{Label, Outcome};
use crosscheck::text::Span;

/// So many facts in sentences that both have, and one in a sentence that only begins alike.
fn versions(count: usize) -> Report {
    let sentence = |n: usize| format!("Mill {n} was built in {}. ", 1800 + n);
    let shared: String = (0..count).map(sentence).collect();
    let text = |end: &str| format!("{shared}The dam was finished in 1950{end}.\n");
    let ledger = |path: &str, end| {
        let document = Document::read(path, Role::Peer, Format::Text, text(end).into_bytes());
        Ledger::new(document, Vec::new())
    };
    let mut outcome = Outcome::default();
    let mut start = 0;
    for n in 0..=count {
        let words = if n < count { sentence(n) } else { "The dam was finished in 1950".to_owned() };
        let year = words.find("in 1").expect("a year") + "in ".len();
        let span = Span::new(start + year, start + year + 4);
        let message = format!("both give {}", words.get(year..year + 4).expect("a year"));
        outcome.agree("date", message, vec![Label::primary(0, span, ""), Label::related(1, span, "")]);
        start += words.len();
    }
    Report::new(vec![ledger("new.txt", ""), ledger("old.txt", " at last")], outcome, &Policy::default())
}

#[test]
fn what_was_copied_is_told_as_one() {
    let report = versions(40);
    let all = report.agreements.len();
    assert_eq!(all, 41);
    let some = View { verbatim: false, ..ALL };
    let text = plain(&written(&report, "text", &some));
    assert_eq!(text.matches("agrees[").count(), 1, "{text}");
    let copied = all - 1;
    let one = format!("agrees: {copied} facts stand in sentences that the documents share word for word\n");
    assert!(text.contains(&one) && text.contains("(--show findings,verbatim lists them)"), "{text}");
    assert!(text.contains(&format!("{all} agreements")), "all are counted");
    assert!(written(&report, "markdown", &some).contains(&format!("{copied} facts stand in sentences")));
    assert_eq!(plain(&written(&report, "text", &ALL)).matches("agrees[").count(), all);
    let page = written(&report, "html", &some);
    assert_eq!(page.matches("data-part=\"verbatim\"").count(), copied);
    assert!(page.contains("word for word <b>"));
}

#[test]
fn a_few_are_listed_with_the_others() {
    let report = versions(3);
    let text = plain(&written(&report, "text", &View { verbatim: false, ..ALL }));
    assert_eq!(text.matches("agrees[").count(), report.agreements.len());
    assert!(!written(&report, "html", &ALL).contains("word for word <b>"));
}
