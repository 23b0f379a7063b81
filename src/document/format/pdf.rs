//! PDF, with the feature `pdf`: the lines that stand on each page (`page.rs`), joined to paragraphs (`paragraphs.rs`).
//! A PDF is no text, so its places are those of the text read out of it: each page a line, its paragraphs
//! parted by a pilcrow. Line 3, column 120 is page 3, some 120 characters down.

mod codes;
mod page;
mod paragraphs;
mod repair;
mod running;
mod showing;
mod unpacked;
mod widths;

use crate::document::written_date::written_date;
use crate::document::{BlockKind, Meta, Reading};
use page::Pages;
use paragraphs::{Paragraph, joint, marker, paragraphs};
use pdf_extract::{Document as File, decode_text_string, output_doc};
use repair::repaired;
use showing::Fault;
use std::panic::{AssertUnwindSafe, catch_unwind};
use unpacked::Size;

/// Stands between two paragraphs of a page.
const BETWEEN: &str = " ¶ ";

const DAMAGED: &str = "is no PDF that can be read; print or save it as a PDF again, or convert it to text first";
const TOO_LARGE: &str = "unpacks to more than 256 MiB, or one of its streams to more than 32 MiB; convert it to text first, or split it into parts";
const TOO_LONG: &str = "shows the same parts on so many pages that it cannot be read in good time; convert it to text first, or split it into parts";
const LOCKED_LARGE: &str = "is an encrypted PDF that holds too much in packed parts; save a copy that is not encrypted, or convert it to text first";
const LOCKED: &str = "is an encrypted PDF; save a copy that is not, or convert it to text first";
const EMPTY: &str = "is a PDF without text, perhaps of scanned pages; have its text recognised (OCR) first";

/// The most codes of fonts times pages.
const MOST_CODES: usize = 1 << 27;

/// The crates below assert what a PDF ought to hold (a font's encoding, a page's size) and panic where a file
/// holds anything else. Nothing outlives such a panic: all they work on is made and dropped in here.
pub fn read(bytes: &[u8]) -> Result<(String, Reading), String> {
    let (pages, meta) = catch_unwind(AssertUnwindSafe(|| extract(bytes))).map_err(|_| DAMAGED.to_owned())??;
    if pages.iter().all(Vec::is_empty) {
        return Err(EMPTY.to_owned());
    }
    let mut text = String::new();
    let mut placed = Vec::new();
    for page in pages {
        for (i, paragraph) in page.into_iter().enumerate() {
            text.push_str(if i > 0 { BETWEEN } else { "" });
            let start = text.len();
            text.push_str(&paragraph.words);
            placed.push((paragraph, start..text.len()));
        }
        text.push('\n');
    }
    let mut reading = Reading::new(&text);
    *reading.meta() = meta;
    let mut rest = placed.iter().peekable();
    while let Some((paragraph, place)) = rest.next() {
        if !paragraph.goes_on {
            let (kind, level) = match paragraph.heading {
                0 if marker(&paragraph.words) > 0 => (BlockKind::ListItem, 1),
                0 => (BlockKind::Paragraph, 0),
                level => (BlockKind::Heading, level),
            };
            reading.open(kind, None, level);
        }
        let marked = if paragraph.goes_on || paragraph.heading > 0 { 0 } else { marker(&paragraph.words) };
        let start = place.start + marked;
        let Some((next, below)) = rest.peek().filter(|(next, _)| next.goes_on) else {
            reading.verbatim(start..place.end);
            continue;
        };
        let (kept, blank) = joint(&paragraph.words, &next.words);
        reading.verbatim(start..place.start + kept);
        if blank {
            reading.decoded(" ", place.end..below.start);
        }
    }
    let reading = reading.finish();
    Ok((text, reading))
}

/// The file, and its table of contents mended where that is lost.
fn load(bytes: &[u8]) -> Result<File, String> {
    match unpacked::size(bytes) {
        Size::Bounded => {}
        Size::TooLarge => return Err(TOO_LARGE.to_owned()),
        Size::Damaged => return Err(DAMAGED.to_owned()),
    }
    if is_locked(bytes) && !unpacked::is_bounded_locked(bytes) {
        return Err(LOCKED_LARGE.to_owned());
    }
    let given = File::load_mem(bytes);
    if let Ok(file) = &given {
        // One without a password to read it was decrypted on the way.
        if file.trailer.has(b"Encrypt") && !file.was_encrypted() {
            return Err(LOCKED.to_owned());
        }
        if file.was_encrypted() && !unpacked::is_bounded_unlocked(file) {
            return Err(TOO_LARGE.to_owned());
        }
    }
    given
        .ok()
        .filter(has_pages)
        .or_else(|| File::load_mem(&repaired(bytes)?).ok().filter(has_pages))
        .ok_or_else(|| DAMAGED.to_owned())
}

fn is_locked(bytes: &[u8]) -> bool {
    bytes.windows(8).any(|window| window == b"/Encrypt")
}

fn has_pages(file: &File) -> bool {
    !file.get_pages().is_empty()
}

/// The paragraphs of each page.
fn extract(bytes: &[u8]) -> Result<(Vec<Vec<Paragraph>>, Meta), String> {
    let mut file = load(bytes)?;
    showing::only_text(&mut file).map_err(|fault| match fault {
        Fault::Damaged => DAMAGED.to_owned(),
        Fault::TooLong => TOO_LONG.to_owned(),
    })?;
    widths::write_out(&mut file);
    // The crate makes a page's fonts anew for each page.
    if codes::write_out(&mut file).saturating_mul(file.get_pages().len()) > MOST_CODES {
        return Err(TOO_LONG.to_owned());
    }
    let mut pages = Pages::default();
    output_doc(&file, &mut pages).map_err(|_| DAMAGED.to_owned())?;
    Ok((paragraphs(pages.pages), meta(&file)))
}

/// What the information dictionary says.
fn meta(file: &File) -> Meta {
    let entry = |key: &[u8]| {
        let info = file.dereference(file.trailer.get(b"Info").ok()?).ok()?.1.as_dict().ok()?;
        let value = file.dereference(info.get(key).ok()?).ok()?.1;
        Some(decode_text_string(value).ok()?.trim().to_owned()).filter(|v| !v.is_empty())
    };
    let date = entry(b"CreationDate").and_then(|date| {
        // "D:20250731080000Z"
        let digits = date.trim_start_matches("D:");
        let (year, month, day) = (digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?);
        written_date(&format!("{year}-{month}-{day}"))
    });
    Meta { title: entry(b"Title"), date, ..Meta::default() }
}
