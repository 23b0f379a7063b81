//! A text and a file of each other format disagree: the finding has both places, each where a person looks for it. The
//! same file with the same facts is silent, and so is what no reader of it sees or what is not its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/packed.rs"]
mod packed;
mod support;

use packed::{archive, epub, odt, xlsx};
use serde_json::Value;
use support::Folder;

const TEXT: &str = "The ferry Arrow of Skarn sank on 3 May 2014, and 12 people died.\n";

/// What the other file tells, with the day in question between two parts of a sentence.
fn told(day: &str) -> String {
    format!("The ferry Arrow of Skarn sank on {day}, and 12 people died.")
}

/// The words, the line, the column and the part of each place of the findings in `name`.
type Place = (String, u64, u64, Option<String>);

fn places(folder: &Folder, name: &str) -> Vec<Place> {
    let run = folder.run(&["check", "--format", "json", "a.txt", name]);
    assert!(run.status < 2, "{name}: {}", run.err);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let mut places = Vec::new();
    for finding in report["findings"].as_array().unwrap() {
        let labels = finding["labels"].as_array().unwrap();
        let of = |path: &str| labels.iter().filter(|l| l["path"] == path).cloned().collect::<Vec<_>>();
        for label in of("a.txt") {
            assert_eq!((&label["line"], &label["column"]), (&1.into(), &34.into()), "{name}: {finding}");
        }
        places.extend(of(name).iter().map(|label| {
            (
                label["text"].as_str().unwrap().to_owned(),
                label["line"].as_u64().unwrap(),
                label["column"].as_u64().unwrap(),
                label["part"].as_str().map(str::to_owned),
            )
        }));
    }
    places
}

/// A file that tells another day has it found at this place; one that tells the same day is silent.
fn is_found(name: &str, write: impl Fn(&str) -> Vec<u8>, (words, line, column, part): (&str, u64, u64, Option<&str>)) {
    let folder = Folder::new();
    folder.write("a.txt", TEXT).write(name, write("4 May 2014"));
    let due = (words.to_owned(), line, column, part.map(str::to_owned));
    assert_eq!(places(&folder, name), [due], "{name}");
    let printed = folder.run(&["check", "a.txt", name]).out;
    let shown = part.map(|part| format!(" ({part})")).unwrap_or_default();
    assert!(printed.contains(&format!("::: {name}:{line}:{column}{shown}\n")), "{name}: {printed}");
    folder.write(name, write("3 May 2014"));
    assert_eq!(places(&folder, name), [], "{name}");
}

#[test]
fn subtitles() {
    // The sentence goes on over three cues, and the day over the lines of one.
    let srt = |day: &str| {
        let (start, end) = day.split_once(' ').unwrap();
        format!(
            "1\n00:01:00,000 --> 00:01:02,000\nThe ferry Arrow of Skarn\n\n2\n00:01:02,100 --> 00:01:04,000\n<i>sank on {start}\n{end}</i>,\n\n\
             3\n00:01:04,100 --> 00:01:06,000\nand 12 people died.\n"
        )
        .into_bytes()
    };
    is_found("b.srt", srt, ("4\nMay 2014", 7, 12, Some("00:01:02")));
    let vtt = |day: &str| {
        format!(
            "WEBVTT\n\nNOTE {}\n\n01:00.000 --> 01:02.000\n<v Ida Holm>The ferry Arrow of Skarn sank\n\n\
             01:02.100 --> 01:05.000 align:start\n<v Ida Holm>on {day}, and 12 people died.\n",
            told("5 May 2014")
        )
        .into_bytes()
    };
    is_found("b.vtt", vtt, ("4 May 2014", 9, 16, Some("00:01:02")));
}

