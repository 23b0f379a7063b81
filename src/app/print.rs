//! What leaves the process: reports on standard output, complaints on standard error.

use crate::report::visible;
use std::io::Write;

/// A line on standard error, in which no name of a file and no word of a text does anything but stand there. Where
/// nobody listens, the exit status still tells.
pub fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "crosscheck: {}", visible(message));
}

pub fn print(text: &str) -> Result<(), String> {
    written(std::io::stdout().lock(), text)
}

/// Colours reach terminals only, and only where they are wanted (`NO_COLOR`, `CLICOLOR`).
pub fn print_coloured(text: &str) -> Result<(), String> {
    written(anstream::stdout().lock(), text)
}

/// A reader that went away is no error.
fn written(mut out: impl Write, text: &str) -> Result<(), String> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}
