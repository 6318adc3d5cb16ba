//! Stream items: items of a message stream that are not messages of the CLI.
//!
//! They report what would be lost otherwise. They are items, not errors, so that `message?` does
//! not leave a loop while the session is usable.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A line on stdout that is not a JSON object with a `type`.
///
/// # Examples
///
/// ```
/// use claude_types::Message;
///
/// let message = Message::decode(b"Update available: 3.0");
/// let Message::Noise(noise) = message else { panic!("{message:?}") };
/// assert_eq!(&*noise.text, "Update available: 3.0");
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Noise {
    /// The line. Bytes that are not valid UTF-8 are replaced by U+FFFD.
    pub text: Box<str>,
}

impl Noise {
    /// Creates an item for a line.
    #[must_use]
    pub fn new(line: &[u8]) -> Self {
        Self { text: String::from_utf8_lossy(line).into() }
    }
}

impl fmt::Debug for Noise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Noise").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

impl Serialize for Noise {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("type", "sdk_noise")?;
        map.serialize_entry("text", &self.text)?;
        map.end()
    }
}

/// A line longer than the limit. The line was skipped, and the session continues.
///
/// # Examples
///
/// ```
/// use claude_types::Oversized;
///
/// let skipped = Oversized::new(70_000_000, br#"{"type":"user""#);
/// assert_eq!(&*skipped.head, r#"{"type":"user""#);
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Oversized {
    /// The length of the line in bytes.
    pub length: u64,
    /// The first bytes of the line. Bytes that are not valid UTF-8 are replaced by U+FFFD.
    pub head: Box<str>,
}

impl Oversized {
    /// Creates an item for a skipped line.
    #[must_use]
    pub fn new(length: u64, head: &[u8]) -> Self {
        Self { length, head: String::from_utf8_lossy(head).into() }
    }
}

impl fmt::Debug for Oversized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Oversized").field("length", &self.length).finish_non_exhaustive()
    }
}

impl Serialize for Oversized {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(3))?;
        map.serialize_entry("type", "sdk_oversized")?;
        map.serialize_entry("length", &self.length)?;
        map.serialize_entry("head", &self.head)?;
        map.end()
    }
}

/// The number of messages that were dropped because the consumer did not read them.
///
/// The oldest messages are dropped, deltas before others and results last. A turn never loses its
/// result.
///
/// # Examples
///
/// ```
/// use claude_types::Lagged;
///
/// let lagged = Lagged::new(12, 3_400);
/// assert_eq!((lagged.messages, lagged.bytes), (12, 3_400));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Lagged {
    /// The number of dropped messages.
    pub messages: u64,
    /// The length of their lines in bytes.
    pub bytes: u64,
}

impl Lagged {
    /// Creates an item for dropped messages.
    #[must_use]
    pub fn new(messages: u64, bytes: u64) -> Self {
        Self { messages, bytes }
    }
}

impl Serialize for Lagged {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(3))?;
        map.serialize_entry("type", "sdk_lagged")?;
        map.serialize_entry("messages", &self.messages)?;
        map.serialize_entry("bytes", &self.bytes)?;
        map.end()
    }
}
