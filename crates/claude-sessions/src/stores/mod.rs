//! Stores: where sessions are kept.
//!
//! | store | ports | for |
//! |---|---|---|
//! | [`MemoryStore`] | all | tests, and programs that need no durability |
//! | [`Plain`] | `SessionStore` | a store of your own with the two official methods |
//! | `PostgresStore`, feature `postgres` | all | a database that programs on several machines share |
//! | `RedisStore`, feature `redis` | all | the same, where a Redis server is at hand |
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

// Reading order: `memory/` (the whole contract in the smallest form), `plain.rs`, `watching.rs`.

mod memory;
mod plain;
mod watching;

#[cfg(any(feature = "postgres", feature = "redis"))]
mod notices;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "redis")]
mod redis;

pub use memory::MemoryStore;
pub use plain::{Plain, PlainStore};
#[cfg(feature = "postgres")]
#[cfg_attr(docsrs, doc(cfg(feature = "postgres")))]
pub use postgres::PostgresStore;
#[cfg(feature = "redis")]
#[cfg_attr(docsrs, doc(cfg(feature = "redis")))]
pub use redis::RedisStore;
