//! `--via pandoc`: what crosscheck does not read, converted to Markdown by a program that the user asked for. It is given
//! the bytes of a file, never its name, and may read nothing else.

use super::cli::Via;
use crate::document::LIMIT;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What pandoc calls the formats of these file name extensions.
const FORMATS: &[(&str, &[&str])] = &[
    ("creole", &["creole"]),
    ("djot", &["dj"]),
    ("docbook", &["dbk", "docbook"]),
    ("dokuwiki", &["dokuwiki"]),
    ("fb2", &["fb2"]),
    ("jats", &["jats"]),
    ("jira", &["jira"]),
    ("latex", &["tex", "ltx", "latex"]),
    ("man", &["man"]),
    ("muse", &["muse"]),
    ("opml", &["opml"]),
    ("org", &["org"]),
    ("pod", &["pod"]),
    ("pptx", &["pptx"]),
    ("rtf", &["rtf"]),
    ("t2t", &["t2t"]),
    ("textile", &["textile"]),
    ("tikiwiki", &["tikiwiki"]),
    ("twiki", &["twiki"]),
    ("typst", &["typ"]),
];

/// How a file is converted. Whoever wants to see the places of a report runs the same.
const TO: [&str; 3] = ["--to=gfm", "--wrap=none", "--standalone"];

/// The longest that a conversion may take.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(10);

/// What was read of a file, or what a program made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub bytes: Vec<u8>,
    pub is_converted: bool,
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Content {
        Content { bytes, is_converted: false }
    }
}

/// Would the program convert a file of this name?
pub fn converts(via: Option<Via>, path: &Path) -> bool {
    via.is_some() && format(path).is_some()
}

/// The content of a file of this name. The error is the end of a sentence that begins with the name.
pub fn content(via: Option<Via>, path: &Path, bytes: Vec<u8>) -> Result<Content, String> {
    let (Some(Via::Pandoc), Some(format), false) = (via, format(path), bytes.is_empty()) else {
        return Ok(bytes.into());
    };
    if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('-')) {
        return Err("begins with a hyphen, and pandoc is run for no such name; rename the file".to_owned());
    }
    let bytes = converted(format, &bytes)?;
    if bytes.len() > LIMIT {
        return Err(format!("is more than {} MiB long when it is converted; split it into parts", LIMIT >> 20));
    }
    let text = String::from_utf8(bytes).map_err(|_| "was converted by pandoc to what is no UTF-8".to_owned())?;
    Ok(Content { bytes: text.into_bytes(), is_converted: true })
}

/// What is to be said of a file that was converted.
pub fn remark(path: &Path) -> String {
    let (format, shown) = (format(path).unwrap_or_default(), TO.join(" "));
    format!(
        "was converted by pandoc, so its places are those of the converted text (`pandoc --from={format} {shown}` prints it)"
    )
}

fn format(path: &Path) -> Option<&'static str> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS.iter().find(|(_, extensions)| extensions.contains(&extension.as_str())).map(|(format, _)| *format)
}

fn converted(format: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut command = Command::new("pandoc");
    command.arg("--sandbox").arg(format!("--from={format}")).args(TO);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            "is to be converted by pandoc, which is not installed, or not on the PATH; install it (https://pandoc.org), or leave \
             --via out"
                .to_owned()
        }
        _ => format!("is to be converted by pandoc, which cannot be run: {error}; mend that, or leave --via out"),
    })?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (status, out, complaint) = thread::scope(|scope| {
        // Whoever reads no more of it has failed, which the exit status tells.
        scope.spawn(|| stdin.map(|mut stdin| stdin.write_all(bytes)));
        let out = scope.spawn(|| all(stdout));
        let complaint = scope.spawn(|| all(stderr));
        let status = wait(&mut child);
        (status, out.join().unwrap_or_default(), complaint.join().unwrap_or_default())
    });
    match status {
        Some(status) if status.success() => Ok(out),
        Some(_) => {
            let said = String::from_utf8_lossy(&complaint);
            let said = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing").trim();
            Err(format!("cannot be converted by pandoc (2.15 or newer), which says: {said}; convert it by other means"))
        }
        None => Err(format!("took pandoc more than {} seconds to convert; split it into parts", PATIENCE.as_secs())),
    }
}

/// All that comes, as far as it is of any use. The rest is taken and dropped, so that nobody waits.
fn all(pipe: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        let _ = (&mut pipe).take((LIMIT + 1) as u64).read_to_end(&mut bytes);
        let _ = io::copy(&mut pipe, &mut io::sink());
    }
    bytes
}

/// The exit status; nothing of a program that is still at it when patience ends, and is stopped.
fn wait(child: &mut Child) -> Option<ExitStatus> {
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if started.elapsed() < PATIENCE => thread::sleep(PAUSE),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}
