//! A word with a turn that is read elsewhere: how far it is, and what else to say to it.

use std::fmt;

use claude_types::{CancelAsyncMessageRequest, MessageUuid, UserInput};

use super::stream::Turn;
use crate::connection::{Connection, WeakConnection};
use crate::error::ProtocolError;
use crate::state::{Progress, ProgressWatch, PromptPhase};

/// A handle to a prompt. Clones are the same prompt; none keeps the session alive.
#[derive(Clone)]
pub struct TurnHandle {
    uuid: MessageUuid,
    progress: ProgressWatch,
    connection: WeakConnection,
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
        uuid: MessageUuid,
        progress: ProgressWatch,
        connection: WeakConnection,
    ) -> Self {
        Self { uuid, progress, connection }
    }

    /// The id of the prompt.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        &self.uuid
    }

    /// How far the prompt has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress.get()
    }

    /// Watches how far the prompt comes.
    #[must_use]
    pub fn watch(&self) -> ProgressWatch {
        self.progress.clone()
    }

    /// Sends a message to this turn while it runs, and waits until it is known what became of it.
    ///
    /// The CLI takes such a message up after the next tool call. If no tool is called any more, the
    /// message is answered in a turn of its own. CLIs before 2.1.250 do not tell when they take it
    /// up: there, one that was taken up looks as if it were queued, and gets the turn's result.
    ///
    /// # Errors
    ///
    /// The session is over.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the message back, once it is sent.
    pub async fn steer(&self, message: UserInput) -> Result<SteerOutcome, ProtocolError> {
        if self.progress().is_over() {
            return Ok(SteerOutcome::TooLate);
        }
        let connection = self.connection()?;
        let turn = connection.send(message).await?;
        let (mut mine, mut theirs) = (self.watch(), turn.handle().watch());
        let running = |progress: &Progress| progress.phase == PromptPhase::Running;
        let taken = tokio::select! {
            // What was taken up before the end counts, even if both are seen at once.
            biased;
            taken = theirs.wait_for(running) => taken,
            _ = mine.wait_for(Progress::is_over) => theirs.get(),
        };
        let over = self.progress().phase == PromptPhase::Unanswered
            && connection.state().get().is_closed();
        if taken.phase == PromptPhase::Unanswered || over {
            return Err(connection.why_unanswered());
        }
        let host = taken.folded_into.as_ref();
        // Folded into this turn, or into one that this prompt was itself folded into.
        let with_us = host.is_some_and(|host| {
            *host == self.uuid || self.progress().folded_into.as_ref() == Some(host)
        });
        let with_us = with_us || taken.shared_with.contains(&self.uuid);
        Ok(if with_us {
            SteerOutcome::Delivered
        } else {
            SteerOutcome::QueuedAfter(Box::new(turn))
        })
    }

    /// Takes the prompt back if the CLI has not taken it up yet. `false` if it was too late: then
    /// [`Connection::interrupt`] stops it.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn cancel(&self) -> Result<bool, ProtocolError> {
        if self.progress().is_over() {
            return Ok(false);
        }
        self.connection()?.cancel_queued(&self.uuid).await
    }

    fn connection(&self) -> Result<Connection, ProtocolError> {
        self.connection.upgrade().ok_or(ProtocolError::Closed)
    }
}

impl Connection {
    /// Takes a prompt back that the CLI has not taken up yet; its turn ends with
    /// [`ProtocolError::Cancelled`]. `false` if there is no such prompt.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn cancel_queued(&self, prompt: &MessageUuid) -> Result<bool, ProtocolError> {
        let request = CancelAsyncMessageRequest::new(prompt.clone());
        Ok(self.request(&request).await?.cancelled.unwrap_or(false))
    }
}

impl fmt::Debug for TurnHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TurnHandle")
            .field("uuid", &self.uuid)
            .field("progress", &self.progress())
            .finish_non_exhaustive()
    }
}
