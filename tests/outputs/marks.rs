//! The page of a draft against its source: marks that are kept, saved and accepted, both places on a phone, and no
//! violation that axe finds.

use super::support::Folder;
use super::support::browser::{browser, driven, temporary};
use std::fs;
use std::path::Path;

const DRAFT: &str = "# The bridge at Ulm Ferry\n\nThe bridge was opened on 31 June 2021 by Ada Roth.\n\n\
Some 41,000 people came to the opening of the bridge. The bridge is 300 metres long. On Sunday it was closed.\n\n\
Four towns paid for the bridge: Aarau, Brugg and Chur. A trip costs 45 euros.\n";
const SOURCE: &str = "# Ulm Ferry\n\nThe bridge is 300 metres long. It was opened on 30 June 2021 by Ada Roth.\n\n\
About 27,000 people came to the opening of the bridge that summer, and most of them walked.\n";
const PATHS: [&str; 3] = ["draft.md", "--against", "source.md"];

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT).write("source.md", SOURCE);
    folder
}

fn page(folder: &Folder) -> String {
    let run = folder.run(&[&["check"], &PATHS[..], &["--format", "html", "--show", "findings,claims"]].concat());
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    run.out
}

/// What stands between the tags of an entry.
pub fn entries<'a>(page: &'a str, part: &str) -> Vec<&'a str> {
    let opening = format!("data-part=\"{part}\"");
    let articles = page.split("<article class=\"item\"").skip(1);
    articles.filter_map(|article| article.split("</article>").next()).filter(|a| a.contains(&opening)).collect()
}

#[test]
fn findings_stand_in_the_order_of_their_levels() {
    let page = page(&folder());
    let levels: Vec<usize> = entries(&page, "findings")
        .iter()
        .map(|entry| ["error", "warning", "note"].iter().position(|l| entry.contains(&format!("data-level=\"{l}\""))))
        .map(Option::unwrap)
        .collect();
    assert!(levels.is_sorted() && levels.first() == Some(&0) && levels.last() == Some(&2), "{levels:?}");
}

#[test]
fn what_no_source_carries_is_shown_with_the_sentence_that_is_nearest() {
    let page = page(&folder());
    let unsupported = entries(&page, "findings").into_iter().find(|entry| entry.contains("none names 31 June"));
    let sentence = "It was opened on </span><q>30 June 2021</q><span class=\"around\"> by Ada Roth.</span>";
    assert!(unsupported.unwrap().contains(sentence), "{}", unsupported.unwrap());
    // Of a conflict both sides are told in few words.
    let conflict = entries(&page, "findings").into_iter().find(|entry| entry.contains("quantity&#x2f;conflict"));
    assert!(!conflict.unwrap().contains("class=\"around\""));
}

#[test]
fn claims_are_told_in_the_order_of_the_text_with_their_states() {
    let page = page(&folder());
    let claims = entries(&page, "claims");
    let told: Vec<(&str, &str)> = claims
        .iter()
        .map(|claim| {
            let after = |mark: &str| claim.split_once(mark).unwrap().1;
            let words = after("<q>").split("</q>").next().unwrap();
            (after("data-state=\"").split('"').next().unwrap(), words)
        })
        .collect();
    assert_eq!(told[..3], [("supported", "Ulm Ferry"), ("contradicted", "31 June 2021"), ("supported", "Ada Roth")]);
    assert_eq!(told.last(), Some(&("unsupported", "45 euros")));
    let supported = claims.iter().find(|claim| claim.contains("<q>300 metres</q>")).unwrap();
    assert_eq!(supported.matches("<q>300 metres</q>").count(), 2, "the source's words: {supported}");
    // Among peers there is no draft, and nothing to tick off.
    let peers = folder().run(&["check", "draft.md", "source.md", "--format", "html"]).out;
    assert!(entries(&peers, "claims").is_empty() && !peers.contains("value=\"claims\""));
}

