//! What the session is doing, as a value that can be watched and awaited.
//!
//! Reading it clones: no guard escapes that could block the connection. What it is computed from is
//! in `activity.rs`; waiting until nothing is left to do is in `idle.rs`.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use claude_types::{RequestId, ToolUseId};
use tokio::sync::watch;

use crate::ProtocolError;
use crate::activity::Doing;
use crate::stall::Watched;

/// What the session is doing.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum State {
    /// The CLI has not answered `initialize` yet.
    #[default]
    Starting,
    /// Nothing is queued, running or in the background.
    Idle,
    /// A prompt waits or is worked on, and no tool runs: the model's turn.
    #[non_exhaustive]
    Model {
        /// Since when.
        since: Instant,
        /// What holds the model up, if something does.
        phase: Phase,
    },
    /// The main thread waits for a tool. Of several that run side by side, this is the oldest.
    #[non_exhaustive]
    Tool {
        /// The name of the tool.
        name: String,
        /// The call.
        id: ToolUseId,
        /// When the model called it.
        since: Instant,
        /// How many tools run side by side, with this one.
        running: usize,
    },
    /// The CLI has asked something that a person may have to answer: about a tool, or a dialog.
    #[non_exhaustive]
    WaitingForHuman {
        /// The question.
        request: RequestId,
        /// The tool that it is about, if it is about one.
        tool: Option<String>,
        /// When it was asked.
        since: Instant,
    },
    /// Nothing runs in the foreground, and agents or workflows live in the background. Shells do
    /// not count, since they may never end; see [`Tasks`](crate::Tasks).
    #[non_exhaustive]
    Background {
        /// How many live.
        agents: usize,
        /// Since when nothing runs in the foreground.
        since: Instant,
    },
    /// The connection is being closed.
    Closing,
    /// It is over; with the reason, if it did not end by a close or by itself.
    Dead(Option<ProtocolError>),
}

/// What holds the model up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Phase {
    /// Nothing: a request is on its way, or the answer is being written.
    #[default]
    Working,
    /// The context is being compacted.
    Compacting,
    /// The API failed, and the CLI tries again.
    #[non_exhaustive]
    Retrying {
        /// Which attempt failed, counted from one; 0 if the CLI did not say.
        attempt: u64,
    },
}

impl State {
    /// Nothing is queued, running or in the background.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Idle)
    }

    /// A prompt waits or is worked on, by the model, a tool or a person; or a background agent
    /// lives.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(
            self,
            Self::Model { .. }
                | Self::Tool { .. }
                | Self::WaitingForHuman { .. }
                | Self::Background { .. }
        )
    }

    /// It is over.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        matches!(self, Self::Dead(_))
    }
}

/// A short text for people, such as ``the tool `Bash` ``.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Starting => f.write_str("the start"),
            Self::Idle => f.write_str("nothing"),
            Self::Model { phase: Phase::Working, .. } => f.write_str("the model"),
            Self::Model { phase: Phase::Compacting, .. } => f.write_str("a compaction"),
            Self::Model { phase: Phase::Retrying { attempt }, .. } => {
                write!(f, "the model, after {attempt} failed attempts")
            }
            Self::Tool { name, running: 1, .. } => write!(f, "the tool `{name}`"),
            Self::Tool { name, running, .. } => {
                write!(f, "the tool `{name}` and {} others", running - 1)
            }
            Self::WaitingForHuman { tool: Some(tool), .. } => {
                write!(f, "an answer about the tool `{tool}`")
            }
            Self::WaitingForHuman { tool: None, .. } => f.write_str("an answer to a question"),
            Self::Background { agents, .. } => write!(f, "{agents} background agents"),
            Self::Closing => f.write_str("the end of the session"),
            Self::Dead(_) => f.write_str("nothing: the session is over"),
        }
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
    pub(crate) fn prompt_sent(&self, now: Instant) {
        self.unseen.fetch_add(1, Ordering::SeqCst);
        self.sender.send_if_modified(|state| {
            let rests = matches!(state, State::Idle | State::Background { .. });
            if rests {
                *state = Doing::Model(Phase::Working).state(now);
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
    pub(crate) fn observe(&self, doing: Doing<'_>, now: Instant) -> Watched {
        let mut watched = Watched::Nothing;
        // Read under the watch's lock, so that it cannot overtake `prompt_sent`.
        self.sender.send_if_modified(|state| {
            let unseen = self.unseen.load(Ordering::SeqCst) > 0;
            let doing = match doing {
                Doing::Nothing | Doing::Background(_) if unseen => Doing::Model(Phase::Working),
                doing => doing,
            };
            let stays = matches!(state, State::Closing | State::Dead(_)) || doing.is(state);
            if !stays {
                *state = doing.state(now);
            }
            watched = Watched::from(&*state);
            !stays
        });
        watched
    }

    /// Sets a state that does not depend on what the CLI does. Nothing follows death.
    pub(crate) fn change(&self, to: State) {
        self.sender.send_if_modified(|state| {
            let allowed = match (&*state, &to) {
                (State::Dead(_), _) => false,
                (State::Closing, to) => to.is_dead(),
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
    pub(crate) fn watched(&self) -> Watched {
        Watched::from(&*self.sender.borrow())
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
