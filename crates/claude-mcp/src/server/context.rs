//! Tool context: the call that a tool serves.

use std::fmt;

use claude_types::{SessionId, ToolUseId};
use rmcp::model::{ProgressNotificationParam, ProgressToken};
use rmcp::service::{Peer, RequestContext, RoleServer};
use tokio_util::sync::CancellationToken;

/// The field of `_meta` in which the CLI sends the ID of the tool call of the model.
const TOOL_USE_ID: &str = "claudecode/toolUseId";

/// The call that a tool serves.
///
/// # Examples
///
/// ```
/// use claude_mcp::{NoArgs, Tool, ToolContext};
///
/// let tool = Tool::with_context("index", "Indexes files.", |_: NoArgs, context: ToolContext| async move {
///     context.progress(1.0, Some(2.0), Some("half way")).await;
///     "done"
/// });
/// assert_eq!(tool.name(), "index");
/// ```
#[derive(Clone)]
pub struct ToolContext {
    session_id: Option<SessionId>,
    tool_use_id: Option<ToolUseId>,
    token: Option<ProgressToken>,
    peer: Peer<RoleServer>,
    cancelled: CancellationToken,
}

impl ToolContext {
    pub(crate) fn new(context: &RequestContext<RoleServer>) -> Self {
        let tool_use_id = context.meta.get(TOOL_USE_ID).and_then(|id| id.as_str());
        Self {
            session_id: context.extensions.get::<SessionId>().cloned(),
            tool_use_id: tool_use_id.map(ToolUseId::from),
            token: context.meta.get_progress_token(),
            peer: context.peer.clone(),
            cancelled: context.ct.clone(),
        }
    }

    /// Returns the Claude session that sent the call. `None` if it is unknown, or for other clients.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session_id.as_ref()
    }

    /// Returns the ID of the tool call of the model. The CLI sends it, other clients do not.
    #[must_use]
    pub fn tool_use_id(&self) -> Option<&ToolUseId> {
        self.tool_use_id.as_ref()
    }

    /// Returns a token that is cancelled when the client cancels the call, or when the session ends.
    ///
    /// The future of the tool is dropped in these cases. The token is for work that the tool has spawned; it is also
    /// cancelled when the call is over.
    #[must_use]
    pub fn cancelled(&self) -> CancellationToken {
        self.cancelled.clone()
    }

    /// Sends the progress of the tool to the client. Does nothing if the client did not request progress.
    pub async fn progress(&self, done: f64, total: Option<f64>, message: Option<&str>) {
        let Some(token) = self.token.clone() else { return };
        let mut progress = ProgressNotificationParam::new(token, done);
        progress.total = total;
        progress.message = message.map(str::to_owned);
        // Ignore the error: a client that is gone does not need progress.
        let _ = self.peer.notify_progress(progress).await;
    }

    /// Returns the client, for other requests that a server may send to it.
    #[must_use]
    pub fn peer(&self) -> &Peer<RoleServer> {
        &self.peer
    }
}

impl fmt::Debug for ToolContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolContext")
            .field("tool_use_id", &self.tool_use_id)
            .finish_non_exhaustive()
    }
}
