//! The changes of facts between two versions, and one file for each way to write them.

mod json;
mod markdown;
mod text;
mod told;

use crate::change::Changes;

/// One way to write changes.
#[derive(Debug, Clone, Copy)]
pub struct ChangeOutput {
    /// As `--format` takes it.
    pub name: &'static str,
    pub summary: &'static str,
    /// Written with colours, which are for terminals only.
    pub coloured: bool,
    /// The number is that of the documents which are the same. An error is the end of a sentence.
    pub write: fn(&Changes, usize) -> Result<String, String>,
}

/// One file an output, one row each.
pub const CHANGE_OUTPUTS: &[ChangeOutput] = &[
    ChangeOutput { name: "text", summary: "For people, in a terminal", coloured: true, write: text::write },
    ChangeOutput {
        name: "markdown",
        summary: "For people, as the comment on a pull request",
        coloured: false,
        write: markdown::write,
    },
    ChangeOutput {
        name: "json",
        summary: "For programs: see `crosscheck schema diff`",
        coloured: false,
        write: json::write,
    },
];
