//! Postgres: all three ports in a schema of a `PostgreSQL` database.

// Reading order: `store.rs`, `schema.rs`, `logs.rs`, `load.rs`, `records.rs`, `journal.rs`, `client.rs`,
// `listen.rs`, `error.rs`.

mod client;
mod error;
mod journal;
mod listen;
mod load;
mod logs;
mod records;
mod schema;
mod store;

pub use store::PostgresStore;
