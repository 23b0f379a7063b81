//! Is a document a page of a program's documentation? Its options, commands, names of code and blocks of code tell: such
//! a page goes through many things of one kind, each with values of its own.

use super::Document;

/// A block of code is worth so many of them.
const OF_FENCE: usize = 3;
/// So many signs make a page technical, where no more than so many words stand for each.
const SIGNS: usize = 2;
const WORDS: usize = 150;

impl Document {
    /// Is it full of code, options and names of code?
    pub fn is_technical(&self) -> bool {
        let signs = self.signs_of_code();
        signs >= SIGNS && self.words_of_prose() <= signs.saturating_mul(WORDS)
    }

    fn words_of_prose(&self) -> usize {
        self.tokens.iter().filter(|t| t.is_word()).count()
    }

    fn signs_of_code(&self) -> usize {
        let prose = self.fences.first().map_or(self.text.len(), |fence| fence.span.range().start);
        let words = self.text.get(..prose).unwrap_or_default().split_whitespace();
        let of_code = words.filter(|word| is_of_code(word)).count();
        let fences = self.fences.len().saturating_mul(OF_FENCE);
        self.code.len().saturating_add(fences).saturating_add(of_code)
    }
}

/// "--quiet", "max_size", "Queue::push", "open()", "crontab(5)", "$HOME", "maxSize", "/etc/tide.d/", "|tag|", ":command".
fn is_of_code(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | '"' | '\'' | '`' | '*'));
    if word.contains("://") {
        return false;
    }
    let starts =
        |mark: &str| word.strip_prefix(mark).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    let manual = word.strip_suffix(')').and_then(|b| b.split_once('(')).is_some_and(|(name, section)| {
        !name.is_empty() && section.len() == 1 && section.bytes().all(|b| b.is_ascii_digit())
    });
    let joined = word.trim_matches('_').split_once('_').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty());
    // "iPhone" is no name of code.
    let camel = word.bytes().take(2).filter(u8::is_ascii_lowercase).count() == 2
        && word.contains(|c: char| c.is_ascii_uppercase())
        && word.bytes().all(|b| b.is_ascii_alphanumeric());
    let path = starts("/") && word.matches('/').count() > 1;
    let tag = word.len() > 2 && word.starts_with('|') && word.ends_with('|');
    manual
        || joined
        || camel
        || path
        || tag
        || starts("--")
        || starts("$")
        || starts(":")
        || word.contains("::")
        || word.ends_with("()")
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    fn is_technical(text: &str) -> bool {
        Document::read("a.md", Role::Peer, Format::Markdown, text.as_bytes().to_vec()).is_technical()
    }

    #[test]
    fn pages_of_programs_and_other_texts() {
        assert!(is_technical("Run `reefd` with `--quiet`. It reads `sails.toml`."));
        assert!(is_technical("See reefd(8) and crontab(5); set max_sails, or call readSails()."));
        assert!(!is_technical(
            "The iPhone and the iPad were sold on eBay. See https://a.example/b_c and and/or p. 5 (2)."
        ));
        assert!(!is_technical(&format!("Run `reefd` or `reefctl`.{}", " The boat went out and came home.".repeat(60))));
    }
}
