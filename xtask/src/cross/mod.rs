//! `cargo xtask cross windows|macos`: compiles for another system, and runs the result if a program for that is there.
//!
//! - `windows`: builds the base crates for `x86_64-pc-windows-gnu`, and runs their process tests and the demo under
//!   wine.
//! - `macos`: checks the base crates for `aarch64-apple-darwin`. Nothing is run.
//!
//! The standard library of the target is an installed one (`rustup target add`), or is built from source, for which a
//! toolchain with `rust-src` is needed. On Debian these are the packages of `.ci/run`.
//!
//! What is missing is named, and the rest is skipped. With `CI=true` that is a failure, except on a machine on which
//! `.ci/run` cannot install it: without `apt-get`, or without its packages. In CI, only the transport's tests run under
//! wine. Read next: [`toolchain`], [`wine`], [`run`](mod@run).

mod run;
mod system;
mod toolchain;
mod wine;

pub(crate) use run::run;
pub(crate) use system::System;
