//! The loop: messages of the editor in, marks and answers out. One piece of work is under way at a time, on a thread of
//! its own that has the desk meanwhile; a text that moves on makes it stop, and questions wait until it is done.

use super::super::guard::guard;
use super::actions::{Able, actions};
use super::buffers::{Buffers, key};
use super::commands::{AGAINST, BASELINE, OPEN, add_to_baseline, check_against};
use super::desk::{Change, Desk};
use super::diagnostics::diagnostics;
use super::links::links;
use super::position::{byte, range};
use super::uri;
use super::wire::{Changed, Closed, CodeActions, Command, HoverAt, Of, Opened, field};
use crate::document::Format;
use crate::report::hover::hover;
use crate::report::visible;
use crate::rules::Rule;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread::Scope;
use std::time::{Duration, Instant};

/// How long nobody must type before the text is looked at.
const PAUSE: Duration = Duration::from_millis(150);

#[derive(Debug)]
pub enum Event {
    Message(Message),
    /// The editor went away.
    Gone,
    Done(Box<Work>),
}

/// The desk, back from work.
#[derive(Debug)]
pub struct Work {
    desk: Desk,
    /// Was it given up half way?
    whole: bool,
    fault: Option<String>,
}

#[derive(Debug)]
pub struct Server<'a> {
    pub rules: &'a [Rule],
    pub out: Sender<Message>,
    pub events: Sender<Event>,
    pub able: Able,
    /// Does the editor tell of files that change?
    pub watches: bool,
    /// The root of the editor's folder.
    pub root: Option<PathBuf>,
    pub buffers: Buffers,
    pub desk: Option<Desk>,
    /// What has changed since the last work began, and from when on it is looked at.
    pub due: Option<(Change, Instant)>,
    /// Tells the work under way to stop.
    pub moved_on: Arc<AtomicBool>,
    pub waiting: Vec<Request>,
    pub published: BTreeMap<String, Vec<Value>>,
    pub told: Vec<String>,
    pub fault: Option<String>,
    pub asked: i32,
    pub is_shut_down: bool,
}

