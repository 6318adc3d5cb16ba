//! Messages of the assistant and of the user.

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::id::{api_id, now, uuid};
use super::stream::Usage;

/// One complete block of the assistant.
#[derive(Serialize)]
pub(crate) struct Assistant<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    pub(crate) message: AssistantMessage<'a>,
    pub(crate) parent_tool_use_id: Option<&'a str>,
    session_id: &'a str,
    pub(crate) uuid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) request_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_message_uuid: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) user_message_uuids: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_api_error_message: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) api_error_status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) api_error_type: Option<&'static str>,
    #[serde(flatten)]
    pub(crate) agent: Option<Agent<'a>>,
}

#[derive(Serialize)]
pub(crate) struct AssistantMessage<'a> {
    pub(crate) id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    role: &'static str,
    model: &'a str,
    content: [Block<'a>; 1],
    stop_reason: Option<&'a str>,
    stop_sequence: Option<&'a str>,
    pub(crate) usage: Usage,
    /// Null if it is not left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) context_management: Option<Option<()>>,
}

/// A block of the assistant.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Block<'a> {
    Text { text: &'a str },
    Thinking { thinking: &'a str, signature: &'a str },
    ToolUse { id: &'a str, name: &'a str, input: &'a RawValue },
}

impl<'a> Assistant<'a> {
    pub(crate) fn new(session_id: &'a str, id: &'a str, model: &'a str, block: Block<'a>) -> Self {
        Self {
            kind: "assistant",
            message: AssistantMessage {
                id,
                kind: "message",
                role: "assistant",
                model,
                content: [block],
                stop_reason: None,
                stop_sequence: None,
                usage: Usage::started(),
                context_management: Some(None),
            },
            parent_tool_use_id: None,
            session_id,
            uuid: uuid(),
            timestamp: Some(now()),
            request_id: Some(api_id("req")),
            user_message_uuid: None,
            user_message_uuids: Vec::new(),
            error: None,
            is_api_error_message: false,
            api_error_status: None,
            api_error_type: None,
            agent: None,
        }
    }
}

impl<'a> AssistantMessage<'a> {
    /// Sets why the message has ended.
    pub(crate) fn stop(&mut self, reason: &'a str) {
        self.stop_reason = Some(reason);
        self.stop_sequence = (reason == "stop_sequence").then_some("");
    }
}

/// A user message that the CLI created: the result of a tool, or a note.
#[derive(Serialize)]
pub(crate) struct User<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    message: UserMessage<[UserBlock<'a>; 1]>,
    pub(crate) parent_tool_use_id: Option<&'a str>,
    session_id: &'a str,
    pub(crate) uuid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tool_use_result: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tool_result_meta: Option<[ToolMeta<'a>; 1]>,
    #[serde(rename = "isSynthetic", skip_serializing_if = "std::ops::Not::not")]
    pub(crate) synthetic: bool,
    #[serde(flatten)]
    pub(crate) agent: Option<Agent<'a>>,
}

/// The subagent of a message.
#[derive(Clone, Copy, Serialize)]
pub(crate) struct Agent<'a> {
    pub(crate) agent_id: &'a str,
    pub(crate) subagent_type: &'a str,
    pub(crate) task_description: &'a str,
}

#[derive(Serialize)]
struct UserMessage<C> {
    role: &'static str,
    content: C,
}

/// A block of such a message.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum UserBlock<'a> {
    /// A result: `type` is not the first field.
    Result(ToolResult<'a>),
    /// An error: `type` is the first field.
    Error {
        #[serde(rename = "type")]
        kind: &'static str,
        content: &'a str,
        is_error: bool,
        tool_use_id: &'a str,
    },
    Text {
        #[serde(rename = "type")]
        kind: &'static str,
        text: &'a str,
    },
}

#[derive(Serialize)]
pub(crate) struct ToolResult<'a> {
    tool_use_id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    content: Content<'a>,
    /// Absent in the results of most tools.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_error: Option<bool>,
}

/// The output of a tool.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Content<'a> {
    Text(&'a str),
    Blocks(&'a Value),
}

/// Additional data of a result.
#[derive(Serialize)]
pub(crate) struct ToolMeta<'a> {
    pub(crate) id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) non_execution_kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) permission_decision: Option<Decision>,
}

/// Who decided about a call, and how.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Decision {
    pub(crate) decision: &'static str,
    pub(crate) source: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason_type: Option<&'static str>,
}

impl<'a> UserBlock<'a> {
    pub(crate) fn result(
        tool_use_id: &'a str,
        content: Content<'a>,
        is_error: Option<bool>,
    ) -> Self {
        Self::Result(ToolResult { tool_use_id, kind: "tool_result", content, is_error })
    }

    pub(crate) fn error(tool_use_id: &'a str, content: &'a str) -> Self {
        Self::Error { kind: "tool_result", content, is_error: true, tool_use_id }
    }

    pub(crate) fn text(text: &'a str) -> Self {
        Self::Text { kind: "text", text }
    }
}

impl<'a> User<'a> {
    pub(crate) fn new(session_id: &'a str, block: UserBlock<'a>) -> Self {
        Self {
            kind: "user",
            message: UserMessage { role: "user", content: [block] },
            parent_tool_use_id: None,
            session_id,
            uuid: uuid(),
            timestamp: Some(now()),
            tool_use_result: None,
            tool_result_meta: None,
            synthetic: false,
            agent: None,
        }
    }
}

/// A message of the host, echoed.
#[derive(Serialize)]
pub(crate) struct ReplayedUser<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    message: UserMessage<&'a Value>,
    session_id: &'a str,
    parent_tool_use_id: Option<&'a str>,
    uuid: String,
    timestamp: String,
    #[serde(rename = "isReplay")]
    replay: bool,
    #[serde(rename = "isSynthetic", skip_serializing_if = "std::ops::Not::not")]
    synthetic: bool,
}

impl<'a> ReplayedUser<'a> {
    pub(crate) fn new(session_id: &'a str, content: &'a Value, id: Option<&str>) -> Self {
        Self {
            kind: "user",
            message: UserMessage { role: "user", content },
            session_id,
            parent_tool_use_id: None,
            uuid: id.map_or_else(uuid, str::to_owned),
            timestamp: now(),
            replay: true,
            synthetic: false,
        }
    }

    /// The summary of a compacted conversation.
    pub(crate) fn summary(session_id: &'a str, content: &'a Value) -> Self {
        Self { replay: false, synthetic: true, ..Self::new(session_id, content, None) }
    }
}
