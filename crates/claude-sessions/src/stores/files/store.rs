//! Store: the folder, its locks, and how blocking work is done in it.

use std::fmt;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, watch};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::disk::{Folder, check_owner};
use super::failure::failed;
use super::uuids::Uuids;
use crate::ports::StoreError;
use crate::stores::outside::check_outside;

/// How long a call waits for another process that holds the lock.
const LOCK_WAIT: Duration = Duration::from_secs(30);
/// How many locks there are. Sessions and journals are spread over them.
const LOCKS: usize = 64;
/// How often files are looked at for changes of other processes.
const POLL: Duration = Duration::from_millis(50);

/// The folder of the locks.
const LOCK_FOLDER: &str = ".locks";
/// The file that says which layout the folder has.
const LAYOUT: &str = ".layout";
/// What it contains.
const VERSION: &[u8] = b"1\n";

/// Keeps sessions, records and journals in a folder. Clones share it, and so may several processes on
/// one machine.
///
/// # Layout
///
/// | path below the folder | content |
/// |---|---|
/// | `<project>/<id>.jsonl` | a session: its lines, as the CLI writes them |
/// | `<project>/<id>/subagents/agent-<id>.jsonl`, `.meta.json` | a subagent and its description |
/// | `….len` beside each of them | lines, bytes, epoch, and what a list shows |
/// | `.records/<key>.record` | a record |
/// | `.journals/<stream>.journal/` | a journal: its state, and segments of 16 MiB |
///
/// [`claude-transcripts`](claude_transcripts) can read the session files. Names that differ in case only, or that
/// some system does not allow, are encoded: `-Users-me` is the folder `-!users-me`.
///
/// # Durability
///
/// Lines are appended by one write and synced, and then `.len` is replaced, also synced. So an append that has
/// returned is on the disk. After a crash, a batch is there as a whole or not at all: lines behind `.len`
/// do not count, and the next append cuts them off. A session file without `.len` is not
/// the store's own, and is never changed.
///
/// # Locks
///
/// Each call locks a file in `.locks` while it writes, per session, per journal, and one for all records. It waits up
/// to 30 s for another process. Reading a session locks it only while it is opened. Use a local disk: not all network file
/// systems have such locks.
///
/// # Security
///
/// Folders have mode 0700 and files 0600 from their creation on. No symbolic link below the folder is
/// followed. A folder in which other users may write is refused.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::{Batch, Entry, SessionKey, SessionStore};
/// use claude_sessions::stores::FileStore;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// let store = FileStore::open(folder.path().join("sessions")).await?;
/// let key = SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10")?;
/// store.append(&key, &Batch::new([Entry::new(r#"{"type":"user"}"#)?]).at(0)).await?;
/// assert_eq!(store.list_sessions("-home-me-app").await?.len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct FileStore {
    shared: Arc<Shared>,
}

pub(super) struct Shared {
    pub(super) root: Folder,
    locks: Folder,
    pub(super) uuids: Uuids,
    /// The locks between the tasks of this process: one thread at most waits for each file.
    tasks: Vec<Arc<Mutex<()>>>,
    /// The same for those that read, held only while the file is waited for.
    readers: Vec<Arc<Mutex<()>>>,
    /// Changes with each change of a record or a journal by this process.
    revision: watch::Sender<u64>,
}

/// Which lock is needed.
#[derive(Clone, Copy)]
pub(super) struct Lock(usize);

impl Lock {
    /// The lock of all records.
    pub(super) const RECORDS: Self = Self(LOCKS);

    /// The lock of a session or a journal. It must be the same one in every process and version.
    pub(super) fn of(parts: &[&str]) -> Self {
        // FNV-1a
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(usize::try_from(hash % LOCKS as u64).unwrap_or_default())
    }
}

impl FileStore {
    /// Opens a folder, and makes it if it does not exist.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Invalid`] if the folder is in the configuration folder of the CLI, which deletes old
    ///   files there; if other users may write into it; or if a newer version has written it.
    /// - [`StoreError::Full`] and [`StoreError::Unavailable`] if it cannot be made or opened.
    pub async fn open(root: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let root = root.into();
        let shared = timeout(LOCK_WAIT, blocking(move || Shared::open(root))).await;
        let shared = shared.map_err(|_| StoreError::TimedOut { after: LOCK_WAIT })??;
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Runs work under an exclusive lock.
    pub(super) async fn locked<T: Send + 'static>(
        &self,
        lock: Lock,
        work: impl FnOnce(&Shared) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let late = |_| StoreError::TimedOut { after: LOCK_WAIT };
        let task = Arc::clone(&self.shared.tasks[lock.0]).lock_owned();
        let task = timeout(LOCK_WAIT, task).await.map_err(late)?;
        let shared = Arc::clone(&self.shared);
        // The lock of the task stays with the thread, also when nobody waits for it any more.
        let held = blocking(move || shared.lock(lock, File::lock).map(|file| (task, file)));
        let held = timeout(LOCK_WAIT, held).await.map_err(late)??;
        let shared = Arc::clone(&self.shared);
        blocking(move || {
            let done = work(&shared);
            drop(held);
            done
        })
        .await
    }

