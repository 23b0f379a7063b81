//! Words that decide what a statement holds: what leads to its verb, when it holds, whose view it is, and how many it is said of.
//! Our own lists, by base forms.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// Verbs that turn what they lead to: "failed to agree", "refused to sign".
pub const FAILING: WordSet = word_set! { "fail", "refuse", "decline", "neglect", "avoid", "rule out" };

/// Nouns for what somebody means to do, with "has" before them and an infinitive behind: "has no plans to close".
pub const INTENTIONS: WordSet = word_set! { "plan", "intention" };

/// What an adjective or a verb says with the small word behind it: the verb that says the same, and whether it is denied.
pub static SAID_WITH: WordMap<(&str, bool)> = word_map! {
    "absent from" => ("attend", true), "stay away from" => ("attend", true), "present at" => ("attend", false), "opposed to" => ("oppose", false),
    "supportive of" => ("support", false), "critical of" => ("criticize", false), "responsible for" => ("cause", false),
};

/// Nouns for what is to be decided: a plan for a bridge is decided as the bridge is.
pub const PROPOSALS: WordSet = word_set! {
    "plan", "proposal", "scheme", "bid", "motion", "application", "request", "idea", "bill", "design",
};

/// What is given to that which is approved: "gave its approval to the bridge", "gave the bridge the green light".
pub const CONSENTS: WordSet = word_set! { "approval", "consent", "assent", "blessing", "go-ahead", "nod", "backing" };

/// What a verb and an adjective behind it find somebody: "found guilty" is convicted.
pub static VERDICTS: WordMap<&str> = word_map! {
    "find guilty" => "convict", "find innocent" => "acquit", "plead guilty" => "admit", "plead innocent" => "deny",
};

/// How a verb stands to the deed that a noun behind it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Its subject does it: "gave support to".
    Does,
    /// It is done to its subject: "got support from".
    Receives,
    /// Either, by the small word behind the noun: "had support from", "had insurance for".
    Has,
    /// Its subject does not do it: "withheld its approval of".
    Denies,
}

/// Verbs that say of a deed that a noun names no more than whose it is.
pub static LIGHT: WordMap<Light> = word_map! {
    "give" => Light::Does, "make" => Light::Does, "offer" => Light::Does, "express" => Light::Does, "voice" => Light::Does, "issue" => Light::Does,
    "declare" => Light::Does, "announce" => Light::Does, "grant" => Light::Does, "lend" => Light::Does, "show" => Light::Does,
    "receive" => Light::Receives, "get" => Light::Receives, "have" => Light::Has, "win" => Light::Receives, "find" => Light::Receives,
    "withhold" => Light::Denies, "refuse" => Light::Denies,
};

/// Verbs that say of what they lead to no more than that it is.
pub const DOING: WordSet = word_set! { "manage", "do", "be", "have", "come", "go", "continue", "proceed" };

/// Verbs that bind somebody to what they lead to: "ordered the mill to pay".
pub const COMMANDING: WordSet =
    word_set! { "order", "require", "oblige", "compel", "force", "command", "instruct", "direct" };

/// Verbs that put what they lead to into the future: "plans to build", "is expected to sign".
pub const PLANNING: WordSet = word_set! {
    "plan", "intend", "expect", "set", "schedule", "due", "aim", "want", "hope", "agree", "vow", "promise", "pledge", "prepare", "decide", "seek",
    "try", "attempt", "wish", "propose", "threaten", "begin", "start",
};

/// Verbs that call somebody something: "a firm called Dorn".
pub const CALLING: WordSet = word_set! {
    "name", "call", "elect", "appoint", "dub", "title", "entitle", "christen", "nickname", "make", "consider", "crown", "declare", "label",
};

/// How many days lie between the times of what is so told.
pub static ADVERBS_OF_TIME: WordMap<i64> = word_map! {
    "daily" => 1, "weekly" => 7, "fortnightly" => 14, "monthly" => 30, "yearly" => 365, "annually" => 365, "biennially" => 730,
};

