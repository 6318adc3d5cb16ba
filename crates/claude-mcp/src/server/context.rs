//! What a tool knows about the call that it serves.

use std::fmt;

use claude_types::{SessionId, ToolUseId};
use rmcp::model::{ProgressNotificationParam, ProgressToken};
use rmcp::service::{Peer, RequestContext, RoleServer};
use tokio_util::sync::CancellationToken;

/// The field of `_meta` in which the CLI names the tool call of the model.
const TOOL_USE_ID: &str = "claudecode/toolUseId";

/// The call that a tool serves.
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

    /// The session of Claude that calls; `None` if it is not known, or for other clients.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session_id.as_ref()
    }

    /// The tool call of the model. The CLI tells it; other clients do not.
    #[must_use]
    pub fn tool_use_id(&self) -> Option<&ToolUseId> {
        self.tool_use_id.as_ref()
    }

    /// Fires when the client takes the call back, or when the session ends. The future of the tool
    /// is dropped then, too; this is for work that was handed to others.
    #[must_use]
    pub fn cancelled(&self) -> CancellationToken {
        self.cancelled.clone()
    }

    /// Tells the client how far the tool is. Does nothing if the client did not ask.
    pub async fn progress(&self, done: f64, total: Option<f64>, message: Option<&str>) {
        let Some(token) = self.token.clone() else { return };
        let mut progress = ProgressNotificationParam::new(token, done);
        progress.total = total;
        progress.message = message.map(str::to_owned);
        // A client that is gone needs no progress.
        let _ = self.peer.notify_progress(progress).await;
    }

    /// The client, for everything else that MCP lets a server ask of it.
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
