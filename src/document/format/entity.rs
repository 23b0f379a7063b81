//! Character references: `&nbsp;`, `&#8211;`, `&eacute;`. The common ones by a
//! table, the rest by the HTML tokenizer, which knows all of them.

use crate::text::{WordMap, word_map};
use html5gum::{Token, Tokenizer};
use std::borrow::Cow;

/// The longest reference there is, in bytes, and some to spare.
const LONGEST: usize = 34;

const COMMON: WordMap<&str> = word_map! {
    "&nbsp;" => "\u{a0}", "&amp;" => "&", "&lt;" => "<", "&gt;" => ">", "&quot;" => "\"", "&apos;" => "'", "&#39;" => "'",
    "&#039;" => "'", "&#x27;" => "'", "&ndash;" => "–", "&mdash;" => "—", "&hellip;" => "…", "&rsquo;" => "’", "&lsquo;" => "‘",
    "&rdquo;" => "”", "&ldquo;" => "“", "&thinsp;" => "\u{2009}", "&#160;" => "\u{a0}", "&#32;" => " ", "&times;" => "×",
    "&minus;" => "−", "&deg;" => "°", "&pound;" => "£", "&euro;" => "€", "&shy;" => "", "&zwnj;" => "", "&#8203;" => "",
};

/// The reference at the start of `text`: its length and the characters it stands for.
pub fn entity(text: &str) -> Option<(usize, Cow<'static, str>)> {
    let window = text.as_bytes().get(..LONGEST.min(text.len()))?;
    let name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'#';
    let length = 1 + window.iter().skip(1).take_while(|b| name(b)).count();
    if window.first() != Some(&b'&') || window.get(length) != Some(&b';') {
        return None;
    }
    let whole = text.get(..=length)?;
    if let Some(words) = COMMON.get(whole) {
        return Some((length + 1, Cow::Borrowed(words)));
    }
    let decoded = Tokenizer::new(whole).find_map(|token| match token {
        Ok(Token::String(words)) => String::from_utf8(words.to_vec()).ok(),
        _ => None,
    })?;
    (decoded != whole).then_some((length + 1, Cow::Owned(decoded)))
}

/// `text` with all its references resolved.
pub fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let (length, words) = entity(rest).unwrap_or((1, "&".into()));
        out.push_str(&words);
        rest = rest.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        for (text, length, words) in
            [("&nbsp;x", 6, "\u{a0}"), ("&#8211;", 7, "–"), ("&eacute;", 8, "é"), ("&#x1D11E;", 9, "𝄞")]
        {
            assert_eq!(entity(text), Some((length, Cow::Borrowed(words))));
        }
        for text in ["& b;", "&bogus;", "&", "&;", "AT&T;", "&#;"] {
            assert_eq!(entity(text), None, "{text}");
        }
    }
}
