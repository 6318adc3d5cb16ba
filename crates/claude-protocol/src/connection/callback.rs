//! Callbacks that users register: permissions, hooks, MCP servers, elicitations and dialogs.
//!
//! Each call runs as a task of its own, concurrently with the session. A panic stays in its task.
//! The future is dropped at its deadline, or when the CLI withdraws the request. A callback may use
//! the connection that called it ([`Context::connection`]), and does not keep it open.

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

/// The error of a callback. Its text is sent to the CLI as the reason, where the reply has a place
/// for one.
pub type CallbackError = Box<dyn std::error::Error + Send + Sync>;

/// The future that a callback returns.
pub type CallbackFuture<O> = Pin<Box<dyn Future<Output = Result<O, CallbackError>> + Send>>;

/// A callback: takes a request and its context, and returns the reply.
pub type Callback<I, O> = Arc<dyn Fn(I, Context) -> CallbackFuture<O> + Send + Sync>;

/// The reply of a callback that may also leave the request to another party.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_protocol::{Callback, Handlers, PermissionAnswer, UserAnswer};
/// use claude_types::{CanUseToolRequest, PermissionResult};
///
/// let decide: Callback<CanUseToolRequest, PermissionAnswer> = Arc::new(|request, _context| {
///     Box::pin(async move {
///         Ok(match request.tool_name.as_str() {
///             "Read" => PermissionResult::allow().into(),
///             "Bash" => UserAnswer::External,
///             _ => PermissionResult::deny("this tool is not on the list").into(),
///         })
///     })
/// });
/// let mut handlers = Handlers::default();
/// handlers.permission = Some(decide);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum UserAnswer<T> {
    /// The reply to the request.
    Given(T),
    /// Another party replies through a channel of its own. This connection sends no reply.
    ///
    /// The CLI waits until it has a reply, without a deadline. If the CLI withdraws the request,
    /// [`Context::cancelled`] signals it, and still no reply is sent. A request that is repeated
    /// with the same ID is ignored; the last 1024 such IDs are remembered. A close does not wait
    /// for the reply: the CLI fails open requests when its stdin ends, so a tool does not run.
    External,
}

impl<T> From<T> for UserAnswer<T> {
    fn from(answer: T) -> Self {
        Self::Given(answer)
    }
}

/// The reply of a permission callback.
pub type PermissionAnswer = UserAnswer<PermissionResult>;

/// The reply of a callback for elicitations: forms and URLs that an MCP server sends to the user.
pub type ElicitationAnswer = UserAnswer<ElicitationResponse>;

/// The reply of a callback for dialogs.
pub type DialogAnswer = UserAnswer<UserDialogResult>;

/// The context of a callback, in addition to its request.
///
/// It does not keep the connection open.
///
/// # Examples
///
/// A hook that passes the tool call on to another task, which stops if the CLI withdraws the
/// request:
///
/// ```
/// use std::sync::Arc;
///
/// use claude_protocol::{Callback, Context, Hook};
/// use claude_types::{HookEvent, HookInput, HookOutput};
///
/// async fn scan(input: HookInput) {}
///
/// let callback: Callback<HookInput, HookOutput> = Arc::new(|input, context: Context| {
///     tokio::spawn(context.cancelled().run_until_cancelled_owned(scan(input)));
///     Box::pin(async { Ok(HookOutput::default()) })
/// });
/// let hook = Hook::new(HookEvent::PreToolUse, callback);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Context {
    /// The ID of the control request.
    pub request_id: RequestId,
    /// The tool call that the request belongs to. If there is none, the CLI may generate an ID.
    ///
    /// Always `None` for elicitations, and for messages to an MCP server, which contain the call
    /// themselves.
    pub tool_use_id: Option<ToolUseId>,
    pub(crate) connection: WeakConnection,
    pub(crate) cancel_signal: CancelSignal,
}

impl Context {
    /// Creates a context without a connection, to test a callback: [`Context::connection`] returns
    /// `None`, and [`Context::cancelled`] is not cancelled.
    ///
    /// # Examples
    ///
    /// ```
    /// let context = claude_protocol::Context::detached("1");
    /// assert!(context.connection().is_none());
    /// ```
    #[must_use]
    pub fn detached(request_id: impl Into<RequestId>) -> Self {
        Self {
            request_id: request_id.into(),
            tool_use_id: None,
            connection: WeakConnection::new(std::sync::Weak::new()),
            cancel_signal: CancelSignal::new(&Arc::default()),
        }
    }

    /// Returns the connection on which the request arrived, or `None` if its last handle was
    /// dropped.
    #[must_use]
    pub fn connection(&self) -> Option<Connection> {
        self.connection.upgrade()
    }

    /// Returns a token that is cancelled when the reply is no longer needed: the CLI withdraws the
    /// request, the deadline of the callback passes, or the connection ends, even if the request
    /// was answered long before.
    ///
    /// The future of the callback is dropped in these cases. Use the token to stop work that the
    /// callback has passed to other tasks.
    #[must_use]
    pub fn cancelled(&self) -> CancellationToken {
        self.cancel_signal.token()
    }
}

