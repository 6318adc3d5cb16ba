//! In-flight requests: the requests of the client that are being answered, by ID, so that they can be cancelled.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rmcp::model::RequestId;
use tokio_util::sync::CancellationToken;

/// The table of requests in flight.
#[derive(Debug, Default)]
pub(crate) struct Calls(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    last: u64,
    in_flight: HashMap<RequestId, (u64, CancellationToken)>,
}

impl Calls {
    /// Adds a request. Returns `None` if another request with this ID is in flight.
    pub(crate) fn enter(
        self: &Arc<Self>,
        id: &RequestId,
        cancellation: CancellationToken,
    ) -> Option<InFlight> {
        let mut table = self.lock();
        table.last += 1;
        let number = table.last;
        match table.in_flight.entry(id.clone()) {
            Entry::Occupied(_) => None,
            Entry::Vacant(place) => {
                place.insert((number, cancellation.clone()));
                Some(InFlight { id: id.clone(), number, calls: Arc::clone(self), cancellation })
            }
        }
    }

    /// Cancels a request if it is in flight, and frees its ID.
    pub(crate) fn cancel(&self, id: &RequestId) {
        if let Some((_, call)) = self.lock().in_flight.remove(id) {
            call.cancel();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        // Nothing under this lock panics, so it is never poisoned.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request in flight. The future that waits for the response holds one, and so does the task of the handler if the
/// handler has a task of its own.
///
/// Dropping the first of them frees the ID, and cancels the token of the request, which work that the handler has
/// spawned may watch.
#[derive(Clone)]
pub(crate) struct InFlight {
    id: RequestId,
    number: u64,
    calls: Arc<Calls>,
    cancellation: CancellationToken,
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.cancellation.cancel();
        let mut table = self.calls.lock();
        // Compare the number: another request may use the ID by now.
        if table.in_flight.get(&self.id).is_some_and(|(number, _)| *number == self.number) {
            table.in_flight.remove(&self.id);
        }
    }
}
