//! Client side of a session: the JSON-RPC messages that the tests need.

use std::time::Duration;

use claude_mcp::Session;
use claude_types::Raw;
use serde_json::{Value, json};

/// The error code of a cancelled request.
pub(crate) const CANCELLED: i64 = -32800;

pub(crate) fn request(id: impl Into<Value>, method: &str, params: &Value) -> Raw {
    let id = id.into();
    json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).into()
}

pub(crate) fn calling(id: impl Into<Value>, tool: &str, arguments: &Value) -> Raw {
    request(id, "tools/call", &json!({ "name": tool, "arguments": arguments }))
}

/// The parameters of `initialize`, as the CLI sends them.
pub(crate) fn hello(version: &str) -> Value {
    json!({
        "protocolVersion": version,
        "capabilities": { "roots": {} },
        "clientInfo": { "name": "claude-code", "version": "2.1.329" },
    })
}

/// Sends a message and returns its response.
pub(crate) async fn send(session: &Session, message: impl Into<Raw>) -> Value {
    value(&soon(session.answer(message.into())).await)
}

pub(crate) async fn ask(session: &Session, id: i64, method: &str, params: Value) -> Value {
    send(session, request(id, method, &params)).await
}

/// Calls a tool and returns the result.
pub(crate) async fn call(session: &Session, id: i64, tool: &str, arguments: Value) -> Value {
    let answer = send(session, calling(id, tool, &arguments)).await;
    assert_eq!(answer["id"], id, "{answer}");
    assert!(answer["result"].is_object(), "{answer}");
    answer["result"].clone()
}

pub(crate) async fn notify(session: &Session, method: &str, params: Value) -> Value {
    send(session, json!({ "jsonrpc": "2.0", "method": method, "params": params })).await
}

/// The tools in the response to `tools/list`.
pub(crate) async fn tools(session: &Session) -> Vec<Value> {
    let answer = ask(session, 1, "tools/list", json!({})).await;
    answer["result"]["tools"].as_array().unwrap_or_else(|| panic!("no list: {answer}")).clone()
}

/// The text of a successful call.
pub(crate) fn text(result: &Value) -> &str {
    assert_ne!(result["isError"], true, "the call failed: {result}");
    only_text(result)
}

/// The text of a failed call, as the model gets it.
pub(crate) fn failure(result: &Value) -> &str {
    assert_eq!(result["isError"], true, "the call did not fail: {result}");
    only_text(result)
}

fn only_text(result: &Value) -> &str {
    let blocks = result["content"].as_array().unwrap();
    let [block] = blocks.as_slice() else { panic!("not one block: {result}") };
    assert_eq!(block["type"], "text", "{result}");
    block["text"].as_str().unwrap()
}

pub(crate) fn value(raw: &Raw) -> Value {
    raw.parse().unwrap()
}

/// Awaits a future with a deadline. In paused time the deadline costs no real time.
pub(crate) async fn soon<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(Duration::from_secs(600), future).await.expect("it hangs")
}
