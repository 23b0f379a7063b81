//! Words that are a country here and something else there: what stands around
//! them decides. Windows are a few tokens wide, so that the cost stays bounded.

use super::{Form, Found, NAMES, phrase};
use crate::document::Document;
use crate::text::{WordMap, WordSet, word_map, word_set};

/// What a word may be besides a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Else {
    /// A given name or surname: a country only with a sign of place.
    Person,
    /// A thing: a country unless the words are of the kitchen or the like.
    Thing,
    /// A state of the United States: a country only with a sign of the Caucasus.
    State,
}

const DOUBTFUL: WordMap<Else> = word_map! {
    "jordan" => Else::Person, "chad" => Else::Person, "israel" => Else::Person, "ireland" => Else::Person, "holland" => Else::Person,
    "france" => Else::Person, "india" => Else::Person, "kenya" => Else::Person, "cuba" => Else::Person, "chile" => Else::Person,
    "trinidad" => Else::Person, "jersey" => Else::Person, "dominica" => Else::Person, "french" => Else::Person, "german" => Else::Person,
    "english" => Else::Person, "dane" => Else::Person, "finn" => Else::Person, "brit" => Else::Person, "pole" => Else::Person,
    "montserrat" => Else::Person, "britain" => Else::Person, "antigua" => Else::Person, "niue" => Else::Person, "lao" => Else::Person,
    "turkey" => Else::Thing, "guinea" => Else::Thing, "polish" => Else::Thing, "kiwis" => Else::Thing, "swede" => Else::Thing,
    "china" => Else::Thing, "poles" => Else::Thing, "reunion" => Else::Thing, "persia" => Else::Thing, "swedes" => Else::Thing,
    "emirates" => Else::Thing, "bohemia" => Else::Thing, "turk" => Else::Thing,
    "georgia" => Else::State, "georgian" => Else::State, "georgians" => Else::State,
};

/// Doubtful names that, without any other capital near, are people as often as countries.
const USUALLY_PEOPLE: WordSet = word_set! { "jordan", "chad", "dominica", "jersey", "dane", "finn", "brit", "pole", "trinidad", "lao", "montserrat" };

/// Signs of a place before a name.
const PLACE_BEFORE: WordSet = word_set! {
    "in", "from", "to", "into", "near", "across", "between", "throughout", "outside", "inside", "within", "of", "against", "visit", "visited",
    "southern", "northern", "eastern", "western", "central", "neighbouring", "neighboring", "via", "over", "toward", "towards", "republic",
};

/// "New Mexico" is not Mexico, "Northern Ireland" not Ireland, "American Samoa" not Samoa.
const NOT_AFTER: WordMap<&[&str]> = word_map! {
    "mexico" => &["new"], "jersey" => &["new"], "guinea" => &["new", "of"], "ireland" => &["northern"], "cyprus" => &["northern"],
    "samoa" => &["american"], "macedonia" => &["north"], "germany" => &["east", "west", "nazi"], "vietnam" => &["north", "south"],
    "yemen" => &["north", "south"], "korea" => &["north", "south"], "sudan" => &["south"], "timor" => &["east"],
    "america" => &["north", "south", "latin", "central", "of", "captain", "corporate", "bank"], "american" => &["north", "south", "latin", "central", "native", "african", "pan"],
    "americans" => &["north", "south", "latin", "central", "native", "african"], "indian" => &["american", "west", "west-"], "indians" => &["american", "cleveland", "west"],
    "virginia" => &["west"], "georgia" => &["south"], "dutch" => &["pennsylvania"], "brazil" => &["nut"], "mexican" => &["new"],
    "zealand" => &["new"], "caledonia" => &["new"], "mongolia" => &["inner"], "mongolian" => &["inner"],
};

/// "Jordan River" is no country, nor is "Niger Delta"; "Guinea pigs" are none either.
const NOT_BEFORE: WordMap<&[&str]> = word_map! {
    "niger" => &["delta", "river", "state"], "jordan" => &["river", "valley"], "guinea" => &["pig", "pigs", "fowl"], "indian" => &["ocean", "reservation", "river", "wells"],
    "turkey" => &["day", "creek", "sandwich", "breast", "dinner", "meat", "hunting", "burger", "trot", "hill"], "swiss" => &["cheese", "chard"],
    "french" => &["fries", "toast", "horn", "open", "quarter"], "panama" => &["city", "hat", "papers"], "mexico" => &["city"], "kuwait" => &["city"], "guatemala" => &["city"],
    "lebanon" => &["county"], "peru" => &["county"], "american" => &["samoa"], "polish" => &["remover"], "china" => &["cabinet", "town", "plate", "plates"],
    "washington" => &["post", "times", "state", "d", "dc", "redskins", "nationals", "wizards", "capitals", "university", "county", "street"],
};

const KITCHEN: WordSet = word_set! {
    "roast", "roasted", "roasting", "sandwich", "thanksgiving", "stuffing", "breast", "gravy", "oven", "cook", "cooked", "cooking", "meat", "ham",
    "chicken", "bacon", "feathers", "gobble", "nail", "nails", "shoe", "furniture", "porcelain", "plates", "dinner", "fruit", "hunt", "hunting", "wild",
};

