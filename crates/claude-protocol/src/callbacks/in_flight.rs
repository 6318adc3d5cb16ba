//! Requests in flight: control requests of the CLI whose callback is running.
//!
//! - Each callback runs in a task of its own, concurrently with the session. A panic stays in
//!   that task.
//! - A deadline holds even if the callback blocks its thread, because the reply is sent from here.
//! - A request gets at most one reply: its entry is removed before the reply is sent.
//! - A withdrawn request gets no reply. A request that is repeated while its callback runs is
//!   ignored.
//! - The requests that are open at a time have a bound in memory ([`OPEN`]). Further ones are
//!   refused.
//!
//! A callback may also leave the reply to another party. Then this connection sends none. The
//! request is remembered until the CLI withdraws it, or until [`EXTERNAL`] later ones push it out:
//! so its cancel signal still works, and a repeated request does not call the callback again.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use claude_types::RequestId;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

use super::failure::{RequestKind, failed};
use super::reply::{Answer, Reply};
use crate::connection::{CallbackError, CallbackFuture, CancelSignal};
use crate::facts::AnswerOutcome;
use crate::trace::warning;

/// What makes the future of a callback. A trait object, so that starting one is compiled once.
pub(crate) type StartCallback = Box<dyn FnOnce() -> CallbackFuture<Option<Answer>> + Send>;

/// The memory that open requests may take. A larger request is handled alone.
const OPEN: usize = 128 << 20;

/// What an open request takes beyond its line and its decoded form: a task and its places.
const REQUEST: usize = 2 << 10;

/// The memory of an open request. It is free again when this is dropped.
#[derive(Debug)]
struct Share {
    size: usize,
    of: Arc<AtomicUsize>,
}

impl Drop for Share {
    fn drop(&mut self) {
        self.of.fetch_sub(self.size, Ordering::Relaxed);
    }
}

#[derive(Debug)]
struct Running {
    kind: RequestKind,
    /// Distinguishes it from an earlier request with the same ID.
    number: u64,
    /// Dropping it aborts the task.
    _task: AbortOnDropHandle<()>,
    cancel_signal: CancelSignal,
    due: Option<(Instant, Duration)>,
    _share: Option<Share>,
}

impl Running {
    /// A call of an MCP server does not hold up the CLI: it is a running tool, and its silence is
    /// limited as that of other tools.
    fn holds_up(&self) -> bool {
        !matches!(self.kind, RequestKind::Mcp(_))
    }
}

/// The outcome of a callback.
#[derive(Debug)]
enum Outcome {
    Answer(Answer),
    /// Another party replies.
    External,
    Failed(CallbackError),
    /// The task was dropped before the callback returned.
    Panicked,
}

impl From<Result<Option<Answer>, CallbackError>> for Outcome {
    fn from(answer: Result<Option<Answer>, CallbackError>) -> Self {
        match answer {
            Ok(Some(answer)) => Self::Answer(answer),
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
    to: UnboundedSender<Completion>,
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
            // Fails only if the connection has ended.
            let _ = self.to.send(done);
        }
    }
}

/// How many requests that another party answers are remembered.
const EXTERNAL: usize = 1024;

/// Requests that another party answers. The CLI does not report on this connection whether they
/// were answered.
#[derive(Debug, Default)]
struct ExternalAnswers {
    known: HashMap<RequestId, (u64, CancelSignal)>,
    /// Their IDs and numbers, the oldest first. Some of them may be withdrawn.
    order: VecDeque<(RequestId, u64)>,
    put: u64,
}

impl ExternalAnswers {
    fn has(&self, id: &RequestId) -> bool {
        self.known.contains_key(id)
    }

    fn put(&mut self, id: RequestId, cancel_signal: CancelSignal) {
        self.put += 1;
        self.order.push_back((id.clone(), self.put));
        self.known.insert(id, (self.put, cancel_signal));
        while self.known.len() > EXTERNAL
            && let Some((oldest, number)) = self.order.pop_front()
        {
            self.forget(&oldest, number);
        }
        if self.order.len() > 2 * EXTERNAL {
            let known = &self.known;
            self.order.retain(|(id, number)| known.get(id).is_some_and(|(of, _)| of == number));
        }
    }

