//! Line codec: cuts a growing buffer into lines.
//!
//! - Lines end in LF or CRLF. Blank lines are dropped, whitespace is kept.
//! - A line over the limit is skipped and reported once. The frames do not depend on how the input was chunked.
//! - Each byte is searched for a terminator once.
//! - The bytes of a line are not copied: a line is a slice of the buffer.
//!
//! Next: `reader.rs`, which owns the buffer.

use std::io;

use bytes::{Buf, BufMut, BytesMut};
use memchr::memchr;
use tokio_util::codec::{Decoder, Encoder};

use super::line::{Frame, HEAD, Line, Oversized};

/// A codec that cuts bytes into [`Frame`]s, and writes lines with their terminator.
///
/// Pass the same buffer to each call of the [`Decoder`]. `FramedRead` grows its buffer in small steps;
/// [`LineReader`](crate::LineReader) reads blocks of up to 128 KiB, and so needs fewer system calls.
///
/// # Examples
///
/// ```
/// use bytes::BytesMut;
/// use claude_transport::{Frame, LineCodec};
/// use tokio_util::codec::Decoder;
///
/// let mut bytes = BytesMut::from("one\r\n\ntwo\n");
/// let mut codec = LineCodec::default();
/// let mut lines = Vec::new();
/// while let Ok(Some(Frame::Line(line))) = codec.decode(&mut bytes) {
///     lines.push(line.as_bytes().to_vec());
/// }
/// assert_eq!(lines, [b"one", b"two"]);
/// ```
#[derive(Debug)]
pub struct LineCodec {
    max_line: usize,
    /// The number of bytes at the front of the buffer that are known to contain no line feed.
    scanned: usize,
    /// The over-long line that is being skipped.
    skip: Option<Skip>,
    /// The number of bytes that were searched in total, for tests.
    #[cfg(test)]
    searched: u64,
}

impl LineCodec {
    /// The longest line that [`LineCodec::default`] delivers: 64 MiB.
    pub const DEFAULT_MAX_LINE: usize = 64 * 1024 * 1024;

    /// Creates a codec that delivers lines of up to `max_line` bytes, without the terminator.
    #[must_use]
    pub fn new(max_line: usize) -> Self {
        Self {
            max_line,
            scanned: 0,
            skip: None,
            #[cfg(test)]
            searched: 0,
        }
    }

    /// Returns the length of the longest line that is delivered, in bytes.
    #[must_use]
    pub fn max_line(&self) -> usize {
        self.max_line
    }

    /// Returns whether an over-long line is being skipped. Then the buffer needs no space for it.
    pub(crate) fn is_skipping(&self) -> bool {
        self.skip.is_some()
    }

    /// Finds the next line feed. Searches only bytes that were not searched before.
    fn find_end(&mut self, src: &[u8]) -> Option<usize> {
        let from = self.scanned.min(src.len());
        let found = memchr(b'\n', &src[from..]).map(|at| from + at);
        #[cfg(test)]
        {
            self.searched += (found.map_or(src.len(), |end| end + 1) - from) as u64;
        }
        self.scanned = found.unwrap_or(src.len());
        found
    }

    /// Removes the line `src[..end]` and its terminator from the buffer. Returns `None` for a blank line.
    fn take(&mut self, src: &mut BytesMut, end: usize, terminator: usize) -> Option<Frame> {
        self.scanned = 0;
        if let Some(mut skip) = self.skip.take() {
            skip.push(&src[..end]);
            src.advance(end + terminator);
            return Some(Frame::Oversized(skip.finish()));
        }
        let length = without_cr(&src[..end]).len();
        if length > self.max_line {
            let oversized = Oversized::new(length as u64, &src[..length]);
            src.advance(end + terminator);
            return Some(Frame::Oversized(oversized));
        }
        if length == 0 {
            src.advance(end + terminator);
            return None;
        }
        let line = src.split_to(length).freeze();
        src.advance(end + terminator - length);
        Some(Frame::Line(Line::cut(line)))
    }

    /// Handles a buffer without a terminator: keeps it, or starts to skip a line that is already too long.
    fn hold(&mut self, src: &mut BytesMut) {
        if self.skip.is_none() && self.is_too_long(src) {
            self.skip = Some(Skip::default());
        }
        if let Some(skip) = &mut self.skip {
            skip.push(src);
            src.clear();
            self.scanned = 0;
        }
    }

    /// Returns whether an unfinished line is over the limit, whatever follows.
    fn is_too_long(&self, unfinished: &[u8]) -> bool {
        // Do not count a CR at the end: it is part of the terminator if a line feed follows.
        without_cr(unfinished).len() > self.max_line
    }
}

impl Default for LineCodec {
    fn default() -> Self {
        Self::new(Self::DEFAULT_MAX_LINE)
    }
}

impl Decoder for LineCodec {
    type Item = Frame;
    type Error = io::Error;

    fn decode(&mut self, src: &mut BytesMut) -> io::Result<Option<Frame>> {
        while let Some(end) = self.find_end(src) {
            if let Some(frame) = self.take(src, end, 1) {
                return Ok(Some(frame));
            }
        }
        self.hold(src);
        Ok(None)
    }

    fn decode_eof(&mut self, src: &mut BytesMut) -> io::Result<Option<Frame>> {
        if let Some(frame) = self.decode(src)? {
            return Ok(Some(frame));
        }
        let rest = src.len();
        Ok(self.take(src, rest, 0))
    }
}

impl Encoder<&[u8]> for LineCodec {
    type Error = io::Error;

    /// Appends `line` and its line feed to `dst`.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::InvalidInput`] if `line` contains a line feed, because the peer would read two lines. Then
    /// nothing is appended.
    fn encode(&mut self, line: &[u8], dst: &mut BytesMut) -> io::Result<()> {
        if memchr(b'\n', line).is_some() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a line feed inside a line"));
        }
        dst.reserve(line.len() + 1);
        dst.put_slice(line);
        dst.put_u8(b'\n');
        Ok(())
    }
}

/// What is kept of an over-long line while its bytes are skipped.
#[derive(Debug, Default)]
struct Skip {
    length: u64,
    head: Vec<u8>,
    /// Whether the last byte so far is a CR. It is part of the terminator if a line feed follows.
    ends_in_cr: bool,
}

impl Skip {
    fn push(&mut self, bytes: &[u8]) {
        let Some(&last) = bytes.last() else { return };
        let room = HEAD - self.head.len();
        self.head.extend_from_slice(&bytes[..bytes.len().min(room)]);
        self.length += bytes.len() as u64;
        self.ends_in_cr = last == b'\r';
    }

    fn finish(mut self) -> Oversized {
        if self.ends_in_cr {
            self.length -= 1;
            self.head.truncate(usize::try_from(self.length).unwrap_or(HEAD));
        }
        Oversized::new(self.length, &self.head)
    }
}

fn without_cr(bytes: &[u8]) -> &[u8] {
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

#[cfg(test)]
mod tests;
