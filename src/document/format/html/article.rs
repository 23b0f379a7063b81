//! Where the article is: paragraphs give points to the elements around them, and
//! the one with most points for its words (links count against it) is taken, with
//! those beside it that read alike. The method of reader modes, written anew.

use super::facts::{Facts, count, words};
use super::hidden::left_out;
use super::names::{is_for_sharing, weight};
use super::tree::Tree;

/// The roots of the article, in reading order, and the nodes left out of them.
#[derive(Debug)]
pub struct Article {
    pub roots: Vec<usize>,
    pub left_out: Vec<bool>,
}

/// An article of fewer bytes than this is sought again with less taken away.
const SHORT: u32 = 500;

/// A paragraph of fewer bytes gives no points.
const SHORT_PARAGRAPH: u32 = 25;

/// How far up a paragraph's points reach.
const REACH: usize = 5;

/// Finds the article; the whole body when nothing is better.
pub fn find(tree: &Tree, source: &str) -> Article {
    let mut best: Option<(u32, Article)> = None;
    let words = words(tree, source);
    for (by_name, cleaned) in [(true, true), (false, true), (false, false)] {
        let left_out = left_out(tree, by_name);
        let mut facts = count(tree, &words, &left_out);
        let mut article = attempt(tree, &facts, left_out);
        if cleaned && clean(tree, &facts, &mut article) {
            facts = count(tree, &words, &article.left_out);
        }
        let length = article.roots.iter().filter_map(|r| facts.get(*r)).map(|f| f.text).sum();
        if best.as_ref().is_none_or(|(before, _)| length > *before) {
            best = Some((length, article));
        }
        if best.as_ref().is_some_and(|(length, _)| *length >= SHORT) {
            break;
        }
    }
    best.map_or_else(|| Article { roots: vec![0], left_out: left_out(tree, false) }, |(_, article)| article)
}

fn attempt(tree: &Tree, facts: &[Facts], left_out: Vec<bool>) -> Article {
    let scores = score(tree, facts, &left_out);
    let fact = |i: usize| facts.get(i).copied().unwrap_or_default();
    let value = |i: usize| scores.get(i).copied().unwrap_or(0.0) * (1.0 - fact(i).link_density());
    let mut ranked: Vec<usize> = (1..tree.nodes.len()).filter(|i| value(*i) > 0.0).collect();
    ranked.sort_by(|a, b| value(*b).total_cmp(&value(*a)).then(a.cmp(b)));
    let Some(&first) = ranked.first() else { return Article { roots: vec![0], left_out } };
    let top = climb(tree, common(tree, first, &ranked, &value), &value);
    let Some(parent) = tree.parent(top) else { return Article { roots: vec![top], left_out } };
    let class = tree.attribute(top, "class").unwrap_or_default();
    let threshold = (value(top) * 0.2).max(10.0);
    let belongs = |i: usize| {
        if left_out.get(i) != Some(&false) {
            return false;
        }
        let alike = !class.is_empty() && tree.attribute(i, "class") == Some(class);
        let bonus = if alike { value(top) * 0.2 } else { 0.0 };
        let density = fact(i).link_density();
        let paragraph =
            tree.name(i) == "p" && (fact(i).text > 80 && density < 0.25 || fact(i).text > 0 && density == 0.0);
        i == top || value(i) + bonus >= threshold || paragraph
    };
    let roots = tree.children(parent).filter(|i| belongs(*i)).collect();
    Article { roots, left_out }
}

/// The points of each node.
fn score(tree: &Tree, facts: &[Facts], left_out: &[bool]) -> Vec<f32> {
    let mut scores = vec![0.0_f32; tree.nodes.len()];
    let mut started = vec![false; tree.nodes.len()];
    for index in 1..tree.nodes.len() {
        let Some(fact) = facts.get(index).filter(|_| left_out.get(index) == Some(&false)) else { continue };
        let paragraph = match tree.name(index) {
            "p" | "pre" | "td" | "h2" | "h3" | "h4" | "h5" | "h6" => true,
            // Words right inside it, or only inline elements.
            "div" | "section" => fact.blocks <= 1,
            _ => false,
        };
        if !paragraph || fact.text < SHORT_PARAGRAPH {
            continue;
        }
        let points = 1.0 + fact.commas as f32 + (fact.text as f32 / 100.0).floor().min(3.0);
        for (level, ancestor) in tree.ancestors(index).take(REACH).enumerate() {
            let (Some(score), Some(begun)) = (scores.get_mut(ancestor), started.get_mut(ancestor)) else { continue };
            if !*begun {
                *begun = true;
                *score += base(tree, ancestor);
            }
            let share = match level {
                0 => 1.0,
                1 => 2.0,
                _ => level as f32 * 3.0,
            };
            *score += points / share;
        }
    }
    scores
}

