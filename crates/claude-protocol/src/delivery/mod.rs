//! Delivery: the way of a message from the loop to its consumers.
//!
//! A consumer is a turn or a subscription. Each has a queue of its own ([`queue`]). The loop fills
//! it in batches ([`consumers`]), and the consumer empties it ([`receiver`]). [`backpressure`]
//! decides how long the loop waits for a slow consumer. Which turn a message belongs to is decided
//! in `tables/turns.rs`.
//!
//! Begin with `consumers.rs`, then `queue.rs`.

pub(crate) mod consumers;
mod raw_lines;
mod queue;
mod sync;
mod wake_flag;
mod backpressure;
mod receiver;

pub(crate) use consumers::{ConsumerId, Consumers, ReadGate, Scope};
pub(crate) use queue::Size;
pub(crate) use raw_lines::RawKind;
pub(crate) use receiver::{ConsumerQueue, Receiver};
pub(crate) use wake_flag::WakeFlag;
