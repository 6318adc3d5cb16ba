//! Store: the port that keeps the logs of sessions.

use std::pin::Pin;
use std::time::SystemTime;

use claude_types::SessionId;
use futures_core::Stream;

use super::entry::Entry;
use super::error::StoreError;
use super::key::SessionKey;
use super::summary::Summary;

/// The future of a store's method.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// The entries of a log, in their order.
pub type Entries<'a> = Pin<Box<dyn Stream<Item = Result<Entry, StoreError>> + Send + 'a>>;

/// Keeps the logs of sessions: the port of the official SDKs, with positions, fences and streams.
///
/// Only [`append`](Self::append) and [`load`](Self::load) are needed. [`Capabilities`] says what else a
/// store can do; the other methods fail with [`StoreError::Unsupported`].
///
/// The checks of [`conformance`](crate::conformance) say whether a store is right.
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
/// let batch = Batch::new([Entry::new(r#"{"type":"user"}"#)?]).at(0);
/// assert_eq!(store.append(&key, &batch).await?.len, 1);
/// // The same batch again, because the answer got lost: nothing is doubled.
/// assert_eq!(store.append(&key, &batch).await?.skipped, 1);
/// # Ok(())
/// # }
/// ```
pub trait SessionStore: Send + Sync + 'static {
    /// Appends a batch: whole, or not at all. When this returns, the batch is durable as far as the
    /// store promises.
    ///
    /// - With [`Batch::at`], the first entry gets that position. The log may have the first entries
    ///   of the batch already: they must be the same ([`Entry::is_same`]), and are skipped.
    /// - Without it, the entries follow the last one. An entry whose UUID the log has is skipped.
    /// - A description of a subagent ([`Entry::is_metadata`]) has no position and does not count. It
    ///   replaces the one before it.
    /// - An empty batch changes nothing, except that its fence counts.
    ///
    /// # Errors
    ///
    /// [`StoreError::Gap`], [`StoreError::Conflict`], [`StoreError::Fenced`], and those of the store.
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended>;

    /// Reads the entries from this position on, and then the description of the subagent if there is
    /// one. `None` if the log does not exist.
    ///
    /// The entries are those of one moment, also while another task appends. They are streamed: a long log
    /// is never in memory as a whole, unless the store is memory.
    ///
    /// # Errors
    ///
    /// Those of the store; [`StoreError::Corrupt`] in the stream for what is no entry.
    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>>;

    /// Says which of the methods below the store has.
    fn capabilities(&self) -> Capabilities {
        Capabilities::default()
    }

    /// Lists the sessions of a project that have a main log, in no order.
    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        let _ = project;
        unsupported("listing sessions")
    }

    /// Lists the summaries of the sessions of a project, in no order. The store keeps them up to date
    /// with [`Summary::fold`] at each append to a main log.
    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        let _ = project;
        unsupported("summaries")
    }

    /// Deletes a log. The main log goes with all that belongs to the session. No error if there is
    /// none.
    fn delete<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        let _ = key;
        unsupported("deleting")
    }

    /// Lists the subpaths of a session, sorted. The subpath of the key does not count.
    fn list_subkeys<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Vec<String>> {
        let _ = key;
        unsupported("listing subkeys")
    }
}

/// What a store can do beside appending and loading. The default is nothing.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Capabilities;
///
/// assert!(Capabilities::ALL.delete && !Capabilities::default().delete);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each names a method of the port")]
#[non_exhaustive]
pub struct Capabilities {
    /// [`SessionStore::list_sessions`].
    pub listing: bool,
    /// [`SessionStore::list_summaries`].
    pub summaries: bool,
    /// [`SessionStore::delete`].
    pub delete: bool,
    /// [`SessionStore::list_subkeys`].
    pub subkeys: bool,
    /// [`Batch::at`] is obeyed. Without it, a batch is always appended at the end.
    pub positions: bool,
    /// [`Batch::fence`] is obeyed.
    pub fencing: bool,
    /// Entries come back byte for byte. Without it, they are equal as JSON.
    pub bytes: bool,
}

impl Capabilities {
    /// Everything.
    pub const ALL: Self = Self {
        listing: true,
        summaries: true,
        delete: true,
        subkeys: true,
        positions: true,
        fencing: true,
        bytes: true,
    };
}

/// Entries that are appended together.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::{Batch, Entry};
///
/// let batch = Batch::new([Entry::new(r#"{"type":"user"}"#)?]).at(12).fence(3);
/// assert_eq!((batch.at, batch.fence, batch.entries.len()), (Some(12), Some(3), 1));
/// # Ok::<(), claude_sessions::ports::StoreError>(())
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Batch {
    /// The position of the first entry: how many entries of the log are before it. `None` appends at
    /// the end.
    pub at: Option<u64>,
    /// The entries.
    pub entries: Vec<Entry>,
    /// The epoch of the writer. A store that has seen a higher one for this session refuses the
    /// batch.
    pub fence: Option<u64>,
}

impl Batch {
    /// Makes a batch that is appended at the end.
    #[must_use]
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        Self { at: None, entries: entries.into_iter().collect(), fence: None }
    }

    /// Sets the position of the first entry.
    #[must_use]
    pub fn at(mut self, position: u64) -> Self {
        self.at = Some(position);
        self
    }

    /// Sets the epoch of the writer.
    #[must_use]
    pub fn fence(mut self, epoch: u64) -> Self {
        self.fence = Some(epoch);
        self
    }
}

/// What an append has done.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Appended;
///
/// assert_eq!(Appended::new(10, 2).skipped, 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Appended {
    /// How many entries the log has now.
    pub len: u64,
    /// How many entries of the batch were there already.
    pub skipped: usize,
}

impl Appended {
    /// Makes the answer of an append.
    #[must_use]
    pub fn new(len: u64, skipped: usize) -> Self {
        Self { len, skipped }
    }
}

/// A session in a list.
///
/// # Examples
///
/// ```
/// use std::time::SystemTime;
/// use claude_sessions::ports::StoredSession;
///
/// let session = StoredSession::new("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10", SystemTime::UNIX_EPOCH);
/// assert_eq!(session.modified, SystemTime::UNIX_EPOCH);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoredSession {
    /// Its ID.
    pub session: SessionId,
    /// When its main log was last appended to, by the clock of the store.
    pub modified: SystemTime,
}

impl StoredSession {
    /// Makes a row of a list.
    #[must_use]
    pub fn new(session: impl Into<SessionId>, modified: SystemTime) -> Self {
        Self { session: session.into(), modified }
    }
}

/// The summary of a session in a list.
///
/// # Examples
///
/// ```
/// use std::time::SystemTime;
/// use claude_sessions::ports::{StoredSession, StoredSummary, Summary};
///
/// let session = StoredSession::new("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10", SystemTime::UNIX_EPOCH);
/// assert_eq!(StoredSummary::new(session, Summary::default()).summary, Summary::default());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoredSummary {
    /// The session, and when the summary was made.
    pub session: StoredSession,
    /// What a list shows of it.
    pub summary: Summary,
}

impl StoredSummary {
    /// Makes a row of a list.
    #[must_use]
    pub fn new(session: StoredSession, summary: Summary) -> Self {
        Self { session, summary }
    }
}

fn unsupported<'a, T: Send + 'a>(what: &'static str) -> StoreFuture<'a, T> {
    Box::pin(async move { Err(StoreError::Unsupported { what }) })
}
