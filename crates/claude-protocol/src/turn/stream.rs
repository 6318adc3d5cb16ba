//! Turn: the stream of messages of one prompt.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use claude_types::{Message, MessageUuid, ResultMessage};
use futures_core::Stream;

use super::handle::TurnHandle;
use crate::connection::Connection;
use crate::delivery::Receiver;
use crate::error::ProtocolError;

/// The messages of one prompt, up to and with its result.
///
/// Dropping it drops its messages, not the work: the CLI goes on with the turn. A `Turn` keeps
/// the connection alive.
#[must_use = "a turn does nothing unless it is read"]
pub struct Turn {
    handle: TurnHandle,
    inbox: Receiver,
    connection: Connection,
}

impl Turn {
    pub(crate) fn new(handle: TurnHandle, inbox: Receiver, connection: Connection) -> Self {
        Self { handle, inbox, connection }
    }

    /// The id of the prompt, which the CLI names in its result and on disk.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        self.handle.uuid()
    }

    /// A handle to the prompt, to watch it and to talk to it while the turn is read.
    #[must_use]
    pub fn handle(&self) -> &TurnHandle {
        &self.handle
    }

    /// The connection that the turn runs on.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The next message; `None` after the result. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message, ProtocolError>> {
        poll_fn(|cx| self.inbox.poll_next(cx)).await
    }

    /// Waits for the result, without keeping the messages before it.
    ///
    /// A failed run is a result, too: look at `is_error`.
    ///
    /// # Errors
    ///
    /// The CLI ended before, or the prompt was cancelled.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the turn's messages; the work goes on.
    pub async fn result(mut self) -> Result<ResultMessage, ProtocolError> {
        self.inbox.keep_results_only();
        while let Some(message) = self.next().await {
            if let Message::Result(result) = message? {
                return Ok(*result);
            }
        }
        Err(ProtocolError::Closed)
    }
}

impl fmt::Debug for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn").field("handle", &self.handle).finish_non_exhaustive()
    }
}

impl Stream for Turn {
    type Item = Result<Message, ProtocolError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.inbox.poll_next(cx)
    }
}
