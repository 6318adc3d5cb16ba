//! Mirror: keeps the files of a session in a store, too.

// Reading order: `handle.rs` (the handle and its sink), `log.rs` (the task of one log), `source.rs`
// (what it reads), `frames.rs`, `paths.rs`, `event.rs`, `catch_up.rs`.

mod catch_up;
mod event;
mod frames;
mod log;
mod handle;
mod paths;
mod source;
#[cfg(test)]
mod tests;

pub use catch_up::catch_up;
pub(crate) use catch_up::{catch_up_as, count_entries};
pub use event::{MirrorEvent, MirrorReport};
pub use handle::Mirror;
