//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 1562
//! figures that have their like in another text, 3206 pairs of which 84 are marked as conflicts, 8817 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 23] = [
    493, 2933, 196, -32, 918, 1361, 227, 468, 417, -98, -467, 241, 882, 653, 276, -583, 478, -402, 580, 2222, 0, -700,
    134,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    405, 245, 45, -1035, -2566, 716, 259, -1471, 149, -281, -2000, 459, 941, 738, 84, -1230, -141, 410, 333, 634, 620,
    -337, 554, 2704, -572, -997, -1358, -401, -348, -3500, 644, 306, -518, 0, 39, -312, -2000, -3000, -3000,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -4621;
