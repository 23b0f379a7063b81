//! Claims: what a document says of something. A claim is a mention (or a clause)
//! with the subject it speaks of and the qualifiers under which it is said.
//!
//! Pure functions of one document. Which claims of several documents speak of the
//! same thing is `align/`'s question.

mod ages;
mod aside;
mod bearing;
mod cells;
mod circumstances;
mod columns;
mod event;
mod extract;
mod kin;
mod life;
mod measured;
mod opening;
mod people;
mod pinned;
mod post;
mod qualifiers;
mod result;
mod roster;
mod said_of;
mod settings;
mod statement;
mod subject;
mod tables;
mod titled;
mod words;

pub use ages::Age;
pub use aside::{has_examples, is_example, is_of_itself, speaks_of_texts, supposes};
pub use bearing::{Bearing, bearings};
pub use cells::{Stated, definite, stated};
pub use columns::{Column, Columns, sense};
pub use event::{Whose, event_classes, whose};
pub use kin::{Kin, kin};
pub use life::{LifeDate, LifeEvent, life_dates};
pub use opening::{Opening, is_of_people, opening};
pub use people::{Calling, Person, people};
pub use pinned::Pinned;
pub use post::{Post, posts};
pub use qualifiers::{Polarity, Qualifiers};
pub use result::{Score, scores};
pub use roster::{Declared, Roster};
use serde::{Deserialize, Serialize};
pub use settings::{
    Aspect, Form, Given, Name, Named, Setting, Settings, Used, are_units_of_one, default_ports, documented,
    is_of_the_whole, is_old_folder, is_past_path, option_above, past_blocks, spoken, used,
};
pub use statement::{Modality, Moment, Role as Party, Said, Speaker, Statement, statements};
pub use subject::Subject;
pub use tables::{Row, Table, is_version_number, name_tokens, tables};
pub use titled::{Titled, titles};
use words::{Capitals, Stems, Vocabulary};
pub use words::{Stem, is_content, stem, stem_text};

