//! # name/spelling-drift
//!
//! ## What it reports
//!
//! A name that is spelt one way here and another way there: one letter changed, lost,
//! gained or swapped, in the same document. Across documents, full names of people and of
//! bodies: "Academy of Science" here, "Academy of Sciences" there; a letter doubled or lost in a
//! surname ("Keller", "Keler") where the given name is written in one way or the person is the
//! same by what he or she is called or says. Across documents too, any rare capitalised word that
//! the one has and the other lacks, against one of the other that is a letter apart (two in long words): where the
//! same word stands beside both, or rare words near both, and more than one document writes it the other way.
//!
//! ## Why
//!
//! A misspelt name is the slip readers write in about, and no spelling checker knows
//! which of two names is meant. The text itself does: it spells it the other way elsewhere.
//!
//! ## Example
//!
//! ```text
//! Ada Kestrel built the dam. Later Kestral left.
//! ```
//!
//! ## What it leaves alone
//!
//! Two people with their own given names ("Ada Johnson", "Max Johnston"), given names
//! of other people ("Maria", "Mario"), plurals and adjectives ("Java", "Javan"), the plural of
//! what there are many of ("Harbour Award", "Harbour Awards"; of an office, a law or a firm there is
//! one), names that differ as names do ("GoLand", "Golang"), two names or words that many know
//! ("Hindi", "Hindu"), handles and pieces of code, common words, countries, other transliterations of a place or person in another document
//! ("Kadaffi") and what documents write in two ways without one of them being the odd one, letters that another
//! keyboard has ("Müller", "Mueller"), names that the project declares to be one or never to be (`[aliases]`), and
//! entries of tables ("Barra", "Barry") without a name in common beside them, entries of a list, and
//! words that only open sentences.
//!
//! ## How to silence
//!
//! Spell the name one way, or allow `name/spelling-drift` where two names are meant.

use super::names_across::{Across, drifts_across};
use super::names_apart::{Drift, drifts, drifts_beyond};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{Addend, Blocks, Named};
use crate::claim::{Ledger, is_past_path};
use crate::compare::naming::Naming;
use crate::compare::spelt::{
    are_both_known, is_built_otherwise, is_other_ending, is_plural_of_other, is_same_letters, parts,
};
use crate::document::{BlockKind, Document, Role};
use crate::lexicon::en::countries;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::forms::irregular;
use crate::lexicon::en::given_forms::one_name;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::known_names::is_known_name;
use crate::lexicon::en::names::{NAMING, NO_NAMES, PARTICLES, TITLES};
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::text::{Span, StableHash};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    id: "name/spelling-drift",
    severity: Severity::Warning,
    summary: "one name is spelt in two ways",
    source: include_str!("name_spelling_drift.rs"),
    yields_to: &["name/both-sides", "name/conflict"],
    check,
};

/// Shorter names differ by a letter too easily.
const LEAST_LETTERS: usize = 5;
/// A form is rare beside another that stands so many times as often.
const RARER: usize = 3;
/// Within so many tokens two forms stand beside each other.
const BESIDE: usize = 6;
/// A form that stands so many times is no slip of the pen.
const ESTABLISHED: usize = 3;
/// More forms than this that are the same without one letter are not held against each other, and the report says so.
const CROWD: usize = 40;

/// One spelling in one document.
#[derive(Debug, Default)]
struct Form {
    spans: Vec<Span>,
    /// The capitalised words right before it and right after it, as tokens.
    before: Vec<usize>,
    after: Vec<usize>,
    /// Stands somewhere without a capitalised word before it.
    bare: bool,
    /// Stands in running text, not only in the cells of tables.
    in_text: bool,
    /// Stands inside a sentence, where only a name has a capital.
    inside: bool,
    /// Opens a sentence.
    opens: bool,
    /// Each place opens an item of a list.
    heads_items: bool,
    /// An initial, or a name behind a hyphen, stands beside it somewhere.
    has_initial: bool,
}

/// A rare form, the first places of those that it is held against, and why.
type Told = (Span, Vec<(usize, Span)>, Vec<Addend>);

/// A slip of one document, and where others have the same.
struct Slip {
    first: (usize, Span),
    often: Vec<(usize, Span)>,
    why: Vec<Addend>,
    again: Vec<(usize, Span)>,
}

/// What stands in many documents, a text that was copied, is told once with the places.
#[derive(Default)]
struct Slips {
    all: Vec<Slip>,
    by_words: BTreeMap<(String, String), usize>,
}

