//! The last net: a panic while one document is read (or outside of all that the pipeline guards) becomes a sentence,
//! and the rest goes on.

use crate::pipeline::net;

/// Keeps what a panic says instead of printing it; with `RUST_BACKTRACE` it is printed too.
pub fn install() {
    net::install(std::env::var_os("RUST_BACKTRACE").is_some());
}

/// Does `work`. The error is the end of a sentence that begins with what was worked on.
pub fn guard<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    net::caught(work)
        .map_err(|what| format!("internal-error: {what}; this is a fault of crosscheck: report it with the document"))
}
