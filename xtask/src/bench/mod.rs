//! Benches: `cargo xtask bench` measures speed, `cargo xtask bench build` what it costs to build
//! against the SDK. No command fails over a number, except with `--check`.
//!
//! Read `speed.rs`, then `package.rs` (how its programs are built); for builds `build.rs` (the steps and the table), then `hello.rs` (what is built)
//! and `timed.rs` (how a build is timed).

mod build;
mod hello;
mod package;
mod speed;
mod timed;

pub(crate) use build::run as build;
pub(crate) use speed::{Plan, run as speed};
