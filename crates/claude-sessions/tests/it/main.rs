//! Tests of the stores as a user sees them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod conforming;
mod durable;
mod files;
#[cfg(feature = "sqlite")]
mod sqlite;
mod wrong_stores;
