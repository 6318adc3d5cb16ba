//! What a user reads: a [`Turn`], or a [`Subscription`] to more than one.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_types::{Message, MessageUuid, ResultMessage};
use futures_core::Stream;

use crate::inbox::Inbox;
use crate::{Connection, ProtocolError, TurnHandle};

/// The messages of one prompt, up to and with its result.
///
/// Dropping it drops its messages, not the work: the CLI goes on with the turn. A `Turn` keeps
/// the connection alive.
#[must_use = "a turn does nothing unless it is read"]
pub struct Turn {
    handle: TurnHandle,
    inbox: Inbox,
    connection: Connection,
}

impl Turn {
    pub(crate) fn new(handle: TurnHandle, inbox: Inbox, connection: Connection) -> Self {
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

/// Messages of a connection from some moment on: all, or those that no prompt caused.
///
/// Does not keep the connection alive.
#[must_use = "a subscription does nothing unless it is read"]
pub struct Subscription {
    inbox: Inbox,
    /// The last result that was asked for: it may answer another prompt, too.
    last: Option<Box<ResultMessage>>,
}

impl Subscription {
    pub(crate) fn new(inbox: Inbox) -> Self {
        Self { inbox, last: None }
    }

    /// The next message; `None` after the end of the connection. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message, ProtocolError>> {
        poll_fn(|cx| self.inbox.poll_next(cx)).await
    }

    /// Waits for the result that answers a prompt and passes over the messages before it, results
    /// of other prompts included. Prompts that were merged into one turn share its result: ask for
    /// each.
    ///
    /// Goes by the names in results. For a prompt that was cancelled, and for one of many merged
    /// prompts that its result does not name (CLI 2.1.250 names the last, later ones up to 64), it
    /// waits until the connection ends; [`Turn::result`] knows better.
    ///
    /// # Errors
    ///
    /// The connection ended before.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses the messages that it passed over, never the result that it waits
    /// for.
    pub async fn result_of(
        &mut self,
        prompt: &MessageUuid,
    ) -> Result<ResultMessage, ProtocolError> {
        if let Some(last) = self.last.as_ref().filter(|last| names(last, prompt)) {
            return Ok((**last).clone());
        }
        while let Some(message) = self.next().await {
            if let Message::Result(result) = message?
                && answers(&result, prompt)
            {
                self.last = Some(result.clone());
                return Ok(*result);
            }
        }
        Err(ProtocolError::Closed)
    }
}

/// Tells whether a result answers a prompt. Older CLIs name no prompts; then a result that
/// nothing else caused does.
#[must_use]
pub fn answers(result: &ResultMessage, prompt: &MessageUuid) -> bool {
    match (&result.user_message_uuids, &result.user_message_uuid) {
        (None, None) => result.origin.is_none(),
        _ => names(result, prompt),
    }
}

fn names(result: &ResultMessage, prompt: &MessageUuid) -> bool {
    let (named, single) = (&result.user_message_uuids, &result.user_message_uuid);
    named.iter().flatten().chain(single).any(|uuid| uuid == prompt)
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription").finish_non_exhaustive()
    }
}

impl Stream for Subscription {
    type Item = Result<Message, ProtocolError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(ready!(self.inbox.poll_next(cx)))
    }
}
