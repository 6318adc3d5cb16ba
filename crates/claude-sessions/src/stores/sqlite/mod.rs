//! `SQLite`: all three ports in one file.

// Reading order: `store.rs`, `schema.rs`, `worker.rs`, `logs.rs`, `sessions.rs`, `records.rs`, `journal.rs`,
// `failure.rs`.

mod failure;
mod journal;
mod logs;
mod records;
mod schema;
mod sessions;
mod store;
mod worker;

pub use store::SqliteStore;
