//! Turns: one prompt of a conversation, and its messages.
//!
//! Reading order: `stream.rs`, `handle.rs`.

mod stream;
mod handle;

pub use handle::{SteerOutcome, TurnHandle};
pub use stream::Turn;
