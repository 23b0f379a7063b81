//! Texts and names that mean to be more than words, on the page: 200 documents, each tried as a few that are laid out at
//! once and all as many that wait, change nothing of its structure and run nothing.

use super::obeyed::{NAMES, WORDS};
use super::support::Folder;
use super::support::browser::{browser, driven, temporary};
use html5gum::{Token, Tokenizer};
use std::collections::BTreeSet;

/// What the page is made of, and nothing else.
const ELEMENTS: [&str; 50] = [
    "a", "article", "b", "body", "br", "button", "code", "del", "details", "div", "fieldset", "form", "h1", "h2",
    "head", "header", "html", "input", "ins", "kbd", "label", "legend", "li", "main", "mark", "meta", "nav", "ol",
    "option", "p", "q", "rect", "script", "section", "select", "small", "span", "style", "summary", "svg", "table",
    "tbody", "td", "template", "th", "thead", "title", "tr", "ul", "wbr",
];

fn text(words: &str, day: usize) -> String {
    format!(
        "# {words}\n\nThe treaty “{words}” of Norland and Sundia was signed in Bern on {day} May 2014. On 31 June 2025 it \
         rained on {words}.\n\n“We will never sign {words} without a word from the people of Bern,” said Ada Roth.\n"
    )
}

/// The names that a file can have here.
fn names() -> impl Iterator<Item = (usize, &'static str)> {
    NAMES.into_iter().enumerate().filter(|(_, name)| cfg!(unix) || name.starts_with(['%', '-']))
}

/// A document of each name, with these words.
fn write(folder: &Folder, words: &str, within: usize) {
    for (index, name) in names() {
        folder.write(&format!("{within}/{name}"), text(words, index + 1));
    }
}

/// The tags of a page with the names of their attributes, and the addresses that it links to.
fn tags(page: &str) -> (BTreeSet<String>, BTreeSet<String>, usize) {
    let (mut names, mut links, mut scripts) = (BTreeSet::new(), BTreeSet::new(), 0);
    for Ok(token) in Tokenizer::new(page) {
        let Token::StartTag(tag) = token else { continue };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        scripts += usize::from(name == "script");
        for (attribute, value) in &tag.attributes {
            let (attribute, value) = (String::from_utf8_lossy(attribute), String::from_utf8_lossy(value));
            assert!(!attribute.starts_with("on") && attribute != "src" && attribute != "style", "{name} {attribute}");
            if attribute == "href" || attribute == "action" {
                links.insert(value.into_owned());
            }
        }
        names.insert(name);
    }
    (names, links, scripts)
}

#[test]
fn nothing_of_a_text_or_a_name_is_more_than_words() {
    let mut tries = 0;
    for (index, words) in WORDS.iter().enumerate() {
        let (folder, harmless) = (Folder::new(), Folder::new());
        write(&folder, words, index);
        for (number, _) in names() {
            harmless.write(&format!("{index}/{number}.md"), text("harmless", number + 1));
        }
        let (page, plain) = (written(&folder), written(&harmless));
        let (elements, links, scripts) = tags(&page);
        let foreign: Vec<&String> = elements.iter().filter(|name| !ELEMENTS.contains(&name.as_str())).collect();
        assert!(foreign.is_empty(), "{words:?}: {foreign:?}");
        assert!(links.iter().all(|link| link.starts_with("#d")), "{words:?}: {links:?}");
        // As many scripts as there are on a page of harmless words: its own, and the texts that wait.
        assert_eq!(scripts, tags(&plain).2, "{words:?}");
        let steers = ['\u{202e}', '\u{1b}', '\u{2028}', '\r'];
        assert!(!page.contains(steers), "{words:?}");
        tries += names().count();
    }
    assert!(tries >= 200 || !cfg!(unix), "{tries}");
}

fn written(folder: &Folder) -> String {
    let run = folder.run(&["check", ".", "--format", "html", "--show", "all"]);
    assert!(run.out.starts_with("<!DOCTYPE html>"), "{}", run.err);
    run.out
}

/// All of them on one page in a browser: every entry and row is chosen, every document opened.
#[test]
fn nothing_of_them_runs_in_a_browser() {
    let Some(browser) = browser() else { return };
    let all = Folder::new();
    WORDS.iter().enumerate().for_each(|(index, words)| write(&all, words, index));
    let page = temporary("hostile.html", &written(&all));
    let said = driven(&browser, &page, include_str!("hostile.html"), "hostile", &[]);
    println!("{said}");
    assert!(said.starts_with("all is well"), "{said}");
}
