//! Turn handle: reports the progress of a prompt, and steers or cancels it while its turn is read.

use std::sync::Arc;

use claude_protocol::{Progress, ProgressWatch};
use claude_types::MessageUuid;

use super::Turn;
use crate::budget::{BudgetState, BudgetStream};
#[cfg(doc)]
use crate::error::Error;
use crate::error::Result;
use crate::plugin::Plugins;
use crate::prompt::Prompt;

/// A handle to a prompt: reports its progress, and steers or cancels it while its [`Turn`] is read
/// elsewhere.
///
/// Clones refer to the same prompt. A handle does not keep the session open.
///
/// # Examples
///
/// ```no_run
/// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
/// let turn = client.send("Refactor this module.").await?;
/// let handle = turn.handle();
/// tokio::spawn(async move { handle.steer("Leave the tests unchanged.").await });
/// let result = turn.result().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct TurnHandle {
    inner: claude_protocol::TurnHandle,
    plugins: Plugins,
    budget: Option<Arc<BudgetState>>,
}

/// The outcome of [`TurnHandle::steer`].
#[derive(Debug)]
#[non_exhaustive]
pub enum SteerOutcome {
    /// The running turn took the message, which has no result of its own.
    Delivered,
    /// The turn ended first. The message is queued or running as a prompt of its own.
    QueuedAfter(Box<Turn>),
    /// The turn was already over. Nothing was sent.
    TooLate,
}

impl TurnHandle {
    pub(crate) fn new(
        inner: claude_protocol::TurnHandle,
        plugins: Plugins,
        budget: Option<Arc<BudgetState>>,
    ) -> Self {
        Self { inner, plugins, budget }
    }

    /// Returns the ID of the prompt. The CLI names it in the result and in its session file.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        self.inner.uuid()
    }

    /// Returns the progress of the prompt: its phase, its timings, and the prompts that share its
    /// result.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.inner.progress()
    }

    /// Returns a watch on the progress of the prompt.
    #[must_use]
    pub fn watch(&self) -> ProgressWatch {
        self.inner.watch()
    }

    /// Sends a message to this turn while it runs, and waits for the outcome.
    ///
    /// The CLI passes the message to the model after the next tool call. If the model calls no
    /// further tool, the message becomes a prompt of its own after this turn.
    ///
    /// CLIs before 2.1.250 do not report that a running turn took a message. With them, the outcome
    /// is [`SteerOutcome::QueuedAfter`], and that turn gets the result of this one.
    ///
    /// # Errors
    ///
    /// - [`Error::Budget`] if the budget of the session is used up.
    /// - [`Error::Precondition`] if a plugin refuses the message.
    /// - [`Error::Closed`] or [`Error::Exited`] if the session is over.
    ///
    /// # Cancel safety
    ///
    /// Once the message is sent, dropping the future does not withdraw it.
    pub async fn steer(&self, message: impl Into<Prompt>) -> Result<SteerOutcome> {
        let mut message = message.into();
        self.budget.as_ref().map_or(Ok(()), |budget| budget.admit())?;
        self.plugins.report(self.plugins.before_prompt(&mut message).await)?;
        let steered = self.inner.steer(message.into_input()).await.map_err(Into::into);
        Ok(match self.plugins.report(steered)? {
            claude_protocol::SteerOutcome::Delivered => SteerOutcome::Delivered,
            claude_protocol::SteerOutcome::QueuedAfter(turn) => {
                let turn = Turn::new(*turn, self.plugins.clone());
                SteerOutcome::QueuedAfter(Box::new(
                    turn.with_budget(BudgetStream::new(self.budget.clone())),
                ))
            }
            _ => SteerOutcome::TooLate,
        })
    }

    /// Cancels the prompt if the CLI has queued it but not started it.
    ///
    /// Returns `false` if it is too late: the prompt is running or over. Call
    /// [`Client::interrupt`](crate::Client::interrupt) to stop a running turn.
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
    pub async fn cancel(&self) -> Result<bool> {
        Ok(self.inner.cancel().await?)
    }
}
