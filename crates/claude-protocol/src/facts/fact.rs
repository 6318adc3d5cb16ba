//! The facts of a session, except for the requests of the CLI (`request.rs`).

use std::fmt;
use std::time::Duration;

use claude_transport::Exit;
use claude_types::{InitializeResponse, Message, MessageUuid, Raw};
use serde_json::value::RawValue;

use super::request::{Answered, Asked, ReturnOutcome};
use crate::error::ProtocolError;
use crate::state::{Stall, State, TaskTree};

/// Something that happened in a session.
///
/// All facts are borrowed: copy what is needed later. A session tells each of them once, in the
/// order in which they happened; a line is told before the facts that follow from it.
///
/// # Examples
///
/// ```
/// use std::time::Instant;
///
/// use claude_protocol::{Fact, Observe};
///
/// struct Tools;
///
/// impl Observe for Tools {
///     fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
///         match fact {
///             Fact::Called(call) => println!("{} began", call.tool),
///             Fact::Returned(call) => println!("{} took {:?}", call.tool, call.took),
///             _ => {}
///         }
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Fact<'f> {
    /// The handshake is done: prompts are written from now on.
    Started(Started<'f>),
    /// A prompt is queued for the CLI.
    Sent(Sent<'f>),
    /// A prompt ended without a result: it was cancelled, its turn ended without one, or the
    /// connection ended.
    Unanswered(Unanswered<'f>),
    /// A line arrived that is a message or a control request.
    Line(RawLine<'f>),
    /// The loop decoded a message. It decodes all but `assistant`, `user` and `stream_event`, and never
    /// decodes `transcript_mirror`. Output that is no message ([`Message::Noise`], [`Message::Oversized`]) counts, too.
    Message(&'f Message),
    /// The main thread or a subagent called a tool.
    Called(Called<'f>),
    /// A tool returned, or nothing waits for it any more.
    Returned(Returned<'f>),
    /// The CLI asked this side: for a permission, a hook, a call of an MCP server.
    Asked(Asked<'f>),
    /// A request of the CLI is settled. Follows each [`Fact::Asked`] once.
    Answered(Answered<'f>),
    /// The state of the session changed. Each published state is told, also one that a
    /// [`StateWatch`](crate::StateWatch) passes over.
    State(&'f State),
    /// The CLI was silent for too long.
    Stalled(&'f Stall),
    /// A task or subagent began, changed or ended.
    Tasks(&'f TaskTree),
    /// A control request of this side is settled.
    Requested(Requested<'f>),
    /// A consumer did not read, and lost messages.
    Lost(Lost),
    /// The connection is over. The last fact.
    Ended(Ended<'f>),
}

/// The start of a CLI, told by [`Fact::Started`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Started<'f> {
    /// The response of the CLI to the handshake. `None` if it is not known.
    pub handshake: Option<&'f InitializeResponse>,
    /// The time since the connection was opened, or since the CLI was replaced.
    pub took: Duration,
    /// The CLI replaces another one of the same session
    /// ([`Connection::attach`](crate::Connection::attach)).
    pub is_replacement: bool,
}

/// A prompt, told by [`Fact::Sent`].
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Sent<'f> {
    /// The ID of the prompt. Its result names it.
    pub prompt: &'f MessageUuid,
    /// The line that is written, as JSON without the line feed. It is not written if
    /// [`Fact::Unanswered`] follows at once with [`ProtocolError::AlreadyDelivered`].
    pub line: &'f [u8],
}

/// A prompt without a result, told by [`Fact::Unanswered`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Unanswered<'f> {
    /// The ID of the prompt.
    pub prompt: &'f MessageUuid,
    /// Why there is no result. [`ProtocolError::Cancelled`] if the prompt was cancelled,
    /// [`ProtocolError::AlreadyDelivered`] if the CLI knew its ID.
    pub error: &'f ProtocolError,
}

/// A line, told by [`Fact::Line`].
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct RawLine<'f> {
    /// Its field `type`, such as `assistant` or `control_request`.
    pub kind: &'f str,
    /// The line, without the line feed. Nothing of it is checked but the type.
    pub bytes: &'f [u8],
}

/// A call of a tool, told by [`Fact::Called`].
///
/// Of a line with more than 256 calls, the last 256 are told.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Called<'f> {
    /// The ID of the call: `tool_use_id` everywhere else.
    pub call: &'f str,
    /// The name of the tool.
    pub tool: &'f str,
    /// The call that started the subagent which calls. `None` for the main thread.
    pub parent: Option<&'f str>,
    /// The input, as JSON.
    pub input: Option<&'f RawValue>,
}

/// The end of a call, told by [`Fact::Returned`] once for each [`Fact::Called`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Returned<'f> {
    /// The ID of the call.
    pub call: &'f str,
    /// The name of the tool.
    pub tool: &'f str,
    /// The call that started the subagent which called. `None` for the main thread.
    pub parent: Option<&'f str>,
    /// How it ended.
    pub outcome: ReturnOutcome,
    /// The length of the line with the result, in bytes. 0 if there is none.
    pub bytes: usize,
    /// The time since the call.
    pub took: Duration,
}

/// A control request of this side, told by [`Fact::Requested`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Requested<'f> {
    /// Its subtype, such as `interrupt` or `set_model`.
    pub subtype: &'f str,
    /// Why there is no response: the CLI refused, the deadline passed, or the connection ended.
    pub error: Option<&'f ProtocolError>,
    /// The time since the request was queued.
    pub took: Duration,
}

/// What a consumer lost, told by [`Fact::Lost`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lost {
    /// The number of messages.
    pub messages: u64,
    /// Their bytes on the wire.
    pub bytes: u64,
    /// The consumer is the stream of a turn, and no subscription.
    pub is_turn: bool,
}

/// The end of a connection, told by [`Fact::Ended`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Ended<'f> {
    /// Why it ended. `None` if it was closed, or if the CLI exited normally.
    pub error: Option<&'f ProtocolError>,
    /// How the CLI exited, with the end of its stderr. `None` if that is not known.
    pub exit: Option<&'f Exit>,
}

// `Debug` shows lengths instead of content, so that a logged fact reveals no conversation.

impl fmt::Debug for Sent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sent")
            .field("prompt", &self.prompt)
            .field("bytes", &self.line.len())
            .finish()
    }
}

impl fmt::Debug for RawLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawLine")
            .field("kind", &self.kind)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

impl fmt::Debug for Called<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Called")
            .field("call", &self.call)
            .field("tool", &self.tool)
            .field("parent", &self.parent)
            .field("input", &self.input.map(|input| input.get().len()))
            .finish()
    }
}

/// The text of a prompt, read from its line.
impl Sent<'_> {
    /// Returns the text of the prompt: the text itself, or its text blocks, one per line. Decodes
    /// the line, so that nobody pays who does not ask. `None` if it has no text.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        #[derive(serde::Deserialize)]
        struct Line {
            message: Body,
        }
        #[derive(serde::Deserialize)]
        struct Body {
            content: Content,
        }
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Content {
            Text(String),
            Blocks(Vec<Raw>),
        }
        #[derive(serde::Deserialize)]
        struct Block {
            text: String,
        }
        match serde_json::from_slice::<Line>(self.line).ok()?.message.content {
            Content::Text(text) => Some(text),
            Content::Blocks(blocks) => {
                let texts = blocks.iter().filter_map(|block| block.parse::<Block>().ok());
                let texts: Vec<_> = texts.map(|block| block.text).collect();
                (!texts.is_empty()).then(|| texts.join("\n"))
            }
        }
    }
}
