//! Posts that several documents give one person alike: "is a professor at Delm University",
//! "a professor at Delm University, she said".

use super::super::{Context, Label, Outcome};
use crate::claim::{Ledger, posts};
use crate::text::Span;
use crate::value::Value;
use std::collections::BTreeMap;

/// The person's last word, the post, whether it is held no more, the body.
type Key = (String, &'static str, bool, String);

pub fn tick(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let mut held: BTreeMap<Key, BTreeMap<usize, Span>> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        for post in posts(&ledger.document, &ledger.mentions) {
            let (Some(person), Some(body)) = (entity(ledger, Some(post.person)), entity(ledger, post.body)) else {
                continue;
            };
            let last = person.rsplit(' ').next().unwrap_or_default().to_owned();
            held.entry((last, post.post, post.former, body)).or_default().entry(index).or_insert(post.span);
        }
    }
    for places in held.values() {
        let first = places.keys().next().copied().unwrap_or_default();
        let labels: Vec<Label> = places
            .iter()
            .filter(|(document, _)| **document == first || context.comparable(first, **document))
            .map(|(document, span)| Label::related(*document, *span, ""))
            .collect();
        if labels.len() > 1 {
            let words = labels.first().and_then(|l| Some(context.document(l.document)?.slice(l.span)));
            outcome.agree("post", format!("the same post: {}", words.unwrap_or_default()), labels);
        }
    }
}

fn entity(ledger: &Ledger, mention: Option<usize>) -> Option<String> {
    match &ledger.mentions.get(mention?)?.value {
        Value::Name(name) => Some(name.entity.clone()),
        _ => None,
    }
}
