//! # attribute/conflict
//!
//! ## What it reports
//!
//! One person with two nationalities that have no country in common, two parties, two universities (or other bodies of one
//! kind) or two countries of birth, one country with two capitals, or one body with two years of foundation. Across documents
//! also one person with two towns of birth, and one work with two authors; one deed by two doers ("halted by the court",
//! "the council halted"), to or from two receivers or givers, a thing of two materials, what is done so often and so often.
//! And one of several things that two sentences tell alike but for that one: "the table is of oak" and "a table of beech"
//! beside the same door and stair.
//!
//! ## Why
//!
//! Some facts have one answer. Where two documents give two, one of them is wrong, and
//! readers who know the person or the place will notice.
//!
//! ## Example
//!
//! > a: the Danish physicist Ada Roth. b: Ada Roth is a Swedish physicist.
//!
//! ## What it leaves alone
//!
//! "French" beside "French-Swedish" (one names a part), a nationality beside a birthplace,
//! nationalities that stand with a title or an office ("US President") or before what any text
//! has ("Danish Civil War"), a party or university that the other document names too, births in
//! countries that are no more, towns of which one may be a part of the other ("Brooklyn"), and towns
//! and authors that the other document names too. Deeds that several may do, other moments, wider words ("oak", "wood"),
//! a name's fuller form, other parts of a thing, quotations and guesses.
//!
//! ## How to silence
//!
//! Name both nationalities in both places.
//! Where it is meant: `allow attribute/conflict`.

use super::attributes::{Fact, author, birth, folded, foundation, town_of_birth};
use super::belongings::{Belonging, belongings};
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity, contraries};
use crate::align::{Addend, Contrast, DeedPart};
use crate::claim::Ledger;
use crate::document::Document;
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::dictionary::is_common;
use crate::text::Span;
use crate::value::{NameKind, Value};
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    id: "attribute/conflict",
    severity: Severity::Warning,
    summary: "one person has two nationalities or birthplaces, one work two authors, one country two capitals, one deed two doers, one thing two materials",
    source: include_str!("attribute_conflict.rs"),
    yields_to: &["role/conflict"],
    check,
};

/// What only one can be to a deed, and what the two places are called.
const PARTS: [(Contrast, [&str; 2]); 6] = [
    (Contrast::Filler(DeedPart::Agent), ["done by this one", "done by another"]),
    (Contrast::Filler(DeedPart::Matter), ["of this", "of another"]),
    (Contrast::Filler(DeedPart::Goal), ["to this one", "to another"]),
    (Contrast::Filler(DeedPart::Source), ["from this one", "from another"]),
    (Contrast::Often, ["so often here", "so often there"]),
    (Contrast::Other, ["this here", "another there"]),
];

/// Facts under what is the same in all spellings of their names.
type Facts = BTreeMap<String, Vec<Fact>>;

