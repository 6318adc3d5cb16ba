//! Stall detection: how long the CLI may be silent in each state, and what is done then. Pure:
//! facts and the time in, a decision out.
//!
//! By default, stalls are only reported, because a tool may be silent for an hour. A silence does
//! not count while the CLI waits for a person or a callback, or while reading is paused on our
//! side. `driver/activity.rs` reports stalls and acts on them.

use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::scope::{changed, is_over};
use super::value::State;

/// When a silent CLI counts as stalled, and what is done then.
///
/// Every message and every control request of the CLI ends a silence. Responses to our requests do
/// not: a CLI that hangs may still send them. A duration that is too long for the clock means
/// "never".
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_protocol::{Recovery, StallPolicy};
///
/// let policy = StallPolicy::default().model(Duration::from_secs(120)).recovery(Recovery::End);
/// assert_eq!(policy.tool, StallPolicy::default().tool);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct StallPolicy {
    /// The longest silence before the response to `initialize`: 30 s by default.
    pub starting: Duration,
    /// The longest silence in [`State::Model`]: 300 s by default. The wait before a retry that the
    /// CLI announces does not count.
    pub model: Duration,
    /// The longest silence in [`State::Tool`]: 3600 s by default. Newer CLIs report the progress of
    /// a tool every 30 s.
    pub tool: Duration,
    /// The longest silence in [`State::Background`]: 3600 s by default.
    pub background: Duration,
    /// What is done about a stall, in addition to the report: [`Recovery::Report`] by default.
    pub recovery: Recovery,
    /// How long the CLI may stay silent after an interrupt before it is ended: 10 s by default.
    /// Only with [`Recovery::End`].
    pub grace: Duration,
}

impl Default for StallPolicy {
    fn default() -> Self {
        Self {
            starting: Duration::from_secs(30),
            model: Duration::from_secs(300),
            tool: Duration::from_secs(3600),
            background: Duration::from_secs(3600),
            recovery: Recovery::default(),
            grace: Duration::from_secs(10),
        }
    }
}

impl StallPolicy {
    /// Returns a policy in which no silence counts as a stall.
    #[must_use]
    pub fn off() -> Self {
        let never = Duration::MAX;
        Self::default().starting(never).model(never).tool(never).background(never)
    }

    /// Sets the longest silence before the response to `initialize`.
    #[must_use]
    pub fn starting(mut self, silence: Duration) -> Self {
        self.starting = silence;
        self
    }

    /// Sets the longest silence in [`State::Model`].
    #[must_use]
    pub fn model(mut self, silence: Duration) -> Self {
        self.model = silence;
        self
    }

    /// Sets the longest silence in [`State::Tool`].
    #[must_use]
    pub fn tool(mut self, silence: Duration) -> Self {
        self.tool = silence;
        self
    }

    /// Sets the longest silence in [`State::Background`].
    #[must_use]
    pub fn background(mut self, silence: Duration) -> Self {
        self.background = silence;
        self
    }

    /// Sets what is done about a stall, in addition to the report.
    #[must_use]
    pub fn recovery(mut self, recovery: Recovery) -> Self {
        self.recovery = recovery;
        self
    }

    /// Sets how long the CLI may stay silent after an interrupt before it is ended.
    #[must_use]
    pub fn grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    fn silence(&self, watched: SilenceKind) -> Option<Duration> {
        match watched {
            SilenceKind::Nothing => None,
            SilenceKind::Starting => Some(self.starting),
            SilenceKind::Model => Some(self.model),
            SilenceKind::Tool => Some(self.tool),
            SilenceKind::Background => Some(self.background),
        }
    }
}

/// What is done about a stall. Each step includes the steps before it.
///
/// During the start there is no turn to interrupt: `Interrupt` only reports then, and `End` ends
/// the CLI at once.
///
/// # Examples
///
/// ```
/// use claude_protocol::{ConnectionOptions, Recovery, StallPolicy};
///
/// let mut options = ConnectionOptions::default();
/// options.stall = StallPolicy::default().recovery(Recovery::Interrupt);
/// assert!(Recovery::Report < Recovery::Interrupt && Recovery::Interrupt < Recovery::End);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Recovery {
    /// Only reports the stall.
    #[default]
    Report,
    /// Interrupts the turn, and background agents with it.
    Interrupt,
    /// Ends the CLI if it stays silent after the interrupt: sends SIGTERM to its process group, and
    /// SIGKILL after the second period of [`Deadlines::close`] (2 s by default). Open turns and
    /// pending requests fail with [`ProtocolError::Stalled`].
    ///
    /// [`Deadlines::close`]: crate::Deadlines::close
    /// [`ProtocolError::Stalled`]: crate::ProtocolError::Stalled
    End,
}

