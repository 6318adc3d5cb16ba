//! Budget stream: how a stream of messages ends when the budget is used up. Without a budget it
//! costs one branch.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use claude_protocol::ProtocolError;
use claude_types::{Message, Outlined, ResultMessage};

use super::BudgetState;
use crate::error::{Error, Result};

type Over = Pin<Box<dyn Future<Output = ()> + Send + Sync>>;

/// The filter between a stream of the protocol and the user.
#[derive(Default)]
pub(crate) struct BudgetStream {
    state: Option<Arc<BudgetState>>,
    over: Option<Over>,
    /// Whether a result has arrived.
    answered: bool,
    /// The last item of the stream.
    last: Option<Error>,
    ended: bool,
}

impl BudgetStream {
    pub(crate) fn new(state: Option<Arc<BudgetState>>) -> Self {
        let over = state.as_ref().map(|state| -> Over {
            let mut over = state.watch();
            Box::pin(async move {
                if over.wait_for(|over| *over).await.is_err() {
                    // The sender cannot be dropped while this stream holds the state, so this line
                    // is not reached.
                    std::future::pending::<()>().await;
                }
            })
        });
        Self { state, over, ..Self::default() }
    }

    /// Converts the next item of the stream to the item that the user gets.
    pub(crate) fn next(
        &mut self,
        cx: &mut Context<'_>,
        item: Poll<Option<Result<Outlined<Message>, ProtocolError>>>,
    ) -> Poll<Option<Result<Outlined<Message>>>> {
        let Some(state) = &self.state else {
            return item.map(|item| item.map(|item| item.map_err(Into::into)));
        };
        if self.ended {
            return Poll::Ready(None);
        }
        let end = match item {
            Poll::Ready(Some(Ok(message))) => {
                if let Message::Result(result) = &*message {
                    self.answered = true;
                    self.last = state.check_budget(result);
                }
                return Poll::Ready(Some(Ok(message)));
            }
            Poll::Ready(Some(Err(error))) => Some(self.end(error.into())),
            // The budget task has closed the session, so the stream ends normally.
            Poll::Ready(None) if self.answered => self.last.take(),
            Poll::Ready(None) => state.admit().err(),
            Poll::Pending if !self.is_over(cx) => return Poll::Pending,
            Poll::Pending => Some(self.end(Error::ended_without_result())),
        };
        self.ended = true;
        Poll::Ready(end.map(Err))
    }

    /// Waits for a result, at most until an interrupt has not stopped the run in time.
    pub(crate) async fn result(
        &mut self,
        result: impl Future<Output = Result<ResultMessage>>,
    ) -> Result<ResultMessage> {
        let mut result = std::pin::pin!(result);
        let outcome = poll_fn(|cx| match result.as_mut().poll(cx) {
            Poll::Pending if self.is_over(cx) => Poll::Ready(Err(Error::ended_without_result())),
            polled => polled,
        });
        match outcome.await {
            Ok(result) => self.check_budget(result),
            Err(error) => Err(self.end(error)),
        }
    }

    pub(crate) fn state(&self) -> Option<Arc<BudgetState>> {
        self.state.clone()
    }

    /// Returns the result, or an error if it failed because the budget is used up.
    pub(crate) fn check_budget(&self, result: ResultMessage) -> Result<ResultMessage> {
        let error = self.state.as_ref().and_then(|state| state.check_budget(&result));
        error.map_or(Ok(result), Err)
    }

    /// Returns the error that a stream ends with: [`Error::Budget`] if the budget is used up.
    fn end(&self, error: Error) -> Error {
        let state = self.state.as_ref();
        state
            .and_then(|state| state.exceeded())
            .map_or(error, |used| Error::over_budget(used, None))
    }

    fn is_over(&mut self, cx: &mut Context<'_>) -> bool {
        let Some(over) = &mut self.over else {
            return false;
        };
        let ready = over.as_mut().poll(cx).is_ready();
        if ready {
            // Replace it: a completed future must not be polled again.
            self.over = Some(Box::pin(std::future::ready(())));
        }
        ready
    }
}

impl std::fmt::Debug for BudgetStream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BudgetStream").field("state", &self.state).finish_non_exhaustive()
    }
}
