//! What must hold for every quantity: how it is read, one line each, with what must not be read as one; and that
//! unit, scale and width of a quantity never make a conflict of their own.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::compare::Verdict;
use crosscheck::compare::amount::{amounts, convert, meanings};
use crosscheck::document::{Document, Format, Role};
use crosscheck::lexicon::declared::Aliases;
use crosscheck::mention::extract;
use crosscheck::value::{Amount, AmountKind, Bounds, Unit, Value};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn read(text: &str) -> Vec<(String, Amount)> {
    let format = Format::of("a.txt".as_ref()).unwrap();
    let document = Document::read("a.txt", Role::Peer, format, text.as_bytes().to_vec());
    let found = extract(&document, None, &Aliases::default()).into_iter();
    found
        .filter_map(|m| match m.value {
            Value::Amount(amount) => Some((document.slice(m.span).to_owned(), *amount)),
            _ => None,
        })
        .collect()
}

/// "20 km >= 20": value, unit, and the bounds where they are not those of the digits alone.
fn spell(amount: &Amount) -> String {
    let value = amount.value.normalize();
    let kind = match amount.kind {
        AmountKind::Ordinal => "th",
        AmountKind::Label => " as a label",
        AmountKind::Age => " years old",
        _ => "",
    };
    let unit = amount.unit.filter(|_| amount.kind != AmountKind::Age).map(|u| format!(" {u}")).unwrap_or_default();
    let Bounds { low, high, low_included, high_included } = amount.bounds;
    let bound = match (low, high) {
        (Some(low), None) => format!(" {} {}", if low_included { ">=" } else { ">" }, low.normalize()),
        (None, Some(high)) => format!(" {} {}", if high_included { "<=" } else { "<" }, high.normalize()),
        (Some(low), Some(high)) if amount.hedge.is_some() => format!(" {}..{}", low.normalize(), high.normalize()),
        _ => String::new(),
    };
    format!("{value}{kind}{unit}{bound}")
}

/// What is read of each text; nothing where an expectation is empty.
const READ: &[(&str, &str)] = &[
    // Digits and words.
    ("There were 1,266 boats.", "1266"),
    ("There were 1.266,5 boats.", "1266.5"),
    ("There were 14 500 boats.", "14500"),
    ("It lies 6 960.8 m up, seen by 1 200 000 people.", "6960.8 m; 1200000"),
    ("On 3 May 200 boats came.", "200"),
    ("On May 3 200 boats came.", "200"),
    ("The lists give 12 345 67 and 890.", "12; 345; 67; 890"),
    ("There were twenty-one boats.", "21"),
    ("There were two and a half million of them.", "2500000"),
    ("It took half a million bricks.", "500000"),
    ("They sold two dozen.", "24"),
    ("A half-dozen kettles broke.", "6"),
    ("They walked half a mile on two-thirds of a tank.", "0.5 [mi_i]; 0.6666666666666666666666666667"),
    ("It lies a quarter of a mile off, three quarters of a mile by road.", "0.25 [mi_i]; 0.75 [mi_i]"),
    ("Fees rose half a percent, then half a per cent.", "0.5 %; 0.5 %"),
    ("She is six feet two inches tall.", "6.1666666666666666666666666667 [ft_i]"),
    // What only the neighbour prints.
    ("The share fell from 61 percent to 54.", "61 %; 54 %"),
    ("The fare rose from 12 to 15 euros.", "12 EUR; 15 EUR"),
    ("The fare rose to 15 euros from 12.", "15 EUR; 12 EUR"),
    ("The pool is 50 by 25 metres.", "50 m; 25 m"),
    ("They went from 15 euros to 54 boats.", "15 EUR; 54"),
    ("The fare fell from 900 euros to 2.", "900 EUR; 2"),
    ("They sold 1.3 million tickets.", "1300000"),
    ("The third boat sank.", "3th"),
    // Bounds and hedges.
    ("There were over 20 boats.", "20 > 20"),
    ("There were at least 20 boats.", "20 >= 20"),
    ("There were fewer than 20 boats.", "20 < 20"),
    ("There were up to 20 boats.", "20 <= 20"),
    ("There were between 15 and 20 boats.", "17.5 15..20"),
    // Money.
    ("It cost $200 million.", "200000000 USD"),
    ("It cost £5m.", "5000000 GBP"),
    ("It cost $1.2bn.", "1200000000 USD"),
    ("It cost 30 euros.", "30 EUR"),
    // Shares.
    ("It rose 5%.", "5 %"),
    ("It rose 2.5 percent.", "2.5 %"),
    // Measures.
    ("It is 18.5 km deep.", "18.5 km"),
    ("It weighs 12 kg.", "12 kg"),
    ("It covers 1.1 million acres.", "1100000 [acr_us]"),
    // Ages.
    ("A 34-year-old man rowed.", "34 years old"),
    // Shares, and one more after two.
    ("Sales rose by a third.", "0.3333333333333333333333333333"),
    ("They sold nearly a quarter.", "0.25 0.225..0.25"),
    ("It burnt three barns and then a fourth, the oldest.", "3; 4th"),
    // Ranges with fractions.
    ("The boards are 8 1/2 to 10 1/2 feet long.", "9.5 [ft_i] 8.5..10.5"),
    // Numbers that are parts of names, and what is counted behind a name.
    ("In short, RFC 2043 describes the frame.", "2043 as a label"),
    ("BIP 32 wallets are common.", "32 as a label"),
    ("In our tests Redis 7 introduces delays.", "7 as a label"),
    ("Play 7 Case Studies", "7 as a label"),
    ("Chapter 2 covers the harbours.", "2 as a label"),
    ("In chapter 2 boats are named.", "2 as a label"),
    ("She was hired as a 1102, then left.", "1102 as a label"),
    ("The office is at 1100 Main Street in Delm.", "1100 as a label"),
    ("The call CLUSTER SLOTS 1 5 clears them.", "1 as a label; 5 as a label"),
    ("In the US 50 people were hurt.", "50"),
    ("In Delm 12 boats sank.", "12"),
    ("Last week 12 boats sank.", "12"),
    ("Fixed 3 Bugs", "3"),
    // Compounds.
    ("It was a 3-D film.", ""),
    ("They make 2-butoxyethanol.", ""),
    ("It was a 14-nation meeting with a 40-footer.", "14; 40"),
    // What is no quantity.
    ("Call 020 7946 0958.", ""),
    ("It opened in 1999.", ""),
    ("It opened on 3 May 2021 at 5 p.m.", ""),
    ("Some went home.", ""),
    ("See www.example.org/2024/07.", ""),
];

