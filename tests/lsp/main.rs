//! The language server as an editor meets it: the built program, spoken to on its standard input and output.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test")]

#[path = "../support/mod.rs"]
mod support;

#[path = "../support/editor.rs"]
mod editor;

#[path = "../support/obeyed.rs"]
mod obeyed;

mod clients;
#[cfg(unix)]
mod converted;
mod hostile;

use editor::{Editor, uri, words};
use serde_json::{Value, json};
use std::fs;
use support::Folder;

const TREATY: &str =
    "The fishing treaty between Norland and Sundia was signed in Bern on 12 May 2014. Both parliaments debated it.\n";
const HISTORY: &str =
    "The fishing treaty of Norland and Sundia, signed in Bern on 21 May 2014, ended a long dispute over herring.\n";

fn treaties() -> Folder {
    let folder = Folder::new();
    folder.write("treaty.md", TREATY).write("report.md", HISTORY);
    folder
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().unwrap()).collect()
}

#[test]
fn a_mark_stands_at_both_places_and_names_the_other() {
    let folder = treaties();
    let (here, there) = (uri(&folder, "treaty.md"), uri(&folder, "report.md"));
    let mut editor = Editor::open(&folder);
    editor.show(&here, TREATY);
    editor.settle();
    for (at, text, words_here, other, words_there) in
        [(&here, TREATY, "12 May 2014", &there, "21 May 2014"), (&there, HISTORY, "21 May 2014", &here, "12 May 2014")]
    {
        let [mark] = editor.marks[at].as_slice() else { panic!("{:?}", editor.marks) };
        assert_eq!(
            (&mark["code"], &mark["severity"], &mark["source"]),
            (&"date/conflict".into(), &1.into(), &"crosscheck".into())
        );
        assert_eq!(words(text, &mark["range"], false), words_here);
        assert!(mark["message"].as_str().unwrap().contains("help: if "), "{mark}");
        let related = &mark["relatedInformation"][0];
        assert_eq!(related["location"]["uri"], **other);
        assert!(related["message"].as_str().unwrap().contains(words_there), "{related}");
    }
    assert_eq!(editor.close(), (Some(0), String::new()));
}

