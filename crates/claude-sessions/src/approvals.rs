//! Approvals: kept in records, so that they outlive the process and are answered from any other.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use claude_sdk::approvals::{
    ApprovalId, ApprovalRecords, Record, RecordsError, RecordsFuture, Version,
};
use claude_types::SessionId;

use crate::ports::{Expect, Put, Record as Stored, Records, StoreError};

/// The beginning of each key.
const PREFIX: &str = "approval/";
/// How many approvals are listed at once.
const PAGE: usize = 256;
/// How long an approval that is over is kept.
const KEPT: Duration = Duration::from_secs(86_400);

/// Keeps the approvals of `claude_sdk` in [`Records`]: a call that waits for a person outlives the
/// process, and is answered from any other process, on any other day.
///
/// An approval that is over is removed after 24 h.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use std::time::Duration;
///
/// use claude_sdk::Options;
/// use claude_sdk::approvals::Approvals;
/// use claude_sessions::ApprovalStore;
/// use claude_sessions::stores::MemoryStore;
///
/// let records = Arc::new(MemoryStore::new());
/// // A call is held for a minute, and then parked: the session ends, the approval stays.
/// let approvals = Approvals::park(Duration::from_secs(60)).kept_in(ApprovalStore::new(records));
/// let options = Options::default().asked_by(approvals);
/// ```
#[derive(Clone)]
pub struct ApprovalStore {
    records: Arc<dyn Records>,
}

impl ApprovalStore {
    /// Keeps approvals in these records.
    #[must_use]
    pub fn new(records: Arc<dyn Records>) -> Self {
        Self { records }
    }
}

impl fmt::Debug for ApprovalStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApprovalStore").finish_non_exhaustive()
    }
}

impl ApprovalRecords for ApprovalStore {
    fn put<'r>(
        &'r self,
        record: &'r Record,
        expected: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version> {
        Box::pin(async move {
            let expect = match expected {
                None => Expect::Absent,
                // A version that is no number was not given out here.
                Some(version) => match version.as_str().parse() {
                    Ok(version) => Expect::Version(version),
                    Err(_) => return Err(RecordsError::Conflict),
                },
            };
            let text = serde_json::to_vec(record).map_err(|error| unavailable(error.into()))?;
            let ttl = record.is_over().then_some(KEPT);
            let key = key(&record.approval.id);
            match self.records.put(&key, Bytes::from(text), expect, ttl).await {
                Ok(Put::Stored { version }) => Ok(version.into()),
                Ok(Put::Refused { .. }) => Err(RecordsError::Conflict),
                Err(error) => Err(failed(error)),
            }
        })
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        Box::pin(async move {
            let stored = self.records.get(&key(id)).await.map_err(failed)?;
            stored.as_ref().map(read).transpose()
        })
    }

    fn list<'r>(
        &'r self,
        session: Option<&'r SessionId>,
    ) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        Box::pin(async move {
            let mut found = Vec::new();
            let mut after: Option<String> = None;
            loop {
                let page = self.records.list(PREFIX, after.as_deref(), PAGE).await;
                let page = page.map_err(failed)?;
                for stored in &page {
                    let (record, version) = read(stored)?;
                    let is_meant =
                        session.is_none_or(|id| record.approval.session.as_ref() == Some(id));
                    if is_meant && !record.is_over() {
                        found.push((record, version));
                    }
                }
                match page.last() {
                    Some(last) if page.len() == PAGE => after = Some(last.key.clone()),
                    _ => return Ok(found),
                }
            }
        })
    }
}

fn key(id: &ApprovalId) -> String {
    format!("{PREFIX}{id}")
}

fn read(stored: &Stored) -> Result<(Record, Version), RecordsError> {
    let record = serde_json::from_slice(&stored.value);
    let record = record.map_err(|error| RecordsError::Corrupt(error.into()))?;
    Ok((record, stored.version.into()))
}

fn failed(error: StoreError) -> RecordsError {
    unavailable(error.into())
}

fn unavailable(error: Box<dyn std::error::Error + Send + Sync>) -> RecordsError {
    RecordsError::Unavailable(error)
}
