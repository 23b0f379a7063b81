//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From 3229
//! figures that have their like in another text, 2330 pairs of which 209 are marked as conflicts, 6060 masked.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 30] = [
    602, 3692, 123, -1581, 991, 765, 75, 34, 187, 361, -673, 309, 908, 708, 200, -281, 963, -536, 570, 2495, 0, -1185,
    -7, 479, -777, -103, 354, 43, -213, 344,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    388, 116, 45, -976, -1991, 243, 38, -1180, 122, -370, -3000, -3000, -8000, -8000, 3500, 1000, 1221, 864, 1233, 425,
    -1037, -946, -45, 240, 365, 632, -217, -278, 2000, 56, 1696, -332, -1253, -633, -623, -455, -3500, -309, 350, -702,
    1009, -39, -198, -4000, -3000, -3000, -394,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -3522;
