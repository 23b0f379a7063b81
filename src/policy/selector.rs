//! Which rules are meant: one by its id (`date/invalid`) or a group (`date`).

use crate::rules::RULES;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Selector(String);

impl Selector {
    /// The error is a sentence.
    pub fn new(name: &str) -> Result<Selector, String> {
        let selector = Selector(name.to_owned());
        if RULES.iter().any(|rule| selector.covers(rule.id)) {
            return Ok(selector);
        }
        Err(no_rule(name))
    }

    pub fn covers(&self, rule: &str) -> bool {
        rule.strip_prefix(self.0.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    pub fn name(&self) -> &str {
        &self.0
    }
}

/// What is said of a name that no rule has.
pub fn no_rule(name: &str) -> String {
    let perhaps = suggestion(name, RULES.iter().map(|rule| rule.id));
    format!("there is no rule `{name}`{perhaps}; `crosscheck rule` lists them")
}

/// ", perhaps `x`" for the likeliest of the names, or nothing. A name without its group is as good as the whole.
pub fn suggestion<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> String {
    let likeness = |name: &str| {
        let tail = name.split_once('/').map_or(0.0, |(_, tail)| strsim::jaro_winkler(written, tail));
        strsim::jaro_winkler(written, name).max(tail)
    };
    let best = names.max_by(|a, b| likeness(a).total_cmp(&likeness(b)).then_with(|| b.cmp(a)));
    best.filter(|name| likeness(name) > 0.8).map_or_else(String::new, |name| format!(", perhaps `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_a_group_and_a_slip() {
        let group = Selector::new("date").unwrap();
        assert!(group.covers("date/invalid") && !group.covers("dates/invalid"));
        assert!(Selector::new("date/invalid").unwrap().covers("date/invalid"));
        let sentence = Selector::new("date/invalud").unwrap_err();
        assert_eq!(sentence, "there is no rule `date/invalud`, perhaps `date/invalid`; `crosscheck rule` lists them");
        assert!(Selector::new("dat").is_err());
        assert!(no_rule("weekday-mismatch").contains(", perhaps `date/weekday-mismatch`;"));
        assert_eq!(no_rule("zzz"), "there is no rule `zzz`; `crosscheck rule` lists them");
    }
}
