//! # date/conflict
//!
//! ## What it reports
//! Two different days for the same event: "struck on Friday, September 9" and "struck
//! on September 8, 2023". Two months or years for what is done but once: "the Kestrel
//! Club was founded in 1974" and "the Kestrel Club, founded in 1976". Across documents also
//! two dates or hours at the same place of what both tell, of which one slip makes the other. The days of a life in brackets
//! behind the name that opens a text, and another day of birth or death further down. The day that the head of a post
//! gives it, and another in its dateline or in its file's name, of which one part is off.
//!
//! ## Why
//! An event has one day. One of the places is wrong, and whoever quotes it spreads it.
//!
//! ## Example
//! > a.txt: The treaty was signed in Bern on 12 May 2014.
//! > b.txt: The treaty, signed in Bern on 21 May 2014, ends the dispute.
//!
//! ## What it leaves alone
//! Dates of different events, also of the same kind (aftershocks, editions, second
//! meetings); days that lie far apart and differ in more than one part; months and years
//! of other things than births, deaths, foundings, sinkings and premieres, and where the
//! name does not stand beside the verb; dates in one sentence; a finer form of the same
//! date; datelines, posting times, the heads of comments, notices of copyright and lists of sources,
//! which are the document's own.
//! Days without a year are held against others by day and month where no year is sure.
//!
//! ## How to silence
//! Correct one of the dates, or say what sets the events apart. Where it is meant:
//! `allow date/conflict`.

use super::dated_twice::dated_twice;
use super::lives_twice::lives_twice;
use super::places::{self, apart, gathered};
use super::release_days::release_days;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{ClaimRef, Dated, Link, dated};
use crate::claim::LifeEvent;

pub const RULE: Rule = Rule {
    id: "date/conflict",
    severity: Severity::Error,
    summary: "two different dates for the same event",
    source: include_str!("date_conflict.rs"),
    yields_to: &["age/birthdate-mismatch", "fact/pinned"],
    check,
};

/// What a pair must weigh before two days are called a conflict.
const SURE: f64 = 3.5;

fn check(context: &Context, outcome: &mut Outcome) {
    let mut said: Vec<ClaimRef> = Vec::new();
    for link in context.alignment.links.iter().filter(|l| context.comparable(l.a.document, l.b.document)) {
        let Some([(when_a, label_a), (when_b, label_b)]) = ends(context, link) else { continue };
        let Some((first, second)) = when_a.stretches(when_b) else { continue };
        let (printed_a, printed_b) = (when_a.printed(), when_b.printed());
        if first.overlaps(&second) {
            if link.a.document != link.b.document && first == second {
                let event = context.claim(link.a).map_or("", |(_, c)| c.subject.head.as_str());
                outcome.agree("date", format!("both places give {printed_a} (“{event}”)"), vec![label_a, label_b]);
            }
            continue;
        }
        // One finding for each date that stands out, however many others it disagrees with.
        if link.evidence.weight() < SURE || said.contains(&link.a) || said.contains(&link.b) {
            continue;
        }
        said.extend([link.a, link.b]);
        let message = format!("the same event is dated {printed_a} and {printed_b}");
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .label(label_a)
                .label(Label { role: super::LabelRole::Related, ..label_b })
                .evidence(link.evidence.addends.clone())
                .as_sure_as_aligned()
                .help_there(format!("if {printed_a} is right, correct {printed_b}"))
                .help_here(format!("if {printed_b} is right, correct {printed_a}")),
        );
    }
    for twice in lives_twice(context) {
        let words = |span| context.document(twice.document).map(|d| d.slice(span)).unwrap_or_default();
        let [top, told] = twice.places.map(words);
        let what = if twice.event == LifeEvent::Birth { "birth" } else { "death" };
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, format!("the {what} is on {told} here, “{top}” at the top"))
                .at(Severity::Warning)
                .labels(twice.labels())
                .help("correct the date that is wrong"),
        );
    }
    dated_twice(&RULE, context, outcome);
    release_days(&RULE, context, outcome, |a, b| context.comparable(a, b));
    for group in apart(context, outcome, |apart| apart.is_of_dates() && !apart.is_of_the_pages()) {
        outcome.findings.extend(places::report(&RULE, &group, ""));
    }
}

/// Pages of one site may tell of one event in the same words.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    release_days(&RULE, context, outcome, |a, b| a != b && !context.comparable(a, b));
    for group in gathered(context, outcome, context.alignment.counterparts.iter(), |apart| {
        apart.is_of_dates() && !apart.is_of_the_pages()
    }) {
        outcome.findings.extend(places::report(&RULE, &group, ""));
    }
}

/// When the two ends of a link are dated, with their places.
fn ends(context: &Context, link: &Link) -> Option<[(Dated, Label); 2]> {
    let end = |at: ClaimRef| {
        let (ledger, claim) = context.claim(at)?;
        let when = dated(ledger, claim)?;
        Some((when, Label::primary(at.document, claim.span, when.printed())))
    };
    Some([end(link.a)?, end(link.b)?])
}
