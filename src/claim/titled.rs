//! Works with their titles: the ballet "Winter Gate", her novel The Salt Orchard.

use super::{Ledger, Stem, is_content, stem};
use crate::lexicon::en::works::work;
use crate::text::Span;

#[derive(Debug, Clone)]
pub struct Titled {
    pub kind: &'static str,
    /// The content words of the title, sorted.
    pub words: Vec<Stem>,
    pub sentence: usize,
    pub span: Span,
}

/// No title is read further than this.
const LONGEST: usize = 9;

pub fn titles(ledger: &Ledger) -> Vec<Titled> {
    let document = &ledger.document;
    let kinds = document.per_form(|word| work(word).is_some());
    let is_work = |i: usize| document.form(i).and_then(|form| kinds.get(form)).copied().unwrap_or_default();
    let works = (0..document.tokens.len()).filter(|i| is_work(*i));
    works.filter_map(|at| titled(ledger, at)).collect()
}

fn titled(ledger: &Ledger, at: usize) -> Option<Titled> {
    let document = &ledger.document;
    let kind = work(document.word(at))?;
    let sentence = document.sentence_at(document.token(at)?.span.start);
    let end = document.sentence_tokens(sentence).end;
    let quoted = matches!(document.word(at + 1), "“" | "\"" | "‘");
    let first = at + 1 + usize::from(quoted);
    let capital = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital);
    let small = |i: usize| {
        matches!(
            document.word(i),
            "a" | "an" | "the" | "of" | "in" | "on" | "with" | "and" | "at" | "to" | "for" | "from" | "without"
        )
    };
    let inside = (first..end.min(first + LONGEST)).take_while(|i| capital(*i) || small(*i)).count();
    let last = (first..first + inside).rev().find(|i| capital(*i))?;
    if !capital(first) {
        return None;
    }
    let mut words: Vec<Stem> = (first..=last).map(|i| document.word(i)).filter(|w| is_content(w)).map(stem).collect();
    words.sort_unstable();
    words.dedup();
    let span = document.token(first)?.span.cover(document.token(last)?.span);
    (words.len() > 1).then_some(Titled { kind, words, sentence, span })
}
