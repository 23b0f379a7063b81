//! Clauses: a verb with who does it, to whom, and what else is said with it. By rules over noun phrases and verb groups;
//! what they cannot tell is left open.

use super::tag::{Form, Upos};
use super::verb::{Tense, Voice};
use super::{Syntax, lemma};
use crate::lexicon::en::statements::{GIVING, INTENTIONS, MOMENTS};
use crate::lexicon::en::stop_words::CALENDAR;
use std::ops::Range;

/// A noun phrase with what hangs on it by "of", a possessor or "and".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub tokens: Range<usize>,
    /// Its first noun: "board" of "the board of the college", "tenants" of "most of the tenants".
    pub head: usize,
}

/// Tokens are counted from the start of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its verb, as an index into the verb groups.
    pub verb: usize,
    /// The base form with its particle: "turn down".
    pub lemma: String,
    /// The verb group that leads to it: "failed" of "failed to agree".
    pub lead: Option<usize>,
    /// Who does it and to whom, whichever is the subject.
    pub agent: Option<Part>,
    pub patient: Option<Part>,
    /// What the subject or object is said to be: an adjective, participle or noun.
    pub complement: Option<usize>,
    /// The noun phrase that its subject is said to be.
    pub equal: Option<Part>,
    /// To whom it is given, where that stands before what is given: "paid the mill a fee".
    pub receiver: Option<Part>,
    /// Prepositions with their phrases.
    pub beside: Vec<(usize, Part)>,
    /// All that is said with the verb.
    pub tokens: Range<usize>,
    /// The word that opens it, where one does: "that", "if", "who".
    pub opener: Option<usize>,
    /// What it is said under, before its subject: the head of "in strict mode".
    pub under: Option<usize>,
}

/// How far before its verb a subject may stand, past what is told of it between commas.
const FAR: usize = 30;
/// Verbs are told from others by these small words behind them.
const PARTICLES: [&str; 9] = ["up", "down", "off", "out", "over", "away", "back", "on", "through"];

pub fn clauses(syntax: &Syntax) -> Vec<Clause> {
    let reader = Clauses { syntax };
    let mut found: Vec<Clause> = Vec::new();
    for verb in (0..syntax.verbs.len()).filter(|v| !reader.is_attribute(*v)) {
        if let Some(clause) = reader.clause(verb, &found) {
            found.push(clause);
        }
    }
    found
}

/// What a verb group finds before it.
struct Before {
    subject: Option<Part>,
    /// The subject is that of this earlier clause.
    start: usize,
    lead: Option<usize>,
    opener: Option<usize>,
}

struct Clauses<'s, 'd> {
    syntax: &'s Syntax<'d>,
}

impl Clauses<'_, '_> {
    fn word(&self, i: usize) -> &str {
        self.syntax.words.get(i).copied().unwrap_or_default()
    }

    fn is(&self, i: usize, upos: Upos) -> bool {
        self.syntax.tags.get(i).is_some_and(|t| t.is(upos))
    }

    fn is_gerund(&self, i: usize) -> bool {
        self.is(i, Upos::Verb) && self.syntax.tags.get(i).is_some_and(|t| t.form == Some(Form::Gerund))
    }

    fn is_finite(&self, verb: usize) -> bool {
        self.syntax.verbs.get(verb).is_some_and(|v| v.tense != Tense::NotFinite)
    }

    /// "retries failed jobs", "the failed jobs": a participle right before its noun, behind a verb or within its phrase.
    fn is_attribute(&self, verb: usize) -> bool {
        let Some(group) = self.syntax.verbs.get(verb).filter(|g| g.tokens.len() == 1) else { return false };
        let form = self.syntax.tags.get(group.main).and_then(|t| t.form);
        let noun = self.syntax.tags.get(group.main + 1).is_some_and(|t| t.is_noun());
        let within = |p: &super::Phrase| p.tokens.contains(&group.main) && p.head != group.main;
        let behind = self.syntax.verbs.iter().any(|v| v.tokens.end == group.tokens.start);
        matches!(form, Some(Form::Past | Form::Participle))
            && (self.syntax.phrases.iter().any(within) || noun && behind && form == Some(Form::Participle))
    }

