//! The level a rule speaks at, for all paths or for some.

use super::Selector;
use crate::rules::Severity;
use globset::GlobSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Off,
    At(Severity),
}

/// What is set for a rule in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set {
    pub level: Level,
    /// Set for the document's path, not for all.
    pub for_path: bool,
}

/// Layer over layer; later ones win.
#[derive(Debug, Default)]
pub struct Levels {
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    /// Where it holds; everywhere, if nothing is given.
    paths: Option<GlobSet>,
    levels: Vec<(Selector, Level)>,
}

impl Levels {
    pub fn add(&mut self, paths: Option<GlobSet>, levels: Vec<(Selector, Level)>) {
        self.layers.push(Layer { paths, levels });
    }

    /// What is set for a rule in the document of this name, if anything. A rule's own id wins over its group.
    pub fn of(&self, rule: &str, name: &str) -> Option<Set> {
        let here = |layer: &&Layer| layer.paths.as_ref().is_none_or(|p| p.is_match(name));
        let set = |layer: &Layer| {
            let covering = layer.levels.iter().filter(|(s, _)| s.covers(rule));
            let most = covering.max_by_key(|(s, _)| s.name().len());
            most.map(|(_, level)| Set { level: *level, for_path: layer.paths.is_some() })
        };
        self.layers.iter().rev().filter(here).find_map(set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use globset::{Glob, GlobSetBuilder};

    #[test]
    fn the_last_word_on_a_path_counts() {
        let selector = |name| Selector::new(name).unwrap();
        let archive = GlobSetBuilder::new().add(Glob::new("archive/**").unwrap()).build().unwrap();
        let mut levels = Levels::default();
        levels.add(None, vec![(selector("date/invalid"), Level::At(Severity::Note)), (selector("date"), Level::Off)]);
        levels.add(Some(archive), vec![(selector("date/invalid"), Level::Off)]);
        let set = |level, for_path| Some(Set { level, for_path });
        assert_eq!(levels.of("date/invalid", "a.txt"), set(Level::At(Severity::Note), false));
        assert_eq!(levels.of("date/malformed", "a.txt"), set(Level::Off, false));
        assert_eq!(levels.of("date/invalid", "archive/a.txt"), set(Level::Off, true));
        assert_eq!(levels.of("quote/altered", "a.txt"), None);
    }
}
