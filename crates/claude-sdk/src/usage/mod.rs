//! Usage: tokens and dollars that a session consumed, in total, per turn, per model and per
//! subagent.
//!
//! The numbers are those of the CLI: its results contain what each turn cost. Before a result
//! arrives, the usage in messages is added up as an estimate, which the result replaces. Limits are
//! set in `budget/`.
//!
//! Reading order: `spend.rs` and `ledger.rs` (what users read), `totals.rs` (how results are added
//! up), `estimate.rs` (what is known before a result).
//!
//! # Examples
//!
//! ```no_run
//! # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
//! use claude_sdk::usage::Ledger;
//!
//! client.send("Summarize the README.").await?.result().await?;
//! let ledger: Ledger = client.ledger();
//! println!("{} tokens, {:.4} USD", ledger.total.tokens.total(), ledger.total.cost_usd);
//! for (model, spent) in &ledger.models {
//!     println!("{model}: {} tokens", spent.tokens.total());
//! }
//! # Ok(())
//! # }
//! ```

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
