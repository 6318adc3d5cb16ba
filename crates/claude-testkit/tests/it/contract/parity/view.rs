//! View: what of messages and requests counts.
//!
//! IDs, times, texts of errors and figures of usage do not count. The kinds, their order, and what a
//! program decides by do.

use std::fmt::Write as _;

use claude_sdk::Message;
use serde_json::Value;

/// What a program has seen of one run.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Messages, in order.
    pub(super) messages: Vec<String>,
    /// Calls of hooks and of the permission callback, in order.
    pub(super) calls: Vec<String>,
    /// The outcomes of what the program did.
    pub(super) outcomes: Vec<String>,
}

/// The first difference of two runs, if there is one.
pub(super) fn difference(mock: &Seen, real: &Seen) -> Option<String> {
    let mut text = String::new();
    let calls = [in_order(&mock.calls), in_order(&real.calls)];
    let parts = [
        ("messages", &mock.messages, &real.messages),
        ("calls", &calls[0], &calls[1]),
        ("outcomes", &mock.outcomes, &real.outcomes),
    ];
    for (part, mock, real) in parts {
        if mock == real {
            continue;
        }
        let same = mock.iter().zip(real).take_while(|(mock, real)| mock == real).count();
        let _ = writeln!(text, "  {part}, after {same} that are the same");
        for line in mock.iter().skip(same).take(8) {
            let _ = writeln!(text, "    mock: {line}");
        }
        for line in real.iter().skip(same).take(8) {
            let _ = writeln!(text, "    real: {line}");
        }
    }
    (!text.is_empty()).then_some(text)
}

/// The calls, with those that are made at once in one order: a hook about a permission, and the request
/// to the host.
fn in_order(calls: &[String]) -> Vec<String> {
    let mut calls = calls.to_vec();
    for at in 1..calls.len() {
        if calls[at - 1].starts_with("hook PermissionRequest") && calls[at].starts_with("ask") {
            calls.swap(at - 1, at);
        }
    }
    calls
}

/// A message in one line. `None` if it does not count.
pub(super) fn message(message: &Message) -> Option<String> {
    let value = serde_json::to_value(message).expect("a message is JSON");
    let kind = value["type"].as_str().unwrap_or("?");
    let sub = if value["parent_tool_use_id"].is_string() { "sub " } else { "" };
    Some(match kind {
        "system" => system(&value),
        "assistant" => format!(
            "{sub}assistant {}{}{}",
            blocks(&value["message"]["content"]),
            given(&value, &["error", "is_api_error_message", "api_error_status", "aborted"]),
            if value["message"]["model"] == "<synthetic>" { " synthetic" } else { "" },
        ),
        "user" => format!(
            "{sub}user {}{}",
            blocks(&value["message"]["content"]),
            given(&value, &["isSynthetic", "isReplay"])
        ),
        "result" => result(&value),
        "stream_event" => {
            let event = &value["event"];
            let detail = [&event["delta"]["type"], &event["content_block"]["type"]];
            let detail = detail.iter().find_map(|detail| detail.as_str()).unwrap_or_default();
            format!("event {} {detail}", event["type"].as_str().unwrap_or("?"))
        }
        "command_lifecycle" => format!("prompt {}", value["state"].as_str().unwrap_or("?")),
        "attachment" => format!("attachment {}", value["attachment"]["type"]),
        kind => format!("{kind}{}", given(&value, &["trigger"])),
    })
}

fn system(value: &Value) -> String {
    let subtype = value["subtype"].as_str().unwrap_or("?");
    let fields: &[&str] = match subtype {
        "init" => &["permissionMode", "model"],
        "status" => &["status", "permissionMode", "compact_result"],
        "informational" => &["level", "tag", "prevent_continuation"],
        "session_state_changed" => &["state"],
        "permission_denied" => &["tool_name"],
        "task_started" => &["subagent_type", "is_backgrounded"],
        "task_updated" => &["patch/status"],
        "task_notification" => &["status"],
        "api_retry" => &["error_status"],
        "notification" => &["key"],
        _ => &[],
    };
    format!("{subtype}{}", given(value, fields))
}

fn result(value: &Value) -> String {
    let mut line = String::from("result");
    line.push_str(&given(
        value,
        &[
            "subtype",
            "is_error",
            "stop_reason",
            "terminal_reason",
            "api_error_status",
            "structured_output",
            "local_command",
            "deferred_tool_use/name",
            "errors",
        ],
    ));
    // That of a deferred call counts lines of the transcript.
    if value["stop_reason"] != "tool_deferred" {
        line.push_str(&given(value, &["num_turns"]));
    }
    let denials = value["permission_denials"].as_array().into_iter().flatten();
    for denial in denials {
        let _ = write!(line, " denied={}", denial["tool_name"].as_str().unwrap_or("?"));
    }
    // The texts of errors are long and name addresses.
    if value["is_error"] == false && value["local_command"].is_null() {
        let _ = write!(line, " result={}", value["result"]);
    }
    line
}

fn blocks(content: &Value) -> String {
    let Some(blocks) = content.as_array() else {
        let text = content.as_str().unwrap_or("?");
        let head: String = text.chars().take(30).collect();
        return format!("{head:?}");
    };
    let block = |block: &Value| {
        let kind = block["type"].as_str().unwrap_or("?");
        match kind {
            "text" => {
                let text = block["text"].as_str().unwrap_or_default();
                let head: String = text.chars().take(30).collect();
                format!("{head:?}")
            }
            "tool_use" => format!("tool_use {}", block["name"].as_str().unwrap_or("?")),
            "tool_result" => {
                let text = block["content"].as_str().unwrap_or_default();
                let kind = if text.starts_with("<tool_use_error>") { " (no tool)" } else { "" };
                format!("tool_result{}{kind}", given(block, &["is_error"]))
            }
            kind => kind.to_owned(),
        }
    };
    blocks.iter().map(block).collect::<Vec<_>>().join(", ")
}

/// Those of the fields that are there.
fn given(value: &Value, fields: &[&str]) -> String {
    let mut line = String::new();
    for field in fields {
        let found = value.pointer(&format!("/{field}"));
        if let Some(found) = found {
            let _ = match found.as_str() {
                Some(text) => write!(line, " {field}={text}"),
                None => write!(line, " {field}={found}"),
            };
        }
    }
    line
}

/// A call of a hook in one line: its event, the tool, and the names of the fields.
pub(super) fn hook(input: &Value) -> String {
    let event = input["hook_event_name"].as_str().unwrap_or("?");
    let names = names(input, &["permission_suggestions", "prompt_id"]);
    let main =
        given(input, &["tool_name", "tool_input", "prompt", "stop_hook_active", "agent_type"]);
    format!("hook {event}{main} [{names}]")
}

/// A permission request in one line.
pub(super) fn ask(request: &Value) -> String {
    let suggestions = request["permission_suggestions"].as_array().into_iter().flatten();
    let suggestions: Vec<_> = suggestions.filter_map(|one| one["type"].as_str()).collect();
    let main = given(request, &["tool_name", "input", "requires_user_interaction"]);
    format!("ask{main} suggestions={suggestions:?}")
}

fn names(value: &Value, without: &[&str]) -> String {
    let fields = value.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    let mut names: Vec<_> = fields.filter(|name| !without.contains(name)).collect();
    names.sort_unstable();
    names.join(",")
}
