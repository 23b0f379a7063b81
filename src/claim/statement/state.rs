//! A deed as what comes of it: a road that was closed is closed, a shop that will close will be closed.

use super::Statement;
use crate::lexicon::en::opposites::are_opposite;
use crate::text::Span;

impl Statement {
    /// The statement of how a thing is, where another one says how it is: "the road was closed", beside "the road is open".
    pub fn as_state(&self, other: &Statement) -> Option<Statement> {
        if !other.is_copula || self.is_copula || self.complement.is_some() {
            return None;
        }
        let (of, state) = match &self.state {
            Some(state) => (&self.patient, state.clone()),
            None => (&self.agent, self.comes_of(other)?),
        };
        Some(Statement {
            agent: of.clone(),
            patient: None,
            complement: Some(state),
            is_copula: true,
            lemma: "be".to_owned(),
            deed: None,
            turned: false,
            ..self.clone()
        })
    }

    /// What will close will be closed, where the other says that it is so, or the opposite.
    fn comes_of(&self, other: &Statement) -> Option<(String, Span)> {
        let (said, _) = other.complement.as_ref().filter(|_| self.patient.is_none() && self.deed.is_none())?;
        let ending = if self.lemma.ends_with('e') { "d" } else { "ed" };
        let past = format!("{}{ending}", self.lemma);
        (*said == past || are_opposite(said, &past)).then_some((past, self.predicate))
    }
}
