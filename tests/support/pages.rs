//! What stands in a page of Markdown: its links, its headings, and its commands.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Opens the comment before a block of commands that no test runs, with the reason.
const NOT_RUN: &str = "<!-- not run: ";

#[derive(Debug, Default)]
pub struct Page {
    pub blocks: Vec<Block>,
    pub links: Vec<String>,
    /// As the part of an address behind `#`.
    pub anchors: Vec<String>,
    /// What stands between backticks in a line.
    pub inline: Vec<String>,
}

#[derive(Debug)]
pub struct Block {
    pub language: String,
    pub text: String,
    pub is_run: bool,
}

impl Block {
    /// One a line; beside what is printed they begin with `$ `.
    pub fn commands(&self) -> Vec<&str> {
        match self.language.as_str() {
            "sh" => self.text.lines().filter(|line| !line.is_empty()).collect(),
            "console" => self.text.lines().filter_map(|line| line.strip_prefix("$ ")).collect(),
            // The steps of a forge.
            "yaml" => self.text.lines().filter(|line| line.contains("crosscheck ")).collect(),
            _ => Vec::new(),
        }
    }
}

impl Page {
    pub fn of(markdown: &str) -> Page {
        let mut page = Page::default();
        let (mut heading, mut block, mut is_run) = (None::<String>, None::<Block>, true);
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    let CodeBlockKind::Fenced(language) = kind else { continue };
                    block = Some(Block { language: language.to_string(), text: String::new(), is_run });
                    is_run = true;
                }
                Event::End(TagEnd::CodeBlock) => page.blocks.extend(block.take()),
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => page.anchors.extend(heading.take().map(|text| anchor(&text))),
                Event::Start(Tag::Link { dest_url, .. }) => page.links.push(dest_url.to_string()),
                Event::Start(Tag::HtmlBlock) => {}
                Event::Html(comment) => is_run = !comment.starts_with(NOT_RUN),
                Event::Start(_) => is_run = true,
                Event::Text(text) => {
                    if let Some(open) = heading.as_mut().or(block.as_mut().map(|b| &mut b.text)) {
                        open.push_str(&text);
                    }
                }
                Event::Code(code) => {
                    if let Some(open) = &mut heading {
                        open.push_str(&code);
                    }
                    page.inline.push(code.to_string());
                }
                _ => {}
            }
        }
        page
    }
}

/// As GitHub and mdBook make it of a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || "-_ ".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
}
