//! UUIDs: which entries a log has, for batches without a position.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

/// How many logs are remembered.
const LOGS: usize = 16;

/// The UUIDs of the logs that were appended to without positions.
#[derive(Default)]
pub(super) struct Uuids(Mutex<HashMap<String, Known>>);

/// The UUIDs of the beginning of a log.
#[derive(Default)]
pub(super) struct Known {
    pub(super) lines: u64,
    pub(super) uuids: HashSet<Uuid>,
}

impl Uuids {
    /// Takes what is known of a log, by its ID. Another process may have appended since.
    pub(super) fn take(&self, id: &str) -> Known {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(id).unwrap_or_default()
    }

    pub(super) fn keep(&self, id: &str, known: Known) {
        let mut logs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if logs.len() >= LOGS
            && let Some(other) = logs.keys().next().cloned()
        {
            // It is read again when it is needed.
            logs.remove(&other);
        }
        logs.insert(id.to_owned(), known);
    }
}
