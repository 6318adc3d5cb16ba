//! Tests of the stores as a user sees them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod conforming;
mod wrong_stores;

#[cfg(all(unix, any(feature = "postgres", feature = "redis")))]
mod on_servers;
#[cfg(all(unix, feature = "postgres"))]
mod postgres;
#[cfg(all(unix, any(feature = "postgres", feature = "redis")))]
mod servers;
#[cfg(all(unix, feature = "redis"))]
mod redis;
