//! Session state: what the session is doing, as a value.

use std::fmt;
use std::time::Instant;

use claude_types::{RequestId, ToolUseId};

use crate::error::ProtocolError;

/// What the session is doing.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum State {
    /// The CLI has not answered `initialize` yet.
    #[default]
    Starting,
    /// Nothing is queued, running or in the background.
    Idle,
    /// A prompt waits or is worked on, and no tool runs: the model's turn.
    #[non_exhaustive]
    Model {
        /// Since when.
        since: Instant,
        /// What holds the model up, if something does.
        phase: Phase,
    },
    /// The main thread waits for a tool. Of several that run side by side, this is the oldest.
    #[non_exhaustive]
    Tool {
        /// The name of the tool.
        name: String,
        /// The call.
        id: ToolUseId,
        /// When the model called it.
        since: Instant,
        /// How many tools run side by side, with this one.
        running: usize,
    },
    /// The CLI has asked something that a person may have to answer: about a tool, or a dialog.
    #[non_exhaustive]
    WaitingForHuman {
        /// The question.
        request: RequestId,
        /// The tool that it is about, if it is about one.
        tool: Option<String>,
        /// When it was asked.
        since: Instant,
    },
    /// Nothing runs in the foreground, and agents or workflows live in the background. Shells do
    /// not count, since they may never end; see [`Tasks`](crate::Tasks).
    #[non_exhaustive]
    Background {
        /// How many live.
        agents: usize,
        /// Since when nothing runs in the foreground.
        since: Instant,
    },
    /// The connection is being closed.
    Closing,
    /// It is over; with the reason, if it did not end by a close or by itself.
    Closed(Option<ProtocolError>),
}

/// What holds the model up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Phase {
    /// Nothing: a request is on its way, or the answer is being written.
    #[default]
    Working,
    /// The context is being compacted.
    Compacting,
    /// The API failed, and the CLI tries again.
    #[non_exhaustive]
    Retrying {
        /// Which attempt failed, counted from one; 0 if the CLI did not say.
        attempt: u64,
    },
}

impl State {
    /// Nothing is queued, running or in the background.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Idle)
    }

    /// A prompt waits or is worked on, by the model, a tool or a person; or a background agent
    /// lives.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(
            self,
            Self::Model { .. }
                | Self::Tool { .. }
                | Self::WaitingForHuman { .. }
                | Self::Background { .. }
        )
    }

    /// It is over.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed(_))
    }
}

/// A short text for people, such as ``the tool `Bash` ``.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Starting => f.write_str("the start"),
            Self::Idle => f.write_str("nothing"),
            Self::Model { phase: Phase::Working, .. } => f.write_str("the model"),
            Self::Model { phase: Phase::Compacting, .. } => f.write_str("a compaction"),
            Self::Model { phase: Phase::Retrying { attempt }, .. } => {
                write!(f, "the model, after {attempt} failed attempts")
            }
            Self::Tool { name, running: 1, .. } => write!(f, "the tool `{name}`"),
            Self::Tool { name, running, .. } => {
                write!(f, "the tool `{name}` and {} others", running - 1)
            }
            Self::WaitingForHuman { tool: Some(tool), .. } => {
                write!(f, "an answer about the tool `{tool}`")
            }
            Self::WaitingForHuman { tool: None, .. } => f.write_str("an answer to a question"),
            Self::Background { agents, .. } => write!(f, "{agents} background agents"),
            Self::Closing => f.write_str("the end of the session"),
            Self::Closed(_) => f.write_str("nothing: the session is over"),
        }
    }
}
