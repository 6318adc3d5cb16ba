//! Windows: a child in a job object of its own.
//!
//! The child is created suspended, assigned to a job that is killed when its last handle is closed, and then resumed.
//! So everything that it starts is in the job, and a host that ends in whatever way takes the job with it. The child
//! has no console window.
//!
//! Read `start.rs` first, then `pipes.rs`, `launch_error.rs` (why a program was not started) and `leader.rs` (the
//! end).

mod start;
mod pipes;
mod launch_error;
mod leader;

pub(super) use launch_error::launch_error;
pub(super) use leader::Leader;
pub(super) use pipes::{ErrorPipe, InputPipe, OutputPipe};
pub(super) use start::{check, start};