/// A report of a stall.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection) {
/// if let Some(stall) = connection.stalls().next().await {
///     println!("{:?} of silence while waiting for {}", stall.silent_for, stall.state);
/// }
/// # }
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Stall {
    /// The state of the session during the silence.
    pub state: State,
    /// How long the CLI was silent.
    pub silent_for: Duration,
    /// The type of the last line that counted as activity, such as `assistant` or `system/status`.
    pub last_frame: Option<String>,
    /// The step that is being taken.
    pub recovery: Recovery,
}

/// A watch on stalls. It does not keep the session open.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection) {
/// let mut stalls = connection.stalls();
/// tokio::spawn(async move {
///     while let Some(stall) = stalls.next().await {
///         eprintln!("stalled: {stall:?}");
///     }
/// });
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct StallWatch {
    receiver: watch::Receiver<Option<Stall>>,
    /// Cancelled when the scope of the handle ends.
    scope: Option<CancellationToken>,
}

impl StallWatch {
    pub(crate) fn new(receiver: watch::Receiver<Option<Stall>>) -> Self {
        Self { receiver, scope: None }
    }

    pub(crate) fn fresh(&self, scope: Option<CancellationToken>) -> Self {
        let mut receiver = self.receiver.clone();
        receiver.mark_unchanged();
        Self { receiver, scope }
    }

    /// Returns the last stall that was reported, even if it is over. `None` if the scope of the
    /// handle has ended.
    #[must_use]
    pub fn last(&self) -> Option<Stall> {
        if is_over(self.scope.as_ref()) {
            return None;
        }
        self.receiver.borrow().clone()
    }

    /// Waits for the next stall, or for the next step against a stall. Returns `None` when the
    /// session is over, or the scope of the handle has ended. If there were several since the last
    /// call, returns the newest.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the next call still returns the stall.
    pub async fn next(&mut self) -> Option<Stall> {
        changed(&mut self.receiver, self.scope.as_ref()).await.ok()?;
        self.receiver.borrow_and_update().clone()
    }
}

/// Which limit applies to a silence of the CLI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum SilenceKind {
    /// None: no output of the CLI is expected.
    #[default]
    Nothing,
    Starting,
    Model,
    Tool,
    Background,
}

impl From<&State> for SilenceKind {
    fn from(state: &State) -> Self {
        match state {
            State::Starting => Self::Starting,
            State::Model { .. } => Self::Model,
            State::Tool { .. } => Self::Tool,
            State::Background { .. } => Self::Background,
            _ => Self::Nothing,
        }
    }
}

/// A watchdog: decides which step against a stall is due, and when.
#[derive(Debug)]
pub(crate) struct Watchdog {
    policy: StallPolicy,
    watched: SilenceKind,
    /// Since when the CLI is silent. In the future if the CLI has announced a wait.
    silent: Instant,
    /// Reading is paused on our side.
    held_up: bool,
    /// The last step, and when the next one is due.
    taken: Option<(Recovery, Option<Instant>)>,
}

impl Watchdog {
    pub(crate) fn new(policy: StallPolicy, now: Instant) -> Self {
        Self { policy, watched: SilenceKind::Starting, silent: now, held_up: false, taken: None }
    }

    /// Restarts the silence at `at`, which is in the future if the CLI has announced a wait.
    pub(crate) fn note_activity(&mut self, at: Instant) {
        self.silent = at;
        self.taken = None;
    }

    /// Sets which limit applies. A change restarts the silence.
    pub(crate) fn watch(&mut self, watched: SilenceKind, now: Instant) {
        if self.watched != watched {
            self.watched = watched;
            // Set the time directly: it may be in the future because of an announced wait, which
            // does not apply to the new state.
            self.silent = now;
            self.taken = None;
        }
    }

    /// Records whether lines are read. While reading is paused, the silence does not count.
    pub(crate) fn reads(&mut self, reads: bool, now: Instant) {
        if !reads || self.held_up {
            self.note_activity(self.silent.max(now));
        }
        self.held_up = !reads;
    }

    /// Returns when the next step is due.
    pub(crate) fn due(&self) -> Option<Instant> {
        let silence = self.policy.silence(self.watched).filter(|_| !self.held_up)?;
        match self.taken {
            None => self.silent.checked_add(silence),
            Some((_, next)) => next,
        }
    }

