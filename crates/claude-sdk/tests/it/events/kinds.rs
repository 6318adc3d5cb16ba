//! Event kinds: the event of each kind of message, and its text.

use claude_sdk::Event;
use claude_sdk::events::StatusKind;
use serde_json::{Value, json};

use super::frames::{Answer, Block, output, result, system, user};
use super::{events, shown};

#[test]
fn a_failed_request_is_one_error_and_no_text() {
    let mut line = Answer::new("msg_1").whole(&Block::text(&["API Error: 529"]));
    line["error"] = "overloaded".into();
    line["is_api_error_message"] = true.into();
    line["api_error_status"] = 529.into();
    let mut end = result("API Error: 529");
    end["is_error"] = true.into();
    let failed = events([&line, &end]);
    assert_eq!(shown(&failed), ["error API Error: 529", "result API Error: 529"]);
    let Event::Error(failure) = &failed[0] else { panic!() };
    assert_eq!((failure.status(), failure.kind()), (Some(529), Some("overloaded")));

    // A failed turn without a failed request reports its own error.
    let words = ["error API Error: 529", "result API Error: 529"];
    assert_eq!(shown(&events([&end])), words);
    // The next turn starts from an empty state.
    let words = shown(&events([&line, &end, &end]));
    assert_eq!(words.iter().filter(|word| word.starts_with("error")).count(), 2);
}

#[test]
fn a_turn_that_was_interrupted_did_not_fail() {
    let mut end = result("");
    end["subtype"] = "error_during_execution".into();
    end["is_error"] = true.into();
    end["errors"] = json!(["[ede_diagnostic] x"]);
    assert_eq!(shown(&events([&end])), ["error [ede_diagnostic] x", "result "]);
    end["terminal_reason"] = "aborted_streaming".into();
    assert_eq!(shown(&events([&end])), ["result "]);
}

#[test]
fn a_failed_subagent_does_not_fail_the_turn() {
    let mut line = Answer::of("msg_1", "toolu_a").whole(&Block::text(&["no credit"]));
    line["error"] = "billing_error".into();
    let failed = events([&line, &result("fine")]);
    assert_eq!(shown(&failed), ["error no credit", "result fine"]);
    assert_eq!(failed[0].parent().unwrap(), "toolu_a");
}

#[test]
fn status_events_have_readable_texts() {
    let lines = [
        (system("status", json!({ "status": "requesting" })), "requesting"),
        (system("status", json!({ "status": "compacting" })), "compacting"),
        (
            system(
                "status",
                json!({ "status": null, "compact_result": "failed", "compact_error": "too_few" }),
            ),
            "compaction: failed (too_few)",
        ),
        (
            system("status", json!({ "status": null, "permissionMode": "plan" })),
            "permission mode: plan",
        ),
        (
            system(
                "api_retry",
                json!({
                    "attempt": 1, "max_retries": 10, "retry_delay_ms": 588, "error_status": 529,
                    "error": "overloaded",
                }),
            ),
            "retrying in 588ms (1 of 10): overloaded, status 529",
        ),
        (system("model_fallback", json!({ "fallback_model": "small" })), "switched to small"),
        (system("informational", json!({ "content": "note" })), "note"),
        (system("notification", json!({ "text": "look", "key": "k" })), "look"),
        (
            system(
                "compact_boundary",
                json!({
                    "compact_metadata": { "pre_tokens": 120, "post_tokens": 26 },
                }),
            ),
            "compacted: 120 -> 26 tokens",
        ),
        (
            system("permission_denied", json!({ "tool_name": "Bash", "message": "no" })),
            "Bash was denied: no",
        ),
        (
            system("task_started", json!({ "task_id": "t1", "description": "look" })),
            "task look: started",
        ),
        (
            system("task_progress", json!({ "task_id": "t1", "description": "Running ls" })),
            "task t1: Running ls",
        ),
        (
            system("task_updated", json!({ "task_id": "t1", "patch": { "status": "killed" } })),
            "task t1: killed",
        ),
        (
            system("hook_response", json!({ "hook_name": "lint", "outcome": "success" })),
            "hook lint: success",
        ),
        (
            json!({ "type": "tool_progress", "tool_name": "Bash", "elapsed_time_seconds": 30.2 }),
            "Bash has been running for 30 s",
        ),
        (
            json!({ "type": "rate_limit_event", "rate_limit_info": {
                "status": "allowed_warning", "rateLimitType": "five_hour",
            } }),
            "limit: allowed_warning (five_hour)",
        ),
    ];
    for (line, said) in lines {
        let shown = events([&line]);
        let [Event::Status(status)] = &shown[..] else { panic!("{line} {shown:?}") };
        assert_eq!(status.to_string(), said);
    }
    let retry = events([&system("api_retry", json!({ "attempt": 1 }))]);
    assert!(matches!(&retry[0], Event::Status(status) if status.kind() == StatusKind::Retry));
}

