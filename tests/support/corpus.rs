//! Documents for tests of many at once: the files of a folder of ours, and generated ones.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder, with its path from there.
pub fn below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Reports of some events, three of each, of which the last gives another figure.
pub fn generated(events: u32) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for event in 0..events {
        let place = ["Harrow", "Torsby", "Kest", "Lien", "Orsk", "Vemund"][event as usize % 6];
        let (person, hurt) = (["Sten Oxby", "Ulla Brandt", "Carl Dahl"][event as usize % 3], 14 + event);
        for report in 0..3 {
            let hurt = if report == 2 { hurt + 3 } else { hurt };
            let mut text =
                format!("# Fire at {place} mill {event}\n\nThe mill of {place}burgh{event} burned on 3 May 2021. ");
            let _ = writeln!(text, "{person} said that {hurt} people were hurt in the fire at {place}burgh{event}.\n");
            let _ =
                writeln!(text, "The roof of the mill fell, and the brigade of {place}burgh{event} worked until noon.");
            files.push((format!("event-{event}/report-{report}.md"), text.into_bytes()));
        }
    }
    files
}