    fn forget(&mut self, id: &RequestId, number: u64) {
        if self.known.get(id).is_some_and(|(of, _)| *of == number) {
            self.known.remove(id);
        }
    }

    fn take(&mut self, id: &RequestId) -> Option<CancelSignal> {
        self.known.remove(id).map(|(_, cancel_signal)| cancel_signal)
    }
}

/// The requests whose callbacks are running.
#[derive(Debug)]
pub(crate) struct Callbacks {
    running: HashMap<RequestId, Running>,
    /// The running requests that have a deadline.
    due: BTreeMap<(Instant, u64), RequestId>,
    /// How many of them hold up the CLI.
    holding_up: usize,
    /// The memory of all open requests.
    open: Arc<AtomicUsize>,
    /// The memory of the request that is being handled.
    admitted: Option<Share>,
    external: ExternalAnswers,
    started: u64,
    completed: (UnboundedSender<Completion>, UnboundedReceiver<Completion>),
    /// The parent of all cancel signals, cancelled when the connection ends.
    over: Arc<CancellationToken>,
}

impl Default for Callbacks {
    fn default() -> Self {
        Self {
            running: HashMap::new(),
            due: BTreeMap::new(),
            holding_up: 0,
            open: Arc::default(),
            admitted: None,
            external: ExternalAnswers::default(),
            started: 0,
            completed: mpsc::unbounded_channel(),
            over: Arc::default(),
        }
    }
}

impl Callbacks {
    /// Counts the memory of the request that is handled next, or returns `false` if too much memory
    /// is taken by open requests.
    pub(crate) fn admit(&mut self, line: usize) -> bool {
        let size = 2 * line + REQUEST;
        let open = self.open.load(Ordering::Relaxed);
        if open > 0 && open + size > OPEN {
            return false;
        }
        self.open.fetch_add(size, Ordering::Relaxed);
        self.admitted = Some(Share { size, of: Arc::clone(&self.open) });
        true
    }

