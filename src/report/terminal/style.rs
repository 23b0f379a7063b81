//! The colours of the terminal report. What is printed is stripped of them unless
//! it goes to a terminal (`app`).

use crate::rules::Severity;
use anstyle::{AnsiColor, Style};

pub const BOLD: Style = Style::new().bold();
pub const FRAME: Style = AnsiColor::BrightBlue.on_default().bold();
pub const RELATED: Style = AnsiColor::BrightBlue.on_default();
pub const GOOD: Style = AnsiColor::BrightGreen.on_default();
pub const DIM: Style = Style::new().dimmed();

pub fn level(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::BrightRed.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Note => AnsiColor::BrightCyan.on_default().bold(),
    }
}

pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
