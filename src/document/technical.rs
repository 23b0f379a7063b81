//! Is a document a page of a program's documentation? Its options, commands, names of code and blocks of code tell: such
//! a page goes through many things of one kind, each with values of its own.

use super::{Document, Format};

/// A block of code is worth so many of them.
const OF_FENCE: usize = 3;
/// So many signs make a page technical, where no more than so many words stand for each.
const SIGNS: usize = 2;
const WORDS: usize = 150;

impl Document {
    /// Is it full of code, options and names of code?
    pub fn is_technical(&self) -> bool {
        // Hardly anybody else writes in these.
        if matches!(self.format, Format::Rst | Format::AsciiDoc) {
            return true;
        }
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
    if is_of_source(word) {
        return true;
    }
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

/// What plain text quotes of programs without any mark: "ship = <&hull 3>;", "0x4f0", "#sail-cells", "reef,hull-2",
/// "\\mainsail", "hull.conf", "0A20..0A3F".
fn is_of_source(word: &str) -> bool {
    const MARKS: &[&str] = &["{", "}", "};", "/*", "*/", "#include"];
    const ENDS: &[&str] = &[
        "c", "h", "cpp", "hpp", "js", "ts", "go", "java", "rb", "conf", "cfg", "ini", "json", "yaml", "yml", "toml",
        "xml", "sty", "tex", "dll", "exe", "dts",
    ];
    let has = |part: &str, test: fn(&u8) -> bool| part.len() > 1 && part.bytes().all(|b| test(&b));
    if MARKS.contains(&word) || word.contains("<&") {
        return true;
    }
    let statement = word.strip_suffix(';').is_some_and(|rest| rest.ends_with(['"', '>', ')', '}', ']']));
    let bare = word.trim_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '#' | '\\'));
    let hex = bare.strip_prefix("0x").is_some_and(|digits| has(digits, u8::is_ascii_hexdigit));
    let cells = bare.strip_prefix('#').is_some_and(|name| name.contains('-') && !name.contains(char::is_uppercase));
    let vendor = bare.split_once(',').is_some_and(|(vendor, part)| {
        let plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        vendor.bytes().all(|b| plain(&b))
            && vendor.contains(|c: char| c.is_ascii_lowercase())
            && part.contains(|c: char| c == '-' || c.is_ascii_digit())
            && part.contains(|c: char| c.is_ascii_lowercase())
            && part.bytes().all(|b| plain(&b) || b == b'-')
    });
    let command = bare.strip_prefix('\\').and_then(|name| name.split(['{', '[']).next());
    let command = command.is_some_and(|name| has(name, u8::is_ascii_alphabetic));
    let file = bare.rsplit_once('.').is_some_and(|(stem, end)| {
        ENDS.contains(&end) && stem.contains(|c: char| c.is_ascii_lowercase()) && stem.is_ascii()
    });
    let range = bare.split_once("..").is_some_and(|(from, to)| {
        let is_figure =
            |part: &str| part.bytes().all(|b| b.is_ascii_hexdigit()) && part.contains(|c: char| c.is_ascii_digit());
        is_figure(from) && is_figure(to)
    });
    statement || hex || cells || vendor || command || file || range
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
        assert!(is_technical("The node reads: hull = <&keel 3>; and its size is 0x40."));
        assert!(is_technical("The parts \"reef,hull-2\" and \"reef,hull-3\" stand in hulls.dts, from 0A20..0A3F."));
        assert!(is_technical("Say \\\\mainsail{2} where you said \\\\jib."));
        assert!(!is_technical(
            "He paid 3,50 for bread,butter and jam; \"that,\" he said, \"was all (or most);\" she left..."
        ));
        assert!(!is_technical(&format!("Run `reefd` or `reefctl`.{}", " The boat went out and came home.".repeat(60))));
    }
}