impl Slips {
    fn add(&mut self, context: &Context, first: (usize, Span), often: Vec<(usize, Span)>, why: Vec<Addend>) {
        let words = (first, often.first().copied().unwrap_or_default());
        let words = (spelt(context, words.0).to_lowercase(), spelt(context, words.1).to_lowercase());
        let fresh = self.all.len();
        match self.by_words.entry(words).or_insert(fresh) {
            known if *known == fresh => self.all.push(Slip { first, often, why, again: Vec::new() }),
            known => {
                if let Some(slip) = self.all.get_mut(*known) {
                    slip.again.push(first);
                }
            }
        }
    }
}

/// Three forms or more that differ in one and the same letter are a family of names ("TideAc", "TideBc", "TideCc"), and
/// none of them is a slip: those that stand in it.
fn families<'a>(pairs: &[(&'a str, &'a str)]) -> BTreeSet<&'a str> {
    const FEWEST: usize = 3;
    let mut by_frame: BTreeMap<String, BTreeSet<&'a str>> = BTreeMap::new();
    for (a, b) in pairs {
        let mut apart = a.chars().zip(b.chars()).enumerate().filter(|(_, (x, y))| x != y).map(|(at, _)| at);
        if let (Some(letters), None, true) = (apart.next(), apart.next(), a.len() == b.len()) {
            let frame: String = a.chars().enumerate().map(|(i, c)| if i == letters { '*' } else { c }).collect();
            by_frame.entry(frame).or_default().extend([*a, *b]);
        }
    }
    by_frame.into_values().filter(|family| family.len() >= FEWEST).flatten().collect()
}

fn check(context: &Context, outcome: &mut Outcome) {
    let readable = |l: &Ledger| l.document.foreign().is_none();
    let own_forms = |l| if readable(l) { forms(&l.document) } else { BTreeMap::new() };
    let forms: Vec<BTreeMap<String, Form>> = context.ledgers.iter().map(own_forms).collect();
    // What a source does with its own names is not the draft's business.
    let checked = |index: usize| context.document(index).is_some_and(|d| d.role != Role::Source);
    let mut slips = Slips::default();
    for (index, own) in forms.iter().enumerate().filter(|(i, _)| checked(*i)) {
        // One slip beside several forms of the name is told once.
        let mut told: Vec<Told> = Vec::new();
        let (in_small, in_parts) = (OnceCell::new(), OnceCell::new());
        let pairs = pairs(own, &mut outcome.blocks);
        let families = families(&pairs);
        for (rare, often) in pairs.iter().copied().filter(|(rare, _)| !families.contains(rare)) {
            if let (Some(r), Some(f)) = (own.get(rare), own.get(often))
                && context.settings.aliases.one(rare, often).is_none()
                && !side_by_side(context.document(index), r, f)
                && !introduced(context.document(index), r)
                && !built_otherwise(context.document(index), r, f)
                && let Some(document) = context.document(index)
                && let Some(reasons) = drift(document, (rare, r), (often, f))
                && !in_small.get_or_init(|| own_words(document)).contains(&document.form_of(rare))
                && !in_parts.get_or_init(|| parts_of_code(document)).contains(rare)
                // Last, for it reads the whole text.
                && !is_in_an_address(document, rare)
            {
                match told.last_mut().filter(|(span, ..)| *span == first(r)) {
                    Some((_, others, _)) => others.push((index, first(f))),
                    None => told.push((first(r), vec![(index, first(f))], reasons)),
                }
            }
        }
        for (rare, others, reasons) in told {
            slips.add(context, (index, rare), others, reasons);
        }
    }
    for slip in slips.all {
        let again = slip.again.iter().map(|at| Label::related(at.0, at.1, format!("spelt “{}”", spelt(context, *at))));
        outcome.report(finding(context, slip.first, &slip.often, slip.why).labels(again));
    }
    let drifts = drifts(context, &mut outcome.blocks);
    outcome.findings.extend(drifts.iter().map(|drift| apart(context, drift)));
    for Across { rare, often, why } in drifts_across(context, &mut outcome.blocks) {
        let Some((first, rest)) = rare.split_first().filter(|(at, _)| !outcome.has_told(at.0, at.1)) else { continue };
        let words = |at: &(usize, Span)| context.document(at.0).map_or("", |d| d.slice_lower(at.1));
        if often.first().is_some_and(|other| context.settings.aliases.one(words(first), words(other)).is_some()) {
            continue;
        }
        let rest = rest.iter().map(|at| Label::related(at.0, at.1, format!("spelt “{}”", spelt(context, *at))));
        outcome.report(finding(context, *first, &often, why).labels(rest));
    }
    // One person, as other things than the name tell.
    for one in &context.alignment.persons.pairs {
        let Some((a, b)) = context.alignment.persons.of(one).map(|(x, y)| (x.place(), y.place())) else { continue };
        let told = [a, b].iter().all(|(document, span)| outcome.has_told(*document, *span));
        let words = |(document, span)| context.document(document).map_or("", |d| d.slice_lower(span));
        let slip = (one.given, one.surname) == (Naming::Same, Naming::Slip);
        let slip = slip && !context.alignment.persons.of(one).is_some_and(|(x, y)| are_words(x, y));
        if slip && !told && context.settings.aliases.one(words(a), words(b)).is_none() {
            let why = one.evidence.addends.clone();
            outcome.report(finding(context, a, &[b], why));
        }
    }
}

