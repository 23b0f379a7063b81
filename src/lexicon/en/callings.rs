//! What people are called by their work or office ("the nurse Ada Roth"), beside the posts of
//! `posts`. Our own lists.

use super::posts::POSTS;
use crate::text::{WordMap, WordSet, word_map, word_set};

/// Nouns, lower case, each with the word it is known by.
static CALLINGS: WordMap<&str> = word_map! {
    "accountant" => "accountant", "actor" => "actor", "actress" => "actor", "admiral" => "admiral", "anthropologist" => "anthropologist",
    "archaeologist" => "archaeologist", "archeologist" => "archaeologist", "architect" => "architect", "artist" => "artist",
    "astronaut" => "astronaut", "astronomer" => "astronomer", "athlete" => "athlete", "attorney" => "lawyer", "author" => "author",
    "baker" => "baker", "barber" => "barber", "barrister" => "lawyer", "biologist" => "biologist", "bookseller" => "bookseller",
    "botanist" => "botanist", "builder" => "builder", "butcher" => "butcher", "carpenter" => "carpenter", "cashier" => "cashier",
    "champion" => "champion", "chef" => "cook", "chemist" => "chemist", "chief" => "chief", "cleaner" => "cleaner", "colonel" => "colonel",
    "commander" => "commander", "composer" => "composer", "cook" => "cook", "coroner" => "coroner", "councillor" => "councillor",
    "counsel" => "lawyer", "defender" => "defender", "dentist" => "dentist", "deputy" => "deputy", "designer" => "designer",
    "detective" => "detective", "diplomat" => "diplomat", "doctor" => "doctor", "driver" => "driver", "duke" => "duke",
    "ecologist" => "ecologist", "electrician" => "electrician", "engineer" => "engineer", "farmer" => "farmer",
    "filmmaker" => "director", "firefighter" => "firefighter", "fireman" => "firefighter", "fisherman" => "fisher",
    "forester" => "forester", "forward" => "forward", "gardener" => "gardener", "general" => "general", "geologist" => "geologist",
    "goalkeeper" => "goalkeeper", "guard" => "guard", "guitarist" => "guitarist", "hairdresser" => "barber", "historian" => "historian",
    "host" => "host", "inspector" => "inspector", "instructor" => "instructor", "inventor" => "inventor", "investigator" => "investigator",
    "janitor" => "cleaner", "jeweller" => "jeweller", "journalist" => "journalist", "joiner" => "carpenter", "justice" => "judge",
    "king" => "king", "lawmaker" => "lawmaker", "lawyer" => "lawyer", "librarian" => "librarian", "lieutenant" => "lieutenant",
    "linguist" => "linguist", "magistrate" => "judge", "marshal" => "marshal", "mathematician" => "mathematician", "mechanic" => "mechanic",
    "meteorologist" => "meteorologist", "midfielder" => "midfielder", "midwife" => "midwife", "miner" => "miner", "musician" => "musician",
    "neurologist" => "neurologist", "novelist" => "writer", "nurse" => "nurse", "officer" => "officer", "ombudsman" => "ombudsman",
    "organiser" => "organiser", "organizer" => "organiser", "painter" => "painter", "paramedic" => "paramedic", "pastor" => "priest",
    "pathologist" => "pathologist", "pediatrician" => "doctor", "pharmacist" => "pharmacist", "philosopher" => "philosopher",
    "photographer" => "photographer", "physician" => "doctor", "physicist" => "physicist", "pianist" => "pianist", "pilot" => "pilot",
    "playwright" => "playwright", "plumber" => "plumber", "poet" => "poet", "policeman" => "officer", "policewoman" => "officer",
    "politician" => "politician", "postman" => "postman", "priest" => "priest", "prince" => "prince", "princess" => "princess",
    "principal" => "principal", "producer" => "producer", "programmer" => "programmer", "psychiatrist" => "psychiatrist",
    "psychologist" => "psychologist", "publisher" => "publisher", "queen" => "queen", "referee" => "referee", "registrar" => "registrar",
    "reporter" => "journalist", "representative" => "representative", "retailer" => "shopkeeper", "sailor" => "sailor",
    "scientist" => "scientist", "sculptor" => "sculptor", "seismologist" => "seismologist", "sergeant" => "sergeant",
    "sheriff" => "sheriff", "shepherd" => "shepherd", "shopkeeper" => "shopkeeper", "singer" => "singer", "skipper" => "captain",
    "sociologist" => "sociologist", "soldier" => "soldier", "solicitor" => "lawyer", "striker" => "striker", "student" => "student",
    "superintendent" => "superintendent", "surgeon" => "surgeon", "surveyor" => "surveyor", "tailor" => "tailor", "teacher" => "teacher",
    "technician" => "technician", "trainer" => "coach", "translator" => "translator", "undersecretary" => "undersecretary",
    "violinist" => "violinist", "volcanologist" => "volcanologist", "waiter" => "waiter", "waitress" => "waiter", "welder" => "welder",
    "winger" => "winger", "writer" => "writer", "zoologist" => "zoologist",
};

/// What only one person is at a time, at one body or of one kind.
static ONE_AT_A_TIME: WordSet = word_set! {
    "captain", "chair", "chancellor", "chief executive", "coach", "commissioner", "coroner", "dean", "director", "finance chief", "operations chief",
    "general secretary", "governor", "king", "leader", "mayor", "minister", "ombudsman", "president", "prime minister", "principal", "queen",
    "rector", "secretary", "sheriff", "superintendent", "treasurer", "ambassador", "archbishop",
};

/// Of these there are many at a time, and only what they are of tells which is meant: "transport minister".
static OF_MANY_KINDS: WordSet = word_set! { "minister", "secretary", "commissioner", "ambassador" };

/// Trades that take years to learn: hardly anybody has two of them.
static TRADES: WordSet = word_set! {
    "accountant", "barber", "carpenter", "dentist", "doctor", "electrician", "farmer", "firefighter", "fisher", "lawyer", "librarian", "mechanic",
    "miner", "nurse", "pharmacist", "pilot", "plumber", "postman", "teacher", "welder",
};

pub fn is_trade(calling: &str) -> bool {
    TRADES.contains(calling)
}

/// What work or office the lower-case noun stands for.
pub fn calling(word: &str) -> Option<&'static str> {
    CALLINGS.get(word).or_else(|| POSTS.get(word)).copied()
}

/// Can only one person be called so, if the words beside it (where `told`) are the same?
pub fn is_of_one(calling: &str, told: bool) -> bool {
    ONE_AT_A_TIME.contains(calling) && (told || !OF_MANY_KINDS.contains(calling))
}
