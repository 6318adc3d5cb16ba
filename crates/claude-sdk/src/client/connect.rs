//! Connect: starts a session for many prompts, and closes it.

use std::sync::Arc;

use claude_protocol::{CloseReport, StdinPolicy};
use claude_types::SessionId;

use super::recycle::Recycler;
use crate::boxed::{BoxFuture, boxed};
#[cfg(doc)]
use crate::error::Error;
use crate::error::Result;
use crate::launch::{mint, start};
use crate::options::Options;
use crate::session::{Client, Restarter, Session};

/// # Start and end
impl Client {
    /// Starts the CLI and opens a session.
    ///
    /// Returns when the handshake is done and all required MCP servers are connected. No prompt is
    /// sent. The CLI has 60 s to answer the handshake by default
    /// ([`Deadlines::initialize`](crate::limits::Deadlines::initialize)), and required MCP servers
    /// have 30 s to connect.
    ///
    /// # Errors
    ///
    /// - [`Error::Options`] if the options contradict each other.
    /// - [`Error::CliNotFound`] or [`Error::Launch`] if the CLI is not found or cannot be started.
    /// - [`Error::CliTooOld`] if the CLI is too old, or does not know a flag that the options need.
    /// - [`Error::Exited`] if the CLI exits during the handshake.
    /// - [`Error::Timeout`] if the CLI does not answer in time.
    /// - [`Error::Control`] if the CLI refuses the handshake, or the external MCP servers.
    /// - [`Error::Precondition`] if the CLI runs in another permission mode than the options ask
    ///   for, did not apply hooks that block on failure, settings cannot be passed to it, or a
    ///   required MCP server is not ready.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub fn connect(options: Options) -> impl Future<Output = Result<Self>> + Send {
        boxed(async {
            let session = mint(&options);
            let restart = Arc::new(Recycler::new(options.clone()));
            let client = Self::connect_as(options, session).await?;
            Ok(client.restarted_by(Restarter::new(restart)))
        })
    }

    pub(crate) async fn connect_as(options: Options, session: Session) -> Result<Self> {
        let connection = start(&options, &session, StdinPolicy::Open).await;
        let connection = session.plugins().report(connection)?;
        Ok(Self::from_parts(connection, session))
    }

    pub(crate) fn claimed(self, id: Option<SessionId>) -> Self {
        self.session().claimed(id);
        self
    }

    /// Closes the session and waits until the CLI has exited.
    ///
    /// Lines that are already queued are written first. A running turn is interrupted, so that
    /// neither the model nor a tool works on. Then stdin is closed. By default, the CLI has 7 s from
    /// this call to exit by itself; after that its process group gets SIGTERM, and 2 s later SIGKILL.
    /// Both periods are set with
    /// [`Deadlines::close`](crate::limits::Deadlines::close). After SIGKILL, or after the CLI has
    /// exited, the rest of stdout is read for at most 1 s.
    ///
    /// To let a turn finish, wait for its result first. The interrupted turn gets the result that
    /// the CLI writes for it; turns without a result end with [`Error::Closed`] when the CLI has
    /// exited.
    ///
    /// `close` may be called more than once and from several clones. Every call waits for the same
    /// exit and gets the same report.
    ///
    /// # Errors
    ///
    /// Returns an error if the session failed for another reason before it was closed, for example
    /// [`Error::Exited`] if the CLI had crashed. A CLI that has to be killed is not an error.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not stop the close.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let report = client.close().await?;
    /// println!("closed in {:?}", report.took);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn close(&self) -> Result<CloseReport> {
        self.close_boxed().await
    }

    /// Not generic, so that it is compiled here and not where the future is polled.
    fn close_boxed(&self) -> BoxFuture<'_, Result<CloseReport>> {
        boxed(async {
            self.check_usable().await?;
            Ok(self.connection().close().await?)
        })
    }
}
