//! Records of approvals: the checks that each store must pass, and a store in files for tests.
//!
//! A store is any implementation of [`ApprovalRecords`](claude_sdk::approvals::ApprovalRecords).
//!
//! # Examples
//!
//! ```
//! use claude_sdk::approvals::MemoryRecords;
//! use claude_testkit::approval_records::check;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! // Called for each check, for an empty store of its own.
//! check(async || MemoryRecords::new()).await.unwrap();
//! # }
//! ```

// Reading order: `checks.rs`, `sample.rs`, `files.rs`.

mod checks;
mod sample;
mod files;

pub use checks::check;
pub use files::FileRecords;
