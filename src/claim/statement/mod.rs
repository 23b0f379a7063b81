//! Statements: what a clause says of whom, in one shape whatever its wording ("the board approved the plan", "the plan was
//! approved by the board"). Read sentence by sentence, where somebody asks.

#![allow(clippy::arithmetic_side_effects, reason = "places within one sentence")]

mod decided;
mod lead;
mod light;
mod roles;
mod state;
mod voice;
mod words;

use decided::decided;
use lead::Told;

use super::{Ledger, Polarity, Stem, stem};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::countries;
use crate::lexicon::en::numerals::{NUMERALS, Numeral};
use crate::lexicon::en::stances::{ACCUSATION, ACCUSATIONS};
use crate::lexicon::en::statements::{ADVERBS_OF_TIME, CONVERSE_NOUNS, CONVERSES, MOMENTS, REPORTING, Share};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::syntax::{Clause, Part, Syntax, Tense, Upos, Voice, clauses, lemma};
use crate::text::{Span, WordMap, word_map};
use std::ops::Range;

/// A clause of so few words says little by itself.
const THIN: usize = 2;
/// A day, for what happens less often than that.
const MILLIONTHS: i64 = 1_000_000;

/// The days of a unit of time.
static DAYS_OF: WordMap<i64> = word_map! {
    "day" => 1, "week" => 7, "fortnight" => 14, "month" => 30, "year" => 365, "decade" => 3650,
};

/// How sure it is, or how bound to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modality {
    /// It was or is so.
    Fact,
    /// "will", "is to".
    Will,
    /// "plans to", "is expected to".
    Plan,
    /// "may", "might", "could".
    May,
    Can,
    /// "must", "has to".
    Must,
}

/// When it is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    Past,
    /// Before another moment of the past: "had left".
    Earlier,
    Present,
    Future,
}

/// Whose view it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// The text's own, or that of an office or source without a name.
    Text,
    /// Somebody's with a name, by the last part of it.
    Named(Stem),
    /// Somebody's opinion, or words between quotation marks.
    Opinion,
}

/// Who or what a statement is about.
#[derive(Debug, Clone)]
pub struct Role {
    pub span: Span,
    /// The same with the small word that leads to it.
    pub led: Span,
    /// What it is known by: the stem of its first noun, or of its name's last word.
    pub head: Stem,
    /// The head's base form, and where it stands.
    pub word: String,
    pub place: Span,
    /// The stems of its content words.
    pub words: Vec<Stem>,
    /// Those of them that are names.
    pub names: Vec<Stem>,
    /// "it", "they", "she": somebody told before.
    pub is_pronoun: bool,
    /// How many of them, where it says so, and the words that do, with the head.
    pub share: Option<Share>,
    pub counted: Span,
    /// "the", "its", a name: one that the reader knows, rather than any.
    pub is_definite: bool,
    /// Of a person's name the first part.
    pub given: Option<Stem>,
    /// "Roth's brother": somebody else than Roth.
    pub is_possessed: bool,
    /// "Roth and Lind": more than one.
    pub is_several: bool,
    pub is_plural: bool,
    /// "The older pump", "another crane", "the second plan": not the one that has no such word.
    pub is_another: bool,
}

/// A word of a statement with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    pub stem: Stem,
    pub is_name: bool,
    pub is_figure: bool,
}

/// What the clause behind "when" tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    deed: Stem,
    of: Stem,
    /// "Another crane" is none that was told of.
    is_another: bool,
}

impl Occasion {
    pub fn is_another_than(&self, other: &Occasion) -> bool {
        self.deed != other.deed && self.of != other.of || self.is_another != other.is_another
    }
}

