//! A row of numbers of which most documents have small ones only: in two bytes each for as long as that is enough.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Stands for no number.
pub const NONE: u32 = u32::MAX;

#[derive(Debug)]
pub enum Narrow {
    Short(Vec<u16>),
    Long(Vec<u32>),
}

impl Default for Narrow {
    fn default() -> Narrow {
        Narrow::Short(Vec::new())
    }
}

/// None, where it needs four bytes.
fn short(number: u32) -> Option<u16> {
    if number == NONE { Some(u16::MAX) } else { u16::try_from(number).ok().filter(|short| *short != u16::MAX) }
}

fn long(short: u16) -> u32 {
    if short == u16::MAX { NONE } else { u32::from(short) }
}

impl Narrow {
    pub fn with_capacity(capacity: usize) -> Narrow {
        Narrow::Short(Vec::with_capacity(capacity))
    }

    pub fn shrink_to_fit(&mut self) {
        match self {
            Narrow::Short(numbers) => numbers.shrink_to_fit(),
            Narrow::Long(numbers) => numbers.shrink_to_fit(),
        }
    }

    /// So many times no number.
    pub fn nothing(times: usize) -> Narrow {
        Narrow::Short(vec![u16::MAX; times])
    }

    pub fn len(&self) -> usize {
        match self {
            Narrow::Short(numbers) => numbers.len(),
            Narrow::Long(numbers) => numbers.len(),
        }
    }

    /// The number at this place, if there is one.
    #[inline]
    pub fn get(&self, index: usize) -> Option<u32> {
        let number = match self {
            Narrow::Short(numbers) => numbers.get(index).copied().map(long),
            Narrow::Long(numbers) => numbers.get(index).copied(),
        };
        number.filter(|number| *number != NONE)
    }

    pub fn push(&mut self, number: u32) {
        match (self, short(number)) {
            (Narrow::Short(numbers), Some(number)) => numbers.push(number),
            (Narrow::Long(numbers), _) => numbers.push(number),
            (narrow, None) => narrow.widened(|numbers| numbers.push(number)),
        }
    }

    pub fn set(&mut self, index: usize, number: u32) {
        match (self, short(number)) {
            (Narrow::Short(numbers), Some(number)) => numbers.get_mut(index).into_iter().for_each(|at| *at = number),
            (Narrow::Long(numbers), _) => numbers.get_mut(index).into_iter().for_each(|at| *at = number),
            (narrow, None) => {
                narrow.widened(|numbers| numbers.get_mut(index).into_iter().for_each(|at| *at = number));
            }
        }
    }

    /// Changes the numbers in the room that each of them needs now.
    fn widened(&mut self, change: impl FnOnce(&mut Vec<u32>)) {
        let mut numbers = match self {
            Narrow::Short(numbers) => numbers.iter().copied().map(long).collect(),
            Narrow::Long(numbers) => std::mem::take(numbers),
        };
        change(&mut numbers);
        *self = Narrow::Long(numbers);
    }
}

/// No number takes one byte in place of five.
impl Serialize for Narrow {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((0..self.len()).map(|index| self.get(index).unwrap_or(NONE).wrapping_add(1)))
    }
}

impl<'d> Deserialize<'d> for Narrow {
    fn deserialize<D: Deserializer<'d>>(from: D) -> Result<Narrow, D::Error> {
        let numbers = Vec::<u32>::deserialize(from)?;
        let mut narrow = Narrow::with_capacity(numbers.len());
        numbers.into_iter().for_each(|number| narrow.push(number.wrapping_sub(1)));
        Ok(narrow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_number_widens_the_row_and_changes_none() {
        for high in [65_534, 65_535, 70_000, NONE - 1] {
            let mut narrow = Narrow::nothing(2);
            narrow.push(7);
            narrow.push(high);
            narrow.set(0, 65_534);
            narrow.set(9, 1);
            let told: Vec<Option<u32>> = (0..5).map(|index| narrow.get(index)).collect();
            assert_eq!(told, [Some(65_534), None, Some(7), Some(high), None]);
            assert_eq!((narrow.len(), matches!(narrow, Narrow::Short(_))), (4, high == 65_534));
            let bytes = postcard::to_stdvec(&narrow).unwrap();
            let back: Narrow = postcard::from_bytes(&bytes).unwrap();
            assert_eq!((0..5).map(|index| back.get(index)).collect::<Vec<_>>(), told);
            narrow.set(1, 70_000);
            assert_eq!((narrow.get(1), narrow.get(2)), (Some(70_000), Some(7)));
        }
    }
}