/// A name of several words is one name in documents that tell of different things too.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    let drifts = drifts_beyond(context, &mut outcome.blocks);
    outcome.findings.extend(drifts.iter().map(|drift| apart(context, drift)));
}

fn apart(context: &Context, drift: &Drift) -> Finding {
    let why = vec![
        Addend { weight: 3.0, reason: "the names are one letter apart".to_owned() },
        Addend { weight: 3.0, reason: format!("their other words are the same: “{}”", drift.shared) },
    ];
    finding(context, drift.rare, &drift.often, why)
}

/// "Public Licence" and "Public Licences" look like people, and are words like others.
fn are_words(a: &Named, b: &Named) -> bool {
    [a, b].iter().all(|one| is_common(&one.person.surname) && !is_known_name(&one.person.surname))
}

/// "(in the older translation he is named Kestrelt)", "also known as “Kestrelt”": the text itself gives the other name.
fn introduced(document: Option<&Document>, form: &Form) -> bool {
    const BEFORE: usize = 4;
    let Some(document) = document else { return false };
    let before = |s: &Span| {
        let at = document.token_at(s.start);
        let from = document.sentence_tokens(document.sentence_at(s.start)).start.max(at.saturating_sub(BEFORE));
        (from..at).any(|i| NAMING.contains(document.word(i)) || matches!(document.word(i), "rename" | "typo" | "typos"))
    };
    form.spans.iter().any(before)
}

/// "Kestrelt" where the text has "www.kestrelt.example": who has an address of that name is called so.
fn is_in_an_address(document: &Document, rare: &str) -> bool {
    let text = document.lower.as_str();
    text.match_indices(rare).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let behind = text.get(at.saturating_add(rare.len())..).unwrap_or_default();
        let ends = behind.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
        ends && (before.ends_with("www.") || before.ends_with("://"))
    })
}

/// "Tidepool" at the start of a sentence, where the text has `tidepool` again and again: its word forms of small letters.
fn own_words(document: &Document) -> BTreeSet<Option<usize>> {
    // How often a form stands, and how often in small letters.
    let mut times: Vec<(usize, usize)> = document.per_form(|_| (0, 0));
    for (index, token) in document.tokens.iter().enumerate() {
        if let Some((all, small)) = document.form(index).and_then(|form| times.get_mut(form)) {
            *all += 1;
            *small += usize::from(!token.capital);
        }
    }
    let is_own = |(all, small): (usize, usize)| all >= ESTABLISHED && small > 0;
    times.into_iter().enumerate().filter(|(_, times)| is_own(*times)).map(|(form, _)| Some(form)).collect()
}

/// "Tidko" where the text also has "TidkoRadio": the first parts of its names of code.
fn parts_of_code(document: &Document) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in document.tokens.iter().filter(|t| t.is_word() && t.capital) {
        let parts = parts(document.slice(token.span));
        if let [first, _, ..] = parts.as_slice()
            && first.chars().count() >= LEAST_LETTERS
        {
            found.insert(first.to_lowercase());
        }
    }
    found
}

/// "GoLand" and "Golang": the text's capitals tell the two apart.
fn built_otherwise(document: Option<&Document>, a: &Form, b: &Form) -> bool {
    document.is_some_and(|d| is_built_otherwise(d.slice(first(a)), d.slice(first(b))))
}