#[test]
fn a_page_of_many_documents_lays_them_out_when_they_are_chosen() {
    let folder = Folder::new();
    for number in 0..1_000 {
        folder.write(
            &format!("p/{number}.txt"),
            format!("Town {number} has a lake. {}\n", if number == 7 { "It rose on June 31, 2020." } else { "" }),
        );
    }
    // What waits as text must not end where a document says so.
    folder.write("p/hostile.txt", "A </script><img src=x onerror=alert(1)> &lt;b&gt; <!-- <script> lake.\n");
    let page = folder.run(&["check", "p", "--format", "html"]).out;
    let waiting = page.matches("<script type=\"text/html\" data-text=").count();
    assert_eq!((waiting, page.matches("<section class=\"document\"").count()), (1_001, 1_001));
    assert!(page.len() < 1_400_000, "{} bytes", page.len());
    let Some(browser) = browser() else { return };
    let said = driven(&browser, &temporary("many.html", &page), include_str!("many.html"), "many", &[]);
    println!("{} bytes, {said}", page.len());
    assert!(said.starts_with("all is well"), "{said}");
}

/// A reader marks findings on a phone, opens the page again, saves the marks, and what is dismissed is accepted.
#[test]
fn marks_are_kept_saved_and_accepted() {
    let Some(browser) = browser() else { return };
    let folder = folder();
    let file = temporary("marks.html", &page(&folder));
    let said = driven(&browser, &file, include_str!("marks.html"), "marks", &[]);
    assert!(said.starts_with("all is well"), "{said}");
    let (_, json) = said.split_once('\n').unwrap();
    let json = json.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    folder.write("marks.json", &json);

    let inline = folder.run(&[&["accept", "marks.json", "--inline"], &PATHS[..]].concat());
    assert_eq!((inline.status, inline.err.as_str()), (0, ""), "{json}");
    // The reason tried to end the script of a page, and a comment.
    let comment =
        "draft.md:3: at the end of the line: <!-- crosscheck: allow date/invalid -- a joke </script> –> & so -->\n";
    assert_eq!(inline.out, comment);
    assert!(!folder.path().join("crosscheck.baseline").exists());

    let run = folder.run(&[&["accept", "marks.json"], &PATHS[..]].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let baseline = fs::read_to_string(folder.path().join("crosscheck.baseline")).unwrap();
    assert!(baseline.lines().count() == 2 && baseline.contains("date/invalid"), "{baseline}");
    let again = folder.run(&[&["check"], &PATHS[..]].concat());
    assert!(!again.out.contains("date/invalid") && again.out.contains("quantity/conflict"), "{}", again.out);
}

/// Each row of the ledger leads to its words and back, on a wide screen and on a phone, and the filters hold for it.
#[test]
fn rows_of_the_ledger_lead_to_their_places() {
    let Some(browser) = browser() else { return };
    let file = temporary("rows.html", &page(&folder()));
    for width in ["1400", "420"] {
        let driver = include_str!("rows.html").replace("WIDTH", width);
        let said = driven(&browser, &file, &driver, &format!("rows-{width}"), &[]);
        assert!(said.starts_with("all is well"), "{width}: {said}");
    }
}

/// Wide and narrow, light and dark, with nothing chosen and with something: `.ci/run` fetches axe where npm is.
#[test]
fn axe_finds_no_violation() {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/axe/package/axe.min.js");
    let Ok(axe) = fs::read_to_string(&axe) else {
        println!("skipped: {} is not there; `.ci/run` fetches it", axe.display());
        return;
    };
    let Some(browser) = browser() else { return };
    temporary("axe.min.js", &axe);
    // The page's own policy lets no other script run.
    let folder = folder();
    for (name, more) in [("draft.md", super::wording::DRAFT), ("source.md", super::wording::SOURCE)] {
        let table = "\n| plan | price |\n|---|---|\n| Basic | 10 euros |\n";
        folder.write(name, fs::read_to_string(folder.path().join(name)).unwrap() + "\n" + more + table);
    }
    let page = page(&folder);
    assert!(page.contains("class=\"wording\"") && page.contains("class=\"grid\""));
    let (head, rest) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let file = temporary("axe.html", &format!("{head}<script src=\"axe.min.js\"></script>{rest}"));
    // 0 is dark, 1 is light.
    for (width, scheme) in [("1400", 0), ("1400", 1), ("420", 0), ("420", 1)] {
        let driver = include_str!("axe.html").replace("WIDTH", width).replace("DARK", &(scheme == 0).to_string());
        let option = format!("--blink-settings=preferredColorScheme={scheme}");
        let said = driven(&browser, &file, &driver, &format!("axe-{width}-{scheme}"), &[&option]);
        assert!(said.starts_with("all is well"), "{width} {scheme}: {said}");
    }
}
