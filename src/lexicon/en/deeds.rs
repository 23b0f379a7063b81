//! Verbs of what happens to one thing once, or holds of it for good, each with the parts that only one can have in it: who is
//! born is born in one place, what is built is built by one builder. Our own list, by base forms.

use crate::text::{WordMap, word_map};

/// What somebody or something is to a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Who does it.
    Agent,
    Place,
    Cause,
    /// What it is made of.
    Matter,
    /// To whom.
    Goal,
    /// From whom.
    Source,
}

impl Part {
    pub const ALL: [Part; 6] = [Part::Agent, Part::Place, Part::Cause, Part::Matter, Part::Goal, Part::Source];

    fn letter(self) -> u8 {
        match self {
            Part::Agent => b'a',
            Part::Place => b'p',
            Part::Cause => b'c',
            Part::Matter => b'm',
            Part::Goal => b'g',
            Part::Source => b's',
        }
    }
}

/// The deed that a verb is known by, and the letters of its single parts.
static DEEDS: WordMap<(&str, &str)> = word_map! {
    "bear" => ("birth", "p"), "die" => ("death", "pc"), "drown" => ("death", "p"), "perish" => ("death", "p"), "pass away" => ("death", "p"),
    "bury" => ("burial", "p"), "inter" => ("burial", "p"), "kill" => ("killing", "ap"), "murder" => ("killing", "ap"),
    "assassinate" => ("killing", "ap"), "stab" => ("stabbing", "ap"), "shoot" => ("shooting", "ap"),
    "found" => ("founding", "ap"), "establish" => ("founding", "ap"), "set up" => ("founding", "a"), "start" => ("start", "pca"),
    "build" => ("building", "apm"), "construct" => ("building", "apm"), "erect" => ("building", "apm"), "make" => ("making", "m"),
    "cast" => ("making", "m"), "carve" => ("making", "am"), "forge" => ("making", "m"), "hew" => ("making", "m"),
    "design" => ("design", "a"), "invent" => ("invention", "ap"), "devise" => ("invention", "a"), "discover" => ("discovery", "ap"), "unearth" => ("discovery", "ap"),
    "find" => ("discovery", "p"), "write" => ("writing", "a"), "author" => ("writing", "a"), "compose" => ("composing", "a"), "paint" => ("painting", "a"),
    "sculpt" => ("carving", "a"), "direct" => ("directing", "a"), "publish" => ("publishing", "a"), "translate" => ("translation", "a"),
    "break out" => ("start", "pc"), "begin" => ("start", "pc"), "originate" => ("start", "pc"), "erupt" => ("start", "pc"),
    "happen" => ("happening", "pc"), "occur" => ("happening", "pc"), "take place" => ("happening", "p"), "hold" => ("happening", "p"),
    "stage" => ("happening", "p"), "premiere" => ("premiere", "p"),
    "collapse" => ("collapse", "pc"), "cave in" => ("collapse", "pc"), "sink" => ("sinking", "pc"), "capsize" => ("sinking", "pc"),
    "crash" => ("crash", "pc"), "derail" => ("crash", "pc"), "explode" => ("explosion", "pc"), "burn down" => ("burning", "pca"),
    "strand" => ("stranding", "p"), "run aground" => ("stranding", "pc"), "close" => ("closing", "ca"), "shut" => ("closing", "ca"),
    "cancel" => ("calling off", "ac"), "call off" => ("calling off", "ac"), "postpone" => ("postponing", "ac"), "delay" => ("delay", "c"),
    "stop" => ("halt", "ac"), "halt" => ("halt", "ac"), "suspend" => ("halt", "ac"), "block" => ("halt", "ac"),
    "cause" => ("causing", "c"), "trigger" => ("causing", "c"), "spark" => ("causing", "c"), "ignite" => ("causing", "c"),
    "bring about" => ("causing", "c"), "set off" => ("causing", "c"),
    "order" => ("ordering", "a"), "approve" => ("approval", "a"), "reject" => ("refusal", "a"), "veto" => ("refusal", "a"), "overturn" => ("overturning", "a"),
    "quash" => ("overturning", "a"), "impose" => ("imposing", "a"), "ban" => ("ban", "a"), "forbid" => ("ban", "a"), "convict" => ("conviction", "a"),
    "appoint" => ("appointing", "a"), "elect" => ("electing", "a"), "name" => ("naming", "a"), "commission" => ("commissioning", "a"),
    "award" => ("award", "ag"), "grant" => ("award", "ag"), "give" => ("award", "g"), "win" => ("winning", "a"), "come" => ("coming", "s"),
    "acquire" => ("acquiring", "a"), "buy" => ("acquiring", "a"), "purchase" => ("acquiring", "a"), "take over" => ("acquiring", "a"), "sell" => ("sale", "ag"),
    "lead" => ("lead", "a"), "head" => ("lead", "a"), "chair" => ("lead", "a"), "conduct" => ("lead", "a"), "manage" => ("lead", "a"), "own" => ("own", "a"),
    "base" => ("seat", "p"), "headquarter" => ("seat", "p"),
    "steal" => ("theft", "ap"), "capture" => ("capture", "p"), "arrest" => ("capture", "p"), "seize" => ("capture", "p"), "sign" => ("signing", "p"),
    "open" => ("opening", "ca"), "inaugurate" => ("opening", "a"), "unveil" => ("opening", "a"), "donate" => ("gift", "ag"), "bequeath" => ("gift", "ag"),
};

/// What a verb in its base form is the deed of.
pub fn deed(verb: &str) -> Option<&'static str> {
    DEEDS.get(verb).map(|(deed, _)| *deed)
}

/// Can only one have this part in what the verb tells?
pub fn is_single(verb: &str, part: Part) -> bool {
    DEEDS.get(verb).is_some_and(|(_, letters)| letters.as_bytes().contains(&part.letter()))
}

/// Who may decide: nouns for those of one kind, who speak for each other.
const AUTHORITIES: [&[&str]; 9] = [
    &["court", "judge", "tribunal", "magistrate", "jury", "justice"],
    &["council", "councillor", "mayor", "town", "city", "municipality"],
    &["government", "cabinet", "minister", "ministry", "president", "premier", "department", "state"],
    &["parliament", "assembly", "senate", "congress", "lawmaker", "legislature", "deputy", "senator"],
    &["police", "officer", "policeman", "constabulary", "sheriff"],
    &["firefighter", "brigade", "fireman"],
    &["army", "navy", "military", "soldier", "troop", "general"],
    &["union", "worker", "staff", "employee"],
    &["voter", "resident", "elector", "citizen"],
];

/// Are these two of those who decide, and of other kinds?
pub fn decide_apart(a: &str, b: &str) -> bool {
    let kind = |noun: &str| AUTHORITIES.iter().position(|kind| kind.contains(&noun));
    matches!((kind(a), kind(b)), (Some(x), Some(y)) if x != y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_parts() {
        assert!(is_single("build", Part::Agent) && is_single("bear", Part::Place) && is_single("trigger", Part::Cause));
        assert!(!is_single("meet", Part::Agent) && !is_single("make", Part::Place));
        assert_eq!(deed("construct"), deed("build"));
        assert!(decide_apart("court", "council") && !decide_apart("court", "judge") && !decide_apart("court", "goat"));
    }
}