/// The Caucasus and its neighbours.
const CAUCASUS: WordSet = word_set! {
    "tbilisi", "batumi", "abkhazia", "ossetia", "caucasus", "soviet", "russia", "russian", "armenia", "azerbaijan", "ukraine", "moldova", "turkey",
    "saakashvili", "ivanishvili", "shevardnadze", "kobakhidze", "zourabichvili", "stalin", "kazakhstan", "belarus", "estonia", "europe", "european",
};

/// The American South.
const SOUTH: WordSet = word_set! {
    "atlanta", "savannah", "augusta", "macon", "athens", "alabama", "florida", "carolina", "tennessee", "bulldogs", "confederate", "kemp", "fulton",
};

pub(super) fn allows(document: &Document, index: usize, found: &Found) -> bool {
    let word = document.word(index);
    let last = index + found.tokens - 1;
    let before = index.checked_sub(1).map_or("", |i| document.word(i));
    if NOT_AFTER.get(word).is_some_and(|list| list.contains(&before)) && found.tokens == 1 {
        return false;
    }
    if NOT_BEFORE.get(word).is_some_and(|list| list.contains(&document.word(last + 1))) && found.tokens == 1 {
        return false;
    }
    if found.tokens > 1 {
        return true;
    }
    match DOUBTFUL.get(word) {
        None => true,
        Some(Else::Person) => {
            !beside_a_name(document, index) && (!USUALLY_PEOPLE.contains(word) || place(document, index))
        }
        Some(Else::Thing) => {
            let capital = document.token(index).is_some_and(|t| t.capital);
            (capital || place(document, index)) && !around(document, index, 8, &KITCHEN)
        }
        Some(Else::State) => around(document, index, 40, &CAUCASUS) && !around(document, index, 40, &SOUTH),
    }
}

/// Part of a longer name: "Michael Jordan", "Jordan Smith", "Dawn French".
fn beside_a_name(document: &Document, index: usize) -> bool {
    let adjacent = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital && document.word(i).len() > 1);
    let title = |i: usize| matches!(document.word(i), "mr" | "mrs" | "ms" | "dr" | "coach" | "sir" | "senator");
    let before = index.checked_sub(1).is_some_and(|i| {
        let opens = document.sentences.get(document.sentence_at(document.token(i).map_or(0, |t| t.span.start)));
        let first = opens.is_some_and(|s| s.tokens.start as usize == i);
        (adjacent(i) && !PLACE_BEFORE.contains(document.word(i)) && (!first || document.word(i).len() > 3))
            || title(i)
            || (document.word(i) == "." && i.checked_sub(1).is_some_and(|j| title(j) || document.word(j).len() == 1))
    });
    let demonym = !matches!(document.word(index), "french" | "german" | "english" | "polish");
    let after = demonym && adjacent(index + 1) && !matches!(document.word(index + 1), "and" | "or");
    before || after
}

/// A sign that a place is meant: a preposition of place, or another country close by.
fn place(document: &Document, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |i| document.word(i));
    if PLACE_BEFORE.contains(before) {
        return true;
    }
    let near = index.saturating_sub(6)..index + 7;
    near.filter(|i| *i != index).any(|i| {
        let sure = !DOUBTFUL.contains_key(document.word(i));
        sure && phrase::longest(&NAMES, document, i, |p| p.form == Form::Name).is_some()
    })
}

fn around(document: &Document, index: usize, reach: usize, words: &WordSet) -> bool {
    (index.saturating_sub(reach)..index + reach).any(|i| i != index && words.contains(document.word(i)))
}

/// What governments do in the news.
const ACTS: WordSet = word_set! {
    "said", "says", "denied", "denies", "deny", "accused", "accuses", "warned", "warns", "announced", "agreed", "agrees", "insists", "insisted", "rejected",
    "rejects", "vowed", "called", "calls", "wants", "claims", "claimed", "condemned", "urged", "refused", "refuses", "signed", "withdrew", "imposed", "lifted",
    "may", "must", "should", "would", "will", "could", "has", "had", "hopes", "fears", "sees", "considers", "considered", "responded", "retaliated", "insist",
    "regards", "argues", "maintains", "summoned", "recalled", "expelled", "pledged", "backed", "backs", "supports", "seeks", "sought", "demanded", "demands",
};

/// Whose things are a government's, not a town's.
const OF_A_STATE: WordSet = word_set! {
    "government", "ambassador", "intelligence", "nuclear", "military", "army", "regime", "foreign", "ally", "allies", "policy", "forces", "decision", "stance",
    "invasion", "claims", "claim", "position", "envoy", "sanctions", "leaders", "leadership", "demands", "support", "response", "war", "influence", "role",
};

/// Verbs and prepositions whose object is a government.
const ACTED_ON: WordSet = word_set! { "demanding", "urging", "urged", "accusing", "accused", "pressuring", "against", "with", "warned", "told", "asked", "forced", "allow", "allowed" };

pub(super) fn acts(document: &Document, index: usize, tokens: usize) -> bool {
    let next = index + tokens;
    let before = index.checked_sub(1).map_or("", |i| document.word(i));
    if matches!(before, "in" | "at" | "near" | "from" | "outside" | "central" | "downtown" | "around" | ",") {
        return false;
    }
    if matches!(document.word(next), "'s" | "’s") {
        return OF_A_STATE.contains(document.word(next + 1)) || OF_A_STATE.contains(document.word(next + 2));
    }
    ACTS.contains(document.word(next))
        || (ACTED_ON.contains(before) && !document.token(next).is_some_and(|t| t.capital))
}
