//! One line, and what a reader delivers: a line, or the note that one was too long.
//!
//! A line is bytes without their terminator. It is not text: nothing here checks UTF-8 or trims whitespace.
//! Its `Debug` shows only the length, since lines carry prompts and answers. Next: `codec.rs`, which cuts them.

use std::fmt;

use bytes::Bytes;

/// How many bytes of an over-long line are kept.
pub(crate) const HEAD: usize = 256;

/// One non-empty line without its terminator.
///
/// A line that came from a reader is a slice of the block it was read in, so it costs no copy, but it keeps
/// the whole block alive. Call [`Line::detach`] before keeping one for long.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Line(Bytes);

impl Line {
    /// Makes a line of `bytes`; returns `None` if they are empty or hold a line feed.
    pub fn new(bytes: impl Into<Bytes>) -> Option<Self> {
        let bytes = bytes.into();
        let whole = !bytes.is_empty() && memchr::memchr(b'\n', &bytes).is_none();
        whole.then_some(Self(bytes))
    }

    /// Wraps bytes that the codec has already cut at their terminator.
    pub(crate) fn cut(bytes: Bytes) -> Self {
        debug_assert!(!bytes.is_empty(), "the codec skips blank lines");
        Self(bytes)
    }

    /// Returns the bytes of the line.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the bytes of the line, still sharing the block they were read in.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0
    }

    /// Returns the length in bytes, which is never zero.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a line is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Copies the line into memory of its own, so that it no longer keeps its read block alive.
    #[must_use]
    pub fn detach(&self) -> Self {
        Self(Bytes::copy_from_slice(&self.0))
    }
}

impl AsRef<[u8]> for Line {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line({} bytes)", self.len())
    }
}

/// What a reader delivers for each non-blank line of its input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Frame {
    /// A whole line.
    Line(Line),
    /// A line over the limit; its bytes were skipped and the input goes on behind it.
    Oversized(Oversized),
}

/// The note that a line was longer than the limit and has been skipped.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Oversized {
    /// The full length of the line in bytes, without its terminator.
    pub length: u64,
    /// A copy of the first bytes of the line, 256 at most.
    pub head: Box<[u8]>,
}

impl Oversized {
    /// Notes a line of `length` bytes that began with `head`; keeps at most 256 bytes of `head`.
    #[must_use]
    pub fn new(length: u64, head: &[u8]) -> Self {
        let head = &head[..head.len().min(HEAD)];
        Self { length, head: head.into() }
    }
}

impl fmt::Debug for Oversized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Oversized({} bytes)", self.length)
    }
}
