//! Hook events: every event decodes, with only its required fields and with all its fields.

use claude_types::{HookEvent, HookInput, HookOutput, HookSpecificOutput};
use serde_json::{Map, Value, json};

use crate::corpus::equal;

/// An event, its required fields, and its optional fields, except those that all events have.
struct Row {
    event: &'static str,
    required: Value,
    optional: Value,
}

fn row(event: &'static str, required: Value, optional: Value) -> Row {
    Row { event, required, optional }
}

fn base() -> Value {
    json!({
        "session_id": "33ad5cb1-87b4-4209-a9c5-dcdf54d07e9f", "transcript_path": "/home/user/t.jsonl",
        "cwd": "/home/user/project", "prompt_id": "8fb4607b-d424-4bf3-9757-a49c6f871aeb",
        "permission_mode": "acceptEdits", "effort": { "level": "high" },
        "agent_id": "a43c6fcc835ed19df", "agent_type": "Explore",
    })
}

fn table() -> Vec<Row> {
    [tools(), session(), turns(), surroundings()].into_iter().flatten().collect()
}

fn tools() -> Vec<Row> {
    let server = json!({ "name": "lab", "source": "sdk" });
    let call = json!({ "tool_name": "Bash", "tool_input": { "command": "ls" } });
    let tool = json!({ "tool_name": "Bash" });
    vec![
        row("PreToolUse", call.clone(), json!({ "tool_use_id": "toolu_1", "mcp_server": server })),
        row(
            "PostToolUse",
            tool.clone(),
            json!({
                "tool_input": {}, "tool_response": ["x"], "tool_use_id": "toolu_1",
                "duration_ms": 7, "mcp_server": server,
            }),
        ),
        row(
            "PostToolUseFailure",
            tool.clone(),
            json!({
                "tool_input": {}, "tool_use_id": "toolu_1", "error": "Exit code 4",
                "is_interrupt": false, "duration_ms": 7, "mcp_server": server,
            }),
        ),
        row(
            "PostToolBatch",
            json!({}),
            json!({ "tool_calls": [
                { "tool_name": "Read", "tool_input": {}, "tool_use_id": "toolu_1", "tool_response": "x" },
                { "tool_name": "Bash", "tool_input": {}, "tool_use_id": "toolu_2" },
            ] }),
        ),
        row(
            "PreSkillShellCommand",
            joined(&[
                &call,
                &json!({
                    "tool_use_id": "toolu_2", "command_name": "deploy", "invoked_by": "claude",
                }),
            ]),
            json!({ "command_source": "project" }),
        ),
        row(
            "PermissionRequest",
            call,
            json!({
                "permission_suggestions": [
                    { "type": "setMode", "mode": "acceptEdits", "destination": "session" },
                ],
                "mcp_server": server,
            }),
        ),
        row(
            "PermissionDenied",
            tool,
            json!({
                "tool_input": {}, "tool_use_id": "toolu_1", "reason": "risky", "mcp_server": server,
            }),
        ),
    ]
}

