//! What must hold for every date: printed in any usual form it is read as the same day; a
//! day shifted by n days shifts what is counted from it; a finer form never conflicts with
//! a coarser one of the same day; and a right weekday is never a fault.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use crosscheck::compare::Verdict;
use crosscheck::compare::calendar::{compare, weekday_name};
use crosscheck::document::{Document, Format, Role, month_name};
use crosscheck::lexicon::declared::Aliases;
use crosscheck::mention::extract;
use crosscheck::value::{Time, Value};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn times(text: &str, reference: Option<Date>) -> Vec<Time> {
    let format = Format::of("a.txt".as_ref()).unwrap();
    let document = Document::read("a.txt", Role::Peer, format, text.as_bytes().to_vec());
    let only_time = |value| match value {
        Value::Time(time) => Some(*time),
        _ => None,
    };
    extract(&document, reference, &Aliases::default()).into_iter().filter_map(|m| only_time(m.value)).collect()
}

fn days() -> impl Strategy<Value = Date> {
    (0..180_000i64).prop_map(|n| date(1600, 1, 1).checked_add(n.days()).unwrap())
}

/// The usual forms of a day.
fn forms(day: Date) -> [String; 6] {
    let (name, d, y, weekday) = (month_name(day.month()), day.day(), day.year(), weekday_name(day.weekday()));
    [
        format!("{name} {d}, {y}"),
        format!("{d} {name} {y}"),
        format!("{weekday}, {name} {d}, {y}"),
        format!("{weekday} {d} {name} {y}"),
        format!("{d}.{}.{y}", day.month()),
        day.to_string(),
    ]
}

proptest! {
    #[test]
    fn a_day_is_read_as_it_was_printed(day in days()) {
        for form in forms(day) {
            let found = times(&format!("It was signed on {form}."), None);
            let [time] = found.as_slice() else { panic!("{form}: {found:?}") };
            prop_assert_eq!(time.timex.as_str(), day.to_string(), "{}", form);
            prop_assert_eq!(time.stretch.unwrap().start, Some(day), "{}", form);
            prop_assert_eq!(time.stretch.unwrap().end, Some(day.tomorrow().unwrap()), "{}", form);
            prop_assert!(time.fault.is_none(), "{}: {:?}", form, time.fault);
        }
    }

    #[test]
    fn a_shifted_day_shifts_what_is_counted_from_it(day in days(), by in 2..400i64) {
        let found = times(&format!("It closed {by} days after {} {}, {}.", month_name(day.month()), day.day(), day.year()), None);
        let shifted = day.checked_add(by.days()).unwrap();
        prop_assert_eq!(found[0].timex.as_str(), shifted.to_string());
        let ago = times(&format!("It closed {by} days ago."), Some(shifted));
        prop_assert_eq!(ago[0].timex.as_str(), day.to_string());
    }

    #[test]
    fn a_finer_form_never_conflicts(day in days()) {
        let fine = &times(&format!("It was signed on {} {}, {}.", month_name(day.month()), day.day(), day.year()), None)[0];
        for coarse in [format!("{} {}", month_name(day.month()), day.year()), format!("the year {}", day.year())] {
            let coarse = &times(&format!("It was signed in {coarse}."), None)[0];
            prop_assert_eq!(compare(fine, coarse), Verdict::Refines);
            prop_assert_eq!(compare(coarse, fine), Verdict::Refines);
        }
        prop_assert_eq!(compare(fine, fine), Verdict::Agree);
    }

    #[test]
    fn a_wrong_weekday_is_always_a_fault(day in days(), off in 1..7i64) {
        let wrong = weekday_name(day.checked_add(off.days()).unwrap().weekday());
        let found = times(&format!("It was signed on {wrong}, {} {}, {}.", month_name(day.month()), day.day(), day.year()), None);
        prop_assert!(found[0].fault.is_some());
    }
}
