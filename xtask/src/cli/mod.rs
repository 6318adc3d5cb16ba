//! `cargo xtask cli`: the pinned real CLI, below `target/` and nowhere else.
//!
//! What is installed is written in `xtask/cli/package-lock.json`, checksums
//! included; [`pin`] reads it, [`mod@install`] has npm put it in place without
//! running any of its scripts. [`other`] does the same for a version that is not
//! pinned. No registry is named: npm asks the one it is configured with.

mod install;
mod npm;
mod other;
mod pin;
#[cfg(test)]
mod tests;

pub(crate) use install::{install, path, version};
pub(crate) use npm::npm;
pub(crate) use other::{chosen, is_version};