use crate::document::Document;
use crate::lexicon::en::countries;
use crate::mention::Mention;
use crate::text::{Seldom, Span, StableHash};
use crate::value::{QuoteKind, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClaimKind {
    /// When something happened or holds.
    Date,
    /// How many of something there are ("14 Western nations").
    Count,
    /// Any other amount: money, measures, percentages, bare numbers.
    Quantity,
    /// Who or what belongs to something.
    List,
    /// Somebody's exact words.
    Quote,
    /// A sentence as a whole.
    Statement,
}

impl ClaimKind {
    pub fn name(self) -> &'static str {
        match self {
            ClaimKind::Date => "date",
            ClaimKind::Count => "count",
            ClaimKind::Quantity => "quantity",
            ClaimKind::List => "list",
            ClaimKind::Quote => "quote",
            ClaimKind::Statement => "statement",
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Claim {
    pub kind: ClaimKind,
    /// The words that make the claim, as a report underlines them.
    pub span: Span,
    /// Index into `Document::sentences`.
    pub sentence: usize,
    /// Index into `Ledger::mentions`; statements have none.
    pub mention: Option<usize>,
    pub subject: Seldom<Subject>,
    pub qualifiers: Seldom<Qualifiers>,
}

/// Everything that was read out of one document.
#[derive(Debug, Serialize, Deserialize)]
pub struct Ledger {
    pub document: Document,
    /// Sorted by place.
    pub mentions: Vec<Mention>,
    /// Sorted by place.
    pub claims: Vec<Claim>,
    /// Lists, united where they were split, with their declared counts.
    pub rosters: Vec<Roster>,
    stems: Stems,
    #[serde(skip)]
    vocabulary: OnceLock<Vocabulary>,
    #[serde(skip)]
    capitals: OnceLock<Capitals>,
    /// Sorted, none touching another.
    #[serde(skip)]
    quoted: OnceLock<Vec<Span>>,
    #[serde(skip)]
    settings: OnceLock<Settings>,
    /// By mention.
    #[serde(skip)]
    said_of: OnceLock<BTreeMap<usize, Subject>>,
    #[serde(skip)]
    countries: OnceLock<BTreeSet<&'static str>>,
}

fn quoted(mentions: &[Mention]) -> Vec<Span> {
    let quotes = mentions.iter().filter_map(|m| match &m.value {
        Value::Quote(quote) if quote.kind != QuoteKind::Title => Some(&quote.parts),
        _ => None,
    });
    let mut parts: Vec<Span> = quotes.flatten().copied().collect();
    parts.sort_unstable_by_key(|p| (p.start, p.end));
    let mut apart: Vec<Span> = Vec::new();
    for part in parts {
        match apart.last_mut() {
            Some(last) if part.start <= last.end => *last = last.cover(part),
            _ => apart.push(part),
        }
    }
    apart
}

impl Ledger {
    /// The mentions that lie whole in a span, by place.
    pub fn mentions_in(&self, span: Span) -> impl Iterator<Item = &Mention> {
        let from = self.mentions.partition_point(|m| m.span.start < span.start);
        self.mentions.iter().skip(from).take_while(move |m| m.span.end <= span.end)
    }

    pub fn new(document: Document, mentions: Vec<Mention>) -> Ledger {
        let stems = Stems::of(&document);
        let claims = extract::extract(&document, &mentions);
        let rosters = roster::rosters(&document, &mentions, &claims);
        Ledger {
            document,
            mentions,
            claims,
            rosters,
            stems,
            vocabulary: OnceLock::new(),
            capitals: OnceLock::new(),
            quoted: OnceLock::new(),
            settings: OnceLock::new(),
            said_of: OnceLock::new(),
            countries: OnceLock::new(),
        }
    }

    /// A ledger that was stored, with the bytes that its document was read from.
    pub fn restored(self, bytes: Vec<u8>) -> Ledger {
        Ledger { document: self.document.restored(bytes), ..self }
    }

    /// The same in no more room than it needs, for many may be held at once.
    pub fn compact(mut self) -> Ledger {
        self.mentions.shrink_to_fit();
        self.claims.shrink_to_fit();
        Ledger { document: self.document.compact(), ..self }
    }

    /// Forgets what was worked out of it since it was read. Whoever asks again has it worked out anew.
    pub fn forget(&mut self) {
        self.document.forget();
        self.vocabulary.take();
        self.capitals.take();
        self.quoted.take();
        self.settings.take();
        self.said_of.take();
        self.countries.take();
    }

    fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get_or_init(|| words::vocabulary(&self.document, &self.stems))
    }

    /// Do words between quotation marks stand here that are no title?
    pub fn is_quoted(&self, span: Span) -> bool {
        let quoted = self.quoted.get_or_init(|| quoted(&self.mentions));
        let before = quoted.partition_point(|q| q.start < span.end);
        before.checked_sub(1).and_then(|i| quoted.get(i)).is_some_and(|q| q.overlaps(span))
    }

    /// What it tells of the settings of programs.
    pub fn settings(&self) -> &Settings {
        self.settings.get_or_init(|| Settings::of(self))
    }

    pub fn mention(&self, claim: &Claim) -> Option<&Mention> {
        claim.mention.and_then(|index| self.mentions.get(index))
    }

    /// What a claim is said of: the noun beside it, or else what its sentence tells. For readers: rules ask for the former only.
    pub fn subject<'l>(&'l self, claim: &'l Claim) -> &'l Subject {
        let asked = match claim.kind {
            ClaimKind::Date => true,
            ClaimKind::Quantity => claim.subject.head.is_empty(),
            _ => false,
        };
        let Some(mention) = claim.mention.filter(|_| asked) else { return &claim.subject };
        self.read_subjects().get(&mention).unwrap_or(&claim.subject)
    }

    /// What figures and dates are said of, by mention: read once, for those who look at single claims.
    pub fn read_subjects(&self) -> &BTreeMap<usize, Subject> {
        self.said_of.get_or_init(|| said_of::said_of(self))
    }

    /// The words of the claim.
    pub fn words(&self, claim: &Claim) -> &str {
        self.document.slice(claim.span)
    }

    /// The same on every machine and run, as long as the claim stands where it stands.
    pub fn claim_id(&self, claim: &Claim) -> String {
        let hash = StableHash::default()
            .field(&self.document.path)
            .field(claim.kind.name())
            .write(&claim.span.start.to_le_bytes())
            .write(&claim.span.end.to_le_bytes());
        format!("c{:012x}", hash.value() >> 16)
    }

    /// The stems of the names that the document uses, sorted, without doubles.
    pub fn names(&self) -> &[Stem] {
        &self.vocabulary().names
    }

    /// The tokens that write this name's word with a capital, whatever the marks on its letters.
    pub fn written_with_capital(&self, plain: &str) -> &[usize] {
        self.by_capital().get(plain).map_or(&[], Vec::as_slice)
    }

    /// All words that it writes with a capital, without the marks on their letters.
    pub fn capitals(&self) -> impl Iterator<Item = &str> {
        self.by_capital().keys().map(String::as_str)
    }

    fn by_capital(&self) -> &Capitals {
        self.capitals.get_or_init(|| words::capitals(&self.document))
    }

    /// The codes of the countries that it names, by name or people: "Peru", "Peruvians".
    pub fn countries(&self) -> &BTreeSet<&'static str> {
        let all = || (0..self.document.tokens.len()).filter_map(|i| countries::find(&self.document, i));
        self.countries
            .get_or_init(|| all().filter(|c| c.form != countries::Form::Seat).map(|c| c.country.code).collect())
    }

    /// The stems of its other content words.
    pub fn words_used(&self) -> &[Stem] {
        &self.vocabulary().words
    }

    /// Does the document have the word, as a name or otherwise?
    pub fn knows(&self, stem: Stem) -> bool {
        self.names().binary_search(&stem).is_ok() || self.words_used().binary_search(&stem).is_ok()
    }

    /// The stem of the word at a token; none of numbers and marks.
    #[inline]
    pub fn stem(&self, token: usize) -> Option<Stem> {
        self.document.form(token).and_then(|form| self.stems.get(form))
    }

    /// By word form of the document, its stem where it carries content.
    pub fn content_stems(&self) -> impl Iterator<Item = Option<Stem>> {
        self.stems.contents()
    }

    /// The same where the word carries content.
    #[inline]
    pub fn content_stem(&self, token: usize) -> Option<Stem> {
        self.document.form(token).and_then(|form| self.stems.content(form))
    }

    /// The stems of a sentence's content words, sorted, without doubles.
    #[inline]
    pub fn sentence_stems(&self, sentence: usize) -> &[Stem] {
        self.vocabulary().sentences.get(sentence).map_or(&[], Vec::as_slice)
    }
}
