//! How a session holds its ledger: shared by its handles and by who looks on in the loop.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use claude_protocol::{Connection, Observe, Observer};
use claude_types::{Message, SystemMessage};
use tokio::sync::mpsc;

use super::{Book, Ledger, StartTimings};
use crate::budget::{BudgetEvent, Gate, Guard, Guarded, Herald, Meter, Signal};
use crate::{Budget, Options, Result};

/// How closely consumption is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Accounting {
    /// By results: exact, and nothing is known before a turn ends. Costs next to nothing.
    #[default]
    Results,
    /// By every message, too: what a running turn and each subagent has consumed so far is known,
    /// by and large. Every message is then decoded where it is read from the CLI, also those that
    /// nobody asks for. A [`Budget`] that needs it has it in any case.
    Live,
}

impl Options {
    /// How closely consumption is followed. The default is [`Accounting::Results`].
    #[must_use]
    pub fn accounting(mut self, accounting: Accounting) -> Self {
        self.accounting = accounting;
        self
    }
}

/// The ledger and the budget of one session. Clones share it.
#[derive(Clone)]
pub(crate) struct Accounts {
    shared: Arc<Shared>,
}

struct Shared {
    book: Mutex<Book>,
    sees_all: bool,
    budget: Option<(Budget, Arc<Gate>)>,
    interrupt: Duration,
    timings: OnceLock<StartTimings>,
}

impl Accounts {
    pub(crate) fn new(options: &Options) -> Self {
        let resumed = options.resume.is_some() || options.continue_;
        let budget = options.budget.as_ref();
        let sees_all =
            options.accounting == Accounting::Live || budget.is_some_and(Budget::needs_all);
        let prices = budget.map(Budget::prices).unwrap_or_default();
        let shared = Shared {
            book: Mutex::new(Book::new(resumed, sees_all, prices)),
            sees_all,
            budget: budget.map(|budget| (budget.clone(), Arc::new(Gate::new()))),
            interrupt: options.deadlines.interrupt,
            timings: OnceLock::new(),
        };
        Self { shared: Arc::new(shared) }
    }

    pub(crate) fn ledger(&self) -> Ledger {
        self.book().snapshot()
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
        self.gate().map_or(Ok(()), |gate| gate.admit())
    }

    /// What a stream of messages passes through.
    pub(crate) fn guarded(&self) -> Guarded {
        Guarded::new(self.gate())
    }

    /// Who looks on; and what follows from it, once there is a connection.
    pub(crate) fn observe(&self) -> (Observer, Watch) {
        let (signals, received) = mpsc::unbounded_channel();
        let budget = self.shared.budget.as_ref().map(|(budget, gate)| Watched {
            meter: Meter::new(budget),
            gate: Arc::clone(gate),
            signals,
        });
        let bookkeeper = Bookkeeper { accounts: self.clone(), budget };
        (Observer::new(bookkeeper), Watch { accounts: self.clone(), received })
    }

    /// Waits until the budget is used up; for ever without one.
    pub(crate) async fn used_up(&self) {
        match &self.shared.budget {
            Some((_, gate)) => gate.used_up().await,
            None => std::future::pending().await,
        }
    }

    pub(crate) fn gate(&self) -> Option<Arc<Gate>> {
        self.shared.budget.as_ref().map(|(_, gate)| Arc::clone(gate))
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.shared.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").finish_non_exhaustive()
    }
}

/// Becomes the guard of a budget.
pub(crate) struct Watch {
    accounts: Accounts,
    received: mpsc::UnboundedReceiver<Signal>,
}

impl Watch {
    /// Keeps the budget from now on, if there is one.
    pub(crate) fn begin(self, connection: &Connection) {
        let Some((budget, gate)) = &self.accounts.shared.budget else {
            return;
        };
        let guard = Guard {
            herald: Herald::new(budget),
            budget: budget.clone(),
            gate: Arc::clone(gate),
            signals: self.received,
            connection: connection.downgrade(),
            state: connection.state(),
            interrupt: self.accounts.shared.interrupt,
        };
        tokio::spawn(guard.run());
    }
}

/// Looks on in the loop, and enters what it sees.
struct Bookkeeper {
    accounts: Accounts,
    budget: Option<Watched>,
}

struct Watched {
    meter: Meter,
    gate: Arc<Gate>,
    signals: mpsc::UnboundedSender<Signal>,
}

impl Observe for Bookkeeper {
    fn message(&mut self, message: &Message) {
        let mut book = self.accounts.book();
        book.enter(message);
        if let Some(budget) = &mut self.budget {
            budget.look(message, &book);
        }
    }

    fn wants_all(&self) -> bool {
        self.accounts.shared.sees_all
    }
}

impl Watched {
    fn look(&mut self, message: &Message, book: &Book) {
        // Without a guard, the session is over.
        let tell = |signal| drop(self.signals.send(signal));
        if matches!(message, Message::System(SystemMessage::Init(_)))
            && self.gate.exceeded().is_some()
        {
            tell(Signal::TurnBegins);
        }
        for event in self.meter.read(book) {
            if let BudgetEvent::Exceeded(by) = event {
                // Here and not in the guard: whoever reads on must see it.
                self.gate.exceed(by);
            }
            tell(Signal::Event(event));
        }
    }
}
