//! `cargo xtask contract --cli VERSION…`: the contract tests with other CLIs.
//!
//! [`table`] names the tests that an older CLI cannot pass, with the reason: they are skipped and
//! listed. [`report`] reads the output of the tests; [`mod@run`] is the command.

mod plan;
mod report;
mod run;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use plan::Plan;
pub(crate) use run::run;
