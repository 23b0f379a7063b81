//! What two quotations of the same words say to each other: a word diff of the
//! stretch that both print, without what copy may change freely (marks, case,
//! spelling of another country, what is openly left out, cuts at the edges).

use super::sentences::{Likeness, likeness, sentences, tells};
use super::spelling::{folded, spelling};
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
    /// Does enough of it agree that nobody need know who speaks?
    pub close: bool,
    /// How many of its words are the same, in hundredths.
    pub share: usize,
}

/// A change costs at most this many words, so that one long insertion between two long equal runs is still seen as one.
const DEAREST: usize = 8;
/// A run of other words at an edge is a change only up to this length: a longer one is other speech.
const EDGE: usize = 2;
/// How many equal words make a changed edge believable, and how many where both quotations end there.
const EDGE_NEEDS: usize = 6;
const EDGE_NEEDS_BOTH: usize = 4;
/// An edge that is so many times as long as the other side's is not shown whole.
const FAR: usize = 3;
/// How far a run of words that one side lacks may be moved along equal words.
const SLIDE: usize = 6;

/// Compares two word sequences. None where they have no believable stretch in common.
pub fn compare(a: &[Word], b: &[Word]) -> Option<Wording> {
    let ops = capture_diff_slices(Algorithm::Myers, &folded(a), &folded(b));
    let (first, last) = stretch(&ops, a, b)?;
    let within = ops.get(first..=last)?;
    let (head, tail) = (within.first()?, within.last()?);
    let mut found = Wording {
        a: head.old_range().start..tail.old_range().end,
        b: head.new_range().start..tail.new_range().end,
        same: within.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum(),
        changes: within.iter().filter(|op| !is_free(op, a, b)).map(change).collect(),
        close: true,
        share: 100,
    };
    match slid(&ops, first, last, a, b) {
        Some((old, new)) => {
            found.changes.pop();
            (found.a.end, found.b.end) = (old, new);
            edges(&mut found, &ops, first, ops.len(), a, b);
        }
        None => edges(&mut found, &ops, first, last, a, b),
    }
    for change in &found.changes {
        found.a = found.a.start.min(change.a.start)..found.a.end.max(change.a.end);
        found.b = found.b.start.min(change.b.start)..found.b.end.max(change.b.end);
    }
    found.share = found.same * 100 / (found.same + changed(&found)).max(1);
    // Without a word of grammar it is a command or a title, and the next one is made after the same pattern.
    let spoken = found.changes.is_empty() || part(a, &found.a).iter().any(|w| !tells(w));
    (spoken && believable(&found, a.len().min(b.len()))).then_some(found)
}

/// Compares two short quotations that stand at the same place: every word counts, at the edges too.
pub fn compare_whole(a: &[Word], b: &[Word]) -> Wording {
    let ops = capture_diff_slices(Algorithm::Myers, &folded(a), &folded(b));
    Wording {
        a: 0..a.len(),
        b: 0..b.len(),
        same: ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum(),
        changes: ops.iter().filter(|op| !is_free(op, a, b)).map(change).collect(),
        close: true,
        share: 100,
    }
}

/// Every difference between two word sequences, what copy may change freely too.
pub fn every_change(a: &[Word], b: &[Word]) -> Vec<Change> {
    let ops = capture_diff_slices(Algorithm::Myers, &folded(a), &folded(b));
    ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).map(change).collect()
}

