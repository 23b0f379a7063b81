//! `crosscheck lsp`: the language server protocol on standard input and output. It reads what `check` reads, with the
//! editor's unsaved texts in the place of their files, and writes nothing but the baseline, when asked to.

mod actions;
mod buffers;
mod commands;
mod desk;
mod diagnostics;
mod links;
mod position;
mod server;
mod uri;
mod wire;

use super::cli::Conversion;
use crate::rules::Rule;
use actions::Able;
use buffers::{Buffers, true_path};
use commands::COMMANDS;
use desk::Desk;
use lsp_server::{Connection, Message};
use position::Encoding;
use serde_json::{Value, json};
use server::{Event, Server};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::{env, thread};
use wire::Initialize;

/// Serves until the editor ends it. The exit status is that of the protocol: 0 after a `shutdown`.
pub fn serve(rules: &[Rule], conversion: Conversion) -> Result<u8, String> {
    let (connection, threads) = Connection::stdio();
    let trouble =
        |error: &dyn std::fmt::Display| format!("lsp: {error}; start it from an editor (see docs/editors.md)");
    let (id, params) = connection.initialize_start().map_err(|error| trouble(&error))?;
    let asked: Initialize = serde_json::from_value(params).unwrap_or_default();
    let able = able(&asked.capabilities);
    connection.initialize_finish(id, about(able.encoding)).map_err(|error| trouble(&error))?;
    let root = root(&asked);
    if let Some(root) = &root {
        env::set_current_dir(root).map_err(|error| format!("{}: cannot be entered: {error}", root.display()))?;
    }
    let root = root.filter(|root| is_project(root));
    let (sender, events) = mpsc::channel();
    let Connection { sender: out, receiver } = connection;
    let messages = sender.clone();
    let reading = thread::spawn(move || {
        for message in receiver {
            if messages.send(Event::Message(message)).is_err() {
                return;
            }
        }
        let _ = messages.send(Event::Gone);
    });
    let (said, answers) = mpsc::channel::<Message>();
    let writing = thread::spawn(move || answers.into_iter().try_for_each(|message| out.send(message)).is_ok());
    let watches = flag(&asked.capabilities, "/workspace/didChangeWatchedFiles/dynamicRegistration");
    let server = Server {
        rules,
        out: said,
        events: sender,
        able,
        watches,
        root: root.clone(),
        buffers: Buffers::default(),
        desk: Some(Desk::new(root, conversion)),
        due: None,
        moved_on: Arc::default(),
        waiting: Vec::new(),
        published: BTreeMap::new(),
        told: Vec::new(),
        fault: None,
        asked: 0,
        is_shut_down: false,
    };
    let status = thread::scope(|scope| server.run(scope, &events));
    // All that was said is written before the process ends.
    drop(events);
    let _ = (writing.join(), reading.join());
    threads.join().map_err(|error| trouble(&error))?;
    Ok(status)
}

fn able(capabilities: &Value) -> Able {
    let offered = capabilities.pointer("/general/positionEncodings").cloned();
    let offered: Vec<String> = offered.and_then(|names| serde_json::from_value(names).ok()).unwrap_or_default();
    Able {
        encoding: Encoding::of(&offered),
        versions: flag(capabilities, "/workspace/workspaceEdit/documentChanges"),
        show: flag(capabilities, "/window/showDocument/support"),
    }
}

fn flag(capabilities: &Value, pointer: &str) -> bool {
    capabilities.pointer(pointer).and_then(Value::as_bool).unwrap_or(false)
}

/// What the server can do.
fn about(encoding: Encoding) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": encoding.name(),
            // Whole texts: a page is short, and none can go wrong half way.
            "textDocumentSync": { "openClose": true, "change": 1, "save": true },
            "hoverProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix"] },
            "documentLinkProvider": {},
            "executeCommandProvider": { "commands": COMMANDS },
        },
        "serverInfo": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
    })
}

/// The folder that the editor has open; of several the first.
fn root(asked: &Initialize) -> Option<PathBuf> {
    let folder = asked.workspace_folders.iter().flatten().next().and_then(|folder| uri::to_path(&folder.uri));
    let named = || asked.root_uri.as_deref().and_then(uri::to_path);
    let old = || asked.root_path.as_deref().map(PathBuf::from);
    folder.or_else(named).or_else(old).map(|path| true_path(&path)).filter(|path| path.is_dir())
}

/// Somebody's home, or the whole disk, is no project: of such a folder only what is open is checked.
fn is_project(root: &Path) -> bool {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(|home| true_path(Path::new(&home)));
    root.parent().is_some() && home.as_deref() != Some(root)
}
