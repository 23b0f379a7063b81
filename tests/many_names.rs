//! Texts that name thousands take time in proportion to their length, alone and as a pair.

#![allow(clippy::expect_used, reason = "a test may panic")]

use crosscheck::document::{Document, Format, Role};
use crosscheck::rules::Settings;
use std::time::{Duration, Instant};

/// A busy machine can spoil one measurement or two; what grows with the square is too slow every time.
const ATTEMPTS: usize = 3;
const NOISE: Duration = Duration::from_millis(60);

const GIVEN: [&str; 8] = ["Anna", "Berta", "Carl", "David", "Emma", "Felix", "Greta", "Hans"];
const COUNTRIES: [&str; 5] = ["Austria", "Belgium", "Denmark", "Norway", "Sweden"];

fn surname(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    format!("Lind{}{}{}", letter(number / 676), letter(number / 26), letter(number))
}

/// One sentence that names them all.
fn list(times: usize) -> String {
    let names: Vec<String> =
        (0..times).map(|i| format!("{} {}", GIVEN[i % GIVEN.len()], surname(i / GIVEN.len()))).collect();
    format!("Those present were {}.", names.join(", "))
}

/// Rows of a table, each with a name.
fn table(times: usize) -> String {
    let row = |i: usize| format!("{} {},{}\n", GIVEN[i % GIVEN.len()], surname(i / GIVEN.len()), i * 7919);
    format!("name,people\n{}", (0..times).map(row).collect::<String>())
}

/// Two regions in every sentence, with a day.
fn regions(times: usize) -> String {
    let sentence = |i: usize| {
        let country = COUNTRIES[i % COUNTRIES.len()];
        format!("The {} towns of Europe and North America met {country} and Italy on 1 May {}. ", i + 2, 1900 + i % 100)
    };
    (0..times).map(sentence).collect()
}

fn took(extension: &str, text: &str, copies: usize) -> Duration {
    let document = |i: usize| {
        let name = format!("{i}.{extension}");
        let format = Format::of(name.as_ref()).expect("a format that is read");
        Document::read(&name, Role::Peer, format, text.as_bytes().to_vec())
    };
    let documents = (0..copies).map(document).collect();
    let started = Instant::now();
    crosscheck::check(documents, &Settings::default());
    started.elapsed()
}

#[test]
fn time_grows_with_the_length() {
    let texts: [(&str, fn(usize) -> String, usize); 3] =
        [("txt", list, 600), ("csv", table, 600), ("txt", regions, 300)];
    for (extension, text, times) in texts {
        for copies in [1, 2] {
            let is_linear = || {
                let once = took(extension, &text(times), copies);
                // Four times the text; the square would take sixteen times as long.
                took(extension, &text(times * 4), copies) <= once * 8 + NOISE
            };
            assert!((0..ATTEMPTS).any(|_| is_linear()), "{extension}, {copies}: {}", text(2));
        }
    }
}