/// All that two quotations have in common: their best stretch, and sentence by sentence what stands outside of it.
pub fn stretches(a: &[Word], b: &[Word]) -> Vec<Wording> {
    let mut found: Vec<Wording> = compare(a, b).into_iter().collect();
    let outside = |sentence: &Range<usize>, taken: &Range<usize>| {
        taken.is_empty() || sentence.end <= taken.start || taken.end <= sentence.start
    };
    let free = |words: &[Word], taken: Option<&Range<usize>>| -> Vec<Range<usize>> {
        sentences(words).into_iter().filter(|s| taken.is_none_or(|taken| outside(s, taken))).collect()
    };
    let stretch = found.first();
    let of_b = free(b, stretch.map(|w| &w.b));
    let mut pairs: Vec<(Likeness, Range<usize>, Range<usize>)> = Vec::new();
    for one in free(a, stretch.map(|w| &w.a)) {
        for other in &of_b {
            if let Some(alike) = likeness(part(a, &one), part(b, other)) {
                pairs.push((alike, one.clone(), other.clone()));
            }
        }
    }
    pairs.sort_by_key(|(alike, one, other)| (std::cmp::Reverse(alike.same), one.start, other.start));
    let mut taken: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (alike, one, other) in pairs {
        if taken.iter().all(|(x, y)| *x != one && *y != other) {
            found.push(of_sentences(a, &one, b, &other, alike));
            taken.push((one, other));
        }
    }
    found
}

/// Two sentences that are one remark: what differs inside, and at an edge where both have other words.
fn of_sentences(a: &[Word], one: &Range<usize>, b: &[Word], other: &Range<usize>, alike: Likeness) -> Wording {
    let (own, its) = (part(a, one), part(b, other));
    let ops = capture_diff_slices(Algorithm::Myers, &folded(own), &folded(its));
    let equal = |op: &DiffOp| matches!(op, DiffOp::Equal { .. });
    let first = ops.iter().position(equal).unwrap_or_default();
    let last = ops.iter().rposition(equal).unwrap_or_default();
    let last = if slid(&ops, first, last, own, its).is_some() { last - 2 } else { last };
    let moved = |change: Change| Change {
        a: one.start + change.a.start..one.start + change.a.end,
        b: other.start + change.b.start..other.start + change.b.end,
    };
    let changes = ops.iter().enumerate().filter(|(_, op)| !is_free(op, own, its)).filter_map(|(at, op)| {
        let inside = first < at && at < last;
        // What one side lacks at an edge is cut.
        let both = matches!(op, DiffOp::Replace { .. });
        (inside || both).then(|| moved(if inside { change(op) } else { nearest(&change(op), at < first) }))
    });
    Wording {
        a: one.clone(),
        b: other.clone(),
        same: alike.same,
        changes: changes.collect(),
        close: alike.is_close(),
        share: alike.same * 100 / alike.of.max(1),
    }
}

/// A changed edge; where one side goes on for much longer, only so much of it as stands beside the other's words.
fn nearest(edge: &Change, at_start: bool) -> Change {
    let least = edge.a.len().min(edge.b.len());
    if edge.a.len().max(edge.b.len()) < FAR * least {
        return edge.clone();
    }
    let near = |range: &Range<usize>| {
        if at_start { range.end - least..range.end } else { range.start..range.start + least }
    };
    Change { a: near(&edge.a), b: near(&edge.b) }
}

fn part<'a>(words: &'a [Word], range: &Range<usize>) -> &'a [Word] {
    words.get(range.clone()).unwrap_or_default()
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
                // Where both sides show the gap at one place, it explains nothing.
                || (inside_gap(a, &old) != inside_gap(b, &new)
                    && if inside_gap(a, &old) { old.len() <= 1 } else { new.len() <= 1 })
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

