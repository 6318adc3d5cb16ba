//! Line and frame: what a reader delivers, which is a line or a report that a line was too long.
//!
//! A line is bytes without their terminator. UTF-8 is not checked and whitespace is kept. `Debug` shows only the
//! length, because lines contain prompts and answers. Next: `codec.rs`.

use std::fmt;

use bytes::Bytes;

/// The number of bytes that are kept of an over-long line.
pub(crate) const HEAD: usize = 256;

/// One non-empty line without its terminator.
///
/// A line from a reader is a slice of the block that was read: it is not copied, but it keeps the memory of the
/// whole block allocated. Call [`Line::detach`] before storing a line.
///
/// # Examples
///
/// ```
/// use claude_transport::Line;
///
/// let line = Line::new("{}").unwrap();
/// assert_eq!(line.as_bytes(), b"{}");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Line(Bytes);

impl Line {
    /// Creates a line. Returns `None` if `bytes` is empty or contains a line feed.
    pub fn new(bytes: impl Into<Bytes>) -> Option<Self> {
        let bytes = bytes.into();
        let whole = !bytes.is_empty() && memchr::memchr(b'\n', &bytes).is_none();
        whole.then_some(Self(bytes))
    }

    /// Wraps bytes that the codec has cut at their terminator.
    pub(crate) fn cut(bytes: Bytes) -> Self {
        debug_assert!(!bytes.is_empty(), "the codec skips blank lines");
        Self(bytes)
    }

    /// Returns the bytes of the line.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the bytes of the line, which still share the memory of their block.
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

    /// Copies the line into memory of its own, so that it does not keep its block allocated.
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

/// An item of a reader: one for each line of the input that is not blank.
///
/// # Examples
///
/// ```
/// use claude_transport::{Frame, Line};
///
/// /// Returns the number of bytes that a frame had on the wire.
/// fn bytes(frame: &Frame) -> u64 {
///     match frame {
///         Frame::Line(line) => line.len() as u64,
///         Frame::Oversized(skipped) => skipped.length,
///         _ => 0,
///     }
/// }
/// assert_eq!(bytes(&Frame::Line(Line::new("{}").unwrap())), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Frame {
    /// A complete line.
    Line(Line),
    /// A line that is longer than the limit. Its bytes are skipped, and the next line follows.
    Oversized(Oversized),
}

/// A report that a line was longer than the limit and was skipped.
///
/// # Examples
///
/// ```
/// use claude_transport::Oversized;
///
/// let skipped = Oversized::new(70_000_000, br#"{"type":"user""#);
/// assert_eq!(skipped.length, 70_000_000);
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Oversized {
    /// The length of the line in bytes, without its terminator.
    pub length: u64,
    /// A copy of the first bytes of the line, at most 256.
    pub head: Box<[u8]>,
}

impl Oversized {
    /// Creates a report of a line of `length` bytes that begins with `head`. Keeps at most 256 bytes of `head`.
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
