//! What the CLI may call back: permissions, hooks and MCP servers.
//!
//! A callback runs as a task of its own: concurrent with everything, isolated when it panics, cut
//! at its deadline, dropped when the CLI takes the question back. It may use the connection that
//! called it ([`Context::connection`]); the connection does not live on because of it.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use claude_types::{
    CanUseToolRequest, HookEvent, HookInput, HookOutput, PermissionResult, RequestId, ToolUseId,
};
use tokio_util::sync::CancellationToken;

use crate::connection::WeakConnection;
use crate::{Connection, McpServer, OnFailure};

/// Why a callback failed. The text is what the model is told.
pub type CallbackError = Box<dyn std::error::Error + Send + Sync>;

/// The future of a callback.
pub type CallbackFuture<O> = Pin<Box<dyn Future<Output = Result<O, CallbackError>> + Send>>;

/// A callback: a question and its context in, an answer out.
pub type Callback<I, O> = Arc<dyn Fn(I, Context) -> CallbackFuture<O> + Send + Sync>;

/// What a permission callback says.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum PermissionAnswer {
    /// This is the answer.
    Given(PermissionResult),
    /// Somebody else answers, past this connection: nothing is written for the question.
    ///
    /// The tool does not run until the CLI has an answer, and there is no deadline. When the CLI
    /// takes the question back, [`Context::cancelled`] fires and still nothing is written. A
    /// question that comes again under the same id is not asked again. A close does not wait for
    /// the answer: the CLI fails what is open when its stdin ends, and the tool does not run.
    Elsewhere,
}

impl From<PermissionResult> for PermissionAnswer {
    fn from(result: PermissionResult) -> Self {
        Self::Given(result)
    }
}

/// What a callback knows beside its question.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Context {
    /// The id of the question.
    pub request_id: RequestId,
    /// The tool call that it is about. Made up by the CLI where there is none; `None` for a message
    /// to an MCP server, which names the call itself.
    pub tool_use_id: Option<ToolUseId>,
    pub(crate) connection: WeakConnection,
    pub(crate) cancelled: CancellationToken,
}

impl Context {
    /// The connection that asks, unless its last handle is gone.
    #[must_use]
    pub fn connection(&self) -> Option<Connection> {
        self.connection.upgrade()
    }

    /// Fires when the CLI takes the question back, or when the connection ends. The future is
    /// dropped then, too; this is for work that was handed to others.
    #[must_use]
    pub fn cancelled(&self) -> CancellationToken {
        self.cancelled.clone()
    }
}

/// A hook: when it is called, and what is called.
#[derive(Clone)]
#[non_exhaustive]
pub struct Hook {
    /// The event that it hooks.
    pub event: HookEvent,
    /// Which tools (or sources, triggers ...) it is for, as the CLI's pattern; all if `None`.
    pub matcher: Option<String>,
    /// How long it may take; the connection's default if `None`.
    pub timeout: Option<Duration>,
    /// What happens when it fails.
    pub on_failure: OnFailure,
    /// What is called.
    pub callback: Callback<HookInput, HookOutput>,
}

impl Hook {
    /// A hook for every occurrence of an event.
    #[must_use]
    pub fn new(event: HookEvent, callback: Callback<HookInput, HookOutput>) -> Self {
        let (matcher, timeout) = (None, None);
        Self { event, matcher, timeout, on_failure: OnFailure::default(), callback }
    }
}

impl fmt::Debug for Hook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hook")
            .field("event", &self.event)
            .field("matcher", &self.matcher)
            .field("timeout", &self.timeout)
            .field("on_failure", &self.on_failure)
            .finish_non_exhaustive()
    }
}

/// All callbacks of a connection.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Handlers {
    /// Decides whether a tool may run. Has no deadline: a human may be asked.
    pub permission: Option<Callback<CanUseToolRequest, PermissionAnswer>>,
    /// The hooks, in the order of their registration.
    pub hooks: Vec<Hook>,
    /// The MCP servers in this process.
    pub mcp: Vec<McpServer>,
}

impl Handlers {
    /// Tells whether the CLI may call back at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.permission.is_none() && self.hooks.is_empty() && self.mcp.is_empty()
    }
}

impl fmt::Debug for Handlers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handlers")
            .field("permission", &self.permission.is_some())
            .field("hooks", &self.hooks)
            .field("mcp", &self.mcp)
            .finish()
    }
}
