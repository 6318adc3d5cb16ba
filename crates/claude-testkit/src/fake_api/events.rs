//! Rendered turns: the complete message, and the same as server-sent events.

use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::block::{Block, Content};
use super::order::InOrder;
use super::turn::{ApiError, Turn};

/// A rendered turn.
pub(super) struct Rendered {
    /// The response to a request without streaming.
    pub(super) message: Value,
    /// The events of a stream.
    pub(super) events: Vec<Bytes>,
}

/// Renders a turn for a request to `model`.
pub(super) fn render(turn: &Turn, model: &str) -> Rendered {
    let mut message = envelope(turn, model);
    let mut events = vec![
        event("message_start", &json!({"type": "message_start", "message": message})),
        event("ping", &json!({"type": "ping"})),
    ];
    let mut content = Vec::new();
    for (index, block) in turn.blocks.iter().enumerate() {
        content.push(block_events(index, block, &mut events));
    }
    let usage = usage(turn, 20);
    let stop_reason = stop_reason(turn);
    let mut delta = json!({"stop_reason": stop_reason, "stop_sequence": null});
    if let Some(details) = &turn.stop_details {
        delta["stop_details"] = details.clone();
    }
    let last = json!({"type": "message_delta", "delta": delta, "usage": usage});
    events.push(event("message_delta", &last));
    events.push(event("message_stop", &json!({"type": "message_stop"})));
    message["content"] = Value::Array(content);
    message["stop_reason"] = Value::String(stop_reason);
    message["usage"] = Value::Object(usage);
    Rendered { message, events }
}

/// The event that ends a stream with an error.
pub(super) fn error_event(error: &ApiError) -> Bytes {
    event("error", &json!({"type": "error", "error": error}))
}

fn envelope(turn: &Turn, model: &str) -> Value {
    json!({
        "id": id("msg"),
        "type": "message",
        "role": "assistant",
        "model": turn.model.as_deref().unwrap_or(model),
        "content": [],
        "stop_reason": null,
        "stop_sequence": null,
        "usage": usage(turn, 1),
    })
}

fn usage(turn: &Turn, output_tokens: u64) -> Map<String, Value> {
    let mut usage = Map::new();
    usage.insert("input_tokens".to_owned(), 100.into());
    usage.insert("cache_creation_input_tokens".to_owned(), 0.into());
    usage.insert("cache_read_input_tokens".to_owned(), 0.into());
    usage.insert("output_tokens".to_owned(), output_tokens.into());
    usage.insert("service_tier".to_owned(), "standard".into());
    usage.extend(turn.usage.clone());
    usage
}

fn stop_reason(turn: &Turn) -> String {
    let tool = turn.blocks.iter().any(Block::is_tool);
    let usual = if tool { "tool_use" } else { "end_turn" };
    turn.stop_reason.clone().unwrap_or_else(|| usual.to_owned())
}

/// Adds the events of one block. Returns the complete block.
fn block_events(index: usize, block: &Block, events: &mut Vec<Bytes>) -> Value {
    let (start, whole, deltas) = parts(block);
    let start = json!({"type": "content_block_start", "index": index, "content_block": start});
    events.push(event("content_block_start", &start));
    for delta in deltas {
        let delta = json!({"type": "content_block_delta", "index": index, "delta": delta});
        events.push(event("content_block_delta", &delta));
    }
    let stop = json!({"type": "content_block_stop", "index": index});
    events.push(event("content_block_stop", &stop));
    whole
}

/// Returns a block at its start, the complete block, and the deltas between.
fn parts(block: &Block) -> (Value, Value, Vec<Value>) {
    match &block.content {
        Content::Text { text, fill } => {
            let text = fill.map_or_else(|| text.clone(), filling);
            let pieces = pieces(&text, block.deltas);
            let deltas = pieces.iter().map(|piece| json!({"type": "text_delta", "text": piece}));
            (
                json!({"type": "text", "text": ""}),
                json!({"type": "text", "text": text}),
                deltas.collect(),
            )
        }
        Content::Thinking { thinking, signature } => {
            let pieces = pieces(thinking, block.deltas);
            let deltas = pieces.iter().map(|p| json!({"type": "thinking_delta", "thinking": p}));
            let sign = json!({"type": "signature_delta", "signature": signature});
            (
                json!({"type": "thinking", "thinking": "", "signature": ""}),
                json!({"type": "thinking", "thinking": thinking, "signature": signature}),
                deltas.chain([sign]).collect(),
            )
        }
        Content::RedactedThinking { data } => {
            let whole = json!({"type": "redacted_thinking", "data": data});
            (whole.clone(), whole, Vec::new())
        }
        Content::ToolUse { id: given, name, input, raw_input } => {
            let id = given.clone().unwrap_or_else(|| id("toolu"));
            let input = if input.is_null() { json!({}) } else { input.clone() };
            let text = raw_input.clone().unwrap_or_else(|| input.to_string());
            let pieces = pieces(&text, block.deltas);
            let deltas =
                pieces.iter().map(|p| json!({"type": "input_json_delta", "partial_json": p}));
            (
                json!({"type": "tool_use", "id": id, "name": name, "input": {}}),
                json!({"type": "tool_use", "id": id, "name": name, "input": input}),
                deltas.collect(),
            )
        }
        Content::Raw(block) => (block.clone(), block.clone(), Vec::new()),
    }
}

fn filling(bytes: usize) -> String {
    let mut text = "0123456789abcdef".repeat(bytes / 16 + 1);
    text.truncate(bytes);
    text
}

/// Cuts a text into at most `count` parts of about the same length, never inside a character.
fn pieces(text: &str, count: usize) -> Vec<&str> {
    let length = text.len().div_ceil(count.max(1)).max(1);
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > length {
        let mut cut = length;
        while !rest.is_char_boundary(cut) {
            cut += 1;
        }
        let (piece, tail) = rest.split_at(cut);
        pieces.push(piece);
        rest = tail;
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push(rest);
    }
    pieces
}

fn event(name: &str, data: &Value) -> Bytes {
    let data = InOrder(data).text();
    format!("event: {name}\ndata: {data}\n\n").into()
}

/// An ID as the API creates them: a prefix and 24 digits.
pub(super) fn id(prefix: &str) -> String {
    let digits = uuid::Uuid::new_v4().simple().to_string();
    format!("{prefix}_{}", &digits[..24])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deltas_add_up_to_the_text_and_never_split_a_character() {
        for text in ["", "a", "hello", "äöü", "a🙂b🙂c"] {
            for count in 0..9 {
                let pieces = pieces(text, count);
                assert_eq!(pieces.concat(), text);
                assert!(pieces.len() <= count.max(1), "{text:?} in {count}: {pieces:?}");
            }
        }
    }

    #[test]
    fn the_default_stop_reason_follows_from_the_blocks() {
        assert_eq!(render(&Turn::text("a"), "m").message["stop_reason"], "end_turn");
        assert_eq!(render(&Turn::tool("Bash", json!({})), "m").message["stop_reason"], "tool_use");
        let cut = Turn::text("a").stop_reason("max_tokens");
        assert_eq!(render(&cut, "m").message["stop_reason"], "max_tokens");
    }
}
