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

/// The most nodes above a page. More are a ring.
const DEEPEST: usize = 64;

/// `None` if the file is damaged.
pub fn only_text(file: &mut Document) -> Option<()> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            lighten(stream)?;
        }
    }
    for page in file.get_pages().into_values() {
        if !ends_above(file, page) {
            return None;
        }
        let content = text_of(&file.get_page_content(page).ok()?, true)?;
        let stream = file.add_object(Stream::new(Default::default(), content));
        file.get_object_mut(page).and_then(Object::as_dict_mut).ok()?.set("Contents", stream);
    }
    Some(())
}

/// Empties a picture, and leaves of a form its text.
fn lighten(stream: &mut Stream) -> Option<()> {
    let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    let content = match kind {
        b"Image" | b"PS" => Vec::new(),
        b"Form" => text_of(&stream.get_plain_content().ok()?, false)?,
        _ => return Some(()),
    };
    stream.dict.remove(b"Filter");
    stream.dict.remove(b"DecodeParms");
    stream.set_content(content);
    Some(())
}

fn text_of(content: &[u8], with_forms: bool) -> Option<Vec<u8>> {
    let mut content = Content::decode(content).ok()?;
    content.operations.retain(|operation| {
        let operator = operation.operator.as_str();
        let given = operation.operands.len();
        TEXT.iter().any(|(name, needed)| *name == operator && *needed <= given)
            || (with_forms && operator == "Do" && given > 0)
    });
    content.encode().ok()
}

/// Does the way up from the page end?
fn ends_above(file: &Document, page: ObjectId) -> bool {
    let above = |id: &ObjectId| file.get_dictionary(*id).ok()?.get(b"Parent").ok()?.as_reference().ok();
    std::iter::successors(Some(page), above).take(DEEPEST).count() < DEEPEST
}
