//! Subtitles, SubRip (`.srt`) and WebVTT (`.vtt`): what is said, its cues joined to paragraphs where nobody pauses and
//! no other speaker begins. Times, tags, the names that WebVTT tags speakers with, and sounds in brackets are no words.

mod cue;

use super::entity::entity;
use crate::document::reading::Builder;
use crate::document::{BlockKind, Reading};
use cue::{Cue, cues};
use std::ops::Range;

/// A pause that ends a paragraph whose sentence has ended, and one that ends any, in milliseconds.
const PAUSE: u32 = 1_500;
const SILENCE: u32 = 5_000;

/// A paragraph of so many bytes ends with its sentence, and one of so many with its cue.
const LONG: usize = 600;
const LONGEST: usize = 2_000;

/// How far behind its opening the end of a tag is sought, in bytes.
const LONGEST_TAG: usize = 300;

const DAMAGED: &str = "holds no subtitle with its times (00:00:01,000 --> 00:00:02,000); if it is a text, name it .txt";

/// Is this what a file of subtitles begins with?
pub fn is_subtitles(head: &str) -> bool {
    let mut lines = head.lines();
    let first = lines.next().unwrap_or_default();
    let is_number = first.trim().parse::<u32>().is_ok();
    first.starts_with("WEBVTT") || is_number && lines.next().is_some_and(|line| cue::times(line).is_some())
}

pub fn read(source: &str) -> Result<Reading, String> {
    let mut reading = Reading::new(source);
    let mut talk = Talk::default();
    let mut any = false;
    for cue in cues(source) {
        any = true;
        talk.take(&mut reading, source, &cue);
    }
    if any { Ok(reading.finish()) } else { Err(DAMAGED.to_owned()) }
}

#[derive(Debug, Default)]
struct Talk {
    /// When the last cue ended.
    end: u32,
    /// Who speaks, by the tags of WebVTT.
    speaker: String,
    /// The words of the last cue's lines, which the next one shows again where captions roll up.
    shown: Vec<String>,
}

impl Talk {
    fn take(&mut self, reading: &mut Builder, source: &str, cue: &Cue) {
        let pause = cue.start.saturating_sub(self.end);
        self.end = cue.end;
        let said = reading.open_words();
        let has_ended = said.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with(['.', '!', '?', '…', ':']);
        if pause >= SILENCE || has_ended && (pause >= PAUSE || said.len() > LONG) || said.len() > LONGEST {
            reading.close();
        }
        let mut shown = Vec::new();
        for line in &cue.lines {
            let line = Line::of(source, line.clone());
            let words = line.words(source);
            if self.shown.contains(&words) {
                shown.push(words);
                continue;
            }
            if line.speaker.as_ref().is_some_and(|name| *name != self.speaker) {
                self.speaker = line.speaker.clone().unwrap_or_default();
                reading.close();
            }
            if line.is_turn || begins_with_name(&words) {
                reading.close();
            }
            if !words.is_empty() {
                reading.parts().begin(cue.at, cue.name.clone());
                line.write(reading, source);
            }
            shown.push(words);
        }
        self.shown = shown;
    }
}

/// "MAYOR LIND: We counted them."
fn begins_with_name(words: &str) -> bool {
    words.split_once(':').is_some_and(|(name, _)| {
        name.len() <= 40
            && name.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !name.contains(|c: char| c.is_lowercase() || c.is_ascii_digit())
    })
}

/// A line of a cue: what of it is words.
#[derive(Debug, Default)]
struct Line {
    pieces: Vec<Range<usize>>,
    speaker: Option<String>,
    /// It begins like the words of another speaker.
    is_turn: bool,
}

impl Line {
    fn of(source: &str, range: Range<usize>) -> Line {
        let mut line = Line::default();
        let text = source.get(range.clone()).unwrap_or_default();
        let bare = text.trim();
        let is_aside = bare.starts_with('(') && bare.ends_with(')') && bare.matches('(').count() == 1;
        if is_aside || bare.starts_with(['♪', '♫']) {
            return line;
        }
        let (mut at, mut from) = (0, 0);
        while let Some(offset) = text.get(at..).and_then(|rest| rest.find(['<', '{', '['])) {
            at += offset;
            let rest = text.get(at..).unwrap_or_default();
            let Some(length) = unsaid(rest) else {
                at += 1;
                continue;
            };
            line.pieces.push(range.start + from..range.start + at);
            if let Some(name) = rest.get(..length).and_then(speaker) {
                line.speaker = Some(name);
            }
            at += length;
            from = at;
        }
        line.pieces.push(range.start + from..range.end);
        line.trim(source);
        line
    }

    /// Drops blanks at both ends, and the marks of another speaker's turn.
    fn trim(&mut self, source: &str) {
        let is_blank = |piece: &Range<usize>| source.get(piece.clone()).unwrap_or_default().trim().is_empty();
        let first = self.pieces.iter().position(|piece| !is_blank(piece)).unwrap_or(self.pieces.len());
        self.pieces.drain(..first);
        self.pieces.truncate(self.pieces.iter().rposition(|piece| !is_blank(piece)).map_or(0, |last| last + 1));
        if let Some(piece) = self.pieces.first_mut() {
            let words = source.get(piece.clone()).unwrap_or_default();
            let begun = words.trim_start();
            let said = begun.trim_start_matches(['>', '-', '–']);
            // "-5 degrees" is no turn.
            self.is_turn = said.len() < begun.len()
                && (begun.starts_with(">>") || !said.starts_with(|c: char| c.is_ascii_digit()));
            piece.start += words.len() - if self.is_turn { said.trim_start() } else { begun }.len();
        }
        if let Some(piece) = self.pieces.last_mut() {
            let words = source.get(piece.clone()).unwrap_or_default();
            piece.end -= words.len() - words.trim_end().len();
        }
    }

