//! Process tests: the complete SDK with `mock-claude` as a real child process. They cover what a
//! CLI can do wrong, and which processes and files are left afterwards.
//!
//! They run on Linux, where processes that are left behind are read from `/proc`, and on Windows,
//! without the tests that use Unix signals, shell scripts or `/proc` themselves. The protocol itself
//! is tested in `claude-protocol` with scripts, the real CLI in [`crate::contract`].
//!
//! Next: `stage.rs`, then any subject.

mod callbacks;
#[cfg(target_os = "linux")]
mod commands;
mod demo;
mod drop;
mod deadlines;
mod environment;
mod events;
mod exit;
mod process_tree;
mod invalid_lines;
mod late_requests;
#[cfg(target_os = "linux")]
mod constant_memory;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod mistakes;
mod permission_mode;
mod parallel;
mod prompts;
mod runtime;
#[cfg(target_os = "linux")]
mod secrets;
mod shared_client;
mod stage;
mod stall;
mod stderr;
#[cfg(target_os = "linux")]
mod stdio;