/// The last words that both print may as well stand before what one side has more ("by the old mill" beside "by the
/// old mill, and the road goes round by the new mill"): then that is cut, and both stretches end here.
fn slid(ops: &[DiffOp], first: usize, last: usize, a: &[Word], b: &[Word]) -> Option<(usize, usize)> {
    let before = last.checked_sub(1).filter(|at| *at > first)?;
    let (more, DiffOp::Equal { len, .. }) = (ops.get(before)?, ops.get(last)?) else { return None };
    let again = |words: &[Word], range: &Range<usize>| {
        let run = |start: usize| folded(part(words, &(start..start + *len)));
        *len <= SLIDE && run(range.start) == run(range.end)
    };
    let (old, new) = (more.old_range(), more.new_range());
    let slides = match more {
        DiffOp::Insert { .. } => !is_free(more, a, b) && again(b, &new),
        DiffOp::Delete { .. } => !is_free(more, a, b) && again(a, &old),
        _ => false,
    };
    slides.then_some((old.start + *len, new.start + *len))
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

/// Other words at the very edge, where both sides have some, are a change as well: one or two of them where a
/// quotation ends there, and the rest of a sentence that is the same remark.
fn edges(found: &mut Wording, ops: &[DiffOp], first: usize, last: usize, a: &[Word], b: &[Word]) {
    let same = found.same;
    let few = |r: &Range<usize>, words: &[Word]| {
        !r.is_empty() && r.len() <= EDGE && words.get(r.clone()).unwrap_or_default().iter().skip(1).all(|w| !w.gap)
    };
    let enough = |ends: [bool; 2]| match ends {
        [true, true] => same >= EDGE_NEEDS_BOTH,
        [false, false] => false,
        _ => same >= EDGE_NEEDS,
    };
    let ended = |words: &[Word], at: usize| {
        at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.ends) || words.get(at).is_some_and(|w| w.gap)
    };
    if let Some(op @ DiffOp::Replace { .. }) = ops.get(last + 1).filter(|op| !is_free(op, a, b)) {
        let (old, new) = (op.old_range(), op.new_range());
        if !ended(a, old.start) && !ended(b, new.start) {
            let (of_a, of_b) = (sentence_of(a, old.start), sentence_of(b, new.start));
            let rest = Change { a: old.start..of_a.end, b: new.start..of_b.end };
            if likeness(part(a, &of_a), part(b, &of_b)).is_some() {
                found.changes.push(nearest(&rest, false));
            } else if enough([old.end == a.len() && few(&old, a), new.end == b.len() && few(&new, b)]) {
                let take = old.len().min(new.len()).min(EDGE);
                found.changes.push(Change { a: old.start..old.start + take, b: new.start..new.start + take });
            }
        }
    }
    let before = first.checked_sub(1).and_then(|i| ops.get(i));
    if let Some(op @ DiffOp::Replace { .. }) = before.filter(|op| !is_free(op, a, b)) {
        let (old, new) = (op.old_range(), op.new_range());
        if !ended(a, old.end) && !ended(b, new.end) {
            let (of_a, of_b) = (sentence_of(a, old.end - 1), sentence_of(b, new.end - 1));
            let rest = Change { a: of_a.start..old.end, b: of_b.start..new.end };
            if likeness(part(a, &of_a), part(b, &of_b)).is_some() {
                found.changes.insert(0, nearest(&rest, true));
            } else if enough([old.start == 0 && few(&old, a), new.start == 0 && few(&new, b)]) {
                let take = old.len().min(new.len()).min(EDGE);
                found.changes.insert(0, Change { a: old.end - take..old.end, b: new.end - take..new.end });
            }
        }
    }
}

/// The sentence around a word, up to where something is left out.
fn sentence_of(words: &[Word], at: usize) -> Range<usize> {
    let ends = |i: usize| words.get(i).is_none_or(|w| w.ends) || words.get(i + 1).is_none_or(|w| w.gap);
    let start = (1..=at).rev().find(|i| ends(i - 1)).unwrap_or(0);
    let end = (at..words.len()).find(|i| ends(*i)).map_or(words.len(), |i| i + 1);
    start..end
}

fn changed(found: &Wording) -> usize {
    found.changes.iter().map(|c| c.a.len().max(c.b.len()).min(DEAREST)).sum()
}

/// Enough in common to be the same words: most of the shorter quotation, or a long stretch.
fn believable(found: &Wording, shorter: usize) -> bool {
    let share = found.same as f64 / (found.same + changed(found)).max(1) as f64;
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
