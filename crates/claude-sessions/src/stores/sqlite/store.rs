//! Store: the file, and how it is used.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

use super::failure::failed;
use super::schema::BUSY;
use super::worker::Worker;
use crate::ports::StoreError;

/// How often the file is looked at for changes of other processes.
const POLL: Duration = Duration::from_millis(50);
/// How soon opening is tried again while another process makes the file.
const RETRY: Duration = Duration::from_millis(10);

/// Keeps sessions, records and journals in one file of `SQLite`. Clones share it, and so may several
/// processes on one machine.
///
/// # Layout
///
/// | table | content |
/// |---|---|
/// | `log`, `entry` | sessions and their lines, byte for byte |
/// | `session` | the highest epoch of a writer |
/// | `record`, `version` | records, and the latest version |
/// | `stream`, `event` | journals and their items |
///
/// Beside the file are those of `SQLite`, `-wal` and `-shm`. Copy the file with `VACUUM INTO`, not while it is
/// open.
///
/// # Durability
///
/// Each call is one transaction, which is synced before the call returns (WAL, `synchronous=FULL`).
///
/// # Locks
///
/// One connection on one thread does all work of the clones. A call waits up to 5 s for another process that
/// writes. A log is read in pages of some 1 MiB up to the end that it had at first, so reading blocks nobody; if the
/// log is deleted meanwhile, reading fails. Do not put the file on a network file system.
///
/// # Security
///
/// The file has mode 0600 from its creation on. A symbolic link in its place is refused, and so is the file of
/// another program or of a newer version.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::{Batch, Entry, SessionKey, SessionStore};
/// use claude_sessions::stores::SqliteStore;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// let store = SqliteStore::open(folder.path().join("sessions.db")).await?;
/// let key = SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10")?;
/// store.append(&key, &Batch::new([Entry::new(r#"{"type":"user"}"#)?]).at(0)).await?;
/// assert_eq!(store.list_sessions("-home-me-app").await?.len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SqliteStore {
    shared: Arc<Shared>,
}

struct Shared {
    worker: Worker,
    /// Changes with each change of a record or a journal by this process.
    revision: watch::Sender<u64>,
}

impl SqliteStore {
    /// Opens a file, and makes it if it does not exist. Its folder must exist.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Invalid`] if the file is of another program or of a newer version, or in the
    ///   configuration folder of the CLI.
    /// - [`StoreError::Corrupt`] if it is damaged, or not a database.
    /// - [`StoreError::Full`], [`StoreError::TimedOut`] and [`StoreError::Unavailable`] if it cannot be
    ///   made or opened.
    pub async fn open(path: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let (path, begin) = (path.into(), Instant::now());
        let worker = loop {
            match Worker::start(path.clone()).await {
                // SQLite does not wait by itself while several processes make one file.
                Err(StoreError::TimedOut { .. }) if begin.elapsed() < BUSY => sleep(RETRY).await,
                started => break started?,
            }
        };
        Ok(Self { shared: Arc::new(Shared { worker, revision: watch::Sender::new(0) }) })
    }

    /// Reads.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.shared.worker.run(|connection| work(connection)).await
    }

    /// Writes in one transaction, which is committed if the work succeeds.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let work = |connection: &mut Connection| {
            let change = connection.transaction_with_behavior(TransactionBehavior::Immediate);
            let change = change.map_err(failed)?;
            let done = work(&change)?;
            change.commit().map_err(failed)?;
            Ok(done)
        };
        self.shared.worker.run(work).await
    }

    pub(super) fn changed(&self) {
        self.shared.revision.send_modify(|revision| *revision += 1);
    }

    pub(super) fn revision(&self) -> watch::Receiver<u64> {
        self.shared.revision.subscribe()
    }

    /// Waits for a change by this process, or until it is time to look for one of others. Returns
    /// whether there was one.
    pub(super) async fn pause(revision: &mut watch::Receiver<u64>) -> bool {
        timeout(POLL, revision.changed()).await.is_ok()
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore").finish_non_exhaustive()
    }
}

/// Milliseconds since 1970.
pub(super) fn millis(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A number that is in the file: positions and versions are never negative.
pub(super) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// A number for the file. None of ours comes near the limit.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
