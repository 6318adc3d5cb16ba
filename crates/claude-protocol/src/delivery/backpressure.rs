//! When reading may go on although a consumer does not keep up. Pure: levels in, a verdict out.
//!
//! Reading never stops for good. At the soft bound the loop naps, so that a consumer that reads
//! sets the pace and memory stays small; not while anything waits that only reading can release.
//! At the hard bound a consumer that reads is waited for, and one that does not is cut.

use tokio::time::Instant;

use super::queue::Level;
use crate::limits::{Limits, OverflowPolicy};

/// What to do with one consumer before the next block is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backpressure {
    /// Read on.
    Read,
    /// Do not read before this time, unless the consumer takes something.
    WaitUntil(Instant),
    /// Do not read until the consumer takes something.
    Wait,
    /// Drop the oldest items down to this many bytes, then read on.
    Evict(usize),
    /// End the consumer's stream with an error.
    Fail,
}

/// Judges one consumer. `released` says that something waits that only reading can release.
pub(crate) fn decide(
    limits: &Limits,
    level: Level<Instant>,
    pause_began: Option<Instant>,
    released: bool,
    now: Instant,
) -> Backpressure {
    if level.bytes >= limits.hard {
        let stale = level.read_at.checked_add(limits.stale);
        return match (limits.overflow, stale) {
            (OverflowPolicy::Pause, _) | (_, None) => Backpressure::Wait,
            (_, Some(stale)) if stale > now => Backpressure::WaitUntil(stale),
            (OverflowPolicy::DropOldest, _) => Backpressure::Evict(limits.hard - limits.hard / 4),
            (OverflowPolicy::Fail, _) => Backpressure::Fail,
        };
    }
    if level.bytes < limits.soft || released {
        return Backpressure::Read;
    }
    match pause_began.unwrap_or(now).checked_add(limits.pause) {
        Some(until) if until <= now => Backpressure::Read,
        Some(until) => Backpressure::WaitUntil(until),
        None => Backpressure::Wait,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn level(bytes: usize, read_at: Instant) -> Level<Instant> {
        Level { bytes, parked: false, abandoned: false, read_at }
    }

    #[test]
    fn naps_at_the_soft_bound_and_reads_on_after_it() {
        let (limits, now) = (Limits::default(), Instant::now());
        let full = level(limits.soft, now);
        assert_eq!(
            decide(&limits, level(limits.soft - 1, now), None, false, now),
            Backpressure::Read
        );
        let until = now + limits.pause;
        assert_eq!(decide(&limits, full, None, false, now), Backpressure::WaitUntil(until));
        assert_eq!(decide(&limits, full, Some(now), false, until), Backpressure::Read);
    }

    #[test]
    fn does_not_nap_while_only_reading_can_help() {
        let (limits, now) = (Limits::default(), Instant::now());
        assert_eq!(decide(&limits, level(limits.soft, now), None, true, now), Backpressure::Read);
    }

    #[test]
    fn waits_at_the_hard_bound_for_who_reads_and_cuts_who_does_not() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        let full = level(limits.hard, now);
        let stale = now + limits.stale;
        assert_eq!(decide(&limits, full, None, true, now), Backpressure::WaitUntil(stale));
        assert_eq!(decide(&limits, full, None, true, stale), Backpressure::Evict(48 << 20));
        limits.overflow = OverflowPolicy::Fail;
        assert_eq!(decide(&limits, full, None, true, stale), Backpressure::Fail);
        limits.overflow = OverflowPolicy::Pause;
        let late = stale + Duration::from_secs(3600);
        assert_eq!(decide(&limits, full, None, true, late), Backpressure::Wait);
    }
}
