//! Parts of speech, noun phrases and verb groups of single sentences, named as in Universal Dependencies.
//!
//! Two small models learned from a treebank (`docs/syntax.md`) tag the tokens and mark noun phrases; heads, verb groups and
//! what a number counts follow by rules. A sentence is read when somebody asks for it, not before.

pub mod chunker;
mod clause;
mod lemma;
pub mod look;
mod number;
mod phrase;
mod settle;
pub mod table;
pub mod tag;
pub mod tagger;
pub mod tree;
mod verb;

pub use clause::{Clause, Part, clauses};
pub use lemma::lemma;
pub use number::Counted;
pub use phrase::Phrase;
pub use tag::{Form, Tag, Upos};
pub use tree::{Head, Relation, Tree};
pub use verb::{Tense, VerbGroup, Voice};

use crate::document::{Document, Sentence, Token};
use look::{Look, looks};

/// Reads sentences of one document.
#[derive(Debug)]
pub struct Reader<'d> {
    text: &'d str,
    lower: &'d str,
    tokens: &'d [Token],
    /// The document that keeps the tags, where it is read as a whole.
    document: Option<&'d Document>,
}

impl<'d> Reader<'d> {
    pub fn new(document: &'d Document) -> Reader<'d> {
        Reader { document: Some(document), ..Reader::of(&document.text, &document.lower, &document.tokens) }
    }

    /// Of a text with its tokens; `lower` is the text in ASCII lower case.
    pub fn of(text: &'d str, lower: &'d str, tokens: &'d [Token]) -> Reader<'d> {
        Reader { text, lower, tokens, document: None }
    }

    /// The tags of a sentence's tokens.
    pub fn tags(&self, sentence: &Sentence) -> Vec<Tag> {
        let looks = self.looks(self.tokens_of(sentence));
        self.tagged(sentence, &looks)
    }

    /// The tag of one of them, counted from the sentence's start; no word behind it is tagged for that.
    pub fn tag(&self, sentence: &Sentence, token: usize) -> Option<Tag> {
        let looks = self.looks(self.tokens_of(sentence));
        tagger::tags(&looks).nth(token)
    }

    pub fn sentence(&self, sentence: &Sentence) -> Syntax<'d> {
        let tokens = self.tokens_of(sentence);
        let looks = self.looks(tokens);
        let tags = self.tagged(sentence, &looks);
        Reader::parts(&looks, self.words(tokens), tags)
    }

    /// The sentence with its tags mended by what the whole of it tells. The weights that pair figures are fitted on it as the
    /// tagger leaves it, so only who reads clauses asks for this.
    pub fn settled(&self, sentence: &Sentence) -> Syntax<'d> {
        let tokens = self.tokens_of(sentence);
        let looks = self.looks(tokens);
        let words = self.words(tokens);
        let mut tags = self.tagged(sentence, &looks);
        settle::settle(&words, &mut tags);
        Reader::parts(&looks, words, tags)
    }

    /// The tags as the tagger leaves them.
    fn tagged(&self, sentence: &Sentence, looks: &[Look]) -> Vec<Tag> {
        let Some(document) = self.document else { return tagger::tag(looks) };
        let index = document.sentence_at(sentence.span.start);
        let kept =
            document.kept_of_sentence(index, || tagger::tag(looks).into_iter().map(|t| t.number() as u8).collect());
        kept.iter().map(|number| Tag::of(usize::from(*number))).collect()
    }

    /// The tree of a sentence that was read.
    pub fn tree(&mut self, sentence: &Sentence, syntax: &Syntax<'_>) -> Tree {
        let tokens = self.tokens_of(sentence);
        self.tree_of(tokens, syntax)
    }

    /// The same of tokens of the text that are one sentence.
    pub fn tree_of(&mut self, tokens: &[Token], syntax: &Syntax<'_>) -> Tree {
        Tree::of(&self.looks(tokens), &syntax.tags)
    }

    fn tokens_of(&self, sentence: &Sentence) -> &'d [Token] {
        let (start, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        self.tokens.get(start..end).unwrap_or_default()
    }

    fn looks(&self, tokens: &[Token]) -> Vec<Look> {
        looks(self.text, self.lower, tokens)
    }

    fn words(&self, tokens: &[Token]) -> Vec<&'d str> {
        tokens.iter().map(|t| self.lower.get(t.span.range()).unwrap_or_default()).collect()
    }

    /// Reads tokens of the text that are one sentence.
    pub fn read(&self, tokens: &[Token]) -> Syntax<'d> {
        let looks = self.looks(tokens);
        let tags = tagger::tag(&looks);
        Reader::parts(&looks, self.words(tokens), tags)
    }

    fn parts(looks: &[Look], words: Vec<&'d str>, tags: Vec<Tag>) -> Syntax<'d> {
        let phrases = chunker::chunk(looks, &tags).into_iter().map(|range| Phrase::new(range, &words, &tags)).collect();
        let verbs = verb::groups(&words, &tags);
        Syntax { words, tags, phrases, verbs }
    }
}

/// What is known of one sentence. Tokens are counted from its start.
#[derive(Debug)]
pub struct Syntax<'d> {
    /// The tokens in lower case.
    pub words: Vec<&'d str>,
    pub tags: Vec<Tag>,
    pub phrases: Vec<Phrase>,
    pub verbs: Vec<VerbGroup>,
}

impl Syntax<'_> {
    /// What the number at token `number` counts or measures.
    pub fn counted(&self, number: usize) -> Counted {
        number::counted(self.parts(), number)
    }

    /// The head of the noun phrase that stands before a verb group as its subject, where nothing comes between them.
    pub fn subject(&self, verb: &VerbGroup) -> Option<usize> {
        number::subject(self.parts(), verb.tokens.start)
    }

    /// The noun phrase that holds this token.
    pub fn phrase(&self, token: usize) -> Option<&Phrase> {
        phrase::holding(&self.phrases, token).and_then(|p| self.phrases.get(p))
    }

    fn parts(&self) -> number::Parts<'_> {
        number::Parts { words: &self.words, tags: &self.tags, phrases: &self.phrases, verbs: &self.verbs }
    }
}
