//! The terms a project wants, each with the words that are not to stand for it.

use super::folded;
use super::phrases::Phrases;
use crate::document::Document;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct Terms {
    wanted: Vec<String>,
    phrases: Phrases,
}

/// Words in a text for which the project wants others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term<'a> {
    /// What should stand there, as declared.
    pub wanted: &'a str,
    /// How many tokens the words have.
    pub tokens: usize,
}

impl Terms {
    /// Each wanted term with those it replaces. One that differs in case only is met in that case only. The
    /// error is a sentence.
    pub fn new(declared: &BTreeMap<String, Vec<String>>) -> Result<Terms, String> {
        let mut terms = Terms::default();
        let mut seen: BTreeSet<&str> = declared.keys().map(String::as_str).collect();
        for (index, (wanted, others)) in declared.iter().enumerate() {
            if others.is_empty() {
                return Err(format!("`{wanted}` replaces nothing; list the words that stand for it, or remove it"));
            }
            terms.wanted.push(wanted.clone());
            for other in others {
                if !other.contains(char::is_alphanumeric) {
                    return Err(format!("{wanted}: `{other}` is no term"));
                }
                if !seen.insert(other) {
                    return Err(format!("`{other}` stands there twice"));
                }
                terms.phrases.add(other, folded(other) == folded(wanted), index);
            }
        }
        // "email address" is no "email", if it is wanted itself.
        for wanted in declared.keys() {
            terms.phrases.add(wanted, true, usize::MAX);
        }
        Ok(terms)
    }

    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// The words at token `index` for which others are wanted, the longest ones.
    pub fn find(&self, document: &Document, index: usize) -> Option<Term<'_>> {
        let (term, tokens) = self.phrases.find(document, index)?;
        Some(Term { wanted: self.wanted.get(term)?, tokens })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Role};

    fn terms(declared: &[(&str, &[&str])]) -> Result<Terms, String> {
        let owned = |(wanted, others): &(&str, &[&str])| {
            ((*wanted).to_owned(), others.iter().map(|o| (*o).to_owned()).collect())
        };
        Terms::new(&declared.iter().map(owned).collect())
    }

    #[test]
    fn terms_to_replace_are_found_and_wanted_ones_are_not() {
        let terms = terms(&[("email address", &["email", "mail address"]), ("GitHub", &["Github"])]).unwrap();
        let text = "Give the Email or the email address; GitHub, Github and github ask for a mail address.";
        let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
        let found: Vec<_> = (0..document.tokens.len())
            .filter_map(|i| terms.find(&document, i).map(|t| (document.written(i), t.wanted, t.tokens)))
            .collect();
        assert_eq!(found, [("Email", "email address", 1), ("Github", "GitHub", 1), ("mail", "email address", 2)]);
    }

    #[test]
    fn what_cannot_hold_is_said() {
        let error = |declared: &[(&str, &[&str])]| terms(declared).unwrap_err();
        assert!(error(&[("alliance", &[])]).starts_with("`alliance` replaces nothing;"));
        assert_eq!(error(&[("a", &["b"]), ("c", &["b"])]), "`b` stands there twice");
        assert_eq!(error(&[("a", &["b"]), ("b", &["c"])]), "`b` stands there twice");
        assert_eq!(error(&[("a", &["…"])]), "a: `…` is no term");
    }
}
