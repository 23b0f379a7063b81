//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 3229
//! figures that have their like in another text, 1875 pairs of which 111 are marked as conflicts, 5544 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 30] = [
    602, 3692, 123, -1581, 991, 765, 75, 34, 187, 361, -673, 309, 908, 708, 200, -281, 963, -536, 570, 2495, 0, -1185,
    -7, 479, -777, -103, 354, 43, -213, 344,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    402, 108, 47, -796, -2048, 706, 288, -1326, 126, -369, -3000, -3000, -8000, -8000, 3500, 26, 722, 531, 219, -833,
    -233, -11, 350, 395, 743, -182, -123, 2000, 415, 1781, -234, -1085, -828, -473, -501, -3500, -337, 463, -44, 0,
    -12, -175, -4000, -3000, -3000, -401,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -3677;
