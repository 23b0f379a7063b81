//! The ledger as a table: the same claims in each of its formats.

use super::schema::faults;
use super::support::Folder;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

const PAGE: &str = "---\ntitle: Walling\n---\n\nThe hall of Walling opened on 3 May 1862 and cost about 3.5 million euros, the \
    mayor said.\n\n| Town | Inhabitants |\n|---|---|\n| Walling | 45 |\n| Orme | 2,310 |\n\n“We saw the lights go out,” \
    said Ada Roth. The board has not approved the plan.\n";
const FACTS: &str = "town,founded,length\nWalling,1402,12.5 km\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("b.md", PAGE).write("a.csv", FACTS);
    folder
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn jsonl(folder: &Folder) -> Vec<Value> {
    let run = folder.run(&["claims", "b.md", "a.csv", "--format", "jsonl"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    lines(&run.out)
}

#[test]
fn every_line_is_what_its_schema_promises() {
    let rows = jsonl(&folder());
    assert!(rows.len() > 8, "{rows:?}");
    for row in rows {
        assert_eq!(faults("claims-jsonl", &row.to_string()), Vec::<String>::new(), "{row}");
    }
}

#[test]
fn every_line_of_ledgers_is_what_its_schema_promises() {
    let run = folder().run(&["claims", ".", "--format", "ledger"]);
    let rows = lines(&run.out);
    let fields: Vec<&str> =
        rows.iter().map(|row| row.as_object().expect("fields").keys().next().expect("one").as_str()).collect();
    assert_eq!(
        fields.len(),
        4,
        "a head, a page, what is told of the table that was left alone, and an end: {fields:?}"
    );
    for row in rows {
        assert_eq!(faults("claims-ledger", &row.to_string()), Vec::<String>::new(), "{row}");
    }
}

#[test]
fn a_line_says_what_the_other_formats_say() {
    let folder = folder();
    let rows = jsonl(&folder);
    let whole: Value = serde_json::from_str(&folder.run(&["claims", "b.md", "a.csv", "-f", "json"]).out).expect("JSON");
    let documents = whole["documents"].as_array().expect("documents");
    let claims: Vec<(&Value, &Value)> = documents
        .iter()
        .flat_map(|d| d["claims"].as_array().expect("claims").iter().map(|claim| (&d["path"], claim)))
        .collect();
    assert_eq!(rows.len(), claims.len());
    for (row, (path, claim)) in rows.iter().zip(claims) {
        assert_eq!(&row["path"], path);
        for (field, value) in claim.as_object().expect("a claim") {
            assert_eq!(&row[field], value, "{field} of {row}");
        }
    }
    let csv = folder.run(&["claims", "b.md", "a.csv", "-f", "csv"]).out;
    let mut table = csv::Reader::from_reader(csv.as_bytes());
    let heads = table.headers().expect("heads").clone();
    let old = "path,line,column,start,end,id,kind,text,subject,value,polarity,hedge,speaker,as_of,sentence";
    assert!(csv.starts_with(old), "columns are only gained, at the end: {csv}");
    let cells = table.records().collect::<Result<Vec<_>, _>>().expect("rows");
    assert_eq!(rows.len(), cells.len());
    for (row, cells) in rows.iter().zip(&cells) {
        for (head, cell) in heads.iter().zip(cells) {
            let value = if row[head].is_null() { &row["qualifiers"][head] } else { &row[head] };
            let value = value.as_str().map_or_else(|| value.to_string().replace("null", ""), str::to_owned);
            assert_eq!(cell, value, "{head} of {row}");
        }
    }
}

#[test]
fn a_value_has_its_amount_its_unit_and_the_word_that_says_what_it_is() {
    let rows = jsonl(&folder());
    let of = |text: &str| {
        let row = rows.iter().find(|row| row["text"] == text).unwrap_or_else(|| panic!("{text}: {rows:?}"));
        ["property", "amount", "unit"].map(|field| row[field].as_str().unwrap_or("none"))
    };
    assert_eq!(of("3 May 1862"), ["opened", "none", "none"]);
    assert_eq!(of("3.5 million euros"), ["none", "3500000", "EUR"]);
    assert_eq!(of("2,310"), ["Inhabitants", "2310", "none"]);
    assert_eq!(of("12.5 km"), ["length", "12.5", "km"]);
    assert_eq!(of("The board has not approved the plan."), ["none", "none", "none"]);
}

#[test]
fn many_documents_come_in_order_and_what_cannot_be_read_is_said() {
    let folder = Folder::new();
    for number in 0..600 {
        folder.write(&format!("in/{number:03}.txt"), format!("Boat {number} has {} seats.\n", number % 7 + 4));
    }
    let run = folder.run(&["claims", "in", "gone.txt", "--format", "jsonl"]);
    assert_eq!((run.status, run.err.as_str()), (2, "crosscheck: gone.txt: does not exist; check the path\n"));
    let rows = lines(&run.out);
    let mut paths: Vec<&str> = rows.iter().filter_map(|row| row["path"].as_str()).collect();
    assert!(paths.is_sorted());
    paths.dedup();
    assert_eq!(paths.len(), 600);
    let to_file = folder.run(&["claims", "in", "--format", "jsonl", "--output", "ledger.jsonl"]);
    assert_eq!((to_file.status, to_file.out.as_str()), (0, ""));
    let saved = std::fs::read_to_string(folder.path().join("ledger.jsonl")).expect("a file");
    assert!(saved == run.out);
    // A document is never written over.
    let over = folder.run(&["claims", "in", "--format", "jsonl", "--output", "in/004.txt"]);
    assert!(over.status == 2 && over.err.contains("in/004.txt: not written, since it is one of the documents"));
    assert!(std::fs::read_to_string(folder.path().join("in/004.txt")).expect("still there").starts_with("Boat 4 "));
}

#[test]
fn a_reader_that_goes_away_ends_it() {
    let folder = Folder::new();
    for number in 0..600 {
        let text = format!("Boat {number} of the Lind line has {} seats and left on 3 May 2021.\n", number % 7 + 4);
        folder.write(&format!("in/{number:03}.txt"), text.repeat(9));
    }
    let mut command = folder.command(&["claims", "in", "--format", "jsonl"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
    assert!(first.starts_with("{\"schema_version\":1,\"path\":\"in/000.txt\""), "{first}");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}
