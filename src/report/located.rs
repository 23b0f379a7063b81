//! A place as people read it: its line and column, and the part of the file that it is known by, where there is one.

use super::visible::visible;
use crate::document::Document;
use crate::text::{Position, Span};

/// "12:5", or "12:5 (Budget!B4)".
pub fn line_and_column(document: &Document, span: Span) -> String {
    let place = document.place(span);
    written(document.position(place), document.part(place))
}

/// The same behind the document's path.
pub fn located(document: &Document, span: Span) -> String {
    format!("{}:{}", visible(&document.path), line_and_column(document, span))
}

pub fn written(position: Position, part: Option<&str>) -> String {
    let part = part.map(|part| format!(" ({})", visible(part))).unwrap_or_default();
    format!("{}:{}{part}", position.line, position.column)
}
