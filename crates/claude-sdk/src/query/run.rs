//! Query: a stream of the messages of a run, with methods that control the run.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::{InterruptOutcome, PromptPhase, ProtocolError, StallWatch, Subscription};
use claude_types::{Message, ModelName, Outlined, PermissionMode, ResultMessage, SessionId};
use futures_core::Stream;

use super::prompt_stream::Feeder;
use crate::boxed::boxed;
use crate::budget::BudgetStream;
use crate::conversation::LastAnswer;
use crate::error::{Error, Result, RunFacts};
use crate::session::{Client, StateWatch, Tasks};
use crate::turn::TurnHandle;
use crate::usage::{Ledger, StartTimings};

/// A running query: a stream of messages, and methods that control the run.
///
/// The stream ends when the CLI exits. That is after the result and, if there are background
/// agents, after the last of them has finished. A CLI that stays although nothing runs any more is
/// ended after the first step of a close, 7 s by default ([`Deadlines::close`]). Dropping a `Query` ends the CLI.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Message, Options, query};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let mut run = query("What is new in this repository?", Options::default()).await?;
/// while let Some(message) = run.next().await {
///     if let Message::Result(result) = message? {
///         println!("{} ({} turns)", result.text(), result.num_turns.unwrap_or(0));
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// [`Deadlines::close`]: crate::limits::Deadlines::close
#[derive(Debug)]
#[must_use = "a query does nothing unless it is read"]
pub struct Query {
    messages: Subscription,
    asked: Asked,
    client: Client,
    budget: BudgetStream,
    answer: LastAnswer,
    /// The whole last answer, if the last result does not contain it.
    whole: Option<String>,
}

/// What the query sends: one prompt, or a stream of prompts.
#[derive(Debug)]
pub(super) enum Asked {
    One(TurnHandle),
    /// Held so that dropping the query stops sending prompts.
    #[expect(dead_code, reason = "stops sending when it is dropped")]
    Many(Feeder),
}

impl Asked {
    /// Returns the error of a run that has ended without a result.
    fn without_result(&self) -> Error {
        match self {
            Self::One(prompt) if prompt.progress().phase == PromptPhase::AlreadyDelivered => {
                ProtocolError::AlreadyDelivered.into()
            }
            _ => Error::ended_without_result(),
        }
    }
}

impl Query {
    pub(super) fn new(
        messages: Subscription,
        asked: Asked,
        client: Client,
        budget: BudgetStream,
    ) -> Self {
        Self { messages, asked, client, budget, answer: LastAnswer::default(), whole: None }
    }