/// "N. Lorn" and "F. Lorne": each place has an initial, and no two the same.
fn have_other_initials(document: &Document, a: &Form, b: &Form) -> bool {
    let initial = |span: &Span| {
        let at = document.token_at(span.start);
        let letter = at.checked_sub(2).filter(|_| document.word(at - 1) == ".").and_then(|i| document.token(i))?;
        (letter.span.len() == 1 && letter.capital).then(|| document.slice(letter.span))
    };
    let of =
        |form: &Form| form.spans.iter().map(initial).collect::<Option<BTreeSet<&str>>>().filter(|all| !all.is_empty());
    of(a).zip(of(b)).is_some_and(|(a, b)| a.is_disjoint(&b))
}

/// Where a form stands first.
fn first(form: &Form) -> Span {
    form.spans.first().copied().unwrap_or_default()
}

/// Does the text print both right beside each other? Then it tells them apart, or names the variants.
fn side_by_side(document: Option<&Document>, a: &Form, b: &Form) -> bool {
    let tokens = |form: &Form| -> Vec<usize> {
        let of = |s: &Span| document.map(|d| d.token_at(s.start));
        form.spans.iter().filter_map(of).collect()
    };
    // In order: the nearest of the other's is the next behind or the last before.
    let other = tokens(b);
    let near = |x: &usize| {
        let next = other.partition_point(|y| y < x);
        [next.checked_sub(1), Some(next)]
            .into_iter()
            .flatten()
            .filter_map(|i| other.get(i))
            .any(|y| x.abs_diff(*y) <= BESIDE)
    };
    tokens(a).iter().any(near)
}

/// The capitalised words of a document that could be names, in lower case.
fn forms(document: &Document) -> BTreeMap<String, Form> {
    let mut found: Vec<(String, Form)> = Vec::new();
    // By word form the place of its spelling among those found, once one of its tokens was.
    let mut places: Vec<Option<usize>> = document.per_form(|_| None);
    let mut by_spelling: BTreeMap<String, usize> = BTreeMap::new();
    let is_long = document.per_form(|word| {
        word.chars().count() >= LEAST_LETTERS && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
    });
    // Each entry of a list of changes is somebody's word of another day, and stays as it was written.
    let is_past = is_past_path(&document.path);
    for sentence in 0..document.sentences.len() {
        let tokens = document.sentence_tokens(sentence);
        let kind = document.block_of(sentence).map(|b| b.kind);
        let is_item = kind == Some(BlockKind::ListItem);
        if is_past && is_item {
            continue;
        }
        let in_text = kind.is_some_and(|kind| kind != BlockKind::Cell);
        for at in tokens.clone() {
            let Some(token) = document.token(at).filter(|t| t.is_word() && t.capital) else { continue };
            let Some(of) = document.form(at).filter(|form| is_long.get(*form) == Some(&true)) else { continue };
            let word = document.slice(token.span);
            if is_identifier(document, token.span) || word.chars().skip(1).all(char::is_uppercase) {
                continue;
            }
            // "Moe & Lien", "Moe de Lien": what joins two parts of a name stands between them.
            let joins = |i: &usize| {
                let word = document.word(*i);
                word == "&" || PARTICLES.contains(word) && !matches!(word, "of" | "the" | "and" | "for")
            };
            let beside = |i: Option<usize>| {
                let neighbour =
                    i.filter(|i| tokens.contains(i) && document.token(*i).is_some_and(|t| t.is_word() && t.capital))?;
                let word = document.word(neighbour);
                let named = !TITLES.contains(word) && !NO_NAMES.contains(word) && !STOP_WORDS.contains(word);
                (named && word.len() > 1).then_some(neighbour)
            };
            let place = places.get(of).copied().flatten().unwrap_or_else(|| {
                let spelt = word.to_lowercase().replace('’', "'");
                *by_spelling.entry(spelt).or_insert_with_key(|spelt| {
                    found.push((spelt.clone(), Form { heads_items: true, ..Form::default() }));
                    found.len() - 1
                })
            });
            if let Some(known) = places.get_mut(of) {
                *known = Some(place);
            }
            let Some((_, form)) = found.get_mut(place) else { continue };
            form.spans.push(token.span);
            form.has_initial |= has_initial(document, &tokens, at);
            form.in_text |= in_text;
            form.inside |= at != tokens.start;
            form.opens |= at == tokens.start;
            form.heads_items &= is_item && at <= tokens.start + 1;
            let before =
                beside(at.checked_sub(1).filter(|i| !joins(i)).or_else(|| at.checked_sub(2)).filter(|_| at > 0));
            form.bare |= before.is_none();
            form.before.extend(before);
            form.after.extend(beside(Some(if joins(&(at + 1)) { at + 2 } else { at + 1 })));
        }
    }
    let is_name = |(word, form): &(String, Form)| {
        let first = form.spans.first().map_or(0, |s| document.token_at(s.start));
        !NO_NAMES.contains(word.as_str())
            && !STOP_WORDS.contains(word.as_str())
            && countries::find(document, first).is_none()
    };
    found.into_iter().filter(is_name).collect()
}

