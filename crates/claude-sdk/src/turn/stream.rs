//! Turn: a stream of the messages of one prompt.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::Progress;
use claude_types::{Message, MessageUuid, ResultMessage};
use futures_core::Stream;

use super::{SteerOutcome, TurnHandle};
use crate::budget::BudgetStream;
use crate::error::{Error, Result, RunFacts};
use crate::plugin::Plugins;
use crate::prompt::Prompt;

/// The messages of one prompt, up to and with its result.
///
/// Dropping it drops its messages, not the work: the CLI goes on with the turn. A `Turn` keeps
/// the session alive.
#[derive(Debug)]
#[must_use = "a turn does nothing unless it is read"]
pub struct Turn {
    inner: claude_protocol::Turn,
    plugins: Plugins,
    budget: BudgetStream,
}

impl Turn {
    pub(crate) fn new(inner: claude_protocol::Turn, plugins: Plugins) -> Self {
        Self { inner, plugins, budget: BudgetStream::default() }
    }

    /// Tells when the budget is used up.
    pub(crate) fn with_budget(self, budget: BudgetStream) -> Self {
        Self { budget, ..self }
    }

    /// The id of the prompt, which the CLI names in its result and on disk.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        self.inner.uuid()
    }

    /// A handle to the prompt, to watch it and to talk to it while the turn is read.
    #[must_use]
    pub fn handle(&self) -> TurnHandle {
        let (inner, plugins) = (self.inner.handle().clone(), self.plugins.clone());
        TurnHandle::new(inner, plugins, self.budget.state())
    }

    /// How far the prompt has come, when what happened, and with whom it shares its result: the
    /// CLI merges prompts that wait together, and folds a prompt into the turn that runs.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.inner.handle().progress()
    }

    /// Sends a message to this turn while it runs. See [`TurnHandle::steer`].
    ///
    /// # Errors
    ///
    /// As there.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the message back, once it is sent.
    pub async fn steer(&self, message: impl Into<Prompt>) -> Result<SteerOutcome> {
        self.handle().steer(message).await
    }

    /// The next message; `None` after the result. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Waits for the result. A failed run is a result, too.
    ///
    /// # Errors
    ///
    /// The session broke or was closed before, the prompt was cancelled, or the budget is used up.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the turn's messages; the work goes on.
    pub async fn result(self) -> Result<ResultMessage> {
        let Self { inner, plugins, mut budget } = self;
        plugins.result(budget.result(async { Ok(inner.result().await?) }).await)
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
        let mut facts = RunFacts::default();
        while let Some(message) = self.next().await {
            let message = message?;
            facts.observe(&message);
            if let Message::Result(result) = message {
                let checked = self.budget.check_budget(*result);
                return self.plugins.report(checked.and_then(|result| facts.text(result)));
            }
        }
        self.plugins.report(Err(Error::ended_without_result()))
    }

    /// The result, unless it failed since the budget is used up.
    #[cfg(feature = "json")]
    pub(crate) fn check_budget(&self, result: ResultMessage) -> Result<ResultMessage> {
        self.budget.check_budget(result)
    }
}

impl Stream for Turn {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let item = Pin::new(&mut self.inner).poll_next(cx);
            let Some(item) = ready!(self.budget.next(cx, item)) else {
                return Poll::Ready(None);
            };
            if let Some(item) = self.plugins.filter(item) {
                return Poll::Ready(Some(item));
            }
        }
    }
}
