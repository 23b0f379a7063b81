//! Where the lines of a list sit, by a hash of their words. `build.rs` lays the seats out, and a search looks at one or two
//! of them.

/// So many bits of a seat tell where its line starts, counted from one; 0 is free. The others are of the hash, so that the
/// line of another word is hardly ever looked at.
pub const PLACE: u32 = (1 << 20) - 1;

pub fn hash(word: &str) -> u32 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    // The low bits of the hash of short words are poor.
    (hash ^ hash >> 32) as u32
}

/// The seat at which a search begins, of a power of two.
pub fn first(hash: u32, seats: usize) -> usize {
    hash as usize & seats.wrapping_sub(1)
}
