//! A deed as what comes of it: a road that was closed is closed, a shop that will close will be closed.

use super::Statement;

impl Statement {
    /// "The road was closed" as a statement of how the road is.
    pub fn as_state(&self) -> Option<Statement> {
        let passive = self.state.clone().filter(|_| self.complement.is_none());
        // What will close will be closed.
        let closes = || self.complement.is_none() && self.patient.is_none() && self.deed.is_none();
        let done = || (past(&self.lemma), self.predicate);
        let (agent, patient) =
            if passive.is_some() { (self.patient.clone(), None) } else { (self.agent.clone(), None) };
        let state = passive.or_else(|| closes().then(done))?;
        Some(Statement {
            agent,
            patient,
            complement: Some(state),
            is_copula: true,
            lemma: "be".to_owned(),
            deed: None,
            turned: false,
            ..self.clone()
        })
    }
}

/// The past of a regular verb.
fn past(lemma: &str) -> String {
    if lemma.ends_with('e') { format!("{lemma}d") } else { format!("{lemma}ed") }
}
