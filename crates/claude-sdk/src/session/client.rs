//! Client: the handle to a session for many prompts. Its methods are in `client/`, by subject.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Connection, State};
use claude_types::{InitializeResponse, SessionId};
use tokio::runtime::{Handle, RuntimeFlavor};

use super::scope::{Last, ScopeEnd};
use super::{Restarter, Session};
use crate::error::{CloseReason, Error, Result};
use crate::plugin::Plugins;
use crate::usage::{Ledger, StartTimings};

/// A session that stays open for many prompts.
///
/// A `Client` owns one CLI process. [`Client::send`] sends a prompt and returns a
/// [`Turn`](crate::Turn), the stream of its messages. Prompts may be sent while another turn runs:
/// the CLI queues them, and may answer several of them with one result. Other methods change the
/// model or the permission mode, interrupt the running turn, and report usage, state and background
/// tasks.
///
/// # Sharing
///
/// `Client` is cheap to clone, and all clones share the session. It can be used from several tasks
/// at the same time.
///
/// # Ending the session
///
/// Call [`Client::close`] to let the CLI finish writing its session file. If the last clone is
/// dropped instead, the CLI's process group gets SIGTERM at once and SIGKILL 2 s later. A
/// [`Turn`](crate::Turn) counts as a clone; [`Messages`](crate::client::Messages),
/// [`TurnHandle`](crate::TurnHandle) and a callback's [`Context`](crate::Context) do not keep the
/// session open.
///
/// [`Client::scoped`] returns a client that can be lent: it ends before the session.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Client, Options};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let client = Client::connect(Options::default()).await?;
/// let first = client.send("My name is Ada.").await?.text().await?;
/// let second = client.send("What is my name?").await?.text().await?;
/// client.close().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Client {
    connection: Connection,
    session: Session,
    /// The runtime on which the handle was created, which runs the session. `None` outside of one.
    runtime: Option<Handle>,
    /// How the CLI is replaced. Empty for a query.
    restarter: Restarter,
    /// What ends this client before the session.
    pub(super) scope: Option<Arc<ScopeEnd>>,
}

/// How long an answer that has arrived waits for the exit of the CLI. The CLI usually needs 60 ms.
const EXIT: Duration = Duration::from_millis(500);

/// How long a runtime may take to run an empty task. One that takes longer does not run.
const RUNTIME_PROBE: Duration = Duration::from_secs(5);

/// # About the session
impl Client {
    /// Checks that the scope of the client lasts, and that the runtime of the session runs, if the
    /// caller is on another one. A runtime with one thread runs only while its owner blocks on it;
    /// the caller would wait without an end.
    pub(crate) async fn check_usable(&self) -> Result<()> {
        if self.connection.is_out_of_scope() {
            return Err(Error::Closed { reason: CloseReason::ScopeEnded });
        }
        let (Some(home), Ok(here)) = (&self.runtime, Handle::try_current()) else { return Ok(()) };
        if here.id() == home.id() || home.runtime_flavor() != RuntimeFlavor::CurrentThread {
            return Ok(());
        }
        match tokio::time::timeout(RUNTIME_PROBE, home.spawn(async {})).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(Error::Closed { reason: CloseReason::RuntimeGone }),
            Err(_) => {
                let problem =
                    "the tokio runtime on which the session was started does not run".into();
                Err(Error::Runtime { problem })
            }
        }
    }

    /// Returns whether the session goes on: it has neither ended nor been closed.
    pub(crate) fn is_open(&self) -> bool {
        !matches!(self.state().get(), State::Closed { .. })
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    pub(crate) fn plugins(&self) -> &Plugins {
        self.session.plugins()
    }

    pub(crate) fn from_parts(connection: Connection, session: Session) -> Self {
        let runtime = Handle::try_current().ok();
        Self { connection, session, runtime, restarter: Restarter::default(), scope: None }
    }

    /// Returns the same client with a way to replace its CLI.
    pub(crate) fn restarted_by(self, restarter: Restarter) -> Self {
        Self { restarter, ..self }
    }

    /// Returns the client of the whole session, if this one is scoped.
    pub(crate) fn of_session(&self) -> &Self {
        self.scope.as_ref().map_or(self, |scope| &scope.session)
    }

    /// Returns the same client with a handle that ends with a scope.
    pub(super) fn in_scope(&self, connection: Connection, scope: Arc<ScopeEnd>) -> Self {
        Self { connection, scope: Some(scope), ..self.clone() }
    }

    fn last(&self) -> Option<&Last> {
        self.scope.as_ref()?.last()
    }

    pub(crate) fn restarter(&self) -> &Restarter {
        &self.restarter
    }

    /// Closes the session after its answer has arrived. Returns when the CLI has exited, or after
    /// [`EXIT`]: the answer does not wait for a CLI that stays. The close then goes on without the
    /// caller. Its error is ignored, because it does not change the answer.
    pub(crate) async fn close_behind_answer(self) {
        let closing = tokio::spawn(async move { self.connection.close().await });
        let _ = tokio::time::timeout(EXIT, closing).await;
    }

    /// Returns the ID of the session: the one under which its conversation can be resumed.
    ///
    /// The ID changes when the CLI begins a new conversation, as `/clear` does. The earlier ID then
    /// resumes the earlier conversation.
    ///
    /// If the session continues an earlier one whose ID only the CLI knows, this is `None` until
    /// the first turn begins.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        match self.last() {
            Some(last) => last.id.as_ref(),
            None => self.session.id(),
        }
    }

    /// Returns what the session has consumed until now.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        match self.last() {
            Some(last) => last.ledger.clone(),
            None => self.session.usage.ledger(),
        }
    }

    /// Returns how long the steps of the start took.
    #[must_use]
    pub fn start_timings(&self) -> StartTimings {
        self.session.usage.timings()
    }

    /// Returns what the CLI reported about itself in the first handshake: commands, models,
    /// account, version.
    #[must_use]
    pub fn initialized(&self) -> Option<&InitializeResponse> {
        self.connection.initialized()
    }
}
