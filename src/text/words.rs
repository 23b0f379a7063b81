//! Sets and maps of words that are known when the program is built. A text asks them of each of its tokens, and nearly
//! always in vain: most askers are told so by the length and first byte of the word alone, and the rest by a hash of its
//! ends, which costs the same for any length.

/// A set of words: `word_set! { "a", "b" }`.
#[derive(Clone, Copy)]
pub struct WordSet {
    words: &'static [&'static str],
    /// By hash, 1 + the place of a word; a word that finds its seat taken sits in the next free one. 0 is free.
    seats: &'static [u16],
    /// Bits of the lengths and first bytes of the words.
    lengths: u64,
    firsts: u64,
}

impl std::fmt::Debug for WordSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.words).finish()
    }
}

impl WordSet {
    pub const fn new(words: &'static [&'static str], seats: &'static [u16]) -> WordSet {
        let (mut lengths, mut firsts) = (0, 0);
        let mut rest = words;
        while let Some((word, others)) = rest.split_first() {
            lengths |= length_bit(word);
            firsts |= first_bit(word);
            rest = others;
        }
        WordSet { words, seats, lengths, firsts }
    }

    #[inline]
    pub fn contains(&self, word: &str) -> bool {
        self.place(word).is_some()
    }

    /// The word of the set that is this one.
    pub fn get_key(&self, word: &str) -> Option<&'static str> {
        self.words.get(self.place(word)?).copied()
    }

    /// The words, in the order in which they are written.
    pub fn iter(&self) -> std::slice::Iter<'static, &'static str> {
        self.words.iter()
    }

    #[inline]
    fn place(&self, word: &str) -> Option<usize> {
        if self.lengths & length_bit(word) == 0 || self.firsts & first_bit(word) == 0 {
            return None;
        }
        self.seated(word)
    }

    fn seated(&self, word: &str) -> Option<usize> {
        let (before, behind) = self.seats.split_at_checked(seat(word, self.seats.len()))?;
        for seat in behind.iter().chain(before) {
            let place = usize::from(*seat).checked_sub(1)?;
            if self.words.get(place).is_some_and(|w| *w == word) {
                return Some(place);
            }
        }
        None
    }
}

/// A map from words: `word_map! { "a" => 1, "b" => 2 }`.
#[derive(Clone, Copy)]
pub struct WordMap<V: 'static> {
    keys: WordSet,
    values: &'static [V],
}

impl<V: std::fmt::Debug> std::fmt::Debug for WordMap<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.entries()).finish()
    }
}

impl<V> WordMap<V> {
    pub const fn new(keys: WordSet, values: &'static [V]) -> WordMap<V> {
        WordMap { keys, values }
    }

    #[inline]
    pub fn get(&self, word: &str) -> Option<&'static V> {
        self.values.get(self.keys.place(word)?)
    }

    /// The key that is this word, and its value.
    pub fn get_entry(&self, word: &str) -> Option<(&'static str, &'static V)> {
        let place = self.keys.place(word)?;
        self.keys.words.get(place).copied().zip(self.values.get(place))
    }

    #[inline]
    pub fn contains_key(&self, word: &str) -> bool {
        self.keys.contains(word)
    }

    pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static V)> + use<V> {
        self.keys().zip(self.values)
    }

    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<V> {
        self.keys.iter().copied()
    }

    pub fn values(&self) -> std::slice::Iter<'static, V> {
        self.values.iter()
    }
}

/// How many seats so many words get: a power of two, at most half of them taken.
pub const fn seats(words: usize) -> usize {
    words.saturating_mul(2).next_power_of_two()
}

/// The seats of these words.
#[allow(clippy::indexing_slicing, reason = "run by the compiler, which tells of a place that is not there")]
pub const fn seated<const N: usize>(words: &[&str]) -> [u16; N] {
    let mut seats = [0_u16; N];
    let mut number: u16 = 0;
    let mut rest = words;
    while let Some((word, others)) = rest.split_first() {
        let mut at = seat(word, N);
        while seats[at] != 0 {
            assert!(!same(words[seats[at].saturating_sub(1) as usize], word), "a word stands here twice");
            at = at.wrapping_add(1) % N;
        }
        number = number.strict_add(1);
        seats[at] = number;
        rest = others;
    }
    seats
}

const fn same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    while let (Some((x, more)), Some((y, others))) = (a.split_first(), b.split_first()) {
        if *x != *y {
            return false;
        }
        (a, b) = (more, others);
    }
    true
}

/// Where a word's search begins.
#[inline]
const fn seat(word: &str, seats: usize) -> usize {
    let bytes = word.as_bytes();
    let ends = match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>(), bytes) {
        (Some(head), Some(tail), _) => (u32::from_le_bytes(*head) as u64) << 32 | u32::from_le_bytes(*tail) as u64,
        (_, _, [a, b, c]) => u32::from_le_bytes([*a, *b, *c, 3]) as u64,
        (_, _, [a, b]) => u32::from_le_bytes([*a, *b, 0, 2]) as u64,
        (_, _, [a]) => *a as u64,
        _ => 0,
    };
    let mixed = (ends ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 40) as usize & seats.wrapping_sub(1)
}

#[inline]
const fn length_bit(word: &str) -> u64 {
    1 << if word.len() < 63 { word.len() } else { 63 }
}

#[inline]
const fn first_bit(word: &str) -> u64 {
    match word.as_bytes().first() {
        Some(first) => 1 << (*first & 63),
        None => u64::MAX,
    }
}

/// A set of words that is laid out when the program is built.
macro_rules! word_set {
    ($($word:expr),* $(,)?) => {{
        const WORDS: &[&str] = &[$($word),*];
        const SEATS: [u16; $crate::text::seats(WORDS.len())] = $crate::text::seated(WORDS);
        $crate::text::WordSet::new(WORDS, &SEATS)
    }};
}

/// A map from words that is laid out when the program is built.
macro_rules! word_map {
    ($($word:expr => $value:expr),* $(,)?) => {
        $crate::text::WordMap::new($crate::text::word_set! { $($word),* }, &[$($value),*])
    };
}

pub(crate) use {word_map, word_set};

#[cfg(test)]
mod tests {
    use super::*;

    static NUMBERS: WordMap<u8> = word_map! { "one" => 1, "two" => 2, "three" => 3, "seventeen" => 17, "zwölf" => 12 };

    #[test]
    fn what_is_in_it_is_found_and_nothing_else() {
        for (word, value) in NUMBERS.entries() {
            assert_eq!(NUMBERS.get(word), Some(value));
        }
        for word in ["", "o", "on", "ones", "onee", "two ", "threE", "seventeeen", "zwolf", "tree", "thhree"] {
            assert_eq!(NUMBERS.get(word), None, "{word}");
        }
    }

    #[test]
    fn words_that_end_alike_are_told_apart() {
        const ALIKE: WordSet = word_set! { "headaxtail", "headbxtail", "headcxtail", "h", "ht", "hat", "haat" };
        assert!(ALIKE.iter().all(|w| ALIKE.contains(w)));
        assert!(["headdxtail", "headtail", "t", "hh", "hut", "haht"].iter().all(|w| !ALIKE.contains(w)));
    }

    #[test]
    fn none_and_the_empty_word() {
        const NONE: WordSet = word_set! {};
        assert!(!NONE.contains("") && !NONE.contains("a"));
        const EMPTY: WordSet = word_set! { "" };
        assert!(EMPTY.contains("") && !EMPTY.contains("a"));
    }
}
