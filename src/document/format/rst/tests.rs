//! What is read of reStructuredText, block by block.

use crate::document::format::shown::shown;
use crate::document::{Document, Format, Role};

fn document(text: &str) -> Document {
    Document::read("t.rst", Role::Peer, Format::Rst, text.as_bytes().to_vec())
}

fn read(text: &str) -> Vec<String> {
    let doc = document(text);
    assert_eq!(doc.fault(), None, "{text}");
    shown(&doc)
}

#[test]
fn titles_by_the_order_of_their_marks() {
    let text = "======\nGauges\n======\n\nFirst\n=====\n\nWords of\ntwo lines.\n\nPart\n----\n\nMore.\n\nSecond\n======\n\n----\n\nEnd.\n";
    assert_eq!(
        read(text),
        ["h1 Gauges", "h2 First", "p Words of two lines.", "h3 Part", "p More.", "h2 Second", "p End."]
    );
}

#[test]
fn lists_and_what_belongs_to_an_item() {
    let text = "- one\n  goes on\n\n  and more\n\n  * inner\n\n1. first\n2. second\n\nA. Moe wrote it\nin May.\n";
    assert_eq!(
        read(text),
        ["- one goes on", "- and more", "-- inner", "- first", "- second", "p A. Moe wrote it in May."]
    );
}

#[test]
fn terms_fields_and_quotes() {
    let text = ":Date: 2025-07-31\n:Status: draft\n\nport\n    The port is 80.\n\nSaid:\n\n    Twelve.\n\n    -- Moe\n\nSee:\n\n    Set in.\n";
    let read = read(text);
    assert_eq!(
        read,
        ["[Status] draft", "- port: The port is 80.", "p Said:", "> Twelve.", "> -- Moe", "p See:", "p Set in."]
    );
    assert_eq!(document(text).meta.date.map(|d| d.to_string()).as_deref(), Some("2025-07-31"));
}

#[test]
fn code_is_listed_and_comments_are_nothing() {
    let text = "Run it::\n\n    gauge --port 80\n    gauge --off\n\n.. code-block:: toml\n   :linenos:\n\n   port = 80\n\n.. a comment of 7\n   and 8\n\n>>> gauge(9)\n9\n\nDone.\n";
    assert_eq!(read(text), ["p Run it:", "p Done."]);
    let doc = document(text);
    let fences: Vec<(&str, String)> =
        doc.fences.iter().map(|f| (f.language.as_str(), doc.slice(f.span).trim().to_owned())).collect();
    assert_eq!(
        fences,
        [
            ("", "gauge --port 80\n    gauge --off".to_owned()),
            ("toml", "port = 80".to_owned()),
            ("python", ">>> gauge(9)\n9".to_owned())
        ]
    );
}

#[test]
fn directives_speak_hold_options_or_are_silent() {
    let text = ".. note:: Twelve ports\n   are open.\n\n.. warning::\n\n   Not 80.\n\n.. toctree::\n   :maxdepth: 2\n\n   a\n\n.. image:: a.png\n   :alt: 5\n\n.. versionchanged:: 3.8\n   It is 9 now.\n\n.. figure:: b.png\n\n   Six gauges.\n\n.. option:: --port <n>\n\n   The port, 80 by default.\n";
    assert_eq!(
        read(text),
        [
            "p Twelve ports are open.",
            "p Not 80.",
            "p It is 9 now.",
            "caption Six gauges.",
            "- --port <n>: The port, 80 by default."
        ]
    );
}

#[test]
fn marks_inside_a_paragraph() {
    let text = "Set ``port`` to ``80`` with :option:`--port`, :func:`~gauge.open` or *at* **once**; see `the guide <a.html>`_,\n`Site`_, Python_, :doc:`b`, :ref:`how <c>` and |it|. A \\*star\\* and snake_case_ stay.\n\nSite\n====\n";
    assert_eq!(
        read(text),
        [
            "p Set port to \u{fffc} with --port, \u{fffc} or at once; see the guide, Site, Python, \u{fffc}, how and \u{fffc}. A *star* and snake_case_ stay.",
            "h1 Site"
        ]
    );
}

#[test]
fn tables_of_every_kind() {
    let simple = "=====  =====\nName   Port\n=====  =====\ngauge  80\nvalve  443\n       (new)\n=====  =====\n\nEnd.\n";
    let rows = ["head Name", "head Port", "[Name] gauge", "[Port] 80", "[Name] valve", "[Port] 443 (new)", "p End."];
    assert_eq!(read(simple), rows);
    let grid = "+-------+-------+\n| Name  | Port  |\n+=======+=======+\n| gauge | 80    |\n+-------+-------+\n| valve | 443   |\n|       | (new) |\n+-------+-------+\n\nEnd.\n";
    assert_eq!(read(grid), rows);
    let list = ".. list-table:: Ports\n   :header-rows: 1\n\n   * - Name\n     - Port\n   * - gauge\n     - 80\n   * - valve\n     - 443\n       (new)\n\nEnd.\n";
    assert_eq!(read(list), [&["caption Ports"][..], &rows].concat());
    let commas = ".. csv-table:: Ports\n   :header: Name, \"Port\"\n\n   gauge, 80\n   valve, \"443 (new)\"\n\nEnd.\n";
    assert_eq!(read(commas), [&["caption Ports"][..], &rows].concat());
}

#[test]
fn references_that_lead_nowhere() {
    let dangling = |text: &str| -> Vec<String> {
        let doc = document(text);
        doc.dangling.iter().map(|d| format!("{} -> {}", doc.slice(d.span), d.target)).collect()
    };
    let text = "See `the map`_, `Site`_, `a site`_ and the note [1]_ or [2]_.\n\n.. _a site: https://a.example\n.. [1] It says so.\n\nSite\n====\n";
    assert_eq!(dangling(text), ["the map -> the map", "or -> 2"]);
    assert_eq!(dangling(&format!("{text}\n.. include:: links.rst\n")), ["or -> 2"]);
}