/// A hook: an event, and the callback that is called when it occurs.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_protocol::{Callback, Handlers, Hook};
/// use claude_types::{HookEvent, HookInput, HookOutput, PreToolUseOutput};
///
/// let deny: Callback<HookInput, HookOutput> = Arc::new(|_input, _context| {
///     Box::pin(async { Ok(PreToolUseOutput::deny("this session is read-only").into()) })
/// });
/// let mut hook = Hook::new(HookEvent::PreToolUse, deny);
/// hook.matcher = Some("Write|Edit".to_owned());
///
/// let mut handlers = Handlers::default();
/// handlers.hooks.push(hook);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Hook {
    /// The event.
    pub event: HookEvent,
    /// The pattern, in the syntax of the CLI, that selects tools, sources or triggers, depending on
    /// the event. `None` selects all.
    pub matcher: Option<String>,
    /// The deadline of the callback. [`Deadlines::hook`](crate::Deadlines::hook) if `None` (60 s by
    /// default).
    pub timeout: Option<Duration>,
    /// What happens if the callback fails: it panics, returns an error, or exceeds its deadline.
    pub on_failure: OnFailure,
    /// Whether the CLI continues without waiting for the callback. Its output is ignored then.
    /// `false` by default.
    pub background: bool,
    /// The callback.
    pub callback: Callback<HookInput, HookOutput>,
}

impl Hook {
    /// Creates a hook for every occurrence of an event.
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

/// The callback that shows dialogs of the CLI, and the kinds that it can show.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_protocol::{Callback, DialogAnswer, Dialogs, Handlers};
/// use claude_types::{DialogKind, UserDialogRequest, UserDialogResult};
///
/// let show: Callback<UserDialogRequest, DialogAnswer> = Arc::new(|_request, _context| {
///     Box::pin(async { Ok(UserDialogResult::cancelled().into()) })
/// });
/// let mut handlers = Handlers::default();
/// handlers.dialogs = Some(Dialogs::new(vec![DialogKind::RefusalFallbackPrompt], show));
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Dialogs {
    /// The kinds that the callback can show, which `initialize` declares to the CLI. A dialog of
    /// another kind is meant for another client of the session, and gets no reply.
    pub kinds: Vec<DialogKind>,
    /// The callback that shows one dialog. It has no deadline.
    pub callback: Callback<UserDialogRequest, DialogAnswer>,
}

impl Dialogs {
    /// Creates a callback for dialogs of these kinds.
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
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_protocol::{Callback, ConnectionOptions, ElicitationAnswer, Handlers};
/// use claude_types::{ElicitationRequest, ElicitationResponse};
///
/// let accept: Callback<ElicitationRequest, ElicitationAnswer> = Arc::new(|_request, _context| {
///     Box::pin(async { Ok(ElicitationResponse::accepted().into()) })
/// });
/// let mut options = ConnectionOptions::default();
/// assert!(options.handlers.is_empty());
/// options.handlers.elicitation = Some(accept);
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Handlers {
    /// Decides whether a tool may run. It has no deadline, so it may ask a person. Without it,
    /// every request is denied.
    pub permission: Option<Callback<CanUseToolRequest, PermissionAnswer>>,
    /// The hooks, in the order of their registration.
    pub hooks: Vec<Hook>,
    /// The MCP servers in this process.
    pub mcp: Vec<McpServer>,
    /// Fills in elicitations: forms and URLs of MCP servers. It has no deadline. Without it, every
    /// elicitation is declined.
    pub elicitation: Option<Callback<ElicitationRequest, ElicitationAnswer>>,
    /// Shows dialogs. Without it, dialogs get no reply, because another client of the session may
    /// show them.
    pub dialogs: Option<Dialogs>,
}

impl Handlers {
    /// Sets the permission callback to a closure that returns a [`PermissionResult`] or a
    /// [`PermissionAnswer`]. For a callback that can fail, set the field.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_protocol::{ConnectionOptions, Handlers};
    /// use claude_types::PermissionResult;
    ///
    /// let mut options = ConnectionOptions::default();
    /// options.handlers = Handlers::default().on_permission(|request, _context| async move {
    ///     match request.tool_name.as_str() {
    ///         "Read" => PermissionResult::allow(),
    ///         _ => PermissionResult::deny("this tool is not on the list"),
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn on_permission<F, Fut>(mut self, decide: F) -> Self
    where
        F: Fn(CanUseToolRequest, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Into<PermissionAnswer>> + Send + 'static,
    {
        self.permission = Some(Arc::new(move |request, context| {
            let decided = decide(request, context);
            Box::pin(async move { Ok(decided.await.into()) })
        }));
        self
    }

    /// Returns whether no callback is registered.
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

/// What happens if a hook fails.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_protocol::{Hook, OnFailure};
/// use claude_types::{HookEvent, HookOutput};
///
/// let mut hook = Hook::new(
///     HookEvent::PostToolUse,
///     Arc::new(|_input, _context| Box::pin(async { Ok(HookOutput::default()) })),
/// );
/// assert_eq!(hook.on_failure, OnFailure::Block);
/// hook.on_failure = OnFailure::Continue;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OnFailure {
    /// Blocks the action, for events whose hooks can block:
    ///
    /// - `PreToolUse`, `PermissionRequest` and `PreModelSwitch` deny it.
    /// - `PreSkillShellCommand`, `UserPromptSubmit`, `UserPromptExpansion`, `PreCompact`,
    ///   `ConfigChange` and `TaskCreated` block it.
    /// - `Elicitation` and `ElicitationResult` decline it.
    /// - Events that this version does not know block it.
    ///
    /// For all other events the hook reports an error and the CLI continues, because the event has
    /// already happened, or because blocking would keep the model running without end (`Stop`,
    /// `SubagentStop`, `TaskCompleted`, `TeammateIdle`).
    #[default]
    Block,
    /// Reports an error. The CLI continues as if the hook had not been registered.
    Continue,
}
