//! Turn: a stream of the messages of one prompt.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::{Progress, ProtocolError};
use claude_types::{Message, MessageUuid, Outlined, ResultMessage};
use futures_core::Stream;

use super::{SteerOutcome, TurnHandle};
use crate::boxed::boxed;
use crate::budget::BudgetStream;
use crate::conversation::LastAnswer;
use crate::error::{Error, Result, RunFacts};
use crate::plugin::Plugins;
use crate::prompt::Prompt;

/// A stream of the messages of one prompt. The last message is the result.
///
/// Dropping a `Turn` discards its unread messages. It does not stop the turn: the model and its
/// tools continue. Call [`Client::interrupt`](crate::Client::interrupt) to stop it. A `Turn` keeps
/// the session open.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::Message;
///
/// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
/// let mut turn = client.send("Which files are here?").await?;
/// while let Some(message) = turn.next().await {
///     if let Message::Assistant(reply) = message? {
///         print!("{}", reply.text());
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "a turn does nothing unless it is read"]
pub struct Turn {
    inner: claude_protocol::Turn,
    plugins: Plugins,
    budget: BudgetStream,
    answer: LastAnswer,
    /// The whole last answer, if the last result does not contain it.
    whole: Option<String>,
}

impl Turn {
    pub(crate) fn new(inner: claude_protocol::Turn, plugins: Plugins) -> Self {
        Self {
            inner,
            plugins,
            budget: BudgetStream::default(),
            answer: LastAnswer::default(),
            whole: None,
        }
    }

    /// Makes the turn end with an error when the budget is used up.
    pub(crate) fn with_budget(self, budget: BudgetStream) -> Self {
        Self { budget, ..self }
    }

    /// Returns the ID of the prompt. The CLI names it in the result and in its session file.
    #[must_use]
    pub fn uuid(&self) -> &MessageUuid {
        self.inner.uuid()
    }

    /// Returns a handle to the prompt, which reports its progress and can steer or cancel it while
    /// the turn is read.
    #[must_use]
    pub fn handle(&self) -> TurnHandle {
        let (inner, plugins) = (self.inner.handle().clone(), self.plugins.clone());
        TurnHandle::new(inner, plugins, self.budget.state())
    }

    /// Returns the progress of the prompt: its phase, its timings, and the prompts that share its
    /// result.
    ///
    /// The CLI merges prompts that are queued together, and may merge a prompt into the turn that
    /// is already running.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.inner.handle().progress()
    }

    /// Sends a message to this turn while it runs. See [`TurnHandle::steer`].
    ///
    /// # Errors
    ///
    /// The same as [`TurnHandle::steer`].
    ///
    /// # Cancel safety
    ///
    /// Once the message is sent, dropping the future does not withdraw it.
    pub async fn steer(&self, message: impl Into<Prompt>) -> Result<SteerOutcome> {
        self.handle().steer(message).await
    }

    /// Returns the next message, or `None` after the result. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no items.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Polls for the next message. The caller drops it by a call into `claude-types`.
    pub(crate) fn poll_outlined(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Outlined<Message>>>> {
        loop {
            let item = self.inner.poll_outlined(cx);
            let Some(mut item) = ready!(self.budget.next(cx, item)) else {
                return Poll::Ready(None);
            };
            let mut own = None;
            match item.as_deref_mut() {
                Ok(Message::Result(result)) => own = self.answer.complete(result),
                Ok(message) => self.answer.observe(message),
                Err(_) => {}
            }
            if let Some(mut item) = self.plugins.filter(item) {
                // Plugins see the whole answer. Streams deliver what the CLI wrote.
                if let (Some(own), Ok(Message::Result(result))) = (own, item.as_deref_mut()) {
                    self.whole = std::mem::replace(&mut result.result, own);
                }
                return Poll::Ready(Some(item));
            }
        }
    }

    /// Waits for the result message.
    ///
    /// A run that failed also returns `Ok`: check [`ResultMessage::is_failure`].
    ///
    /// # Errors
    ///
    /// - [`Error::Closed`] if the session was closed or the prompt was cancelled before the result.
    /// - [`Error::Budget`] if the run failed because the budget is used up.
    /// - [`Error::Exited`] or [`Error::Timeout`] if the session fails.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future discards the messages of the turn. It does not stop the turn.
    pub fn result(self) -> impl Future<Output = Result<ResultMessage>> + Send {
        boxed(async {
            let Self { mut inner, plugins, mut budget, mut answer, .. } = self;
            inner.skip_deltas();
            let result = async {
                while let Some(message) = poll_fn(|cx| inner.poll_outlined(cx)).await {
                    let message = message?;
                    answer.observe(&message);
                    if let Some(mut result) = message.into_result() {
                        answer.complete(&mut result);
                        return Ok(*result);
                    }
                }
                Err(ProtocolError::Closed.into())
            };
            plugins.result(budget.result(result).await)
        })
    }

    /// Waits for the final text.
    ///
    /// # Errors
    ///
    /// - [`Error::Auth`], [`Error::Limit`], [`Error::Api`] or [`Error::Run`] if the run failed.
    ///   They contain the result.
    /// - The errors of [`Turn::result`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future discards the messages of the turn. It does not stop the turn.
    pub fn text(self) -> impl Future<Output = Result<String>> + Send {
        boxed(self.collect_text())
    }

    async fn collect_text(mut self) -> Result<String> {
        let mut facts = RunFacts::default();
        while let Some(message) = poll_fn(|cx| self.poll_outlined(cx)).await {
            let message = message?;
            facts.observe(&message);
            if let Some(result) = message.into_result() {
                let result = self.with_whole_answer(*result);
                let checked = self.budget.check_budget(result);
                return self.plugins.report(checked.and_then(|result| facts.text(result)));
            }
        }
        self.plugins.report(Err(Error::ended_without_result()))
    }

    /// Returns the result that was just read, with the whole last answer.
    pub(crate) fn with_whole_answer(&mut self, mut result: ResultMessage) -> ResultMessage {
        if let Some(whole) = self.whole.take() {
            result.result = Some(whole);
        }
        result
    }

    /// Returns the result that was just read, with the whole last answer, or the error of a failed run.
    #[cfg(feature = "tower")]
    pub(crate) fn settle(
        &mut self,
        facts: RunFacts,
        result: ResultMessage,
    ) -> Result<ResultMessage> {
        let result = self.with_whole_answer(result);
        let result = self.budget.check_budget(result);
        self.report(result.and_then(|result| facts.success(result)))
    }

    /// Tells the plugins of an error.
    #[cfg(feature = "tower")]
    pub(crate) fn report<T>(&self, outcome: Result<T>) -> Result<T> {
        self.plugins.report(outcome)
    }

    /// Returns the result, or an error if it failed because the budget is used up.
    #[cfg(feature = "json")]
    pub(crate) fn check_budget(&self, result: ResultMessage) -> Result<ResultMessage> {
        self.budget.check_budget(result)
    }
}

impl Stream for Turn {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_outlined(cx).map_ok(Outlined::into_inner)
    }
}
