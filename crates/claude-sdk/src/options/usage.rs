//! Usage: setters for accounting, the budget and observers.

use super::Options;
use crate::budget::Budget;
use crate::observer::{FactoryEntry, ObserverFactory};
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

    /// Adds an observer of the sessions of these options, made by `factory` for each start.
    ///
    /// A second call adds a second observer. By default, there is none. To observe all sessions of
    /// the process, use [`observe_all`](crate::observer::observe_all).
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Instant;
    ///
    /// use claude_sdk::Options;
    /// use claude_sdk::observer::{Fact, Observe, SessionInfo};
    ///
    /// struct Log(u64);
    ///
    /// impl Observe for Log {
    ///     fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
    ///         println!("session {}: {fact:?}", self.0);
    ///     }
    /// }
    ///
    /// let options = Options::default().observer(|session: &SessionInfo| Log(session.number));
    /// ```
    #[must_use]
    pub fn observer(mut self, factory: impl ObserverFactory) -> Self {
        self.observers.push(FactoryEntry::new(factory));
        self
    }
}