/// Verbs that give something to somebody, with "to" behind what is given or without it before.
pub const GIVING: WordSet = word_set! {
    "give", "award", "grant", "pay", "sell", "lend", "send", "offer", "hand", "owe", "deny", "refuse", "teach", "tell", "show", "bring", "promise", "leave", "lease", "buy", "ask", "assign",
};

/// Words that put a statement at another moment than one without them.
pub const SHIFTS: WordSet = word_set! {
    "yet", "later", "earlier", "initially", "previously", "originally", "eventually", "finally", "until", "till", "once", "then", "subsequently",
    "formerly", "longer", "again", "since", "nearly", "almost", "previous", "former", "anymore", "temporarily", "briefly", "sometimes", "often", "usually",
    "always", "rarely", "ever", "only",
};

/// Words of time that tell two statements apart where each has its own.
pub const MOMENTS: WordSet = word_set! {
    "still", "already", "now", "meanwhile", "currently", "yesterday", "today", "tomorrow", "morning", "evening", "noon", "midnight", "afternoon", "night",
    "last", "next", "first", "second", "third", "fourth", "spring", "summer", "autumn", "winter", "new", "old", "early", "late", "weekend", "year", "month",
    "week", "day", "half", "round", "quarter",
};

/// Verbs of those who tell what they think.
pub const OPINIONS: WordSet = word_set! {
    "claim", "believe", "think", "argue", "insist", "fear", "hope", "expect", "suggest", "allege", "accuse", "deny", "doubt", "feel", "warn", "predict",
    "maintain", "contend", "suspect", "speculate", "assume", "wonder", "ask", "demand", "want", "urge", "call", "imply", "assert", "dispute", "reject",
    "propose", "recommend", "promise", "vow", "dream", "imagine", "pretend", "seem", "appear", "oppose",
};

/// Verbs of those who pass on what they know.
pub const REPORTING: WordSet = word_set! {
    "say", "tell", "add", "announce", "report", "state", "note", "explain", "write", "declare", "reveal", "recall", "point out", "tweet", "post", "testify",
    "confirm", "conclude", "comment", "stress", "emphasize", "emphasise", "show", "find", "learn", "know", "mean", "acknowledge", "admit", "concede",
};

/// Words behind "not" that take it off the verb.
pub const NOT_ONLY: WordSet = word_set! {
    "only", "just", "merely", "simply", "necessarily", "always", "all", "every", "everyone", "entirely", "fully", "completely", "yet", "solely", "exactly", "quite",
    "very", "so", "until", "because", "much", "far", "enough", "long", "too", "alone",
};

/// Words before what is not held to be so.
pub const SUPPOSING: WordSet = word_set! {
    "if", "unless", "whether", "lest", "otherwise", "assuming", "provided", "suppose", "supposedly", "allegedly", "perhaps",
    "probably", "possibly", "maybe", "reportedly", "apparently", "likely", "unlikely",
};

/// Takers of a share of what they stand before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    None,
    Few,
    /// An open part: what holds of it need not hold of the rest.
    Some,
    Half,
    Most,
    All,
}

/// Words that tell of how many of a thing a statement holds.
pub static SHARES: WordMap<Share> = word_map! {
    "all" => Share::All, "every" => Share::All, "each" => Share::All, "both" => Share::All, "everyone" => Share::All, "everybody" => Share::All,
    "most" => Share::Most, "majority" => Share::Most, "half" => Share::Half, "few" => Share::Few, "minority" => Share::Few,
    "some" => Share::Some, "many" => Share::Some, "several" => Share::Some, "certain" => Share::Some, "numerous" => Share::Some,
    "none" => Share::None, "no" => Share::None, "neither" => Share::None, "nobody" => Share::None, "nothing" => Share::None,
};

