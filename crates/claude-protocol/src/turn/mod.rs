//! Turns: sending a prompt, reading its messages, and stopping it.
//!
//! A turn is one prompt and its result. The files here are the user's side: streams over the
//! queues of `delivery/`, and methods that send commands and control requests. Which message
//! belongs to which turn is decided by the driver, in `tables/turns.rs`.
//!
//! Begin with `send.rs` and `stream.rs`; then `handle.rs` and `interrupt.rs`.

mod stream;
mod subscription;
mod send;
mod handle;
mod interrupt;

pub use handle::{SteerOutcome, TurnHandle};
pub use interrupt::{InterruptOptions, InterruptOutcome};
pub use stream::Turn;
pub use subscription::{Subscription, answers};
