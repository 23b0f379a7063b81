//! Prose that is made up, dense with dates, amounts, names, lists and quotations: what costs are measured on.

#![allow(clippy::indexing_slicing, reason = "a test or benchmark may panic")]

const NAMES: [&str; 6] = ["Anna Berg", "the Harbour Board", "Minister Falk", "France", "Northern Rail", "Dr. Okafor"];
const PLACES: [&str; 5] = ["Bergen", "the old harbour", "Lyon", "the northern district", "Malmö"];
const MONTHS: [&str; 4] = ["January", "March", "July", "November"];

/// About `length` bytes of prose, the same on every run.
pub fn prose(length: usize) -> String {
    let mut text = String::with_capacity(length + 1024);
    let mut n = 0_usize;
    while text.len() < length {
        let (name, place) = (NAMES[n % NAMES.len()], PLACES[n % PLACES.len()]);
        let (month, day, year) = (MONTHS[n % MONTHS.len()], n % 28 + 1, 1990 + n % 35);
        let count = n % 40 + 2;
        text.push_str(&match n % 7 {
            0 => format!("On {day} {month} {year}, {name} opened the new bridge in {place}. "),
            1 => {
                format!("The work had taken {count} months and cost about ${count}.5 million, more than was planned. ")
            }
            2 => format!("“We are glad that it is done,” said {name}, who had asked for it since {year}. "),
            3 => format!("The {count} members voted by {count} to 3, and Austria, Belgium and Spain joined later. "),
            4 => "It rained for most of the afternoon, and few people had come to see the gates swing open.\n\n"
                .to_owned(),
            5 => format!("Nearly {count} percent of the trains that leave {place} were late last winter. "),
            _ => format!("A pipe of {count} km was laid; by {month} it carried {count},400 tonnes of water each day. "),
        });
        n += 1;
    }
    text
}
