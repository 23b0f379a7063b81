//! What the tagger settles wrongly and the rest of the sentence tells: it sees few words around, and closed classes too seldom.

use super::tag::{Form, Tag, Upos};
use crate::lexicon::en::dictionary::{Classes, classes, is_common};
use crate::lexicon::en::forms::{Inflection, irregular, regular};
use crate::lexicon::en::statements::{CALLING, GIVING, MOMENTS};
use crate::lexicon::en::stop_words::{CALENDAR, STOP_WORDS};

/// Mends the tags of one sentence. `words` are its tokens in lower case.
pub fn settle(words: &[&str], tags: &mut [Tag]) {
    short(words, tags);
    pronouns(words, tags);
    no_one(words, tags);
    alone(words, tags);
    nouns(words, tags);
    agreement(words, tags);
    perfect(words, tags);
    past(words, tags);
    has_object(words, tags);
    subject(words, tags);
    stays(words, tags);
    bare(words, tags);
    following(words, tags);
    verb(words, tags);
}

/// "Asked Ms. Roth": the stop of a short form is part of the name.
fn short(words: &[&str], tags: &mut [Tag]) {
    let name = |tags: &[Tag], i: usize| tags.get(i).is_some_and(|t| t.is(Upos::Propn));
    for at in 1..words.len().saturating_sub(1) {
        let joins = words.get(at) == Some(&".") && name(tags, at - 1) && name(tags, at + 1);
        if let Some(tag) = tags.get_mut(at).filter(|_| joins) {
            *tag = Tag::new(Upos::Propn, None);
        }
    }
}

fn is_past(what: Inflection) -> bool {
    matches!(what, Inflection::Past | Inflection::PastOrParticiple)
}

fn may_be_past(word: &str) -> bool {
    irregular(word).any(|(what, _)| is_past(what)) || regular(word).any(|(what, _)| is_past(what))
}

/// "No one died": behind "no one" stands a verb.
fn no_one(words: &[&str], tags: &mut [Tag]) {
    for (at, three) in words.windows(3).enumerate() {
        let [no, one, word] = three else { continue };
        let is_verb = |t: &Tag| matches!(t.upos, Upos::Verb | Upos::Aux);
        if *no == "no"
            && *one == "one"
            && may_be_past(word)
            && let Some(tag) = tags.get_mut(at + 2).filter(|t| !is_verb(t))
        {
            *tag = Tag::new(Upos::Verb, Some(Form::Past));
        }
    }
}

/// Pronouns are a closed class: "Torsvik were beaten" opens with a name.
fn pronouns(words: &[&str], tags: &mut [Tag]) {
    for (word, tag) in words.iter().zip(tags).filter(|(_, tag)| tag.is(Upos::Pron)) {
        let letters = word.chars().all(char::is_alphabetic);
        if letters && word.len() > 3 && !STOP_WORDS.contains(word) && !is_common(word) {
            *tag = Tag::new(Upos::Propn, None);
        }
    }
}

/// "Accused" is no base form, whatever stands around it; "fell" and "found" seldom are a present.
fn past(words: &[&str], tags: &mut [Tag]) {
    for (word, tag) in words.iter().zip(tags) {
        let base = tag.is(Upos::Verb) && matches!(tag.form, Some(Form::Base | Form::Present | Form::ThirdPerson));
        let ends = || {
            word.ends_with("ed") && !classes(word).has(Classes::VERB) && regular(word).any(|(what, _)| is_past(what))
        };
        let changed =
            || tag.form == Some(Form::Present) && irregular(word).any(|(what, verb)| is_past(what) && verb != *word);
        if base && (ends() || changed()) {
            *tag = Tag::new(Upos::Verb, Some(Form::Past));
        }
    }
}

/// "Painting did not help": what opens a sentence right before its auxiliary is a noun.
fn subject(words: &[&str], tags: &mut [Tag]) {
    let [first, next, ..] = tags else { return };
    let gerund = first.form == Some(Form::Gerund) && words.first().is_some_and(|w| w.ends_with("ing"));
    if gerund
        && first.is(Upos::Verb)
        && next.is(Upos::Aux)
        && !matches!(next.form, Some(Form::Gerund | Form::Participle))
    {
        *first = Tag::new(Upos::Noun, None);
    }
}

