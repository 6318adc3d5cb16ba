//! Scope: a client that ends before its session.

use std::sync::{Arc, OnceLock};

use claude_protocol::ConnectionScope;
use claude_types::SessionId;

use super::Client;
#[cfg(doc)]
use crate::error::{CloseReason, Error};
use crate::usage::Ledger;

/// A client of a session that ends when this value is dropped, while the session goes on.
///
/// It is for lending a session: who has got the client, or a clone of it, cannot use the session any
/// more when the loan is over. [`Client::scoped`] creates it.
///
/// # While it lasts
///
/// [`Scope::client`] can do what any client can, [`Client::close`] included.
///
/// # After its end
///
/// - The methods of the client and its clones fail with [`Error::Closed`] and
///   [`CloseReason::ScopeEnded`]. Nothing is sent any more.
/// - Turns that it started run on in the CLI, and queued prompts stay queued: interrupt them with
///   another client if they must not. Their [`Turn`](crate::Turn) ends with that error, and so do its
///   subscriptions. What they had taken out before can still be read, and so can a turn that was
///   over.
/// - Watches see a state that is closed, no tasks and no stalls.
/// - [`Client::session_id`] and [`Client::ledger`] stay as they were at the end, and
///   [`Client::system_init`] is `None`.
///
/// A scope inside of a scope ends with the outer one. The callbacks of the session are not part of
/// it: [`Context::client`](crate::Context::client) is a client of the whole session. A client that
/// has ended still counts as a clone that keeps the session open; call [`Client::close`] to end it.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::client::Scope;
/// use claude_sdk::{Client, Options};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let client = Client::connect(Options::default()).await?;
/// let scope: Scope = client.scoped();
/// let lent = scope.client().clone();
/// lent.send("Hello!").await?.text().await?;
/// drop(scope);
/// assert!(lent.send("Are you there?").await.is_err());
/// client.reset().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "its client ends when it is dropped"]
pub struct Scope {
    client: Client,
    end: Arc<ScopeEnd>,
    /// Dropped after `end` is set.
    _connection: ConnectionScope,
}

impl Scope {
    /// Returns the client that ends with the scope.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        let last = Last { id: self.client.session_id().cloned(), ledger: self.client.ledger() };
        // Ignore the result: a scope ends once.
        let _ = self.end.last.set(last);
    }
}

/// The end of a scope, as its clients see it.
#[derive(Debug)]
pub(super) struct ScopeEnd {
    /// The client of the whole session.
    pub(super) session: Client,
    outer: Option<Arc<Self>>,
    last: OnceLock<Last>,
}

/// What a client shows after the end of its scope.
#[derive(Debug)]
pub(super) struct Last {
    pub(super) id: Option<SessionId>,
    pub(super) ledger: Ledger,
}

impl ScopeEnd {
    /// Returns what is shown after the end of the scope, or of the outer one.
    pub(super) fn last(&self) -> Option<&Last> {
        self.last.get().or_else(|| self.outer.as_ref()?.last())
    }
}

/// # Scopes
impl Client {
    /// Returns a client of the same session that ends when the returned value is dropped. The session
    /// stays open.
    pub fn scoped(&self) -> Scope {
        let connection = self.connection().scoped();
        let end = Arc::new(ScopeEnd {
            session: self.of_session().clone(),
            outer: self.scope.clone(),
            last: OnceLock::new(),
        });
        let client = self.in_scope(connection.connection().clone(), Arc::clone(&end));
        Scope { client, end, _connection: connection }
    }
}
