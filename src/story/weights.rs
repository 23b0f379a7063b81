//! Fitted by `cargo run --release --example fit -- related PAIRS` on 2026-11-28, in thousandths; never set by hand.
//! 3,629 related and 29,219 unrelated pairs of documents of 17 groups, every group of one weight: reports of one
//! event, pages of one site, sentences of look-alike events, and the cases of this project's own tests.

pub const BIAS: i64 = 4533;
pub const WEIGHTS: [i64; 9] = [2052, 1160, 1487, -2322, 1047, 896, 2663, 330, -1154];
/// From these log-odds on two documents are held to tell of one thing: a wrong yes costs a comparison that the
/// claims must still pass, a wrong no costs every finding between the two.
pub const LEAST: i64 = -1000;