/// "Neither pump failed": without "nor" it goes with its noun.
fn alone(words: &[&str], tags: &mut [Tag]) {
    for (at, word) in words.iter().enumerate() {
        let other = match *word {
            "neither" => "nor",
            "either" => "or",
            _ => continue,
        };
        let behind = words.get(at + 1..).unwrap_or_default();
        let joins = !tags.get(at).is_some_and(|t| t.is(Upos::Cconj)) || behind.contains(&other);
        let is_verb = |t: &Tag| matches!(t.upos, Upos::Verb | Upos::Aux);
        let later = tags.get(at + 2..).unwrap_or_default().iter().any(is_verb);
        if joins || !later {
            continue;
        }
        let noun = behind.first().is_some_and(|w| classes(w).has(Classes::NOUN));
        if let Some(tag) = tags.get_mut(at + 1).filter(|t| is_verb(t) && noun) {
            *tag = Tag::new(Upos::Noun, None);
        }
        if let Some(tag) = tags.get_mut(at) {
            *tag = Tag::new(Upos::Det, None);
        }
    }
}

fn may_be_participle(word: &str) -> bool {
    irregular(word).any(|(what, _)| matches!(what, Inflection::Participle | Inflection::PastOrParticiple))
}

/// "Had hit the barge", "has not cut the fares", "was not shut": a participle behind a form of "have" and before an object, or
/// behind "be" and "not", is no noun and no name.
fn perfect(words: &[&str], tags: &mut [Tag]) {
    let is = |tags: &[Tag], i: usize, upos: &[Upos]| tags.get(i).is_some_and(|t| upos.contains(&t.upos));
    for (at, word) in words.iter().enumerate() {
        let has = matches!(*word, "has" | "have" | "had");
        let is_denied = matches!(*word, "was" | "were" | "is" | "are") && words.get(at + 1) == Some(&"not");
        if !has && !is_denied {
            continue;
        }
        let next = (at + 1..tags.len()).find(|i| !is(tags, *i, &[Upos::Adv, Upos::Part])).unwrap_or_default();
        let fits = if has {
            is(tags, next + 1, &[Upos::Propn, Upos::Det, Upos::Pron])
        } else {
            !is(tags, next + 1, &[Upos::Noun, Upos::Propn, Upos::Adj])
        };
        let participle = fits && words.get(next).is_some_and(|w| may_be_participle(w));
        // "Has been the mayor": an auxiliary stays one.
        if let Some(tag) = tags.get_mut(next).filter(|t| participle && !t.is(Upos::Aux)) {
            *tag = Tag::new(Upos::Verb, Some(Form::Participle));
        }
    }
}

/// "The coastguard was warned": what no dictionary knows for a form of a verb is none right before an auxiliary; "no warning came": nor
/// is what stands between an article and a verb.
fn nouns(words: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len().saturating_sub(1) {
        let form = tags.get(at).filter(|t| t.is(Upos::Verb)).and_then(|t| t.form);
        let article = tags.get(at - 1).is_some_and(|t| t.is(Upos::Det));
        let verb = tags.get(at + 1).is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux));
        let gerund = form == Some(Form::Gerund) && article && verb;
        // "The Corrin hills will be closed".
        let within = at > 1
            && tags.get(at - 2).is_some_and(|t| t.is(Upos::Det))
            && tags.get(at - 1).is_some_and(|t| t.is_noun());
        let things = form == Some(Form::ThirdPerson)
            && within
            && tags.get(at + 1).is_some_and(|t| t.is(Upos::Aux))
            && words.get(at).and_then(|w| w.strip_suffix('s')).is_some_and(|w| classes(w).has(Classes::NOUN));
        if (gerund || things)
            && let Some(tag) = tags.get_mut(at)
        {
            *tag = Tag::new(Upos::Noun, None);
            continue;
        }
        let finite = |t: &Tag| t.is(Upos::Aux) && !matches!(t.form, Some(Form::Base | Form::Gerund | Form::Participle));
        let before = tags.get(at - 1).is_some_and(|t| t.is_noun() || matches!(t.upos, Upos::Det | Upos::Adj));
        let is_form = |word: &str| {
            classes(word).has(Classes::VERB) || irregular(word).next().is_some() || regular(word).next().is_some()
        };
        let alien = || words.get(at).is_some_and(|w| !STOP_WORDS.contains(w) && !is_form(w));
        if before
            && tags.get(at + 1).is_some_and(finite)
            && let Some(tag) = tags.get_mut(at).filter(|t| (t.is(Upos::Verb) || t.is(Upos::Aux)) && alien())
        {
            *tag = Tag::new(Upos::Noun, None);
        }
    }
}

