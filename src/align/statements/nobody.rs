//! A text that says of nobody what another counts: "there were no injuries", "no one was hurt", "without injuring anyone", beside
//! "three people were injured".
//!
//! Only what happens to people is held against each other this way (`FATES`), and only where neither text has both: who counts the
//! hurt and says that no one else was, speaks of a part.

use super::super::figures::{Figure, Kind, Reading, figures};
use super::super::strangers::strangers;
use super::{Contrary, Contrast, Place, Rarity, Stand, evidence};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::{Document, Role};
use crate::lexicon::en::dictionary::{Classes, classes};
use crate::lexicon::en::frames::{Taken, frame};
use crate::lexicon::en::statements::{CONDITIONS, MOMENTS, SHARES, SHIFTS, Share};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::story::{Stories, word_information};
use crate::text::Span;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Frames of what happens to people.
const FATES: [&str; 5] = ["death", "injury", "missing", "trapped", "arrest"];
/// What both texts must tell around them, in tenths of nats.
const SHARED: u32 = 80;
/// And of what the one that denies it tells beside, in hundredths.
const OF_OWN: u32 = 60;
/// Words that tell, of which a sentence needs no other to say what it is about.
const ENOUGH: usize = 3;
/// So far behind "no one" its verb may stand, and so far behind a number.
const REACH: usize = 4;
const FAR: usize = 7;

/// "No one was hurt": what it says of nobody.
struct Nobody {
    sentence: usize,
    fate: Stem,
    words: Span,
}

pub fn denied(
    ledgers: &[Ledger],
    stories: &Stories,
    rarity: &Rarity,
    told: &BTreeSet<(Place, Place)>,
) -> Vec<Contrary> {
    let nobody: Vec<Vec<Nobody>> = ledgers.iter().map(|l| said_of_nobody(&l.document)).collect();
    let counted: Vec<OnceCell<Vec<Figure>>> = ledgers.iter().map(|_| OnceCell::new()).collect();
    let of = |document: usize| -> &[Figure] {
        let Some((cell, ledger)) = counted.get(document).zip(ledgers.get(document)) else { return &[] };
        cell.get_or_init(|| figures(document, ledger).into_iter().filter(is_count).collect())
    };
    let has = |document: usize, fate: Stem| of(document).iter().any(|f| fate_of(f) == Some(fate));
    let mut found = Vec::new();
    for (document, denials) in nobody.iter().enumerate() {
        for denial in denials {
            if has(document, denial.fate) {
                continue;
            }
            let others = (0..ledgers.len())
                .filter(|other| stories.related(document, *other) && apart(ledgers, document, *other));
            for other in others {
                let both = nobody.get(other).is_some_and(|n| n.iter().any(|n| n.fate == denial.fate));
                let fits = |f: &&Figure| fate_of(f) == Some(denial.fate) && fits(ledgers, (document, denial), f);
                let Some(figure) = of(other).iter().find(fits).filter(|_| !both) else { continue };
                found.extend(contrary(ledgers, rarity, (document, denial), figure));
            }
        }
    }
    let places = |c: &Contrary| ((c.a.document, c.a.sentence), (c.b.document, c.b.sentence));
    found.retain(|c| !told.contains(&places(c)) && !told.contains(&(places(c).1, places(c).0)));
    found
}

/// Two texts, and not two sources.
fn apart(ledgers: &[Ledger], a: usize, b: usize) -> bool {
    let role = |document: usize| ledgers.get(document).map(|l| l.document.role);
    a != b && (role(a) != role(b) || role(a) == Some(Role::Peer))
}

/// One person or more, told as a number of its own.
fn is_count(figure: &Figure) -> bool {
    let some = matches!(&figure.reading, Reading::Amount(a) if a.bounds.low.is_some_and(|low| low.is_sign_positive() && !low.is_zero()));
    figure.kind == Kind::Number && !figure.excepted && some && fate_of(figure).is_some()
}

/// What is said to have happened to those whom it counts: "killed 12", "two passengers died". It reads on further than
/// `Figure::happened`, on which the weights of figures were fitted.
fn fate_of(figure: &Figure) -> Option<Stem> {
    let document = &figure.ledger.document;
    let span = figure.ledger.mentions.get(figure.mention)?.span;
    let (first, tokens) = (document.token_at(span.start), document.sentence_tokens(figure.sentence));
    let evoked =
        |i: usize| frame(document.word(i), Some(Taken::Count)).map(|f| f.name).filter(|name| FATES.contains(name));
    let before = first.checked_sub(1).filter(|i| *i >= tokens.start).and_then(evoked);
    let goes_on =
        |i: &usize| document.token(*i).is_some_and(|t| t.is_word() || t.is_number()) && document.word(*i) != "and";
    let last = first.saturating_add(FAR).min(tokens.end);
    before.or_else(|| (first..last).take_while(goes_on).find_map(evoked)).map(stem)
}

