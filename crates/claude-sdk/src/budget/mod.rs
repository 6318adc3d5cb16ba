//! Budget: limits of this SDK on dollars, tokens, turns, tool calls, subagents and time.
//!
//! The CLI has limits of its own (`Options::max_turns`, `Options::max_budget_usd`) and checks them
//! between steps. A budget does not depend on the CLI: when a hard threshold is exceeded, the
//! running turn is interrupted, and callers get an error even if the CLI does not react. `usage/`
//! does the counting.
//!
//! Reading order: `limits.rs` (what users set), `event.rs` (what is reported), `meter.rs` (when a
//! threshold is exceeded), `account.rs` (what sessions share), `task.rs` (what is done then),
//! `stream.rs` (how streams end).
//!
//! # Examples
//!
//! ```
//! use claude_sdk::budget::{Budget, BudgetEvent, Threshold};
//!
//! let budget = Budget::new()
//!     .usd((0.8, 1.0))
//!     .tokens(Threshold::soft(500_000))
//!     .on_event(|event| match event {
//!         BudgetEvent::Exceeded(used) => eprintln!("stopped: {used}"),
//!         event => eprintln!("{event:?}"),
//!     });
//! ```

mod limits;
mod event;
mod meter;
mod account;
mod state;
mod task;
mod stream;

pub use crate::usage::budget_use::{BudgetItem, BudgetUse};
pub use crate::usage::price::Price;
pub(crate) use account::Share;
pub use event::BudgetEvent;
pub use limits::{Budget, BudgetAction, Threshold};
pub(crate) use meter::Meter;
pub(crate) use state::BudgetState;
pub(crate) use stream::BudgetStream;
pub(crate) use task::{BudgetTask, EventNotifier, Signal};
