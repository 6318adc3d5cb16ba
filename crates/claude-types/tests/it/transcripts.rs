//! Transcripts: every line of the session files of the real CLI has a type, and encodes to equal
//! JSON.
//!
//! The files are from runs of CLI 2.1.329. Folders are invented and long texts shortened.
//! `others.jsonl` is not a session: it has one line of each form that the sessions do not contain.

use std::collections::BTreeSet;
use std::path::PathBuf;

use claude_types::{
    Message, SubagentMeta, SystemLine, TranscriptLine, TranscriptMirrorMessage, frame_type,
};
use serde_json::Value;

use crate::corpus::{equal, frames};

/// The files with this ending, by name.
fn files(ending: &str) -> Vec<(String, String)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts"));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "the files are missing");
    files
}

/// Every line of every session file, with the name of the file.
pub(crate) fn lines() -> Vec<(String, String)> {
    let files = files(".jsonl");
    let lines = files.iter().flat_map(|(name, text)| text.lines().map(move |line| (name, line)));
    lines.map(|(name, line)| (name.clone(), line.to_owned())).collect()
}

fn decode(line: &str) -> TranscriptLine {
    TranscriptLine::decode(line.as_bytes()).unwrap()
}

/// The untyped part of a decoded value, in its `Debug` text.
pub(crate) fn untyped(debug: &str) -> Option<String> {
    let marks = ["Unknown(Unknown {", "Undecoded(Undecoded {", "Other(\"", "extra: {\""];
    let at = marks.iter().find_map(|mark| debug.find(mark))?;
    Some(debug[at..].chars().take(200).collect())
}

#[test]
fn every_line_is_typed_in_full() {
    let untyped: BTreeSet<_> = lines()
        .iter()
        .filter_map(|(name, line)| {
            Some(format!("{name}: {}", untyped(&format!("{:?}", decode(line)))?))
        })
        .collect();
    assert!(untyped.is_empty(), "{untyped:#?}");
}

#[test]
fn every_line_comes_back_equal() {
    for (name, line) in lines() {
        let before: Value = serde_json::from_str(&line).unwrap();
        let after: Value = serde_json::to_value(decode(&line)).unwrap();
        assert!(equal(&before, &after), "{name}\n{before}\n{after}");
    }
}

#[test]
fn the_files_hold_every_form_that_was_seen() {
    let forms: BTreeSet<_> = lines()
        .iter()
        .map(|(_, line)| {
            let line: Value = serde_json::from_str(line).unwrap();
            let of = [&line["subtype"], &line["operation"], &line["attachment"]["type"]];
            format!("{} {of:?}", line["type"])
        })
        .collect();
    assert_eq!(forms.len(), 58);
}

#[test]
fn each_line_refers_to_an_earlier_line() {
    for (name, text) in files(".jsonl") {
        if name == "others.jsonl" {
            continue;
        }
        let (mut known, mut roots, mut session) = (BTreeSet::new(), 0, BTreeSet::new());
        for line in text.lines().map(decode) {
            session.extend(line.session_id().cloned());
            match (line.uuid(), line.parent_uuid()) {
                (Some(_), Some(parent)) => assert!(known.contains(parent), "{name}: {parent}"),
                (Some(_), None) => roots += usize::from(is_of_conversation(&line)),
                (None, _) => {}
            }
            known.extend(line.uuid().cloned());
        }
        let compacted = text.contains("compact_boundary");
        assert_eq!(roots, 1 + usize::from(compacted), "{name}");
        assert_eq!(session.len(), 1, "{name}");
    }
}

fn is_of_conversation(line: &TranscriptLine) -> bool {
    matches!(
        line,
        TranscriptLine::User(_)
            | TranscriptLine::Assistant(_)
            | TranscriptLine::Attachment(_)
            | TranscriptLine::System(_)
    )
}

#[test]
fn a_boundary_names_the_kept_messages() {
    let boundaries: Vec<_> = lines()
        .iter()
        .filter_map(|(_, line)| match decode(line) {
            TranscriptLine::System(SystemLine::CompactBoundary(boundary)) => Some(boundary),
            _ => None,
        })
        .collect();
    let [boundary] = &boundaries[..] else { panic!("{} boundaries", boundaries.len()) };
    let kept = boundary.compact_metadata.as_ref().unwrap();
    let segment = kept.preserved_segment.as_ref().unwrap();
    assert_eq!(segment.tail_uuid, boundary.logical_parent_uuid);
    assert_eq!(kept.pre_tokens, Some(120));
}

#[test]
fn mirrored_lines_are_lines_of_session_files() {
    let mut count = 0;
    for (name, line) in frames() {
        if frame_type(line.as_bytes()).as_deref() != Some("transcript_mirror") {
            continue;
        }
        let Message::TranscriptMirror(mirror) = Message::decode(line.as_bytes()) else {
            panic!("{line}")
        };
        let mirror: TranscriptMirrorMessage = *mirror;
        for entry in mirror.lines() {
            assert_eq!(untyped(&format!("{:?}", entry.unwrap())), None, "{name}");
            count += 1;
        }
    }
    assert!(count > 10, "{count} mirrored lines");
}

#[test]
fn subagents_have_a_metadata_file() {
    for (name, text) in files(".meta.json") {
        let before: Value = serde_json::from_str(&text).unwrap();
        let meta: SubagentMeta = serde_json::from_str(&text).unwrap();
        assert_eq!(untyped(&format!("{meta:?}")), None, "{name}");
        assert!(meta.tool_use_id.is_some() && meta.agent_type.is_some());
        assert!(equal(&before, &serde_json::to_value(&meta).unwrap()), "{name}");
    }
}

#[test]
fn an_unknown_line_is_kept() {
    let text = r#"{"type": "dream", "of": [1, 2]}"#;
    let TranscriptLine::Unknown(unknown) = decode(text) else { panic!() };
    assert_eq!((unknown.tag(), unknown.raw().get()), ("dream", text));

    let TranscriptLine::Attachment(line) =
        decode(r#"{"type": "attachment", "attachment": {"type": "scent", "of": "tea"}, "new": 1}"#)
    else {
        panic!()
    };
    assert!(untyped(&format!("{:?}", line.attachment)).unwrap().starts_with("Unknown"));
    assert_eq!(line.extra.get("new").unwrap().get(), "1");
}

#[test]
fn an_invalid_field_loses_only_itself() {
    let line =
        r#"{"type":"user","parentUuid":7,"message":{"role":"user","content":"hi"},"uuid":"u"}"#;
    let TranscriptLine::User(line) = decode(line) else { panic!() };
    assert_eq!(line.message.content.text(), "hi");
    assert_eq!(line.extra.get("parentUuid").unwrap().get(), "7");
    assert_eq!(untyped(&format!("{line:?}")).unwrap(), "extra: {\"parentUuid\": 7} }");

    let line = r#"{"type":"user","message":"hi","uuid":"u"}"#;
    assert!(matches!(decode(line), TranscriptLine::Undecoded(_)));
}

#[test]
fn partial_lines_of_a_crash_are_recognized() {
    let line = "{\"type\":\"mode\",\"mode\":\"normal\"}";
    assert_eq!(decode(&format!("\0\0\0{line}")), decode(line));
    for torn in ["", "\0\0", &line[..12], "text"] {
        assert!(TranscriptLine::decode(torn.as_bytes()).is_err(), "{torn:?}");
    }
}
