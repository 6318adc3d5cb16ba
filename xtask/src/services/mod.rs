//! `cargo xtask services`: the servers that tests of stores need, `PostgreSQL` and Redis.
//!
//! Each server listens on a Unix socket in a temporary folder, and is ended with the command that
//! it was started for. Where its program is missing, the tests are skipped by name; in CI that is a
//! failure. Read next: [`run`], [`server`].

mod postgres;
mod program;
mod redis;
mod run;
mod serve;
mod server;

pub(crate) use program::Service;
pub(crate) use run::{run, run_tests};
pub(crate) use serve::serve;
