//! Words around the settings of programs: their values, kinds and columns, and what limits them. Our own lists.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// What switches are set to.
pub static SWITCHES: WordMap<bool> = word_map! {
    "true" => true, "on" => true, "yes" => true, "enabled" => true, "active" => true,
    "false" => false, "off" => false, "no" => false, "disabled" => false, "inactive" => false,
};

/// Where there is no value to compare.
pub const NOTHING: WordSet = word_set! {
    "none", "null", "nil", "undefined", "unset", "empty", "nan", "n/a", "na", "not", "auto", "unlimited", "infinity", "inf", "varies", "any",
};

/// Kinds of values, by any word for one.
pub static KINDS: WordMap<&'static str> = word_map! {
    "string" => "string", "str" => "string", "text" => "string", "number" => "number", "integer" => "number", "int" => "number",
    "float" => "number", "double" => "number", "long" => "number", "uint" => "number", "decimal" => "number", "boolean" => "boolean",
    "bool" => "boolean", "flag" => "boolean", "list" => "list", "array" => "list", "object" => "object", "map" => "object", "dict" => "object",
};

/// What a value is when nobody sets another.
pub const DEFAULT: WordSet = word_set! { "default", "defaults" };

/// What is needed, and what is not.
pub static NEEDS: WordMap<bool> = word_map! { "required" => true, "mandatory" => true, "optional" => false };

/// May stand between "default" and its value.
pub const LINKS: WordSet = word_set! {
    "is", "are", "to", "of", "at", ":", "=", "value", "(", "the", "a", "an", "for", "option", "setting", "that", "this", "it", "parameter", "flag",
    ",", "-", "–", "—", "being", "which", "in", "limit",
};

/// A sentence with one of these tells of another time.
pub const ONCE: WordSet = word_set! {
    "prior", "previous", "previously", "formerly", "was", "were", "changed", "increased", "raised", "rose", "lowered", "reduced", "before",
    "until", "old", "older", "earlier", "legacy", "deprecated", "dropped", "drops", "longer", "future", "next", "upcoming",
};

/// Behind "will be": it is not so yet.
pub const LATER: WordSet =
    word_set! { "set", "changed", "switched", "turned", "enabled", "disabled", "flipped", "removed" };

/// A sentence with one of these tells of a case of its own.
pub const ELSEWHERE: WordSet = word_set! {
    "if", "when", "while", "whereas", "except", "instead", "unlike", "example", "e.g", "would", "recommended", "recommend", "now",
    "only", "version", "production", "development",
};

/// After "or", behind a version: it is the least that is needed.
pub const UPWARDS: WordSet = word_set! { "later", "newer", "greater", "higher", "above", "up", "upwards", "more" };

/// What is of a kind: "the Hop Budget field is an 8-bit integer".
pub const FIELDS: WordSet =
    word_set! { "field", "parameter", "attribute", "property", "column", "header", "option", "argument", "key" };

/// Behind a value: it holds under a condition.
pub const UNDER: WordSet = word_set! { "on", "for", "in", "if", "when", "unless", "or", "per", "with", "and", "to", "otherwise", "/", "|", "*" };

/// Words before the most that is allowed, as they follow each other.
pub const MOST: &[&[&str]] = &[
    &["up", "to"],
    &["at", "most"],
    &["no", "more", "than"],
    &["maximum", "of"],
    &["maximum", "is"],
    &["maximum", ":"],
    &["max", ":"],
    &["max", "."],
    &["max"],
];

/// In the heading of a part that says what is needed.
pub const REQUIREMENTS: WordSet = word_set! {
    "requirements", "requirement", "prerequisites", "prerequisite", "install", "installation", "installing", "setup", "dependencies",
};

/// Says that something is needed, or what a program runs on.
pub const NEEDING: WordSet =
    word_set! { "requires", "require", "required", "needs", "need", "runs", "works", "supports", "support" };

/// Behind "by default", a verb whose subject stands before. Our own list.
pub const GOES_ON: WordSet = word_set! {
    "will", "is", "are", "was", "were", "can", "could", "may", "does", "do", "has", "have", "would", "should", "must",
};
