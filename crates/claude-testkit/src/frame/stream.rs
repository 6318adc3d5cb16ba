//! Stream events: events of the API that are passed on.

use serde::Serialize;
use serde_json::value::RawValue;

use super::id::uuid;

/// An event in its frame.
#[derive(Serialize)]
pub(crate) struct StreamEvent<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    event: ApiEvent<'a>,
    session_id: &'a str,
    parent_tool_use_id: Option<&'a str>,
    pub(crate) uuid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ttft_ms: Option<u64>,
    api_message_id: &'a str,
}

impl<'a> StreamEvent<'a> {
    pub(crate) fn new(session_id: &'a str, message_id: &'a str, event: ApiEvent<'a>) -> Self {
        Self {
            kind: "stream_event",
            event,
            session_id,
            parent_tool_use_id: None,
            uuid: uuid(),
            ttft_ms: None,
            api_message_id: message_id,
        }
    }
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum ApiEvent<'a> {
    MessageStart { message: Started<'a> },
    ContentBlockStart { index: usize, content_block: super::Block<'a> },
    ContentBlockDelta { index: usize, delta: Delta<'a> },
    ContentBlockStop { index: usize },
    MessageDelta { delta: Stopped<'a>, usage: Usage },
    MessageStop,
}

impl<'a> ApiEvent<'a> {
    pub(crate) fn start(id: &'a str, model: &'a str) -> Self {
        let message = Started {
            id,
            kind: "message",
            role: "assistant",
            model,
            content: [],
            stop_reason: None,
            stop_sequence: None,
            usage: Usage::started(),
        };
        Self::MessageStart { message }
    }

    pub(crate) fn stopped(stop_reason: Option<&'a str>) -> Self {
        let delta = Stopped { stop_reason, stop_sequence: None };
        Self::MessageDelta { delta, usage: Usage::ended() }
    }
}

#[derive(Serialize)]
pub(crate) struct Started<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    role: &'static str,
    model: &'a str,
    content: [(); 0],
    stop_reason: Option<&'a str>,
    stop_sequence: Option<&'a str>,
    usage: Usage,
}

#[derive(Serialize)]
pub(crate) struct Stopped<'a> {
    stop_reason: Option<&'a str>,
    stop_sequence: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Delta<'a> {
    #[serde(rename = "text_delta")]
    Text { text: &'a str },
    #[serde(rename = "thinking_delta")]
    Thinking { thinking: &'a str },
    #[serde(rename = "signature_delta")]
    Signature { signature: &'a str },
    #[serde(rename = "input_json_delta")]
    Input { partial_json: &'a str },
}

/// The usage of one answer of the API.
#[derive(Clone, Serialize)]
pub(crate) struct Usage {
    input_tokens: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    cache_creation_input_tokens: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cache_read_input_tokens: Option<u64>,
    output_tokens: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_tier: Option<&'static str>,
}

impl Usage {
    /// The usage at the start of an answer.
    pub(crate) fn started() -> Self {
        Self {
            input_tokens: 100,
            cache_creation_input_tokens: Some(0),
            cache_read_input_tokens: Some(0),
            output_tokens: 1,
            service_tier: Some("standard"),
        }
    }

    /// The shortest form of the usage.
    pub(crate) fn short() -> Self {
        Self {
            input_tokens: 100,
            cache_creation_input_tokens: None,
            cache_read_input_tokens: None,
            output_tokens: 1,
            service_tier: None,
        }
    }

    /// The usage at the end of an answer.
    pub(crate) fn ended() -> Self {
        Self { output_tokens: 20, ..Self::started() }
    }
}

/// An empty object, with which the input of a tool starts.
pub(crate) fn empty_object() -> Box<RawValue> {
    #[expect(clippy::expect_used, reason = "the text is a constant")]
    RawValue::from_string("{}".to_owned()).expect("an empty object is JSON")
}
