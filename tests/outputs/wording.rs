//! Quotations that differ, word by word on the page: in the findings, in what is silenced, and among a draft's claims.

use super::marks::entries;
use super::support::Folder;

pub const DRAFT: &str = "# Dam\n\n“We will never build a dam of this height without asking the people of the valley,” said Ada Roth.\n\n\
The lake is 40 metres deep.\n";
pub const SOURCE: &str = "“We will always build a dam of this height after asking the people of the valley,” said Ada Roth.\n\n\
The lake is 40 metres deep.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT).write("source.md", SOURCE);
    folder
}

fn page(folder: &Folder, paths: &[&str]) -> String {
    let options = ["--format", "html", "--show", "findings,claims"];
    folder.run(&[&["check"], paths, &options].concat()).out
}

/// The text of an entry's diff, with what only one side has in brackets: `[source's-]`, `{draft's+}`. What is told to
/// those who do not see the marks is left out.
fn diff(entry: &str) -> Option<String> {
    let (_, wording) = entry.split_once("<p class=\"wording\">")?;
    let mut text = wording.split("</p>").next()?.to_owned();
    while let Some(start) = text.find("<span class=\"unseen\">") {
        let end = start + text.get(start..)?.find("</span>")? + "</span>".len();
        text.replace_range(start..end, "");
    }
    let marks = [("<del>", "["), ("</del>", "-]"), ("<ins>", "{"), ("</ins>", "+}")];
    Some(marks.iter().fold(text, |text, (from, to)| text.replace(from, to)))
}

const WANTED: &str =
    "“We will [always-] {never+} build a dam of this height [after-] {without+} asking the people of the valley”";

#[test]
fn a_finding_and_a_claim_show_how_the_quotation_differs() {
    let page = page(&folder(), &["draft.md", "--against", "source.md"]);
    for part in ["findings", "claims"] {
        let diffs: Vec<String> = entries(&page, part).into_iter().filter_map(diff).collect();
        assert!(diffs.contains(&WANTED.to_owned()), "{part}: {diffs:?}");
        // What does not stand in a quotation has none.
        let others = entries(&page, part).into_iter().filter(|entry| entry.contains("<q>40 metres</q>"));
        assert!(others.filter_map(diff).next().is_none());
    }
    // Who sees neither colours nor lines is told.
    let told = "<del><span class=\"unseen\">only in source.md: </span>always<span class=\"unseen\">, </span></del> \
                <ins><span class=\"unseen\">only in draft.md: </span>never<span class=\"unseen\">, </span></ins>";
    assert!(page.contains(told));
    assert!(page.contains("<del>struck through</del> only in source.md, <ins>underlined</ins> only in draft.md"));
    // Lines, not colours alone.
    assert!(page.contains("line-through") && page.contains("underline 2px"));
    // The words that the diff shows are not said again beside their places.
    assert!(!page.contains("reads “never”"));
}

#[test]
fn among_peers_the_first_is_the_one_that_is_struck_through_and_silenced_findings_show_it_too() {
    let folder = folder();
    let peers = page(&folder, &["draft.md", "source.md"]);
    let diffs: Vec<String> = entries(&peers, "findings").into_iter().filter_map(diff).collect();
    assert!(diffs.iter().any(|diff| diff.starts_with("“We will [never-] {always+} build")), "{diffs:?}");
    folder.write("crosscheck.toml", "[levels]\n\"quote/altered\" = \"off\"\n");
    let silenced = page(&folder, &["draft.md", "source.md"]);
    assert!(entries(&silenced, "silenced").into_iter().filter_map(diff).any(|diff| diff.contains("{always+}")));
    // The same words are no change.
    folder.write("crosscheck.toml", "").write("source.md", DRAFT);
    assert!(!page(&folder, &["draft.md", "source.md"]).contains("class=\"wording\""));
}

const SAID: &str = "“We will always build the dam with care, and for many years to come,” said Roth.\n";

/// How the findings of two peers show their quotations.
fn shown(one: &str, other: &str) -> Vec<String> {
    let folder = Folder::new();
    folder.write("a.md", one).write("b.md", other);
    entries(&page(&folder, &["a.md", "b.md"]), "findings").into_iter().filter_map(diff).collect()
}

#[test]
fn what_came_what_went_and_what_took_its_place() {
    for (from, to, want) in [
        (
            "will always",
            "will never",
            "“We will [always-] {never+} build the dam with care, and for many years to come”",
        ),
        ("will always", "will", "“We will [always-] build the dam with care, and for many years to come”"),
        (
            "with care",
            "with great care",
            "“We will always build the dam with {great+} care, and for many years to come”",
        ),
        ("to come", "to pay", "“We will always build the dam with care, and for many years to [come-] {pay+}”"),
    ] {
        assert_eq!(shown(SAID, &SAID.replace(from, to)), [want], "{to}");
    }
    // What copy may change freely is shown beside what it may not.
    let freely = SAID.replace("always", "never").replace("many years", "… years");
    let found = shown(SAID, &freely);
    assert_eq!(found, ["“We will [always-] {never+} build the dam with care, and for [many-] years to come”"]);
    // Outside of quotation marks there is none, however alike the sentences are.
    let plain = |day: &str| format!("The dam of Ulm was opened on {day} May 2014 by Ada Roth, who had planned it.\n");
    assert!(shown(&plain("3"), &plain("4")).is_empty());
}

#[test]
fn a_long_quotation_is_cut_around_what_differs() {
    let long = "and the river went on between the old houses of the town ".repeat(12);
    let text = |word: &str| format!("“We {word} build the dam with care {long}here,” said Roth.\n");
    let found = shown(&text("always"), &text("never"));
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.starts_with("“We [always-] {never+} build the dam with care and"), "{found}");
    assert!(found.ends_with(" …”") && found.chars().count() < 200, "{found}");
}

#[test]
fn hostile_words_in_a_quotation_are_words() {
    let folder = folder();
    for hostile in
        ["</del><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "\u{202e}evil", "{{ 7*7 }}"]
    {
        folder.write("draft.txt", DRAFT.replace("never build", &format!("never {hostile} build")));
        folder.write("source.txt", SOURCE);
        let page = page(&folder, &["draft.txt", "source.txt"]);
        assert_eq!(page.matches("<script").count(), 1, "{hostile}");
        assert!(!page.contains("<img") && !page.contains('\u{202e}'), "{hostile}");
        assert!(page.contains("class=\"wording\""), "{hostile}: no diff to hold");
    }
}
