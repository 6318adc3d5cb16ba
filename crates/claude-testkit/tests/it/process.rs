//! Process tests: the complete SDK with `mock-claude` as a real child process. They cover what a
//! CLI can do wrong, and which processes and files are left afterwards.
//!
//! Processes that are left behind are read from `/proc`, so these tests run on Linux only. The
//! protocol itself is tested in `claude-protocol` with scripts, the real CLI in
//! [`crate::contract`].
//!
//! Next: `stage.rs`, then any subject.

mod callbacks;
mod commands;
mod demo;
mod drop;
mod deadlines;
mod events;
mod exit;
mod process_tree;
mod invalid_lines;
mod late_requests;
mod constant_memory;
mod memory;
mod mistakes;
mod permission_mode;
mod parallel;
mod prompts;
mod runtime;
mod secrets;
mod shared_client;
mod stage;
mod stall;
mod stderr;
mod stdio;
