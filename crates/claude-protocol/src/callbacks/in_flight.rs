//! Questions of the CLI that are being answered.
//!
//! Each runs in a task (`hands.rs`): concurrent, isolated when it panics, with a deadline that holds
//! even if the task blocks, since the answer leaves from here. A question is answered at most once:
//! its entry is removed before the answer goes out. One that is taken back is not answered, and one
//! that is asked again while it runs joins what runs.
//!
//! A question may also be left to somebody else, who answers it past this connection. Nothing is
//! written for it then; it is remembered until it is taken back (or too many came after it), so that
//! whoever answers hears of that, and so that it is not asked twice.

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

#[derive(Debug)]
struct Running {
    kind: RequestKind,
    /// Tells it from an earlier question with the same id.
    number: u64,
    worker: Worker,
    cancel_signal: CancelSignal,
    due: Option<(Instant, Duration)>,
}

/// What came of a callback.
#[derive(Debug)]
enum Outcome {
    Reply(Reply),
    /// Somebody else answers.
    External,
    Failed(CallbackError),
    /// The task is gone without a word.
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

/// Tells what came of a callback, even if its task is dropped or panics.
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

/// How many questions that somebody else answers are remembered.
const EXTERNAL: usize = 1024;

/// Questions that were left to somebody else. Whether they were answered is not told on this
/// connection.
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

/// The questions that are being answered.
#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    running: HashMap<RequestId, Running>,
    external: ExternalAnswers,
    started: u64,
    completed: Arc<CompletionQueue<Completion>>,
    workers: WorkerPool,
    /// Cancelled with the connection: all that was handed to others.
    over: Arc<CancellationToken>,
}

impl Callbacks {
    /// Starts to answer a question, unless it is being answered already, here or elsewhere.
    pub(crate) fn start(
        &mut self,
        id: RequestId,
        kind: RequestKind,
        due: Option<(Instant, Duration)>,
        cancel_signal: CancelSignal,
        make: impl FnOnce() -> CallbackFuture<Option<Reply>> + Send + 'static,
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
        // What makes the future is user code, too: it may panic or block.
        let worker = self.workers.spawn(Box::pin(async move {
            let outcome = make().await.into();
            guard.complete(outcome);
        }));
        place.insert(Running { kind, number, worker, cancel_signal, due });
    }

    /// Runs what was answered already: with its deadline, safe from its panics, and dropped with the
    /// connection. What comes of it is nobody's.
    pub(crate) fn start_beside<O: Send + 'static>(
        &mut self,
        within: Duration,
        cancel_signal: CancelSignal,
        make: impl FnOnce() -> CallbackFuture<O> + Send + 'static,
    ) {
        let ended = Arc::clone(&self.over);
        tokio::spawn(async move {
            // Done, overdue, or the end of the connection.
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
            warning!(reason = %why, "a hook in the background failed");
        });
    }

    /// The sign for a question that is about to be answered.
    pub(crate) fn cancel_signal(&self) -> CancelSignal {
        CancelSignal::new(&self.over)
    }

    /// Tells whether a question is being answered, here or elsewhere.
    pub(crate) fn has(&self, id: &RequestId) -> bool {
        self.running.contains_key(id) || self.external.has(id)
    }

    /// Tells whether a question is being answered here.
    pub(crate) fn answers(&self, id: &RequestId) -> bool {
        self.running.contains_key(id)
    }

    /// Tells whether the CLI waits for an answer of ours. A call of an MCP server is a tool at work,
    /// and none.
    pub(crate) fn holds_up(&self) -> bool {
        self.running.values().any(|running| !matches!(running.kind, RequestKind::Mcp(_)))
    }

    /// The CLI takes a question back: its future is dropped and nothing is answered.
    pub(crate) fn cancel(&mut self, id: &RequestId) {
        self.stop(id);
        if let Some(cancel_signal) = self.external.take(id) {
            cancel_signal.cancel();
        }
    }

    /// The next callback that is done, with its answer; `None` if somebody else answers.
    pub(crate) fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<(RequestId, Option<Reply>)> {
        loop {
            let done = ready!(self.completed.poll_take(cx));
            // Taken back or overdue: answered already, or not to be answered.
            let Entry::Occupied(entry) = self.running.entry(done.id) else {
                continue;
            };
            if entry.get().number != done.number {
                continue;
            }
            let (id, running) = entry.remove_entry();
            // One that has panicked is gone.
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

    /// Takes a question whose deadline has passed, with the answer in its place.
    pub(crate) fn overdue(&mut self, now: Instant) -> Option<(RequestId, Reply)> {
        let is_due = |running: &Running| running.due.is_some_and(|(due, _)| due <= now);
        let id = self.running.iter().find(|(_, running)| is_due(running))?.0.clone();
        let running = self.stop(&id)?;
        let within = running.due.map(|(_, within)| within).unwrap_or_default();
        let why = format!("the callback did not answer within {within:?}");
        Some((id, failed(&running.kind, &why)))
    }

    /// Takes a question out; its task ends when it is dropped. The id may be asked again before the
    /// task is gone.
    fn stop(&mut self, id: &RequestId) -> Option<Running> {
        let running = self.running.remove(id)?;
        running.cancel_signal.cancel();
        Some(running)
    }

    /// When the next deadline is.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.running.values().filter_map(|running| Some(running.due?.0)).min()
    }

    /// Tells whether a question is open. One that was left to somebody else is not: stdin need not
    /// stay open for an answer that will not be written there.
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
    fn of_questions_that_are_left_to_others_the_oldest_are_forgotten() {
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
