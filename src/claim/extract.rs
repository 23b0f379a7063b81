//! From mentions to claims: each mention with the subject its clause gives it, and
//! each sentence as a statement.

use super::circumstances::circumstances;
use super::event::event;
use super::measured::measured;
use super::subject::{Subject, counted, opener};
use super::{Claim, ClaimKind};
use crate::document::{BlockKind, Document};
use crate::mention::Mention;
use crate::text::Seldom;
use crate::value::{AmountKind, TimeKind, Value};

pub fn extract(document: &Document, mentions: &[Mention]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::with_capacity(mentions.len() + document.sentences.len());
    let mut speaking = None;
    for (index, mention) in mentions.iter().enumerate() {
        if matches!(mention.value, Value::Quote(_)) {
            speaking = Some(index);
        }
        // When a text was posted is no claim of it.
        if document.is_own(mention.span) {
            continue;
        }
        let sentence = document.sentence_at(mention.span.start);
        let claim = |kind, span, subject| Claim {
            kind,
            span,
            sentence,
            mention: Some(index),
            subject: Seldom::from(subject),
            qualifiers: Seldom::from(circumstances(document, mentions, index, speaking)),
        };
        claims.extend(match &mention.value {
            Value::Time(time) if matches!(time.kind, TimeKind::Date | TimeKind::Time) => {
                Some(claim(ClaimKind::Date, mention.span, event(document, mention.span).unwrap_or_default()))
            }
            Value::Amount(amount) => match counted(document, mention, amount) {
                Some(subject) => Some(claim(ClaimKind::Count, mention.span.cover(subject.span), subject)),
                None if amount.kind == AmountKind::Ordinal => None,
                None => Some(claim(ClaimKind::Quantity, mention.span, measured(document, mention, amount))),
            },
            Value::List(_) => Some(claim(ClaimKind::List, mention.span, opener(document, mention))),
            Value::Quote(_) => Some(claim(ClaimKind::Quote, mention.span, Subject::default())),
            Value::Time(_) | Value::Name(_) | Value::Version(_) => None,
        });
    }
    let is_prose = |sentence: &usize| document.block_of(*sentence).is_some_and(|b| b.kind != BlockKind::Heading);
    let prose = document.sentences.iter().enumerate().filter(|(sentence, _)| is_prose(sentence));
    // When a text was posted, and where, is nothing that it says.
    let prose = prose.filter(|(_, s)| !document.is_wholly_own(s.span));
    claims.extend(prose.map(|(sentence, s)| Claim {
        kind: ClaimKind::Statement,
        span: s.span,
        sentence,
        mention: None,
        subject: Seldom::default(),
        qualifiers: Seldom::default(),
    }));
    claims.sort_by_key(|c| (c.span.start, c.span.end, c.kind));
    claims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Role};

    #[test]
    fn a_stamp_is_no_statement() {
        for (text, statements) in [
            ("# Fire\n\nPosted: Sep 27, 2013 5:50 PM\n\nA yard burned.", &["A yard burned."][..]),
            ("# Fire\n\nTorsby, 3 May 2013. A yard burned.", &["A yard burned."]),
            ("TORSBY, May 3 (Agency) - A yard burned.", &["A yard burned."]),
            ("# Fire\n\nA yard burned on 3 May 2013.", &["A yard burned on 3 May 2013."]),
        ] {
            let document = Document::read("a.md", Role::Peer, Format::Markdown, text.as_bytes().to_vec());
            let claims = extract(&document, &[]);
            let statements_read = claims.iter().filter(|c| c.kind == ClaimKind::Statement);
            let words: Vec<&str> = statements_read.map(|c| document.slice(c.span)).collect();
            assert_eq!(words, statements, "{text}");
        }
    }
}
