//! A budget that this side watches over: dollars, tokens, turns, tool calls, subagents, time.
//!
//! The CLI has limits of its own (`Options::max_turns`, `Options::max_budget_usd`), which it checks
//! when it comes to it. This one needs no word of the CLI: what passes the line is interrupted, and
//! whoever waits for it is told in bounded time. What is counted is in `ledger/`.
//!
//! Reading order: `lines.rs` (what users set), `breach.rs` (what they are told), `meter.rs` (when a
//! line is passed), `guard.rs` (what is done then), `guarded.rs` (how streams tell it).

mod breach;
mod guard;
mod guarded;
mod lines;
mod meter;

pub use breach::{BudgetEvent, BudgetItem, BudgetUse};
pub(crate) use guard::{Gate, Guard, Herald, Signal};
pub(crate) use guarded::Guarded;
pub use lines::{Budget, BudgetAction, Line, Price};
pub(crate) use meter::Meter;
