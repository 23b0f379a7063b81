//! What a figure tells of a thing, by the words around it: "a crowd of 900" and "900 spectators" are of one frame. The
//! table is `data/frames.tsv`, turned into static data by `build.rs`.

use super::forms::{irregular, regular};
use crate::text::{Memo, WordMap, word_map};
use std::cell::RefCell;

include!(concat!(env!("OUT_DIR"), "/frames.rs"));

/// A kind of figure that a frame takes; the letters of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    Count = b'n' as isize,
    Rank = b'o' as isize,
    Share = b'%' as isize,
    Money = b'$' as isize,
    Measure = b'm' as isize,
    Duration = b't' as isize,
    Age = b'a' as isize,
    Date = b'd' as isize,
    Hour = b'c' as isize,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Frame {
    pub name: &'static str,
    takes: &'static str,
}

impl Frame {
    fn takes(&self, kind: Taken) -> bool {
        self.takes.bytes().any(|letter| letter == kind as u8)
    }
}

/// The frame that a word in lower case, in any of its forms, evokes beside a figure of the kind; of any, without one.
pub fn frame(word: &str, kind: Option<Taken>) -> Option<&'static Frame> {
    let evoked = MET.with_borrow_mut(|met| met.get(word, evoked))?;
    let mut frames = evoked.iter().filter_map(|row| FRAMES.get(usize::from(*row)));
    frames.find(|frame| kind.is_none_or(|kind| frame.takes(kind)))
}

thread_local! {
    /// The frames of words met before.
    static MET: RefCell<Memo<Option<&'static [u8]>>> = RefCell::default();
}

fn evoked(word: &str) -> Option<&'static [u8]> {
    let known = |word: &str| EVOKED.get(word).copied();
    let base = || irregular(word).find_map(|(_, base)| known(base));
    known(word).or_else(base).or_else(|| regular(word).find_map(|(_, base)| known(&base)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(word: &str, kind: Taken) -> Option<&'static str> {
        frame(word, Some(kind)).map(|f| f.name)
    }

    #[test]
    fn forms_evoke_what_their_base_form_does() {
        assert_eq!(name("spectators", Taken::Count), Some("attendance"));
        assert_eq!(name("drowned", Taken::Count), Some("death"));
        assert_eq!(name("stole", Taken::Money), Some("theft"));
        assert_eq!(name("weighs", Taken::Measure), Some("weight"));
        assert_eq!(name("seldom", Taken::Count), None);
    }

    #[test]
    fn the_kind_of_the_figure_decides() {
        assert_eq!(name("damaged", Taken::Count), Some("destruction"));
        assert_eq!(name("damaged", Taken::Money), Some("damage"));
        assert_eq!(name("climbed", Taken::Measure), Some("altitude"));
        assert_eq!(name("climbed", Taken::Share), Some("increase"));
    }

    #[test]
    fn every_row_is_sound() {
        for frame in FRAMES {
            assert!(frame.takes.bytes().all(|letter| b"no%$mtadc".contains(&letter)), "{frame:?}");
        }
        assert!(EVOKED.values().all(|rows| rows.iter().all(|row| usize::from(*row) < FRAMES.len())));
    }
}
