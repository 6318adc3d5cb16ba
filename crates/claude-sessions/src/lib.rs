//! Keeps the sessions of the Claude Code CLI in any store, and finds them again.
//!
//! The CLI writes each session to a file on its machine. This crate keeps a copy elsewhere: in memory,
//! in files, in a database.
//!
//! - [`Sessions`] creates, resumes and forks sessions, and proves what was opened.
//! - [`Mirror`] stores a session while its CLI writes it; [`catch_up`] stores one that is on disk.
//! - [`SessionLog`] keeps what was said, numbered, for readers in any process.
//! - [`ApprovalStore`] keeps approvals, so that a person may answer on another day.
//! - [`State`] is a typed value that sessions share.
//! - [`ports`] are what a store must do: [`SessionStore`](ports::SessionStore),
//!   [`Records`](ports::Records), [`Journal`](ports::Journal).
//! - [`stores`] implement all three.
//! - [`conformance`] has the checks that each store must pass, also one of your own.
//!
//! # Examples
//!
//! ```
//! use claude_sessions::ports::{Batch, Entry, SessionKey, SessionStore};
//! use claude_sessions::stores::MemoryStore;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let store = MemoryStore::new();
//! let key = SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10")?;
//! let batch = Batch::new([Entry::new(r#"{"type":"user"}"#)?]).at(0);
//! assert_eq!(store.append(&key, &batch).await?.len, 1);
//! # Ok(())
//! # }
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod ports;
pub mod stores;
pub mod conformance;

mod backoff;
mod approvals;
mod lease;
mod listing;
mod log;
mod mirror;
mod resume;
mod state;

pub use approvals::ApprovalStore;
pub use lease::{Lease, LeaseHolder};
pub use listing::StoredRow;
pub use log::{Followed, LogItem, LogSource, SessionLog};
pub use mirror::{Mirror, MirrorEvent, MirrorReport, catch_up};
pub use resume::{Open, OpenError, Opened, ParkedCall, Proof, SessionCopy, Sessions, Source};
pub use state::{State, StateScope};
