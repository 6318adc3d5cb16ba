//! Subscription: a stream of messages that is not bound to one prompt.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use claude_types::{Message, MessageUuid, Outlined, ResultMessage};
use futures_core::Stream;

use crate::delivery::Receiver;
use crate::error::ProtocolError;

/// A stream of messages of a connection: all, or those that do not belong to any prompt.
///
/// [`Connection::subscribe`] and [`Connection::unsolicited`] return it. It does not keep the
/// connection open. Dropping it discards its unread messages.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection)
/// # -> Result<(), claude_protocol::ProtocolError> {
/// use claude_types::{UserApiMessage, UserInput};
///
/// let mut messages = connection.subscribe()?;
/// let prompt = UserInput::new(UserApiMessage::new("What is 2 + 2?"));
/// let handle = connection.post(prompt).await?;
/// println!("{}", messages.result_of(handle.uuid()).await?.text());
/// # Ok(())
/// # }
/// ```
///
/// [`Connection::subscribe`]: crate::Connection::subscribe
/// [`Connection::unsolicited`]: crate::Connection::unsolicited
#[must_use = "a subscription does nothing unless it is read"]
pub struct Subscription {
    inbox: Receiver,
    /// The last result that `result_of` returned: it may belong to another prompt, too.
    last: Option<Box<ResultMessage>>,
}

impl Subscription {
    pub(crate) fn new(inbox: Receiver) -> Self {
        Self { inbox, last: None }
    }

    /// Returns the next message, or `None` after the end of the connection. An error is always the
    /// last item.
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

    /// Waits for the result of a prompt, and discards the messages before it, including results of
    /// other prompts. Prompts that were merged into one turn share its result: call this once for
    /// each.
    ///
    /// The match uses the prompt IDs in results. It waits until the connection ends for a prompt
    /// that was cancelled, and for a merged prompt that the result does not name: CLI 2.1.250 names
    /// only the last one, later versions up to 64. [`Turn::result`](crate::Turn::result) does not
    /// depend on these IDs.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Closed`] if the connection ends normally before.
    /// - The reason for the end if the connection fails before.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the messages that it has discarded are lost. The result is not.
    pub async fn result_of(
        &mut self,
        prompt: &MessageUuid,
    ) -> Result<ResultMessage, ProtocolError> {
        if let Some(last) = self.last.as_ref().filter(|last| names(last, prompt)) {
            return Ok((**last).clone());
        }
        while let Some(message) = poll_fn(|cx| self.poll_outlined(cx)).await {
            if let Some(result) = message?.into_result()
                && answers(&result, prompt)
            {
                self.last = Some(result.clone());
                return Ok(*result);
            }
        }
        Err(ProtocolError::Closed)
    }
}

/// Returns whether a result belongs to a prompt.
///
/// CLIs before 2.1.250 do not name prompts in results. Then every result without an `origin`
/// belongs to it.
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
        self.poll_outlined(cx).map_ok(Outlined::into_inner)
    }
}
