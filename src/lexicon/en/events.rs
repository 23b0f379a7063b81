//! Verbs of things that happen on a day, by the class of what happens: two dates are
//! held against each other only where both date the same class. Verbs of saying are left
//! out: everybody says things every day. Own work.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// The class of an event, by any of the verb's forms in lower case.
pub static EVENTS: WordMap<&str> = word_map! {
    "release" => "announce", "released" => "announce", "issue" => "announce", "issued" => "announce", "publish" => "announce",
    "published" => "announce", "announce" => "announce", "announced" => "announce", "unveil" => "announce", "unveiled" => "announce",
    "presented" => "announce", "disclosed" => "announce",
    "sign" => "sign", "signed" => "sign", "signing" => "sign",
    "strike" => "strike", "struck" => "strike", "hit" => "strike", "shook" => "strike", "shaken" => "strike", "rocked" => "strike",
    "jolted" => "strike", "occurred" => "strike", "happened" => "strike",
    "award" => "award", "awarded" => "award", "receive" => "award", "received" => "award", "won" => "award", "win" => "award",
    "honoured" => "award", "honored" => "award",
    "die" => "die", "died" => "die", "killed" => "die", "born" => "born", "married" => "marry", "wed" => "marry",
    "complete" => "complete", "completed" => "complete", "finalize" => "complete", "finalized" => "complete", "finalised" => "complete",
    "concluded" => "complete", "close" => "complete", "closed" => "complete",
    "buy" => "buy", "bought" => "buy", "acquire" => "buy", "acquired" => "buy", "purchased" => "buy", "agreed" => "buy",
    "begin" => "begin", "began" => "begin", "begun" => "begin", "start" => "begin", "started" => "begin", "opened" => "begin",
    "launched" => "begin", "commenced" => "begin",
    "end" => "end", "ended" => "end", "expired" => "end", "finished" => "end",
    "elected" => "elect", "appointed" => "appoint", "named" => "appoint", "resigned" => "resign", "inaugurated" => "appoint",
    "crashed" => "crash", "collapsed" => "collapse", "exploded" => "explode", "sank" => "sink", "erupted" => "erupt",
    "arrested" => "arrest", "charged" => "charge", "convicted" => "convict", "sentenced" => "sentence",
    "founded" => "found", "established" => "found", "incorporated" => "found",
    "voted" => "vote", "passed" => "pass", "adopted" => "pass", "approved" => "pass", "ratified" => "pass",
    "met" => "meet", "landed" => "land", "arrived" => "arrive", "discovered" => "discover", "premiered" => "premiere",
    "defeated" => "defeat", "beat" => "defeat", "merged" => "merge", "filed" => "file",
};

/// Verbs of what happens to a thing or person once: its month or year is a fact too.
pub static ONCE: WordSet = word_set! {
    "born", "died", "founded", "established", "incorporated", "sank", "premiered",
};

/// Words that make it another event of the same kind.
pub static OTHER_EVENT: WordSet = word_set! {
    "another", "again", "second", "third", "previous", "previously", "earlier", "later", "next", "aftershock", "aftershocks", "anniversary",
    "postponed", "rescheduled", "originally", "reissue", "reissued", "rereleased", "edition", "sequel", "season", "season's", "annual",
    "scheduled", "expected", "planned", "updated", "since", "until",
};
