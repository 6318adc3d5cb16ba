//! Recordings of the real CLI: which turn gets which lines.

use claude_protocol::{Connection, ConnectionOptions};
use claude_transport::memory::MemoryCli;
use serde_json::Value;

use crate::mcp::{answering, serving};
use crate::script::by_hand;
use crate::show::{all, next, prompt};
use crate::stage::everywhere;

const QUEUED_MID_TURN: &str =
    include_str!("../../../claude-types/tests/recordings/queued_mid_turn.jsonl");
const QUEUED_MID_TOOL: &str =
    include_str!("../../../claude-types/tests/recordings/queued_mid_tool.jsonl");
const SUBAGENT_BG: &str = include_str!("../../../claude-types/tests/recordings/subagent_bg.jsonl");
const INTERRUPT_QUEUED: &str =
    include_str!("../../../claude-types/tests/recordings/interrupt_queued.jsonl");
const MCP_SDK_CALLS: &str =
    include_str!("../../../claude-types/tests/recordings/mcp_sdk_calls.jsonl");

/// The UUIDs of the prompts in a recording, in the order in which the CLI queued them.
fn uuids(recording: &str) -> Vec<String> {
    let mut uuids = Vec::new();
    for line in recording.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        if line["type"] == "command_lifecycle" && line["state"] == "queued" {
            uuids.push(line["command_uuid"].as_str().unwrap().to_owned());
        }
    }
    uuids
}

async fn open() -> (Connection, MemoryCli) {
    by_hand(ConnectionOptions::default(), 64 * 1024).await
}

/// Sends lines up to the first one that contains all of `marks`.
async fn send_until<'l>(
    far: &mut MemoryCli,
    lines: &mut impl Iterator<Item = &'l str>,
    marks: [&str; 2],
) {
    for line in lines {
        far.send(line).await;
        if marks.iter().all(|mark| line.contains(mark)) {
            return;
        }
    }
    panic!("the recording has no line with {marks:?}");
}

async fn send_rest<'l>(far: &mut MemoryCli, lines: impl Iterator<Item = &'l str>) {
    for line in lines {
        far.send(line).await;
    }
}

#[test]
fn prompts_that_are_queued_while_text_streams_are_merged() {
    everywhere(async || {
        let (connection, mut far) = open().await;
        let mut lines = QUEUED_MID_TURN.lines();
        let uuids = uuids(QUEUED_MID_TURN);
        let first = connection.send(prompt("first").uuid(uuids[0].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        send_until(&mut far, &mut lines, ["\"init\"", "\"system\""]).await;
        let second = connection.send(prompt("second").uuid(uuids[1].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        let third = connection.send(prompt("third").uuid(uuids[2].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        send_rest(&mut far, lines).await;
        let slow = "slow answer slow answer slow answer slow answer slow answer ";
        let (say, result) = (format!("say {slow}"), format!("result {slow}"));
        assert_eq!(all(first).await, ["queued", "started", "init", &say, &result]);
        let merged = ["queued", "started", "init", "say second", "result second"];
        // `started` of the third prompt comes before the others, and belongs only to that prompt.
        assert_eq!(all(second).await, merged);
        assert_eq!(all(third).await, merged);
    });
}

#[test]
fn a_prompt_sent_while_a_tool_runs_is_merged_into_the_turn() {
    everywhere(async || {
        let (connection, mut far) = open().await;
        let mut lines = QUEUED_MID_TOOL.lines();
        let uuids = uuids(QUEUED_MID_TOOL);
        let first = connection.send(prompt("first").uuid(uuids[0].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        send_until(&mut far, &mut lines, ["tool_use", "\"assistant\""]).await;
        let midway = connection.send(prompt("midway").uuid(uuids[1].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        send_rest(&mut far, lines).await;
        let head = ["queued", "started", "init", "user", "say ", "user", "user"];
        let tail = ["say second", "result second"];
        assert_eq!(all(first).await, [&head[..], &tail].concat());
        assert_eq!(
            all(midway).await,
            ["queued", "started", "say second", "completed", "result second"]
        );
    });
}

#[test]
fn a_background_agent_outlives_the_turn_that_started_it() {
    everywhere(async || {
        let (connection, mut far) = open().await;
        let turn = connection.send(prompt("x")).await.unwrap();
        far.next_line().await.unwrap();
        send_rest(&mut far, SUBAGENT_BG.lines()).await;
        let seen = all(turn).await;
        assert_eq!(seen.last().unwrap(), "result Launched.");
        let mut news = connection.unsolicited().unwrap();
        let expected = [
            "user",
            "say sub result",
            "task_updated",
            "task_notification",
            "background_tasks_changed",
            "init",
            "say After notification.",
            "result After notification.",
        ];
        // The recording decides which answers of the agent come before the turn's result.
        let mut seen = Vec::new();
        while seen.last() != expected.last().map(|&last| last.to_owned()).as_ref() {
            seen.push(next(&mut news).await.unwrap());
        }
        assert!(seen.ends_with(&expected.map(str::to_owned)), "{seen:?}");
        connection.state().wait_for(|state| state.is_idle()).await.unwrap();
    });
}

#[test]
fn an_interrupted_turn_and_a_cancelled_prompt_end_differently() {
    everywhere(async || {
        let (connection, mut far) = open().await;
        let mut lines = INTERRUPT_QUEUED.lines();
        let uuids = uuids(INTERRUPT_QUEUED);
        let first = connection.send(prompt("first").uuid(uuids[0].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        send_until(&mut far, &mut lines, ["\"init\"", "\"system\""]).await;
        let second = connection.send(prompt("second").uuid(uuids[1].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        send_until(&mut far, &mut lines, [&uuids[1], "\"started\""]).await;
        let third = connection.send(prompt("third").uuid(uuids[2].as_str())).await.unwrap();
        far.next_line().await.unwrap();
        send_rest(&mut far, lines).await;
        for turn in [first, second] {
            let result = turn.result().await.unwrap();
            assert!(result.is_failure(), "its turn was aborted");
        }
        let cancelled = "error: the prompt was cancelled before it ran";
        assert_eq!(all(third).await, ["queued", "cancelled", cancelled]);
    });
}

#[test]
fn every_message_to_a_server_is_answered_with_its_ids() {
    everywhere(async || {
        let (connection, mut far) = by_hand(serving([answering("lab", "ok")]), 64 * 1024).await;
        let turn = connection.send(prompt("first")).await.unwrap();
        far.next_line().await.unwrap();
        let mut calls = 0;
        for line in MCP_SDK_CALLS.lines() {
            far.send(line).await;
            let line: Value = serde_json::from_str(line).unwrap();
            if line["type"] == "control_request" {
                let answer: Value = serde_json::from_str(&far.next_line().await.unwrap()).unwrap();
                let answer = &answer["response"];
                let response = &answer["response"]["mcp_response"];
                assert_eq!(answer["request_id"], line["request_id"]);
                assert_eq!(response["id"], line["request"]["message"]["id"]);
                let is_request = !response["id"].is_null();
                assert_eq!(response["result"] == "ok", is_request, "{response}");
                calls += usize::from(is_request);
            }
        }
        assert!(turn.result().await.is_ok());
        assert_eq!(calls, 9, "initialize, tools/list and seven tools");
    });
}
