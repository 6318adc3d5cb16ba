//! Message streams of a whole session: all messages, or the unsolicited ones.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::Subscription;
use claude_types::{Message, MessageOrigin, Outlined};
use futures_core::Stream;

#[cfg(doc)]
use crate::error::Error;
use crate::error::Result;
use crate::plugin::Plugins;
use crate::session::Client;

/// A stream of all messages of a session, from the call of [`Client::messages`] on.
///
/// It does not keep the session open. Messages that are not read are buffered up to
/// [`Limits::hard`](crate::limits::Limits::hard) (64 MiB by default); beyond that,
/// [`Limits::overflow`](crate::limits::Limits::overflow) applies.
#[derive(Debug)]
#[must_use = "messages are only read by polling"]
pub struct Messages {
    subscription: Subscription,
    plugins: Plugins,
}

impl Messages {
    pub(crate) fn new(subscription: Subscription, plugins: &Plugins) -> Self {
        Self { subscription, plugins: plugins.clone() }
    }

    /// Returns the next message, or `None` after the end of the session. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no items.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for Messages {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(item) = ready!(self.subscription.poll_outlined(cx)) {
            if let Some(item) = self.plugins.message(item.map_err(Into::into)) {
                return Poll::Ready(Some(item.map(Outlined::into_inner)));
            }
        }
        Poll::Ready(None)
    }
}

/// A message that does not belong to any prompt, for example in a turn that a finished background
/// agent started.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unsolicited {
    /// The message.
    pub message: Message,
}

impl Unsolicited {
    /// Returns the origin of the message, if the CLI reports it. It does in results and in user
    /// messages.
    #[must_use]
    pub fn origin(&self) -> Option<&MessageOrigin> {
        match &self.message {
            Message::Result(result) => result.origin.as_ref(),
            Message::User(user) => user.origin.as_ref(),
            _ => None,
        }
    }
}

/// A stream of the messages that do not belong to any prompt. It does not keep the session open.
#[derive(Debug)]
#[must_use = "messages are only read by polling"]
pub struct UnsolicitedMessages {
    messages: Messages,
}

impl UnsolicitedMessages {
    pub(crate) fn new(subscription: Subscription, plugins: &Plugins) -> Self {
        Self { messages: Messages::new(subscription, plugins) }
    }

    /// Returns the next message, or `None` after the end of the session. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no items.
    pub async fn next(&mut self) -> Option<Result<Unsolicited>> {
        let item = self.messages.next().await?;
        Some(item.map(|message| Unsolicited { message }))
    }
}

impl Stream for UnsolicitedMessages {
    type Item = Result<Unsolicited>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let wrap = |item: Result<Message>| item.map(|message| Unsolicited { message });
        Pin::new(&mut self.messages).poll_next(cx).map(|next| next.map(wrap))
    }
}

/// # Messages
impl Client {
    /// Subscribes to all messages from now on, whatever turn they belong to. Each call returns a
    /// stream of its own.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`] or [`Error::Exited`] if the session is over.
    pub fn messages(&self) -> Result<Messages> {
        Ok(Messages::new(self.connection().subscribe()?, self.plugins()))
    }

    /// Subscribes to messages that do not belong to any prompt, such as those of a background
    /// agent.
    ///
    /// The first call also receives what was buffered until then: the last 256 messages, but not
    /// more than 192 KiB ([`Limits::soft`](crate::limits::Limits::soft)).
    ///
    /// # Errors
    ///
    /// [`Error::Closed`] or [`Error::Exited`] if the session is over.
    pub fn unsolicited(&self) -> Result<UnsolicitedMessages> {
        Ok(UnsolicitedMessages::new(self.connection().unsolicited()?, self.plugins()))
    }
}
