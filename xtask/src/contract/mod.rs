//! `cargo xtask contract --cli VERSION…`: the contract tests with other CLIs.
//!
//! [`table`] names the tests that an older CLI cannot pass, with the reason: they are left out and
//! named, never passed over. [`report`] reads what the tests say; [`mod@run`] does the rest.

mod plan;
mod report;
mod run;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use plan::Plan;
pub(crate) use run::run;
