//! Client: the handle to a session with many turns. Its methods are in `client/`, by subject.

use claude_protocol::Connection;
use claude_types::{InitializeResponse, SessionId};

use super::Session;
use crate::plugin::Plugins;
use crate::usage::{Ledger, StartTimings};

/// A session that stays open for many prompts.
///
/// Beside prompts it has a method for each thing that can be asked of the CLI: the model, the
/// permission mode, settings, files, MCP servers and so on.
///
/// Clones share the session. It ends by [`Client::close`], or when the last clone and the last
/// [`Turn`](crate::Turn) are dropped.
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
}

/// # About the session
impl Client {
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    pub(crate) fn plugins(&self) -> &Plugins {
        self.session.plugins()
    }

    pub(crate) fn from_parts(connection: Connection, session: Session) -> Self {
        Self { connection, session }
    }

    /// The id of the session. `None` if it continues one whose id only the CLI knows.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
    }

    /// What the session has consumed until now.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        self.session.usage.ledger()
    }

    /// How long the session took to start.
    #[must_use]
    pub fn start_timings(&self) -> StartTimings {
        self.session.usage.timings()
    }

    /// What the CLI told about itself when the session began: commands, models, account, version.
    #[must_use]
    pub fn initialized(&self) -> Option<&InitializeResponse> {
        self.connection.initialized()
    }
}