    /// Returns the session, for all requests that a [`Client`] can send.
    ///
    /// A clone keeps the session open after the query is dropped. Without callbacks, in-process MCP
    /// servers and a budget, stdin of the CLI is closed right after the prompt, and requests fail
    /// with [`CloseReason::InputEnded`](crate::error::CloseReason::InputEnded). Otherwise stdin is
    /// closed when the run is over.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns the next message, or `None` after the last one. An error is the last item.
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
            let item = self.messages.poll_outlined(cx);
            let Some(mut item) = ready!(self.budget.next(cx, item)) else {
                return Poll::Ready(None);
            };
            let mut own = None;
            match item.as_deref_mut() {
                Ok(Message::Result(result)) => own = self.answer.complete(result),
                Ok(message) => self.answer.observe(message),
                Err(_) => {}
            }
            if let Some(mut item) = self.client.plugins().filter(item) {
                // Plugins see the whole answer. Streams deliver what the CLI wrote.
                if let (Some(own), Ok(Message::Result(result))) = (own, item.as_deref_mut()) {
                    self.whole = std::mem::replace(&mut result.result, own);
                }
                return Poll::Ready(Some(item));
            }
        }
    }

    /// Waits for the final text, then closes the session.
    ///
    /// Returns once the CLI has exited, or 500 ms after the result: a CLI that stays is ended in the
    /// background.
    ///
    /// Background agents that are still running are ended; use [`Query::run_to_end`] to wait for
    /// them. For a stream of prompts, this waits until the session has ended, and returns the text
    /// of the last result.
    ///
    /// # Errors
    ///
    /// - [`Error::Auth`], [`Error::Limit`], [`Error::Api`] or [`Error::Run`] if the run failed.
    ///   They contain the result.
    /// - [`Error::Budget`] if the budget is used up.
    /// - [`Error::Exited`], [`Error::Timeout`] or [`Error::Closed`] if the session ends before the
    ///   result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub fn text(self) -> impl Future<Output = Result<String>> + Send {
        boxed(self.collect_text())
    }

    pub(super) async fn collect_text(mut self) -> Result<String> {
        let mut facts = RunFacts::default();
        let mut last = None;
        while let Some(message) = poll_fn(|cx| self.poll_outlined(cx)).await {
            let message = message?;
            facts.observe(&message);
            if let Some(result) = message.into_result() {
                let result = self.with_whole_answer(*result);
                let answers = self.is_answer(&result);
                if answers || self.handle().is_none() {
                    last = Some(result);
                }
                if answers {
                    self.close().await;
                    break;
                }
            }
        }
        let last = last.ok_or_else(|| self.asked.without_result());
        let text = last.and_then(|last| facts.text(self.budget.check_budget(last)?));
        self.client.plugins().report(text)
    }

    /// Waits for the result message, then closes the session.
    ///
    /// A run that failed also returns `Ok`: check [`ResultMessage::is_failure`]. Background agents
    /// that are still running are ended; use [`Query::run_to_end`] to wait for them. For a stream
    /// of prompts, this is the same as [`Query::run_to_end`].
    ///
    /// # Errors
    ///
    /// - [`Error::Budget`] if the run failed because the budget is used up.
    /// - [`Error::Exited`], [`Error::Timeout`] or [`Error::Closed`] if the session ends before the
    ///   result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub fn result(self) -> impl Future<Output = Result<ResultMessage>> + Send {
        boxed(self.collect_result())
    }

    pub(super) async fn collect_result(mut self) -> Result<ResultMessage> {
        if self.handle().is_none() {
            return self.collect_to_end().await;
        }
        let Self { messages, asked, budget, answer, .. } = &mut self;
        messages.skip_deltas();
        let result = async {
            let Asked::One(prompt) = &*asked else { return Err(Error::ended_without_result()) };
            while let Some(message) = poll_fn(|cx| messages.poll_outlined(cx)).await {
                let message = message.map_err(|error| match error {
                    // Only this query can close its connection, so `Closed` means that the CLI
                    // exited without a result.
                    ProtocolError::Closed => asked.without_result(),
                    error => error.into(),
                })?;
                answer.observe(&message);
                if let Some(mut result) = message.into_result() {
                    answer.complete(&mut result);
                    if claude_protocol::answers(&result, prompt.uuid()) {
                        return Ok(*result);
                    }
                }
            }
            Err(asked.without_result())
        };
        let result = budget.result(result).await;
        let result = self.client.plugins().result(result)?;
        self.close().await;
        Ok(result)
    }

    /// Waits until the CLI has exited, after all background agents have finished. Returns the last
    /// result.
    ///
    /// # Errors
    ///
    /// - [`Error::Closed`] if the session ends without a result.
    /// - [`Error::Budget`] if the budget is used up.
    /// - [`Error::Exited`] or [`Error::Timeout`] if the session fails.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub fn run_to_end(self) -> impl Future<Output = Result<ResultMessage>> + Send {
        boxed(self.collect_to_end())
    }

    async fn collect_to_end(mut self) -> Result<ResultMessage> {
        let mut last = None;
        while let Some(message) = poll_fn(|cx| self.poll_outlined(cx)).await {
            if let Some(result) = message?.into_result() {
                last = Some(self.with_whole_answer(*result));
            }
        }
        self.client.plugins().report(last.ok_or_else(|| self.asked.without_result()))
    }

    /// Interrupts the run and returns the outcome, as [`Client::interrupt`] does.
    ///
    /// # Errors
    ///
    /// The same as [`Client::interrupt`]. In addition, [`Error::Closed`] with
    /// [`CloseReason::InputEnded`](crate::error::CloseReason::InputEnded) if stdin is already
    /// closed, see [`Query::client`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the interrupt.
    pub async fn interrupt(&self) -> Result<InterruptOutcome> {
        self.client.interrupt().await
    }

    /// Changes the model for the following turns. `None` selects the default model.
    ///
    /// Returns the full name of the model if the CLI reports it.
    ///
    /// # Errors
    ///
    /// The same as [`Client::set_model`]. In addition, [`Error::Closed`] with
    /// [`CloseReason::InputEnded`](crate::error::CloseReason::InputEnded) if stdin is already
    /// closed, see [`Query::client`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_model(&self, model: impl Into<Option<&str>>) -> Result<Option<ModelName>> {
        self.client.set_model(model).await
    }

    /// Changes the permission mode, and returns the mode in effect.
    ///
    /// # Errors
    ///
    /// The same as [`Client::set_permission_mode`]. In addition, [`Error::Closed`] with
    /// [`CloseReason::InputEnded`](crate::error::CloseReason::InputEnded) if stdin is already
    /// closed, see [`Query::client`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<PermissionMode> {
        self.client.set_permission_mode(mode).await
    }

    /// Returns what the session has consumed until now.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        self.client.ledger()
    }

    /// Returns how long the steps of the start took.
    #[must_use]
    pub fn start_timings(&self) -> StartTimings {
        self.client.start_timings()
    }

    /// Returns the ID of the session, see [`Client::session_id`].
    ///
    /// If the session continues an earlier one whose ID only the CLI knows, this is `None` until
    /// the CLI has sent `system/init`.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.client.session_id()
    }

    /// Returns a handle to the prompt, which reports its progress and can steer or cancel it.
    ///
    /// `None` for a stream of prompts.
    #[must_use]
    pub fn handle(&self) -> Option<&TurnHandle> {
        match &self.asked {
            Asked::One(prompt) => Some(prompt),
            Asked::Many(_) => None,
        }
    }

    /// Returns whether a result answers the prompt. For a stream of prompts, none does: its run
    /// ends with the session.
    pub(crate) fn is_answer(&self, result: &ResultMessage) -> bool {
        self.handle().is_some_and(|prompt| claude_protocol::answers(result, prompt.uuid()))
    }

    /// Returns the result that was just read, with the whole last answer.
    fn with_whole_answer(&mut self, mut result: ResultMessage) -> ResultMessage {
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
        self.client.plugins().report(result.and_then(|result| facts.success(result)))
    }

    /// Closes the session, which gives the CLI time to write its session file.
    async fn close(&self) {
        self.client.clone().close_behind_answer().await;
    }
}

/// # Status
impl Query {
    /// Returns a watch on what the session is doing.
    #[must_use]
    pub fn state(&self) -> StateWatch {
        self.client.state()
    }

    /// Returns the tasks of the session: subagents, workflows and shells.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        self.client.tasks()
    }

    /// Returns a watch that reports stalls from now on: a CLI that is silent longer than the
    /// deadline of its current state. See [`Options::on_stall`](crate::Options::on_stall).
    #[must_use]
    pub fn stalls(&self) -> StallWatch {
        self.client.stalls()
    }
}

impl Stream for Query {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_outlined(cx).map_ok(Outlined::into_inner)
    }
}
