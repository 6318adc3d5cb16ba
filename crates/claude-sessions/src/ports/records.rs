//! Records: the port that keeps small values with versions.

use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::error::StoreError;
use super::store::StoreFuture;

/// The largest value, in bytes.
pub const LARGEST_RECORD: usize = 1 << 20;

/// The changes of records, as [`Records::watch`] returns them.
pub type Changes<'a> = Pin<Box<dyn Stream<Item = Result<Change, StoreError>> + Send + 'a>>;

/// Keeps values of at most 1 MiB under text keys. Each change is one compare-and-swap, so many processes
/// can share them: leases, approvals and state are kept here.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::{Expect, Put, Records};
/// use claude_sessions::stores::MemoryStore;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let records = MemoryStore::new();
/// let Put::Stored { version } = records.put("job/1", "open".into(), Expect::Absent, None).await?
/// else { unreachable!() };
/// // Somebody else was faster:
/// let late = records.put("job/1", "mine".into(), Expect::Absent, None).await?;
/// assert!(matches!(late, Put::Refused { current: Some(record) } if record.version == version));
/// # Ok(())
/// # }
/// ```
pub trait Records: Send + Sync + 'static {
    /// Returns the record of a key. `None` if there is none, or its time is over.
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Record>>;

    /// Sets the value of a key if the record is as expected. With `ttl`, the record is gone that much
    /// later by the clock of the store; without, it stays.
    ///
    /// # Errors
    ///
    /// [`StoreError::TooLarge`] above 1 MiB, and those of the store. A record that is not as expected
    /// is no error, but [`Put::Refused`].
    fn put<'a>(
        &'a self,
        key: &'a str,
        value: Bytes,
        expect: Expect,
        ttl: Option<Duration>,
    ) -> StoreFuture<'a, Put>;

    /// Removes the record of a key if it is as expected. Returns whether it was removed.
    fn remove<'a>(&'a self, key: &'a str, expect: Expect) -> StoreFuture<'a, bool>;

    /// Returns the records whose keys begin with `prefix` and come after `after`, sorted by the bytes
    /// of their keys, at most `limit`.
    fn list<'a>(
        &'a self,
        prefix: &'a str,
        after: Option<&'a str>,
        limit: usize,
    ) -> StoreFuture<'a, Vec<Record>>;

    /// Returns the records whose keys begin with `prefix`, and then each change of one.
    ///
    /// A change may be told twice, and several may be told as one. The last one is always told.
    fn watch<'a>(&'a self, prefix: &'a str) -> Changes<'a>;
}

/// A value with its version.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Record;
///
/// let record = Record::new("job/1", &b"open"[..], 7);
/// assert_eq!((record.key.as_str(), record.version), ("job/1", 7));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Record {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: Bytes,
    /// Grows with each change of the key, and never comes again, also not after a removal.
    pub version: u64,
}

impl Record {
    /// Makes a record.
    #[must_use]
    pub fn new(key: impl Into<String>, value: impl Into<Bytes>, version: u64) -> Self {
        Self { key: key.into(), value: value.into(), version }
    }
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Record")
            .field("version", &self.version)
            .field("bytes", &self.value.len())
            .finish_non_exhaustive()
    }
}

/// What a record must be for a change.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Expect;
///
/// assert!(Expect::Absent.holds(None) && Expect::Version(3).holds(Some(3)));
/// assert!(!Expect::Version(3).holds(Some(4)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "each store must obey all")]
pub enum Expect {
    /// Anything, or absent.
    Any,
    /// It must not exist.
    Absent,
    /// It must have this version.
    Version(u64),
}

impl Expect {
    /// Returns whether a record of this version is as expected. `None` is one that does not exist.
    #[must_use]
    pub fn holds(self, version: Option<u64>) -> bool {
        match self {
            Self::Any => true,
            Self::Absent => version.is_none(),
            Self::Version(expected) => version == Some(expected),
        }
    }
}

/// What became of a change.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Put;
///
/// assert_eq!(Put::Stored { version: 3 }.version(), Some(3));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a change happens or not")]
pub enum Put {
    /// It was made.
    Stored {
        /// The version of the record now.
        version: u64,
    },
    /// The record was not as expected.
    Refused {
        /// The record as it is. `None` if there is none.
        current: Option<Record>,
    },
}

impl Put {
    /// Returns the new version. `None` if the change was refused.
    #[must_use]
    pub fn version(&self) -> Option<u64> {
        match self {
            Self::Stored { version } => Some(*version),
            Self::Refused { .. } => None,
        }
    }
}

/// A change of a record.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Change;
///
/// assert!(Change::removed("job/1").record.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The key.
    pub key: String,
    /// The record now. `None` if it is gone.
    pub record: Option<Record>,
}

impl Change {
    /// A record that is gone.
    #[must_use]
    pub fn removed(key: impl Into<String>) -> Self {
        Self { key: key.into(), record: None }
    }
}

impl From<Record> for Change {
    fn from(record: Record) -> Self {
        Self { key: record.key.clone(), record: Some(record) }
    }
}
