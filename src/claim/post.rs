//! Posts: who holds which post at which body. "Ada Roth, the dean of Delm University", "Roth
//! is a professor at Delm University", "Arvex CEO Jon Lind", "former mayor Jon Lind".

use crate::document::Document;
use crate::lexicon::en::posts::{FORMER, HELD_AT, POSTS};
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Name, NameKind, Value};

/// One post as one place gives it.
#[derive(Debug, Clone)]
pub struct Post {
    /// The mention that names the person.
    pub person: usize,
    /// The word the post is known by.
    pub post: &'static str,
    /// The words before the post's noun ("prime", "foreign"), lower case.
    pub kind: Option<String>,
    /// The mention that names the body, where one is named.
    pub body: Option<usize>,
    /// "former", "ex-": it is held no more.
    pub former: bool,
    /// From the post's first word to the body's last.
    pub span: Span,
    pub sentence: usize,
}

/// How many words may stand between a person and the post behind the name.
const BEHIND: usize = 6;

pub fn posts(document: &Document, mentions: &[Mention]) -> Vec<Post> {
    let mut found = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Some(name) = name_of(mention) else { continue };
        if !matches!(name.kind, NameKind::Person | NameKind::Other) || name.entity.starts_with('?') {
            continue;
        }
        let reader = Reader { document, mentions, person: index };
        found.extend(reader.before(mention.span));
        found.extend(reader.behind(mention.span));
    }
    found
}

fn name_of(mention: &Mention) -> Option<&Name> {
    match &mention.value {
        Value::Name(name) => Some(name),
        _ => None,
    }
}

struct Reader<'a> {
    document: &'a Document,
    mentions: &'a [Mention],
    person: usize,
}

impl Reader<'_> {
    /// "Arvex chief executive Jon Lind", "former mayor Jon Lind".
    fn before(&self, name: Span) -> Option<Post> {
        let document = self.document;
        let noun = document.token_at(name.start).checked_sub(1)?;
        let post = *POSTS.get(document.word(noun))?;
        let (first, former) = self.opening(noun);
        let before = first.checked_sub(1).filter(|i| !FORMER.contains(document.word(*i)));
        let body = before.and_then(|i| self.mention_ending(i));
        let start = body.and_then(|b| self.mentions.get(b)).map_or(document.token(first)?.span, |m| m.span);
        self.post(post, first..noun, former, body, start.cover(document.token(noun)?.span))
    }

    /// "Jon Lind, the former dean of Delm University", "Lind is a professor at Delm University".
    fn behind(&self, name: Span) -> Option<Post> {
        let document = self.document;
        let sentence = document.sentence_tokens(document.sentence_at(name.start));
        let next = document.token_at(name.end);
        self.told(next, sentence.end).or_else(|| self.told(self.behind_aside(next, sentence.end)?, sentence.end))
    }

    /// The post behind "," or "is" at `next`.
    fn told(&self, next: usize, end: usize) -> Option<Post> {
        let document = self.document;
        if !matches!(document.word(next), "," | "is") {
            return None;
        }
        let from = next + 1;
        let stops =
            |i: &usize| matches!(document.word(*i), "," | ";" | "(" | "who" | "and" | "said" | "of" | "at" | "in");
        let noun = (from..(from + BEHIND).min(end))
            .take_while(|i| !stops(i))
            .find(|i| POSTS.contains_key(document.word(*i)))?;
        let post = *POSTS.get(document.word(noun))?;
        let (first, former) = self.opening(noun);
        let mut link = noun + 1;
        link += usize::from(matches!(document.word(link), "emeritus" | "emerita"));
        let body = HELD_AT.contains(document.word(link)).then(|| {
            let start = link + 1 + usize::from(document.word(link + 1) == "the");
            self.mention_starting(start)
        });
        let body = body.flatten();
        let end = body.and_then(|b| self.mentions.get(b)).map_or(document.token(noun)?.span, |m| m.span);
        // "is a professor of Physics" with no body behind it may be anything.
        if body.is_none() && document.word(next) != "," {
            return None;
        }
        self.post(post, first..noun, former, body, document.token(first)?.span.cover(end))
    }

    /// The "is" behind an aside: "Roth, only the third woman to lead it, is the dean of …".
    fn behind_aside(&self, next: usize, end: usize) -> Option<usize> {
        const ASIDE: usize = 16;
        let document = self.document;
        let verb = (next + 1..(next + ASIDE).min(end)).find(|i| document.word(*i) == ",").map(|i| i + 1)?;
        (document.word(next) == "," && document.word(verb) == "is").then_some(verb)
    }

    /// Where the words of a post start, and whether one of them puts it in the past.
    fn opening(&self, noun: usize) -> (usize, bool) {
        let document = self.document;
        let mut first = noun;
        while let Some(before) = first.checked_sub(1).filter(|i| noun - i <= 3) {
            let word = document.word(before);
            let kind = matches!(
                word,
                "prime"
                    | "foreign"
                    | "chief"
                    | "deputy"
                    | "vice"
                    | "executive"
                    | "finance"
                    | "defence"
                    | "defense"
                    | "interior"
                    | "managing"
                    | "senior"
                    | "assistant"
                    | "associate"
                    | "general"
                    | "head"
            );
            if !kind {
                break;
            }
            first = before;
        }
        let mut before = first.checked_sub(1);
        if before.is_some_and(|i| document.word(i) == "-") {
            before = before.and_then(|i| i.checked_sub(1));
        }
        let former = before.is_some_and(|i| FORMER.contains(document.word(i)));
        (first, former)
    }

    fn post(
        &self,
        post: &'static str,
        kind: std::ops::Range<usize>,
        former: bool,
        body: Option<usize>,
        span: Span,
    ) -> Option<Post> {
        let words: Vec<&str> = kind.map(|i| self.document.word(i)).collect();
        let kind = (!words.is_empty()).then(|| words.join(" "));
        let sentence = self.document.sentence_at(span.start);
        Some(Post { person: self.person, post, kind, body, former, span, sentence })
    }

    fn mention_starting(&self, token: usize) -> Option<usize> {
        let start = self.document.token(token)?.span.start;
        let at = self.mentions.partition_point(|m| m.span.start < start);
        let here = self.mentions.iter().enumerate().skip(at).take_while(|(_, m)| m.span.start == start);
        here.filter(|(_, m)| name_of(m).is_some()).map(|(i, _)| i).next()
    }

    fn mention_ending(&self, token: usize) -> Option<usize> {
        const BACK: usize = 6;
        let end = self.document.token(token)?.span.end;
        let at = self.mentions.partition_point(|m| m.span.start < end);
        let near = self.mentions.iter().enumerate().take(at).rev().take(BACK);
        near.filter(|(_, m)| m.span.end == end && name_of(m).is_some()).map(|(i, _)| i).next()
    }
}
