//! How right the tables are on sentences that they have not seen.

use crate::conllu::Tree;
use crosscheck::document::TokenKind;
use crosscheck::syntax::{Reader, Syntax, Upos, Voice, lemma};

/// Right ones among those found and those that there are.
#[derive(Debug, Default)]
struct Tally {
    right: usize,
    found: usize,
    there: usize,
}

impl Tally {
    fn print(&self, name: &str) {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        let f = 200.0 * self.right as f64 / (self.found + self.there).max(1) as f64;
        println!(
            "{name:<34} precision {:5.1}  recall {:5.1}  F1 {f:5.1}  ({} there, {} found)",
            share(self.found),
            share(self.there),
            self.there,
            self.found
        );
    }

    fn add(&mut self, there: bool, found: bool, right: bool) {
        self.there += usize::from(there);
        self.found += usize::from(found);
        self.right += usize::from(right);
    }
}

/// Prints the figures of docs/syntax.md. The program must have been built with the tables that it just wrote.
pub fn measure(trees: &[Tree]) {
    let [mut upos, mut form, mut lemmas] = [(0, 0); 3];
    let (mut chunks, mut heads) = (Tally::default(), Tally::default());
    let (mut nouns, mut denials, mut passives, mut subjects) =
        (Tally::default(), Tally::default(), Tally::default(), Tally::default());
    for tree in trees {
        let syntax = Reader::of(&tree.text, &tree.lower, &tree.tokens).read(&tree.tokens);
        for (i, (right, said)) in tree.tags.iter().zip(&syntax.tags).enumerate() {
            upos = (upos.0 + usize::from(right.upos == said.upos), upos.1 + 1);
            form = (form.0 + usize::from(right == said), form.1 + 1);
            let open = matches!(right.upos, Upos::Noun | Upos::Verb | Upos::Aux | Upos::Adj);
            let single = tree.alone(i);
            if open && single && right.upos == said.upos {
                let base = lemma(syntax.words.get(i).copied().unwrap_or_default(), *said);
                lemmas = (
                    lemmas.0 + usize::from(tree.word(i).is_some_and(|w| w.lemma.to_lowercase() == base)),
                    lemmas.1 + 1,
                );
            }
        }
        let there = tree.chunks();
        for (range, head) in &there {
            let same = syntax.phrases.iter().find(|p| p.tokens == *range);
            chunks.add(true, false, same.is_some());
            heads.add(same.is_some(), same.is_some(), same.is_some_and(|p| p.head == *head));
        }
        chunks.found += syntax.phrases.len();
        numbers(tree, &syntax, &mut nouns);
        verbs(tree, &syntax, &mut denials, &mut passives, &mut subjects);
    }
    let share = |(right, all): (usize, usize)| 100.0 * right as f64 / all.max(1) as f64;
    println!("part of speech {:.2}  with the verb's form {:.2}  ({} tokens)", share(upos), share(form), upos.1);
    println!("lemma of nouns, verbs, adjectives {:.2}", share(lemmas));
    chunks.print("noun phrases");
    heads.print("heads of the phrases found");
    nouns.print("number: the noun it stands with");
    denials.print("negation: its verb");
    passives.print("passive verbs with an auxiliary");
    subjects.print("subject right before its verb");
}

fn numbers(tree: &Tree, syntax: &Syntax<'_>, nouns: &mut Tally) {
    for (i, token) in tree.tokens.iter().enumerate() {
        let is_number = token.kind == TokenKind::Number || syntax.tags.get(i).is_some_and(|t| t.is(Upos::Num));
        let Some(gold) = tree.counted(i).filter(|_| is_number) else { continue };
        let said = syntax.counted(i).noun;
        let gold_token = gold.map(|w| tree.tokens_of(w));
        let right = said.is_some_and(|s| gold_token.as_ref().is_some_and(|g| g.contains(&s)));
        nouns.add(gold.is_some(), said.is_some(), right);
    }
}

fn verbs(tree: &Tree, syntax: &Syntax<'_>, denials: &mut Tally, passives: &mut Tally, subjects: &mut Tally) {
    for group in &syntax.verbs {
        let word = tree.word_of.get(group.main).copied().unwrap_or_default();
        // The treebank hangs everything on what a form of "be" says.
        let copula = tree.words.get(word).filter(|w| w.relation == "cop").and_then(|w| w.head);
        let head = copula.unwrap_or(word);
        let denied =
            tree.children(head).any(|(_, c)| matches!(c.form.to_lowercase().as_str(), "not" | "n't" | "n’t" | "never"));
        denials.add(denied, group.negated, denied && group.negated);
        let passive = tree.children(word).any(|(_, c)| c.relation == "aux:pass");
        let said = group.voice == Voice::Passive && group.tokens.len() > 1;
        passives.add(passive, said, passive && said);
        let subject = tree.children(head).find(|(_, c)| c.relation.starts_with("nsubj")).map(|(i, _)| i);
        let said = syntax.subject(group);
        let right = said.is_some_and(|s| subject.is_some_and(|g| tree.same_head(s, g)));
        subjects.add(subject.is_some(), said.is_some(), right);
    }
}
