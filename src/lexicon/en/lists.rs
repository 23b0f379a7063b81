//! Words around and inside enumerations. Our own lists.

use crate::text::{WordSet, word_set};

/// Lower-case words inside a name ("Bank of England", "Ludwig van Beethoven").
pub const NAME_LINKS: WordSet = word_set! {
    "of", "the", "de", "la", "le", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "al", "el", "bin", "ibn", "ben", "-", "’s", "'s", ".",
    "&", "/", "’", "'",
};

/// Words that end a noun phrase seen from the right.
pub const PREPOSITIONS: WordSet = word_set! {
    "in", "on", "at", "by", "for", "from", "to", "into", "with", "without", "within", "about", "over", "under", "between", "among",
    "through", "during", "before", "after", "since", "until", "against", "across", "around", "along", "toward", "towards", "upon", "as",
    "like", "including", "alongside", "via", "per", "than", "called", "named", "while", "when", "where", "because", "although",
};

/// Words that are hardly ever a noun or its modifier in a list: adverbs, verbs, hedges.
pub const NOT_NOUNS: WordSet = word_set! {
    "then", "thus", "therefore", "however", "perhaps", "maybe", "often", "sometimes", "always", "never", "later", "soon", "eventually",
    "finally", "especially", "particularly", "probably", "possibly", "instead", "rather", "almost", "nearly", "ever", "once", "twice",
    "alleged", "reported", "suspected", "purported", "claimed", "proposed", "went", "came", "took", "gave", "became", "began", "saw",
    "ran", "won", "lost", "led", "held", "left", "put", "set", "kept", "let", "brought", "thought", "found", "knew", "grew", "fell",
    "rose", "told", "sold", "bought", "sent", "spent", "met", "felt", "sat", "stood", "wrote", "spoke", "broke", "drove", "ate", "go",
    "goes", "come", "comes", "take", "takes", "give", "gives", "know", "knows", "think", "thinks", "want", "wants", "need", "needs",
    "seem", "seems", "together", "seen", "known", "made", "taken", "given", "done", "gone", "shown", "drawn", "thrown", "driven", "broken", "chosen",
    "said", "says", "say", "become", "becomes", "include", "includes", "provide", "provides", "remain", "remains",
};

/// Words that open a noun phrase, besides prepositions.
pub const PHRASE_OPENERS: WordSet = word_set! {
    "the", "a", "an", "of", "its", "his", "her", "their", "our", "some", "any", "many", "several", "all", "both", "no", "and", "or", "alleged",
    "reported", "suspected", "are", "were", "is", "was",
};

/// Right before an open list.
pub const OPENS_BEFORE: WordSet = word_set! {
    "including", "include", "includes", "included", "like", "notably", "especially", "particularly", "e.g", "them", "example",
    "instance", "mainly", "mostly", "chiefly", "primarily", "notable", "respectively",
};

/// Right behind an open list.
pub const OPENS_AFTER: WordSet = word_set! { "among", "amongst", "etc", "others", "more", "beyond" };

/// Within two words behind a list that continues another one.
pub const CONTINUES_AFTER: WordSet = word_set! { "joined", "join", "joining", "also", "followed", "too", "likewise" };

/// Right before a list that continues another one.
pub const CONTINUES_BEFORE: WordSet =
    word_set! { "also", "other", "others", "plus", "further", "additional", "remaining" };

/// Words that make a clause of what they stand in: an item of a list has none.
pub const CLAUSE_WORDS: WordSet = word_set! {
    "which", "who", "whom", "whose", "that", "where", "when", "because", "if", "while", "but", "not", "is", "are", "was", "were", "be",
    "been", "being", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must", "does", "did", "he", "she",
    "it", "they", "we", "you", "i", "others", "etc", "more", "so", "including", "such", "respectively", "e.g", "i.e", "plus", "also", "then",
};

/// What belongs to the name before the comma: "Otto Lind, Jr.", "Washington, D.C.".
pub const NAME_TAILS: WordSet =
    word_set! { "jr", "sr", "inc", "ltd", "llc", "d.c", "phd", "md", "esq", "ii", "iii", "iv" };
