//! Fitted by `cargo run --release --example fit -- related PAIRS` on 2026-11-28, in thousandths; never set by hand.
//! 3,620 related and 29,123 unrelated pairs of documents of 16 groups, every group of one weight: reports of one
//! event, pages of one site, sentences of look-alike events, and the cases of this project's own tests.

pub const BIAS: i64 = 4513;
pub const WEIGHTS: [i64; 9] = [2071, 1435, 1239, -2327, 657, 1058, 2116, 439, -1144];
/// From these log-odds on two documents are held to tell of one thing: a wrong yes costs a comparison that the
/// claims must still pass, a wrong no costs every finding between the two.
pub const LEAST: i64 = -1500;
