//! Turns: sending a prompt, reading its messages, and stopping it.

mod stream;
mod subscription;
mod send;
mod handle;
mod interrupt;

pub use handle::{SteerOutcome, TurnHandle};
pub use interrupt::{InterruptOptions, InterruptOutcome};
pub use stream::Turn;
pub use subscription::{Subscription, answers};
