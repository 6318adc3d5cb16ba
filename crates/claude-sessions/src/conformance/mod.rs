//! Conformance: the checks that each store must pass.
//!
//! [`Suite::store`], [`Suite::records`] and [`Suite::journal`] each check one port. The first contains
//! the contract of the official SDKs. What a store cannot do by its
//! [`Capabilities`](crate::ports::Capabilities) is skipped, and the report says so.
//!
//! | checks | file |
//! |---|---|
//! | order, isolation, empty batches, descriptions of subagents | `checks/logs.rs` |
//! | lists, summaries, deleting, subkeys | `checks/lists.rs` |
//! | positions and fences | `checks/positions.rs` |
//! | bytes and names that are easily changed | `checks/bytes.rs` |
//! | several writers, and readers beside them | `checks/writers.rs` |
//! | records | `checks/values.rs` |
//! | journals | `checks/journals.rs` |
//!
//! # Examples
//!
//! ```
//! use claude_sessions::conformance::Suite;
//! use claude_sessions::stores::MemoryStore;
//!
//! # #[tokio::main]
//! # async fn main() {
//! // A part is enough for an example.
//! let suite = Suite::store(|| async { MemoryStore::new() }).only("an_unknown_session_is_none");
//! suite.run().await.assert_passed();
//! # }
//! ```

// Reading order: `suite.rs`, `checks/mod.rs`, `report.rs`.

mod checks;
mod report;
mod suite;

pub use report::Report;
pub use suite::Suite;
