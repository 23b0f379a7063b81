//! Marks that stand on the wrong side of their blank, and pairs that hold what stands
//! between two quotations. In doubt there is no quotation.

use super::SAYING;
use crate::text::{WordSet, word_set};

/// A reporting clause is at most so many words long.
const CLAUSE_WORDS: usize = 9;

/// Who speaks of others does not report himself ("…, "he told me").
const OWN: [&str; 3] = ["i", "we", "you"];

/// What may follow the verb where the clause goes on.
pub const ADJUNCTS: WordSet = word_set! {
    "on", "in", "at", "after", "during", "when", "as", "to", "of", "by", "before", "while", "through", "from", "with", "late", "earlier",
    "later", "today", "yesterday", "tonight", "reporters", "us",
};

/// Does a mark after `before` and in front of `after` close what is quoted, though a blank stands before it
/// (`…, "Roth said.`)? A clause that reports what was said follows at once.
pub fn displaced(before: &str, after: &str) -> bool {
    let said = before.trim_end();
    if said.len() == before.len() {
        return false;
    }
    match said.chars().next_back() {
        Some(',') => reports(after, false),
        Some('.' | '?' | '!' | '…') => reports(after, true),
        _ => false,
    }
}

/// Is this all that the words say: who spoke?
pub fn only_reports(words: &str) -> bool {
    let rest = words.trim().trim_end_matches(['.', ',']);
    words.trim().len() > rest.len() && !rest.contains(['.', '?', '!', ';', ':']) && {
        let verb = rest.split_whitespace().next_back().map(str::to_lowercase);
        verb.is_some_and(|verb| SAYING.contains(verb.as_str())) && reports(rest, true)
    }
}

/// Does `text` open with a clause that reports? A `strict` one ends behind its verb, adjuncts aside.
fn reports(text: &str, strict: bool) -> bool {
    let mut subject = false;
    let mut words = text.split_whitespace().take(CLAUSE_WORDS).peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        if !subject && OWN.contains(&lower.as_str()) {
            return false;
        }
        let ends = word.ends_with(['.', ',', ';', ':', '!', '?', '"', '”', '“']);
        if SAYING.contains(lower.as_str()) {
            // "said Roth", "Roth said.", "Roth said on Sunday"
            let next = words.peek().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
            let goes_on = next.is_none_or(|w| {
                w.starts_with(char::is_uppercase) || ADJUNCTS.contains(w.to_lowercase().as_str()) || !subject
            });
            return !strict || ends || goes_on;
        }
        let short = bare.len() <= 3 && bare.starts_with(char::is_uppercase);
        if ends && !word.ends_with(',') && !short {
            return false;
        }
        subject = true;
    }
    false
}

/// A pair of straight marks with what stands at its sides.
pub struct Sides<'a> {
    /// The text before the opening mark, within the mark, and behind the closing one.
    pub before: &'a str,
    pub words: &'a str,
    pub after: &'a str,
    /// The mark before it closed what nothing opened.
    pub stray: bool,
}

impl Sides<'_> {
    /// Is it what stands between two quotations? No stop or comma stands at either of its marks, though it runs over
    /// the end of a sentence or a stray mark stands before it.
    pub fn is_between(&self) -> bool {
        let stop = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '£' | '€'));
        let lead = self.before.trim_end();
        let verb = lead.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        let set_off = lead.chars().next_back().is_none_or(|c| stop(Some(c)))
            || SAYING.contains(verb.as_str())
            || verb == "that"
            || stop(self.words.chars().next_back())
            || self.after.chars().next().is_none_or(|c| stop(Some(c)) && !c.is_whitespace());
        !set_off && (self.stray || runs_over(self.words))
    }
}

/// Does a sentence end within the words?
fn runs_over(words: &str) -> bool {
    words.match_indices(['.', '?', '!']).any(|(at, _)| {
        let next = words.get(at + 1..).unwrap_or_default();
        let long = || words.get(..at).and_then(|b| b.split(' ').next_back()).is_some_and(|word| word.len() > 3);
        next.starts_with(' ') && next.trim_start().starts_with(char::is_uppercase) && long()
    })
}