#[derive(Debug, Clone)]
pub struct Statement {
    pub sentence: usize,
    /// From its subject, where that stands before the verb, to the verb's object.
    pub span: Span,
    /// The verb with its auxiliaries, and with what denies it.
    pub predicate: Span,
    pub lemma: String,
    /// The deed that it and its converses are known by, where there is one; `agent` and `patient` are as it sees them.
    pub deed: Option<&'static str>,
    /// Its subject is not the doer of that deed: "lost to".
    pub turned: bool,
    pub is_copula: bool,
    pub agent: Option<Role>,
    pub patient: Option<Role>,
    pub complement: Option<(String, Span)>,
    /// What its subject is said to be, with all that hangs on it.
    pub equal: Option<Role>,
    /// Of a passive without a doer, the participle: "closed" of "was closed".
    pub state: Option<(String, Span)>,
    /// The small word and the head behind it.
    pub beside: Vec<(String, Role)>,
    /// All that it says but the verb, sorted.
    pub words: Vec<Said>,
    pub shifts: Vec<Stem>,
    pub moments: Vec<Stem>,
    pub polarity: Polarity,
    pub modality: Modality,
    pub moment: Moment,
    pub speaker: Speaker,
    pub occasion: Option<Occasion>,
    /// What it is said under: "mode" of "in strict mode".
    pub under: Option<Stem>,
    /// How often it is so, in millionths of times a day, and the words that say it.
    pub often: Option<(i64, Span)>,
}

/// The statements of a sentence that is told as being so. `read` gives its settled syntax, where that is needed.
pub fn statements<'s>(
    ledger: &Ledger,
    sentence: usize,
    read: impl FnOnce() -> Option<&'s Syntax<'s>>,
) -> Vec<Statement> {
    let document = &ledger.document;
    let Some(place) = document.sentences.get(sentence) else { return Vec::new() };
    let kind = document.block_of(sentence).map(|b| b.kind);
    let prose = matches!(
        kind,
        Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption | BlockKind::Cell | BlockKind::Field)
    );
    if !prose || document.is_wholly_own(place.span) {
        return Vec::new();
    }
    let Some(syntax) = read() else { return Vec::new() };
    if syntax.words.last() == Some(&"?") || syntax.words.contains(&"?") {
        return Vec::new();
    }
    let found = clauses(syntax);
    let one = OneSentence { ledger, document, sentence, first: place.tokens.start as usize, syntax, clauses: &found };
    found.iter().enumerate().filter_map(|(index, clause)| one.statement(index, clause)).collect()
}

struct OneSentence<'a> {
    ledger: &'a Ledger,
    document: &'a Document,
    sentence: usize,
    first: usize,
    syntax: &'a Syntax<'a>,
    clauses: &'a [Clause],
}

