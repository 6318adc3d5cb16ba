//! Times in records: milliseconds since 1970.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Returns the time in milliseconds. A time before 1970 is 0.
fn to_millis(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Returns a time. One that the system cannot represent is the latest that it can.
fn from_millis(millis: u64) -> SystemTime {
    // The systems of this crate represent at least 2^63 seconds or 2^63 units of 100 ns.
    let far = Duration::from_secs(1 << 38);
    let time = UNIX_EPOCH.checked_add(Duration::from_millis(millis));
    time.or_else(|| UNIX_EPOCH.checked_add(far)).unwrap_or(UNIX_EPOCH)
}

/// Rounds a time down to the precision of a record, so that it is the same after it was read.
pub(super) fn rounded(time: SystemTime) -> SystemTime {
    from_millis(to_millis(time))
}

pub(super) mod millis {
    use std::time::SystemTime;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(
        time: &SystemTime,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(super::to_millis(*time))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<SystemTime, D::Error> {
        u64::deserialize(deserializer).map(super::from_millis)
    }
}

pub(super) mod maybe_millis {
    use std::time::SystemTime;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(
        time: &Option<SystemTime>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        time.map(super::to_millis).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<SystemTime>, D::Error> {
        Ok(Option::<u64>::deserialize(deserializer)?.map(super::from_millis))
    }
}
