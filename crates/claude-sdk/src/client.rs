//! A conversation: one process, many turns, shared by tasks.

use std::pin::Pin;
use std::task::{Context, Poll};

use claude_protocol::{Connection, Input, StateWatch, Subscription};
use claude_types::{InitializeResponse, Message, PermissionMode, SessionId};
use futures_core::Stream;

use crate::session::{Session, start};
use crate::{Interrupt, Options, Prompt, Result, Turn};

/// A session that stays open for many prompts.
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
        let connection = start(&options, &session, Input::Open).await?;
        Ok(Self { connection, session })
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    #[cfg(feature = "json")]
    pub(crate) fn session(&self) -> &Session {
        &self.session
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
    /// The session is over.
    ///
    /// # Cancel safety
    ///
    /// Waits while more than 8 MiB of prompts are unread by the CLI. Dropped before it returns,
    /// nothing was sent.
    pub async fn send(&self, prompt: impl Into<Prompt>) -> Result<Turn> {
        let input = prompt.into().into_input();
        Ok(Turn::new(self.connection.send(input).await?))
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

    /// Changes the model for the turns to come; `None` is the default model.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_model(&self, model: impl Into<Option<&str>>) -> Result<()> {
        self.connection.set_model(model.into()).await?;
        Ok(())
    }

    /// Changes the permission mode.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<()> {
        Ok(self.connection.set_permission_mode(mode).await?)
    }

    /// Messages that no prompt caused, such as those of background agents; from now on, and
    /// the last ones before if this is the first call.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn messages(&self) -> Result<Messages> {
        Ok(Messages { subscription: self.connection.messages()? })
    }

    /// Every message from now on, whatever turn it belongs to.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn subscribe(&self) -> Result<Messages> {
        Ok(Messages { subscription: self.connection.subscribe()? })
    }

    /// Watches what the session is doing.
    #[must_use]
    pub fn state(&self) -> StateWatch {
        self.connection.state()
    }

    /// The id of the session. `None` if it continues one whose id only the CLI knows.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
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
}

/// Messages of a session from some moment on. Does not keep the session alive.
#[derive(Debug)]
#[must_use = "messages are only read by polling"]
pub struct Messages {
    subscription: Subscription,
}

impl Messages {
    /// The next message; `None` after the end of the session. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        let item = self.subscription.next().await?;
        Some(item.map_err(Into::into))
    }
}

impl Stream for Messages {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.subscription).poll_next(cx).map(|next| next.map(|item| Ok(item?)))
    }
}
