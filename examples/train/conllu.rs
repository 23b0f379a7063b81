//! Reads sentences of a treebank (CoNLL-U) and cuts them into the project's own tokens.

use crosscheck::document::{Token, TokenKind, tokenize};
use crosscheck::syntax::tag::{Form, Tag, Upos};
use crosscheck::syntax::{Relation, chunker};
use std::ops::Range;

/// A word as the treebank has it.
#[derive(Debug, Clone)]
pub struct Word {
    pub form: String,
    pub lemma: String,
    pub upos: String,
    pub xpos: String,
    /// Index of the head, or none for the root.
    pub head: Option<usize>,
    pub relation: String,
    /// Its letters in the sentence.
    pub range: Range<usize>,
}

/// A sentence with the project's tokens of it, and for each of these the word that speaks for it.
#[derive(Debug, Clone)]
pub struct Tree {
    pub text: String,
    pub lower: String,
    pub words: Vec<Word>,
    pub tokens: Vec<Token>,
    pub word_of: Vec<usize>,
    pub tags: Vec<Tag>,
}

/// The sentences of a file, document by document in the order of their names. `left_out` tells of a document's name.
pub fn read(file: &str, left_out: impl Fn(&str) -> bool) -> Result<Vec<Tree>, String> {
    let mut documents: Vec<(String, Vec<Tree>)> = Vec::new();
    for block in file.split("\n\n").filter(|b| !b.trim().is_empty()) {
        if let Some(name) = block.lines().find_map(|l| l.strip_prefix("# newdoc id = ")) {
            documents.push((name.to_owned(), Vec::new()));
        }
        let tree = sentence(block)?;
        if documents.is_empty() {
            documents.push((String::new(), Vec::new()));
        }
        if let Some((_, trees)) = documents.last_mut() {
            trees.push(tree);
        }
    }
    documents.retain(|(name, _)| !left_out(name));
    documents.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(documents.into_iter().flat_map(|(_, trees)| trees).collect())
}

fn sentence(block: &str) -> Result<Tree, String> {
    let text = block.lines().find_map(|l| l.strip_prefix("# text = ")).ok_or("a sentence has no text")?.to_owned();
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    // The letters that several words share ("don't"), and the number of the last of them.
    let mut shared: Option<(Range<usize>, usize)> = None;
    for line in block.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, relation, ..] = fields.as_slice() else {
            return Err(format!("not ten columns: {line}"));
        };
        if id.contains('.') {
            continue;
        }
        if let Some((_, last)) = id.split_once('-') {
            let range = find(&text, at, form).ok_or_else(|| format!("{form} is not in: {text}"))?;
            shared = Some((range, last.parse().map_err(|_| format!("no number: {line}"))?));
            continue;
        }
        let number: usize = id.parse().map_err(|_| format!("no number: {line}"))?;
        let inside = shared.as_ref().filter(|(_, last)| number <= *last).map(|(r, _)| r.clone());
        let range = match (find(&text, at, form), inside) {
            (Some(range), Some(whole)) if range.end > whole.end => whole,
            (Some(range), _) => range,
            (None, Some(whole)) => whole,
            (None, None) => return Err(format!("{form} is not in: {text}")),
        };
        at = if shared.as_ref().is_some_and(|(_, last)| number == *last) {
            shared.take().map_or(at, |(r, _)| r.end)
        } else {
            range.end
        };
        let head: usize = head.parse().map_err(|_| format!("no head: {line}"))?;
        words.push(Word {
            form: (*form).to_owned(),
            lemma: (*lemma).to_owned(),
            upos: (*upos).to_owned(),
            xpos: (*xpos).to_owned(),
            head: head.checked_sub(1),
            relation: (*relation).to_owned(),
            range,
        });
    }
    let mut tokens = Vec::new();
    tokenize(&text, 0, &mut tokens);
    let word_of: Vec<usize> = tokens.iter().map(|t| word_of(&words, t)).collect();
    let tags = tokens.iter().zip(&word_of).filter_map(|(t, w)| Some(tag(words.get(*w)?, t))).collect();
    Ok(Tree { lower: text.to_ascii_lowercase(), text, words, tokens, word_of, tags })
}

/// Where `form` stands next in the text: at once, or behind blanks.
fn find(text: &str, at: usize, form: &str) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let start = at + (rest.len() - rest.trim_start().len());
    text.get(start..)?.starts_with(form).then(|| start..start + form.len())
}

/// Of the words that share letters with the token, the first whose head is none of them.
fn word_of(words: &[Word], token: &Token) -> usize {
    let (start, end) = (token.span.start as usize, token.span.end as usize);
    let over: Vec<usize> =
        words.iter().enumerate().filter(|(_, w)| w.range.start < end && start < w.range.end).map(|(i, _)| i).collect();
    let outer = over.iter().find(|i| words.get(**i).is_some_and(|w| w.head.is_none_or(|h| !over.contains(&h))));
    outer.or(over.first()).copied().unwrap_or_default()
}

