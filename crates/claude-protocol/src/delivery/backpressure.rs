//! Backpressure: decides whether to read more lines while a consumer is behind. A pure function.
//!
//! Let `unread` be what is in the consumer's queue. The values are the defaults of [`Limits`].
//!
//! - Lines of less than 192 KiB unread (soft limit): read.
//! - From the soft limit on: pause for up to 10 ms, so that a consumer that keeps reading
//!   sets the speed and memory stays small. No pause while something waits that only
//!   reading can release, such as a response to one of our requests.
//! - From 64 MiB of memory on (hard limit): wait for the consumer if it has read in the last 10 s;
//!   otherwise apply [`OverflowPolicy`], which drops its oldest messages by default.
//!
//! Reading must not stop for good: a control request of the CLI may be behind the unread lines, and
//! then the CLI would wait for our reply, and the consumer for the CLI.

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
    /// Drop the oldest items down to this much memory, then read on.
    Evict(usize),
    /// End the consumer's stream with an error.
    Fail,
}

/// Decides for one consumer. `released`: something waits that only reading can release.
pub(crate) fn decide(
    limits: &Limits,
    level: Level<Instant>,
    pause_began: Option<Instant>,
    released: bool,
    now: Instant,
) -> Backpressure {
    if level.unread.memory >= limits.hard {
        let stale = level.read_at.checked_add(limits.stale);
        return match (limits.overflow, stale) {
            (OverflowPolicy::Pause, _) | (_, None) => Backpressure::Wait,
            (_, Some(stale)) if stale > now => Backpressure::WaitUntil(stale),
            // Free a quarter of the limit at once: freeing only the surplus would scan the whole
            // queue again for each block.
            (OverflowPolicy::DropOldest, _) => Backpressure::Evict(limits.hard - limits.hard / 4),
            (OverflowPolicy::Fail, _) => Backpressure::Fail,
        };
    }
    if level.unread.bytes < limits.soft || released {
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

    use super::super::queue::Size;
    use super::*;

    fn level(bytes: usize, read_at: Instant) -> Level<Instant> {
        let unread = Size { bytes, memory: bytes };
        Level { unread, parked: false, abandoned: false, read_at }
    }

    #[test]
    fn pauses_at_the_soft_limit_and_then_reads() {
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
    fn memory_counts_for_the_hard_limit_only() {
        let (limits, now) = (Limits::default(), Instant::now());
        let read_at = now - limits.stale;
        let short = |memory| Level {
            unread: Size { bytes: 100, memory },
            parked: false,
            abandoned: false,
            read_at,
        };
        let decided = |memory| decide(&limits, short(memory), None, false, now);
        assert_eq!(decided(limits.hard - 1), Backpressure::Read);
        assert_eq!(decided(limits.hard), Backpressure::Evict(48 << 20));
    }

    #[test]
    fn does_not_pause_while_only_reading_can_help() {
        let (limits, now) = (Limits::default(), Instant::now());
        assert_eq!(decide(&limits, level(limits.soft, now), None, true, now), Backpressure::Read);
    }

    #[test]
    fn at_the_hard_limit_waits_for_active_readers_and_evicts_idle_ones() {
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
