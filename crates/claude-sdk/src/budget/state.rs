//! Budget state: whether a hard threshold is exceeded. The task writes it; handles and streams read
//! it.

use std::sync::{Arc, OnceLock};

use claude_types::ResultMessage;
use tokio::sync::watch;

use super::Budget;
use super::account::Account;
use crate::error::{Error, Result};
use crate::usage::BudgetUse;

/// The shared state of a budget.
#[derive(Debug)]
pub(crate) struct BudgetState {
    exceeded: OnceLock<BudgetUse>,
    /// That of a shared budget.
    account: Option<Arc<Account>>,
    used_up: watch::Sender<bool>,
    /// Set when an interrupt has not stopped the run in time: streams end then.
    pub(super) over: watch::Sender<bool>,
}

impl BudgetState {
    pub(crate) fn new(budget: &Budget) -> Self {
        let (used_up, over) = (watch::Sender::new(false), watch::Sender::new(false));
        Self { exceeded: OnceLock::new(), account: budget.account().cloned(), used_up, over }
    }

    /// Returns the hard threshold that was exceeded.
    pub(crate) fn exceeded(&self) -> Option<BudgetUse> {
        self.exceeded.get().copied()
    }

    /// Records that a hard threshold was exceeded. The first one counts.
    pub(crate) fn exceed(&self, by: BudgetUse) {
        // Ignore the result: another threshold may have been exceeded at the same moment.
        let _ = self.exceeded.set(by);
        self.used_up.send_replace(true);
    }

    /// Waits until a hard threshold is exceeded.
    pub(crate) async fn used_up(&self) {
        // Ignore the result: the sender exists as long as `self` is borrowed.
        let _ = self.used_up.subscribe().wait_for(|used_up| *used_up).await;
    }

    /// Returns an error if the budget is used up, so that no further prompt is sent.
    pub(crate) fn admit(&self) -> Result<()> {
        // The session of a shared budget may not have begun to count.
        let exceeded =
            self.exceeded().or_else(|| self.account.as_ref().and_then(|shared| shared.exceeded()));
        exceeded.map_or(Ok(()), |used| Err(Error::over_budget(used, None)))
    }

    /// Returns the error of a result that failed because the budget is used up.
    pub(crate) fn check_budget(&self, result: &ResultMessage) -> Option<Error> {
        let used = self.exceeded().filter(|_| result.is_failure())?;
        Some(Error::over_budget(used, Some(result.clone())))
    }

    /// Returns a watch on [`BudgetState::over`].
    pub(crate) fn watch(&self) -> watch::Receiver<bool> {
        self.over.subscribe()
    }
}