fn check(context: &Context, outcome: &mut Outcome) {
    let (mut nations, mut births, mut capitals, mut founded) = (Facts::new(), Facts::new(), Facts::new(), Facts::new());
    let (mut towns, mut authors) = (Facts::new(), Facts::new());
    let mut belonging: BTreeMap<(String, Belonging), Vec<Fact>> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        for mention in &ledger.mentions {
            if let Value::Quote(quote) = &mention.value
                && let Some(fact) = author(ledger, index, quote)
            {
                authors.entry(fact.name.clone()).or_default().push(fact);
            }
            let Value::Name(name) = &mention.value else { continue };
            let tokens = ledger.document.token_at(mention.span.start)..ledger.document.token_at(mention.span.end);
            if name.kind == NameKind::Country {
                let fact = capital(ledger, index, mention.span, tokens.start);
                add(&mut capitals, &name.entity, fact);
                continue;
            }
            let whole = tokens.len();
            let tokens = without_body(&ledger.document, tokens);
            let last = tokens.end.checked_sub(1).and_then(|i| ledger.document.token(i));
            let span = Span { end: last.map_or(mention.span.end, |t| t.span.end), ..mention.span };
            let of_person = tokens.len() >= 2 && (name.kind != NameKind::Organisation || tokens.len() < whole);
            if of_person && may_be_a_person(&ledger.document, &tokens) {
                let who = person(&ledger.document, span);
                let mut told = belongings(&ledger.document, index, span, &tokens);
                if let Some(fact) = nationality(&ledger.document, index, span, tokens.clone()) {
                    told.push((Belonging::Country, fact.clone()));
                    nations.entry(who.clone()).or_default().push(fact);
                }
                for (what, fact) in told {
                    belonging.entry((who.clone(), what)).or_default().push(fact);
                }
            }
            if name.kind != NameKind::Place && !name.entity.starts_with('?') {
                let birth = birth(&ledger.document, index, mention.span, &name.entity);
                add(&mut births, &name.entity, birth);
                let town = town_of_birth(&ledger.document, index, mention.span, &name.entity);
                add(&mut towns, &name.entity, town);
                let year = foundation(ledger, index, mention.span, &name.entity);
                add(&mut founded, &name.entity, year);
            }
        }
    }
    let kinds = [
        (nations, "nationalities"),
        (births, "countries of birth"),
        (capitals, "capitals"),
        (founded, "years of foundation"),
    ];
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (facts, what) in &kinds {
        for (who, facts) in facts {
            if report(context, facts, what, outcome, |_, _| true) {
                told.insert(who);
            }
        }
    }
    // Nothing but the two words says that these are two: one document may know how they go together.
    let unknown = |a: &Fact, b: &Fact| {
        context.mode == Mode::Peers && a.document != b.document && !names(context, a, b) && !names(context, b, a)
    };
    for (facts, what) in [(towns, "towns of birth"), (authors, "authors")] {
        facts.values().for_each(|facts| _ = report(context, facts, what, outcome, unknown));
    }
    // Where neither text knows the other's country.
    let of_two_countries = |a: &Fact, b: &Fact| {
        let knows = |x: &Fact, y: &Fact| {
            let countries = context.ledgers.get(x.document).map(|l| l.countries());
            countries.is_none_or(|known| y.values.iter().any(|code| known.contains(code.as_str())))
        };
        a.document != b.document && !knows(a, b) && !knows(b, a)
    };
    let first = outcome.findings.len();
    for ((_, what), facts) in belonging.iter().filter(|((who, _), _)| !told.contains(who.as_str())) {
        let asked =
            |a: &Fact, b: &Fact| if *what == Belonging::Country { of_two_countries(a, b) } else { unknown(a, b) };
        report(context, facts, what.plural(), outcome, asked);
    }
    let own = outcome.findings.len();
    for (contrast, notes) in PARTS {
        contraries::report(context, &RULE, contrast, notes, outcome);
    }
    // What somebody belongs to is one fault, however the two sentences run.
    let of_statements = outcome.findings.split_off(own);
    let told = outcome.findings.get(first..).unwrap_or_default();
    let is_new = |finding: &Finding| {
        let tells = |label: &Label| {
            told.iter().flat_map(|f| &f.labels).any(|l| l.document == label.document && l.span.overlaps(label.span))
        };
        !finding.labels.iter().all(tells)
    };
    let of_statements: Vec<Finding> = of_statements.into_iter().filter(is_new).collect();
    outcome.findings.extend(of_statements);
}

fn add(facts: &mut Facts, of: &str, fact: Option<Fact>) {
    if let Some(fact) = fact {
        facts.entry(of.to_owned()).or_default().push(fact);
    }
}

/// The first pair of facts of two documents (or one) that have no value in common; one finding for a person.
fn report(
    context: &Context,
    facts: &[Fact],
    what: &str,
    outcome: &mut Outcome,
    asked: impl Fn(&Fact, &Fact) -> bool,
) -> bool {
    for (number, a) in facts.iter().enumerate() {
        let other = facts
            .iter()
            .skip(number + 1)
            .filter(|b| context.comparable(a.document, b.document) && strsim::osa_distance(&a.name, &b.name) <= 1)
            .find(|b| !a.values.iter().any(|v| b.values.contains(v)) && asked(a, b));
        let Some(b) = other else { continue };
        let text = |fact: &Fact| context.document(fact.document).map_or("", |d| d.slice(fact.span));
        let message = format!("two {what} that have nothing in common: “{}” and “{}”", text(a), text(b));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .label(Label::primary(a.document, a.span, "says the one"))
                .label(Label::related(b.document, b.span, "says the other"))
                .evidence([Addend { weight: 4.0, reason: "the same name".to_owned() }])
                .help("correct one of the two, or name both in both places"),
        );
        return true;
    }
    false
}

/// Does the document of `a` name what the other says?
fn names(context: &Context, a: &Fact, b: &Fact) -> bool {
    let near = |x: &str, y: &str| x == y || x.len() > 3 && strsim::osa_distance(x, y) <= 1;
    context.document(a.document).is_some_and(|document| {
        (0..document.tokens.len()).any(|i| b.values.iter().any(|value| near(value, document.word(i))))
    })
}