    /// Takes the step that is due. Returns it with the length of the silence.
    pub(crate) fn advance(&mut self, now: Instant) -> Option<(Recovery, Duration)> {
        if self.due().is_none_or(|due| due > now) {
            return None;
        }
        let step = match self.taken {
            // During the start there is no turn to interrupt: report or end, but do not interrupt.
            None if self.watched == SilenceKind::Starting => match self.policy.recovery {
                Recovery::Interrupt => Recovery::Report,
                recovery => recovery,
            },
            None => self.policy.recovery.min(Recovery::Interrupt),
            Some(_) => Recovery::End,
        };
        let more = step == Recovery::Interrupt && self.policy.recovery > step;
        let next = if more { now.checked_add(self.policy.grace) } else { None };
        self.taken = Some((step, next));
        Some((step, now.saturating_duration_since(self.silent)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn with_recovery(recovery: Recovery) -> (Watchdog, Instant) {
        let now = Instant::now();
        let policy = StallPolicy::default().model(5 * SECOND).recovery(recovery).grace(SECOND);
        let mut watchdog = Watchdog::new(policy, now);
        watchdog.watch(SilenceKind::Model, now);
        (watchdog, now)
    }

    #[test]
    fn by_default_a_stall_is_only_reported_and_only_once() {
        let (mut watchdog, now) = with_recovery(Recovery::default());
        assert_eq!(watchdog.due(), Some(now + 5 * SECOND));
        assert_eq!(watchdog.advance(now + 4 * SECOND), None);
        let step = watchdog.advance(now + 5 * SECOND);
        assert_eq!(step, Some((Recovery::Report, 5 * SECOND)));
        assert_eq!((watchdog.due(), watchdog.advance(now + 60 * SECOND)), (None, None));
        // It is reported again after a sign of life.
        watchdog.note_activity(now + 7 * SECOND);
        assert_eq!(watchdog.due(), Some(now + 12 * SECOND));
    }

    #[test]
    fn steps_follow_one_another_until_a_sign_of_life() {
        let (mut watchdog, now) = with_recovery(Recovery::End);
        let steps: Vec<_> =
            (0..10).filter_map(|n| Some((n, watchdog.advance(now + n * SECOND)?.0))).collect();
        assert_eq!(steps, [(5, Recovery::Interrupt), (6, Recovery::End)]);
        let (mut watchdog, now) = with_recovery(Recovery::End);
        assert!(watchdog.advance(now + 5 * SECOND).is_some());
        watchdog.note_activity(now + 5 * SECOND);
        assert_eq!(watchdog.due(), Some(now + 10 * SECOND));
        let (mut watchdog, now) = with_recovery(Recovery::Interrupt);
        assert!(watchdog.advance(now + 5 * SECOND).is_some());
        assert_eq!(watchdog.due(), None);
    }

    #[test]
    fn a_start_is_not_interrupted() {
        for (recovery, step) in [
            (Recovery::Report, Recovery::Report),
            (Recovery::Interrupt, Recovery::Report),
            (Recovery::End, Recovery::End),
        ] {
            let (mut watchdog, now) = with_recovery(recovery);
            watchdog.watch(SilenceKind::Starting, now);
            assert_eq!(watchdog.advance(now + 30 * SECOND).unwrap().0, step);
            assert_eq!(watchdog.due(), None);
        }
    }

    #[test]
    fn only_the_clis_own_silence_counts() {
        let (mut watchdog, now) = with_recovery(Recovery::Report);
        watchdog.watch(SilenceKind::Nothing, now);
        assert_eq!(watchdog.due(), None);
        watchdog.watch(SilenceKind::Model, now + 60 * SECOND);
        assert_eq!(watchdog.due(), Some(now + 65 * SECOND));
        watchdog.reads(false, now + 62 * SECOND);
        assert_eq!(watchdog.due(), None);
        watchdog.reads(true, now + 70 * SECOND);
        assert_eq!(watchdog.due(), Some(now + 75 * SECOND));
        // A wait that the CLI announced.
        watchdog.note_activity(now + 100 * SECOND);
        assert_eq!(watchdog.due(), Some(now + 105 * SECOND));
    }

    #[test]
    fn with_off_no_step_is_due() {
        let now = Instant::now();
        let mut watchdog = Watchdog::new(StallPolicy::off(), now);
        for watched in
            [SilenceKind::Starting, SilenceKind::Model, SilenceKind::Tool, SilenceKind::Background]
        {
            watchdog.watch(watched, now);
            assert_eq!(watchdog.due(), None, "{watched:?}");
        }
    }
}