#[test]
fn notebooks() {
    let notebook = |day: &str| {
        format!(
            "{{\n \"cells\": [\n  {{\"cell_type\": \"code\", \"source\": [\"# {other}\"], \"outputs\": [{{\"text\": [\"{other}\"]}}]}},\n  \
             {{\"cell_type\": \"raw\", \"source\": [\"{other}\"]}},\n  {{\n   \"cell_type\": \"markdown\",\n   \"source\": [\n    \"## Fate\\n\",\n    \
             \"\\n\",\n    \"{own}\\n\",\n    \"```\\n{other}\\n```\"\n   ]\n  }}\n ],\n \"nbformat\": 4\n}}\n",
            other = told("5 May 2014"),
            own = told(day)
        )
        .into_bytes()
    };
    is_found("b.ipynb", notebook, ("4 May 2014", 10, 39, Some("cell 3")));
}

#[test]
fn mails() {
    let mail = |day: &str| {
        // The last sign of the day is in a code, and the line is broken where it is none.
        let coded = told(day).replace("Arrow", "Arr=\r\now").replace("2014", "201=34");
        format!(
            "From: Ida <ida@example.org>\r\nDate: Fri, 9 May 2014 09:30:00 +0200\r\nSubject: Re: {}\r\nContent-Type: text/plain\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n{coded}\r\n\r\nOn 6 May 2014 Nils wrote:\r\n\r\n> {}\r\n\r\n-- \r\n{}\r\n",
            told("7 May 2014"),
            told("5 May 2014"),
            told("6 May 2014")
        )
        .into_bytes()
    };
    is_found("b.eml", mail, ("4 May 201=34", 8, 21, None));
    let mail = |day: &str| {
        format!(
            "Subject: The ferry\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<html><head><title>{}</title></head>\n\
             <body><p>{}</p></body></html>\n--b--\n",
            told("5 May 2014"),
            told(day)
        )
        .into_bytes()
    };
    is_found("c.eml", mail, ("4 May 2014", 8, 43, None));
}

#[test]
fn books_and_texts_of_word_processors() {
    let text = |day: &str| {
        archive(&odt(&format!(
            "<text:tracked-changes><text:p>{other}</text:p></text:tracked-changes><text:h text:outline-level='1'>Fate</text:h><text:p>{own} \
             <text:span text:style-name='T1'>{other}</text:span><office:annotation><text:p>{other}</text:p></office:annotation></text:p>",
            other = told("5 May 2014"),
            own = told(day).replace("May", "<text:span>May</text:span><text:s/>").replace("> 2014", ">2014")
        )))
    };
    is_found("b.odt", text, ("4 May 2014", 2, 34, None));
    let book = |day: &str| archive(&epub(&["<h1>Skarn</h1>", &format!("<h1>Fate</h1><p>{}</p>", told(day))]));
    is_found("b.epub", book, ("4 May 2014", 3, 34, Some("OEBPS/two.xhtml")));
}

#[test]
fn sheets() {
    let height = |metres: &str| {
        archive(&xlsx(
            "Towers",
            &[&["lighthouse", "height (m)", "built"], &["Skarn", metres, "1872"], &["Alder", "40", "1911"]],
        ))
    };
    let folder = Folder::new();
    folder.write("a.txt", "The lighthouse of Skarn is 38 metres high.\n").write("b.xlsx", height("39"));
    let run = folder.run(&["check", "a.txt", "b.xlsx"]);
    assert!(
        run.out.contains("  --> a.txt:1:28\n") && run.out.contains("  ::: b.xlsx:6:1 (Towers!B2)\n"),
        "{}",
        run.out
    );
    folder.write("b.xlsx", height("38"));
    let run = folder.run(&["check", "a.txt", "b.xlsx"]);
    assert_eq!(run.status, 0, "{}", run.out);
    // Data are facts to hold drafts against: in a folder of drafts they are left alone.
    let run = folder.run(&["check", "."]);
    assert_eq!(
        run.err,
        "crosscheck: .: left 1 file of data (.xlsx) alone; to have one read, name it, or give it as a source (--against)\n"
    );
}
