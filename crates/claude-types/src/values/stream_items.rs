//! Items of a message stream that are not messages of the CLI.
//!
//! They stand in the stream so that nothing gets lost in silence, and so that `message?` does not
//! end a good session.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A line on stdout that is not a JSON object.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Noise {
    /// The line; bytes that are no UTF-8 are replaced.
    pub text: Box<str>,
}

impl Noise {
    /// Keeps a line.
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

/// A line longer than the limit. It was skipped; the session goes on.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Oversized {
    /// How long the line was, in bytes.
    pub length: u64,
    /// Its first bytes, enough to tell what it was; bytes that are no UTF-8 are replaced.
    pub head: Box<str>,
}

impl Oversized {
    /// Describes a skipped line.
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

/// What a consumer lost because it did not read: the oldest messages, deltas first.
///
/// Results are never lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Lagged {
    /// How many messages.
    pub messages: u64,
    /// How many bytes they had on the wire.
    pub bytes: u64,
}

impl Lagged {
    /// Counts a loss.
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
