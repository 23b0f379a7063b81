//! What leaves the process: reports on standard output, complaints on standard error.

use std::io::Write;

/// A line on standard error. Where nobody listens, the exit status still tells.
pub fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "crosscheck: {message}");
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
