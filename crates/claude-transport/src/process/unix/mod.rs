//! Unix: a child in a process group of its own.
//!
//! Signals go to the group. Signalling and reaping exclude each other, so that no signal reaches an unrelated process
//! that has received the same ID.
//!
//! Read `start.rs` first, then `limited.rs` (resource limits), `launch_error.rs` (why a program was not started), `leader.rs` (signals and the exit)
//! and `exit_wait.rs`.

mod start;
mod limited;
mod launch_error;
mod leader;
mod exit_wait;

pub(super) use launch_error::launch_error;
pub(super) use leader::Leader;
pub(super) use start::{ErrorPipe, InputPipe, OutputPipe, check, start};
