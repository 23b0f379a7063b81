//! The ways out of a finding that an editor can walk by itself: words of the file to replace, or to put in. Each keeps
//! to what the finding shows, and none is offered that could be taken for markup.

use super::Report;
use super::visible::visible;
use crate::claim::Ledger;
use crate::document::{Document, Format};
use crate::mention::Mention;
use crate::rules::{Edit, Finding, FindingVerdict, Label, LabelRole, Puts};
use crate::text::{Place, Span};
use crate::value::Value;

/// More words than these are no value to take over.
const FEW: usize = 60;

/// One change of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What it does, as a menu shows it.
    pub title: String,
    pub document: usize,
    /// What is replaced, in the text of `Document::bytes`; empty where words are only put in.
    pub place: Place,
    pub text: String,
}

/// What can be done of the ways out, in their order.
pub fn ways(report: &Report, finding: &Finding) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for help in &finding.help {
        let way = match &help.edit {
            Some(edit) => put(report, edit),
            None => help.mends.and_then(|side| take_over(report, finding, side)),
        };
        ways.extend(way.filter(|way| !ways.contains(way)));
    }
    ways
}

fn put(report: &Report, Edit { at, puts }: &Edit) -> Option<Way> {
    let ledger = report.ledgers.get(at.document)?;
    match puts {
        Puts::Words(words) => replace(&ledger.document, at.document, at.span, words, None),
        Puts::Members(members) => add(ledger, at, members),
    }
}

/// The other side's value in place of this one's, where each side is one short value of the same kind.
fn take_over(report: &Report, finding: &Finding, side: LabelRole) -> Option<Way> {
    let [first, second, rest @ ..] = finding.labels.as_slice() else { return None };
    // With more places than two it is not told which of them is meant.
    if finding.verdict != FindingVerdict::Conflict || rest.iter().any(|label| label.document != second.document) {
        return None;
    }
    let (here, there) = match side {
        LabelRole::Primary => (first, second),
        LabelRole::Related => (second, first),
    };
    let (mine, theirs) = (report.ledgers.get(here.document)?, report.ledgers.get(there.document)?);
    let (own, other) = match (value_in(mine, here.span), value_in(theirs, there.span)) {
        (Some(own), Some(other)) if kind(own) == kind(other) => (own.span, other.span),
        (None, None) => (here.span, there.span),
        _ => return None,
    };
    let place = theirs.document.position(theirs.document.place(other));
    let whence = format!("{}:{}", theirs.document.path, place.line);
    replace(&mine.document, here.document, own, &theirs.document.printed(other), Some(&whence))
}

/// The only value of the words at `span`.
fn value_in(ledger: &Ledger, span: Span) -> Option<&Mention> {
    let from = ledger.mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = ledger.mentions.iter().skip(from).take_while(|mention| mention.span.start < span.end);
    let is_value = |m: &&Mention| matches!(m.value, Value::Time(_) | Value::Amount(_) | Value::Version(_));
    let mut values = inside.filter(|mention| span.contains(mention.span)).filter(is_value);
    values.next().filter(|_| values.next().is_none())
}

fn kind(mention: &Mention) -> std::mem::Discriminant<Value> {
    std::mem::discriminant(&mention.value)
}

fn replace(document: &Document, index: usize, span: Span, words: &str, whence: Option<&str>) -> Option<Way> {
    let place = document.place(span);
    let written = document.source_text(place);
    let is_short = |text: &str| !text.is_empty() && text.chars().count() <= FEW && is_plain(text);
    if !is_editable(document) || written == words || !is_short(words) || !is_short(written) {
        return None;
    }
    let is_capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let mut letters = words.chars();
    let text = match letters.next() {
        // At the head of a sentence.
        Some(first) if whence.is_none() && is_capital(written) => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    };
    let whence = whence.map_or_else(String::new, |whence| format!(", as in {}", visible(whence)));
    Some(Way { title: format!("Write “{text}” for “{written}”{whence}"), document: index, place, text })
}

