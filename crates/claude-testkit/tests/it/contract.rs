//! Contract tests: the real CLI with the fake Messages API. They check the assumptions of the other
//! tests.
//!
//! Each test starts the CLI that `CLAUDE_TEST_CLI` names, with a clean environment, a temporary
//! home and loopback only. Without the variable a test prints that it is skipped; with
//! `CLAUDE_TEST_REQUIRE_CLI` it fails instead. `cargo xtask test` sets both.

mod approvals;
mod auth;
mod user_requests;
mod control;
mod credentials;
pub(crate) mod conversation;
mod deferred;
mod errors;
mod failing_hooks;
mod events;
mod guards;
#[cfg(target_os = "linux")]
mod host_end;
mod hostile_texts;
mod json;
mod lab;
#[cfg(target_os = "linux")]
mod large_texts;
mod mcp;
mod mirror;
mod one_shot;
mod parity;
mod options;
mod process;
#[cfg(unix)]
mod record;
mod recycle;
mod reset;
mod resume_file;
mod session_log;
mod sessions;
mod state;
mod tools;
mod transcripts;
mod transcripts_edit;
mod transcripts_doctor;
mod turns;
