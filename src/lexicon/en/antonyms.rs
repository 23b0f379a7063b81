//! Words that say the opposite of each other where they stand in the same place: the pair
//! they belong to, and which side of it they are. Own work.

use crate::text::{WordMap, word_map};

/// A pair of opposites, by its number, and the side of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opposite {
    pub pair: u8,
    pub side: bool,
}

const fn one(pair: u8) -> Opposite {
    Opposite { pair, side: false }
}

const fn other(pair: u8) -> Opposite {
    Opposite { pair, side: true }
}

/// By the words' forms in lower case.
pub static ANTONYMS: WordMap<Opposite> = word_map! {
    "increase" => one(1), "increases" => one(1), "increased" => one(1), "increasing" => one(1), "rise" => one(1), "rises" => one(1),
    "rose" => one(1), "risen" => one(1), "rising" => one(1), "grow" => one(1), "grows" => one(1), "grew" => one(1), "growing" => one(1),
    "growth" => one(1), "climbed" => one(1), "jumped" => one(1), "soared" => one(1), "gained" => one(1),
    "decrease" => other(1), "decreases" => other(1), "decreased" => other(1), "decreasing" => other(1), "fall" => other(1),
    "falls" => other(1), "fell" => other(1), "fallen" => other(1), "falling" => other(1), "decline" => other(1), "declines" => other(1),
    "declined" => other(1), "declining" => other(1), "drop" => other(1), "drops" => other(1), "dropped" => other(1), "shrank" => other(1),
    "slumped" => other(1), "plunged" => other(1), "tumbled" => other(1), "reduced" => other(1), "reduction" => other(1),
    "higher" => one(2), "lower" => other(2),
    "profit" => one(3), "profits" => one(3), "loss" => other(3), "losses" => other(3),
    "above" => one(4), "below" => other(4),
    "improve" => one(5), "improved" => one(5), "improving" => one(5), "improvement" => one(5), "worsen" => other(5),
    "worsened" => other(5), "worsening" => other(5), "deteriorated" => other(5),
    "strengthen" => one(6), "strengthened" => one(6), "weaken" => other(6), "weakened" => other(6),
    "strong" => one(7), "weak" => other(7),
    "accept" => one(8), "accepts" => one(8), "accepted" => one(8), "reject" => other(8), "rejects" => other(8), "rejected" => other(8),
    "refuse" => other(8), "refuses" => other(8), "refused" => other(8),
    "including" => one(9), "excluding" => other(9),
    "success" => one(10), "successful" => one(10), "failure" => other(10), "unsuccessful" => other(10),
    "positive" => one(11), "negative" => other(11),
    "win" => one(12), "won" => one(12), "wins" => one(12), "lose" => other(12), "lost" => other(12), "loses" => other(12),
    "guilty" => one(13), "innocent" => other(13),
    "large" => one(14), "larger" => one(14), "largest" => one(14), "small" => other(14), "smaller" => other(14), "smallest" => other(14),
    "best" => one(15), "worst" => other(15), "better" => one(16), "worse" => other(16),
    "expensive" => one(17), "cheap" => other(17), "inexpensive" => other(17),
    "support" => one(18), "supports" => one(18), "supported" => one(18), "oppose" => other(18), "opposes" => other(18), "opposed" => other(18),
    "agree" => one(19), "agrees" => one(19), "agreed" => one(19), "disagree" => other(19), "disagrees" => other(19), "disagreed" => other(19),
    "easy" => one(20), "easier" => one(20), "difficult" => other(20), "harder" => other(20),
    "long-term" => one(21), "short-term" => other(21), "maximum" => one(22), "minimum" => other(22),
    "male" => one(23), "female" => other(23), "northern" => one(24), "southern" => other(24), "eastern" => one(25), "western" => other(25),
    "allow" => one(26), "allows" => one(26), "allowed" => one(26), "ban" => other(26), "bans" => other(26), "banned" => other(26),
    "prohibited" => other(26), "forbidden" => other(26),
    "internal" => one(27), "external" => other(27), "domestic" => one(28), "foreign" => other(28),
    "optimistic" => one(29), "pessimistic" => other(29), "advantage" => one(30), "advantages" => one(30), "disadvantage" => other(30),
    "disadvantages" => other(30), "buy" => one(31), "bought" => one(31), "buying" => one(31), "sell" => other(31), "sold" => other(31),
    "selling" => other(31), "high" => one(32), "low" => other(32), "raise" => one(33), "raised" => one(33), "lowered" => other(33),
    "cut" => other(33), "majority" => one(34), "minority" => other(34), "safe" => one(35), "dangerous" => other(35),
    "efficient" => one(36), "inefficient" => other(36), "effective" => one(37), "ineffective" => other(37), "satisfied" => one(38),
    "dissatisfied" => other(38), "possible" => one(39), "impossible" => other(39), "likely" => one(40), "unlikely" => other(40),
    "old" => one(41), "new" => other(41), "younger" => one(42), "older" => other(42), "early" => one(43), "late" => other(43),
    "online" => one(45), "offline" => other(45), "public" => one(46), "private" => other(46),
    "legal" => one(47), "illegal" => other(47), "present" => one(48), "absent" => other(48), "presence" => one(49), "absence" => other(49),
    "lack" => other(49), "more" => one(50), "less" => other(50), "fewer" => other(50), "most" => one(51), "least" => other(51),
    "simple" => one(52), "complex" => other(52), "complicated" => other(52), "fast" => one(53), "faster" => one(53), "slow" => other(53),
    "slower" => other(53), "happy" => one(54), "unhappy" => other(54), "sad" => other(54), "hot" => one(55), "cold" => other(55),
    "before" => one(56), "after" => other(56), "all" => one(57), "none" => other(57), "always" => one(58), "never" => other(58),
};
