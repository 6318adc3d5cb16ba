//! `cargo xtask codegen`: generates `crates/claude-types/src/generated/` from `schema/`.
//!
//! Reads the schema ([`schema`]), checks it ([`check`]), writes Rust text ([`emit`]), formats it,
//! and writes a file only if it differs. With `--check`, nothing is written and a difference is an
//! error. This crate does not depend on the generated code.

mod run;
pub(crate) mod schema;
mod check;
mod include;
mod reach;
mod emit;
mod for_each;
mod union;
mod names;
mod rust_names;
#[cfg(test)]
mod tests;

pub(crate) use run::run;
