//! `crosscheck lsp --via pandoc`, with a program of that name: what was converted is held against the rest, and marked where
//! an editor can show it.

use super::editor::{Editor, uri, words};
use super::support::Folder;
use serde_json::json;
use std::fs;
use std::os::unix::fs::PermissionsExt;

const TEXT: &str = "The ferry Arrow of Skarn sank on 3 May 2014, and 12 people died.\n";
const ORG: &str =
    "#+TITLE: Fate\n\n* The Arrow\n\nThe ferry /Arrow/ of Skarn sank on *4 May 2014*, and 12 people died.\n";

/// A folder with a text and an Org file, and a pandoc that takes the marks off.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("a.txt", TEXT).write("b.org", ORG);
    folder.write("bin/pandoc", "#!/bin/sh\nexec sed -e 's,^#+TITLE.*,,' -e 's,^\\* ,# ,' -e 's,[*/],,g'\n");
    let program = folder.path().join("bin/pandoc");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

fn editor(folder: &Folder, arguments: &[&str]) -> Editor {
    let path = format!("{}:/usr/bin:/bin", folder.path().join("bin").display());
    Editor::serving(folder.command(arguments).env("PATH", path), json!(["utf-16"]), json!(uri(folder, "")))
}

#[test]
fn a_converted_file_is_one_of_the_set() {
    let folder = folder();
    let (here, there) = (uri(&folder, "a.txt"), uri(&folder, "b.org"));
    let mut editor = editor(&folder, &["lsp", "--via", "pandoc"]);
    editor.show(&here, TEXT);
    editor.settle();
    let [mark] = editor.marks[&here].as_slice() else { panic!("{:?}", editor.marks) };
    assert_eq!(words(TEXT, &mark["range"], false), "3 May 2014");
    assert!(mark["relatedInformation"][0]["message"].as_str().unwrap().contains("4 May 2014"), "{mark}");
    // No place of the converted text is one of the file: its mark stands at the head, and names the words.
    let head = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    let [mark] = editor.marks[&there].as_slice() else { panic!("{:?}", editor.marks) };
    assert_eq!(mark["range"], head);
    let message = mark["message"].as_str().unwrap();
    assert!(message.contains("\nat b.org:5:34, “4 May 2014”") && message.contains("made of this file"), "{message}");
    // The text can be mended, the file only where its writer does it.
    let actions = editor.actions(&here, "date/conflict");
    let edited: Vec<_> = actions.iter().filter(|action| !action["edit"].is_null()).collect();
    assert!(!edited.is_empty());
    assert!(edited.iter().all(|a| a["edit"]["documentChanges"][0]["textDocument"]["uri"] == here), "{edited:?}");
    let at = json!({ "textDocument": { "uri": there }, "position": { "line": 4, "character": 36 } });
    assert!(editor.ask("textDocument/hover", at)["result"].is_null());
    // What is not saved yet is converted, too.
    editor.show(&there, &ORG.replace("4 May", "3 May"));
    editor.settle();
    assert_eq!((editor.rules(&here).len(), editor.rules(&there).len()), (0, 0));
    assert_eq!(editor.close(), (Some(0), String::new()));
}

#[test]
fn without_the_option_nothing_is_converted() {
    let folder = folder();
    let here = uri(&folder, "a.txt");
    let mut editor = editor(&folder, &["lsp"]);
    editor.show(&here, TEXT);
    editor.settle();
    assert_eq!(editor.rules(&here), [""; 0]);
    assert!(!editor.marks.contains_key(&uri(&folder, "b.org")));
}
