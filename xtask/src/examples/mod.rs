//! `cargo xtask examples`: every example is built, and those that need nobody
//! are run.
//!
//! The header of an example declares what it can run with, see [`declared`].
//! One that declares nothing fails the step. What the mock or the fake model
//! says is in `examples/unattended/`.

mod declared;
mod run;

pub(crate) use run::run;

#[cfg(test)]
mod tests;
