//! Tests of the kit itself: the fake API over raw HTTP, and `mock-claude` as a process.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, in its functions too"
)]

mod contract;
mod defaults;
mod fake_api;
mod message_path;
mod mock;
