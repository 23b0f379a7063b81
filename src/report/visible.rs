//! Documents' words on a screen: nothing in them may move the cursor, turn the
//! direction of writing or break a line, and columns are those a terminal shows.

use unicode_width::UnicodeWidthChar;

/// Each character as itself or as one visible stand-in, so that offsets in
/// characters stay the same.
pub fn visible(text: &str) -> String {
    text.chars().map(stand_in).collect()
}

/// How many columns `text` takes once it is visible.
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// How many columns one character takes once it is visible.
pub fn columns(c: char) -> usize {
    stand_in(c).width().unwrap_or(1)
}

fn stand_in(c: char) -> char {
    match c {
        '\t' => ' ',
        '\n' => '⏎',
        '\r' => ' ',
        // Control pictures for C0, the replacement character for what has none.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        // Marks that turn the direction of all that follows.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}' => '\u{fffd}',
        '\u{2028}' | '\u{2029}' => '⏎',
        _ => c,
    }
}

/// `text` in lines of at most `room` columns, broken at blanks. A word longer than
/// a line is broken anywhere.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in visible(text).split(' ').filter(|w| !w.is_empty()) {
        let needed = width(word);
        if used > 0 && used + 1 + needed <= room {
            line.push(' ');
            line.push_str(word);
            used += 1 + needed;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for c in word.chars() {
            if used > 0 && used + columns(c) > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += columns(c);
        }
    }
    lines.push(line);
    lines
}

/// The longest beginning of `text` that takes at most `room` columns, cut at a
/// blank where there is one. The cost is that of `room`, however long the text.
pub fn head(text: &str, room: usize) -> &str {
    let mut used = 0;
    let mut blank = None;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            blank = Some(at);
        }
        used += columns(c);
        if used > room {
            return text.get(..blank.unwrap_or(at)).unwrap_or_default();
        }
    }
    text
}

/// The longest ending of `text` that takes at most `room` columns, cut at a blank
/// where there is one.
pub fn tail(text: &str, room: usize) -> &str {
    let mut used = 0;
    let mut blank = None;
    for (at, c) in text.char_indices().rev() {
        let after = at + c.len_utf8();
        if c.is_whitespace() {
            blank = Some(after);
        }
        used += columns(c);
        if used > room {
            return text.get(blank.unwrap_or(after)..).unwrap_or_default();
        }
    }
    text
}

/// `text` in at most `room` columns: whole, or its beginning and end around an ellipsis.
pub fn shortened(text: &str, room: usize) -> String {
    // One look past the room is enough to tell, however long the text.
    if head(text, room).len() == text.len() {
        return visible(text);
    }
    let end = tail(text, room / 3);
    let start = head(text, room.saturating_sub(width(end) + 3));
    format!("{} … {}", visible(start.trim_end()), visible(end.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_moves_the_cursor() {
        assert_eq!(visible("a\u{1b}[31mb\tc\nd\u{202e}e\u{85}"), "a␛[31mb c⏎d\u{fffd}e\u{fffd}");
    }

    #[test]
    fn columns_are_those_of_a_terminal() {
        assert_eq!(width("Åland 東京 e\u{301}"), 12);
    }

    #[test]
    fn lines_are_broken_at_blanks_and_long_words_anywhere() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 5), ["abcde", "fgh", "ij"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("東京 大阪", 4), ["東京", "大阪"]);
    }

    #[test]
    fn a_cut_falls_between_words() {
        assert_eq!(head("one two three", 9), "one two");
        assert_eq!(tail("one two three", 9), "two three");
        assert_eq!(tail("one two three", 8), "three");
        assert_eq!(head("abcdef", 3), "abc");
        assert_eq!(shortened("Albania, Austria, Belgium, Canada and Sweden", 24), "Albania, … Sweden");
    }
}
