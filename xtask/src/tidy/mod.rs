//! `cargo xtask tidy`: the house rules that no compiler and no lint checks.
//!
//! A [`tree`] of text files goes in, complaints come out: on single Rust files
//! ([`source`]), on examples ([`example`]), on what pages say about files
//! ([`pages`]) and on what ties a file to one machine ([`machine`]). It does
//! not format (rustfmt does) and does not look for undocumented items
//! (`missing_docs` does).

mod example;
mod machine;
mod pages;
mod run;
mod source;
#[cfg(test)]
mod tests;
mod syntax;
mod tree;

pub(crate) use run::run;
pub(crate) use syntax::{Crate, File, Reference};
pub(crate) use tree::Tree;
