//! Log: what was said in a session, numbered and durable, for any number of readers.

// Reading order: `session_log.rs` (the handle), `recorder.rs` (what is noted), `writer.rs` (the task),
// `item.rs`, `follow.rs` (readers).

mod follow;
mod item;
mod recorder;
mod session_log;
#[cfg(test)]
mod tests;
mod writer;

pub use follow::Followed;
pub use item::{LogItem, LogSource};
pub use session_log::SessionLog;
