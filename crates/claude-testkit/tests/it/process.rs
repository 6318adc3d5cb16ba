//! The whole SDK against `mock-claude` as a real child process: what a CLI can do wrong, and what
//! is left of it afterwards.
//!
//! What processes leave behind is read from `/proc`, so these tests are for Linux. The wire itself
//! is tested in `claude-protocol`, against scripts; the real CLI in [`crate::contract`].
//!
//! Next: `stage.rs`, then any subject.

mod callbacks;
mod demo;
mod drop;
mod end;
mod events;
mod exit;
mod family;
mod faults;
mod late;
mod flat;
mod memory;
mod mode;
mod parallel;
mod prompts;
mod runtime;
mod secrets;
mod shared;
mod stage;
mod stall;
mod stderr;
mod stdio;
