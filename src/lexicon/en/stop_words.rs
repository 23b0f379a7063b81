//! Words that carry no content of their own: articles, pronouns, prepositions,
//! auxiliaries, and the verbs of plain reporting. Our own list.

use crate::text::{WordSet, word_set};

/// The length of the longest of them, in bytes: no longer word is looked up.
pub const LONGEST_STOP_WORD: usize = "according".len();

pub const STOP_WORDS: WordSet = word_set! {
    "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "all", "both", "no", "not", "nor", "i", "me", "my",
    "we", "us", "our", "ours", "you", "your", "yours", "he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their",
    "theirs", "who", "whom", "whose", "which", "what", "where", "when", "why", "how", "there", "here", "of", "in", "on", "at", "by", "for",
    "from", "to", "into", "onto", "with", "without", "within", "about", "above", "below", "over", "under", "between", "among", "amid",
    "through", "during", "before", "after", "since", "until", "till", "against", "across", "around", "along", "toward", "towards", "upon",
    "off", "out", "up", "down", "as", "than", "then", "so", "if", "because", "while", "although", "though", "whether", "and", "or", "but",
    "yet", "be", "is", "am", "are", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did", "doing", "done",
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "said", "says", "say", "told", "according", "also", "just",
    "only", "very", "more", "most", "much", "many", "such", "other", "others", "another", "own", "same", "too", "even", "still", "again",
    "already", "now", "one", "ones", "get", "got", "make", "made", "per", "via", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll",
    "'d", "’d", "'m", "’m",
};

/// Capitalised words that name no subject.
pub const CALENDAR: WordSet = word_set! {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stop_word_is_longer_than_the_longest() {
        assert_eq!(STOP_WORDS.iter().map(|w| w.len()).max(), Some(LONGEST_STOP_WORD));
    }
}
