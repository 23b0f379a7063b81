//! What a document says it is about: the thing that its first sentence defines ("Kest is a lake in …"), and the title
//! that it shares with the other instances of a series ("Bee letter, March 2012", "Bee letter, April 2012").

use super::marks::is_rare_name;
use crate::claim::{Ledger, Stem, stem};
use crate::document::{BlockKind, Document, month_number};

/// A definition names its thing within so many tokens.
const REACH: usize = 12;

#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The words of the name that the first sentence defines.
    defined: Vec<Stem>,
    title: Option<Calendared>,
    /// The stems of the title's words with a capital.
    capitals: Vec<Stem>,
    path: Calendared,
}

/// Words as they are, and without months and years.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Calendared {
    words: Vec<String>,
    timeless: Vec<String>,
    /// A day stands in them.
    has_day: bool,
    /// What they number, and its number.
    number: Option<(String, u32)>,
}

impl Topic {
    pub fn of(document: &Document) -> Topic {
        Topic {
            defined: defined(document),
            title: document.meta.title.as_deref().map(Calendared::of),
            capitals: document.meta.title.as_deref().map_or_else(Vec::new, capitals),
            path: Calendared::of(document.path.rsplit_once('.').map_or(document.path.as_str(), |(stem, _)| stem)),
        }
    }

    /// Does each define a thing of its own, which the other's text does not name?
    pub fn is_another(&self, ledger: &Ledger, other: &Topic, other_ledger: &Ledger) -> bool {
        let unknown = |topic: &Topic, ledger: &Ledger| {
            !topic.defined.is_empty() && !topic.defined.iter().any(|s| ledger.names().binary_search(s).is_ok())
        };
        unknown(self, other_ledger) && unknown(other, ledger)
    }

    /// Does the title of each have a name that the other's lacks: "Kest wins in Lien", "Moe wins in Torsby"?
    pub fn is_headed_otherwise(&self, ledger: &Ledger, other: &Topic, other_ledger: &Ledger) -> bool {
        let own = |one: &Topic, ledger: &Ledger, two: &Topic| {
            let names = one.capitals.iter().filter(|s| ledger.names().binary_search(s).is_ok() && is_rare_name(**s));
            names.into_iter().any(|s| !two.capitals.contains(s))
        };
        own(self, ledger, other) && own(other, other_ledger, self)
    }

    /// Are the two instances of one series, as their titles or paths tell, which differ by a month or a year alone, or
    /// titles that name two years and end in one word?
    /// Files that are named by days may report one event.
    pub fn is_of_series(&self, other: &Topic) -> bool {
        let by_day = self.path.has_day || other.path.has_day;
        match (&self.title, &other.title) {
            (Some(one), Some(two)) if one.is_another_time(two) || one.is_of_another_year(two) => true,
            (Some(one), Some(two)) if one.is_another_number(two) => true,
            (Some(one), Some(two)) if one.timeless != two.timeless => false,
            _ => !by_day && (self.path.is_another_time(&other.path) || self.path.is_of_another_year(&other.path)),
        }
    }
}

impl Calendared {
    fn of(text: &str) -> Calendared {
        let words: Vec<String> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        let (mut timeless, mut has_day) = (Vec::new(), false);
        // Of "2020-07-25" the numbers behind the year as well.
        let mut of_date: u8 = 0;
        for word in &words {
            if is_year(word) {
                of_date = 2;
            } else if of_date > 0 && word.len() <= 2 && word.parse::<u8>().is_ok() {
                of_date = of_date.saturating_sub(1);
                has_day |= of_date == 0;
            } else {
                if month_number(word).is_none() {
                    timeless.push(word.clone());
                }
                of_date = 0;
            }
        }
        Calendared { words, timeless, has_day, number: numbered(text) }
    }

    fn is_another_time(&self, other: &Calendared) -> bool {
        !self.timeless.is_empty() && self.timeless == other.timeless && self.words != other.words
    }

    /// "Assignment 1" and "Assignment 2", "Part 3: Knots" and "Part 4: Sails".
    fn is_another_number(&self, other: &Calendared) -> bool {
        self.number.as_ref().zip(other.number.as_ref()).is_some_and(|((a, m), (b, n))| a == b && m != n)
    }

    /// "1948 Ferrow Otters football team" and "1981 Lake Orm Herons football team": things of one kind, each of its year.
    fn is_of_another_year(&self, other: &Calendared) -> bool {
        let year = |of: &Calendared| of.words.iter().find(|w| is_year(w)).cloned();
        let years = year(self).zip(year(other));
        // "2017/exercise2" and "2018/exercise3".
        let last = |of: &Calendared| {
            let word = of.timeless.last().map(String::as_str).unwrap_or_default();
            let plain = word.trim_end_matches(|c: char| c.is_ascii_digit());
            (if plain.is_empty() { word } else { plain }).to_owned()
        };
        years.is_some_and(|(one, two)| one != two) && last(self) == last(other)
    }
}

