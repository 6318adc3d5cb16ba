//! Questions of the CLI that are being answered.
//!
//! Each runs as a task: concurrent, isolated when it panics, with a deadline that holds even if
//! the task blocks, since the answer leaves from here. A question is answered at most once: its
//! entry is removed before the answer goes out. One that is taken back is not answered, and one
//! that is asked again while it runs joins what runs.
//!
//! A question may also be left to somebody else, who answers it past this connection. Nothing is
//! written for it then; it is remembered until it is taken back, so that whoever answers hears of
//! that, and so that it is not asked twice.

use std::collections::HashMap;
use std::task::{Context, Poll};
use std::time::Duration;

use claude_types::RequestId;
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::guard::{Asked, Reply, failed};
use crate::handlers::{CallbackError, CallbackFuture};
use crate::trace::warning;

#[derive(Debug)]
struct Running {
    asked: Asked,
    task: AbortHandle,
    cancelled: CancellationToken,
    due: Option<(Instant, Duration)>,
}

/// `None`: somebody else answers.
type Outcome = Result<Option<Reply>, CallbackError>;

/// The questions that are being answered.
#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    running: HashMap<RequestId, Running>,
    /// Left to somebody else. Whether they were answered is not told on this connection.
    elsewhere: HashMap<RequestId, CancellationToken>,
    tasks: JoinSet<Outcome>,
    /// Cancelled with the connection: what runs beside it and was answered already.
    beside: CancellationToken,
    ids: HashMap<tokio::task::Id, RequestId>,
}

impl Callbacks {
    /// Starts to answer a question, unless it is being answered already, here or elsewhere.
    pub(crate) fn start(
        &mut self,
        id: RequestId,
        asked: Asked,
        within: Option<Duration>,
        cancelled: CancellationToken,
        make: impl FnOnce() -> CallbackFuture<Option<Reply>> + Send + 'static,
    ) {
        if self.has(&id) {
            return;
        }
        // What makes the future is user code, too: it may panic or block.
        let task = self.tasks.spawn(async move { make().await });
        self.ids.insert(task.id(), id.clone());
        let due = within.and_then(|within| Some((Instant::now().checked_add(within)?, within)));
        self.running.insert(id, Running { asked, task, cancelled, due });
    }

    /// Runs what was answered already: with its deadline, safe from its panics, and dropped with the
    /// connection. What comes of it is nobody's.
    pub(crate) fn start_beside<O: Send + 'static>(
        &mut self,
        within: Duration,
        cancelled: CancellationToken,
        make: impl FnOnce() -> CallbackFuture<O> + Send + 'static,
    ) {
        let ended = self.beside.clone();
        self.tasks.spawn(async move {
            // Fires when this is dropped: done, overdue, or the end of the connection.
            let _cancelled = cancelled.drop_guard();
            let made = async move { make().await };
            let outcome = tokio::select! {
                biased;
                () = ended.cancelled() => return Ok(None),
                outcome = tokio::time::timeout(within, made) => outcome,
            };
            let why = match outcome {
                Ok(Ok(_)) => return Ok(None),
                Ok(Err(error)) => error.to_string(),
                Err(elapsed) => elapsed.to_string(),
            };
            warning!(reason = %why, "a hook in the background failed");
            Ok(None)
        });
    }

    /// Tells whether a question is being answered, here or elsewhere.
    pub(crate) fn has(&self, id: &RequestId) -> bool {
        self.running.contains_key(id) || self.elsewhere.contains_key(id)
    }

    /// Tells whether a question is being answered here.
    pub(crate) fn answers(&self, id: &RequestId) -> bool {
        self.running.contains_key(id)
    }

    /// Tells whether the CLI waits for an answer of ours. A call of an MCP server is a tool at work,
    /// and none.
    pub(crate) fn holds_up(&self) -> bool {
        self.running.values().any(|running| !matches!(running.asked, Asked::Mcp(_)))
    }

    /// The CLI takes a question back: its future is dropped and nothing is answered.
    pub(crate) fn cancel(&mut self, id: &RequestId) {
        self.stop(id);
        if let Some(cancelled) = self.elsewhere.remove(id) {
            cancelled.cancel();
        }
    }

    /// The next callback that is done, with its answer; `None` if somebody else answers.
    pub(crate) fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<(RequestId, Option<Reply>)> {
        loop {
            let (task, finished) = match self.tasks.poll_join_next_with_id(cx) {
                Poll::Ready(Some(Ok((task, finished)))) => (task, Ok(finished)),
                Poll::Ready(Some(Err(error))) => (error.id(), Err(error.is_panic())),
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            };
            // Cancelled, overdue or beside: answered already, or not to be answered.
            let Some(id) = self.ids.remove(&task) else {
                continue;
            };
            let Some(running) = self.running.remove(&id) else {
                continue;
            };
            let reply = match finished {
                Ok(Ok(Some(reply))) => reply,
                Ok(Ok(None)) => {
                    self.elsewhere.insert(id.clone(), running.cancelled);
                    return Poll::Ready((id, None));
                }
                Ok(Err(error)) => failed(&running.asked, &error.to_string()),
                Err(_panicked) => failed(&running.asked, "the callback panicked"),
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
        Some((id, failed(&running.asked, &why)))
    }

    /// Takes a question out and ends its task. The end of the task is nobody's: the id may be
    /// asked again before it comes.
    fn stop(&mut self, id: &RequestId) -> Option<Running> {
        let running = self.running.remove(id)?;
        self.ids.remove(&running.task.id());
        running.cancelled.cancel();
        running.task.abort();
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
        self.beside.cancel();
        let running = self.running.values().map(|running| &running.cancelled);
        for cancelled in running.chain(self.elsewhere.values()) {
            cancelled.cancel();
        }
    }
}
