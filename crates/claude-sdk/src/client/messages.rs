//! Message streams of a whole session: all messages, or the unsolicited ones.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::Subscription;
use claude_types::{Message, MessageOrigin};
use futures_core::Stream;

use crate::error::Result;
use crate::plugin::Plugins;
use crate::session::Client;

/// Messages of a session from some moment on. Does not keep the session alive.
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

    /// The next message; `None` after the end of the session. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for Messages {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(item) = ready!(Pin::new(&mut self.subscription).poll_next(cx)) {
            if let Some(item) = self.plugins.message(item.map_err(Into::into)) {
                return Poll::Ready(Some(item));
            }
        }
        Poll::Ready(None)
    }
}

/// A message that no prompt caused, for instance in a turn that a finished background agent began.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unsolicited {
    /// The message.
    pub message: Message,
}

impl Unsolicited {
    /// What caused it, if the message tells: the CLI says it in results and in user messages.
    #[must_use]
    pub fn origin(&self) -> Option<&MessageOrigin> {
        match &self.message {
            Message::Result(result) => result.origin.as_ref(),
            Message::User(user) => user.origin.as_ref(),
            _ => None,
        }
    }
}

/// Messages that no prompt caused. Does not keep the session alive.
#[derive(Debug)]
#[must_use = "messages are only read by polling"]
pub struct UnsolicitedMessages {
    messages: Messages,
}

impl UnsolicitedMessages {
    pub(crate) fn new(subscription: Subscription, plugins: &Plugins) -> Self {
        Self { messages: Messages::new(subscription, plugins) }
    }

    /// The next message; `None` after the end of the session. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
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
    /// Every message from now on, whatever turn it belongs to. Each call is a stream of its own.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn messages(&self) -> Result<Messages> {
        Ok(Messages::new(self.connection().subscribe()?, self.plugins()))
    }

    /// Messages that no prompt caused, such as those of background agents; from now on, and
    /// the last ones before if this is the first call.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn unsolicited(&self) -> Result<UnsolicitedMessages> {
        Ok(UnsolicitedMessages::new(self.connection().unsolicited()?, self.plugins()))
    }
}
