//! Query: a stream of the messages of a run, and control over it.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::{InterruptOutcome, ProtocolError, StallWatch, Subscription};
use claude_types::{Message, ModelName, PermissionMode, ResultMessage, SessionId};
use futures_core::Stream;

use super::prompt_stream::Feeder;
use crate::budget::BudgetStream;
use crate::error::{Error, Result, RunFacts};
use crate::session::{Client, StateWatch, Tasks};
use crate::turn::TurnHandle;
use crate::usage::{Ledger, StartTimings};

/// A question that is being answered: a stream of messages, and control over the run.
///
/// The stream ends when the CLI does, which is after the result, and after background agents if
/// there are any. Dropping a `Query` ends the CLI.
#[derive(Debug)]
#[must_use = "a query does nothing unless it is read"]
pub struct Query {
    messages: Subscription,
    asked: Asked,
    client: Client,
    budget: BudgetStream,
}

/// What was asked: one prompt, or a stream of prompts.
#[derive(Debug)]
pub(super) enum Asked {
    One(TurnHandle),
    /// Held so that the prompts end with the query.
    #[expect(dead_code, reason = "ends the feeding when it is dropped")]
    Many(Feeder),
}

impl Query {
    pub(super) fn new(
        messages: Subscription,
        asked: Asked,
        client: Client,
        budget: BudgetStream,
    ) -> Self {
        Self { messages, asked, client, budget }
    }

    /// The session that answers, for everything that can be asked of a [`Client`].
    ///
    /// A clone keeps the session alive when the query is dropped. Without callbacks, MCP servers in
    /// this process and a budget, stdin is closed right behind the prompt, and nothing can be asked
    /// of the CLI any more: [`CloseReason::InputEnded`](crate::error::CloseReason::InputEnded). With any of
    /// them it is closed when the run is over.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The next message; `None` after the end. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Waits for the final text, and for the CLI to end.
    ///
    /// # Errors
    ///
    /// The session broke, or the run failed.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn text(mut self) -> Result<String> {
        let mut facts = RunFacts::default();
        let mut last = None;
        while let Some(message) = self.next().await {
            let message = message?;
            facts.observe(&message);
            if let Message::Result(result) = message {
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
        let last = last.ok_or_else(Error::ended_without_result);
        let text = last.and_then(|last| facts.text(self.budget.check_budget(*last)?));
        self.client.plugins().report(text)
    }

    /// Waits for the result of the question, and for the CLI to end. A failed run is a result.
    ///
    /// Background agents that still live are ended; [`Query::run_to_end`] waits for them.
    ///
    /// # Errors
    ///
    /// The session broke before the result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn result(mut self) -> Result<ResultMessage> {
        if self.handle().is_none() {
            return self.run_to_end().await;
        }
        let Self { messages, asked, budget, .. } = &mut self;
        let result = async {
            let Asked::One(prompt) = asked else { return Err(Error::ended_without_result()) };
            messages.result_of(prompt.uuid()).await.map_err(|error| match error {
                // Nobody else can close it: it ended by itself.
                ProtocolError::Closed => Error::ended_without_result(),
                error => error.into(),
            })
        };
        let result = budget.result(result).await;
        let result = self.client.plugins().result(result)?;
        self.close().await;
        Ok(result)
    }

    /// Waits until nothing runs any more, background agents included. Returns the last result.
    ///
    /// # Errors
    ///
    /// The session broke before the end, or ended without a result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn run_to_end(mut self) -> Result<ResultMessage> {
        let mut last = None;
        while let Some(message) = self.next().await {
            if let Message::Result(result) = message? {
                last = Some(*result);
            }
        }
        self.client.plugins().report(last.ok_or_else(Error::ended_without_result))
    }

    /// Interrupts the run and tells what became of it, in bounded time.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone. After a prompt without callbacks
    /// stdin is closed at once, and nothing can be asked of the CLI any more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the interrupt back.
    pub async fn interrupt(&self) -> Result<InterruptOutcome> {
        self.client.interrupt().await
    }

    /// Changes the model for the turns to come; `None` is the default model. Returns the full name
    /// of the model, if the CLI says so.
    ///
    /// # Errors
    ///
    /// As [`Query::interrupt`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_model(&self, model: impl Into<Option<&str>>) -> Result<Option<ModelName>> {
        self.client.set_model(model).await
    }

    /// Changes the permission mode.
    ///
    /// # Errors
    ///
    /// As [`Query::interrupt`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<()> {
        self.client.set_permission_mode(mode).await
    }

    /// What the session has consumed until now.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        self.client.ledger()
    }

    /// How long the session took to start.
    #[must_use]
    pub fn start_timings(&self) -> StartTimings {
        self.client.start_timings()
    }

    /// The id of the session. `None` if it continues one, until its first message tells.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.client.session_id()
    }

    /// A handle to the prompt: how far it is, and what else to say to it. `None` for a stream of
    /// prompts.
    #[must_use]
    pub fn handle(&self) -> Option<&TurnHandle> {
        match &self.asked {
            Asked::One(prompt) => Some(prompt),
            Asked::Many(_) => None,
        }
    }

    /// Tells whether a result answers the question. That of many prompts ends with the session.
    fn is_answer(&self, result: &ResultMessage) -> bool {
        self.handle().is_some_and(|prompt| claude_protocol::answers(result, prompt.uuid()))
    }

    /// Lets the CLI finish: it writes the last lines of the session to disk. How it ends does
    /// not change the result that is in hand.
    async fn close(&self) {
        let _ = self.client.close().await;
    }
}

/// # Status
impl Query {
    /// Watches what the session is doing.
    #[must_use]
    pub fn state(&self) -> StateWatch {
        self.client.state()
    }

    /// The tasks of the session: subagents, workflows, shells.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        self.client.tasks()
    }

    /// Tells when the CLI is silent for too long, from now on; see
    /// [`Options::on_stall`](crate::Options::on_stall).
    #[must_use]
    pub fn stalls(&self) -> StallWatch {
        self.client.stalls()
    }
}

impl Stream for Query {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let item = Pin::new(&mut self.messages).poll_next(cx);
            let Some(item) = ready!(self.budget.next(cx, item)) else {
                return Poll::Ready(None);
            };
            if let Ok(message) = &item {
                self.client.session_mut().observe(message);
            }
            if let Some(item) = self.client.plugins().filter(item) {
                return Poll::Ready(Some(item));
            }
        }
    }
}
