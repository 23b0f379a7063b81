//! What of an editor's messages is read. Own types for these few: those of the whole protocol took longer to compile than
//! this folder. A message that is not as it must be is passed over.

use super::position::{Position, Range};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub fn field<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Initialize {
    pub root_uri: Option<String>,
    pub root_path: Option<String>,
    pub workspace_folders: Option<Vec<Folder>>,
    pub capabilities: Value,
}

#[derive(Debug, Deserialize)]
pub struct Folder {
    pub uri: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    pub text_document: Item,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    pub uri: String,
    pub language_id: Option<String>,
    #[serde(default)]
    pub version: i64,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    pub text_document: Of,
    pub content_changes: Vec<Whole>,
}

/// The whole text, as was agreed.
#[derive(Debug, Deserialize)]
pub struct Whole {
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct Of {
    pub uri: String,
    pub version: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Closed {
    pub text_document: Of,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HoverAt {
    pub text_document: Of,
    pub position: Position,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CodeActions {
    pub text_document: Of,
    pub range: Range,
}

#[derive(Debug, Deserialize)]
pub struct Command {
    pub command: String,
    #[serde(default)]
    pub arguments: Vec<Value>,
}
