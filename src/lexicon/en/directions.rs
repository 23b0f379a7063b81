//! The points of the compass. Our own table.

use crate::document::Document;
use crate::text::{WordMap, word_map};

/// Degrees from north.
static DIRECTIONS: WordMap<u16> = word_map! {
    "north" => 0, "northeast" => 45, "east" => 90, "southeast" => 135, "south" => 180, "southwest" => 225, "west" => 270, "northwest" => 315,
};

/// The direction that starts at token `at` ("north", "south-west"), with the number of its tokens.
pub fn direction(document: &Document, at: usize) -> Option<(u16, usize)> {
    let first = *DIRECTIONS.get(document.word(at))?;
    let second = at + 1 + usize::from(document.word(at + 1) == "-");
    match DIRECTIONS.get(document.word(second)) {
        Some(other) => Some((between(first, *other), second + 1 - at)),
        None => Some((first, 1)),
    }
}

/// The angle from one direction to another, at most 180.
pub fn angle(a: u16, b: u16) -> u16 {
    let turn = a.abs_diff(b) % 360;
    turn.min(360 - turn)
}

/// Halfway between two directions.
fn between(a: u16, b: u16) -> u16 {
    let middle = a.midpoint(b);
    if a.abs_diff(b) > 180 { (middle + 180) % 360 } else { middle }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_and_what_lies_between() {
        assert_eq!((between(0, 90), between(0, 270), between(180, 270)), (45, 315, 225));
        assert_eq!((angle(0, 180), angle(0, 315), angle(90, 45)), (180, 45, 45));
    }
}
