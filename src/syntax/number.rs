//! What a number in a sentence counts or measures.

use super::phrase::{Phrase, holding};
use super::tag::{Tag, Upos};
use super::verb::VerbGroup;

/// Tokens are counted from the start of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// The noun that it stands with: "people" of "14 people", "foot" of "a 30-foot boat", "passengers" of "14 of the passengers".
    pub noun: Option<usize>,
    /// What that amount is of, or is said of: "boat" of "a 30-foot boat", "water" of "5 tonnes of water", "height" of
    /// "a height of 300 m", "population" of "the population was 41,750".
    pub of: Option<usize>,
    /// The verb whose object it opens: "killed" of "killed 14" and "killed 14 people".
    pub verb: Option<usize>,
}

/// A sentence as far as it is read.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    pub words: &'a [&'a str],
    pub tags: &'a [Tag],
    pub phrases: &'a [Phrase],
    pub verbs: &'a [VerbGroup],
}

impl Parts<'_> {
    fn word(&self, i: usize) -> &str {
        self.words.get(i).copied().unwrap_or_default()
    }

    fn is(&self, i: usize, upos: Upos) -> bool {
        self.tags.get(i).is_some_and(|t| t.is(upos))
    }

    /// The head of the phrase that starts at `start`, past possessors ("the Union’s ships").
    fn head_at(&self, start: usize) -> Option<usize> {
        let mut found = holding(self.phrases, start)?;
        loop {
            let phrase = self.phrases.get(found)?;
            let possessor = matches!(self.word(phrase.tokens.end), "'s" | "’s" | "'" | "’");
            let owned = self.phrases.get(found + 1).filter(|n| possessor && n.tokens.start == phrase.tokens.end + 1);
            if owned.is_none() {
                return Some(phrase.head);
            }
            found += 1;
        }
    }

    /// The phrase that ends just before `end`.
    fn ending(&self, end: usize) -> Option<&Phrase> {
        holding(self.phrases, end.checked_sub(1)?).and_then(|p| self.phrases.get(p)).filter(|p| p.tokens.end == end)
    }
}

/// What the number at token `number` counts or measures.
pub fn counted(parts: Parts<'_>, number: usize) -> Counted {
    let phrase = holding(parts.phrases, number).and_then(|p| parts.phrases.get(p));
    let (start, end) = phrase.map_or((number, number + 1), |p| (p.tokens.start, p.tokens.end));
    let mut found = Counted { verb: object_of(parts, start), ..Counted::default() };
    // "a 30-foot boat", "a 30-foot-long boat"
    if let Some(unit) = hyphened(parts, number) {
        let head = phrase.map(|p| p.head).filter(|h| *h > unit);
        return Counted { noun: Some(unit), of: head, ..found };
    }
    found.noun = phrase.map(|p| p.head).filter(|h| counts(parts, number, *h));
    if parts.word(end) == "of" {
        let of = parts.head_at(end + 1);
        if found.noun.is_some() {
            found.of = of;
        } else {
            found.noun = of;
        }
    }
    if found.of.is_none() {
        found.of = measured_by_of(parts, start).or_else(|| subject_of_copula(parts, start));
    }
    found
}

/// The noun joined to the number by a hyphen.
fn hyphened(parts: Parts<'_>, number: usize) -> Option<usize> {
    let hyphen = matches!(parts.word(number + 1), "-" | "‐" | "‑");
    let unit = number + 2;
    (hyphen && parts.tags.get(unit).is_some_and(|t| t.is_noun() || t.is(Upos::Adj))).then_some(unit)
}

/// Does the number of this phrase count its head? It stands before it, or the head is the sign of money before it; a
/// number behind its noun names it ("Article 5", "May 2011").
fn counts(parts: Parts<'_>, number: usize, head: usize) -> bool {
    let sign = parts.is(head, Upos::Sym) && head + 1 == number;
    let plain = parts.is(number, Upos::Num) && number < head && !parts.is(head, Upos::Num);
    sign || plain
}

/// "a height of 300 m": the noun before "of".
fn measured_by_of(parts: Parts<'_>, start: usize) -> Option<usize> {
    let of = before_hedges(parts, start)?;
    (parts.word(of) == "of").then(|| parts.ending(of).map(|p| p.head))?
}

/// The token before `start`, past "about", "nearly", "more than".
fn before_hedges(parts: Parts<'_>, start: usize) -> Option<usize> {
    let mut at = start.checked_sub(1)?;
    while at > 0 && (parts.is(at, Upos::Adv) || matches!(parts.word(at), "about" | "around" | "over" | "than" | "some"))
    {
        at -= 1;
    }
    Some(at)
}

/// "the population was 41,750": the subject of a form of "be" right before it.
fn subject_of_copula(parts: Parts<'_>, start: usize) -> Option<usize> {
    let before = before_hedges(parts, start)?;
    let verb = parts.verbs.iter().find(|v| v.tokens.contains(&before))?;
    verb.copula.then(|| subject(parts, verb.tokens.start))?
}

/// The head of the phrase before a verb, through "of" and other short phrases back to the one that no preposition leads.
pub fn subject(parts: Parts<'_>, verb: usize) -> Option<usize> {
    let mut end = verb;
    while end > 0 && parts.is(end - 1, Upos::Adv) {
        end -= 1;
    }
    let mut phrase = parts.ending(end)?;
    while let Some(before) = phrase.tokens.start.checked_sub(1).filter(|b| parts.is(*b, Upos::Adp)) {
        let Some(outer) = parts.ending(before) else { break };
        phrase = outer;
    }
    let led = phrase.tokens.start.checked_sub(1).is_some_and(|b| parts.is(b, Upos::Adp));
    (!led).then_some(phrase.head)
}

/// The verb right before the phrase that starts at `start`.
fn object_of(parts: Parts<'_>, start: usize) -> Option<usize> {
    let before = before_hedges(parts, start)?;
    let verb = parts.verbs.iter().find(|v| v.main == before)?;
    (!verb.copula && parts.is(verb.main, Upos::Verb)).then_some(verb.main)
}
