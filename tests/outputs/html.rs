//! The HTML report: closed to whatever a document says, and alive in a browser.

use super::sample::{large, sample};
use super::support::browser::{browser, driven, temporary};
use super::{ALL, written};
use std::path::Path;
use std::process::Command;

#[test]
fn holds_nothing_of_a_document_but_text() {
    let page = written(&sample(), "html", &ALL);
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("&lt;script&gt;alert(1)"));
    assert!(!page.contains(['\u{1b}', '\u{7}', '\u{202e}']));
    assert!(!page.contains("http://") && !page.contains("https://"), "no network");
}

#[test]
fn every_place_in_the_list_is_marked_in_its_document() {
    let page = written(&sample(), "html", &ALL);
    let values = |name: &str| -> Vec<String> {
        let opening = format!("{name}=\"");
        let pieces = page.split(opening.as_str()).skip(1);
        pieces.filter_map(|piece| piece.split('"').next()).map(str::to_owned).collect()
    };
    let marked: Vec<String> = values("data-of").iter().flat_map(|keys| keys.split(' ')).map(str::to_owned).collect();
    let spots = values("data-spot");
    assert!(spots.len() > 10);
    for spot in spots {
        assert!(marked.contains(&spot), "{spot}");
    }
}

/// The page's policy lets only its own style and script run.
#[test]
fn the_policy_names_the_style_and_script_that_are_there() {
    let reader = "import sys, re, hashlib, base64\n\
                  p = open(sys.argv[1], encoding='utf-8').read()\n\
                  h = lambda t: 'sha256-' + base64.b64encode(hashlib.sha256(re.search('<' + t + '>(.*)</' + t + '>', p, re.S).group(1).encode()).digest()).decode()\n\
                  print('\\n'.join(f'{t} {h(t)} {h(t) in p}' for t in ('style', 'script')))";
    let file = temporary("policy.html", &written(&sample(), "html", &ALL));
    match Command::new("python3").args(["-c", reader]).arg(&file).output() {
        Err(_) => println!("skipped: there is no python3 to work out the hashes with"),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(said.matches("True").count() == 2, "src/report/html/mod.rs must name these:\n{said}");
        }
    }
}

/// The Nu HTML checker finds no error; `.ci/run` fetches it where npm is.
#[test]
fn is_valid_html() {
    let jar = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/vnu/package/build/dist/vnu.jar");
    if !jar.is_file() {
        println!("skipped: {} is not there; `.ci/run` fetches it", jar.display());
        return;
    }
    let pages = [
        temporary("valid.html", &written(&sample(), "html", &ALL)),
        temporary("valid-large.html", &written(&large(450, "\n"), "html", &ALL)),
    ];
    let Ok(output) = Command::new("java")
        .args(["-Xss64m", "-jar"])
        .arg(jar)
        .args(["--errors-only", "--stdout"])
        .args(pages)
        .output()
    else {
        println!("skipped: there is no java to run the checker with");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    // Its table of properties is older than this one.
    let faults: Vec<&str> = said.lines().filter(|l| !l.contains("contain-intrinsic-size")).collect();
    assert!(faults.is_empty() && output.stderr.is_empty(), "{faults:#?}\n{}", String::from_utf8_lossy(&output.stderr));
}

/// A page of ten thousand findings opens, and what waits as text comes when it is looked for.
#[test]
fn a_long_page_opens_and_grows() {
    let Some(browser) = browser() else { return };
    for (name, end) in [("long", "\n"), ("long-line", " ")] {
        let page = temporary(&format!("{name}.html"), &written(&large(10_000, end), "html", &ALL));
        let said = driven(&browser, &page, include_str!("long.html"), name, &[]);
        println!("{name}: {said}");
        assert!(said.starts_with("all is well"), "{name}: {said}");
    }
}

/// Clicks each filter, each finding and each mark in a real browser.
#[test]
fn works_in_a_browser() {
    let Some(browser) = browser() else { return };
    let page = temporary("page.html", &written(&sample(), "html", &ALL));
    let said = driven(&browser, &page, include_str!("driver.html"), "sample", &[]);
    println!("{said}");
    assert!(said.starts_with("all is well"), "{said}");
}
