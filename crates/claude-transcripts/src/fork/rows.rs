//! Rows: the lines of a session file that a fork copies, in one pass.

use std::collections::HashMap;
use std::io::{self, Read};

use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::notes::Notes;
use crate::lines::{LineKind, Lines, Place, Tags};

/// A line of the conversation, without its content.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) kind: Kind,
    /// The row of the line before it in the conversation.
    pub(super) parent: Option<u32>,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// A prompt, an answer or the result of a tool.
    Message,
    /// What the CLI showed while a tool ran. A fork leaves it out.
    Progress,
    /// The mark of a compaction.
    Compaction(Box<Compaction>),
    /// Anything else that connects messages.
    Link,
}

impl Row {
    pub(super) fn is_progress(&self) -> bool {
        matches!(self.kind, Kind::Progress)
    }
}

/// What the mark of a compaction names.
#[derive(Debug, Default)]
pub(super) struct Compaction {
    /// The message behind which those stand that were kept: the summary, mostly.
    pub(super) anchor: Option<String>,
    /// The messages that were kept, in their order. Older CLIs name the first and the last one only.
    pub(super) kept: Vec<String>,
    /// The first and the last message that were kept.
    pub(super) ends: Vec<String>,
    /// The last message before the compaction.
    pub(super) before: Option<String>,
    /// Whether it is a rewind, which is written in the form of a compaction.
    pub(super) is_rewind: bool,
}

/// What is known of an ID.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) new: Uuid,
    /// The first and the last row with this ID.
    pub(super) first: u32,
    pub(super) last: u32,
}

#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    pub(super) ids: HashMap<Box<str>, Known>,
    /// The parents of progress, over which a fork connects messages.
    pub(super) progress: HashMap<Box<str>, Box<str>>,
    /// The rows of prompts that were queued, by the ID that their sender knows.
    pub(super) sources: HashMap<Box<str>, u32>,
}

impl Rows {
    /// Reads the lines of the conversation. The others are for the notes.
    pub(super) fn read<R: Read>(lines: Lines<R>, notes: &mut Notes) -> io::Result<Self> {
        let (mut rows, mut parents) = (Self::default(), Vec::new());
        each_object(lines, |place, object| {
            if let Some(tags) = Tags::read(object) {
                rows.add(place, object, &tags, notes);
                let parent = tags.parent.map(|parent| Box::<str>::from(&*parent));
                parents.resize_with(rows.rows.len(), || parent.clone());
            }
            Ok(())
        })?;
        // A parent may follow its child.
        for (row, parent) in rows.rows.iter_mut().zip(parents) {
            row.parent = parent.and_then(|parent| rows.ids.get(&parent)).map(|it| it.first);
        }
        Ok(rows)
    }

    fn add(&mut self, place: Place, object: &[u8], tags: &Tags<'_>, notes: &mut Notes) {
        let Some(kind) = tags.kind.as_deref() else { return };
        let is_row = matches!(kind, "user" | "assistant" | "attachment" | "system" | "progress");
        let Some(uuid) = tags.uuid.as_deref().filter(|_| is_row) else {
            return notes.add(kind, object);
        };
        let Ok(number) = u32::try_from(self.rows.len()) else { return };
        if tags.sidechain {
            return;
        }
        let kind = match kind {
            "user" | "assistant" => Kind::Message,
            "progress" => Kind::Progress,
            "system" => compaction(object, uuid).map_or(Kind::Link, Kind::Compaction),
            _ => Kind::Link,
        };
        if let Some(source) = source(object, tags) {
            self.sources.entry(source.into()).or_insert(number);
        }
        if let (Kind::Progress, Some(parent)) = (&kind, &tags.parent) {
            self.progress.insert(uuid.into(), (&**parent).into());
        }
        let new = || Known { new: Uuid::new_v4(), first: number, last: number };
        self.ids.entry(uuid.into()).or_insert_with(new).last = number;
        self.rows.push(Row { place, kind, parent: None });
    }
}

/// Reads a file object by object: also those that share a line.
pub(super) fn each_object<R: Read>(
    mut lines: Lines<R>,
    mut visit: impl FnMut(Place, &[u8]) -> io::Result<()>,
) -> io::Result<()> {
    while let Some(line) = lines.next()? {
        if line.kind != LineKind::Object {
            continue;
        }
        if Tags::read(line.bytes).is_some() {
            visit(line.place, line.bytes)?;
            continue;
        }
        // Not one object, but perhaps two.
        for (place, object) in line.objects() {
            visit(place, object)?;
        }
    }
    Ok(())
}

fn compaction(object: &[u8], own: &str) -> Option<Box<Compaction>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct System {
        #[serde(default)]
        subtype: Value,
        #[serde(default)]
        logical_parent_uuid: Value,
        #[serde(default)]
        compact_metadata: Value,
    }
    let system: System = serde_json::from_slice(object).ok()?;
    if system.subtype != "compact_boundary" {
        return None;
    }
    let about = &system.compact_metadata;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let (messages, segment) = (&about["preservedMessages"], &about["preservedSegment"]);
    let group = if messages.is_object() { messages } else { segment };
    let anchor = text(&group["anchorUuid"]);
    let listed = messages["uuids"].as_array().into_iter().flatten();
    let ends = [&segment["headUuid"], &segment["tailUuid"]];
    Some(Box::new(Compaction {
        is_rewind: about["durationMs"] == 0 && anchor.as_deref() == Some(own),
        kept: listed.filter_map(text).collect(),
        ends: ends.into_iter().filter_map(text).collect(),
        before: text(&system.logical_parent_uuid),
        anchor,
    }))
}

/// Returns the ID that the sender of a queued prompt knows it by.
fn source(object: &[u8], tags: &Tags<'_>) -> Option<String> {
    #[derive(Deserialize)]
    struct Line {
        attachment: Attachment,
    }
    #[derive(Deserialize)]
    struct Attachment {
        r#type: String,
        source_uuid: String,
    }
    let has_one = tags.kind.as_deref() == Some("attachment")
        && memchr::memmem::find(object, b"\"source_uuid\"").is_some();
    let line = has_one.then(|| serde_json::from_slice::<Line>(object).ok())??;
    (line.attachment.r#type == "queued_command").then_some(line.attachment.source_uuid)
}