fn fits(ledgers: &[Ledger], (document, denial): (usize, &Nobody), figure: &Figure) -> bool {
    let (Some(a), Some(b)) = (ledgers.get(document), ledgers.get(figure.document)) else { return false };
    let own = a.sentence_stems(denial.sentence);
    // "There were no injuries": what happened stands in the sentence before.
    let before = denial.sentence.checked_sub(1).filter(|_| own.len() < ENOUGH).map_or(&[][..], |s| a.sentence_stems(s));
    let others = b.sentence_stems(figure.sentence);
    let told = || own.iter().chain(before).filter(|s| **s != denial.fate);
    let shared: u32 = told().filter(|s| others.binary_search(s).is_ok()).map(|s| word_information(*s)).sum();
    let all: u32 = told().map(|s| word_information(*s)).sum();
    let days = |ledger: &Ledger, sentence: usize| -> BTreeSet<String> {
        let document = &ledger.document;
        let is_day = |w: &&str| CALENDAR.contains(w) || w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
        document.sentence_tokens(sentence).map(|i| document.word(i)).filter(is_day).map(str::to_owned).collect()
    };
    let mut own_days = days(a, denial.sentence);
    own_days.extend(denial.sentence.checked_sub(1).filter(|_| own.len() < ENOUGH).into_iter().flat_map(|s| days(a, s)));
    let of_two_days = !own_days.is_subset(&days(b, figure.sentence)) && !days(b, figure.sentence).is_subset(&own_days);
    let moved = |ledger: &Ledger, sentence: usize| {
        let document = &ledger.document;
        let before = |i: usize, n: usize| i.checked_sub(n).map_or("", |i| document.word(i));
        document.sentence_tokens(sentence).any(|i| {
            let word = document.word(i);
            // "At first", "for a year".
            let first = word == "first" && before(i, 1) == "at";
            let span = MOMENTS.contains(word) && (before(i, 1) == "for" || before(i, 2) == "for");
            SHIFTS.contains(word) || CONDITIONS.contains(word) || first || span
        })
    };
    // "No arrests over the fire" is said of another thing than the theft.
    let is_noun = |i: &usize| classes(a.document.word(*i)).commonest == Classes::NOUN;
    let nouns = a.document.sentence_tokens(denial.sentence).filter(|i| is_noun(i)).map(|i| a.document.word(i));
    let fate = |word: &str| frame(word, Some(Taken::Count)).is_some_and(|f| stem(f.name) == denial.fate);
    let of_other = nouns.filter(|w| is_content(w) && !CALENDAR.contains(w) && !fate(w)).any(|w| !b.knows(stem(w)));
    shared >= SHARED
        && shared * 100 >= all * OF_OWN
        && !of_two_days
        && !of_other
        && !moved(a, denial.sentence)
        && !moved(b, figure.sentence)
        && strangers((a, denial.sentence), (b, figure.sentence)).is_none()
}

fn contrary(
    ledgers: &[Ledger],
    rarity: &Rarity,
    (document, denial): (usize, &Nobody),
    figure: &Figure,
) -> Option<Contrary> {
    let own = ledgers.get(document)?.document.sentences.get(denial.sentence)?.span;
    let ledger = ledgers.get(figure.document)?;
    let whole = ledger.document.sentences.get(figure.sentence)?.span;
    let words = ledger.mentions.get(figure.mention)?.span;
    let a = Stand { document, sentence: denial.sentence, words: denial.words, whole: own };
    let b = Stand { document: figure.document, sentence: figure.sentence, words, whole };
    Some(Contrary { a, b, contrast: Contrast::Share, evidence: evidence(ledgers, rarity, a, b, 0) })
}

fn said_of_nobody(document: &Document) -> Vec<Nobody> {
    let opens = document.per_form(|word| {
        matches!(word, "no" | "nobody" | "without" | "unhurt" | "unharmed" | "uninjured" | "unscathed")
    });
    let is_open = |i: usize| document.form(i).and_then(|form| opens.get(form)).copied().unwrap_or_default();
    let mut found = Vec::new();
    for sentence in 0..document.sentences.len() {
        let tokens = document.sentence_tokens(sentence);
        let Some(at) = tokens.clone().find(|i| is_open(*i)) else { continue };
        // "No one else", "no other injuries", "no one but the driver", "nobody could be hurt".
        let is_part = |word: &str| {
            matches!(
                word,
                "else"
                    | "other"
                    | "others"
                    | "further"
                    | "more"
                    | "new"
                    | "but"
                    | "except"
                    | "besides"
                    | "apart"
                    | "another"
                    | "second"
                    | "could"
                    | "would"
                    | "can"
                    | "will"
                    | "may"
                    | "might"
                    | "should"
                    | "?"
            )
        };
        if tokens.clone().any(|i| is_part(document.word(i))) {
            continue;
        }
        let Some((fate, end)) = fate(document, at, tokens.end) else { continue };
        let span = |i: usize| document.token(i).map(|t| t.span);
        let Some(words) = span(at).zip(span(end)).map(|(first, last)| first.cover(last)) else { continue };
        found.push(Nobody { sentence, fate, words });
    }
    found
}

/// The frame that is denied, and where the words end.
fn fate(document: &Document, at: usize, end: usize) -> Option<(Stem, usize)> {
    let evoked = |i: usize| {
        let name = frame(document.word(i), Some(Taken::Count)).filter(|_| i < end)?.name;
        FATES.contains(&name).then(|| (stem(name), i))
    };
    let is_helper = |i: usize| matches!(document.word(i), "was" | "were" | "is" | "has" | "been" | "had" | "got");
    let of_verb = |from: usize| evoked((from..from + REACH).find(|i| !is_helper(*i))?);
    match document.word(at) {
        "nobody" => of_verb(at + 1),
        "no" if document.word(at + 1) == "one" => of_verb(at + 2),
        // "No reported injuries", "no serious injuries": of a part where the word before says more than that it was told.
        "no" => evoked(at + 1 + usize::from(matches!(document.word(at + 1), "reported" | "known"))),
        "without" => {
            let found = evoked(at + 1)?;
            let is_deed = document.word(at + 1).ends_with("ing");
            (!is_deed || matches!(document.word(at + 2), "anyone" | "anybody")).then_some(found)
        }
        // "All the workers were unhurt", "everyone escaped unhurt".
        _ => {
            let start = document.sentence_tokens(document.sentence_at(document.token(at)?.span.start)).start;
            let all = (start..at).any(|i| SHARES.get(document.word(i)) == Some(&Share::All));
            all.then(|| (stem("injury"), at))
        }
    }
}
