//! What the session is doing, as a value that can be watched and awaited.
//!
//! Reading it clones: no guard escapes that could block the connection.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::watch;

use crate::ProtocolError;

/// What the session is doing.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum State {
    /// The CLI has not answered `initialize` yet.
    #[default]
    Starting,
    /// Nothing is queued, running or in the background.
    Idle,
    /// A prompt waits or is worked on, or a background agent lives.
    Busy,
    /// The connection is being closed.
    Closing,
    /// It is over; with the reason, if it did not end by a close or by itself.
    Dead(Option<ProtocolError>),
}

impl State {
    /// Nothing is queued, running or in the background.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Idle)
    }

    /// It is over.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        matches!(self, Self::Dead(_))
    }
}

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
    pub(crate) fn prompt_sent(&self) {
        self.unseen.fetch_add(1, Ordering::SeqCst);
        self.change(State::Busy);
    }

    /// The driver took up a prompt, which it counts itself from now on.
    pub(crate) fn prompt_seen(&self) {
        self.unseen.fetch_sub(1, Ordering::SeqCst);
    }

    /// The driver says what it sees. A prompt that it has not seen keeps the state busy.
    pub(crate) fn observe(&self, busy: bool) {
        // Read under the watch's lock, so that it cannot overtake `prompt_sent`.
        self.sender.send_if_modified(|state| {
            let busy = busy || self.unseen.load(Ordering::SeqCst) > 0;
            match state {
                State::Starting | State::Idle if busy => *state = State::Busy,
                State::Starting | State::Busy if !busy => *state = State::Idle,
                _ => return false,
            }
            true
        });
    }

    /// Sets a state that does not depend on prompts. Nothing follows death.
    pub(crate) fn change(&self, to: State) {
        self.sender.send_if_modified(|state| {
            let allowed = match (&*state, &to) {
                (State::Dead(_), _) => false,
                (State::Closing, to) => to.is_dead(),
                (State::Starting, State::Busy) => false,
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
        if self.receiver.borrow().is_dead() && !matches!(self.receiver.has_changed(), Ok(true)) {
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
            if state.is_dead() || self.receiver.changed().await.is_err() {
                return Err(ProtocolError::Closed);
            }
        }
    }
}

struct Waiter<'w>(&'w AtomicUsize);

impl<'w> Waiter<'w> {
    fn new(count: &'w AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
