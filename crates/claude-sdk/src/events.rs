//! What a screen shows of a run: text, thinking, tools, failures, in the order in which they come.
//!
//! The CLI says most things twice when partial messages are on: once in pieces, once whole. It
//! breaks off and starts anew, takes messages back, and mixes subagents with the main thread. An
//! [`Events`] stream makes one row of [`Event`]s of it in which nothing is doubled and nothing is
//! missing, whether partial messages are on or off.
//!
//! - Each piece of text is new: printing every [`Event::Text`] prints the answer once.
//! - Each block has a [`Key`]. Those who draw blocks rather than print them find by it what a piece
//!   belongs to, and what an [`Event::Retracted`] removes. [`Transcript`] does that for texts.
//! - Messages of a subagent carry the call that started it: [`Event::parent`].
//! - What is for no screen, or not known to this version, comes as [`Event::Other`], whole.
//!
//! Nothing here is on the wire, and nothing is read or written: [`Accumulator`] takes messages and
//! gives events, [`Events`] feeds it from a [`Turn`](crate::Turn), a [`Query`](crate::Query) or
//! [`Messages`](crate::Messages).
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::{Client, Event, Options};
//!
//! # async fn run() -> Result<(), claude_sdk::Error> {
//! let client = Client::connect(Options::default().include_partial_messages()).await?;
//! let mut events = client.send("Tidy this folder up.").await?.into_events();
//! while let Some(event) = events.next().await {
//!     match event? {
//!         Event::Text(delta) => print!("{delta}"),
//!         Event::ToolUse(tool) => println!("[{}] {}", tool.name(), tool.summary()),
//!         Event::ToolResult(result) => println!("-> {}", result.preview(80)),
//!         Event::Status(status) => eprintln!("{status}"),
//!         _ => {}
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Next: `events/accumulator.rs` (from messages to events), `events/lane.rs` (where pieces and
//! whole blocks meet), then the events themselves.

mod stream;
mod accumulator;
mod lane;
mod streaming;
mod sink;
mod seen;
mod key;
mod piece;
mod tool;
mod summary;
mod line;
mod status;
mod failure;
mod transcript;

use claude_types::{Message, ResultMessage, Timestamp, ToolUseId};
use serde::Serialize;

pub use accumulator::Accumulator;
pub use failure::Failure;
pub use key::{Key, Reason, Retracted};
pub use piece::Piece;
pub use status::{Status, StatusKind};
pub use stream::Events;
pub use tool::{ToolOutcome, ToolResult, ToolUse};
pub use transcript::Transcript;

/// Something that happened in a run.
///
/// As JSON it is `{"event": "text", "data": {…}}`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// New text of the answer: a piece of a block, or a whole one.
    Text(Piece),
    /// New text of the model's thinking.
    Thinking(Piece),
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
    pub fn key(&self) -> Option<&Key> {
        match self {
            Self::Text(piece) | Self::Thinking(piece) => Some(piece.key()),
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
            Self::Retracted(retracted) => retracted.keys().first().and_then(Key::parent),
            Self::Other(message) => message.parent_tool_use_id(),
            _ => self.key().and_then(Key::parent),
        }
    }

    /// When the CLI says that it happened. Pieces of a block that is still written have no time.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        match self {
            Self::Text(piece) | Self::Thinking(piece) => piece.timestamp(),
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
            Self::Text(piece) => Some(piece.as_str()),
            _ => None,
        }
    }
}
