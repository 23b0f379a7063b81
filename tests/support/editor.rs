//! A small editor: it speaks the language server protocol to the built program, keeps the marks it is told of, and
//! applies edits to the texts it holds.

use super::Folder;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// No answer takes as long as this, on however slow a machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    asked: i64,
    /// By address: the marks of each document.
    pub marks: BTreeMap<String, Vec<Value>>,
    /// By address: the texts that are open, with their versions.
    pub texts: BTreeMap<String, (i64, String)>,
    /// What the server asked, or told, besides.
    pub told: Vec<Value>,
    pub able: Value,
    pub utf8: bool,
}

impl Editor {
    /// Opens the folder in an editor that can do all that there is, and counts in UTF-16.
    pub fn open(folder: &Folder) -> Editor {
        Editor::with(folder, json!(["utf-16"]), json!(uri(folder, "")))
    }

    pub fn with(folder: &Folder, encodings: Value, root: Value) -> Editor {
        Editor::serving(&mut folder.command(&["lsp"]), encodings, root)
    }

    /// One that starts its server so.
    pub fn serving(server: &mut Command, encodings: Value, root: Value) -> Editor {
        let mut child = server.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            while let Some(message) = message(&mut out) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let input = child.stdin.take();
        let utf8 = encodings[0] == "utf-8";
        let (marks, texts) = (BTreeMap::new(), BTreeMap::new());
        let mut editor =
            Editor { child, input, messages, asked: 0, marks, texts, told: Vec::new(), able: Value::Null, utf8 };
        let answer = editor.ask(
            "initialize",
            json!({
                "processId": null,
                "rootUri": root,
                "capabilities": {
                    "general": { "positionEncodings": encodings },
                    "window": { "showDocument": { "support": true } },
                    "workspace": {
                        "workspaceEdit": { "documentChanges": true },
                        "didChangeWatchedFiles": { "dynamicRegistration": true },
                    },
                },
            }),
        );
        editor.able = answer["result"]["capabilities"].clone();
        editor.tell("initialized", json!({}));
        editor
    }

    pub fn send(&mut self, message: &Value) {
        let text = serde_json::to_string(message).unwrap();
        self.raw(&format!("Content-Length: {}\r\n\r\n{text}", text.len()));
    }

    pub fn raw(&mut self, text: &str) {
        let input = self.input.as_mut().unwrap();
        input.write_all(text.as_bytes()).unwrap();
        input.flush().unwrap();
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request without waiting: its id.
    pub fn request(&mut self, method: &str, params: Value) -> i64 {
        self.asked += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": params }));
        self.asked
    }

    pub fn answer(&mut self, id: i64) -> Value {
        loop {
            let message = self.next();
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
        }
    }

    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        self.answer(id)
    }

    fn next(&mut self) -> Value {
        let message = self.messages.recv_timeout(PATIENCE).expect("a message of the server");
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().unwrap().to_owned();
            self.marks.insert(uri, message["params"]["diagnostics"].as_array().unwrap().clone());
        } else if message.get("method").is_some() {
            self.told.push(message.clone());
        }
        message
    }

    /// Until all that was sent is taken in: a question about the text is answered after it was looked at.
    pub fn settle(&mut self) {
        let any = self.texts.keys().next().cloned().unwrap_or_else(|| "file:///".to_owned());
        self.ask("textDocument/documentLink", json!({ "textDocument": { "uri": any } }));
    }

    pub fn show(&mut self, uri: &str, text: &str) {
        let language = if uri.ends_with(".md") { "markdown" } else { "plaintext" };
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.texts.insert(uri.to_owned(), (1, text.to_owned()));
        self.tell("textDocument/didOpen", json!({ "textDocument": item }));
    }

    pub fn edit(&mut self, uri: &str, text: &str) {
        let known = self.texts.get_mut(uri).unwrap();
        *known = (known.0 + 1, text.to_owned());
        let document = json!({ "uri": uri, "version": known.0 });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": text }] }));
    }

    pub fn rules(&self, uri: &str) -> Vec<String> {
        let marks = self.marks.get(uri).into_iter().flatten();
        marks.map(|mark| mark["code"].as_str().unwrap().to_owned()).collect()
    }

    /// The actions for the only mark of this rule.
    pub fn actions(&mut self, uri: &str, rule: &str) -> Vec<Value> {
        let marks: Vec<&Value> = self.marks[uri].iter().filter(|mark| mark["code"] == rule).collect();
        assert_eq!(marks.len(), 1, "{rule}: {:?}", self.marks);
        let mark = marks[0];
        let context = json!({ "diagnostics": [mark] });
        let params = json!({ "textDocument": { "uri": uri }, "range": mark["range"], "context": context });
        let answer = self.ask("textDocument/codeAction", params);
        let actions = answer["result"].as_array().expect("actions").clone();
        actions.into_iter().filter(|action| action["diagnostics"][0]["code"] == rule).collect()
    }

    /// Applies an edit to the texts that are open and tells of it; what is not open is handed back.
    pub fn apply(&mut self, action: &Value) -> Vec<(String, Vec<Value>)> {
        let mut elsewhere = Vec::new();
        for change in action["edit"]["documentChanges"].as_array().expect("an edit") {
            let uri = change["textDocument"]["uri"].as_str().unwrap().to_owned();
            let edits = change["edits"].as_array().unwrap().clone();
            let Some((version, text)) = self.texts.get(&uri).cloned() else {
                elsewhere.push((uri, edits));
                continue;
            };
            assert_eq!(change["textDocument"]["version"], version, "an edit of another text");
            let mut text = text;
            for edit in edits {
                let at = |end: &str| offset(&text, &edit["range"][end], self.utf8);
                text.replace_range(at("start")..at("end"), edit["newText"].as_str().unwrap());
            }
            self.edit(&uri, &text);
        }
        elsewhere
    }

    /// Ends it as the protocol asks: the exit status, and what was said on standard error.
    pub fn close(mut self) -> (Option<i32>, String) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.ended()
    }

    /// Goes away without a word, or after `exit`.
    pub fn ended(&mut self) -> (Option<i32>, String) {
        drop(self.input.take());
        let status = self.child.wait().unwrap().code();
        let mut err = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        (status, err)
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn message(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            head => {
                if let Some(digits) = head.strip_prefix("Content-Length: ") {
                    length = digits.parse().unwrap();
                }
            }
        }
    }
    let mut body = vec![0; length];
    out.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// The byte at a position as the protocol counts it.
pub fn offset(text: &str, position: &Value, utf8: bool) -> usize {
    let (line, character) = (position["line"].as_u64().unwrap(), position["character"].as_u64().unwrap());
    let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
    let mut seen = 0;
    for (at, c) in text[start..].char_indices() {
        if seen >= character {
            return start + at;
        }
        seen += if utf8 { c.len_utf8() } else { c.len_utf16() } as u64;
    }
    text.len()
}

/// The words at a range.
pub fn words<'t>(text: &'t str, range: &Value, utf8: bool) -> &'t str {
    &text[offset(text, &range["start"], utf8)..offset(text, &range["end"], utf8)]
}

/// The address of a file in the folder, for names that need no percent.
pub fn uri(folder: &Folder, name: &str) -> String {
    format!("file://{}", folder.path().join(name).display()).trim_end_matches('/').to_owned()
}