/// "Ada K. Lorn", "Lorn K", "Lorn-Ketter": the place has more of the name than its neighbours tell.
fn has_initial(document: &Document, sentence: &std::ops::Range<usize>, at: usize) -> bool {
    let within = |i: usize| document.token(i).filter(|t| sentence.contains(&i) && t.is_word() && t.capital);
    let initial = |i: usize| within(i).is_some_and(|t| t.span.len() == 1 && document.slice(t.span) != "I");
    let hyphen = document.word(at + 1) == "-" && document.joined(at + 1) && document.joined(at + 2);
    let before = at.checked_sub(1).is_some_and(initial)
        || at.checked_sub(2).is_some_and(|i| initial(i) && document.word(i + 1) == ".");
    before || initial(at + 1) || hyphen && within(at + 2).is_some()
}

/// "@kestrel", "lib/Kestrel", "Kestrel.run", "Kestrel_2", "bird=Kestrel": a handle, a path, a piece of code.
fn is_identifier(document: &Document, span: Span) -> bool {
    let before = document.text.get(..span.start as usize).and_then(|t| t.chars().next_back());
    let mut behind = document.text.get(span.end as usize..).unwrap_or_default().chars();
    let (next, second) = (behind.next(), behind.next());
    let rest = document.text.get(span.end as usize..).unwrap_or_default();
    let address = document.text.get(..span.start as usize).and_then(|t| t.rsplit(char::is_whitespace).next());
    before.is_some_and(|c| matches!(c, '@' | '#' | '_' | '/' | '\\' | '$' | '='))
        || before == Some('.') && address.is_some_and(|text| text.contains('@'))
        || next == Some('.') && second.is_some_and(|c| !c.is_whitespace()) && rest.split(char::is_whitespace).next().is_some_and(|text| text.contains('@'))
        || next.is_some_and(|c| matches!(c, '_' | '/' | '\\' | '@' | '('))
        // A capital behind the mark is a sentence that lost its space.
        || next == Some('.') && second.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
}

