//! State cell: the writing side of the session state, and [`StateWatch`], which reads it.
//!
//! Reading clones the value, so a reader never holds a lock that could block the connection.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use tokio::sync::watch;

use super::main_thread::Activity;
use super::stall::SilenceKind;
use super::value::{Phase, State};
use crate::error::ProtocolError;

/// The writing side, shared by the driver and by whoever sends.
#[derive(Debug)]
pub(crate) struct StateCell {
    sender: watch::Sender<State>,
    /// Prompts that were sent and that the driver has not seen yet.
    unseen: AtomicUsize,
    waiters: Arc<AtomicUsize>,
}

impl StateCell {
    pub(crate) fn new() -> Self {
        Self {
            sender: watch::Sender::new(State::Starting),
            unseen: AtomicUsize::new(0),
            waiters: Arc::default(),
        }
    }

    /// A prompt is being sent: busy before `send` returns.
    pub(crate) fn prompt_sent(&self, now: Instant) {
        self.unseen.fetch_add(1, Ordering::SeqCst);
        self.sender.send_if_modified(|state| {
            let rests = matches!(state, State::Idle | State::Background { .. });
            if rests {
                *state = Activity::Model(Phase::Working).state(now);
            }
            rests
        });
    }

    /// The driver took up a prompt, which it counts itself from now on.
    pub(crate) fn prompt_seen(&self) {
        self.unseen.fetch_sub(1, Ordering::SeqCst);
    }

    /// The driver says what it sees. A prompt that it has not seen keeps the state busy. Nobody is
    /// told if nothing changed. Returns in which way the CLI's silence counts.
    pub(crate) fn observe(&self, doing: Activity<'_>, now: Instant) -> SilenceKind {
        let mut watched = SilenceKind::Nothing;
        // Read under the watch's lock, so that it cannot overtake `prompt_sent`.
        self.sender.send_if_modified(|state| {
            let unseen = self.unseen.load(Ordering::SeqCst) > 0;
            let doing = match doing {
                Activity::Nothing | Activity::Background(_) if unseen => {
                    Activity::Model(Phase::Working)
                }
                doing => doing,
            };
            let stays = matches!(state, State::Closing | State::Closed(_)) || doing.is(state);
            if !stays {
                *state = doing.state(now);
            }
            watched = SilenceKind::from(&*state);
            !stays
        });
        watched
    }

    /// Sets a state that does not depend on what the CLI does. Nothing follows death.
    pub(crate) fn change(&self, to: State) {
        self.sender.send_if_modified(|state| {
            let allowed = match (&*state, &to) {
                (State::Closed(_), _) => false,
                (State::Closing, to) => to.is_closed(),
                _ => true,
            };
            if allowed {
                *state = to;
            }
            allowed
        });
    }

    pub(crate) fn get(&self) -> State {
        self.sender.borrow().clone()
    }

    /// In which way the CLI's silence counts.
    pub(crate) fn watched(&self) -> SilenceKind {
        SilenceKind::from(&*self.sender.borrow())
    }

    pub(crate) fn watch(&self) -> StateWatch {
        StateWatch { receiver: self.sender.subscribe(), waiters: Arc::clone(&self.waiters) }
    }

    /// Tells whether somebody waits for a state: only reading can bring it.
    pub(crate) fn has_waiters(&self) -> bool {
        self.waiters.load(Ordering::Relaxed) > 0
    }
}

/// Watches the state of a session. Does not keep the session alive.
#[derive(Debug, Clone)]
pub struct StateWatch {
    receiver: watch::Receiver<State>,
    waiters: Arc<AtomicUsize>,
}

impl StateWatch {
    /// The state now.
    #[must_use]
    pub fn get(&self) -> State {
        self.receiver.borrow().clone()
    }

    /// Waits for the next change and returns the new state.
    ///
    /// States that came and went between two calls are passed over.
    ///
    /// # Errors
    ///
    /// [`ProtocolError::Closed`] if the session is over and will not change any more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn changed(&mut self) -> Result<State, ProtocolError> {
        let _waiter = Waiter::new(&self.waiters);
        // The handles of a dead connection keep the channel open: its end does not tell.
        if self.receiver.borrow().is_closed() && !matches!(self.receiver.has_changed(), Ok(true)) {
            return Err(ProtocolError::Closed);
        }
        self.receiver.changed().await.map_err(|_| ProtocolError::Closed)?;
        Ok(self.receiver.borrow_and_update().clone())
    }

    /// Waits until a state holds, which may be now.
    ///
    /// # Errors
    ///
    /// [`ProtocolError::Closed`] if the session ends before; its reason is in [`StateWatch::get`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn wait_for(
        &mut self,
        mut holds: impl FnMut(&State) -> bool + Send,
    ) -> Result<State, ProtocolError> {
        let _waiter = Waiter::new(&self.waiters);
        loop {
            let state = self.receiver.borrow_and_update().clone();
            if holds(&state) {
                return Ok(state);
            }
            if state.is_closed() || self.receiver.changed().await.is_err() {
                return Err(ProtocolError::Closed);
            }
        }
    }
}

/// Counts itself while it lives.
pub(crate) struct Waiter<'w>(&'w AtomicUsize);

impl<'w> Waiter<'w> {
    pub(crate) fn new(count: &'w AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
