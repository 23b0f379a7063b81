//! How fast each format is read, alone, on one core, in bytes of the file a second.
//! The pages are made up here, as dense with markup as real ones. A row named after its
//! format is reading alone: from text to blocks, each with its place in the file; the row
//! "with sentences and words" is the whole of `Document::read`, which cuts blocks up as well.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use crosscheck::document::{Document, Format, Role};
use std::hint::black_box;

/// About this many bytes of each page.
const LENGTH: usize = 1 << 20;

/// Sections of a page, numbered, until it is long enough.
fn page(head: &str, section: impl Fn(usize) -> String, tail: &str) -> String {
    let mut text = head.to_owned();
    let mut number = 0;
    while text.len() < LENGTH {
        text.push_str(&section(number));
        number += 1;
    }
    text + tail
}

fn markdown() -> String {
    let section = |n: usize| {
        format!(
            "## Crossing {n}\n\nOn 31 July 2025 the **Alma** and the [Bris](https://a.example/{n}) met off\nthe *old* pier; 12 of \
             310 people were hurt, `vhf-{n}` was silent &amp; it rained.[^{n}]\n\n- Three boats came\n- One aircraft came\n\n\
             | Ship | People |\n|---|--:|\n| Alma | 214 |\n| Bris | {n} |\n\n> We saw them turn.\n\n[^{n}]: A remark.\n\n"
        )
    };
    page("---\ntitle: Crossings\ndate: 2025-07-31\n---\n\n", section, "")
}

fn wikitext() -> String {
    let section = |n: usize| {
        format!(
            "== Crossing {n} ==\nOn 31&nbsp;July 2025 the '''[[MF Alma|Alma]]''' and the ''Bris''<ref name=\"r{n}\">{{{{cite web|title=Log \
             {n}|url=https://a.example/{n}|date=1 May 2024}}}}</ref> met off the [[old pier]]; 12 of 310 people were hurt, \
             {{{{convert|{n}|km|mi}}}} from land.\n* Three boats came\n* One aircraft came\n\n{{| class=\"wikitable\"\n! Ship !! \
             People\n|-\n| Alma || 214\n|-\n| Bris || {n}\n|}}\n\n"
        )
    };
    page("{{Infobox ship\n| name = Alma\n| built = {{start date|2004|5|17}}\n}}\n", section, "[[Category:Ships]]\n")
}

fn html() -> String {
    let section = |n: usize| {
        format!(
            "<h2 id=\"c{n}\">Crossing {n}</h2>\n<p>On 31&nbsp;July 2025 the <b>Alma</b> and the <a href=\"/bris/{n}\">Bris</a> met off the \
             <em>old</em> pier; 12 of 310 people were hurt, and it rained, the harbour office said.</p>\n<ul><li>Three boats \
             came</li><li>One aircraft came</li></ul>\n<table><tr><th>Ship</th><th>People</th></tr><tr><td>Alma</td><td>214</td>\
             </tr><tr><td>Bris</td><td>{n}</td></tr></table>\n<script>var crossing = {{id: {n}}};</script>\n"
        )
    };
    page(
        "<!DOCTYPE html><html><head><title>Crossings</title></head><body><article>\n",
        section,
        "</article></body></html>",
    )
}

fn text() -> String {
    let section = |n: usize| {
        format!(
            "Crossing {n}\n\nOn 31 July 2025 the Alma and the Bris met off the old pier; 12 of 310 people were hurt, \
             and it rained, the harbour office said.\n\n- Three boats came\n- One aircraft came\n\n"
        )
    };
    page("Crossings\n\n", section, "")
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reading");
    group.sample_size(10);
    let pages = [
        (Format::Text, text()),
        (Format::Markdown, markdown()),
        (Format::MediaWiki, wikitext()),
        (Format::Html, html()),
    ];
    for (format, page) in pages {
        group.throughput(Throughput::Bytes(page.len() as u64));
        group.bench_function(format.name(), |b| b.iter_with_large_drop(|| format.read(black_box(&page))));
        group.bench_function(format!("{}, with sentences and words", format.name()), |b| {
            b.iter_with_large_drop(|| {
                Document::read("page", Role::Peer, format, black_box(&page).clone().into_bytes())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
