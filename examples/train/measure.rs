//! How right the tables are on sentences that they have not seen.

use crate::conllu::Tree;
use crosscheck::document::TokenKind;
use crosscheck::lexicon::en::stop_words::CALENDAR;
use crosscheck::syntax::{Head, Reader, Relation, Syntax, Tree as Arcs, Upos, Voice, lemma};

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
    let mut arcs = ByTree::default();
    for tree in trees {
        let mut reader = Reader::of(&tree.text, &tree.lower, &tree.tokens);
        let syntax = reader.read(&tree.tokens);
        let parsed = reader.tree_of(&tree.tokens, &syntax);
        arcs.add(tree, &syntax, &parsed);
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
    arcs.print();
}

/// What the two parsers agree on.
#[derive(Debug, Default)]
struct ByTree {
    arcs: Tally,
    labelled: Tally,
    subjects: Tally,
    objects: Tally,
    numbers: Tally,
    denials: Tally,
    dates: Tally,
    prepositions: Tally,
    possessors: Tally,
    appositions: Tally,
}

impl ByTree {
    fn add(&mut self, tree: &Tree, syntax: &Syntax<'_>, parsed: &Arcs) {
        let (heads, relations) = tree.arcs();
        for (at, (head, relation)) in heads.iter().zip(&relations).enumerate() {
            if tree.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark) {
                continue;
            }
            let said = parsed.head(at);
            let said_as = parsed.relation(at);
            let found = said != Head::Open;
            let right = said == if *head == heads.len() { Head::Top } else { Head::Of(*head) };
            self.arcs.add(true, found, right);
            self.labelled.add(true, found, right && said_as == Some(*relation));
            let of = |tally: &mut Tally, is: &dyn Fn(Relation) -> bool, there: bool, may: bool| {
                let there = there && is(*relation);
                let found = may && said_as.is_some_and(is);
                tally.add(there, found, there && found && right);
            };
            of(&mut self.subjects, &Relation::is_subject, true, true);
            of(&mut self.objects, &|r| r == Relation::Obj, true, true);
            of(&mut self.possessors, &|r| r == Relation::Poss, true, true);
            of(&mut self.appositions, &|r| r == Relation::Appos, true, true);
            of(&mut self.numbers, &|r| r == Relation::Nummod, true, true);
            let word = |i: usize| syntax.words.get(i).copied().unwrap_or_default();
            let no =
                |i: usize| matches!(word(i), "not" | "never") || word(i).ends_with("n't") || word(i).ends_with("n’t");
            of(
                &mut self.denials,
                &|r| matches!(r, Relation::Advmod | Relation::Aux | Relation::AuxPass),
                no(at),
                no(at),
            );
            let hangs = |r| matches!(r, Relation::Obl | Relation::Nmod);
            let dated = CALENDAR.contains(word(at))
                || tree.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
                    && word(at).len() == 4
                    && word(at).starts_with(['1', '2']);
            of(&mut self.dates, &hangs, dated, dated);
            let led = (0..heads.len()).any(|c| heads.get(c) == Some(&at) && relations.get(c) == Some(&Relation::Case));
            let led_too = parsed.child(at, |r| r == Relation::Case).is_some();
            of(&mut self.prepositions, &hangs, led, led_too);
        }
    }

    fn print(&self) {
        self.arcs.print("tree: heads");
        self.labelled.print("tree: heads with their relation");
        self.subjects.print("tree: subject");
        self.objects.print("tree: object");
        self.numbers.print("tree: number and its noun");
        self.denials.print("tree: negation and its verb");
        self.dates.print("tree: date and what it hangs on");
        self.prepositions.print("tree: prepositional phrase");
        self.possessors.print("tree: possessor");
        self.appositions.print("tree: apposition");
    }
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