#[test]
fn messages_that_are_not_shown_are_not_lost() {
    let mut replay = user(None, json!("hello"));
    replay["isReplay"] = true.into();
    let mut replayed_output = super::frames::output("toolu_1", None, "old");
    replayed_output["isReplay"] = true.into();
    let unknown_block = Answer::new("msg_1").frame(&[
        json!({ "type": "text", "text": "known" }),
        json!({ "type": "hologram", "x": 1 }),
    ]);
    let lines = [
        system("init", json!({ "model": "fake" })),
        system("thinking_tokens", json!({ "estimated_tokens": 2 })),
        replay,
        replayed_output,
        user(None, json!([{ "type": "text", "text": "cut off mid-stream" }])),
        json!({ "type": "invented", "x": 1 }),
        json!({ "type": "assistant", "message": 7 }),
    ];
    for line in &lines {
        let shown = events([line]);
        let [Event::Other(message)] = &shown[..] else { panic!("{line} {shown:?}") };
        let back: Value = serde_json::from_str(message.raw().get()).unwrap();
        assert_eq!(back, *line);
    }
    let shown = events([&unknown_block]);
    let [Event::Text(_), Event::Other(message)] = &shown[..] else { panic!("{shown:?}") };
    assert!(message.raw().get().contains("hologram"));
    assert!(!message.raw().get().contains("known"));
}

#[test]
fn every_event_serializes_with_its_kind_first() {
    let answer = Answer::of("msg_1", "toolu_0");
    let mut lines = answer.lines(&[Block::text(&["a"]), Block::call("toolu_1", "ls")]);
    let mut failed = answer.whole(&Block::text(&["broken"]));
    failed["error"] = "rate_limit".into();
    lines.extend([
        super::frames::output("toolu_1", Some("toolu_0"), "x"),
        failed,
        system("status", json!({ "status": "requesting" })),
        json!({ "type": "invented", "x": 1 }),
        result("a"),
    ]);
    let kinds: Vec<_> = events(&lines)
        .iter()
        .map(|event| {
            let value = serde_json::to_value(event).unwrap();
            assert!(value["data"].is_object(), "{value}");
            value["event"].as_str().unwrap().to_owned()
        })
        .collect();
    let expected =
        ["text", "text", "status", "tool_use", "tool_result", "error", "status", "other", "result"];
    assert_eq!(kinds, expected);
    let value = serde_json::to_value(&events([&answer.whole(&Block::text(&["a"]))])[0]).unwrap();
    let key = json!({ "message": "msg_1", "index": 0, "parent": "toolu_0" });
    assert_eq!(value["data"]["key"], key);
    assert_eq!(value["data"]["text"], "a");
    assert_eq!(value["data"]["complete"], true);
    assert_eq!(value["data"]["timestamp"], "2026-11-21T12:00:00.000Z");
}

