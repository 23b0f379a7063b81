//! Leaves of a file only what shows text. Pictures, colours and shapes say nothing here, and are where files
//! differ most from what the extraction expects; forms inside forms could go on without end.

use pdf_extract::content::Content;
use pdf_extract::{Document, Object, ObjectId, Stream};

/// The operators that show text or move it, each with the fewest operands it needs.
const TEXT: [(&str, usize); 19] = [
    ("BT", 0),
    ("ET", 0),
    ("Tj", 1),
    ("TJ", 1),
    ("'", 1),
    ("\"", 3),
    ("Tf", 2),
    ("Td", 2),
    ("TD", 2),
    ("Tm", 6),
    ("T*", 0),
    ("Tc", 1),
    ("Tw", 1),
    ("Tz", 1),
    ("TL", 1),
    ("Ts", 1),
    ("q", 0),
    ("Q", 0),
    ("cm", 6),
];

/// Those that show it.
const SHOWS: [&str; 4] = ["Tj", "TJ", "'", "\""];

/// The most nodes above a page. More are a ring.
const DEEPEST: usize = 64;

/// The most bytes that all pages may show: the same parts can stand on each of them.
const SHOWN: usize = 256 << 20;

#[derive(Debug, PartialEq)]
pub enum Fault {
    Damaged,
    TooLong,
}

pub fn only_text(file: &mut Document) -> Result<(), Fault> {
    let mut longest_form = 0;
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            longest_form = longest_form.max(lighten(stream).ok_or(Fault::Damaged)?);
        }
    }
    let mut shown = 0;
    for page in file.get_pages().into_values() {
        if !ends_above(file, page) {
            return Err(Fault::Damaged);
        }
        for id in file.get_page_contents(page) {
            let Ok(part) = file.get_object_mut(id).and_then(Object::as_stream_mut) else { continue };
            // Damage leaves it packed, and it is taken as it stands.
            let _ = part.decompress();
            shown += part.content.len();
            if shown > SHOWN {
                return Err(Fault::TooLong);
            }
        }
        let content = file.get_page_content(page).map_err(|_| Fault::Damaged)?;
        let (content, forms) = text_of(&content, true).ok_or(Fault::Damaged)?;
        shown = shown.saturating_add(forms.saturating_mul(longest_form));
        if shown > SHOWN {
            return Err(Fault::TooLong);
        }
        let stream = file.add_object(Stream::new(Default::default(), content));
        let page = file.get_object_mut(page).and_then(Object::as_dict_mut).map_err(|_| Fault::Damaged)?;
        page.set("Contents", stream);
    }
    Ok(())
}

/// Empties a picture, and leaves of a form its text; says how long that is.
fn lighten(stream: &mut Stream) -> Option<usize> {
    let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    let content = match kind {
        b"Image" | b"PS" => Vec::new(),
        b"Form" => text_of(&stream.get_plain_content().ok()?, false)?.0,
        _ => return Some(0),
    };
    let length = content.len();
    stream.dict.remove(b"Filter");
    stream.dict.remove(b"DecodeParms");
    stream.set_content(content);
    Some(length)
}

/// What shows text, and how many times something else is shown there. What shows none is nothing.
fn text_of(content: &[u8], with_forms: bool) -> Option<(Vec<u8>, usize)> {
    let mut content = Content::decode(content).ok()?;
    let mut forms = 0;
    let mut is_shown = false;
    content.operations.retain(|operation| {
        let operator = operation.operator.as_str();
        let given = operation.operands.len();
        let is_form = with_forms && operator == "Do" && given > 0;
        forms += usize::from(is_form);
        is_shown |= is_form || SHOWS.contains(&operator);
        TEXT.iter().any(|(name, needed)| *name == operator && *needed <= given) || is_form
    });
    let content = if is_shown { content.encode().ok()? } else { Vec::new() };
    Some((content, forms))
}

/// Does the way up from the page end?
fn ends_above(file: &Document, page: ObjectId) -> bool {
    let above = |id: &ObjectId| file.get_dictionary(*id).ok()?.get(b"Parent").ok()?.as_reference().ok();
    std::iter::successors(Some(page), above).take(DEEPEST).count() < DEEPEST
}
