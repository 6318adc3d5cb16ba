//! `cargo xtask tidy`: the house rules that no compiler and no lint checks.
//!
//! A [`tree`] of text files goes in, complaints come out: on single Rust files
//! ([`source`]), on names ([`names`]) and phrases ([`phrases`]), on folders ([`folders`]), on
//! examples ([`example`]) and public types without one ([`doc_examples`]), on what pages say about
//! files ([`pages`]) and on what ties a file to one machine ([`machine`]). It does not format
//! (rustfmt does) and does not look for undocumented items (`missing_docs` does).

mod doc_examples;
mod example;
mod folders;
mod machine;
mod names;
mod pages;
mod phrases;
mod run;
mod source;
#[cfg(test)]
mod tests;
mod syntax;
mod tree;

pub(crate) use run::run;
pub(crate) use syntax::{Crate, File, Reference};
pub(crate) use tree::Tree;
