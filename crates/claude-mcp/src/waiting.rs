//! Requests of the client that wait for the server's answer.
//!
//! The server knows each by an id of ours that is used once. So a late answer to a request that
//! was given up cannot be taken for the answer to the next request with the same id.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use claude_types::Raw;
use rmcp::model::RequestId;
use tokio::sync::oneshot;

/// Who waits for what.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Mutex<Requests>);

#[derive(Debug, Default)]
struct Requests {
    last: i64,
    by_ours: HashMap<RequestId, Waiter>,
    ours_by_theirs: HashMap<RequestId, RequestId>,
}

#[derive(Debug)]
struct Waiter {
    theirs: RequestId,
    answer: oneshot::Sender<Raw>,
}

impl Waiting {
    /// Waits for an answer to the client's id; nothing if it is taken. The server is to be asked
    /// under the id that comes back.
    pub(crate) fn enter(&self, theirs: &RequestId) -> Option<(RequestId, oneshot::Receiver<Raw>)> {
        self.with(|all| {
            if all.ours_by_theirs.contains_key(theirs) {
                return None;
            }
            all.last += 1;
            let ours = RequestId::Number(all.last);
            let (answer, answered) = oneshot::channel();
            all.ours_by_theirs.insert(theirs.clone(), ours.clone());
            all.by_ours.insert(ours.clone(), Waiter { theirs: theirs.clone(), answer });
            Some((ours, answered))
        })
    }

    /// Hands an answer, made for the client's id, to who waits for it. Nobody may: an answer can
    /// come late.
    pub(crate) fn settle(&self, ours: &RequestId, answer: impl FnOnce(RequestId) -> Raw) {
        if let Some(waiter) = self.with(|all| all.remove(ours)) {
            // Who gave up in the meantime wants no answer.
            let _ = waiter.answer.send(answer(waiter.theirs));
        }
    }

    /// Stops waiting.
    pub(crate) fn leave(&self, ours: &RequestId) {
        self.with(|all| all.remove(ours));
    }

    /// The id under which the server knows a request in flight.
    pub(crate) fn ours(&self, theirs: &RequestId) -> Option<RequestId> {
        self.with(|all| all.ours_by_theirs.get(theirs).cloned())
    }

    /// Gives everybody up.
    pub(crate) fn clear(&self) {
        self.with(|all| {
            all.by_ours.clear();
            all.ours_by_theirs.clear();
        });
    }

    fn with<R>(&self, act: impl FnOnce(&mut Requests) -> R) -> R {
        // Nothing under this lock panics, so it is never poisoned.
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Requests {
    fn remove(&mut self, ours: &RequestId) -> Option<Waiter> {
        let waiter = self.by_ours.remove(ours)?;
        self.ours_by_theirs.remove(&waiter.theirs);
        Some(waiter)
    }
}
