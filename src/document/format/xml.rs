//! What the readers of XML share: attributes, characters, and the text of one element. Entities of a document's own
//! are not expanded.

use super::entity::{entity, resolved};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The value of the attribute of this name, its references resolved.
pub fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|a| a.key.as_ref() == name)?;
    Some(resolved(&found.value))
}

/// The characters of a text event or of a reference between two.
pub fn characters(event: &Event) -> String {
    match event {
        Event::Text(text) => text.to_string(),
        Event::CData(text) => text.to_string(),
        Event::GeneralRef(name) => {
            let whole = format!("&{};", &**name);
            entity(&whole).map(|(_, words)| words.into_owned()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// The text of the first element of this name.
pub fn text_of(xml: &str, name: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut inside = false;
    let mut words = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if start.name().as_ref() == name => inside = true,
            Ok(Event::End(end)) if end.name().as_ref() == name => break,
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) if inside => words.push_str(&characters(&event)),
            Ok(_) => {}
        }
    }
    Some(words.trim().to_owned()).filter(|w| !w.is_empty())
}
