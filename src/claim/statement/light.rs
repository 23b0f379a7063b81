//! Light constructions, whose verb says little and whose noun or adjective tells what is done: "found guilty" convicts, "gave its
//! support to the strike" and "was in favour of the strike" support it, "withheld its approval of the plan" did not approve it.

#![allow(clippy::arithmetic_side_effects, reason = "places within one sentence")]

use super::{OneSentence, Role};
use crate::claim::stem;
use crate::lexicon::en::deverbal::verb_of;
use crate::lexicon::en::kinds::{Sort, may_be};
use crate::lexicon::en::statements::{LIGHT, Light, VERDICTS};
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

    /// "Withheld its approval of the plan", "has no support from the union", "received no warning from the crew".
    fn named(
        &self,
        clause: &Clause,
        lemma: &str,
        (agent, patient): (Option<&Role>, Option<&Role>),
        beside: &mut Vec<(String, Role)>,
    ) -> Option<Meant> {
        let (light, deed) = (LIGHT.get(lemma).copied()?, patient?);
        let lemma = verb_of(&deed.word).filter(|_| deed.names.is_empty() && !deed.is_plural)?;
        let mut behind = |smalls: &[&str]| {
            let fits = |(small, role): &(String, Role)| {
                smalls.contains(&small.as_str()) && role.span.start >= deed.place.end && !role.is_pronoun
            };
            beside.iter().position(fits).map(|at| beside.remove(at).1)
        };
        let giver = if matches!(light, Light::Receives | Light::Has) { behind(&["from"]) } else { None };
        let (agent, patient) = match giver {
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

    /// What hangs on a phrase by "of".
    pub(super) fn hanging(&self, part: &Part) -> Option<Role> {
        let of = part.tokens.clone().find(|i| self.word(*i) == "of")?;
        let phrase = self.syntax.phrases.iter().find(|p| p.tokens.start == of + 1)?;
        self.role(&Part { tokens: of + 1..part.tokens.end, head: phrase.head })
    }
}
