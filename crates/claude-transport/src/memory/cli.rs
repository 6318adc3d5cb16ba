//! MemoryCli end: plays the peer of a memory pair.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future as _, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::sync::watch;

use super::shared::{SIGKILL, Shared};
use crate::launch::Signal;
use crate::lines::{Frame, LineReader, Read, ReadLines, lock};

/// What the host of a [`MemoryCli`] does.
///
/// # Examples
///
/// ```
/// use claude_transport::memory::{self, MemoryEvent};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let (near, mut far) = memory::pair();
/// drop(near);
/// assert!(matches!(far.next_event().await, MemoryEvent::Signal(_)));
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MemoryEvent {
    /// A line that it has written.
    Line(String),
    /// It has closed the input.
    EndOfInput,
    /// A signal.
    Signal(Signal),
    /// It has dropped its peer, after a last signal.
    Dropped,
}

/// The far end of a pair: a test plays the CLI with it.
///
/// Dropping it ends the peer in the same way as SIGKILL.
pub struct MemoryCli {
    pub(super) stdin: Option<LineReader<DuplexStream>>,
    pub(super) lines: VecDeque<String>,
    pub(super) stdout: Option<DuplexStream>,
    pub(super) signals: watch::Receiver<Vec<Signal>>,
    /// The number of signals that `next_signal` has returned.
    pub(super) seen: usize,
    pub(super) shared: Arc<Shared>,
}

impl MemoryCli {
    /// Returns the next line that the host has written. Returns `None` once the host has closed the input.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, no line is lost: the next call returns it.
    pub async fn next_line(&mut self) -> Option<String> {
        while self.lines.is_empty() {
            let stdin = self.stdin.as_mut()?;
            let mut frames = Vec::new();
            let read = poll_fn(|cx| stdin.poll_read(cx, &mut frames)).await;
            self.lines.extend(frames.into_iter().filter_map(text));
            if !matches!(read, Ok(Read::Some(_))) {
                self.stdin = None;
            }
        }
        self.lines.pop_front()
    }

    /// Returns what the host does next: it writes a line, closes the input, sends a signal or drops its peer.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, nothing is lost: the next call returns it.
    pub async fn next_event(&mut self) -> MemoryEvent {
        loop {
            let signal = self.signals.borrow_and_update().get(self.seen).copied();
            if let Some(signal) = signal {
                self.seen += 1;
                return MemoryEvent::Signal(signal);
            }
            if let Some(line) = self.lines.pop_front() {
                return MemoryEvent::Line(line);
            }
            let Self { stdin, signals, lines, .. } = self;
            let mut changed = pin!(signals.changed());
            let mut frames = Vec::new();
            let read = poll_fn(|cx| match changed.as_mut().poll(cx) {
                Poll::Ready(alive) => Poll::Ready(Err(alive)),
                Poll::Pending => match stdin {
                    Some(stdin) => stdin.poll_read(cx, &mut frames).map(Ok),
                    None => Poll::Pending,
                },
            });
            let read = read.await;
            lines.extend(frames.into_iter().filter_map(text));
            match read {
                Err(Ok(())) | Ok(Ok(Read::Some(_))) => {}
                Err(Err(_)) => return MemoryEvent::Dropped,
                Ok(_) if lines.is_empty() => {
                    self.stdin = None;
                    return MemoryEvent::EndOfInput;
                }
                // The last lines come before the end, which the next read reports again.
                Ok(_) => {}
            }
        }
    }

    /// Sends one line to the host. Waits while the pipe is full, and does nothing if the host has dropped its reader.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, a part of the line may have been sent.
    pub async fn send(&mut self, line: &str) {
        self.send_bytes(line.as_bytes()).await;
        self.send_bytes(b"\n").await;
    }

    /// Sends raw bytes to the host, for lines that are incomplete, over-long or not UTF-8.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, a part of the bytes may have been sent.
    pub async fn send_bytes(&mut self, bytes: &[u8]) {
        if let Some(stdout) = &mut self.stdout
            && stdout.write_all(bytes).await.is_err()
        {
            self.stdout = None;
        }
    }

    /// Writes to stderr. The peer continues to run.
    pub fn write_stderr(&mut self, text: &str) {
        lock(&self.shared.stderr).push_str(text);
    }

    /// Writes `stderr` to stderr, and ends the peer with an exit code. Closes both streams.
    pub fn exit(&mut self, code: i32, stderr: &str) {
        self.write_stderr(stderr);
        self.end(Some(code), None);
    }

    /// Closes stdout. The peer continues to run.
    pub fn close_stdout(&mut self) {
        self.stdout = None;
    }

    /// Closes stdin: writes of the host fail from now on. The peer continues to run.
    pub fn close_stdin(&mut self) {
        self.stdin = None;
    }

    /// Returns the signals that were received so far, in order.
    #[must_use]
    pub fn signals(&self) -> Vec<Signal> {
        self.signals.borrow().clone()
    }

    /// Waits for the next signal, beginning with the first. Returns `None` once the host has dropped its peer.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, no signal is lost: the next call returns it.
    pub async fn next_signal(&mut self) -> Option<Signal> {
        loop {
            let next = self.signals.borrow_and_update().get(self.seen).copied();
            if let Some(signal) = next {
                self.seen += 1;
                return Some(signal);
            }
            self.signals.changed().await.ok()?;
        }
    }

    fn end(&mut self, code: Option<i32>, signal: Option<i32>) {
        self.stdin = None;
        self.stdout = None;
        self.shared.end(code, signal);
    }
}

impl Drop for MemoryCli {
    fn drop(&mut self) {
        self.end(None, Some(SIGKILL));
    }
}

impl fmt::Debug for MemoryCli {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryCli").field("signals", &self.signals()).finish_non_exhaustive()
    }
}

fn text(frame: Frame) -> Option<String> {
    match frame {
        Frame::Line(line) => Some(String::from_utf8_lossy(line.as_bytes()).into_owned()),
        Frame::Oversized(_) => None,
    }
}
