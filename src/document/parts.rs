//! The parts of a file that a person knows a place by where its line says little: a cell of a sheet, a chapter of a
//! book, the time of a subtitle.

use serde::{Deserialize, Serialize};

/// By the bytes of the source that they start at, in order.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Parts(Vec<(u32, String)>);

impl Parts {
    /// From byte `at` of the source on, all is this part's. The last one that begins at a byte counts.
    pub fn begin(&mut self, at: usize, name: impl Into<String>) {
        let (at, name) = (at as u32, name.into());
        if self.0.last().is_none_or(|(_, last)| *last != name) {
            self.0.push((at, name));
        }
    }

    /// The part that holds byte `at`, if it has a name.
    pub fn at(&self, at: usize) -> Option<&str> {
        let after = self.0.partition_point(|(start, _)| *start as usize <= at);
        let (_, name) = self.0.get(after.checked_sub(1)?)?;
        Some(name.as_str()).filter(|name| !name.is_empty())
    }

    /// Moves all of them by a mark that was left out before reading.
    pub fn shift(&mut self, by: usize) {
        self.0.iter_mut().for_each(|(start, _)| *start += by as u32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_in_the_part_that_began_last() {
        let mut parts = Parts::default();
        parts.begin(3, "A1");
        parts.begin(7, "B1");
        parts.begin(9, "");
        parts.shift(1);
        let names: Vec<Option<&str>> = [0, 3, 4, 7, 8, 9, 10].map(|at| parts.at(at)).to_vec();
        assert_eq!(names, [None, None, Some("A1"), Some("A1"), Some("B1"), Some("B1"), None]);
    }
}
