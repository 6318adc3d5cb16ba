//! `cargo xtask deny`: licences, sources, wildcards and duplicates.
//!
//! Reads the part of cargo-deny's `deny.toml` that needs no network, so that
//! the same file serves both. It is here since cargo-deny is 170 more crates to
//! download and build on every new machine. Advisories need their database from
//! the network and are not looked at. Read next: [`policy`], [`check`].

mod check;
mod expression;
mod policy;
mod run;
#[cfg(test)]
mod tests;

pub(crate) use run::run;