/// "Ada Roth of the University of Torp", read as one name, is Ada Roth.
fn without_body(document: &Document, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let of = tokens.clone().skip(2).find(|i| document.word(*i) == "of");
    tokens.start..of.unwrap_or(tokens.end)
}

/// The first words of a full name and the first letters of the last one, so that "Holl" and "Holly" meet.
fn person(document: &Document, span: Span) -> String {
    const SURE: usize = 3;
    let folded = folded(document, span);
    let (given, last) = folded.rsplit_once(' ').unwrap_or(("", &folded));
    format!("{given} {}", last.chars().take(SURE).collect::<String>())
}

/// "Civil War", "Masters Open", "Old Catholic": what is made of words that any text has is no person, and each country
/// has its own.
fn may_be_a_person(document: &Document, tokens: &std::ops::Range<usize>) -> bool {
    let any_text_has = |i: usize| is_common(document.word(i)) || countries::find(document, i).is_some();
    !tokens.clone().all(any_text_has)
}

/// "Danish Ada Roth", "Denmark's Ada Roth", "Ada Roth is a Danish physicist".
fn nationality(document: &Document, index: usize, span: Span, tokens: std::ops::Range<usize>) -> Option<Fact> {
    let fact = |range: std::ops::Range<usize>, values: Vec<String>| {
        let first = document.token(range.start)?.span;
        let last = document.token(range.end.checked_sub(1)?)?.span;
        Some(Fact { document: index, span: span.cover(first).cover(last), name: folded(document, span), values })
    };
    if let Some(before) = tokens.start.checked_sub(1).filter(|i| matches!(document.word(*i), "'s" | "’s")) {
        let from = before.saturating_sub(4);
        let (start, found) = (from..before).find_map(|i| {
            countries::find(document, i).filter(|f| i + f.tokens == before && f.form == Form::Name).map(|f| (i, f))
        })?;
        return fact(start..before, vec![found.country.code.to_owned()]);
    }
    if let Some((start, values)) = demonyms_ending(document, tokens.start) {
        return fact(start..tokens.start, values);
    }
    let verb = tokens.end;
    if matches!(document.word(verb), "is" | "was") && matches!(document.word(verb + 1), "a" | "an") {
        let (end, values) = demonyms_starting(document, verb + 2)?;
        let noun = document.token(end).is_some_and(|t| t.is_word() && !t.capital)
            || document.token(end).is_none_or(|t| !t.is_word());
        return if noun && document.word(end) != "-" { fact(verb..end, values) } else { None };
    }
    None
}

fn demonym(document: &Document, at: usize) -> Option<(usize, String)> {
    let found = countries::find(document, at).filter(|f| f.form == Form::Demonym)?;
    Some((found.tokens, found.country.code.to_owned()))
}

/// "Hungarian-Austrian" that starts at `at`: its end and countries.
fn demonyms_starting(document: &Document, at: usize) -> Option<(usize, Vec<String>)> {
    let (tokens, code) = demonym(document, at)?;
    let (mut end, mut codes) = (at + tokens, vec![code]);
    while document.word(end) == "-"
        && let Some((more, code)) = demonym(document, end + 1)
    {
        codes.push(code);
        end += 1 + more;
    }
    Some((end, codes))
}

/// "Hungarian-Austrian" that ends right before token `end`: its start and countries.
fn demonyms_ending(document: &Document, end: usize) -> Option<(usize, Vec<String>)> {
    let start = (end.saturating_sub(7)..end).find(|i| {
        let whole = i.checked_sub(1).is_none_or(|b| document.word(b) != "-");
        whole && demonyms_starting(document, *i).is_some_and(|(e, _)| e == end)
    })?;
    demonyms_starting(document, start).map(|(_, codes)| (start, codes))
}

/// "Walling, the capital of Denmark", "Walling is the capital of Denmark": the capital that a country is given.
fn capital(ledger: &Ledger, index: usize, country: Span, at: usize) -> Option<Fact> {
    let document = &ledger.document;
    let of =
        at.checked_sub(1).filter(|i| document.word(*i) == "of" && document.word(i.saturating_sub(1)) == "capital")?;
    let the = of.checked_sub(2).filter(|i| document.word(*i) == "the")?;
    let link = the.checked_sub(1).filter(|i| matches!(document.word(*i), "," | "is"))?;
    let end = document.token(link.checked_sub(1)?)?.span.end;
    let name = ledger
        .mentions
        .iter()
        .find(|m| m.span.end == end && matches!(&m.value, Value::Name(n) if n.kind != NameKind::Country))?;
    Some(Fact {
        document: index,
        span: name.span.cover(country),
        name: String::new(),
        values: vec![document.slice(name.span).to_lowercase()],
    })
}