#[test]
fn an_unsaved_text_stands_before_the_file() {
    let folder = treaties();
    let here = uri(&folder, "treaty.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, &TREATY.replace("12 May", "21 May"));
    editor.settle();
    assert_eq!(editor.rules(&here), [""; 0]);
    editor.edit(&here, &TREATY.replace("12 May", "22 May"));
    editor.settle();
    assert_eq!(editor.rules(&here), ["date/conflict"]);
    // Closed without being saved: the file counts again.
    editor.edit(&here, &TREATY.replace("12 May", "21 May"));
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": here } }));
    editor.texts.clear();
    editor.settle();
    assert_eq!(editor.rules(&here), ["date/conflict"]);
    // A file that is not there yet, and a text that is none, are checked too.
    for new in [uri(&folder, "new.txt"), "untitled:Untitled-1".to_owned()] {
        editor.show(&new, "On 31 June 2025 it rained in the harbour.\n");
        editor.settle();
        assert_eq!(editor.rules(&new), ["date/invalid"], "{new}");
    }
    let new = uri(&folder, "new.txt");
    editor.edit(&new, &HISTORY.replace("21 May", "25 May"));
    editor.settle();
    assert_eq!(fs::read_to_string(folder.path().join("treaty.md")).unwrap(), TREATY);
}

#[test]
fn the_other_value_is_taken_over() {
    let folder = treaties();
    let here = uri(&folder, "treaty.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, TREATY);
    editor.settle();
    let actions = editor.actions(&here, "date/conflict");
    let titles = titles(&actions);
    let write = titles.iter().position(|t| *t == "Write “21 May 2014” for “12 May 2014”, as in report.md:1").unwrap();
    assert!(titles.contains(&"Write “12 May 2014” for “21 May 2014”, as in treaty.md:1"), "{titles:?}");
    assert!(titles.iter().any(|title| title.starts_with("Open report.md:1:")), "{titles:?}");
    assert!(editor.apply(&actions[write]).is_empty());
    editor.settle();
    assert_eq!(editor.texts[&here].1, TREATY.replace("12 May 2014", "21 May 2014"));
    assert_eq!(editor.rules(&here), [""; 0]);
    assert_eq!(editor.rules(&uri(&folder, "report.md")), [""; 0]);
}

#[test]
fn the_other_document_is_mended_though_it_is_not_open() {
    let folder = treaties();
    let (here, there) = (uri(&folder, "treaty.md"), uri(&folder, "report.md"));
    let mut editor = Editor::open(&folder);
    editor.show(&here, TREATY);
    editor.settle();
    let actions = editor.actions(&here, "date/conflict");
    let write =
        actions.iter().find(|a| a["title"] == "Write “12 May 2014” for “21 May 2014”, as in treaty.md:1").unwrap();
    let elsewhere = editor.apply(write);
    let [(uri, edits)] = elsewhere.as_slice() else { panic!("{elsewhere:?}") };
    assert_eq!(*uri, there);
    assert_eq!(words(HISTORY, &edits[0]["range"], false), "21 May 2014");
    assert_eq!(edits[0]["newText"], "12 May 2014");
    // And the place is shown.
    let open = actions.iter().find(|a| a["title"].as_str().unwrap().starts_with("Open ")).unwrap();
    let command = json!({ "command": open["command"]["command"], "arguments": open["command"]["arguments"] });
    assert!(editor.ask("workspace/executeCommand", command)["error"].is_null());
    let shown = editor.told.iter().find(|m| m["method"] == "window/showDocument").unwrap();
    assert_eq!(shown["params"]["uri"], *there);
    assert_eq!(words(HISTORY, &shown["params"]["selection"], false), "21 May 2014");
}

#[test]
fn the_missing_member_is_added() {
    let folder = Folder::new();
    let prize = "The jury met twice. The prize went to Ada Byron, Bea Cole and Dora Finch.\n";
    folder.write("a.md", prize);
    folder.write("b.md", "The four winners of the prize are Ada Byron, Bea Cole, Cleo Drake and Dora Finch.\n");
    let here = uri(&folder, "a.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, prize);
    editor.settle();
    let actions = editor.actions(&here, "list/missing-member");
    let add = actions.iter().find(|a| a["title"] == "Add “Cleo Drake” to the list").expect("the action");
    editor.apply(add);
    editor.settle();
    assert!(editor.texts[&here].1.contains("Ada Byron, Bea Cole, Cleo Drake and Dora Finch"), "{:?}", editor.texts);
    assert_eq!(editor.rules(&here), [""; 0]);
}

#[test]
fn a_slip_is_mended_in_place() {
    let folder = Folder::new();
    for (text, rule, right) in [
        ("Throughout the 2010s and 202s it rained.\n", "date/malformed", "2010s and 2020s"),
        (
            "The council met on Monday, 4 March 2025, in the old hall.\n",
            "date/weekday-mismatch",
            "on Tuesday, 4 March 2025,",
        ),
    ] {
        let here = uri(&folder, "a.md");
        let mut editor = Editor::open(&folder);
        editor.show(&here, text);
        editor.settle();
        let actions = editor.actions(&here, rule);
        let write = actions.iter().find(|a| a["title"].as_str().unwrap().starts_with("Write ")).expect("an edit");
        editor.apply(write);
        editor.settle();
        assert!(editor.texts[&here].1.contains(right), "{:?}", editor.texts);
        assert_eq!(editor.rules(&here), [""; 0], "{rule}");
    }
}

#[test]
fn silence_in_place_and_the_baseline() {
    let folder = Folder::new();
    let text = "---\ntitle: Rain\n---\nOn 31 June 2025 it rained.\n\nOn 30 February 2025 it snowed.\n";
    folder.write("a.md", text);
    let here = uri(&folder, "a.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, text);
    editor.settle();
    assert_eq!(editor.rules(&here), ["date/invalid", "date/invalid"]);
    let first = editor.marks[&here][0].clone();
    editor.marks.insert(here.clone(), vec![first]);
    let actions = editor.actions(&here, "date/invalid");
    let allow = actions.iter().find(|a| a["title"] == "Allow date/invalid here, with a reason").unwrap();
    editor.apply(allow);
    editor.settle();
    let mended = &editor.texts[&here].1;
    assert!(
        mended.contains("rained. <!-- crosscheck: allow date/invalid -- looked at, and meant so -->\n"),
        "{mended}"
    );
    assert_eq!(editor.rules(&here), ["date/invalid"]);
    assert!(words(mended, &editor.marks[&here][0]["range"], false).contains("30 February"));
    let actions = editor.actions(&here, "date/invalid");
    let accept = actions.iter().find(|a| a["title"] == "Accept this date/invalid for now, in the baseline").unwrap();
    assert!(editor.ask("workspace/executeCommand", accept["command"].clone())["error"].is_null());
    editor.settle();
    assert_eq!(editor.rules(&here), [""; 0]);
    let baseline = fs::read_to_string(folder.path().join("crosscheck.baseline")).unwrap();
    assert_eq!(baseline.lines().count(), 2, "{baseline}");
    // It is what `crosscheck baseline` writes, too.
    folder.write("a.md", editor.texts[&here].1.clone());
    assert_eq!(folder.run(&["baseline", "check", "."]).status, 0);
}

#[test]
fn no_comment_is_offered_where_it_would_break_the_text() {
    let folder = Folder::new();
    for (name, text) in [
        ("a.md", "---\nopened: On 31 June 2025 it rained\n---\nIt rained.\n"),
        ("a.html", "<p>It rained.</p><img alt=\"On 31 June 2025\n it rained\">\n"),
        ("a.json", "{\"opened\": \"On 31 June 2025 it rained\"}\n"),
    ] {
        let here = uri(&folder, name);
        folder.write("crosscheck.toml", format!("documents = [\"{name}\"]"));
        folder.write(name, text);
        let mut editor = Editor::open(&folder);
        editor.show(&here, text);
        editor.settle();
        for rule in editor.rules(&here) {
            let actions = editor.actions(&here, &rule);
            assert!(!titles(&actions).iter().any(|title| title.starts_with("Allow")), "{name}: {actions:?}");
        }
    }
}

#[test]
fn what_is_known_of_a_claim_is_shown() {
    let folder = treaties();
    folder
        .write("old.md", "The treaty of Norland and Sundia was signed on 12 May 2014. The lighthouse has 214 steps.\n");
    let here = uri(&folder, "treaty.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, TREATY);
    let hover = |editor: &mut Editor, uri: &str, character: usize| {
        let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": character } });
        let result = editor.ask("textDocument/hover", params)["result"].clone();
        assert!(result.is_null() || result["contents"]["kind"] == "plaintext");
        (result["contents"]["value"].as_str().unwrap_or_default().to_owned(), result["range"].clone())
    };
    let (text, range) = hover(&mut editor, &here, TREATY.find("May").unwrap());
    assert_eq!(words(TREATY, &range, false), "12 May 2014");
    assert!(text.starts_with("date: “12 May 2014”, read as 2014-05-12\n"), "{text}");
    assert!(text.contains("agrees: ") && text.contains("old.md:1:"), "{text}");
    let (old, written) = (uri(&folder, "old.md"), fs::read_to_string(folder.path().join("old.md")).unwrap());
    let (text, _) = hover(&mut editor, &old, written.find("12 May").unwrap());
    assert!(text.contains("error[date/conflict]: ") && text.contains("report.md:1:"), "{text}");
    let (text, _) = hover(&mut editor, &old, written.find("214").unwrap());
    assert!(text.contains("not compared: no other place was found that gives this value"), "{text}");
    // Nothing is read out of these words.
    folder.write("empty.md", "Hello.\n");
    assert_eq!(hover(&mut editor, &uri(&folder, "empty.md"), 1).0, "");
}

#[test]
fn positions_count_as_was_agreed() {
    let text = "In Malmö 😀 and Åhus 😀, on 31 June 2025, it rained.\r\n\r\nÅ 😀 On 30 February 2025 it snowed.\r\n";
    let folder = Folder::new();
    folder.write("a.md", text);
    let here = uri(&folder, "a.md");
    for (offered, agreed) in
        [(json!(["utf-16"]), "utf-16"), (json!(["utf-8", "utf-16"]), "utf-8"), (json!(null), "utf-16")]
    {
        let mut editor = Editor::with(&folder, offered, json!(uri(&folder, "")));
        assert_eq!(editor.able["positionEncoding"], agreed);
        editor.utf8 = agreed == "utf-8";
        editor.show(&here, text);
        editor.settle();
        let utf8 = editor.utf8;
        let marked: Vec<&str> = editor.marks[&here].iter().map(|mark| words(text, &mark["range"], utf8)).collect();
        assert_eq!(marked, ["31 June 2025", "30 February 2025"], "{agreed}");
        let at = editor.marks[&here][1]["range"]["start"].clone();
        let hover = editor.ask("textDocument/hover", json!({ "textDocument": { "uri": here }, "position": at }));
        assert_eq!(words(text, &hover["result"]["range"], utf8), "30 February 2025");
    }
}

#[test]
fn sources_are_links() {
    let folder = Folder::new();
    let text = "---\ntitle: The lock\nsources: [facts/lock.md, facts/gone.md, \"command:quit\", https://example.org]\n---\nThe lock opened on 3 May 1921.\n";
    folder.write("lock.md", text).write("facts/lock.md", "The lock opened on 4 May 1921.\n");
    let here = uri(&folder, "lock.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, text);
    let links = editor.ask("textDocument/documentLink", json!({ "textDocument": { "uri": here } }))["result"].clone();
    let [link] = links.as_array().unwrap().as_slice() else { panic!("{links}") };
    assert_eq!(words(text, &link["range"], false), "facts/lock.md");
    assert_eq!(link["target"], uri(&folder, "facts/lock.md"));
}

#[test]
fn a_draft_is_held_against_sources() {
    let folder = Folder::new();
    let draft = "The lock opened on 3 May 1921 and cost 40,000 crowns.\n";
    folder.write("draft.md", draft).write("facts/lock.txt", "The lock opened on 3 May 1921. It has two gates.\n");
    let here = uri(&folder, "draft.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, draft);
    editor.settle();
    assert_eq!(editor.rules(&here), [""; 0]);
    let against = |editor: &mut Editor, sources: Value| {
        let command = json!({ "command": "crosscheck.checkAgainst", "arguments": [here, sources] });
        let answer = editor.ask("workspace/executeCommand", command);
        editor.settle();
        answer["error"]["message"].as_str().unwrap_or_default().to_owned()
    };
    for sources in [json!([uri(&folder, "facts/lock.txt")]), json!(["facts"]), json!("facts/lock.txt")] {
        assert_eq!(against(&mut editor, sources), "");
        assert_eq!(editor.rules(&here), ["quantity/unsupported"]);
        assert_eq!(against(&mut editor, json!([])), "");
        assert_eq!(editor.rules(&here), [""; 0]);
    }
    assert!(against(&mut editor, json!(["gone.txt"])).contains("gone.txt: does not exist"));
    assert!(against(&mut editor, Value::Null).starts_with("give the draft"));
}

#[test]
fn the_configuration_is_read_again() {
    let folder = treaties();
    folder.write("other.md", "On 31 June 2025 it rained.\n");
    let (here, other) = (uri(&folder, "treaty.md"), uri(&folder, "other.md"));
    let mut editor = Editor::open(&folder);
    editor.show(&here, TREATY);
    editor.settle();
    let asked = editor.told.iter().find(|m| m["method"] == "client/registerCapability").unwrap();
    assert!(asked.to_string().contains("**/crosscheck.toml"), "{asked}");
    assert_eq!((editor.rules(&here).len(), editor.rules(&other).len()), (1, 1));
    let changed = |editor: &mut Editor, text: &str| {
        folder.write("crosscheck.toml", text);
        let params = json!({ "changes": [{ "uri": uri(&folder, "crosscheck.toml"), "type": 2 }] });
        editor.tell("workspace/didChangeWatchedFiles", params);
        editor.settle();
    };
    changed(&mut editor, "documents = [\"treaty.md\", \"report.md\"]\n[levels]\n\"date/conflict\" = \"note\"");
    assert_eq!(editor.marks[&here][0]["severity"], 3);
    assert_eq!(editor.rules(&other), [""; 0]);
    // A slip is told, and what was known stays.
    changed(&mut editor, "document = []");
    let told = editor.told.iter().rev().find(|m| m["method"] == "window/showMessage").unwrap();
    assert!(told["params"]["message"].as_str().unwrap().contains("there is no key `document`, perhaps `documents`"));
    assert_eq!(editor.rules(&here), ["date/conflict"]);
    changed(&mut editor, "[levels]\ndate = \"off\"");
    assert_eq!(editor.rules(&here), [""; 0]);
    // A file that came, and one that went.
    changed(&mut editor, "");
    assert_eq!((editor.rules(&here).len(), editor.rules(&other).len()), (1, 1));
    fs::remove_file(folder.path().join("other.md")).unwrap();
    fs::remove_file(folder.path().join("report.md")).unwrap();
    changed(&mut editor, "");
    assert_eq!((editor.rules(&here).len(), editor.rules(&other).len()), (0, 0));
}

#[test]
fn a_saved_file_is_looked_at_with_those_that_changed_beside_it() {
    let folder = treaties();
    let here = uri(&folder, "treaty.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, TREATY);
    editor.settle();
    assert_eq!(editor.rules(&here), ["date/conflict"]);
    // Another program mends the other file: between two looks at the disk nothing of it is known.
    folder.write("report.md", HISTORY.replace("21 May", "12 May"));
    editor.edit(&here, &format!("{TREATY}\nIt rained.\n"));
    editor.settle();
    assert_eq!(editor.rules(&here), ["date/conflict"]);
    editor.tell("textDocument/didSave", json!({ "textDocument": { "uri": here } }));
    editor.settle();
    assert_eq!(editor.rules(&here), [""; 0]);
}

#[test]
fn many_changes_in_a_row_come_to_the_last_one() {
    let folder = treaties();
    let here = uri(&folder, "treaty.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, TREATY);
    for day in 1..=28 {
        editor.edit(&here, &TREATY.replace("12 May", &format!("{day} May")));
    }
    let (given_up, kept) = {
        let params = json!({ "textDocument": { "uri": here }, "position": { "line": 0, "character": 3 } });
        let one = editor.request("textDocument/hover", params.clone());
        let two = editor.request("textDocument/hover", params);
        editor.tell("$/cancelRequest", json!({ "id": one }));
        (one, two)
    };
    assert_eq!(editor.answer(given_up)["error"]["code"], -32800);
    assert!(editor.answer(kept).get("error").is_none());
    let [mark] = editor.marks[&here].as_slice() else { panic!("{:?}", editor.marks) };
    assert_eq!(words(&editor.texts[&here].1, &mark["range"], false), "28 May 2014");
}

/// The marks of a folder, those of documents without any left out.
fn marked(editor: &Editor) -> Vec<(String, Vec<Value>)> {
    let mut all: Vec<_> = editor.marks.clone().into_iter().filter(|(_, marks)| !marks.is_empty()).collect();
    for (_, marks) in &mut all {
        marks.sort_by_key(ToString::to_string);
    }
    all
}

#[test]
fn what_is_kept_between_edits_comes_to_what_a_fresh_start_finds() {
    let folder = Folder::new();
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
    let mut names = Vec::new();
    for set in ["joint-statement", "cup-final", "council-election"] {
        for file in fs::read_dir(sources.join(set)).unwrap().map(|entry| entry.unwrap().path()) {
            let name = format!("{set}/{}", file.file_name().unwrap().to_str().unwrap());
            folder.write(&name, fs::read(file).unwrap());
            names.push(name);
        }
    }
    names.sort();
    let mut editor = Editor::open(&folder);
    let written = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    for (index, name) in names.iter().enumerate() {
        let here = uri(&folder, name);
        editor.show(&here, &written(name));
        editor.settle();
        // A figure is changed, and half of the times back.
        let text = written(name).replacen("14", "15", 1).replacen("May", "June", 1);
        editor.edit(&here, &text);
        editor.settle();
        let text = if index % 2 == 0 { text } else { written(name) };
        editor.edit(&here, &text);
        editor.settle();
    }
    for name in &names {
        folder.write(name, &editor.texts[&uri(&folder, name)].1);
    }
    let mut fresh = Editor::open(&folder);
    fresh.show(&uri(&folder, &names[0]), &written(&names[0]));
    fresh.settle();
    assert!(!marked(&fresh).is_empty());
    assert_eq!(marked(&editor), marked(&fresh));
}

#[test]
fn without_a_folder_only_what_is_open_is_checked() {
    let folder = treaties();
    let here = uri(&folder, "treaty.md");
    let mut editor = Editor::with(&folder, json!(["utf-16"]), Value::Null);
    editor.show(&here, &format!("{TREATY}\nOn 31 June 2025 it rained.\n"));
    editor.settle();
    assert_eq!(editor.rules(&here), ["date/invalid"]);
    assert!(!editor.marks.contains_key(&uri(&folder, "report.md")));
}

#[test]
fn what_is_no_message_of_ours_is_answered_or_passed_over() {
    let folder = treaties();
    let mut editor = Editor::open(&folder);
    assert_eq!(editor.ask("textDocument/rename", json!({}))["error"]["code"], -32601);
    editor.tell("textDocument/didOpen", json!({ "textDocument": 7 }));
    editor.tell("textDocument/didChange", json!([]));
    editor.tell("no/such", json!({}));
    let nothing = json!({ "textDocument": { "uri": "file:///nowhere.md" }, "position": { "line": 9, "character": 9 } });
    assert!(editor.ask("textDocument/hover", nothing)["result"].is_null());
    for command in ["crosscheck.addToBaseline", "crosscheck.open", "crosscheck.checkAgainst", "rm"] {
        let answer = editor.ask("workspace/executeCommand", json!({ "command": command, "arguments": ["x"] }));
        assert!(answer["error"]["message"].is_string(), "{answer}");
    }
    editor.ask("shutdown", Value::Null);
    assert_eq!(editor.ask("textDocument/hover", json!({}))["error"]["code"], -32600);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ended(), (Some(0), String::new()));
    // Without a `shutdown` it was not meant to end.
    let mut editor = Editor::open(&folder);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ended().0, Some(1));
    let mut editor = Editor::open(&folder);
    assert_eq!(editor.ended().0, Some(0), "an editor that goes away");
    let run = folder.run(&["lsp"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("start it from an editor"), "{}", run.err);
}