fn session() -> Vec<Row> {
    let switch = json!({
        "from_model": "claude-opus-5-5", "requested_model": null, "source": "sdk",
        "context_tokens": 120, "prompt_cache_warm": true, "cache_ttl": "1h",
        "estimated_cache_write_usd": 0.0005, "pricing": "configured",
    });
    let to = json!({ "to_model": "claude-sonnet-4-5" });
    vec![
        row(
            "SessionStart",
            json!({}),
            json!({
                "source": "fork", "model": "claude-opus-5-5", "session_title": "t",
                "seconds_since_last_response": 4000, "context_tokens": 9,
                "prompt_cache_likely_expired": true, "estimated_cache_write_usd": 0.25,
            }),
        ),
        row("SessionEnd", json!({}), json!({ "reason": "prompt_input_exit" })),
        row("Setup", json!({}), json!({ "trigger": "maintenance" })),
        row(
            "Notification",
            json!({ "message": "m" }),
            json!({ "title": "t", "notification_type": "permission_prompt" }),
        ),
        row(
            "UserPromptSubmit",
            json!({ "prompt": "p" }),
            json!({ "source": "poll_event", "session_title": "t" }),
        ),
        row(
            "UserPromptExpansion",
            json!({ "prompt": "/foo bar" }),
            json!({
                "expansion_type": "mcp_prompt", "command_name": "foo", "command_args": "bar",
                "command_source": "projectSettings",
            }),
        ),
        row("PreCompact", json!({}), json!({ "trigger": "auto", "custom_instructions": null })),
        row("PostCompact", json!({}), json!({ "trigger": "manual", "compact_summary": "s" })),
        row("PreModelSwitch", to.clone(), switch.clone()),
        row("PostModelSwitch", to, switch),
        row(
            "MessageDisplay",
            json!({}),
            json!({
                "turn_id": "t", "message_id": "47876830-9de5-408c-9b30-1b99ee42eeab", "index": 0,
                "final": true, "delta": "x\n",
            }),
        ),
    ]
}

fn turns() -> Vec<Row> {
    let end = json!({
        "stop_hook_active": true, "last_assistant_message": "Done.",
        "background_tasks": [{
            "id": "a1", "type": "shell", "status": "running", "description": "d", "command": "c",
            "agent_type": "Explore", "server": "s", "tool": "t", "name": "n",
        }],
        "session_crons": [
            { "id": "c1", "schedule": "0 9 * * 1-5", "recurring": true, "prompt": "p" },
        ],
    });
    let mut subagent = end.clone();
    subagent["agent_transcript_path"] = "/home/user/agent.jsonl".into();
    let task = json!({
        "task_id": "1", "task_subject": "a", "task_description": "b", "teammate_name": "t",
        "team_name": "u",
    });
    vec![
        row("Stop", json!({}), end),
        row(
            "StopFailure",
            json!({}),
            json!({ "error": "rate_limit", "error_details": "d", "last_assistant_message": "m" }),
        ),
        row("SubagentStart", json!({}), json!({})),
        row("SubagentStop", json!({}), subagent),
        row("TaskCreated", json!({}), task.clone()),
        row("TaskCompleted", json!({}), task),
        row("TeammateIdle", json!({}), json!({ "teammate_name": "t", "team_name": "u" })),
    ]
}

fn surroundings() -> Vec<Row> {
    vec![
        row(
            "Elicitation",
            json!({ "message": "Your name?" }),
            json!({
                "mcp_server_name": "ext", "mode": "url", "url": "https://example.com",
                "elicitation_id": "e", "requested_schema": { "type": "object" },
            }),
        ),
        row(
            "ElicitationResult",
            json!({ "action": "accept" }),
            json!({
                "mcp_server_name": "ext", "elicitation_id": "e", "mode": "form",
                "content": { "name": "Ada" },
            }),
        ),
        row(
            "ConfigChange",
            json!({}),
            json!({ "source": "policy_settings", "file_path": "/home/user/s.json" }),
        ),
        row("WorktreeCreate", json!({ "name": "wt1" }), json!({})),
        row("WorktreeRemove", json!({ "worktree_path": "/home/user/wt1" }), json!({})),
        row(
            "InstructionsLoaded",
            json!({ "file_path": "/home/user/CLAUDE.md" }),
            json!({
                "memory_type": "Managed", "load_reason": "path_glob_match", "globs": ["*.rs"],
                "trigger_file_path": "/home/user/f.rs", "parent_file_path": "/home/user/p.md",
            }),
        ),
        row("CwdChanged", json!({ "new_cwd": "/new" }), json!({ "old_cwd": "/old" })),
        row("FileChanged", json!({ "file_path": "/f" }), json!({ "event": "unlink" })),
        row("DirectoryAdded", json!({ "directory": "/d" }), json!({ "source": "slash_command" })),
    ]
}

/// Merges several objects into one.
fn joined(parts: &[&Value]) -> Value {
    let mut all = Map::new();
    for part in parts {
        all.extend(part.as_object().unwrap().clone());
    }
    all.into()
}

