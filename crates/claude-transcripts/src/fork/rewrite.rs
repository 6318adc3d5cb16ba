//! Rewrite: a line of the conversation with the IDs of the fork.

use std::collections::HashSet;
use std::io;

use claude_types::SessionId;
use serde_json::{Map, Value, json};

use super::cut::Cut;
use super::rows::{Known, Rows};
use crate::lines::Object;

/// What belongs to the session that is forked, or to a moment in it.
const DROPPED: [&str; 11] = [
    "teamName",
    "agentName",
    "sessionKind",
    "slug",
    "sourceToolAssistantUUID",
    "summarizedTurnPromptUuids",
    "droppedPromptUuids",
    "sentAsUuid",
    "rowsAheadOfPutBack",
    "turnAttributionKey",
    "requestSessionId",
];

pub(super) struct Rewrite<'r> {
    rows: &'r Rows,
    cut: &'r Cut,
    id: &'r SessionId,
    new_id: &'r SessionId,
}

impl<'r> Rewrite<'r> {
    pub(super) fn new(
        rows: &'r Rows,
        cut: &'r Cut,
        id: &'r SessionId,
        new_id: &'r SessionId,
    ) -> Self {
        Self { rows, cut, id, new_id }
    }

    /// Returns the line of the fork. `time` replaces its own.
    pub(super) fn line(&self, line: &[u8], time: Option<&str>) -> io::Result<Vec<u8>> {
        let mut object = Object::read(line)?;
        let Some(uuid) = object.text("uuid") else {
            return Err(io::Error::other("the file was changed while it was read"));
        };
        let kind = object.text("type").unwrap_or_default();
        let asked = if kind == "assistant" { asked_in(&object) } else { None };
        object.remove(&DROPPED);
        object.set("uuid", &self.new_uuid(&uuid))?;
        let parent = object.text("parentUuid");
        object.set("parentUuid", &parent.and_then(|parent| self.new_parent(parent)))?;
        if let Some(before) = object.text("logicalParentUuid") {
            object.set("logicalParentUuid", &self.new_parent(before))?;
        }
        match kind.as_str() {
            "system" => self.system(&mut object, &uuid)?,
            "attachment" => self.attachment(&mut object)?,
            _ => {}
        }
        object.set("sessionId", self.new_id)?;
        if let Some(time) = time {
            object.set("timestamp", &time)?;
        }
        object.set("isSidechain", &false)?;
        if let Some(asked) = asked {
            object.set("requestSessionId", &asked)?;
        }
        let from = json!({ "sessionId": self.id, "messageUuid": uuid });
        object.set("forkedFrom", &from)?;
        object.line()
    }

    /// Returns the new ID of a line that the fork has.
    fn new_uuid(&self, old: &str) -> Option<String> {
        let is_copied = |it: &&Known| {
            let row = it.first as usize;
            self.cut.has(row) && !self.rows.rows[row].is_progress()
        };
        let known = self.rows.ids.get(old).filter(is_copied);
        known.map(|known| known.new.to_string())
    }

    /// Returns the new ID of the line before another one. Progress is passed over.
    fn new_parent(&self, parent: String) -> Option<String> {
        let (mut at, mut passed) = (parent.as_str(), HashSet::new());
        while let Some(known) = self.rows.ids.get(at)
            && self.rows.rows[known.last as usize].is_progress()
        {
            // A cycle has no end.
            at = self.rows.progress.get(at).filter(|_| passed.insert(at))?;
        }
        self.new_uuid(at)
    }

    fn system(&self, object: &mut Object<'_>, uuid: &str) -> io::Result<()> {
        if object.text("subtype").as_deref() == Some("model_refusal_fallback") {
            object.set("neutralizedByFork", &true)?;
        }
        let about = object.get("compactMetadata").map(serde_json::from_str::<Map<String, Value>>);
        let Some(Ok(mut about)) = about else { return Ok(()) };
        let summary = self.cut.summary.as_deref();
        if summary.is_some_and(|summary| summary != uuid && anchor(&about) == Some(summary)) {
            for field in ["preservedMessages", "preservedSegment", "postTokens"] {
                about.remove(field);
            }
        }
        about.remove("runningTurnSends");
        for (group, fields) in [
            ("preservedMessages", &["anchorUuid", "uuids", "allUuids"]),
            ("preservedSegment", &["headUuid", "anchorUuid", "tailUuid"]),
        ] {
            let Some(Value::Object(group)) = about.get_mut(group) else { continue };
            for field in fields {
                match group.get_mut(*field) {
                    Some(Value::Array(list)) => list.iter_mut().for_each(|it| self.rename(it)),
                    Some(value) => self.rename(value),
                    None => {}
                }
            }
        }
        object.set("compactMetadata", &about)
    }

    /// Replaces an ID by its new one. One that the fork does not have stays.
    fn rename(&self, id: &mut Value) {
        if let Some(new) = id.as_str().and_then(|id| self.new_uuid(id)) {
            *id = Value::String(new);
        }
    }

    fn attachment(&self, object: &mut Object<'_>) -> io::Result<()> {
        let named =
            |text: &&str| text.contains("source_uuid") || text.contains("nameOnlyAnnouncements");
        let value = object.get("attachment").filter(named);
        let Some(Ok(Value::Object(mut value))) = value.map(serde_json::from_str) else {
            return Ok(());
        };
        match value.get("type").and_then(Value::as_str) {
            Some("queued_command") => {
                if let Some(source) = value.get_mut("source_uuid") {
                    self.rename(source);
                }
            }
            Some("deferred_tools_record") => {
                let Some(Value::Array(list)) = value.get_mut("nameOnlyAnnouncements") else {
                    return Ok(());
                };
                list.retain(|id| id.as_str().is_some_and(|id| self.new_uuid(id).is_some()));
                list.iter_mut().for_each(|id| self.rename(id));
            }
            _ => return Ok(()),
        }
        object.set("attachment", &value)
    }
}

fn anchor(about: &Map<String, Value>) -> Option<&str> {
    let groups = ["preservedMessages", "preservedSegment"];
    let group = groups.into_iter().find_map(|name| about.get(name)?.as_object())?;
    group.get("anchorUuid")?.as_str()
}

/// Returns the session in which an answer was asked for.
fn asked_in(object: &Object<'_>) -> Option<String> {
    object.text("requestSessionId").or_else(|| {
        let from = object.get("forkedFrom").map(serde_json::from_str::<Value>);
        let from =
            from.and_then(Result::ok).and_then(|it| it["sessionId"].as_str().map(str::to_owned));
        from.or_else(|| object.text("sessionId"))
    })
}
