//! Cuts a growing buffer into lines.
//!
//! Lines end in LF or CRLF; blank ones are dropped, whitespace is kept. A line over the limit is skipped and
//! reported once, whether it arrives whole or in a thousand pieces, and what is reported does not depend on how
//! the input was chunked. Each byte is searched for its terminator once. Bytes are never copied: a line is a
//! slice of the buffer. Next: `reader.rs`, which owns the buffer.

use std::io;

use bytes::{Buf, BufMut, BytesMut};
use memchr::memchr;
use tokio_util::codec::{Decoder, Encoder};

use super::line::{Frame, HEAD, Line, Oversized};

/// Cuts bytes into [`Frame`]s, and writes lines with their terminator.
///
/// As a [`Decoder`] it works with any buffer that is handed to it again and again. `FramedRead` grows its
/// buffer in small steps; [`LineReader`](crate::LineReader) reads in large blocks and is faster.
#[derive(Debug)]
pub struct LineCodec {
    max_line: usize,
    /// How many bytes at the front of the buffer are known to hold no line feed.
    scanned: usize,
    /// The over-long line that is being skipped, if any.
    skip: Option<Skip>,
    /// How many bytes were searched in all, so that a test can count the work.
    #[cfg(test)]
    searched: u64,
}

impl LineCodec {
    /// The limit of [`LineCodec::default`]: 64 MiB.
    pub const DEFAULT_MAX_LINE: usize = 64 * 1024 * 1024;

    /// Makes a codec that delivers lines of up to `max_line` bytes, terminator not counted.
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

    /// Returns the length of the longest line that is delivered.
    #[must_use]
    pub fn max_line(&self) -> usize {
        self.max_line
    }

    /// Tells whether an over-long line is being skipped, so that the buffer needs no room for it.
    pub(crate) fn is_skipping(&self) -> bool {
        self.skip.is_some()
    }

    /// Finds the next line feed, searching only bytes that were not searched before.
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

    /// Takes the line `src[..end]` and its terminator out of the buffer; a blank one yields nothing.
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

    /// Deals with a buffer that holds no terminator: waits, or lets go of a line that is already too long.
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

    /// Tells whether an unfinished line is over the limit whatever comes next.
    fn is_too_long(&self, unfinished: &[u8]) -> bool {
        // A last CR may turn out to be half of the terminator.
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
    /// Fails with [`io::ErrorKind::InvalidInput`] if `line` holds a line feed, since the peer would see two
    /// lines; nothing is appended then.
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

/// What is kept of an over-long line while its bytes go by.
#[derive(Debug, Default)]
struct Skip {
    length: u64,
    head: Vec<u8>,
    /// Whether the last byte so far is a CR, which belongs to the terminator if a line feed follows.
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