    fn clause(&self, verb: usize, earlier: &[Clause]) -> Option<Clause> {
        let group = self.syntax.verbs.get(verb)?;
        let before = self.before(verb, earlier);
        let end = self.end(verb);
        let mut at = group.tokens.end;
        while self.is(at, Upos::Adv) && !PARTICLES.contains(&self.word(at)) || matches!(self.word(at), "not" | "never")
        {
            at += 1;
        }
        let mut lemma = group.lemma.clone();
        let opens = |i: usize| self.syntax.phrases.iter().any(|p| p.tokens.start == i);
        let ends = |i: usize| i >= end || self.is(i, Upos::Punct) || self.is(i, Upos::Adp) && !opens(i);
        if !group.copula
            && PARTICLES.contains(&self.word(at))
            && (ends(at + 1) || opens(at + 1) && !self.leads_place(at) || self.is_gerund(at + 1))
        {
            lemma = format!("{lemma} {}", self.word(at));
            at += 1;
        }
        // "Will stay open": an adjective alone is no object.
        let is_thing = |part: &Part| part.tokens.len() > 1 || !self.is(part.head, Upos::Adj);
        let object = self.part_at(at, end).filter(is_thing).or_else(|| {
            let attribute = self.syntax.verbs.iter().position(|v| v.tokens.start == at)?;
            let object = self.part_at(at + 1, end).filter(|_| self.is_attribute(attribute))?;
            Some(Part { tokens: at..object.tokens.end, ..object })
        });
        let given = object.as_ref().filter(|_| group.voice == Voice::Active).and_then(|o| self.given(&lemma, o, end));
        let (mut receiver, object) = given.map_or((None, object), |(receiver, given)| (Some(receiver), Some(given)));
        let mut complement = self.complement(at, end, object.as_ref());
        let behind = object.as_ref().map_or(at, |o| o.tokens.end);
        let mut beside = self.beside(behind, end);
        // "After the strike the mill was sold".
        let first = before.subject.as_ref().map_or(before.start, |s| s.tokens.start);
        beside.extend(self.beside(before.start, first));
        let (mut agent, mut patient) = (before.subject, object);
        let mut equal = None;
        if group.copula {
            complement = complement.or(patient.as_ref().map(|p| p.head));
            equal = patient.take();
        } else if group.voice == Voice::Passive {
            let by =
                beside.iter().position(|(p, part)| self.word(*p) == "by" && !self.is(part.tokens.start, Upos::Num));
            // "The mill was paid a fee": what is given stands behind, and the subject has it.
            if GIVING.contains(&lemma) && patient.as_ref().is_some_and(|p| !self.is_time(p.head)) {
                receiver = agent.take();
            } else {
                patient = agent.take();
            }
            agent = by.map(|by| beside.remove(by).1);
        }
        let tokens = before.start..end;
        Some(Clause {
            verb,
            lemma,
            lead: before.lead,
            agent,
            patient,
            complement,
            equal,
            receiver,
            beside,
            under: self.under(before.start, group.tokens.start),
            tokens,
            opener: before.opener,
        })
    }

    /// To whom something is given, and what, right behind.
    fn given(&self, verb: &str, receiver: &Part, end: usize) -> Option<(Part, Part)> {
        let Range { start, end: stop } = receiver.tokens;
        if !GIVING.contains(verb) {
            return None;
        }
        // "Paid Kestner 2 million crowns" may be read as one phrase.
        let number = (start + 1..stop).find(|i| self.is(*i, Upos::Num) && self.is(i - 1, Upos::Propn));
        if let Some(at) = number {
            let whom = Part { tokens: start..at, head: at - 1 };
            return Some((whom, Part { tokens: at..stop, head: receiver.head }));
        }
        let given = self.part_at(stop, end)?;
        let time = self.is_time(given.tokens.start) || self.is_time(given.head);
        (!time).then(|| (receiver.clone(), given))
    }

    /// The phrase that opens the clause behind a small word.
    fn under(&self, start: usize, verb: usize) -> Option<usize> {
        let part = self.part_at(start + 1, verb).filter(|_| self.is(start, Upos::Adp))?;
        (!part.tokens.clone().any(|i| self.is_time(i))).then_some(part.head)
    }

