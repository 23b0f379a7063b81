//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 1507
//! figures that have their like in another text, 3375 pairs of which 105 are marked as conflicts, 8125 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 29] = [
    760, 1318, 180, -877, 1093, 991, 229, 271, 239, 168, -638, 528, 1097, 928, 417, -288, 1150, -113, 971, 2990, 0,
    -414, -154, 528, -1201, -391, 408, -271, -219,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    380, 109, 45, -1063, -2587, 751, 389, -1431, 133, -276, -3000, -2000, -3000, -4000, 64, 703, 588, 221, -779, -343,
    -10, 385, 378, 648, -242, -157, 666, 2110, -383, -1112, -965, -524, -431, -3500, -97, 454, -298, 0, -198, -169,
    -3000, -3000, -3000,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -4467;
