//! Connection options: the configuration that [`Connection::open`](crate::Connection::open) takes.

use std::fmt;

use claude_types::{InitializeRequest, PermissionMode};

use crate::connection::{Handlers, InitCheck};
use crate::facts::{MirrorSink, Observer};
use crate::limits::{Deadlines, Limits, StdinPolicy};
use crate::state::{StallPolicy, StateFrames};

/// The configuration of a connection.
///
/// # Examples
///
/// ```
/// use claude_protocol::{ConnectionOptions, StdinPolicy};
/// use claude_types::PermissionMode;
///
/// let mut options = ConnectionOptions::default();
/// options.permission_mode = Some(PermissionMode::Plan);
/// options.input = StdinPolicy::EndsWithPrompt;
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct ConnectionOptions {
    /// The body of the first request. The hooks, MCP servers and dialogs of
    /// [`ConnectionOptions::handlers`] are added to it.
    pub initialize: InitializeRequest,
    /// Whether prompts are marked as composed by the client (`client_composed`), so that the CLI
    /// takes them word for word. `false` by default.
    pub verbatim_prompts: bool,
    /// The permission mode with which the CLI was started. If the CLI reports another one in the
    /// handshake or in its first turn, the connection ends with
    /// [`ProtocolError::PermissionMode`](crate::ProtocolError::PermissionMode). `None` skips the
    /// check.
    pub permission_mode: Option<PermissionMode>,
    /// The check of the first `system/init` message, which may end the connection.
    pub on_init: Option<InitCheck>,
    /// The callbacks that answer control requests of the CLI.
    pub handlers: Handlers,
    /// When stdin is closed: [`StdinPolicy::Open`] by default.
    pub input: StdinPolicy,
    /// The deadlines.
    pub deadlines: Deadlines,
    /// The limits of unread messages and unwritten prompts.
    pub limits: Limits,
    /// When a silent CLI counts as stalled, and what is done then.
    pub stall: StallPolicy,
    /// Which state frames of the CLI are delivered to consumers.
    pub state_frames: StateFrames,
    /// The observers, told in this order. The first connection that is opened with these options
    /// takes them; later ones have none.
    pub observers: Vec<Observer>,
    /// What gets the transcript lines that the CLI mirrors. `None` drops them.
    pub mirror: Option<MirrorSink>,
}

impl fmt::Debug for ConnectionOptions {
    /// Omits `initialize`, because it contains prompts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionOptions")
            .field("permission_mode", &self.permission_mode)
            .field("handlers", &self.handlers)
            .field("input", &self.input)
            .field("deadlines", &self.deadlines)
            .field("limits", &self.limits)
            .field("stall", &self.stall)
            .field("state_frames", &self.state_frames)
            .field("observers", &self.observers)
            .field("mirror", &self.mirror)
            .finish_non_exhaustive()
    }
}
