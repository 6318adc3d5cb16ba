//! State cell: the writing side of the session state, and [`StateWatch`], which reads it.
//!
//! Reading clones the value, so a reader never holds a lock that could block the connection.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::main_thread::Activity;
use super::scope::{changed, is_over};
use super::stall::SilenceKind;
use super::value::{Phase, State};
use crate::error::ProtocolError;

/// The writing side. The driver writes the state, and so do handles that send a prompt.
#[derive(Debug)]
pub(crate) struct StateCell {
    sender: watch::Sender<State>,
    /// The prompts that were sent, and that the driver has not received yet.
    unseen: AtomicUsize,
    /// Increases with each change of the state.
    version: AtomicU64,
    waiters: Arc<AtomicUsize>,
}

impl StateCell {
    pub(crate) fn new() -> Self {
        Self {
            sender: watch::Sender::new(State::Starting),
            unseen: AtomicUsize::new(0),
            version: AtomicU64::new(1),
            waiters: Arc::default(),
        }
    }

    /// Changes the state, if `change` returns `true`.
    fn modify(&self, change: impl FnOnce(&mut State) -> bool) {
        self.sender.send_if_modified(|state| {
            let changed = change(state);
            self.version.fetch_add(u64::from(changed), Ordering::Relaxed);
            changed
        });
    }

    /// Records a prompt that is being sent. The state is busy before `send` returns, so that a
    /// caller that then waits for idle does not return at once.
    pub(crate) fn prompt_sent(&self, now: Instant) {
        self.unseen.fetch_add(1, Ordering::SeqCst);
        self.modify(|state| {
            let rests = matches!(state, State::Idle | State::Background { .. });
            if rests {
                *state = Activity::Model(Phase::Working).state(now);
            }
            rests
        });
    }

    /// Records that the driver has received a prompt. It counts the prompt itself from now on.
    pub(crate) fn prompt_seen(&self) {
        self.unseen.fetch_sub(1, Ordering::SeqCst);
    }

    /// Publishes the activity that the driver sees, if it has changed. A prompt that the driver has
    /// not received yet keeps the state busy. Returns which limit applies to a silence of the CLI.
    pub(crate) fn observe(&self, doing: Activity<'_>, now: Instant) -> SilenceKind {
        let mut watched = SilenceKind::Nothing;
        // Read `unseen` under the lock of the watch. If it were read before, a `prompt_sent` in
        // between would set the state to busy, and this call would set it back to idle.
        self.modify(|state| {
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

    /// Sets `Closing` or `Closed`. No other state follows `Closed`, and only `Closed` follows
    /// `Closing`.
    pub(crate) fn change(&self, to: State) {
        self.modify(|state| {
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

    /// Returns how often the state has changed.
    pub(crate) fn version(&self) -> u64 {
        self.version.load(Ordering::Relaxed)
    }

    pub(crate) fn get(&self) -> State {
        self.sender.borrow().clone()
    }

    /// Returns which limit applies to a silence of the CLI in the current state.
    pub(crate) fn watched(&self) -> SilenceKind {
        SilenceKind::from(&*self.sender.borrow())
    }

    /// Returns a watch that ends when this token is cancelled, or with the session.
    pub(crate) fn watch(&self, scope: Option<CancellationToken>) -> StateWatch {
        let (receiver, waiters) = (self.sender.subscribe(), Arc::clone(&self.waiters));
        StateWatch { receiver, waiters, scope }
    }

    /// Returns whether a caller waits for a state. Only reading can bring it about.
    pub(crate) fn has_waiters(&self) -> bool {
        self.waiters.load(Ordering::Relaxed) > 0
    }
}

/// A watch on the state of a session. It does not keep the session open.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection)
/// # -> Result<(), claude_protocol::ProtocolError> {
/// use claude_protocol::State;
///
/// let mut watch = connection.state();
/// watch.wait_for(|state| matches!(state, State::WaitingForHuman { .. })).await?;
/// while let Ok(state) = watch.changed().await {
///     println!("{state}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct StateWatch {
    receiver: watch::Receiver<State>,
    waiters: Arc<AtomicUsize>,
    /// Cancelled when the scope of the handle ends.
    scope: Option<CancellationToken>,
}

impl StateWatch {
    /// Returns the current state. It is closed if the scope of the handle has ended.
    #[must_use]
    pub fn get(&self) -> State {
        if is_over(self.scope.as_ref()) {
            return State::Closed(Some(ProtocolError::ScopeEnded));
        }
        self.receiver.borrow().clone()
    }

    /// Waits for the next change and returns the new state.
    ///
    /// If the state has changed more than once since the last call, only the newest is returned.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Closed`] if the session is over, so the state cannot change any more.
    /// - [`ProtocolError::ScopeEnded`] if the scope of the handle ends.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the next call still reports the change.
    pub async fn changed(&mut self) -> Result<State, ProtocolError> {
        let _waiter = Waiter::new(&self.waiters);
        // Check the state: the channel stays open after the end of the connection, because handles
        // own the sender.
        if self.receiver.borrow().is_closed() && !matches!(self.receiver.has_changed(), Ok(true)) {
            return Err(ProtocolError::Closed);
        }
        changed(&mut self.receiver, self.scope.as_ref()).await?;
        Ok(self.receiver.borrow_and_update().clone())
    }

    /// Waits until `holds` returns true for the state, and returns that state. Checks the current
    /// state first.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Closed`] if the session ends before. [`StateWatch::get`] returns the
    ///   reason.
    /// - [`ProtocolError::ScopeEnded`] if the scope of the handle ends before.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future has no effect on the session.
    pub async fn wait_for(
        &mut self,
        mut holds: impl FnMut(&State) -> bool + Send,
    ) -> Result<State, ProtocolError> {
        let _waiter = Waiter::new(&self.waiters);
        loop {
            let state = self.receiver.borrow_and_update().clone();
            if is_over(self.scope.as_ref()) {
                return Err(ProtocolError::ScopeEnded);
            }
            if holds(&state) {
                return Ok(state);
            }
            if state.is_closed() {
                return Err(ProtocolError::Closed);
            }
            changed(&mut self.receiver, self.scope.as_ref()).await?;
        }
    }
}

/// A guard that counts a waiter until it is dropped.
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
