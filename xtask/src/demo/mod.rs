//! `cargo xtask demo`: the SDK at work, on a machine that has nothing else.
//!
//! Runs the example `demo` against the mock, against the real CLI with a fake
//! API on loopback ([`crate::fake_api`]), or against the user's own CLI and account.
//! The first two see an empty home and nothing of the user's environment.

mod run;

pub(crate) use run::run;
