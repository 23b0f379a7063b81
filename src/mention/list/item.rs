//! One item of an enumeration: where it starts and ends among its sentence's
//! tokens, and its key.

use super::super::Scope;
use crate::document::Document;
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::lists::{NAME_LINKS, NOT_NOUNS, PHRASE_OPENERS, PREPOSITIONS};
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::text::Span;
use crate::value::{Member, MemberKind};
use std::ops::Range;

/// The longest common-noun item, in tokens.
const LONGEST: usize = 6;
/// The longest name, in tokens.
const LONGEST_NAME: usize = 12;

/// The item that fills all of `range`, apart from an article.
pub fn whole(scope: &Scope, range: Range<usize>) -> Option<Member> {
    let inner = skip_article(scope.document, range.clone());
    if inner.is_empty() {
        return None;
    }
    let first = scope.document.token(inner.start)?;
    if first.capital && !is_adjective(scope.document, inner.start) {
        (name_end(scope.document, inner.clone()) == inner.end).then(|| named(scope, inner)).flatten()
    } else {
        (inner.len() <= LONGEST && is_common(scope.document, &inner)).then(|| common(scope, inner)).flatten()
    }
}

/// The item at the end of `range`, which opens an enumeration: "…, the governments of Albania".
pub fn tail(scope: &Scope, range: Range<usize>) -> Option<Member> {
    let document = scope.document;
    let last = range.end.checked_sub(1).filter(|i| range.contains(i))?;
    if document.token(last)?.capital || document.token(last)?.is_number() || names_a_firm(document, last) {
        let mut start = last;
        while start > range.start && last - start < LONGEST_NAME && links_back(document, start - 1) {
            start -= 1;
        }
        let start = (start..=last).find(|i| {
            document.token(*i).is_some_and(|t| t.capital && !scope.taken(t.span)) && !opens_clause(document, *i)
        })?;
        return named(scope, start..range.end);
    }
    let mut start = last;
    while start > range.start && last - start < LONGEST - 1 && modifies(document, start - 1, start) {
        start -= 1;
    }
    // What stands before a first member may be its verb ("They pursue bakers") as well as its
    // modifier; it is a modifier where a preposition, an article or a hedge opens the phrase.
    let before = start.checked_sub(1).map_or("", |i| document.word(i));
    let opened = start > range.start
        && (PREPOSITIONS.contains(before) || PHRASE_OPENERS.contains(before) || before.ends_with("ing"));
    let item = if opened { start } else { last }..range.end;
    is_common(document, &item).then(|| common(scope, item)).flatten()
}

/// The item at the start of `range`, which closes an enumeration: "and Sweden joined the rebuke".
pub fn head(scope: &Scope, range: Range<usize>) -> Option<Member> {
    let document = scope.document;
    let inner = skip_article(document, range.clone());
    let first = document.token(inner.start).filter(|_| !inner.is_empty())?;
    if first.capital && !is_adjective(document, inner.start) {
        let end = name_end(document, inner.clone());
        return named(scope, inner.start..end);
    }
    let mut end = inner.start;
    while end < inner.end && end - inner.start < LONGEST && continues(document, inner.start, end) {
        end += 1;
    }
    // "plots to kidnap or harm individuals": the purpose belongs to the noun.
    if document.word(end) == "to" && end > inner.start && end < inner.end {
        let until = (end..inner.end).find(|i| document.token(*i).is_some_and(|t| !t.is_word())).unwrap_or(inner.end);
        if until - inner.start <= LONGEST + 2 {
            end = until;
        }
    }
    let item = inner.start..end;
    is_common(document, &item).then(|| common(scope, item)).flatten()
}

/// "Ada Byron, mayor of York, and Bea Cole": a noun behind a name describes it.
pub fn describes(members: &[Member]) -> bool {
    members.windows(2).any(|pair| matches!(pair, [a, b] if a.kind == MemberKind::Name && b.kind == MemberKind::Common))
}

pub fn skip_article(document: &Document, range: Range<usize>) -> Range<usize> {
    let article = matches!(document.word(range.start), "the" | "a" | "an" | "its" | "his" | "her" | "their");
    if article && range.len() > 1 { range.start + 1..range.end } else { range }
}

