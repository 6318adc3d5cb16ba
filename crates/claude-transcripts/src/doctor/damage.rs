//! Damage: what a line is that is not one JSON object, and what can be kept of it.

use std::borrow::Cow;

use claude_types::{LinePart, line_parts};
use serde::de::IgnoredAny;

/// What is on a line that is not one JSON object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Damage {
    /// How many whole objects are on it.
    pub(super) objects: usize,
    /// Whether zero bytes are between them.
    pub(super) has_zeros: bool,
    /// Whether anything else is between them.
    pub(super) has_noise: bool,
}

impl Damage {
    /// Examines a line. `None` if it is one JSON object, or empty.
    pub(super) fn of(line: &[u8]) -> Option<Self> {
        if line.iter().all(u8::is_ascii_whitespace) || is_object(line) {
            return None;
        }
        let mut damage = Self { objects: 0, has_zeros: false, has_noise: false };
        for part in line_parts(line) {
            match part {
                LinePart::Frame(object) if std::str::from_utf8(object).is_ok() => {
                    damage.objects += 1;
                }
                LinePart::Frame(noise) | LinePart::Noise(noise) => {
                    damage.has_zeros |= noise.contains(&0);
                    damage.has_noise |=
                        !noise.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace());
                }
            }
        }
        Some(damage)
    }

    pub(super) fn is_torn(self) -> bool {
        self.objects == 0 && self.has_noise
    }

    pub(super) fn is_joined(self) -> bool {
        self.objects > 1 || (self.objects == 1 && self.has_noise)
    }
}

/// Returns whether a line is one JSON object, of any depth. White space may stand around it.
pub(super) fn is_object(line: &[u8]) -> bool {
    line.trim_ascii_start().first() == Some(&b'{')
        && std::str::from_utf8(line).is_ok()
        && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

/// Returns a line that is one JSON object but for bytes that are not UTF-8, as a CLI reads it: with
/// U+FFFD in their place. `None` for every other line.
pub(super) fn as_text(line: &[u8]) -> Option<String> {
    match String::from_utf8_lossy(line) {
        Cow::Owned(text) if is_object(text.as_bytes()) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_object_or_damaged() {
        let object = r#"{"type":"user","text":"{}"}"#;
        let joined = format!("{object}{object}");
        let torn_joined = format!(r#"{{"type":"us{object}"#);
        let zeros = format!("\0\0{object}");
        let deep = format!(r#"{{"type":{}1{}}}"#, "[".repeat(1000), "]".repeat(1000));
        for (line, expected) in [
            (object, None),
            ("", None),
            (r#" {"no":"type"} "#, None),
            (&deep, None),
            (r#"{"type":"us"#, Some((0, false, true))),
            ("[1]", Some((0, false, true))),
            (&joined, Some((2, false, false))),
            (&torn_joined, Some((1, false, true))),
            (&zeros, Some((1, true, false))),
            ("\0\0\0", Some((0, true, false))),
        ] {
            let expected = expected.map(|(objects, has_zeros, has_noise)| Damage {
                objects,
                has_zeros,
                has_noise,
            });
            assert_eq!(Damage::of(line.as_bytes()), expected, "{line:.60}");
        }
        assert_eq!(Damage::of(b"{\"type\":\"a\xff\"}").map(|it| it.objects), Some(0));
    }
}
