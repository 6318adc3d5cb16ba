//! Line source: the trait through which a connection delivers its lines.

use std::future::poll_fn;
use std::io;
use std::task::{Context, Poll};

use super::line::Frame;

/// A source of lines from a peer.
///
/// # Examples
///
/// ```
/// use std::future::poll_fn;
///
/// use claude_transport::{Frame, Read, ReadLines};
///
/// /// Reads until the end of the stream.
/// async fn all(reader: &mut dyn ReadLines) -> std::io::Result<Vec<Frame>> {
///     let mut frames = Vec::new();
///     while poll_fn(|cx| reader.poll_read(cx, &mut frames)).await? != Read::Eof {}
///     Ok(frames)
/// }
/// ```
pub trait ReadLines: Send {
    /// Reads at most one block (128 KiB), and appends the frames that it completes to `into`.
    ///
    /// [`Read::Some`] may append no frame. [`Read::Eof`] appends a last line that has no terminator. Every later call
    /// returns [`Read::Eof`] again and appends nothing.
    ///
    /// # Errors
    ///
    /// Returns the error of the underlying stream. Lines that were complete before it are already delivered.
    ///
    /// # Cancel safety
    ///
    /// No bytes are lost between polls: an unfinished line stays in the reader.
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>>;
}

/// Reads lines in async code. Every [`ReadLines`] has it.
///
/// # Examples
///
/// ```
/// use claude_transport::{Parts, ReadLinesExt, Transport, memory};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let (near, mut far) = memory::pair();
/// let Parts { mut reader, writer: _writer, peer: _peer } = Box::new(near).split();
/// far.send("hello").await;
/// drop(far);
/// let mut count = 0;
/// while let Some(frames) = reader.next_frames().await? {
///     count += frames.len();
/// }
/// assert_eq!(count, 1);
/// # Ok(())
/// # }
/// ```
pub trait ReadLinesExt: ReadLines {
    /// Waits for the next frames: at least one, and all that one block completes. `None` at the end of the stream.
    ///
    /// # Errors
    ///
    /// Returns the error of the underlying stream.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no frames: a future that is not done has read none.
    fn next_frames(&mut self) -> impl Future<Output = io::Result<Option<Vec<Frame>>>> + Send {
        let mut frames = Vec::new();
        async move {
            loop {
                let read = poll_fn(|cx| self.poll_read(cx, &mut frames)).await?;
                if !frames.is_empty() {
                    return Ok(Some(std::mem::take(&mut frames)));
                }
                if read == Read::Eof {
                    return Ok(None);
                }
            }
        }
    }
}

impl<R: ReadLines + ?Sized> ReadLinesExt for R {}

/// The outcome of one read.
///
/// # Examples
///
/// ```
/// use std::future::poll_fn;
///
/// use claude_transport::{LineCodec, LineReader, Read, ReadLines};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let mut reader = LineReader::new(&b"one\n"[..], LineCodec::DEFAULT_MAX_LINE);
/// let mut frames = Vec::new();
/// assert_eq!(poll_fn(|cx| reader.poll_read(cx, &mut frames)).await?, Read::Some(4));
/// assert_eq!(poll_fn(|cx| reader.poll_read(cx, &mut frames)).await?, Read::Eof);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a read yields bytes or the end; there is no third case"
)]
pub enum Read {
    /// The number of bytes that were read. They contain any number of lines, or none.
    Some(usize),
    /// The end of the stream: the peer has closed it.
    Eof,
}
