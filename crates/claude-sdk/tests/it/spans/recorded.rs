//! Recorded spans: the trees of recordings, their usage, and that nothing of their content is in them.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use claude_sdk::Client;
use expect_test::expect_file;
use serde_json::Value;

use super::{Forest, traced};
use crate::cli::Cli;
use crate::stage::Stage;

/// Feeds a recording to a session. Its spans end, and their usage is that of the ledger.
fn same_usage(name: &str, recording: &str) -> Forest {
    let lines: Arc<str> = recording.into();
    let sums = Mutex::new((0.0, 0.0, 0.0));
    let forest = traced(async |_| {
        let lines = Arc::clone(&lines);
        let (options, stage) = Stage::play(move |mut cli: Cli| {
            let lines = Arc::clone(&lines);
            async move {
                cli.handshake().await;
                cli.prompt().await;
                for line in lines.lines() {
                    cli.text(line).await;
                }
                cli.exit(0, "");
            }
        });
        let client = Client::connect(options).await.unwrap();
        let _ = client.send("a").await.unwrap().result().await;
        let _ = client.close().await;
        let total = client.ledger().total;
        let input = total.tokens.input + total.tokens.cache_read + total.tokens.cache_creation;
        *sums.lock().unwrap() = (input as f64, total.tokens.output as f64, total.cost_usd);
        drop(client);
        stage.done().await;
    });
    let spans = (
        forest.sum("gen_ai.usage.input_tokens"),
        forest.sum("gen_ai.usage.output_tokens"),
        forest.sum("claude_sdk.cost_usd"),
    );
    let (input, output, cost) = *sums.lock().unwrap();
    assert_eq!((spans.0, spans.1), (input, output), "{name}");
    assert!((spans.2 - cost).abs() < 1e-9, "{name}: {} in spans, {cost} in the ledger", spans.2);
    forest
}

/// Returns the texts of a recording that no span may hold: what users, models and tools wrote, and
/// paths.
fn contents(recording: &str) -> BTreeSet<String> {
    fn collect(key: &str, value: &Value, found: &mut BTreeSet<String>) {
        const CONTENT: [&str; 12] = [
            "text",
            "thinking",
            "command",
            "content",
            "file_path",
            "filePath",
            "cwd",
            "prompt",
            "result",
            "stdout",
            "transcript_path",
            "errors",
        ];
        match value {
            // A shorter one may be a part of a name.
            Value::String(text) if CONTENT.contains(&key) && text.len() >= 8 => {
                found.insert(text.clone());
            }
            Value::Array(items) => items.iter().for_each(|item| collect(key, item, found)),
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| collect(name, value, found));
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for line in recording.lines() {
        if let Ok(line) = serde_json::from_str(line) {
            collect("", &line, &mut found);
        }
    }
    found
}

/// The recordings whose trees are pinned.
const PINNED: [&str; 12] = [
    "perm_allow",
    "perm_deny",
    "tool_parallel",
    "partial_messages",
    "subagent_init",
    "subagent_bg",
    "mcp_sdk_calls",
    "hook_pre_deny",
    "interrupt_stream",
    "err_429_once",
    "limit_rejected",
    "defer_resume",
];

#[test]
fn the_trees_of_some_recordings_are_as_the_file_lists() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/recordings");
    let mut page = String::new();
    for name in PINNED {
        let recording = std::fs::read_to_string(format!("{folder}/{name}.jsonl")).unwrap();
        let tree = same_usage(name, &recording).tree(&[
            "claude_sdk.decision",
            "claude_sdk.outcome",
            "claude_sdk.task.status",
            "claude_sdk.end",
            "error.type",
        ]);
        page.push_str(&format!("{name}\n  {}\n\n", tree.join("\n  ")));
    }
    expect_file!["trees.txt"].assert_eq(&page);
}

#[test]
fn the_spans_of_every_recording_have_pinned_names_and_the_usage_of_the_ledger() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let pinned = std::fs::read_to_string(format!("{root}/schema/telemetry.toml")).unwrap();
    let quoted = |line: &str| line.split('"').nth(1).map(str::to_owned);
    let pinned: BTreeSet<String> = pinned.lines().filter_map(quoted).collect();
    let mut used = BTreeSet::new();
    for file in std::fs::read_dir(format!("{root}/crates/claude-types/tests/recordings")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            let recording = std::fs::read_to_string(&path).unwrap();
            let forest = same_usage(&path.display().to_string(), &recording);
            let everything = forest.everything();
            for content in contents(&recording) {
                assert!(!everything.contains(&content), "{}: {content}", path.display());
            }
            used.extend(forest.field_names());
        }
    }
    let unknown: Vec<_> = used.difference(&pinned).collect();
    assert!(unknown.is_empty(), "not in schema/telemetry.toml: {unknown:?}");
    assert!(!pinned.contains("session.id") && used.contains("gen_ai.conversation.id"));
}
