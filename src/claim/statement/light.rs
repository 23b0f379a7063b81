//! Light constructions, whose verb says little and whose noun or adjective tells what is done: "found guilty" convicts, "gave its
//! support to the strike" and "was in favour of the strike" support it, "withheld its approval of the plan" did not approve it.

use super::Role;
use crate::claim::stem;
use crate::lexicon::en::deverbal::verb_of;
use crate::lexicon::en::kinds::{Sort, may_be};
use crate::lexicon::en::statements::{LIGHT, Light, VERDICTS};
use crate::text::Span;

/// What is meant: the verb, who does it to whom, and whether the light verb denies it.
pub struct Meant {
    pub lemma: &'static str,
    pub agent: Option<Role>,
    pub patient: Option<Role>,
    pub denies: bool,
    /// The words that tell it, the verb aside.
    pub told: Option<Span>,
}

/// "Found guilty", "found Dennis Orme guilty": a verb and what it finds.
pub fn verdict(lemma: &str, complement: Option<&str>, patient: Option<&Role>) -> Option<&'static str> {
    let found = |word: &str| VERDICTS.get(&format!("{lemma} {word}")).copied();
    let within = |word: &&str| patient.is_some_and(|p| p.words.contains(&stem(word)));
    complement.map_or_else(|| ["guilty", "innocent"].iter().copied().find(|w| within(w)), Some).and_then(found)
}

/// "Is against the strike", "voted for the plan": a verb whose small word tells.
pub fn sided(lemma: &str, is_copula: bool, agent: Option<&Role>, beside: &mut Vec<(String, Role)>) -> Option<Meant> {
    let verb = match (lemma, is_copula) {
        (_, true) => ["support", "oppose"],
        // What a part of a body votes for is not what the body decides.
        ("vote", _)
            if agent.is_some_and(|a| may_be(&a.word, Sort::Group) && !a.is_plural && !a.names.contains(&a.head)) =>
        {
            ["approve", "reject"]
        }
        _ => return None,
    };
    let agent = agent.filter(|a| !a.is_pronoun)?.clone();
    let favour =
        beside.iter().position(|(small, role)| small == "in" && matches!(role.word.as_str(), "favour" | "favor"));
    if let Some(at) = favour {
        let of = beside.iter().position(|(small, role)| {
            small == "of" && beside.get(at).is_some_and(|(_, f)| role.span.start >= f.span.start)
        })?;
        let patient = beside.get(of)?.1.clone();
        beside.retain(|(_, role)| role.span.start > patient.span.end || role.span.end < agent.span.end);
        return Some(Meant { lemma: verb[0], agent: Some(agent), patient: Some(patient), denies: false, told: None });
    }
    let is_side = |small: &str| small == "against" || small == "for" && !is_copula;
    let at = beside.iter().position(|(small, role)| is_side(small) && role.is_definite && !role.is_pronoun)?;
    let (small, patient) = beside.remove(at);
    let side = usize::from(small == "against");
    Some(Meant {
        lemma: verb.get(side)?,
        agent: Some(agent),
        told: Some(patient.span),
        patient: Some(patient),
        denies: false,
    })
}

/// "Withheld its approval of the plan", "has no support from the union", "received no warning from the crew".
pub fn named(
    lemma: &str,
    agent: Option<&Role>,
    patient: Option<&Role>,
    beside: &mut Vec<(String, Role)>,
) -> Option<Meant> {
    let light = LIGHT.get(lemma).copied()?;
    let deed = patient?;
    let lemma = verb_of(&deed.word).filter(|_| deed.names.is_empty() && !deed.is_plural)?;
    let behind = |smalls: &'static [&'static str]| {
        move |(small, role): &(String, Role)| {
            smalls.contains(&small.as_str()) && role.span.start >= deed.place.end && !role.is_pronoun
        }
    };
    let denies = light == Light::Denies;
    let told = Some(deed.span);
    let from = beside.iter().position(behind(&["from"])).filter(|_| matches!(light, Light::Receives | Light::Has));
    if let Some(at) = from {
        let giver = beside.remove(at).1;
        return Some(Meant { lemma, agent: Some(giver), patient: agent.cloned(), denies, told });
    }
    if light == Light::Receives {
        return None;
    }
    let at = beside.iter().position(behind(&["of", "for", "to", "against"]))?;
    let of_whom = beside.remove(at).1;
    Some(Meant { lemma, agent: agent.cloned(), patient: Some(of_whom), denies, told })
}