/// "The toll house at Merrow reopened": what would be a plural's present right behind a noun for one, with a verb of the past still to
/// come, is a noun.
fn agreement(words: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let present = tags.get(at).is_some_and(|t| t.is(Upos::Verb) && t.form == Some(Form::Present));
        let (Some(word), Some(before)) = (words.get(at), words.get(at - 1)) else { continue };
        let one = tags.get(at - 1).is_some_and(|t| t.is(Upos::Noun)) && !before.ends_with('s');
        let clause = tags.get(at + 1..).unwrap_or_default().iter().take_while(|t| !t.is(Upos::Punct));
        let past = || clause.clone().any(|t| matches!(t.upos, Upos::Verb | Upos::Aux) && t.form == Some(Form::Past));
        if present
            && one
            && past()
            && classes(word).has(Classes::NOUN)
            && let Some(tag) = tags.get_mut(at)
        {
            *tag = Tag::new(Upos::Noun, None);
        }
    }
}

/// "The company sold the ship, an official said", "it met and stole the plans": right behind a noun or "and", and before an object,
/// a participle is the past. Verbs that give or call keep an object when they are participles: "the man given the prize".
fn has_object(words: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len().saturating_sub(1) {
        let (Some(word), Some(object)) = (words.get(at), words.get(at + 1)) else { continue };
        let is = |i: usize, upos: &[Upos]| tags.get(i).is_some_and(|t| upos.contains(&t.upos));
        let joined = words.get(at - 1) == Some(&"and");
        let opens = is(at + 1, &[Upos::Det, Upos::Propn]) && !CALENDAR.contains(object);
        // "The shares sold the year before".
        let when = words.get(at + 2..).unwrap_or_default().iter().take(2).any(|w| MOMENTS.contains(w));
        let told = |t: &Tag| match t.upos {
            Upos::Verb => t.form == Some(Form::Participle) || joined && t.form != Some(Form::Past),
            Upos::Noun | Upos::Adj | Upos::Propn => joined,
            _ => false,
        };
        let before =
            if joined { (0..at).any(|i| is_finite(tags.get(i))) } else { is(at - 1, &[Upos::Noun, Upos::Propn]) };
        let past = || if joined { irregular(word).any(|(what, _)| is_past(what)) } else { may_be_past(word) };
        let two = || {
            let mut bases = irregular(word).map(|(_, base)| base.to_owned()).chain(regular(word).map(|(_, base)| base));
            bases.any(|base| GIVING.contains(base.as_str()) || CALLING.contains(base.as_str()))
        };
        if before
            && opens
            && !when
            && let Some(tag) = tags.get_mut(at).filter(|t| told(t) && past() && !two())
        {
            *tag = Tag::new(Upos::Verb, Some(Form::Past));
        }
    }
}

/// "Following the strike, the mill was sold": what opens a sentence before an article leads a phrase.
fn following(words: &[&str], tags: &mut [Tag]) {
    let leads = words.first() == Some(&"following") && tags.get(1).is_some_and(|t| t.is(Upos::Det));
    if let Some(first) = tags.first_mut().filter(|_| leads) {
        *first = Tag::new(Upos::Adp, None);
    }
}

