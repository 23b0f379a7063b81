//! Names that a project declares to be one thing, or never to be, however alike they look.

use super::folded;
use super::phrases::Phrases;
use crate::document::Document;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct Aliases {
    /// Entities in the order of their declaration: `own:` and the folded first name.
    entities: Vec<String>,
    /// Every declared name, folded, with its entity.
    names: BTreeMap<String, usize>,
    /// Pairs of entities that are never one, the smaller index first.
    apart: BTreeSet<(usize, usize)>,
    phrases: Phrases,
}

/// A declared name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias<'a> {
    /// The same for all names of one thing.
    pub entity: &'a str,
    /// How many tokens the name has.
    pub tokens: usize,
}

impl Aliases {
    /// `same` and `not_same` are groups of names; the names in `exact` are met only in the case they are
    /// written in. The error is a sentence.
    pub fn new(same: &[Vec<String>], not_same: &[Vec<String>], exact: &[String]) -> Result<Aliases, String> {
        let mut aliases = Aliases::default();
        for (key, group) in same.iter().map(|g| ("same", g)).chain(not_same.iter().map(|g| ("not-same", g))) {
            if group.len() < 2 {
                let alone = group.first().map_or("an empty group", String::as_str);
                return Err(format!("{key}: a group needs two names or more, and here is `{alone}` alone"));
            }
        }
        for group in same {
            let entity = aliases.entities.len();
            for name in group {
                if aliases.add(name, entity, exact)? != entity {
                    return Err(format!("same: `{name}` stands in two groups; make one of them"));
                }
            }
        }
        for group in not_same {
            let mut members: Vec<(usize, &str)> = Vec::new();
            for name in group {
                let next = aliases.entities.len();
                members.push((aliases.add(name, next, exact)?, name));
            }
            for (i, (a, name)) in members.iter().enumerate() {
                for (b, other) in members.iter().skip(i + 1) {
                    if a == b {
                        return Err(format!("`{name}` and `{other}` are declared the same and not the same"));
                    }
                    aliases.apart.insert((*a.min(b), *a.max(b)));
                }
            }
        }
        match exact.iter().find(|name| !aliases.names.contains_key(&folded(name))) {
            Some(name) => Err(format!("case-sensitive: `{name}` stands neither under `same` nor under `not-same`")),
            None => Ok(aliases),
        }
    }

    /// Adds a name unless it is known, and gives its entity.
    fn add(&mut self, name: &str, entity: usize, exact: &[String]) -> Result<usize, String> {
        let key = folded(name);
        if !key.contains(char::is_alphanumeric) {
            return Err(format!("`{name}` is no name"));
        }
        if let Some(known) = self.names.get(&key) {
            return Ok(*known);
        }
        if entity == self.entities.len() {
            self.entities.push(format!("own:{key}"));
        }
        self.phrases.add(name, exact.iter().any(|e| e == name), entity);
        self.names.insert(key, entity);
        Ok(entity)
    }

    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// The declared name that starts at token `index`, the longest one.
    pub fn find(&self, document: &Document, index: usize) -> Option<Alias<'_>> {
        let (entity, tokens) = self.phrases.find(document, index)?;
        Some(Alias { entity: self.entities.get(entity)?, tokens })
    }

    /// The entity of a name, in whatever case it comes.
    pub fn entity(&self, name: &str) -> Option<&str> {
        let entity = self.names.get(&folded(name))?;
        self.entities.get(*entity).map(String::as_str)
    }

    /// Are the two names declared to be one thing, or never to be? None where nothing is declared.
    pub fn one(&self, a: &str, b: &str) -> Option<bool> {
        let (a, b) = (*self.names.get(&folded(a))?, *self.names.get(&folded(b))?);
        match a == b {
            true => Some(true),
            false => self.apart.contains(&(a.min(b), a.max(b))).then_some(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Role};

    fn groups(groups: &[&[&str]]) -> Vec<Vec<String>> {
        groups.iter().map(|g| g.iter().map(|n| (*n).to_owned()).collect()).collect()
    }

    fn aliases() -> Aliases {
        let same = groups(&[&["Port Authority", "PA", "Harbour Office"], &["May Orr", "May"]]);
        let apart = groups(&[&["Port Authority", "Port Authority Police"], &["Roth", "Rath", "Reth"]]);
        Aliases::new(&same, &apart, &["PA".to_owned(), "May".to_owned()]).unwrap()
    }

    #[test]
    fn the_longest_declared_name_is_found() {
        let text = "The harbour office told May, and pa may tell the Port Authority Police or the Port\nAuthority.";
        let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
        let aliases = aliases();
        let mut at = 0;
        let mut found = Vec::new();
        while at < document.tokens.len() {
            let alias = aliases.find(&document, at);
            found.extend(alias.map(|a| a.entity));
            at += alias.map_or(1, |a| a.tokens);
        }
        assert_eq!(found, ["own:port authority", "own:may orr", "own:port authority police", "own:port authority"]);
    }

    #[test]
    fn what_is_declared_of_two_names() {
        let aliases = aliases();
        for (a, b, one) in [
            ("PA", "harbour  office", Some(true)),
            ("Roth", "reth", Some(false)),
            ("PA", "Port Authority Police", Some(false)),
            ("Roth", "May", None),
            ("Roth", "Berg", None),
        ] {
            assert_eq!(aliases.one(a, b), one, "{a}, {b}");
        }
        assert_eq!(aliases.entity("HARBOUR OFFICE"), Some("own:port authority"));
    }

    #[test]
    fn what_cannot_hold_is_said() {
        let error = |same: &[&[&str]], apart: &[&[&str]], exact: &[&str]| {
            let exact: Vec<String> = exact.iter().map(|e| (*e).to_owned()).collect();
            Aliases::new(&groups(same), &groups(apart), &exact).unwrap_err()
        };
        assert_eq!(error(&[&["A"]], &[], &[]), "same: a group needs two names or more, and here is `A` alone");
        assert_eq!(error(&[&["A", "B"], &["C", "a"]], &[], &[]), "same: `a` stands in two groups; make one of them");
        assert_eq!(error(&[&["A", "B"]], &[&["b", "A"]], &[]), "`b` and `A` are declared the same and not the same");
        assert_eq!(error(&[&["A", " "]], &[], &[]), "` ` is no name");
        assert!(error(&[&["A", "B"]], &[], &["C"]).starts_with("case-sensitive: `C` stands neither"));
    }
}
