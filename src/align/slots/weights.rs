//! Printed by `cargo run --release --example fit -- slots` on 2026-11-29, in thousandths; see `docs/weights.md`.
//! 1618 figures that have their like in another text, 4,439 pairs of which an expert marked 88 as conflicts, 9,459
//! with their values masked: unchanged reports of 15 read events and 151 unread clusters.

/// Of `features::FEATURES`: how well two contexts fit.
pub const CONTEXT: [i64; 21] =
    [635, 3275, 203, -911, 1372, 1533, 313, 708, 489, -205, -450, 179, 633, 490, 697, -527, 541, -818, 552, 2255, 0];

/// Of `names()`: what speaks for two figures being of one thing and not both right.
pub const PAIRS: [i64; super::ALL] = [0; super::ALL];

/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).
pub const BIAS: i64 = -3565;
