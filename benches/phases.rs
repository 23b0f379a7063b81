//! How fast each phase runs on one core, in bytes of prose a second.
//!
//! The prose is made up here, dense with dates, amounts, names, lists and quotations.
//! `CROSSCHECK_PROSE=FILE cargo bench` measures a text of your own instead, and
//! `RAYON_NUM_THREADS` changes nothing: every phase here runs on one document.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use crosscheck::align::align;
use crosscheck::claim::Ledger;
use crosscheck::document::{Document, Format, Role};
use crosscheck::mention;
use crosscheck::rules::{Context, Mode, Outcome, RULES, Settings};
use crosscheck::story::Stories;
use crosscheck::syntax::Reader;
use prose::prose;
use std::hint::black_box;

#[path = "../tests/support/prose.rs"]
mod prose;

fn phases(criterion: &mut Criterion) {
    let text = std::env::var("CROSSCHECK_PROSE").ok().and_then(|path| std::fs::read_to_string(path).ok());
    let text = text.unwrap_or_else(|| prose(1 << 20));
    let document = || Document::read("prose.txt", Role::Peer, Format::Text, text.clone().into_bytes());
    let settings = Settings::default();

    let mut group = criterion.benchmark_group("phase");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("document", |b| b.iter_with_large_drop(document));
    let read = document();
    group.bench_function("syntax", |b| {
        b.iter_with_large_drop(|| {
            let reader = Reader::new(black_box(&read));
            read.sentences.iter().map(|s| reader.sentence(s)).collect::<Vec<_>>()
        });
    });
    group.bench_function("mention", |b| {
        b.iter_with_large_drop(|| mention::extract(black_box(&read), None, &settings.aliases))
    });
    let mentions = mention::extract(&read, None, &settings.aliases);
    group.bench_function("claim", |b| {
        b.iter_batched(
            || (document(), mentions.clone()),
            |(document, mentions)| Ledger::new(document, mentions),
            BatchSize::LargeInput,
        );
    });
    let ledgers = [Ledger::new(read, mentions)];
    group.bench_function("story", |b| b.iter(|| Stories::of(black_box(&ledgers))));
    let stories = Stories::of(&ledgers);
    group.bench_function("align", |b| b.iter_with_large_drop(|| align(black_box(&ledgers), &stories)));
    let alignment = align(&ledgers, &stories);
    let context =
        Context { ledgers: &ledgers, stories: &stories, alignment: &alignment, settings: &settings, mode: Mode::Peers };
    group.bench_function("rules", |b| {
        b.iter_with_large_drop(|| {
            let mut outcome = Outcome::default();
            RULES.iter().for_each(|rule| (rule.check)(black_box(&context), &mut outcome));
            outcome
        })
    });
    group.finish();
}

criterion_group!(benches, phases);
criterion_main!(benches);
