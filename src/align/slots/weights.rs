//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 1453
//! figures that have their like in another text, 3364 pairs of which 97 are marked as conflicts, 7912 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 26] = [
    800, 1266, 194, -619, 1770, 646, 316, 134, 488, 598, -813, 102, 1116, 1032, 298, -523, 963, -394, 763, 2143, 0,
    -859, 276, 580, -1319, -94,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    382, 174, 23, -1172, -2447, 779, 342, -1370, 120, -263, -3000, -2000, -3000, -4000, 75, 839, 569, 274, -835, -434,
    -9, 361, 504, 618, -142, -181, 726, 2082, -119, -1161, -810, -687, -421, -3500, 197, 563, -191, 0, -89, -72, -3000,
    -3000, -3000,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -4283;
