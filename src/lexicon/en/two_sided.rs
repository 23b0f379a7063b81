//! What takes two: nobody meets, beats or succeeds himself.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// Verbs with a party on either side: "Harwick beat Moorgate", "Moorgate were beaten by Harwick".
pub const DEEDS: WordSet = word_set! {
    "beat", "beats", "beaten", "beating", "defeated", "defeats", "defeating", "thrashed", "thrash", "edged", "overcame", "overcome", "overcomes",
    "eliminated", "outscored", "outbid", "outpolled", "unseated", "unseats", "ousted", "met", "meets", "faced", "faces", "hosted", "hosts", "joined",
    "joins", "succeeded", "succeeds", "replaced", "replaces", "married", "marries", "sued", "sues", "acquired", "acquires", "overtook", "overtakes",
};

/// Nouns and verbs that name the other side behind a small word: "a win over Moorgate", "lost to Moorgate".
pub const TOWARDS: WordMap<&[&str]> = word_map! {
    "win" => &["over", "against", "at"], "wins" => &["over", "against", "at"], "victory" => &["over", "against", "at"],
    "triumph" => &["over", "against"], "defeat" => &["to", "by", "against", "at"], "loss" => &["to", "against", "at"],
    "draw" => &["with", "against", "by", "at"], "drew" => &["with", "against", "at"], "lost" => &["to", "against", "at"], "lose" => &["to", "against", "at"],
    "loses" => &["to", "against", "at"], "match" => &["with", "against"], "game" => &["with", "against"], "final" => &["against"],
    "talks" => &["with"], "merger" => &["with"], "merged" => &["with"], "treaty" => &["with"], "border" => &["with"],
    "war" => &["with", "against"], "split" => &["from"], "broke" => &["with"],
};
