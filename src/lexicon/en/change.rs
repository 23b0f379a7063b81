//! Words of rising and falling.

use crate::text::{WordMap, WordSet, word_map, word_set};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    /// "changed", "moved", "went": no direction of its own.
    Open,
}

use Direction::{Down, Open, Up};

/// Verbs and nouns of change, lower case.
pub static CHANGE: WordMap<Direction> = word_map! {
    "rise" => Up, "rises" => Up, "rose" => Up, "risen" => Up, "rising" => Up, "increase" => Up, "increases" => Up,
    "increased" => Up, "increasing" => Up, "grow" => Up, "grows" => Up, "grew" => Up, "grown" => Up, "growing" => Up,
    "climb" => Up, "climbs" => Up, "climbed" => Up, "climbing" => Up, "jump" => Up, "jumps" => Up, "jumped" => Up,
    "jumping" => Up, "surge" => Up, "surges" => Up, "surged" => Up, "surging" => Up, "soar" => Up, "soars" => Up,
    "soared" => Up, "soaring" => Up, "gain" => Up, "gains" => Up, "gained" => Up, "expand" => Up, "expands" => Up,
    "expanded" => Up, "raised" => Up, "raises" => Up, "raise" => Up, "leapt" => Up, "leaped" => Up, "swelled" => Up,
    "ballooned" => Up, "doubled" => Up, "tripled" => Up, "quadrupled" => Up, "upgraded" => Up, "escalated" => Up,
    "fall" => Down, "falls" => Down, "fell" => Down, "fallen" => Down, "falling" => Down, "drop" => Down,
    "drops" => Down, "dropped" => Down, "dropping" => Down, "decrease" => Down, "decreases" => Down,
    "decreased" => Down, "decreasing" => Down, "decline" => Down, "declines" => Down, "declined" => Down,
    "declining" => Down, "shrink" => Down, "shrinks" => Down, "shrank" => Down, "shrunk" => Down, "shrinking" => Down,
    "plunge" => Down, "plunges" => Down, "plunged" => Down, "plummet" => Down, "plummets" => Down,
    "plummeted" => Down, "slump" => Down, "slumps" => Down, "slumped" => Down, "slid" => Down, "slides" => Down,
    "sank" => Down, "sinks" => Down, "tumbled" => Down, "tumbles" => Down, "dipped" => Down, "dips" => Down,
    "cut" => Down, "cuts" => Down, "cutting" => Down, "reduce" => Down, "reduces" => Down, "reduced" => Down,
    "reducing" => Down, "lowered" => Down, "lowers" => Down, "halved" => Down, "downgraded" => Down, "narrowed" => Down,
    "change" => Open, "changes" => Open, "changed" => Open, "go" => Open, "goes" => Open, "went" => Open,
    "going" => Open, "move" => Open, "moves" => Open, "moved" => Open, "moving" => Open, "shift" => Open,
    "shifted" => Open, "revised" => Open, "revises" => Open, "adjusted" => Open, "swung" => Open, "up" => Open,
    "down" => Open,
};

/// Words of sentences about places in a table, where to rise is to have a smaller number.
pub static RANKS: WordSet = word_set! {
    "rank", "ranks", "ranked", "ranking", "rankings", "place", "places", "spot", "spots", "position", "positions", "chart", "charts",
    "table", "seed", "seeded", "number", "no", "league", "odds", "handicap", "par", "grid",
};
