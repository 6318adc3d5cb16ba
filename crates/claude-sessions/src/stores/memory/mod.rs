//! Memory: all three ports in memory.

// Reading order: `store.rs`, then one file for each port.

mod journal;
mod logs;
mod records;
mod store;

pub use store::MemoryStore;
