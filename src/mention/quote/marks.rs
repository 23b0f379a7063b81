//! Where quotation marks open and close. Curly, straight, LaTeX-style and German
//! or French ones; apostrophes, inches and the marks of tokenised text ("`` no '' ")
//! are told apart by their neighbours.

use super::doubt::{Sides, displaced, only_reports};
use crate::document::Block;
use crate::text::Span;

/// The words between two marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub words: Span,
    /// With the marks.
    pub whole: Span,
    /// Is there a closing mark, or did the block end first?
    pub closed: bool,
    /// Single marks: nested or British.
    pub single: bool,
    /// The block it stands in.
    pub block: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    /// A straight mark that its neighbours do not explain: closes what is open, else opens.
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Opened {
    whole: usize,
    words: usize,
    single: bool,
}

/// How far a straight single mark may look for its partner.
const REACH: usize = 600;

/// The outermost quoted pieces of a block, in order.
pub fn pieces(text: &str, block: &Block, index: usize, out: &mut Vec<Piece>) {
    let Some(body) = text.get(block.span.range()) else { return };
    let base = block.span.start as usize;
    let mut open: Option<Opened> = None;
    // The last mark closed what nothing opened.
    let mut stray = false;
    let mut skip = 0;
    let bytes = body.as_bytes();
    for at in 0..bytes.len() {
        let lead = bytes.get(at).copied().unwrap_or_default();
        // All marks start with one of these bytes: ASCII ", ', ` and the first bytes of «», “”„‘’.
        if at < skip || !matches!(lead, b'"' | b'\'' | b'`' | 0xE2 | 0xC2) {
            continue;
        }
        let Some((mark, single, length)) = classify(body, at, open) else { continue };
        skip = at + length;
        let around = (body.get(..at).unwrap_or_default(), body.get(skip..).unwrap_or_default());
        let closes = match mark {
            Mark::Close => true,
            Mark::Either => open.is_some(),
            Mark::Open => open.is_some_and(|o| !o.single) && !single && displaced(around.0, around.1),
        };
        let piece = |o: Opened, words_end: usize, whole_end: usize, closed: bool| Piece {
            words: trimmed(body, o.words, words_end, base),
            whole: Span::new(base + o.whole, base + whole_end),
            closed,
            single: o.single,
            block: index,
        };
        match open {
            Some(o) if closes && o.single == single => {
                let piece = piece(o, at, at + length, true);
                let words = body.get(o.words..at).unwrap_or_default();
                let before = body.get(..o.whole).unwrap_or_default();
                // Only a straight mark may be either.
                let straight = lead == b'"';
                if straight && only_reports(words) {
                    // What opened it was the end of a quotation, and this is the beginning of the next.
                    open = Some(Opened { whole: at, words: at + length, single });
                } else {
                    let between = straight && Sides { before, words, after: around.1, stray }.is_between();
                    out.extend((!between).then_some(piece));
                    open = None;
                }
                stray = false;
            }
            // A new paragraph of the same speech, or a mark that was never closed.
            Some(o) if mark == Mark::Open && !single && !o.single => {
                if at - o.words <= REACH * 2 && ends_sentence(body, at) {
                    out.push(piece(o, at, at, false));
                }
                open = Some(Opened { whole: at, words: at + length, single });
            }
            // Double marks inside single ones: the single one was an apostrophe.
            Some(o) if o.single && !single && mark != Mark::Close => {
                open = Some(Opened { whole: at, words: at + length, single });
            }
            None if mark != Mark::Close => open = Some(Opened { whole: at, words: at + length, single }),
            None => stray = !single,
            _ => {}
        }
    }
    if let Some(o) = open.filter(|o| !o.single && body.len() - o.words <= REACH * 2) {
        out.push(Piece {
            words: trimmed(body, o.words, body.len(), base),
            whole: Span::new(base + o.whole, base + body.len()),
            closed: false,
            single: false,
            block: index,
        });
    }
}

fn trimmed(body: &str, from: usize, to: usize, base: usize) -> Span {
    let words = body.get(from..to.max(from)).unwrap_or_default();
    let start = from + (words.len() - words.trim_start().len());
    Span::new(base + start, base + start + words.trim().len())
}

fn ends_sentence(body: &str, at: usize) -> bool {
    body.get(..at).unwrap_or_default().trim_end().ends_with(['.', '!', '?', '…', ':'])
}

/// What the mark at `at` does, whether it is a single one, and its length.
fn classify(body: &str, at: usize, open: Option<Opened>) -> Option<(Mark, bool, usize)> {
    let rest = body.get(at..)?;
    let first = rest.chars().next()?;
    let before = body.get(..at)?.chars().next_back();
    let length = first.len_utf8();
    let after = rest.get(length..)?.chars().next();
    match first {
        '“' | '„' | '«' => {
            Some((if first == '“' && open_german(body, open) { Mark::Close } else { Mark::Open }, false, length))
        }
        '”' | '»' => Some((Mark::Close, false, length)),
        '"' => Some((straight(before, after), false, length)),
        '`' if rest.starts_with("``") => Some((Mark::Open, false, 2)),
        '`' => (is_blank(before) && within_reach(rest).contains('\'')).then_some((Mark::Open, true, 1)),
        '\'' if rest.starts_with("''") => Some((if open.is_some() { Mark::Close } else { Mark::Open }, false, 2)),
        '‘' | '\'' if open.is_none() => {
            let opens = is_blank(before)
                && after.is_some_and(|c| c.is_alphabetic() || c == '“')
                && !elision(rest.get(length..)?);
            (opens && partner(rest.get(length..)?, first)).then_some((Mark::Open, true, length))
        }
        '’' | '\'' if open.is_some_and(|o| o.single) => {
            let inside = after.is_some_and(char::is_alphanumeric);
            let clitic = is_blank(before) && elision(rest.get(length..)?);
            let possessive = before == Some('s')
                && after == Some(' ')
                && partner(rest.get(length..)?, '\'')
                && continues(rest.get(length..)?);
            (!inside && !clitic && !possessive).then_some((Mark::Close, true, length))
        }
        _ => None,
    }
}

