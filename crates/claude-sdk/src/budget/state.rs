//! Budget state: whether a hard threshold is exceeded. The task writes it; handles and streams read
//! it.

use std::sync::OnceLock;

use claude_types::ResultMessage;
use tokio::sync::watch;

use crate::error::{Error, Result};
use crate::usage::BudgetUse;

/// What everybody sees of a budget.
#[derive(Debug)]
pub(crate) struct BudgetState {
    exceeded: OnceLock<BudgetUse>,
    used_up: watch::Sender<bool>,
    /// Nothing is waited for any more.
    pub(super) over: watch::Sender<bool>,
}

impl BudgetState {
    pub(crate) fn new() -> Self {
        let (used_up, over) = (watch::Sender::new(false), watch::Sender::new(false));
        Self { exceeded: OnceLock::new(), used_up, over }
    }

    /// Which hard line was passed.
    pub(crate) fn exceeded(&self) -> Option<BudgetUse> {
        self.exceeded.get().copied()
    }

    /// The first one counts.
    pub(crate) fn exceed(&self, by: BudgetUse) {
        // Another line may have been passed at the same moment.
        let _ = self.exceeded.set(by);
        self.used_up.send_replace(true);
    }

    /// Waits until a hard line is passed.
    pub(crate) async fn used_up(&self) {
        // The sender lives as long as this is borrowed.
        let _ = self.used_up.subscribe().wait_for(|used_up| *used_up).await;
    }

    /// Refuses what would consume more.
    pub(crate) fn admit(&self) -> Result<()> {
        self.exceeded().map_or(Ok(()), |used| Err(Error::over_budget(used, None)))
    }

    /// The error that a failed result is, if it failed since the budget is used up.
    pub(crate) fn check_budget(&self, result: &ResultMessage) -> Option<Error> {
        let used = self.exceeded().filter(|_| result.is_failure())?;
        Some(Error::over_budget(used, Some(result.clone())))
    }

    /// Fires when an interrupt has not stopped the run in time.
    pub(crate) fn watch(&self) -> watch::Receiver<bool> {
        self.over.subscribe()
    }
}
