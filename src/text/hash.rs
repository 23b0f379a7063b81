//! The one hash whose values leave the process (fingerprints, claim ids): 64-bit
//! FNV-1a. It is fixed for ever, whatever the standard library does to its own.

#[derive(Debug, Clone, Copy)]
pub struct StableHash(u64);

impl Default for StableHash {
    fn default() -> StableHash {
        StableHash(0xcbf2_9ce4_8422_2325)
    }
}

impl StableHash {
    #[inline]
    pub fn write(mut self, bytes: &[u8]) -> StableHash {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    /// A field and an end mark, so that ("ab", "c") and ("a", "bc") differ.
    #[inline]
    pub fn field(self, text: &str) -> StableHash {
        self.write(text.as_bytes()).write(&[0xff])
    }

    #[inline]
    pub fn value(self) -> u64 {
        self.0
    }

    #[inline]
    pub fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_vectors() {
        assert_eq!(StableHash::default().write(b"").hex(), "cbf29ce484222325");
        assert_eq!(StableHash::default().write(b"a").hex(), "af63dc4c8601ec8c");
        assert_eq!(StableHash::default().write(b"foobar").hex(), "85944171f73967e8");
    }
}
