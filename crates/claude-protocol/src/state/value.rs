//! Session state: the value that says what the session is doing.

use std::fmt;
use std::time::Instant;

use claude_types::{RequestId, ToolUseId};

use crate::error::ProtocolError;

/// The state of a session.
///
/// `Display` is a short text for people, such as ``the tool `Bash` ``.
///
/// # Examples
///
/// ```
/// use claude_protocol::State;
///
/// fn status_line(state: &State) -> String {
///     match state {
///         State::Idle => "ready".to_owned(),
///         State::Tool { name, .. } => format!("running {name}"),
///         state => format!("waiting for {state}"),
///     }
/// }
/// assert_eq!(status_line(&State::Idle), "ready");
/// assert_eq!(status_line(&State::Starting), "waiting for the start");
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum State {
    /// The handshake is not done yet.
    #[default]
    Starting,
    /// Nothing is queued, running or in the background.
    Idle,
    /// A prompt is queued or running, and no tool runs.
    #[non_exhaustive]
    Model {
        /// The time at which this state began.
        since: Instant,
        /// What delays the model, if anything.
        phase: Phase,
    },
    /// The main thread waits for a tool. If several tools run at the same time, this is the oldest.
    #[non_exhaustive]
    Tool {
        /// The name of the tool.
        name: String,
        /// The ID of the tool call.
        id: ToolUseId,
        /// The time at which the model called the tool.
        since: Instant,
        /// The number of tools that run at the same time, including this one.
        running: usize,
    },
    /// The CLI waits for a permission, an elicitation or a dialog, which a person may have to
    /// answer.
    #[non_exhaustive]
    WaitingForHuman {
        /// The ID of the control request.
        request: RequestId,
        /// The tool that needs the permission, if the request is about a tool.
        tool: Option<String>,
        /// The time at which the request arrived.
        since: Instant,
    },
    /// Nothing runs in the foreground, and agents or workflows run in the background. Shells do
    /// not count, because they may never end; see [`Tasks`](crate::Tasks).
    #[non_exhaustive]
    Background {
        /// The number of running agents and workflows.
        agents: usize,
        /// The time at which this state began.
        since: Instant,
    },
    /// The connection is being closed.
    Closing,
    /// The connection is over. Contains the reason, unless it was closed by this program or ended
    /// normally.
    Closed(Option<ProtocolError>),
}

/// What delays the model.
///
/// # Examples
///
/// ```
/// use claude_protocol::{Phase, State};
///
/// fn is_delayed(state: &State) -> bool {
///     matches!(state, State::Model { phase, .. } if *phase != Phase::Working)
/// }
/// assert!(!is_delayed(&State::Idle));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Phase {
    /// Nothing: a request to the API is running, or its answer is being streamed.
    #[default]
    Working,
    /// The context is being compacted.
    Compacting,
    /// A request to the API failed, and the CLI will retry it.
    #[non_exhaustive]
    Retrying {
        /// The number of the failed attempt, from 1. 0 if the CLI does not report it.
        attempt: u64,
    },
}

impl State {
    /// Returns whether nothing is queued, running or in the background.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Idle)
    }

    /// Returns whether a prompt is queued or running, or a background agent runs.
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

    /// Returns whether the connection is over.
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
            Self::WaitingForHuman { tool: None, .. } => f.write_str("an answer from the user"),
            Self::Background { agents, .. } => write!(f, "{agents} background agents"),
            Self::Closing => f.write_str("the end of the session"),
            Self::Closed(_) => f.write_str("nothing: the session is over"),
        }
    }
}
