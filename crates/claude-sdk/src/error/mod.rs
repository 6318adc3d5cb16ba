//! Errors: what failed, what to do about it, and how a run ended.
//!
//! Reading order: `kinds.rs` (the variants), `hints.rs` (what to do), `outcome.rs` and
//! `run_facts.rs` (how a run ended), `from_protocol.rs` (where most errors come from). The causes
//! of a failed start are found in `launch/failure.rs`.
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::error::{CloseReason, Error, Precondition};
//! use claude_sdk::{Options, query};
//!
//! # async fn run() {
//! match query("What is 2 + 2?", Options::default()).text().await {
//!     Ok(text) => println!("{text}"),
//!     Err(Error::Limit { resets_at: Some(time), .. }) => println!("wait until {time:?}"),
//!     Err(Error::Closed { reason: CloseReason::ByUser }) => {}
//!     Err(Error::Precondition(Precondition::McpServer { server, .. })) => println!("{server}"),
//!     Err(error) => eprintln!("error: {error}\nhint: {}", error.hint()),
//! }
//! # }
//! ```

mod kinds;
mod from_protocol;
mod display;
mod debug;
mod hints;
mod precondition;
mod exit_cause;
mod diagnostics;
mod json_failure;
mod serialize;
mod outcome;
mod run_facts;
mod cli_version;

pub(crate) use claude_transport::cli::{CliSupport, CliVersion};
pub(crate) use cli_version::since;
pub use debug::Report;
pub use diagnostics::Diagnostics;
pub use exit_cause::ExitCause;
pub use json_failure::JsonFailure;
pub use kinds::{CloseReason, Error, ErrorKind, Result};
pub use outcome::Outcome;
pub use precondition::Precondition;
pub use run_facts::RunFacts;

#[cfg(test)]
mod tests;
