//! Content blocks: every block, citation, source and delta of the Messages API is typed in full.
//!
//! Few of them are in the recordings, so they are written here as the API declares them.

use claude_types::{Message, StreamEvent};
use serde_json::{Value, json};

use crate::corpus::{equal, frame};
use crate::untyped_parts::untyped_parts;

fn assert_typed(line: &Value) {
    let frame = frame(&line.to_string());
    assert_eq!(untyped_parts(&frame.tree()), [""; 0], "{line}");
    assert!(equal(line, &frame.json()), "{line}\n{}", frame.json());
}

#[test]
fn every_block_is_typed_in_full() {
    let error =
        |tool: &str| json!({ "type": format!("{tool}_error"), "error_code": "unavailable" });
    let of_tool =
        |tag: &str, content: Value| json!({ "type": tag, "tool_use_id": "t", "content": content });
    let run = |tag: &str, made: &str| {
        let made = json!([{ "type": made, "file_id": "f" }]);
        json!({ "type": tag, "stdout": "", "stderr": "", "return_code": 0, "content": made })
    };
    let secret = json!({ "type": "encrypted_code_execution_result", "encrypted_stdout": "", "stderr": "",
        "return_code": -1, "content": [] });
    let caller = json!({ "type": "code_execution_20260120", "tool_id": "t" });
    let document = json!({ "type": "document", "title": null, "citations": { "enabled": true },
        "source": { "type": "base64", "media_type": "application/pdf", "data": "" } });
    let blocks = [
        json!({ "type": "text", "text": "", "citations": citations(), "cache_control": { "type": "ephemeral", "ttl": "5m" } }),
        json!({ "type": "thinking", "thinking": "", "signature": "" }),
        json!({ "type": "redacted_thinking", "data": "" }),
        json!({ "type": "tool_use", "id": "t", "name": "click", "input": {}, "caller": caller, "toolset_name": "browser" }),
        json!({ "type": "tool_result", "tool_use_id": "t", "content": null, "is_error": true, "toolset_name": null }),
        json!({ "type": "server_tool_use", "id": "t", "name": "advisor", "input": {}, "caller": { "type": "direct" } }),
        of_tool("web_search_tool_result", json!([{ "type": "web_search_result" }])),
        of_tool(
            "web_fetch_tool_result",
            json!({ "type": "web_fetch_result", "url": "", "content": document, "retrieved_at": null }),
        ),
        of_tool("web_fetch_tool_result", error("web_fetch_tool_result")),
        of_tool(
            "code_execution_tool_result",
            run("code_execution_result", "code_execution_output"),
        ),
        of_tool("code_execution_tool_result", secret),
        of_tool("code_execution_tool_result", error("code_execution_tool_result")),
        of_tool(
            "bash_code_execution_tool_result",
            run("bash_code_execution_result", "bash_code_execution_output"),
        ),
        of_tool("bash_code_execution_tool_result", error("bash_code_execution_tool_result")),
        of_tool(
            "text_editor_code_execution_tool_result",
            json!({ "type": "text_editor_code_execution_view_result",
            "content": "", "file_type": "text", "num_lines": 1, "start_line": null, "total_lines": 2 }),
        ),
        of_tool(
            "text_editor_code_execution_tool_result",
            json!({
            "type": "text_editor_code_execution_create_result", "is_file_update": false }),
        ),
        of_tool(
            "text_editor_code_execution_tool_result",
            json!({ "type": "text_editor_code_execution_str_replace_result",
            "lines": ["-a"], "old_start": 1, "old_lines": 1, "new_start": null, "new_lines": null }),
        ),
        of_tool(
            "text_editor_code_execution_tool_result",
            error("text_editor_code_execution_tool_result"),
        ),
        of_tool(
            "tool_search_tool_result",
            json!({ "type": "tool_search_tool_search_result",
            "tool_references": [{ "type": "tool_reference", "tool_name": "a" }] }),
        ),
        of_tool("tool_search_tool_result", error("tool_search_tool_result")),
        of_tool(
            "advisor_tool_result",
            json!({ "type": "advisor_result", "text": "", "stop_reason": "end_turn" }),
        ),
        of_tool(
            "advisor_tool_result",
            json!({ "type": "advisor_redacted_result", "encrypted_content": "", "stop_reason": null }),
        ),
        of_tool("advisor_tool_result", error("advisor_tool_result")),
        json!({ "type": "mcp_tool_use", "id": "t", "name": "a", "server_name": "s", "input": {} }),
        json!({ "type": "mcp_tool_result", "tool_use_id": "t", "content": "a", "is_error": false }),
        json!({ "type": "mcp_tool_listing", "mcp_server_name": "s", "tools": [{ "name": "a", "input_schema": {} }] }),
        json!({ "type": "image", "source": { "type": "url", "url": "" }, "transformations": { "oversized_image": "error" } }),
        document,
        json!({ "type": "document", "source": { "type": "text", "media_type": "text/plain", "data": "" }, "context": "" }),
        json!({ "type": "document", "source": { "type": "content", "content": [{ "type": "text", "text": "" }] } }),
        json!({ "type": "document", "source": { "type": "file", "file_id": "f" } }),
        json!({ "type": "search_result", "source": "", "title": "", "content": [{ "type": "text", "text": "" }] }),
        json!({ "type": "tool_reference", "tool_name": "a" }),
        json!({ "type": "tool_addition", "tool": { "type": "tool_definition", "definition": {} } }),
        json!({ "type": "tool_removal", "tool": { "type": "mcp_tool_reference", "server_name": "s", "name": "a" } }),
        json!({ "type": "container_upload", "file_id": "f" }),
        json!({ "type": "compaction", "content": null, "encrypted_content": "", "signature": "", "tool_changes": [
            { "type": "tool_removal", "tool": { "type": "mcp_toolset_reference", "server_name": "s" } }] }),
        json!({ "type": "fallback", "from": { "model": "a" }, "to": { "model": "b" },
            "trigger": { "type": "refusal", "category": "bio" } }),
        json!({ "type": "browser_state", "tabs": [{ "tab_id": "1", "title": "", "url": "", "active": true }],
            "state_changes": [{ "type": "download_completed", "download_id": "d", "url": "", "path": null, "size_bytes": 1 }] }),
    ];
    for block in blocks {
        assert_typed(&json!({ "type": "user", "parent_tool_use_id": null,
            "message": { "role": "user", "content": [block] } }));
    }
}

