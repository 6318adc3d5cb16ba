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
//! What the host does not end, because it is killed or exits, the watcher ends (`orphans/`).
//!
//! Read `spawn.rs` first, then `limited.rs` (resource limits), `launch_error.rs` (why a program was not started),
//! `child.rs` (signals and the exit), `exit_wait.rs`, `stderr.rs`, and `deferred_kill.rs` (the drop).

mod spawn;
mod limited;
mod launch_error;
mod child;
mod exit_wait;
mod stderr;
mod deferred_kill;

pub use spawn::{Process, Spawner};
