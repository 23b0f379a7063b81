//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 1501
//! figures that have their like in another text, 3416 pairs of which 105 are marked as conflicts, 8060 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 29] = [
    922, 1408, 164, -1664, 917, 600, 220, -150, 267, 874, -726, 213, 998, 885, -190, -445, 1079, -427, 828, 2625, 0,
    -1005, -111, 1054, -1110, -264, 325, -50, -680,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    376, 151, 53, -1074, -2565, 721, 258, -1264, 113, -287, -3000, -2000, -3000, -4000, 87, 809, 585, 219, -867, -390,
    -9, 390, 427, 718, -199, -157, 593, 2127, -338, -1418, -879, -827, -498, -3500, -218, 628, -368, 0, -177, -80,
    -3000, -3000, -3000,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -4233;
