//! Turn: the stream of the messages of one prompt.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use claude_types::{Message, MessageUuid, Outlined, ResultMessage};
use futures_core::Stream;

use super::handle::TurnHandle;
use crate::connection::Connection;
use crate::delivery::Receiver;
use crate::error::ProtocolError;

/// A stream of the messages of one prompt. The last message is the result.
///
/// Dropping a `Turn` discards its unread messages. It does not stop the turn: call
/// [`Connection::interrupt`] for that. A `Turn` keeps the connection open.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection)
/// # -> Result<(), claude_protocol::ProtocolError> {
/// use claude_types::{Message, UserApiMessage, UserInput};
///
/// let prompt = UserInput::new(UserApiMessage::new("List the files."));
/// let mut turn = connection.send(prompt).await?;
/// while let Some(message) = turn.next().await {
///     if let Message::Assistant(reply) = message? {
///         print!("{}", reply.text());
///     }
/// }
/// # Ok(())
/// # }
/// ```
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

    /// Returns the ID of the prompt. The CLI uses it in its result and in its session file.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        self.handle.uuid()
    }

    /// Returns a handle to the prompt, which can watch, steer and cancel it while the turn is read.
    #[must_use]
    pub fn handle(&self) -> &TurnHandle {
        &self.handle
    }

    /// Returns the connection on which the turn runs.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Returns the next message, or `None` after the result. An error is always the last item.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, no message is lost: the next call returns it.
    pub async fn next(&mut self) -> Option<Result<Message, ProtocolError>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The same as `poll_next`, except that this crate's caller need not own the message.
    #[doc(hidden)]
    pub fn poll_outlined(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Outlined<Message>, ProtocolError>>> {
        self.inbox.poll_next(cx)
    }

    /// Drops raw deltas from now on, without decoding them. Not part of the stable API.
    #[doc(hidden)]
    pub fn skip_deltas(&mut self) {
        self.inbox.skip_deltas();
    }

    /// Waits for the result, and discards the messages before it.
    ///
    /// A turn that failed also returns `Ok`: check [`ResultMessage::is_failure`].
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Exited`] if the CLI exits before the result.
    /// - [`ProtocolError::Cancelled`] if the prompt was cancelled before it ran.
    /// - [`ProtocolError::AlreadyDelivered`] if the CLI knew the ID of the prompt.
    /// - [`ProtocolError::NoResult`] if the CLI ends the turn, or becomes idle, and no result arrives
    ///   for 10 s.
    /// - [`ProtocolError::InputClosed`] if stdin was closed before the prompt was sent.
    /// - [`ProtocolError::Closed`] if the connection is closed before the result.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the messages are discarded. The turn itself continues.
    pub async fn result(mut self) -> Result<ResultMessage, ProtocolError> {
        self.inbox.keep_results_only();
        while let Some(message) = poll_fn(|cx| self.poll_outlined(cx)).await {
            if let Some(result) = message?.into_result() {
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
        self.poll_outlined(cx).map_ok(Outlined::into_inner)
    }
}
