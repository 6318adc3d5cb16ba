//! Requests of the client that are being answered, by id.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rmcp::model::RequestId;
use tokio_util::sync::CancellationToken;

/// What is in flight, and how it is taken back.
#[derive(Debug, Default)]
pub(crate) struct Calls(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    last: u64,
    in_flight: HashMap<RequestId, (u64, CancellationToken)>,
}

impl Calls {
    /// Notes a request; nothing if its id is taken.
    pub(crate) fn enter(
        self: &Arc<Self>,
        id: &RequestId,
        taken_back: CancellationToken,
    ) -> Option<InFlight> {
        let mut table = self.lock();
        table.last += 1;
        let number = table.last;
        match table.in_flight.entry(id.clone()) {
            Entry::Occupied(_) => None,
            Entry::Vacant(place) => {
                place.insert((number, taken_back.clone()));
                Some(InFlight { id: id.clone(), number, calls: Arc::clone(self), taken_back })
            }
        }
    }

    /// Takes a request back, if it is in flight. Its id is free again.
    pub(crate) fn take_back(&self, id: &RequestId) {
        if let Some((_, call)) = self.lock().in_flight.remove(id) {
            call.cancel();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        // Nothing under this lock panics, so it is never poisoned.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request in flight, held by the handler's task and by who waits for it. When the first of them
/// is done, the id is free again, and work that the handler handed to others is told.
#[derive(Clone)]
pub(crate) struct InFlight {
    id: RequestId,
    number: u64,
    calls: Arc<Calls>,
    taken_back: CancellationToken,
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.taken_back.cancel();
        let mut table = self.calls.lock();
        // The id may serve another request by now.
        if table.in_flight.get(&self.id).is_some_and(|(number, _)| *number == self.number) {
            table.in_flight.remove(&self.id);
        }
    }
}
