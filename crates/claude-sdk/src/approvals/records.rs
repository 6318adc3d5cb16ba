//! Records port: where approvals are kept, so that they outlive the process.
//!
//! The port is small, so that any store with a compare-and-swap can implement it. `memory.rs` is the
//! one of this crate. `claude_testkit::approval_records` checks an implementation.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use claude_types::SessionId;

use super::{ApprovalId, Record};

/// How often a store that cannot be watched is asked for changes.
const POLL: Duration = Duration::from_millis(500);

/// The future of a method of [`ApprovalRecords`].
pub type RecordsFuture<'r, T> = Pin<Box<dyn Future<Output = Result<T, RecordsError>> + Send + 'r>>;

/// A store of approvals: records by ID, each with a version.
///
/// # Contract
///
/// - [`put`](Self::put) is atomic: of several calls with the same expected version, one succeeds.
/// - What `put` has returned `Ok` for is durable as far as the store is, and each later
///   [`get`](Self::get) returns it or a later version.
/// - A version is never given out twice for one ID.
/// - [`list`](Self::list) returns each record that is not over ([`Record::is_over`]) and was put
///   before the call. It may also return others.
/// - A record is returned equal to the one that was put. Keep it as JSON text: some databases change
///   JSON values.
/// - A failure is an error, and never an empty result: where the store cannot be read, the broker
///   denies.
/// - A method may take 10 s. Then it counts as failed, although a `put` may have taken effect.
/// - Futures may be dropped at any time. A `put` has then taken effect, or it has not.
///
/// Retention: a record that is over may be removed after a day.
pub trait ApprovalRecords: Send + Sync + 'static {
    /// Stores a record if the stored version is the expected one. `None`: if there is no record with
    /// this ID. Returns the new version.
    ///
    /// Fails with [`RecordsError::Conflict`] if the stored version is another one.
    fn put<'r>(
        &'r self,
        record: &'r Record,
        expected: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version>;

    /// Returns the record with this ID and its version.
    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>>;

    /// Returns the records that are not over: those of one session, or all.
    fn list<'r>(
        &'r self,
        session: Option<&'r SessionId>,
    ) -> RecordsFuture<'r, Vec<(Record, Version)>>;

    /// Waits until a record may have changed. It may return without a change.
    ///
    /// A change that is put after this method was called must not be missed. By default, it returns
    /// after 500 ms.
    fn changed(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(tokio::time::sleep(POLL))
    }
}

impl<R: ApprovalRecords + ?Sized> ApprovalRecords for Arc<R> {
    fn put<'r>(
        &'r self,
        record: &'r Record,
        expected: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version> {
        (**self).put(record, expected)
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        (**self).get(id)
    }

    fn list<'r>(
        &'r self,
        session: Option<&'r SessionId>,
    ) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        (**self).list(session)
    }

    fn changed(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        (**self).changed()
    }
}

/// The version of a stored record: a number, or any other text that the store gives out.
///
/// # Examples
///
/// ```
/// use claude_sdk::approvals::Version;
///
/// assert_eq!(Version::from(7).as_str(), "7");
/// assert_ne!(Version::from("\"etag\""), Version::from(7));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version(Box<str>);

impl Version {
    /// Returns the version as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<u64> for Version {
    fn from(number: u64) -> Self {
        Self(number.to_string().into())
    }
}

impl From<&str> for Version {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// The error of a store.
#[derive(Debug)]
#[non_exhaustive]
pub enum RecordsError {
    /// The stored version is not the expected one.
    Conflict,
    /// The store cannot be reached, is full, or failed. The source may say more.
    Unavailable(Box<dyn std::error::Error + Send + Sync>),
    /// A stored record cannot be read.
    Corrupt(Box<dyn std::error::Error + Send + Sync>),
}

impl RecordsError {
    pub(super) fn endless() -> Self {
        Self::Unavailable("it reports one conflict after the other".into())
    }

    pub(super) fn late(after: Duration) -> Self {
        Self::Unavailable(format!("no answer within {after:?}").into())
    }
}

impl fmt::Display for RecordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Conflict => "another version of the approval is stored",
            Self::Unavailable(_) => "the store of approvals is not available",
            Self::Corrupt(_) => "a stored approval cannot be read",
        })
    }
}

impl std::error::Error for RecordsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Conflict => None,
            Self::Unavailable(source) | Self::Corrupt(source) => Some(&**source),
        }
    }
}
