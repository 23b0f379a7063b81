//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 1507
//! figures that have their like in another text, 3386 pairs of which 105 are marked as conflicts, 8144 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 29] = [
    760, 1318, 180, -877, 1093, 991, 229, 271, 239, 168, -638, 528, 1097, 928, 417, -288, 1150, -113, 971, 2990, 0,
    -414, -154, 528, -1201, -391, 408, -271, -219,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    379, 112, 44, -1058, -2580, 743, 388, -1421, 137, -277, -3000, -2000, -3000, -4000, 78, 712, 604, 238, -845, -323,
    -10, 385, 377, 648, -241, -156, 671, 2109, -376, -1108, -965, -527, -426, -3500, -91, 458, -294, 0, -194, -165,
    -3000, -3000, -3000,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -4482;
