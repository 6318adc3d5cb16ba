//! The spans of single answers of the model. They are known only with partial messages.

use std::collections::HashMap;
use std::time::Instant;

use serde::Deserialize;
use tracing::Span;
use tracing::field::Empty;

use super::table::Table;

struct Chat {
    span: Span,
    begun: Instant,
    has_output: bool,
}

/// The open spans of answers, by the call that began their subagent.
#[derive(Default)]
pub(super) struct Chats {
    open: HashMap<Option<String>, Chat>,
}

impl Chats {
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }
}

#[derive(Deserialize)]
struct Line {
    event: Event,
    #[serde(default)]
    parent_tool_use_id: Option<String>,
}

#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    message: Option<Message>,
    #[serde(default)]
    delta: Option<Delta>,
    #[serde(default)]
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    model: Option<String>,
}

#[derive(Deserialize)]
struct Delta {
    #[serde(default)]
    stop_reason: Option<String>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    input_tokens: u64,
    #[serde(default)]
    cache_read_input_tokens: u64,
    #[serde(default)]
    cache_creation_input_tokens: u64,
    #[serde(default)]
    output_tokens: u64,
}

impl Table {
    /// Reads a `stream_event` line, if it begins or ends an answer or is its first output. The CLI
    /// writes the type of the event first.
    pub(super) fn stream_event(&mut self, line: &[u8], at: Instant) {
        const HEAD: &[u8] = br#"{"type":"stream_event","event":{"type":""#;
        let Some(kind) = line.strip_prefix(HEAD) else {
            return;
        };
        if kind.starts_with(b"content_block_delta") {
            if self.chats.open.values().all(|chat| chat.has_output) {
                return;
            }
        } else if !kind.starts_with(b"message_") {
            return;
        }
        let Ok(Line { event, parent_tool_use_id: thread }) = serde_json::from_slice(line) else {
            return;
        };
        if kind.starts_with(b"message_start") {
            let span = self.chat(thread.as_deref(), event.message.as_ref());
            self.chats.open.insert(thread, Chat { span, begun: at, has_output: false });
            return;
        }
        let Some(chat) = self.chats.open.get_mut(&thread) else {
            return;
        };
        if kind.starts_with(b"message_stop") {
            self.chats.open.remove(&thread);
        } else if kind.starts_with(b"content_block_delta") {
            if !std::mem::replace(&mut chat.has_output, true) {
                let seconds = at.saturating_duration_since(chat.begun).as_secs_f64();
                chat.span.record("gen_ai.response.time_to_first_chunk", seconds);
            }
        } else {
            if let Some(reason) = event.delta.and_then(|delta| delta.stop_reason) {
                chat.span.record("gen_ai.response.finish_reasons", reason);
            }
            if let Some(usage) = event.usage {
                // The conventions count cached tokens as input.
                let cached = usage.cache_read_input_tokens + usage.cache_creation_input_tokens;
                chat.span.record("gen_ai.usage.input_tokens", usage.input_tokens + cached);
                chat.span.record("gen_ai.usage.output_tokens", usage.output_tokens);
            }
        }
    }

    fn chat(&self, thread: Option<&str>, message: Option<&Message>) -> Span {
        let model = message.and_then(|message| message.model.as_deref());
        tracing::info_span!(
            target: "claude_sdk",
            parent: &self.parent(thread),
            "chat",
            otel.name = format_args!("chat {}", model.unwrap_or_default()),
            otel.kind = "client",
            otel.status_code = Empty,
            gen_ai.operation.name = "chat",
            gen_ai.provider.name = self.provider,
            gen_ai.request.model = model,
            gen_ai.request.stream = true,
            gen_ai.response.id = message.and_then(|message| message.id.as_deref()),
            gen_ai.response.model = model,
            gen_ai.response.finish_reasons = Empty,
            gen_ai.response.time_to_first_chunk = Empty,
            gen_ai.usage.input_tokens = Empty,
            gen_ai.usage.output_tokens = Empty,
        )
    }
}
