//! A rule's manual: the head comment of its file, so that text and check cannot
//! drift apart.

use super::Rule;

#[derive(Debug)]
pub struct Manual {
    pub text: String,
}

impl Manual {
    pub fn of(rule: &Rule) -> Manual {
        let text = rule
            .source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n");
        Manual { text }
    }
}
