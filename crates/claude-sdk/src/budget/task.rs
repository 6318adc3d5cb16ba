//! Budget task: when a threshold is exceeded it warns, interrupts, ends the waits of callers, and
//! closes the session if this is set.
//!
//! It is a task of its own, woken by what the observer counts and by its own clock. So it works
//! whether or not messages are read, and whether or not the CLI answers. It does not keep the
//! session open, except while it closes it.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{State, StateWatch, WeakConnection};
use claude_types::InterruptRequest;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

use super::limits::OnEvent;
use super::{Budget, BudgetAction, BudgetEvent, BudgetState, Threshold};
use crate::usage::{BudgetItem, BudgetUse};

/// A signal from the observer to the budget task.
#[derive(Debug)]
pub(crate) enum Signal {
    /// A threshold was reached.
    Event(BudgetEvent),
    /// The run must stop: a turn begins although the budget is used up, because its prompt was sent
    /// before; or another session of a shared budget has used it up.
    Stop,
}

/// The task that enforces the budget of one session.
pub(crate) struct BudgetTask {
    pub(crate) budget: Budget,
    pub(crate) notifier: EventNotifier,
    pub(crate) budget_state: Arc<BudgetState>,
    pub(crate) signals: mpsc::UnboundedReceiver<Signal>,
    pub(crate) connection: WeakConnection,
    pub(crate) state: StateWatch,
    /// The longest time to wait for an interrupt.
    pub(crate) interrupt: Duration,
}

impl BudgetTask {
    /// Runs until the connection is over.
    pub(crate) async fn run(mut self) {
        let mut clock = Clock::new(self.budget.wall_clock);
        loop {
            let signal = match clock.due() {
                Some(due) => timeout_at(due, self.signals.recv()).await,
                None => Ok(self.signals.recv().await),
            };
            let signal = match signal {
                Ok(Some(signal)) => signal,
                Ok(None) => return,
                Err(_elapsed) => match clock.strike() {
                    Some(event) => Signal::Event(event),
                    None => continue,
                },
            };
            if self.notifier.handle(&self.budget_state, signal) {
                self.stop().await;
            }
        }
    }

    /// Interrupts the run. If that fails, ends the streams, and closes the session if this is set.
    async fn stop(&mut self) {
        let stopped = self.interrupt_in_time().await;
        if stopped {
            return;
        }
        self.budget_state.over.send_replace(true);
        if self.budget.action == BudgetAction::Close
            && let Some(connection) = self.connection.upgrade()
        {
            // Ignore the error: it is the last item of the streams.
            let _ = connection.close().await;
        }
    }

    /// Interrupts, and waits until nothing runs, for at most the deadline of an interrupt. Returns
    /// whether the run has stopped.
    async fn interrupt_in_time(&mut self) -> bool {
        let works = |state: &State| state.is_busy() || matches!(state, State::Starting);
        if !works(&self.state.get()) {
            return true;
        }
        let mut interrupt = InterruptRequest::new();
        // Cancel queued prompts, too: they would run next. CLIs that do not know this field start
        // them, and the interrupt is repeated then.
        interrupt.cancel_queued = Some(true);
        let Self { connection, state, signals, notifier, budget_state, .. } = self;
        let stopped = async {
            while works(&state.get()) {
                // Ignore the error: the state shows whether the run has stopped.
                let _ = connection.tell(&interrupt).await;
                loop {
                    tokio::select! {
                        _ = state.wait_for(|state| !works(state)) => return,
                        Some(signal) = signals.recv() => {
                            if notifier.handle(budget_state, signal) {
                                break;
                            }
                        }
                    }
                }
            }
        };
        match Instant::now().checked_add(self.interrupt) {
            Some(until) => timeout_at(until, stopped).await.is_ok(),
            None => {
                stopped.await;
                true
            }
        }
    }
}

/// Calls the callback of the user, one event after another.
pub(crate) struct EventNotifier {
    callback: Option<OnEvent>,
    /// The call for the event before.
    last: Option<JoinHandle<()>>,
}

impl EventNotifier {
    pub(crate) fn new(budget: &Budget) -> Self {
        Self { callback: budget.on_event.clone(), last: None }
    }

    /// Reports the event of a signal, and returns whether the running turn must be stopped.
    fn handle(&mut self, budget_state: &BudgetState, signal: Signal) -> bool {
        let Signal::Event(event) = signal else { return true };
        if let BudgetEvent::Exceeded(by) = event {
            if budget_state.exceeded().is_some_and(|first| first != by) {
                // The run is being stopped already.
                return false;
            }
            budget_state.exceed(by);
        }
        if let Some(callback) = self.callback.clone() {
            let before = self.last.take();
            // Spawn a task: the callback may panic or block.
            self.last = Some(tokio::spawn(async move {
                if let Some(before) = before {
                    let _ = before.await;
                }
                callback(event);
            }));
        }
        matches!(event, BudgetEvent::Exceeded(_))
    }
}

/// The thresholds for time.
struct Clock {
    began: Instant,
    soft: Option<Duration>,
    hard: Option<Duration>,
}

impl Clock {
    fn new(threshold: Option<Threshold<Duration>>) -> Self {
        let (soft, hard) = threshold.map_or((None, None), |both| (both.soft, both.hard));
        Self { began: Instant::now(), soft, hard }
    }

    /// Returns when the next threshold is reached.
    fn due(&self) -> Option<Instant> {
        let next = self.soft.into_iter().chain(self.hard).min()?;
        self.began.checked_add(next)
    }

    /// Returns the event of a threshold that is reached. Each is returned once.
    fn strike(&mut self) -> Option<BudgetEvent> {
        let used = self.began.elapsed();
        let of = |limit: Duration| BudgetUse {
            item: BudgetItem::WallClock,
            limit: limit.as_secs_f64(),
            used: used.as_secs_f64(),
            shared: false,
        };
        if let Some(soft) = self.soft.take_if(|soft| *soft <= used) {
            return Some(BudgetEvent::Warned(of(soft)));
        }
        self.hard.take_if(|hard| *hard <= used).map(|hard| BudgetEvent::Exceeded(of(hard)))
    }
}
