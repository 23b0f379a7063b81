//! Labels of totals and of the parts that make them up, in the order they are listed.

pub static WHOLES: &[(&str, &[&str])] = &[
    ("total", &["land", "water"]),
    ("area", &["land", "water"]),
    ("students", &["undergraduates", "postgraduates"]),
    ("students", &["undergraduate", "postgraduate"]),
    ("total students", &["undergraduates", "postgraduates"]),
    ("total", &["men", "women"]),
    ("total", &["male", "female"]),
    ("total", &["urban", "rural"]),
    ("total", &["domestic", "international"]),
];
