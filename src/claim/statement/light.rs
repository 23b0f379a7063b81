//! Light constructions, whose verb says little and whose noun or adjective tells what is done: "found guilty" convicts, "gave its
//! support to the strike" and "was in favour of the strike" support it, "withheld its approval of the plan" did not approve it.

#![allow(clippy::arithmetic_side_effects, reason = "places within one sentence")]

use super::{OneSentence, Role};
use crate::claim::stem;
use crate::lexicon::en::deverbal::{done_by as verb_done_by, verb_of};
use crate::lexicon::en::kinds::{Sort, may_be};
use crate::lexicon::en::statements::{LIGHT, Light, SAID_WITH, VERDICTS};
use crate::syntax::{Clause, Part};
use crate::text::Span;

/// What is meant: the verb, who does it to whom, and whether the light verb denies it.
pub struct Meant {
    pub lemma: &'static str,
    pub agent: Option<Role>,
    pub patient: Option<Role>,
    pub denies: bool,
    /// The words that tell it, the verb aside.
    pub told: Span,
}

/// "Found guilty", "found Dennis Orme guilty": a verb and what it finds.
pub fn verdict(lemma: &str, complement: Option<&str>, patient: Option<&Role>) -> Option<&'static str> {
    let found = |word: &str| VERDICTS.get(&format!("{lemma} {word}")).copied();
    let within = |word: &&str| patient.is_some_and(|p| p.words.contains(&stem(word)));
    complement.map_or_else(|| ["guilty", "innocent"].iter().copied().find(|w| within(w)), Some).and_then(found)
}

/// "Was absent from the fair", "stayed away from the fair": the verb that says the same, of what, and whether it is denied.
pub fn said_with(
    said: &str,
    patient: Option<&Role>,
    beside: &mut Vec<(String, Role)>,
) -> Option<(&'static str, Role, bool)> {
    let meant = |small: &str| SAID_WITH.get(&format!("{said} {small}")).copied();
    let at = beside.iter().position(|(small, _)| meant(small).is_some()).filter(|_| patient.is_none())?;
    let (verb, denies) = meant(&beside.get(at)?.0)?;
    Some((verb, beside.remove(at).1, denies))
}

