//! The JSON Schema of the configuration, by which an editor completes its keys and marks its slips. The rules are
//! filled in from their table.

use crate::rules::RULES;
use std::collections::BTreeSet;

const TEMPLATE: &str = include_str!("config_schema.json");

pub fn config_schema() -> String {
    let groups = RULES.iter().filter_map(|rule| rule.id.split_once('/')).map(|(group, _)| group);
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).chain(groups).collect();
    let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    TEMPLATE.replace("{{rules}}", &names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::init;
    use super::super::project::Project;
    use super::*;
    use serde_json::Value;

    fn schema() -> Value {
        serde_json::from_str(&config_schema()).unwrap()
    }

    /// Does the schema take it, and is it read?
    fn taken(text: &str) -> (bool, bool) {
        let value: toml::Table = toml::from_str(text).unwrap();
        let value = serde_json::to_value(value).unwrap();
        (jsonschema::is_valid(&schema(), &value), Project::of(text).is_ok())
    }

    #[test]
    fn it_takes_what_is_read() {
        assert_eq!(taken(&init::every_key()), (true, true));
        for text in [
            "",
            "fail-on = \"never\"",
            "[levels]\ndate = \"off\"\n\"date/invalid\" = \"note\"",
            "[pinned]\nseats = 14",
            "[[sets]]\ndocuments = [\"a.md\"]",
        ] {
            assert_eq!(taken(text), (true, true), "{text}");
        }
    }

    #[test]
    fn it_refuses_what_is_not_read() {
        for text in [
            "document = []",
            "documents = \"a\"",
            "fail-on = \"warn\"",
            "reference-date = \"31 June\"",
            "stale-after-days = 1.5",
            "[levels]\ndate = \"loud\"",
            "[levels]\n\"date/invalud\" = \"off\"",
            "[aliases]\nsame = [[\"A\"]]",
            "[aliases]\nsme = []",
            "[terms]\nalliance = []",
            "[pinned]\nseats = true",
            "[[paths]]\nfiles = [\"a\"]",
            "[[sets]]\nsources = [\"a.md\"]",
        ] {
            assert_eq!(taken(text), (false, false), "{text}");
        }
    }

    /// The parser names the keys that it knows.
    #[test]
    fn it_has_every_key() {
        let mut due: Vec<String> = Project::keys();
        let mut keys: Vec<String> = schema()["properties"].as_object().unwrap().keys().cloned().collect();
        due.sort();
        keys.sort();
        assert_eq!(keys, due);
    }
}
