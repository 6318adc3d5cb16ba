//! Edit: title, tag and archive mark of a session, and its removal, as the official SDKs write them.
//!
//! Reading order: `notes.rs` (the lines that are appended), `append.rs`, `text.rs` (which characters a
//! tag may have), `archive.rs`, `delete.rs`, `clock.rs`.

mod append;
mod archive;
mod clock;
mod delete;
mod notes;
mod text;

pub(crate) use clock::now;
pub use delete::Deleted;
pub(crate) use text::trimmed;