/// Where a run of capitalised words that starts at `range.start` ends.
fn name_end(document: &Document, range: Range<usize>) -> usize {
    let mut end = range.start;
    let mut at = range.start;
    while at < range.end && at - range.start < LONGEST_NAME {
        let Some(token) = document.token(at) else { break };
        let word = document.slice_lower(token.span);
        if token.capital || token.is_number() || names_a_firm(document, at) {
            at += 1;
            end = at;
        } else if NAME_LINKS.contains(word) {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// The clitic of "Levi’s and Lloyd’s": no noun follows that it could belong to.
fn names_a_firm(document: &Document, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|i| document.token(i));
    matches!(document.word(index), "’s" | "'s")
        && before.is_some_and(|t| t.capital)
        && matches!(document.word(index + 1), "," | "and" | "or" | "." | ";" | ")" | "")
}

/// May token `index` stand inside a name, seen from the right?
fn links_back(document: &Document, index: usize) -> bool {
    let Some(token) = document.token(index) else { return false };
    let word = document.slice_lower(token.span);
    (token.capital || NAME_LINKS.contains(word)) && !PREPOSITIONS.contains(word)
}

/// A capitalised function word ("While Italy, …") is no part of a name.
fn opens_clause(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    word != "the"
        && (STOP_WORDS.contains(word) || PREPOSITIONS.contains(word))
        && document.token(index + 1).is_some_and(|t| t.is_word())
}

/// Does word `index` modify the noun phrase that starts at `next`?
fn modifies(document: &Document, index: usize, next: usize) -> bool {
    let Some(token) = document.token(index) else { return false };
    if document.word(index) == "-" {
        return document.joined(index) && document.joined(next);
    }
    let word = document.slice_lower(token.span);
    let verb_of_purpose = index.checked_sub(1).is_some_and(|i| document.word(i) == "to");
    let lower = !token.capital || is_adjective(document, index);
    // A plural is the subject of what follows, not its modifier: "raids target bakers".
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    token.is_word() && !plural && lower && is_nounish(word) && !word.ends_with("ing") && !verb_of_purpose
}

/// A capitalised adjective before a common noun: "Jewish communities", "Peruvian officials".
fn is_adjective(document: &Document, index: usize) -> bool {
    const ENDINGS: [&str; 5] = ["ish", "ese", "ian", "ean", "can"];
    let word = document.word(index);
    let before_noun = document
        .token(index + 1)
        .is_some_and(|t| t.is_word() && !t.capital && is_nounish(document.slice_lower(t.span)));
    let formed = ENDINGS.iter().any(|e| word.ends_with(e));
    before_noun && (formed || countries::find(document, index).is_some_and(|f| f.form == Form::Demonym))
}

/// Does word `at` still belong to the noun phrase that started at `start`?
fn continues(document: &Document, start: usize, at: usize) -> bool {
    let Some(token) = document.token(at) else { return false };
    if document.word(at) == "-" {
        return document.joined(at) && document.joined(at + 1);
    }
    let word = document.slice_lower(token.span);
    let gerund = at > start && word.ends_with("ing") && !document.joined(at);
    token.is_word() && is_nounish(word) && !gerund
}

fn is_nounish(word: &str) -> bool {
    !STOP_WORDS.contains(word)
        && !PREPOSITIONS.contains(word)
        && !NOT_NOUNS.contains(word)
        && (word.len() <= 4 || !word.ends_with("ed"))
}

/// Is the range a plain noun phrase: words only, no function words but "of" inside?
fn is_common(document: &Document, range: &Range<usize>) -> bool {
    let fits = |i: usize| {
        let Some(token) = document.token(i) else { return false };
        let word = document.slice_lower(token.span);
        let inside = i > range.start && i + 1 < range.end;
        match word {
            "-" => inside && document.joined(i) && document.joined(i + 1),
            "of" | "to" | "or" => inside,
            _ => token.is_word() && word.len() > 1 && is_nounish(word),
        }
    };
    !range.is_empty() && range.clone().all(fits)
}

fn span_of(document: &Document, range: &Range<usize>) -> Option<Span> {
    let first = document.token(range.start)?;
    let last = document.token(range.end.checked_sub(1)?)?;
    (first.span.start < last.span.end).then(|| first.span.cover(last.span))
}

pub fn named(scope: &Scope, range: Range<usize>) -> Option<Member> {
    let document = scope.document;
    let span = span_of(document, &range)?;
    // A date or an amount is no member: "On Thursday, France and Spain".
    if scope.taken(span) {
        return None;
    }
    if let Some(found) =
        countries::find(document, range.start).filter(|f| f.tokens == range.len() && f.form == Form::Name)
    {
        return Some(Member { span, kind: MemberKind::Country, key: format!("iso:{}", found.country.code) });
    }
    Some(Member { span, kind: MemberKind::Name, key: declared(scope, span).unwrap_or_else(|| key(document, &range)) })
}

pub fn common(scope: &Scope, range: Range<usize>) -> Option<Member> {
    let span = span_of(scope.document, &range)?;
    let key = || declared(scope, span).unwrap_or_else(|| key(scope.document, &range));
    (!scope.taken(span)).then(|| Member { span, kind: MemberKind::Common, key: key() })
}

/// The entity that the project declares for these words.
fn declared(scope: &Scope, span: Span) -> Option<String> {
    scope.aliases.entity(scope.document.slice(span)).map(str::to_owned)
}

/// The folded words: lower case, one blank between, plain apostrophes.
fn key(document: &Document, range: &Range<usize>) -> String {
    let mut key = String::new();
    for index in range.clone() {
        if index > range.start && !document.joined(index) {
            key.push(' ');
        }
        let word = document.token(index).map(|token| document.printed(token.span).to_ascii_lowercase());
        key.push_str(&word.unwrap_or_default());
    }
    key.replace('’', "'").to_lowercase()
}
