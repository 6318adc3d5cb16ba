//! `cargo xtask examples`: builds all examples and runs those that need no input.
//!
//! The header of an example declares with which CLIs it runs, see [`declared`]. An example without
//! a declaration fails the step. The answers of the mock and of the fake model are in
//! `examples/unattended/`.

mod declared;
mod run;

pub(crate) use run::run;

#[cfg(test)]
mod tests;
