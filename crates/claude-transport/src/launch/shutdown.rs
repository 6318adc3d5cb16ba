//! The sequence that ends a peer: closed input, then a grace, then a request, then a grace, then force.
//!
//! It is a pure state machine: it holds no clock, closes nothing and sends nothing. Its owner closes the peer's
//! input, passes the time in, and sends the signals that come out. Next: `process/`, one of its owners.

use std::time::{Duration, Instant};

use super::signal::Signal;

/// How long each step of the sequence waits for the peer to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "the sequence has two waits, and callers write both")]
pub struct ShutdownGrace {
    /// The wait between the closed input and [`Signal::Terminate`].
    pub eof: Duration,
    /// The wait between [`Signal::Terminate`] and [`Signal::Kill`].
    pub terminate: Duration,
}

impl Default for ShutdownGrace {
    /// Waits 7 s for a peer that sees the end of its input, then 2 s for one that was asked.
    fn default() -> Self {
        Self { eof: Duration::from_secs(7), terminate: Duration::from_secs(2) }
    }
}

/// Says which signal is due when.
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
    /// The input is closed; `None` stands for a wait without end.
    Closed(Option<Instant>),
    Terminated(Option<Instant>),
    Killed,
}

impl ShutdownSequence {
    /// Makes a sequence that has not been started.
    #[must_use]
    pub fn new(grace: ShutdownGrace) -> Self {
        Self { grace, step: Step::Idle }
    }

    /// Starts the first wait; the peer's input was closed at `now`. Does nothing if the sequence has started.
    pub fn start(&mut self, now: Instant) {
        if !self.is_started() {
            self.step = Step::Closed(now.checked_add(self.grace.eof));
        }
    }

    /// Tells whether the sequence has been started.
    #[must_use]
    pub fn is_started(&self) -> bool {
        !matches!(self.step, Step::Idle)
    }

    /// Returns when [`ShutdownSequence::advance`] is to be called next.
    ///
    /// It is `None` before the start, after the last signal, and if the wait is too long for the clock, which
    /// means without end.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        match self.step {
            Step::Closed(due) | Step::Terminated(due) => due,
            Step::Idle | Step::Killed => None,
        }
    }

    /// Returns the signal that is due at `now`, and starts the wait behind it.
    ///
    /// At most one signal comes out of one call, and each comes once.
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
