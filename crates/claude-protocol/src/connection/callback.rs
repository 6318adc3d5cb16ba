//! What the CLI may call back: permissions, hooks, MCP servers, and questions to the user.
//!
//! A callback runs as a task of its own: concurrent with everything, isolated when it panics, cut
//! at its deadline, dropped when the CLI takes the question back. It may use the connection that
//! called it ([`Context::connection`]); the connection does not live on because of it.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use claude_types::{
    CanUseToolRequest, DialogKind, ElicitationRequest, ElicitationResponse, HookEvent, HookInput,
    HookOutput, PermissionResult, RequestId, ToolUseId, UserDialogRequest, UserDialogResult,
};
use tokio_util::sync::CancellationToken;

use super::cancel_signal::CancelSignal;
use super::handle::{Connection, WeakConnection};
use super::mcp_server::McpServer;

/// Why a callback failed. The text is what the model is told.
pub type CallbackError = Box<dyn std::error::Error + Send + Sync>;

/// The future of a callback.
pub type CallbackFuture<O> = Pin<Box<dyn Future<Output = Result<O, CallbackError>> + Send>>;

/// A callback: a question and its context in, an answer out.
pub type Callback<I, O> = Arc<dyn Fn(I, Context) -> CallbackFuture<O> + Send + Sync>;

/// What a callback says that may leave its question to somebody else.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum UserAnswer<T> {
    /// This is the answer.
    Given(T),
    /// Somebody else answers, past this connection: nothing is written for the question.
    ///
    /// What was asked about does not happen until the CLI has an answer, and there is no deadline.
    /// When the CLI takes the question back, [`Context::cancelled`] fires and still nothing is
    /// written. A question that comes again under the same id is not asked again. A close does not
    /// wait for the answer: the CLI fails what is open when its stdin ends, so that a tool does not
    /// run.
    External,
}

impl<T> From<T> for UserAnswer<T> {
    fn from(answer: T) -> Self {
        Self::Given(answer)
    }
}

/// What a permission callback says.
pub type PermissionAnswer = UserAnswer<PermissionResult>;

/// What a callback says about what an MCP server wants of the user.
pub type ElicitationAnswer = UserAnswer<ElicitationResponse>;

/// What a callback says about a dialog.
pub type DialogAnswer = UserAnswer<UserDialogResult>;

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
    pub(crate) cancel_signal: CancelSignal,
}

impl Context {
    /// The connection that asks, unless its last handle is gone.
    #[must_use]
    pub fn connection(&self) -> Option<Connection> {
        self.connection.upgrade()
    }

    /// Fires when the CLI takes the question back, when the deadline of the callback passes, or when
    /// the connection ends, also long after the answer. The future is dropped then, too; this is
    /// for work that was handed to others.
    #[must_use]
    pub fn cancelled(&self) -> CancellationToken {
        self.cancel_signal.token()
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
    /// The CLI goes on at once, and the callback beside it: its output goes nowhere.
    pub background: bool,
    /// What is called.
    pub callback: Callback<HookInput, HookOutput>,
}

impl Hook {
    /// A hook for every occurrence of an event.
    #[must_use]
    pub fn new(event: HookEvent, callback: Callback<HookInput, HookOutput>) -> Self {
        Self {
            event,
            matcher: None,
            timeout: None,
            on_failure: OnFailure::default(),
            background: false,
            callback,
        }
    }
}

impl fmt::Debug for Hook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hook")
            .field("event", &self.event)
            .field("matcher", &self.matcher)
            .field("timeout", &self.timeout)
            .field("on_failure", &self.on_failure)
            .field("background", &self.background)
            .finish_non_exhaustive()
    }
}

/// Who shows the dialogs of the CLI, and which.
#[derive(Clone)]
#[non_exhaustive]
pub struct Dialogs {
    /// The kinds that can be shown. The CLI asks for no others on a connection of its own; one that
    /// comes all the same is for another client, and is not answered.
    pub kinds: Vec<DialogKind>,
    /// Shows one. Has no deadline.
    pub callback: Callback<UserDialogRequest, DialogAnswer>,
}

impl Dialogs {
    /// Shows dialogs of these kinds.
    #[must_use]
    pub fn new(
        kinds: Vec<DialogKind>,
        callback: Callback<UserDialogRequest, DialogAnswer>,
    ) -> Self {
        Self { kinds, callback }
    }
}

impl fmt::Debug for Dialogs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dialogs").field("kinds", &self.kinds).finish_non_exhaustive()
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
    /// Asks the user for what an MCP server wants. Has no deadline. Without it the answer is no.
    pub elicitation: Option<Callback<ElicitationRequest, ElicitationAnswer>>,
    /// Shows dialogs. Without it none is answered, since another client may show it.
    pub dialogs: Option<Dialogs>,
}

impl Handlers {
    /// Tells whether the CLI may call back at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.permission.is_none()
            && self.hooks.is_empty()
            && self.mcp.is_empty()
            && self.elicitation.is_none()
            && self.dialogs.is_none()
    }
}

impl fmt::Debug for Handlers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handlers")
            .field("permission", &self.permission.is_some())
            .field("hooks", &self.hooks)
            .field("mcp", &self.mcp)
            .field("elicitation", &self.elicitation.is_some())
            .field("dialogs", &self.dialogs)
            .finish()
    }
}

/// What to do when a hook fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OnFailure {
    /// What was asked about does not happen, where a hook of the event can say so: `PreToolUse`,
    /// `PermissionRequest` and `PreModelSwitch` deny, `UserPromptSubmit`, `UserPromptExpansion`,
    /// `PreCompact`, `ConfigChange`, `TaskCreated`, `Elicitation` and `ElicitationResult` block,
    /// which declines the last two. The others report an error, and the CLI goes on: what they are
    /// told of has happened, or a block would make the model go on without end (`Stop`,
    /// `SubagentStop`, `TaskCompleted`, `TeammateIdle`).
    #[default]
    Block,
    /// The CLI goes on as if the hook had not been there.
    Continue,
}
