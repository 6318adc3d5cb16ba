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

use crate::guard::{Asked, Reply, failed};
use crate::handlers::{CallbackError, CallbackFuture};
use crate::hands::{Hand, Hands};
use crate::mailbox::Mailbox;
use crate::taken_back::TakenBack;
use crate::trace::warning;

#[derive(Debug)]
struct Running {
    asked: Asked,
    /// Tells it from an earlier question with the same id.
    number: u64,
    hand: Hand,
    taken_back: TakenBack,
    due: Option<(Instant, Duration)>,
}

/// What came of a callback.
#[derive(Debug)]
enum Outcome {
    Reply(Reply),
    /// Somebody else answers.
    Elsewhere,
    Failed(CallbackError),
    /// The task is gone without a word.
    Panicked,
}

impl From<Result<Option<Reply>, CallbackError>> for Outcome {
    fn from(answer: Result<Option<Reply>, CallbackError>) -> Self {
        match answer {
            Ok(Some(reply)) => Self::Reply(reply),
            Ok(None) => Self::Elsewhere,
            Err(error) => Self::Failed(error),
        }
    }
}

#[derive(Debug)]
struct Done {
    id: RequestId,
    number: u64,
    outcome: Outcome,
}

/// Tells what came of a callback, even if its task is dropped or panics.
struct Teller {
    done: Option<Done>,
    to: Arc<Mailbox<Done>>,
}

impl Teller {
    fn tell(mut self, outcome: Outcome) {
        if let Some(done) = &mut self.done {
            done.outcome = outcome;
        }
    }
}

impl Drop for Teller {
    fn drop(&mut self) {
        if let Some(done) = self.done.take() {
            self.to.push(done);
        }
    }
}

/// How many questions that somebody else answers are remembered.
const ELSEWHERE: usize = 1024;

/// Questions that were left to somebody else. Whether they were answered is not told on this
/// connection.
#[derive(Debug, Default)]
struct Elsewhere(VecDeque<(RequestId, TakenBack)>);

impl Elsewhere {
    fn has(&self, id: &RequestId) -> bool {
        self.0.iter().any(|(known, _)| known == id)
    }

    fn put(&mut self, id: RequestId, taken_back: TakenBack) {
        if self.0.len() == ELSEWHERE {
            self.0.pop_front();
        }
        self.0.push_back((id, taken_back));
    }

    fn take(&mut self, id: &RequestId) -> Option<TakenBack> {
        let at = self.0.iter().position(|(known, _)| known == id)?;
        self.0.remove(at).map(|(_, taken_back)| taken_back)
    }
}

/// The questions that are being answered.
#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    running: HashMap<RequestId, Running>,
    elsewhere: Elsewhere,
    started: u64,
    finished: Arc<Mailbox<Done>>,
    hands: Hands,
    /// Cancelled with the connection: all that was handed to others.
    over: Arc<CancellationToken>,
}

impl Callbacks {
    /// Starts to answer a question, unless it is being answered already, here or elsewhere.
    pub(crate) fn start(
        &mut self,
        id: RequestId,
        asked: Asked,
        due: Option<(Instant, Duration)>,
        taken_back: TakenBack,
        make: impl FnOnce() -> CallbackFuture<Option<Reply>> + Send + 'static,
    ) {
        if self.elsewhere.has(&id) {
            return;
        }
        let Entry::Vacant(place) = self.running.entry(id) else {
            return;
        };
        self.started += 1;
        let (id, number) = (place.key().clone(), self.started);
        let done = Some(Done { id, number, outcome: Outcome::Panicked });
        let teller = Teller { done, to: Arc::clone(&self.finished) };
        // What makes the future is user code, too: it may panic or block.
        let hand = self.hands.set_to(Box::pin(async move {
            let outcome = make().await.into();
            teller.tell(outcome);
        }));
        place.insert(Running { asked, number, hand, taken_back, due });
    }

    /// Runs what was answered already: with its deadline, safe from its panics, and dropped with the
    /// connection. What comes of it is nobody's.
    pub(crate) fn start_beside<O: Send + 'static>(
        &mut self,
        within: Duration,
        taken_back: TakenBack,
        make: impl FnOnce() -> CallbackFuture<O> + Send + 'static,
    ) {
        let ended = Arc::clone(&self.over);
        tokio::spawn(async move {
            // Done, overdue, or the end of the connection.
            let _fires = taken_back.fires_when_dropped();
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
    pub(crate) fn taken_back(&self) -> TakenBack {
        TakenBack::new(&self.over)
    }

    /// Tells whether a question is being answered, here or elsewhere.
    pub(crate) fn has(&self, id: &RequestId) -> bool {
        self.running.contains_key(id) || self.elsewhere.has(id)
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
        if let Some(taken_back) = self.elsewhere.take(id) {
            taken_back.fire();
        }
    }

    /// The next callback that is done, with its answer; `None` if somebody else answers.
    pub(crate) fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<(RequestId, Option<Reply>)> {
        loop {
            let done = ready!(self.finished.poll_take(cx));
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
                self.hands.take_back(running.hand);
            }
            let reply = match done.outcome {
                Outcome::Reply(reply) => reply,
                Outcome::Elsewhere => {
                    self.elsewhere.put(id.clone(), running.taken_back);
                    return Poll::Ready((id, None));
                }
                Outcome::Failed(error) => failed(&running.asked, &error.to_string()),
                Outcome::Panicked => failed(&running.asked, "the callback panicked"),
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

    /// Takes a question out; its task ends when it is dropped. The id may be asked again before the
    /// task is gone.
    fn stop(&mut self, id: &RequestId) -> Option<Running> {
        let running = self.running.remove(id)?;
        running.taken_back.fire();
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
        let (mut elsewhere, over) = (Elsewhere::default(), Arc::default());
        let id = |number: usize| RequestId::from(number.to_string());
        for number in 0..=ELSEWHERE {
            elsewhere.put(id(number), TakenBack::new(&over));
        }
        assert!(!elsewhere.has(&id(0)) && elsewhere.has(&id(1)) && elsewhere.has(&id(ELSEWHERE)));
        assert!(elsewhere.take(&id(1)).is_some() && !elsewhere.has(&id(1)));
        assert_eq!(elsewhere.0.len(), ELSEWHERE - 1);
    }
}