    /// "on Monday", "on the pier": the small word leads a place or time and is no part of the verb.
    fn leads_place(&self, at: usize) -> bool {
        matches!(self.word(at), "on" | "over" | "through")
            || self.is(at, Upos::Adp) && !matches!(self.word(at), "down" | "up" | "off" | "out")
    }

    /// An adjective or participle right behind the verb or its object.
    fn complement(&self, at: usize, end: usize, object: Option<&Part>) -> Option<usize> {
        let mut place = object.map_or(at, |o| o.tokens.end);
        while place < end && (self.is(place, Upos::Adv) || self.is(place, Upos::Part)) && self.word(place) != "to" {
            place += 1;
        }
        let adjective =
            self.is(place, Upos::Adj) || self.syntax.tags.get(place).is_some_and(|t| t.form == Some(Form::Participle));
        let within = object.is_some_and(|o| o.tokens.contains(&place));
        (place < end && adjective && !within && self.syntax.verbs.iter().all(|v| v.main != place)).then_some(place)
    }

    /// The phrases behind, each with the small word before it.
    fn beside(&self, start: usize, end: usize) -> Vec<(usize, Part)> {
        let mut found = Vec::new();
        let mut at = start;
        while at < end {
            // "The ban on fishing".
            let leads = matches!(self.word(at), "on" | "of" | "for" | "against");
            let deed = (leads && self.is_gerund(at + 1) && at + 1 < end)
                .then(|| Part { tokens: at + 1..at + 2, head: at + 1 });
            let part = if self.is(at, Upos::Adp) { self.part_at(at + 1, end) } else { None };
            let part = part.or(deed);
            match part {
                Some(part) => {
                    let next = part.tokens.end;
                    found.push((at, part));
                    at = next.max(at + 1);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The phrase that starts here, with what hangs on it behind.
    fn part_at(&self, start: usize, end: usize) -> Option<Part> {
        let phrases = &self.syntax.phrases;
        let mut index = phrases.iter().position(|p| p.tokens.start == start && p.tokens.end <= end)?;
        let first = phrases.get(index)?;
        let (mut stop, mut head) = (first.tokens.end, first.head);
        while let Some(next) = phrases.get(index + 1).filter(|n| n.tokens.end <= end) {
            let gap = stop..next.tokens.start;
            let between = self.word(gap.start);
            match gap.len() {
                0 => {}
                1 if matches!(between, "'s" | "’s" | "'" | "’") => head = next.head,
                1 if between == "of" => {
                    if self.is_share(head) {
                        head = next.head;
                    }
                }
                1 if matches!(between, "and" | "or" | "-" | "&") => {}
                _ => break,
            }
            if gap.is_empty() && !self.is(next.head, Upos::Propn) {
                // "Their default | app icons" is one phrase that was cut in two.
                let first = next.tokens.start;
                let one = self.is(stop - 1, Upos::Noun) && self.is(first, Upos::Noun);
                if !one || self.is_time(first) {
                    break;
                }
                head = next.head;
            }
            stop = next.tokens.end;
            index += 1;
        }
        Some(Part { tokens: start..stop, head })
    }

    /// "most of", "a majority of", "all of".
    fn is_share(&self, head: usize) -> bool {
        matches!(
            self.word(head),
            "none"
                | "majority"
                | "minority"
                | "number"
                | "half"
                | "part"
                | "group"
                | "dozens"
                | "hundreds"
                | "thousands"
        ) || !self.syntax.tags.get(head).is_some_and(|t| t.is_noun())
    }

    fn is_time(&self, i: usize) -> bool {
        CALENDAR.contains(self.word(i)) || MOMENTS.contains(self.base(i).as_str())
    }

    /// The whole phrase whose last token is before `end`, back through "of" and other small words.
    fn part_before(&self, end: usize) -> Option<Part> {
        let phrases = &self.syntax.phrases;
        let ending = |end: usize| phrases.iter().rposition(|p| p.tokens.end == end);
        let mut index = ending(end)?;
        loop {
            let start = phrases.get(index)?.tokens.start;
            let Some(before) = start.checked_sub(1) else { break };
            let links = self.is(before, Upos::Adp)
                || matches!(self.word(before), "and" | "or" | "'s" | "’s" | "'" | "’" | "-" | "&");
            // "The ban on fishing in the fjord".
            let gerund = before.checked_sub(1).filter(|i| links && self.is_gerund(*i));
            let small = |i: &usize| self.is(*i, Upos::Adp) || self.is(*i, Upos::Sconj);
            let outer = gerund.and_then(|i| i.checked_sub(1)).filter(small);
            let within = ending(outer.unwrap_or(before)).filter(|_| links);
            match within.or_else(|| self.called(index)) {
                Some(outer) => index = outer,
                None => break,
            }
        }
        let first = phrases.get(index)?;
        let start = self.own_start(first.tokens.clone(), first.head);
        if start == first.tokens.start
            && start.checked_sub(1).is_some_and(|b| self.is(b, Upos::Adp) && self.word(b) != "of")
        {
            // "In June the clinic": only where the phrase itself stands by itself.
            return None;
        }
        let head = self.part_at(first.tokens.start, end).map_or(first.head, |p| p.head);
        Some(Part { tokens: start..end, head })
    }

    /// "The keepers of the lighthouse | Hald": the phrase that a noun hangs on whose name stands right behind it.
    fn called(&self, name: usize) -> Option<usize> {
        let phrases = &self.syntax.phrases;
        let (noun, name) = (phrases.get(name.checked_sub(1)?)?, phrases.get(name)?);
        let is_called = noun.tokens.end == name.tokens.start
            && self.is(name.head, Upos::Propn)
            && self.is(noun.head, Upos::Noun)
            && !self.is_time(noun.head);
        let small = noun.tokens.start.checked_sub(1).filter(|i| is_called && self.is(*i, Upos::Adp))?;
        let outer = phrases.iter().rposition(|p| p.tokens.end == small)?;
        // "In the sprint of the queen stage | Ida Roth won".
        let led = phrases.get(outer)?.tokens.start.checked_sub(1).is_some_and(|i| self.is(i, Upos::Adp));
        (!led).then_some(outer)
    }

    /// "Lena Furst, the director,": what is told of a subject between commas, and is one phrase, belongs to it.
    fn with_apposition(&self, subject: Part, open: usize, close: usize) -> Part {
        let one = subject.tokens.end == open && open < close && self.word(open) == "," && self.word(close) == ",";
        let told = self.part_at(open + 1, close).filter(|p| one && p.tokens.end == close);
        let time = told.as_ref().is_some_and(|p| p.tokens.clone().all(|i| self.is_time(i) || self.is(i, Upos::Num)));
        match told.filter(|_| !time) {
            Some(told) => Part { tokens: subject.tokens.start..told.tokens.end, head: subject.head },
            None => subject,
        }
    }

    /// "Is older than Moe and Lind is ill": what stands behind "and", where the whole hangs on a small word.
    fn last_conjunct(&self, end: usize) -> Option<Part> {
        let part = self.phrase_before(end)?;
        part.tokens.start.checked_sub(1).filter(|i| self.word(*i) == "and").map(|_| part)
    }

    /// "Ben beat Roth and Lind is ill": of one verb for one, behind another, only the last of two is the subject.
    fn of_verb(&self, subject: Part, verb: usize, floor: usize) -> Part {
        let first = self.syntax.verbs.get(verb).map_or(0, |v| v.tokens.start);
        let form = self.syntax.tags.get(first).and_then(|t| t.form);
        let single = form == Some(Form::ThirdPerson) || matches!(self.word(first), "is" | "was" | "has");
        let and = subject.tokens.clone().rev().find(|i| self.word(*i) == "and").filter(|_| single && floor > 0);
        let last = and.and_then(|i| self.part_at(i + 1, subject.tokens.end));
        last.filter(|last| last.tokens.end == subject.tokens.end).unwrap_or(subject)
    }

    fn phrase_before(&self, end: usize) -> Option<Part> {
        let name = || (0..end).rev().take_while(|i| self.is(*i, Upos::Propn)).last().map(|first| (first..end, end - 1));
        let phrase = self.syntax.phrases.iter().find(|p| p.tokens.end == end).map(|p| (p.tokens.clone(), p.head));
        phrase.or_else(name).map(|(tokens, head)| Part { tokens, head })
    }

    fn base(&self, i: usize) -> String {
        self.syntax.tags.get(i).map_or_else(String::new, |t| lemma(self.word(i), *t))
    }

    /// The subject of a verb that stands behind another one: of "warned the crew before the engine failed" the engine, for a word
    /// of time between two verbs leads the second.
    fn subject_behind(&self, floor: usize, end: usize) -> Option<Part> {
        let whole = self.part_before(end).or_else(|| self.last_conjunct(end))?;
        let leads = |i: &usize| {
            matches!(self.word(*i), "before" | "after" | "until" | "till" | "since") && self.is(*i, Upos::Adp)
        };
        let Some(at) = whole.tokens.clone().rev().find(leads).filter(|at| floor > 0 && *at >= floor) else {
            return Some(whole);
        };
        self.part_at(at + 1, end).filter(|part| part.tokens.end == end).or(Some(whole))
    }

    /// "In May Milo Hanke", "in winter the tunnel": a time before its subject is no part of it.
    fn own_start(&self, phrase: Range<usize>, head: usize) -> usize {
        let article = (phrase.start + 1..head).rev().find(|i| self.is(*i, Upos::Det) && self.word(*i) != "no");
        let month = CALENDAR.contains(self.word(phrase.start)) && phrase.start < head;
        // "In the semi-final Marit Sund": what opens the sentence leads a noun, and the name behind that stands by itself.
        let led = phrase.start.checked_sub(1).filter(|b| self.is(*b, Upos::Adp));
        let opens = led.is_some_and(|b| b.checked_sub(1).is_none_or(|i| self.is(i, Upos::Punct)));
        let name = (phrase.start + 1..head + 1).rev().take_while(|i| self.is(*i, Upos::Propn)).last();
        let name = name.filter(|i| opens && !self.is(i - 1, Upos::Det));
        article.or(name).unwrap_or(if month { phrase.start + 1 } else { phrase.start })
    }

    fn before(&self, verb: usize, earlier: &[Clause]) -> Before {
        let start = self.syntax.verbs.get(verb).map_or(0, |v| v.tokens.start);
        let mut at = start;
        while at > 0 && (self.is(at - 1, Upos::Adv) || matches!(self.word(at - 1), "not" | "never")) {
            at -= 1;
        }
        let mut found = Before { subject: None, start, lead: None, opener: None };
        let Some(prev) = at.checked_sub(1) else { return found };
        let subject_of = |clause: &Clause| {
            let passive = self.syntax.verbs.get(clause.verb).is_some_and(|v| v.voice == Voice::Passive);
            if passive { clause.patient.clone() } else { clause.agent.clone() }
        };
        let infinitive = self.word(prev) == "to";
        if infinitive {
            let lead =
                earlier.iter().rev().find(|c| self.syntax.verbs.get(c.verb).is_some_and(|v| v.tokens.end <= prev));
            if let Some(lead) = lead {
                let passive = self.syntax.verbs.get(lead.verb).is_some_and(|v| v.voice == Voice::Passive);
                // "Has no plans to close" is said of who has them.
                let meant = |p: &Part| lead.lemma == "have" && INTENTIONS.contains(self.base(p.head).as_str());
                let between = lead.patient.clone().filter(|p| !passive && p.tokens.end == prev && !meant(p));
                found.subject = between.or_else(|| subject_of(lead));
                found.lead = Some(lead.verb);
                found.start = lead.tokens.start;
            }
            return found;
        }
        // "Ruled out closing", "avoided signing".
        if self.is_gerund(start) {
            let ends = |v: &super::VerbGroup| {
                v.tokens.end == start || v.tokens.end == prev && PARTICLES.contains(&self.word(prev))
            };
            let lead = earlier.last().filter(|c| self.syntax.verbs.get(c.verb).is_some_and(ends));
            if let Some(lead) = lead.filter(|c| self.is_finite(c.verb)) {
                found.subject = subject_of(lead);
                found.lead = Some(lead.verb);
                found.start = lead.tokens.start;
                return found;
            }
        }
        let who = matches!(self.word(prev), "who" | "which" | "that");
        if who {
            found.opener = Some(prev);
            let end = if prev.checked_sub(1).is_some_and(|b| self.word(b) == ",") { prev - 1 } else { prev };
            // "Went to Torsvik, who had won before": whoever stands right before it.
            found.subject = self.part_before(end).or_else(|| self.phrase_before(end));
            found.start = prev;
            return found;
        }
        if self.is(prev, Upos::Cconj) || self.word(prev) == "," && prev > 0 && self.is(prev - 1, Upos::Cconj) {
            let lead = earlier.iter().rev().find(|c| self.is_finite(c.verb));
            found.subject = lead.and_then(subject_of);
            // What stands before the first of two verbs holds of both.
            return found;
        }
        let mut end = at;
        if matches!(self.word(prev), "," | ")" | "—" | "–") {
            let pair = if self.word(prev) == ")" { "(" } else { self.word(prev) };
            let open = (prev.saturating_sub(FAR)..prev).rev().find(|i| self.word(*i) == pair);
            if let Some(open) = open {
                end = open;
            }
        }
        // What opens the sentence is said with its first verb.
        let floor = earlier
            .iter()
            .filter(|c| c.lead.is_none())
            .map(|c| self.syntax.verbs.get(c.verb).map_or(0, |v| v.tokens.end))
            .max();
        let floor = floor.unwrap_or(0);
        let subject = self.subject_behind(floor, end).map(|subject| self.of_verb(subject, verb, floor));
        found.subject = subject.map(|subject| self.with_apposition(subject, end, prev));
        let from = found.subject.as_ref().map_or(start, |s| s.tokens.start);
        let hard = (floor..from).rev().find(|i| self.breaks(*i));
        found.start = hard.map_or(if floor == 0 { 0 } else { from }, |i| i + 1).min(from);
        found.opener = hard.filter(|i| self.is(*i, Upos::Sconj) || self.is(*i, Upos::Pron));
        found
    }

    /// A mark or word that no clause goes past.
    fn breaks(&self, i: usize) -> bool {
        if self.word(i) == "because" && self.word(i + 1) == "of" {
            return false;
        }
        matches!(
            self.word(i),
            ";" | ":"
                | "."
                | "("
                | "—"
                | "“"
                | "”"
                | "\""
                | "but"
                | "that"
                | "because"
                | "while"
                | "although"
                | "if"
                | "when"
                | "which"
                | "who"
                | "whether"
                | "unless"
                | "after"
                | "before"
                | "until"
                | "since"
                | "as"
        ) && !(self.is(i, Upos::Adp) && self.syntax.phrases.iter().any(|p| p.tokens.start == i + 1))
            || self.is(i, Upos::Sconj)
    }

    /// Where what is said with a verb ends: before the next mark, or the subject of the next verb.
    fn end(&self, verb: usize) -> usize {
        let Some(group) = self.syntax.verbs.get(verb) else { return 0 };
        let start = group.tokens.end;
        let mut later = (verb + 1..self.syntax.verbs.len()).filter(|v| self.is_finite(*v) && !self.is_attribute(*v));
        let next = later.next().and_then(|v| self.syntax.verbs.get(v));
        let limit = next.map_or(self.syntax.words.len(), |v| {
            let mut at = v.tokens.start;
            while at > start && self.is(at - 1, Upos::Adv) {
                at -= 1;
            }
            let later = self.syntax.verbs.iter().position(|other| other.tokens == v.tokens).unwrap_or_default();
            let subject = self.subject_behind(start, at).map(|p| self.of_verb(p, later, start));
            subject.filter(|p| p.tokens.start >= start).map_or(at, |p| p.tokens.start).max(start)
        });
        let stop = (start..limit).find(|i| {
            self.breaks(*i) || matches!(self.word(*i), "?" | "!" | ")") || self.word(*i) == "," && self.turns(*i)
        });
        let mut end = stop.unwrap_or(limit);
        while end > start && (self.is(end - 1, Upos::Punct) || self.is(end - 1, Upos::Cconj)) {
            end -= 1;
        }
        end
    }

    /// Does something else begin behind this comma?
    fn turns(&self, comma: usize) -> bool {
        let verb = self.syntax.verbs.iter().any(|v| v.tokens.start == comma + 1);
        verb || self.is(comma + 1, Upos::Cconj) && self.syntax.verbs.iter().any(|v| v.tokens.start == comma + 2)
    }
}