/// Verbs of denying and of confirming: one text that says both of one thing contradicts itself.
pub const STANCES: WordSet = word_set! {
    "deny", "reject", "dismiss", "refute", "dispute", "confirm", "admit", "acknowledge", "accept", "concede",
};

/// Verbs that say the same with both sides changed.
pub const MUTUAL: WordSet = word_set! {
    "meet", "marry", "join", "face", "play", "fight", "wed", "divorce", "date", "border", "resemble", "equal", "match", "contact", "be", "have", "include",
    "become", "remain", "touch", "meet with",
};

/// Verbs that may be true both ways by turns: who thanks is thanked. Both of one matter they are seldom.
pub const ANSWERED: WordSet = word_set! {
    "call", "love", "hate", "hug", "kiss", "know", "see", "visit", "thank", "greet", "embrace", "follow", "criticize", "criticise", "accuse", "praise",
    "attack", "tell", "say", "ask",
};

/// Nouns for one of two sides, behind which stands the other: the deed as in `CONVERSES`, and whether they name its doer.
pub static CONVERSE_NOUNS: WordMap<(&str, bool)> = word_map! {
    "pupil" => ("teach", false), "student" => ("teach", false), "apprentice" => ("teach", false), "teacher" => ("teach", true), "tutor" => ("teach", true),
    "owner" => ("own", true), "subsidiary" => ("own", false), "employer" => ("employ", true), "employee" => ("employ", false),
    "successor" => ("succeed", true), "predecessor" => ("succeed", false), "tenant" => ("lease", false), "landlord" => ("lease", true),
};

/// Words for one deed as its two sides see it: verb and the small word before the other party, the deed they are known
/// by, and whether the subject is its doer.
pub static CONVERSES: WordMap<(&str, bool)> = word_map! {
    "beat" => ("beat", true), "defeat" => ("beat", true), "overcome" => ("beat", true), "lose to" => ("beat", false), "win against" => ("beat", true),
    "win over" => ("beat", true), "lose against" => ("beat", false), "sell to" => ("sell", true), "buy from" => ("sell", false),
    "acquire from" => ("sell", false), "purchase from" => ("sell", false), "give to" => ("give", true), "pay to" => ("give", true), "hand to" => ("give", true), "receive from" => ("give", false),
    "get from" => ("give", false), "lend to" => ("lend", true), "borrow from" => ("lend", false), "lease to" => ("lease", true),
    "lease from" => ("lease", false), "acquire" => ("acquire", true), "buy" => ("acquire", true), "purchase" => ("acquire", true),
    "take over" => ("acquire", true), "teach" => ("teach", true), "study under" => ("teach", false), "study with" => ("teach", false),
    "learn from" => ("teach", false), "employ" => ("employ", true), "work for" => ("employ", false), "succeed" => ("succeed", true),
    "replace" => ("succeed", true), "precede" => ("succeed", false), "own" => ("own", true), "belong to" => ("own", false), "lead" => ("lead", true),
    "finish ahead of" => ("finish", true), "finish behind" => ("finish", false), "finish before" => ("finish", true), "come ahead of" => ("finish", true),
    "come before" => ("precede", true), "come after" => ("precede", false), "hold off" => ("beat", true), "see off" => ("beat", true),
    "sue" => ("sue", true), "follow" => ("succeed", true), "inherit from" => ("bequeath", false), "bequeath to" => ("bequeath", true),
};

/// What "in" or "on" and a noun say with "of" behind it: "in the wake of the strike".
pub static MEANT_BY: WordMap<&str> = word_map! {
    "wake" => "after", "aftermath" => "after", "eve" => "before", "course" => "during", "face" => "despite",
};

/// Before a statement that may be so or not.
pub static CONDITIONS: WordSet = word_set! { "if", "unless", "whether", "lest" };

/// Before one that is so at times, where it is told of the present.
pub static OCCASIONS: WordSet = word_set! { "when", "where", "whenever" };
