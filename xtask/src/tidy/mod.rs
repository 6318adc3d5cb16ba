//! `cargo xtask tidy`: checks repository rules that no compiler and no lint checks.
//!
//! It reads a [`tree`] of text files and returns problems: of single Rust files ([`source`]), names
//! ([`names`]), phrases ([`phrases`]), folders ([`folders`]), examples ([`example`]), public types
//! without an example ([`doc_examples`]), links and paths in pages ([`pages`]) and names of one
//! machine ([`machine`]). It does not check the format (rustfmt does) or undocumented items
//! (`missing_docs` does).

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
