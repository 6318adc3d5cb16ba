//! Child process: starts a child in a process group of its own, reads it, and ends it.
//!
//! This room does not interpret what a child writes. It guarantees:
//!
//! - One thread reaps the child, and kills the rest of the group first. Signalling and reaping exclude each other,
//!   so that no signal reaches an unrelated process that has received the same ID.
//! - Stderr is always read, and a bounded part of its end is kept.
//! - A dropped child gets SIGTERM at once, and SIGKILL after its drop grace. This needs no runtime, so it works
//!   outside a runtime and after its end.
//!
//! Two things can survive a drop: a process that leaves the group (`setsid`), and a child that ignores SIGTERM if
//! the host ends before it sends SIGKILL. Such a child sees the end of its stdin.
//!
//! Read `spawn.rs` first, then `launch_error.rs` (why a program was not started), `child.rs` (signals and the exit), `stderr.rs`, and `deferred_kill.rs` (the drop).

mod spawn;
mod launch_error;
mod child;
mod stderr;
mod deferred_kill;

pub use spawn::{Process, Spawner};
