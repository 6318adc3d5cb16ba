//! Backoff: how long to wait before a store is tried again.

use std::time::Duration;

/// The waits after the first failures.
const FIRST: [Duration; 2] = [Duration::from_millis(200), Duration::from_millis(800)];
/// The longest wait.
const LONGEST: Duration = Duration::from_secs(60);
/// The shortest wait while the store is full.
const FULL: Duration = Duration::from_secs(10);

/// Returns the wait after this many failures in a row, with up to a quarter of jitter.
pub(crate) fn wait(failures: u32, is_full: bool) -> Duration {
    let base = match FIRST.get(failures.saturating_sub(1) as usize) {
        Some(wait) => *wait,
        None => FIRST[1].saturating_mul(1 << (failures - 2).min(10)).min(LONGEST),
    };
    let base = if is_full { base.max(FULL) } else { base };
    // The random part of a UUID is random enough to keep two sessions apart.
    let random = u32::from(uuid::Uuid::new_v4().as_bytes()[0]);
    base + base / 4 * random / 255
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::wait;

    #[test]
    fn waits_double_up_to_a_minute() {
        let seconds = [0.2, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 60.0, 60.0];
        for (failures, seconds) in (1..).zip(seconds) {
            let (wait, base) = (wait(failures, false), Duration::from_secs_f64(seconds));
            assert!(wait >= base && wait <= base + base / 4, "{failures}: {wait:?}");
        }
        assert!(wait(u32::MAX, false) <= Duration::from_secs(75));
        assert!(wait(1, true) >= Duration::from_secs(10));
    }
}
