//! What two quotations of the same words say to each other: a word diff of the
//! stretch that both print, without what copy may change freely (marks, case,
//! spelling of another country, what is openly left out, cuts at the edges).

use crate::mention::quote::Word;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// One difference: these words of the one against those of the other. Either may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The stretch that both print.
    pub a: Range<usize>,
    pub b: Range<usize>,
    /// How many words of it are the same.
    pub same: usize,
    pub changes: Vec<Change>,
}

/// A change costs at most this many words, so that one long insertion between two long equal runs is still seen as one.
const DEAREST: usize = 8;
/// A run of other words at an edge is a change only up to this length: a longer one is other speech.
const EDGE: usize = 2;
/// How many equal words make a changed edge believable, and how many where both quotations end there.
const EDGE_NEEDS: usize = 6;
const EDGE_NEEDS_BOTH: usize = 4;
/// How far a run of words that one side lacks may be moved along equal words.
const SLIDE: usize = 6;

/// Compares two word sequences. None where they have no believable stretch in common.
pub fn compare(a: &[Word], b: &[Word]) -> Option<Wording> {
    let folded = |words: &[Word]| words.iter().map(|w| spelling(&w.folded)).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &folded(a), &folded(b));
    let (first, last) = stretch(&ops, a, b)?;
    let within = ops.get(first..=last)?;
    let (head, tail) = (within.first()?, within.last()?);
    let mut found = Wording {
        a: head.old_range().start..tail.old_range().end,
        b: head.new_range().start..tail.new_range().end,
        same: within.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum(),
        changes: within.iter().filter(|op| !is_free(op, a, b)).map(change).collect(),
    };
    edges(&mut found, &ops, first, last, a, b);
    for change in &found.changes {
        found.a = found.a.start.min(change.a.start)..found.a.end.max(change.a.end);
        found.b = found.b.start.min(change.b.start)..found.b.end.max(change.b.end);
    }
    believable(&found, a.len().min(b.len())).then_some(found)
}

/// Compares two short quotations that stand at the same place: every word counts, at the edges too.
pub fn compare_whole(a: &[Word], b: &[Word]) -> Wording {
    let folded = |words: &[Word]| words.iter().map(|w| spelling(&w.folded)).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &folded(a), &folded(b));
    Wording {
        a: 0..a.len(),
        b: 0..b.len(),
        same: ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum(),
        changes: ops.iter().filter(|op| !is_free(op, a, b)).map(change).collect(),
    }
}

fn change(op: &DiffOp) -> Change {
    Change { a: op.old_range(), b: op.new_range() }
}

/// The run of operations with the best sum: an equal word counts for it twice what a changed one counts against it.
fn stretch(ops: &[DiffOp], a: &[Word], b: &[Word]) -> Option<(usize, usize)> {
    let mut best: Option<(isize, usize, usize)> = None;
    let (mut sum, mut start) = (0_isize, 0);
    for (i, op) in ops.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, i);
        }
        match op {
            DiffOp::Equal { len, .. } => sum += 2 * *len as isize,
            _ if is_free(op, a, b) => {}
            _ => sum -= op.old_range().len().max(op.new_range().len()).min(DEAREST) as isize,
        }
        let equal = matches!(op, DiffOp::Equal { .. });
        if equal && best.is_none_or(|(most, ..)| sum > most) {
            best = Some((sum, start, i));
        }
    }
    let (_, mut start, end) = best?;
    while ops.get(start).is_some_and(|op| !matches!(op, DiffOp::Equal { .. })) {
        start += 1;
    }
    (start <= end).then_some((start, end))
}

