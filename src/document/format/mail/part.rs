//! The parts of a mail (MIME): which of them a program of mail shows as its text.

use super::code::{Charset, Transfer};
use super::header::Headers;
use std::ops::Range;

/// Deeper parts are passed over.
const DEEPEST: usize = 20;

/// A text of the mail.
#[derive(Debug)]
pub struct Part {
    pub is_html: bool,
    pub transfer: Transfer,
    pub charset: Charset,
    pub body: Range<usize>,
}

/// Adds the texts of the part whose headers are these. A forwarded mail and an attachment are none.
pub fn texts(source: &str, headers: &Headers, body: Range<usize>, found: &mut Vec<Part>) {
    add(source, headers, body, found, DEEPEST);
}

fn add(source: &str, headers: &Headers, body: Range<usize>, found: &mut Vec<Part>, deeper: usize) {
    let kind = headers.kind("content-type").unwrap_or_else(|| "text/plain".to_owned());
    if headers.kind("content-disposition").is_some_and(|disposition| disposition == "attachment") || deeper == 0 {
        return;
    }
    if let Some(sort) = kind.strip_prefix("multipart/") {
        let Some(boundary) = headers.parameter("content-type", "boundary").filter(|b| !b.is_empty()) else { return };
        if sort == "encrypted" {
            return;
        }
        let start = found.len();
        for part in parts(source, body, &boundary) {
            let (headers, body) = Headers::of(source, part);
            let before = found.len();
            add(source, &headers, body, found, deeper - 1);
            // What belongs to a text (pictures of a page, the key of a signature) stands behind it.
            if matches!(sort, "related" | "signed" | "report") && found.len() > before {
                break;
            }
        }
        if sort == "alternative" {
            choose(found, start);
        }
        return;
    }
    if !matches!(kind.as_str(), "text/plain" | "text/html" | "text") {
        return;
    }
    let transfer = match headers.kind("content-transfer-encoding").as_deref() {
        Some("quoted-printable") => Transfer::QuotedPrintable,
        Some("base64") => Transfer::Base64,
        _ => Transfer::Plain,
    };
    let charset = Charset::named(&headers.parameter("content-type", "charset").unwrap_or_default());
    let is_blank = source.get(body.clone()).is_none_or(|words| words.trim().is_empty());
    if !is_blank || deeper == DEEPEST {
        found.push(Part { is_html: kind == "text/html", transfer, charset, body });
    }
}

/// Of texts that say the same, those from `start` on, the plain ones are kept, else the last one.
fn choose(found: &mut Vec<Part>, start: usize) {
    let mut alike = found.split_off(start);
    if alike.iter().any(|part| !part.is_html) {
        alike.retain(|part| !part.is_html);
    } else {
        alike.drain(..alike.len().saturating_sub(1));
    }
    found.append(&mut alike);
}

/// What stands between the lines of a boundary.
fn parts(source: &str, body: Range<usize>, boundary: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = body.start;
    for line in source.get(body.clone()).unwrap_or_default().split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some(rest) = line.strip_prefix("--").and_then(|rest| rest.strip_prefix(boundary)) else { continue };
        let is_last = rest.starts_with("--");
        if !is_last && !rest.trim().is_empty() {
            continue;
        }
        parts.extend(open.take().map(|from| from..start));
        if is_last {
            return parts;
        }
        open = Some(at);
    }
    // A mail that was cut off.
    parts.extend(open.map(|from| from..body.end.max(from)));
    parts
}
