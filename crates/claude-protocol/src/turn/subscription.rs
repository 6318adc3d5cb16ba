//! Subscription: a stream of the messages of more than one prompt.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_types::{Message, MessageUuid, ResultMessage};
use futures_core::Stream;

use crate::delivery::Receiver;
use crate::error::ProtocolError;

/// Messages of a connection from some moment on: all, or those that no prompt caused.
///
/// Does not keep the connection alive.
#[must_use = "a subscription does nothing unless it is read"]
pub struct Subscription {
    inbox: Receiver,
    /// The last result that was asked for: it may answer another prompt, too.
    last: Option<Box<ResultMessage>>,
}

impl Subscription {
    pub(crate) fn new(inbox: Receiver) -> Self {
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
