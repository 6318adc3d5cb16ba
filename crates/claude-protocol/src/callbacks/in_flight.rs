//! Requests in flight: control requests of the CLI whose callback is running.
//!
//! - Each callback runs in a task (`workers.rs`), concurrently with the session. A panic stays in
//!   that task.
//! - A deadline holds even if the callback blocks its thread, because the reply is sent from here.
//! - A request gets at most one reply: its entry is removed before the reply is sent.
//! - A withdrawn request gets no reply. A request that is repeated while its callback runs is
//!   ignored.
//!
//! A callback may also leave the reply to another party. Then this connection sends none. The
//! request is remembered until the CLI withdraws it, or until [`EXTERNAL`] later ones push it out:
//! so its cancel signal still works, and a repeated request does not call the callback again.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use claude_types::RequestId;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::completions::CompletionQueue;
use super::failure::{RequestKind, failed};
use super::reply::Reply;
use super::workers::{Worker, WorkerPool};
use crate::connection::{CallbackError, CallbackFuture, CancelSignal};
use crate::trace::warning;

/// What makes the future of a callback. A trait object, so that starting one is compiled once.
pub(crate) type StartCallback = Box<dyn FnOnce() -> CallbackFuture<Option<Reply>> + Send>;

#[derive(Debug)]
struct Running {
    kind: RequestKind,
    /// Distinguishes it from an earlier request with the same ID.
    number: u64,
    worker: Worker,
    cancel_signal: CancelSignal,
    due: Option<(Instant, Duration)>,
}

/// The outcome of a callback.
#[derive(Debug)]
enum Outcome {
    Reply(Reply),
    /// Another party replies.
    External,
    Failed(CallbackError),
    /// The task was dropped before the callback returned.
    Panicked,
}

impl From<Result<Option<Reply>, CallbackError>> for Outcome {
    fn from(answer: Result<Option<Reply>, CallbackError>) -> Self {
        match answer {
            Ok(Some(reply)) => Self::Reply(reply),
            Ok(None) => Self::External,
            Err(error) => Self::Failed(error),
        }
    }
}

#[derive(Debug)]
struct Completion {
    id: RequestId,
    number: u64,
    outcome: Outcome,
}

/// Reports the outcome of a callback when it is dropped, so also if the task panics.
struct CompletionGuard {
    done: Option<Completion>,
    to: Arc<CompletionQueue<Completion>>,
}

impl CompletionGuard {
    fn complete(mut self, outcome: Outcome) {
        if let Some(done) = &mut self.done {
            done.outcome = outcome;
        }
    }
}

impl Drop for CompletionGuard {
    fn drop(&mut self) {
        if let Some(done) = self.done.take() {
            self.to.push(done);
        }
    }
}

/// How many requests that another party answers are remembered.
const EXTERNAL: usize = 1024;

/// Requests that another party answers. The CLI does not report on this connection whether they
/// were answered.
#[derive(Debug, Default)]
struct ExternalAnswers(VecDeque<(RequestId, CancelSignal)>);

impl ExternalAnswers {
    fn has(&self, id: &RequestId) -> bool {
        self.0.iter().any(|(known, _)| known == id)
    }

    fn put(&mut self, id: RequestId, cancel_signal: CancelSignal) {
        if self.0.len() == EXTERNAL {
            self.0.pop_front();
        }
        self.0.push_back((id, cancel_signal));
    }

    fn take(&mut self, id: &RequestId) -> Option<CancelSignal> {
        let at = self.0.iter().position(|(known, _)| known == id)?;
        self.0.remove(at).map(|(_, cancel_signal)| cancel_signal)
    }
}

/// The requests whose callbacks are running.
#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    running: HashMap<RequestId, Running>,
    external: ExternalAnswers,
    started: u64,
    completed: Arc<CompletionQueue<Completion>>,
    workers: WorkerPool,
    /// The parent of all cancel signals, cancelled when the connection ends.
    over: Arc<CancellationToken>,
}

impl Callbacks {
    /// Starts the callback of a request. Does nothing if the request is already being answered,
    /// here or by another party.
    pub(crate) fn start(
        &mut self,
        id: RequestId,
        kind: RequestKind,
        due: Option<(Instant, Duration)>,
        cancel_signal: CancelSignal,
        make: StartCallback,
    ) {
        if self.external.has(&id) {
            return;
        }
        let Entry::Vacant(place) = self.running.entry(id) else {
            return;
        };
        self.started += 1;
        let (id, number) = (place.key().clone(), self.started);
        let done = Some(Completion { id, number, outcome: Outcome::Panicked });
        let guard = CompletionGuard { done, to: Arc::clone(&self.completed) };
        // Call `make` in the task, too: it is user code, and may panic or block.
        let worker = self.workers.spawn(Box::pin(async move {
            let outcome = make().await.into();
            guard.complete(outcome);
        }));
        place.insert(Running { kind, number, worker, cancel_signal, due });
    }

