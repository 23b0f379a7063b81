//! Head nouns that can count the same parties. Our own table: word, class.

static CLASSES: phf::Map<&str, &str> = phf::phf_map! {
    "nations" => "state", "nation" => "state", "countries" => "state", "country" => "state", "governments" => "state",
    "government" => "state", "states" => "state", "state" => "state", "signatories" => "state", "signatory" => "state",
    "signatures" => "state", "signature" => "state", "parties" => "state",
    "people" => "person", "persons" => "person", "individuals" => "person",
    "deaths" => "death", "fatalities" => "death", "dead" => "death",
    "companies" => "company", "firms" => "company", "businesses" => "company", "corporations" => "company",
    "staff" => "employee", "employees" => "employee", "workers" => "employee", "jobs" => "employee",
};

/// Words beside a figure that say what it is of, and the word that stands for all of one sense.
pub static SENSES: phf::Map<&str, &str> = phf::phf_map! {
    "toll" => "death", "died" => "death", "dead" => "death", "deaths" => "death", "killed" => "death", "killing" => "death",
    "fatalities" => "death", "lives" => "death", "dies" => "death",
    "injured" => "injury", "injuries" => "injury", "wounded" => "injury", "hurt" => "injury",
    "stock" => "share", "shares" => "share", "stocks" => "share",
    "workers" => "employee", "employees" => "employee", "employs" => "employee", "staff" => "employee", "jobs" => "employee",
    "arrested" => "arrest", "detained" => "arrest", "arrests" => "arrest", "custody" => "arrest",
    "bought" => "buy", "buying" => "buy", "acquire" => "buy", "acquired" => "buy", "acquiring" => "buy", "acquisition" => "buy",
    "purchase" => "buy", "purchased" => "buy", "takeover" => "buy",
    "sold" => "sale", "sales" => "sale", "selling" => "sale",
};

/// The class of a lower-case head noun.
pub fn class_of(word: &str) -> Option<&'static str> {
    CLASSES.get(word).copied()
}
