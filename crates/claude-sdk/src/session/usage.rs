//! Session usage: the ledger and the budget of one session, shared by its handles and by the
//! observer in the loop.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use claude_protocol::facts::Interest;
use claude_protocol::{Connection, Fact, Observe, Observer};
use claude_types::{Message, SystemMessage};
use tokio::sync::mpsc;

use super::McpHealth;
use crate::budget::{
    Budget, BudgetEvent, BudgetState, BudgetStream, BudgetTask, EventNotifier, Meter, Share, Signal,
};
use crate::conversation::SessionIds;
use crate::error::Result;
use crate::usage::{Accounting, Ledger, StartTimings, Totals};

/// The ledger and the budget of one session. Clones share them.
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
    /// Creates an empty ledger. `resumed`: the CLI continues the numbers of an earlier process.
    /// `interrupt`: how long an interrupt may take.
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
            budget: budget.map(|budget| (budget.clone(), Arc::new(BudgetState::new(budget)))),
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
        // Ignore the result: a session starts once.
        let _ = self.shared.timings.set(timings);
    }

    /// Returns an error for further prompts if the budget is used up.
    pub(crate) fn admit(&self) -> Result<()> {
        self.budget_state().map_or(Ok(()), |budget_state| budget_state.admit())
    }

    /// Returns the filter that ends a stream of messages when the budget is used up.
    pub(crate) fn budget_stream(&self) -> BudgetStream {
        BudgetStream::new(self.budget_state())
    }

    /// Returns the observer in the loop, which also reads the IDs of the session, and the starter of
    /// the budget task, which needs a connection.
    pub(crate) fn observe(
        &self,
        ids: &Arc<SessionIds>,
        mcp: &McpHealth,
    ) -> (Observer, BudgetStarter) {
        let (signals, received) = mpsc::unbounded_channel();
        let budget = self.shared.budget.as_ref().map(|(budget, budget_state)| BudgetInput {
            meter: Meter::new(budget),
            share: budget
                .account()
                .map(|account| Share::new(account, budget_state, signals.clone())),
            budget_state: Arc::clone(budget_state),
            signals,
        });
        let (ids, mcp) = (Arc::clone(ids), mcp.clone());
        let observer = SessionObserver { usage: self.clone(), ids, mcp, budget };
        (Observer::new(observer), BudgetStarter { usage: self.clone(), received })
    }

    /// Waits until the budget is used up; forever if there is none.
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

/// Starts the budget task once there is a connection.
pub(crate) struct BudgetStarter {
    usage: SessionUsage,
    received: mpsc::UnboundedReceiver<Signal>,
}

impl BudgetStarter {
    /// Starts the budget task, if there is a budget.
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

/// The observer in the loop: adds each message to the totals, compares them with the budget, and
/// reads the ID of the session.
struct SessionObserver {
    usage: SessionUsage,
    ids: Arc<SessionIds>,
    mcp: McpHealth,
    budget: Option<BudgetInput>,
}

struct BudgetInput {
    meter: Meter,
    /// The part in the account of a shared budget.
    share: Option<Share>,
    budget_state: Arc<BudgetState>,
    signals: mpsc::UnboundedSender<Signal>,
}

impl Observe for SessionObserver {
    fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
        let Fact::Message(message) = fact else {
            return;
        };
        self.ids.observe(message);
        self.mcp.observe(message);
        let mut totals = self.usage.totals();
        totals.enter(message);
        if let Some(budget) = &mut self.budget {
            budget.observe(message, &totals);
        }
    }

    fn interest(&self) -> Interest {
        if self.usage.shared.sees_all { Interest::AllMessages } else { Interest::Messages }
    }
}

impl BudgetInput {
    fn observe(&mut self, message: &Message, totals: &Totals) {
        // Ignore the error: if the budget task has ended, the session is over.
        let notify = |signal| drop(self.signals.send(signal));
        if matches!(message, Message::System(SystemMessage::Init(_)))
            && self.budget_state.exceeded().is_some()
        {
            notify(Signal::Stop);
        }
        let events = match &mut self.share {
            Some(share) => share.read(&self.meter, totals),
            None => self.meter.read(totals),
        };
        for event in events {
            if let BudgetEvent::Exceeded(by) = event {
                // Set it here and not in the budget task: a consumer that reads the following
                // messages must already see it.
                self.budget_state.exceed(by);
            }
            notify(Signal::Event(event));
        }
    }
}