/// "Would not open", "may travel": behind a modal stands a base form; and "uninsured" is no verb's participle.
fn bare(words: &[&str], tags: &mut [Tag]) {
    for at in 0..tags.len() {
        let Some(tag) = tags.get(at).copied() else { continue };
        if tag.is(Upos::Aux) && tag.form == Some(Form::Modal) {
            let next =
                (at + 1..tags.len()).find(|i| !tags.get(*i).is_some_and(|t| matches!(t.upos, Upos::Adv | Upos::Part)));
            let next = next.filter(|i| words.get(*i).is_some_and(|w| classes(w).has(Classes::VERB)));
            if let Some(tag) = next.and_then(|i| tags.get_mut(i)).filter(|t| matches!(t.upos, Upos::Adj | Upos::Noun)) {
                *tag = Tag::new(Upos::Verb, Some(Form::Base));
            }
        }
        let word = words.get(at).copied().unwrap_or_default();
        let alien = tag.is(Upos::Verb)
            && tag.form == Some(Form::Participle)
            && classes(word).has(Classes::ADJECTIVE)
            && irregular(word).next().is_none()
            && regular(word).next().is_none();
        if let Some(tag) = tags.get_mut(at).filter(|_| alien) {
            *tag = Tag::new(Upos::Adj, None);
        }
    }
}

/// "Will stay open": what stands alone behind "stay" says how it stays.
fn stays(words: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let stays = |word: &&str| matches!(*word, "stay" | "stays" | "stayed" | "remain" | "remains" | "remained");
        let after = words.get(at - 1).is_some_and(stays) && tags.get(at - 1).is_some_and(|t| t.is(Upos::Verb));
        let adjective = || words.get(at).is_some_and(|w| classes(w).has(Classes::ADJECTIVE));
        let goes_on = tags.get(at + 1).is_some_and(|t| t.is_noun() || t.is(Upos::Adj));
        if after
            && !goes_on
            && adjective()
            && let Some(tag) = tags.get_mut(at).filter(|t| matches!(t.upos, Upos::Noun | Upos::Verb | Upos::Adv))
        {
            *tag = Tag::new(Upos::Adj, None);
        }
    }
}

fn is_finite(tag: Option<&Tag>) -> bool {
    tag.is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux) && matches!(t.form, Some(Form::Past)))
}

/// "The harbour master, Nils Aske, resigned on Tuesday.": where no verb but one says when, and that one could be a past as well as a
/// participle, it is the past, unless a doer stands behind it.
fn participle(words: &[&str], tags: &mut [Tag]) {
    let is_participle = |t: &Tag| t.is(Upos::Verb) && t.form == Some(Form::Participle);
    let mut verbs = (0..tags.len()).filter(|i| tags.get(*i).is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux)));
    let only = verbs.next().filter(|_| verbs.next().is_none());
    let Some(at) = only.filter(|i| *i > 0 && tags.get(*i).is_some_and(is_participle)) else { return };
    let behind = tags.get(at - 1).is_some_and(|t| t.is_noun() || t.is(Upos::Punct)) && at > 1;
    let has_doer = words.get(at + 1) == Some(&"by");
    if behind
        && !has_doer
        && words.get(at).is_some_and(|w| may_be_past(w))
        && let Some(tag) = tags.get_mut(at)
    {
        *tag = Tag::new(Upos::Verb, Some(Form::Past));
    }
}

/// The comma behind which it only stands who said all that: "The fares rose, the operator said."
fn reported(words: &[&str], tags: &[Tag]) -> Option<usize> {
    /// So many words at the most.
    const REACH: usize = 9;
    let said = words
        .len()
        .checked_sub(2)
        .filter(|i| matches!(words.get(*i), Some(&("said" | "says" | "reported" | "announced"))))?;
    let comma = (said.saturating_sub(REACH)..said).rev().find(|i| words.get(*i) == Some(&","))?;
    let verbs = tags.get(comma..said)?.iter().any(|t| matches!(t.upos, Upos::Verb | Upos::Aux));
    (!verbs).then_some(comma)
}

