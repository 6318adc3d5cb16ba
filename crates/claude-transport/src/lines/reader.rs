//! Line reader: reads lines from a byte stream in large blocks.
//!
//! The reader owns its buffer. It reserves 128 KiB when less than 64 KiB is spare, so that a peer that writes much
//! costs few system calls. It gives up the buffer of a line over 1 MiB as soon as the line is delivered. It does
//! not retry after an error.

use std::fmt;
use std::io;
use std::pin::pin;
use std::task::{Context, Poll, ready};

use bytes::{BufMut, BytesMut};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio_util::codec::Decoder;

use super::codec::LineCodec;
use super::line::Frame;
use super::read_lines::{Read, ReadLines};

/// The bytes that are reserved when the buffer runs low, and the most that one poll reads.
const BLOCK: usize = 128 * 1024;
/// The capacity of the first buffer. It is larger than a block, so that an unfinished line can be moved to its
/// front instead of allocating a new buffer.
const FIRST: usize = 256 * 1024;
/// The spare capacity below which another block is reserved.
const LOW: usize = 64 * 1024;
/// The length above which a line takes its buffer with it.
const HUGE: usize = 1024 * 1024;

/// A reader of [`Frame`]s from any byte stream.
///
/// # Examples
///
/// ```
/// use std::future::poll_fn;
///
/// use claude_transport::{LineCodec, LineReader, ReadLines};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let mut reader = LineReader::new(&b"one\ntwo\n"[..], LineCodec::DEFAULT_MAX_LINE);
/// let mut frames = Vec::new();
/// poll_fn(|cx| reader.poll_read(cx, &mut frames)).await?;
/// assert_eq!(frames.len(), 2);
/// # Ok(())
/// # }
/// ```
pub struct LineReader<R> {
    io: R,
    codec: LineCodec,
    buffer: BytesMut,
    ended: bool,
}

impl<R> LineReader<R> {
    /// Creates a reader that delivers lines of up to `max_line` bytes, and skips longer ones.
    pub fn new(io: R, max_line: usize) -> Self {
        Self { io, codec: LineCodec::new(max_line), buffer: BytesMut::new(), ended: false }
    }

    /// Makes sure that the buffer has spare capacity.
    fn make_room(&mut self) {
        if self.buffer.is_empty() {
            // Reuse the buffer from its front: its memory is still in the processor's cache.
            if !self.buffer.try_reclaim(FIRST) && self.buffer.capacity() == 0 {
                self.buffer.reserve(FIRST);
            }
        }
        if self.buffer.capacity() - self.buffer.len() < LOW {
            self.buffer.reserve(BLOCK);
        }
    }

    /// Moves every frame of the buffer to `into`.
    fn decode(&mut self, into: &mut Vec<Frame>) -> io::Result<()> {
        let first = into.len();
        while let Some(frame) = self.next_frame()? {
            into.push(frame);
        }
        let delivered_huge = into[first..].iter().any(is_huge);
        let skips = self.codec.is_skipping() && self.buffer.capacity() > HUGE;
        if delivered_huge || skips {
            // Copy the rest, so that the old buffer is freed with its last line.
            self.buffer = BytesMut::from(&self.buffer[..]);
        }
        Ok(())
    }

    fn next_frame(&mut self) -> io::Result<Option<Frame>> {
        if self.ended {
            self.codec.decode_eof(&mut self.buffer)
        } else {
            self.codec.decode(&mut self.buffer)
        }
    }
}

impl<R: AsyncRead + Send + Unpin> ReadLines for LineReader<R> {
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>> {
        if self.ended {
            return Poll::Ready(Ok(Read::Eof));
        }
        self.make_room();
        // The future keeps no state between polls, so each poll can create a new one.
        let mut room = (&mut self.buffer).limit(BLOCK);
        let count = ready!(pin!(self.io.read_buf(&mut room)).poll(cx))?;
        self.ended = count == 0;
        self.decode(into)?;
        Poll::Ready(Ok(if self.ended { Read::Eof } else { Read::Some(count) }))
    }
}

impl<R> fmt::Debug for LineReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LineReader")
            .field("max_line", &self.codec.max_line())
            .field("buffered", &self.buffer.len())
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

fn is_huge(frame: &Frame) -> bool {
    match frame {
        Frame::Line(line) => line.len() > HUGE,
        Frame::Oversized(oversized) => oversized.length > HUGE as u64,
    }
}

#[cfg(test)]
mod tests;
