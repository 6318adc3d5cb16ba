//! A peer without a process, for tests: lines go to and from a [`Far`] end in the same program.
//!
//! It works on every runtime flavour and under paused time. It follows the rules of a process where they can be
//! seen: a dropped writer is the end of the far end's input, [`Signal::Kill`] cannot be refused, and an exit
//! ends the stream. It starts no thread and no task.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::io;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::sync::watch;

use crate::codec::LineCodec;
use crate::exit::{Exit, ExitCell, Watcher};
use crate::line::Frame;
use crate::lock::lock;
use crate::reader::LineReader;
use crate::transport::{Parts, Peer, Read, ReadLines, Signal, Transport};

/// Makes a connected pair: the end that the host uses, and the end that plays the peer.
#[must_use]
pub fn pair() -> (Memory, Far) {
    pair_with_capacity(64 * 1024)
}

/// Makes a connected pair whose pipes hold `bytes` each, so that a test can fill them.
///
/// # Panics
///
/// Panics if `bytes` is zero, since nothing could ever pass.
#[must_use]
pub fn pair_with_capacity(bytes: usize) -> (Memory, Far) {
    assert!(bytes > 0, "a pipe holds at least one byte");
    let (near_stdin, far_stdin) = tokio::io::duplex(bytes);
    let (far_stdout, near_stdout) = tokio::io::duplex(bytes);
    let (signals, received) = watch::channel(Vec::new());
    let shared = Arc::new(Shared::default());
    let memory = Memory {
        stdin: near_stdin,
        stdout: near_stdout,
        peer: MemoryPeer { shared: Arc::clone(&shared), signals },
    };
    let far = Far {
        stdin: Some(LineReader::new(far_stdin, LineCodec::DEFAULT_MAX_LINE)),
        lines: VecDeque::new(),
        stdout: Some(far_stdout),
        signals: received,
        seen: 0,
        shared,
    };
    (memory, far)
}

/// The host's end of a pair.
pub struct Memory {
    stdin: DuplexStream,
    stdout: DuplexStream,
    peer: MemoryPeer,
}

impl Transport for Memory {
    fn split(self: Box<Self>) -> Parts {
        let reader = MemoryReader {
            lines: LineReader::new(self.stdout, LineCodec::DEFAULT_MAX_LINE),
            shared: Arc::clone(&self.peer.shared),
        };
        Parts { reader: Box::new(reader), writer: Box::new(self.stdin), peer: Box::new(self.peer) }
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}

/// The peer's end of a pair, played by a test.
///
/// Dropping it ends the peer as a kill would.
pub struct Far {
    stdin: Option<LineReader<DuplexStream>>,
    lines: VecDeque<String>,
    stdout: Option<DuplexStream>,
    signals: watch::Receiver<Vec<Signal>>,
    /// How many signals `next_signal` has returned.
    seen: usize,
    shared: Arc<Shared>,
}

impl Far {
    /// Returns the next line that the host has written, or `None` once the host has closed the input.
    ///
    /// # Cancel safety
    ///
    /// Safe: a line that was not returned stays for the next call.
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

    /// Sends one line to the host; waits while the pipe is full, and does nothing if the host has gone.
    ///
    /// # Cancel safety
    ///
    /// Not safe: part of the line may have been sent.
    pub async fn send(&mut self, line: &str) {
        self.send_bytes(line.as_bytes()).await;
        self.send_bytes(b"\n").await;
    }

    /// Sends raw bytes to the host, for lines that are torn, over-long or not text.
    ///
    /// # Cancel safety
    ///
    /// Not safe: part of the bytes may have been sent.
    pub async fn send_bytes(&mut self, bytes: &[u8]) {
        if let Some(stdout) = &mut self.stdout
            && stdout.write_all(bytes).await.is_err()
        {
            self.stdout = None;
        }
    }

    /// Writes to the standard error, as a peer does that goes on.
    pub fn write_stderr(&mut self, text: &str) {
        lock(&self.shared.stderr).push_str(text);
    }

    /// Ends the peer with an exit code and its last words; closes both streams.
    pub fn exit(&mut self, code: i32, stderr: &str) {
        self.write_stderr(stderr);
        self.end(Some(code), None);
    }

    /// Returns the signals received so far, in order.
    #[must_use]
    pub fn signals(&self) -> Vec<Signal> {
        self.signals.borrow().clone()
    }

    /// Waits for the next signal, beginning with the first; `None` once the host has dropped its peer.
    ///
    /// # Cancel safety
    ///
    /// Safe: a signal that was not returned stays for the next call.
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

impl Drop for Far {
    fn drop(&mut self) {
        self.end(None, Some(SIGKILL));
    }
}

impl fmt::Debug for Far {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Far").field("signals", &self.signals()).finish_non_exhaustive()
    }
}

const SIGKILL: i32 = 9;

/// What both ends see.
#[derive(Default)]
struct Shared {
    exit: ExitCell,
    stderr: Mutex<String>,
}

impl Shared {
    fn end(&self, code: Option<i32>, signal: Option<i32>) {
        let stderr = lock(&self.stderr).clone();
        self.exit.publish(Exit::new(code, signal, stderr));
    }
}

struct MemoryReader {
    lines: LineReader<DuplexStream>,
    shared: Arc<Shared>,
}

impl ReadLines for MemoryReader {
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>> {
        let read = self.lines.poll_read(cx, into);
        // A killed peer closes its streams although the test still holds the far end.
        if read.is_pending() && self.shared.exit.poll(Watcher::Reader, cx).is_ready() {
            return Poll::Ready(Ok(Read::Eof));
        }
        read
    }
}

struct MemoryPeer {
    shared: Arc<Shared>,
    signals: watch::Sender<Vec<Signal>>,
}

impl Peer for MemoryPeer {
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit> {
        self.shared.exit.poll(Watcher::Peer, cx)
    }

    fn signal(&mut self, signal: Signal) {
        if self.shared.exit.is_published() {
            return;
        }
        self.signals.send_modify(|signals| signals.push(signal));
        if signal == Signal::Kill {
            self.shared.end(None, Some(SIGKILL));
        }
    }

    fn stderr_tail(&self) -> String {
        lock(&self.shared.stderr).clone()
    }

    fn id(&self) -> Option<u32> {
        None
    }
}

impl Drop for MemoryPeer {
    fn drop(&mut self) {
        self.signal(Signal::Terminate);
    }
}

fn text(frame: Frame) -> Option<String> {
    match frame {
        Frame::Line(line) => Some(String::from_utf8_lossy(line.as_bytes()).into_owned()),
        Frame::Oversized(_) => None,
    }
}
