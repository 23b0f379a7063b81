//! A sentence of any length is held against another of its length in linear time: a page without a full stop is
//! no reason to wait.

use crosscheck::document::{Document, Format, Role};
use crosscheck::rules::Settings;
use std::time::{Duration, Instant};

/// What a sentence repeats, and how often at most.
const PARTS: [(&str, usize); 6] = [
    ("1/", 24_000),
    ("Roth said \"no way\" and ", 2_400),
    ("5 km/h/s/m ", 2_400),
    ("ann, 5, ", 8_000),
    ("January 1, 1900, ", 2_400),
    ("\"so he said on ", 2_400),
];

/// What a busy machine may add.
const NOISE: Duration = Duration::from_secs(1);
const ATTEMPTS: usize = 6;

fn took(part: &str, times: usize) -> Duration {
    let document = |name: &str| {
        let text = format!("In Delm {}it ended.", part.repeat(times));
        Document::read(name, Role::Peer, Format::Text, text.into_bytes())
    };
    let documents = vec![document("a.txt"), document("b.txt")];
    let started = Instant::now();
    crosscheck::check(documents, &Settings::default());
    started.elapsed()
}

/// Four times the input may take four times as long, and twice that for noise; what grows with the square takes
/// sixteen times as long every time.
#[test]
fn long_sentences_are_compared_in_linear_time() {
    for (part, times) in PARTS {
        let is_linear = || took(part, times) <= took(part, times / 4) * 8 + NOISE;
        assert!((0..ATTEMPTS).any(|_| is_linear()), "{part:?} over and over");
    }
}