#[test]
fn amounts_are_read_as_they_are_meant() {
    let mut faults = Vec::new();
    for (text, expected) in READ {
        let found: Vec<String> = read(text).iter().map(|(_, amount)| spell(amount)).collect();
        if found.join("; ") != *expected {
            faults.push(format!("{text} expected “{expected}”, got “{}”", found.join("; ")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn one(text: &str) -> Amount {
    let found = read(text);
    let [(_, amount)] = found.as_slice() else { panic!("{text}: {found:?}") };
    amount.clone()
}

/// The words before a figure, and what they do to its bounds.
const HEDGES: [&str; 7] = ["", "over", "at least", "under", "up to", "about", "nearly"];

/// Names of units of one dimension.
const UNITS: [&[&str]; 6] = [
    &["km", "miles", "metres", "feet"],
    &["kg", "pounds", "grams"],
    &["litres", "pints"],
    &["hectares", "acres", "square miles"],
    &["degrees Celsius", "degrees Fahrenheit"],
    &["km/h", "mph"],
];

/// Two amounts of one dimension, as they might be printed.
fn pairs() -> impl Strategy<Value = (Amount, Amount)> {
    let side = || (1..4000u32, 0..10u32, 0..HEDGES.len(), 0..4usize);
    (0..UNITS.len(), side(), side()).prop_map(|(dimension, a, b)| {
        let print = |(whole, tenth, hedge, unit): (u32, u32, usize, usize)| {
            let units = UNITS[dimension];
            one(&format!("It is {} {whole}.{tenth} {}.", HEDGES[hedge], units[unit % units.len()]))
        };
        (print(a), print(b))
    })
}

fn mapped(amount: &Amount, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Amount> {
    let end = |value: Option<Decimal>| value.map_or(Some(None), |v| change(v).map(Some));
    let bounds = Bounds { low: end(amount.bounds.low)?, high: end(amount.bounds.high)?, ..amount.bounds };
    Some(Amount { value: change(amount.value)?, bounds, ..amount.clone() })
}

fn conflict(a: &Amount, b: &Amount) -> bool {
    amounts(a, b) == Verdict::Conflict
}

proptest! {
    #[test]
    fn another_unit_never_flips_a_verdict((a, b) in pairs(), other in 0..4usize) {
        let from: Unit = b.unit.unwrap();
        let names = UNITS.iter().find(|names| names.iter().any(|n| one(&format!("It is 1 {n}.")).unit == Some(from))).unwrap();
        let to = one(&format!("It is 1 {}.", names[other % names.len()])).unit.unwrap();
        // A mile may be a nautical one, a pint a British one: such names are compared in every meaning, their conversions are not.
        prop_assume!([a.unit.unwrap(), from, to].iter().all(|unit| meanings(unit).len() == 1));
        let converted = mapped(&b, |v| convert(v, &from, &to)).unwrap();
        let converted = Amount { unit: Some(to), ..converted };
        prop_assert_eq!(conflict(&a, &b), conflict(&a, &converted), "{:?} {:?} {:?}", a, b, converted);
    }

    #[test]
    fn scaling_both_sides_changes_nothing((a, b) in pairs(), by in 1..1000u32) {
        // Degrees have no zero of their own: twice 10 °C is not twice 50 °F.
        prop_assume!(!a.unit.unwrap().to_string().contains("Cel") && !a.unit.unwrap().to_string().contains("degF"));
        let scale = |amount: &Amount| mapped(amount, |v| v.checked_mul(Decimal::from(by))).unwrap();
        prop_assert_eq!(conflict(&a, &b), conflict(&scale(&a), &scale(&b)));
    }

    #[test]
    fn widening_a_bound_never_creates_a_conflict((a, b) in pairs(), low in prop::option::of(0..500u32), high in prop::option::of(0..500u32)) {
        let wider = Bounds {
            low: a.bounds.low.zip(low).map(|(v, by)| v - Decimal::from(by)),
            high: a.bounds.high.zip(high).map(|(v, by)| v + Decimal::from(by)),
            low_included: true,
            high_included: true,
        };
        let wide = Amount { bounds: wider, ..a.clone() };
        prop_assert!(!conflict(&wide, &b) || conflict(&a, &b), "{:?} {:?} {:?}", a, wide, b);
    }

    #[test]
    fn both_sides_say_the_same((a, b) in pairs()) {
        prop_assert_eq!(amounts(&a, &b), amounts(&b, &a));
        prop_assert_eq!(amounts(&a, &a), Verdict::Agree);
    }
}
