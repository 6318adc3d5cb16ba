//! Node: what is kept of a line of the conversation, at most 64 bytes.

use crate::lines::{Place, Tags};

/// No other node.
pub(super) const NONE: u32 = u32::MAX;

/// A line that has an ID.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// A hash of the ID of the model's answer. 0 if it is none.
    pub(super) answer: u64,
    pub(super) offset: u64,
    /// Milliseconds since 1970. 0 if it is not known.
    pub(super) time: i64,
    pub(super) length: u32,
    /// The position of the line before it in the conversation.
    pub(super) parent: u32,
    pub(super) role: Role,
    pub(super) marks: Marks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    User,
    Assistant,
    System,
    /// Attachments and progress: they connect messages.
    Link,
}

/// What excludes a line from the conversation that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    pub(super) sidechain: bool,
    pub(super) meta: bool,
    pub(super) team: bool,
}

impl Node {
    /// Returns the node of a line, without its parent. `None` if it is no part of a conversation.
    pub(super) fn new(place: Place, tags: &Tags<'_>) -> Option<Self> {
        let role = match tags.kind.as_deref()? {
            "user" => Role::User,
            "assistant" => Role::Assistant,
            "system" => Role::System,
            "attachment" | "progress" => Role::Link,
            _ => return None,
        };
        let marks = Marks { sidechain: tags.sidechain, meta: tags.meta, team: tags.team };
        Some(Self {
            answer: 0,
            offset: place.offset,
            time: tags.timestamp.as_deref().and_then(millis).unwrap_or(0),
            length: u32::try_from(place.length).ok()?,
            parent: NONE,
            role,
            marks,
        })
    }

    pub(super) fn place(&self) -> Place {
        Place { offset: self.offset, length: self.length.into() }
    }

    pub(super) fn is_message(&self) -> bool {
        matches!(self.role, Role::User | Role::Assistant)
    }

    /// Returns whether this is the end of a conversation that a user had, not of a subagent.
    pub(super) fn is_main(&self) -> bool {
        self.is_message() && !self.marks.sidechain && !self.marks.team && !self.marks.meta
    }
}

/// Returns the time of an RFC 3339 text in UTC, in milliseconds since 1970.
pub(crate) fn millis(text: &str) -> Option<i64> {
    let (date, clock) = text.strip_suffix('Z').unwrap_or(text).split_once('T')?;
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = clock.split(':').map(|part| part.parse::<i64>().ok());
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let fraction: String = fraction.chars().chain("000".chars()).take(3).collect();
    let fraction: i64 = fraction.parse().ok()?;
    let in_range =
        (0..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let in_day = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..=60).contains(&second);
    if !in_range || !in_day || fraction < 0 {
        return None;
    }
    // Days since 1970, with years that begin in March.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    Some((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_takes_64_bytes_at_most() {
        assert!(size_of::<Node>() <= 64, "{}", size_of::<Node>());
    }

    #[test]
    fn times_are_milliseconds_since_1970() {
        for (text, expected) in [
            ("1970-01-01T00:00:00.000Z", Some(0)),
            ("2026-01-01T12:00:00.123Z", Some(1_767_268_800_123)),
            ("2024-02-29T23:59:59Z", Some(1_709_251_199_000)),
            ("2026-01-01T12:00:00.5", Some(1_767_268_800_500)),
            ("2026-13-01T12:00:00Z", None),
            ("2026-01-01T12:00Z", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(millis(text), expected, "{text}");
        }
    }
}
