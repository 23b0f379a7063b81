//! Printed by `cargo run --release --example fit -- slots` on 2026-11-29, in thousandths; see `docs/weights.md`.
//! 1618 figures that have their like in another text, 3,204 pairs of which an expert marked 81 as conflicts, 9,086
//! with their values masked: unchanged reports of 15 read events and 151 unread clusters.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 21] = [
    634, 3275, 203, -912, 1372, 1533, 312, 708, 489, -205, -450, 179, 633, 490, 698, -527, 541, -821, 551, 2255, 0,
];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [
    285, 120, 43, -846, -1607, -2446, 143, -956, 66, -150, -2000, 190, 1193, 854, 316, -1054, -383, 377, 92, 1090,
    515, 119, 1621, -857, -937, -838, -319, -349, -312, 702, 154, -187, 0, -333, -199, -2000,
];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -2868;
