//! Options about usage: the accounting, and the budget.

use super::Options;
use crate::budget::Budget;
use crate::usage::Accounting;

/// # Usage
impl Options {
    /// How closely consumption is followed. The default is [`Accounting::Results`].
    #[must_use]
    pub fn accounting(mut self, accounting: Accounting) -> Self {
        self.accounting = accounting;
        self
    }

    /// What the session may consume, watched over by this side: dollars, tokens, turns, tool
    /// calls, subagents, time. With it, a [`query`](crate::query()) keeps stdin open until the run
    /// is over, so that it can be interrupted.
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = Some(budget);
        self
    }
}
