//! Event: one step of a run, ready to be shown.

use claude_types::{Message, ResultMessage, Timestamp, ToolUseId};
use serde::Serialize;

use super::{BlockKey, Failure, Retracted, Status, TextDelta, ToolResult, ToolUse};

/// Something that happened in a run.
///
/// As JSON it is `{"event": "text", "data": {…}}`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// New text of the answer: a piece of a block, or a whole one.
    Text(TextDelta),
    /// New text of the model's thinking.
    Thinking(TextDelta),
    /// The model calls a tool, and its input is complete.
    ToolUse(ToolUse),
    /// What came of a call. Every call gets one, even if the CLI tells of none.
    ToolResult(Box<ToolResult>),
    /// What the session is doing meanwhile, for a status line.
    Status(Status),
    /// Something failed: a request to the API, or the turn. A failed tool is a
    /// [`Event::ToolResult`].
    Error(Box<Failure>),
    /// Blocks that were shown and no longer count.
    Retracted(Retracted),
    /// The end of a turn.
    Result(Box<ResultMessage>),
    /// A message that is for no screen: the beginning of a turn, prompts, what this version does
    /// not know. Of a message that has other events, what they leave over.
    Other(Message),
}

impl Event {
    /// Which block this is about, if it is about one.
    #[must_use]
    pub fn key(&self) -> Option<&BlockKey> {
        match self {
            Self::Text(delta) | Self::Thinking(delta) => Some(delta.key()),
            Self::ToolUse(tool) => Some(tool.key()),
            Self::ToolResult(result) => result.tool_use().map(ToolUse::key),
            _ => None,
        }
    }

    /// The call whose subagent this comes from; `None` in the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        match self {
            Self::ToolResult(result) => result.parent(),
            Self::Status(status) => status.parent(),
            Self::Error(failure) => failure.parent(),
            Self::Retracted(retracted) => retracted.keys().first().and_then(BlockKey::parent),
            Self::Other(message) => message.parent_tool_use_id(),
            _ => self.key().and_then(BlockKey::parent),
        }
    }

    /// When the CLI says that it happened. Pieces of a block that is still written have no time.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        match self {
            Self::Text(delta) | Self::Thinking(delta) => delta.timestamp(),
            Self::ToolUse(tool) => tool.timestamp(),
            Self::ToolResult(result) => result.timestamp(),
            Self::Error(failure) => failure.timestamp(),
            Self::Other(Message::Assistant(message)) => message.timestamp.as_ref(),
            Self::Other(Message::User(message)) => message.timestamp.as_ref(),
            _ => None,
        }
    }

    /// The new text of the answer, if this brings any.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(delta) => Some(delta.as_str()),
            _ => None,
        }
    }
}
