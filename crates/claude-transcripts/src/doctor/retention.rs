//! Retention: when the CLI deletes a session file to which nothing was written.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::Deserialize;

use super::outputs::is_local;

/// How long the CLI keeps a file without a setting, in days.
const DEFAULT: u64 = 30;

/// How many days before its deletion a file is reported.
const SOON: u64 = 7;

/// The largest file of settings that is read, in bytes.
const LARGEST: u64 = 1 << 20;

const DAY: Duration = Duration::from_secs(86_400);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    cleanup_period_days: u64,
}

/// Returns how many days the CLI keeps a file: as the local settings of the project say, else those of
/// the project, else those of the user.
pub(super) fn kept_days(config: &Path, cwd: Option<&str>) -> u64 {
    let project = cwd.map(Path::new).filter(|cwd| is_local(cwd)).map(|cwd| cwd.join(".claude"));
    let project = project.as_deref();
    let local = project.and_then(|folder| setting(&folder.join("settings.local.json")));
    let local = local.or_else(|| setting(&project?.join("settings.json")));
    local.or_else(|| setting(&config.join("settings.json"))).unwrap_or(DEFAULT)
}

/// Returns in how many days a file is deleted, if that is soon.
pub(super) fn deleted_in(modified: SystemTime, kept_days: u64, now: SystemTime) -> Option<u64> {
    let age = now.duration_since(modified).unwrap_or_default();
    let kept = Duration::from_secs(kept_days.saturating_mul(DAY.as_secs()));
    let days = kept.saturating_sub(age).as_secs() / DAY.as_secs();
    (days <= SOON).then_some(days)
}

fn setting(path: &Path) -> Option<u64> {
    // Only regular files: a pipe would block.
    let about = path.metadata().ok()?;
    if !about.is_file() || about.len() > LARGEST {
        return None;
    }
    let settings: Settings = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    Some(settings.cleanup_period_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_deleted_when_it_was_not_written_for_the_days_that_are_set() {
        let now = SystemTime::UNIX_EPOCH + 1000 * DAY;
        for (age, kept, expected) in [
            (0, 30, None),
            (22, 30, None),
            (23, 30, Some(7)),
            (29, 30, Some(1)),
            (30, 30, Some(0)),
            (900, 30, Some(0)),
            (29, 99_999, None),
            (29, u64::MAX, None),
            (0, 0, Some(0)),
        ] {
            assert_eq!(deleted_in(now - age * DAY, kept, now), expected, "{age} {kept}");
        }
        // The clock was set back.
        assert_eq!(deleted_in(now + DAY, 30, now), None);
    }
}
