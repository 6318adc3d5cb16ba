//! Files: session files for tests.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) const ID: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";

/// A configuration folder that is removed at the end.
pub(crate) struct Folder {
    folder: TempDir,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn home(&self) -> claude_transcripts::Home {
        claude_transcripts::Home::at(self.path())
    }

    /// Writes lines to a session file of a project.
    pub(crate) fn write(&self, project: &str, id: &str, lines: &[Value]) -> PathBuf {
        self.text(&format!("projects/{project}/{id}.jsonl"), &text(lines))
    }

    pub(crate) fn text(&self, path: &str, text: &str) -> PathBuf {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }
}

pub(crate) fn text(lines: &[Value]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A line of the conversation, with its parent.
pub(crate) fn line(kind: &str, uuid: &str, parent: Option<&str>, content: Value) -> Value {
    json!({
        "parentUuid": parent, "isSidechain": false, "type": kind,
        "message": { "role": kind, "content": content },
        "uuid": uuid, "timestamp": "2026-01-01T12:00:00.000Z", "sessionId": ID, "cwd": "/home/me/app",
    })
}

/// The same with other fields.
pub(crate) fn with(mut line: Value, fields: Value) -> Value {
    let (Value::Object(line_fields), Value::Object(fields)) = (&mut line, fields) else { panic!() };
    line_fields.extend(fields);
    line
}

pub(crate) fn user(uuid: &str, parent: Option<&str>, text: &str) -> Value {
    line("user", uuid, parent, json!(text))
}

pub(crate) fn assistant(uuid: &str, parent: Option<&str>, text: &str) -> Value {
    line("assistant", uuid, parent, json!([{ "type": "text", "text": text }]))
}

/// A block of an answer that calls a tool.
pub(crate) fn call(uuid: &str, parent: &str, answer: &str, tool: &str) -> Value {
    let mut line = line(
        "assistant",
        uuid,
        Some(parent),
        json!([{ "type": "tool_use", "id": tool, "name": "Bash", "input": {} }]),
    );
    line["message"]["id"] = json!(answer);
    line
}

pub(crate) fn result(uuid: &str, parent: &str, tool: &str) -> Value {
    let content = json!([{ "type": "tool_result", "tool_use_id": tool, "content": "x" }]);
    line("user", uuid, Some(parent), content)
}