/// Is this operation no alteration? Equal words; words left out where the other side shows a gap, or
/// whole sentences left out; the same words in another spelling.
fn is_free(op: &DiffOp, a: &[Word], b: &[Word]) -> bool {
    let (old, new) = (op.old_range(), op.new_range());
    let gap = |words: &[Word], at: usize| words.get(at).is_some_and(|w| w.gap);
    let whole = |words: &[Word], range: &Range<usize>| {
        range.start.checked_sub(1).and_then(|i| words.get(i)).is_none_or(|w| w.ends)
            && range.end.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.ends)
    };
    let inside_gap = |words: &[Word], range: &Range<usize>| range.clone().chain([range.end]).any(|i| gap(words, i));
    let aside =
        |words: &[Word], range: &Range<usize>| words.get(range.clone()).unwrap_or_default().iter().all(|w| w.aside);
    match op {
        DiffOp::Equal { .. } => true,
        DiffOp::Insert { old_index, .. } => aside(b, &new) || slides(a, *old_index, b, &new) || whole(b, &new),
        DiffOp::Delete { new_index, .. } => aside(a, &old) || slides(b, *new_index, a, &old) || whole(a, &old),
        DiffOp::Replace { .. } => {
            same_spelling(a, &old, b, &new)
                || (inside_gap(a, &old) && old.len() <= 1)
                || (inside_gap(b, &new) && new.len() <= 1)
        }
    }
}

/// The words `more` of `b` stand between two words of `a`. Is there a gap in `a` where they could stand
/// as well? ("to … others" beside "to be open to others": the second "to" is the first one's.)
fn slides(a: &[Word], at: usize, b: &[Word], more: &Range<usize>) -> bool {
    let gap = |at: usize| a.get(at).is_some_and(|w| w.gap);
    let same = |x: Option<usize>, y: Option<usize>| {
        let (x, y) = (x.and_then(|i| a.get(i)), y.and_then(|i| b.get(i)));
        x.is_some_and(|x| y.is_some_and(|y| x.folded == y.folded))
    };
    let left = (0..SLIDE).take_while(|s| *s == 0 || same(at.checked_sub(*s), more.end.checked_sub(*s)));
    let right = (0..SLIDE).take_while(|s| *s == 0 || same(Some(at + s - 1), Some(more.start + s - 1)));
    left.into_iter().any(|s| at.checked_sub(s).is_some_and(gap)) || right.into_iter().any(|s| gap(at + s))
}

fn same_spelling(a: &[Word], old: &Range<usize>, b: &[Word], new: &Range<usize>) -> bool {
    let joined = |words: &[Word], range: &Range<usize>| -> String {
        words.get(range.clone()).unwrap_or_default().iter().map(|w| spelling(&w.folded)).collect()
    };
    let (x, y) = (joined(a, old), joined(b, new));
    x == y
        || matches!(
            (x.as_str(), y.as_str()),
            ("is", "has") | ("has", "is") | ("would", "d") | ("d", "would") | ("had", "d") | ("d", "had")
        )
}

/// A word as both sides of an ocean spell it, and without what only sounds.
fn spelling(word: &str) -> String {
    match word {
        "towards" => return "toward".into(),
        "whilst" => return "while".into(),
        "ok" | "okay" => return "ok".into(),
        "mr" | "mrs" | "ms" | "um" | "uh" | "er" | "ah" => return String::new(),
        "grey" => return "gray".into(),
        "programme" => return "program".into(),
        _ => {}
    }
    if word.len() < 5 {
        return word.to_owned();
    }
    let mut out = word
        .replace("isation", "ization")
        .replace("ise", "ize")
        .replace("ising", "izing")
        .replace("yse", "yze")
        .replace("our", "or");
    for (from, to) in [("tre", "ter"), ("lling", "ling"), ("lled", "led"), ("ller", "ler"), ("ence", "ense")] {
        if let Some(stem) = out.strip_suffix(from) {
            out = format!("{stem}{to}");
            break;
        }
    }
    out
}

