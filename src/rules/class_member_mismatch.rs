//! # class/member-mismatch
//!
//! ## What it reports
//! A country named as one of a class that it does not belong to: "13 European nations, including
//! France, Spain and Canada", "NATO members such as Austria", "Norway, an EU member".
//!
//! ## Why
//! The class is what readers remember. Either it is too narrow ("Western" was meant) or the wrong
//! country stands in the list.
//!
//! ## Example
//! > Thirteen European nations, including France, Canada and Spain, signed.
//!
//! Canada does not lie in Europe.
//!
//! ## What it leaves alone
//! Regions without a firm border (the Middle East, Western nations), countries on two continents,
//! two classes at once ("EU and NATO members such as"), and members of another time: who belonged
//! to the European Union, NATO or the G7 once is passed over, unless the text gives a year.
//!
//! ## How to silence
//! Name the class that holds them all. Where it is meant: `allow class/member-mismatch`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::list_of;
use crate::claim::{Claim, Ledger};
use crate::document::Document;
use crate::lexicon::en::countries::{self, Country, Form, Organisation, Region};
use crate::text::Span;
use crate::value::{MemberKind, TimeKind, Value};

pub const RULE: Rule = Rule {
    id: "class/member-mismatch",
    severity: Severity::Error,
    summary: "a country is named as one of a class it does not belong to",
    source: include_str!("class_member_mismatch.rs"),
    yields_to: &[],
    check,
};

/// Classes whose members are beyond doubt. "Europe" is taken widely, with what lies across its border.
const FIRM: [&str; 10] =
    ["AFRICA", "ASIA", "EUROPE", "OCEANIA", "NORTH_AMERICA", "SOUTH_AMERICA", "EU", "NATO", "G7", "BALTIC_STATES"];
/// Countries that sports and broadcasting unions count to another continent.
const ELSEWHERE: [(&str, &str); 4] = [("EUROPE", "IL"), ("EUROPE", "KZ"), ("ASIA", "AU"), ("OCEANIA", "ID")];

/// A class as the text names it, and the token behind its noun.
struct Class {
    region: &'static Region,
    span: Span,
    next: usize,
}

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let classes = classes(&ledger.document);
        if classes.is_empty() {
            continue;
        }
        for class in &classes {
            for (country, span) in named(ledger, class) {
                if !belongs(ledger, context, class, country) {
                    outcome.report(report(index, &ledger.document, class, country, span));
                }
            }
        }
    }
}

/// "European nations", "EU members", "NATO member states", "Baltic states".
fn classes(document: &Document) -> Vec<Class> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        let capital = document.token(at).is_some_and(|t| t.capital);
        let class = if capital { class(document, at) } else { None };
        at = class.as_ref().map_or(at + 1, |c| c.next);
        found.extend(class);
    }
    found
}

fn class(document: &Document, at: usize) -> Option<Class> {
    let (region, form, tokens) = countries::find_region(document, at)?;
    let body = matches!(region.id, "EU" | "NATO" | "G7");
    if !FIRM.contains(&region.id) || !(body || form == Form::Demonym || region.id == "BALTIC_STATES") {
        return None;
    }
    // "EU and NATO members", "Central European nations", "non-EU countries", "former NATO members".
    let before = at.checked_sub(1).map_or("", |i| document.word(i));
    let joined = matches!(
        before,
        "and" | "or" | "/" | "-" | "," | "non" | "former" | "central" | "south" | "north" | "east" | "west"
    ) || matches!(
        before,
        "southern" | "northern" | "eastern" | "western" | "pro" | "anti" | "other" | "aspiring" | "would"
    );
    let mut next = at + tokens;
    if joined {
        return None;
    }
    if region.id != "BALTIC_STATES" {
        next += usize::from(document.word(next) == "member" && document.word(next + 1).starts_with("state"));
        let noun = document.word(next);
        let plural = matches!(noun, "nations" | "countries" | "states" | "members" | "governments" | "allies");
        let single = matches!(noun, "nation" | "country" | "state" | "member");
        if !(plural || single) {
            return None;
        }
        next += 1;
    }
    let first = document.token(at)?.span;
    Some(Class { region, span: first.cover(document.token(next.checked_sub(1)?)?.span), next })
}

