//! Redis: all three ports on a Redis server.

// Reading order: `store.rs`, `names.rs`, `logs.rs`, `state.rs`, `load.rs`, `records.rs`, `journal.rs`,
// `listen.rs`, `error.rs`.

mod error;
mod journal;
mod listen;
mod load;
mod logs;
mod names;
mod records;
mod state;
mod store;

pub use store::RedisStore;