impl OneSentence<'_> {
    fn word(&self, i: usize) -> &str {
        self.syntax.words.get(i).copied().unwrap_or_default()
    }

    fn is(&self, i: usize, upos: Upos) -> bool {
        self.syntax.tags.get(i).is_some_and(|t| t.is(upos))
    }

    fn capital(&self, i: usize) -> bool {
        self.document.token(self.first + i).is_some_and(|t| t.capital)
    }

    fn span(&self, tokens: Range<usize>) -> Option<Span> {
        let (start, end) = (self.first + tokens.start, self.first + tokens.end.checked_sub(1)?);
        Some(self.document.token(start)?.span.cover(self.document.token(end)?.span))
    }

    fn base(&self, i: usize) -> String {
        self.syntax.tags.get(i).map_or_else(String::new, |t| lemma(self.word(i), *t))
    }

    /// One sense has one stem: accusations, and the names of one country.
    fn stem(&self, i: usize) -> Stem {
        let word = self.word(i);
        if ACCUSATIONS.contains(word) {
            return stem(ACCUSATION);
        }
        let country = self.capital(i).then(|| countries::find(self.document, self.first + i)).flatten();
        country.filter(|c| c.tokens == 1).map_or_else(|| stem(word), |c| stem(c.country.code))
    }

    fn statement(&self, index: usize, clause: &Clause) -> Option<Statement> {
        let group = self.syntax.verbs.get(clause.verb)?;
        let lead = clause.lead.and_then(|lead| self.clauses.iter().find(|c| c.verb == lead));
        let lead = lead.and_then(|lead| Some((lead, self.syntax.verbs.get(lead.verb)?)));
        // A verb that only leads to another says nothing by itself.
        if self
            .clauses
            .iter()
            .any(|c| c.lead == Some(clause.verb) && c.agent == clause.agent && c.patient == clause.patient)
            || group.tense == Tense::NotFinite && lead.is_none() && !self.is_reduced(index, clause)
            || REPORTING.contains(clause.lemma.as_str()) && clause.patient.is_none()
        {
            return None;
        }
        if self.is_supposed(clause, group.tokens.clone()) {
            return None;
        }
        // "Was not seriously hurt" says nothing of being hurt, nor does "no one was".
        let subject = [&clause.agent, &clause.patient].into_iter().flatten();
        let none = group.negated || subject.map(|p| self.share(p).0).any(|share| share == Some(Share::None));
        let degree = |i: usize| self.is(i, Upos::Adv) && self.word(i).ends_with("ly");
        if none && group.tokens.clone().any(degree) {
            return None;
        }
        // Nobody is told to do it: a heading, an order, half a sentence.
        if clause.agent.is_none() && group.voice == Voice::Active || self.tells_a_case(clause) {
            return None;
        }
        let reported = self.is_reported(index);
        let Told { mut denied, from, modality, moment } = self.told(group, lead, reported)?;
        let mut complement = None;
        // "Is closed" says how a thing is, as "is open" does.
        let mut state = None;
        if group.voice == Voice::Passive && clause.agent.is_none() && group.tokens.len() > 1 {
            state = Some((self.word(group.main).to_owned(), self.span(group.main..group.main + 1)?));
        }
        // "Stepped down" is shown with its particle.
        let particle = usize::from(clause.lemma.ends_with(&format!(" {}", self.word(group.tokens.end))));
        let mut predicate = self.span(from..group.tokens.end + particle)?;
        if let Some(at) = clause.complement {
            let no = (group.tokens.end..at).find(|i| is_no(self.word(*i)));
            denied ^= no.is_some() && !group.negated;
            let span = self.span(no.unwrap_or(at)..at + 1)?;
            if group.copula {
                predicate = predicate.cover(span);
            }
            complement = Some((self.base(at), span));
        }
        let mut agent = clause.agent.as_ref().and_then(|p| self.role(p));
        let mut patient = clause.patient.as_ref().or(self.opened_for(index)).and_then(|p| self.role(p));
        let mut words = self.words(clause, group.tokens.clone(), lead.map(|(_, verb)| verb.tokens.clone()));
        let subject = if group.voice == Voice::Passive { &mut patient } else { &mut agent };
        if let Some(who) = subject.as_ref().and_then(|r| self.reporter(index, r)) {
            words.extend(who.words.iter().map(|s| Said { stem: *s, is_name: who.names.contains(s), is_figure: false }));
            words.sort_unstable();
            words.dedup_by_key(|w| w.stem);
            *subject = Some(who);
        }
        let mut beside = self.roles_beside(clause);
        let mut span = self.cover(clause, from)?;
        let mut lemma = clause.lemma.clone();
        if let Some((verb, thing)) = decided(&lemma, patient.as_ref(), &mut beside) {
            span = span.cover(thing.span);
            lemma = verb.map_or(lemma, str::to_owned);
            patient = Some(thing);
        }
        let found = complement.as_ref().map(|(word, _)| word.as_str());
        if let Some(verb) = light::verdict(&lemma, found, patient.as_ref()) {
            lemma = verb.to_owned();
            let found = complement.take();
            predicate = found.map_or(predicate, |(_, span)| predicate.cover(span));
            if patient.is_none() && group.voice == Voice::Active {
                // "Pleaded guilty to the theft".
                let to = beside.iter().position(|(small, _)| small == "to");
                patient = to.map(|at| beside.remove(at).1);
            }
        }
        let mut is_copula = group.copula;
        let said = complement.as_ref().map_or(lemma.as_str(), |(word, _)| word.as_str());
        if let Some((verb, thing, denies)) = light::said_with(said, patient.as_ref(), &mut beside) {
            span = span.cover(thing.span);
            (lemma, patient, complement, is_copula) = (verb.to_owned(), Some(thing), None, false);
            denied ^= denies;
        }
        if let Some((lemma_than, other)) = self.compared(complement.as_ref(), &mut beside).filter(|_| is_copula) {
            span = span.cover(other.span);
            (lemma, patient, complement, is_copula) = (lemma_than, Some(other), None, false);
        }
        let is_bare = is_copula && complement.is_none() && clause.equal.is_none();
        let meant = self.light(clause, (&lemma, is_bare), (agent.as_ref(), patient.as_ref()), &mut beside);
        // "Stays open" says how a thing is.
        let stays = matches!(lemma.as_str(), "stay" | "remain") && complement.is_some();
        if stays {
            (lemma, is_copula) = ("be".to_owned(), true);
        }
        if let Some(meant) = meant {
            for role in [&patient, &meant.agent, &meant.patient].into_iter().flatten() {
                span = span.cover(role.span);
            }
            denied ^= meant.denies != patient.as_ref().is_some_and(|p| p.share == Some(Share::None));
            predicate = predicate.cover(meant.told);
            (lemma, agent, patient, is_copula) = (meant.lemma.to_owned(), meant.agent, meant.patient, false);
        }
        let (mut deed, mut turned) = (None, false);
        let with = beside.iter().position(|(small, _)| CONVERSES.contains_key(&format!("{lemma} {small}")));
        let of_pair = with.and_then(|i| Some((i, CONVERSES.get(&format!("{lemma} {}", beside.get(i)?.0))?)));
        if let Some((at, (known, doer))) = of_pair {
            let (_, other) = beside.remove(at);
            span = span.cover(other.span);
            if let Some(thing) = patient.take() {
                beside.push((String::new(), thing));
            }
            (agent, patient) = if *doer { (agent, Some(other)) } else { (Some(other), agent) };
            (deed, turned) = (Some(*known), !doer);
        } else if let Some((known, doer)) = CONVERSES.get(lemma.as_str()) {
            (deed, turned) = (Some(*known), !doer);
            if turned {
                (agent, patient) = (patient, agent);
            }
        }
        let done = clause
            .equal
            .as_ref()
            .filter(|_| group.copula && deed.is_none())
            .and_then(|e| self.done_by(clause, e, &beside));
        if let Some((verb, doer, thing)) = done {
            (lemma, agent, patient, complement, is_copula) = (verb.to_owned(), Some(doer), Some(thing), None, false);
        }
        let side = |equal: &Part| self.converse_noun(complement.as_ref(), equal, &beside);
        if let Some((known, doer, other)) = clause.equal.as_ref().filter(|_| is_copula).and_then(side) {
            (agent, patient) = if doer { (agent, Some(other)) } else { (Some(other), agent) };
            (deed, turned, complement, is_copula) = (Some(known), !doer, None, false);
            lemma = known.to_owned();
        }
        // "Opens three times a day": how often, and nothing that it opens.
        let often = self.often(clause);
        patient = patient.filter(|p| often.is_none_or(|(_, span)| !span.overlaps(p.span)));
        let share = |role: &Option<Role>| role.as_ref().and_then(|r| r.share) == Some(Share::None);
        denied ^= share(&agent) != share(&patient);
        Some(Statement {
            sentence: self.sentence,
            span,
            predicate,
            lemma,
            deed,
            turned,
            is_copula,
            agent,
            patient,
            complement,
            equal: clause.equal.as_ref().and_then(|p| self.role(p)),
            state,
            beside,
            words,
            occasion: self.occasion(clause).and_then(|occasion| self.what_happens(occasion)),
            shifts: self.shifts(clause, reported),
            moments: self.stems_in(clause, reported, |w| {
                MOMENTS.contains(w) || CALENDAR.contains(w) || w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit())
            }),
            polarity: if denied { Polarity::Denied } else { Polarity::Affirmed },
            modality,
            moment,
            speaker: self.speaker(index),
            under: clause.under.map(|i| self.stem(i)),
            often,
        })
    }

    /// "Is older than Tom": with whom it is compared, as a deed between the two.
    fn compared(&self, said: Option<&(String, Span)>, beside: &mut Vec<(String, Role)>) -> Option<(String, Role)> {
        let (word, _) = said?;
        let at = beside.iter().position(|(small, role)| small == "than" && !role.is_pronoun && role.is_definite)?;
        Some((format!("be {word} than"), beside.remove(at).1))
    }

    /// "Was a pupil of Roth": the deed that the noun stands for, whether its subject does it, and the other side.
    fn converse_noun(
        &self,
        complement: Option<&(String, Span)>,
        equal: &Part,
        beside: &[(String, Role)],
    ) -> Option<(&'static str, bool, Role)> {
        let (known, doer) = CONVERSE_NOUNS.get(complement?.0.as_str())?;
        let other =
            beside.iter().find(|(small, _)| matches!(small.as_str(), "of" | "to")).map(|(_, role)| role.clone());
        // "A pupil of Roth" is one phrase.
        Some((*known, *doer, other.or_else(|| self.hanging(equal))?))
    }

    /// "twice a week", "three times a day", "every four years".
    fn often(&self, clause: &Clause) -> Option<(i64, Span)> {
        let whole = |i: usize| match NUMERALS.get(self.word(i)) {
            Some(Numeral::Small(number) | Numeral::Tens(number)) => Some(i64::from(*number)),
            _ => self.word(i).parse::<i64>().ok().filter(|n| (1..1000).contains(n)),
        };
        let days = |i: usize| {
            let unit = self.word(i);
            DAYS_OF.get(unit).or_else(|| DAYS_OF.get(unit.strip_suffix('s')?)).copied()
        };
        let at = |i: usize| -> Option<(i64, Range<usize>)> {
            let per = |i: usize| matches!(self.word(i), "a" | "per" | "each" | "every").then(|| days(i + 1)).flatten();
            if let Some(days) = ADVERBS_OF_TIME.get(self.word(i)).filter(|_| !self.is(i + 1, Upos::Noun)) {
                return Some((MILLIONTHS / days, i..i + 1));
            }
            let (times, next) = match self.word(i) {
                "once" => (1, i + 1),
                "twice" => (2, i + 1),
                "every" => {
                    let (number, unit) = whole(i + 1).map_or((1, i + 1), |n| (n, i + 2));
                    return Some((MILLIONTHS / days(unit)?.checked_mul(number).filter(|d| *d > 0)?, i..unit + 1));
                }
                _ if self.word(i + 1) == "times" => (whole(i)?, i + 2),
                _ => return None,
            };
            Some((times * MILLIONTHS / per(next)?, i..next + 2))
        };
        // "Once every two weeks" is told by its "every".
        let (often, tokens) = clause.tokens.clone().find_map(at)?;
        Some((often, self.span(tokens)?))
    }

    /// "the bridge built by Dorn": a participle behind its noun is told as being so.
    fn is_reduced(&self, index: usize, clause: &Clause) -> bool {
        let group = self.syntax.verbs.get(clause.verb);
        let told = clause.agent.is_some() && clause.patient.is_some() || self.opened_for(index).is_some();
        group.is_some_and(|g| g.voice == Voice::Passive && told)
    }

    /// "Born in Torp, she studied": a participle opens the sentence and tells of the subject behind the comma.
    fn opened_for(&self, index: usize) -> Option<&Part> {
        let clause = self.clauses.get(index).filter(|_| index == 0)?;
        let group = self.syntax.verbs.get(clause.verb)?;
        let opens = group.tokens.start == 0 && group.tense == Tense::NotFinite && group.voice == Voice::Passive;
        let next = self.clauses.get(1).filter(|_| opens && clause.patient.is_none())?;
        let subject = next.agent.as_ref().or(next.patient.as_ref())?;
        let behind = subject.tokens.start.checked_sub(1).is_some_and(|b| self.word(b) == ",");
        (behind && clause.tokens.end < subject.tokens.start).then_some(subject)
    }

    /// The small word at `at`, with the one that makes it mean another thing: "because of", "due to".
    fn small(&self, at: usize) -> String {
        let before = |n: usize| at.checked_sub(n).map_or("", |i| self.word(i));
        match (before(1), self.word(at)) {
            (first @ "because", small @ "of")
            | (first @ ("due" | "owing"), small @ "to")
            | (first @ "ahead", small @ "of") => {
                format!("{first} {small}")
            }
            ("prior", "to") => "before".to_owned(),
            (_, "following") => "after".to_owned(),
            (_, small) => small.to_owned(),
        }
    }

    fn cover(&self, clause: &Clause, from: usize) -> Option<Span> {
        let verb = self.syntax.verbs.get(clause.verb)?;
        let subject = if verb.voice == Voice::Passive { &clause.patient } else { &clause.agent };
        let object = if verb.voice == Voice::Passive { &clause.agent } else { &clause.patient };
        let start = subject.as_ref().map_or(from, |s| s.tokens.start.min(from));
        // "The claims of its neighbours": the claims are enough to know them by.
        let shown = |o: &Part| (o.head..o.tokens.end).find(|i| self.word(*i) == "of").unwrap_or(o.tokens.end);
        let end = object.as_ref().map_or(verb.tokens.end, |o| shown(o).max(verb.tokens.end));
        let end = end.max(clause.complement.map_or(0, |c| c + 1));
        self.span(start..end)
    }
}

/// A word that denies the verb or adjective beside it.
fn is_no(word: &str) -> bool {
    matches!(word, "not" | "never" | "cannot") || word.ends_with("n't") || word.ends_with("n’t")
}