    fn words(&self, source: &str) -> String {
        self.pieces.iter().filter_map(|piece| source.get(piece.clone())).collect()
    }

    fn write(&self, reading: &mut Builder, source: &str) {
        let begin = self.pieces.first().map_or(0, |piece| piece.start);
        if !reading.is_open() {
            reading.open(BlockKind::Paragraph, None, 0);
        } else if !reading.open_words().is_empty() {
            reading.decoded(" ", begin..begin);
        }
        for piece in &self.pieces {
            let (mut at, mut from) = (piece.start, piece.start);
            while let Some(offset) = source.get(at..piece.end).and_then(|rest| rest.find('&')) {
                at += offset;
                match source.get(at..piece.end).and_then(entity) {
                    Some((length, words)) => {
                        reading.verbatim(from..at);
                        reading.decoded(&words, at..at + length);
                        at += length;
                        from = at;
                    }
                    None => at += 1,
                }
            }
            reading.verbatim(from..piece.end);
        }
    }
}

/// The length of what is not said at the start of `text`: a tag, a code of the player, a sound in brackets.
fn unsaid(text: &str) -> Option<usize> {
    let (close, is_one): (char, fn(&str) -> bool) = match text.chars().next()? {
        '<' => ('>', |inside| inside.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/')),
        '{' => ('}', |inside| inside.starts_with('\\')),
        _ => (']', |_| true),
    };
    let end = text.get(..text.floor_char_boundary(LONGEST_TAG))?.find(close)?;
    text.get(1..end).filter(|inside| is_one(inside)).map(|_| end + 1)
}

/// The name in `<v Name>` or `<v.loud Name>`.
fn speaker(tag: &str) -> Option<String> {
    let (voice, name) = tag.strip_prefix('<')?.strip_suffix('>')?.split_once(char::is_whitespace)?;
    (voice == "v" || voice.starts_with("v.")).then(|| name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use crate::document::format::shown::shown;
    use crate::document::{Document, Role};

    fn document(name: &str, text: &str) -> Document {
        Document::open(name, Role::Peer, text.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn cues_are_joined_to_sentences() {
        let text = "1\r\n00:00:01,000 --> 00:00:03,000\r\n<i>The ferry</i> sank off\r\nthe coast.\r\n\r\n2\r\n\
            00:00:03,200 --> 00:00:05,000\r\n{\\an8}Twelve of\r\n\r\n3\r\n00:00:05,100 --> 00:00:06,000\r\n40 people died.\r\n\r\n\
            4\r\n00:00:09,000 --> 00:00:10,000\r\n[thunder] It rained.\r\n5\r\n00:00:10,100 --> 00:00:12,000\r\n- Did it?\r\n- At -5 degrees.\r\n";
        let document = document("a.srt", text);
        assert_eq!(
            shown(&document),
            [
                "p The ferry sank off the coast. Twelve of 40 people died.",
                "p It rained.",
                "p Did it?",
                "p At -5 degrees."
            ]
        );
        assert_eq!(document.fault(), None);
        let token = document.tokens.iter().find(|t| document.slice(t.span) == "40").unwrap();
        let place = document.place(token.span);
        assert_eq!((document.position(place).line, document.part(place)), (12, Some("00:00:05")));
    }

    #[test]
    fn speakers_and_notes_of_webvtt() {
        let text = "WEBVTT - A talk of 1999\n\nNOTE\nof 2001\n\nSTYLE\n::cue { color: #112233 }\n\nintro\n00:01.000 --> 00:02.500 align:start\n\
            <v Ann Berg>We counted <c.loud>1,204</c> ships &amp;\n\n00:02.600 --> 00:04.000\n<v Ann Berg>3 boats.</v>\n\n\
            00:04.100 --> 00:05.000\n<v Carl>No, <00:04.500>two. 5 < 6.\n";
        assert_eq!(shown(&document("a.vtt", text)), ["p We counted 1,204 ships & 3 boats.", "p No, two. 5 < 6."]);
    }

    #[test]
    fn captions_that_roll_up_are_read_once() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\nthe ferry\n\n00:02.000 --> 00:03.000\nthe ferry\n<c>carried</c> 40\n\n\
            00:03.000 --> 00:04.000\ncarried 40\ncars\n";
        assert_eq!(shown(&document("a.vtt", text)), ["p the ferry carried 40 cars"]);
    }

    #[test]
    fn what_is_no_subtitle() {
        for text in ["It rained.\n", "1\n00:00:01 -> 00:00:02\nIt rained.\n", "WEBVTT\n"] {
            let told = Document::open("a.srt", Role::Peer, text.as_bytes().to_vec()).unwrap_err();
            assert_eq!(told, super::DAMAGED);
        }
        assert!(super::is_subtitles("1\r\n00:00:01,000 --> 00:00:02,000\r\nIt rained."));
        assert!(!super::is_subtitles("1\nIt rained --> it snowed."));
    }
}
