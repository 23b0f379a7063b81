//! Words whose full stop ends no sentence. Titles and the like are always followed
//! by more; the others end a sentence when a sentence opener follows.

use crate::text::{WordSet, word_set};

/// Never the end of a sentence.
pub const ALWAYS: WordSet = word_set! {
    "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "hon", "gov", "gen", "col", "maj", "capt", "cmdr", "lt", "sgt", "cpl", "adm", "sen",
    "rep", "pres", "supt", "det", "insp", "amb", "st", "ste", "mt", "ft", "vs", "v", "cf", "viz", "ca", "approx", "e.g", "i.e", "msgr",
};

/// Not the end of a sentence when a number follows.
pub const BEFORE_NUMBER: WordSet = word_set! {
    "no", "nos", "vol", "vols", "pp", "p", "ed", "fig", "figs", "ch", "sec", "c", "nr", "op", "art", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
};

/// The end of a sentence only before a word that likes to open one.
pub const SOMETIMES: WordSet = word_set! {
    "inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "sr", "etc", "dept", "univ", "assn", "u.s", "u.k", "u.n", "e.u", "u.s.a",
    "d.c", "a.m", "p.m", "am", "pm", "b.c", "a.d", "ph.d", "m.d", "b.a", "m.a", "est", "ave", "blvd", "rd", "calif", "mass", "conn",
    "fla", "ga", "ill", "ind", "md", "mich", "minn", "miss", "mo", "okla", "ore", "pa", "tenn", "tex", "va", "wash", "wis", "ariz",
};

/// Words that, capitalised after a full stop, open a sentence far more often than they continue a name.
pub const OPENERS: WordSet = word_set! {
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "in", "on", "at", "by", "for", "from", "with", "as", "but", "and",
    "this", "that", "these", "those", "his", "her", "its", "their", "there", "when", "while", "after", "before", "since", "if", "although",
    "however", "meanwhile", "according", "earlier", "later", "last", "one", "two", "some", "many", "most", "no", "not", "what", "who", "how",
    "to", "our", "my", "under", "between", "during", "both", "all", "also", "so", "such", "then", "now", "only", "about", "over",
};
