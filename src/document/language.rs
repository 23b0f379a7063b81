//! In which language is a document written? The words that English, and the languages
//! that a collection of documents most often holds beside it, use in every sentence tell.

use super::{Token, TokenKind};
use crate::text::{Span, WordMap, word_map};
use std::collections::BTreeSet;

/// How many tokens are looked at.
const WINDOW: usize = 4000;

/// Fewer telling words tell nothing by their number alone: a name, a title, a list of places.
const LEAST: usize = 20;

/// So many different ones in running text with hardly a word of English do: a sentence or two.
const LEAST_DIFFERENT: usize = 5;

const ENGLISH: &str = "English";

/// Words that stand for a language. Those that English shares with one of the others (“in”, “is”, “was”) stand for none.
const TELLING: WordMap<&str> = word_map! {
    "the" => "English", "of" => "English", "and" => "English", "to" => "English", "for" => "English", "with" => "English",
    "that" => "English", "by" => "English", "from" => "English", "his" => "English", "are" => "English", "were" => "English",
    "which" => "English", "this" => "English", "it" => "English", "has" => "English", "at" => "English",
    "der" => "German", "und" => "German", "das" => "German", "ist" => "German", "nicht" => "German", "von" => "German", "mit" => "German",
    "den" => "German", "ein" => "German", "eine" => "German", "auf" => "German", "für" => "German", "sich" => "German", "dem" => "German",
    "wird" => "German", "wurde" => "German", "im" => "German", "zu" => "German", "auch" => "German", "hat" => "German", "haben" => "German",
    "sie" => "German", "als" => "German", "zum" => "German", "zur" => "German", "bei" => "German", "nach" => "German", "aus" => "German",
    "oder" => "German", "aber" => "German", "sind" => "German", "einen" => "German", "einer" => "German", "dass" => "German", "wurden" => "German",
    "le" => "French", "les" => "French", "des" => "French", "et" => "French", "une" => "French", "est" => "French", "dans" => "French",
    "pour" => "French", "qui" => "French", "sur" => "French", "du" => "French", "aux" => "French", "par" => "French", "au" => "French",
    "avec" => "French", "ont" => "French", "cette" => "French", "ses" => "French", "leur" => "French", "elle" => "French", "été" => "French",
    "el" => "Spanish", "los" => "Spanish", "las" => "Spanish", "y" => "Spanish", "por" => "Spanish", "con" => "Spanish",
    "del" => "Spanish", "se" => "Spanish", "su" => "Spanish", "como" => "Spanish", "fue" => "Spanish", "más" => "Spanish", "pero" => "Spanish",
    "este" => "Spanish", "según" => "Spanish", "han" => "Spanish", "desde" => "Spanish", "hasta" => "Spanish", "también" => "Spanish",
    "os" => "Portuguese", "um" => "Portuguese", "uma" => "Portuguese", "não" => "Portuguese", "em" => "Portuguese", "ao" => "Portuguese",
    "dos" => "Portuguese", "com" => "Portuguese", "foi" => "Portuguese",
    "il" => "Italian", "che" => "Italian", "della" => "Italian", "gli" => "Italian", "nel" => "Italian", "dei" => "Italian",
    "delle" => "Italian", "sono" => "Italian", "alla" => "Italian",
    "een" => "Dutch", "van" => "Dutch", "dat" => "Dutch", "zijn" => "Dutch", "niet" => "Dutch", "op" => "Dutch", "voor" => "Dutch",
    "wordt" => "Dutch", "werd" => "Dutch", "aan" => "Dutch",
    "die" => "Afrikaans", "nie" => "Afrikaans", "vir" => "Afrikaans", "hulle" => "Afrikaans", "deur" => "Afrikaans", "wat" => "Afrikaans",
    "och" => "Swedish", "att" => "Swedish", "är" => "Swedish", "för" => "Swedish", "till" => "Swedish", "inte" => "Swedish",
    "ett" => "Swedish", "og" => "Danish or Norwegian", "af" => "Danish or Norwegian", "ikke" => "Danish or Norwegian",
    "til" => "Danish or Norwegian", "på" => "Danish or Norwegian", "det" => "Danish or Norwegian",
    "w" => "Polish", "z" => "Polish", "jest" => "Polish", "się" => "Polish", "oraz" => "Polish", "przez" => "Polish", "roku" => "Polish",
    "yang" => "Indonesian", "dan" => "Indonesian", "dengan" => "Indonesian", "untuk" => "Indonesian", "pada" => "Indonesian",
    "ve" => "Turkish", "bir" => "Turkish", "bu" => "Turkish", "için" => "Turkish", "ile" => "Turkish",
};

