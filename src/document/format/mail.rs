//! E-mail (`.eml`, RFC 5322 with MIME): its subject as title and heading (that of an answer are another mail's words, and
//! no more than a title), its day as the document's, and the text that a program of mail shows: the plain one, else the
//! one in HTML. What it quotes of another mail, signatures and attachments are
//! left out. A place is that of the file; what is in base64 has that of its line.

mod code;
mod header;
mod part;
mod quoted;

use super::decoding::Decoding;
use super::{html, plain};
use crate::document::reading::Builder;
use crate::document::written_date::written_date;
use crate::document::{BlockKind, Reading};
use header::{Headers, write_words};
use part::{Part, texts};
use std::ops::Range;

const NO_HEADERS: &str =
    "is no e-mail that can be read: it begins with no headers (From:, Date:, Subject:); if it is a text, name it .txt";
const NO_TEXT: &str =
    "is an e-mail without a text that can be read (encrypted, or nothing but attachments); save its text as .txt";

/// Headers one of which every mail has.
const USUAL: [&str; 6] = ["from", "date", "subject", "message-id", "received", "mime-version"];

/// Does a line of the head tell what only programs of mail write? A memo has a sender and a subject, too.
pub fn is_message(head: &str) -> bool {
    let mut lines = head.lines().take_while(|line| !line.is_empty()).map(str::to_ascii_lowercase);
    lines.any(|line| line.starts_with("mime-version:") || line.starts_with("message-id:"))
}

pub fn read(source: &str) -> Result<Reading, String> {
    let (headers, body) = Headers::of(source, 0..source.len());
    if !USUAL.iter().any(|name| headers.get(name).is_some()) {
        return Err(NO_HEADERS.to_owned());
    }
    let mut page = Decoding::default();
    if let Some(subject) = headers.get("subject") {
        write_words(&mut page, source, subject);
    }
    let Subject { words: subject, is_answer } = Subject::of(&page.text);
    let mut parts = Vec::new();
    texts(source, &headers, body, &mut parts);
    if parts.is_empty() {
        return Err(NO_TEXT.to_owned());
    }
    let mut places = Vec::new();
    for Part { is_html, transfer, charset, body } in parts {
        page.decoded("\n\n", body.start..body.start);
        let start = page.text.len();
        code::write(&mut page, source, body, transfer, charset);
        places.push((is_html, start..page.text.len()));
    }
    let mut reading = Reading::new(&page.text);
    reading.meta().date = headers.get("date").and_then(|range| written_date(source.get(range)?));
    reading.meta().title = page.text.get(subject.clone()).map(str::to_owned).filter(|title| !title.is_empty());
    if !is_answer {
        reading.open(BlockKind::Heading, None, 1);
        reading.verbatim(subject);
        reading.close();
    }
    for (is_html, place) in places {
        if is_html {
            let own = quoted::own_page(&page.text, place);
            html::read_part(&mut reading, &page.text, own, &html::Around::default());
        } else {
            read_plain(&mut reading, &page.text, place);
        }
    }
    Ok(reading.finish().through(&page.map))
}

fn read_plain(reading: &mut Builder, text: &str, place: Range<usize>) {
    for own in quoted::own_words(text, place) {
        plain::read_part(reading, text, own);
    }
}

/// The marks that a program of mail puts before the subject of a mail that is answered, and of one that is passed on.
const ANSWERED: [&str; 3] = ["re", "aw", "sv"];
const PASSED_ON: [&str; 4] = ["fw", "fwd", "wg", "tr"];

struct Subject {
    /// Without those marks, which say nothing of what the mail tells.
    words: Range<usize>,
    is_answer: bool,
}

impl Subject {
    fn of(words: &str) -> Subject {
        let mut rest = words.trim_start();
        let mut is_answer = false;
        while let Some((mark, behind)) = rest.split_once(':') {
            let is = |marks: &[&str]| marks.iter().any(|known| mark.trim().eq_ignore_ascii_case(known));
            if !is(&ANSWERED) && !is(&PASSED_ON) {
                break;
            }
            is_answer |= is(&ANSWERED);
            rest = behind.trim_start();
        }
        Subject { words: words.len() - rest.len()..words.len(), is_answer }
    }
}

#[cfg(test)]
mod tests;
