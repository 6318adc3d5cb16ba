//! Stores: where sessions are kept.
//!
//! | store | ports | for |
//! |---|---|---|
//! | [`MemoryStore`] | all | tests, and programs that need no durability |
//! | [`FileStore`] | all | a machine of its own, or several processes on one |
//! | `SqliteStore` (feature `sqlite`) | all | the same, in one file |
//! | [`Plain`] | `SessionStore` | a store of your own with the two official methods |
//!
//! Each store passes the checks of [`conformance`](crate::conformance).
//!
//! # Examples
//!
//! ```
//! use claude_sessions::ports::SessionStore;
//! use claude_sessions::stores::MemoryStore;
//!
//! let store = MemoryStore::new();
//! assert!(store.capabilities().fencing);
//! ```

// Reading order: `memory/` (the whole contract in the smallest form), `files/`, `sqlite/`, `plain.rs`, `watching.rs`, `outside.rs`.

mod files;
mod memory;
mod outside;
mod plain;
#[cfg(feature = "sqlite")]
mod sqlite;
mod watching;

pub use files::FileStore;
pub use memory::MemoryStore;
pub use plain::{Plain, PlainStore};
#[cfg(feature = "sqlite")]
#[cfg_attr(docsrs, doc(cfg(feature = "sqlite")))]
pub use sqlite::SqliteStore;
