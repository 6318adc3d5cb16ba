//! Tests of the testkit, and of everything above it with real processes: the fake API over raw
//! HTTP, `mock-claude` line by line, the SDK with `mock-claude`, the SDK with the real CLI, and the
//! recorder.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, in its functions too"
)]

mod approval_records;
mod conformance;
mod connector;
mod contract;
mod defaults;
mod fake_api;
mod kept_approvals;
mod callback_calls;
mod mcp_calls;
mod message_path;
mod mock;
mod mock_guards;
mod observers;
#[cfg(any(target_os = "linux", windows))]
mod process;
#[cfg(unix)]
mod record;
mod security;
mod sessions;
