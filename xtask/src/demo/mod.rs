//! `cargo xtask demo`: runs the SDK on a machine without a CLI.
//!
//! It runs the example `demo` with the mock, with the real CLI and a fake API on loopback
//! ([`crate::fake_api`]), or with the CLI and account of the user. The first two get an empty home
//! and nothing of the environment of the user.

mod run;

pub(crate) use run::run;