    /// Runs work that only reads, beside others that read.
    pub(super) async fn reading<T: Send + 'static>(
        &self,
        lock: Lock,
        work: impl FnOnce(&Shared) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let late = |_| StoreError::TimedOut { after: LOCK_WAIT };
        let task = Arc::clone(&self.shared.readers[lock.0]).lock_owned();
        let task = timeout(LOCK_WAIT, task).await.map_err(late)?;
        let shared = Arc::clone(&self.shared);
        let read = blocking(move || {
            let _file = shared.lock(lock, File::lock_shared)?;
            // Others need not wait until the work is done.
            drop(task);
            work(&shared)
        });
        timeout(LOCK_WAIT, read).await.map_err(late)?
    }

    /// Runs work that needs no lock, because it reads files that are replaced as a whole.
    pub(super) async fn looking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Shared) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let shared = Arc::clone(&self.shared);
        blocking(move || work(&shared)).await
    }

    pub(super) fn changed(&self) {
        self.shared.revision.send_modify(|revision| *revision += 1);
    }

    pub(super) fn revision(&self) -> watch::Receiver<u64> {
        self.shared.revision.subscribe()
    }

    /// Waits for a change by this process, or until it is time to look for one of others.
    pub(super) async fn pause(revision: &mut watch::Receiver<u64>) {
        // A timeout is not a failure here, and the sender lives as long as the store.
        let _ = timeout(POLL, revision.changed()).await;
    }
}

impl fmt::Debug for FileStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileStore").finish_non_exhaustive()
    }
}

impl Shared {
    fn open(root: PathBuf) -> Result<Self, StoreError> {
        check_outside(&root)?;
        if !root.is_dir() {
            make_private(&root).map_err(failed)?;
        }
        let root = root.canonicalize().map_err(failed)?;
        // Again, now that no link is left.
        check_outside(&root)?;
        let root = Folder::open(&root).map_err(failed)?;
        let owned = check_owner(&root).map_err(failed)?;
        owned.map_err(|why| StoreError::Invalid { why: why.to_owned() })?;
        let locks = root.make(LOCK_FOLDER).map_err(failed)?;
        if root.content(LAYOUT).map_err(failed)?.is_none() {
            let _file = take(&locks, Lock::RECORDS, File::lock)?;
            // Another process may have been faster; the content is the same.
            root.replace(LAYOUT, &[VERSION]).map_err(failed)?;
        }
        if root.content(LAYOUT).map_err(failed)?.as_deref() != Some(VERSION) {
            let why = "the folder was written by a newer version of claude-sessions";
            return Err(StoreError::Invalid { why: why.to_owned() });
        }
        let mutexes = || (0..=LOCKS).map(|_| Arc::default()).collect();
        let (tasks, readers) = (mutexes(), mutexes());
        let (uuids, revision) = (Uuids::default(), watch::Sender::new(0));
        Ok(Self { root, locks, uuids, tasks, readers, revision })
    }

    fn lock(&self, lock: Lock, wait: Wait) -> Result<File, StoreError> {
        take(&self.locks, lock, wait)
    }
}

/// `File::lock` or `File::lock_shared`.
type Wait = fn(&File) -> std::io::Result<()>;

/// Locks a file until it is dropped.
fn take(locks: &Folder, lock: Lock, wait: Wait) -> Result<File, StoreError> {
    let name = format!("{:02}", lock.0);
    let file = loop {
        if let Some(file) = locks.append(&name).map_err(failed)? {
            break file;
        }
        match locks.create(&name) {
            Ok(file) => break file,
            // Another process was faster.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
    };
    wait(&file).map_err(failed)?;
    Ok(file)
}

fn make_private(path: &std::path::Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    spawn_blocking(work).await.map_err(StoreError::unavailable)?
}