    /// Forgets the memory of a request that was handled and started no callback.
    pub(crate) fn handled(&mut self) {
        self.admitted = None;
    }

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
        let guard = CompletionGuard { done, to: self.completed.0.clone() };
        // Call `make` in the task, too: it is user code, and may panic or block.
        let task = tokio::spawn(async move {
            let outcome = make().await.into();
            guard.complete(outcome);
        });
        let share = self.admitted.take();
        if let Some((at, _)) = due {
            self.due.insert((at, number), place.key().clone());
        }
        let running = Running {
            kind,
            number,
            _task: AbortOnDropHandle::new(task),
            cancel_signal,
            due,
            _share: share,
        };
        self.holding_up += usize::from(running.holds_up());
        place.insert(running);
    }

    /// Starts a callback whose request has already been answered. Its output is ignored. It has a
    /// deadline, and is dropped when the connection ends.
    pub(crate) fn start_beside<O: Send + 'static>(
        &mut self,
        within: Duration,
        cancel_signal: CancelSignal,
        make: impl FnOnce() -> CallbackFuture<O> + Send + 'static,
    ) {
        let (ended, share) = (Arc::clone(&self.over), self.admitted.take());
        tokio::spawn(async move {
            let _share = share;
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

    /// Returns whether the CLI is blocked by a request of its own.
    pub(crate) fn holds_up(&self) -> bool {
        self.holding_up > 0
    }

    /// Withdraws a request: drops the future of its callback, and sends no reply.
    pub(crate) fn cancel(&mut self, id: &RequestId) {
        self.stop(id);
        if let Some(cancel_signal) = self.external.take(id) {
            cancel_signal.cancel();
        }
    }

    /// Returns the next callback that is done, with its reply and its outcome. The reply is `None`
    /// if another party replies.
    pub(crate) fn poll_answer(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<(RequestId, Option<Reply>, AnswerOutcome)> {
        loop {
            // The channel is never closed: this side holds a sender, too.
            let Some(done) = ready!(self.completed.1.poll_recv(cx)) else { return Poll::Pending };
            // The request was withdrawn, or its deadline has passed: it must not get a reply now.
            let Entry::Occupied(entry) = self.running.entry(done.id) else {
                continue;
            };
            // The completion is of an earlier request with the same ID.
            if entry.get().number != done.number {
                continue;
            }
            let (id, running) = entry.remove_entry();
            self.removed(&running);
            let (reply, outcome) = match done.outcome {
                Outcome::Answer(answer) => (answer.reply, answer.outcome),
                Outcome::External => {
                    self.external.put(id.clone(), running.cancel_signal);
                    return Poll::Ready((id, None, AnswerOutcome::External));
                }
                Outcome::Failed(error) => {
                    (failed(&running.kind, &error.to_string()), AnswerOutcome::Failed)
                }
                Outcome::Panicked => {
                    (failed(&running.kind, "the callback panicked"), AnswerOutcome::Panicked)
                }
            };
            return Poll::Ready((id, Some(reply), outcome));
        }
    }

    /// Removes a request whose deadline has passed, and returns it with its failure reply.
    pub(crate) fn overdue(&mut self, now: Instant) -> Option<(RequestId, Reply)> {
        let (_, id) = self.due.first_key_value().filter(|((due, _), _)| *due <= now)?;
        let id = id.clone();
        let running = self.stop(&id)?;
        let within = running.due.map(|(_, within)| within).unwrap_or_default();
        let why = format!("the callback did not answer within {within:?}");
        Some((id, failed(&running.kind, &why)))
    }

    /// Removes a request. Its task ends when the worker is dropped; a request with the same ID may
    /// arrive before the task has ended.
    fn stop(&mut self, id: &RequestId) -> Option<Running> {
        let running = self.running.remove(id)?;
        self.removed(&running);
        running.cancel_signal.cancel();
        Some(running)
    }

    /// Updates what is counted of the running requests: this one was removed.
    fn removed(&mut self, running: &Running) {
        self.holding_up -= usize::from(running.holds_up());
        if let Some((at, _)) = running.due {
            self.due.remove(&(at, running.number));
        }
    }

    /// Returns the nearest deadline.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.due.first_key_value().map(|((due, _), _)| *due)
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
        assert_eq!(external.known.len(), EXTERNAL - 1);
    }

    #[test]
    fn withdrawn_external_requests_leave_nothing() {
        let (mut external, over) = (ExternalAnswers::default(), Arc::default());
        for number in 0..10 * EXTERNAL {
            let id = RequestId::from((number % 3).to_string());
            external.put(id.clone(), CancelSignal::new(&over));
            assert!(external.take(&id).is_some());
        }
        assert!(external.order.len() <= 2 * EXTERNAL + 1, "{}", external.order.len());
        let id = RequestId::from("again");
        external.put(id.clone(), CancelSignal::new(&over));
        external.put(id.clone(), CancelSignal::new(&over));
        for number in 0..EXTERNAL - 1 {
            external.put(number.to_string().into(), CancelSignal::new(&over));
        }
        assert!(external.has(&id), "its second time counts");
    }

    #[test]
    fn open_requests_take_a_bounded_amount_of_memory() {
        let mut callbacks = Callbacks::default();
        assert!(callbacks.admit(usize::MAX / 4), "a large one is handled alone");
        let alone = callbacks.admitted.take();
        assert!(!callbacks.admit(1));
        drop(alone);
        let mut open = Vec::new();
        while callbacks.admit(1 << 20) {
            open.push(callbacks.admitted.take());
        }
        assert_eq!(open.len(), OPEN / ((2 << 20) + REQUEST));
        open.pop();
        assert!(callbacks.admit(1 << 20));
        callbacks.handled();
        drop(open);
        assert_eq!(callbacks.open.load(Ordering::Relaxed), 0);
    }
}