impl Tree {
    /// The words under `top`, with it.
    fn under(&self, top: usize) -> Vec<usize> {
        let mut found = vec![top];
        let mut next = 0;
        while let Some(head) = found.get(next).copied() {
            next += 1;
            found.extend(self.children(head).map(|(i, _)| i));
        }
        found
    }

    pub fn children(&self, head: usize) -> impl Iterator<Item = (usize, &Word)> {
        self.words.iter().enumerate().filter(move |(_, w)| w.head == Some(head))
    }

    fn is_nominal(&self, i: usize, word: &Word) -> bool {
        const PLACES: [&str; 12] = [
            "nsubj",
            "nsubj:pass",
            "obj",
            "iobj",
            "obl",
            "obl:agent",
            "obl:unmarked",
            "nmod",
            "conj",
            "root",
            "appos",
            "nsubj:outer",
        ];
        let placed = PLACES.contains(&word.relation.as_str());
        match word.upos.as_str() {
            "NOUN" | "PROPN" => true,
            "PRON" => true,
            "SYM" => placed || word.form == "$" || word.form == "%",
            "NUM" => placed || word.relation == "nmod:unmarked",
            "DET" => placed,
            "ADJ" => placed && self.children(i).any(|(_, c)| c.relation == "det"),
            _ => word.xpos.starts_with("NNP"),
        }
    }

    /// The noun phrases in terms of words, each with its head: what stands before the head and belongs to it, and names and numbers
    /// that follow at once. Possessors and conjuncts are phrases of their own.
    fn phrases(&self) -> Vec<(Range<usize>, usize)> {
        const BEFORE: [&str; 8] = ["det", "amod", "nummod", "compound", "det:predet", "flat", "nmod:desc", "goeswith"];
        const BEHIND: [&str; 4] = ["flat", "nummod", "goeswith", "compound"];
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        for (i, word) in self.words.iter().enumerate() {
            if !self.is_nominal(i, word) {
                continue;
            }
            let mut own = vec![i];
            let mut head = i;
            for (c, child) in self.children(i) {
                let relation = child.relation.as_str();
                let pronoun = relation == "nmod:poss" && child.upos == "PRON";
                let date = relation == "nmod:unmarked" && child.upos == "NUM";
                let month = relation == "nmod:unmarked" && word.upos == "NUM";
                if (c < i && (BEFORE.contains(&relation) || pronoun || month))
                    || (c > i && (BEHIND.contains(&relation) || date))
                {
                    own.extend(self.under(c));
                    if (c > i && relation == "flat") || month {
                        head = c;
                    }
                } else if relation == "punct" {
                    own.push(c);
                }
            }
            let is_mark = |k: usize| self.words.get(k).is_none_or(|w| w.upos == "PUNCT");
            let (mut start, mut end) = (i, i + 1);
            while start > 0 && own.contains(&(start - 1)) {
                start -= 1;
            }
            while own.contains(&end) {
                end += 1;
            }
            while is_mark(start) && start < i {
                start += 1;
            }
            while is_mark(end - 1) && end - 1 > i {
                end -= 1;
            }
            found.push((start..end, if head < end { head } else { i }));
        }
        found.sort_by_key(|(r, _)| (std::cmp::Reverse(r.len()), r.start));
        let mut kept: Vec<(Range<usize>, usize)> = Vec::new();
        for (range, head) in found {
            if !kept.iter().any(|(k, _)| k.start < range.end && range.start < k.end) {
                kept.push((range, head));
            }
        }
        kept.sort_by_key(|(r, _)| r.start);
        kept
    }

    /// The word that speaks for a token.
    pub fn word(&self, token: usize) -> Option<&Word> {
        self.word_of.get(token).and_then(|w| self.words.get(*w))
    }

    /// The tokens that a word speaks for.
    pub fn tokens_of(&self, word: usize) -> Vec<usize> {
        self.word_of.iter().enumerate().filter(|(_, w)| **w == word).map(|(t, _)| t).collect()
    }

    /// Is the token all of its word, and nothing else?
    pub fn alone(&self, token: usize) -> bool {
        let span = self.tokens.get(token).map(|t| t.span.range());
        self.word(token).is_some_and(|w| Some(&w.range) == span.as_ref())
    }

    /// Is the token the head of the phrase that has this word for its head, a name's first or last word being the same?
    pub fn same_head(&self, token: usize, word: usize) -> bool {
        let own = self.word_of.get(token).copied();
        own == Some(word) || self.children(word).any(|(i, c)| c.relation == "flat" && own == Some(i))
    }

