//! The base form of a word, by its part of speech.

use super::look::straight;
use super::tag::{Form, Tag, Upos};
use crate::lexicon::en::dictionary::Classes;
use crate::lexicon::en::forms::{Inflection, irregular, regular};

/// The base form of `word`, which is in lower case. Names stay as they are.
pub fn lemma(word: &str, tag: Tag) -> String {
    let word = straight(word);
    let class = match tag.upos {
        Upos::Noun => Classes::NOUN,
        Upos::Verb | Upos::Aux => Classes::VERB,
        Upos::Adj | Upos::Adv => Classes::ADJECTIVE,
        _ => return word.into_owned(),
    };
    match tag.form {
        Some(Form::Base | Form::Present) if word.as_ref() != "are" && tag.upos == Upos::Verb => {
            return word.into_owned();
        }
        // "The ship's in port": the tagger has told it from the possessor's.
        Some(_) if word == "'s" => return "be".to_owned(),
        _ => {}
    }
    let fits = |what: Inflection| what.class() == class && tag.form.is_none_or(|form| fits(what, form));
    if let Some((_, base)) = irregular(&word).find(|(what, _)| fits(*what)) {
        return base.to_owned();
    }
    if class == Classes::ADJECTIVE && tag.is(Upos::Adv) {
        return word.into_owned();
    }
    if let Some((_, base)) = regular(&word).find(|(what, _)| fits(*what)) {
        return base;
    }
    by_ending(&word, tag).unwrap_or(&word).to_owned()
}

fn fits(what: Inflection, form: Form) -> bool {
    match what {
        Inflection::Past => matches!(form, Form::Past),
        Inflection::Participle => matches!(form, Form::Participle),
        Inflection::PastOrParticiple => matches!(form, Form::Past | Form::Participle),
        Inflection::Gerund => form == Form::Gerund,
        Inflection::ThirdPerson => form == Form::ThirdPerson,
        Inflection::Present => matches!(form, Form::Present | Form::Base),
        Inflection::Modal => form == Form::Modal,
        Inflection::Plural | Inflection::Comparative | Inflection::Superlative => false,
    }
}

/// Of a word that the dictionary does not know.
fn by_ending(word: &str, tag: Tag) -> Option<&str> {
    let stem = match (tag.upos, tag.form) {
        (Upos::Noun, _) if !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => word.strip_suffix('s'),
        (Upos::Verb, Some(Form::Past | Form::Participle)) => word.strip_suffix("ed"),
        (Upos::Verb, Some(Form::Gerund)) => word.strip_suffix("ing"),
        (Upos::Verb, Some(Form::ThirdPerson)) => word.strip_suffix('s'),
        _ => None,
    };
    stem.filter(|s| s.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms() {
        for (word, upos, form, base) in [
            ("ships", Upos::Noun, None, "ship"),
            ("children", Upos::Noun, None, "child"),
            ("glass", Upos::Noun, None, "glass"),
            ("blogposts", Upos::Noun, None, "blogpost"),
            ("building", Upos::Noun, None, "building"),
            ("found", Upos::Verb, Some(Form::Past), "find"),
            ("founded", Upos::Verb, Some(Form::Past), "found"),
            ("struck", Upos::Verb, Some(Form::Participle), "strike"),
            ("leaving", Upos::Verb, Some(Form::Gerund), "leave"),
            ("carries", Upos::Verb, Some(Form::ThirdPerson), "carry"),
            ("lay", Upos::Verb, Some(Form::Base), "lay"),
            ("lay", Upos::Verb, Some(Form::Past), "lie"),
            ("’s", Upos::Aux, Some(Form::ThirdPerson), "be"),
            ("isn’t", Upos::Aux, Some(Form::ThirdPerson), "be"),
            ("were", Upos::Aux, Some(Form::Past), "be"),
            ("won't", Upos::Aux, Some(Form::Modal), "will"),
            ("may", Upos::Aux, Some(Form::Modal), "may"),
            ("larger", Upos::Adj, None, "large"),
            ("best", Upos::Adj, None, "good"),
            ("later", Upos::Adv, None, "later"),
            ("athens", Upos::Propn, None, "athens"),
        ] {
            assert_eq!(lemma(word, Tag::new(upos, form)), base, "{word} {upos:?}");
        }
    }
}
