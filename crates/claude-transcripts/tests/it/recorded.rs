//! Recorded sessions of the real CLI: their conversations and subagents.

use std::path::PathBuf;

use claude_transcripts::{LineKind, Transcript};

fn recorded(name: &str) -> Transcript {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/transcripts");
    Transcript::at(PathBuf::from(folder).join(format!("{name}.jsonl")))
}

#[test]
fn every_line_of_a_healthy_file_is_an_object_that_decodes() {
    for name in ["agents", "checkpoints", "compaction", "files", "hooks"] {
        let transcript = recorded(name);
        let text = std::fs::read_to_string(transcript.path()).unwrap();
        let mut lines = transcript.lines().unwrap();
        let mut expected = text.lines();
        while let Some(line) = lines.next().unwrap() {
            assert_eq!(line.kind, LineKind::Object, "{name}");
            assert_eq!(line.bytes, expected.next().unwrap().as_bytes(), "{name}");
            assert!(line.decode().is_some(), "{name}");
        }
        assert_eq!(expected.next(), None, "{name}");
    }
}

#[test]
fn a_recorded_conversation_has_each_prompt_and_answer_once() {
    for name in ["agents", "checkpoints", "compaction", "files", "hooks"] {
        let conversation = recorded(name).conversation().unwrap();
        let mut uuids = std::collections::HashSet::new();
        for message in conversation.messages_across_compactions() {
            let message = message.unwrap();
            assert!(uuids.insert(message.uuid().unwrap().clone()), "{name}: doubled");
        }
        assert!(uuids.len() > 1, "{name}");
        assert_eq!(conversation.branches(), [], "{name}: nothing was left");
    }
}
