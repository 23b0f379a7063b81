//! What somebody is to a body or to a relative, where two documents name the same person and the same other, and two things
//! that nobody is at once: treasurer and secretary of one council, sister and daughter of one man.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule};
use crate::claim::{Calling, Kin, Ledger, Person, Stem, kin, people, stem};
use crate::document::Document;
use crate::lexicon::en::callings::is_of_one;
use crate::text::Span;
use std::collections::BTreeMap;

/// A name in more places than this is held against nothing.
const BLOCK: usize = 40;

struct At<'a, T> {
    document: usize,
    ledger: &'a Ledger,
    what: T,
}

pub fn report(context: &Context, rule: &Rule, outcome: &mut Outcome) {
    let mut persons: BTreeMap<(String, String), Vec<At<Person>>> = BTreeMap::new();
    let mut relatives: BTreeMap<String, Vec<At<Kin>>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for person in people(ledger).into_iter().filter(|p| !p.callings.is_empty()) {
            let key = (person.surname.clone(), person.given.clone());
            persons.entry(key).or_default().push(At { document, ledger, what: person });
        }
        for one in kin(ledger) {
            relatives.entry(one.name.clone()).or_default().push(At { document, ledger, what: one });
        }
    }
    for places in persons.values().filter(|p| p.len() <= BLOCK) {
        let found = pairs(context, places).find_map(|(a, b)| {
            let (first, second) = posts_apart(a, b)?;
            Some((a.document, first.span, b.document, second.span))
        });
        outcome.findings.extend(found.and_then(|found| finding(context, rule, found)));
    }
    for places in relatives.values().filter(|p| p.len() <= BLOCK) {
        let found = pairs(context, places).find(|(a, b)| kin_apart(&a.what, &b.what, places));
        let found = found.map(|(a, b)| (a.document, a.what.span, b.document, b.what.span));
        outcome.findings.extend(found.and_then(|found| finding(context, rule, found)));
    }
}

fn pairs<'a, T>(context: &'a Context, places: &'a [At<'a, T>]) -> impl Iterator<Item = (&'a At<'a, T>, &'a At<'a, T>)> {
    let all = places.iter().enumerate().flat_map(move |(i, a)| places.iter().skip(i + 1).map(move |b| (a, b)));
    let sides = |a: &At<T>, b: &At<T>| a.ledger.document.role.meets(b.ledger.document.role);
    all.filter(move |(a, b)| a.document != b.document && sides(a, b) && context.comparable(a.document, b.document))
}

/// Two posts at one body, or one post at two.
fn posts_apart<'a>(a: &'a At<Person>, b: &'a At<Person>) -> Option<(&'a Calling, &'a Calling)> {
    let own = a.what.callings.first()?;
    let other = b.what.callings.first()?;
    let one = |of: &Person| of.callings.iter().all(|c| of.callings.first().is_some_and(|f| f.known_as == c.known_as));
    if !one(&a.what) || !one(&b.what) {
        return None;
    }
    let only = |x: &Calling, y: &Calling| -> Vec<Stem> { x.of.iter().filter(|s| !y.of.contains(s)).copied().collect() };
    let (mine, theirs) = (only(own, other), only(other, own));
    // The one may say more of the body than the other.
    let same_of = own.of.iter().any(|s| other.of.contains(s)) && (mine.is_empty() || theirs.is_empty());
    // A deputy is not whom he stands in for.
    let deputy = own.known_as == other.known_as && same_of && is_of_one(own.known_as, true) && {
        let standings = [own.standing, other.standing];
        standings.contains(&Some("deputy")) && standings.contains(&None)
    };
    let single = [own, other].iter().all(|c| is_of_one(c.known_as, true) && !VAGUE.contains(&c.known_as));
    let chiefs = [own.known_as, other.known_as];
    let of_money = ["finance chief", "operations chief"].iter().any(|c| chiefs.contains(c));
    let single = single || of_money && chiefs.contains(&"chief executive");
    let posts = own.known_as != other.known_as && single && same_of && own.standing == other.standing;
    // "A biologist at the University of Torp", "of Kessel": neither text knows the other's.
    let shared = own.of.len() > mine.len();
    let body = own.known_as == other.known_as
        && own.standing == other.standing
        && shared
        && mine.len() == 1
        && theirs.len() == 1
        && mine.iter().all(|s| !b.ledger.knows(*s) && is_name(a.ledger, *s))
        && theirs.iter().all(|s| !a.ledger.knows(*s) && is_name(b.ledger, *s));
    // "Vice president of sales", "of research": one post of two branches, of which neither text knows the other's.
    let branch = own.known_as == other.known_as
        && own.standing == other.standing
        && is_of_one(own.known_as, true)
        && own.of.len() == 1
        && other.of.len() == 1
        && mine.len() == 1
        && mine.iter().all(|s| !b.ledger.knows(*s) && !is_name(a.ledger, *s))
        && theirs.iter().all(|s| !a.ledger.knows(*s) && !is_name(b.ledger, *s));
    (deputy || posts || body || branch).then_some((own, other))
}

/// Words for whoever is at the head, which one person may be called by together.
const VAGUE: [&str; 6] = ["leader", "director", "principal", "president", "chair", "chief executive"];

fn is_name(ledger: &Ledger, stem: Stem) -> bool {
    ledger.names().binary_search(&stem).is_ok()
}

/// Two kinds of relative of one and the same; whoever is told to be both of them somewhere is so.
fn kin_apart(a: &Kin, b: &Kin, places: &[At<Kin>]) -> bool {
    // "His sister" and "his mother": whose is told by the pronoun alone, and neither text has the other's word.
    let silent = |known_as: &str, of: &Kin| {
        let at = places.iter().find(|p| p.what.span == of.span && p.what.name == of.name);
        at.is_some_and(|p| p.ledger.words_used().binary_search(&stem(known_as)).is_err())
    };
    let by_pronoun =
        a.of.is_empty() && b.of.is_empty() && a.whose == b.whose && silent(b.known_as, a) && silent(a.known_as, b);
    let shared = by_pronoun || a.of.iter().any(|s| b.of.contains(s));
    let both = |of: usize| {
        let told = |known_as: &str| places.iter().any(|p| p.document == of && p.what.known_as == known_as);
        told(a.known_as) && told(b.known_as)
    };
    a.known_as != b.known_as && shared && !places.iter().any(|p| both(p.document))
}

fn finding(
    context: &Context,
    rule: &Rule,
    (here, first, there, second): (usize, Span, usize, Span),
) -> Option<Finding> {
    let slice = |document: Option<&Document>, span: Span| document.map(|d| d.slice(span).to_owned());
    let (a, b) = (slice(context.document(here), first)?, slice(context.document(there), second)?);
    Some(
        Finding::new(rule, FindingVerdict::Conflict, format!("one person is “{a}” here, “{b}” there"))
            .turned(format!("one person is “{b}” here, “{a}” there"))
            .label(Label::primary(here, first, "this here"))
            .label(Label::related(there, second, "another there"))
            .help("correct the one that is wrong")
            .help("if both are right, name both in both places"),
    )
}
