//! Callback context: the session of a callback, the IDs of its request, and cancellation.

use std::sync::Arc;

use claude_types::{RequestId, SessionId, ToolUseId};

use crate::session::{Client, Session};

/// The context of a callback: the session that calls it, and the IDs of the request.
///
/// A context does not keep the session open. It may be cloned and passed to other tasks.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, Permission};
///
/// let options = Options::default().on_permission(|request, context| async move {
///     let session = context.client().and_then(|client| client.session_id().cloned());
///     println!("{session:?} {}: {}", context.request_id(), request.tool_name);
///     Permission::deny("no user is present")
/// });
/// ```
#[derive(Debug, Clone)]
pub struct Context {
    inner: claude_protocol::Context,
    session: Arc<Session>,
}

impl Context {
    pub(crate) fn new(inner: claude_protocol::Context, session: Arc<Session>) -> Self {
        Self { inner, session }
    }

    /// Creates a context without a session, to test a callback. [`Context::client`] returns `None`,
    /// and [`Context::cancelled`] does not return.
    #[must_use]
    pub fn detached() -> Self {
        Self::new(claude_protocol::Context::detached("detached"), Arc::new(Session::detached()))
    }

    /// Returns the session that calls the callback, for example to change its model.
    ///
    /// Returns `None` if the last handle of the session is dropped.
    ///
    /// The returned [`Client`] keeps the session open until it is dropped.
    #[must_use]
    pub fn client(&self) -> Option<Client> {
        let connection = self.inner.connection()?;
        Some(Client::from_parts(connection, Session::clone(&self.session)))
    }

    /// Returns the ID of the session, if it is known.
    pub(crate) fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
    }

    /// Returns the ID of the control request.
    #[must_use]
    pub fn request_id(&self) -> &RequestId {
        &self.inner.request_id
    }

    /// Returns the ID of the tool call that the request is about, if it names one.
    ///
    /// The CLI may generate an ID if there is no tool call.
    #[must_use]
    pub fn tool_use_id(&self) -> Option<&ToolUseId> {
        self.inner.tool_use_id.as_ref()
    }

    /// Waits until the reply is no longer needed.
    ///
    /// This is the case when the CLI withdraws the request, the deadline of the callback passes, or
    /// the session ends, even if the request was answered long before.
    ///
    /// The future of the callback is dropped in these cases. Use this method to stop work that the
    /// callback has passed to other tasks.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future has no effect on the request. The method can be called again.
    pub async fn cancelled(&self) {
        self.inner.cancelled().cancelled_owned().await;
    }
}