#[test]
fn summaries_of_calls_show_their_main_argument() {
    let calls = [
        ("Bash", json!({ "command": "cargo\n test" }), "cargo test"),
        ("Read", json!({ "file_path": "/a" }), "/a"),
        ("Write", json!({ "file_path": "/a", "content": "x\ny\n" }), "/a (2 lines)"),
        ("Edit", json!({ "file_path": "/a", "old_string": "x", "new_string": "y" }), "/a"),
        ("Glob", json!({ "pattern": "*.rs" }), "*.rs"),
        ("Grep", json!({ "pattern": "fn", "path": "src" }), "fn in src"),
        ("WebFetch", json!({ "url": "http://a/", "prompt": "p" }), "http://a/"),
        ("WebSearch", json!({ "query": "rust" }), "rust"),
        ("Agent", json!({ "description": "look", "prompt": "p" }), "look"),
        ("Task", json!({ "description": "look", "prompt": "p", "subagent_type": "h" }), "h: look"),
        (
            "TodoWrite",
            json!({ "todos": [
                { "content": "a", "status": "completed" }, { "content": "b", "status": "in_progress" },
            ] }),
            "1 of 2 done: b",
        ),
        ("TaskUpdate", json!({ "taskId": "1", "status": "completed" }), "1 -> completed"),
        ("Skill", json!({ "skill": "debug" }), "debug"),
        (
            "AskUserQuestion",
            json!({ "questions": [{ "question": "Why?", "header": "h", "options": [] }] }),
            "Why?",
        ),
        ("ExitPlanMode", json!({ "plan": "# Plan\n1. a" }), "# Plan 1. a"),
        ("mcp__math__add", json!({ "a": 1 }), r#"{"a":1}"#),
        // An invalid call of the model is shown unchanged.
        ("Bash", json!({ "comand": "ls" }), r#"{"comand":"ls"}"#),
    ];
    for (name, input, summary) in calls {
        let block = json!({ "type": "tool_use", "id": "toolu_1", "name": name, "input": input });
        let shown = events([&Answer::new("msg_1").frame(&[block])]);
        let Event::ToolUse(tool) = &shown[0] else { panic!("{shown:?}") };
        assert_eq!((tool.name(), tool.summary().as_str()), (name, summary));
    }
    let long = Answer::new("msg_1").whole(&Block::call("toolu_1", &"x".repeat(500)));
    let shown = events([&long]);
    let Event::ToolUse(tool) = &shown[0] else { panic!() };
    assert_eq!(tool.summary().chars().count(), 120);
}

/// What a server sends on to a browser contains nothing of the machine.
#[test]
fn the_view_for_clients_contains_the_conversation_and_nothing_of_the_server() {
    const SECRET: &str = "/home/dev/secret";
    let answer = Answer::new("msg_1");
    let mut result_line = result("done");
    result_line["total_cost_usd"] = json!(0.5);
    let lines = [
        system(
            "init",
            json!({
                "cwd": SECRET, "memory_paths": { "auto": SECRET }, "apiKeySource": SECRET,
                "messaging_socket_path": SECRET,
                "mcp_servers": [{ "name": SECRET, "status": "failed" }],
            }),
        ),
        json!({ "type": "command_lifecycle", "command_uuid": SECRET, "state": "started" }),
        system("hook_started", json!({ "hook_name": SECRET })),
        system("informational", json!({ "content": SECRET })),
        system("local_command_output", json!({ "content": SECRET })),
        system("permission_denied", json!({ "tool_name": "Bash", "message": SECRET })),
        system(
            "api_retry",
            json!({
                "attempt": 1, "max_retries": 2, "error": "overloaded", "error_status": 529,
            }),
        ),
        system("mirror_error", json!({ "error": SECRET })),
        json!({ "type": "from_the_future", "path": SECRET }),
        answer.whole(&Block::thinking(&["Hm."])),
        answer.whole(&Block::text(&["I look."])),
        answer.whole(&Block::call("toolu_1", "ls")),
        {
            let mut line = output("toolu_1", None, "a file");
            line["tool_use_result"] = json!({ "stdout": "a file", "cwd": SECRET });
            line
        },
        result_line,
    ];
    let events = events(&lines);
    let views: Vec<_> = events.iter().filter_map(claude_sdk::Event::for_clients).collect();
    let all = serde_json::to_string(&views).unwrap();
    assert!(!all.contains(SECRET) && !format!("{views:?}").contains(SECRET), "{all}");
    assert!(!all.contains("total_cost_usd") && !all.contains("session_id"), "{all}");
    let views: Vec<Value> = serde_json::from_str(&all).unwrap();
    let short = |view: &Value| {
        let data = &view["data"];
        let text = ["text", "name"].iter().find_map(|field| data[field].as_str());
        format!("{} {}", view["event"].as_str().unwrap(), text.unwrap_or_default())
    };
    let shown: Vec<_> = views.iter().map(short).collect();
    assert_eq!(
        shown,
        [
            "status Bash was denied",
            "status retrying (1 of 2): overloaded, status 529",
            "thinking Hm.",
            "text I look.",
            "tool_use Bash",
            "tool_result a file",
            "result done",
        ],
    );
}

#[test]
fn mcp_servers_that_are_not_connected_are_a_status_once() {
    let init = |servers: Value| system("init", json!({ "mcp_servers": servers }));
    let server = |name: &str, status: &str| json!({ "name": name, "status": status });
    let missing =
        json!([server("a", "failed"), server("b", "connected"), server("c", "needs-auth")]);
    let lines = [
        init(missing.clone()),
        init(missing),
        init(json!([server("a", "connected"), server("d", "pending")])),
        init(json!([server("a", "failed")])),
    ];
    let shown = shown(&events(&lines));
    let status: Vec<_> = shown.iter().filter(|word| word.starts_with("status")).collect();
    assert_eq!(
        status,
        [
            "status MCP servers are not connected: a (failed), c (needs-auth)",
            "status MCP servers are not connected: a (failed)",
        ],
    );
    assert_eq!(shown.len(), 6, "the start of a turn is still an event: {shown:?}");
}
