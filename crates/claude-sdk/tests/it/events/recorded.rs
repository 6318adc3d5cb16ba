//! Recorded events: events of the output of the real CLI.

use std::collections::BTreeMap;
use std::fs;

use claude_sdk::events::{Event, Transcript};
use serde_json::Value;

use super::of_text;

/// Texts by thread and answer, in order.
type Texts = BTreeMap<(Option<String>, String), Vec<String>>;

struct Recording {
    name: String,
    lines: Vec<String>,
}

impl Recording {
    fn all() -> Vec<Self> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/recordings");
        let files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()).collect();
        assert!(files.len() > 200, "the recordings are missing");
        let read = |entry: fs::DirEntry| Self {
            name: entry.file_name().into_string().unwrap(),
            lines: fs::read_to_string(entry.path()).unwrap().lines().map(Into::into).collect(),
        };
        files.into_iter().map(read).collect()
    }

    fn values(&self) -> impl Iterator<Item = (&str, Value)> {
        self.lines.iter().map(|line| (&**line, serde_json::from_str(line).unwrap_or_default()))
    }

    fn has_pieces(&self) -> bool {
        self.values().any(|(_, value)| value["type"] == "stream_event")
    }

    /// The answers that have deltas.
    fn streamed(&self) -> Vec<String> {
        let started = self.values().filter(|(_, value)| value["event"]["type"] == "message_start");
        started
            .map(|(_, value)| value["event"]["message"]["id"].as_str().unwrap().to_owned())
            .collect()
    }

    /// The answer during which the CLI was killed: no block of it is complete, and its deltas stay.
    fn cut(&self) -> Option<String> {
        let ended = |value: &Value| {
            value["type"] == "result"
                || value["type"] == "assistant"
                || value["event"]["type"] == "message_stop"
        };
        let ends = self.values().filter(|(_, value)| ended(value)).count();
        let is_open = self.streamed().len() > ends;
        self.streamed().pop().filter(|_| is_open)
    }

    /// The lines whose type is not this one.
    fn without(&self, kind: &str) -> Vec<&str> {
        self.values().filter(|(_, value)| value["type"] != kind).map(|(line, _)| line).collect()
    }

    /// The texts of the complete messages.
    fn texts(&self) -> Texts {
        let mut texts = Texts::new();
        for (_, value) in self.values() {
            let failed = value["is_api_error_message"] == true || value["error"].is_string();
            if value["type"] != "assistant" || failed {
                continue;
            }
            let parent = value["parent_tool_use_id"].as_str().map(Into::into);
            let id = value["message"]["id"].as_str().unwrap().to_owned();
            for block in value["message"]["content"].as_array().unwrap() {
                if block["type"] == "text" {
                    let text = block["text"].as_str().unwrap().to_owned();
                    texts.entry((parent.clone(), id.clone())).or_default().push(text);
                }
            }
        }
        texts
    }
}

fn texts_of(events: &[Event]) -> Texts {
    let mut transcript = Transcript::new();
    events.iter().for_each(|event| transcript.apply(event));
    let mut texts = Texts::new();
    for (key, text) in transcript.texts() {
        let parent = key.parent().map(ToString::to_string);
        texts.entry((parent, key.message().to_string())).or_default().push(text.to_owned());
    }
    texts
}

#[test]
fn every_recording_gives_the_texts_of_its_complete_messages() {
    let (mut with_texts, mut with_pieces, mut killed) = (0, 0, 0);
    for recording in Recording::all() {
        let (name, expected, cut) = (&recording.name, recording.texts(), recording.cut());
        let standing = |lines: &mut dyn Iterator<Item = &str>| {
            let mut texts = texts_of(&of_text(lines));
            if let Some(id) = &cut {
                let text = texts.remove(&(None, id.clone()));
                assert!(text.is_none_or(|text| !text.concat().is_empty()), "{name}");
            }
            texts
        };
        let lines = || recording.lines.iter().map(String::as_str);
        assert_eq!(standing(&mut lines()), expected, "{name}");
        with_texts += usize::from(!expected.is_empty());
        killed += usize::from(cut.is_some());
        // Without deltas, and with every line twice, the texts are the same.
        let mut without = recording.without("stream_event").into_iter();
        assert_eq!(standing(&mut without), expected, "{name} without pieces");
        let mut twice = lines().flat_map(|line| [line, line]);
        assert_eq!(standing(&mut twice), expected, "{name} twice");
        if recording.has_pieces() {
            with_pieces += 1;
            // The CLI sends no deltas of subagents and of an answer that is retried without
            // streaming.
            let streamed = recording.streamed();
            let mut expected = expected;
            expected.retain(|(_, id), _| streamed.contains(id));
            let mut alone = recording.without("assistant").into_iter();
            assert_eq!(standing(&mut alone), expected, "{name} with pieces only");
        }
    }
    assert!(with_texts > 100, "{with_texts} recordings have texts");
    assert!(with_pieces >= 10, "{with_pieces} recordings have pieces");
    assert!((1..4).contains(&killed), "{killed} recordings end in the middle of an answer");
}

#[test]
fn every_call_of_every_recording_is_reported_once_and_settled_once() {
    let mut calls = 0;
    for recording in Recording::all() {
        let mut open = Vec::new();
        for event in of_text(recording.lines.iter().map(String::as_str)) {
            match event {
                Event::ToolUse(tool) => {
                    calls += 1;
                    open.push(tool.id().clone());
                }
                Event::ToolResult(result) => {
                    let place = open.iter().position(|id| id == result.tool_use_id());
                    // A result that the host created has no call.
                    if let Some(place) = place {
                        open.remove(place);
                        assert!(result.tool_use().is_some(), "{}", recording.name);
                    } else {
                        assert_eq!(result.tool_use(), None, "{}", recording.name);
                    }
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "{}: {open:?}", recording.name);
        let written = recording
            .values()
            .filter(|(_, value)| value["type"] == "assistant")
            .flat_map(|(_, value)| value["message"]["content"].as_array().unwrap().clone())
            .filter(|block| block["type"] == "tool_use" || block["type"] == "server_tool_use");
        calls -= written.count();
    }
    assert_eq!(calls, 0, "some calls were told too often or not at all");
}