/// A different word at the very edge, where both sides have one, is a change as well.
fn edges(found: &mut Wording, ops: &[DiffOp], first: usize, last: usize, a: &[Word], b: &[Word]) {
    let short = |r: &Range<usize>, words: &[Word]| {
        !r.is_empty() && r.len() <= EDGE && words.get(r.clone()).unwrap_or_default().iter().skip(1).all(|w| !w.gap)
    };
    let same = found.same;
    let enough = |ends: (bool, bool)| match ends {
        (true, true) => same >= EDGE_NEEDS_BOTH,
        (false, false) => false,
        _ => same >= EDGE_NEEDS,
    };
    if let Some(op @ DiffOp::Replace { .. }) = ops.get(last + 1) {
        let (old, new) = (op.old_range(), op.new_range());
        let ended = |words: &[Word], at: usize| {
            at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.ends) || words.get(at).is_some_and(|w| w.gap)
        };
        let ends = (old.end == a.len() && short(&old, a), new.end == b.len() && short(&new, b));
        if enough(ends) && !ended(a, old.start) && !ended(b, new.start) && !is_free(op, a, b) {
            let take = old.len().min(new.len()).min(EDGE);
            found.changes.push(Change { a: old.start..old.start + take, b: new.start..new.start + take });
        }
    }
    let before = first.checked_sub(1).and_then(|i| ops.get(i));
    if let Some(op @ DiffOp::Replace { .. }) = before {
        let (old, new) = (op.old_range(), op.new_range());
        let ended = |words: &[Word], end: usize| {
            end.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.ends)
                || words.get(end).is_some_and(|w| w.gap)
        };
        let ends = (old.start == 0 && short(&old, a), new.start == 0 && short(&new, b));
        if enough(ends) && !ended(a, old.end) && !ended(b, new.end) && !is_free(op, a, b) {
            let take = old.len().min(new.len()).min(EDGE);
            found.changes.insert(0, Change { a: old.end - take..old.end, b: new.end - take..new.end });
        }
    }
}

/// Enough in common to be the same words: most of the shorter quotation, or a long stretch.
fn believable(found: &Wording, shorter: usize) -> bool {
    let changed: usize = found.changes.iter().map(|c| c.a.len().max(c.b.len()).min(DEAREST)).sum();
    let share = found.same as f64 / (found.same + changed).max(1) as f64;
    let cover = found.same as f64 / shorter.max(1) as f64;
    found.same >= 4 && ((cover >= 0.6 && share >= 0.55) || (found.same >= 8 && share >= 0.8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format, Role};
    use crate::mention::quote::words;
    use crate::text::Span;

    /// The changes as "old>new", or "-" where the two are not the same words.
    fn diff(a: &str, b: &str) -> String {
        let read = |text: &str| {
            let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
            words(&document, &[Span::new(0, document.text.len())])
        };
        let (a, b) = (read(a), read(b));
        let Some(found) = compare(&a, &b) else { return "-".into() };
        let text = |words: &[Word], r: &Range<usize>| {
            words[r.clone()].iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ")
        };
        found.changes.iter().map(|c| format!("{}>{}", text(&a, &c.a), text(&b, &c.b))).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn alterations() {
        for (a, b, want) in [
            ("the dam will hold for many years", "the dam will not hold for many years", ">not"),
            ("the dam can't hold for many years", "the dam can hold for many years", "not>"),
            ("we built the old dam with care", "we built the new dam with care", "old>new"),
            ("we built the dam here with great care", "we built the dam with great care", "here>"),
            (
                "today we built the dam with care and skill",
                "we built the dam with care and luck, my friends",
                "skill>luck",
            ),
        ] {
            assert_eq!(diff(a, b), want, "{a} / {b}");
        }
    }

    #[test]
    fn no_alterations() {
        for (a, b) in [
            ("The dam’s strong — it won’t break", "the dam is strong, it will not break"),
            ("we built … the dam with care", "we built and paid for the whole of the dam with care"),
            ("We want it … to others around us", "We want it to be open to others around us"),
            ("we built the dam (the old one) with care", "we built the dam with care"),
            ("we built [the dam] with great care", "we built it with great care"),
            ("the dam with great care", "so we built the dam with great care, all of us"),
            ("we realised the colour was grey", "we realized the color was gray"),
            ("ten per cent of us built it", "10 percent of us built it"),
            ("We built it. It will hold for years.", "We built it. Nobody helped us. It will hold for years."),
        ] {
            assert_eq!(diff(a, b), "", "{a} / {b}");
        }
    }

    #[test]
    fn other_words() {
        assert_eq!(diff("it was a great game", "it is what it is"), "-");
        assert_eq!(diff("we built the dam", "they closed the dam"), "-");
    }
}
