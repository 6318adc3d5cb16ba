//! Stderr: reads the stderr of a child to its end, keeps the last part, and passes lines to a callback.
//!
//! The memory is bounded, whatever the child writes. A panic of the callback loses the line it was called with, and
//! no other.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use memchr::memchr;
use tokio::io::AsyncReadExt;

use super::system::ErrorPipe;
use crate::lines::lock;

/// The most bytes that one call of the callback gets. A longer line is cut here.
const MAX_PIECE: usize = 64 * 1024;
/// The most bytes that one read returns.
const BLOCK: usize = 16 * 1024;

type OnLine = Arc<dyn Fn(&str) + Send + Sync>;

/// The last part of stderr, shared by the task that reads it and the owners that request it.
pub(super) struct StderrLog {
    limit: usize,
    state: Mutex<State>,
    closed: Condvar,
}

#[derive(Default)]
struct State {
    tail: VecDeque<u8>,
    /// The number of blocks that were read.
    blocks: u64,
    /// Whether the callback is still running for the last of them.
    busy: bool,
    closed: bool,
}

impl StderrLog {
    /// Creates a log that keeps the last `limit` bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, state: Mutex::default(), closed: Condvar::new() }
    }

    /// Returns the kept bytes as text, without a character that is cut at the front.
    pub(super) fn tail(&self) -> String {
        let bytes: Vec<u8> = lock(&self.state).tail.iter().copied().collect();
        let cut = if bytes.len() == self.limit { partial_start(&bytes) } else { 0 };
        String::from_utf8_lossy(&bytes[cut..]).into_owned()
    }

    /// Waits until the stream is read to its end.
    ///
    /// Returns earlier if nothing was read for `quiet`, because a process that has left the group can hold the stream
    /// open, and after `limit` in any case. While the callback is running, the time does not count as quiet.
    pub(super) fn wait_closed(&self, quiet: Duration, limit: Duration) {
        let begin = Instant::now();
        let mut state = lock(&self.state);
        loop {
            let seen = state.blocks;
            let wait = quiet.min(limit.saturating_sub(begin.elapsed()));
            (state, _) = self
                .closed
                .wait_timeout_while(state, wait, |state| !state.closed)
                .unwrap_or_else(PoisonError::into_inner);
            let still = state.blocks == seen && !state.busy;
            if state.closed || still || begin.elapsed() >= limit {
                return;
            }
        }
    }

    fn append(&self, bytes: &[u8]) {
        let bytes = &bytes[bytes.len().saturating_sub(self.limit)..];
        let mut state = lock(&self.state);
        let excess = (state.tail.len() + bytes.len()).saturating_sub(self.limit);
        state.tail.drain(..excess);
        state.tail.extend(bytes);
        state.blocks += 1;
        state.busy = true;
    }

    fn rest(&self) {
        lock(&self.state).busy = false;
    }

    fn close(&self) {
        lock(&self.state).closed = true;
        self.closed.notify_all();
    }
}

/// The task that reads stderr.
pub(super) struct Drain {
    pipe: ErrorPipe,
    sink: Sink,
}

impl Drain {
    pub(super) fn new(pipe: ErrorPipe, log: Arc<StderrLog>, on_line: Option<OnLine>) -> Self {
        Self { pipe, sink: Sink { log, lines: on_line.map(Lines::new) } }
    }

    /// Reads to the end of the stream. If the future is dropped earlier, the bytes that were read are delivered.
    pub(super) async fn run(mut self) {
        let mut block = vec![0; BLOCK];
        while let Ok(count @ 1..) = self.pipe.read(&mut block).await {
            self.sink.push(&block[..count]);
        }
    }
}

/// The receiver of the bytes. Its drop, at the end of the stream or of the runtime, delivers an unfinished line and
/// closes the log.
struct Sink {
    log: Arc<StderrLog>,
    lines: Option<Lines>,
}

impl Sink {
    fn push(&mut self, bytes: &[u8]) {
        self.log.append(bytes);
        if let Some(lines) = &mut self.lines {
            lines.push(bytes);
        }
        self.log.rest();
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        if let Some(lines) = &mut self.lines {
            lines.finish();
        }
        self.log.close();
    }
}

/// Assembles lines for the callback.
struct Lines {
    on_line: OnLine,
    pending: Vec<u8>,
}

impl Lines {
    fn new(on_line: OnLine) -> Self {
        Self { on_line, pending: Vec::new() }
    }

    fn push(&mut self, mut bytes: &[u8]) {
        while let Some(end) = memchr(b'\n', bytes) {
            self.extend(&bytes[..end]);
            self.deliver(self.pending.len());
            bytes = &bytes[end + 1..];
        }
        self.extend(bytes);
    }

    fn finish(&mut self) {
        if !self.pending.is_empty() {
            self.deliver(self.pending.len());
        }
    }

    fn extend(&mut self, bytes: &[u8]) {
        self.pending.extend_from_slice(bytes);
        while self.pending.len() > MAX_PIECE {
            self.deliver(char_boundary(&self.pending, MAX_PIECE));
        }
    }

    /// Passes the first `length` bytes to the callback, without a CR at their end.
    fn deliver(&mut self, length: usize) {
        let piece = &self.pending[..length];
        let piece = piece.strip_suffix(b"\r").unwrap_or(piece);
        let text = String::from_utf8_lossy(piece);
        // Ignore the panic: the panic hook has reported it, and reading continues.
        let _ = catch_unwind(AssertUnwindSafe(|| (self.on_line)(&text)));
        self.pending.drain(..length);
    }
}

/// Returns the last position at or before `at` that does not cut a character, if the bytes are UTF-8.
fn char_boundary(bytes: &[u8], at: usize) -> usize {
    (at.saturating_sub(3)..=at).rev().find(|&place| !is_continuation(bytes[place])).unwrap_or(at)
}

/// Returns the number of bytes at the front that belong to a character whose start is not kept.
fn partial_start(bytes: &[u8]) -> usize {
    bytes.iter().take(3).take_while(|&&byte| is_continuation(byte)).count()
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests;