/// The language that the text is in, where that is plainly not English.
pub fn foreign(text: &str, lower: &str, tokens: &[Token]) -> Option<&'static str> {
    let spans = || tokens.iter().take(WINDOW).filter(|t| t.kind == TokenKind::Word).map(|t| t.span);
    let words = || spans().map(|span| slice(lower, span));
    let mut told: Vec<&'static str> = words().filter_map(|w| TELLING.get(w).copied()).collect();
    let english = told.iter().filter(|language| **language == ENGLISH).count();
    if !is_latin(words()) && english < LEAST {
        return Some("another script");
    }
    told.retain(|language| *language != ENGLISH);
    let is_enough = if told.len() < LEAST {
        told.len() > 4 * english && different(words()) >= LEAST_DIFFERENT && runs_on(spans().map(|s| slice(text, s)))
    } else {
        told.len() > 2 * english
    };
    if !is_enough {
        return None;
    }
    told.sort_unstable();
    told.chunk_by(|a, b| a == b).max_by_key(|same| same.len()).and_then(|same| same.first().copied())
}

/// How many different words stand for the language, English apart, that has the most of them.
fn different<'t>(words: impl Iterator<Item = &'t str>) -> usize {
    let told: BTreeSet<(&str, &str)> = words.filter_map(|w| TELLING.get(w).map(|language| (*language, w))).collect();
    let told: Vec<&str> = told.into_iter().map(|(language, _)| language).filter(|l| *l != ENGLISH).collect();
    told.chunk_by(|a, b| a == b).map(<[&str]>::len).max().unwrap_or(0)
}

/// Is it running text? In a list of names most words have a capital.
fn runs_on<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut small, mut all) = (0, 0);
    for word in words {
        all += 1;
        small += usize::from(word.chars().next().is_some_and(char::is_lowercase));
    }
    2 * small > all
}

/// Are most words written in Latin letters? Few words tell nothing.
fn is_latin<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let first = |w: &'t str| w.chars().find(|c| c.is_alphabetic());
    let (mut latin, mut other) = (0, 0);
    for letter in words.filter_map(first) {
        // Latin letters with marks end at U+024F.
        if letter <= '\u{24F}' { latin += 1 } else { other += 1 }
    }
    other < LEAST || other <= latin
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    fn foreign(text: &str) -> Option<&'static str> {
        Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec()).foreign()
    }

    #[test]
    fn languages() {
        let german = "Die Fähre wurde von der Werft im Hafen gebaut und ist nicht für den Fluss gedacht. ";
        let greek = "Το πλοίο έφυγε από το λιμάνι το πρωί και έφτασε στο νησί αργά το βράδυ χθες. ";
        assert_eq!(foreign(&german.repeat(4)), Some("German"));
        assert_eq!(foreign(&greek.repeat(4)), Some("another script"));
        assert_eq!(foreign(german), Some("German"), "a sentence without a word of English");
        assert_eq!(foreign("Die Fähre von der Werft"), None, "too short to tell");
        let notice = "Der Stadtrat hat am Montag beschlossen, die alte Brücke zu sperren. Sie wurde 1952 gebaut und gilt \
                      nach einem Gutachten als baufällig.";
        assert_eq!(foreign(notice), Some("German"));
        let notice = "Le conseil municipal a voté lundi la fermeture du vieux pont par les services de la ville. Il avait \
                      été construit en 1952 et ne sera pas réparé avec des crédits publics.";
        assert_eq!(foreign(notice), Some("French"));
    }

    #[test]
    fn english_with_words_of_other_languages() {
        let quotes =
            "The ferry “La Reine des Mers” left the port of Nordvik with the mayor and the crew of “El Rey del Mar”. ";
        assert_eq!(foreign(&quotes.repeat(20)), None);
        let names = "Hotel Zum Goldenen Hirsch, Haus Bei Den Linden, Gasthof Zur Post, Villa Am See, Museum Für Kunst";
        assert_eq!(foreign(names), None);
        let guests = "Guests from Jan van den Berg, Piet van der Meer and Zur Rose AG met Die Linke, Auf und Davon and Der Spiegel.";
        assert_eq!(foreign(guests), None);
        assert_eq!(foreign(&"Osthaven, Nordvik, Pico de los Santos, Las Palmas. ".repeat(3)), None);
    }
}