impl<'a> Server<'a> {
    /// Until the editor ends it. The exit status.
    pub fn run<'scope>(mut self, scope: &'scope Scope<'scope, 'a>, events: &Receiver<Event>) -> u8
    where
        'a: 'scope,
    {
        if self.watches {
            self.watch();
        }
        self.changed(Change::Files);
        loop {
            self.begin(scope);
            let next = match &self.due {
                Some((_, at)) if self.desk.is_some() => {
                    events.recv_timeout(at.saturating_duration_since(Instant::now()))
                }
                _ => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match next {
                Ok(Event::Message(Message::Notification(note))) if note.method == "exit" => {
                    return u8::from(!self.is_shut_down);
                }
                Ok(Event::Message(message)) => self.take(message),
                Ok(Event::Done(work)) => self.done(*work),
                Err(RecvTimeoutError::Timeout) => {}
                Ok(Event::Gone) | Err(RecvTimeoutError::Disconnected) => return 0,
            }
        }
    }

    /// Begins the work that is due, if the desk is here.
    fn begin<'scope>(&mut self, scope: &'scope Scope<'scope, 'a>)
    where
        'a: 'scope,
    {
        let Some((change, at)) = self.due else { return };
        if at > Instant::now() {
            return;
        }
        let Some(mut desk) = self.desk.take() else { return };
        self.due = None;
        self.moved_on = Arc::new(AtomicBool::new(false));
        let (rules, buffers, moved_on) = (self.rules, self.buffers.clone(), Arc::clone(&self.moved_on));
        let (events, root, conversion) = (self.events.clone(), self.root.clone(), desk.conversion);
        scope.spawn(move || {
            let goes_on = || !moved_on.load(Ordering::Relaxed);
            let outcome = guard(|| desk.refresh(rules, &buffers, change, &goes_on));
            let (whole, fault) = match outcome {
                Ok(Ok(whole)) => (whole, None),
                Ok(Err(fault)) => (true, Some(fault)),
                // What is left of it is not to be trusted.
                Err(fault) => {
                    desk = Desk::new(root, conversion);
                    (true, Some(fault))
                }
            };
            // Nobody there: then the process ends anyway.
            let _ = events.send(Event::Done(Box::new(Work { desk, whole, fault })));
        });
    }

    fn done(&mut self, work: Work) {
        let Work { desk, whole, fault } = work;
        self.desk = Some(desk);
        if !whole || self.due.is_some() {
            return;
        }
        if fault != self.fault {
            if let Some(sentence) = &fault {
                self.show(1, sentence);
            }
            self.fault = fault;
        }
        self.publish();
        for request in std::mem::take(&mut self.waiting) {
            self.answer(request);
        }
    }

    fn changed(&mut self, change: Change) {
        let pause = if change == Change::Text { PAUSE } else { Duration::ZERO };
        let change = self.due.map_or(change, |(due, _)| due.max(change));
        let now = Instant::now();
        self.due = Some((change, now.checked_add(pause).unwrap_or(now)));
        self.moved_on.store(true, Ordering::Relaxed);
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Notification(note) => self.hear(note),
            Message::Request(request) if request.method == "shutdown" => {
                self.is_shut_down = true;
                self.reply(Response::new_ok(request.id, Value::Null));
            }
            Message::Request(request) if self.is_shut_down => {
                let code = ErrorCode::InvalidRequest as i32;
                self.reply(Response::new_err(request.id, code, "the server is shut down".to_owned()));
            }
            Message::Request(request) if ANSWERED.contains(&request.method.as_str()) => {
                // What is asked is about the text as it is now.
                if self.desk.is_some() && self.due.is_none() {
                    self.answer(request)
                } else {
                    self.waiting.push(request)
                }
            }
            Message::Request(request) => {
                let sentence = format!("there is no method `{}` here", request.method);
                self.reply(Response::new_err(request.id, ErrorCode::MethodNotFound as i32, sentence));
            }
            Message::Response(_) => {}
        }
    }

    fn hear(&mut self, note: Notification) {
        match note.method.as_str() {
            "textDocument/didOpen" => {
                if let Some(Opened { text_document: opened }) = field(note.params) {
                    self.buffers.put(&opened.uri, opened.language_id.as_deref(), opened.version, opened.text);
                    self.changed(Change::Files);
                }
            }
            "textDocument/didChange" => {
                if let Some(Changed { text_document: Of { uri, version }, mut content_changes }) = field(note.params)
                    && let Some(whole) = content_changes.pop()
                {
                    self.buffers.put(&uri, None, version.unwrap_or_default(), whole.text);
                    self.changed(Change::Text);
                }
            }
            "textDocument/didClose" => {
                if let Some(Closed { text_document: Of { uri, .. } }) = field(note.params) {
                    self.buffers.close(&uri);
                    self.changed(Change::Files);
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" | "workspace/didChangeConfiguration" => {
                self.changed(Change::Files);
            }
            "$/cancelRequest" => {
                let id = note.params.get("id").cloned().and_then(|id| serde_json::from_value::<RequestId>(id).ok());
                let given_up = |request: &mut Request| Some(&request.id) == id.as_ref();
                let cancelled: Vec<Request> = self.waiting.extract_if(.., given_up).collect();
                for request in cancelled {
                    let code = ErrorCode::RequestCanceled as i32;
                    self.reply(Response::new_err(request.id, code, "it was given up".to_owned()));
                }
            }
            _ => {}
        }
    }

    /// Asks to be told of files that change.
    fn watch(&mut self) {
        let kinds = ["**/crosscheck.toml", "**/pyproject.toml", "**/crosscheck.baseline", "**/.crosscheckignore"];
        let extensions: Vec<&str> = crate::document::Format::extensions().collect();
        let documents = format!("**/*.{{{}}}", extensions.join(","));
        let watchers: Vec<Value> =
            kinds.into_iter().chain([documents.as_str()]).map(|glob| json!({ "globPattern": glob })).collect();
        let options = json!({ "watchers": watchers });
        let method = "workspace/didChangeWatchedFiles";
        self.ask(
            "client/registerCapability",
            json!({ "registrations": [{ "id": "files", "method": method, "registerOptions": options }] }),
        );
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let Some(desk) = &mut self.desk else { return };
        let (able, buffers) = (self.able, &self.buffers);
        let result = match method.as_str() {
            "textDocument/hover" => field(params).map_or(Value::Null, |HoverAt { text_document, position }| {
                let file = key(&text_document.uri);
                let Some(index) = desk.document(&file) else { return Value::Null };
                let Some(ledger) = desk.report.ledgers.get(index) else { return Value::Null };
                if ledger.document.format == Format::Converted {
                    return Value::Null;
                }
                let at = byte(&ledger.document, position, able.encoding);
                hover(&desk.report, index, at).map_or(Value::Null, |hover| {
                    let range = range(&ledger.document, hover.place, able.encoding);
                    json!({ "contents": { "kind": "plaintext", "value": hover.text }, "range": range })
                })
            }),
            "textDocument/codeAction" => field(params).map_or(json!([]), |CodeActions { text_document, range }| {
                Value::Array(actions(desk, buffers, able, &key(&text_document.uri), range))
            }),
            "textDocument/documentLink" => field(params).map_or(json!([]), |Closed { text_document }| {
                Value::Array(links(desk, able.encoding, &key(&text_document.uri)))
            }),
            _ => {
                let outcome = match field(params) {
                    Some(command) => self.execute(command),
                    None => Err("the command is missing".to_owned()),
                };
                match outcome {
                    Ok(()) => Value::Null,
                    Err(sentence) => {
                        self.show(1, &sentence);
                        let code = ErrorCode::RequestFailed as i32;
                        return self.reply(Response::new_err(id, code, sentence));
                    }
                }
            }
        };
        self.reply(Response::new_ok(id, result));
    }

    fn execute(&mut self, Command { command, arguments }: Command) -> Result<(), String> {
        let Some(desk) = &mut self.desk else { return Err("the server is at work".to_owned()) };
        match command.as_str() {
            BASELINE => {
                let sentence = add_to_baseline(desk, &arguments)?;
                self.show(3, &sentence);
                self.changed(Change::Files);
            }
            AGAINST => {
                check_against(desk, &arguments)?;
                self.changed(Change::Files);
            }
            OPEN => {
                let [Value::String(uri), range] = arguments.as_slice() else {
                    return Err("the place is missing".to_owned());
                };
                // A document of the report, and nothing else that an address may name.
                if desk.document(&key(uri)).is_none() {
                    return Err(format!("{uri}: is no document that was read"));
                }
                self.ask("window/showDocument", json!({ "uri": uri, "takeFocus": true, "selection": range }));
            }
            _ => return Err(format!("there is no command `{command}`")),
        }
        Ok(())
    }

    /// Sends the marks of each document whose marks are others than before.
    fn publish(&mut self) {
        let Some(desk) = &self.desk else { return };
        let address =
            |file: &Path| self.buffers.get(file).map_or_else(|| uri::of_key(file), |buffer| buffer.uri.clone());
        let found = diagnostics(desk, self.able.encoding).into_iter();
        let mut now: BTreeMap<String, (Option<i64>, Vec<Value>)> = found
            .map(|(file, marks)| (address(&file), (self.buffers.get(&file).map(|buffer| buffer.version), marks)))
            .collect();
        for gone in self.published.keys() {
            now.entry(gone.clone()).or_default();
        }
        let said: Vec<String> = desk.said.iter().filter(|sentence| !self.told.contains(sentence)).cloned().collect();
        self.told.clone_from(&desk.said);
        for (uri, (version, marks)) in now {
            // A document of which nothing was ever said needs no word that there is nothing; an open one does.
            let known = self.published.get(&uri);
            if known == Some(&marks) || known.is_none() && marks.is_empty() && version.is_none() {
                continue;
            }
            let mut params = json!({ "uri": uri, "diagnostics": marks });
            if let (Some(version), Some(fields)) = (version, params.as_object_mut()) {
                fields.insert("version".to_owned(), json!(version));
            }
            self.note("textDocument/publishDiagnostics", params);
            self.published.insert(uri, marks);
        }
        for sentence in said {
            self.note("window/logMessage", json!({ "type": 2, "message": plain(&sentence) }));
        }
    }

    fn show(&self, kind: u8, sentence: &str) {
        self.note("window/showMessage", json!({ "type": kind, "message": plain(sentence) }));
    }

    fn note(&self, method: &str, params: Value) {
        self.send(Message::Notification(Notification { method: method.to_owned(), params }));
    }

    fn ask(&mut self, method: &str, params: Value) {
        self.asked = self.asked.saturating_add(1);
        let id = RequestId::from(self.asked);
        self.send(Message::Request(Request { id, method: method.to_owned(), params }));
    }

    fn reply(&self, response: Response) {
        self.send(Message::Response(response));
    }

    /// To an editor that went away nothing is to be said.
    fn send(&self, message: Message) {
        let _ = self.out.send(message);
    }
}

/// A sentence that an editor shows in a box of its own. Some make links of Markdown's there, of commands too, and a
/// file may be named like one.
fn plain(sentence: &str) -> String {
    visible(sentence).replace("](", "] (")
}

/// What is answered from the desk.
const ANSWERED: [&str; 4] =
    ["textDocument/hover", "textDocument/codeAction", "textDocument/documentLink", "workspace/executeCommand"];
