//! Shutdown sequence: close the input, wait, send SIGTERM, wait, send SIGKILL.
//!
//! It is a pure state machine without a clock. Its owner closes the peer's input, passes the time in, and sends
//! the signals that come out.

use std::time::{Duration, Instant};

use super::signal::Signal;

/// The two periods for which a [`ShutdownSequence`] waits for the peer to end.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_transport::ShutdownGrace;
///
/// let grace = ShutdownGrace { eof: Duration::from_secs(1), ..ShutdownGrace::default() };
/// assert_eq!(grace.terminate, Duration::from_secs(2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "the sequence has two waits, and callers write both")]
pub struct ShutdownGrace {
    /// The time from closing the input to [`Signal::Terminate`]: 7 s by default.
    pub eof: Duration,
    /// The time from [`Signal::Terminate`] to [`Signal::Kill`]: 2 s by default.
    pub terminate: Duration,
}

impl Default for ShutdownGrace {
    /// Waits 7 s after the input is closed, and 2 s after [`Signal::Terminate`].
    fn default() -> Self {
        Self { eof: Duration::from_secs(7), terminate: Duration::from_secs(2) }
    }
}

/// A state machine that returns which signal is due at which time.
///
/// # Examples
///
/// ```
/// use std::time::Instant;
///
/// use claude_transport::{ShutdownGrace, ShutdownSequence, Signal};
///
/// let grace = ShutdownGrace::default();
/// let start = Instant::now();
/// let mut sequence = ShutdownSequence::new(grace);
/// sequence.start(start);
///
/// assert_eq!(sequence.due(), Some(start + grace.eof));
/// assert_eq!(sequence.advance(start), None);
/// assert_eq!(sequence.advance(start + grace.eof), Some(Signal::Terminate));
/// assert_eq!(sequence.advance(start + grace.eof + grace.terminate), Some(Signal::Kill));
/// assert_eq!(sequence.due(), None);
/// ```
#[derive(Clone, Debug)]
pub struct ShutdownSequence {
    grace: ShutdownGrace,
    step: Step,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Idle,
    /// The input is closed. `None` means that the wait has no end.
    Closed(Option<Instant>),
    Terminated(Option<Instant>),
    Killed,
}

impl ShutdownSequence {
    /// Creates a sequence that is not started.
    #[must_use]
    pub fn new(grace: ShutdownGrace) -> Self {
        Self { grace, step: Step::Idle }
    }

    /// Starts the first wait at `now`, when the peer's input is closed. Does nothing if it is already started.
    pub fn start(&mut self, now: Instant) {
        if !self.is_started() {
            self.step = Step::Closed(now.checked_add(self.grace.eof));
        }
    }

    /// Returns whether the sequence is started.
    #[must_use]
    pub fn is_started(&self) -> bool {
        !matches!(self.step, Step::Idle)
    }

    /// Returns the time at which to call [`ShutdownSequence::advance`] next.
    ///
    /// Returns `None` before the start, after the last signal, and if the wait ends beyond the range of the clock.
    /// Such a wait has no end.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        match self.step {
            Step::Closed(due) | Step::Terminated(due) => due,
            Step::Idle | Step::Killed => None,
        }
    }

    /// Returns the signal that is due at `now`, and starts the wait after it.
    ///
    /// Each call returns at most one signal, and each signal is returned once.
    pub fn advance(&mut self, now: Instant) -> Option<Signal> {
        if self.due().is_none_or(|due| now < due) {
            return None;
        }
        match self.step {
            Step::Closed(_) => {
                self.step = Step::Terminated(now.checked_add(self.grace.terminate));
                Some(Signal::Terminate)
            }
            Step::Terminated(_) => {
                self.step = Step::Killed;
                Some(Signal::Kill)
            }
            Step::Idle | Step::Killed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILLI: Duration = Duration::from_millis(1);

    #[test]
    fn nothing_is_due_before_the_start() {
        let mut sequence =
            ShutdownSequence::new(ShutdownGrace { eof: Duration::ZERO, terminate: Duration::ZERO });
        assert_eq!(sequence.due(), None);
        assert_eq!(sequence.advance(Instant::now()), None);
    }

    #[test]
    fn each_signal_comes_once_and_not_before_its_time() {
        let grace = ShutdownGrace { eof: 10 * MILLI, terminate: 5 * MILLI };
        let start = Instant::now();
        let mut sequence = ShutdownSequence::new(grace);
        sequence.start(start);
        assert_eq!(sequence.advance(start + 9 * MILLI), None);
        assert_eq!(sequence.advance(start + 10 * MILLI), Some(Signal::Terminate));
        assert_eq!(sequence.advance(start + 14 * MILLI), None);
        assert_eq!(sequence.due(), Some(start + 15 * MILLI));
        assert_eq!(sequence.advance(start + 15 * MILLI), Some(Signal::Kill));
        assert_eq!(sequence.advance(start + 999 * MILLI), None);
    }

    #[test]
    fn a_late_call_still_gives_the_peer_its_second_grace() {
        let start = Instant::now();
        let mut sequence =
            ShutdownSequence::new(ShutdownGrace { eof: MILLI, terminate: 5 * MILLI });
        sequence.start(start);
        let late = start + 100 * MILLI;
        assert_eq!(sequence.advance(late), Some(Signal::Terminate));
        assert_eq!(sequence.due(), Some(late + 5 * MILLI));
    }

    #[test]
    fn a_second_start_does_not_prolong_the_wait() {
        let start = Instant::now();
        let mut sequence = ShutdownSequence::new(ShutdownGrace::default());
        sequence.start(start);
        sequence.start(start + 1000 * MILLI);
        assert_eq!(sequence.due(), Some(start + ShutdownGrace::default().eof));
    }

    #[test]
    fn a_grace_beyond_the_clock_waits_without_end() {
        let mut sequence =
            ShutdownSequence::new(ShutdownGrace { eof: Duration::MAX, terminate: MILLI });
        sequence.start(Instant::now());
        assert!(sequence.is_started());
        assert_eq!(sequence.due(), None);
    }
}
