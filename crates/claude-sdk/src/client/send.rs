//! Send: sends prompts, interrupts turns, and cancels queued prompts.

use claude_protocol::{InterruptOptions, InterruptOutcome};
use claude_types::{Capability, MessageUuid};

use crate::boxed::{BoxFuture, boxed};
#[cfg(doc)]
use crate::error::Error;
use crate::error::Result;
use crate::prompt::Prompt;
use crate::session::Client;
use crate::turn::Turn;

/// # Prompts
impl Client {
    /// Sends a prompt and returns the [`Turn`] that streams its messages.
    ///
    /// Returns as soon as the prompt is queued for writing; it does not wait for the answer. May be
    /// called while another turn runs: the CLI queues prompts, and may answer several of them with
    /// one shared result. [`Turn::progress`] lists the prompts that share it.
    ///
    /// Waits if the prompts that are not yet written to stdin of the CLI would exceed 8 MiB
    /// ([`Limits::outbox`](crate::limits::Limits::outbox)). A single larger prompt is sent once the
    /// queue is empty.
    ///
    /// Plugins see the prompt first, and may change or refuse it. Then the CLI is replaced if
    /// [`Options::recycle_when`](crate::Options::recycle_when) asks for it.
    ///
    /// # Errors
    ///
    /// - [`Error::Budget`] if the budget of the session is used up.
    /// - [`Error::Precondition`] if a plugin refuses the prompt. The session stays open.
    /// - [`Error::Closed`] or [`Error::Exited`] if the session is over.
    /// - The errors of [`Client::recycle`] if the CLI had to be replaced.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped before it returns, the prompt was not sent. A plugin may already
    /// have seen it.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let mut turn = client.send("Which files are here?").await?;
    /// while let Some(message) = turn.next().await {
    ///     println!("{:?}", message?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn send(&self, prompt: impl Into<Prompt>) -> Result<Turn> {
        self.send_boxed(prompt.into()).await
    }

    /// Not generic, so that it is compiled here and not where the future is polled.
    fn send_boxed(&self, mut prompt: Prompt) -> BoxFuture<'_, Result<Turn>> {
        boxed(async {
            self.check_usable().await?;
            let plugins = self.session().plugins();
            self.session().usage.admit()?;
            plugins.report(plugins.before_prompt(&mut prompt).await)?;
            self.send_shown(prompt).await
        })
    }

    /// Sends a prompt that the plugins have already seen.
    pub(crate) async fn send_shown(&self, prompt: Prompt) -> Result<Turn> {
        self.recycle_if_due().await?;
        let _held = self.restarter().hold().await;
        let plugins = self.session().plugins();
        let (id, prompt) = prompt.into_identified_input();
        self.session().spans.sending(&id);
        let sent = self.connection().send(prompt).await.map_err(Into::into);
        let turn = Turn::new(plugins.report(sent)?, plugins.clone());
        Ok(turn.with_budget(self.session().usage.budget_stream()))
    }

    /// Interrupts the running turn and returns the outcome.
    ///
    /// Waits at most [`Deadlines::interrupt`](crate::limits::Deadlines::interrupt) (5 s by default)
    /// for the turn to end. If the CLI accepts the interrupt but the turn is still running then,
    /// the outcome is [`InterruptOutcome::Deferred`]. If no turn is running, it is
    /// [`InterruptOutcome::NothingRunning`].
    ///
    /// # Errors
    ///
    /// - [`Error::Timeout`] if the CLI does not answer within the deadline.
    /// - [`Error::Control`] if the CLI refuses the request.
    /// - [`Error::Closed`] or [`Error::Exited`] if the session is over.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the interrupt.
    pub async fn interrupt(&self) -> Result<InterruptOutcome> {
        self.interrupt_boxed().await
    }

    fn interrupt_boxed(&self) -> BoxFuture<'_, Result<InterruptOutcome>> {
        boxed(async {
            self.check_usable().await?;
            Ok(self.connection().interrupt().await?)
        })
    }

    /// Interrupts the running turn, as [`Client::interrupt`] does, with options: also cancel queued
    /// prompts, or end the CLI if the turn does not stop within the deadline.
    ///
    /// # Errors
    ///
    /// The same as [`Client::interrupt`], except that:
    ///
    /// - With [`InterruptOptions::or_kill`], a timeout ends the CLI and returns
    ///   [`InterruptOutcome::Killed`].
    /// - With [`InterruptOptions::cancel_queued`], [`Error::Unsupported`] is returned and nothing
    ///   is sent if the CLI would run the queued prompts nevertheless: CLIs up to 2.1.200, and CLIs
    ///   whose version is unknown before the first turn.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the interrupt. If it is dropped
    /// before the deadline, the CLI is not killed.
    pub async fn interrupt_with(&self, options: InterruptOptions) -> Result<InterruptOutcome> {
        if options.cancel_queued {
            self.must_have(&Capability::InterruptCancelQueuedV1, "interrupt")?;
        }
        Ok(self.connection().interrupt_with(options).await?)
    }

    /// Cancels a prompt that the CLI has queued but not started.
    ///
    /// Returns `false` if there is no such prompt: it is already running, or finished. See also
    /// [`TurnHandle::cancel`](crate::TurnHandle::cancel).
    ///
    /// # Errors
    ///
    /// - [`Error::Control`] if the CLI refuses the request.
    /// - [`Error::Timeout`] if it does not answer within
    ///   [`Deadlines::control`](crate::limits::Deadlines::control) (60 s by default).
    /// - [`Error::Closed`] or [`Error::Exited`] if the session is over.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn cancel_queued(&self, prompt: &MessageUuid) -> Result<bool> {
        Ok(self.connection().cancel_queued(prompt).await?)
    }
}