/// Pairs of forms one letter apart (changed, lost, gained or swapped), the rarer one first. Forms meet under
/// what is left of them without one letter, so that the cost is the text's.
fn pairs<'a>(forms: &'a BTreeMap<String, Form>, blocks: &mut Blocks) -> Vec<(&'a str, &'a str)> {
    let mut under: Vec<(u64, &'a str)> = Vec::new();
    for word in forms.keys() {
        let hash = |text: &str| StableHash::default().write(text.as_bytes());
        let first = under.len();
        under.push((hash(word).value(), word));
        // The first letter stays.
        for (at, letter) in word.char_indices().skip(1) {
            let (head, tail) = word.split_at_checked(at).unwrap_or_default();
            let tail = tail.get(letter.len_utf8()..).unwrap_or_default();
            let key = hash(head).write(tail.as_bytes()).value();
            // Of two letters that are the same either may go.
            if under.iter().skip(first).all(|(known, _)| *known != key) {
                under.push((key, word));
            }
        }
    }
    under.sort_unstable();
    let mut found = Vec::new();
    for block in under.chunk_by(|x, y| x.0 == y.0) {
        if block.len() > CROWD {
            blocks.passed_over += 1;
            continue;
        }
        for (i, (_, a)) in block.iter().enumerate() {
            for (_, b) in block.iter().skip(i + 1) {
                let count = |w: &str| forms.get(w).map_or(0, |f| f.spans.len());
                if strsim::osa_distance(a, b) == 1 {
                    found.push(if count(a) <= count(b) { (*a, *b) } else { (*b, *a) });
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Is the rare form a slip for the other? Why.
fn drift(document: &Document, (rare, r): (&str, &Form), (often, f): (&str, &Form)) -> Option<Vec<Addend>> {
    let words = |tokens: &[usize]| -> Vec<String> {
        // By form, for a name may stand beside it a thousand times.
        let mut seen = BTreeSet::new();
        let fresh = tokens.iter().filter(|i| seen.insert(document.form(**i)));
        fresh.map(|i| document.written(*i).to_lowercase()).collect()
    };
    let shared = |a: &[usize], b: &[usize]| {
        let others = if a.is_empty() { Vec::new() } else { words(b) };
        words(a).into_iter().find(|x| others.contains(x))
    };
    if have_other_initials(document, r, f) {
        return None;
    }
    let given = shared(&r.before, &f.before);
    let surname = shared(&r.after, &f.after);
    let (rare_count, often_count) = (r.spans.len(), f.spans.len());
    let same_neighbour = given.as_ref().or(surname.as_ref());
    let prefix = often.starts_with(rare) || rare.starts_with(often);
    let other_word = is_common(often) && (is_common(rare) || !r.after.is_empty());
    // "Rewrote" and "Rewrite"
    let is_past = |a: &str, b: &str| irregular(a).any(|(_, base)| base == b);
    let other_form = is_past(rare, often)
        || is_past(often, rare)
        || is_plural_of_other(rare, often)
        || is_same_letters(rare, often)
        || is_other_ending(rare, often);
    if other_word || other_form || ((prefix || is_common(rare)) && given.is_none()) {
        return None;
    }
    // Two names that the world knows, or that the text uses as such again and again.
    if same_neighbour.is_none() && (are_both_known(rare, often) || rare_count >= ESTABLISHED) {
        return None;
    }
    // Its own given name, or its own surname: somebody else.
    let of_changes = is_past_path(&document.path);
    let introduced_first =
        !of_changes && f.before.is_empty() && r.spans.first() < f.spans.first() && !is_given_name(often);
    if same_neighbour.is_none() && ((!r.before.is_empty() && !introduced_first) || !r.after.is_empty() || r.has_initial)
    {
        return None;
    }
    // "Deserializes a value" beside a "Deserializer": a verb that opens its sentences.
    if !r.inside && rare.strip_suffix('s').is_some_and(|verb| often.starts_with(verb)) {
        return None;
    }
    // A word that only ever opens sentences is no name there.
    if same_neighbour.is_none() && !f.inside && !r.opens {
        return None;
    }
    // The entries of a list are others than each other, and one name in two forms is two.
    if r.heads_items && f.heads_items || same_neighbour.is_none() && one_name(rare, often) {
        return None;
    }
    // Tables list things that have nothing to do with each other.
    if same_neighbour.is_none() && !(r.in_text && f.in_text) {
        return None;
    }
    let rarer = rare_count * RARER <= often_count || (rare_count == 1 && often_count >= 2);
    if !rarer && (given.is_none() || rare_count != 1) {
        return None;
    }
    let mut reasons =
        vec![Addend { weight: 3.0, reason: format!("“{rare}” and “{often}” are one letter apart") }];
    if let Some(name) = same_neighbour {
        reasons.push(Addend { weight: 3.0, reason: format!("both stand beside “{name}”") });
    }
    if rarer {
        reasons.push(Addend { weight: 2.0, reason: format!("{often_count} times the one, {rare_count} the other") });
    }
    Some(reasons)
}

/// As it is written there.
fn spelt<'a>(context: &Context<'a>, at: (usize, Span)) -> &'a str {
    context.document(at.0).map_or("", |d| d.slice(at.1))
}

fn finding(context: &Context, rare: (usize, Span), often: &[(usize, Span)], why: Vec<Addend>) -> Finding {
    let (r, f) = (spelt(context, rare), often.first().map_or("", |at| spelt(context, *at)));
    let others = often.iter().map(|at| Label::related(at.0, at.1, format!("spelt “{}”", spelt(context, *at))));
    Finding::new(&RULE, FindingVerdict::Conflict, format!("“{r}” and “{f}” look like two spellings of one name"))
        .label(Label::primary(rare.0, rare.1, format!("spelt “{r}”")))
        .labels(others)
        .evidence(why)
        .help_here(format!("spell it “{f}” in both places"))
        .help_there(format!("spell it “{r}” in both places"))
}