fn named(event: &str) -> Value {
    json!({ "hook_event_name": event })
}

fn decode(json: &Value) -> HookInput {
    serde_json::from_str(&json.to_string()).unwrap()
}

fn is_typed(input: &HookInput) -> bool {
    !matches!(input, HookInput::Unknown(_) | HookInput::Undecoded(_))
}

/// The marks that the search of the recordings uses, too.
const LEFT_OVER: [&str; 2] = ["extra: {\"", "Other(\""];

fn left_over(input: &impl std::fmt::Debug) -> bool {
    let debug = format!("{input:?}");
    LEFT_OVER.iter().any(|mark| debug.contains(mark))
}

#[test]
fn the_table_has_every_event_once() {
    let mut table: Vec<_> = table().iter().map(|row| HookEvent::from(row.event)).collect();
    let mut all = HookEvent::ALL.to_vec();
    table.sort_by_key(ToString::to_string);
    all.sort_by_key(ToString::to_string);
    assert_eq!(table, all);
    assert_eq!(all.len(), 34);
}

#[test]
fn every_event_is_decoded_with_all_its_fields() {
    for Row { event, required, optional } in table() {
        let json = joined(&[&base(), &named(event), &required, &optional]);
        let input = decode(&json);
        assert!(is_typed(&input), "{input:?}");
        assert!(!left_over(&input), "{input:?}");
        assert_eq!(input.event().as_str(), event);
        assert_eq!(input.cwd(), Some("/home/user/project"), "{event}");
        assert!(equal(&serde_json::to_value(&input).unwrap(), &json), "{input:?}");
    }
}

#[test]
fn untyped_fields_are_found() {
    let more = decode(&joined(&[&named("Stop"), &json!({ "mood": "good" })]));
    assert!(left_over(&more), "{more:?}");
    let other = decode(&joined(&[&named("SessionEnd"), &json!({ "reason": "boredom" })]));
    assert!(left_over(&other), "{other:?}");
}

#[test]
fn every_event_is_decoded_with_only_its_required_fields() {
    for Row { event, required, .. } in table() {
        let json = joined(&[&named(event), &required]);
        let input = decode(&json);
        assert!(is_typed(&input), "{input:?}");
        assert_eq!(input.event().as_str(), event);
        assert!(equal(&serde_json::to_value(&input).unwrap(), &json), "{input:?}");
    }
}

#[test]
fn invalid_fields_are_dropped_and_the_event_is_decoded() {
    for Row { event, required, optional } in table() {
        let mut invalid = joined(&[&base(), &optional]);
        for value in invalid.as_object_mut().unwrap().values_mut() {
            *value = json!([[7]]);
        }
        let json = joined(&[&invalid, &named(event), &required]);
        let input = decode(&json);
        assert!(is_typed(&input), "{input:?}");
        assert!(equal(&serde_json::to_value(&input).unwrap(), &json), "{input:?}");
    }
}

/// Without its tool, a tool call must not count as checked.
#[test]
fn an_event_without_required_fields_is_undecoded_and_kept() {
    for Row { event, required, optional } in table() {
        for missing in required.as_object().unwrap().keys() {
            let mut json = joined(&[&base(), &named(event), &required, &optional]);
            json.as_object_mut().unwrap().remove(missing);
            let input = decode(&json);
            let HookInput::Undecoded(undecoded) = &input else { panic!("{missing}: {input:?}") };
            assert!(undecoded.error.contains(missing.as_str()), "{}", undecoded.error);
            assert_eq!(input.event().as_str(), event);
            assert!(equal(&serde_json::to_value(&input).unwrap(), &json), "{input:?}");
        }
    }
}

#[test]
fn an_unknown_event_is_kept() {
    let json = joined(&[&base(), &named("Earthquake"), &json!({ "magnitude": 6.5 })]);
    let input = decode(&json);
    let HookInput::Unknown(unknown) = &input else { panic!("{input:?}") };
    assert_eq!(unknown.tag(), "Earthquake");
    assert!(equal(&serde_json::to_value(&input).unwrap(), &json));
}

