//! Posts that people hold, and the words that put a post in the past. Our own lists.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// Nouns of posts, lower case, each with the word it is known by.
pub static POSTS: WordMap<&str> = word_map! {
    "professor" => "professor", "lecturer" => "lecturer", "dean" => "dean", "rector" => "rector", "researcher" => "researcher",
    "director" => "director", "manager" => "manager", "president" => "president", "chancellor" => "chancellor", "premier" => "prime minister",
    "minister" => "minister", "secretary" => "secretary", "ambassador" => "ambassador", "governor" => "governor", "mayor" => "mayor",
    "senator" => "senator", "congressman" => "congressman", "congresswoman" => "congresswoman", "commissioner" => "commissioner",
    "chairman" => "chair", "chairwoman" => "chair", "chairperson" => "chair", "chair" => "chair",
    "ceo" => "chief executive", "executive" => "chief executive", "cfo" => "finance chief", "founder" => "founder", "co-founder" => "founder",
    "spokesman" => "spokesperson", "spokeswoman" => "spokesperson", "spokesperson" => "spokesperson",
    "editor" => "editor", "analyst" => "analyst", "economist" => "economist", "coach" => "coach", "captain" => "captain", "leader" => "leader",
    "head" => "head", "partner" => "partner", "adviser" => "adviser", "advisor" => "adviser", "curator" => "curator", "conductor" => "conductor",
    "bishop" => "bishop", "archbishop" => "archbishop", "judge" => "judge", "prosecutor" => "prosecutor", "treasurer" => "treasurer",
};

/// Words before a post that say it is held no more.
pub const FORMER: WordSet = word_set! { "former", "ex", "erstwhile", "onetime", "ousted" };

/// Words between a post and the body it is held at.
pub const HELD_AT: WordSet = word_set! { "at", "of", "for", "with" };
