//! Verb groups: an auxiliary or verb with what belongs to it ("has not been seen"), by the forms of the tagger.

use super::lemma::lemma;
use super::tag::{Form, Tag, Upos};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    Active,
    Passive,
}

/// When a finite verb says that it was, is or will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Present,
    Future,
    /// An infinitive, a participle, a gerund by itself.
    NotFinite,
}

/// One verb with its auxiliaries. Tokens are counted from the start of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbGroup {
    pub tokens: Range<usize>,
    /// The verb itself; where none follows ("was 41,750", "they did") the last auxiliary.
    pub main: usize,
    pub lemma: String,
    pub voice: Voice,
    pub tense: Tense,
    /// "has left", "had left".
    pub perfect: bool,
    /// "is leaving".
    pub progressive: bool,
    pub negated: bool,
    /// "may", "must", "would"; "will" where it tells the future is not one.
    pub modal: Option<String>,
    /// A form of "be" with no verb behind it.
    pub copula: bool,
}

/// How many adverbs and pronouns may stand between an auxiliary and its verb.
const BETWEEN: usize = 4;

/// The verb groups of a sentence. `words` are its tokens in lower case.
pub fn groups(words: &[&str], tags: &[Tag]) -> Vec<VerbGroup> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tags.len() {
        match group(words, tags, at) {
            Some(group) => {
                at = group.tokens.end;
                found.push(group);
            }
            None => at += 1,
        }
    }
    joined(&mut found, tags);
    finite(&mut found, words, tags);
    found
}

/// "It killed 14 people and injured 30": behind "and" and before an object what looks like a participle is as finite as the
/// verb before it.
fn joined(groups: &mut [VerbGroup], tags: &[Tag]) {
    let mut past = false;
    for group in groups {
        let is = |i: Option<usize>, upos: &[Upos]| i.and_then(|i| tags.get(i)).is_some_and(|t| upos.contains(&t.upos));
        let bare = group.tokens.len() == 1 && group.tense == Tense::NotFinite && group.voice == Voice::Passive;
        let object = is(group.main.checked_add(1), &[Upos::Det, Upos::Num, Upos::Pron]);
        if past && bare && object && is(group.main.checked_sub(1), &[Upos::Cconj]) {
            (group.tense, group.voice) = (Tense::Past, Voice::Active);
        }
        past = group.tense == Tense::Past && group.voice == Voice::Active;
    }
}

/// A sentence of prose has a finite verb: where none is found, the first participle behind a noun is one in the past
/// ("The council voted by 12 votes"). Headlines leave their auxiliaries out.
fn finite(groups: &mut [VerbGroup], words: &[&str], tags: &[Tag]) {
    let prose = words.last() == Some(&".") && groups.iter().all(|g| g.tense == Tense::NotFinite);
    let bare = |g: &&mut VerbGroup| {
        let before = g.main.checked_sub(1).and_then(|b| tags.get(b));
        let participle = tags.get(g.main).is_some_and(|t| t.form == Some(Form::Participle));
        let agent = words.get(g.main + 1) == Some(&"by") && tags.get(g.main + 2).is_some_and(|t| !t.is(Upos::Num));
        let verb = g.tokens.len() == 1 && participle && !agent;
        verb && before.is_some_and(|t| t.is_noun() || t.is(Upos::Pron) || t.is(Upos::Adv))
    };
    if let Some(group) = groups.iter_mut().find(bare).filter(|_| prose) {
        group.tense = Tense::Past;
        group.voice = Voice::Active;
    }
}

