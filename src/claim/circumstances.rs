//! Under which circumstances a mention is claimed: a hedge ("about 40"), the one whose words it is in, the time that
//! it is bound to ("as of December 2025", "since 2022").

use super::Qualifiers;
use crate::document::Document;
use crate::lexicon::en::hedges::BEFORE;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Modifier, QuoteKind, TimeKind, Value};

/// So many mentions away a time may bind what is said.
const NEAR: usize = 6;

/// Of the mention with this index; `speaking` is the quotation that was met last.
pub fn circumstances(document: &Document, mentions: &[Mention], index: usize, speaking: Option<usize>) -> Qualifiers {
    let Some(mention) = mentions.get(index) else { return Qualifiers::default() };
    Qualifiers {
        hedge: hedge(document, mention),
        speaker: speaker(mentions, mention, speaking),
        as_of: as_of(document, mentions, index),
        ..Qualifiers::default()
    }
}

/// The words before the figure that widen or bound it.
fn hedge(document: &Document, mention: &Mention) -> Option<Span> {
    /// Words of the longest phrase.
    const LONGEST: usize = 4;
    let hedged = match &mention.value {
        Value::Amount(amount) => amount.hedge.is_some(),
        Value::Time(time) => time.modifier.is_some(),
        _ => false,
    };
    let at = document.token_at(mention.span.start);
    let phrase = |from: usize, words: usize| {
        let span = document.token(from)?.span.cover(document.token(from + words - 1)?.span);
        BEFORE.contains_key(document.slice_lower(span)).then_some(span)
    };
    // "About 40 boats" is one mention, and so is "40 boats" behind "about".
    let inside = |words: usize| phrase(at, words).filter(|span| span.end < mention.span.end);
    let before = |words: usize| phrase(at.checked_sub(words)?, words);
    (1..=LONGEST).rev().filter(|_| hedged).find_map(|words| inside(words).or_else(|| before(words)))
}

/// Whose words it is in, or is.
fn speaker(mentions: &[Mention], mention: &Mention, speaking: Option<usize>) -> Option<Span> {
    let quotation = speaking.and_then(|i| mentions.get(i)).unwrap_or(mention);
    match &quotation.value {
        Value::Quote(quote) if quote.kind != QuoteKind::Title => {
            let inside = quote.parts.iter().any(|part| part.overlaps(mention.span));
            quote.speaker.filter(|_| inside)
        }
        _ => None,
    }
}

/// The time of its sentence that says as of when, since or until when it holds.
fn as_of(document: &Document, mentions: &[Mention], index: usize) -> Option<Span> {
    let own = mentions.get(index).filter(|m| matches!(m.value, Value::Amount(_) | Value::List(_)))?;
    let sentence = document.sentence_at(own.span.start);
    let near = mentions.iter().enumerate().skip(index.saturating_sub(NEAR)).take(2 * NEAR + 1);
    let mut beside = near.filter(|(i, m)| *i != index && document.sentence_at(m.span.start) == sentence);
    beside.find_map(|(_, m)| {
        let Value::Time(time) = &m.value else { return None };
        let open = matches!(time.modifier, Some(Modifier::OnOrAfter | Modifier::OnOrBefore));
        let first = document.token_at(m.span.start);
        let before = |back: usize| first.checked_sub(back);
        let told = before(2).filter(|i| document.word(*i) == "as" && document.word(*i + 1) == "of");
        match (time.kind, told) {
            (TimeKind::Date, Some(i)) => document.token(i).map(|t| t.span.cover(m.span)),
            (TimeKind::Date, None) if open => Some(m.span),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Ledger;
    use crate::document::{Format, Role};
    use crate::lexicon::declared::Aliases;
    use crate::mention::extract;

    #[test]
    fn what_is_said_of_a_figure() {
        let text = "As of March 2024 about 40 boats lay in Torsby. \"We lost 12 boats in the storm of that night,\" said Ada Moe. \
                    The quay has had 3 cranes since 2019.";
        let document = Document::read("a.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
        let mentions = extract(&document, None, &Aliases::default());
        let ledger = Ledger::new(document, mentions);
        let words = |span: Option<Span>| span.map_or("-", |s| ledger.document.slice(s));
        let told: Vec<String> = ledger
            .claims
            .iter()
            .filter(|c| ledger.mention(c).is_some_and(|m| matches!(m.value, Value::Amount(_) | Value::Quote(_))))
            .map(|c| {
                let q = &c.qualifiers;
                format!("{}: {} / {} / {}", ledger.words(c), words(q.hedge), words(q.speaker), words(q.as_of))
            })
            .collect();
        assert_eq!(
            told,
            [
                "40 boats: about / - / As of March 2024",
                "We lost 12 boats in the storm of that night,: - / Ada Moe / -",
                "12 boats: - / Ada Moe / -",
                "3 cranes: - / - / since 2019",
            ]
        );
    }
}
