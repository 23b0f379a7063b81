//! What leads to a verb says how it is meant: "failed to sign" did not sign, "ruled out closing" will not close, "has plans to build"
//! plans it, "was ordered to pay" must pay.

#![allow(clippy::arithmetic_side_effects, reason = "places within one sentence")]

use super::{Modality, Moment, OneSentence, is_no};
use crate::lexicon::en::statements::{COMMANDING, DOING, FAILING, INTENTIONS, PLANNING, Share};
use crate::syntax::{Clause, Tense, Upos, VerbGroup};

/// How a clause is told.
pub struct Told {
    pub denied: bool,
    /// Where the words that say so begin.
    pub from: usize,
    pub modality: Modality,
    pub moment: Moment,
}

impl OneSentence<'_> {
    /// `reported` is what somebody said in the past: "would" is "will" there, and what had happened happened.
    pub(super) fn told(&self, group: &VerbGroup, lead: Option<(&Clause, &VerbGroup)>, reported: bool) -> Option<Told> {
        let (mut denied, mut from) = (group.negated, group.tokens.start);
        let (mut planned, mut willed, mut bidden) = (false, false, false);
        if let Some((lead, leading)) = lead {
            let intended = self.intended(lead);
            bidden = COMMANDING.contains(lead.lemma.as_str()) && !leading.negated;
            if intended.is_none() && !bidden && !self.leads_at_once(lead, leading, group) {
                return None;
            }
            match lead.lemma.as_str() {
                _ if intended.is_some() => {
                    willed = intended == Some(Share::None);
                    planned = !willed;
                    denied ^= willed;
                }
                // Who has not ruled it out may do it or not.
                "rule out" if leading.negated => return None,
                word if FAILING.contains(word) => {
                    denied = !denied;
                    willed = word == "rule out";
                }
                word if DOING.contains(word) => {}
                word if PLANNING.contains(word) => planned = true,
                _ if bidden => {}
                _ => return None,
            }
            denied ^= leading.negated;
            from = leading.tokens.start;
        }
        // "Never approved": the word that denies is part of what is shown.
        while denied && from.checked_sub(1).is_some_and(|b| is_no(self.word(b)) || self.word(b) == "no") {
            from -= 1;
        }
        let finite = lead.map_or(group, |(_, leading)| leading);
        let modal = group.modal.as_deref().or_else(|| lead.and_then(|(_, l)| l.modal.as_deref()));
        let bound = lead.is_some_and(|(l, _)| l.lemma == "have");
        let is_to = lead.is_some_and(|(l, _)| l.lemma == "be");
        let modality = match (modal, finite.tense) {
            _ if planned => Modality::Plan,
            _ if willed => Modality::Will,
            (Some("would"), _) if reported => Modality::Will,
            (Some("may" | "might" | "could"), _) => Modality::May,
            (Some("can" | "cannot" | "can't" | "can’t"), _) => Modality::Can,
            (Some("must"), _) => Modality::Must,
            (Some(_), _) => return None,
            (None, Tense::Future) => Modality::Will,
            _ if bound || bidden => Modality::Must,
            _ if is_to => Modality::Will,
            _ => Modality::Fact,
        };
        let moment = match finite.tense {
            _ if bidden => Moment::Present,
            _ if matches!(modality, Modality::Will | Modality::Plan) => Moment::Future,
            Tense::Future => Moment::Future,
            Tense::Past if finite.perfect && !reported => Moment::Earlier,
            Tense::Past => Moment::Past,
            Tense::Present if finite.perfect => Moment::Past,
            Tense::Present => Moment::Present,
            Tense::NotFinite => Moment::Past,
        };
        Some(Told { denied, from, modality, moment })
    }

    /// "Are 40 slots, and to find one": a purpose is led to by nothing. The particle of "ruled out" is part of the verb.
    fn leads_at_once(&self, lead: &Clause, leading: &VerbGroup, group: &VerbGroup) -> bool {
        let particle = |i: usize| i == leading.tokens.end && lead.lemma.ends_with(self.word(i));
        (leading.tokens.end..group.tokens.start)
            .all(|i| self.word(i) == "to" || self.is(i, Upos::Adv) || self.is(i, Upos::Adj) || particle(i))
    }

    /// "Has no plans to close", "has plans to open": how many plans.
    fn intended(&self, lead: &Clause) -> Option<Share> {
        let plans = lead.patient.as_ref().filter(|_| lead.lemma == "have")?;
        let meant = INTENTIONS.contains(self.base(plans.head).as_str());
        meant.then(|| self.share(plans).0.unwrap_or(Share::Some))
    }
}
