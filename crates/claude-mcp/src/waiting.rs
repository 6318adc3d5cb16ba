//! Requests of the client that wait for the server's answer, by id.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Mutex, PoisonError};

use claude_types::Raw;
use rmcp::model::RequestId;
use tokio::sync::oneshot;

/// Who waits for what.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Mutex<HashMap<RequestId, oneshot::Sender<Raw>>>);

impl Waiting {
    /// Waits for an answer; nothing if the id is taken.
    pub(crate) fn enter(&self, id: &RequestId) -> Option<oneshot::Receiver<Raw>> {
        self.with(|all| match all.entry(id.clone()) {
            Entry::Occupied(_) => None,
            Entry::Vacant(place) => {
                let (sender, receiver) = oneshot::channel();
                place.insert(sender);
                Some(receiver)
            }
        })
    }

    /// Hands an answer to who waits for it. Nobody may: an answer can come late.
    pub(crate) fn settle(&self, id: &RequestId, answer: impl FnOnce() -> Raw) {
        if let Some(waiter) = self.leave(id) {
            // Who gave up in the meantime wants no answer.
            let _ = waiter.send(answer());
        }
    }

    /// Stops waiting.
    pub(crate) fn leave(&self, id: &RequestId) -> Option<oneshot::Sender<Raw>> {
        self.with(|all| all.remove(id))
    }

    /// Gives everybody up.
    pub(crate) fn clear(&self) {
        self.with(HashMap::clear);
    }

    fn with<R>(&self, act: impl FnOnce(&mut HashMap<RequestId, oneshot::Sender<Raw>>) -> R) -> R {
        // Nothing under this lock panics, so it is never poisoned.
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
