//! Send: prompts, interrupts, and prompts that wait.

use claude_protocol::{InterruptOptions, InterruptOutcome};
use claude_types::{Capability, MessageUuid};

use crate::error::Result;
use crate::prompt::Prompt;
use crate::session::Client;
use crate::turn::Turn;

/// # Prompts
impl Client {
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
        let (mut prompt, plugins) = (prompt.into(), self.session().plugins());
        self.session().usage.admit()?;
        plugins.report(plugins.before_prompt(&mut prompt).await)?;
        self.send_shown(prompt).await
    }

    /// Sends a prompt that the plugins have seen.
    pub(crate) async fn send_shown(&self, prompt: Prompt) -> Result<Turn> {
        let plugins = self.session().plugins();
        let sent = self.connection().send(prompt.into_input()).await.map_err(Into::into);
        let turn = Turn::new(plugins.report(sent)?, plugins.clone());
        Ok(turn.with_budget(self.session().usage.budget_stream()))
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
    pub async fn interrupt(&self) -> Result<InterruptOutcome> {
        Ok(self.connection().interrupt().await?)
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
    pub async fn interrupt_with(&self, options: InterruptOptions) -> Result<InterruptOutcome> {
        if options.cancel_queued {
            self.must_have(&Capability::InterruptCancelQueuedV1, "interrupt")?;
        }
        Ok(self.connection().interrupt_with(options).await?)
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
        Ok(self.connection().cancel_queued(prompt).await?)
    }
}
