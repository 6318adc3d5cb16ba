//! Event: one step of a run, ready to be shown.

use claude_types::{Message, ResultMessage, Timestamp, ToolUseId};
use serde::Serialize;

use super::{BlockKey, Failure, Retracted, Status, TextDelta, ToolResult, ToolUse};

/// One step of a run, ready to be shown to a user.
///
/// [`Events`](super::Events) merges partial and complete messages into one sequence of events.
/// Printing every [`Event::Text`] prints each text once, whether or not partial messages are
/// enabled with [`Options::include_partial_messages`](crate::Options::include_partial_messages).
/// Text that is retracted later is printed, too; use [`Transcript`](super::Transcript) if you draw
/// blocks and can remove them.
///
/// Events of a subagent carry the ID of the tool call that started it, see [`Event::parent`].
///
/// # Serialization
///
/// An event serializes to `{"event": "text", "data": {…}}`, with the variant in snake case.
///
/// [`Event::Other`] contains the message as the CLI sent it. The first message of a turn,
/// `system/init`, is one of them: it contains the working directory and other facts about the
/// machine. Do not send events to a browser: send what [`Event::for_clients`] returns.
///
/// # Examples
///
/// ```no_run
/// # async fn run(mut events: claude_sdk::Events) -> Result<(), claude_sdk::Error> {
/// use claude_sdk::Event;
///
/// while let Some(event) = events.next().await {
///     match event? {
///         Event::Text(text) => print!("{text}"),
///         Event::ToolUse(tool) => println!("[{}] {}", tool.name(), tool.summary()),
///         Event::ToolResult(result) => println!("-> {}", result.preview(80)),
///         _ => {}
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// New text of the answer: a delta, or the complete text of a block.
    Text(TextDelta),
    /// New text of the model's thinking.
    Thinking(TextDelta),
    /// A tool call whose input is complete.
    ToolUse(ToolUse),
    /// The outcome of a tool call. Every call gets exactly one; if the CLI sends no result, the
    /// outcome is [`ToolOutcome::Missing`](super::ToolOutcome::Missing).
    ToolResult(Box<ToolResult>),
    /// Activity outside of the conversation, such as a retry or a compaction, for a status line.
    Status(Status),
    /// A failed API request or a failed turn. A failed tool is an [`Event::ToolResult`].
    Error(Box<Failure>),
    /// Blocks that were sent earlier and are no longer part of the answer. Remove them by their
    /// [`BlockKey`].
    Retracted(Retracted),
    /// The result that ends a turn. Its text is the whole last answer of the model.
    Result(Box<ResultMessage>),
    /// A message that is not meant for a screen, such as the start of a turn, a prompt, or a
    /// message type that this version does not know. Of a message that has other events, the rest.
    Other(Message),
}

impl Event {
    /// Returns the block that the event is about.
    #[must_use]
    pub fn key(&self) -> Option<&BlockKey> {
        match self {
            Self::Text(delta) | Self::Thinking(delta) => Some(delta.key()),
            Self::ToolUse(tool) => Some(tool.key()),
            Self::ToolResult(result) => result.tool_use().map(ToolUse::key),
            _ => None,
        }
    }

    /// Returns the tool call whose subagent sent the event; `None` for the main thread.
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

    /// Returns when the event happened, as the CLI reports it. Deltas of a block that is not
    /// complete have no time.
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

    /// Returns the new text of the answer, if this is an [`Event::Text`].
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(delta) => Some(delta.as_str()),
            _ => None,
        }
    }
}