#[test]
fn common_fields_are_available_for_all_events() {
    for Row { event, required, optional } in table() {
        let input = decode(&joined(&[&base(), &named(event), &required, &optional]));
        assert!(input.session_id().is_some(), "{event}");
        assert!(input.permission_mode().is_some(), "{event}");
        assert!(input.agent_id().is_some(), "{event}");
        assert_eq!(input.tool_name().is_some(), required.get("tool_name").is_some(), "{event}");
    }
}

/// All fields of an output that belong to one event.
fn answers() -> Vec<Value> {
    let mut answers = vec![
        json!({
            "hookEventName": "PreToolUse", "permissionDecision": "defer",
            "permissionDecisionReason": "r", "updatedInput": {}, "additionalContext": "c",
        }),
        json!({
            "hookEventName": "PreSkillShellCommand", "permissionDecision": "deny",
            "permissionDecisionReason": "r", "updatedInput": {},
        }),
        json!({
            "hookEventName": "PostToolUse", "additionalContext": "c", "classifierContext": "d",
            "updatedToolOutput": {}, "updatedMCPToolOutput": [],
        }),
        json!({
            "hookEventName": "UserPromptSubmit", "additionalContext": "c", "sessionTitle": "t",
            "suppressOriginalPrompt": true,
        }),
        json!({
            "hookEventName": "UserPromptExpansion", "additionalContext": "c",
            "suppressOriginalPrompt": true,
        }),
        json!({
            "hookEventName": "SessionStart", "additionalContext": "c", "initialUserMessage": "m",
            "sessionTitle": "t", "watchPaths": ["/f"], "reloadSkills": true,
        }),
        json!({
            "hookEventName": "PreModelSwitch", "permissionDecision": "ask",
            "permissionDecisionReason": "r",
        }),
        json!({
            "hookEventName": "PermissionRequest",
            "decision": { "behavior": "allow", "updatedInput": {}, "updatedPermissions": [] },
        }),
        json!({ "hookEventName": "PermissionDenied", "retry": true }),
        json!({ "hookEventName": "Elicitation", "action": "accept", "content": {} }),
        json!({ "hookEventName": "ElicitationResult", "action": "cancel", "content": {} }),
        json!({ "hookEventName": "WorktreeCreate", "worktreePath": "/w" }),
        json!({ "hookEventName": "CwdChanged", "watchPaths": ["/f"] }),
        json!({ "hookEventName": "FileChanged", "watchPaths": ["/f"] }),
        json!({ "hookEventName": "MessageDisplay", "displayContent": "x" }),
    ];
    for event in [
        "PostToolUseFailure",
        "PostToolBatch",
        "Notification",
        "Setup",
        "Stop",
        "SubagentStart",
        "SubagentStop",
        "PostModelSwitch",
    ] {
        answers.push(json!({ "hookEventName": event, "additionalContext": "c" }));
    }
    answers
}

#[test]
fn every_output_of_an_event_is_typed_in_full() {
    let answers = answers();
    assert_eq!(answers.len(), 23);
    for specific in answers {
        let json = json!({
            "continue": true, "suppressOutput": true, "stopReason": "s", "decision": "approve",
            "reason": "r", "systemMessage": "m", "terminalSequence": "\u{7}", "async": true,
            "asyncTimeout": 1, "hookSpecificOutput": specific,
        });
        let output: HookOutput = serde_json::from_str(&json.to_string()).unwrap();
        let inner = output.hook_specific_output.as_ref().unwrap();
        assert!(
            !matches!(inner, HookSpecificOutput::Unknown(_) | HookSpecificOutput::Undecoded(_)),
            "{output:?}"
        );
        assert!(!left_over(&output), "{output:?}");
        assert!(equal(&serde_json::to_value(&output).unwrap(), &json), "{output:?}");
    }
}
