//! Versions of software: numbers in a row, compared place by place.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// "0.6.0" is 0, 6, 0.
    pub numbers: Vec<u32>,
    /// "0.6.0-beta.1", "2.0.0+build": there is more behind the numbers.
    pub suffixed: bool,
}

impl Version {
    /// "0.7" is any 0.7.x.
    pub fn covers(&self, other: &Version) -> bool {
        let (short, long) = if self.numbers.len() <= other.numbers.len() { (self, other) } else { (other, self) };
        long.numbers.starts_with(&short.numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn a_short_version_covers_its_patches() {
        let version = |numbers: &[u32]| Version { numbers: numbers.to_vec(), suffixed: false };
        assert!(version(&[0, 7]).covers(&version(&[0, 7, 1])));
        assert!(version(&[0, 7, 1]).covers(&version(&[0, 7])));
        assert!(!version(&[0, 7, 1]).covers(&version(&[0, 7, 2])));
    }
}
