//! HTML: the article's text as a reader mode shows it. Navigation, forms, hidden
//! text, comments and link lists are left out; title, day and language come from
//! what the page says about itself.

mod article;
mod blocks;
mod facts;
mod hidden;
mod meta;
mod names;
mod parse;
mod program;
mod tags;
mod tree;

use super::template;
use crate::document::reading::Builder;
use crate::document::{Reading, Target};
pub use blocks::Around;
use std::ops::Range;
use tree::Tree;

pub fn read(source: &str) -> Reading {
    let hidden = template::hide_in_html(source);
    let tree = parse::parse(&hidden, 0..hidden.len());
    let article = article::find(&tree, &hidden);
    let mut reading = Reading::new(source);
    *reading.meta() = meta::read(&tree, &hidden);
    blocks::write(&mut reading, &hidden, &tree, &article, &Around::default());
    if hidden != source {
        // What a template puts in may hold any anchor.
        reading.references().forget(Target::Place);
    } else if reading.references().any(Target::Place) {
        define_places(&mut reading, &tree);
    }
    reading.finish()
}

/// Every element with an id or a name may be linked to.
fn define_places(reading: &mut Builder, tree: &Tree) {
    for index in 0..tree.nodes.len() {
        let name = tree.attribute(index, "name");
        for anchor in tree.attribute(index, "id").into_iter().chain(name) {
            reading.references().define(Target::Place, anchor);
        }
    }
}

/// Reads a part of another format that is written in HTML: all of its text, for there is no page around it.
pub fn read_part(reading: &mut Builder, source: &str, part: Range<usize>, around: &Around) {
    let tree = parse::parse(source, part);
    define_places(reading, &tree);
    let whole = article::Article { roots: vec![0], left_out: hidden::left_out(&tree, false) };
    blocks::write(reading, source, &tree, &whole, around);
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    fn document(text: &str) -> Document {
        Document::read("t.html", Role::Peer, Format::Html, text.as_bytes().to_vec())
    }

    /// The words of each block, its label before them.
    fn read(text: &str) -> Vec<String> {
        let doc = document(text);
        let label = |l: &Option<String>| l.as_ref().map(|l| format!("{l}: ")).unwrap_or_default();
        doc.blocks.iter().map(|b| label(&b.label) + doc.slice(b.span)).collect()
    }

    #[test]
    fn blanks_are_squeezed_and_references_decoded() {
        assert_eq!(read("<p>A &amp;\n  <i>B</i>&#8211;C &bogus; 5 &lt; 6<p>D"), ["A & B–C &bogus; 5 < 6", "D"]);
        let doc = document("<p>caf&eacute; 14</p>");
        let token = doc.tokens.last().unwrap();
        assert_eq!(doc.source_text(doc.place(token.span)), "14");
    }

    #[test]
    fn what_is_not_read() {
        assert_eq!(
            read("<nav>1</nav><p>One.</p><script>if (a < b) 2</script><div aria-hidden=true>3</div><!-- 4 --><s>5</s>"),
            ["One."]
        );
    }

    #[test]
    fn code_is_left_out_and_verse_is_read() {
        assert_eq!(read("<p>One.</p><pre>$ hg push\nadded 2 files</pre><pre class=code>two = 2</pre>"), ["One."]);
        assert_eq!(read("<p>One.</p><pre>Two\nlines, $ 5</pre>"), ["One.", "Two lines, $ 5"]);
    }

    #[test]
    fn missing_end_tags_are_implied() {
        assert_eq!(read("<ul><li>one<li>two<ul><li>three</ul></ul>"), ["one", "two", "three"]);
        assert_eq!(read("<p>A<div>B</span></div></b>C"), ["A", "B", "C"]);
    }

    #[test]
    fn tags_of_templates_are_no_text() {
        assert_eq!(
            read("<p>The {% if a %}ferry{% endif %} <%= ship %> sank<a href=\"{{ url }}\"> twice</a>.<p>{{ 5 }}"),
            ["The ferry sank twice."]
        );
    }

    #[test]
    fn titles_and_days() {
        for (head, title, day) in [
            ("<title>A | B</title><time datetime=2025-07-31>now</time>", "A | B", Some("2025-07-31")),
            ("<meta name=DC.Title content='C &amp; D'><title>x</title>", "C & D", None),
            (
                "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"E\",\"datePublished\":\"2024-05-02\"}</script>",
                "E",
                Some("2024-05-02"),
            ),
            ("<meta property=article:published_time content=2025-01-02T03:04:05Z><h1>F</h1>", "F", Some("2025-01-02")),
        ] {
            let doc = document(&format!("{head}<p>Words.</p>"));
            assert_eq!(doc.meta.title.as_deref(), Some(title));
            assert_eq!(doc.meta.date.map(|d| d.to_string()).as_deref(), day);
        }
    }
}
