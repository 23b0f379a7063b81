//! What leaves the process: reports on standard output, complaints on standard error.

use super::cli::{Colour, Out, When};
use crate::report::visible;
use anstream::{AutoStream, ColorChoice};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

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

/// What was asked for on the command line comes before what the environment wants.
pub fn colour(colour: &Colour) {
    match colour.color {
        When::Auto => ColorChoice::Auto,
        When::Always => ColorChoice::Always,
        When::Never => ColorChoice::Never,
    }
    .write_global();
}

/// Into the file that was asked for, or on standard output. `read` are the paths of what it is about: a document is
/// never written over.
pub fn deliver(out: &Out, text: &str, read: &[&str]) -> Result<(), String> {
    match &out.output {
        Some(file) => saved(file, read, |mut out| out.write_all(text.as_bytes())),
        None => print(text),
    }
}

/// The same with colours, which a file has only where they are asked for.
pub fn deliver_coloured(out: &Out, text: &str, read: &[&str]) -> Result<(), String> {
    let choice = match ColorChoice::global() {
        ColorChoice::Auto => ColorChoice::Never,
        choice => choice,
    };
    match &out.output {
        Some(file) => saved(file, read, |out| AutoStream::new(out, choice).write_all(text.as_bytes())),
        None => print_coloured(text),
    }
}

fn saved(file: &Path, read: &[&str], write: impl FnOnce(File) -> std::io::Result<()>) -> Result<(), String> {
    let shown = file.display();
    let is_document = fs::canonicalize(file)
        .is_ok_and(|file| read.iter().any(|path| fs::canonicalize(path).is_ok_and(|path| path == file)));
    if is_document {
        return Err(format!(
            "{shown}: not written, since it is one of the documents that were read; give --output another name, or              remove it first if it is an earlier report"
        ));
    }
    File::create(file).and_then(write).map_err(|error| format!("{shown}: cannot be written: {error}"))
}

/// A reader that went away is no error.
fn written(mut out: impl Write, text: &str) -> Result<(), String> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}
