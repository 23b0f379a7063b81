//! What is read of AsciiDoc, block by block.

use crate::document::format::shown::shown;
use crate::document::{Document, Format, Role};

fn document(text: &str) -> Document {
    Document::read("t.adoc", Role::Peer, Format::AsciiDoc, text.as_bytes().to_vec())
}

fn read(text: &str) -> Vec<String> {
    let doc = document(text);
    assert_eq!(doc.fault(), None, "{text}");
    shown(&doc)
}

#[test]
fn the_head_and_titles() {
    let text = "= Gauges\nAda Moe <ada@example.org>\nv1.2, 2025-07-31\n:toc:\n\nWords of\ntwo lines.\n\n[[ports]]\n== Ports\n\n=== Open ones\n\nThree.\n";
    assert_eq!(read(text), ["h1 Gauges", "p Words of two lines.", "h2 Ports", "h3 Open ones", "p Three."]);
    assert_eq!(document(text).meta.date.map(|d| d.to_string()).as_deref(), Some("2025-07-31"));
}

#[test]
fn lists_terms_and_what_is_joined_to_an_item() {
    let text = "* one\n  goes on\n** inner\n* two\n+\nmore of two\n\n. first\n. second\n\nport:: The port is 80.\nhost::\n  The host.\n\nEnd.\n";
    assert_eq!(
        read(text),
        [
            "- one goes on",
            "-- inner",
            "- two",
            "- more of two",
            "-- first",
            "-- second",
            "--- port: The port is 80.",
            "--- host: The host.",
            "p End."
        ]
    );
}

#[test]
fn blocks_of_code_comments_and_words() {
    let text = "Run it:\n\n[source,toml]\n----\nport = 80\n----\n\n....\nplain 7\n....\n\n////\nno 8\n////\n\n// no 9\n\n gauge --port 80\n\n====\nAn example of 5.\n====\n\n____\nTwelve, he said.\n____\n\nNOTE: Mind the 3.\n\n.Six gauges\nimage::a.png[The seven gauges,200]\n\ninclude::b.adoc[]\n";
    assert_eq!(
        read(text),
        [
            "p Run it:",
            "p An example of 5.",
            "> Twelve, he said.",
            "p Mind the 3.",
            "caption Six gauges",
            "caption The seven gauges"
        ]
    );
    let doc = document(text);
    let fences: Vec<(&str, &str)> =
        doc.fences.iter().map(|f| (f.language.as_str(), doc.slice(f.span).trim())).collect();
    assert_eq!(fences, [("toml", "port = 80"), ("", "plain 7"), ("", "gauge --port 80")]);
}

#[test]
fn marks_inside_a_paragraph() {
    let text = "Set `port` to `80` or `+--port+`, *at* _once_, see link:a.html[the guide], https://a.example[the site],\nhttps://b.example. Of {version} <<ports,the ports>> and <<hosts>>; 2 * 3 * 4, snake_case_name, C++ and a footnote:[5 of 6] note.\n";
    assert_eq!(
        read(text),
        [
            "p Set port to \u{fffc} or --port, at once, see the guide, the site, \u{fffc}. Of \u{fffc} the ports and \u{fffc}; 2 * 3 * 4, snake_case_name, C++ and a  note."
        ]
    );
}

#[test]
fn tables() {
    let rows = ["head Name", "head Port", "[Name] gauge", "[Port] 80", "[Name] valve", "[Port] 443 (new)", "p End."];
    assert_eq!(read("|===\n|Name |Port\n\n|gauge |80\n|valve |443\n(new)\n|===\n\nEnd.\n"), rows);
    assert_eq!(
        read("[%header,cols=\"1,2\"]\n|===\n|Name\n|Port\n|gauge\n|80\n|valve\na|443 (new)\n|===\n\nEnd.\n"),
        rows
    );
    // A cell without a head over it shows as what it is.
    assert_eq!(read("|===\n|gauge |80\n2+|valve\n|===\n"), ["head gauge", "head 80", "head valve"]);
}
