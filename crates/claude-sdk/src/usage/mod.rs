//! Usage: tokens and dollars that a session consumed, in total, per turn, per model and per
//! subagent.
//!
//! The numbers are those of the CLI: its results say what each turn cost. Before a result comes,
//! the usage in messages is added up as an estimate, which the result replaces. Limits are set in
//! `budget/`.
//!
//! Reading order: `spend.rs` and `ledger.rs` (what users read), `totals.rs` (how results are added
//! up), `estimate.rs` (what is known before a result).

mod ledger;
mod spend;
mod totals;
mod estimate;
mod timings;
mod accounting;
pub(crate) mod price;
pub(crate) mod budget_use;

pub use accounting::Accounting;
pub(crate) use budget_use::{BudgetItem, BudgetUse};
pub use ledger::{Drift, Ledger, SubagentSpend, TurnSpend};
pub(crate) use price::{Price, number};
pub use spend::{Spend, Tokens};
pub use timings::StartTimings;
pub(crate) use totals::Totals;
