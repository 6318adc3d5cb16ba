//! Errors: what went wrong, what to do about it, and how a run ended.
//!
//! Reading order: `kinds.rs` (the variants), `hints.rs` (what to do), `outcome.rs` and
//! `run_facts.rs` (how a run ended), `from_protocol.rs` (where most errors come from). The causes
//! of a failed start are found in `launch/failure.rs`.

mod kinds;
mod from_protocol;
mod display;
mod hints;
mod precondition;
mod exit_cause;
mod diagnostics;
mod json_failure;
mod serialize;
mod outcome;
mod run_facts;
pub(crate) mod cli_version;

pub(crate) use cli_version::{CliSupport, CliVersion, since};
pub use diagnostics::Diagnostics;
pub use exit_cause::ExitCause;
pub use json_failure::JsonFailure;
pub use kinds::{CloseReason, Error, ErrorKind, Result};
pub use outcome::Outcome;
pub use precondition::Precondition;
pub use run_facts::RunFacts;

#[cfg(test)]
mod tests;
