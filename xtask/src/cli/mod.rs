//! `cargo xtask cli`: the pinned real CLI, below `target/` only.
//!
//! The packages are listed in `xtask/cli/package-lock.json` with their checksums. [`pin`] reads it,
//! and [`mod@install`] has npm install them without running any of their scripts. [`other`] does
//! the same for a version that is not pinned. No registry is named: npm uses the configured one.

mod install;
mod npm;
mod other;
mod pin;
#[cfg(test)]
mod tests;

pub(crate) use install::{install, path, version};
pub(crate) use npm::npm;
pub(crate) use other::{chosen, is_version};
