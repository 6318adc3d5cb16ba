//! Context: what a callback gets in addition to its request.

use std::sync::Arc;

use claude_types::{RequestId, ToolUseId};

use crate::session::{Client, Session};

/// The context of a callback.
///
/// It holds the session weakly: a callback does not keep alive the session that calls it.
#[derive(Debug, Clone)]
pub struct Context {
    inner: claude_protocol::Context,
    session: Arc<Session>,
}

impl Context {
    pub(crate) fn new(inner: claude_protocol::Context, session: Arc<Session>) -> Self {
        Self { inner, session }
    }

    /// The session that asks, for instance to change its model; `None` once it is dropped.
    #[must_use]
    pub fn client(&self) -> Option<Client> {
        let connection = self.inner.connection()?;
        Some(Client::from_parts(connection, Session::clone(&self.session)))
    }

    /// The id of the question.
    #[must_use]
    pub fn request_id(&self) -> &RequestId {
        &self.inner.request_id
    }

    /// The tool call that it is about. Made up by the CLI where there is none.
    #[must_use]
    pub fn tool_use_id(&self) -> Option<&ToolUseId> {
        self.inner.tool_use_id.as_ref()
    }

    /// Waits until the CLI takes the question back, or until the session is over. The callback's
    /// own future is dropped then; this is for work that it handed to others.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn cancelled(&self) {
        self.inner.cancelled().cancelled_owned().await;
    }
}
