//! How the cache holds values whose types are not ours, or that borrow from the program: each as few bytes, and read
//! back as the very same value. For `#[serde(with = …)]`.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// One value, and the same where there may be none.
macro_rules! packed {
    ($one:ident, $some:ident, $type:ty, $packed:ty, $pack:expr, $unpack:expr) => {
        pub mod $one {
            use super::*;

            pub fn serialize<S: Serializer>(value: &$type, to: S) -> Result<S::Ok, S::Error> {
                let pack: fn(&$type) -> $packed = $pack;
                pack(value).serialize(to)
            }

            pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<$type, D::Error> {
                let unpack: fn($packed) -> Option<$type> = $unpack;
                unpack(<$packed>::deserialize(from)?).ok_or_else(|| D::Error::custom("no such value"))
            }
        }

        pub mod $some {
            use super::*;

            pub fn serialize<S: Serializer>(value: &Option<$type>, to: S) -> Result<S::Ok, S::Error> {
                let pack: fn(&$type) -> $packed = $pack;
                value.as_ref().map(pack).serialize(to)
            }

            pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<$type>, D::Error> {
                let unpack: fn($packed) -> Option<$type> = $unpack;
                let packed = Option::<$packed>::deserialize(from)?;
                packed.map(|packed| unpack(packed).ok_or_else(|| D::Error::custom("no such value"))).transpose()
            }
        }
    };
}

packed!(decimal, some_decimal, rust_decimal::Decimal, [u8; 16], rust_decimal::Decimal::serialize, |bytes| {
    let value = rust_decimal::Decimal::deserialize(bytes);
    (value.serialize() == bytes).then_some(value)
});
packed!(date, some_date, jiff::civil::Date, (i16, i8, i8), |d| (d.year(), d.month(), d.day()), |(year, month, day)| {
    jiff::civil::Date::new(year, month, day).ok()
});
packed!(weekday, some_weekday, jiff::civil::Weekday, i8, |d| d.to_monday_zero_offset(), |offset| {
    jiff::civil::Weekday::from_monday_zero_offset(offset).ok()
});
packed!(words, some_words, &'static str, String, |words| (*words).to_owned(), |words| Some(of_the_program(words)));

/// As a field of its own type: of a plain `&'static str` the derived code would borrow from what it reads.
pub type Words = &'static str;

/// Words that the program holds as its own: a few names of rules, kinds and languages, each of them kept once.
fn of_the_program(words: String) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.get(words.as_str()).copied().unwrap_or_else(|| {
        let own: &'static str = String::leak(words);
        known.insert(own);
        own
    })
}

/// One of a table of the program's, by its number there.
pub mod row {
    use super::*;

    pub fn serialize<T, S: Serializer>(table: &[&'static T], row: &'static T, to: S) -> Result<S::Ok, S::Error> {
        let number = table.iter().position(|known| std::ptr::eq(*known, row));
        number.ok_or_else(|| serde::ser::Error::custom("no row of the table"))?.serialize(to)
    }

    pub fn deserialize<'d, T, D: Deserializer<'d>>(table: &[&'static T], from: D) -> Result<&'static T, D::Error> {
        table.get(usize::deserialize(from)?).copied().ok_or_else(|| D::Error::custom("no row of the table"))
    }
}
