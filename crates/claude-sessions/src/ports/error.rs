//! Error: what can fail when a store is read or written.

use std::time::Duration;

/// A store cannot do what it was asked for.
///
/// No error contains a part of an entry, of a record or of a connection string.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::StoreError;
///
/// let error = StoreError::Gap { have: 7 };
/// assert!(!error.is_retryable());
/// assert_eq!(error.to_string(), "the log ends before this position: it has 7 entries");
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The store cannot do this at all.
    #[error("this store does not support {what}")]
    Unsupported {
        /// What it does not support.
        what: &'static str,
    },
    /// A key, a name or an entry is not allowed. Nothing was read or written.
    #[error("not allowed: {why}")]
    Invalid {
        /// Why not.
        why: String,
    },
    /// The log ends before the position of the batch. Nothing was written.
    #[error("the log ends before this position: it has {have} entries")]
    Gap {
        /// How many entries the log has.
        have: u64,
    },
    /// The log has another entry at this position: another writer was there. Nothing was written.
    #[error("the log has another entry at position {at}: another writer was there")]
    Conflict {
        /// The first position that differs.
        at: u64,
    },
    /// Another holder has taken over the session since. Nothing was written.
    #[error("another holder has taken over the session (epoch {epoch})")]
    Fenced {
        /// The epoch of that holder.
        epoch: u64,
    },
    /// What is stored at this position is not an entry.
    #[error("the stored data is damaged at position {at}")]
    Corrupt {
        /// The position.
        at: u64,
    },
    /// A value is larger than the store takes. Nothing was written.
    #[error("the value has {size} bytes; the store takes at most {limit}")]
    TooLarge {
        /// Its size, in bytes.
        size: usize,
        /// The largest allowed size, in bytes.
        limit: usize,
    },
    /// The disk or the quota of the store is full. Nothing was written.
    #[error("the store is full")]
    Full,
    /// The store did not answer in time. The write may have happened: repeat it with its position.
    #[error("the store did not answer within {after:?}")]
    TimedOut {
        /// How long was waited.
        after: Duration,
    },
    /// The store cannot be reached, or has failed.
    #[error("the store cannot be used now")]
    Unavailable {
        /// The reason.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl StoreError {
    /// Wraps the error of a driver.
    #[must_use]
    pub fn unavailable(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Unavailable { source: source.into() }
    }

    /// Returns whether the same call may succeed later.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Full | Self::TimedOut { .. } | Self::Unavailable { .. })
    }
}
