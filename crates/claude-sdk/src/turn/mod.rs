//! Turns: one prompt of a conversation, and its messages.

mod stream;
mod handle;

pub use handle::{SteerOutcome, TurnHandle};
pub use stream::Turn;
