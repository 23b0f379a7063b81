//! The level a rule speaks at, for all paths or for some.

use super::Selector;
use crate::rules::{RULES, Severity};
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

/// Which rules are asked for, of all.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// These alone; all, if it is empty.
    pub select: Vec<Selector>,
    /// All but these.
    pub ignore: Vec<Selector>,
}

impl Choice {
    /// A rule's own id wins over its group; of one name in both lists it is ignored.
    pub fn has(&self, rule: &str) -> bool {
        let closest = |named: &[Selector]| {
            named.iter().filter(|selector| selector.covers(rule)).map(|selector| selector.name().len()).max()
        };
        match (closest(&self.select), closest(&self.ignore)) {
            (None, _) if !self.select.is_empty() => false,
            (selected, ignored) => ignored.is_none_or(|ignored| selected.is_some_and(|selected| selected > ignored)),
        }
    }

    /// Is any rule that the selector means among them?
    pub fn has_any(&self, selector: &Selector) -> bool {
        RULES.iter().any(|rule| selector.covers(rule.id) && self.has(rule.id))
    }

    fn is_asked_for(&self, rule: &str) -> bool {
        self.select.iter().any(|selector| selector.covers(rule)) && self.has(rule)
    }
}

/// Layer over layer; later ones win.
#[derive(Debug, Default)]
pub struct Levels {
    layers: Vec<Layer>,
    choice: Choice,
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

    /// Turns off all rules but these. A rule that is asked for speaks though the configuration has it off, but not for
    /// paths for which that has it off.
    pub fn choose(&mut self, choice: Choice) {
        self.choice = choice;
    }

    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// What is set for a rule in the document of this name, if anything. A rule's own id wins over its group.
    pub fn of(&self, rule: &str, name: &str) -> Option<Set> {
        if !self.choice.has(rule) {
            return Some(Set { level: Level::Off, for_path: false });
        }
        let asked_for = self.choice.is_asked_for(rule);
        let here = |layer: &&Layer| layer.paths.as_ref().is_none_or(|p| p.is_match(name));
        let set = |layer: &Layer| {
            let covering = layer.levels.iter().filter(|(s, _)| s.covers(rule));
            let most = covering.max_by_key(|(s, _)| s.name().len());
            let set = most.map(|(_, level)| Set { level: *level, for_path: layer.paths.is_some() });
            set.filter(|set| !asked_for || set.for_path || set.level != Level::Off)
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
        levels.choose(Choice { select: vec![selector("date")], ignore: vec![selector("date/order")] });
        assert_eq!(levels.of("date/malformed", "a.txt"), None, "asked for");
        assert_eq!(levels.of("date/invalid", "archive/a.txt"), set(Level::Off, true));
        for (rule, has) in [("date/malformed", true), ("date/order", false), ("quote/altered", false)] {
            assert_eq!(levels.choice().has(rule), has, "{rule}");
        }
    }

    #[test]
    fn the_closer_name_is_the_choice() {
        let selector = |name: &str| Selector::new(name).unwrap();
        let choice = Choice { select: vec![selector("date/order")], ignore: vec![selector("date")] };
        assert!(choice.has("date/order") && !choice.has("date/invalid"));
        assert!(choice.has_any(&selector("date")) && !choice.has_any(&selector("quote")));
        let choice = Choice { select: Vec::new(), ignore: vec![selector("date")] };
        assert!(!choice.has("date/order") && choice.has("quote/altered"));
        let choice = Choice { select: vec![selector("date")], ignore: vec![selector("date")] };
        assert!(!choice.has("date/order"));
        assert!(Choice::default().has("date/order"));
    }
}
