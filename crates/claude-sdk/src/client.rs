//! A conversation: one process, many turns, shared by tasks.

use claude_protocol::{Connection, Input, InterruptOptions};
use claude_types::{Capability, InitializeResponse, MessageUuid, SessionId};

use crate::messages::{Messages, UnsolicitedMessages};
use crate::plugin::Plugins;
use crate::session::{Session, start};
use crate::{Events, Interrupt, Ledger, Options, Prompt, Result, StartTimings, Turn};

/// A session that stays open for many prompts.
///
/// Beside prompts it has a method for each thing that can be asked of the CLI: the model, the
/// permission mode, settings, files, MCP servers and so on.
///
/// Clones share the session. It ends by [`Client::close`], or when the last clone and the last
/// [`Turn`] are dropped.
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
        let session = Session::mint(&options);
        Self::connect_as(options, session).await
    }

    pub(crate) async fn connect_as(options: Options, session: Session) -> Result<Self> {
        let connection = start(&options, &session, Input::Open).await;
        let connection = session.plugins().told(connection)?;
        Ok(Self { connection, session })
    }

    pub(crate) fn claimed(mut self, id: Option<SessionId>) -> Self {
        self.session.claimed(id);
        self
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    #[cfg(feature = "json")]
    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    pub(crate) fn plugins(&self) -> &Plugins {
        self.session.plugins()
    }

    pub(crate) fn from_parts(connection: Connection, session: Session) -> Self {
        Self { connection, session }
    }

    /// Sends a prompt. Its messages come in the returned [`Turn`].
    ///
    /// May be called while another turn runs: the CLI queues prompts, and may answer several
    /// with one result.
    ///
    /// # Errors
    ///
    /// The session is over, its budget is used up, or a plugin refuses the prompt.
    ///
    /// # Cancel safety
    ///
    /// Waits while more than 8 MiB of prompts are unread by the CLI. Dropped before it returns,
    /// nothing was sent.
    pub async fn send(&self, prompt: impl Into<Prompt>) -> Result<Turn> {
        let (mut prompt, plugins) = (prompt.into(), self.session.plugins());
        self.session.accounts.admit()?;
        plugins.told(plugins.before(&mut prompt).await)?;
        self.send_shown(prompt).await
    }

    /// Sends a prompt that the plugins have seen.
    pub(crate) async fn send_shown(&self, prompt: Prompt) -> Result<Turn> {
        let plugins = self.session.plugins();
        let sent = self.connection.send(prompt.into_input()).await.map_err(Into::into);
        let turn = Turn::new(plugins.told(sent)?, plugins.clone());
        Ok(turn.guarded(self.session.accounts.guarded()))
    }

    /// Interrupts what is running and tells what became of it, in bounded time.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the interrupt back.
    pub async fn interrupt(&self) -> Result<Interrupt> {
        Ok(self.connection.interrupt().await?)
    }

    /// As [`Client::interrupt`], in another way: with the prompts that wait, or ending the CLI if
    /// nothing else helps.
    ///
    /// # Errors
    ///
    /// As there. With [`InterruptOptions::or_kill`], a CLI that does not answer is no error.
    /// [`Error::Unsupported`](crate::Error::Unsupported), and nothing is sent, where the prompts that
    /// wait were to be taken back and the CLI would run them all the same: up to 2.1.200, or of
    /// unknown version before the first turn.
    ///
    /// # Cancel safety
    ///
    /// As there; dropped before the deadline, it kills nothing.
    pub async fn interrupt_with(&self, options: InterruptOptions) -> Result<Interrupt> {
        if options.cancel_queued {
            self.must_have(&Capability::InterruptCancelQueuedV1, "interrupt")?;
        }
        Ok(self.connection.interrupt_with(options).await?)
    }

    /// Takes a prompt back that the CLI has not taken up yet. `false` if there is no such prompt:
    /// it runs, or is over. See also [`TurnHandle::cancel`](crate::TurnHandle::cancel).
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn cancel_queued(&self, prompt: &MessageUuid) -> Result<bool> {
        Ok(self.connection.cancel_queued(prompt).await?)
    }

    /// Every message from now on, whatever turn it belongs to. Each call is a stream of its own.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn messages(&self) -> Result<Messages> {
        Ok(Messages::new(self.connection.subscribe()?, self.session.plugins()))
    }

    /// Messages that no prompt caused, such as those of background agents; from now on, and
    /// the last ones before if this is the first call.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn unsolicited(&self) -> Result<UnsolicitedMessages> {
        Ok(UnsolicitedMessages::new(self.connection.unsolicited()?, self.session.plugins()))
    }

    /// The id of the session. `None` if it continues one whose id only the CLI knows.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
    }

    /// What the session has consumed until now.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        self.session.accounts.ledger()
    }

    /// How long the session took to start.
    #[must_use]
    pub fn start_timings(&self) -> StartTimings {
        self.session.accounts.timings()
    }

    /// What the CLI told about itself when the session began: commands, models, account, version.
    #[must_use]
    pub fn initialized(&self) -> Option<&InitializeResponse> {
        self.connection.initialized()
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
        Ok(self.connection.close().await?)
    }

    /// Every message from now on, whatever turn it belongs to, as events for a screen.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn events(&self) -> Result<Events> {
        Ok(self.messages()?.into())
    }
}
