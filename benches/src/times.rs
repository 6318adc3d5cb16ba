//! Times: CPU clock and medians.

use rustix::time::{ClockId, clock_gettime};

/// Returns the seconds of CPU of this process so far, user and system.
#[must_use]
pub fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    #[expect(clippy::cast_precision_loss, reason = "seconds of a bench")]
    let (whole, part) = (time.tv_sec as f64, time.tv_nsec as f64);
    whole + part / 1e9
}

/// Returns the median.
///
/// # Panics
///
/// Panics if there are no values.
#[must_use]
pub fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
