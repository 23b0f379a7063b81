//! Texts and names of files that mean to be more than words: nothing of them runs, is opened, or leaves its field.

use super::editor::{Editor, uri};
use super::obeyed::{NAMES, WORDS};
use super::support::Folder;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The files of a folder with what they hold.
fn state(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn percent(folder: &Folder, name: &str) -> String {
    let whole = folder.path().join(name);
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-._~".contains(&b);
    let bytes = whole.to_str().unwrap().bytes();
    let parts = bytes.map(|b| if plain(b) { (b as char).to_string() } else { format!("%{b:02X}") });
    format!("file://{}", parts.collect::<String>())
}

/// All that an editor would show, or do, of what it was told.
fn held(value: &Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "uri" || name == "target" {
                    let uri = value.as_str().unwrap();
                    assert!(uri.starts_with("file:///") && !uri.contains(['<', '(', ' ', '"', '\n']), "{uri}");
                }
                if name == "command" && value.is_string() {
                    assert!(value.as_str().unwrap().starts_with("crosscheck."), "{value}");
                }
                if name == "kind" && value.is_string() {
                    assert!(["plaintext", "quickfix"].contains(&value.as_str().unwrap()), "{value}");
                }
                if ["title", "message", "value"].contains(&name.as_str()) && value.is_string() {
                    let steers = |c: char| c.is_control() && c != '\n' || "\u{202e}\u{2028}".contains(c);
                    assert!(!value.as_str().unwrap().contains(steers), "{value}");
                }
                held(value);
            }
        }
        Value::Array(values) => values.iter().for_each(held),
        _ => {}
    }
}

#[test]
fn nothing_of_a_text_or_a_name_is_more_than_words() {
    let folder = Folder::new();
    let secret = Folder::new();
    secret.write("secret.md", "On 12 March 2011 the vault of Norbank was opened.\n");
    let names: Vec<&str> = NAMES.into_iter().filter(|name| cfg!(unix) || name.starts_with(['%', '-'])).collect();
    let text = |words: &str, day: usize| {
        format!(
            "# {words}\n\nThe treaty “{words}” of Norland and Sundia was signed in Bern on {day} May 2014. On 31 June 2025 it rained on {words}.\n"
        )
    };
    for (index, name) in names.iter().enumerate() {
        folder.write(name, text(WORDS[0], index + 1));
    }
    let before = state(folder.path());
    let mut editor = Editor::open(&folder);
    let mut tries = 0;
    for name in &names {
        let here = percent(&folder, name);
        editor.show(&here, "");
        for (index, words) in WORDS.iter().enumerate() {
            let text = text(words, index + 1);
            editor.edit(&here, &text);
            let line = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
            let actions = editor.ask(
                "textDocument/codeAction",
                json!({ "textDocument": { "uri": here }, "range": line, "context": { "diagnostics": [] } }),
            );
            let actions = actions["result"].clone();
            assert!(actions.as_array().is_some_and(|actions| !actions.is_empty()), "{here}: nothing to hold");
            held(&actions);
            for action in actions.as_array().unwrap() {
                for edit in action["edit"]["documentChanges"][0]["edits"].as_array().into_iter().flatten() {
                    let new = edit["newText"].as_str().unwrap();
                    let comment = new.starts_with(" <!-- crosscheck: allow ") && new.ends_with(" -->");
                    assert!(comment || !new.contains(['<', '[', '`', '$', '\n']), "{new:?}");
                }
            }
            let at = text.lines().nth(2).and_then(|line| line.find("31 June")).unwrap_or(0);
            let at = json!({ "line": 2, "character": at });
            let hover = editor.ask("textDocument/hover", json!({ "textDocument": { "uri": here }, "position": at }));
            held(&hover["result"]);
            held(&json!(editor.marks.values().collect::<Vec<_>>()));
            tries += 1;
        }
    }
    // What stands in a box of its own is no link, either.
    fs::write(folder.path().join("[x](command:quit).txt"), b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x02\0").unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    editor.settle();
    let told = json!(editor.told);
    held(&told);
    assert!(told.to_string().contains("[x] (command:quit).txt: is ") && !told.to_string().contains("]("), "{told}");
    fs::remove_file(folder.path().join("[x](command:quit).txt")).unwrap();
    assert!(tries >= 200 || !cfg!(unix), "{tries}");
    assert_eq!(state(folder.path()), before, "something was written");
    assert_eq!(editor.close().0, Some(0));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_written_through() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (Folder::new(), Folder::new());
    let text = "The fishing treaty between Norland and Sundia was signed in Bern on 12 May 2014.\n";
    let other = text.replace("12 May", "21 May");
    outside.write("far.md", &other).write("rc", "alias x=y\n");
    folder.write("near.md", text);
    symlink(outside.path().join("far.md"), folder.path().join("link.md")).unwrap();
    symlink(outside.path().join("rc"), folder.path().join("crosscheck.baseline")).unwrap();
    let before = state(outside.path());
    let here = uri(&folder, "near.md");
    let mut editor = Editor::open(&folder);
    editor.show(&here, text);
    editor.settle();
    // The link's target is no baseline: that is told, and nothing is made of it.
    let told = editor.told.iter().find(|m| m["method"] == "window/showMessage").expect("a word of it");
    assert!(told.to_string().contains("crosscheck.baseline: line 1: does not begin with"), "{told}");
    fs::remove_file(outside.path().join("rc")).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    editor.settle();
    let actions = editor.actions(&here, "date/conflict");
    let edited = |action: &Value| action["edit"]["documentChanges"][0]["textDocument"]["uri"].clone();
    assert!(actions.iter().any(|action| edited(action) == here), "{actions:?}");
    assert!(actions.iter().all(|action| edited(action).is_null() || edited(action) == here), "{actions:?}");
    let accept = actions.iter().find(|a| a["command"]["command"] == "crosscheck.addToBaseline").unwrap();
    let answer = editor.ask("workspace/executeCommand", accept["command"].clone());
    let sentence = answer["error"]["message"].as_str().unwrap_or_default();
    assert!(sentence.contains("not written, since it is not a file inside the project"), "{answer}");
    assert!(!outside.path().join("rc").exists());
    outside.write("rc", "alias x=y\n");
    assert_eq!(state(outside.path()), before);
    // An address with folders in percent form opens nothing that is not a document of the report.
    for place in
        ["file:///etc/%70asswd", &format!("{}/%2e%2e/near.md/../../etc/passwd", uri(&folder, "")), "command:quit"]
    {
        let command = json!({ "command": "crosscheck.open", "arguments": [place, {}] });
        assert!(editor.ask("workspace/executeCommand", command)["error"].is_object(), "{place}");
    }
    assert!(!editor.told.iter().any(|m| m["method"] == "window/showDocument"));
}
