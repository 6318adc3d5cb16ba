//! Forks: new sessions with the messages of another one, up to a point.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use claude_transcripts::{Error, ForkPoint, Transcript};
use serde_json::{Value, json};

use crate::files::{Folder, ID, assistant, text, user, with};

fn fork_at(from: &Transcript, uuid: &str) -> Transcript {
    from.fork(ForkPoint::Message(uuid.into()), None).unwrap()
}

fn fork(from: &Transcript) -> Transcript {
    from.fork(ForkPoint::End, None).unwrap()
}

fn lines(transcript: &Transcript) -> Vec<Value> {
    let text = std::fs::read_to_string(transcript.path()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The lines of the conversation, with the IDs that they were forked from.
fn copied(transcript: &Transcript) -> Vec<Value> {
    let mut lines = lines(transcript);
    lines.retain(|line| line["forkedFrom"].is_object());
    let old = |line: &Value| line["forkedFrom"]["messageUuid"].as_str().unwrap().to_owned();
    let olds: HashMap<String, String> =
        lines.iter().map(|line| (line["uuid"].as_str().unwrap().to_owned(), old(line))).collect();
    let mut text = serde_json::to_string(&lines).unwrap();
    for (new, old) in &olds {
        text = text.replace(new, old);
    }
    serde_json::from_str(&text).unwrap()
}

fn uuids(transcript: &Transcript) -> Vec<String> {
    copied(transcript).iter().map(|line| line["uuid"].as_str().unwrap().to_owned()).collect()
}

fn recorded(folder: &Folder, name: &str, id: &str) -> Transcript {
    let from = concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/transcripts");
    let text = std::fs::read_to_string(PathBuf::from(from).join(name)).unwrap();
    Transcript::at(folder.text(&format!("projects/-p/{id}.jsonl"), &text))
}

fn texts(transcript: &Transcript) -> Vec<String> {
    let conversation = transcript.conversation().unwrap();
    conversation.messages().map(|message| message.unwrap().text()).collect()
}

#[test]
fn a_fork_has_each_message_under_a_new_id_and_its_chain() {
    let folder = Folder::new();
    let of_session = json!({
        "slug": "s", "teamName": "t", "agentName": "a", "sourceToolAssistantUUID": "x",
        "sessionKind": "k", "big": 12_345_678_901_234_567_890_u64, "version": "2.1.332",
    });
    let path = folder.write(
        "-p",
        ID,
        &[
            json!({ "type": "api-request", "uuid": "r", "sessionId": ID }),
            user("a", None, "the first"),
            assistant("b", Some("a"), "Yes."),
            with(user("c", Some("b"), "the second"), of_session),
            with(user("s", Some("c"), "aside"), json!({ "isSidechain": true })),
            json!({ "type": "file-history-snapshot", "messageId": "c", "snapshot": {} }),
            assistant("d", Some("c"), "Done."),
        ],
    );
    let (from, before) = (Transcript::at(&path), std::fs::read(&path).unwrap());
    let new = fork(&from);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let id = new.session_id().unwrap();
    let all = lines(&new);
    assert!(all.iter().all(|line| line["sessionId"] == id.as_str()), "{all:?}");
    let ids: HashSet<_> = all.iter().map(|line| line["uuid"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 5);
    assert!(ids.iter().all(|id| id.len() == 36));
    let copied = copied(&new);
    let parents: Vec<_> =
        copied.iter().map(|line| (line["uuid"].as_str(), line["parentUuid"].as_str())).collect();
    assert_eq!(
        parents,
        [(Some("a"), None), (Some("b"), Some("a")), (Some("c"), Some("b")), (Some("d"), Some("c")),]
    );
    assert!(copied.iter().all(|line| line["forkedFrom"]["sessionId"] == ID));
    let third = copied[2].as_object().unwrap();
    for dropped in ["slug", "teamName", "agentName", "sourceToolAssistantUUID", "sessionKind"] {
        assert!(!third.contains_key(dropped), "{dropped}");
    }
    assert_eq!(
        (&third["big"], &third["version"]),
        (&json!(12_345_678_901_234_567_890_u64), &json!("2.1.332"))
    );
    // Only the last message is of now, so a resumed CLI goes on from it.
    assert_eq!(third["timestamp"], "2026-01-01T12:00:00.000Z");
    assert_ne!(copied[3]["timestamp"], third["timestamp"]);
    // An answer says in which session it was asked for.
    assert_eq!((&copied[1]["requestSessionId"], third.get("requestSessionId")), (&json!(ID), None));
    assert_eq!(texts(&new), ["the first", "Yes.", "the second", "Done."]);
    let again = fork(&new);
    assert_eq!(lines(&again)[1]["requestSessionId"], ID);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(new.path().metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Two forks, and nothing temporary.
    assert_eq!(path.parent().unwrap().read_dir().unwrap().count(), 3);
}

#[test]
fn a_fork_of_a_recorded_session_is_the_same_conversation() {
    let folder = Folder::new();
    for name in ["agents", "checkpoints", "files", "hooks", "shell", "tasks", "worktree"] {
        let from = recorded(&folder, &format!("{name}.jsonl"), ID);
        let new = fork(&from);
        assert_eq!(texts(&new), texts(&from), "{name}");
        let count = |it: &Transcript| it.conversation().unwrap().messages_and_notices().len();
        assert_eq!(count(&new), count(&from), "{name}");
        assert_eq!(new.conversation().unwrap().branches(), [], "{name}");
    }
}

#[test]
fn a_fork_ends_with_the_message_of_its_point() {
    let folder = Folder::new();
    let queued = json!({ "type": "queued_command", "prompt": "queued", "source_uuid": "sent" });
    let path = folder.write(
        "-p",
        ID,
        &[
            user("a", None, "one"),
            assistant("b", Some("a"), "1"),
            json!({
                "type": "attachment", "uuid": "q", "parentUuid": "b", "isSidechain": false,
                "attachment": queued, "sessionId": ID, "timestamp": "2026-01-01T12:00:00.000Z",
            }),
            user("c", Some("q"), "two"),
            with(user("s", Some("c"), "aside"), json!({ "isSidechain": true })),
        ],
    );
    let from = Transcript::at(&path);
    assert_eq!(uuids(&fork_at(&from, "a")), ["a"]);
    assert_eq!(uuids(&fork_at(&from, "b")), ["a", "b"]);
    assert_eq!(uuids(&fork_at(&from, "c")), ["a", "b", "q", "c"]);
    // The ID that the sender of a queued prompt knows it by.
    assert_eq!(uuids(&fork_at(&from, "sent")), ["a", "b", "q"]);
    let count = || path.parent().unwrap().read_dir().unwrap().count();
    let before = count();
    for unknown in ["x", "s", ""] {
        let error = from.fork(ForkPoint::Message(unknown.into()), None).unwrap_err();
        let Error::NoMessage { id, message, .. } = &error else { panic!("{error}") };
        assert_eq!((id.as_str(), message.as_ref().unwrap().as_str()), (ID, unknown));
    }
    for lines in [vec![], vec![json!({ "type": "mode" })]] {
        let empty = Transcript::at(folder.write("-q", ID, &lines));
        let error = empty.fork(ForkPoint::End, None).unwrap_err();
        assert!(matches!(error, Error::NoMessage { message: None, .. }), "{error}");
    }
    let missing = Transcript::at(path.with_file_name("00000000-0000-4000-8000-000000000001.jsonl"));
    assert!(matches!(missing.fork(ForkPoint::End, None), Err(Error::NotFound { .. })));
    assert_eq!(count(), before);
}

#[test]
fn a_fork_is_named_after_its_session_unless_it_is_given_a_title() {
    let folder = Folder::new();
    let first = user("a", None, "the first");
    let title =
        |text: &str| json!({ "type": "custom-title", "customTitle": text, "sessionId": ID });
    let ai = |text: &str| json!({ "type": "ai-title", "aiTitle": text, "sessionId": ID });
    let meta = with(user("a", None, "x"), json!({ "isMeta": true }));
    for (lines, given, expected) in [
        (vec![first.clone()], None, "the first (fork)"),
        (vec![first.clone(), ai("of a model")], None, "of a model (fork)"),
        (vec![first.clone(), title("mine"), ai("of a model")], None, "mine (fork)"),
        (vec![first.clone(), title("mine")], Some("  "), "mine (fork)"),
        (vec![first.clone(), title("mine")], Some(" given "), "given"),
        (vec![meta], None, "Forked session (fork)"),
    ] {
        let from = Transcript::at(folder.write("-p", ID, &lines));
        let new = from.fork(ForkPoint::End, given).unwrap();
        let title = new.info().unwrap().unwrap().custom_title;
        assert_eq!(title.as_deref(), Some(expected));
    }
}

/// The marks of compactions in a fork.
fn marks(transcript: &Transcript) -> Vec<Value> {
    let mut lines = copied(transcript);
    lines.retain(|line| line["subtype"] == "compact_boundary");
    lines
}

/// Two messages, a compaction that keeps the second one, its summary, and an answer.
fn compacted(folder: &Folder, about: Value) -> Transcript {
    let mark = json!({
        "type": "system", "subtype": "compact_boundary", "uuid": "m", "parentUuid": null,
        "logicalParentUuid": "b", "isSidechain": false, "compactMetadata": about, "sessionId": ID,
        "timestamp": "2026-01-01T12:00:00.000Z",
    });
    Transcript::at(folder.write(
        "-p",
        ID,
        &[
            user("a", None, "one"),
            assistant("b", Some("a"), "1"),
            user("left", Some("a"), "abandoned"),
            mark,
            with(user("sum", Some("m"), "summary"), json!({ "isCompactSummary": true })),
            assistant("c", Some("sum"), "2"),
        ],
    ))
}

fn kept() -> Value {
    json!({
        "trigger": "manual", "durationMs": 45, "postTokens": 9, "runningTurnSends": ["x"],
        "preservedMessages": { "anchorUuid": "sum", "uuids": ["b"], "allUuids": ["b", "gone"] },
        "preservedSegment": { "headUuid": "b", "anchorUuid": "sum", "tailUuid": "b" },
    })
}

#[test]
fn a_fork_behind_a_compaction_keeps_what_the_compaction_kept() {
    let folder = Folder::new();
    let from = compacted(&folder, kept());
    for new in [fork(&from), fork_at(&from, "c")] {
        assert_eq!(uuids(&new), ["a", "b", "left", "m", "sum", "c"]);
        // `copied` names the old IDs, so they were all replaced: `gone` is in no line.
        let mark = &marks(&new)[0];
        let mut expected = kept();
        expected.as_object_mut().unwrap().remove("runningTurnSends");
        assert_eq!(mark["compactMetadata"], expected);
        assert_eq!((&mark["logicalParentUuid"], &mark["parentUuid"]), (&json!("b"), &json!(null)));
        assert!(
            !lines(&new)
                .iter()
                .any(|line| line["compactMetadata"]["preservedMessages"]["uuids"] == json!(["b"]))
        );
        assert_eq!(texts(&new), texts(&from));
    }
}

#[test]
fn a_fork_at_a_summary_leaves_out_what_was_kept_behind_it() {
    let folder = Folder::new();
    let new = fork_at(&compacted(&folder, kept()), "sum");
    assert_eq!(uuids(&new), ["a", "b", "left", "m", "sum"]);
    assert_eq!(marks(&new)[0]["compactMetadata"], json!({ "trigger": "manual", "durationMs": 45 }));
    assert_eq!(texts(&new), ["summary"]);
}

#[test]
fn a_fork_at_the_mark_of_a_compaction_ends_before_it() {
    let folder = Folder::new();
    // With what the compaction continued, and not with a branch that was left.
    let from = compacted(&folder, kept());
    assert_eq!(uuids(&fork_at(&from, "m")), ["a", "b"]);
    // A compaction that kept nothing continued its logical parent.
    let from = compacted(&folder, json!({ "trigger": "auto" }));
    assert_eq!(uuids(&fork_at(&from, "m")), ["a", "b"]);
    // A rewind has the form of a compaction, and stays.
    let rewind =
        json!({ "durationMs": 0, "preservedMessages": { "anchorUuid": "m", "uuids": ["b"] } });
    let from = compacted(&folder, rewind);
    assert_eq!(uuids(&fork_at(&from, "m")), ["a", "b", "left", "m"]);
}

#[test]
fn progress_is_left_out_of_the_chain_also_in_a_cycle() {
    let folder = Folder::new();
    let progress = |uuid: &str, parent: &str| json!({ "type": "progress", "uuid": uuid, "parentUuid": parent, "isSidechain": false, "sessionId": ID });
    let from = Transcript::at(folder.write(
        "-p",
        ID,
        &[
            user("a", None, "one"),
            progress("p", "a"),
            progress("q", "p"),
            assistant("b", Some("q"), "1"),
            progress("x", "y"),
            progress("y", "x"),
            assistant("c", Some("y"), "lost in a cycle"),
            assistant("d", Some("gone"), "its parent was lost"),
        ],
    ));
    let copied = copied(&fork(&from));
    let parents: Vec<_> = copied
        .iter()
        .map(|line| (line["uuid"].as_str().unwrap(), line["parentUuid"].as_str()))
        .collect();
    assert_eq!(parents, [("a", None), ("b", Some("a")), ("c", None), ("d", None)]);
}

#[test]
fn a_damaged_file_is_forked_without_its_damage() {
    let folder = Folder::new();
    let (a, b) = (user("a", None, "one"), assistant("b", Some("a"), "1"));
    let c = user("c", Some("b"), "\u{0}two");
    let foreign = r#"{"type":"user","uuid":"o","parentUuid":"c","n":1e999,"message":{"role":"user","content":"\ud800"}}"#;
    let text = format!("{a}{b}\nnot JSON\n\0\0\0{c}\n[1]\n{foreign}\n{{\"type\":\"user\",\"uu");
    let from = Transcript::at(folder.text(&format!("projects/-p/{ID}.jsonl"), &text));
    let new = fork(&from);
    let written = std::fs::read_to_string(new.path()).unwrap();
    assert_eq!(written.lines().count(), 5);
    assert!(
        written.contains(r#""n":1e999,"message":{"role":"user","content":"\ud800"}"#),
        "{written}"
    );
    assert!(written.contains("\\u0000two"));
}

#[test]
fn the_state_of_the_session_is_taken_over_but_not_that_of_others() {
    let folder = Folder::new();
    let replacement = |id: &str, with: &str| json!({ "type": "content-replacement", "sessionId": id, "replacements": [{ "with": with }] });
    let latch =
        |id: &str, atis: &str| json!({ "type": "atis-latch", "sessionId": id, "atis": atis });
    let from = Transcript::at(folder.write(
        "-p",
        ID,
        &[
            user("a", None, "one"),
            replacement(ID, "1"),
            latch(ID, "old"),
            latch(ID, "new"),
            latch("other", "foreign"),
            json!({ "type": "tools-used", "sessionId": ID, "tools": ["Bash"] }),
            json!({ "type": "relocated", "sessionId": ID, "relocatedCwd": "/w" }),
            replacement("other", "foreign"),
            replacement(ID, "2"),
            json!({ "type": "history-suppression", "sessionId": ID, "cause": "x" }),
            json!({ "type": "cost-state", "sessionId": ID }),
        ],
    ));
    let new = fork(&from);
    let text = std::fs::read_to_string(new.path()).unwrap();
    assert!(!text.contains("foreign") && !text.contains("cost-state"));
    let lines = lines(&new);
    let kinds: Vec<_> = lines.iter().map(|line| line["type"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        [
            "history-suppression",
            "user",
            "content-replacement",
            "atis-latch",
            "tools-used",
            "relocated",
            "custom-title",
        ]
    );
    assert_eq!(lines[2]["replacements"], json!([{ "with": "1" }, { "with": "2" }]));
    assert_eq!((&lines[3]["atis"], &lines[5]["relocatedCwd"]), (&json!("new"), &json!("/w")));
    // Readers look for the type at the beginning of a line.
    let starts = |line: &str| line.starts_with("{\"type\":\"");
    assert_eq!(text.lines().filter(|line| starts(line)).count(), 6);
    // The bytes of the last line, except for its ID and time.
    let id = new.session_id().unwrap();
    let start = format!(
        "{{\"type\":\"custom-title\",\"sessionId\":\"{id}\",\"customTitle\":\"one (fork)\",\"uuid\":\""
    );
    assert!(text.lines().last().unwrap().starts_with(&start), "{text}");
}

#[test]
fn a_session_is_forked_while_it_is_open_and_its_torn_end_is_left_out() {
    let folder = Folder::new();
    let whole = text(&[user("a", None, "one"), assistant("b", Some("a"), "1")]);
    let path = folder.text(&format!("projects/-p/{ID}.jsonl"), &(whole + "{\"type\":\"assist"));
    let note = json!({ "pid": std::process::id(), "sessionId": ID });
    folder.text(&format!("sessions/{}.json", std::process::id()), &note.to_string());
    assert_eq!(uuids(&fork(&Transcript::at(path))), ["a", "b"]);
}

#[test]
fn a_fork_does_not_have_a_compaction_that_was_left_by_a_rewind() {
    let folder = Folder::new();
    let mark = |uuid: &str, kept: &str| {
        json!({
            "type": "system", "subtype": "compact_boundary", "uuid": uuid, "parentUuid": null,
            "logicalParentUuid": "b", "isSidechain": false, "sessionId": ID,
            "compactMetadata": { "preservedMessages": { "anchorUuid": "sum", "uuids": [kept] } },
        })
    };
    let session = |kept: &str| {
        Transcript::at(folder.write(
            "-p",
            ID,
            &[
                user("a", None, "one"),
                assistant("b", Some("a"), "1"),
                mark("m", kept),
                user("sum", Some("m"), "summary"),
                assistant("c", Some("sum"), "2"),
                user("back", Some("a"), "another way"),
                assistant("d", Some("back"), "3"),
            ],
        ))
    };
    assert_eq!(uuids(&fork_at(&session("b"), "d")), ["a", "b", "back", "d"]);
    assert_eq!(uuids(&fork_at(&session("b"), "c")), ["a", "b", "m", "sum", "c"]);
    // What it kept is a part of the conversation, so the CLI comes past its summary.
    assert_eq!(uuids(&fork_at(&session("a"), "d")), ["a", "b", "m", "sum", "c", "back", "d"]);
    assert_eq!(uuids(&fork(&session("b"))).len(), 7);
}
