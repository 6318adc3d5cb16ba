//! Notes: the lines of a session that are no part of its conversation, as far as a fork has them, too.

use std::io::{self, Write};

use claude_types::SessionId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use uuid::Uuid;

/// What a fork takes over.
#[derive(Debug)]
pub(super) struct Notes {
    id: SessionId,
    /// The parts of old tool results that the CLI replaced to save space.
    replacements: Vec<Box<RawValue>>,
    /// The latest state of each of these, without its session.
    latch: Option<Value>,
    tools: Option<Value>,
    relocated: Option<Value>,
    /// Whether the account forbids to keep the history.
    suppressed: bool,
    pub(super) ai_title: Option<String>,
}

/// What the notes of a fork contain.
#[derive(Debug)]
pub(super) struct Ending<'e> {
    pub(super) id: &'e SessionId,
    pub(super) now: &'e str,
    pub(super) title: &'e str,
}

impl Notes {
    pub(super) fn of(id: &SessionId) -> Self {
        Self {
            id: id.clone(),
            replacements: Vec::new(),
            latch: None,
            tools: None,
            relocated: None,
            suppressed: false,
            ai_title: None,
        }
    }

    /// Reads a line of this type.
    pub(super) fn add(&mut self, kind: &str, line: &[u8]) {
        match kind {
            "content-replacement" => self.add_replacements(line),
            "history-suppression" => self.suppressed = true,
            "atis-latch" => set(&mut self.latch, &self.id, line, "atis", Value::is_string),
            "tools-used" => set(&mut self.tools, &self.id, line, "tools", Value::is_array),
            "relocated" => {
                let is_path = |it: &Value| it.as_str().is_some_and(|it| !it.is_empty());
                set(&mut self.relocated, &self.id, line, "relocatedCwd", is_path);
            }
            "ai-title" => {
                let title = field(line, "aiTitle").and_then(|it| it.as_str().map(str::to_owned));
                self.ai_title = title.filter(|it| !it.trim().is_empty()).or(self.ai_title.take());
            }
            _ => {}
        }
    }

    fn add_replacements(&mut self, line: &[u8]) {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Line {
            session_id: SessionId,
            replacements: Vec<Box<RawValue>>,
        }
        if let Ok(line) = serde_json::from_slice::<Line>(line)
            && line.session_id == self.id
        {
            self.replacements.extend(line.replacements);
        }
    }

    /// Writes what stands before the conversation.
    pub(super) fn write_beginning(&self, to: &Ending<'_>, out: &mut impl Write) -> io::Result<()> {
        if !self.suppressed {
            return Ok(());
        }
        let fields = [("cause", json(&"fork_inherit")?), ("ts", json(&to.now)?)];
        write(out, "history-suppression", to.id, &fields)
    }

    /// Writes what stands behind the conversation, with the title as the last line.
    pub(super) fn write_end(&self, to: &Ending<'_>, out: &mut impl Write) -> io::Result<()> {
        let own = || -> io::Result<_> {
            Ok([("uuid", json(&Uuid::new_v4().to_string())?), ("timestamp", json(&to.now)?)])
        };
        if !self.replacements.is_empty() {
            let [uuid, time] = own()?;
            let replacements = ("replacements", json(&self.replacements)?);
            write(out, "content-replacement", to.id, &[replacements, uuid, time])?;
        }
        for (kind, name, value) in [
            ("atis-latch", "atis", &self.latch),
            ("tools-used", "tools", &self.tools),
            ("relocated", "relocatedCwd", &self.relocated),
        ] {
            if let Some(value) = value {
                write(out, kind, to.id, &[(name, json(value)?)])?;
            }
        }
        let [uuid, time] = own()?;
        write(out, "custom-title", to.id, &[("customTitle", json(&to.title)?), uuid, time])
    }
}

fn json(value: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string(value)?)
}

/// Writes a line. Its type is the first field, because readers look for it there.
fn write(
    out: &mut impl Write,
    kind: &str,
    id: &SessionId,
    fields: &[(&str, String)],
) -> io::Result<()> {
    write!(out, "{{\"type\":\"{kind}\",\"sessionId\":\"{id}\"")?;
    for (name, value) in fields {
        write!(out, ",\"{name}\":{value}")?;
    }
    out.write_all(b"}\n")
}

/// Keeps the field of a line of this session, if it has this form.
fn set(
    slot: &mut Option<Value>,
    id: &SessionId,
    line: &[u8],
    name: &str,
    has_form: impl Fn(&Value) -> bool,
) {
    let is_own = field(line, "sessionId").is_some_and(|it| it == id.as_str());
    if let Some(value) = field(line, name).filter(|value| is_own && has_form(value)) {
        *slot = Some(value);
    }
}

fn field(line: &[u8], name: &str) -> Option<Value> {
    serde_json::from_slice::<Value>(line).ok()?.get_mut(name).map(Value::take)
}