/// The countries that the words make members of the class.
fn named(ledger: &Ledger, class: &Class) -> Vec<(&'static Country, Span)> {
    let document = &ledger.document;
    let mut found = Vec::new();
    if let Some((claim, _)) = opened(ledger, class) {
        let members = list_of(ledger, claim).map_or(&[][..], |list| &list.members);
        for member in members.iter().filter(|m| m.kind == MemberKind::Country) {
            let country = member.key.strip_prefix("iso:").and_then(countries::country);
            found.extend(country.map(|c| (c, member.span)));
        }
    }
    // "Norway, an EU member"; "NATO member Ireland".
    let noun = class.next.checked_sub(1).map_or("", |i| document.word(i));
    if matches!(noun, "member" | "state" | "nation" | "country") {
        found.extend(country_at(document, class.next).filter(|_| noun != "country"));
        let start = document.token_at(class.span.start);
        let apposed =
            start.checked_sub(2).filter(|i| matches!(document.word(start - 1), "a" | "an") && document.word(*i) == ",");
        let before = apposed.and_then(|comma| {
            (1..=3).filter_map(|n| comma.checked_sub(n)).find_map(|i| {
                country_at(document, i)
                    .filter(|(_, span)| document.token(comma - 1).is_some_and(|t| t.span.end == span.end))
            })
        });
        found.extend(before);
    }
    found
}

fn country_at(document: &Document, at: usize) -> Option<(&'static Country, Span)> {
    let found = countries::find(document, at).filter(|f| f.form == Form::Name)?;
    let span = document.token(at)?.span.cover(document.token(at + found.tokens - 1)?.span);
    // "NATO member Turkey's army" names the member, "EU member Spain and Norway" the first only.
    Some((found.country, span))
}

/// The list of countries that the class opens: "European nations, including …", "EU members: …".
fn opened<'a>(ledger: &'a Ledger, class: &Class) -> Option<(&'a Claim, usize)> {
    let document = &ledger.document;
    let mut at = class.next;
    at += usize::from(document.word(at) == ",");
    let opens = match document.word(at) {
        "including" | "like" | "namely" | ":" | "—" | "–" => 1,
        "such" if document.word(at + 1) == "as" => 2,
        "among" if document.word(at + 1) == "them" => 2,
        "are" | "were" if at == class.next => 1,
        _ if at == class.next => 0,
        _ => return None,
    };
    at += opens;
    at += usize::from(document.word(at) == ":");
    at += usize::from(document.word(at) == "the");
    let start = document.token(at)?.span.start;
    let from = ledger.claims.partition_point(|c| c.span.start + 4 < start);
    let near = ledger.claims.iter().skip(from).take_while(|c| c.span.start <= start);
    let list = near.into_iter().find(|c| {
        let members = list_of(ledger, c).map(|l| &l.members);
        members.is_some_and(|m| m.iter().all(|m| m.kind == MemberKind::Country))
    });
    list.map(|claim| (claim, at))
}

fn belongs(ledger: &Ledger, context: &Context, class: &Class, country: &Country) -> bool {
    let id = class.region.id;
    if class.region.holds(country.code) || ELSEWHERE.contains(&(id, country.code)) {
        return true;
    }
    let Some(organisation) = organisation(id) else { return false };
    let years = years(ledger, context, class.span);
    match years.is_empty() {
        true => ever(country.code, organisation),
        false => years.iter().any(|year| countries::member(country.code, organisation, Some(*year))),
    }
}

fn organisation(id: &str) -> Option<Organisation> {
    match id {
        "EU" => Some(Organisation::Eu),
        "NATO" => Some(Organisation::Nato),
        "G7" => Some(Organisation::G7),
        _ => None,
    }
}

fn ever(code: &str, organisation: Organisation) -> bool {
    (1949..2100).any(|year| countries::member(code, organisation, Some(year)))
}

/// The years that the sentence speaks of, or the one the document is of.
fn years(ledger: &Ledger, context: &Context, span: Span) -> Vec<i16> {
    let document = &ledger.document;
    let sentence = document.sentences.get(document.sentence_at(span.start)).map_or(span, |s| s.span);
    let said = ledger.mentions.iter().filter(|m| sentence.contains(m.span)).filter_map(|m| match &m.value {
        Value::Time(time) if time.kind == TimeKind::Date => time.stretch?.start.map(|d| d.year()),
        _ => None,
    });
    let mut years: Vec<i16> = said.collect();
    if years.is_empty() {
        years.extend(document.meta.date.or(context.settings.reference_date).map(|d| d.year()));
    }
    years
}

fn report(index: usize, document: &Document, class: &Class, country: &Country, span: Span) -> Finding {
    let words = document.slice(class.span);
    let name = document.slice(span);
    let fault = match organisation(class.region.id) {
        Some(_) => format!("“{name}” is no member of the {}", class.region.name),
        None => format!("“{name}” does not lie in {}", class.region.name),
    };
    Finding::new(&RULE, FindingVerdict::Conflict, format!("{fault}, but is named among “{words}”"))
        .label(Label::primary(index, span, format!("{}: {}", country.name, country.continent)))
        .label(Label::related(index, class.span, "named as one of these"))
        .help(format!("if “{name}” is meant, name a class that holds it"))
        .help(format!("if “{words}” is right, take “{name}” out"))
}
