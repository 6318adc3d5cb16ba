//! Files: all three ports in a folder.

// Reading order: `store.rs`, `names.rs`, `place.rs`, `len.rs`, `log.rs`, `lines.rs`, `sessions.rs`, `records.rs`,
// `journal.rs`, `segments.rs`, `disk/`.

mod disk;
mod failure;
mod journal;
mod len;
mod lines;
mod log;
mod names;
mod place;
mod records;
mod segments;
mod sessions;
mod store;
mod uuids;

pub use store::FileStore;
