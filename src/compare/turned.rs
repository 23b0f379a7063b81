//! Quotations that a lost or gained "not" turns round: "It was not deep" and "It was deep", "We heard the bell" and "We
//! heard no bell".

use super::spelling::spelling;
use crate::mention::quote::Word;

pub const NEGATIONS: [&str; 8] = ["not", "no", "never", "none", "nothing", "nobody", "neither", "nor"];

/// What a "no" may stand in the place of.
const ARTICLES: [&str; 5] = ["the", "a", "an", "any", "some"];

/// The words that a "not" leaves alone.
pub fn bare(words: &[Word]) -> impl Iterator<Item = String> {
    let left = |w: &&Word| !NEGATIONS.contains(&w.folded.as_str()) && !ARTICLES.contains(&w.folded.as_str());
    words.iter().filter(left).map(|w| spelling(&w.folded))
}

/// Are they the same but for one "not"?
pub fn is_turned(a: &[Word], b: &[Word]) -> bool {
    let denied = |words: &[Word]| words.iter().filter(|w| NEGATIONS.contains(&w.folded.as_str())).count();
    denied(a).abs_diff(denied(b)) == 1 && bare(a).eq(bare(b))
}
