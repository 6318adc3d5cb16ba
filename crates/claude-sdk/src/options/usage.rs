//! Usage: setters for accounting and the budget.

use super::Options;
use crate::budget::Budget;
use crate::usage::Accounting;

/// # Usage
impl Options {
    /// Sets how closely usage is tracked.
    ///
    /// The default is [`Accounting::Results`].
    #[must_use]
    pub fn accounting(mut self, accounting: Accounting) -> Self {
        self.accounting = accounting;
        self
    }

    /// Sets the budget of the session, which this program enforces.
    ///
    /// It limits dollars, tokens, turns, tool calls, subagents and time.
    ///
    /// By default, there is none.
    ///
    /// With a budget, a [`query`](crate::query()) keeps stdin open until the run has ended, so that
    /// it can be interrupted.
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = Some(budget);
        self
    }
}
