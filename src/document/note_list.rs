//! The list of sources that closes a text: paragraphs that open with "[1]", "[2]", … one behind the other. What only
//! names a source makes no claim: its dates and figures are those of books and pages.

use super::citation::names_a_source;
use super::{Block, BlockKind};
use crate::text::Span;

/// So many entries make a list.
const LEAST: usize = 2;

/// The entries that say nothing of their own.
pub fn sources(text: &str, blocks: &[Block]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut run: Vec<(u32, &Block)> = Vec::new();
    let entries = blocks.iter().map(|b| (number(text.get(b.span.range()).unwrap_or_default()), b));
    for (number, block) in entries.chain(blocks.last().map(|b| (None, b))) {
        let follows = |(last, _): &(u32, &Block)| Some(last.saturating_add(1)) == number;
        if !run.last().is_some_and(follows) {
            if run.len() >= LEAST {
                let words = |b: &Block| text.get(b.span.range()).unwrap_or_default();
                found.extend(run.iter().filter(|(_, b)| names_a_source(words(b))).map(|(_, b)| b.span));
            }
            run.clear();
        }
        let may_be_one = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        run.extend(number.filter(|_| may_be_one).map(|n| (n, block)));
    }
    found
}

/// The number of "[12] Moe, Tides of Lien".
fn number(words: &str) -> Option<u32> {
    let (digits, rest) = words.strip_prefix('[')?.split_once(']')?;
    digits.parse().ok().filter(|_| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Role};

    #[test]
    fn entries_that_name_a_source() {
        let text = "Torsby has 1,204 souls.[1]\n\n[1] A. Moe, Tides of Lien, 4 October 2014\n\n[2] 2014 Lien Guide, p. 18.\n\n[3] The count was made on 3 May 2015.\n";
        let document = Document::open("a.md", Role::Peer, text.as_bytes().to_vec()).unwrap();
        let own: Vec<&str> = sources(&document.text, &document.blocks).iter().map(|s| document.slice(*s)).collect();
        assert_eq!(own, ["[1] A. Moe, Tides of Lien, 4 October 2014", "[2] 2014 Lien Guide, p. 18."]);
        let alone =
            Document::open("a.md", Role::Peer, b"[7] A. Moe, Tides of Lien, 4 October 2014\n".to_vec()).unwrap();
        assert!(sources(&alone.text, &alone.blocks).is_empty());
    }
}
