//! Approvals: several answerers for what the CLI asks, and approvals that outlive the process.
//!
//! A permission, a question, a plan, a form and a dialog are one type, [`Approval`]. [`Approvals`]
//! asks local answerers ([`Approvals::or`]) and everybody who calls [`Approvals::answer`]; the first
//! answer wins, and the others learn who was first. `docs/approvals.md` in the repository is the
//! guide.
//!
//! - [`Approvals::new`] and [`Approvals::hold`]: the CLI waits.
//! - [`Approvals::park`]: the CLI waits for a while, then the call is deferred. The process may end.
//!   When the session is resumed, the same call gets the answer that was given meanwhile.
//! - [`Approvals::kept_in`]: the store ([`ApprovalRecords`]).
//!
//! Nothing is allowed on expiry, by a store that fails, or for another input than the one that was
//! asked about.
//!
//! # Examples
//!
//! A terminal and a web page:
//!
//! ```no_run
//! use claude_sdk::approvals::{Approval, Approvals, Decision};
//! use claude_sdk::{Client, Options};
//!
//! # async fn ask_in_terminal(approval: Approval) -> Option<Decision> { None }
//! # async fn serve(approvals: Approvals) {}
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let approvals = Approvals::new().or(ask_in_terminal);
//! tokio::spawn(serve(approvals.clone())); // the web page: `open`, `answer`, `changes`
//! let client = Client::connect(Options::default().asked_by(approvals)).await?;
//! # Ok(())
//! # }
//! ```

// Reading order: `approval.rs`, `decision.rs`, `record.rs`, `records.rs`, `broker.rs`, `ask.rs`,
// `answer.rs`, `handlers.rs`, then the others.

mod approval;
mod decision;
mod record;
mod records;
mod memory;
mod broker;
mod ask;
mod answerers;
mod answer;
mod change;
mod reply;
mod handlers;
mod same_input;
mod time;

pub use answer::AnswerError;
pub use approval::{Approval, ApprovalId, ApprovalKind};
pub use broker::Approvals;
pub use change::{Change, Changes};
pub use decision::{Decision, IntoDecision};
pub use memory::MemoryRecords;
pub use record::{Answer, Record, RecordState, Waits};
pub use records::{ApprovalRecords, RecordsError, RecordsFuture, Version};
