//! Tokens: words, numbers and marks. A hyphen or slash is a mark of its own
//! ("14-nation" is three tokens that touch), a clitic is a word of its own
//! ("Iran’s" is two), and a number keeps its inner separators ("1,266", "18.5").

use crate::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Number,
    /// One character that is neither letter nor digit, or a whole web address: neither has words to claim anything with.
    Mark,
}

#[derive(Debug, Clone, Copy)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// Starts with an upper-case letter.
    pub capital: bool,
}

impl Token {
    #[inline]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    #[inline]
    pub fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }
}

/// Appends the tokens of `text`, which starts at byte `base` of the reading.
pub fn tokenize(text: &str, base: usize, out: &mut Vec<Token>) {
    let mut rest = text;
    let mut at = base;
    while let Some(first) = rest.chars().next() {
        let (length, kind) = match first {
            c if c.is_whitespace() => (c.len_utf8(), None),
            c if c.is_ascii_digit() => (number(rest), Some(TokenKind::Number)),
            'h' | 'w' if address(rest) > 0 => (address(rest), Some(TokenKind::Mark)),
            c if is_letter(c) => (word(rest), Some(TokenKind::Word)),
            '\'' | '’' if clitic(rest) > 0 => (clitic(rest), Some(TokenKind::Word)),
            c => (c.len_utf8(), Some(TokenKind::Mark)),
        };
        if let Some(kind) = kind {
            let capital = first.is_uppercase() || (kind == TokenKind::Word && camel(rest, length));
            out.push(Token { span: Span::new(at, at + length), kind, capital });
        }
        at += length;
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// A capital inside a word that opens small: "macOS", "eBay".
fn camel(text: &str, length: usize) -> bool {
    text.as_bytes().iter().take(length).skip(1).any(u8::is_ascii_uppercase)
}

/// The length of a web address, without the stop or bracket that ends its sentence.
fn address(text: &str) -> usize {
    if !matches!(text.as_bytes().get(1), Some(b't' | b'w'))
        || !["http://", "https://", "www."].iter().any(|start| text.starts_with(start))
    {
        return 0;
    }
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '|')).unwrap_or(text.len());
    let address = text.get(..end).unwrap_or_default();
    address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '*']).len()
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && (c.is_alphabetic() || is_combining(c)))
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Digits with separators between them: "1,266", "18.5", "1 266" with a no-break space.
fn number(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if c.is_ascii_digit() {
            end = i + 1;
        } else if !(matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}')
            && chars.peek().is_some_and(|(_, n)| n.is_ascii_digit()))
        {
            break;
        }
    }
    end
}

/// Letters and digits, with apostrophes inside ("L’Amorette", "don't") unless they open a clitic.
fn word(text: &str) -> usize {
    // Most words are of plain letters.
    let mut end = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let plain = end;
    for (i, c) in text.get(plain..).unwrap_or_default().char_indices().map(|(i, c)| (plain + i, c)) {
        if is_letter(c) || c.is_ascii_digit() {
            end = i + c.len_utf8();
        } else if matches!(c, '\'' | '’') {
            let after = text.get(i..).unwrap_or_default();
            let letter_follows = after.chars().nth(1).is_some_and(is_letter);
            if !letter_follows || clitic(after) > 0 {
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// The length of a clitic ("’s", "'re", "’ll") at the start of `text`, else 0.
fn clitic(text: &str) -> usize {
    let mut chars = text.char_indices();
    chars.next();
    let Some((start, _)) = chars.next() else { return 0 };
    let letters: usize =
        text.get(start..).unwrap_or_default().chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
    let end = start + letters;
    let body = text.get(start..end).unwrap_or_default();
    const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];
    if CLITICS.iter().any(|c| c.eq_ignore_ascii_case(body)) { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, 0, &mut tokens);
        tokens.iter().map(|t| &text[t.span.range()]).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(words("Iran’s 14-nation"), ["Iran", "’s", "14", "-", "nation"]);
        assert_eq!(words("L’Amorette don't"), ["L’Amorette", "don't"]);
        assert_eq!(words("Spain,Sweden, 1,266."), ["Spain", ",", "Sweden", ",", "1,266", "."]);
        assert_eq!(words("2010s and 202s $1.2bn"), ["2010", "s", "and", "202", "s", "$", "1.2", "bn"]);
        assert_eq!(words("‘90s “x”"), ["‘", "90", "s", "“", "x", "”"]);
        assert_eq!(words("a’"), ["a", "’"]);
        assert_eq!(words("(see https://a.example/2024/07)."), ["(", "see", "https://a.example/2024/07", ")", "."]);
        assert_eq!(words("www hot"), ["www", "hot"]);
    }
}
