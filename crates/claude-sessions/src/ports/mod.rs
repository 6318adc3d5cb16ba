//! Ports: what a store must do, and the values that go in and out.
//!
//! | port | keeps | for |
//! |---|---|---|
//! | [`SessionStore`] | the logs of sessions | mirror, resume, lists |
//! | [`Records`] | small values with versions | leases, approvals, state |
//! | [`Journal`] | numbered items | the durable log of a session |
//!
//! One type per database implements all three. [`conformance`](crate::conformance) has the checks.
//!
//! # Examples
//!
//! ```
//! use claude_sessions::ports::{Entry, SessionKey};
//!
//! let key = SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10")?;
//! let entry = Entry::new(r#"{"type":"user"}"#)?;
//! assert_eq!((key.project(), entry.kind().as_deref()), ("-home-me-app", Some("user")));
//! # Ok::<(), claude_sessions::ports::StoreError>(())
//! ```

// Reading order: `store.rs`, `key.rs`, `entry.rs`, `position.rs`, `summary.rs`, `records.rs`, `journal.rs`, `error.rs`.

mod entry;
mod error;
mod journal;
mod key;
mod position;
mod records;
mod store;
mod summary;

pub use entry::Entry;
pub use error::StoreError;
pub use journal::{Extent, Journal, JournalItem};
pub use key::SessionKey;
pub use position::Plan;
pub use records::{Change, Changes, Expect, LARGEST_RECORD, Put, Record, Records};
pub use store::{
    Appended, Batch, Capabilities, Entries, SessionStore, StoreFuture, StoredSession, StoredSummary,
};
pub use summary::Summary;
