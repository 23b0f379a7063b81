//! One cue of a file of subtitles: when it is shown, and its lines. What stands outside of cues (numbers, names of
//! cues, notes, styles) is passed over.

use std::ops::Range;

#[derive(Debug)]
pub struct Cue {
    /// Where its lines begin.
    pub at: usize,
    /// When it is shown, as people find it: "00:01:12".
    pub name: String,
    /// From when to when it is shown, in milliseconds.
    pub start: u32,
    pub end: u32,
    pub lines: Vec<Range<usize>>,
}

/// The cues of `source`, in order.
pub fn cues(source: &str) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut is_inside = false;
    let mut at = 0;
    let mut lines = source.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        let words = line.trim();
        if let Some((from, to)) = times(words) {
            cues.push(Cue { at, name: clock(from), start: from, end: to, lines: Vec::new() });
            is_inside = true;
            continue;
        }
        // The number of a cue that no blank line parts from the one before.
        let is_number = words.parse::<u32>().is_ok() && lines.peek().is_some_and(|next| times(next).is_some());
        is_inside &= !words.is_empty() && !is_number;
        if let Some(cue) = cues.last_mut().filter(|_| is_inside) {
            cue.lines.push(start..start + line.trim_end().len());
        }
    }
    cues
}

/// "00:00:01,000 --> 00:00:02,000", with what WebVTT says of the place on the screen.
pub fn times(line: &str) -> Option<(u32, u32)> {
    let (from, to) = line.split_once("-->")?;
    Some((time(from.trim())?, time(to.split_whitespace().next()?)?))
}

/// "01:02:03,456", "02:03.4": milliseconds.
fn time(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let number = |digits: &str, most: usize| {
        let fits = (1..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| fits)
    };
    let mut seconds = 0;
    let units: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&units.len()) {
        return None;
    }
    for (index, unit) in units.iter().enumerate() {
        seconds = seconds * 60 + number(unit, if index == 0 { 3 } else { 2 })?;
    }
    let part = format!("{part:0<3}");
    Some(seconds * 1_000 + number(&part, 3)?)
}

fn clock(time: u32) -> String {
    let seconds = time / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