impl OneSentence<'_> {
    /// What a clause means whose verb says little. `is_bare` is a copula that nothing but phrases follow.
    pub(super) fn light(
        &self,
        clause: &Clause,
        (lemma, is_bare): (&str, bool),
        (agent, patient): (Option<&Role>, Option<&Role>),
        beside: &mut Vec<(String, Role)>,
    ) -> Option<Meant> {
        self.sided(clause, (lemma, is_bare), agent, beside)
            .or_else(|| self.joined(clause, lemma, agent))
            .or_else(|| self.named(clause, lemma, (agent, patient), beside))
    }

    /// "Is against the strike", "is in favour of the strike", "voted for the plan": a verb whose small word tells.
    fn sided(
        &self,
        clause: &Clause,
        (lemma, is_bare): (&str, bool),
        agent: Option<&Role>,
        beside: &mut Vec<(String, Role)>,
    ) -> Option<Meant> {
        let agent = agent.filter(|a| !a.is_pronoun)?;
        // What a part of a body votes for is not what the body decides.
        let is_body = || may_be(&agent.word, Sort::Group) && !agent.is_plural && !agent.names.contains(&agent.head);
        let [side, other] = match lemma {
            _ if is_bare => ["support", "oppose"],
            "vote" if is_body() => ["approve", "reject"],
            _ => return None,
        };
        let favour =
            |(at, part): &&(usize, Part)| self.word(*at) == "in" && matches!(self.word(part.head), "favour" | "favor");
        let (lemma, patient) = if let Some((_, part)) = clause.beside.iter().find(favour) {
            let of_what = self.hanging(part)?;
            beside.retain(|(_, role)| !role.span.contains(of_what.span));
            (side, of_what)
        } else {
            let is_side = |small: &str| small == "against" || small == "for" && !is_bare;
            let at = beside.iter().position(|(small, role)| is_side(small) && role.is_definite && !role.is_pronoun)?;
            let (small, of_what) = beside.remove(at);
            (if small == "against" { other } else { side }, of_what)
        };
        let told = patient.span;
        Some(Meant { lemma, agent: Some(agent.clone()), patient: Some(patient), denies: false, told })
    }

    /// "Became part of the group": the group acquired it.
    fn joined(&self, clause: &Clause, lemma: &str, agent: Option<&Role>) -> Option<Meant> {
        let part = clause.patient.as_ref().filter(|p| lemma == "become" && self.word(p.tokens.start) == "part")?;
        let whole = self.hanging(part)?;
        let told = self.span(part.tokens.clone())?;
        Some(Meant { lemma: "acquire", agent: Some(whole), patient: agent.cloned(), denies: false, told })
    }

    /// "Withheld its approval of the plan", "has no support from the union", "received no warning from the crew".
    fn named(
        &self,
        clause: &Clause,
        lemma: &str,
        (agent, patient): (Option<&Role>, Option<&Role>),
        beside: &mut Vec<(String, Role)>,
    ) -> Option<Meant> {
        // "There was no insurance for the crane."
        let exists = lemma == "be" && agent.is_some_and(|a| a.is_pronoun && a.word == "there");
        let light = if exists { Light::Has } else { LIGHT.get(lemma).copied()? };
        let (deed, agent) = (patient?, agent.filter(|_| !exists));
        let lemma = verb_of(&deed.word).filter(|_| deed.names.is_empty() && !deed.is_plural)?;
        let mut behind = |smalls: &[&str]| {
            let fits = |(small, role): &(String, Role)| {
                smalls.contains(&small.as_str()) && role.span.start >= deed.place.end && !role.is_pronoun
            };
            beside.iter().position(fits).map(|at| beside.remove(at).1)
        };
        let giver = if matches!(light, Light::Receives | Light::Has) { behind(&["from"]) } else { None };
        let (agent, patient) = match giver {
            Some(giver) if exists => (Some(giver), Some(behind(&["of", "for", "to", "against"])?)),
            Some(giver) => (Some(giver), agent.cloned()),
            None if light == Light::Receives => return None,
            // "Its approval of the plan" is one phrase.
            None => {
                let hanging = || clause.patient.as_ref().and_then(|part| self.hanging(part));
                let of_whom = behind(&["of", "for", "to", "against"]).or_else(hanging)?;
                (agent.cloned(), Some(of_whom))
            }
        };
        Some(Meant { lemma, agent, patient, denies: light == Light::Denies, told: deed.span })
    }

    /// "Krag is the founder of the mill", "the founder of the mill was Krag": the verb, who does it, and to what.
    pub(super) fn done_by(
        &self,
        clause: &Clause,
        equal: &Part,
        beside: &[(String, Role)],
    ) -> Option<(&'static str, Role, Role)> {
        let subject = clause.agent.as_ref()?;
        let one = |title: &Part, other: &Part| {
            let (name, doer) = (self.role(title)?, self.role(other)?);
            let verb =
                verb_done_by(&name.word).filter(|_| !name.is_plural && name.names.is_empty() && !doer.is_pronoun)?;
            let of = beside.iter().find(|(small, role)| small == "of" && role.span.start >= name.span.end);
            let thing = self.hanging(title).or_else(|| of.map(|(_, role)| role.clone()))?;
            (name.is_definite && !doer.is_several).then_some((verb, doer, thing))
        };
        one(equal, subject).or_else(|| one(subject, equal))
    }

    /// What hangs on a phrase by "of".
    pub(super) fn hanging(&self, part: &Part) -> Option<Role> {
        let of = part.tokens.clone().find(|i| self.word(*i) == "of")?;
        let phrase = self.syntax.phrases.iter().find(|p| p.tokens.start == of + 1)?;
        self.role(&Part { tokens: of + 1..part.tokens.end, head: phrase.head })
    }
}
