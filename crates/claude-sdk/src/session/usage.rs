//! Session usage: the ledger and the budget of one session, shared by its handles and by the
//! observer in the loop.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use claude_protocol::{Connection, Observe, Observer};
use claude_types::{Message, SystemMessage};
use tokio::sync::mpsc;

use crate::budget::{
    Budget, BudgetEvent, BudgetState, BudgetStream, BudgetTask, EventNotifier, Meter, Signal,
};
use crate::error::Result;
use crate::usage::{Accounting, Ledger, StartTimings, Totals};

/// The ledger and the budget of one session. Clones share it.
#[derive(Clone)]
pub(crate) struct SessionUsage {
    shared: Arc<Shared>,
}

struct Shared {
    totals: Mutex<Totals>,
    sees_all: bool,
    budget: Option<(Budget, Arc<BudgetState>)>,
    interrupt: Duration,
    timings: OnceLock<StartTimings>,
}

impl SessionUsage {
    /// `resumed`: the CLI goes on with numbers of an earlier process. `interrupt`: how long an
    /// interrupt may take.
    pub(crate) fn new(
        accounting: Accounting,
        budget: Option<&Budget>,
        resumed: bool,
        interrupt: Duration,
    ) -> Self {
        let sees_all = accounting == Accounting::Live || budget.is_some_and(Budget::needs_all);
        let prices = budget.map(Budget::prices).unwrap_or_default();
        let shared = Shared {
            totals: Mutex::new(Totals::new(resumed, sees_all, prices)),
            sees_all,
            budget: budget.map(|budget| (budget.clone(), Arc::new(BudgetState::new()))),
            interrupt,
            timings: OnceLock::new(),
        };
        Self { shared: Arc::new(shared) }
    }

    pub(crate) fn ledger(&self) -> Ledger {
        self.totals().snapshot()
    }

    pub(crate) fn timings(&self) -> StartTimings {
        self.shared.timings.get().copied().unwrap_or_default()
    }

    pub(crate) fn started(&self, timings: StartTimings) {
        // A session starts once.
        let _ = self.shared.timings.set(timings);
    }

    /// Refuses a prompt once the budget is used up.
    pub(crate) fn admit(&self) -> Result<()> {
        self.budget_state().map_or(Ok(()), |budget_state| budget_state.admit())
    }

    /// What a stream of messages passes through.
    pub(crate) fn budget_stream(&self) -> BudgetStream {
        BudgetStream::new(self.budget_state())
    }

    /// Who looks on; and what follows from it, once there is a connection.
    pub(crate) fn observe(&self) -> (Observer, BudgetStarter) {
        let (signals, received) = mpsc::unbounded_channel();
        let budget = self.shared.budget.as_ref().map(|(budget, budget_state)| BudgetInput {
            meter: Meter::new(budget),
            budget_state: Arc::clone(budget_state),
            signals,
        });
        let bookkeeper = UsageObserver { usage: self.clone(), budget };
        (Observer::new(bookkeeper), BudgetStarter { usage: self.clone(), received })
    }

    /// Waits until the budget is used up; for ever without one.
    pub(crate) async fn used_up(&self) {
        match &self.shared.budget {
            Some((_, budget_state)) => budget_state.used_up().await,
            None => std::future::pending().await,
        }
    }

    pub(crate) fn budget_state(&self) -> Option<Arc<BudgetState>> {
        self.shared.budget.as_ref().map(|(_, budget_state)| Arc::clone(budget_state))
    }

    fn totals(&self) -> MutexGuard<'_, Totals> {
        self.shared.totals.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for SessionUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionUsage").finish_non_exhaustive()
    }
}

/// Becomes the guard of a budget.
pub(crate) struct BudgetStarter {
    usage: SessionUsage,
    received: mpsc::UnboundedReceiver<Signal>,
}

impl BudgetStarter {
    /// Keeps the budget from now on, if there is one.
    pub(crate) fn begin(self, connection: &Connection) {
        let Some((budget, budget_state)) = &self.usage.shared.budget else {
            return;
        };
        let task = BudgetTask {
            notifier: EventNotifier::new(budget),
            budget: budget.clone(),
            budget_state: Arc::clone(budget_state),
            signals: self.received,
            connection: connection.downgrade(),
            state: connection.state(),
            interrupt: self.usage.shared.interrupt,
        };
        tokio::spawn(task.run());
    }
}

/// Looks on in the loop, and enters what it sees.
struct UsageObserver {
    usage: SessionUsage,
    budget: Option<BudgetInput>,
}

struct BudgetInput {
    meter: Meter,
    budget_state: Arc<BudgetState>,
    signals: mpsc::UnboundedSender<Signal>,
}

impl Observe for UsageObserver {
    fn message(&mut self, message: &Message) {
        let mut totals = self.usage.totals();
        totals.enter(message);
        if let Some(budget) = &mut self.budget {
            budget.look(message, &totals);
        }
    }

    fn wants_all(&self) -> bool {
        self.usage.shared.sees_all
    }
}

impl BudgetInput {
    fn look(&mut self, message: &Message, totals: &Totals) {
        // Without a guard, the session is over.
        let tell = |signal| drop(self.signals.send(signal));
        if matches!(message, Message::System(SystemMessage::Init(_)))
            && self.budget_state.exceeded().is_some()
        {
            tell(Signal::TurnBegins);
        }
        for event in self.meter.read(totals) {
            if let BudgetEvent::Exceeded(by) = event {
                // Here and not in the guard: whoever reads on must see it.
                self.budget_state.exceed(by);
            }
            tell(Signal::Event(event));
        }
    }
}