    /// Starts a callback whose request has already been answered. Its output is ignored. It has a
    /// deadline, and is dropped when the connection ends.
    pub(crate) fn start_beside<O: Send + 'static>(
        &mut self,
        within: Duration,
        cancel_signal: CancelSignal,
        make: impl FnOnce() -> CallbackFuture<O> + Send + 'static,
    ) {
        let ended = Arc::clone(&self.over);
        tokio::spawn(async move {
            // Cancels the signal in all cases: done, overdue, or the end of the connection.
            let _fires = cancel_signal.cancel_on_drop();
            let made = async move { make().await };
            let outcome = tokio::select! {
                biased;
                () = ended.cancelled() => return,
                outcome = tokio::time::timeout(within, made) => outcome,
            };
            let why = match outcome {
                Ok(Ok(_)) => return,
                Ok(Err(error)) => error.to_string(),
                Err(elapsed) => elapsed.to_string(),
            };
            warning!(reason = %why, "a background hook failed");
        });
    }

    /// Creates the cancel signal of a new request.
    pub(crate) fn cancel_signal(&self) -> CancelSignal {
        CancelSignal::new(&self.over)
    }

    /// Returns whether a request is being answered, here or by another party.
    pub(crate) fn has(&self, id: &RequestId) -> bool {
        self.running.contains_key(id) || self.external.has(id)
    }

    /// Returns whether a request is being answered here.
    pub(crate) fn answers(&self, id: &RequestId) -> bool {
        self.running.contains_key(id)
    }

    /// Returns whether the CLI is blocked by a request of its own. A call of an MCP server does not
    /// count: it is a running tool, and its silence is limited as that of other tools.
    pub(crate) fn holds_up(&self) -> bool {
        self.running.values().any(|running| !matches!(running.kind, RequestKind::Mcp(_)))
    }

    /// Withdraws a request: drops the future of its callback, and sends no reply.
    pub(crate) fn cancel(&mut self, id: &RequestId) {
        self.stop(id);
        if let Some(cancel_signal) = self.external.take(id) {
            cancel_signal.cancel();
        }
    }

    /// Returns the next callback that is done, with its reply. `None` if another party replies.
    pub(crate) fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<(RequestId, Option<Reply>)> {
        loop {
            let done = ready!(self.completed.poll_take(cx));
            // The request was withdrawn, or its deadline has passed: it must not get a reply now.
            let Entry::Occupied(entry) = self.running.entry(done.id) else {
                continue;
            };
            // The completion is of an earlier request with the same ID.
            if entry.get().number != done.number {
                continue;
            }
            let (id, running) = entry.remove_entry();
            // After a panic, the task of the worker has ended.
            if !matches!(done.outcome, Outcome::Panicked) {
                self.workers.release(running.worker);
            }
            let reply = match done.outcome {
                Outcome::Reply(reply) => reply,
                Outcome::External => {
                    self.external.put(id.clone(), running.cancel_signal);
                    return Poll::Ready((id, None));
                }
                Outcome::Failed(error) => failed(&running.kind, &error.to_string()),
                Outcome::Panicked => failed(&running.kind, "the callback panicked"),
            };
            return Poll::Ready((id, Some(reply)));
        }
    }

    /// Removes a request whose deadline has passed, and returns it with its failure reply.
    pub(crate) fn overdue(&mut self, now: Instant) -> Option<(RequestId, Reply)> {
        let is_due = |running: &Running| running.due.is_some_and(|(due, _)| due <= now);
        let id = self.running.iter().find(|(_, running)| is_due(running))?.0.clone();
        let running = self.stop(&id)?;
        let within = running.due.map(|(_, within)| within).unwrap_or_default();
        let why = format!("the callback did not answer within {within:?}");
        Some((id, failed(&running.kind, &why)))
    }

    /// Removes a request. Its task ends when the worker is dropped; a request with the same ID may
    /// arrive before the task has ended.
    fn stop(&mut self, id: &RequestId) -> Option<Running> {
        let running = self.running.remove(id)?;
        running.cancel_signal.cancel();
        Some(running)
    }

    /// Returns the nearest deadline.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.running.values().filter_map(|running| Some(running.due?.0)).min()
    }

    /// Returns whether a request waits for our reply. One that another party answers does not
    /// count: stdin need not stay open for a reply that is not written there.
    pub(crate) fn is_open(&self) -> bool {
        !self.running.is_empty()
    }
}

impl Drop for Callbacks {
    fn drop(&mut self) {
        self.over.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_external_requests_are_remembered() {
        let (mut external, over) = (ExternalAnswers::default(), Arc::default());
        let id = |number: usize| RequestId::from(number.to_string());
        for number in 0..=EXTERNAL {
            external.put(id(number), CancelSignal::new(&over));
        }
        assert!(!external.has(&id(0)) && external.has(&id(1)) && external.has(&id(EXTERNAL)));
        assert!(external.take(&id(1)).is_some() && !external.has(&id(1)));
        assert_eq!(external.0.len(), EXTERNAL - 1);
    }
}
