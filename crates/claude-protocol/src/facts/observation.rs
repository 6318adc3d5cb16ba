//! The observers of a connection, and what the driver keeps for them.

use std::collections::HashMap;

use claude_types::{Message, RequestId};
use tokio::time::Instant;

use super::fact::Fact;
use super::observer::Observer;
use super::observers::Observers;
use super::open_calls::OpenCalls;
use super::request::{AnswerOutcome, Answered};

/// The observers, and what must be known to tell each fact once.
#[derive(Debug)]
pub(crate) struct Observation {
    pub(crate) observers: Observers,
    /// The tool calls that have not returned.
    pub(crate) calls: OpenCalls,
    /// The requests of the CLI that are not settled, since when.
    pub(crate) asked: HashMap<RequestId, Instant>,
    /// The versions of the state and of the tasks that were told last.
    pub(crate) state: u64,
    pub(crate) tasks: u64,
    /// When the start of the CLI began.
    pub(crate) begun: Instant,
}

impl Observation {
    pub(crate) fn new(observers: &[Observer]) -> Self {
        Self {
            observers: Observers::new(observers),
            calls: OpenCalls::default(),
            asked: HashMap::new(),
            state: 0,
            tasks: 0,
            begun: Instant::now(),
        }
    }

    /// Records that another CLI is being started.
    pub(crate) fn begin_again(&mut self, now: Instant) {
        self.begun = now;
    }

    pub(crate) fn message(&mut self, message: &Message, now: Instant) {
        self.observers.message(message, now.into_std());
    }

    pub(crate) fn tell<'f>(&mut self, now: Instant, fact: impl FnOnce() -> Fact<'f>) {
        self.observers.tell(now.into_std(), fact);
    }

    /// Tells the end of a request of the CLI, if it was told and has not ended yet.
    pub(crate) fn answered(&mut self, id: &RequestId, outcome: AnswerOutcome, now: Instant) {
        if let Some(since) = self.asked.remove(id) {
            let took = now.saturating_duration_since(since);
            self.tell(now, || Fact::Answered(Answered { request: id, outcome, took }));
        }
    }
}
