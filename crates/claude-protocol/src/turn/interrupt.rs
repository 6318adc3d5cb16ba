//! Interrupt: stops the running turn and reports the outcome within a deadline.

use claude_types::{InterruptRequest, InterruptResponse, MessageUuid};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use crate::connection::{Command, Connection};
use crate::error::ProtocolError;
use crate::state::State;

/// The outcome of an interrupt.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection)
/// # -> Result<(), claude_protocol::ProtocolError> {
/// use claude_protocol::InterruptOutcome;
///
/// if let InterruptOutcome::Deferred { still_queued } = connection.interrupt().await? {
///     println!("still running, with {} prompts behind it", still_queued.len());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum InterruptOutcome {
    /// The turn ended, and its result has been delivered.
    Stopped,
    /// No turn was running.
    NothingRunning,
    /// The CLI accepted the interrupt, but the turn was still running at the deadline.
    Deferred {
        /// The prompts that are queued behind the turn.
        still_queued: Vec<MessageUuid>,
    },
    /// The turn did not end within the deadline, so the CLI was ended. Only with
    /// [`InterruptOptions::or_kill`].
    Killed,
}

/// The options of [`Connection::interrupt_with`].
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection)
/// # -> Result<(), claude_protocol::ProtocolError> {
/// use claude_protocol::InterruptOptions;
///
/// let options = InterruptOptions::new().cancel_queued().or_kill();
/// let outcome = connection.interrupt_with(options).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct InterruptOptions {
    /// Whether queued prompts are cancelled, too. CLIs before 2.1.250 ignore it and run them.
    /// `false` by default.
    pub cancel_queued: bool,
    /// Whether the CLI is ended if the turn does not end within the deadline, or if the CLI does
    /// not respond. `false` by default.
    pub kill: bool,
}

impl InterruptOptions {
    /// Creates options that only stop the running turn.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancels queued prompts, too.
    #[must_use]
    pub fn cancel_queued(mut self) -> Self {
        self.cancel_queued = true;
        self
    }

    /// Ends the CLI if the turn does not end within the deadline, or if the CLI does not respond.
    #[must_use]
    pub fn or_kill(mut self) -> Self {
        self.kill = true;
        self
    }
}

impl Connection {
    /// Interrupts the running turn and returns the outcome.
    ///
    /// Waits at most [`Deadlines::interrupt`](crate::Deadlines::interrupt) (5 s by default) for the
    /// turn to end. If the CLI accepts the interrupt but the turn is still running then, the
    /// outcome is [`InterruptOutcome::Deferred`]. If no turn is running, it is
    /// [`InterruptOutcome::NothingRunning`].
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Timeout`] if the CLI does not respond within the deadline.
    /// - Otherwise the same as [`Connection::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the interrupt.
    pub async fn interrupt(&self) -> Result<InterruptOutcome, ProtocolError> {
        self.interrupt_with(InterruptOptions::new()).await
    }

    /// Interrupts the running turn, as [`Connection::interrupt`] does, with options: also cancel
    /// queued prompts, or end the CLI if the turn does not stop within the deadline.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::interrupt`], except that with [`InterruptOptions::or_kill`] a
    /// timeout ends the CLI and returns [`InterruptOutcome::Killed`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the interrupt. If it is dropped
    /// before the deadline, the CLI is not killed.
    pub async fn interrupt_with(
        &self,
        options: InterruptOptions,
    ) -> Result<InterruptOutcome, ProtocolError> {
        match self.soft_interrupt(options.cancel_queued).await {
            Ok(InterruptOutcome::Deferred { .. }) | Err(ProtocolError::Timeout { .. })
                if options.kill =>
            {
                self.kill().await;
                Ok(InterruptOutcome::Killed)
            }
            outcome => outcome,
        }
    }

    async fn soft_interrupt(&self, cancel_queued: bool) -> Result<InterruptOutcome, ProtocolError> {
        let within = self.deadlines().interrupt;
        let until = Instant::now().checked_add(within);
        // Register for the end of the turn first. After the request, the turn might end before the
        // registration, and the outcome would be `NothingRunning`.
        let (notify, ended) = oneshot::channel();
        self.command(Command::NotifyTurnEnd(notify))?;
        let mut request = InterruptRequest::new();
        request.cancel_queued = cancel_queued.then_some(true);
        let answer =
            self.request_parsed::<InterruptResponse>("interrupt", &request, within).await?;
        let ended = match until {
            Some(until) => timeout_at(until, ended).await.ok(),
            None => Some(ended.await),
        };
        match ended {
            Some(Ok(true)) => Ok(InterruptOutcome::Stopped),
            Some(Ok(false)) => Ok(InterruptOutcome::NothingRunning),
            Some(Err(_)) => Err(self.why_closed()),
            None => Ok(InterruptOutcome::Deferred {
                still_queued: answer.still_queued.unwrap_or_default(),
            }),
        }
    }

    /// Ends the CLI at once: sends SIGTERM to its process group, and SIGKILL after the second
    /// period of [`Deadlines::close`](crate::Deadlines::close) (2 s by default). Returns when the
    /// connection is closed.
    ///
    /// Open turns and pending requests fail with [`ProtocolError::Exited`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not stop the kill.
    pub async fn kill(&self) {
        // The command fails if the connection is already over, which is what the caller wants.
        let _ = self.command(Command::Kill);
        let _ = self.state().wait_for(State::is_closed).await;
    }
}
