//! Sentences of two texts that tell of one deed to one thing, however little else they share: "it is made of oak" and "the
//! bridge is made of steel".
//!
//! Blocks: the deed, with a word of what it is done to, and with what sort of thing that is.

use super::referent::{BACK, referent};
use super::roles::{About, deed_of, theme};
use super::{At, Blocks, Place, Told};
use crate::claim::{Ledger, Party, Statement, Stem};
use crate::document::{Document, Role};
use crate::lexicon::en::deeds::deed;
use crate::lexicon::en::forms::{irregular, regular};
use crate::lexicon::en::kinds::{Sort, sort};
use crate::lexicon::en::statements::ADVERBS_OF_TIME;
use crate::lexicon::en::superlatives::SUPERLATIVES;
use crate::story::Stories;
use crate::text::Memo;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Sentences of one deed and one thing that are held against each other.
const BLOCK: usize = 24;

/// What a deed is done to, as a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Word(Stem),
    Sort(Sort),
}

#[derive(Debug, Default)]
pub struct OfDeeds {
    pub pairs: BTreeSet<(Place, Place)>,
    /// Whom the pronouns mean that statements are about.
    meant: BTreeMap<At, Party>,
}

impl OfDeeds {
    /// The statement with what it is about.
    pub fn about<'a>(&'a self, ledgers: &'a [Ledger], at: At, statement: &'a Statement) -> Option<About<'a>> {
        key(statement)?;
        let theme = self.meant.get(&at).or_else(|| theme(statement))?;
        Some(About { ledger: ledgers.get(at.0)?, statement, theme })
    }
}

pub fn by_deed(ledgers: &[Ledger], stories: &Stories, read: &Told, thin: &mut Blocks) -> OfDeeds {
    let mut found = OfDeeds::default();
    let mut keys: Vec<((&'static str, Of), Place)> = Vec::new();
    let with_others: BTreeSet<usize> = stories.parts.iter().filter(|p| p.len() > 1).flatten().copied().collect();
    for document in with_others {
        let Some(ledger) = ledgers.get(document) else { continue };
        for sentence in sentences(&ledger.document) {
            for (number, statement) in read.at((document, sentence)).iter().enumerate() {
                let Some((deed, mut about)) = key(statement).zip(theme(statement)) else { continue };
                if about.is_pronoun {
                    let word = ledger.document.slice_lower(about.place);
                    let before = (sentence.saturating_sub(BACK)..sentence).rev().map(|s| read.at((document, s)));
                    let Some(meant) = referent(word, before) else { continue };
                    about = meant;
                    found.meant.insert((document, sentence, number), about.clone());
                }
                let sort = sort(&about.word).map(Of::Sort).filter(|_| !about.names.contains(&about.head));
                // "The deepest lake is Lunn", "Ferrow is the deepest lake".
                let ranked = statement.equal.iter().flat_map(|equal| &equal.words);
                let of = about.words.iter().chain(ranked).map(|w| Of::Word(*w)).chain(sort);
                keys.extend(of.map(|of| ((deed, of), (document, sentence))));
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let role = |document: usize| ledgers.get(document).map(|l| l.document.role);
    let on_one_side = |a: usize, b: usize| role(a) == role(b) && role(a) != Some(Role::Peer);
    for block in keys.chunk_by(|x, y| x.0 == y.0) {
        let whole: Vec<Place> = block.iter().map(|(_, at)| *at).collect();
        let few = thin.thinned(&whole, BLOCK, |(document, sentence)| {
            ledgers.get(document).map(|l| l.document.sentences.get(sentence).map(|s| l.document.slice_lower(s.span)))
        });
        for (i, a) in few.iter().enumerate() {
            let others = few.iter().skip(i + 1).filter(|b| a.0 != b.0 && stories.related(a.0, b.0));
            found.pairs.extend(others.filter(|b| !on_one_side(a.0, b.0)).map(|b| (*a, *b)));
        }
    }
    found
}

/// The deed, that it ranks its subject, or that it tells how often.
fn key(statement: &Statement) -> Option<&'static str> {
    let often = statement.often.map(|_| "often");
    often.or_else(|| deed_of(statement)).or_else(|| statement.equal.as_ref().map(|_| "rank"))
}

thread_local! {
    /// Which words may be a verb of a deed, of those met before.
    static DEEDS: RefCell<Memo<bool>> = RefCell::default();
}

/// The sentences with a verb of a deed, a superlative, or a word of how often.
fn sentences(document: &Document) -> Vec<usize> {
    let is_deed = |word: &str| {
        deed(word).is_some()
            || SUPERLATIVES.contains_key(word)
            || matches!(word, "once" | "twice" | "times" | "every")
            || ADVERBS_OF_TIME.contains_key(word)
            || irregular(word).any(|(_, base)| deed(base).is_some())
            || regular(word).any(|(_, base)| deed(&base).is_some())
    };
    let forms = DEEDS.with_borrow_mut(|known| document.per_form_with(|word| known.get(word, is_deed)));
    let has = |token: usize| document.form(token).and_then(|form| forms.get(form)).copied().unwrap_or_default();
    (0..document.sentences.len()).filter(|s| document.sentence_tokens(*s).any(has)).collect()
}
