//! The first letters of a word as a number, in the order of sorted words. `build.rs` says with it where the words of each
//! beginning start in a list, and a search begins there.

/// No letter, each of 26, and what comes behind them.
pub const BEGINNINGS: usize = 28;

pub fn code(word: &str, letters: usize) -> usize {
    let mut bytes = word.bytes();
    let mut plain = true;
    (0..letters).fold(0, |code, _| {
        let letter = match bytes.next().filter(|_| plain) {
            Some(byte @ b'a'..=b'z') => usize::from(byte - b'a') + 1,
            Some(byte) if byte > b'z' => BEGINNINGS - 1,
            _ => 0,
        };
        plain &= (1..BEGINNINGS - 1).contains(&letter);
        code * BEGINNINGS + letter
    })
}
