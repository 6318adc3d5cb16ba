//! Turn handle: watches, steers and cancels a prompt while its turn is read.

use std::sync::Arc;

use claude_protocol::{Progress, ProgressWatch};
use claude_types::MessageUuid;

use super::Turn;
use crate::budget::{BudgetState, BudgetStream};
use crate::error::Result;
use crate::plugin::Plugins;
use crate::prompt::Prompt;

/// A handle to a prompt, to watch it and to talk to it while its [`Turn`] is read elsewhere. Clones
/// are the same prompt; none keeps the session alive.
#[derive(Debug, Clone)]
pub struct TurnHandle {
    inner: claude_protocol::TurnHandle,
    plugins: Plugins,
    budget: Option<Arc<BudgetState>>,
}

/// What became of a message to a running turn.
#[derive(Debug)]
#[non_exhaustive]
pub enum SteerOutcome {
    /// The turn took it up: the model has read it before it went on. It has no result of its own.
    Delivered,
    /// The turn ended first. The message waits, or runs by now, as a prompt of its own.
    QueuedAfter(Box<Turn>),
    /// The turn was over already. Nothing was sent.
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

    /// The id of the prompt, which the CLI names in its result and on disk.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        self.inner.uuid()
    }

    /// How far the prompt has come, when what happened, and with whom it shares its result.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.inner.progress()
    }

    /// Watches how far the prompt comes.
    #[must_use]
    pub fn watch(&self) -> ProgressWatch {
        self.inner.watch()
    }

    /// Sends a message to this turn while it runs, and waits until it is known what became of it.
    ///
    /// The CLI takes such a message up after the next tool call. If no tool is called any more, the
    /// message is answered in a turn of its own. CLIs before 2.1.250 do not tell when they take it
    /// up: there, one that was taken up looks as if it were queued, and gets the turn's result.
    ///
    /// # Errors
    ///
    /// The session is over, its budget is used up, or a plugin refuses the message.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the message back, once it is sent.
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

    /// Takes the prompt back if the CLI has not taken it up yet. `false` if it was too late: then
    /// [`Client::interrupt`](crate::Client::interrupt) stops it.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn cancel(&self) -> Result<bool> {
        Ok(self.inner.cancel().await?)
    }
}
