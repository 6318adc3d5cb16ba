//! Connect: starts a session for many prompts, and closes it.

use claude_protocol::StdinPolicy;
use claude_types::SessionId;

use crate::error::Result;
use crate::launch::{mint, start};
use crate::options::Options;
use crate::session::{Client, Session};

/// # Start and end
impl Client {
    /// Starts the CLI and shakes hands.
    ///
    /// # Errors
    ///
    /// The options contradict each other, the CLI is not found or cannot be started, it ends or
    /// does not answer in time, or runs in another permission mode than asked for.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn connect(options: Options) -> Result<Self> {
        let session = mint(&options);
        Self::connect_as(options, session).await
    }

    pub(crate) async fn connect_as(options: Options, session: Session) -> Result<Self> {
        let connection = start(&options, &session, StdinPolicy::Open).await;
        let connection = session.plugins().report(connection)?;
        Ok(Self::from_parts(connection, session))
    }

    pub(crate) fn claimed(mut self, id: Option<SessionId>) -> Self {
        self.session_mut().claimed(id);
        self
    }

    /// Closes the session: the CLI gets time to finish, then it is ended. Other clones and open
    /// turns find the session closed.
    ///
    /// # Errors
    ///
    /// The session had broken before; the error tells why.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not stop the close.
    pub async fn close(&self) -> Result<()> {
        Ok(self.connection().close().await?)
    }
}
