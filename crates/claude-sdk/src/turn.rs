//! One prompt of a conversation and what comes of it.

use std::pin::Pin;
use std::task::{Context, Poll};

use claude_types::{Message, MessageUuid, ResultMessage};
use futures_core::Stream;

use crate::classify::Facts;
use crate::{Error, Events, Result};

/// The messages of one prompt, up to and with its result.
///
/// Dropping it drops its messages, not the work: the CLI goes on with the turn. A `Turn` keeps
/// the session alive.
#[derive(Debug)]
#[must_use = "a turn does nothing unless it is read"]
pub struct Turn {
    inner: claude_protocol::Turn,
}

impl Turn {
    pub(crate) fn new(inner: claude_protocol::Turn) -> Self {
        Self { inner }
    }

    /// The id of the prompt, which the CLI names in its result and on disk.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        self.inner.uuid()
    }

    /// The next message; `None` after the result. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        let item = self.inner.next().await?;
        Some(item.map_err(Into::into))
    }

    /// Waits for the result. A failed run is a result, too.
    ///
    /// # Errors
    ///
    /// The session broke or was closed before, or the prompt was cancelled.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the turn's messages; the work goes on.
    pub async fn result(self) -> Result<ResultMessage> {
        Ok(self.inner.result().await?)
    }

    /// Waits for the final text.
    ///
    /// # Errors
    ///
    /// As [`Turn::result`], and if the run failed, with its result inside.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the turn's messages; the work goes on.
    pub async fn text(mut self) -> Result<String> {
        let mut facts = Facts::default();
        while let Some(message) = self.next().await {
            let message = message?;
            facts.observe(&message);
            if let Message::Result(result) = message {
                return facts.text(*result);
            }
        }
        Err(Error::ended_without_result())
    }

    /// The turn as events for a screen: pieces and whole messages merged, so that nothing is
    /// doubled.
    pub fn into_events(self) -> Events {
        self.into()
    }
}

impl Stream for Turn {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.inner).poll_next(cx).map(|next| next.map(|item| Ok(item?)))
    }
}
