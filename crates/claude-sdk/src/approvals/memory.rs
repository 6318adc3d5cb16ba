//! Memory records: approvals that live as long as the process.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};

use claude_types::SessionId;
use tokio::sync::Notify;

use super::{ApprovalId, ApprovalRecords, Record, RecordsError, RecordsFuture, Version};

/// How many records that are over are kept, to say who answered. The oldest are forgotten first.
const KEPT: usize = 1024;

/// Records in memory: the default of [`Approvals`](super::Approvals).
///
/// The last 1024 records that are over are kept.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_sdk::approvals::{Approvals, MemoryRecords};
///
/// let records = Arc::new(MemoryRecords::new());
/// let approvals = Approvals::new().kept_in(Arc::clone(&records));
/// ```
#[derive(Default)]
pub struct MemoryRecords {
    table: Mutex<Table>,
    changed: Notify,
}

#[derive(Default)]
struct Table {
    records: HashMap<ApprovalId, (Record, u64)>,
    over: VecDeque<ApprovalId>,
    version: u64,
}

impl MemoryRecords {
    /// Creates an empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    fn put(
        &mut self,
        record: &Record,
        expected: Option<&Version>,
    ) -> Result<Version, RecordsError> {
        let id = &record.approval.id;
        let stored = self.records.get(id).map(|(_, version)| Version::from(*version));
        if stored.as_ref() != expected {
            return Err(RecordsError::Conflict);
        }
        self.version += 1;
        let was_over = self.records.insert(id.clone(), (record.clone(), self.version));
        if record.is_over() && !was_over.is_some_and(|(before, _)| before.is_over()) {
            self.over.push_back(id.clone());
        }
        while self.over.len() > KEPT
            && let Some(oldest) = self.over.pop_front()
        {
            self.records.remove(&oldest);
        }
        Ok(Version::from(self.version))
    }
}

fn versioned((record, version): &(Record, u64)) -> (Record, Version) {
    (record.clone(), Version::from(*version))
}

impl ApprovalRecords for MemoryRecords {
    fn put<'r>(
        &'r self,
        record: &'r Record,
        expected: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version> {
        Box::pin(async move {
            let version = self.table().put(record, expected)?;
            self.changed.notify_waiters();
            Ok(version)
        })
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        Box::pin(async move { Ok(self.table().records.get(id).map(versioned)) })
    }

    fn list<'r>(
        &'r self,
        session: Option<&'r SessionId>,
    ) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        Box::pin(async move {
            let table = self.table();
            let wanted = |record: &Record| {
                !record.is_over()
                    && (session.is_none() || record.approval.session.as_ref() == session)
            };
            Ok(table.records.values().filter(|(record, _)| wanted(record)).map(versioned).collect())
        })
    }

    fn changed(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        // Created here and not in the future: it also notices changes before the first poll.
        Box::pin(self.changed.notified())
    }
}

impl fmt::Debug for MemoryRecords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryRecords").field("records", &self.table().records.len()).finish()
    }
}
