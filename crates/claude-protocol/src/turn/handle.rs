//! Turn handle: watches, steers and cancels a prompt whose messages are read elsewhere.

use std::fmt;

use claude_types::{CancelAsyncMessageRequest, MessageUuid, UserInput};

use super::stream::Turn;
use crate::connection::{Connection, WeakConnection};
use crate::error::ProtocolError;
use crate::state::{Progress, ProgressWatch, PromptPhase};

/// A handle to a prompt. Clones refer to the same prompt.
///
/// It does not keep the session open. Dropping it does not stop the prompt.
///
/// # Examples
///
/// ```no_run
/// # async fn run(turn: claude_protocol::Turn) -> Result<(), claude_protocol::ProtocolError> {
/// let handle = turn.handle().clone();
/// let reader = tokio::spawn(turn.result());
/// if !handle.cancel().await? {
///     handle.watch().wait_for(|progress| progress.is_over()).await;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct TurnHandle {
    uuid: MessageUuid,
    progress: ProgressWatch,
    connection: WeakConnection,
}

/// The outcome of [`TurnHandle::steer`].
///
/// # Examples
///
/// ```no_run
/// # async fn run(turn: claude_protocol::Turn) -> Result<(), claude_protocol::ProtocolError> {
/// use claude_protocol::SteerOutcome;
/// use claude_types::{UserApiMessage, UserInput};
///
/// let message = UserInput::new(UserApiMessage::new("Skip the tests."));
/// match turn.handle().steer(message).await? {
///     SteerOutcome::QueuedAfter(own_turn) => println!("{}", own_turn.result().await?.text()),
///     outcome => println!("{outcome:?}"),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum SteerOutcome {
    /// The running turn has read the message. It gets no result of its own.
    Delivered,
    /// The turn ended first. The message is queued, or already running, as a prompt of its own.
    QueuedAfter(Box<Turn>),
    /// The turn was already over. Nothing was sent.
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

    /// Returns the ID of the prompt.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        &self.uuid
    }

    /// Returns the current progress of the prompt.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress.get()
    }

    /// Returns a watch on the progress of the prompt.
    #[must_use]
    pub fn watch(&self) -> ProgressWatch {
        self.progress.clone()
    }

    /// Sends a message to this turn while it runs, and waits for the outcome.
    ///
    /// The CLI reads such a message after the next tool call. If the model calls no more tools, the
    /// message is answered in a turn of its own. CLIs before 2.1.250 do not report when they read
    /// it: the outcome is [`SteerOutcome::QueuedAfter`] then, and its turn gets the result of the
    /// running one.
    ///
    /// # Errors
    ///
    /// - The same as [`Connection::send`].
    /// - [`ProtocolError::Cancelled`] if the message was cancelled before it ran.
    /// - [`ProtocolError::AlreadyDelivered`] if the CLI knew the ID of the message.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped while it waits for room in the outbox, nothing was sent. After
    /// that, dropping it does not cancel the message.
    pub async fn steer(&self, message: UserInput) -> Result<SteerOutcome, ProtocolError> {
        if self.progress().is_over() {
            return Ok(SteerOutcome::TooLate);
        }
        let connection = self.connection()?;
        let turn = connection.send(message).await?;
        let (mut mine, mut theirs) = (self.watch(), turn.handle().watch());
        let running = |progress: &Progress| {
            matches!(progress.phase, PromptPhase::Running | PromptPhase::AlreadyDelivered)
        };
        let taken = tokio::select! {
            // Check the message first: if it was read and the turn then ended, both are ready, and
            // the outcome is that it was read.
            biased;
            taken = theirs.wait_for(running) => taken,
            _ = mine.wait_for(Progress::is_over) => theirs.get(),
        };
        if taken.phase == PromptPhase::AlreadyDelivered {
            return Err(ProtocolError::AlreadyDelivered);
        }
        let over = self.progress().phase == PromptPhase::Unanswered
            && connection.state().get().is_closed();
        if taken.phase == PromptPhase::Unanswered || over {
            return Err(connection.why_unanswered());
        }
        let host = taken.folded_into.as_ref();
        // The message was merged into this turn, or into the turn that this prompt itself was
        // merged into.
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

    /// Cancels the prompt if the CLI has queued but not started it.
    ///
    /// Returns `false` if the prompt is already running, or finished. Call
    /// [`Connection::interrupt`] to stop a running one.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
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
    /// Cancels a prompt that the CLI has queued but not started. Its turn ends with
    /// [`ProtocolError::Cancelled`].
    ///
    /// Returns `false` if there is no such prompt: it is already running, or finished.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
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
