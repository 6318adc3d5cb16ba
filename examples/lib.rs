//! The examples are the files beside this one; each runs by
//! `cargo run -p claude-examples --example NAME`.
//!
//! Each finds the CLI as any program does that uses the SDK: `CLAUDE_CLI_PATH`, then `PATH`. A line
//! of its header declares with which it ends by itself, `Runs unattended: mock, real CLI.`, and
//! `cargo xtask examples` runs it with these. What the mock plays then is in
//! `unattended/NAME.steps` (a scenario; without it each prompt is answered in a few words), and what
//! the fake model says to the real CLI in `unattended/NAME.turns.json`.

/// The README of the repository, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