/// "The level of the lake rose to 40 m.", "Every tenant left the mill.", "Orme accused Lind of hiding it.": a sentence of
/// prose has a verb that says when. Where none is seen, what is a verb's past too and stands right behind a noun is it.
fn verb(words: &[&str], tags: &mut [Tag]) {
    let finite = |t: &Tag| t.is(Upos::Aux) || t.is(Upos::Verb) && t.form != Some(Form::Gerund);
    if words.last() != Some(&".") {
        return;
    }
    let tags = match reported(words, tags) {
        Some(comma) => tags.get_mut(..comma).unwrap_or_default(),
        None => tags,
    };
    if tags.iter().any(finite) {
        participle(words, tags);
        return;
    }
    let noun = |i: usize| tags.get(i).is_some_and(|t| t.is_noun());
    let past = |i: usize| {
        let object = tags.get(i + 1).is_some_and(|t| matches!(t.upos, Upos::Propn | Upos::Det | Upos::Pron));
        words.get(i).is_some_and(|w| {
            irregular(w).any(|(what, base)| is_past(what) && base != *w)
                || object && w.ends_with("ed") && regular(w).any(|(what, _)| is_past(what))
        })
    };
    // "The rose garden": a noun before a noun goes with it; "Orme accused Lind" is no name.
    let goes_on = |i: usize| noun(i + 1) && !words.get(i).is_some_and(|w| w.ends_with("ed"));
    let fits = |i: usize| {
        tags.get(i).is_some_and(|t| t.is_noun() && !goes_on(i) || matches!(t.upos, Upos::Adj | Upos::Adp | Upos::Adv))
    };
    let found = (1..tags.len()).find(|i| noun(*i - 1) && fits(*i) && past(*i));
    if let Some(tag) = found.and_then(|i| tags.get_mut(i)) {
        *tag = Tag::new(Upos::Verb, Some(Form::Past));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(words: &[&str], upos: &[Upos]) -> Vec<Upos> {
        let mut tags: Vec<Tag> = upos.iter().map(|u| Tag::new(*u, None)).collect();
        settle(words, &mut tags);
        tags.iter().map(|t| t.upos).collect()
    }

    #[test]
    fn neither_alone_goes_with_its_noun() {
        use Upos::{Cconj, Det, Noun, Punct, Verb};
        let (tagged, right) = ([Cconj, Verb, Verb, Punct], [Det, Noun, Verb, Punct]);
        assert_eq!(settled(&["neither", "pump", "failed", "."], &tagged), right);
        let words = ["neither", "pump", "nor", "valve", "failed", "."];
        let tagged = [Cconj, Noun, Cconj, Noun, Verb, Punct];
        assert_eq!(settled(&words, &tagged), tagged);
    }

    #[test]
    fn a_participle_behind_have() {
        use Upos::{Propn, Punct, Verb};
        let words = ["anna", "had", "hit", "milo", "."];
        assert_eq!(settled(&words, &[Propn, Verb, Propn, Propn, Punct]), [Propn, Verb, Verb, Propn, Punct]);
    }

    #[test]
    fn a_past_is_no_base_form() {
        let mut tags =
            [Tag::new(Upos::Propn, None), Tag::new(Upos::Verb, Some(Form::Present)), Tag::new(Upos::Propn, None)];
        settle(&["dornan", "accused", "weiss"], &mut tags);
        assert_eq!(tags[1].form, Some(Form::Past));
    }

    #[test]
    fn what_opens_before_an_auxiliary_is_a_noun() {
        let mut tags = [
            Tag::new(Upos::Verb, Some(Form::Gerund)),
            Tag::new(Upos::Aux, Some(Form::Past)),
            Tag::new(Upos::Part, None),
            Tag::new(Upos::Verb, Some(Form::Base)),
        ];
        settle(&["painting", "did", "not", "help"], &mut tags);
        assert!(tags[0].is(Upos::Noun));
    }

    #[test]
    fn a_sentence_has_a_verb() {
        use Upos::{Adp, Det, Noun, Num, Punct, Verb};
        let (words, tagged) = (["the", "lake", "rose", "to", "40", "."], [Det, Noun, Noun, Adp, Num, Punct]);
        assert_eq!(settled(&words, &tagged), [Det, Noun, Verb, Adp, Num, Punct]);
        // A heading, and a noun that goes with the next.
        assert_eq!(settled(&words[..5], &tagged[..5]), tagged[..5]);
        let (words, tagged) = (["the", "town", "rose", "garden", "."], [Det, Noun, Noun, Noun, Punct]);
        assert_eq!(settled(&words, &tagged), tagged);
    }
}