fn group(words: &[&str], tags: &[Tag], start: usize) -> Option<VerbGroup> {
    let tag = |i: usize| tags.get(i).copied();
    let word = |i: usize| words.get(i).copied().unwrap_or_default();
    let first = tag(start).filter(|t| matches!(t.upos, Upos::Aux | Upos::Verb))?;
    let mut parts = vec![start];
    let mut main = start;
    while tag(main).is_some_and(|t| t.is(Upos::Aux)) || leads_at_once(words, tags, main) {
        let Some(next) = next_part(words, tags, main) else { break };
        parts.push(next);
        main = next;
    }
    let base = |i: usize| tag(i).map_or(String::new(), |t| lemma(word(i), t));
    let auxiliaries: Vec<String> = parts.iter().filter(|p| **p != main).map(|p| base(*p)).collect();
    let form = tag(main).and_then(|t| t.form);
    let last = auxiliaries.last().map(String::as_str);
    let copula = base(main) == "be" && tag(main).is_some_and(|t| t.is(Upos::Aux));
    let participle = form == Some(Form::Participle);
    let passive = participle && (auxiliaries.is_empty() || matches!(last, Some("be" | "get")));
    let modal = (first.form == Some(Form::Modal)).then(|| base(start));
    let after_to = start.checked_sub(1).is_some_and(|b| word(b) == "to");
    let tense = match first.form {
        Some(Form::Past) => Tense::Past,
        Some(Form::Present | Form::ThirdPerson) => Tense::Present,
        Some(Form::Modal) if matches!(modal.as_deref(), Some("will" | "shall")) => Tense::Future,
        Some(Form::Modal) => Tense::Present,
        _ => Tense::NotFinite,
    };
    let within = |i: usize| is_no(word(i)) || (word(i) == "longer" && i > 0 && word(i - 1) == "no");
    let behind = tag(main).is_some_and(|t| t.is(Upos::Aux))
        && (is_no(word(main + 1)) || (word(main + 1) == "no" && word(main + 2) == "longer"));
    let lead = if after_to { start.saturating_sub(2) } else { start.saturating_sub(1) };
    let before = start > 0 && (is_no(word(lead)) || (word(lead) == "longer" && lead > 0 && word(lead - 1) == "no"));
    Some(VerbGroup {
        tokens: start..main + 1,
        main,
        lemma: base(main),
        voice: if passive { Voice::Passive } else { Voice::Active },
        tense,
        perfect: auxiliaries.iter().any(|a| a == "have"),
        progressive: form == Some(Form::Gerund) && last == Some("be"),
        negated: before || behind || (start..=main).any(within),
        modal: modal.filter(|_| tense != Tense::Future),
        copula,
    })
}

/// "have sold", "got hurt": a verb that does an auxiliary's work, its participle at once behind it.
fn leads_at_once(words: &[&str], tags: &[Tag], verb: usize) -> bool {
    let Some(tag) = tags.get(verb).filter(|t| t.is(Upos::Verb)) else { return false };
    let next = tags.get(verb + 1).and_then(|t| t.form);
    next == Some(Form::Participle) && words.get(verb).is_some_and(|w| matches!(lemma(w, *tag).as_str(), "have" | "get"))
}

/// The verb or auxiliary that an auxiliary leads to, past adverbs, "not", and in a question its subject.
fn next_part(words: &[&str], tags: &[Tag], auxiliary: usize) -> Option<usize> {
    for next in auxiliary + 1..auxiliary + 2 + BETWEEN {
        let tag = tags.get(next)?;
        match tag.upos {
            Upos::Aux | Upos::Verb => {
                let leads = lemma(words.get(auxiliary).copied()?, *tags.get(auxiliary)?);
                let fits = match tag.form? {
                    Form::Base => !matches!(leads.as_str(), "be" | "have"),
                    Form::Participle => matches!(leads.as_str(), "be" | "have" | "get"),
                    Form::Gerund => leads == "be",
                    // Taken for the past, which looks the same.
                    Form::Past => matches!(leads.as_str(), "have" | "be") && next == auxiliary + 1,
                    _ => false,
                };
                return fits.then_some(next);
            }
            Upos::Adv | Upos::Part => {}
            Upos::Pron if next == auxiliary + 1 => {}
            _ => return None,
        }
    }
    None
}

fn is_no(word: &str) -> bool {
    matches!(word, "not" | "never" | "cannot") || word.ends_with("n't") || word.ends_with("n’t")
}
