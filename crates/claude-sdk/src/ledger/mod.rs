//! What a session consumed: tokens and dollars, in all, by turn, by model, and by subagents.
//!
//! The numbers are the CLI's: its results tell what the turn cost, and that is what counts. What
//! messages tell before a result is an estimate that the result takes the place of. Nothing is
//! limited here; that is `budget/`.
//!
//! Reading order: `spent.rs` and `snapshot.rs` (what users see), `book.rs` (how results are added
//! up), `live.rs` (what is known before a result), `accounts.rs` (how a session holds it).

mod accounts;
mod book;
mod live;
mod snapshot;
mod spent;
mod timings;

pub use accounts::Accounting;
pub(crate) use accounts::Accounts;
pub(crate) use book::Book;
pub use snapshot::{Drift, Ledger, SubagentSpend, TurnSpend};
pub use spent::{Spent, Tokens};
pub use timings::StartTimings;
