//! What leaves the process: reports on standard output, complaints on standard error.

use super::cli::{Colour, Out, When};
use super::open::Opened;
use crate::report::visible;
use anstream::{AutoStream, ColorChoice};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A line on standard error, in which no name of a file and no word of a text does anything but stand there. Where
/// nobody listens, the exit status still tells.
pub fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "crosscheck: {}", visible(message));
}

/// Says each problem, and each remark, on standard error. Were there problems?
pub fn complain<T>(opened: &Opened<T>) -> bool {
    opened.problems.iter().chain(&opened.remarks).for_each(|sentence| say(sentence));
    !opened.problems.is_empty()
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

/// The same, written piece by piece.
pub fn deliver_by(
    out: &Out,
    read: &[&str],
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), String> {
    let buffered = |out: &mut dyn Write| {
        let mut out = BufWriter::new(out);
        write(&mut out).and_then(|()| out.flush())
    };
    match &out.output {
        Some(file) => saved(file, read, |mut out| buffered(&mut out)),
        None => delivered(buffered(&mut std::io::stdout().lock())),
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
    let is_read = |file: &Path| read.iter().any(|path| fs::canonicalize(path).is_ok_and(|path| path == file));
    created(file, is_read).and_then(|out| write(out).map_err(|error| not_written(file, &error)))
}

fn not_written(file: &Path, error: &std::io::Error) -> String {
    format!("{}: cannot be written: {error}", file.display())
}

/// `is_read`: is it, by its true path, one of the documents?
fn created(file: &Path, is_read: impl FnOnce(&Path) -> bool) -> Result<File, String> {
    let shown = file.display();
    if fs::canonicalize(file).is_ok_and(|file| is_read(&file)) {
        return Err(format!(
            "{shown}: not written, since it is one of the documents that were read; give --output another name, or \
             remove it first if it is an earlier report"
        ));
    }
    File::create(file).map_err(|error| not_written(file, &error))
}

/// What is delivered part by part.
pub struct Stream {
    out: BufWriter<Box<dyn Write>>,
    file: Option<PathBuf>,
    fault: Option<std::io::Error>,
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream").field("file", &self.file).field("fault", &self.fault).finish_non_exhaustive()
    }
}

impl Stream {
    /// `read` are the true paths of what it is about.
    pub fn to<'a>(out: &Out, mut read: impl Iterator<Item = &'a PathBuf>) -> Result<Stream, String> {
        let sink: Box<dyn Write> = match &out.output {
            Some(file) => Box::new(created(file, |file| read.any(|path| path == file))?),
            None => Box::new(std::io::stdout()),
        };
        Ok(Stream { out: BufWriter::new(sink), file: out.output.clone(), fault: None })
    }

    /// Does anybody take more?
    pub fn write(&mut self, text: &str) -> bool {
        self.fault = self.fault.take().or_else(|| self.out.write_all(text.as_bytes()).err());
        self.fault.is_none()
    }

    pub fn end(mut self) -> Result<(), String> {
        let fault = self.fault.take().or_else(|| self.out.flush().err());
        match (fault, self.file) {
            // A reader that went away is no error.
            (Some(error), None) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            (Some(error), None) => Err(format!("cannot write: {error}")),
            (Some(error), Some(file)) => Err(not_written(&file, &error)),
            (None, _) => Ok(()),
        }
    }
}

fn written(mut out: impl Write, text: &str) -> Result<(), String> {
    delivered(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// A reader that went away is no error.
fn delivered(written: std::io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}