    /// Of a token that is a number: the word that it counts, or none where it counts none; nothing at all for a date or a name.
    pub fn counted(&self, token: usize) -> Option<Option<usize>> {
        let mut at = *self.word_of.get(token)?;
        let mut word = self.words.get(at)?;
        while matches!(word.relation.as_str(), "compound" | "flat" | "conj") {
            let Some((head, up)) =
                word.head.and_then(|h| Some((h, self.words.get(h)?))).filter(|(_, w)| w.upos == "NUM")
            else {
                break;
            };
            (at, word) = (head, up);
        }
        match word.relation.as_str() {
            "nummod" => Some(word.head),
            _ if word.upos != "NUM" || word.xpos.starts_with("NNP") => None,
            "nmod:unmarked" | "obl:unmarked" | "flat" | "dep" | "discourse" | "compound" => None,
            _ => {
                let of = self.children(at).find(|(i, c)| {
                    c.relation == "nmod" && self.children(*i).any(|(_, g)| g.relation == "case" && g.form == "of")
                });
                Some(of.map(|(i, _)| i))
            }
        }
    }

    /// The noun phrases in terms of tokens, each with its head.
    pub fn chunks(&self) -> Vec<(Range<usize>, usize)> {
        let tokens = |words: &Range<usize>| {
            let inside = |w: &&usize| words.contains(*w);
            let start = self.word_of.iter().position(|w| words.contains(w))?;
            Some(start..start + self.word_of.iter().skip(start).take_while(inside).count())
        };
        self.phrases()
            .into_iter()
            .filter_map(|(words, head)| {
                let range = tokens(&words)?;
                let heads = tokens(&(head..head + 1))?;
                let last = heads.clone().rev().find(|t| self.tokens.get(*t).is_some_and(|t| t.kind != TokenKind::Mark));
                Some((range, last.unwrap_or(heads.start)))
            })
            .collect()
    }

    /// What each token hangs on, the number of tokens for the sentence's own head, and as what. Of the tokens of one word the
    /// others hang on that which speaks for it.
    pub fn arcs(&self) -> (Vec<usize>, Vec<Relation>) {
        let top = self.tokens.len();
        (0..top).map(|token| self.arc(token).unwrap_or((top, Relation::Root))).unzip()
    }

    fn arc(&self, token: usize) -> Option<(usize, Relation)> {
        let own = *self.word_of.get(token)?;
        let main = self.main(own)?;
        if main != token {
            return Some((main, Relation::Dep));
        }
        let word = self.words.get(own)?;
        Some((self.main(word.head?)?, Relation::named(&word.relation)))
    }

    /// The token that speaks for a word, or for the word that shares its letters.
    fn main(&self, word: usize) -> Option<usize> {
        let own = self.tokens_of(word);
        let last = own.iter().rev().find(|t| self.tokens.get(**t).is_some_and(|t| t.kind != TokenKind::Mark));
        last.or(own.first()).copied().or_else(|| {
            let range = &self.words.get(word)?.range;
            let over = |t: &Token| (t.span.start as usize) < range.end && range.start < t.span.end as usize;
            let shared = self.tokens.iter().position(over)?;
            self.main(*self.word_of.get(shared)?)
        })
    }

    /// Whether each token begins a noun phrase, goes on with it or stands outside.
    pub fn labels(&self) -> Vec<usize> {
        let mut labels = vec![chunker::OUTSIDE; self.tokens.len()];
        for (range, _) in self.chunks() {
            for (nth, label) in labels.iter_mut().skip(range.start).take(range.len()).enumerate() {
                *label = if nth == 0 { chunker::BEGINS } else { chunker::GOES_ON };
            }
        }
        labels
    }
}

fn tag(word: &Word, token: &Token) -> Tag {
    let upos = match word.upos.as_str() {
        _ if word.xpos.starts_with("NNP") && token.kind != TokenKind::Mark => Upos::Propn,
        "SYM" => Upos::Sym,
        _ if token.kind == TokenKind::Mark && word.range.len() > token.span.range().len() => Upos::Punct,
        "ADJ" => Upos::Adj,
        "ADP" => Upos::Adp,
        "ADV" => Upos::Adv,
        "AUX" => Upos::Aux,
        "CCONJ" => Upos::Cconj,
        "DET" => Upos::Det,
        "INTJ" => Upos::Intj,
        "NOUN" => Upos::Noun,
        "NUM" => Upos::Num,
        "PART" => Upos::Part,
        "PRON" => Upos::Pron,
        "PROPN" => Upos::Propn,
        "PUNCT" => Upos::Punct,
        "SCONJ" => Upos::Sconj,
        "VERB" => Upos::Verb,
        _ => Upos::X,
    };
    let form = match word.xpos.as_str() {
        "VBD" => Form::Past,
        "VBG" => Form::Gerund,
        "VBN" => Form::Participle,
        "VBP" => Form::Present,
        "VBZ" => Form::ThirdPerson,
        "MD" => Form::Modal,
        _ => Form::Base,
    };
    Tag::new(upos, Some(form))
}
