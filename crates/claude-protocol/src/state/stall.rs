//! Silence that is too long: what it is in each state, and what is done about it. Pure: facts and
//! the time in, a decision out.
//!
//! Nothing is interrupted or ended unless the policy says so: a tool may well be silent for an
//! hour. While a person or a callback of ours is waited for, or while reading is held up on our
//! side, the silence is not the CLI's and does not count. Who tells and acts is
//! `driver/watch.rs`.

use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::value::State;

/// When a silence counts as a stall, and what is done about it.
///
/// A sign of life is any message or question of the CLI. Answers to our own requests are none: a
/// CLI may answer them and do nothing else. A duration that is too long for the clock means never.
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
    /// Silence before `initialize` is answered. 30 s.
    pub starting: Duration,
    /// Silence while the model is at work. 300 s.
    pub model: Duration,
    /// Silence while a tool runs. 3600 s; newer CLIs give a sign of life every 30 s.
    pub tool: Duration,
    /// Silence while only background agents live. 3600 s.
    pub background: Duration,
    /// What is done about a stall, besides telling.
    pub recovery: Recovery,
    /// How long an interrupt has to bring a sign of life, before the next step. 10 s.
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
    /// Nothing ever counts as a stall.
    #[must_use]
    pub fn off() -> Self {
        let never = Duration::MAX;
        Self::default().starting(never).model(never).tool(never).background(never)
    }

    /// Silence before `initialize` is answered.
    #[must_use]
    pub fn starting(mut self, silence: Duration) -> Self {
        self.starting = silence;
        self
    }

    /// Silence while the model is at work.
    #[must_use]
    pub fn model(mut self, silence: Duration) -> Self {
        self.model = silence;
        self
    }

    /// Silence while a tool runs.
    #[must_use]
    pub fn tool(mut self, silence: Duration) -> Self {
        self.tool = silence;
        self
    }

    /// Silence while only background agents live.
    #[must_use]
    pub fn background(mut self, silence: Duration) -> Self {
        self.background = silence;
        self
    }

    /// What is done about a stall, besides telling.
    #[must_use]
    pub fn recovery(mut self, recovery: Recovery) -> Self {
        self.recovery = recovery;
        self
    }

    /// How long an interrupt has to bring a sign of life.
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

/// What is done about a stall: each step contains those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Recovery {
    /// It is told, and nothing else.
    #[default]
    Report,
    /// The turn is interrupted, and background agents with it.
    Interrupt,
    /// If the interrupt brings no sign of life, the CLI is ended with all that it started: TERM,
    /// and KILL if it does not go. What waits fails with [`ProtocolError::Stalled`].
    ///
    /// [`ProtocolError::Stalled`]: crate::ProtocolError::Stalled
    End,
}

/// A silence that was too long.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Stall {
    /// What the session was doing.
    pub state: State,
    /// How long there was no sign of life.
    pub silent_for: Duration,
    /// The type of the last line that was one, such as `assistant` or `system/status`.
    pub last_frame: Option<String>,
    /// What is being done about it.
    pub recovery: Recovery,
}

/// Tells about stalls. Does not keep the session alive.
#[derive(Debug, Clone)]
pub struct StallWatch {
    receiver: watch::Receiver<Option<Stall>>,
}

impl StallWatch {
    pub(crate) fn new(receiver: watch::Receiver<Option<Stall>>) -> Self {
        Self { receiver }
    }

    pub(crate) fn fresh(&self) -> Self {
        let mut receiver = self.receiver.clone();
        receiver.mark_unchanged();
        Self { receiver }
    }

    /// The last stall that was told, even if it is over.
    #[must_use]
    pub fn last(&self) -> Option<Stall> {
        self.receiver.borrow().clone()
    }

    /// Waits for the next stall, or for the next step against one; `None` when the session is
    /// over. Of several since the last call, this is the newest.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Stall> {
        self.receiver.changed().await.ok()?;
        self.receiver.borrow_and_update().clone()
    }
}

/// The states in which silence is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum SilenceKind {
    /// Nothing is expected of the CLI.
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

/// Decides what is due when.
#[derive(Debug)]
pub(crate) struct Watchdog {
    policy: StallPolicy,
    watched: SilenceKind,
    /// Since when the CLI is silent.
    silent: Instant,
    /// Reading is held up on our side.
    held_up: bool,
    /// The last step, and when the next one is due.
    taken: Option<(Recovery, Option<Instant>)>,
}

impl Watchdog {
    pub(crate) fn new(policy: StallPolicy, now: Instant) -> Self {
        Self { policy, watched: SilenceKind::Starting, silent: now, held_up: false, taken: None }
    }

    /// A sign of life, or something that is as good. `at` may lie ahead: a wait that was told.
    pub(crate) fn note_activity(&mut self, at: Instant) {
        self.silent = at;
        self.taken = None;
    }

    /// What the CLI is expected to do now. A change is as good as a sign of life.
    pub(crate) fn watch(&mut self, watched: SilenceKind, now: Instant) {
        if self.watched != watched {
            self.watched = watched;
            // What was expected before is no matter, however long it would have been waited for.
            self.silent = now;
            self.taken = None;
        }
    }

    /// Whether lines are read at all.
    pub(crate) fn reads(&mut self, reads: bool, now: Instant) {
        if !reads || self.held_up {
            self.note_activity(self.silent.max(now));
        }
        self.held_up = !reads;
    }

    /// When a step is due.
    pub(crate) fn due(&self) -> Option<Instant> {
        let silence = self.policy.silence(self.watched).filter(|_| !self.held_up)?;
        match self.taken {
            None => self.silent.checked_add(silence),
            Some((_, next)) => next,
        }
    }

    /// Takes the step that is due, if one is; with how long the silence is.
    pub(crate) fn advance(&mut self, now: Instant) -> Option<(Recovery, Duration)> {
        if self.due().is_none_or(|due| due > now) {
            return None;
        }
        let step = match self.taken {
            // There is no turn to interrupt yet.
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
    fn by_default_it_is_told_once_and_nothing_is_done() {
        let (mut watchdog, now) = with_recovery(Recovery::default());
        assert_eq!(watchdog.due(), Some(now + 5 * SECOND));
        assert_eq!(watchdog.advance(now + 4 * SECOND), None);
        let step = watchdog.advance(now + 5 * SECOND);
        assert_eq!(step, Some((Recovery::Report, 5 * SECOND)));
        assert_eq!((watchdog.due(), watchdog.advance(now + 60 * SECOND)), (None, None));
        // And once more after a sign of life.
        watchdog.note_activity(now + 7 * SECOND);
        assert_eq!(watchdog.due(), Some(now + 12 * SECOND));
    }

    #[test]
    fn the_steps_come_one_after_the_other_and_a_sign_of_life_stops_them() {
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
        // A wait that the CLI told.
        watchdog.note_activity(now + 100 * SECOND);
        assert_eq!(watchdog.due(), Some(now + 105 * SECOND));
    }

    #[test]
    fn off_is_off() {
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
