//! What is counted of each element: its words, how many of them are links, commas,
//! paragraphs, items, pictures. One pass from the last node to the first.

use super::tree::Tree;

/// Of an element's inside, without what is left out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    /// Bytes of words, blanks squeezed.
    pub text: u32,
    pub links: u32,
    pub headings: u32,
    pub items_text: u32,
    pub commas: u32,
    pub paragraphs: u32,
    pub items: u32,
    pub pictures: u32,
    pub inputs: u32,
    pub embeds: u32,
    pub blocks: u32,
}

impl Facts {
    fn add(&mut self, other: &Facts) {
        self.text += other.text;
        self.links += other.links;
        self.headings += other.headings;
        self.items_text += other.items_text;
        self.commas += other.commas;
        self.paragraphs += other.paragraphs;
        self.items += other.items;
        self.pictures += other.pictures;
        self.inputs += other.inputs;
        self.embeds += other.embeds;
        self.blocks += other.blocks;
    }

    /// The part of the words that are links.
    pub fn link_density(&self) -> f32 {
        if self.text == 0 { 0.0 } else { self.links as f32 / self.text as f32 }
    }
}

/// Of a stretch of text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Words {
    bytes: u32,
    commas: u32,
}

/// The words of each node by itself, which stay the same whatever is left out.
pub fn words(tree: &Tree, source: &str) -> Vec<Words> {
    (0..tree.nodes.len()).map(|index| tree.text(index, source).map(of_text).unwrap_or_default()).collect()
}

fn of_text(text: &str) -> Words {
    let (mut bytes, mut commas, mut after_blank) = (0, 0, true);
    for byte in text.bytes() {
        let blank = byte.is_ascii_whitespace();
        bytes += u32::from(!blank) + u32::from(!blank && after_blank);
        commas += u32::from(byte == b',');
        after_blank = blank;
    }
    if !text.is_ascii() {
        commas += text.matches(['،', '，', '、', '﹐']).count() as u32;
    }
    Words { bytes, commas }
}

/// The facts of every node that is not left out, from those of the `words`.
pub fn count(tree: &Tree, words: &[Words], left_out: &[bool]) -> Vec<Facts> {
    let mut facts = vec![Facts::default(); tree.nodes.len()];
    for index in (0..tree.nodes.len()).rev() {
        if left_out.get(index) != Some(&false) {
            continue;
        }
        let mut inside = facts.get(index).copied().unwrap_or_default();
        if let Some(words) = words.get(index) {
            inside.text += words.bytes;
            inside.commas += words.commas;
        }
        let own = own(tree, index, inside);
        if let Some(slot) = facts.get_mut(index) {
            *slot = own;
        }
        let outer = tree.parent(index).and_then(|parent| facts.get_mut(parent));
        if let Some(outer) = outer {
            outer.add(&own);
        }
    }
    facts
}

/// What the node itself adds to the facts of its inside.
fn own(tree: &Tree, index: usize, inside: Facts) -> Facts {
    let mut facts = inside;
    let name = tree.name(index);
    match name {
        "a" => {
            let here = tree.attribute(index, "href").is_some_and(|h| h.starts_with('#'));
            facts.links = if here { facts.text * 3 / 10 } else { facts.text };
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => facts.headings = facts.text,
        "ul" | "ol" => facts.items_text = facts.text,
        "li" => facts.items += 1,
        "img" | "picture" => facts.pictures += 1,
        "input" => facts.inputs += 1,
        "iframe" | "embed" | "object" => facts.embeds += 1,
        "p" => facts.paragraphs += 1,
        // Text that stands right in it makes it a paragraph by another name.
        "div" if facts.blocks == 0 && facts.text > 0 => facts.paragraphs += 1,
        _ => {}
    }
    facts.blocks += u32::from(tree.is_block(index));
    facts
}
