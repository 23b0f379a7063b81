//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 1517
//! figures that have their like in another text, 3436 pairs of which 111 are marked as conflicts, 8305 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 30] = [
    882, 2095, 163, -1166, 982, 980, 251, 2, 210, 389, -915, 272, 1010, 875, 13, -471, 1219, 204, 918, 2254, 0, -627,
    32, 508, -1151, -265, 443, -76, 173, 775,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    381, 180, 56, -937, -2676, 706, 337, -1408, 155, -266, -3000, -2000, -3000, -4000, 101, 725, 600, 244, -834, -298,
    -9, 359, 417, 714, -224, -178, 559, 2128, -437, -1103, -935, -593, -415, -3500, -78, 458, -297, 0, -102, -108,
    -3000, -3000, -3000,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -4502;
