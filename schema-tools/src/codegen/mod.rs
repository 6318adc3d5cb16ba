//! `cargo xtask codegen`: `schema/` to `crates/claude-types/src/generated/`.
//!
//! Reads the schema ([`schema`]), holds it against the rules ([`check`]), writes Rust text ([`emit`]), formats it, and writes a file only
//! if it differs. With `--check` nothing is written and a difference is an error. This crate
//! depends on nothing that it generates.

mod run;
pub(crate) mod schema;
mod check;
mod include;
mod reach;
mod emit;
mod for_each;
mod union;
mod names;
#[cfg(test)]
mod tests;

pub(crate) use run::run;
