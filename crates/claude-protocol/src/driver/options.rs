//! Options of a connection.

use std::fmt;

use claude_types::{InitializeRequest, PermissionMode};

use crate::connection::{Handlers, InitCheck};
use crate::limits::{Deadlines, Limits, StdinPolicy};
use crate::state::{StallPolicy, StateFrames};
use crate::tables::Observer;

/// How a connection is set up.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct ConnectionOptions {
    /// What is sent first; the hooks and the MCP servers are added to it.
    pub initialize: InitializeRequest,
    /// Marks every prompt as one to be taken word for word.
    pub verbatim_prompts: bool,
    /// The permission mode that the CLI was started with; not checked if `None`.
    pub permission_mode: Option<PermissionMode>,
    /// Looks at the first `system/init`, and may end the connection.
    pub on_init: Option<InitCheck>,
    /// What the CLI may call back.
    pub handlers: Handlers,
    /// When stdin is closed.
    pub input: StdinPolicy,
    /// How long things may take.
    pub deadlines: Deadlines,
    /// How much may wait.
    pub limits: Limits,
    /// When a silence counts as a stall, and what is done about it.
    pub stall: StallPolicy,
    /// Which of the CLI's frames about its state users see.
    pub state_frames: StateFrames,
    /// Who looks on; the first connection with these options takes it.
    pub observer: Option<Observer>,
}

impl fmt::Debug for ConnectionOptions {
    /// Leaves out `initialize`, which holds prompts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionOptions")
            .field("permission_mode", &self.permission_mode)
            .field("handlers", &self.handlers)
            .field("input", &self.input)
            .field("deadlines", &self.deadlines)
            .field("limits", &self.limits)
            .field("stall", &self.stall)
            .field("state_frames", &self.state_frames)
            .field("observer", &self.observer)
            .finish_non_exhaustive()
    }
}