fn within_reach(rest: &str) -> &str {
    rest.get(1..rest.floor_char_boundary(REACH)).unwrap_or_default()
}

fn open_german(body: &str, open: Option<Opened>) -> bool {
    open.is_some_and(|o| body.get(o.whole..).is_some_and(|s| s.starts_with('„')))
}

fn straight(before: Option<char>, after: Option<char>) -> Mark {
    let left = is_blank(before);
    let right = after.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–' | '-' | '\'' | '’')
    });
    match (left, right) {
        (true, false) => Mark::Open,
        (false, true) => Mark::Close,
        _ => Mark::Either,
    }
}

/// Nothing, a blank or an opening bracket or dash.
fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '"' | '‘' | '*' | '_'))
}

/// "’90s", "'em", and the clitics of tokenised text ("mexico 's").
fn elision(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    const SHORT: [&str; 18] = [
        "s", "t", "re", "ve", "ll", "d", "m", "em", "tis", "twas", "n", "cause", "til", "bout", "round", "o", "ere",
        "cos",
    ];
    word.starts_with(|c: char| c.is_ascii_digit()) || SHORT.iter().any(|s| s.eq_ignore_ascii_case(word))
}

/// Is there a closing single mark not too far on?
fn partner(rest: &str, open: char) -> bool {
    let close = if open == '‘' { '’' } else { '\'' };
    let mut before = ' ';
    let mut chars = rest.char_indices().take_while(|(i, _)| *i < REACH).peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let tail = rest.get(i + c.len_utf8()..).unwrap_or_default();
        let tokenised = before == ' ' && !elision(tail);
        if (c == close || c == '’')
            && next.is_none_or(|n| !n.is_alphanumeric())
            && (!before.is_whitespace() || tokenised)
        {
            return true;
        }
        before = c;
    }
    false
}

/// Does a lower-case word follow, as after a plural possessive ("the players' union")?
fn continues(rest: &str) -> bool {
    rest.trim_start().starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format, Role};

    fn quoted(text: &str) -> Vec<String> {
        let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
        let mut out = Vec::new();
        for (i, block) in document.blocks.iter().enumerate() {
            pieces(&document.text, block, i, &mut out);
        }
        out.iter().map(|p| document.slice(p.words).to_owned()).collect()
    }

    #[test]
    fn marks_of_every_kind() {
        for (text, want) in [
            ("He said “we won” twice.", vec!["we won"]),
            ("He said \"we won\" twice.", vec!["we won"]),
            ("he said `` we won '' twice", vec!["we won"]),
            ("he is ` the best ' of mexico 's men", vec!["the best"]),
            ("‘We won,’ he said. ‘It’s ours.’", vec!["We won,", "It’s ours."]),
            ("'We won,' he said.", vec!["We won,"]),
            ("„Wir“ and «nous»", vec!["Wir", "nous"]),
            ("“He told me ‘no’ twice,” she said.", vec!["He told me ‘no’ twice,"]),
            ("(\"no\")—\"yes\"", vec!["no", "yes"]),
            ("\" we won , \" he said", vec!["we won ,"]),
            ("'the players' union is strong,' he said", vec!["the players' union is strong,"]),
        ] {
            assert_eq!(quoted(text), want, "{text}");
        }
    }

    #[test]
    fn marks_on_the_wrong_side_of_their_blank() {
        for (text, want) in [
            ("\"We won, \"Roth said. \"We did.\"", vec!["We won,", "We did."]),
            ("\"Did we win? \"coach Jon Roth asked. \"No.\"", vec!["Did we win?", "No."]),
            ("\"We won. \" he said. \"We did.\"", vec!["We won.", "We did."]),
            ("We won, \" he said. \" We did it, \" he added.", vec!["We did it,"]),
            ("\"We won. \"It was we who said it first.\"", vec!["We won.", "It was we who said it first."]),
            ("It lasts\" ten years \"in tests. The new one lasts\" twelve years.\"", vec![]),
        ] {
            assert_eq!(quoted(text), want, "{text}");
        }
    }

    #[test]
    fn no_marks() {
        for text in [
            "The players' union won't.",
            "It's the '90s, rock 'n' roll.",
            "He is 6'2\" tall.",
            "mexico 's men 's team",
            "a’s and b’s",
        ] {
            assert!(quoted(text).is_empty(), "{text}: {:?}", quoted(text));
        }
    }

    #[test]
    fn speech_in_paragraphs() {
        assert_eq!(quoted("“We won.\n\n“We did,” he said."), ["We won.", "We did,"]);
        assert_eq!(quoted("\"We won. \"We did,\" he said."), ["We won.", "We did,"]);
    }
}
