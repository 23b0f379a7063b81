//! `crosscheck man`: one manual page with every command on it, as there are no pages of single commands to look up.

use super::cli::Cli;
use super::print::print;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use std::io::Write;

/// When the commands last changed. No clock: two builds of one version print the same.
const DAY: &str = "2026-11-29";

const STATUS: &str = "\
.SH \"EXIT STATUS\"
.TP
0
Nothing was found at or above the level of \\fB\\-\\-fail\\-on\\fR.
.TP
1
Something was found.
.TP
2
Not everything could be checked: a wrong command line, a file that cannot be read, a broken configuration or baseline.
.SH FILES
.TP
crosscheck.toml
The configuration, found from the working directory upwards. \\fBcrosscheck init\\fR writes a commented one.
.TP
crosscheck.baseline
What is accepted for now, beside the configuration or in the working directory.
.SH ENVIRONMENT
.TP
NO_COLOR
If it is set and not empty, nothing is coloured.
";

pub fn man() -> Result<(), String> {
    let mut page = Vec::new();
    write(&mut page).map_err(|error| error.to_string())?;
    let page = String::from_utf8_lossy(&page);
    let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
    let next = lines.iter().skip(1).copied().chain([""]);
    let before = [""].into_iter().chain(lines.iter().copied());
    // The generator asks for room twice, which formatters complain of.
    let wanted = lines.iter().zip(next).zip(before).filter(|((line, next), before)| match **line {
        ".br" => !next.is_empty() && !before.is_empty(),
        ".PP" => !next.starts_with(".TP") && !next.starts_with(".SH"),
        _ => true,
    });
    print(&wanted.map(|((line, _), _)| format!("{line}\n")).collect::<String>())
}

fn write(page: &mut Vec<u8>) -> std::io::Result<()> {
    let mut command = Cli::command();
    command.build();
    let version = env!("CARGO_PKG_VERSION");
    writeln!(page, ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '")?;
    writeln!(page, ".TH CROSSCHECK 1 {DAY} \"crosscheck {version}\" \"User commands\"")?;
    let man = Man::new(command.clone());
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    for command in command.get_subcommands().filter(|c| c.get_name() != "help") {
        section(command, page)?;
    }
    page.write_all(STATUS.as_bytes())
}

/// A command, and the commands below it, under one heading each.
fn section(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let below: Vec<&Command> = command.get_subcommands().filter(|c| c.get_name() != "help").collect();
    if !below.is_empty() {
        return below.into_iter().try_for_each(|command| section(command, page));
    }
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name()).to_owned();
    writeln!(page, ".SH \"{}\"", name.replace('-', "\\-"))?;
    let about = command.get_long_about().or(command.get_about());
    writeln!(page, "{}.", about.map(ToString::to_string).unwrap_or_default())?;
    let man = Man::new(command.clone().disable_help_flag(true));
    without_heading(page, |out| man.render_synopsis_section(out))?;
    without_heading(page, |out| man.render_options_section(out))
}

/// The lines under a section's own heading.
fn without_heading(page: &mut Vec<u8>, render: impl Fn(&mut dyn Write) -> std::io::Result<()>) -> std::io::Result<()> {
    let mut out = Vec::new();
    render(&mut out)?;
    let text = String::from_utf8_lossy(&out).into_owned();
    let body =
        text.lines().filter(|line| !line.starts_with(".SH ") && !line.starts_with(".ie ") && !line.starts_with(".el "));
    writeln!(page, ".PP")?;
    body.into_iter().try_for_each(|line| writeln!(page, "{line}"))
}
