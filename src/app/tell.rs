//! The commands that tell about crosscheck itself: its rules, its schemas, and why it
//! said what it said.

use super::cli::{CONFIG, Cli, Explain, Rule, Schema};
use super::config_schema::config_schema;
use super::print::{print, print_coloured, say};
use crate::policy::no_rule;
use crate::report::{Report, SCHEMAS, explain};
use crate::rules::{self, Manual, RULES};
use clap::CommandFactory;

pub fn rule(options: &Rule) -> Result<(), String> {
    let Some(name) = &options.name else { return print(&list()) };
    match rules::find(name) {
        Some(rule) => print(&format!("{}\n", Manual::of(rule).text.trim_end())),
        None => Err(no_rule(name)),
    }
}

fn list() -> String {
    let widest = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let line = |rule: &rules::Rule| format!("{:<widest$}  {:<7}  {}\n", rule.id, rule.severity.name(), rule.summary);
    RULES.iter().map(line).collect()
}

pub fn explain(options: &Explain, report: &Report) -> Result<(), String> {
    let found = explain::find(report, &options.id);
    match found.as_slice() {
        [(finding, id)] => print_coloured(&explain::write(report, finding, id)),
        [] => Err(format!(
            "no finding of these documents has the id `{}`; `crosscheck check` prints the id below each finding, \
             and it must be given the same paths here",
            options.id
        )),
        several => {
            explain::choices(several).iter().for_each(|choice| say(choice));
            Err(format!(
                "these {} findings have an id that begins with `{}`; give more of it",
                several.len(),
                options.id
            ))
        }
    }
}

pub fn schema(options: &Schema) -> Result<(), String> {
    if options.command == CONFIG {
        return print(&config_schema());
    }
    let schema = SCHEMAS.iter().find(|(name, _)| *name == options.command);
    schema.map_or(Ok(()), |(_, text)| print(text))
}

pub fn completions(shell: clap_complete::Shell) -> Result<(), String> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), env!("CARGO_PKG_NAME"), &mut out);
    print(&String::from_utf8_lossy(&out))
}
