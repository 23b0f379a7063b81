//! The two-letter codes of languages as paths of translated pages have them. From ISO 639-1, without those that a path has
//! more often for something else (`my`, `id`, `os`, `so`, `to`, `no`, `is`, `it`, `as`, `or`, `am`, `be`, `he`: these stand
//! only behind the name of a page, `page.it.md`).

use crate::text::{WordSet, word_set};

const CODES: WordSet = word_set! {
    "aa", "ab", "ae", "af", "ak", "an", "ar", "av", "ay", "az", "ba", "bg", "bh", "bi", "bm", "bn", "bo", "br", "bs", "ca", "ce", "ch",
    "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo",
    "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "hi", "ho", "hr", "ht", "hu", "hy", "hz", "ia", "ie", "ig", "ii", "ik", "io",
    "iu", "ja", "jv", "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li",
    "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "na", "nb", "nd", "ne", "ng", "nl", "nn", "nr",
    "nv", "ny", "oc", "oj", "om", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "si",
    "sk", "sl", "sm", "sn", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "tr", "ts", "tt",
    "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
};

/// Those that are words or names of other things in a path.
const WORDS: WordSet = word_set! { "my", "id", "os", "so", "to", "no", "is", "it", "as", "or", "am", "be", "he" };

/// "fr", "pt-BR", "zh_Hans": the code of a language, with that of a region or script or without.
pub fn is_language(code: &str, behind_a_page: bool) -> bool {
    let (language, rest) = code.split_once(['-', '_']).map_or((code, None), |(language, rest)| (language, Some(rest)));
    let region = rest.is_none_or(|r| matches!(r.len(), 2 | 4) && r.bytes().all(|b| b.is_ascii_alphabetic()));
    region && (CODES.contains(language) || behind_a_page && WORDS.contains(language))
}
