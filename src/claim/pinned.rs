//! Facts that a project pins: what is known to hold of a subject, whatever documents say.

use super::{ClaimKind, Ledger, Stem, Whose, is_content, stem, whose};
use crate::claim::Claim;
use crate::document::{BlockKind, Document, Format, Role};
use crate::lexicon::declared::Aliases;
use crate::mention;
use crate::value::{AmountKind, TimeKind, Value};

/// Words of a subject that only name the kind of its value.
const KINDS: [&str; 14] = [
    "date", "day", "month", "year", "time", "number", "amount", "sum", "value", "figure", "count", "size", "price",
    "share",
];

#[derive(Debug, Clone)]
pub struct Pinned {
    /// As it is declared.
    pub subject: String,
    pub written: String,
    pub value: Value,
    /// The stems of the subject's content words, in their order.
    stems: Vec<Stem>,
}

impl Pinned {
    /// The error is a sentence.
    pub fn new(subject: &str, written: &str) -> Result<Pinned, String> {
        let read = |text: &str| Document::read("pinned", Role::Peer, Format::Text, text.as_bytes().to_vec());
        let document = read(written);
        let mentions = mention::extract(&document, None, &Aliases::default());
        let is_value = |value: &Value| match value {
            Value::Amount(amount) => !matches!(amount.kind, AmountKind::Label | AmountKind::Ordinal),
            Value::Time(time) => time.kind == TimeKind::Date && time.stretch.is_some(),
            _ => false,
        };
        let mut values = mentions.into_iter().map(|m| m.value).filter(is_value);
        let (Some(value), None) = (values.next(), values.next()) else {
            return Err(format!("{subject}: `{written}` is neither one amount nor one date"));
        };
        let words = read(subject);
        let content = (0..words.tokens.len()).map(|i| words.word(i)).filter(|w| is_content(w) && !KINDS.contains(w));
        let stems: Vec<Stem> = content.map(stem).collect();
        if stems.is_empty() {
            return Err(format!("`{subject}` names nothing that a sentence could be about"));
        }
        Ok(Pinned { subject: subject.to_owned(), written: written.to_owned(), value, stems })
    }

    /// Does the claim state a value of the pinned subject?
    pub fn is_about(&self, ledger: &Ledger, claim: &Claim) -> bool {
        let document = &ledger.document;
        let block = document.block_of(claim.sentence);
        if let Some(label) =
            block.filter(|b| matches!(b.kind, BlockKind::Field | BlockKind::Cell)).and_then(|b| b.label.as_deref())
        {
            let words: Vec<Stem> = label.to_lowercase().split_whitespace().map(stem).collect();
            if self.stems.iter().all(|s| words.contains(s)) {
                return true;
            }
        }
        let here = ledger.sentence_stems(claim.sentence);
        if !self.stems.iter().all(|s| here.binary_search(s).is_ok()) {
            return false;
        }
        match claim.kind {
            // The noun that is counted is one of the subject's: "14 signatories" for "signatories of the treaty".
            ClaimKind::Count => self.stems.contains(&stem(&claim.subject.head)),
            // The day on which the subject, or what is done to it, is said to be.
            ClaimKind::Date => {
                let verb = document.token_at(claim.subject.span.start);
                let noun = match whose(document, claim.sentence, verb) {
                    Some(Whose::Of(noun) | Whose::When(noun)) => Some(stem(document.word(noun))),
                    None => None,
                };
                !claim.subject.head.is_empty()
                    && (noun.is_some_and(|n| self.stems.contains(&n))
                        || self.stems.contains(&stem(&claim.subject.head)))
            }
            ClaimKind::Quantity => claim.subject.head.is_empty() || self.stems.contains(&stem(&claim.subject.head)),
            ClaimKind::List | ClaimKind::Quote | ClaimKind::Statement => false,
        }
    }
}
