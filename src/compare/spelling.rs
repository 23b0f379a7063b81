//! Words as both sides of an ocean spell them: what quotations are compared by.

use crate::mention::quote::Word;
use crate::text::StableHash;

/// Each word of a quotation, in its plainest spelling.
pub fn folded(words: &[Word]) -> Vec<String> {
    words.iter().map(|w| spelling(&w.folded)).collect()
}

/// The hash of each, for who compares one with many.
pub fn hashed(words: &[Word]) -> Vec<u64> {
    words.iter().map(|w| StableHash::default().field(&spelling(&w.folded)).value()).collect()
}

/// A word as both sides of an ocean spell it, and without what only sounds.
pub fn spelling(word: &str) -> String {
    match word {
        "towards" => return "toward".into(),
        "whilst" => return "while".into(),
        "ok" | "okay" => return "ok".into(),
        "mr" | "mrs" | "ms" | "um" | "uh" | "er" | "ah" => return String::new(),
        "grey" => return "gray".into(),
        "programme" => return "program".into(),
        _ => {}
    }
    if word.len() < 5 {
        return word.to_owned();
    }
    let mut out = word
        .replace("isation", "ization")
        .replace("ise", "ize")
        .replace("ising", "izing")
        .replace("yse", "yze")
        .replace("our", "or");
    for (from, to) in [("tre", "ter"), ("lling", "ling"), ("lled", "led"), ("ller", "ler"), ("ence", "ense")] {
        if let Some(stem) = out.strip_suffix(from) {
            out = format!("{stem}{to}");
            break;
        }
    }
    out
}
