//! `cargo xtask deny`: licenses, sources, wildcards and duplicates.
//!
//! It reads the part of `deny.toml` of cargo-deny that needs no network, so that the same file
//! serves both. cargo-deny would be 170 more crates to download and build on every new machine.
//! Advisories need their database from the network and are not checked. Read next: [`policy`],
//! [`check`].

mod check;
mod expression;
mod policy;
mod run;
#[cfg(test)]
mod tests;

pub(crate) use run::run;
