//! Corpus: the recorded lines, and functions that decode and encode any of them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use claude_types::{
    ControlCancelFrame, ControlRequestFrame, ControlResponseFrame, KeepAliveFrame, Message, decode,
    frame_type,
};
use serde_json::Value;

pub(crate) use crate::invariants::{equal, without_added_nulls};

/// Every recorded line of stdout of the CLI, with the name of its recording.
pub(crate) fn lines() -> Vec<(String, String)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings"));
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 200, "the recordings are missing");
    let mut lines = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        lines.extend(text.lines().map(|line| (name.clone(), line.to_owned())));
    }
    lines
}

/// Only the JSON lines: a few recordings of other output formats contain plain text.
pub(crate) fn frames() -> Vec<(String, String)> {
    lines().into_iter().filter(|(_, line)| frame_type(line.as_bytes()).is_some()).collect()
}

/// One frame for each type, subtype and set of keys.
pub(crate) fn shapes() -> Vec<Value> {
    let mut shapes = BTreeMap::new();
    for (_, line) in frames() {
        let value: Value = serde_json::from_str(&line).unwrap();
        let keys: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
        let request = &value["request"]["subtype"];
        let response = &value["response"]["subtype"];
        let event = &value["event"]["type"];
        let name =
            format!("{} {} {request} {response} {event} {keys:?}", value["type"], value["subtype"]);
        shapes.entry(name).or_insert(value);
    }
    shapes.into_values().collect()
}

/// Operations on any frame.
pub(crate) trait Frame {
    fn json(&self) -> Value;
    fn debug(&self) -> String;
    /// The `Debug` text over many lines, indented.
    fn tree(&self) -> String;
}

impl<T: serde::Serialize + std::fmt::Debug> Frame for T {
    fn json(&self) -> Value {
        serde_json::from_str(&serde_json::to_string(self).unwrap()).unwrap()
    }

    fn debug(&self) -> String {
        format!("{self:?}")
    }

    fn tree(&self) -> String {
        format!("{self:#?}")
    }
}

/// Decodes a line as its own type.
pub(crate) fn frame(line: &str) -> Box<dyn Frame> {
    let bytes = line.as_bytes();
    match frame_type(bytes).as_deref() {
        Some("control_request") => {
            Box::new(decode::<ControlRequestFrame>("control_request", bytes).unwrap())
        }
        Some("control_response") => {
            Box::new(decode::<ControlResponseFrame>("control_response", bytes).unwrap())
        }
        Some("control_cancel_request") => {
            Box::new(decode::<ControlCancelFrame>("control_cancel_request", bytes).unwrap())
        }
        Some("keep_alive") => Box::new(decode::<KeepAliveFrame>("keep_alive", bytes).unwrap()),
        _ => Box::new(Message::decode(bytes)),
    }
}

/// Decodes a line as its own type and encodes it again.
pub(crate) fn round(line: &str) -> Value {
    frame(line).json()
}

/// The path of every value below the root, as a JSON pointer.
pub(crate) fn pointers(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, out: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(map) => {
                map.iter().map(|(k, v)| (k.replace('~', "~0").replace('/', "~1"), v)).collect()
            }
            Value::Array(list) => {
                list.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect()
            }
            _ => vec![],
        };
        for (key, child) in children {
            let path = format!("{path}/{key}");
            walk(child, &path, out);
            out.push(path);
        }
    }
    let mut out = Vec::new();
    walk(value, "", &mut out);
    out
}
