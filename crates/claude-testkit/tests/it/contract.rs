//! The real CLI against the fake Messages API: the judge of what the other tests assume.
//!
//! Each test starts the CLI that `CLAUDE_TEST_CLI` names, with a clean environment, a throw-away
//! home and loopback only. Without the variable a test prints that it is skipped; with
//! `CLAUDE_TEST_REQUIRE_CLI` it fails instead. `cargo xtask test` sets both.

mod conversation;
mod errors;
mod guards;
mod json;
mod lab;
mod mcp;
mod one_shot;
#[cfg(unix)]
mod record;
mod tools;
