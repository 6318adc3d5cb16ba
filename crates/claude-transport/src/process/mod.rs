//! The child process: started in a group of its own, read, watched, and never left behind.
//!
//! This module never interprets what a child writes, and it knows no particular program. Its promises:
//!
//! - The child is reaped by one thread only, which kills the rest of the group first. A signal and the reaping
//!   exclude each other, so that no signal can hit a process that got a recycled id.
//! - The standard error is always drained into a bounded tail.
//! - A dropped child is asked to end at once and killed after a grace, also outside and after the runtime.
//!   Nothing of that needs tokio. Only what leaves the group (`setsid`) can survive, and a host that itself
//!   ends first: then the child sees the end of its input, and nobody is left to send the kill.
//!
//! Read `spawn.rs` first, then `child.rs` (signals and the end), `stderr.rs`, and `deferred_kill.rs` (the drop).

mod spawn;
mod child;
mod stderr;
mod deferred_kill;

pub use spawn::{Process, Spawner};
