//! Times of the calls, and the report of them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The text of the result of the engine that the times replace.
pub(crate) const PLACE: &str = "$times";

/// Round trips, the begin of the first, and the end of the last.
pub(crate) struct Times {
    trips: Vec<Duration>,
    span: Option<(Instant, Instant)>,
}

impl Times {
    pub(crate) fn new(count: usize) -> Self {
        Self { trips: Vec::with_capacity(count), span: None }
    }

    pub(crate) fn len(&self) -> usize {
        self.trips.len()
    }

    pub(crate) fn add(&mut self, begun: Instant, answered: Instant) {
        self.trips.push(answered.duration_since(begun));
        let first = self.span.map_or(begun, |(first, _)| first.min(begun));
        self.span = Some((first, answered));
    }

    /// Median, 99th percentile and the total time, in nanoseconds.
    pub(crate) fn report(mut self) -> Value {
        self.trips.sort_unstable();
        let count = self.trips.len();
        let of = |at: usize| self.trips.get(at).map_or(0, Duration::as_nanos);
        let wall = self.span.map_or(0, |(first, last)| last.duration_since(first).as_nanos());
        let whole = |nanos: u128| u64::try_from(nanos).unwrap_or(u64::MAX);
        json!({
            "median_ns": whole(of(count / 2)),
            "p99_ns": whole(of(count * 99 / 100)),
            "calls": count,
            "wall_ns": whole(wall),
        })
    }
}

/// The quoted form of the placeholder, which occurs only in the result.
fn place() -> String {
    format!("\"{PLACE}\"")
}

pub(crate) fn names_the_place(line: &[u8]) -> bool {
    String::from_utf8_lossy(line).contains(&place())
}

pub(crate) fn filled(line: &[u8], times: &Value) -> Vec<u8> {
    let text = Value::String(times.to_string()).to_string();
    String::from_utf8_lossy(line).replacen(&place(), &text, 1).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_calls_have_their_percentiles() {
        let start = Instant::now();
        let after = |millis| start + Duration::from_millis(millis);
        let mut times = Times::new(100);
        for call in (1..=100).rev() {
            times.add(start, after(call));
        }
        let report = times.report();
        assert_eq!(report["calls"], 100);
        assert_eq!(report["median_ns"], 51_000_000);
        assert_eq!(report["p99_ns"], 100_000_000);
    }

    #[test]
    fn the_wall_time_is_from_the_first_write_to_the_last_read() {
        let start = Instant::now();
        let after = |millis| start + Duration::from_millis(millis);
        let mut times = Times::new(2);
        times.add(after(5), after(20));
        times.add(start, after(30));
        assert_eq!(times.report()["wall_ns"], 30_000_000);
    }
}
