//! Store: what is kept in memory.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::journal::Streams;
use super::logs::Logs;
use super::records::Table;

/// Keeps sessions, records and journals in memory. Clones share what is kept.
///
/// It is for tests, and for programs whose sessions need not outlive the process. Times are those of
/// tokio's clock, so a test with a paused clock decides when a record ends.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::{Batch, Entry, SessionKey, SessionStore};
/// use claude_sessions::stores::MemoryStore;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let store = MemoryStore::new();
/// let key = SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10")?;
/// store.append(&key, &Batch::new([Entry::new(r#"{"type":"user"}"#)?])).await?;
/// assert_eq!(store.list_sessions("-home-me-app").await?.len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct MemoryStore {
    pub(super) shared: Arc<Shared>,
}

pub(super) struct Shared {
    kept: Mutex<Kept>,
    /// Changes with each change of a record or a journal.
    pub(super) revision: watch::Sender<u64>,
}

/// What is kept. One lock for all: nothing is awaited under it.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) logs: Logs,
    pub(super) table: Table,
    pub(super) streams: Streams,
}

impl Default for Shared {
    fn default() -> Self {
        Self { kept: Mutex::default(), revision: watch::Sender::new(0) }
    }
}

impl MemoryStore {
    /// Creates an empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing under the lock panics half-way through a change.
        self.shared.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn changed(&self) {
        self.shared.revision.send_modify(|revision| *revision += 1);
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").finish_non_exhaustive()
    }
}
