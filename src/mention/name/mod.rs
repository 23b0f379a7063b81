//! Names: runs of capitalised words, cut where titles, countries and sentence
//! openings say so, and joined to one entity per document: "Ada Roth" and, later,
//! "Roth"; "World Health Organization (WHO)" and "WHO"; a country by all its names.
//!
//! In a text without capitals only countries are found.

mod entity;
mod run;

use super::{Mention, Scope};
use crate::value::{Name, Value};

pub fn extract(scope: &Scope) -> Vec<Mention> {
    let document = scope.document;
    let mut pieces = run::pieces(scope);
    entity::link(document, &mut pieces);
    if !scope.aliases.is_empty() {
        run::declared(scope, &mut pieces);
    }
    pieces
        .into_iter()
        .map(|p| Mention { span: p.span, value: Value::Name(Name { kind: p.kind, entity: p.entity }) })
        .collect()
}

#[cfg(test)]
mod tests;
