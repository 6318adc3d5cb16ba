//! Exports: sessions as slim JSON lines, and as Markdown.

use std::path::PathBuf;

use claude_transcripts::Transcript;
use serde_json::{Value, json};

use crate::files::{Folder, ID, assistant, call, line, result, text, user, with};

fn slim(transcript: &Transcript) -> String {
    let mut slim = Vec::new();
    transcript.export_slim(&mut slim).unwrap();
    String::from_utf8(slim).unwrap()
}

fn markdown(folder: &Folder, lines: &[Value]) -> String {
    let mut page = Vec::new();
    Transcript::at(folder.write("-p", ID, lines)).export_markdown(&mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn a_slim_session_is_the_same_conversation_without_the_bulk() {
    let folder = Folder::new();
    let attachment = |kind: &str, uuid: &str, parent: &str| json!({ "type": "attachment", "attachment": { "type": kind }, "uuid": uuid, "parentUuid": parent });
    let lines = [
        json!({ "type": "api-request-shape", "shape": "large" }),
        user("a", None, "one"),
        attachment("prompt_snapshot", "s", "a"),
        json!({ "type": "progress", "uuid": "p", "parentUuid": "s" }),
        attachment("date_change", "d", "p"),
        assistant("b", Some("d"), "1"),
        assistant("b", Some("d"), "1"),
        json!({ "type": "cost-state", "sessionId": ID }),
        json!({ "type": "api-request", "id": 1 }),
    ];
    let torn = text(&lines) + "\0\0not JSON\n{\"type\":\"us";
    let transcript = Transcript::at(folder.text(&format!("projects/-p/{ID}.jsonl"), &torn));
    let expected = [
        lines[1].clone(),
        with(lines[4].clone(), json!({ "parentUuid": "a" })),
        lines[5].clone(),
        lines[7].clone(),
    ];
    let lines = slim(&transcript);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_slim_recording_has_all_its_messages_and_is_much_smaller() {
    let folder = Folder::new();
    for name in ["agents", "search", "others", "compaction"] {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/transcripts");
        let from = Transcript::at(PathBuf::from(path).join(format!("{name}.jsonl")));
        let slim = slim(&from);
        assert!(!slim.contains("\"type\":\"api-request"), "{name}");
        assert!(slim.len() < std::fs::read(from.path()).unwrap().len(), "{name}");
        let texts = |it: &Transcript| -> Vec<_> {
            let conversation = it.conversation().unwrap();
            conversation.messages().map(|it| it.unwrap().line).collect()
        };
        let slim = Transcript::at(folder.text(&format!("{name}.jsonl"), &slim));
        assert_eq!(
            format!("{:?}", texts(&slim).len()),
            format!("{:?}", texts(&from).len()),
            "{name}"
        );
        let text = |it: &Transcript| -> String {
            let conversation = it.conversation().unwrap();
            conversation.messages().map(|it| it.unwrap().text() + "\n").collect()
        };
        assert_eq!(text(&slim), text(&from), "{name}");
    }
}

#[test]
fn a_page_has_prompts_answers_calls_and_results() {
    let folder = Folder::new();
    let think = json!([{ "type": "thinking", "thinking": "hidden", "signature": "s" }]);
    let page = markdown(
        &folder,
        &[
            user("a", None, "Run it.\n"),
            with(user("m", Some("a"), "of the CLI"), json!({ "isMeta": true })),
            line("assistant", "t", Some("m"), think),
            assistant("b", Some("t"), "I run it."),
            call("c", "b", "answer", "tool"),
            result("r", "c", "tool"),
            assistant("d", Some("r"), "Done."),
        ],
    );
    let expected = "# Run it.\n\n## User\n\nRun it.\n\n## Claude\n\nI run it.\n\nTool call `Bash`:\n\n\
        ```json\n{}\n```\n\nResult:\n\n```text\nx\n```\n\nDone.\n";
    assert_eq!(page, expected);
}

#[test]
fn what_a_tool_returns_stays_in_its_fence() {
    let folder = Folder::new();
    let failed = json!([{
        "type": "tool_result", "tool_use_id": "tool", "is_error": true,
        "content": [{ "type": "text", "text": "```\n````\n# not a heading" }],
    }]);
    let page = markdown(
        &folder,
        &[
            user("a", None, "x"),
            call("c", "a", "answer", "tool"),
            line("user", "r", Some("c"), failed),
        ],
    );
    assert!(page.ends_with("\nError:\n\n`````text\n```\n````\n# not a heading\n`````\n"), "{page}");
}
