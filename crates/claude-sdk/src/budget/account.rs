//! Account: what all sessions of a shared budget have used, and whom its end stops.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tokio::sync::mpsc;

use super::meter::{PerItem, Sums};
use super::{BudgetEvent, BudgetState, Meter, Signal};
use crate::usage::{BudgetUse, Totals};

/// The account of a shared budget. Clones of the budget have the same one.
#[derive(Debug, Default)]
pub(crate) struct Account {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    sums: Sums,
    /// Whether the soft threshold of each item was reported.
    warned: PerItem<bool>,
    exceeded: Option<BudgetUse>,
    members: Vec<Weak<Member>>,
}

/// A session that counts towards an account.
#[derive(Debug)]
struct Member {
    state: Arc<BudgetState>,
    signals: mpsc::UnboundedSender<Signal>,
}

/// The part of one session in an account.
#[derive(Debug)]
pub(crate) struct Share {
    account: Arc<Account>,
    member: Arc<Member>,
    /// What the session has reported until now.
    reported: Sums,
}

impl Account {
    /// Returns the hard threshold that was exceeded.
    pub(crate) fn exceeded(&self) -> Option<BudgetUse> {
        self.lock().exceeded
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Share {
    /// Adds a session. If the account is used up, so is the budget of the session.
    pub(crate) fn new(
        account: &Arc<Account>,
        state: &Arc<BudgetState>,
        signals: mpsc::UnboundedSender<Signal>,
    ) -> Self {
        let member = Arc::new(Member { state: Arc::clone(state), signals });
        let mut inner = account.lock();
        inner.members.retain(|member| member.strong_count() > 0);
        inner.members.push(Arc::downgrade(&member));
        if let Some(by) = inner.exceeded {
            state.exceed(by);
        }
        Self { account: Arc::clone(account), member, reported: Sums::default() }
    }

    /// Adds what the session has used since the last call, and compares the sum with the thresholds.
    /// If a hard one is exceeded, all other sessions are stopped.
    pub(crate) fn read(&mut self, meter: &Meter, totals: &Totals) -> Vec<BudgetEvent> {
        let used = Sums::of(totals);
        let mut inner = self.account.lock();
        let inner = &mut *inner;
        inner.sums.add(&used, &self.reported);
        self.reported = used;
        if inner.exceeded.is_some() {
            return Vec::new();
        }
        let events = meter.compare(&inner.sums, &mut inner.warned, true);
        let exceeded = events.iter().find_map(|event| match event {
            BudgetEvent::Exceeded(by) => Some(*by),
            BudgetEvent::Warned(_) => None,
        });
        if let Some(by) = exceeded {
            inner.exceeded = Some(by);
            let others = inner.members.iter().filter_map(Weak::upgrade);
            for other in others.filter(|other| !Arc::ptr_eq(other, &self.member)) {
                // Set it here: a consumer that reads the following messages must already see it.
                other.state.exceed(by);
                // Ignore the error: if its budget task has ended, the session is over.
                let _ = other.signals.send(Signal::Stop);
            }
        }
        events
    }
}
