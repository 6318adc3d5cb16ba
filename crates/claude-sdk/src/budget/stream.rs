//! Budget stream: how a stream of messages ends when the budget is used up. Costs one branch
//! without a budget.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use claude_protocol::ProtocolError;
use claude_types::{Message, ResultMessage};

use super::BudgetState;
use crate::error::{Error, Result};

type Over = Pin<Box<dyn Future<Output = ()> + Send + Sync>>;

/// What stands between a stream of the protocol and the user.
#[derive(Default)]
pub(crate) struct BudgetStream {
    state: Option<Arc<BudgetState>>,
    over: Option<Over>,
    /// A result came.
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
                    // The gate is held here, too: it cannot be gone.
                    std::future::pending::<()>().await;
                }
            })
        });
        Self { state, over, ..Self::default() }
    }

    /// Turns the next item of the stream into what the user gets.
    pub(crate) fn next(
        &mut self,
        cx: &mut Context<'_>,
        item: Poll<Option<Result<Message, ProtocolError>>>,
    ) -> Poll<Option<Result<Message>>> {
        let Some(state) = &self.state else {
            return item.map(|item| item.map(|item| item.map_err(Into::into)));
        };
        if self.ended {
            return Poll::Ready(None);
        }
        let end = match item {
            Poll::Ready(Some(Ok(message))) => {
                if let Message::Result(result) = &message {
                    self.answered = true;
                    self.last = state.check_budget(result);
                }
                return Poll::Ready(Some(Ok(message)));
            }
            Poll::Ready(Some(Err(error))) => Some(self.end(error.into())),
            // Closed by the guard, it ends in order.
            Poll::Ready(None) if self.answered => self.last.take(),
            Poll::Ready(None) => state.admit().err(),
            Poll::Pending if !self.is_over(cx) => return Poll::Pending,
            Poll::Pending => Some(self.end(Error::ended_without_result())),
        };
        self.ended = true;
        Poll::Ready(end.map(Err))
    }

    /// Waits for a result as long as it makes sense.
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

    /// The result, unless it failed since the budget is used up.
    pub(crate) fn check_budget(&self, result: ResultMessage) -> Result<ResultMessage> {
        let error = self.state.as_ref().and_then(|state| state.check_budget(&result));
        error.map_or(Ok(result), Err)
    }

    /// The error that a stream ends with: the budget, if it is used up.
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
            // It stays over, and what is done must not be polled again.
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
