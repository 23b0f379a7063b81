//! Words around and inside names: titles, heads of organisations, small words, and
//! capitalised words that are no names. Our own lists.

use crate::text::{WordSet, word_set};

/// Titles and offices that stand before a person's name.
pub const TITLES: WordSet = word_set! {
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "president", "minister", "chancellor", "senator",
    "sen", "rep", "representative", "congressman", "congresswoman", "governor", "gov", "mayor", "judge", "justice", "general", "gen", "colonel", "col",
    "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "major", "admiral", "king", "queen", "prince", "princess", "pope", "archbishop",
    "bishop", "cardinal", "reverend", "rev", "father", "sister", "coach", "manager", "director", "secretary", "ambassador", "inspector", "detective", "officer",
    "chief", "cfo", "coo", "cto", "commander", "commissioner", "councillor", "councilman", "councilwoman", "spokesman", "spokeswoman", "spokesperson", "premier",
    "deputy", "vice", "prime", "foreign", "former", "sheikh", "ayatollah", "emperor", "duke", "duchess", "baroness", "baron", "saint",
    "superintendent", "sheriff", "attorney", "chairman", "chairwoman", "ceo", "founder", "editor", "author", "actor", "actress", "singer",
};

/// Offices that end the name before them: "Arvex CEO Jon Lind".
pub const MID_TITLES: WordSet = word_set! {
    "ceo", "cfo", "coo", "cto", "president", "chairman", "chairwoman", "spokesman", "spokeswoman", "spokesperson",
};

/// Words that make a run of capitals an organisation.
pub const ORGANISATIONS: WordSet = word_set! {
    "university", "college", "school", "institute", "academy", "ministry", "department", "agency", "bureau", "office", "council", "committee",
    "commission", "court", "congress", "senate", "parliament", "assembly", "party", "union", "association", "federation", "league", "society",
    "foundation", "trust", "fund", "bank", "group", "company", "corporation", "corp", "inc", "ltd", "llc", "plc", "co", "holdings", "industries", "airlines",
    "airways", "motors", "systems", "technologies", "police", "army", "navy", "force", "guard", "service", "services", "hospital", "church", "club",
    "united", "city", "fc", "times", "post", "news", "press", "journal", "network", "museum", "organization", "organisation", "board", "authority",
    "alliance", "coalition", "movement", "front", "brotherhood", "centre", "center", "studios", "records", "entertainment", "international", "nations",
};

/// Words before the name of a place.
pub const BEFORE_PLACES: WordSet = word_set! { "in", "at", "near", "around", "across", "outside" };

/// Words that make a run of capitals a place.
pub const PLACES: WordSet = word_set! {
    "street", "road", "avenue", "lane", "square", "park", "gardens", "bridge", "river", "lake", "bay", "beach", "island", "islands", "hill", "hills",
    "mountain", "mountains", "mount", "valley", "forest", "county", "district", "province", "town", "village", "port", "harbour", "harbor", "airport", "station",
    "stadium", "arena", "castle", "palace", "tower", "house", "hall", "theatre", "theater", "cathedral", "cemetery", "prison", "desert", "canal", "coast", "peninsula",
};

/// Small words inside a name.
pub const PARTICLES: WordSet = word_set! {
    "of", "von", "van", "der", "den", "de", "da", "di", "del", "della", "bin", "bint", "al", "el", "la", "le", "du", "dos", "ben", "ibn", "y", "and", "the", "for",
};

/// Capitalised in English, yet no names of people, bodies or places.
pub const NO_NAMES: WordSet = word_set! {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "christmas", "easter", "i", "i'm", "ii", "iii", "iv", "am", "pm", "gmt", "est", "bst", "ceo", "tv", "dvd", "ok",
    "internet", "god", "english", "spring", "summer", "autumn", "winter", "north", "south", "east", "west", "mr", "mrs", "ms", "dr",
};

/// Words that give a thing another name.
pub const NAMING: WordSet = word_set! {
    "named", "called", "known", "spelt", "spelled", "spelling", "renamed", "written", "transliterated", "transcribed", "romanised", "romanized", "iast", "variant", "variants", "alias",
};

/// Words that open a sentence before a name and are no part of it.
pub const OPENERS: WordSet = word_set! {
    "later", "earlier", "meanwhile", "yesterday", "today", "tomorrow", "then", "however", "last", "next", "first", "second", "once", "soon", "recently", "formerly",
    "like", "unlike", "despite", "both", "neither", "either", "perhaps", "maybe", "indeed", "thus", "hence", "therefore", "moreover", "furthermore", "nevertheless",
    "besides", "afterwards", "eventually", "finally", "initially", "originally", "currently", "elsewhere", "together", "alongside", "born", "asked", "speaking",
    "following", "including", "see", "yes", "no", "well", "oh", "ok", "please", "thanks", "dear", "new", "another", "outside", "inside", "near", "unless", "instead",
};