fn capitals(title: &str) -> Vec<Stem> {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|w| w.starts_with(char::is_uppercase));
    words.map(|w| stem(&w.to_lowercase())).collect()
}

/// "Part 3: Knots": one of several that a word and a number name. "Toll hits 14" tells something.
fn numbered(text: &str) -> Option<(String, u32)> {
    const NAME: usize = 2;
    let head = text.split([':', '–', '—']).next()?.trim();
    let (name, number) = head.rsplit_once(' ')?;
    let number = number.trim_start_matches('#').parse().ok()?;
    let named = |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(char::is_alphabetic) && !w.ends_with('s');
    let words: Vec<&str> = name.split(' ').collect();
    (words.len() <= NAME && words.iter().all(|w| named(w))).then(|| (name.to_lowercase(), number))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|n| (1900..2100).contains(&n))
}

fn defined(document: &Document) -> Vec<Stem> {
    let prose = |s: &usize| document.block_of(*s).is_some_and(|b| b.kind != BlockKind::Heading);
    let Some(first) = (0..document.sentences.len()).find(prose) else { return Vec::new() };
    let tokens = document.sentence_tokens(first);
    let copula = |i: &usize| matches!(document.word(*i), "is" | "was" | "are" | "were");
    let Some(verb) = tokens.clone().take(REACH).find(copula) else { return Vec::new() };
    let article = matches!(document.word(verb.saturating_add(1)), "a" | "an" | "the" | "one");
    let name = (tokens.start..verb).take_while(|i| !matches!(document.word(*i), "(" | "," | "in" | "on" | "at"));
    let words = name.filter(|i| document.token(*i).is_some_and(|t| t.is_word()));
    let (capital, plain): (Vec<usize>, Vec<usize>) = words.partition(|i| document.token(*i).is_some_and(|t| t.capital));
    let named = plain.iter().all(|i| matches!(document.word(*i), "of" | "the" | "de" | "and"));
    if !article || !named {
        return Vec::new();
    }
    let article = |w: &str| matches!(w, "the" | "a" | "an" | "it" | "he" | "she" | "this" | "there");
    capital.into_iter().map(|i| document.word(i)).filter(|w| !article(w)).map(stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;

    fn topic(path: &str, text: &str) -> Topic {
        Topic::of(&Document::open(path, Role::Peer, text.as_bytes().to_vec()).unwrap())
    }

    #[test]
    fn a_first_sentence_defines_what_the_page_is_about() {
        let page = topic("a.md", "Kest is a shallow lake north of Orm. Two mills stand on its shore.\n");
        assert_eq!(page.defined, [stem("kest")]);
        let report = topic("b.md", "A barge sank in Kest on Monday. Four people were hurt.\n");
        assert!(report.defined.is_empty());
    }

    #[test]
    fn titles_that_differ_by_a_month_are_of_a_series() {
        let letter = |path: &str, title: &str| topic(path, &format!("# {title}\n\nIt rained.\n"));
        let march = letter("2012-03-30-bees.md", "Bee letter, March 2012");
        let april = letter("2012-04-29-bees.md", "Bee letter, April 2012");
        assert!(march.is_of_series(&april));
        assert!(!march.is_of_series(&march.clone()));
        assert!(!march.is_of_series(&letter("2012-04-29-bees.md", "Hives lost in flood")));
        let otters = letter("otters.md", "1948 Ferrow Otters rowing team");
        assert!(otters.is_of_series(&letter("herons.md", "1981 Lake Orm Herons rowing team")));
        assert!(!otters.is_of_series(&letter("herons.md", "Lake Orm Herons rowing team")));
    }

    #[test]
    fn titles_that_number_one_thing_are_of_a_series() {
        let page = |title: &str| topic("page.md", &format!("# {title}\n\nHand it in on time.\n"));
        assert!(page("Exercise 1").is_of_series(&page("Exercise 2")));
        assert!(page("Part 3: Knots").is_of_series(&page("Part 4: Sails")));
        assert!(!page("Exercise 1").is_of_series(&page("Exercise 1")));
        assert!(!page("Toll hits 14").is_of_series(&page("Toll hits 17")));
        assert!(!page("Part 3: Knots").is_of_series(&page("Chapter 4: Sails")));
    }

    #[test]
    fn paths_that_differ_by_a_year_are_of_a_series_and_by_a_day_of_none() {
        let untitled = |path: &str| topic(path, "It rained.\n");
        assert!(untitled("notes/2020/plan.md").is_of_series(&untitled("notes/2021/plan.md")));
        assert!(untitled("notes/2020/plan1.md").is_of_series(&untitled("notes/2021/plan3.md")));
        assert!(untitled("plan-2020.md").is_of_series(&untitled("plan.md")));
        assert!(!untitled("2020-07-25-fire.md").is_of_series(&untitled("2020-07-26-fire.md")));
    }
}
