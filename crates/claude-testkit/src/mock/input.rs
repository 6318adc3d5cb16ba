//! Input: reads stdin on a separate thread, so that one wait covers a line and a time.

use std::io::{self, BufRead as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// The reason why a wait ended.
pub(super) enum Input {
    Line(String),
    /// The host has closed stdin; reported once.
    End,
    /// The time has passed.
    Woke,
}

/// The lines of stdin.
pub(super) struct Lines {
    lines: Receiver<String>,
    over: bool,
}

/// Whether the mock has closed stdin itself.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// Closes stdin permanently. A read that is already waiting keeps the pipe open until the next
/// write of the host, which is lost.
pub(super) fn close_stdin() {
    CLOSED.store(true, Ordering::SeqCst);
    #[cfg(unix)]
    if let Ok(null) = std::fs::File::open("/dev/null") {
        // If this fails, the pipe stays open, and the test that needs it closed fails.
        let _ = rustix::stdio::dup2_stdin(null);
    }
}

/// The number of lines that are read ahead.
const AHEAD: usize = 64;

impl Lines {
    /// Starts to read.
    pub(super) fn start() -> Self {
        let (sender, lines) = sync_channel(AHEAD);
        // The thread ends with stdin, or with the process.
        std::thread::spawn(move || {
            let mut stdin = io::stdin().lock();
            let mut line = Vec::new();
            while matches!(stdin.read_until(b'\n', &mut line), Ok(read) if read > 0) {
                let closed = CLOSED.load(Ordering::SeqCst);
                if closed || sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    return;
                }
                line.clear();
            }
        });
        Self { lines, over: false }
    }

    /// Waits for a line, the end, or the time. Waits forever if none of them can come any more.
    pub(super) fn wait(&mut self, until: Option<Instant>) -> Input {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        if self.over {
            return wait_for_time(left);
        }
        let received = match left {
            Some(left) => self.lines.recv_timeout(left),
            None => self.lines.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match received {
            Ok(line) => Input::Line(line),
            Err(RecvTimeoutError::Timeout) => Input::Woke,
            Err(RecvTimeoutError::Disconnected) => {
                self.over = true;
                Input::End
            }
        }
    }
}

fn wait_for_time(left: Option<Duration>) -> Input {
    match left {
        Some(left) => std::thread::park_timeout(left),
        None => std::thread::park(),
    }
    // The wake-up may be too early: the caller checks the clock again.
    Input::Woke
}
