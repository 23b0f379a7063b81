//! `crosscheck claims --format json`: what was read out of each document, and what
//! was aligned.

use super::claim_words::{polarity, subject, value};
use super::json::{SCHEMA_VERSION, line_of, rounded};
use crate::align::{Alignment, ClaimRef};
use crate::claim::{Claim, Ledger};
use crate::mention::Mention;
use crate::text::{Place, Span};
use crate::value::{AmountKind, Modifier, TimeKind, Value};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

#[derive(Debug, Serialize)]
struct Output<'a> {
    schema_version: u32,
    documents: Vec<DocumentOut<'a>>,
    groups: Vec<GroupOut>,
}

/// A document's ledger. Its entries are made one by one as they are written: all of
/// them at once would take several times the text's own room.
#[derive(Debug)]
struct DocumentOut<'a>(&'a Ledger);

impl Serialize for DocumentOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ledger = self.0;
        let mut document = serializer.serialize_struct("Document", 3)?;
        document.serialize_field("path", &ledger.document.path)?;
        document.serialize_field("mentions", &Each(&ledger.mentions, |m| mention(ledger, m)))?;
        document.serialize_field("claims", &Each(&ledger.claims, |c| claim(ledger, c)))?;
        document.end()
    }
}

/// A sequence whose items are made when their turn comes.
struct Each<'a, T, F>(&'a [T], F);

impl<'a, T, O: Serialize, F: Fn(&'a T) -> O> Serialize for Each<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

#[derive(Debug, Serialize)]
struct MentionOut<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    timex3: Option<Timex<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<[Option<String>; 2]>,
    value: Option<String>,
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bounds: Option<BoundsOut>,
}

#[derive(Debug, Serialize)]
struct Timex<'a> {
    r#type: &'static str,
    value: &'a str,
    r#mod: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct BoundsOut {
    low: Option<String>,
    high: Option<String>,
}

#[derive(Debug, Serialize)]
struct ClaimOut<'a> {
    id: String,
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    subject: String,
    value: String,
    qualifiers: QualifiersOut<'a>,
}

#[derive(Debug, Serialize)]
pub struct QualifiersOut<'a> {
    polarity: &'static str,
    hedge: Option<&'a str>,
    speaker: Option<&'a str>,
    as_of: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct GroupOut {
    claims: Vec<String>,
    weight: f64,
    evidence: Vec<AddendOut>,
}

#[derive(Debug, Serialize)]
struct AddendOut {
    weight: f64,
    reason: String,
}

/// The ledger of prose is so many times as long as the prose.
const GROWTH: usize = 7;

pub fn write(ledgers: &[Ledger], alignment: &Alignment) -> Result<String, String> {
    let documents = ledgers.iter().map(DocumentOut);
    let id = |at: &ClaimRef| at.of(ledgers).map(|(ledger, claim)| ledger.claim_id(claim));
    let groups = alignment.groups.iter().map(|group| {
        let links = group.links.iter().filter_map(|i| alignment.links.get(*i));
        let evidence: Vec<AddendOut> = links
            .flat_map(|l| &l.evidence.addends)
            .map(|a| AddendOut { weight: rounded(a.weight), reason: a.reason.clone() })
            .collect();
        GroupOut {
            claims: group.claims.iter().filter_map(id).collect(),
            weight: rounded(evidence.iter().map(|a| a.weight).sum()),
            evidence,
        }
    });
    let output = Output { schema_version: SCHEMA_VERSION, documents: documents.collect(), groups: groups.collect() };
    let bytes: usize = ledgers.iter().map(|l| l.document.bytes.len()).sum();
    line_of(&output, bytes * GROWTH)
}

/// The kind of a mention, in the contract's words.
pub fn mention_kind(value: &Value) -> &'static str {
    match value {
        Value::Time(time) => match time.kind {
            TimeKind::Date => "date",
            TimeKind::Time => "time",
            // "the last three months" is a stretch of the calendar, whatever TIMEX3 calls it.
            TimeKind::Duration if time.stretch.is_some() => "date",
            TimeKind::Duration => "duration",
            TimeKind::Set => "set",
        },
        Value::Amount(amount) => match amount.kind {
            AmountKind::Number | AmountKind::Label => "number",
            AmountKind::Ordinal => "ordinal",
            AmountKind::Percent => "percent",
            AmountKind::Money => "money",
            AmountKind::Measure => "measure",
            AmountKind::Age => "age",
        },
        Value::Name(_) => "name",
        Value::List(_) => "list",
        Value::Quote(_) => "quote",
        Value::Version(_) => "version",
    }
}

fn mention<'a>(ledger: &'a Ledger, mention: &'a Mention) -> MentionOut<'a> {
    let (start, end, text) = place(ledger, mention.span);
    let mut out = MentionOut {
        kind: mention_kind(&mention.value),
        start,
        end,
        text,
        timex3: None,
        interval: None,
        value: None,
        unit: None,
        bounds: None,
    };
    match &mention.value {
        Value::Time(time) => {
            let kind = match time.kind {
                TimeKind::Date => "DATE",
                TimeKind::Time => "TIME",
                TimeKind::Duration => "DURATION",
                TimeKind::Set => "SET",
            };
            out.timex3 = Some(Timex { r#type: kind, value: &time.timex, r#mod: time.modifier.map(modifier) });
            // An open end is null ("since 2022").
            out.interval = time.stretch.map(|s| [s.start, s.end].map(|end| end.map(|day| day.to_string())));
        }
        Value::Amount(amount) => {
            out.value = Some(amount.value.normalize().to_string());
            out.unit = amount.unit.map(|u| u.to_string());
            let plain = |d: rust_decimal::Decimal| d.normalize().to_string();
            out.bounds = Some(BoundsOut { low: amount.bounds.low.map(plain), high: amount.bounds.high.map(plain) });
        }
        Value::Name(name) => out.value = Some(name.entity.clone()),
        Value::List(_) | Value::Quote(_) | Value::Version(_) => {}
    }
    out
}

fn claim<'a>(ledger: &'a Ledger, claim: &'a Claim) -> ClaimOut<'a> {
    let (start, end, text) = place(ledger, claim.span);
    ClaimOut {
        id: ledger.claim_id(claim),
        kind: claim.kind.name(),
        start,
        end,
        text,
        subject: subject(ledger, claim),
        value: value(ledger, claim),
        qualifiers: qualifiers(ledger, claim),
    }
}

pub fn qualifiers<'a>(ledger: &'a Ledger, claim: &Claim) -> QualifiersOut<'a> {
    let words = |span: Option<Span>| span.map(|s| ledger.document.slice(s));
    QualifiersOut {
        polarity: polarity(claim),
        hedge: words(claim.qualifiers.hedge),
        speaker: words(claim.qualifiers.speaker),
        as_of: words(claim.qualifiers.as_of),
    }
}

fn place(ledger: &Ledger, span: Span) -> (usize, usize, &str) {
    let place = ledger.document.place(span);
    let Place { start, end } = ledger.document.in_file(place);
    (start, end, ledger.document.source_text(place))
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Approx => "APPROX",
        Modifier::Before => "BEFORE",
        Modifier::After => "AFTER",
        Modifier::OnOrBefore => "ON_OR_BEFORE",
        Modifier::OnOrAfter => "ON_OR_AFTER",
        Modifier::LessThan => "LESS_THAN",
        Modifier::MoreThan => "MORE_THAN",
        Modifier::EqualOrLess => "EQUAL_OR_LESS",
        Modifier::EqualOrMore => "EQUAL_OR_MORE",
    }
}
