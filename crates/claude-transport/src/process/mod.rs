//! Child process: starts a child, reads it, and ends it with everything that it has started.
//!
//! This room does not interpret what a child writes. It guarantees:
//!
//! - One thread waits for the child, and ends the rest of what it has started.
//! - Stderr is always read, and a bounded part of its end is kept.
//! - A dropped child is asked to end at once, and killed after its drop grace. This needs no runtime, so it works
//!   outside a runtime and after its end.
//!
//! What the host does not end, because it is killed or exits, is ended without it (`orphans/`).
//!
//! Read `spawn.rs` first, then `child.rs` (the exit), `stderr.rs`, and `deferred_kill.rs` (the drop). What differs
//! between systems is in `unix/` and `windows/`, with the same names: starting a program, its signals, its exit, and
//! the reason why it was not started.

mod spawn;
mod child;
mod command;
mod stderr;
mod deferred_kill;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

pub use spawn::{Process, Spawner};
#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;