/// Puts members before the last one of the list, with what stands between members there.
fn add(ledger: &Ledger, at: &Label, members: &[String]) -> Option<Way> {
    let document = &ledger.document;
    let list = ledger.mentions.iter().find_map(|mention| match &mention.value {
        Value::List(list) if at.span.contains(mention.span) => Some(list),
        _ => None,
    })?;
    let [.., before, last] = list.members.as_slice() else { return None };
    let (end, start) = (document.place(before.span).end, document.place(last.span).start);
    let between = document.source_text(Place { start: end, end: start });
    let fit = is_editable(document) && members.iter().all(|member| is_plain(member) && !member.contains('\n'));
    if !fit || members.is_empty() {
        return None;
    }
    let text: String = if between.contains('\n') {
        // One a line: the new ones stand on lines of their own, behind the same marks.
        members.iter().map(|member| format!("{between}{member}")).collect()
    } else {
        members.iter().map(|member| format!(", {member}")).collect()
    };
    let shown: Vec<String> = members.iter().map(|member| format!("“{member}”")).collect();
    let title = format!("Add {} to the list", shown.join(", "));
    Some(Way { title, document: at.document, place: Place { start: end, end }, text })
}

/// Does an editor show the text as it was read here?
pub fn is_editable(document: &Document) -> bool {
    matches!(document.format, Format::Text | Format::Markdown | Format::MediaWiki | Format::Html)
}

/// Words that mean themselves in every format, and nothing to an editor's menu.
fn is_plain(words: &str) -> bool {
    !words.contains(['<', '>', '[', ']', '{', '}', '|', '\\', '`', '*', '&', '"', '#']) && visible(words) == words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;
    use crate::rules::Settings;

    /// The titles and the changed texts of all ways out of what is found in these.
    fn told(documents: &[(&str, &str)]) -> Vec<(String, String)> {
        let read = |(name, text): &(&str, &str)| Document::open(name, Role::Peer, text.as_bytes().to_vec()).unwrap();
        let report = crate::check(documents.iter().map(read).collect(), &Settings::default());
        let ways = report.findings.iter().flat_map(|finding| ways(&report, finding));
        let changed = |way: Way| {
            let mut text = String::from_utf8(report.ledgers[way.document].document.bytes.clone()).unwrap();
            text.replace_range(way.place.start..way.place.end, &way.text);
            (way.title, text)
        };
        ways.map(changed).collect()
    }

    #[test]
    fn each_side_may_take_over_the_other() {
        let told = told(&[
            ("a.txt", "The fishing treaty between Norland and Sundia was signed in Bern on 12 May 2014."),
            ("b.md", "The fishing treaty of Norland and Sundia, signed in Bern on **21 May 2014**, ended a dispute."),
        ]);
        let titles: Vec<&str> = told.iter().map(|(title, _)| title.as_str()).collect();
        assert_eq!(
            titles,
            [
                "Write “12 May 2014” for “21 May 2014”, as in a.txt:1",
                "Write “21 May 2014” for “12 May 2014”, as in b.md:1",
            ]
        );
        assert!(told[0].1.contains("in Bern on **12 May 2014**, ended"), "{}", told[0].1);
        assert!(told[1].1.ends_with("in Bern on 21 May 2014."), "{}", told[1].1);
    }

    #[test]
    fn a_member_goes_before_the_last_one_or_on_a_line_of_its_own() {
        let whole = "The four winners of the prize are Ada Byron, Bea Cole, Cleo Drake and Dora Finch.";
        let short = told(&[("a.md", "The prize went to Ada Byron, Bea Cole and Dora Finch."), ("b.md", whole)]);
        assert_eq!(short.len(), 1, "{short:?}");
        assert_eq!(short[0].0, "Add “Cleo Drake” to the list");
        assert!(short[0].1.contains("Ada Byron, Bea Cole, Cleo Drake and Dora Finch"), "{}", short[0].1);
        let lines = "The prize went to:\n\n- Ada Byron\n- Bea Cole\n- Dora Finch\n";
        for (_, text) in told(&[("a.md", lines), ("b.md", whole)]).iter().filter(|(title, _)| title.starts_with("Add"))
        {
            assert!(text.contains("- Bea Cole\n- Cleo Drake\n- Dora Finch"), "{text}");
        }
    }

    #[test]
    fn what_is_capital_stays_so_and_data_is_left_alone() {
        let slip = told(&[("a.txt", "Throughout the 2010s and 202s it rained.")]);
        assert_eq!(slip[0].1, "Throughout the 2010s and 2020s it rained.");
        assert!(told(&[("a.json", "{\"opened\": \"Throughout the 2010s and 202s it rained.\"}")]).is_empty());
    }

    #[test]
    fn words_that_could_be_markup_are_not_taken_over() {
        assert!(is_plain("12 May 2014") && is_plain("São Tomé’s 3.5 %"));
        for words in ["a](command:x)", "<b>", "`x`", "a|b", "{{x}}", "&lt;", "a\u{202e}b", "a\nb", "# a"] {
            assert!(!is_plain(words), "{words:?}");
        }
    }
}
