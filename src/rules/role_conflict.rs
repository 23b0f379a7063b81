//! # role/conflict
//!
//! ## What it reports
//! One person who holds a post in one document and is its former holder in another: "the foreign
//! minister, Ada Roth" and "former foreign minister Ada Roth". One person of two trades: "Jon Lind, a
//! nurse" and "Jon Lind, a plumber". Two offices of one council, a minister and a deputy, one calling at two
//! universities, the sister and the daughter of one man.
//!
//! ## Why
//! One of the two is out of date, and readers take the person's words for those of the office.
//!
//! ## Example
//! > a.txt: The foreign minister Ada Roth signed. b.txt: Former foreign minister Ada Roth signed.
//!
//! ## What it leaves alone
//! Other posts of one person (partner, then adviser), posts of other bodies, sentences that give a
//! date or say "then", "at the time" or "until", documents whose own dates lie apart, and one
//! document by itself: a story tells how things change. A post without its body or kind may be any
//! of several; it is a note. Of trades only those that take years to learn ("conductor" and
//! "composer" go together), and none that the other document speaks of too.
//!
//! ## How to silence
//! Say of when the post is. Where it is meant: `allow role/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity, standings};
use crate::align::{Addend, Named};
use crate::claim::{Calling, ClaimKind, Ledger, Post, posts};
use crate::document::Document;
use crate::lexicon::en::callings::{calling, is_trade};
use crate::value::{Name, Value};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "role/conflict",
    severity: Severity::Warning,
    summary: "a post is held here and held no more there, or one person has two trades, offices or kinds of relative",
    source: include_str!("role_conflict.rs"),
    yields_to: &[],
    check,
};

/// Documents of days further apart than this may both be right.
const DAYS: i64 = 7;

struct Held<'a> {
    document: usize,
    ledger: &'a Ledger,
    post: Post,
}

fn check(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    trades(context, outcome);
    standings::report(context, &RULE, outcome);
    let mut held: BTreeMap<(String, &'static str), Vec<Held>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for post in posts(&ledger.document, &ledger.mentions) {
            let Some(person) = name(ledger, Some(post.person)) else { continue };
            // A surname alone is anybody's.
            if person.entity.contains(' ') && !is_of_another_time(ledger, &post) {
                let key = (person.entity.clone(), post.post);
                held.entry(key).or_default().push(Held { document, ledger, post });
            }
        }
    }
    for places in held.values() {
        let pair = places.iter().filter(|p| p.post.former).find_map(|former| {
            let now = places.iter().find(|now| {
                let apart = now.document != former.document && context.comparable(now.document, former.document);
                apart && !now.post.former && same_days(now, former) && one_post(now, former)
            });
            now.map(|now| (former, now))
        });
        // Whoever tells both in one document tells of a change.
        let both = |document: usize| {
            let mut own = places.iter().filter(|p| p.document == document).map(|p| p.post.former);
            let first = own.next();
            own.any(|other| Some(other) != first)
        };
        if let Some((former, now)) = pair.filter(|(a, b)| !both(a.document) && !both(b.document)) {
            outcome.report(report(former, now));
        }
    }
}

fn name(ledger: &Ledger, mention: Option<usize>) -> Option<&Name> {
    match &ledger.mentions.get(mention?)?.value {
        Value::Name(name) => Some(name),
        _ => None,
    }
}

/// A date in the sentence, or a word that puts it at another time.
fn is_of_another_time(ledger: &Ledger, post: &Post) -> bool {
    let document = &ledger.document;
    let dated = ledger.claims.iter().any(|c| c.sentence == post.sentence && c.kind == ClaimKind::Date);
    let mut words = document.sentence_tokens(post.sentence).map(|i| document.word(i));
    dated
        || words.any(|w| {
            matches!(
                w,
                "then" | "until" | "became" | "becomes" | "appointed" | "succeeded" | "replaced" | "resigned" | "time"
            )
        })
}

fn same_days(a: &Held, b: &Held) -> bool {
    match (a.ledger.document.meta.date, b.ledger.document.meta.date) {
        (Some(x), Some(y)) => (x.duration_until(y).as_hours() / 24).abs() <= DAYS,
        _ => true,
    }
}

/// The same kind of post ("foreign", "prime") at the same body, as far as both say.
fn one_post(a: &Held, b: &Held) -> bool {
    let body = |h: &Held| name(h.ledger, h.post.body).map(|n| n.entity.clone());
    let other_body = matches!((body(a), body(b)), (Some(x), Some(y)) if x != y);
    a.post.kind == b.post.kind && !other_body
}

fn report(former: &Held, now: &Held) -> Finding {
    let words = |h: &Held| h.ledger.document.slice(h.post.span).to_owned();
    let sure = former.post.kind.is_some() || (former.post.body.is_some() && now.post.body.is_some());
    let severity = if sure { Severity::Warning } else { Severity::Note };
    let who = name(former.ledger, Some(former.post.person)).map_or("", |n| n.entity.as_str());
    let span = |h: &Held| h.ledger.mentions.get(h.post.person).map_or(h.post.span, |m| h.post.span.cover(m.span));
    let message = format!("“{}” here, no longer there (“former”)", words(now));
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .turned(format!("“former” here, still “{}” there", words(now)))
        .at(severity)
        .label(Label::primary(now.document, span(now), "holds it"))
        .label(Label::related(former.document, span(former), "held it"))
        .evidence([Addend { weight: 4.0, reason: format!("both are of “{who}”") }])
        .help("correct the one that is out of date")
        .help("say of when the post is")
}

/// One person who is a nurse here and a plumber there.
fn trades(context: &Context, outcome: &mut Outcome) {
    for one in &context.alignment.persons.pairs {
        let Some((x, y)) = context.alignment.persons.of(one) else { continue };
        let (Some(first), Some(second)) = (trade(x), trade(y)) else { continue };
        let documents = context.document(x.document).zip(context.document(y.document));
        let Some((here, there)) = documents.filter(|_| first.standing == second.standing) else { continue };
        if first.known_as == second.known_as || speaks_of(here, second) || speaks_of(there, first) {
            continue;
        }
        let (a, b) = (here.slice(first.span), there.slice(second.span));
        let who = here.slice(x.place().1);
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, format!("“{who}” is “{a}” here, “{b}” there"))
                .turned(format!("“{who}” is “{b}” here, “{a}” there"))
                .label(Label::primary(x.document, first.span, "the one trade"))
                .label(Label::related(y.document, second.span, "the other trade"))
                .evidence(one.evidence.addends.iter().cloned())
                .help_here(format!("if “{b}” is right, correct “{a}”"))
                .help_there(format!("if “{a}” is right, correct “{b}”"))
                .help("if both are right, name both in both places"),
        );
    }
}

/// The one trade that a document gives somebody, who is called nothing else.
fn trade(named: &Named) -> Option<&Calling> {
    let callings = &named.person.callings;
    let first = callings.first().filter(|c| is_trade(c.known_as))?;
    callings.iter().all(|c| c.known_as == first.known_as).then_some(first)
}

fn speaks_of(document: &Document, trade: &Calling) -> bool {
    (0..document.tokens.len()).any(|i| calling(document.word(i)) == Some(trade.known_as))
}
