//! The real CLI against the fake Messages API: the judge of what the other tests assume.
//!
//! Each test starts the CLI that `CLAUDE_TEST_CLI` names, with a clean environment, a throw-away
//! home and loopback only. Without the variable a test prints that it is skipped; with
//! `CLAUDE_TEST_REQUIRE_CLI` it fails instead. `cargo xtask test` sets both.

mod asked;
mod control;
mod conversation;
mod errors;
mod guarded;
mod events;
mod guards;
mod json;
mod lab;
mod mcp;
mod one_shot;
mod options;
#[cfg(unix)]
mod record;
mod state;
mod tools;
mod turns;
