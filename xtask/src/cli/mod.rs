//! `cargo xtask cli`: the pinned real CLI, below `target/` only.
//!
//! The packages are listed in `xtask/cli/package-lock.json` with their checksums. [`pin`] reads its
//! version, and [`mod@install`] starts `claude-cli-manager`, which has npm install them without
//! running any of their scripts. No registry is named: npm uses the configured one.

mod install;
mod npm;
mod pin;
#[cfg(test)]
mod tests;

pub(crate) use install::{chosen, install, is_version, list, path, version};
pub(crate) use npm::npm;
