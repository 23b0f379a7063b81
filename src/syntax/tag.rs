//! Parts of speech, named as in Universal Dependencies, with the form of a verb.

/// A part of speech (UPOS). Every word of a name is `Propn`, whatever it is elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    pub fn name(self) -> &'static str {
        match self {
            Upos::Adj => "ADJ",
            Upos::Adp => "ADP",
            Upos::Adv => "ADV",
            Upos::Aux => "AUX",
            Upos::Cconj => "CCONJ",
            Upos::Det => "DET",
            Upos::Intj => "INTJ",
            Upos::Noun => "NOUN",
            Upos::Num => "NUM",
            Upos::Part => "PART",
            Upos::Pron => "PRON",
            Upos::Propn => "PROPN",
            Upos::Punct => "PUNCT",
            Upos::Sconj => "SCONJ",
            Upos::Sym => "SYM",
            Upos::Verb => "VERB",
            Upos::X => "X",
        }
    }
}

/// The form of a verb or auxiliary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// "be", "kill": infinitive, imperative, after a modal.
    Base,
    /// "killed", "was".
    Past,
    /// "killing".
    Gerund,
    /// "killed" in "was killed" and "has killed".
    Participle,
    /// "kill", "are": any other present.
    Present,
    /// "kills", "is".
    ThirdPerson,
    /// "may", "must", "will".
    Modal,
}

/// What the tagger says of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    pub upos: Upos,
    /// Of verbs and auxiliaries only.
    pub form: Option<Form>,
}

const fn plain(upos: Upos) -> Tag {
    Tag { upos, form: None }
}

const fn verb(upos: Upos, form: Form) -> Tag {
    Tag { upos, form: Some(form) }
}

/// Every tag, in the order of its number. The weights are laid out by it: a change asks for new training.
pub const TAGS: [Tag; 28] = [
    plain(Upos::Adj),
    plain(Upos::Adp),
    plain(Upos::Adv),
    plain(Upos::Cconj),
    plain(Upos::Det),
    plain(Upos::Intj),
    plain(Upos::Noun),
    plain(Upos::Num),
    plain(Upos::Part),
    plain(Upos::Pron),
    plain(Upos::Propn),
    plain(Upos::Punct),
    plain(Upos::Sconj),
    plain(Upos::Sym),
    plain(Upos::X),
    verb(Upos::Verb, Form::Base),
    verb(Upos::Verb, Form::Past),
    verb(Upos::Verb, Form::Gerund),
    verb(Upos::Verb, Form::Participle),
    verb(Upos::Verb, Form::Present),
    verb(Upos::Verb, Form::ThirdPerson),
    verb(Upos::Aux, Form::Base),
    verb(Upos::Aux, Form::Past),
    verb(Upos::Aux, Form::Gerund),
    verb(Upos::Aux, Form::Participle),
    verb(Upos::Aux, Form::Present),
    verb(Upos::Aux, Form::ThirdPerson),
    verb(Upos::Aux, Form::Modal),
];

impl Tag {
    /// The tag of this part of speech and form; a word of no verb has no form.
    pub fn new(upos: Upos, form: Option<Form>) -> Tag {
        let form = if matches!(upos, Upos::Verb | Upos::Aux) { Some(form.unwrap_or(Form::Base)) } else { None };
        let form = if upos == Upos::Verb && form == Some(Form::Modal) { Some(Form::Base) } else { form };
        Tag { upos, form }
    }

    pub fn number(self) -> usize {
        TAGS.iter().position(|t| *t == self).unwrap_or_default()
    }

    pub fn of(number: usize) -> Tag {
        TAGS.get(number).copied().unwrap_or(plain(Upos::X))
    }

    pub fn is(self, upos: Upos) -> bool {
        self.upos == upos
    }

    pub fn is_noun(self) -> bool {
        matches!(self.upos, Upos::Noun | Upos::Propn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_has_its_number() {
        for (number, tag) in TAGS.iter().enumerate() {
            assert_eq!(tag.number(), number);
            assert_eq!(Tag::of(number), *tag);
            assert_eq!(Tag::new(tag.upos, tag.form), *tag);
        }
    }
}
