//! Stopping what runs, with an outcome in bounded time.

use claude_types::{InterruptRequest, InterruptResponse, MessageUuid};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use crate::connection::{Command, Connection};
use crate::error::ProtocolError;
use crate::state::State;

/// What became of an interrupt.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum InterruptOutcome {
    /// The turn ended; its result has been delivered.
    Stopped,
    /// There was nothing to stop.
    NothingRunning,
    /// The CLI took the interrupt, and the turn has not ended within the deadline.
    Deferred {
        /// Prompts that wait behind it.
        still_queued: Vec<MessageUuid>,
    },
    /// The turn did not end in time, so the CLI was ended, as [`InterruptOptions::or_kill`] says.
    Killed,
}

/// How to interrupt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct InterruptOptions {
    /// Takes back the prompts that wait, too. CLIs before 2.1.250 do not know this and run them.
    pub cancel_queued: bool,
    /// Ends the CLI if the turn does not end within the deadline, or the CLI does not answer.
    pub kill: bool,
}

impl InterruptOptions {
    /// Stops the running turn only, and kills nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes back the prompts that wait, too.
    #[must_use]
    pub fn cancel_queued(mut self) -> Self {
        self.cancel_queued = true;
        self
    }

    /// Ends the CLI if nothing else helps.
    #[must_use]
    pub fn or_kill(mut self) -> Self {
        self.kill = true;
        self
    }
}

impl Connection {
    /// Interrupts what is running and tells what became of it, in bounded time.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the interrupt back.
    pub async fn interrupt(&self) -> Result<InterruptOutcome, ProtocolError> {
        self.interrupt_with(InterruptOptions::new()).await
    }

    /// As [`Connection::interrupt`], in another way.
    ///
    /// # Errors
    ///
    /// As there. With [`InterruptOptions::or_kill`], a CLI that does not answer is no error.
    ///
    /// # Cancel safety
    ///
    /// As there; dropped before the deadline, it kills nothing.
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

    /// Ends the CLI without asking it: TERM at once, KILL after the grace of a close. Returns when
    /// it is gone. Whoever waits is told how it ended.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not stop the kill.
    pub async fn kill(&self) {
        // It may be gone by now.
        let _ = self.command(Command::Kill);
        let _ = self.state().wait_for(State::is_closed).await;
    }
}