fn citations() -> Value {
    let of = |kind: &str, unit: &str| {
        let mut of = json!({ "type": kind, "cited_text": "", "document_index": 0,
            "document_title": null, "file_id": null });
        of[format!("start_{unit}")] = json!(0);
        of[format!("end_{unit}")] = json!(1);
        of
    };
    json!([
        of("char_location", "char_index"),
        of("page_location", "page_number"),
        of("content_block_location", "block_index"),
        { "type": "web_search_result_location", "cited_text": "", "url": "", "title": null, "encrypted_index": "" },
        { "type": "search_result_location", "cited_text": "", "source": "", "title": null,
            "search_result_index": 0, "start_block_index": 0, "end_block_index": 1 },
    ])
}

#[test]
fn metadata_of_api_responses_is_typed_in_full() {
    let iteration = json!({ "type": "fallback_message", "model": "a", "input_tokens": 1, "output_tokens": 1,
        "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0, "cache_creation": null });
    assert_typed(&json!({ "type": "assistant", "parent_tool_use_id": null, "message": {
        "type": "message", "role": "assistant", "id": "m", "model": "a", "content": [],
        "stop_reason": "refusal", "stop_sequence": null,
        "stop_details": { "type": "refusal", "category": "cyber", "explanation": null, "recommended_model": "b",
            "fallback_credit_token": null, "fallback_has_prefill_claim": null },
        "container": { "id": "c", "expires_at": "", "skills": [{ "skill_id": "s", "type": "custom", "version": "1" }] },
        "context_management": { "applied_edits": [
            { "type": "clear_tool_uses_20250919", "cleared_input_tokens": 1, "cleared_tool_uses": 1 },
            { "type": "clear_thinking_20251015", "cleared_input_tokens": 1, "cleared_thinking_turns": 1 }] },
        "diagnostics": { "cache_miss_reason": { "type": "tools_changed", "cache_missed_input_tokens": 1 } },
        "input_transformations": [{ "type": "thinking_dropped", "path": "messages.0.content.0", "reason": "" }],
        "usage": { "input_tokens": null, "output_tokens": 1, "iterations": [iteration],
            "fallback_credit": { "status": { "type": "not_applied", "reason": "expired", "remove_to_redeem": [] } } },
    } }));
}

#[test]
fn every_delta_is_typed_in_full() {
    for delta in [
        json!({ "type": "text_delta", "text": "" }),
        json!({ "type": "input_json_delta", "partial_json": "" }),
        json!({ "type": "thinking_delta", "thinking": "", "estimated_tokens": null }),
        json!({ "type": "signature_delta", "signature": "" }),
        json!({ "type": "citations_delta", "citation": citations()[0] }),
        json!({ "type": "compaction_delta", "content": null, "encrypted_content": null }),
    ] {
        let line = json!({ "type": "stream_event", "parent_tool_use_id": null,
            "event": { "type": "content_block_delta", "index": 0, "delta": delta } });
        assert_typed(&line);
        let Message::StreamEvent(message) = Message::decode(line.to_string().as_bytes()) else {
            panic!("{line}")
        };
        assert!(matches!(message.event, StreamEvent::ContentBlockDelta(_)), "{line}");
    }
}

#[test]
fn every_origin_is_typed_in_full() {
    for origin in [
        json!({ "kind": "human" }),
        json!({ "kind": "channel", "server": "s" }),
        json!({ "kind": "peer", "from": "a", "fromMode": "bypass", "name": "b", "fromSession": "c",
            "senderTaskId": "d", "body": "", "verifiedPeerPid": 1 }),
        json!({ "kind": "task-notification", "subkind": "scheduled-trigger", "fireReason": "retry",
            "runId": "r", "producer": "session-task" }),
        json!({ "kind": "coordinator" }),
        json!({ "kind": "unclassified" }),
        json!({ "kind": "observer", "from": "a", "senderTaskId": "d" }),
        json!({ "kind": "auto-continuation" }),
        json!({ "kind": "observer-activity" }),
    ] {
        assert_typed(&json!({ "type": "user", "parent_tool_use_id": null, "origin": origin,
            "message": { "role": "user", "content": "" } }));
    }
}