/// The points of an element before any paragraph gives it some.
fn base(tree: &Tree, index: usize) -> f32 {
    let kind = match tree.name(index) {
        "div" | "article" | "main" => 5.0,
        "pre" | "td" | "blockquote" => 3.0,
        "address" | "ol" | "ul" | "dl" | "dd" | "dt" | "li" | "form" => -3.0,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => -5.0,
        _ => 0.0,
    };
    kind + weight(tree, index)
}

/// Where three of the best stand under one roof, the roof.
fn common(tree: &Tree, first: usize, ranked: &[usize], value: &impl Fn(usize) -> f32) -> usize {
    let close: Vec<usize> = ranked.iter().take(5).copied().filter(|i| value(*i) >= value(first) * 0.75).collect();
    let holds = |roof: usize, i: usize| i > roof && i < tree.end(roof);
    let shared = |roof: &usize| close.iter().filter(|i| holds(*roof, **i)).count() >= 3;
    tree.ancestors(first).take(REACH).filter(|roof| tree.name(*roof) != "body").find(shared).unwrap_or(first)
}

/// Up to a parent that has more points, or that holds nothing else.
fn climb(tree: &Tree, mut top: usize, value: &impl Fn(usize) -> f32) -> usize {
    let mut last = value(top);
    let least = last / 3.0;
    for parent in tree.ancestors(top) {
        let score = value(parent);
        if tree.name(parent) == "body" || parent == 0 || score < least && score != 0.0 {
            break;
        }
        if score > last {
            top = parent;
            break;
        }
        if score != 0.0 {
            last = score;
        }
    }
    while let Some(parent) = tree.parent(top).filter(|p| *p > 0 && tree.name(*p) != "body") {
        if tree.children(parent).filter(|i| !tree.name(*i).is_empty()).count() != 1 {
            break;
        }
        top = parent;
    }
    top
}

/// Leaves out what inside the article is a list of links, a form or a share bar. Was there any?
fn clean(tree: &Tree, facts: &[Facts], article: &mut Article) -> bool {
    let mut found = false;
    for root in article.roots.clone() {
        let mut index = root + 1;
        while index < tree.end(root) {
            if article.left_out.get(index) == Some(&false) && is_clutter(tree, index, facts) {
                found = true;
                for slot in article.left_out.iter_mut().take(tree.end(index)).skip(index) {
                    *slot = true;
                }
                index = tree.end(index);
            } else {
                index += 1;
            }
        }
    }
    found
}

fn is_clutter(tree: &Tree, index: usize, facts: &[Facts]) -> bool {
    let Some(fact) = facts.get(index) else { return false };
    let name = tree.name(index);
    if !matches!(name, "form" | "fieldset" | "table" | "ul" | "ol" | "div" | "section" | "h1" | "h2" | "header") {
        return false;
    }
    let weight = weight(tree, index);
    if matches!(name, "h1" | "h2" | "header") {
        return weight < 0.0;
    }
    if fact.text < 500 && is_for_sharing(tree, index) {
        return true;
    }
    let outside = |i: usize| name != "table" && tree.name(i) == "table" && is_data(tree, i);
    if (name == "table" && is_data(tree, index)) || tree.ancestors(index).take(12).any(outside) {
        return false;
    }
    if weight < 0.0 {
        return true;
    }
    if fact.commas >= 10 {
        return false;
    }
    let density = fact.link_density();
    let is_list = matches!(name, "ul" | "ol") || fact.text > 0 && fact.items_text * 10 > fact.text * 9;
    let in_figure = tree.ancestors(index).take(12).any(|i| tree.name(i) == "figure");
    (fact.pictures > 1 && fact.paragraphs * 2 < fact.pictures && !in_figure)
        || (!is_list && fact.items > fact.paragraphs + 100)
        || fact.inputs > fact.paragraphs / 3
        || (!is_list
            && fact.headings * 10 < fact.text * 9
            && fact.text < 25
            && fact.pictures != 1
            && !in_figure
            && tree.is_block(index))
        || (!is_list && weight < 25.0 && density > 0.2)
        || (weight >= 25.0 && density > 0.5)
        || (is_list && density > 0.8 && fact.text > 0 && fact.items > 1)
        || (fact.embeds == 1 && fact.text < 75)
        || fact.embeds > 1
}

/// Does the table hold data, and not a layout?
pub fn is_data(tree: &Tree, table: usize) -> bool {
    if tree.attribute(table, "role") == Some("presentation") {
        return false;
    }
    let (mut rows, mut cells) = (0, 0);
    for index in tree.inside(table) {
        match tree.name(index) {
            "caption" | "th" | "thead" | "tfoot" | "col" | "colgroup" => return true,
            "table" => return false,
            "tr" => rows += 1,
            "td" => cells += 1,
            _ => {}
        }
    }
    rows >= 10 || cells > 10 || rows > 1 && cells >= 2 * rows
}
