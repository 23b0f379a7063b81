//! Parts of speech, noun phrases, verb groups and counted nouns on sentences of our own, and the training of the tables.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may panic")]

use crosscheck::document::{Token, tokenize};
use crosscheck::syntax::{Phrase, Reader, Syntax, Tense, VerbGroup, Voice};

#[allow(dead_code, reason = "the test reads and trains, the measuring is the example's")]
#[path = "../examples/train/conllu.rs"]
mod conllu;
#[path = "../examples/train/learn.rs"]
mod learn;
#[path = "../examples/train/models.rs"]
mod models;
#[path = "../examples/train/parsers.rs"]
mod parsers;

fn read<T>(text: &str, then: impl FnOnce(&[Token], &Syntax<'_>) -> T) -> T {
    let mut tokens = Vec::new();
    tokenize(text, 0, &mut tokens);
    let lower = text.to_ascii_lowercase();
    then(&tokens, &Reader::of(text, &lower, &tokens).read(&tokens))
}

/// The text with its noun phrases and heads marked as in sentences.txt.
fn marked(text: &str, tokens: &[Token], phrases: &[Phrase]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (i, token) in tokens.iter().enumerate() {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        out.push_str(&text[at..start]);
        let name = |p: &&Phrase| p.tokens.contains(&i);
        let phrase = phrases.iter().find(name);
        if phrase.is_some_and(|p| p.tokens.start == i) {
            out.push('[');
        }
        if phrase.is_some_and(|p| marked_head(text, tokens, p) == i) {
            out.push('*');
        }
        out.push_str(&text[start..end]);
        if phrase.is_some_and(|p| p.tokens.end == i + 1) {
            out.push(']');
        }
        at = end;
    }
    out + &text[at..]
}

/// Of a name its first word is marked, so that the marks are easy to write.
fn marked_head(text: &str, tokens: &[Token], phrase: &Phrase) -> usize {
    let mut head = phrase.head;
    let capital = |i: usize| tokens[i].capital && text[tokens[i].span.range()].len() > 1;
    let name =
        |i: usize| capital(i) || (i > phrase.tokens.start && &text[tokens[i].span.range()] == "." && capital(i - 1));
    let article = |i: usize| matches!(&text[tokens[i].span.range()], "The" | "A" | "Its" | "Most");
    while head > phrase.tokens.start && capital(phrase.head) && name(head - 1) && !article(head - 1) {
        head -= 1;
    }
    head
}

fn verb(group: &VerbGroup) -> String {
    let tense = match group.tense {
        Tense::Past => "past",
        Tense::Present => "present",
        Tense::Future => "future",
        Tense::NotFinite => "infinite",
    };
    let mut out = format!("{} {tense}", group.lemma);
    let signs = [
        (group.voice == Voice::Passive, "passive"),
        (group.perfect, "perfect"),
        (group.progressive, "progressive"),
        (group.copula, "copula"),
    ];
    for (_, name) in signs.into_iter().filter(|(on, _)| *on) {
        out = format!("{out} {name}");
    }
    let modal = group.modal.as_ref().map_or(String::new(), |m| format!(" {m}"));
    format!("{out}{modal}{}", if group.negated { " not" } else { "" })
}

fn number(text: &str, tokens: &[Token], syntax: &Syntax<'_>, token: &str) -> String {
    let word = |i: usize| text[tokens[i].span.range()].to_owned();
    let at = (0..tokens.len()).find(|i| word(*i) == token).unwrap();
    let counted = syntax.counted(at);
    let mut out = token.to_owned();
    for (name, found) in [("noun", counted.noun), ("of", counted.of), ("verb", counted.verb)] {
        out += &found.map_or(String::new(), |i| format!(" {name} {}", word(i)));
    }
    out
}

#[test]
fn own_sentences() {
    let file = include_str!("syntax/sentences.txt").replace("\r\n", "\n");
    let mut faults = Vec::new();
    for block in file.split("\n\n").filter(|b| !b.starts_with('#')) {
        let mut lines = block.lines();
        let first = lines.next().unwrap();
        let due = first.strip_prefix("wrong ").unwrap_or(first);
        let text: String = due.chars().filter(|c| !matches!(c, '[' | ']' | '*')).collect();
        read(&text, |tokens, syntax| {
            let mut check = |line: &str, due: &str, said: String| {
                if (said == due) == line.starts_with("wrong ") {
                    faults.push(format!("{line}\n  said: {said}"));
                }
            };
            check(first, due, marked(&text, tokens, &syntax.phrases));
            for line in lines {
                let (kind, due) = line.strip_prefix("wrong ").unwrap_or(line).split_once(' ').unwrap();
                let said = match kind {
                    "verbs" => syntax.verbs.iter().map(verb).collect::<Vec<_>>().join("; "),
                    "number" => number(&text, tokens, syntax, due.split(' ').next().unwrap()),
                    "tags" => {
                        let tag = |word: &str| {
                            let at = tokens.iter().position(|t| &text[t.span.range()] == word).unwrap();
                            format!("{word} {}", syntax.tags[at].upos.name())
                        };
                        due.split(", ").map(|p| tag(p.split(' ').next().unwrap())).collect::<Vec<_>>().join(", ")
                    }
                    _ => panic!("no such line: {line}"),
                };
                check(line, due, said);
            }
        });
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_text_is_too_odd() {
    for text in
        ["", ".", "\u{0}", "---", "’s", "of of of", "14", "$", "not", "to be or", "’’’’ 12 - of’s", "ÅÄÖ ß 中文 12人"]
    {
        read(text, |tokens, syntax| {
            assert_eq!(syntax.tags.len(), tokens.len());
            for i in 0..tokens.len() + 2 {
                syntax.counted(i);
                syntax.phrase(i);
            }
            for group in &syntax.verbs {
                syntax.subject(group);
            }
            let lower = text.to_ascii_lowercase();
            let tree = Reader::of(text, &lower, tokens).tree_of(tokens, syntax);
            for i in 0..tokens.len() + 2 {
                tree.children(i).count();
                assert!(tree.arc(i).is_none_or(|(head, _)| head < tokens.len() && head != i));
            }
        });
    }
}

/// "The harbour was closed": who does what, where both parsers agree.
fn arcs(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    tokenize(text, 0, &mut tokens);
    let lower = text.to_ascii_lowercase();
    let mut reader = Reader::of(text, &lower, &tokens);
    let syntax = reader.read(&tokens);
    let tree = reader.tree_of(&tokens, &syntax);
    let arc = |i: usize| tree.arc(i).map(|(head, r)| format!("{} {r:?} {}", syntax.words[i], syntax.words[head]));
    (0..tokens.len()).filter_map(arc).collect()
}

#[test]
fn who_does_what() {
    for (text, due) in [
        ("The old harbour in Bergen was closed in March.", &["harbour NsubjPass closed", "in Case march"][..]),
        (
            "The workers have not repaired the bridge.",
            &["workers Nsubj repaired", "not Advmod repaired", "bridge Obj repaired"],
        ),
        ("The water in the lake was cold.", &["water Nsubj cold", "was Cop cold"]),
        ("The fire killed 14 people and injured 30.", &["fire Nsubj killed", "14 Nummod people", "people Obj killed"]),
        ("The valley's mayor paid the workers.", &["valley Poss mayor", "mayor Nsubj paid", "workers Obj paid"]),
    ] {
        let found = arcs(text);
        for arc in due {
            assert!(found.iter().any(|f| f == arc), "{text} {arc}: {found:?}");
        }
    }
}

fn lessons(file: &str) -> Vec<models::Lesson> {
    conllu::read(file, |_| false).unwrap().iter().map(models::Lesson::new).collect()
}

#[test]
fn training_makes_the_same_bytes_in_any_order_of_documents() {
    let file = include_str!("syntax/small.conllu").replace("\r\n", "\n");
    let (first, second) = file.split_once("\n\n# newdoc").unwrap();
    let turned = format!("# newdoc{second}\n{first}\n");
    let tables = models::train(&lessons(&file));
    assert_eq!(tables, models::train(&lessons(&file)));
    assert_eq!(tables, models::train(&lessons(&turned)));
    let all = [&tables.tagger, &tables.chunker, &tables.forwards, &tables.backwards, &tables.relations];
    assert!(all.into_iter().all(|table| table.iter().any(|b| *b != 0)));
}

#[test]
fn the_treebank_is_cut_into_our_tokens() {
    let file = include_str!("syntax/small.conllu").replace("\r\n", "\n");
    let shown: Vec<String> = conllu::read(&file, |_| false)
        .unwrap()
        .iter()
        .map(|tree| {
            let phrases: Vec<Phrase> =
                tree.chunks().into_iter().map(|(tokens, head)| Phrase { tokens, head }).collect();
            let tag = |i: usize| format!("{} {}", &tree.text[tree.tokens[i].span.range()], tree.tags[i].upos.name());
            let tags: Vec<String> = (0..tree.tokens.len()).map(tag).collect();
            format!("{}\n{}", marked(&tree.text, &tree.tokens, &phrases), tags.join(", "))
        })
        .collect();
    assert_eq!(
        shown.join("\n"),
        "[The U.S. *fleet]'s [14 old *ships] left in [the 1990*s].\n\
         The DET, U PROPN, . PUNCT, S PROPN, . PUNCT, fleet NOUN, 's PART, 14 NUM, old ADJ, ships NOUN, left VERB, in ADP, the DET, 1990 NOUN, s NOUN, . PUNCT\n\
         [The *harbour] wasn't closed in [*March].\n\
         The DET, harbour NOUN, wasn't AUX, closed VERB, in ADP, March PROPN, . PUNCT\n\
         [A 30-foot *boat] sank.\n\
         A DET, 30 NUM, - PUNCT, foot NOUN, boat NOUN, sank VERB, . PUNCT"
    );
}
