//! Clock: the time in the form of the CLI.

use std::time::SystemTime;

/// Returns the current time, as `2026-01-01T12:00:00.123Z`.
pub(crate) fn now() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    timestamp(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

/// Returns the text of a time in milliseconds since 1970.
fn timestamp(millis: u64) -> String {
    let (seconds, fraction) = (millis / 1000, millis % 1000);
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Days since March of the year 0, with years that begin in March and eras of 400 years.
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let of_era_year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * of_era_year + of_era_year / 4 - of_era_year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + of_era_year + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{fraction:03}Z")
}

#[cfg(test)]
mod tests {
    use super::timestamp;
    use crate::conversation::millis;

    #[test]
    fn a_time_is_written_as_it_is_read() {
        for (at, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_767_268_800_123, "2026-01-01T12:00:00.123Z"),
            (1_709_251_199_000, "2024-02-29T23:59:59.000Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        ] {
            assert_eq!(timestamp(at), text);
        }
        for day in 0..60_000 {
            let at = day * 86_400_000 + day;
            assert_eq!(millis(&timestamp(at)), i64::try_from(at).ok());
        }
    }
}
