//! A deed as what comes of it: a road that was closed is closed, a shop that will close will be closed, fares that were lowered
//! fell.

use super::{Polarity, Statement};
use crate::lexicon::en::causes::brought_about;
use crate::lexicon::en::forms::{irregular, regular};
use crate::lexicon::en::opposites::{are_one_deed, are_opposite, is_forced};

impl Statement {
    /// The statement of how a thing is, where another one says how it is: "the road was closed", beside "the road is open".
    pub fn as_state(&self, other: &Statement) -> Option<Statement> {
        if !other.is_copula || self.is_copula || self.complement.is_some() {
            return None;
        }
        let (of, state, is_other) = match &self.state {
            Some(state) => (&self.patient, state.clone(), false),
            None => {
                let (state, is_other) = self.comes_of(other)?;
                (&self.agent, (state, self.predicate), is_other)
            }
        };
        let denied = (self.polarity == Polarity::Denied) != is_other;
        Some(Statement {
            agent: of.clone(),
            patient: None,
            complement: Some(state),
            is_copula: true,
            lemma: "be".to_owned(),
            deed: None,
            turned: false,
            polarity: if denied { Polarity::Denied } else { Polarity::Affirmed },
            ..self.clone()
        })
    }

    /// The statement of what came about, where another one tells that of its subject: "the operator lowered the fares", beside
    /// "the fares rose".
    pub fn as_brought_about(&self, other: &Statement) -> Option<Statement> {
        let alone = other.patient.is_none() && other.agent.is_some() && other.complement.is_none();
        if !alone || self.is_copula || other.is_copula || self.deed.is_some() && self.turned {
            return None;
        }
        // Whoever did not do it leaves open whether it came about.
        if self.polarity == Polarity::Denied && self.agent.as_ref().is_some_and(|a| !a.is_pronoun) {
            return None;
        }
        let patient = self.patient.as_ref()?;
        let fits = |verb: &&str| are_one_deed(verb, &other.lemma) || are_opposite(verb, &other.lemma);
        let forced = || is_forced(&self.lemma, &other.lemma).then_some(self.lemma.as_str());
        let lemma = brought_about(&self.lemma).find(fits).or_else(forced)?.to_owned();
        Some(Statement {
            agent: Some(patient.clone()),
            patient: None,
            lemma,
            deed: None,
            turned: false,
            complement: None,
            state: None,
            ..self.clone()
        })
    }

    /// "Is shorter than the other" as "the other is taller", where that is what the other statement says.
    pub fn as_converse(&self, other: &Statement) -> Option<Statement> {
        let compared = |lemma: &'_ str| lemma.strip_prefix("be ")?.strip_suffix(" than").map(str::to_owned);
        let (own, others) = (compared(&self.lemma)?, compared(&other.lemma)?);
        // One of the two is turned.
        (own > others && are_opposite(&own, &others)).then(|| Statement {
            lemma: other.lemma.clone(),
            agent: self.patient.clone(),
            patient: self.agent.clone(),
            ..self.clone()
        })
    }

    /// What will close will be closed, where the other says that it is so, or the opposite; what reopened is no longer closed. The state,
    /// and whether it is the one that the deed ends.
    fn comes_of(&self, other: &Statement) -> Option<(String, bool)> {
        let (said, _) = other.complement.as_ref().filter(|_| self.patient.is_none() && self.deed.is_none())?;
        let mut verbs = irregular(said).map(|(_, base)| base.to_owned()).chain(regular(said).map(|(_, base)| base));
        if verbs.any(|base| are_opposite(&base, &self.lemma)) {
            return Some((said.clone(), true));
        }
        let ending = if self.lemma.ends_with('e') { "d" } else { "ed" };
        let past = format!("{}{ending}", self.lemma);
        (*said == past || are_opposite(said, &past)).then_some((past, false))
    }
}
